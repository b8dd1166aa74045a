"""Rows of tables while they are read: each cell is written apart, then all of them are put together."""

import re
from dataclasses import dataclass, field

from library.importers.flow import Flow

_SPAN = re.compile(r"[1-9]\d{0,3}", re.ASCII)
COLUMNS = 100
"""Columns of a table from which cells that are to stand in several are but one."""

DEEPEST = 8
"""Tables within tables above which cells are but paragraphs: such tables are there for the layout."""


@dataclass(slots=True)
class _Row:
    """A row that is open: its cells, and the flow that goes on after it."""

    outer: Flow
    flat: bool
    cells: list[Flow] = field(default_factory=list[Flow])
    written: int = 0
    reaching: dict[int, int] = field(default_factory=dict[int, int])


class Rows:
    """The rows that are open, the innermost last. Each verb takes the flow that is written and returns the next one.

    A cell that reaches over several columns or rows stands in the first of them, and the others are empty.
    """

    def __init__(self) -> None:
        self._rows: list[_Row] = []
        self._tables: list[dict[int, int]] = []

    def __bool__(self) -> bool:
        return bool(self._rows)

    def begin_table(self) -> None:
        """Begin a table, whose cells may reach down into the next rows."""
        self._tables.append({})

    def end_table(self) -> None:
        """End a table."""
        if self._tables:
            self._tables.pop()

    def begin_row(self, flow: Flow) -> Flow:
        """Begin a row."""
        flow.end_paragraph()
        self._rows.append(_Row(flow, flat=len(self._rows) >= DEEPEST))
        return flow

    def begin_cell(self, flow: Flow) -> Flow:
        """Begin the next cell of the innermost row."""
        flow.end_paragraph()
        if not self._rows or self._rows[-1].flat:
            return flow
        row = self._rows[-1]
        self._pass_over_reached(row)
        row.cells.append(Flow())
        row.written += 1
        return row.cells[-1]

    def reach(self, columns: int, rows: int = 1) -> None:
        """Let the cell that has just begun reach over as many columns and rows."""
        if not self._rows or self._rows[-1].flat:
            return
        row = self._rows[-1]
        first = len(row.cells) - 1
        row.cells += (Flow() for _ in range(min(columns, COLUMNS - first) - 1))
        if rows > 1:
            row.reaching.update(dict.fromkeys(range(first, len(row.cells)), rows - 1))

    def end_cell(self, flow: Flow) -> Flow:
        """End a cell."""
        flow.end_paragraph()
        return self._rows[-1].outer if self._rows else flow

    def end_row(self, flow: Flow) -> Flow:
        """End the innermost row, and write its cells."""
        if not self._rows:
            return flow
        row = self._rows.pop()
        reached = self._pass_over_reached(row)
        alone = row.written == 1 and not reached and not row.cells[0].empty
        row.outer.add_row(row.cells[:1] if alone else row.cells)
        if self._tables:
            self._tables[-1].update(row.reaching)
        return row.outer

    def _pass_over_reached(self, row: _Row) -> bool:
        """Leave empty the next columns of a row into which cells of rows above reach, and say whether there are any."""
        reached = self._tables[-1] if self._tables and not row.flat else {}
        before = len(row.cells)
        while reached.get(len(row.cells), 0):
            reached[len(row.cells)] -= 1
            row.cells.append(Flow())
        return len(row.cells) > before


def span(written: str) -> int:
    """Return over how many columns or rows a cell reaches, as a file says it."""
    return int(written) if _SPAN.fullmatch(written) else 1
