"""The window: its frame, painted first; what it shows of its state; and what it remembers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QByteArray, QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFrame, QMainWindow, QMenuBar, QVBoxLayout, QWidget

from desktop.menus import Actions
from desktop.messages import Messages
from desktop.parts import Parts
from desktop.settings import Settings
from desktop.theme import Themes
from desktop.translation import Languages, tr
from desktop.widgets.firstpaint import FirstPaint
from desktop.widgets.toolrow import ToolRow

if TYPE_CHECKING:
    from desktop.firsttext import FirstText
    from desktop.widgets.statusline import State

LEAST = QSize(720, 480)
USUAL = QSize(1280, 820)
TITLE_BAR = 32
"""Pixels left above the window for its title, whose height is not known before the window is shown."""


class MainWindow(QMainWindow, Parts):
    """One library in one window.

    A `bare` window is a frame with its menus: it is on the screen long before all that stands in it is loaded, which
    `furnish` does. `painted` says, once, that the frame can be seen.
    """

    painted = Signal()

    def __init__(self, settings: Settings, themes: Themes, languages: Languages, *, bare: bool = False) -> None:
        super().__init__()
        self.setObjectName("window")
        self.settings = settings
        self.themes = themes
        self.languages = languages
        self.messages = Messages(self)
        self.furnished = False
        self.first_text: FirstText | None = None
        FirstPaint(self).painted.connect(self.painted)
        self._build_frame()
        self.resize(USUAL)
        self.setMinimumSize(LEAST)
        self.setAcceptDrops(True)
        self.restoreGeometry(QByteArray(settings.geometry))
        self._fit_screen()
        self.setWindowTitle(tr("Zhupi"))
        if not bare:
            self.furnish()

    @property
    def app(self) -> QApplication:
        """The application, which is there as long as a window is."""
        return cast("QApplication", QApplication.instance())

    def furnish(self) -> None:
        """Put in all that stands in the window, unless it is there."""
        if self.furnished:
            return
        from desktop.furnishing import furnish

        furnish(self)
        self.furnished = True
        self.show_state()
        self.show_zoom()
        self.show_pinyin()
        self.menus.refresh()

    def put_in(self, main: QWidget, *below: QWidget) -> None:
        """Stand `main` below the tool row, in place of the blank page, and the others below it."""
        self._blank.deleteLater()
        self._column.addWidget(main, 1)  # all the room is its own: what stands below takes the height of a line
        for widget in below:
            self._column.addWidget(widget)
        main.show()  # now and not with the next event, so that it can have the focus

    def put_above_foot(self, widget: QWidget) -> None:
        """Stand `widget` between the parts of the window and its foot."""
        self._column.insertWidget(self._column.count() - 1, widget)

    def end_first(self) -> None:
        """Show from now on what there is of the library itself, and no longer what was seen of it before."""
        self.first_text = None

    @property
    def has_library(self) -> bool:
        """Whether a library is open, or being opened whose text can be read already."""
        return self.session.library is not None or self.first_text is not None

    # Handlers of actions

    def add_collection(self) -> None:
        """Add a collection on the shelf, and let its name be typed."""
        self.sides.unfold("shelf")
        self.shelf.add_collection()

    def add_tag(self) -> None:
        """Add a tag to the tree of tags, and let its name be typed."""
        self.sides.unfold("sidebar")
        self.sidebar.show_view("tags")
        self.sidebar.tags.add_tag()

    def show_preferences(self) -> None:
        """Show the dialog in which everything can be set."""
        from desktop.dialogs.preferences import PreferencesDialog

        PreferencesDialog(self.settings, self.themes, self.pane.kind, self).open()

    def show_about(self) -> None:
        """Say what the program is."""
        from desktop.dialogs.about import AboutDialog

        AboutDialog(self.themes.current, self).open()

    def take_files(self, paths: list[Path], collection_id: str | None = None) -> None:
        """Import files that were dropped; where no library is open, one is made for them first.

        With Shift held it is asked how they are to be imported.
        """
        if not paths:
            return
        if self.session.library is None:
            self.libraries.ask_new(lambda: self.take_files(paths))
        else:
            shift = Qt.KeyboardModifier.ShiftModifier in self.app.keyboardModifiers()
            self.bringing.bring(paths, collection_id, asked=shift)

    def write_note(self, highlight_id: str, fresh: bool) -> None:
        """Let the note of a highlight be written in the margin or, where that has no room, in its card.

        A `fresh` one goes again if nothing is written.
        """
        if not self.reader.edit_note(highlight_id, fresh=fresh):
            self.sides.unfold("sidebar")
            self.sidebar.edit_note(highlight_id, fresh)

    def focus_highlights(self) -> None:
        """Move the keyboard to the cards of the open document."""
        self.sides.unfold("sidebar")
        self.sidebar.focus_cards()

    def focus_tags(self) -> None:
        """Move the keyboard to the tree of tags."""
        self.sides.unfold("sidebar")
        self.sidebar.focus_tags()

    def go_to_highlight(self, highlight_id: str) -> None:
        """Show a highlight of the open document in its text: a jump."""
        self.centre.show_text()
        with self.stands.active.trail.jump():
            self.marking.select_highlight(highlight_id)

    def show_notes(self) -> None:
        """Turn to the notes."""
        self.sides.unfold("sidebar")
        self.sidebar.show_view("notes")
        self.sidebar.notes.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def search_for(self, text: str) -> None:
        """Look for a text in the whole library."""
        self.searching.search_for(text)

    # Showing

    def show_state(self) -> None:
        """Show what there is to show, and offer what can be done, now that a library or page is another one."""
        library_open = self.has_library
        welcome = self.late_welcome.find()
        if welcome is not None and not library_open:
            welcome.show_recent(self.settings.recent_libraries, self.settings.last_library)
        self.sides.show(library_open=library_open)
        self.tools.show_tools(library_open)
        if self.centre.shows_text:
            self.show_place(self.pane.place())
        else:
            self.status.clear()
        state: State = "saved" if self.session.writable else "reading" if self.session.library is not None else "none"
        self.status.show_state(state)
        if self.furnished:
            self.show_zoom()
        self.show_title()
        self.menus.soon()

    def show_title(self) -> None:
        """Name what is in view, the open document or a list, and the library."""
        document = self.reading.document
        library = self.session.library
        shown = document or (self.first_text.seen if self.first_text is not None else None)
        listed = self.late_table.get().name if self.centre.shows_table else ""
        elsewhere = listed or self.memoing.title or self.codebook.title or self.excerpts.title
        title = elsewhere or (shown.title if shown is not None else "")
        self.tabbing.show()
        parts = (title, library.path.stem if library is not None else "", tr("Zhupi"))
        self.setWindowTitle(" — ".join(part for part in parts if part))

    def show_place(self, place: int) -> None:
        """Say where in the document `place` is, the first code point in sight, and how far it is read."""
        if self.pane.flow is None or not self.centre.shows_text:
            return
        text = self.pane.flow.document.text
        total = text.number(text.block_count - 1)
        number = max(1, text.number(text.block_at(place))) if total else 0
        self.status.show_length(text.length)
        self.status.show_place(number, total, self.reading.percent)

    def show_zoom(self) -> None:
        """Say how large the type is."""
        self.zoom_button.setText(f"{self.typography.percent}%")

    def show_pinyin(self) -> None:
        """Say over which characters pinyin stands."""
        self.status.show_pinyin(self.settings.pinyin)

    def show_fault(self, error: BaseException) -> None:
        """Show what the program itself did wrong."""
        from desktop.dialogs.error import ErrorDialog

        ErrorDialog(error, self).open()

    def apply_setting(self, name: str) -> None:
        """Do what another value of a setting asks for."""
        if name == "theme":
            self.themes.choose(self.settings.theme)
        elif name == "language":
            self.languages.use(self.settings.language)
            self.themes.renew(self.app)
            self.app.setApplicationDisplayName(tr("Zhupi"))
        elif name in ("shelf_visible", "sidebar_visible"):
            self.sides.show(library_open=self.has_library)
        self.show_zoom()
        self.show_pinyin()
        self.menus.soon()

    # Qt

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.menus.retranslate()
            if self.furnished:
                self.menus.refresh()
                self.show_title()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.furnished and dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.take_files(dropped(event))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save what is unsaved, stop what runs, and remember how the window was left."""
        if self.furnished:
            if self.sides.text_only:
                self.sides.toggle_text_only()
            self.sidebar.save()
            self.jobs.shut_down()
            self.exporting.shut_down()
            self.choosing.shut_down()
            self.paging.shut_down()
            self.excerpts.shut_down()
            self.originals.shut_down()
            self.session.shut_down()
        self.settings.geometry = bytes(self.saveGeometry().data())
        self.settings.save()
        super().closeEvent(event)

    def _fit_screen(self) -> None:
        """Be no larger than the screen, nor beside it: it may be smaller than the one the window was last on."""
        free = self.screen().availableGeometry().adjusted(0, TITLE_BAR, 0, 0)
        if self.isMaximized() or self.isFullScreen() or free.contains(self.geometry()):
            return
        size = self.size().boundedTo(free.size())
        left = max(free.left(), min(self.geometry().left(), free.right() + 1 - size.width()))
        top = max(free.top(), min(self.geometry().top(), free.bottom() + 1 - size.height()))
        self.setGeometry(QRect(QPoint(left, top), size))

    def _build_frame(self) -> None:
        bar = QMenuBar()
        self.menus = Actions(self, bar)
        self.tools = ToolRow(self.themes, None if bar.isNativeMenuBar() else bar)
        self.tools.show_tools(False)
        self._blank = QFrame()
        self._blank.setObjectName("centre")
        self.body = QFrame()
        self._column = QVBoxLayout(self.body)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.tools)
        self._column.addWidget(self._blank, 1)
        self.setCentralWidget(self.body)


def dropped(event: QDragEnterEvent | QDropEvent) -> list[Path]:
    """Return the local files that are dragged."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
