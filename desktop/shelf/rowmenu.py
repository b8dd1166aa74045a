"""The context menu of a row on the shelf."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from desktop.itemmodels.holdings import BIN
from desktop.itemmodels.shelfnodes import EXCERPTS, MEMOS, Node
from desktop.shelf.menus import MenuMaker
from desktop.translation import tr

if TYPE_CHECKING:
    from desktop.shelf.panel import ShelfPanel

NAMED = ("collection", "document", "memo", "smart")


def row_menu(shelf: ShelfPanel, node: Node) -> QMenu:
    """Return the menu of what can be done with a row and with those selected with it."""
    maker = MenuMaker(shelf)
    if node.kind != "root" and node.kind != "section":
        maker.add(tr("Open"), shelf.tree.enter)
    if node.kind == "document":
        maker.add(tr("Open in a new tab"), lambda: shelf.tab_wanted.emit(node.id), QKeySequence("Ctrl+Return"))
    if node.kind in NAMED:
        maker.add(tr("Rename"), shelf.rename_current, QKeySequence(Qt.Key.Key_F2))
    maker.separate()
    if node.kind == "memo" or node.id == MEMOS:
        _add_for_memo(maker, shelf, node)
    elif node.kind == "smart":
        _add_for_smart(maker, shelf)
    elif node.id != EXCERPTS:
        _add_for_documents(maker, shelf, node)
    return maker.menu


def _add_for_memo(maker: MenuMaker, shelf: ShelfPanel, node: Node) -> None:
    maker.add(tr("New memo"), shelf.memo_wanted.emit)
    if node.kind == "memo":
        maker.add(tr("Export memo…"), lambda: shelf.memo_export_wanted.emit(node.id))
        maker.separate()
        maker.add(tr("Delete memo"), shelf.remove_selected, _delete())


def _add_for_smart(maker: MenuMaker, shelf: ShelfPanel) -> None:
    ids = shelf.selected().smarts
    maker.add(tr("Move up"), partial(shelf.smart_verbs.step, ids, -1), QKeySequence("Alt+Up"))
    maker.add(tr("Move down"), partial(shelf.smart_verbs.step, ids, 1), QKeySequence("Alt+Down"))
    maker.separate()
    maker.add(tr("Delete smart collection"), shelf.remove_selected, _delete())


def _add_for_documents(maker: MenuMaker, shelf: ShelfPanel, node: Node) -> None:
    maker.add(tr("New collection"), lambda: shelf.add_collection_in(None))
    if node.kind == "collection":
        maker.add(tr("New collection inside"), lambda: shelf.add_collection_in(node.id))
        maker.add(tr("Note…"), lambda: shelf.write_note(node.id))
    maker.add_orders(shelf.holdings, node.id if node.kind == "collection" else "")
    maker.separate()
    if node.kind == "collection":
        maker.add(tr("Delete collection"), shelf.remove_selected, _delete())
    elif node.kind == "document":
        _add_document_removals(maker, shelf, node)
    elif node.kind == "special" and node.id == BIN:
        ids = [document.id for document in shelf.holdings.documents(BIN)]
        maker.add(tr("Restore all"), lambda: shelf.verbs.restore(ids), enabled=bool(ids))
        maker.add(tr("Empty the bin…"), lambda: shelf.verbs.erase(ids), enabled=bool(ids))


def _add_document_removals(maker: MenuMaker, shelf: ShelfPanel, node: Node) -> None:
    ids = shelf.selected().document_ids
    maker.add_original(shelf.holdings, shelf.verbs, ids)
    maker.add_stages(shelf.holdings, shelf.verbs, ids)
    maker.add(tr("Set the date…"), lambda: shelf.verbs.ask_date(ids))
    maker.add(tr("Put into a collection…"), lambda: shelf.verbs.ask_collection(ids))
    maker.add(tr("Copy citation"), lambda: shelf.verbs.citation_wanted.emit(ids), QKeySequence("Ctrl+Alt+C"))
    maker.add(tr("Copy link"), lambda: shelf.verbs.link_wanted.emit(ids))
    if shelf.holdings.collection(node.holder) is not None:
        maker.add(tr("Take out of the collection"), shelf.remove_selected, _delete())
    maker.add(tr("Move to the bin"), lambda: shelf.verbs.bin(shelf.selected().document_ids))


def _delete() -> QKeySequence:
    return QKeySequence(QKeySequence.StandardKey.Delete)
