"""What a benchmark says: one value, what it is compared with, and what it should be."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Target:
    """A bound on the value or on its ratio to the reference."""

    of: Literal["value", "ratio"]
    bound: float
    at_most: bool = True

    def __str__(self) -> str:
        return f"{self.of} {'<=' if self.at_most else '>='} {self.bound:g}"


@dataclass(frozen=True, slots=True)
class Measurement:
    """One line of the result. Without a reference there is no ratio; without a target nothing is met or missed."""

    benchmark: str
    metric: str
    value: float
    unit: str
    reference: str = ""
    reference_value: float | None = None
    target: Target | None = None

    @property
    def ratio(self) -> float | None:
        return self.value / self.reference_value if self.reference_value else None

    @property
    def met(self) -> bool | None:
        if self.target is None:
            return None
        measured = self.value if self.target.of == "value" else self.ratio
        if measured is None:
            return None
        return measured <= self.target.bound if self.target.at_most else measured >= self.target.bound

    def to_json(self) -> str:
        """Return one JSON object; numbers have four significant digits, what does not apply is null."""
        fields = {
            "benchmark": self.benchmark,
            "metric": self.metric,
            "value": _rounded(self.value),
            "unit": self.unit,
            "reference": self.reference or None,
            "reference_value": _rounded(self.reference_value),
            "ratio": _rounded(self.ratio),
            "target": None if self.target is None else str(self.target),
            "met": self.met,
        }
        return json.dumps(fields, ensure_ascii=False)


def table(lines: Iterable[dict[str, object]]) -> str:
    """Return measurements, as read back from JSON, as a table for people."""
    heads = ["benchmark", "metric", "value", "unit", "reference", "reference_value", "ratio", "target", "met"]
    rows = [heads, *[[_shown(line[head]) for head in heads] for line in lines]]
    widths = [max(len(row[column]) for row in rows) for column in range(len(heads))]
    lined = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows)
    return "\n".join(line.rstrip() for line in lined)


def _shown(value: object) -> str:
    words = {None: "", True: "yes", False: "NO"}
    return words[value] if value is None or isinstance(value, bool) else str(value)


def _rounded(value: float | None) -> float | None:
    return None if value is None else float(f"{value:.4g}")
