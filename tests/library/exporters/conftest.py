"""Excerpts made by hand: what the formats are given."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

from library.exporters.base import ExportJob
from library.models import Document, Excerpt, Highlight, Tag, new_id

MakeExcerpt = Callable[..., Excerpt]
MakeJob = Callable[..., ExportJob]


@pytest.fixture(autouse=True)
def _with_an_application(qapp: QApplication) -> None:
    """What sets PDF files makes an application of a lesser kind where there is none, which later tests cannot use."""


@pytest.fixture
def document() -> Document:
    return Document(
        id="d1",
        title="议事会简报",
        text_sha="0" * 64,
        length=100,
        issuer="街道办公室",
        date="2019-06-18",
        number="第 12 期",
    )


@pytest.fixture
def make_excerpt(document: Document) -> MakeExcerpt:
    def make(quote: str, *, note: str = "", tags: tuple[str, ...] = (), **other: object) -> Excerpt:
        start = int(str(other.get("start", 0)))
        owner = other.get("document", document)
        assert isinstance(owner, Document)
        return Excerpt(
            highlight=Highlight(
                id=str(other.get("id", new_id())),
                document_id=owner.id,
                start=start,
                end=start + len(quote),
                quote=quote,
                prefix="",
                suffix="",
                correction=str(other.get("correction", "")),
                created="2024-05-01T08:00:00.000Z",
            ),
            document=owner,
            tags=tuple(Tag(id=new_id(), name=path.rsplit("/", 1)[-1]) for path in tags),
            tag_paths=tags,
            color="yellow",
            note=note,
            paragraph=int(str(other.get("paragraph", 12))),
            speaker=str(other.get("speaker", "")),
            pages=tuple(str(other.get("pages", "")).split()),
            headings=tuple(filter(None, (str(other.get("above", "")), str(other.get("heading", "一、缘起"))))),
        )

    return make


@pytest.fixture
def make_job() -> MakeJob:
    def make(*excerpts: Excerpt, title: str = "研究") -> ExportJob:
        return ExportJob(title=title, excerpts=excerpts, made="2024-05-02")

    return make
