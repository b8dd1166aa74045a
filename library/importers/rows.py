"""Rows of tables while they are read: each cell is written apart, then all of them are put together."""

from dataclasses import dataclass, field

from library.importers.flow import Flow

DEEPEST = 8
"""Tables within tables above which cells are but paragraphs: such tables are there for the layout."""


@dataclass(slots=True)
class _Row:
    """A row that is open: its cells, and the flow that goes on after it."""

    outer: Flow
    flat: bool
    cells: list[Flow] = field(default_factory=list[Flow])


class Rows:
    """The rows that are open, the innermost last. Each verb takes the flow that is written and returns the next one."""

    def __init__(self) -> None:
        self._rows: list[_Row] = []

    def __bool__(self) -> bool:
        return bool(self._rows)

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
        self._rows[-1].cells.append(Flow())
        return self._rows[-1].cells[-1]

    def end_cell(self, flow: Flow) -> Flow:
        """End a cell."""
        flow.end_paragraph()
        return self._rows[-1].outer if self._rows else flow

    def end_row(self, flow: Flow) -> Flow:
        """End the innermost row, and write its cells."""
        if not self._rows:
            return flow
        row = self._rows.pop()
        row.outer.add_row(row.cells)
        return row.outer
