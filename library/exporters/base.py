"""What an export holds, and what a format must do to write one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from typing import Protocol

from library.models import Document, Excerpt, ExcerptQuery


@dataclass(frozen=True, slots=True)
class ExportScope:
    """Which highlights: those that all given ids, and a question, have in common; without any, the whole library.

    A tag counts with those `below` it, or without; `with_tag_id` is another one that must be there, too. With
    `originals` the text's own words stand beside a corrected quotation.
    """

    document_id: str | None = None
    collection_id: str | None = None
    tag_id: str | None = None
    highlight_ids: tuple[str, ...] = ()
    below: bool = True
    with_tag_id: str | None = None
    query: ExcerptQuery | None = None
    name: str = ""
    """What the question of `query` is called."""
    originals: bool = False


@dataclass(frozen=True, slots=True)
class ExportJob:
    """What is to be written: excerpts, those of one document side by side and in text order.

    `document_notes` are the notes on documents, by document id; `made` is the day of the export in ISO 8601;
    `originals` as in ExportScope.
    """

    title: str
    excerpts: tuple[Excerpt, ...]
    document_notes: Mapping[str, str] = field(default_factory=dict[str, str])
    made: str = field(default_factory=lambda: date.today().isoformat())
    originals: bool = False

    def by_document(self) -> Iterator[tuple[Document, list[Excerpt]]]:
        """Yield each document with its excerpts."""
        for _, group in groupby(self.excerpts, key=lambda excerpt: excerpt.document.id):
            excerpts = list(group)
            yield excerpts[0].document, excerpts

    @property
    def document_count(self) -> int:
        return len({excerpt.document.id for excerpt in self.excerpts})

    @property
    def tag_paths(self) -> tuple[str, ...]:
        """The full names of all tags on the excerpts, sorted."""
        return tuple(sorted({path for excerpt in self.excerpts for path in excerpt.tag_paths}))


class Exporter(Protocol):
    """A format. `name` is its word on the command line, `label` its name for people, `suffix` has the dot."""

    @property
    def name(self) -> str: ...
    @property
    def label(self) -> str: ...
    @property
    def suffix(self) -> str: ...
    @property
    def encoding(self) -> str: ...

    def render(self, job: ExportJob) -> Iterator[str]:
        """Yield the file piece by piece: first its head, then one piece for each excerpt."""
        ...
