"""What is copied from the text: clean, as a quotation with its source, or as it stands."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop import clipboard
from desktop.forms import Form, Quoting
from desktop.quotations import item_of_document, joined_quotations, quoted, quoted_excerpts
from desktop.translation import plural, tr

if TYPE_CHECKING:
    from desktop.jobs import Jobs
    from desktop.messages import Messages
    from desktop.reader.pane import ReaderPane
    from desktop.reading import OpenDocument
    from desktop.session import Session
    from desktop.settings import Settings
    from desktop.stands import Stands
    from library.citations import Item, RichText
    from library.library import Library
    from library.progress import Progress
    from library.storage.texts import ReadingText

MANY = 50
"""More highlights than this are made ready in the background."""
AT_ONCE = 300_000
"""Code points up to which a passage is copied at once; more is made ready in the background."""


class Copying(QObject):
    """Copies what is selected in the text, or the highlight that is."""

    def __init__(self, session: Session, jobs: Jobs, messages: Messages, settings: Settings, stands: Stands) -> None:
        super().__init__(stands)
        self._session = session
        self._jobs = jobs
        self._messages = messages
        self._settings = settings
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
        item = item_of_document(library, document.id) if form is Form.QUOTATION else None
        quoting = Quoting.of(self._settings)
        if span[1] - span[0] <= AT_ONCE:
            clipboard.put(written(flow.document.text, span, form, item, pages, quoting))
            if form is Form.QUOTATION:
                self._messages.info(tr("The quotation was copied with its source."))
            return
        texts, number = library.texts, self._number

        def work(progress: Progress) -> str | RichText:
            with closing(texts.open(document.text_sha)) as text:
                made = written(text, span, form, item, pages, quoting)
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
        quoting = Quoting.of(self._settings)
        if len(ids) <= MANY:
            self._put_marks(written_marks(library, ids, form, quoting), len(ids), self._number)
            return
        path, number = library.path, self._number

        def work(progress: Progress) -> str | RichText:
            from library.library import Library

            with closing(Library.open(path, write=False)) as reading:
                made = written_marks(reading, ids, form, quoting)
            progress.report(1, 1)
            return made

        self._jobs.start(tr("Copying"), work, lambda text: self._put_marks(text, len(ids), number))

    def _put_marks(self, text: str | RichText, count: int, number: int) -> None:
        if number == self._number:
            clipboard.put(text)
            self._messages.info(plural(count, "The highlight was copied.", "{count} highlights were copied."))

    def _put_long(self, text: str | RichText, number: int) -> None:
        """Put a long passage on the clipboard, unless something else was copied in the meantime."""
        if number == self._number:
            clipboard.put(text)
            count = len(text if isinstance(text, str) else text.plain)
            self._messages.info(tr("{count} characters were copied.", count=count))


def written(
    text: ReadingText, span: tuple[int, int], form: Form, item: Item | None, pages: Sequence[str], quoting: Quoting
) -> str | RichText:
    """Return the passage of `text` from `span`'s first code point to its last in the form that is asked for.

    A quotation cites `item`; `pages` are what the pages are called on which it begins and ends.
    """
    from library.annotation.quotation import clean_text

    if form is Form.AS_IT_STANDS:
        return text.slice(*span)
    return clean_text(text, *span) if item is None else quoted(text, item, span, pages, quoting)


def written_marks(library: Library, highlight_ids: Sequence[str], form: Form, quoting: Quoting) -> str | RichText:
    """Return highlights in a form, those that are corrected as they should read, by document and in text order."""
    passages: list[str] = []
    quotations: list[RichText] = []
    excerpts = library.excerpts.of_highlights(highlight_ids)
    for document, group in groupby(excerpts, key=lambda excerpt: excerpt.document):
        with closing(library.texts.open(document.text_sha)) as text:
            if form is Form.QUOTATION:
                item = item_of_document(library, document.id)
                quotations += quoted_excerpts(text, item, list(group), quoting)
                continue
            for mark in (excerpt.highlight for excerpt in group):
                passages.append(mark.correction or str(written(text, (mark.start, mark.end), form, None, (), quoting)))
    return joined_quotations(quotations) if form is Form.QUOTATION else "\n".join(passages)
