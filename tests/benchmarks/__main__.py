"""`python -m tests.benchmarks [NAME…] [--json] [--scale FRACTION]`: always ends with 0, met or not."""

import argparse
import json
import sys
from collections.abc import Callable, Iterator

from tests.benchmarks import (
    batch,
    cards,
    concordance,
    exporting,
    finding,
    formats,
    highlighting,
    importing,
    indexing,
    memory,
    noting,
    opening,
    pageview,
    paragraph,
    pdf,
    pressing,
    reading,
    recalling,
    resizing,
    retrieving,
    ruby,
    scrolling,
    searching,
    selecting,
    spelling,
    startup,
    structuring,
    tabbing,
    tagging,
)
from tests.benchmarks.measurement import Measurement, table

BENCHMARKS: dict[str, Callable[[float], Iterator[Measurement]]] = {
    "startup": startup.run,
    "open": opening.run,
    "scroll": scrolling.run,
    "resize": resizing.run,
    "memory": memory.run,
    "paragraph": paragraph.run,
    "ruby": ruby.run,
    "select": selecting.run,
    "highlights": highlighting.run,
    "mark": pressing.run,
    "find": finding.run,
    "tabs": tabbing.run,
    "tags": tagging.run,
    "sidebar": cards.run,
    "excerpts": retrieving.run,
    "memos": noting.run,
    "search": searching.run,
    "selection-count": searching.run_selections,
    "recall": recalling.run,
    "index": indexing.run,
    "pinyin-query": spelling.run,
    "concordance": concordance.run,
    "pageview": pageview.run,
    "import": importing.run,
    "formats": formats.run,
    "export": exporting.run,
    "batch": batch.run,
    "pdf": pdf.run,
    "readings": reading.run,
    "segmentation": reading.run_words,
    "outline": structuring.run_outline,
    "repair": structuring.run_repair,
}


def main() -> None:
    """Run the benchmarks named, or all."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(BENCHMARKS))
    parser.add_argument("--json", action="store_true", help="one JSON object a line instead of a table")
    parser.add_argument("--scale", type=float, default=1.0, help="make texts and counts smaller (targets are for 1)")
    options = parser.parse_args()
    unknown = [name for name in options.names if name not in BENCHMARKS]
    if unknown:
        parser.error(f"no such benchmark: {', '.join(unknown)}; there are {', '.join(BENCHMARKS)}")
    lines: list[str] = []
    for name in options.names or BENCHMARKS:
        for measurement in BENCHMARKS[name](options.scale):
            lines.append(measurement.to_json())
            if options.json:
                print(lines[-1], flush=True)
            elif sys.stderr.isatty():
                print(f"{measurement.benchmark} {measurement.metric}", file=sys.stderr)
    if not options.json:
        print(table(json.loads(line) for line in lines))


if __name__ == "__main__":
    main()
