"""CPU time, memory, percentiles, and a fresh process for what must not be warmed by what ran before."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).parent.parent.parent


def cpu_ms(work: Callable[[], object]) -> float:
    """Return the milliseconds of CPU that this process, all threads together, spends in `work`."""
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


def memory_mb() -> float:
    """Return the memory this process has for itself, plus its share of what it shares, in MB (2^20 bytes)."""
    rollup = Path("/proc/self/smaps_rollup")
    if rollup.exists():
        for line in rollup.read_text(encoding="ascii").splitlines():
            if line.startswith("Rss:"):
                return int(line.split()[1]) / 1024
    import resource

    # No current figure here, only the highest so far: bytes on macOS, kilobytes elsewhere.
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1 << 20 if sys.platform == "darwin" else 1 << 10)


def peak_mb() -> float:
    """Return the most memory that this process has had, in MB (2^20 bytes)."""
    status = Path("/proc/self/status")
    if status.exists():
        for line in status.read_text(encoding="ascii").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
    return memory_mb()


def percentile(values: Sequence[float], share: int) -> float:
    """Return the smallest of `values` that at least `share` percent of them do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, -(-len(ordered) * share // 100) - 1)]


def fresh(function: str, *arguments: object) -> Any:
    """Call `module:name` below this package in a new process and return its result, passed as JSON."""
    module, _, name = function.partition(":")
    program = (
        "import json, sys; from importlib import import_module\n"
        f"result = getattr(import_module('tests.benchmarks.{module}'), {name!r})(*json.loads(sys.argv[1]))\n"
        "print(json.dumps(result), flush=True)\n"
        # The result is out: nothing that a widget does at the end of a process is part of it.
        "import os; os._exit(0)"
    )
    environment = {"QT_QPA_PLATFORM": "offscreen"} | os.environ
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # a program that is installed is compiled already
    done = subprocess.run(
        [sys.executable, "-c", program, json.dumps(arguments)],
        cwd=ROOT, env=environment, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    if done.returncode:
        raise RuntimeError(f"{function} failed:\n{done.stderr}")
    return json.loads(done.stdout.splitlines()[-1])


def median_of(times: int, function: str, *arguments: object) -> Any:
    """Return the median of several fresh calls: of numbers, or key by key of dictionaries."""
    results = [fresh(function, *arguments) for _ in range(times)]
    if isinstance(results[0], dict):
        return {key: median(result[key] for result in results) for key in results[0]}
    return median(results)
