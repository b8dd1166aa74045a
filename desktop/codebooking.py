"""The codebook in the window: the page of a tag in the centre, and on which tags what is done to tags is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from desktop.late import Late
from desktop.tags import TagVerbs
from desktop.widgets.swatch import swatch_icon

if TYPE_CHECKING:
    from desktop.centre import Centre
    from desktop.codebook.page import TagPage
    from desktop.itemmodels.tagnodes import TagOrder
    from desktop.messages import Messages
    from desktop.pens import Pens
    from desktop.session import Session
    from desktop.settings import Settings
    from desktop.sidebar.tags import TagsView
    from desktop.theme import Themes
    from library.changes import Changes

RECENT_TAGS = 12


class Codebooking(QObject):
    """Shows the page of a tag, and does what menus and keys do to tags."""

    opened = Signal(str)
    """Carries the id of the tag whose page is in view now."""
    left = Signal()
    """The tag whose page was in view is gone."""

    def __init__(
        self,
        window: QWidget,
        session: Session,
        messages: Messages,
        settings: Settings,
        themes: Themes,
        pens: Pens,
        centre: Centre,
        tags: Late[TagsView],
    ) -> None:
        super().__init__(window)
        self._session = session
        self._settings = settings
        self._themes = themes
        self._centre = centre
        self._tags = tags
        self._messages = messages
        self._pens = pens
        self._verbs = TagVerbs(session, themes, messages, window)
        self.late_page = Late(self._make_page)
        centre.turned.connect(self._save)

    # Where one is

    @property
    def page(self) -> TagPage:
        """The page, made now unless it is there."""
        return self.late_page.get()

    @property
    def tag_id(self) -> str | None:
        """The tag whose page is in view."""
        page = self._page_in_view()
        return page.tag_id if page is not None else None

    @property
    def title(self) -> str:
        """What the tag whose page is in view is called, or ""."""
        return self.page.name if self.tag_id is not None else ""

    @property
    def tag_ids(self) -> list[str]:
        """The tags on which a verb acts: that of the page in view, unless the keyboard is in the tree of tags."""
        focused = QApplication.focusWidget()
        tags = self._tags.find()
        in_tree = focused is not None and tags is not None and tags.isAncestorOf(focused)
        if self.tag_id is not None and not in_tree:
            return [self.tag_id]
        return self.row_ids

    @property
    def row_ids(self) -> list[str]:
        """The tags that are selected in the tree, as long as that is in view."""
        tags = self._tags.find()
        return tags.chosen_ids() if tags is not None and tags.isVisible() else []

    @property
    def order(self) -> TagOrder:
        """What the tree is sorted by, or will be once it is shown."""
        from desktop.sidebar.tags import kept_order

        tags = self._tags.find()
        return tags.model.order if tags is not None else kept_order(self._session.library)

    def open(self, tag_id: str) -> None:
        """Show the page of a tag; NotFound if there is no such tag."""
        library = self._session.library
        if library is None:
            return
        library.tags.get(tag_id)
        if tag_id != self.page.tag_id:
            self.page.show_tag(tag_id)
        self._centre.show_page(self.page)
        self.opened.emit(tag_id)

    def enter(self, tag_id: str) -> None:
        """Show the page of a tag and go on there."""
        self.open(tag_id)
        self._centre.setFocus(Qt.FocusReason.OtherFocusReason)

    def go(self) -> None:
        """Show the page of the tag that is selected in the tree, or go back to the page that was shown last."""
        wanted = next(iter(self.row_ids), None) or self._last_id()
        if wanted is not None:
            self.enter(wanted)

    @property
    def can_go(self) -> bool:
        """Whether there is a page to show."""
        return self._last_id() is not None or bool(self.row_ids)

    def fill(self, menu: QMenu) -> None:
        """Offer the pages of the tags used last."""
        menu.clear()
        library = self._session.library
        paths = library.tags.paths() if library is not None else {}
        for tag in library.tags.recent(RECENT_TAGS) if library is not None else []:
            action = menu.addAction(swatch_icon(self._themes.current, tag.color), paths[tag.id].replace("&", "&&"))
            action.triggered.connect(lambda _on=False, tag_id=tag.id: self.enter(tag_id))

    def shows(self, changes: Changes) -> bool:
        """Say whether the page in view shows what changed: taggings with its tag or one below, or its passages."""
        library = self._session.library
        tree = library.tags.tree() if library is not None else None
        if tree is None or self.tag_id not in tree.nodes:
            return False
        branch = {tag.id for tag in tree.branch(self.tag_id)}
        altered = {key[1] for key in changes.keys.get("tagging", ())}
        return bool(branch & altered) or self.page.model.holds(changes.ids("highlight"))

    # Verbs

    def describe(self) -> None:
        """Let the tag be described: on its page where that is in view, else in a dialog."""
        ids = self.tag_ids
        if ids and ids[0] == self.tag_id:
            self.page.describe()
        elif ids:
            self._verbs.describe(ids[0])

    def merge(self) -> None:
        """Ask which tag these are to become."""
        self._verbs.merge(self.tag_ids)

    def paste(self) -> None:
        """Let the list of tags in the clipboard be looked at and added."""
        self._verbs.paste(QGuiApplication.clipboard().text(), next(iter(self.tag_ids), None))

    def import_list(self) -> None:
        """Let a list of tags be chosen from a file, looked at and added."""
        self._verbs.import_list(next(iter(self.tag_ids), None))

    # Inside

    def _make_page(self) -> TagPage:
        from desktop.codebook.page import TagPage  # once it is wanted: what is loaded at the start is waited for

        page = TagPage(self._session, self._themes, self._settings, self._messages, self._pens)
        self._centre.add_page(page)
        page.tag_wanted.connect(self.enter)
        page.gone.connect(self._leave)
        return page

    def _page_in_view(self) -> TagPage | None:
        page = self.late_page.find()
        return page if page is not None and self._centre.currentWidget() is page else None

    def _last_id(self) -> str | None:
        """Return the tag whose page was shown last."""
        page = self.late_page.find()
        return page.tag_id if page is not None else None

    def _save(self) -> None:
        page = self.late_page.find()
        if page is not None and self._centre.currentWidget() is not page:
            page.save()

    def _leave(self) -> None:
        if self._page_in_view() is not None:
            self.left.emit()
