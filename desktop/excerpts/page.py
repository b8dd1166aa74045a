"""The excerpts of the library that answer a question, as a page in the centre."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QMenu, QVBoxLayout, QWidget

from desktop.excerpts.conditions import Condition, added, without
from desktop.excerpts.picker import ConditionPicker
from desktop.excerpts.question import ADDING_KEY, QuestionHead
from desktop.excerpts.wording import Names, read_names, summary
from desktop.itemmodels.passages import PassageModel
from desktop.passageverbs import PassageVerbs
from desktop.translation import tr
from desktop.widgets.passagedelegate import column
from desktop.widgets.passages import Passages
from library.errors import LibraryError, NotFound
from library.models import ExcerptQuery, SmartCollection

if TYPE_CHECKING:
    from desktop.messages import Messages
    from desktop.pens import Pens
    from desktop.session import Session
    from desktop.settings import Settings
    from desktop.theme import Themes
    from library.changes import Changes


class ExcerptsPage(QWidget):
    """Asks a question, anew whenever the library changes, and shows what answers it."""

    asked = Signal()
    """Another question is asked, or it is kept under another name."""
    passage_wanted = Signal(str)
    """A highlight is to be shown in its document."""
    memo_wanted = Signal(list, QRect)
    link_wanted = Signal(str, QRect)
    export_wanted = Signal()
    saving_wanted = Signal()
    change_wanted = Signal()
    text_wanted = Signal()

    def __init__(
        self,
        session: Session,
        themes: Themes,
        settings: Settings,
        messages: Messages,
        pens: Pens,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("centre")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._session = session
        self._themes = themes
        self._messages = messages
        self._names = Names()
        self._picker: ConditionPicker | None = None
        self.query = ExcerptQuery()
        self.smart: SmartCollection | None = None
        """The smart collection that is open, as it is kept."""
        self.kept = False
        """Whether it asks just this question."""
        self.model = PassageModel(session, self)
        self.model.patient = True
        self.head = QuestionHead(themes, self)
        self.passages = Passages(self.model, themes, parent=self)
        self.marking = PassageVerbs(session, themes, settings, messages, pens, self)
        self._empty = QLabel(self.passages.viewport())
        self._empty.setProperty("role", "soft")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._empty.setWordWrap(True)
        self._empty.hide()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.head)
        rows.addWidget(self.passages, 1)
        self._connect()
        self.retranslate()

    @property
    def title(self) -> str:
        """What is in view is called."""
        return self.smart.name if self.smart is not None else tr("Excerpts")

    @property
    def picker(self) -> ConditionPicker:
        """The field that adds conditions, made when it is first wanted."""
        if self._picker is None:
            # a child of the window, so that it may reach beyond the page
            self._picker = ConditionPicker(self._session, self._themes, self.window())
            self._picker.added.connect(self._add)
            self._picker.taken_back.connect(self.head.take_back)
            self._picker.closed.connect(self._go_on)
        return self._picker

    def ask(self, query: ExcerptQuery, smart: SmartCollection | None, *, kept: bool) -> None:
        """Ask a question, from the top; `smart` is the smart collection that is open, `kept` if it asks just this."""
        self.smart, self.kept = smart, kept
        if query != self.query:
            self.passages.selectionModel().clear()
            self.passages.verticalScrollBar().setValue(0)
        self.query = query
        self._show_question()
        self.model.show_passages(query)
        self.asked.emit()

    def alter(self, query: ExcerptQuery) -> None:
        """Ask another question in place of this one."""
        self.ask(query, self.smart, kept=False)

    def leave_picker(self) -> None:
        """Close the field that adds conditions, if it is open."""
        if self._picker is not None:
            self._picker.close_picker()

    def suggested_name(self) -> str:
        """Return a name for the question, made of what it asks for."""
        return summary(self.query, self._names) or tr("Excerpts")

    def shut_down(self) -> None:
        """End what runs beside the main thread."""
        if self._picker is not None:
            self._picker.offers.shut_down()

    def retranslate(self) -> None:
        """Speak the user's language."""
        self.setAccessibleName(tr("Excerpts"))
        self.passages.retranslate()
        self._tell_empty()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._enter()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.model.look(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.model.look(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        area = column(QRect(0, 0, self.passages.row_width(), 0))
        self.head.layout().setContentsMargins(area.left(), 26, self.width() - area.right() - 1, 6)
        self._empty.setGeometry(area.left(), 40, area.width(), 80)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() == ADDING_KEY:
            self.head.want_adding()
        else:
            super().keyPressEvent(event)

    def menu(self, ids: list[str]) -> QMenu:
        """Return the menu of what can be done with these passages."""
        menu = QMenu(self)
        menu.addAction(tr("Go to passage"), lambda: self.passage_wanted.emit(ids[0])).setEnabled(len(ids) == 1)
        menu.addSeparator()
        self.marking.fill(menu, self.passages)
        return menu

    # Following

    def _connect(self) -> None:
        head, passages = self.head, self.passages
        head.altered.connect(self.alter)
        head.adding_wanted.connect(lambda place: self.picker.open_at(place))
        head.mending_wanted.connect(self._mend)
        head.saving_wanted.connect(self.saving_wanted)
        head.change_wanted.connect(self.change_wanted)
        head.export_wanted.connect(self.export_wanted)
        head.left.connect(self.text_wanted)
        head.left_below.connect(passages.setFocus)
        passages.opened.connect(self.passage_wanted)
        passages.memo_wanted.connect(self.memo_wanted)
        passages.links_wanted.connect(self.link_wanted)
        self.marking.attend(passages, lambda: self.title)
        passages.menu_wanted.connect(self._open_menu)
        passages.left.connect(self.text_wanted)
        passages.left_above.connect(lambda: (head.chips or [head.add])[0].setFocus(Qt.FocusReason.TabFocusReason))
        self.model.counted.connect(self._show_counts)
        self.model.refused.connect(self._show_problem)
        self._session.changed.connect(self._follow)

    def _follow(self, changes: Changes) -> None:
        if changes.touches("tag", "collection", "document"):
            self._show_question()

    def _show_question(self) -> None:
        library = self._session.library
        if library is not None:
            self._names = read_names(library, self.query)
            name = self.smart.name if self.smart is not None else ""
            self.head.show_question(
                self.query, self._names, name, kept=self.kept, writable=self._session.writable
            )  # fmt: skip

    def _show_counts(self) -> None:
        model = self.model
        self.head.show_counts((model.passage_count, model.document_count) if model.answered else None)
        self._tell_empty()

    def _tell_empty(self) -> None:
        asked = self.query != ExcerptQuery()
        self._empty.setText(
            tr("No passage answers this. Take a condition out, or ask for less.") if asked
            else tr("Nothing is highlighted yet. Mark passages while you read; they gather here.")
        )  # fmt: skip
        self._empty.setVisible(self.model.answered and not self.model.passage_count)

    def _show_problem(self, problem: LibraryError) -> None:
        self._empty.hide()
        self.head.show_problem(problem, mendable=isinstance(problem, NotFound))

    # Doing

    def _enter(self) -> None:
        """Go on in the passages; where nothing is asked for yet, with the question."""
        part = self.head.add if self.query == ExcerptQuery() else self.passages
        part.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_on(self) -> None:
        part = self.passages if self.model.passage_count else self.head.add
        part.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, conditions: list[Condition]) -> None:
        query = self.query
        for condition in conditions:
            query = added(query, condition)
        self.alter(query)

    def _mend(self) -> None:
        library = self._session.library
        if library is not None:
            self.alter(without(self.query, library.retrieval.gone(self.query)))

    def _open_menu(self, place: QPoint) -> None:
        ids = self.passages.chosen_ids()
        if ids:
            menu = self.menu(ids)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(place)
