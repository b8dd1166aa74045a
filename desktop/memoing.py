"""Memos in the window: listed and shown in the centre, made, written, sent to, exported and deleted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.itemmodels.references import References
from desktop.late import Late
from desktop.takingback import TakingBack
from desktop.translation import plural, tr
from library.errors import LibraryError, NotFound
from library.references import parts

if TYPE_CHECKING:
    from desktop.centre import Centre
    from desktop.jobs import Jobs
    from desktop.memos.list import MemoList
    from desktop.memos.page import MemoPage
    from desktop.memos.picker import MemoPicker
    from desktop.messages import Messages
    from desktop.session import Session
    from desktop.settings import Settings
    from desktop.shelf.panel import ShelfPanel
    from desktop.theme import Themes
    from library.changes import Changes
    from library.library import Library
    from library.models import Excerpt, Memo


class Memoing(QObject):
    """Shows the memos of the open library, and is the one that writes what the page says."""

    opened = Signal(str)
    """Carries the id of the memo that is in view now, or "" for the list of them."""
    passage_wanted = Signal(str)
    """Carries the id of a highlight that is to be shown in its document."""
    text_wanted = Signal()
    export_wanted = Signal(str)
    """Carries the id of a memo that is to be exported."""

    def __init__(
        self,
        window: QWidget,
        session: Session,
        jobs: Jobs,
        messages: Messages,
        settings: Settings,
        themes: Themes,
        centre: Centre,
        shelf: ShelfPanel,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._messages = messages
        self._centre = centre
        self._shelf = shelf
        self._taking_back = TakingBack(session, messages)
        self._writing = 0
        self._sent: list[str] = []
        self._left: QWidget | None = None
        self._settings = settings
        self._themes = themes
        self.late_page = Late(self._make_page)
        self._late_list = Late(self._make_list)
        self._late_picker = Late(self._make_picker)
        self._connect()

    @property
    def page(self) -> MemoPage:
        """The page of a memo, made now unless it is there."""
        return self.late_page.get()

    @property
    def list(self) -> MemoList:
        """The list of memos, made now unless it is there."""
        return self._late_list.get()

    @property
    def picker(self) -> MemoPicker:
        """What asks for a memo, made now unless it is there."""
        return self._late_picker.get()

    # Where one is

    @property
    def memo_id(self) -> str | None:
        """The memo that is in view."""
        page = self.late_page.find()
        return page.memo_id if page is not None and self._centre.currentWidget() is page else None

    @property
    def title(self) -> str:
        """What is in view: the title of a memo, the name of the list, or ""."""
        row = self._shelf.memos.find(self.memo_id or "")
        if row is not None:
            return row.memo.title
        return tr("Memos") if self._centre.currentWidget() is self._late_list.find() else ""

    def open(self, memo_id: str) -> None:
        """Show a memo, or for "" the list of all."""
        library = self._session.library
        if library is None:
            return
        if not memo_id:
            self._centre.show_page(self.list)
        else:
            memo = library.memos.get(memo_id)
            if memo_id != self.page.memo_id:
                self.page.show_memo(memo, self._excerpts(memo), writable=self._session.writable)
            self._centre.show_page(self.page)
        self._shelf.show_memo(memo_id)
        self.opened.emit(memo_id)

    def go(self) -> None:
        """Go back to the memo that was last written in, sent to or made; without any, to the list."""
        self._save_page()
        rows = self._shelf.memos.latest()
        self.enter(rows[0].memo.id if rows else "")

    def enter(self, memo_id: str) -> None:
        """Show a memo, or for "" the list of all, and go on there."""
        self.open(memo_id)
        self._centre.setFocus(Qt.FocusReason.OtherFocusReason)

    # Verbs

    def add(self) -> None:
        """Make a memo, show it, and let its title be typed."""
        title = tr("New memo")
        self._session.write(lambda library: library.memos.add(title), self._begin)

    def send(self, highlight_ids: Sequence[str], anchor: QRect) -> None:
        """Ask which memo highlights go to; `anchor`, in global coordinates, is where they stand."""
        if highlight_ids and self._session.writable:
            self._sent = list(highlight_ids)
            self._left = self._window.focusWidget()
            self.picker.open_at(anchor)

    def put(self, highlight_ids: Sequence[str], memo_id: str) -> None:
        """Put the excerpts of highlights at the end of a memo."""
        self._send(list(highlight_ids), memo_id, "")

    def remove(self, memo_ids: Sequence[str]) -> None:
        """Delete memos at once, and offer to take it back."""
        ids = list(memo_ids)
        done = plural(len(ids), "Memo deleted", "{count} memos deleted")
        self._taking_back.write(lambda library: library.memos.remove(*ids), done)

    def export(self, memo_id: str | None = None) -> None:
        """Have a memo exported, the one in view by default."""
        row = self._shelf.memos.find(memo_id or self.memo_id or "")
        if row is not None:
            self._save_page()
            self.export_wanted.emit(row.memo.id)

    # Following

    def _connect(self) -> None:
        shelf, session = self._shelf, self._session
        shelf.memo_activated.connect(self.open)
        shelf.memo_removal_wanted.connect(self.remove)
        shelf.memo_export_wanted.connect(self.export)
        shelf.memo_wanted.connect(self.add)
        shelf.highlights_dropped.connect(self.put)
        session.changed.connect(self._follow)
        self._centre.turned.connect(self._leave)

    def _make_page(self) -> MemoPage:
        from desktop.memos.page import MemoPage  # once it is wanted: what is loaded at the start is waited for

        page, session = MemoPage(self._themes, self._settings), self._session
        page.parts.complete_from(References(session))
        self._centre.add_page(page)
        page.title_changed.connect(self._rename)
        page.saved.connect(self._save)
        page.part_moved.connect(self._move)
        page.part_removed.connect(self._take_out)
        page.excerpts_dropped.connect(self._drop)
        page.excerpt_opened.connect(self.passage_wanted)
        page.text_wanted.connect(self.text_wanted)
        session.closing.connect(page.save)
        session.closed.connect(page.forget)
        return page

    def _make_list(self) -> MemoList:
        from desktop.memos.list import MemoList

        made = MemoList(self._shelf.memos, self._themes)
        self._centre.add_page(made)
        made.opened.connect(self.enter)
        made.new_wanted.connect(self.add)
        made.export_wanted.connect(self.export)
        made.removal_wanted.connect(lambda memo_id: self.remove([memo_id]))
        return made

    def _make_picker(self) -> MemoPicker:
        from desktop.memos.picker import MemoPicker

        picker = MemoPicker(self._shelf.memos, self._themes, self._window)
        picker.memo_chosen.connect(lambda memo_id, title: self._send(self._sent, memo_id, title))
        picker.closed.connect(self._return)
        return picker

    def _last_id(self) -> str | None:
        """Return the memo that was shown last."""
        page = self.late_page.find()
        return page.memo_id if page is not None else None

    def _save_page(self) -> None:
        page = self.late_page.find()
        if page is not None:
            page.save()

    def _leave(self) -> None:
        if self._centre.currentWidget() is not self.late_page.find():
            self._save_page()

    def _excerpts(self, memo: Memo, known: Iterable[Excerpt | None] = ()) -> list[Excerpt]:
        """Return the excerpts in a memo, in no order; those that are known are not read again."""
        library = self._session.library
        held = {part.highlight_id for part in parts(memo.text) if part.highlight_id is not None}
        found = [excerpt for excerpt in known if excerpt is not None and excerpt.highlight.id in held]
        held -= {excerpt.highlight.id for excerpt in found}
        return found + library.excerpts.of_highlights(held) if library is not None and held else found

    def _follow(self, changes: Changes) -> None:
        library, memo_id = self._session.library, self._last_id()
        if library is None:
            return
        if memo_id is not None and self._concerns(changes, memo_id) and not self._writing:
            # a memo put in another order says nothing new of its excerpts
            known = self.page.parts.excerpts.values() if set(changes.keys) == {"memo"} else ()
            self._refresh(library, memo_id, known)
        if changes.initiator != "do" and len(changes.ids("memo")) == 1:
            (altered,) = changes.ids("memo")
            if altered != self.memo_id and self._shelf.memos.find(altered) is not None:
                self.open(altered)  # what was undone out of sight is shown

    def _concerns(self, changes: Changes, memo_id: str) -> bool:
        """Say whether the page shows anything of what changed."""
        if not self._session.writable or memo_id in changes.ids("memo") or changes.touches("tag"):
            return True
        held = self.page.parts.excerpts
        documents = {excerpt.document.id for excerpt in held.values() if excerpt is not None}
        return bool(documents & changes.document_ids) or bool(held.keys() & changes.ids("highlight"))

    def _refresh(self, library: Library, memo_id: str, known: Iterable[Excerpt | None] = ()) -> None:
        try:
            memo = library.memos.get(memo_id)
        except NotFound:
            in_view = self.memo_id is not None
            self.page.forget()
            if in_view:
                self.open("")
            return
        self.page.follow(memo, self._excerpts(memo, known))

    # Writing

    def _begin(self, memo: Memo) -> None:
        self.open(memo.id)
        self.page.title.selectAll()
        self.page.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self, text: str) -> None:
        memo_id = self.page.memo_id
        if memo_id is None or not self._session.writable:
            return
        self._writing += 1
        self._session.write(lambda library: _write(library, memo_id, text), self._saved)

    def _saved(self, error: LibraryError | None) -> None:
        """Look at the memo again once nothing is on its way any more: what came meanwhile was older than the page."""
        self._writing -= 1
        if error is not None:
            self._messages.failure(error)
        library, memo_id = self._session.library, self.page.memo_id
        if not self._writing and library is not None and memo_id is not None and error is None:
            self._refresh(library, memo_id)

    def _rename(self, title: str) -> None:
        memo_id = self.page.memo_id
        if memo_id is not None and self._session.writable:
            self._session.write(lambda library: library.memos.rename(memo_id, title))

    def _move(self, part: int, step: int) -> None:
        memo_id = self.page.memo_id
        if memo_id is not None:
            self._session.write(lambda library: library.memos.move_part(memo_id, part, step))

    def _take_out(self, part: int) -> None:
        memo_id = self.page.memo_id
        if memo_id is not None:
            self._session.write(lambda library: library.memos.remove_part(memo_id, part))

    def _drop(self, highlight_ids: list[str], part: int) -> None:
        memo_id = self.page.memo_id
        if memo_id is None:
            return

        def verb(library: Library) -> None:
            held = parts(library.memos.get(memo_id).text)
            library.memos.send(memo_id, highlight_ids, held[part].end if 0 <= part < len(held) else None)

        self._session.write(verb)

    def _send(self, highlight_ids: list[str], memo_id: str, title: str) -> None:
        name = title or tr("New memo")

        def verb(library: Library) -> Memo:
            if memo_id:
                library.memos.send(memo_id, highlight_ids)
                return library.memos.get(memo_id)
            with library.journal.operation(
                "Send {count} excerpts to “{name}”",
                one="Send excerpt to “{name}”",
                count=len(highlight_ids),
                name=name,
            ):
                made = library.memos.add(name)
                library.memos.send(made.id, highlight_ids)
            return made

        self._session.write(verb, lambda memo: self._tell_sent(memo, highlight_ids))

    def _tell_sent(self, memo: Memo, highlight_ids: list[str]) -> None:
        if memo.id != self.memo_id:
            told = _sent_words(memo, highlight_ids)
            self._messages.notice(told, tr("Open"), lambda: self._enter(memo.id))

    def _return(self) -> None:
        if self._left is not None and self._left.isVisible():
            self._left.setFocus(Qt.FocusReason.OtherFocusReason)


def _sent_words(memo: Memo, highlight_ids: list[str]) -> str:
    """Say that excerpts were sent to a memo, and whether any stands in it several times now."""
    count, name = len(highlight_ids), memo.title
    held = Counter(part.highlight_id for part in parts(memo.text))
    if any(held[highlight_id] > 1 for highlight_id in highlight_ids):
        return plural(
            count,
            "Excerpt sent to “{name}”, which held it already",
            "{count} excerpts sent to “{name}”, which held some of them already",
            name=name,
        )
    return plural(count, "Excerpt sent to “{name}”", "{count} excerpts sent to “{name}”", name=name)


def _write(library: Library, memo_id: str, text: str) -> LibraryError | None:
    """Set the text of a memo; return what stopped it. With a memo that is gone goes what was typed in it."""
    try:
        library.memos.write(memo_id, text)
    except NotFound:
        return None
    except LibraryError as error:
        return error
    return None
