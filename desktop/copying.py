"""What is copied from the text: clean, as a quotation with its source, or as it stands."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from desktop.forms import Form
from desktop.translation import plural, tr

if TYPE_CHECKING:
    from desktop.jobs import Jobs
    from desktop.messages import Messages
    from desktop.reader.pane import ReaderPane
    from desktop.reading import OpenDocument
    from desktop.session import Session
    from desktop.stands import Stands
    from library.library import Library
    from library.models import Document
    from library.progress import Progress
    from library.storage.texts import ReadingText

MANY = 50
"""More highlights than this are made ready in the background."""
AT_ONCE = 300_000
"""Code points up to which a passage is copied at once; more is made ready in the background."""


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
        pages = library.documents.pages(document.id).labels(*span)
        if span[1] - span[0] <= AT_ONCE:
            self._put(written(flow.document.text, document, span, form, pages))
            if form is Form.QUOTATION:
                self._messages.info(tr("The quotation was copied with its source."))
            return
        texts, number = library.texts, self._number

        def work(progress: Progress) -> str:
            with closing(texts.open(document.text_sha)) as text:
                made = written(text, document, span, form, pages)
            progress.report(1, 1)
            return made

        self._jobs.start(tr("Copying"), work, lambda text: self._put_long(text, number))

    def copy_highlights(self, highlight_ids: Sequence[str], form: Form) -> None:
        """Put highlights on the clipboard, as they should read, in the order of their texts: many once they are ready.

        As quotations each has its source.
        """
        library, ids = self._session.library, list(highlight_ids)
        if library is None or not ids:
            return
        self._number += 1
        if len(ids) <= MANY:
            self._put_marks(written_marks(library, ids, form), len(ids), self._number)
            return
        path, number = library.path, self._number

        def work(progress: Progress) -> str:
            from library.library import Library

            with closing(Library.open(path, write=False)) as reading:
                made = written_marks(reading, ids, form)
            progress.report(1, 1)
            return made

        self._jobs.start(tr("Copying"), work, lambda text: self._put_marks(text, len(ids), number))

    def _put_marks(self, text: str, count: int, number: int) -> None:
        if number == self._number:
            self._put(text)
            self._messages.info(plural(count, "The highlight was copied.", "{count} highlights were copied."))

    def _put_long(self, text: str, number: int) -> None:
        """Put a long passage on the clipboard, unless something else was copied in the meantime."""
        if number == self._number:
            self._put(text)
            self._messages.info(tr("{count} characters were copied.", count=len(text)))

    def _put(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)


def written(text: ReadingText, document: Document, span: tuple[int, int], form: Form, pages: Sequence[str]) -> str:
    """Return the passage of `text` from `span`'s first code point to its last in the form that is asked for.

    `pages` are what the pages are called on which it begins and ends.
    """
    from library.annotation.quotation import clean_text, quotation

    start, end = span
    if form is Form.AS_IT_STANDS:
        return text.slice(start, end)
    clean = clean_text(text, start, end)
    if form is Form.CLEAN:
        return clean
    first, last = text.number(text.block_at(start)), text.number(text.block_at(end - 1))
    return quotation(clean, document, first, last, pages)


def written_marks(library: Library, highlight_ids: Sequence[str], form: Form) -> str:
    """Return highlights in a form, those that are corrected as they should read, by document and in text order."""
    from library.annotation.quotation import quotation

    passages: list[str] = []
    excerpts = library.excerpts.of_highlights(highlight_ids)
    for document, marks in groupby(excerpts, key=lambda excerpt: excerpt.document):
        with closing(library.texts.open(document.text_sha)) as text:
            for excerpt in marks:
                mark = excerpt.highlight
                if mark.correction and form is Form.QUOTATION:
                    last = text.number(text.block_at(mark.end - 1))
                    passages.append(quotation(mark.correction, document, excerpt.paragraph, last, excerpt.pages))
                else:
                    passages.append(
                        mark.correction or written(text, document, (mark.start, mark.end), form, excerpt.pages)
                    )
    return ("\n\n" if form is Form.QUOTATION else "\n").join(passages)
