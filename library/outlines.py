"""The outlines of documents: found in their files or texts, kept for next time, corrected by their readers."""

import re
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import replace

from library.correcting import Way, as_corrected, moved, own_words, put_right
from library.derived import Derived
from library.documents import Documents
from library.elements import Element
from library.errors import InvalidName, InvalidSpan, NotFound
from library.headings import AT_ONCE, KEPT, Heading, HeadingCorrection, Outline, packed, unpacked
from library.models import Document
from library.storage.characters import storable
from library.storage.journal import Journal
from library.storage.store import Store
from library.storage.texts import ReadingText, TextStore

LONGEST_HEADING = 200
"""Code points of a heading that is added."""
_LONG = 60
"""Code points of a line, before only its first words are taken for a heading."""
_SET_OFF = 40
"""Code points of a long paragraph's first words, before they are taken for a sentence and not for a heading."""
_FIRST = re.compile(rf"([^。！？；!?;：:\n]{{1,{_SET_OFF - 1}}}(?:[。！？；!?;]|(?=[：:])))")
"""The words that begin a long paragraph and are set off from it: up to the end of a short sentence, or to a colon."""


class Outlines:
    """Verbs on outlines. `waits` says whether one that is not kept is made at once; else it has to be made elsewhere.

    All offsets are code points of the reading text.
    """

    def __init__(self, store: Store, journal: Journal, documents: Documents, texts: TextStore) -> None:
        self._store = store
        self._journal = journal
        self._documents = documents
        self._texts = texts
        self._derived = Derived(texts, KEPT, unpacked, lambda outline: len(outline.headings))
        self.waits = True

    def of_document(self, document_id: str) -> Outline:
        """Return the outline of a document as its reader left it."""
        return self._as_corrected(self._documents.get(document_id), self.found(document_id))

    def find(self, document: Document) -> Outline | None:
        """Return the outline of a document, or None where it is not kept and is not to be waited for."""
        kept = self._derived.find(document.text_sha, None if self.waits else AT_ONCE)
        if kept is None and self.waits:
            kept = self._made(document)
        return self._as_corrected(document, kept) if kept is not None else None

    def found(self, document_id: str) -> Outline:
        """Return the outline of a document as it was found, without what its reader corrected."""
        document = self._documents.get(document_id)
        return self._derived.find(document.text_sha) or self._made(document)

    def take(self, document_id: str, found: Outline) -> None:
        """Take over what `found` returned elsewhere, on another thread."""
        self._derived.hold(self._documents.get(document_id).text_sha, found)

    def move(self, document_id: str, way: Way, *starts: int) -> None:
        """Promote (`out`) or demote (`in`) the headings that begin at `starts`, with all that stands below them.

        A heading becomes a sibling of the one above it, or goes below the sibling before it; where there is none, it
        stays. NotFound if no heading begins there.
        """
        raw = self._raw(document_id)
        levels = moved([heading.level for heading in raw], self._indexes(raw, starts), way)
        words = {row.start: row.words for row in self._corrections(document_id)}
        rows = [
            HeadingCorrection(document_id, heading.start, heading.end, level, words.get(heading.start, ""))
            for heading, level in zip(raw, levels, strict=True)
            if heading.level != level
        ]
        operation, count = self._journal.operation, len(starts)
        promoting = operation("Promote {count} headings", one="Promote heading", count=count)
        demoting = operation("Demote {count} headings", one="Demote heading", count=count)
        with promoting if way == "out" else demoting:
            self._store.put(*rows)

    def rename(self, document_id: str, start: int, title: str) -> None:
        """Put right the words of the heading that begins at `start`; those of the text, or none, make it as it was.

        The text stays as it is. NotFound if no heading begins there, InvalidName if the words are more than
        LONGEST_HEADING.
        """
        raw = self._raw(document_id)
        heading = raw[self._indexes(raw, [start])[0]]
        title = " ".join(storable(title).replace("\0", "").split())
        if len(title) > LONGEST_HEADING:
            raise InvalidName("A heading is one line of at most {count} characters.", count=LONGEST_HEADING)
        if title == heading.title:
            return
        found = next((row for row in self.found(document_id).headings if row.start == start), None)
        row = HeadingCorrection(document_id, start, heading.end, heading.level)
        with closing(self._documents.text(document_id)) as text:
            own = found.title if found is not None and found.end == heading.end else own_words(row, text.slice)
        is_as_found = found is not None and (found.level, found.end) == (heading.level, heading.end)
        with self._journal.operation("Rename heading “{title}”", title=heading.title):
            if is_as_found and title in ("", own):
                self._store.remove(HeadingCorrection, [(document_id, str(start))])
            else:
                self._store.put(replace(row, words="" if title == own else title))

    def remove(self, document_id: str, *starts: int) -> None:
        """Take the headings that begin at `starts` out of the outline; what stands below them stays. NotFound if none.

        One that a reader added is gone for good; any other can be added again.
        """
        raw = self._raw(document_id)
        chosen = [raw[index] for index in self._indexes(raw, starts)]
        own = {heading.start for heading in self.found(document_id).headings}
        with self._journal.operation("Remove {count} headings", one="Remove heading", count=len(chosen)):
            added = [(document_id, str(heading.start)) for heading in chosen if heading.start not in own]
            self._store.remove(HeadingCorrection, added)
            self._store.put(
                *(HeadingCorrection(document_id, row.start, row.end, 0) for row in chosen if row.start in own)
            )

    def add(self, document_id: str, start: int, end: int) -> Heading:
        """Make a heading of the text from `start` to `end`, or where these are one, of its line; of a long
        line its first words, up to the end of a short sentence or a colon.

        It stands beside the heading before it. InvalidSpan if nothing is written there, if it is longer than a line or
        LONGEST_HEADING, if a long line begins with no such words, or if there is a heading already.
        """
        with closing(self._documents.text(document_id)) as text:
            start, end = _drawn(text, start, end) if start < end else _line_at(text, start)
        raw = self._raw(document_id)
        if any(heading.start < end and start < heading.end for heading in raw):
            raise InvalidSpan("There is a heading here already.")
        level = next((heading.level for heading in reversed(raw) if heading.start < start), 1)
        base = next((heading for heading in self.found(document_id).headings if heading.start == start), None)
        with self._journal.operation("Add heading"):
            if base is not None and base.end == end:
                self._store.remove(HeadingCorrection, [(document_id, str(start))])
            else:
                self._store.put(HeadingCorrection(document_id, start, end, level))
        return next(heading for heading in self.of_document(document_id).headings if heading.start == start)

    def _raw(self, document_id: str) -> list[Heading]:
        """Return the headings as corrected, with the levels that corrections count in."""
        return self._put_right(self._documents.get(document_id), self.found(document_id))

    def _indexes(self, raw: Sequence[Heading], starts: Iterable[int]) -> list[int]:
        places = {heading.start: index for index, heading in enumerate(raw)}
        try:
            return sorted({places[start] for start in starts})
        except KeyError as error:
            raise NotFound("No heading begins at {position}.", position=error.args[0]) from error

    def _as_corrected(self, document: Document, base: Outline) -> Outline:
        corrections = self._corrections(document.id)
        if not corrections:
            return base
        with closing(self._texts.open(document.text_sha)) as text:
            return as_corrected(base, corrections, text.slice)

    def _corrections(self, document_id: str) -> list[HeadingCorrection]:
        return self._store.all(HeadingCorrection, "start", document_id=document_id)

    def _put_right(self, document: Document, base: Outline) -> list[Heading]:
        corrections = self._corrections(document.id)
        if not corrections:
            return list(base.headings)
        with closing(self._texts.open(document.text_sha)) as text:
            return put_right(base.headings, corrections, text.slice)

    def _made(self, document: Document) -> Outline:
        with closing(self._texts.open(document.text_sha)) as text:
            made = keep_outline(self._texts, document.text_sha, text.text(), self._documents.elements(document.id))
        return self._derived.hold(document.text_sha, made)


def keep_outline(texts: TextStore, sha: str, text: str, elements: Sequence[Element] = ()) -> Outline:
    """Make the outline of `text`, which is kept under `sha`, and keep it for next time."""
    from library.chinese.outlining import outline_of  # its rules take a while to load, and most outlines are kept

    made = outline_of(text, elements)
    texts.keep_derived(sha, KEPT, packed(made))
    return made


def _drawn(text: ReadingText, start: int, end: int) -> tuple[int, int]:
    """Return a selection without the white space at its ends; InvalidSpan unless it is part of one line."""
    chosen = text.slice(start, end)
    words = chosen.strip()
    begin = start + len(chosen) - len(chosen.lstrip())
    if not words:
        raise InvalidSpan("Nothing is written here.")
    if "\n" in words or len(words) > LONGEST_HEADING:
        raise InvalidSpan("A heading is one line of at most {count} characters.", count=LONGEST_HEADING)
    return begin, begin + len(words)


def _line_at(text: ReadingText, position: int) -> tuple[int, int]:
    """Return the line at `position` without white space at its ends, or its first words where the line is long."""
    start, end = text.paragraph(position)
    line = text.slice(start, min(end, start + 4 * LONGEST_HEADING))
    begin = start + len(line) - len(line.lstrip())
    words = line.strip()
    if len(words) > _LONG:
        first = _FIRST.match(words)
        if first is None or not first[1].strip():
            raise InvalidSpan("No heading begins this long paragraph: select the words that are one.")
        words = first[1]
    return _drawn(text, begin, begin + len(words))
