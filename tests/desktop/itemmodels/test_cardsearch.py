"""Finding cards: folded, in tags by pinyin, and by what comes near where nothing is found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.itemmodels.cardsearch import CardSearch, card_text
from library.search.gists import Gist

TAGS = {"t1": "主题/协商民主", "t2": "e\u0301tude/<b>", "t3": "提法"}


def gist(quote: str, note: str = "", correction: str = "") -> Gist:
    return Gist("id", "document", 0, 1, quote, correction, None, "highlight", False, "", "", note, ())


def finds(typed: str, quote: str, *tag_ids: str, note: str = "") -> bool:
    return CardSearch(typed, TAGS, by_pinyin=True).finds(card_text(gist(quote, note)), tag_ids)


def distance(typed: str, quote: str, *tag_ids: str) -> int | None:
    return CardSearch(typed, TAGS, by_pinyin=True).distance(card_text(gist(quote)), tag_ids)


@pytest.mark.parametrize(
    ("typed", "quote"),
    [
        ("议事规则", "議事規則"),
        ("ABC", "xａｂｃx"),
        ("etude", "E\u0301TUDE"),
        ("𠮷", "𠮷祥里😀"),
        ("从收集意见", "从收集，意见"),
        ("规则 议事", "议事的规则"),
        ("", ""),
        ("，", "停车"),
    ],
)
def test_neither_script_nor_width_nor_case_nor_order_matters(typed: str, quote: str) -> None:
    assert finds(typed, quote)
    assert distance(typed, quote) == 0


def test_a_word_is_looked_for_in_note_correction_and_tags_but_not_across_them() -> None:
    assert finds("现场", "停车", note="先看现场")
    assert CardSearch("从严", {}, by_pinyin=False).finds(card_text(gist("从产", correction="从严")), ())
    assert not finds("停车先看", "停车", note="先看现场")
    assert finds("协商", "停车", "t1")
    assert finds("停车 协商", "停车", "t1")
    assert not finds("协商", "停车", "t3", "no such")


@pytest.mark.parametrize("typed", ["xieshang", "xsmz", "XSMZ", "zhuti", "ztxsmz"])
def test_tags_are_found_by_pinyin_and_initials(typed: str) -> None:
    assert finds(typed, "停车", "t1")
    assert not finds(typed, "停车", "t3")
    assert not CardSearch(typed, TAGS, by_pinyin=False).finds("停车", ("t1",))


def test_what_comes_nearer_is_nearer() -> None:
    assert distance("议事规则", "议事规则") == 0
    gapped, mistyped, swapped = (distance("议事规则", quote) for quote in ("议事的规则", "议事归则", "议规事则"))
    assert gapped is not None
    assert mistyped is not None
    assert swapped is not None
    assert 0 < gapped < mistyped
    assert distance("议事规则", "议一二三四五事一二三四五规则") is None
    assert distance("规则", "归则") is None
    assert distance("停车", "议事") is None
    assert distance("协商民主", "停车", "t1") == 0
    assert distance("协商明主", "停车", "t1") is not None


@given(st.text(max_size=12), st.text(max_size=30))
def test_anything_can_be_typed_and_what_is_found_is_at_no_distance(typed: str, quote: str) -> None:
    search, text = CardSearch(typed, TAGS, by_pinyin=False), card_text(gist(quote))
    assert search.finds(text, ()) == (search.distance(text, ()) == 0)
