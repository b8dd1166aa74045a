"""The window: its parts put together, what one part says carried to the others, and what it remembers."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, QSize
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QFrame, QMainWindow, QMenuBar, QVBoxLayout, QWidget

from desktop.centre import Centre
from desktop.editing import Editing
from desktop.exporting import Exporting
from desktop.importing import Importing
from desktop.jobs import Jobs
from desktop.libraries import Libraries
from desktop.marking import Marking
from desktop.menus import Actions
from desktop.messages import Messages
from desktop.navigation import Navigation
from desktop.reader.view import ReaderView
from desktop.reading import OpenDocument
from desktop.session import Session
from desktop.settings import Settings
from desktop.shelf.panel import ShelfPanel
from desktop.sidebar.panel import SidebarPanel
from desktop.sides import Sides
from desktop.theme import Themes
from desktop.translation import Languages, tr
from desktop.typography import Typography
from desktop.widgets.jobbar import JobBar
from desktop.widgets.notice import Notice
from desktop.widgets.statusline import State, StatusLine
from desktop.widgets.toolrow import ToolRow
from desktop.widgets.welcome import Welcome

LEAST = QSize(720, 480)
USUAL = QSize(1280, 820)


class MainWindow(QMainWindow):
    """One library in one window."""

    def __init__(self, settings: Settings, themes: Themes, languages: Languages) -> None:
        super().__init__()
        self.setObjectName("window")
        self.settings = settings
        self.themes = themes
        self.languages = languages
        self.messages = Messages(self)
        self.session = Session(self)
        self.jobs = Jobs(self)
        self.typography = Typography(settings)
        self.resize(USUAL)
        self.setMinimumSize(LEAST)
        self.setAcceptDrops(True)
        self._build_parts()
        self._build_verbs()
        self._arrange()
        self._connect()
        self.restoreGeometry(QByteArray(settings.geometry))
        self.retranslate()
        self._show_state()

    # Handlers of actions

    def export(self) -> None:
        """Export what is shown: the highlights of the open document, or of the collection in view."""
        self.exporting.export(self.navigation.document_id, self.navigation.collection_id)

    def show_preferences(self) -> None:
        """Show the dialog in which everything can be set."""
        from desktop.dialogs.preferences import PreferencesDialog

        PreferencesDialog(self.settings, self).open()

    def show_shortcuts(self) -> None:
        """Show all keys."""
        from desktop.dialogs.shortcuts import ShortcutsDialog

        ShortcutsDialog(self.menus.groups(), self).open()

    def show_about(self) -> None:
        """Say what the program is."""
        from importlib.metadata import PackageNotFoundError, version

        from desktop.dialogs.about import AboutDialog

        try:
            number = version("zhupi")
        except PackageNotFoundError:
            number = "–"
        AboutDialog(self.themes.current, number, self).open()

    # Qt

    def retranslate(self) -> None:
        """Speak the user's language."""
        self.menus.retranslate()
        self.menus.refresh()
        self._show_title()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.take_files(dropped(event))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save what is unsaved, stop what runs, and remember how the window was left."""
        if self.sides.text_only:
            self.sides.toggle_text_only()
        self.settings.geometry = bytes(self.saveGeometry().data())
        self.sidebar.save()
        self.jobs.shut_down()
        self.exporting.shut_down()
        self.session.shut_down()
        self.settings.save()
        super().closeEvent(event)

    def take_files(self, paths: list[Path], collection_id: str | None = None) -> None:
        """Import files that were dropped; where no library is open, one is made for them first."""
        if not paths:
            return
        if self.session.library is None:
            self.libraries.ask_new(lambda: self.take_files(paths))
        else:
            self.importing.import_paths(paths, collection_id)

    # Putting together

    def _build_parts(self) -> None:
        settings, themes, session = self.settings, self.themes, self.session
        self.reader = ReaderView(themes, settings)
        self.pane = self.reader.pane
        self.reading = OpenDocument(session, self.pane, self)
        self.shelf = ShelfPanel(session, themes, settings, self.messages)
        self.table = self.shelf.make_table()
        self.sidebar = SidebarPanel(session, themes, self.messages)
        self.welcome = Welcome(themes)
        self.centre = Centre(self.welcome, self.table, self.reader)
        self.navigation = Navigation(session, self.reading, self.centre, self.shelf, self.table)
        self.sides = Sides(self, settings, themes)
        self.sides.fill(self.shelf, self.centre, self.sidebar)
        self.status = StatusLine(themes)
        self.jobbar = JobBar(self.jobs, themes.current.length("progress_height"))

    def _build_verbs(self) -> None:
        session, settings, messages = self.session, self.settings, self.messages
        self.libraries = Libraries(self, session, settings, messages)
        self.importing = Importing(self, session, self.jobs, messages, settings)
        self.exporting = Exporting(self, session, self.jobs, messages, settings, self.themes)
        self.marking = Marking(session, self.pane, messages, settings, self.themes, self)
        self.editing = Editing(self, session, self.pane)

    def _arrange(self) -> None:
        bar = QMenuBar()
        self.menus = Actions(self, bar)
        self.menus.bind_to_text(self.pane)
        self.tools = ToolRow(self.themes, None if bar.isNativeMenuBar() else bar)
        self.tools.add_toggle(self.menus["shelf"], "sidebar-left")
        self.tools.add_toggle(self.menus["sidebar"], "sidebar-right")
        self.tools.find.set_key(self.menus["find"].shortcut().toString(QKeySequence.SequenceFormat.NativeText))
        self.status.add_zoom(self.menus["zoom_out"], "A−")
        self._zoom = self.status.add_zoom(self.menus["zoom_reset"])
        self.status.add_zoom(self.menus["zoom_in"], "A+")
        self._show_zoom()
        self.setCentralWidget(stacked(self.tools, self.sides.splitter, self.jobbar, self.status))
        self.sides.frame(self.tools, self.status)
        self.notice = Notice(self.themes, self.centralWidget())

    def _connect(self) -> None:
        session, messages, refresh = self.session, self.messages, self.menus.soon
        messages.said.connect(self.notice.say)
        messages.crashed.connect(self._show_fault)
        self.jobs.failed.connect(messages.failure)
        session.failed.connect(messages.failure)
        for signal in (session.opened, session.closed):
            signal.connect(self._show_state)
        for signal in (session.changed, self.pane.selection_changed, self.pane.selected_highlight_changed):
            signal.connect(refresh)
        application().focusChanged.connect(refresh)
        self.settings.changed.connect(self._apply_setting)
        self.pane.place_changed.connect(self._show_place)
        self.pane.place_changed.connect(self.sidebar.follow)
        self.navigation.titled.connect(self._show_title)
        self.centre.turned.connect(self._show_state)
        self.tools.find.clicked.connect(self.menus["find"].trigger)
        self.tools.tab.clicked.connect(self.navigation.return_to_text)
        self.libraries.sample_made.connect(self.take_files)
        self.welcome.sample_wanted.connect(self.libraries.open_sample)
        self.welcome.new_wanted.connect(self.libraries.ask_new)
        self.welcome.open_wanted.connect(self.libraries.ask_open)
        self.welcome.recent_wanted.connect(lambda path: self.libraries.open(Path(path)))
        self._connect_panes()

    def _connect_panes(self) -> None:
        self.reading.opened.connect(lambda document: self.marking.document_opened(document.id))
        self.reading.opened.connect(lambda document: self.sidebar.show_document(document.id))
        self.reading.closed.connect(self.marking.document_closed)
        self.reading.closed.connect(lambda: self.sidebar.show_document(None))
        self.marking.highlight_selected.connect(self.sidebar.show_highlight)
        self.marking.note_requested.connect(self._write_note)
        self.sidebar.highlight_selected.connect(self.marking.select_highlight)
        self.sidebar.highlight_activated.connect(self._go_to_highlight)
        self.sidebar.text_focus_requested.connect(lambda: self.sides.focus("centre"))
        self.sidebar.export_requested.connect(lambda tag_id: self.exporting.export(tag_id=tag_id))
        self.shelf.files_dropped.connect(
            lambda paths, collection_id: self.take_files(list(paths), collection_id or None)
        )

    def _write_note(self, highlight_id: str, fresh: bool) -> None:
        self.sides.unfold("sidebar")
        self.sidebar.edit_note(highlight_id, fresh)

    def _go_to_highlight(self, highlight_id: str) -> None:
        self.centre.show_text()
        self.marking.select_highlight(highlight_id)

    # Showing

    def _show_state(self) -> None:
        """Show what there is to show, and offer what can be done, now that a library or page is another one."""
        library_open = self.session.library is not None
        if not library_open:
            self.welcome.show_recent(self.settings.recent_libraries)
        self.sides.show(library_open=library_open)
        self.tools.show_tools(library_open)
        self.tools.find.setEnabled(self.centre.shows_text)
        if not self.centre.shows_text:
            self.status.clear()
        state: State = "saved" if self.session.writable else "reading" if library_open else "none"
        self.status.show_state(state)
        self._show_title()
        self.menus.soon()

    def _show_title(self) -> None:
        document = self.reading.document
        library = self.session.library
        title = document.title if document is not None else ""
        self.tools.tab.set_title(title, on=self.centre.shows_text)
        parts = (title, library.path.stem if library is not None else "", tr("Zhupi"))
        self.setWindowTitle(" — ".join(part for part in parts if part))

    def _show_place(self, place: int, end: int) -> None:
        if self.pane.flow is None:
            return
        text = self.pane.flow.document.text
        total = text.number(text.block_count - 1)
        number = max(1, text.number(text.block_at(place))) if total else 0
        self.status.show_length(text.length)
        self.status.show_place(number, total, round(100 * end / text.length) if text.length else 100)

    def _show_fault(self, error: BaseException) -> None:
        from desktop.dialogs.error import ErrorDialog

        ErrorDialog(error, self).open()

    # Settings

    def _apply_setting(self, name: str) -> None:
        if name == "theme":
            self.themes.choose(self.settings.theme)
        elif name == "language":
            self.languages.use(self.settings.language)
            self.themes.apply(application())
        elif name in ("shelf_visible", "sidebar_visible"):
            self.sides.show(library_open=self.session.library is not None)
        self._show_zoom()
        self.menus.soon()

    def _show_zoom(self) -> None:
        self._zoom.setText(f"{self.typography.percent}%")


def application() -> QApplication:
    """Return the application, which is there as long as a window is."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app


def dropped(event: QDragEnterEvent | QDropEvent) -> list[Path]:
    """Return the local files that are dragged."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]


def stacked(*widgets: QWidget) -> QWidget:
    """Return a widget that holds others one below the other, without a gap; the one that can grow does."""
    holder = QFrame()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for widget in widgets:
        column.addWidget(widget)
    return holder
