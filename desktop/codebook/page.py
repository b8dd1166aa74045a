"""The page of a tag: what it means, what it stands together with, and all its passages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QLabel, QMenu, QVBoxLayout, QWidget

from desktop.codebook.facts import Companion, read_companions, read_facts
from desktop.codebook.head import TagHead
from desktop.itemmodels.passages import PassageModel, Wanted
from desktop.passageverbs import PassageVerbs
from desktop.tags import TagVerbs
from desktop.translation import tr
from desktop.widgets.passages import Passages

if TYPE_CHECKING:
    from desktop.messages import Messages
    from desktop.pens import Pens
    from desktop.session import Session
    from desktop.settings import Settings
    from desktop.theme import Themes
    from library.changes import Changes
    from library.models import Color

MANY = 3000
"""More passages than this are looked up beside the main thread."""


class TagPage(QWidget):
    """Shows one tag and keeps true what it shows."""

    tag_wanted = Signal(str)
    """The page of another tag is to be shown."""
    passage_wanted = Signal(str)
    """A highlight is to be shown in its document."""
    memo_wanted = Signal(list, QRect)
    link_wanted = Signal(str, QRect)
    export_wanted = Signal(str, bool, str)
    """Carries the id of a tag whose passages are to be exported, whether with those of the tags below it, and the id of
    another tag that they must have, or ""."""
    text_wanted = Signal()
    renamed = Signal()
    """What the tag that is shown is called may have changed."""
    gone = Signal()
    """The tag that was shown is no more."""

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
        self._wanted: Wanted | None = None
        self._stale = False
        self.name = ""
        self.verbs = TagVerbs(session, themes, messages, self)
        self.marking = PassageVerbs(session, themes, settings, messages, pens, self)
        self.model = PassageModel(session, self)
        self.head = TagHead(themes)
        self.passages = Passages(self.model, themes, self.head, self)
        self._empty = QLabel(self.passages.viewport())
        self._empty.setProperty("role", "soft")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.passages)
        self._connect()
        self.retranslate()

    @property
    def tag_id(self) -> str | None:
        """The tag that is shown."""
        return self._wanted.tag_id if self._wanted is not None else None

    def show_tag(self, tag_id: str) -> None:
        """Show a tag from the top of its page, with the passages of the tags below it."""
        self.save()
        self._wanted = Wanted(tag_id)
        self._read()
        self.model.show_passages(self._wanted)
        self.passages.selectionModel().clear()
        self.passages.verticalScrollBar().setValue(0)

    def forget(self) -> None:
        """Show no tag any more; nothing is saved."""
        self._wanted, self.name = None, ""
        self.model.show_passages(None)

    def save(self) -> None:
        """Have what is unsaved saved."""
        if self._wanted is not None:
            self.head.describing.save()

    def describe(self) -> None:
        """Go to the field for what the tag means."""
        self.passages.verticalScrollBar().setValue(0)
        self.head.describing.editors["description"].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def retranslate(self) -> None:
        """Speak the user's language."""
        self.setAccessibleName(tr("Page of the tag"))
        self._empty.setText(tr("No highlight carries this tag."))
        self.passages.retranslate()
        self._show_counts()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.passages.setFocus(event.reason())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.model.look(True)
        if self._stale:
            self._read()
        self.passages.place_header()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.model.look(False)

    def menu(self, ids: list[str]) -> QMenu:
        """Return the menu of what can be done with these passages."""
        menu = QMenu(self)
        menu.addAction(tr("Go to passage"), lambda: self.passage_wanted.emit(ids[0])).setEnabled(len(ids) == 1)
        menu.addSeparator()
        taking = menu.addAction(tr("Take the tag off"), lambda: self._untag(ids))
        taking.setShortcut(QKeySequence("Del"))
        taking.setEnabled(self._session.writable)
        self.marking.fill(menu, self.passages)
        return menu

    # Following

    def _connect(self) -> None:
        head, passages = self.head, self.passages
        head.tag_wanted.connect(self.tag_wanted)
        head.both_wanted.connect(lambda tag_id: self._want(with_tag=tag_id or None))
        head.below_wanted.connect(lambda below: self._want(below=below))
        head.renamed.connect(lambda name: self.verbs.rename(self.tag_id or "", name))
        head.recolored.connect(self._recolor)
        head.note_wanted.connect(lambda: self.verbs.write_note(self.tag_id or ""))
        head.merge_wanted.connect(lambda: self.verbs.merge([self.tag_id] if self.tag_id else []))
        head.export_wanted.connect(self._export)
        head.describing.written.connect(lambda tag_id, name, text: self.verbs.write_fields(tag_id, {name: text}))
        head.height_changed.connect(passages.place_header)
        head.left.connect(self.text_wanted)
        head.left_below.connect(passages.setFocus)
        passages.opened.connect(self.passage_wanted)
        passages.untagging_wanted.connect(self._untag)
        passages.memo_wanted.connect(self.memo_wanted)
        passages.links_wanted.connect(self.link_wanted)
        self.marking.attend(passages, lambda: self.name)
        passages.menu_wanted.connect(self._open_menu)
        passages.left.connect(self.text_wanted)
        passages.left_above.connect(lambda: head.title.setFocus(Qt.FocusReason.BacktabFocusReason))
        self.model.counted.connect(self._show_counts)
        self._session.changed.connect(self._follow)
        self._session.closing.connect(self.save)
        self._session.closed.connect(self.forget)

    def _follow(self, changes: Changes) -> None:
        if self._wanted is None or not changes.touches("tag", "tagging", "document"):
            return
        if self.isVisible() or changes.touches("tag"):
            self._read()
        else:
            self._stale = True

    def _read(self) -> None:
        library, wanted = self._session.library, self._wanted
        if library is None or wanted is None:
            return
        self._stale = False
        facts = read_facts(library, wanted.tag_id)
        if facts is None:
            self.forget()
            self.gone.emit()
            return
        self.name, self.model.patient = facts.tag.name, facts.total > MANY
        self.head.show_facts(facts, below=wanted.below, writable=self._session.writable)
        self.renamed.emit()
        if facts.total > MANY:
            self._session.ask(
                "companions",
                lambda reading: read_companions(reading, wanted.tag_id),
                lambda companions: self._show_companions(wanted.tag_id, companions),
            )
        else:
            self._show_companions(wanted.tag_id, read_companions(library, wanted.tag_id))

    def _show_companions(self, tag_id: str, companions: Sequence[Companion]) -> None:
        wanted = self._wanted
        if wanted is None or wanted.tag_id != tag_id:
            return
        self.head.show_companions(companions, wanted.with_tag)
        if wanted.with_tag is not None and all(one.tag.id != wanted.with_tag for one in companions):
            self._want(with_tag=None)  # there are no longer any passages with both

    def _want(self, *, below: bool | None = None, with_tag: str | None = None) -> None:
        """Show other passages of the same tag."""
        wanted = self._wanted
        if wanted is not None:
            chosen = wanted.with_tag if below is not None else with_tag
            self._wanted = Wanted(wanted.tag_id, wanted.below if below is None else below, chosen)
            self._read()
            self.model.show_passages(self._wanted)

    def _show_counts(self) -> None:
        self.head.show_counts(self.model.passage_count, self.model.document_count)
        self._empty.setVisible(self.model.answered and not self.model.passage_count)
        self.passages.place_header()
        self._empty.setGeometry(0, self.head.height() + 40, self.passages.row_width(), 40)

    # Doing

    def _export(self) -> None:
        """Have exported what is shown, and no other passages of the tag."""
        if self._wanted is not None:
            self.export_wanted.emit(self._wanted.tag_id, self._wanted.below, self._wanted.with_tag or "")

    def _recolor(self, color: Color) -> None:
        if self.tag_id is not None:
            self.verbs.recolor([self.tag_id], color)

    def _untag(self, highlight_ids: list[str]) -> None:
        if self.tag_id is not None and self._session.writable:
            self.verbs.withdraw(highlight_ids, self.tag_id, self.name)

    def _open_menu(self, place: QPoint) -> None:
        ids = self.passages.chosen_ids()
        if ids:
            menu = self.menu(ids)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(place)
