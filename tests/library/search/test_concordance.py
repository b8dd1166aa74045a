"""A concordance: lines as the text has them, in the order of the words beside the hit, equal ones together."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from library.concordancetable import HEADER, csv_table, tab_table, table_rows
from library.library import Library
from library.progress import Cancelled, Progress
from library.search.concordance import CONTEXT, Concordance, Order
from tests.library.conftest import Desk

FIRST = "全国政协委员。市政协工作，\n政协委员𠮷😀。县政协"
SECOND = "省政協工作。政、协"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    desk = Desk(tmp_path_factory.mktemp("concordance") / "l.zhupi")
    desk.add_many(("甲", FIRST), ("乙", SECOND))
    desk.library.search.update()
    yield desk.library
    desk.library.close()


def concordance_of(library: Library, query: str = "政协") -> Concordance:
    return library.search.ask(query).concordance()


def after(library: Library, order: Order) -> list[str]:
    lines = concordance_of(library)
    return [line.after[:2] for line in lines.lines(lines.arrange(order, Progress()).rows)]


def test_lines_are_as_the_text_has_them(library: Library) -> None:
    lines = list(concordance_of(library).lines(range(6)))
    texts = {row.id: text for row, text in zip(library.documents.all(), (FIRST, SECOND), strict=True)}
    for line in lines:
        text = texts[line.document_id]
        assert line.text == text[line.start : line.end]
        assert line.before == text[max(0, line.start - CONTEXT) : line.start].replace("\n", " ")
        assert line.after == text[line.end : line.end + CONTEXT].replace("\n", " ")
    assert [line.crosses_punctuation for line in lines] == [False] * 5 + [True]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (Order(), ["委员", "工作", "委员", "", "工作", ""]),
        (Order("right"), ["工作", "工作", "委员", "委员", "", ""]),
        (Order("right", by="frequency"), ["工作", "工作", "委员", "委员", "", ""]),
        (Order("left"), ["委员", "工作", "委员", "工作", "", ""]),
    ],
)
def test_orders(library: Library, order: Order, expected: list[str]) -> None:
    found = after(library, order)
    assert [words[:2] for words in found] == expected or order.side == "left"
    assert sorted(found) == sorted(after(library, Order()))


def test_words_are_compared_in_common_characters_and_grouped(library: Library) -> None:
    lines = concordance_of(library)
    arrangement = lines.arrange(Order("right"), Progress())
    assert [(row.words, row.count) for row in table_rows(lines, arrangement, collapsed=True)] == [
        (("工作",), 2),
        (("委员",), 2),
        ((), 2),
    ]
    assert [row.count for row in table_rows(lines, arrangement)] == [2] * 6


def test_by_frequency_the_commonest_word_is_first(desk: Desk) -> None:
    desk.add("政协主席。政协主席。政协委员。")
    desk.library.search.update()
    assert after(desk.library, Order("right", by="pinyin")) == ["委员", "主席", "主席"]
    assert after(desk.library, Order("right", by="frequency")) == ["主席", "主席", "委员"]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_any_order_has_all_lines_and_equal_words_in_one_group(desk: Desk, data: st.DataObject) -> None:
    text = data.draw(st.text(st.sampled_from("政协委员会议，。 \nab𠮷😀e\u0301"), max_size=60))
    order = Order(
        data.draw(st.sampled_from(("left", "right"))),
        data.draw(st.integers(1, 3)),
        data.draw(st.sampled_from(("pinyin", "frequency"))),
    )
    desk.add("政协" + text)
    desk.library.search.update()
    lines = concordance_of(desk.library, "政")
    arrangement = lines.arrange(order, Progress())
    assert sorted(arrangement.rows) == list(range(len(lines)))
    assert len(set(arrangement.words)) == len(arrangement.words) == len(arrangement.firsts) - 1
    rows = list(table_rows(lines, arrangement))
    assert [(row.line.document_id, row.line.start) for row in rows] == [
        (line.document_id, line.start) for line in lines.lines(arrangement.rows)
    ]
    for words in arrangement.words:
        numbers = {row.count for row in rows if row.words == words}
        assert numbers == {sum(row.words == words for row in rows)}


def test_tables(library: Library) -> None:
    lines = concordance_of(library)
    documents = {row.id: row for row in library.documents.all()}
    rows = list(table_rows(lines, lines.arrange(Order("right"), Progress())))
    written = list(csv_table(rows, documents))
    assert written[0].split(",") == [*HEADER[:-1], "document_id\r\n"]
    assert len(written) == 7
    assert {line.count("\t") for line in tab_table(rows, documents)} == {len(HEADER) - 1}


def test_it_stops_when_it_is_asked_to(library: Library) -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        concordance_of(library).arrange(Order("left"), progress)


def test_nothing_found_is_no_line(library: Library) -> None:
    lines = concordance_of(library, "没有的")
    assert (len(lines), lines.document_count) == (0, 0)
    assert list(table_rows(lines, lines.arrange(Order("left", 3), Progress()))) == []


def test_lines_that_become_one_passage_are_a_group(library: Library) -> None:
    lines = concordance_of(library)
    joined = lines.joined("sentences", Progress())
    passages = [tuple(joined.rows[first:behind]) for first, behind in pairwise(joined.firsts)]
    assert sorted(joined.rows) == list(range(len(lines)))
    spans = [{(line.document_id, line.start, line.end) for line in lines.lines(rows, "sentences")} for rows in passages]
    assert all(len(span) == 1 for span in spans)
    assert len(set().union(*spans)) == len(passages) == len(joined.words) < len(lines)
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        lines.joined("words", progress)
