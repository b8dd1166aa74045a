"""The menu of a condition: asked for in another way, or taken out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from desktop.excerpts.conditions import TAG_KINDS, Condition, TagKind, added, removed
from desktop.translation import tr
from library.models import ExcerptQuery

Ask = Callable[[ExcerptQuery], object]

DISTANCES = (10, 20, 50, 100, 200)
FURTHEST = 1_000_000
"""Code points that may lie between two passages that are near each other."""


def chip_menu(parent: QWidget, query: ExcerptQuery, condition: Condition, ask: Ask) -> QMenu:
    """Return the menu of one condition of a query; `ask` gets the query that is chosen."""
    menu = QMenu(parent)
    if condition.kind in TAG_KINDS:
        _add_ways(menu, query, condition, ask)
    if condition.kind == "near":
        _add_distances(menu, parent, query, ask)
    taking = menu.addAction(tr("Take out"), lambda: ask(removed(query, condition)))
    taking.setShortcut(QKeySequence("Del"))
    return menu


def _add_ways(menu: QMenu, query: ExcerptQuery, condition: Condition, ask: Ask) -> None:
    """Add the ways in which a tag can be asked for."""
    names: dict[TagKind, str] = {
        "all": tr("With this tag"), "any": tr("With any of several"), "no": tr("Without this tag"),
        "near": tr("Beside a passage with this tag"),
    }  # fmt: skip
    for kind in TAG_KINDS:
        other = added(removed(query, condition), Condition(kind, condition.value))
        action = menu.addAction(names[kind], lambda other=other: ask(other))
        action.setCheckable(True)
        action.setChecked(kind == condition.kind)
    menu.addSeparator()


def _add_distances(menu: QMenu, parent: QWidget, query: ExcerptQuery, ask: Ask) -> None:
    """Add how far away the other passage may be, which is the same for all tags."""
    own = () if query.within is None or query.within in DISTANCES else (query.within,)
    for within in (None, *sorted((*DISTANCES, *own))):
        name = tr("In the same paragraph") if within is None else tr("At most {count} characters away", count=within)
        action = menu.addAction(name, lambda within=within: ask(replace(query, within=within)))
        action.setCheckable(True)
        action.setChecked(within == query.within)
    menu.addAction(tr("Another distance…"), lambda: _ask_distance(parent, query, ask))
    menu.addSeparator()


def _ask_distance(parent: QWidget, query: ExcerptQuery, ask: Ask) -> None:
    dialog = QInputDialog(parent.window())
    dialog.setInputMode(QInputDialog.InputMode.IntInput)
    dialog.setIntRange(0, FURTHEST)
    dialog.setIntValue(query.within if query.within is not None else DISTANCES[2])
    dialog.setWindowTitle(tr("Distance"))
    dialog.setLabelText(tr("Characters between the two passages at most:"))
    dialog.intValueSelected.connect(lambda within: ask(replace(query, within=within)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
