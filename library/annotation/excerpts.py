"""Excerpts: highlights with all that is said of them, read together."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from contextlib import closing

from library.annotation.links import links_of
from library.documents import Documents
from library.headings import Outline
from library.models import Collection, Color, Document, Excerpt, Highlight, Note, Placement, Tag, Tagging
from library.outlines import Outlines
from library.references import parts
from library.search.gists import Gist, gists_of_document, gists_of_highlights
from library.speakers import Speakers
from library.speeches import Speeches
from library.storage.store import Store
from library.storage.texts import TextStore
from library.tree import Tree

DEFAULT_COLOR: Color = "yellow"
"""What a highlight is shown in that has neither a colour of its own nor a tag."""


class Excerpts:
    """Reads excerpts; documents in the bin have none."""

    def __init__(
        self, store: Store, texts: TextStore, outlines: Outlines, speakers: Speakers, documents: Documents
    ) -> None:
        self._store = store
        self._texts = texts
        self._outlines = outlines
        self._speakers = speakers
        self._documents = documents

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

    def of_tag(self, tag_id: str, *, below: bool = True) -> list[Excerpt]:
        """Return the excerpts that carry a tag or, with `below`, one below it."""
        branch = [node.id for node in Tree(self._store.all(Tag)).branch(tag_id)] if below else [tag_id]
        highlights = {row.highlight_id for row in self._store.all(Tagging, tag_id=branch)}
        return self._read(self._store.all(Highlight, id=highlights))

    def all(self) -> list[Excerpt]:
        """Return the excerpts of the library, by document in the order these were added, and in text order."""
        return self._read(self._store.all(Highlight))

    def gists(self, document_id: str, after: Gist | None, most: int) -> list[Gist]:
        """Return, in text order, what the cards of a document are found by: those after one, `most` at most."""
        return gists_of_document(self._store.db, document_id, after, most)

    def gists_of(self, highlight_ids: Iterable[str]) -> list[Gist]:
        """Return what the cards of those of these highlights are found by that are there, in no order."""
        return gists_of_highlights(self._store.db, highlight_ids)

    def _read(self, highlights: Sequence[Highlight]) -> list[Excerpt]:
        ids = {highlight.id for highlight in highlights}
        tags = Tree(self._store.all(Tag))
        paths = tags.paths()
        notes = {note.target_id: note.text for note in self._store.all(Note, target_kind="highlight", target_id=ids)}
        carried: defaultdict[str, list[Tag]] = defaultdict(list)
        for row in self._store.all(Tagging, "position", highlight_id=ids):
            if row.tag_id in tags.nodes:  # another connection may have made it since: its changes are told next
                carried[row.highlight_id].append(tags.get(row.tag_id))
        links = links_of(self._store, ids)
        excerpts: list[Excerpt] = []
        for document, marks in self._by_document(highlights):
            outline = self._outlines.find(document) or Outline()
            speeches = self._speakers.find(document) or Speeches()
            pages = self._documents.pages(document.id)
            with closing(self._texts.open(document.text_sha)) as text:
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
                            paragraph=text.number(text.block_at(mark.start)),
                            headings=outline.path(mark.start),
                            links=tuple(links.get(mark.id, ())),
                            speaker=speeches.speaker(mark.start, mark.end),
                            pages=pages.labels(mark.start, mark.end),
                        )
                    )
        return excerpts

    def _by_document(self, highlights: Sequence[Highlight]) -> list[tuple[Document, list[Highlight]]]:
        groups: defaultdict[str, list[Highlight]] = defaultdict(list)
        for highlight in sorted(highlights, key=lambda row: (row.start, row.end, row.id)):
            groups[highlight.document_id].append(highlight)
        documents = self._store.all(Document, "added", "id", id=set(groups), removed=None)
        return [(document, groups[document.id]) for document in documents]


def shown_color(highlight: Highlight, tags: Sequence[Tag]) -> Color:
    """Return the colour a highlight is shown in: its own, or that of its first tag, or DEFAULT_COLOR."""
    if highlight.color is not None:
        return highlight.color
    return tags[0].color if tags else DEFAULT_COLOR
