"""Context menus of the shelf and of the document table."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from desktop.itemmodels.holdings import ORDERS, Holdings, Order
from desktop.shelf.verbs import ShelfVerbs
from desktop.translation import tr


class MenuMaker:
    """Puts a context menu together."""

    def __init__(self, parent: QWidget) -> None:
        self.menu = QMenu(parent)

    def add(
        self, text: str, handler: Callable[[], object], shortcut: QKeySequence | None = None, *, enabled: bool = True
    ) -> None:
        """Add a row that calls `handler`; the shortcut is only shown, the view itself answers it."""
        action = self.menu.addAction(text)
        action.setEnabled(enabled)
        if shortcut is not None:
            action.setShortcut(shortcut)
            action.setShortcutVisibleInContextMenu(True)
        action.triggered.connect(lambda: handler())

    def separate(self) -> None:
        """Begin another group of rows."""
        if not self.menu.isEmpty():
            self.menu.addSeparator()

    def add_stages(self, holdings: Holdings, verbs: ShelfVerbs, document_ids: list[str]) -> None:
        """Add what says that documents are read, or not yet."""
        stages = {holdings.stage(document_id) for document_id in document_ids}
        self.add(tr("Mark as read"), lambda: verbs.mark(document_ids, done=True), enabled=bool(stages - {"done"}))
        self.add(tr("Mark as unread"), lambda: verbs.mark(document_ids, done=False), enabled=bool(stages - {"unread"}))

    def add_original(self, holdings: Holdings, verbs: ShelfVerbs, document_ids: list[str]) -> None:
        """Add what can be done with the file that a document was imported from."""
        document = holdings.document(document_ids[0]) if len(document_ids) == 1 else None
        if document is None or not document.original_sha:
            return
        document_id = document.id
        self.separate()
        self.add(tr("Open the original"), lambda: verbs.original_wanted.emit(document_id))
        self.add(tr("Export original…"), lambda: verbs.original_export_wanted.emit(document_id))
        self.add(tr("Check the original"), lambda: verbs.original_check_wanted.emit(document_id))
        self.separate()

    def add_orders(self, holdings: Holdings, collection_id: str) -> None:
        """Add the choice of what the documents of a collection, or of all, are sorted by."""
        below = self.menu.addMenu(tr("Sort by"))
        group = QActionGroup(below)
        for order in ORDERS:
            action = below.addAction(order_title(order))
            action.setCheckable(True)
            action.setChecked(holdings.order(collection_id) == order)
            group.addAction(action)
            action.triggered.connect(partial(_choose, holdings, order, collection_id))


def _choose(holdings: Holdings, order: Order, collection_id: str, _checked: bool = False) -> None:
    holdings.choose_order(order, collection_id)


def order_title(order: Order) -> str:
    """Return what an order of documents is called."""
    match order:
        case "title":
            return tr("Title")
        case "date":
            return tr("Date")
        case "added":
            return tr("Date added")
        case "hand":
            return tr("By hand")
