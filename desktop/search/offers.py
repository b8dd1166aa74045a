"""What completes a query while it is typed: the names of fields, and what may stand behind them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.translation import tr
from desktop.widgets.swatch import color_name
from library.models import COLORS, Color
from library.search.query import FIELDS, FieldName

if TYPE_CHECKING:
    from desktop.session import Session
    from library.models import Document

ICONS: dict[FieldName, str] = {
    "tag": "tag", "color": "tag", "in": "folder-open", "title": "files", "note": "note", "date": "clock",
}  # fmt: skip
BEGUN = r"(?:^|(?<=[\s\u3000(-]))"
VALUE = re.compile(BEGUN + rf"(?P<field>{'|'.join(FIELDS)})[:：](?P<value>\"[^\"]*|[^\s\u3000\"()]*)$")
NAME = re.compile(BEGUN + r"(?P<name>[a-z]{2,5}|[\u4e00-\u9fff]{2})$")
SPACED = re.compile(r"[\s\u3000()\"“”]")
MOST = 30
"""More rows than anyone reads."""


@dataclass(frozen=True, slots=True)
class Completing:
    """What may be written in place of the last `length` code points before the caret; `words` tell what it is.

    Where that is a colour, it is `color`.
    """

    icon: str
    words: str
    text: str
    length: int
    color: Color | None = None


class Offers:
    """Knows what there is in the library that is open in `session`; `documents` are those that are not in the bin."""

    def __init__(self, session: Session, documents: Callable[[], Sequence[Document]]) -> None:
        self._session = session
        self._documents = documents

    def offered(self, before: str) -> list[Completing]:
        """Return what may complete the query of which `before` stands before the caret."""
        value = VALUE.search(before)
        if value is not None:
            return self._values(value)
        name = NAME.search(before)
        return _names(name["name"]) if name is not None else []

    def _values(self, begun: re.Match[str]) -> list[Completing]:
        field: FieldName = begun["field"]  # type: ignore[assignment]  # the pattern knows no other
        typed = begun["value"].removeprefix('"')
        rows = [(name, words) for name, words in self._known(field, typed) if name != typed][:MOST]
        icon = ICONS[field]
        return [
            Completing(
                icon, words, f"{field}:{_quoted(name)} ", len(begun[0]), _color(name) if field == "color" else None
            )
            for name, words in rows
        ]

    def _known(self, field: FieldName, typed: str) -> Iterable[tuple[str, str]]:
        """Return what may stand behind a field, and what is said of each."""
        library = self._session.library
        if library is None:
            return ()
        match field:
            case "tag":
                return _ranked(typed, {path: path for path in sorted(library.tags.paths().values())})
            case "in":
                return _ranked(typed, {path: path for path in sorted(library.collections.tree().paths().values())})
            case "color":
                return _ranked(typed, {color: color_name(color) for color in COLORS})
            case "title":
                return _ranked(typed, {row.title: row.title for row in self._documents()}) if typed else ()
            case "date":
                return self._dates(typed)
            case "note":
                return ()

    def _dates(self, typed: str) -> Iterable[tuple[str, str]]:
        """Return the years of the documents; behind the two dots of a span those that may end it."""
        years = sorted({document.date[:4] for document in self._documents() if document.date})
        since, dots, until = typed.rpartition("..")
        found = [year for year in years if year.startswith(until) and (not dots or year >= since[:4])]
        return [(since + dots + year, since + dots + year) for year in found]


def field_names() -> dict[FieldName, str]:
    """Return what the fields ask for, in the user's language."""
    return {
        "tag": tr("Tag"), "color": tr("Colour"), "in": tr("Collection"), "title": tr("Title"), "note": tr("Note"),
        "date": tr("Date"),
    }  # fmt: skip


def _names(typed: str) -> list[Completing]:
    """Return the fields that are called so, in the language of queries or in the user's."""
    return [
        Completing(ICONS[field], f"{field}:  {words}", f"{field}:", len(typed))
        for field, words in field_names().items()
        if field.startswith(typed) or words == typed
    ]


def _ranked(typed: str, names: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return the names, with the words for each, that are called like what is typed, by pinyin too, the best first."""
    if not typed:
        return list(names.items())
    from library.chinese.pinyin import matches  # heavy, and needed only once someone types

    ranked: list[tuple[int, str]] = []
    for name, words in names.items():
        ranks = [matches(typed, part) for part in dict.fromkeys((name, name.rpartition("/")[2], words))]
        found = [rank for rank in ranks if rank is not None]
        if found:
            ranked.append((min(found), name))
    return [(name, names[name]) for _, name in sorted(ranked, key=lambda pair: pair[0])]


def _color(name: str) -> Color | None:
    return next((color for color in COLORS if color == name), None)


def _quoted(name: str) -> str:
    return f'"{name.replace(chr(34), "")}"' if SPACED.search(name) else name
