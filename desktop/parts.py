"""What stands in a window and what acts in it, once it is furnished."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QToolButton

    from desktop.addressing import Addressing
    from desktop.bibliographies import Bibliographies
    from desktop.bookmarking import Bookmarking
    from desktop.centre import Centre
    from desktop.citing import Citing
    from desktop.codebooking import Codebooking
    from desktop.concordancing import Concordancing
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
    from desktop.lexicon import Lexicon
    from desktop.libraries import Libraries
    from desktop.linking import Linking
    from desktop.marking import Marking
    from desktop.memoing import Memoing
    from desktop.navigation import Navigation
    from desktop.originals import Originals
    from desktop.outlining import Outlining
    from desktop.pages import Pages
    from desktop.paging import Paging
    from desktop.palette.choosing import Choosing
    from desktop.pens import Pens
    from desktop.reader.pane import ReaderPane
    from desktop.reader.view import ReaderView
    from desktop.reading import OpenDocument
    from desktop.resuming import Resuming
    from desktop.scanning import Scanning
    from desktop.searching import Searching
    from desktop.session import Session
    from desktop.shelf.panel import ShelfPanel
    from desktop.shelf.table import DocumentTable
    from desktop.shelving import Shelving
    from desktop.sidebar.panel import SidebarPanel
    from desktop.sides import Sides
    from desktop.speaking import Speaking
    from desktop.stands import Stands
    from desktop.subject import Subject
    from desktop.tabbing import Tabbing
    from desktop.targets import Targets
    from desktop.typography import Typography
    from desktop.upkeep import Upkeep
    from desktop.widgets.jobbar import JobBar
    from desktop.widgets.notice import Notice
    from desktop.widgets.statusline import StatusLine
    from desktop.widgets.tabstrip import TabStrip
    from desktop.widgets.welcome import Welcome


class Parts:
    """The parts by their names; which text is meant by one of them changes with the group that is active."""

    session: Session
    pens: Pens
    pages: Pages
    choosing: Choosing
    jobs: Jobs
    typography: Typography
    stands: Stands
    strip: TabStrip
    tabbing: Tabbing
    shelf: ShelfPanel
    late_table: Late[DocumentTable]
    sidebar: SidebarPanel
    late_welcome: Late[Welcome]
    centre: Centre
    navigation: Navigation
    shelving: Shelving
    sides: Sides
    status: StatusLine
    zoom_button: QToolButton
    jobbar: JobBar
    notice: Notice
    lexicon: Lexicon
    libraries: Libraries
    importing: Importing
    bringing: Bringing
    resuming: Resuming
    indexing: Indexing
    counting: Counting
    exporting: Exporting
    bibliographies: Bibliographies
    upkeep: Upkeep
    memoing: Memoing
    linking: Linking
    targets: Targets
    outlining: Outlining
    speaking: Speaking
    codebook: Codebooking
    excerpts: Excerpting
    citing: Citing
    addressing: Addressing
    following: Following
    copying: Copying
    editing: Editing
    searching: Searching
    subject: Subject
    concordancing: Concordancing
    paging: Paging
    scanning: Scanning
    originals: Originals

    @property
    def table(self) -> DocumentTable:
        """The table of documents, made now unless it is there."""
        return self.late_table.get()

    @property
    def welcome(self) -> Welcome:
        """The ways to begin, made now unless they are there."""
        return self.late_welcome.get()

    @property
    def reader(self) -> ReaderView:
        """What the active group shows of its text."""
        return self.stands.active.view

    @property
    def pane(self) -> ReaderPane:
        """The pane of the active group."""
        return self.stands.active.pane

    @property
    def reading(self) -> OpenDocument:
        """The document of the active group."""
        return self.stands.active.reading

    @property
    def marking(self) -> Marking:
        """What marks in the active group."""
        return self.stands.active.marking

    @property
    def bookmarking(self) -> Bookmarking:
        """What sets bookmarks in the active group."""
        return self.stands.active.bookmarking
