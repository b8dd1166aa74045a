"""What an action and a menu are, and the questions that say whether an action can act."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from desktop.window import MainWindow

Handler = Callable[["MainWindow"], object]
Question = Callable[["MainWindow"], bool]


def always(_: MainWindow) -> bool:
    """Say that an action can always act."""
    return True


def library_open(window: MainWindow) -> bool:
    """Say whether a library is open."""
    return window.session.library is not None


def library_writable(window: MainWindow) -> bool:
    """Say whether a library is open that can be changed."""
    return window.session.writable


def text_shown(window: MainWindow) -> bool:
    """Say whether a document's text is in view."""
    return window.centre.shows_text


def has_tabs(window: MainWindow) -> bool:
    """Say whether the active group has a tab."""
    return bool(window.stands.active.tabs.all)


def has_several_tabs(window: MainWindow) -> bool:
    """Say whether the active group has more tabs than one."""
    return len(window.stands.active.tabs.all) > 1


def is_split(window: MainWindow) -> bool:
    """Say whether two texts are in view."""
    return text_shown(window) and window.stands.is_split


def can_mark(window: MainWindow) -> bool:
    """Say whether there is text selected, or a highlight, to put a mark on."""
    return text_shown(window) and window.session.writable and window.marking.can_mark


def can_look_up(window: MainWindow) -> bool:
    """Say whether a text of an open library is in view, with something that can be looked up."""
    return text_shown(window) and library_open(window)


def can_read_words(window: MainWindow) -> bool:
    """Say whether a text is in view whose words and readings can be put right."""
    return text_shown(window) and window.session.writable


def can_link(window: MainWindow) -> bool:
    """Say whether there is a highlight whose links can be followed, or text that can become one."""
    return text_shown(window) and (window.marking.current_id is not None or can_mark(window))


def has_bookmarks(window: MainWindow) -> bool:
    """Say whether a text is in view that has bookmarks."""
    return text_shown(window) and bool(window.bookmarking.bookmarks)


def tag_chosen(window: MainWindow) -> bool:
    """Say whether a tag is selected in the tree."""
    return window.session.writable and bool(window.codebook.tag_ids)


def tag_row_chosen(window: MainWindow) -> bool:
    """Say whether a tag is selected in the tree, which is in view."""
    return window.session.writable and bool(window.codebook.row_ids)


def highlight_chosen(window: MainWindow) -> bool:
    """Say whether a highlight is selected in the text."""
    return text_shown(window) and window.session.writable and window.marking.current_id is not None


def has_original(window: MainWindow) -> bool:
    """Say whether one document is selected, or read, that came from a file."""
    return window.originals.document_id is not None


@dataclass(frozen=True, slots=True)
class MenuSpec:
    """A menu, or one inside another; `key` opens it together with Alt; `fill` writes what it holds as it opens."""

    id: str
    text: str
    key: str = ""
    parent: str = ""
    line: bool = False
    fill: Callable[[MainWindow, QMenu], None] | None = None
    enabled: Question = always


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action. `text` is English, `name` gives another text for the moment; with `line` a line stands above it.

    `checked` makes it one that is on or off. `in_text`: its keys count only while the text has the focus.
    """

    id: str
    text: str
    menu: str
    handler: Handler
    keys: tuple[str, ...] = ()
    enabled: Question = always
    checked: Question | None = None
    name: Callable[[MainWindow], str] | None = None
    line: bool = False
    in_text: bool = False
