"""The menu of the tags that are selected in the tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from desktop.translation import tr
from desktop.ways import WAY_KEYS, Way

if TYPE_CHECKING:
    from desktop.sidebar.tags import TagsView
    from library.models import Tag


def way_name(way: Way) -> str:
    """Return what moving a tag this way is called in the user's language."""
    match way:
        case "up":
            return tr("Up")
        case "down":
            return tr("Down")
        case "in":
            return tr("In a level")
        case "out":
            return tr("Out a level")


def tag_menu(view: TagsView) -> QMenu:
    """Return the menu of what can be done with the selected tags, one or several."""
    menu, tag, ids = QMenu(view), view.current_tag(), view.chosen_ids()
    if tag is None or not ids:
        if view.verbs.writable:
            menu.addAction(tr("New tag"), view.add_tag)
            _add(menu, tr("Paste tags…"), "Ctrl+V").triggered.connect(view.paste)
        return menu
    alone = len(ids) == 1
    if alone:
        _add_ways(menu, view, tag)
    if view.verbs.writable:
        _add_changes(menu, view, tag, alone=alone)
    elif alone:
        menu.addAction(tr("Note…"), view.write_note)
    menu.addSeparator()
    if alone:
        menu.addAction(tr("Export this tag…"), lambda: view.export_requested.emit(tag.id))
    if view.verbs.writable:
        _add(menu, tr("Delete"), "Del").triggered.connect(view.remove_tag)
    return menu


def _add_changes(menu: QMenu, view: TagsView, tag: Tag, *, alone: bool) -> None:
    """Add what changes the selected tags, in a library that is not only read."""
    if alone:
        _add(menu, tr("Rename"), "F2").triggered.connect(view.rename_tag)
        _add(menu, tr("Describe…"), "Ctrl+D").triggered.connect(view.describe_tag)
        menu.addAction(tr("Note…"), view.write_note)
    view.fill_colors(menu.addMenu(tr("Colour")))
    if alone:
        view.fill_pens(menu.addMenu(tr("Put on a pen")), tag.id)
        menu.addAction(tr("New tag below"), lambda: view.add_tag(tag))
        _add(menu, tr("Paste tags below…"), "Ctrl+V").triggered.connect(view.paste)
    menu.addSeparator()
    _add(menu, tr("Merge…"), "Ctrl+J").triggered.connect(view.merge_tags)
    moving = menu.addMenu(tr("Move"))
    for way, keys in WAY_KEYS.items():
        _add(moving, way_name(way), keys).triggered.connect(lambda _on=False, way=way: view.move_tags(way))


def _add_ways(menu: QMenu, view: TagsView, tag: Tag) -> None:
    """Add what leads from one tag to where it stands."""
    _add(menu, tr("Page of the tag"), "Return").triggered.connect(lambda: view.page_wanted.emit(tag.id))
    _add(menu, tr("Show its highlights"), "Ctrl+Return").triggered.connect(lambda: view.tag_opened.emit(tag.id))
    menu.addSeparator()


def _add(menu: QMenu, text: str, keys: str) -> QAction:
    action = menu.addAction(text)
    action.setShortcut(QKeySequence(keys))
    return action
