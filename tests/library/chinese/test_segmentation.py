"""Words in Chinese text."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from library.chinese import segmentation
from library.chinese.segmentation import word_at, words


def parts(text: str) -> list[str]:
    return [text[start:end] for start, end in words(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("政协委员来到北京", ["政协委员", "来到", "北京"]),
        ("𠮷野家在北京。", ["𠮷", "野家", "在", "北京", "。"]),
        ("Müller don't go", ["Müller", " ", "don't", " ", "go"]),
        ("e\u0301te\u0301 fini", ["e\u0301te\u0301", " ", "fini"]),
        ("增长5.3%，共1,234.5元", ["增长", "5.3%", "，", "共", "1,234.5", "元"]),
        ("3D和5G", ["3D", "和", "5G"]),
        ("北京。\r\n上海", ["北京", "。", "\r", "\n", "上海"]),
        ("😀👍🏽👨‍👩‍👧🇨🇳", ["😀", "👍🏽", "👨‍👩‍👧", "🇨🇳"]),
        ("葛\U000e0100", ["葛\U000e0100"]),
        ("Привет мир", ["Привет", " ", "мир"]),
        ("שָׁלוֹם", ["שָׁלוֹם"]),
        ("السَّلامُ عليكم", ["السَّلامُ", " ", "عليكم"]),
        ("नमस्ते स्वा‍गत", ["नमस्ते", " ", "स्वा‍गत"]),
        ("co\u00adoperate", ["co\u00adoperate"]),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert parts(text) == expected


@given(st.text("政协工作𠮷😀e\u0301\U000e0100\u200d aB1.,'\n。の", max_size=40))
def test_words_cover_the_text(text: str) -> None:
    assert "".join(parts(text)) == text
    assert all(start < end for start, end in words(text))


@given(st.text("政协工作𠮷😀e\u0301 aB1\n", min_size=1, max_size=40), st.integers(0, 39))
def test_the_word_at_a_place_holds_it(text: str, offset: int) -> None:
    offset = min(offset, len(text) - 1)
    start, end = word_at(text, offset)
    assert start <= offset <= end
    assert "\n" not in text[start:end]
    if text[offset] != "\n":
        assert start <= offset < end


@pytest.mark.parametrize(
    ("offset", "expected"),
    [(-5, "我们"), (0, "我们"), (1, "我们"), (2, "在"), (5, "北京"), (6, ""), (7, "上海"), (99, "上海")],
)
def test_word_at(offset: int, expected: str) -> None:
    text = "我们在北京\n\n上海"
    start, end = word_at(text, offset)
    assert text[start:end] == expected


def test_only_the_line_is_looked_at() -> None:
    line = "政协委员来到北京。"
    text = "另一行\n" + line * 200_000 + "\n再一行"
    middle = 4 + len(line) * 100_000
    assert text[slice(*word_at(text, middle + 5))] == "来到"
    assert text[slice(*word_at(text, middle + 7))] == "北京"


@pytest.fixture
def without_rjieba(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    monkeypatch.setitem(sys.modules, "rjieba", None)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    segmentation._segmenter.cache_clear()
    yield tmp_path
    segmentation._segmenter.cache_clear()


@pytest.mark.skipif(sys.platform == "darwin", reason="the cache folder of macOS cannot be set by the environment")
def test_jieba_stands_in_and_keeps_its_cache_private(without_rjieba: Path) -> None:
    assert parts("政协委员来到北京") == ["政协委员", "来到", "北京"]
    caches = list(without_rjieba.rglob("*.cache"))
    assert caches
    assert "zhupi" in caches[0].parts
