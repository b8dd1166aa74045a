"""What is copied from the text: clean, as a quotation with its source, or as it stands."""

from __future__ import annotations

from contextlib import closing
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from desktop.translation import tr

if TYPE_CHECKING:
    from desktop.jobs import Jobs
    from desktop.messages import Messages
    from desktop.reader.pane import ReaderPane
    from desktop.reading import OpenDocument
    from desktop.session import Session
    from desktop.stands import Stands
    from library.models import Document
    from library.progress import Progress
    from library.storage.texts import ReadingText

AT_ONCE = 300_000
"""Code points up to which a passage is copied at once; more is made ready in the background."""


class Form(Enum):
    """In which form a passage is copied."""

    CLEAN = auto()
    QUOTATION = auto()
    AS_IT_STANDS = auto()


class Copying(QObject):
    """Copies what is selected in the text, or the highlight that is."""

    def __init__(self, session: Session, jobs: Jobs, messages: Messages, stands: Stands) -> None:
        super().__init__(stands)
        self._session = session
        self._jobs = jobs
        self._messages = messages
        self._stands = stands
        self._number = 0

    @property
    def _pane(self) -> ReaderPane:
        return self._stands.active.pane

    @property
    def _reading(self) -> OpenDocument:
        return self._stands.active.reading

    @property
    def can_copy(self) -> bool:
        """Whether anything is selected that can be copied."""
        return self._reading.document is not None and self._pane.chosen() is not None

    def copy(self, form: Form = Form.CLEAN) -> None:
        """Put what is selected on the clipboard: a long passage once it is ready."""
        span, document = self._pane.chosen(), self._reading.document
        library, flow = self._session.library, self._pane.flow
        if span is None or document is None or library is None or flow is None:
            return
        self._number += 1
        if span[1] - span[0] <= AT_ONCE:
            self._put(written(flow.document.text, document, span, form))
            if form is Form.QUOTATION:
                self._messages.info(tr("The quotation was copied with its source."))
            return
        texts, number = library.texts, self._number

        def work(progress: Progress) -> str:
            with closing(texts.open(document.text_sha)) as text:
                made = written(text, document, span, form)
            progress.report(1, 1)
            return made

        self._jobs.start(tr("Copying"), work, lambda text: self._put_long(text, number))

    def _put_long(self, text: str, number: int) -> None:
        """Put a long passage on the clipboard, unless something else was copied in the meantime."""
        if number == self._number:
            self._put(text)
            self._messages.info(tr("{count} characters were copied.", count=len(text)))

    def _put(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)


def written(text: ReadingText, document: Document, span: tuple[int, int], form: Form) -> str:
    """Return the passage of `text` from `span`'s first code point to its last in the form that is asked for."""
    from library.annotation.quotation import clean_text, quotation

    start, end = span
    if form is Form.AS_IT_STANDS:
        return text.slice(start, end)
    clean = clean_text(text, start, end)
    if form is Form.CLEAN:
        return clean
    return quotation(clean, document, text.number(text.block_at(start)), text.number(text.block_at(end - 1)))
