"""Starts workers, kills them, and keeps count."""

import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import IO

from tests.crash.verification import Account, faults

ROOT = Path(__file__).parent.parent.parent
KILLS_PER_LIBRARY = 10
LONGEST_WORK = 0.4
"""Seconds from the start of a worker."""
LONGEST_STEP = 0.02
"""Seconds from the begin of a step: more than most of them take."""
KILLED = -9
"""What a process returns that was killed on a POSIX system. Elsewhere it is told by having said nothing."""


@dataclass(slots=True)
class Report:
    """How often workers were killed in which step, what they had acknowledged, and what was wrong afterwards."""

    kills: int = 0
    acknowledged: int = 0
    steps: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        during = ", ".join(f"{name} {count}" for name, count in self.steps.most_common())
        lines = [f"{self.kills} kills, {self.acknowledged} steps acknowledged; killed during: {during}"]
        return "\n".join([*lines, *self.faults, f"{len(self.faults)} faults"])


def run(folder: Path, kills: int, seed: int) -> Iterator[Report]:
    """Kill `kills` workers, one after another, and yield the report so far after each."""
    random = Random(seed)
    report = Report()
    account = Account()
    place = folder
    for number in range(kills):
        if number % KILLS_PER_LIBRARY == 0:
            place = folder / f"{number:05}"
            place.mkdir(parents=True)
            account = Account()
        path = place / "Crash.zhupi"
        account = Account(exports=account.exports)
        complaint = _work_and_die(path, random, account)
        report.kills += 1
        report.acknowledged += account.steps
        report.steps["nothing" if account.begun is None else account.begun["begin"]] += 1
        found = [complaint] if complaint else faults(path, account)
        report.faults += [f"kill {number} (seed {seed}): {fault}" for fault in found]
        yield report


def _work_and_die(path: Path, random: Random, account: Account) -> str:
    """Run one worker, kill it at a random instant, and return what it said on standard error if it ended by itself."""
    arguments = [sys.executable, "-m", "tests.crash.worker", str(path), str(random.getrandbits(32))]
    with subprocess.Popen(
        arguments, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        delay = _wait_for_a_step(process.stdout, random, account)
        with suppress(subprocess.TimeoutExpired):
            process.wait(timeout=delay)
        process.kill()
        for line in process.stdout:
            account.hear(line)
        complaint = process.stderr.read()
    return "" if process.returncode == KILLED else complaint


def _wait_for_a_step(output: IO[str], random: Random, account: Account) -> float:
    """Return how many seconds to wait: from the start of the worker, or from within one of its first steps.

    A kill at any time mostly finds the worker between two steps; one soon after a step began finds it writing.
    """
    if random.random() < 0.25:
        return random.uniform(0, LONGEST_WORK)
    for _ in range(random.randint(1, 15)):
        for line in output:
            account.hear(line)
            if account.begun is not None:
                break
    return random.uniform(0, LONGEST_STEP)
