"""Excerpts: highlights with all that is said of them, read together."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from contextlib import closing

from library.annotation.links import links_of
from library.annotation.references import parts
from library.models import Collection, Color, Document, Excerpt, Highlight, Note, Placement, Tag, Tagging
from library.storage.store import Store
from library.storage.texts import ReadingText, TextStore
from library.tree import Tree

DEFAULT_COLOR: Color = "yellow"
"""What a highlight is shown in that has neither a colour of its own nor a tag."""

_HEADING = re.compile(r"^#{1,6}[ \t]+(.+)$", re.MULTILINE)


class Excerpts:
    """Reads excerpts; documents in the bin have none."""

    def __init__(self, store: Store, texts: TextStore) -> None:
        self._store = store
        self._texts = texts

    def of_document(self, document_id: str) -> list[Excerpt]:
        """Return the excerpts of a document in text order."""
        return self._read(self._store.all(Highlight, document_id=document_id))

    def of_highlights(self, highlight_ids: Iterable[str]) -> list[Excerpt]:
        """Return the excerpts of these highlights, by document and in text order."""
        return self._read(self._store.all(Highlight, id=set(highlight_ids)))

    def of_memo(self, text: str) -> list[str | Excerpt]:
        """Return what stands in a memo's text, in order: prose as it is written, and the excerpts.

        The reference to a highlight that is not there, or in the bin with its document, stays prose.
        """
        stretches = parts(text)
        wanted = [part.highlight_id for part in stretches if part.highlight_id is not None]
        excerpts = {excerpt.highlight.id: excerpt for excerpt in self.of_highlights(wanted)}
        return [excerpts.get(part.highlight_id or "", part.text) for part in stretches]

    def of_collection(self, collection_id: str) -> list[Excerpt]:
        """Return the excerpts of a collection's documents and of those in the collections below it."""
        branch = [node.id for node in Tree(self._store.all(Collection)).branch(collection_id)]
        documents = {row.document_id for row in self._store.all(Placement, collection_id=branch)}
        return self._read(self._store.all(Highlight, document_id=documents))

    def of_tag(self, tag_id: str) -> list[Excerpt]:
        """Return the excerpts that carry a tag or one below it."""
        branch = [node.id for node in Tree(self._store.all(Tag)).branch(tag_id)]
        highlights = {row.highlight_id for row in self._store.all(Tagging, tag_id=branch)}
        return self._read(self._store.all(Highlight, id=highlights))

    def all(self) -> list[Excerpt]:
        """Return the excerpts of the library, by document in the order these were added, and in text order."""
        return self._read(self._store.all(Highlight))

    def _read(self, highlights: Sequence[Highlight]) -> list[Excerpt]:
        ids = {highlight.id for highlight in highlights}
        tags = Tree(self._store.all(Tag))
        paths = tags.paths()
        notes = {note.target_id: note.text for note in self._store.all(Note, target_kind="highlight", target_id=ids)}
        carried: defaultdict[str, list[Tag]] = defaultdict(list)
        for row in self._store.all(Tagging, "position", highlight_id=ids):
            carried[row.highlight_id].append(tags.get(row.tag_id))
        links = links_of(self._store, ids)
        excerpts: list[Excerpt] = []
        for document, marks in self._by_document(highlights):
            with closing(self._texts.open(document.text_sha)) as text:
                places = _Places(text, markdown=document.format == "markdown")
                for mark in marks:
                    own = tuple(carried[mark.id])
                    excerpts.append(
                        Excerpt(
                            highlight=mark,
                            document=document,
                            tags=own,
                            tag_paths=tuple(paths[tag.id] for tag in own),
                            color=shown_color(mark, own),
                            note=notes.get(mark.id, ""),
                            paragraph=places.paragraph(mark.start),
                            heading=places.heading(mark.start),
                            links=tuple(links.get(mark.id, ())),
                        )
                    )
        return excerpts

    def _by_document(self, highlights: Sequence[Highlight]) -> list[tuple[Document, list[Highlight]]]:
        groups: defaultdict[str, list[Highlight]] = defaultdict(list)
        for highlight in sorted(highlights, key=lambda row: (row.start, row.end, row.id)):
            groups[highlight.document_id].append(highlight)
        documents = self._store.all(Document, "added", "id", id=set(groups), removed=None)
        return [(document, groups[document.id]) for document in documents]


class _Places:
    """Tells the paragraph and heading of positions in one text; Markdown headings are found once."""

    def __init__(self, text: ReadingText, *, markdown: bool) -> None:
        self._text = text
        found = list(_HEADING.finditer(text.text())) if markdown else []
        self._starts = [match.start() for match in found]
        self._headings = [_heading(match[1]) for match in found]

    def paragraph(self, position: int) -> int:
        return self._text.number(self._text.block_at(position))

    def heading(self, position: int) -> str:
        index = bisect_right(self._starts, position) - 1
        return self._headings[index] if index >= 0 else ""


def _heading(line: str) -> str:
    """Return a Markdown heading without the number signs that may close it (CommonMark, section 4.2)."""
    plain = line.rstrip()
    opened = plain.rstrip("#")
    return opened.rstrip() if opened[-1:] in ("", " ", "\t") else plain


def shown_color(highlight: Highlight, tags: Sequence[Tag]) -> Color:
    """Return the colour a highlight is shown in: its own, or that of its first tag, or DEFAULT_COLOR."""
    if highlight.color is not None:
        return highlight.color
    return tags[0].color if tags else DEFAULT_COLOR
