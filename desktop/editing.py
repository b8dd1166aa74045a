"""Undo, redo, copy and select all: first for the text field that has the focus, then for the library and the text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from desktop.translation import plural, tr, words
from desktop.widgets.question import ask
from library.models import Step

if TYPE_CHECKING:
    from desktop.copying import Copying
    from desktop.reader.pane import ReaderPane
    from desktop.session import Session
    from desktop.stands import Stands
    from library.library import Library

Field = QLineEdit | QPlainTextEdit | QTextEdit


class Editing(QObject):
    """Knows the last step and the next one, and who should undo."""

    def __init__(self, window: QWidget, session: Session, stands: Stands, copying: Copying) -> None:
        super().__init__(window)
        self._copying = copying
        self._window = window
        self._session = session
        self._stands = stands
        self._last: Step | None = None
        self._next: Step | None = None
        session.opened.connect(self.refresh)
        session.closed.connect(self.refresh)
        session.changed.connect(self.refresh)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._watch)

    @property
    def _pane(self) -> ReaderPane:
        return self._stands.active.pane

    @property
    def can_undo(self) -> bool:
        field = focused_field()
        return can_undo(field) or (self._last is not None and self._session.writable)

    @property
    def can_redo(self) -> bool:
        field = focused_field()
        return can_redo(field) or (self._next is not None and self._session.writable)

    @property
    def can_copy(self) -> bool:
        field = focused_field()
        return has_selection(field) if field is not None else self._copying.can_copy

    @property
    def can_select_all(self) -> bool:
        return focused_field() is not None or self._pane.hasFocus()

    @property
    def undo_text(self) -> str:
        """What undo would do, by name."""
        if can_undo(focused_field()):
            return tr("Undo typing")
        return tr("Undo “{step}”", step=words(self._last)) if self._last else tr("Undo")

    @property
    def redo_text(self) -> str:
        """What redo would do, by name."""
        if can_redo(focused_field()):
            return tr("Redo typing")
        return tr("Redo “{step}”", step=words(self._next)) if self._next else tr("Redo")

    def undo(self) -> None:
        """Take back typing in the focused field, else the last step; ask first where that may surprise."""
        field = focused_field()
        if field is not None and can_undo(field):
            field.undo()
        elif self._last is not None:
            step = self._last
            question = tr("Undo “{step}”?", step=words(step))
            self._take(tr("Undo"), question, step, step.adds_documents, self._session.undo)

    def redo(self) -> None:
        """Do typing in the focused field again, else the step undone last."""
        field = focused_field()
        if field is not None and can_redo(field):
            field.redo()
        elif self._next is not None:
            step = self._next
            question = tr("Redo “{step}”?", step=words(step))
            self._take(tr("Redo"), question, step, step.deletes_documents, self._session.redo)

    def go_to_step(self, step: Step, between: Sequence[Step]) -> None:
        """Undo or redo until `step` is the last one done; ask first, once, where one of those `between` may surprise.

        A step that is undone is redone, and those before it; all that was done after one that stands is undone.
        """
        back = not step.undone
        taken = [each for each in between if each.undone != back]
        if not taken:
            return
        question = _travel_question(step, taken, back=back)
        losing = [each for each in taken if (each.adds_documents if back else each.deletes_documents)]
        early = [each for each in taken if not each.this_session]
        if losing:
            more = tr("Documents leave the library with it: “{step}”.", step=words(losing[0]))
        else:
            more = tr("It goes back before this session: “{step}”.", step=words(early[0])) if early else ""
        action = self._undo_to if back else self._redo_to
        if more:
            answer = tr("Undo") if back else tr("Redo")
            ask(self._window, question, answer, lambda: action(step.id), more=more, risky=bool(losing))
        else:
            action(step.id)

    def copy(self) -> None:
        """Copy what is selected in the focused field, else in the text."""
        field = focused_field()
        if field is not None:
            field.copy()
        else:
            self._copying.copy()

    def select_all(self) -> None:
        """Select all that is in the focused field, else in the text."""
        field = focused_field()
        if field is not None:
            field.selectAll()
        else:
            self._pane.select_all()

    def refresh(self) -> None:
        """Look again which step is the last and which the next."""
        library = self._session.library
        self._last = library.journal.undoable() if library else None
        self._next = library.journal.redoable() if library else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Ctrl+Z through to the library where the focused field has no typing of its own to take back."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            spent_undo = event.matches(QKeySequence.StandardKey.Undo) and not can_undo(watched)
            spent_redo = event.matches(QKeySequence.StandardKey.Redo) and not can_redo(watched)
            if spent_undo or spent_redo:
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    def _undo_to(self, step_id: int) -> None:
        def verb(library: Library) -> None:
            while (last := library.journal.undoable()) is not None and last.id > step_id:
                library.undo()

        self._session.write(verb)

    def _redo_to(self, step_id: int) -> None:
        def verb(library: Library) -> None:
            while (following := library.journal.redoable()) is not None and following.id <= step_id:
                library.redo()

        self._session.write(verb)

    def _take(self, answer: str, question: str, step: Step, loses: bool, action: Callable[[], object]) -> None:
        """Take a step; ask first, by name, where it is of an earlier session or documents leave the library."""
        if loses:
            more = tr("Documents leave the library with it.")
            ask(self._window, question, answer, action, more=more, risky=True)
        elif not step.this_session:
            ask(self._window, question, answer, action, more=tr("It was done before you opened the library."))
        else:
            action()

    def _watch(self, left: QWidget | None, entered: QWidget | None) -> None:
        if isinstance(left, Field):
            left.removeEventFilter(self)
        if isinstance(entered, Field):
            entered.installEventFilter(self)


def _travel_question(step: Step, taken: Sequence[Step], *, back: bool) -> str:
    name, count = words(taken[0] if len(taken) == 1 else step), len(taken)
    if back:
        return plural(count, "Undo “{step}”?", "Undo {count} steps, back to “{step}”?", step=name)
    return plural(count, "Redo “{step}”?", "Redo {count} steps, up to “{step}”?", step=name)


def focused_field() -> Field | None:
    """Return the text field that has the focus, or None."""
    widget = QApplication.focusWidget()
    return widget if isinstance(widget, Field) else None


def can_undo(field: QObject | None) -> bool:
    """Say whether a field has typing of its own to take back."""
    if isinstance(field, QLineEdit):
        return field.isUndoAvailable()
    return isinstance(field, QPlainTextEdit | QTextEdit) and field.document().isUndoAvailable()


def can_redo(field: QObject | None) -> bool:
    """Say whether a field has typing of its own to do again."""
    if isinstance(field, QLineEdit):
        return field.isRedoAvailable()
    return isinstance(field, QPlainTextEdit | QTextEdit) and field.document().isRedoAvailable()


def has_selection(field: Field) -> bool:
    """Say whether anything is selected in a field."""
    if isinstance(field, QLineEdit):
        return field.hasSelectedText()
    return field.textCursor().hasSelection()
