"""The excerpts in the window: a question asked in the centre, kept on the shelf, and what is done with its answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtWidgets import QWidget

from library.errors import LibraryError
from library.models import ExcerptQuery, SmartCollection

if TYPE_CHECKING:
    from desktop.centre import Centre
    from desktop.excerpts.page import ExcerptsPage
    from desktop.messages import Messages
    from desktop.pens import Pens
    from desktop.session import Session
    from desktop.settings import Settings
    from desktop.shelf.panel import ShelfPanel
    from desktop.theme import Themes
    from library.changes import Changes


class Excerpting(QObject):
    """Opens questions and smart collections, and is the one that writes what the page says."""

    opened = Signal(str)
    """Carries what leads here again: the id of the smart collection that is in view now, or the question as JSON."""
    kept = Signal(str)
    """Carries the id of a smart collection that is new on the shelf: its name is to be typed."""
    passage_wanted = Signal(str)
    """A highlight is to be shown in its document."""
    memo_wanted = Signal(list, QRect)
    link_wanted = Signal(str, QRect)
    text_wanted = Signal()
    export_wanted = Signal()

    def __init__(
        self,
        window: QWidget,
        session: Session,
        messages: Messages,
        settings: Settings,
        themes: Themes,
        pens: Pens,
        centre: Centre,
        shelf: ShelfPanel,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._messages = messages
        self._settings = settings
        self._themes = themes
        self._centre = centre
        self._shelf = shelf
        self._pens = pens
        self._page: ExcerptsPage | None = None
        shelf.excerpts_activated.connect(self.open)
        shelf.smarts.altered.connect(self._follow)
        session.closed.connect(self._forget)

    # Where one is

    @property
    def page(self) -> ExcerptsPage:
        """The page, made when it is first wanted."""
        if self._page is None:
            from desktop.excerpts.page import ExcerptsPage

            self._page = page = ExcerptsPage(self._session, self._themes, self._settings, self._messages, self._pens)
            self._centre.add_page(page)
            page.asked.connect(self._tell)
            page.saving_wanted.connect(self.save)
            page.change_wanted.connect(self.change)
            page.link_wanted.connect(self.link_wanted)
            page.passage_wanted.connect(self.passage_wanted)
            page.memo_wanted.connect(self.memo_wanted)
            page.text_wanted.connect(self.text_wanted)
            page.export_wanted.connect(self.export_wanted)
        return self._page

    @property
    def in_view(self) -> bool:
        """Whether the excerpts are in view."""
        return self._page is not None and self._centre.currentWidget() is self._page

    @property
    def title(self) -> str:
        """What the question in view is called, or ""."""
        return self.page.title if self.in_view else ""

    @property
    def query(self) -> ExcerptQuery | None:
        """The question that is in view."""
        return self.page.query if self.in_view else None

    def shows(self, changes: Changes) -> bool:
        """Say whether what changed is among the excerpts in view, or will be once they are looked up again."""
        library, altered = self._session.library, changes.ids("highlight") | changes.ids("tagging")
        if library is None or not self.in_view:
            return False
        return self.page.model.holds(altered) or library.retrieval.is_answer(altered, self.page.query)

    # Going there

    def go(self) -> None:
        """Show the excerpts of the library, or the question that is put together and not kept yet; go on there."""
        if self.page.kept:
            self.open("")
        else:
            self._show(self.page.query, self.page.smart, kept=False)
        self._centre.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def open(self, key: str) -> None:
        """Show the smart collection with this id, or the question in this JSON; "" stands for all excerpts."""
        from library.annotation.retrieval import query_from_json

        try:
            smart = self._shelf.smarts.find(key)
            query = query_from_json(smart.query if smart is not None else key or "{}")
        except LibraryError as error:
            self._messages.failure(error)
            return
        self._show(query, smart, kept=smart is not None)

    def enter(self, key: str) -> None:
        """Show a question and go on there."""
        self.open(key)
        self._centre.setFocus(Qt.FocusReason.OtherFocusReason)

    def shut_down(self) -> None:
        """End what runs beside the main thread."""
        if self._page is not None:
            self._page.shut_down()

    # Verbs

    def save(self) -> None:
        """Keep the question that is in view on the shelf; its name is typed there."""
        from library.annotation.retrieval import query_to_json

        self.page.leave_picker()  # the focus goes to the name
        name, text = self.page.suggested_name().replace("/", "·"), query_to_json(self.page.query)
        self._session.write(lambda library: library.smart.add(name, "excerpts", text), self._begin)

    def change(self) -> None:
        """Let the smart collection that is open ask the question that is in view from now on."""
        from library.annotation.retrieval import query_to_json

        smart, text = self.page.smart, query_to_json(self.page.query)
        if smart is not None:
            self._session.write(lambda library: library.smart.ask(smart.id, text))

    def _show(self, query: ExcerptQuery, smart: SmartCollection | None, *, kept: bool) -> None:
        if self._session.library is None:
            return
        self.page.ask(query, smart, kept=kept)
        self._centre.show_page(self.page)
        self._tell()

    def _tell(self) -> None:
        if self.in_view:
            from library.annotation.retrieval import query_to_json

            page = self.page
            self._shelf.show_smart(page.smart.id if page.smart is not None else "")
            self.opened.emit(page.smart.id if page.smart is not None and page.kept else query_to_json(page.query))

    def _begin(self, smart: SmartCollection) -> None:
        self.page.ask(self.page.query, smart, kept=True)
        self.kept.emit(smart.id)

    def _follow(self) -> None:
        """Follow the smart collection that is open: renamed, asking something else, or gone."""
        page = self._page
        if page is None or page.smart is None:
            return
        from library.annotation.retrieval import query_from_json, query_to_json

        now = self._shelf.smarts.find(page.smart.id)
        if now is None:
            page.ask(page.query, None, kept=False)
        elif now != page.smart:
            same = now.query == query_to_json(page.query)
            query = query_from_json(now.query) if page.kept and not same else page.query
            page.ask(query, now, kept=page.kept or same)

    def _forget(self) -> None:
        if self._page is not None:
            self._page.smart, self._page.kept, self._page.query = None, False, ExcerptQuery()
