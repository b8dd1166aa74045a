"""Retrieval: every combination compared with what plain Python finds."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from library.annotation.retrieval import query_from_json, query_to_json
from library.errors import InvalidQuery, NotFound
from library.library import Library
from library.models import COLORS, Excerpt, ExcerptQuery
from tests.library.conftest import Desk, refuse

TEXT = "𠮷祥里的墙上贴着😀。\n\n先把话听完，再把事分清。\ne\u0301te\u0301 end\n最后才谈谁来办。\n"
TAGS = ("主题", "主题/协商", "主题/协商/民主", "人物", "提法")
DATES = ("", "2015", "2017-03-01", "2019-12-31")


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """A library of four documents in nested collections, with marks of every kind."""
    desk = Desk(tmp_path_factory.mktemp("retrieval") / "l.zhupi")
    desk.add_many(*((f"第{number}期", f"{number}{TEXT}") for number in range(4)))
    library = desk.library
    inner = library.collections.add_path("简报/上")
    outer = library.collections.find_path("简报")
    assert outer is not None
    for number, document in enumerate(library.documents.all()):
        library.fields.describe([document.id], date=DATES[number])
        if number < 2:
            library.collections.place((inner if number else outer).id, [document.id])
        for place, start in enumerate(range(0, 40, 3)):
            kind = place + number
            library.highlights.add(
                document.id,
                start,
                start + 1 + kind % 5,
                color=COLORS[kind % 6] if kind % 3 == 0 else None,
                tags=[TAGS[at] for at in range(5) if (kind * 7 >> at) & 1],
                note=("批𠮷协商" if kind % 2 else "政治協商") if kind % 4 == 0 else "",
            )
    marks = library.highlights.all()
    library.highlights.star([mark.id for mark in marks[::4]])
    library.highlights.correct(marks[1].id, "从严")
    yield library
    library.close()


def is_below(path: str, above: str) -> bool:
    return path == above or path.startswith(f"{above}/")


def has(excerpt: Excerpt, above: str) -> bool:
    return any(is_below(path, above) for path in excerpt.tag_paths)


def meets(library: Library, query: ExcerptQuery, excerpt: Excerpt, excerpts: list[Excerpt]) -> bool:
    """Say whether an excerpt answers a query, by reading the query aloud."""
    paths = library.tags.paths()
    mark, document = excerpt.highlight, excerpt.document

    def near(tag_id: str) -> bool:
        others = [
            other
            for other in excerpts
            if other.document == document and other.highlight != mark and has(other, paths[tag_id])
        ]
        if query.within is None:
            return any(_share_paragraph(excerpt, other) for other in others)
        return any(
            other.highlight.start - mark.end <= query.within and mark.start - other.highlight.end <= query.within
            for other in others
        )

    placed = {
        document.id for collection_id in query.collection_ids
        for document in library.collections.documents(collection_id, deep=True)
    }  # fmt: skip
    return (
        all(has(excerpt, paths[tag_id]) for tag_id in query.all_tags)
        and (not query.any_tags or any(has(excerpt, paths[tag_id]) for tag_id in query.any_tags))
        and not any(has(excerpt, paths[tag_id]) for tag_id in query.no_tags)
        and all(near(tag_id) for tag_id in query.near_tags)
        and not (query.untagged and excerpt.tags)
        and (not query.colors or excerpt.color in query.colors)
        and (not (query.document_ids or query.collection_ids) or document.id in placed | set(query.document_ids))
        and document.date >= query.since
        and (not query.until or (document.date != "" and document.date[: len(query.until)] <= query.until))
        and (not query.noted or bool(excerpt.note))
        and (not query.starred or bool(mark.starred))
    )


def _share_paragraph(one: Excerpt, other: Excerpt) -> bool:
    """Say whether two excerpts touch one paragraph: their text begins with a digit, and lines are paragraphs."""
    text = one.document.title[1] + TEXT
    lines = [
        (text[: excerpt.highlight.start].count("\n"), text[: excerpt.highlight.end - 1].count("\n"))
        for excerpt in (one, other)
    ]
    numbers = [tuple(_number(text, line) for line in pair) for pair in lines]
    return numbers[0][0] <= numbers[1][1] and numbers[1][0] <= numbers[0][1]


def _number(text: str, line: int) -> int:
    return sum(bool(part.strip()) for part in text.split("\n")[: line + 1])


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_query_finds_what_it_says(library: Library, data: st.DataObject) -> None:
    some = st.lists(st.sampled_from([tag.id for tag in library.tags.all()]), max_size=2, unique=True).map(tuple)
    documents = st.lists(st.sampled_from([row.id for row in library.documents.all()]), max_size=1).map(tuple)
    collections = st.lists(st.sampled_from([row.id for row in library.collections.all()]), max_size=1).map(tuple)
    query = data.draw(
        st.builds(
            ExcerptQuery,
            all_tags=some,
            any_tags=some,
            no_tags=some,
            near_tags=some,
            within=st.none() | st.integers(0, 12),
            colors=st.lists(st.sampled_from(COLORS), max_size=3).map(tuple),
            document_ids=documents,
            collection_ids=collections,
            since=st.sampled_from(("", "2016", "2017-03")),
            until=st.sampled_from(("", "2017", "2017-03", "2019-12-31")),
            noted=st.booleans(),
            starred=st.booleans(),
        )
    )
    excerpts = library.excerpts.all()
    expected = [excerpt.highlight.id for excerpt in excerpts if meets(library, query, excerpt, excerpts)]
    assert library.retrieval.find(query) == expected
    assert library.retrieval.count(query) == len(expected)
    some_ids = frozenset(data.draw(st.lists(st.sampled_from([one.highlight.id for one in excerpts]), max_size=3)))
    assert library.retrieval.is_answer(some_ids, query) == bool(some_ids.intersection(expected))
    assert library.retrieval.find(query_from_json(query_to_json(query))) == expected


def test_untagged_ones(library: Library) -> None:
    bare = [excerpt.highlight.id for excerpt in library.excerpts.all() if not excerpt.tags]
    assert bare
    assert library.retrieval.find(ExcerptQuery(untagged=True)) == bare


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("協商", {1}),
        ("协 商", {1}),
        ("𠮷 批", {0}),
        ("从严", {2}),
        ("ＥＮＤ", {2}),
        ("te", {2}),
        ("先 批", set()),
        ("，", {0, 1, 2}),
        (" ", {0, 1, 2}),
    ],
)
def test_words_stand_in_quote_correction_or_note_in_any_form(desk: Desk, words: str, found: set[int]) -> None:
    document = desk.add(TEXT)
    spans = [(TEXT.index(quote), TEXT.index(quote) + len(quote)) for quote in ("𠮷祥里", "先把话听完", "te\u0301 end")]
    marks = [
        desk.library.highlights.add(document.id, *span, note=note)
        for span, note in zip(spans, ("批", "政治協商", ""), strict=True)
    ]
    desk.library.highlights.correct(marks[2].id, "te\u0301 end，从严")
    assert set(desk.library.retrieval.find(ExcerptQuery(text=words))) == {marks[number].id for number in found}


def test_what_contradicts_itself_is_explained(desk: Desk) -> None:
    tag = desk.library.tags.add_path("甲")
    refuse(desk, InvalidQuery, lambda library: library.retrieval.find(ExcerptQuery(untagged=True, all_tags=(tag.id,))))
    refuse(desk, InvalidQuery, lambda library: library.retrieval.find(ExcerptQuery(since="2019", until="2017")))
    refuse(desk, NotFound, lambda library: library.retrieval.find(ExcerptQuery(all_tags=("gone",))))
    refuse(desk, NotFound, lambda library: library.retrieval.find(ExcerptQuery(collection_ids=("gone",))))
    refuse(desk, NotFound, lambda library: library.retrieval.count(ExcerptQuery(document_ids=("gone",))))


def test_what_is_gone_is_named(desk: Desk) -> None:
    tag, other = desk.library.tags.add_path("甲"), desk.library.tags.add_path("乙")
    document, collection = desk.add(TEXT), desk.library.collections.add_path("简报")
    query = ExcerptQuery(
        all_tags=(tag.id,), no_tags=(other.id,), document_ids=(document.id,), collection_ids=(collection.id,)
    )
    assert desk.library.retrieval.gone(query) == frozenset()
    desk.library.tags.remove(tag.id)
    desk.library.documents.erase(document.id)
    desk.library.collections.remove(collection.id)
    assert desk.library.retrieval.gone(query) == {tag.id, document.id, collection.id}
    for _ in range(3):
        desk.library.undo()
    assert desk.library.retrieval.gone(query) == frozenset()


@pytest.mark.parametrize("text", ["", "[]", "null", '{"colour": []}', "{", '{"colors": ["pink"]}', '{"all_tags": 3}'])
def test_what_is_no_query_is_refused(desk: Desk, text: str) -> None:
    refuse(desk, InvalidQuery, lambda library: library.retrieval.find(query_from_json(text)))


def test_documents_in_the_bin_have_no_answers(desk: Desk) -> None:
    (mark,) = desk.mark((0, 3), tags=("甲",))
    tag = desk.library.tags.all()[0]
    query = ExcerptQuery(all_tags=(tag.id,))
    assert desk.library.retrieval.find(query) == [mark.id]
    desk.library.documents.remove(mark.document_id)
    assert desk.library.retrieval.find(query) == []
    assert replace(query, all_tags=()) == ExcerptQuery()
