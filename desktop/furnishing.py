"""What stands in the window: every part made and put in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.addressing import Addressing
from desktop.arrivals import Arrivals
from desktop.bibliographies import Bibliographies
from desktop.citing import Citing
from desktop.codebooking import Codebooking
from desktop.concordancing import Concordancing
from desktop.connecting import connect
from desktop.copying import Copying
from desktop.counting import Counting
from desktop.editing import Editing
from desktop.excerpting import Excerpting
from desktop.exporting import Exporting
from desktop.following import Following
from desktop.importing import Importing
from desktop.imports.bringing import Bringing
from desktop.indexing import Indexing
from desktop.jobs import Jobs
from desktop.late import Late
from desktop.layingout import lay_out
from desktop.lexicon import Lexicon
from desktop.libraries import Libraries
from desktop.linking import Linking
from desktop.memoing import Memoing
from desktop.navigation import Navigation
from desktop.originals import Originals
from desktop.outlining import Outlining
from desktop.pages import Pages
from desktop.paging import Paging
from desktop.palette.choosing import Choosing
from desktop.pens import Pens
from desktop.resuming import Resuming
from desktop.revisiting import Revisiting
from desktop.scanning import Scanning
from desktop.searching import Searching
from desktop.session import Session
from desktop.shelf.panel import ShelfPanel
from desktop.shelving import Shelving
from desktop.sidebar.panel import SidebarPanel
from desktop.speaking import Speaking
from desktop.stands import Stands
from desktop.subject import Subject
from desktop.tabbing import Tabbing
from desktop.targets import Targets
from desktop.typography import Typography
from desktop.upkeep import Upkeep
from desktop.widgets.jobbar import JobBar
from desktop.widgets.notice import Notice
from desktop.widgets.tabstrip import TabStrip

if TYPE_CHECKING:
    from desktop.widgets.welcome import Welcome
    from desktop.window import MainWindow


def furnish(window: MainWindow) -> None:
    """Make everything that stands in `window` and connect it."""
    if window.first_text is None:
        lay_out(window)
    _make_session(window)
    _make_parts(window)
    _make_verbs(window)
    _make_desks(window)
    _make_rest(window)
    _arrange(window)
    connect(window)


def _make_session(window: MainWindow) -> None:
    window.session = Session(window)
    for signal in (window.session.opened, window.session.refused):
        signal.connect(window.end_first)  # before any other part asks what is open
    window.pens = Pens(window.session, window.messages, window)
    window.jobs = Jobs(window)
    window.typography = Typography(window.settings, lambda: window.pane.kind)


def _make_parts(window: MainWindow) -> None:
    session, themes, settings = window.session, window.themes, window.settings
    window.stands = Stands(session, themes, settings, window.messages, window.pens, first=window.first_text)
    window.shelf = ShelfPanel(session, themes, settings, window.messages)
    window.late_table = Late(window.shelf.make_table)
    window.sidebar = SidebarPanel(session, themes, settings, window.messages, window.pens)
    window.late_welcome = Late(lambda: _make_welcome(window))
    window.centre.furnish(window.late_welcome, window.late_table, window.stands)
    window.navigation = Navigation(session, window.stands, window.centre, window.shelf, window.late_table)
    window.shelving = Shelving(session, window.shelf, window.late_table, window.centre, window.stands)
    window.sides.fill(window.shelf, window.sidebar)
    window.jobbar = JobBar(window.jobs, themes.current.length("progress_height"))


def _make_welcome(window: MainWindow) -> Welcome:
    from desktop.widgets.welcome import Welcome

    welcome = Welcome(window.themes)
    welcome.show_recent(window.settings.recent_libraries, window.settings.last_library)
    return welcome


def _make_verbs(window: MainWindow) -> None:
    session, settings, messages = window.session, window.settings, window.messages
    window.libraries = Libraries(window, session, settings, messages)
    window.importing = Importing(window, session, window.jobs, messages, settings)
    window.bringing = Bringing(window, session, window.jobs, window.importing, settings, window.themes)
    window.resuming = Resuming(window, session, window.importing)
    window.indexing = Indexing(session, window.jobs, window.importing, window)
    window.counting = Counting(session, window)
    window.exporting = Exporting(window, session, window.jobs, messages, settings, window.themes)
    window.bibliographies = Bibliographies(window)
    window.upkeep = Upkeep(window, session, window.jobs, messages)
    window.lexicon = Lexicon(window)
    window.copying = Copying(session, window.jobs, messages, settings, window.stands)
    window.editing = Editing(window, session, window.stands, window.copying)
    window.pages = Pages(window)
    window.targets = Targets(window)
    window.outlining = Outlining(window)
    window.speaking = Speaking(window)


def _make_desks(window: MainWindow) -> None:
    """Make what is worked at beside the text: memos, the codebook, excerpts."""
    session, settings, messages = window.session, window.settings, window.messages
    window.memoing = Memoing(
        window, session, window.jobs, messages, settings, window.themes, window.centre, window.shelf
    )
    window.linking = Linking(window, session, messages, window.themes)
    window.choosing = Choosing(window)
    window.codebook = Codebooking(
        window, session, messages, settings, window.themes, window.pens, window.centre, window.sidebar.late_tags
    )
    window.excerpts = Excerpting(
        window, session, messages, settings, window.themes, window.pens, window.centre, window.shelf
    )


def _make_rest(window: MainWindow) -> None:
    window.searching = Searching(window)
    window.concordancing = Concordancing(window)
    window.subject = Subject(window)
    window.citing = Citing(window)
    window.addressing = Addressing(window)
    window.following = Following(window)
    window.paging = Paging(window)
    window.scanning = Scanning(window)
    window.originals = Originals(window)
    Revisiting(window)
    Arrivals(window)
    window.strip = TabStrip(window.themes)
    window.tabbing = Tabbing(window.session, window.stands, window.strip, window.navigation, window.centre)


def _arrange(window: MainWindow) -> None:
    menus, tools, status = window.menus, window.tools, window.status
    tools.add_arrows((menus["back"], "caret-left"), (menus["forward"], "caret-right"))
    tools.put_tabs(window.strip)
    tools.add_toggle(menus["shelf"], "sidebar-left")
    tools.add_toggle(menus["sidebar"], "sidebar-right")
    status.add_pinyin(menus["pinyin_switch"])
    status.add_place(menus["go_to"])
    status.add_zoom(menus["zoom_out"], "A−")
    window.zoom_button = status.add_zoom(menus["zoom_reset"])
    status.add_zoom(menus["zoom_in"], "A+")
    window.put_above_foot(window.jobbar)
    window.notice = Notice(window.themes, window.body)
