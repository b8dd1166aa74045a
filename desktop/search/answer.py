"""The answer to a query: what was found in texts, titles, notes and tags, each as a list, with a preview."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from desktop.itemmodels.findings import Entry, FindingsModel
from desktop.search.help import HelpSheet
from desktop.search.preview import Preview
from desktop.search.question import Found, Indexing, Sections
from desktop.search.resultlist import ResultList
from desktop.translation import tr
from desktop.widgets.segments import Segments

if TYPE_CHECKING:
    from desktop.session import Session
    from desktop.theme import Themes

Part = Literal["texts", "others"]
TEXTS, OTHERS = "texts", "others"
MARGIN = 12
LIST_SHARE, PREVIEW_SHARE = 7, 3
WIDE = 720
"""Pixels of width from which on the preview can stand beside the list."""
SLOW = 250
"""Milliseconds after which it is said that an answer is being looked for."""


class AnswerView(QWidget):
    """Turns to what was found; where there is nothing, says so, or what is wrong with the query."""

    hit_opened = Signal(object)
    document_opened = Signal(str)
    entry_opened = Signal(object)
    menu_wanted = Signal(int, QPoint)
    example_chosen = Signal(str)
    """Carries an example of a query."""
    left = Signal()

    def __init__(
        self,
        session: Session,
        themes: Themes,
        model: FindingsModel,
        others: FindingsModel,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._others = others
        self.list = ResultList(model, themes, self)
        self.other_list = ResultList(others, themes, self)
        self.preview = Preview(session, themes, self)
        self.parts = Segments([TEXTS, OTHERS], self)
        self.said = QLabel(self)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setWordWrap(True)
        self.said.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.said.setMargin(2 * MARGIN)
        self.progress = QProgressBar(self)
        self.progress.setProperty("role", "job")
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(themes.current.length("progress_height"))
        self.progress.hide()
        self._slow = QTimer(self, singleShot=True, interval=SLOW)
        self._slow.timeout.connect(self._show_waiting)
        self._waiting = self._wide = False
        self._help: HelpSheet | None = None
        self._build()
        self._connect()
        self.show_nothing()

    # What is shown

    def begin(self) -> None:
        """A question was put: what was found for the one before stays until there is an answer, or it takes long."""
        self._waiting = True
        self._slow.start()

    def show_found(self, found: Found) -> None:
        """Show the documents with hits."""
        self._settle()
        if found.groups:
            self._stack.setCurrentWidget(self._splitter)
            self.parts.select(TEXTS)
        elif not self._others.rowCount():
            self._say(tr("Nothing was found in the texts."))

    def show_sections(self, sections: Sections) -> None:
        """Show what else was found, at once where the texts have nothing."""
        count = sum(group.total for group in sections.groups)
        self._name_parts(count)
        self.parts.setVisible(bool(count))
        if count and not self._model.rowCount():
            self._stack.setCurrentWidget(self._splitter)
            self.parts.select(OTHERS)
        elif not count and not self._model.rowCount():
            self.parts.select(TEXTS)
            self._say(tr("Nothing was found."))

    def show_indexing(self, indexing: Indexing) -> None:
        """Say how far the index is."""
        self._slow.stop()
        self.progress.setRange(0, max(1, indexing.total))
        self.progress.setValue(indexing.done)
        self.progress.show()
        if not self._model.rowCount():
            told = tr("The texts are being prepared for searching: {done} of {total}.",
                      done=f"{indexing.done:,}", total=f"{indexing.total:,}")  # fmt: skip
            self._say(told)

    def show_mistake(self, words: str) -> None:
        """Say what is wrong with a query."""
        self._settle()
        self.parts.hide()
        self._say(words, mistake=True)

    def show_nothing(self) -> None:
        """Say what can be done here."""
        self._settle()
        self.parts.hide()
        self._say(tr("Type what to look for in all texts, titles, notes and tags."))

    def toggle_help(self) -> None:
        """Show how to ask, with the keyboard there, or put it away."""
        if self._help is None:
            self._help = HelpSheet(self)
            self._help.chosen.connect(self.example_chosen)
            self._help.left.connect(self.toggle_help)
            self._stack.addWidget(self._help)
        if self._stack.currentWidget() is self._help:
            self._stack.setCurrentWidget(self._splitter if self._has_rows else self.said)
            self.left.emit()
        else:
            self._stack.setCurrentWidget(self._help)
            self._help.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_current(self) -> None:
        """Show in the preview what is current in the list, as far as it is known."""
        shown = self.parts.current
        row = (self.list if shown == TEXTS else self.other_list).row
        if shown == TEXTS:
            hit = self._model.hit(row)
            if hit is not None:
                self.preview.show_hit(hit)
        else:
            entry = self._others.index(max(0, row)).data(FindingsModel.EntryRole)
            if isinstance(entry, Entry):
                self.preview.show_entry(entry)

    def go_to_hit(self, document_id: str, number: int) -> None:
        """Make a hit of a document the current one, that is looked at, or the head where its group is folded."""
        group = self._model.find_group(document_id)
        if group is not None:
            self.list.go_to(self._model.row(group, number))

    def enter(self) -> None:
        """Go to the list."""
        if self._stack.currentWidget() is self._splitter:
            (self.list if self.parts.current == TEXTS else self.other_list).enter()

    def set_wide(self, wide: bool) -> None:
        """Have the preview beside the list, as long as there is the room, or below it."""
        self._wide = wide
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def retranslate(self) -> None:
        """Speak the user's language."""
        self.list.setAccessibleName(tr("What was found"))
        self.other_list.setAccessibleName(tr("What was found"))
        self.progress.setAccessibleName(tr("Searching"))
        self.preview.retranslate()
        self._name_parts(sum(group.total for group in self._others.groups))
        if self._stack.currentWidget() is self.said and self.said.property("role") != "error":
            self.show_nothing()

    @property
    def _has_rows(self) -> bool:
        return bool(self._model.rowCount() or self._others.rowCount())

    # Inside

    def _lay_out(self) -> None:
        """Have the preview beside the list or below it, in their usual shares where that is another place."""
        beside = self._wide and self.width() >= WIDE
        orientation = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        if orientation != self._splitter.orientation():
            self._splitter.setOrientation(orientation)
            self._splitter.setSizes([100 * LIST_SHARE, 100 * PREVIEW_SHARE])

    def _build(self) -> None:
        self._lists = QStackedWidget(self)
        self._lists.addWidget(self.list)
        self._lists.addWidget(self.other_list)
        self._splitter = QSplitter(Qt.Orientation.Vertical, self)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self._lists)
        self._splitter.addWidget(self.preview)
        self._splitter.setStretchFactor(0, LIST_SHARE)
        self._splitter.setStretchFactor(1, PREVIEW_SHARE)
        self._splitter.setSizes([100 * LIST_SHARE, 100 * PREVIEW_SHARE])
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.said)
        self._stack.addWidget(self._splitter)
        self.parts.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.progress)
        parts = QHBoxLayout()
        parts.setContentsMargins(MARGIN, 0, MARGIN, 2)
        parts.addWidget(self.parts)
        column.addLayout(parts)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.parts.changed.connect(self._turn)
        for view in (self.list, self.other_list):
            view.left.connect(self.left)
            view.gone_to.connect(lambda _: self.show_current())
        self.list.opened.connect(self.open_row)
        self.list.menu_wanted.connect(self.menu_wanted)
        self.other_list.opened.connect(self._open_other)
        self._model.modelReset.connect(self.preview.clear)

    def open_row(self, row: int) -> None:
        """Have the hit in a row shown in its document, or the document of a head."""
        number, inside = self._model.place(row)
        group, hit = self._model.groups[number], self._model.hit(row)
        if inside < 0 and group.kind == "document":
            self.document_opened.emit(group.id)
        elif hit is not None:
            self.hit_opened.emit(hit)

    def _open_other(self, row: int) -> None:
        entry = self._others.index(row).data(FindingsModel.EntryRole)
        if isinstance(entry, Entry):
            self.entry_opened.emit(entry)

    def _turn(self, part: str) -> None:
        self._lists.setCurrentWidget(self.list if part == TEXTS else self.other_list)
        self.preview.clear()
        self.show_current()

    def _name_parts(self, others: int) -> None:
        self.parts.set_text(TEXTS, tr("Texts"))
        self.parts.set_text(OTHERS, tr("Titles, notes, tags · {count}", count=f"{others:,}"))

    def _show_waiting(self) -> None:
        """Say that it is still being looked for: nothing that is shown answers the question."""
        if self._waiting:
            self.progress.setRange(0, 0)
            self.progress.show()

    def _settle(self) -> None:
        self._waiting = False
        self._slow.stop()
        self.progress.hide()

    def _say(self, text: str, *, mistake: bool = False) -> None:
        role = "error" if mistake else "soft"
        if self.said.property("role") != role:
            self.said.setProperty("role", role)
            self.said.style().polish(self.said)
        self.said.setText(text)
        self._stack.setCurrentWidget(self.said)
