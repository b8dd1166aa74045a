"""What completes a query while it is typed: the names of fields, and what may stand behind them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from desktop.fieldwords import field_label, kind_label
from desktop.speakernames import SpeakerNames
from desktop.translation import tr
from desktop.widgets.swatch import color_name
from library.fields import KIND_NAMES
from library.models import COLORS, Color
from library.search.query import CHINESE, FIELDS, field_called

if TYPE_CHECKING:
    from desktop.session import Session
    from library.models import Document

ICONS = {
    "tag": "tag",
    "color": "tag",
    "in": "folder-open",
    "title": "files",
    "note": "note",
    "date": "clock",
    "speaker": "user",
}
OTHER = "files"
"""The icon of all other fields of documents."""
BEGUN = r"(?:^|(?<=[\s\u3000(-]))"
NAME = re.compile(BEGUN + r"(?P<name>[a-z]{2,12}|[\u4e00-\u9fff]{2,4})$")
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
        self.speakers = SpeakerNames(session)

    def offered(self, before: str) -> list[Completing]:
        """Return what may complete the query of which `before` stands before the caret."""
        names = self._field_names()
        value = _value((*names, *CHINESE)).search(before)
        if value is not None:
            return self._values(value, field_called(value["field"], names))
        name = NAME.search(before)
        return _named(name["name"], names) if name is not None else []

    def _values(self, begun: re.Match[str], field: str) -> list[Completing]:
        called = begun["field"]
        typed = begun["value"].removeprefix('"')
        rows = [(name, words) for name, words in self._known(field, typed) if name != typed][:MOST]
        icon = ICONS.get(field, OTHER)
        return [
            Completing(
                icon, words, f"{called}:{_quoted(name)} ", len(begun[0]), _color(name) if field == "color" else None
            )
            for name, words in rows
        ]

    def _known(self, field: str, typed: str) -> Iterable[tuple[str, str]]:
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
            case "speaker":
                return _ranked(typed, {name: name for name in self.speakers.names})
            case "kind":
                return _ranked(typed, {name: kind_label(name) for name in KIND_NAMES})
            case "date" | "adopted" | "accessed":
                dates = library.fields.column(field)
                return _years(typed, [dates[row.id] for row in self._documents() if row.id in dates])
            case "note" | "editornote":
                return ()
            case _:
                return _ranked(typed, {value: value for value in library.fields.used(library.fields.resolve(field))})

    def _field_names(self) -> dict[str, str]:
        """Return what can be asked for, with what it is called in the user's language."""
        library = self._session.library
        own = [] if library is None else library.fields.own()
        return {**field_names(), **{field.name: field.name for field in own}}


def field_names() -> dict[str, str]:
    """Return what can be asked for in every library, with what it is called in the user's language."""
    asked = {
        "tag": tr("Tag"),
        "color": tr("Colour"),
        "in": tr("Collection"),
        "note": tr("Note"),
        "speaker": tr("Speaker"),
    }
    return {name: asked[name] if name in asked else field_label(name) for name in FIELDS}


def _years(typed: str, dates: Iterable[str]) -> list[tuple[str, str]]:
    """Return the years of dates; behind the two dots of a span those that may end it."""
    since, dots, until = typed.rpartition("..")
    years = sorted({date[:4] for date in dates})
    found = [year for year in years if year.startswith(until) and (not dots or year >= since[:4])]
    return [(since + dots + year, since + dots + year) for year in found]


@lru_cache(maxsize=8)
def _value(names: tuple[str, ...]) -> re.Pattern[str]:
    """Return what matches a value that is begun behind the name of a field."""
    fields = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    return re.compile(BEGUN + rf"(?P<field>{fields})[:：](?P<value>\"[^\"]*|[^\s\u3000\"()]*)$")


def _named(typed: str, names: Mapping[str, str]) -> list[Completing]:
    """Return the fields that are called so, in Latin letters or in Chinese: each as it is being typed."""
    rows: list[Completing] = []
    chinese = {field: name for name, field in CHINESE.items()}
    for field, words in names.items():
        called, other = (field, words) if field.startswith(typed) else (chinese.get(field, ""), field)
        if called.startswith(typed):
            rows.append(Completing(ICONS.get(field, OTHER), f"{called}:  {other}", f"{called}:", len(typed)))
    return rows


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
