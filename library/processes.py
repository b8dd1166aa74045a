"""Processes of our own in which foreign files are opened, so that none of them takes the program down."""

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import library

MEMORY = 3 * 1024 * 1024 * 1024
"""Bytes of memory such a process may have, where the system can be told so."""


def start_module(name: str) -> subprocess.Popen[bytes]:
    """Start `python -m name` with pipes to its input and output; it finds this library as we do."""
    root = str(Path(library.__file__).parents[1])
    paths = os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH", ""))))
    return subprocess.Popen(
        [sys.executable, "-m", name],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": paths},
    )


def end_process(process: subprocess.Popen[bytes]) -> None:
    """Kill a process, wait for it, and let go of its pipes."""
    process.kill()
    process.wait()
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            try:
                stream.close()
            except BrokenPipeError:
                continue  # what was still to be written is for nobody


def limit_memory(most: int = MEMORY) -> None:
    """Let this process have no more than `most` bytes of memory, where the system can be told so."""
    if sys.platform != "win32":
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        limit = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(resource.RLIMIT_AS, (limit, hard))


def limit_memory_of(pid: int) -> None:
    """Let a process of another program have no more than `MEMORY`, where the system can be told so."""
    if sys.platform == "linux":
        import resource

        with suppress(ProcessLookupError, PermissionError):  # it may be over by now
            resource.prlimit(pid, resource.RLIMIT_AS, (MEMORY, MEMORY))
