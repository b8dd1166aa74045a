"""Who speaks in the window: asked for and put right, for one passage or throughout a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect

from library.speeches import Speeches

if TYPE_CHECKING:
    from desktop.reader.pane import ReaderPane
    from desktop.widgets.speakerpicker import SpeakerChoice, SpeakerPicker
    from desktop.window import MainWindow
    from library.library import Library


class Speaking(QObject):
    """Puts right who speaks in the text in view."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._picker: SpeakerPicker | None = None
        self._document_id = ""
        self._span = (0, 0)

    def attach(self, pane: ReaderPane) -> None:
        """Let the names beside the text of a pane be put right with the mouse."""
        pane.speaker_pressed.connect(lambda start, end, area: self._ask(pane, (start, end), area))

    def correct(self) -> None:
        """Ask who speaks in what is selected, or in the passage or else the paragraph where the caret stands."""
        pane = self._window.pane
        if pane.flow is None:
            return
        span = pane.chosen() or self._passage_at(pane.place_in_sight())
        area = pane.rect_of(*span)
        corner = pane.viewport().mapToGlobal(area.topLeft())
        self._ask(pane, span, QRect(corner, area.size()))

    def _passage_at(self, place: int) -> tuple[int, int]:
        """Return the passage in which `place` stands, or where nobody speaks, its paragraph."""
        passage = self._speeches().at(place, place)
        if passage is not None:
            return passage.start, passage.end
        flow = self._window.pane.flow
        return flow.document.text.paragraph(place) if flow is not None else (place, place)

    def _speeches(self) -> Speeches:
        document = self._window.reading.document
        known = self._window.session.speakers.find(document.id) if document is not None else None
        return known if known is not None else Speeches()

    def _ask(self, pane: ReaderPane, span: tuple[int, int], area: QRect) -> None:
        window, document = self._window, self._window.reading.document
        if document is None or not window.session.writable:
            return
        if self._picker is None:
            from desktop.widgets.speakerpicker import SpeakerPicker  # once it is wanted

            self._picker = SpeakerPicker(window.themes, window)
            self._picker.chosen.connect(self._act)
            self._picker.closed.connect(lambda: window.pane.setFocus())
        self._document_id, self._span = document.id, span
        speeches = self._speeches()
        self._picker.open_for(speeches.names, speeches.speaker(*span), area)

    def _act(self, choice: SpeakerChoice) -> None:
        document_id, (start, end), name = self._document_id, self._span, choice.name
        current = self._speeches().speaker(start, end)

        def verb(library: Library) -> None:
            match choice.act:
                case "set":
                    library.speakers.set(document_id, start, end, name)
                case "remove":
                    library.speakers.remove(document_id, start, end)
                case "rename":
                    library.speakers.rename(document_id, current, name)
                case "dismiss":
                    library.speakers.dismiss(document_id, current)

        self._window.session.write(verb)
