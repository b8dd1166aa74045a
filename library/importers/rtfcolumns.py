"""The columns of the tables of rich text, which gives the right edge of each cell of a row."""

_NEAR = 60
"""Twips by which edges of the same column may differ."""


class RtfColumns:
    """The edges of the cells of a row, and of those of the rows above it in its table, in twips."""

    def __init__(self) -> None:
        self._known: list[int] = []
        self._row: list[int] = []
        self._cell = 0

    def begin_row(self) -> None:
        """Begin a row."""
        self._row.clear()
        self._cell = 0

    def add_edge(self, edge: int) -> None:
        """Take the right edge of the next cell of the row."""
        self._row.append(edge)

    def end_cell(self) -> int:
        """End a cell and return over how many columns of the rows above it reaches."""
        left = self._row[self._cell - 1] if 0 < self._cell <= len(self._row) else None
        right = self._row[self._cell] if self._cell < len(self._row) else None
        self._cell += 1
        if right is None:
            return 1
        within = (edge for edge in self._known if edge <= right + _NEAR and (left is None or edge > left + _NEAR))
        return max(sum(1 for _ in within), 1)

    def end_row(self) -> None:
        """End the row: its edges are known to the rows below it."""
        new = [edge for edge in self._row if all(abs(edge - known) > _NEAR for known in self._known)]
        self._known += new[:200]
        self._cell = 0

    def leave(self) -> None:
        """Leave the table."""
        self._known.clear()
