"""The palette over a window: what there is gathered as it opens, and what is chosen done."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from desktop.actions import ACTIONS, ENTRIES, MENUS
from desktop.actionspecs import MenuSpec
from desktop.itemmodels.holdings import ALL
from desktop.late import Late
from desktop.palette.entries import Entry, Kind
from desktop.palette.stock import Stock
from desktop.translation import CHINESE, read_catalogue, tr
from desktop.widgets.palette import Palette

if TYPE_CHECKING:
    from desktop.window import MainWindow
    from library.changes import Changes
    from library.headings import Heading, Outline

REMEMBERED = 40
"""So many entries that were chosen lately stand first."""
OPENER = "palette"
OF_STEPS = ("undo", "redo")
"""Actions that are called after what was done last, which is not what one looks for."""


class Choosing(QObject):
    """Opens the palette. It is gone as soon as something is chosen or the focus goes elsewhere."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._left: QWidget | None = None
        self._chinese: dict[str, str] = {}
        self._stale: set[Kind] = {"document", "collection", "tag", "smart", "memo"}
        self._stock = Stock(self)
        self._palette = Late(self._make_palette)
        self._stock.improved.connect(self._offer_again)
        window.session.outlines.changed.connect(lambda _: self._take_headings())
        holdings = window.shelf.holdings
        for signal in (holdings.reset, holdings.altered):
            signal.connect(lambda: self._stale.update(("document", "collection")))
        for signal in (window.session.opened, window.session.closed):
            signal.connect(lambda: self._stale.update(("tag", "memo")))
        for signal in (window.shelf.smarts.reset, window.shelf.smarts.altered):
            signal.connect(lambda: self._stale.add("smart"))
        window.session.changed.connect(self._follow)

    @property
    def palette(self) -> Palette:
        """The palette, made now unless it is there."""
        return self._palette.get()

    def open(self) -> None:
        """Open the palette, or close it where it is open."""
        if self.palette.isVisible():
            self.palette.close_palette()
            return
        self._left = QApplication.focusWidget()
        self._window.menus.refresh()
        self._stock.set("action", self._actions())
        self._gather()
        self._take_headings()
        self.palette.open()

    def shut_down(self) -> None:
        """End what runs beside the main thread."""
        self._stock.wait()

    # What there is

    def _actions(self) -> list[Entry]:
        if not self._chinese:
            self._chinese = read_catalogue(CHINESE)
        menus = {spec.id: spec for spec in (*MENUS, *ENTRIES) if isinstance(spec, MenuSpec)}
        found: list[Entry] = []
        for spec in ACTIONS:
            action = self._window.menus[spec.id]
            menu = menus[spec.menu]
            above = (menu.text,) if menu.parent else ()
            text = " › ".join((*map(tr, above), action.text().replace("&&", "&")))
            english = (*above, spec.text)
            chinese = (self._chinese.get(part, part) for part in english)
            names = dict.fromkeys((*(() if spec.id in OF_STEPS else (text,)), " ".join(english), " ".join(chinese)))
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            if spec.id != OPENER:
                found.append(Entry("action", spec.id, text, tuple(names), keys, action.isEnabled()))
        return found

    def _gather(self) -> None:
        """Gather again what has changed since the palette was last open."""
        library, holdings = self._window.session.library, self._window.shelf.holdings
        stale, self._stale = self._stale, set()
        if "document" in stale:
            documents = holdings.documents(ALL) if library is not None else []
            self._stock.set("document", [Entry("document", row.id, row.title, (row.title,)) for row in documents])
        if "collection" in stale:
            rows = library.collections.tree() if library is not None else None
            paths = rows.paths() if rows is not None else {}
            self._stock.set("collection", [_pathed("collection", *item) for item in paths.items()])
        if "tag" in stale:
            tags = library.tags.paths() if library is not None else {}
            self._stock.set("tag", [_pathed("tag", *item) for item in sorted(tags.items(), key=lambda item: item[1])])
        if "smart" in stale:
            smarts = self._window.shelf.smarts.all()
            self._stock.set("smart", [Entry("smart", row.id, row.name, (row.name,)) for row in smarts])
        if "memo" in stale:
            memos = library.memos.all() if library is not None else []
            self._stock.set("memo", [Entry("memo", row.id, row.title, (row.title,)) for row in memos])

    def _take_headings(self) -> None:
        document = self._window.reading.document if self._window.centre.shows_text else None
        outline = self._window.session.outlines.find(document.id) if document is not None else None
        headings = outline.headings if outline is not None else ()
        self._stock.set("heading", [_heading(outline, heading) for heading in headings if outline is not None])
        self._offer_again()

    def _follow(self, changes: Changes) -> None:
        self._stale.update(kind for kind in ("tag", "memo") if changes.touches(kind))

    # Offering and doing

    def _offer(self, query: str) -> None:
        self.palette.offer(self._stock.find(query, self._window.settings.recent_choices))

    def _offer_again(self) -> None:
        """Offer what is found now, unless one has moved down in what was found before."""
        palette = self._palette.find()
        if palette is not None and palette.isVisible() and palette.list.currentIndex().row() <= 0:
            self._offer(palette.field.text())

    def _make_palette(self) -> Palette:
        palette = Palette(self._window.themes, self._window)
        palette.typed.connect(self._offer)
        palette.chosen.connect(self._choose)
        palette.closed.connect(self._return_focus)
        return palette

    def _return_focus(self) -> None:
        if self._left is not None:
            self._left.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, entry: Entry) -> None:
        settings = self._window.settings
        if entry.kind != "heading":  # which is one of this text alone
            others = [key for key in settings.recent_choices if key != entry.key]
            settings.recent_choices = (entry.key, *others)[:REMEMBERED]
        does: dict[Kind, Callable[[str], object]] = {
            "action": self._trigger,
            "heading": lambda start: self._window.outlining.go(int(start)),
            "document": self._open_document,
            "tag": self._window.codebook.enter,
            "collection": self._window.navigation.open_list,
            "smart": self._window.shelf.activate_smart,
            "memo": self._window.memoing.open,
        }
        does[entry.kind](entry.id)

    def _trigger(self, action_id: str) -> None:
        self._window.menus.refresh()
        self._window.menus[action_id].trigger()

    def _open_document(self, document_id: str) -> None:
        self._window.navigation.open_document(document_id)
        self._window.sides.focus("centre")


def _heading(outline: Outline, heading: Heading) -> Entry:
    """Return the entry of a heading, shown with those that it stands below, found by its own words."""
    return Entry("heading", str(heading.start), " › ".join(outline.path(heading.start)), (heading.title,))


def _pathed(kind: Kind, id: str, path: str) -> Entry:
    """Return the entry of a node in a tree, found by its full name and by its own."""
    return Entry(kind, id, path, tuple(dict.fromkeys((path, path.rpartition("/")[2]))))
