"""The steps of the history, newest first, fetched a page at a time."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QLocale, QModelIndex, QObject, QPersistentModelIndex, Qt, QTime

from desktop.translation import tr, words
from library.models import Step

if TYPE_CHECKING:
    from desktop.session import Session

PAGE = 200

_Index = QModelIndex | QPersistentModelIndex


class StepModel(QAbstractListModel):
    """Rows of what was done; with TimeRole when, with StepRole the `Step`, with LineRole what begins below a row."""

    StepRole = Qt.ItemDataRole.UserRole + 1
    TimeRole = Qt.ItemDataRole.UserRole + 2
    LineRole = Qt.ItemDataRole.UserRole + 3

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._steps: list[Step] = []
        self._more = True
        self.fetchMore()
        session.changed.connect(self.refresh)

    @property
    def steps(self) -> list[Step]:
        """The steps that were fetched."""
        return self._steps

    @property
    def last_row(self) -> int:
        """The row of the step that was done last, or -1."""
        return next((row for row, step in enumerate(self._steps) if not step.undone), -1)

    def refresh(self) -> None:
        """Read again as many steps as were fetched: some were undone, redone, or are new."""
        library = self._session.library
        wanted = max(len(self._steps), PAGE)
        steps = library.journal.history(wanted) if library is not None else []
        if [step.id for step in steps] == [step.id for step in self._steps]:
            self._steps = steps
            if steps:
                self.dataChanged.emit(self.index(0), self.index(len(steps) - 1))
            return
        self.beginResetModel()
        self._steps, self._more = steps, len(steps) == wanted
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._steps)

    def canFetchMore(self, parent: _Index = QModelIndex()) -> bool:  # noqa: B008
        return self._more and not parent.isValid()

    def fetchMore(self, parent: _Index = QModelIndex()) -> None:  # noqa: B008
        library = self._session.library
        before = self._steps[-1].id if self._steps else None
        page = library.journal.history(PAGE, before=before) if library is not None else []
        self._more = len(page) == PAGE
        if page:
            self.beginInsertRows(QModelIndex(), len(self._steps), len(self._steps) + len(page) - 1)
            self._steps.extend(page)
            self.endInsertRows()

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        step = self._steps[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return words(step)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            state = (tr("undone"),) if step.undone else ()
            return ", ".join((words(step), when(step), *state))
        if role == self.TimeRole:
            return when(step)
        if role == self.LineRole:
            return tr("This session began here") if self._ends_session(index.row()) else ""
        return step if role == self.StepRole else None

    def _ends_session(self, row: int) -> bool:
        """Say whether the step of a row is the first of this session, with earlier ones below it."""
        below = self._steps[row + 1] if row + 1 < len(self._steps) else None
        return self._steps[row].this_session and below is not None and not below.this_session


def when(step: Step) -> str:
    """Return when a step was done, in the person's time and language: the time today, before that with the date."""
    moment = datetime.fromisoformat(step.created).astimezone()
    time = QLocale().toString(QTime(moment.hour, moment.minute), QLocale.FormatType.ShortFormat)
    today = moment.date() == datetime.now(UTC).astimezone().date()
    return time if today else f"{moment.date().isoformat()}  {time}"
