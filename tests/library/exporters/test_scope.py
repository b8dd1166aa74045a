"""Which highlights an export holds, and in which order."""

from collections.abc import Iterator
from dataclasses import astuple
from itertools import islice
from pathlib import Path

import pytest

from library.errors import NotFound
from library.exporters.base import GROUPINGS, ORDERS, ExportOptions, ExportScope, Grouping, Order
from library.exporters.composing import Passage, compose, wording_of
from library.exporters.scope import collect
from library.library import Library
from library.models import Draft, PreparedDraft

TITLES = ("简报第12期", "简报第2期", "长安志")
TEXT = "𠮷野家😀，e\u0301 很好。"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    made = Library.create(tmp_path / "研究.zhupi")
    yield made
    made.close()


@pytest.fixture
def documents(library: Library) -> list[str]:
    """Three documents with two highlights each, the later one marked first."""
    drafts = [
        PreparedDraft(Draft(title + TEXT, title, "text"), library.texts.add_text(title + TEXT), "", "", "")
        for title in TITLES
    ]
    ids = [document.id for document, _ in library.documents.add_drafts(drafts)]
    for document_id in ids:
        library.highlights.add(document_id, 8, 10, tags=["主题/评价"])
        library.highlights.add(document_id, 0, 3, tags=["方法"])
    return ids


def held(library: Library, scope: ExportScope) -> list[tuple[str, int]]:
    return [(row.document.title, row.highlight.start) for row in collect(library, scope).excerpts]


def test_library_goes_by_title_then_text_order(library: Library, documents: list[str]) -> None:
    job = collect(library, ExportScope())
    assert job.title == "研究"
    assert job.document_count == len(documents)
    order = ["长安志", "简报第2期", "简报第12期"]
    assert held(library, ExportScope()) == [(title, start) for title in order for start in (0, 8)]
    assert [document.title for document, _ in job.by_document()] == order


def test_collection_goes_by_hand_with_those_below(library: Library, documents: list[str]) -> None:
    outer = library.collections.add_path("文集")
    inner = library.collections.add_path("文集/内")
    library.collections.place(outer.id, [documents[1], documents[2]])
    library.collections.place(inner.id, [documents[0], documents[1]])
    library.collections.sort_documents(outer.id, [documents[2], documents[1]])
    found = held(library, ExportScope(collection_id=outer.id))
    assert [title for title, start in found if start == 0] == ["长安志", "简报第2期", "简报第12期"]
    assert len(found) == 6
    assert collect(library, ExportScope(collection_id=inner.id)).title == "文集/内"
    assert {title for title, _ in held(library, ExportScope(collection_id=inner.id))} == {"简报第12期", "简报第2期"}


def test_tag_counts_with_those_below(library: Library, documents: list[str]) -> None:
    tag = library.tags.add_path("主题")
    assert held(library, ExportScope(tag_id=tag.id)) == [
        ("长安志", 8),
        ("简报第2期", 8),
        ("简报第12期", 8),
    ]
    assert len(documents) == 3


def test_several_have_in_common(library: Library, documents: list[str]) -> None:
    tag = library.tags.add_path("主题/评价")
    collection = library.collections.add("甲")
    library.collections.place(collection.id, documents[:1])
    job = collect(library, ExportScope(documents[0], collection.id, tag.id))
    assert [row.highlight.start for row in job.excerpts] == [8]
    assert job.title == "简报第12期 · 甲 · 主题/评价"
    assert held(library, ExportScope(documents[1], collection.id)) == []


def test_notes_on_documents_come_along(library: Library, documents: list[str]) -> None:
    library.notes.write("document", documents[0], "读过两遍")
    assert collect(library, ExportScope()).document_notes == {documents[0]: "读过两遍"}
    assert collect(library, ExportScope(document_id=documents[1])).document_notes == {}


def test_documents_in_the_bin_are_left_out(library: Library, documents: list[str]) -> None:
    library.documents.remove(documents[0])
    assert {title for title, _ in held(library, ExportScope())} == {"简报第2期", "长安志"}


@pytest.mark.parametrize("kind", ["document_id", "collection_id", "tag_id"])
def test_what_is_not_there(library: Library, kind: str) -> None:
    with pytest.raises(NotFound):
        collect(library, ExportScope(**{kind: "no such id"}))


def test_nothing_marked(library: Library) -> None:
    job = collect(library, ExportScope())
    assert (job.excerpts, job.document_count, job.tag_paths) == ((), 0, ())


def test_some_highlights_alone_and_with_a_tag(library: Library, documents: list[str]) -> None:
    first, second, other, *_ = library.highlights.all()
    job = collect(library, ExportScope(highlight_ids=(second.id, first.id, "no such")))
    assert [excerpt.highlight.id for excerpt in job.excerpts] == [first.id, second.id]
    assert job.title == job.excerpts[0].document.title
    assert collect(library, ExportScope(highlight_ids=(first.id, other.id))).title == "研究"
    tag = library.tags.add_path("只此一处")
    library.tags.apply([second.id], [tag.id])
    job = collect(library, ExportScope(tag_id=tag.id, highlight_ids=(first.id, second.id)))
    assert ([excerpt.highlight.id for excerpt in job.excerpts], job.title) == ([second.id], "只此一处")


def test_a_tag_counts_without_those_below_and_together_with_another(library: Library, documents: list[str]) -> None:
    own = library.highlights.add(documents[0], 0, 3, tags=["主题", "方法"])
    tags = {path: tag_id for tag_id, path in library.tags.paths().items()}
    assert held(library, ExportScope(tag_id=tags["主题"], below=False)) == [("简报第12期", 0)]
    both = ExportScope(tag_id=tags["主题"], with_tag_id=tags["方法"])
    assert [row.highlight.id for row in collect(library, both).excerpts] == [own.id]
    assert collect(library, both).title == "主题 · 方法"


@pytest.mark.parametrize("grouping", GROUPINGS)
@pytest.mark.parametrize("order", ORDERS)
def test_a_beginning_is_that_of_the_whole(
    grouping: Grouping, order: Order, library: Library, documents: list[str]
) -> None:
    library.fields.describe([documents[0]], date="2019-06-18")
    library.fields.describe([documents[2]], date="2015")
    library.highlights.add(documents[0], 4, 6, tags=["主题", "方法"])
    library.highlights.add(documents[2], 4, 6)
    options = ExportOptions(grouping, order)
    whole, begun = (collect(library, ExportScope(), options, most=most) for most in (None, 3))
    assert len(whole.excerpts) == 8
    assert len(begun.excerpts) < 8
    first = [list(map(astuple, islice(compose(job), 3))) for job in (begun, whole)]
    assert first[0] == first[1]
    assert begun.excerpts[:3] == whole.excerpts[:3]
    told = [(job.title, job.highlight_count, job.sources, job.tag_paths) for job in (begun, whole)]
    assert told[0] == told[1]


def test_of_a_long_text_the_beginning_is_read(library: Library) -> None:
    text = "𠮷野家😀。\n" * 20_000
    draft = PreparedDraft(Draft(text, "长", "text"), library.texts.add_text(text), "", "", "")
    ((document, _),) = library.documents.add_drafts([draft])
    library.highlights.add(document.id, 0, 3)
    library.highlights.add(document.id, 110_000, 110_003)
    options = ExportOptions(annotated=True)
    begun = collect(library, ExportScope(), options, most=5)
    read = begun.read(document.id)
    assert (read.text, len(read.excerpts), begun.highlight_count) == (text[:100_000], 1, 2)
    assert collect(library, ExportScope(), options).read(document.id).text == text


@pytest.mark.parametrize(("grouping", "order"), [("theme", "text"), ("date", "text"), ("shown", "newest")])
def test_numbers_follow_the_order_in_which_is_cited(library: Library, grouping: Grouping, order: Order) -> None:
    drafts = [
        PreparedDraft(Draft(title + TEXT, title, "text", date=date), library.texts.add_text(title + TEXT), "", "", "")
        for title, date in (("甲", "2003"), ("乙", "2002"), ("丙", "2001"))
    ]
    for tag, (document, _) in zip(("丁", "丙", "乙"), library.documents.add_drafts(drafts), strict=True):
        library.highlights.add(document.id, 0, 3, tags=[tag])
    job = collect(library, ExportScope(), ExportOptions(style="gbt7714-2015", grouping=grouping, order=order))
    cited = [part.citation.plain[:3] for part in compose(job) if isinstance(part, Passage)]
    assert cited == ["[1]", "[2]", "[3]"]
    begun = collect(library, ExportScope(), job.options, most=1)
    assert next(part.citation.plain for part in compose(begun) if isinstance(part, Passage)).startswith("[1]")
    assert [entry.label for entry in job.citing.bibliography()] == cited


def add_text(library: Library, title: str, text: str) -> str:
    draft = PreparedDraft(Draft(text, title, "text"), library.texts.add_text(text), "", "", "")
    ((document, _),) = library.documents.add_drafts([draft])
    library.highlights.add(document.id, 0, 3)
    return document.id


def test_a_text_is_asked_for_its_language_where_the_title_shows_none(library: Library) -> None:
    document_id = add_text(library, "crlf", TEXT * 20)
    job = collect(
        library, ExportScope(document_id=document_id), ExportOptions(style="gbt7714-2025-author-date", marks="script")
    )
    assert job.languages[document_id] == "chinese"
    (said,) = (part for part in compose(job) if isinstance(part, Passage))
    assert said.quote.startswith("“")
    assert said.citation.plain == "（佚名，无日期：第1段）"
    assert wording_of(collect(library, ExportScope(document_id=document_id))).language == "zh-CN"


def test_words_are_chinese_where_half_of_the_texts_are(library: Library) -> None:
    add_text(library, "Rules", "Rules that are in use in a village are called 规则. " * 20)
    assert wording_of(collect(library, ExportScope())).language == "en"
    add_text(library, "txt", TEXT)
    assert wording_of(collect(library, ExportScope())).language == "zh-CN"
    add_text(library, "More", "More rules in use. " * 20)
    assert wording_of(collect(library, ExportScope())).language == "en"


def test_a_chinese_title_counts_whatever_its_file_says(library: Library, documents: list[str]) -> None:
    library.fields.describe(documents, language="en-US")
    assert wording_of(collect(library, ExportScope())).language == "zh-CN"
