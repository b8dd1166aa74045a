"""The search panel: the field and its switches, what was found as a list, and the text around a hit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.itemmodels.findings import FindingsModel
from desktop.search.answer import AnswerView
from desktop.search.chip import PinyinChip
from desktop.search.completing import Completion
from desktop.search.field import QueryField
from desktop.search.head import SearchHead
from desktop.search.inquirer import Inquirer
from desktop.search.offers import Offers
from desktop.search.question import Found, Offered, Page, Question, Sections
from desktop.translation import tr, words

if TYPE_CHECKING:
    from desktop.session import Session
    from desktop.settings import Settings
    from desktop.theme import Themes
    from library.changes import Changes
    from library.errors import LibraryError
    from library.models import Document

MARGIN = 12
ASK_AFTER = 60
"""Milliseconds of rest in typing before the library is asked: fewer than between two keys of a fast typist."""
LOOK_AFTER = 400
"""Milliseconds after a change before it is looked again what there is now."""
TOUCHED = (
    "document", "field_value", "own_field", "note", "tag", "tagging", "highlight", "collection", "placement", "speaker",
    "speaker_name",
)  # fmt: skip


class SearchPanel(QWidget):
    """Asks the library what is typed, as it is typed.

    `model` holds what was found in texts, `question` what was asked. What other rooms offer above the results goes
    into `head.chips`, by `head.show_chips`. Hits that are ticked are `model.ticked`; all of them are found again, in a
    job of its own, by asking `library.search` the same `question`.
    """

    asked = Signal()
    """Another question is put: what was offered for the one before is over."""
    answered = Signal()
    """All documents with hits are known, in `model`."""
    hit_opened = Signal(object)
    """Carries a `Hit` that is to be shown in its document."""
    document_opened = Signal(str)
    """Carries the id of a document that is to be shown at its first hit."""
    entry_opened = Signal(object)
    """Carries the `Entry` of a title, a note or a tag that is to be shown."""
    menu_wanted = Signal(int, QPoint)
    """Carries the row of which a menu is wanted, and where, in global coordinates."""
    text_wanted = Signal()

    def __init__(
        self,
        session: Session,
        themes: Themes,
        settings: Settings,
        documents: Callable[[], Sequence[Document]],
        parent: QWidget | None = None,
    ) -> None:
        """`documents` are those that are not in the bin."""
        super().__init__(parent)
        self._session = session
        self.question = Question("")
        self.applied = ""
        self.complete = False
        self._fresh = self._refused = False
        self.inquirer = Inquirer(session, self)
        self.model = FindingsModel(self)
        self.others = FindingsModel(self)
        self.field = QueryField(themes, self._take_key, self)
        self.head = SearchHead(themes, settings, self)
        self._completion = Completion(self.field, self.head.chips, Offers(session, documents), themes, settings)
        self.answer = AnswerView(session, themes, self.model, self.others, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = QVBoxLayout()
        top.setContentsMargins(MARGIN, 0, MARGIN, 4)
        top.setSpacing(6)
        top.addWidget(self.field)
        top.addWidget(self.head)
        column.addLayout(top)
        column.addWidget(self.answer, 1)
        self._asking = QTimer(self, singleShot=True, interval=ASK_AFTER)
        self._looking = QTimer(self, singleShot=True, interval=LOOK_AFTER)
        self._connect()
        self.retranslate()

    @property
    def answered_question(self) -> Question:
        """What was found answers this: what was asked or, where that is nowhere, what it is the pinyin of."""
        return replace(self.question, query=self.applied) if self.applied else self.question

    def search_for(self, query: str) -> None:
        """Put a query into the field and look for it at once."""
        self.field.setText(query)
        self._ask()

    def ask_again(self, question: Question) -> None:
        """Put a question that was kept, with its switches."""
        self.head.set_switches(question)
        self.search_for(question.query)

    def ask_typed(self) -> None:
        """Ask what is typed, unless that was done already."""
        if self._asking.isActive():
            self._ask()

    def look_again(self) -> None:
        """Ask once more what could not be answered: the index is there now."""
        if self._refused:
            self._looking.start()

    def show_help(self) -> None:
        """Show how to ask; once more, and it is put away."""
        self.answer.toggle_help()

    def set_wide(self, wide: bool) -> None:
        """Have the preview beside the results, where there is the room, or below them."""
        self.answer.set_wide(wide)

    def look(self) -> None:
        """Put the keyboard into the field, on all that is typed there."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def retranslate(self) -> None:
        """Speak the user's language."""
        self.setAccessibleName(tr("Search the library"))
        self.field.setPlaceholderText(tr("Search the library"))
        self.field.setAccessibleName(tr("Search the library"))
        self.head.retranslate()
        self.answer.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.field.setFocus(event.reason())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._looking.isActive():
            self._look_again()

    def _connect(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._asking.timeout.connect(self._ask)
        self._looking.timeout.connect(self._look_again)
        self.field.textChanged.connect(lambda: self._asking.start())
        self.field.entered.connect(self._enter)
        self.field.left.connect(self.text_wanted)
        self.head.switched.connect(self._ask)
        self.head.order_chosen.connect(self._sort)
        inquirer = self.inquirer
        inquirer.indexing.connect(self.answer.show_indexing)
        inquirer.found.connect(self._take_found)
        inquirer.sections_found.connect(self._take_sections)
        inquirer.fetched.connect(self._take_page)
        inquirer.offered.connect(self._take_offered)
        inquirer.refused.connect(self._explain)
        self.model.hits_wanted.connect(inquirer.fetch)
        self.answer.hit_opened.connect(self.hit_opened)
        self.answer.document_opened.connect(self.document_opened)
        self.answer.entry_opened.connect(self.entry_opened)
        self.answer.menu_wanted.connect(self.menu_wanted)
        self.answer.left.connect(self.look)
        self.answer.example_chosen.connect(self._try)
        self.head.help_wanted.connect(self.show_help)
        self._session.changed.connect(self._follow)
        self._session.closed.connect(self._forget)

    def _take_key(self, event: QKeyEvent) -> bool:
        """Say whether a key typed in the field is for the list that completes it."""
        return self._completion.take(event)

    def _ask(self) -> None:
        """Put the question that is typed, unless it is blank."""
        self._asking.stop()
        self._looking.stop()
        self.question = self.head.question(self.field.text())
        self.complete = False
        self._fresh, self._refused = True, False
        self.applied = ""
        self.asked.emit()
        if not self.question.query.strip() or self._session.library is None:
            self._clear()
            return
        self.answer.begin()
        self.inquirer.ask(self.question)

    def _clear(self) -> None:
        """Show that nothing is asked."""
        self.inquirer.cancel()
        self.model.show(())
        self.others.show(())
        self.head.show_nothing()
        self.head.show_chips(())
        self.answer.show_nothing()

    def _forget(self) -> None:
        self.field.clear()
        self._asking.stop()
        self._clear()

    def _sort(self) -> None:
        """Show what was found in another order."""
        self.question = self.head.question(self.field.text())
        if self.question.query.strip() and self.complete:
            self.inquirer.sort(self.question)

    def _take_found(self, found: Found) -> None:
        self.complete = not found.partial
        if self._fresh:
            self._fresh = False
            self.model.begin()
        self.model.show(found.groups)
        self.head.show_found(found)
        self.answer.show_found(found)
        if self.complete:
            self.answered.emit()

    def _take_sections(self, sections: Sections) -> None:
        self.others.show(sections.groups)
        self.answer.show_sections(sections)

    def _take_offered(self, offered: Offered) -> None:
        """Offer what was typed as pinyin above what was found."""
        self.applied = offered.words[0] if offered.applied else ""
        chips = [PinyinChip(word, applied=word == self.applied, parent=self.head) for word in offered.words]
        for chip in chips:
            chip.clicked.connect(lambda _=False, word=chip.word: self.search_for(word))
        self.head.show_chips(chips)

    def _take_page(self, page: Page) -> None:
        self.model.take_hits(page.document_id, page.first, page.hits)
        self.answer.show_current()

    def _explain(self, error: LibraryError) -> None:
        """Say in words what is wrong with the query, or with the index."""
        self._refused = True
        self.model.show(())
        self.others.show(())
        self.head.show_nothing()
        self.head.show_chips(())
        self.answer.show_mistake(words(error))

    def _enter(self) -> None:
        """Go on to what was found, asking first where that was not done yet."""
        self.ask_typed()
        self._completion.remember(self.field.text())
        self.answer.enter()

    def _try(self, query: str) -> None:
        """Look for an example of the help, and let it be changed."""
        self.search_for(query)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow(self, changes: Changes) -> None:
        """Look again once something changed that a query may ask for; where nobody looks, when someone does."""
        if self.question.query.strip() and changes.touches(*TOUCHED):
            self._looking.start()

    def _look_again(self) -> None:
        if self.isVisible():
            self._ask()
