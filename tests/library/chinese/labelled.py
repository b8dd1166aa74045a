"""Texts with what is to be found in them: labels in braces, `{section1|一、总则}` over a span, `{join}` at a place."""

import re
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "cases"
NAMES = sorted(path.name for path in FOLDER.glob("*.txt"))
_LABEL = re.compile(r"\{(?P<kind>[a-z_]+)(?P<level>\d?)(?: (?P<value>[^|}]*))?(?P<over>\|(?P<span>[^{}]*))?\}")


@dataclass(frozen=True)
class Label:
    """What stands at a place: a span, or a point where `start` is `end`; `value` is what is made of it."""

    kind: str
    level: int
    value: str
    start: int
    end: int


@dataclass(frozen=True)
class Labelled:
    """A text without its labels, and the labels."""

    text: str
    labels: tuple[Label, ...]

    def of(self, *kinds: str) -> list[Label]:
        """Return the labels of some kinds."""
        return [label for label in self.labels if label.kind in kinds]


def labelled(name: str) -> Labelled:
    """Return one of the texts in `cases/`."""
    written = (FOLDER / name).read_text(encoding="utf-8")
    text, at = "", 0
    labels: list[Label] = []
    for found in _LABEL.finditer(written):
        text += written[at : found.start()]
        start = len(text)
        text += found["span"] or ""
        value = found["value"] or (found["span"] or "")
        labels.append(Label(found["kind"], int(found["level"] or 0), value, start, len(text)))
        at = found.end()
    return Labelled(text + written[at:], tuple(labels))
