"""How the document table was left: its columns, their order and width, and what it was sorted by."""

import json
from dataclasses import asdict, dataclass, field
from typing import Any

from desktop.itemmodels.documents import DocumentsModel
from desktop.settings import Setting, Settings


class TableSettings:
    """How the table was left."""

    documents_columns = Setting("")
    """A `TableLayout` as JSON."""


@dataclass
class TableLayout:
    """Columns by name: their order from the left, widths in pixels, which were chosen, what the rows are sorted by.

    A column is chosen to be seen, or not to be; the others are shown as there is need and room.
    """

    order: list[str] = field(default_factory=list[str])
    widths: dict[str, int] = field(default_factory=dict[str, int])
    chosen: dict[str, bool] = field(default_factory=dict[str, bool])
    sorted_by: str = ""
    descending: bool = False


def read_layout(settings: Settings) -> TableLayout:
    """Return how the table was left; what cannot be read counts as never set."""
    try:
        found = json.loads(settings.read(TableSettings.documents_columns) or "{}")
    except ValueError:
        return TableLayout()
    if not isinstance(found, dict):
        return TableLayout()
    return TableLayout(
        order=[name for name in _part(found, "order", list) if isinstance(name, str)],
        widths={name: width for name, width in _part(found, "widths", dict).items() if isinstance(width, int)},
        chosen={name: bool(shown) for name, shown in _part(found, "chosen", dict).items()},
        sorted_by=_part(found, "sorted_by", str),
        descending=_part(found, "descending", bool),
    )


def write_layout(settings: Settings, layout: TableLayout) -> None:
    """Keep how the table is left."""
    settings.write(TableSettings.documents_columns, json.dumps(asdict(layout)))


def sort_as_left(model: DocumentsModel, settings: Settings) -> None:
    """Sort documents as the table was left, which need not be there: the next document is the next in it."""
    layout = read_layout(settings)
    model.sort_by(layout.sorted_by, descending=layout.descending)


def _part(found: dict[str, Any], name: str, kind: type) -> Any:
    value = found.get(name)
    return value if isinstance(value, kind) else kind()
