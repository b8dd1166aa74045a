"""The page view in the window: beside the text while its pages are wanted, and where one leads the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, QTimer

from desktop.late import Late
from desktop.reader.selection import Selection
from desktop.reader.units import Unit
from library.errors import NotFound

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QPointF

    from desktop.pageview.view import PageView
    from desktop.printed import Printed
    from desktop.window import MainWindow
    from library.rendering.process import PageProcess

_AHEAD_MS = 300
"""Milliseconds after a text came into view until its pages may be wanted: the text itself comes first."""


class Paging(QObject):
    """Shows the pages of the document in the active group, if it came from a PDF file.

    The one of the two that is moved leads the other, which never leads back: it is told apart by the place it was
    brought to.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._printed: Printed | None = None
        self._brought: int | None = None
        self._awaited: int | None = None
        self._pressed_at: int | None = None
        self._dragged = False
        self.late_view = Late(self._make)
        self._ahead: PageProcess | None = None
        self._soon = QTimer(self, singleShot=True, interval=_AHEAD_MS)
        self._soon.timeout.connect(self._start_ahead)
        stands, session = window.stands, window.session
        stands.document_shown.connect(self._show_document)
        stands.place_changed.connect(self._follow_place)
        stands.chosen_changed.connect(self._follow_chosen)
        session.changed.connect(self._renew)
        session.failed.connect(self._renew)
        session.closing.connect(self._leave)
        window.settings.changed.connect(self._take_setting)

    @property
    def is_offered(self) -> bool:
        """Whether the text in view came from a file with pages."""
        document = self._window.reading.document
        return self._window.centre.shows_text and document is not None and document.format == "pdf"

    @property
    def is_ready(self) -> bool:
        """Whether a process waits to draw the pages of the text in view, which are not shown yet."""
        return self._ahead is not None

    def toggle(self) -> None:
        """Show the pages beside the text, or no longer."""
        settings = self._window.settings
        if not settings.page_view:
            self._window.sides.make_room()
        settings.page_view = not settings.page_view
        if not settings.page_view:
            self._window.sides.take_room_back()
            self._window.pane.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus(self) -> None:
        """Move the keyboard to the pages, showing them where they are not."""
        if not self._window.settings.page_view:
            self.toggle()
        self.late_view.get().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def shut_down(self) -> None:
        """Let go of the file: for the end of the program."""
        self._leave()

    # -- what is shown --

    def _make(self) -> PageView:
        from desktop.pageview.view import PageView

        window, settings = self._window, self._window.settings
        view = PageView(window.themes, window.stands)
        view.canvas.set_zoom(settings.page_zoom)
        view.canvas.dress(colored=settings.pages_colored)
        view.bar.show_ways(linked=settings.pages_linked, colored=settings.pages_colored)
        window.stands.beside.put(view, settings.page_share)
        window.stands.beside.shared.connect(lambda share: setattr(settings, "page_share", share))
        canvas, bar = view.canvas, view.bar
        canvas.zoomed.connect(lambda: setattr(settings, "page_zoom", canvas.zoom))
        canvas.led.connect(self._lead)
        canvas.mapped.connect(self._lead_on)
        canvas.pressed.connect(self._press)
        canvas.dragged.connect(self._drag)
        canvas.released.connect(self._release)
        canvas.doubled.connect(self._select_word)
        canvas.entered.connect(self._enter)
        canvas.left.connect(self._to_text)
        bar.linked.connect(lambda on: setattr(settings, "pages_linked", on))
        bar.colored.connect(lambda on: setattr(settings, "pages_colored", on))
        bar.closed.connect(self.toggle)
        return view

    def _take_setting(self, name: str) -> None:
        view, settings = self.late_view.find(), self._window.settings
        if name == "page_view":
            self._show_document()
        elif view is not None and name in ("pages_linked", "pages_colored"):
            view.bar.show_ways(linked=settings.pages_linked, colored=settings.pages_colored)
            if name == "pages_colored":
                view.canvas.dress(colored=settings.pages_colored)

    def _show_document(self) -> None:
        """Show the pages of the document in the active group, or none."""
        document = self._window.reading.document
        shown = document is not None and document.format == "pdf" and self._window.settings.page_view
        if not shown or document is None:
            self._leave()
            self._soon.start()
        elif self._printed is None or self._printed.document_id != document.id:
            self._open(document.id)
        elif self._printed.pane is not self._window.pane:
            self._printed.pane = self._window.pane  # the same document in the other group
            self._follow_place()

    def _open(self, document_id: str) -> None:
        library = self._window.session.library
        if library is None:
            return
        pages, missing = None, None
        try:
            pages = self._process(library.originals.get(document_id))  # it gets ready while the view is made
        except NotFound as error:
            missing = error
        from desktop.printed import Printed

        view = self.late_view.get()
        view.show()
        self._printed = Printed(library, document_id, self._window.pane)
        if missing is not None:
            view.refuse(missing)
        if pages is not None:
            view.open(pages, self._printed)
            self._follow_place()

    def _start_ahead(self) -> None:
        """Have a process ready for the pages of the text in view, for it takes a while to start."""
        library, document = self._window.session.library, self._window.reading.document
        if library is None or document is None or not self.is_offered or self._printed is not None:
            return
        try:
            self._ahead = self._process(library.originals.get(document.id))
        except NotFound:
            return  # that is said once the pages are wanted

    def _process(self, path: Path) -> PageProcess:
        """Return the process that is ready for a file, or a new one."""
        from library.rendering.process import PageProcess

        ahead, self._ahead = self._ahead, None
        if ahead is not None and ahead.path != path:
            ahead.close()
            ahead = None
        return ahead or PageProcess(path)

    def _leave(self) -> None:
        """Show no pages."""
        self._soon.stop()
        if self._ahead is not None:
            self._ahead.close()
            self._ahead = None
        self._printed, self._brought = None, None
        view = self.late_view.find()
        if view is not None:
            view.canvas.close_file()
            view.hide()

    def _renew(self, _: object) -> None:
        """Show the highlights as they are now, once all that hear of a change have heard of it."""
        view = self.late_view.find()
        if view is not None and self._printed is not None:
            view.canvas.viewport().update()

    # -- the text leads --

    def _follow_place(self) -> None:
        """Show on the page what of the text is in sight, and bring it into the window unless that led here."""
        view, pane = self.late_view.find(), self._window.pane
        if view is None or self._printed is None or pane.flow is None:
            return
        place, end = pane.place(), pane.furthest()
        view.canvas.point_out(in_sight=(place, end), selected=pane.selection())
        led, self._brought = self._brought == place, None
        if not led and self._window.settings.pages_linked:
            view.canvas.show_passage(place, end)

    def _follow_chosen(self) -> None:
        """Show on the page what is selected in the text, or where the caret is."""
        view, pane = self.late_view.find(), self._window.pane
        if view is None or self._printed is None or pane.flow is None:
            return
        view.canvas.point_out(in_sight=(pane.place(), pane.furthest()), selected=pane.selection())
        chosen = pane.chosen()
        if chosen is None and pane.marks.selection is not None and pane.hasFocus():
            chosen = pane.caret(), pane.caret() + 1
        if chosen is not None and self._window.settings.pages_linked and self._pressed_at is None:
            view.canvas.show_passage(*chosen)
            if pane.selection() is None:
                view.canvas.flash(chosen)

    # -- the pages lead --

    def _lead(self, page: int, y: float) -> None:
        """Let the text show what stands at the top of the pages' window."""
        if self._printed is None or not self._window.settings.pages_linked:
            return
        self._awaited = page if self._printed.wanted_map(page) is not None else None
        position = self._printed.find_below(page, y)
        if position is not None:
            pane = self._window.pane
            pane.scroll_to_place(position)
            self._brought = pane.place()

    def _lead_on(self, page: int) -> None:
        """Lead the text to a page once it is known what stands on it."""
        top = self.late_view.get().canvas.top_point()
        if self._awaited == page == top[0]:
            self._lead(*top)

    def _press(self, page: int, at: QPointF) -> None:
        self._dragged = False
        self._pressed_at = self._printed.find(page, at.x(), at.y()) if self._printed is not None else None

    def _drag(self, page: int, at: QPointF) -> None:
        """Select in the text what the mouse goes over on the page."""
        position = self._printed.find(page, at.x(), at.y()) if self._printed is not None else None
        if position is None or self._pressed_at is None or (position == self._pressed_at and not self._dragged):
            return
        self._dragged = True
        start = self._pressed_at
        self._window.pane.select(*((start, position + 1) if position >= start else (start + 1, position)))

    def _release(self) -> None:
        """Go in the text to what was pointed at on the page; what was selected there can be marked."""
        position, pane = self._pressed_at, self._window.pane
        if position is None:
            return
        selected = pane.selection() if self._dragged else None
        self._go_to(position if selected is None else selected[0])
        if selected is None and not pane.pick_highlight(position):
            pane.set_selection(Selection(position, position), caret=True)
        self._pressed_at = None
        self._to_text()
        if selected is not None:
            rect = pane.rect_of(*selected)
            pane.selection_finished_by_mouse.emit(QPoint(rect.right(), rect.bottom()))
        elif self._printed is not None:
            self.late_view.get().canvas.flash(pane.chosen() or (position, position + 1))

    def _select_word(self, page: int, at: QPointF) -> None:
        """Select the word that is pointed at on the page."""
        self._press(page, at)
        pane = self._window.pane
        if self._pressed_at is not None:
            pane.select(self._pressed_at, self._pressed_at)
            pane.select_at_caret(Unit.WORD)
            self._dragged = True
            self._release()

    def _enter(self) -> None:
        """Read on in the text at what stands at the top of the pages' window."""
        canvas = self.late_view.get().canvas
        spot = canvas.top_point()
        position = self._printed.find_below(*spot) if self._printed is not None else None
        if position is not None:
            self._go_to(position)
            self._window.pane.set_selection(Selection(position, position), caret=True)
        self._to_text()

    def _go_to(self, position: int) -> None:
        """Bring a place into the text's window: a jump, which leaves the pages where they are."""
        pane = self._window.pane
        with self._window.stands.active.trail.jump():
            pane.go_to(position)
        self._brought = pane.place()

    def _to_text(self) -> None:
        self._window.pane.setFocus(Qt.FocusReason.OtherFocusReason)
