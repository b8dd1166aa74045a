"""Style and types: ruff over everything, pyright strict over the library."""

import subprocess
import sys

from tests.source import ROOT


def run(*command: str) -> None:
    done = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_ruff() -> None:
    run("ruff", "check", ".")


def test_types() -> None:
    run("basedpyright", "--level", "error", "--pythonpath", sys.executable)
