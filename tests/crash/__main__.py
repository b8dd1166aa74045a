"""`python -m tests.crash --kills N [--seed S]`: exit status 1 if anything acknowledged was lost."""

import argparse
import sys
import tempfile
from pathlib import Path

from tests.crash.harness import Report, run


def main() -> int:
    """Kill as many workers as asked for and print what was found."""
    parser = argparse.ArgumentParser(prog="python -m tests.crash", description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    report = Report()
    with tempfile.TemporaryDirectory(prefix="zhupi-crash-") as folder:
        for report in run(Path(folder), options.kills, options.seed):
            if sys.stderr.isatty():
                print(f"\r{report.kills}/{options.kills}", end="", file=sys.stderr)
    print(report)
    return 1 if report.faults else 0


if __name__ == "__main__":
    sys.exit(main())
