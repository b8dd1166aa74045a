"""Typed pinyin offers what stands in the library, the best first, and is applied only where nothing else is found."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from library.library import Library
from library.search.candidates import MOST
from tests.library.conftest import Desk

TEXT = (
    "政协委员到会。政协的工作，中国政协，全国政协。人民政⏎\n協會議。专心。银行行长在重庆，绿色发展，女儿。"
    "界别委员工作站。朝阳区的槐川县志。北京的工作。\n"
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    desk = Desk(tmp_path_factory.mktemp("spelling") / "l.zhupi")
    document = desk.add(TEXT, "桥东简报")
    desk.add("Only zx in Latin letters 𠮷😀", "Notes")
    desk.library.highlights.add(document.id, 0, 2, tags=["主题/党建"])
    desk.library.search.update()
    yield desk.library
    desk.library.close()


@pytest.mark.parametrize(
    ("query", "first", "offered"),
    [
        ("zhengxie", "政协", ["中国政协", "全国政协"]),
        ("zheng xie", "政协", ["中国政协"]),
        ("zx", "政协", ["专心", "中国政协"]),
        ("zhongguo zhengxie", "中国政协", ["政协"]),
        ("zhongguozhengxie", "中国政协", []),
        ("gongzuozhengxie", "工作 政协", []),
        ("meiguozhengxie", "政协", []),
        ("zhengxiemeiguo", "政协", []),
        ("beijing zhongguo", "北京 中国", []),
        ("jiebieweiyuan", "界别委员", []),
        ("jie bie wei yuan", "界别委员", []),
        ("lvse", "绿色", []),
        ("lu:se", "绿色", []),
        ("nü'er", "女儿", []),
        ("chongqing", "重庆", []),
        ("chaoyang", "朝阳", ["朝阳区"]),
        ("zhaoyang", "朝阳", []),
        ("yinhang hangzhang", "银行行长", []),
        ("dangjian", "党建", []),
        ("dj", "党建", []),
        ("qiaodong", "桥东", []),
    ],
)
def test_candidates(library: Library, query: str, first: str, offered: list[str]) -> None:
    found = library.search.candidates(query)
    assert found[0] == first
    assert set(offered) <= set(found)


@pytest.mark.parametrize(
    "query", ["", " ", "z", "政协", "tag:zx", "-zx", "zx*", "\0", "𠮷", "zhongqingg", "q" * 10_000]
)
def test_what_is_no_pinyin_offers_nothing(library: Library, query: str) -> None:
    assert library.search.candidates(query) == []


@settings(deadline=None, max_examples=60)
@given(st.text("zxheng uolv':ü", max_size=12))
def test_what_is_offered_is_found(library: Library, query: str) -> None:
    offered = library.search.candidates(query)
    assert len(offered) == len(set(offered)) <= MOST
    assert not any(library.search.ask(candidate).is_empty for candidate in offered)


def test_it_is_applied_only_where_nothing_is_written_so(library: Library) -> None:
    findings, applied = library.search.interpret("zhengxie")
    assert applied == "政协"
    assert sum(tally.total for _, tally in findings.tallies()) == 4
    assert library.search.interpret("zx")[1] is None
    assert library.search.interpret("政协")[1] is None
    findings, applied = library.search.interpret("qqqq")
    assert (findings.is_empty, applied) == (True, None)


def test_a_word_that_went_to_the_bin_is_not_offered(desk: Desk) -> None:
    first, _ = desk.add_many(("甲", "政协"), ("乙", "协商"))
    desk.library.search.update()
    assert desk.library.search.candidates("zhengxie") == ["政协"]
    desk.library.documents.remove(first.id)
    assert desk.library.search.candidates("zhengxie") == []
    desk.library.undo()
    assert desk.library.search.candidates("zhengxie") == ["政协"]
    desk.library.tags.add_path("槐川")
    assert desk.library.search.candidates("hc") == ["槐川"]
