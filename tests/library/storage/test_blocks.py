"""The block table: every character in exactly one block, long paragraphs cut where a reader would."""

import struct
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from library.storage.blocks import CHUNK, Blocks, build_table
from library.storage.texts import ReadingText

FAMILY = "👨‍👩‍👧‍👦"
ENGLAND = "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"
PIECES = st.sampled_from(
    ["\n", "\n\n", "一", "𠮷", "😀", "e\u0301", FAMILY, "👍🏽", "葛\U000e0100", "a b", " ", "\u3000", "é", "。”", "\r"]
)
TEXTS = st.lists(PIECES, max_size=40).map("".join) | st.text(st.characters(blacklist_categories=["Cs"]), max_size=60)


def read(text: str) -> ReadingText:
    return ReadingText(text.encode(), build_table(text))


def blocks(text: str) -> list[str]:
    reading = read(text)
    return [reading.block(index) for index in range(reading.block_count)]


def joined(text: str) -> str:
    """Put a text together again from its blocks."""
    reading = read(text)
    return "".join(
        ("\n" if index and reading.is_first(index) else "") + reading.block(index)
        for index in range(reading.block_count)
    )


@given(TEXTS)
def test_blocks_are_the_paragraphs_of_a_text(text: str) -> None:
    reading = read(text)
    assert blocks(text) == text.split("\n")
    assert reading.length == len(text)
    assert reading.text() == text
    assert all(reading.is_first(index) for index in range(reading.block_count))
    starts = [reading.block_start(index) for index in range(reading.block_count)]
    assert list(reading.starts) == [*starts, len(text) + 1]
    for index, start in enumerate(starts):
        assert text[start : start + reading.block_length(index)] == reading.block(index)


@given(TEXTS, st.data())
def test_positions_are_code_points(text: str, data: st.DataObject) -> None:
    reading = read(text)
    start, end = data.draw(st.integers(-3, len(text) + 3)), data.draw(st.integers(-3, len(text) + 3))
    assert reading.slice(start, end) == text[max(start, 0) : max(end, 0)]
    position = min(max(start, 0), len(text))
    assert reading.byte_offset(start) == len(text[:position].encode())
    assert reading.positions_at([reading.byte_offset(position)]) == [position]
    index = reading.block_at(start)
    assert reading.block_start(index) <= position <= reading.block_start(index) + reading.block_length(index)


@given(TEXTS)
def test_numbers_count_paragraphs_that_are_not_blank(text: str) -> None:
    reading = read(text)
    number = 0
    for index, paragraph in enumerate(text.split("\n")):
        number += bool(paragraph.strip())
        assert reading.number(index) == number


@pytest.mark.parametrize(
    ("text", "count"), [("", 1), ("\n", 2), ("\n\n\n", 4), ("a", 1), ("a\n", 2), ("\na", 2), ("x" * CHUNK, 1)]
)
def test_the_smallest_texts(text: str, count: int) -> None:
    reading = read(text)
    assert (reading.block_count, reading.length) == (count, len(text))
    assert joined(text) == text
    assert reading.block_at(0) == 0
    assert reading.block_at(10**9) == count - 1
    assert reading.slice(-5, 10**9) == text
    assert (reading.number(0), reading.is_first(0)) == (int(text[:1] not in ("", "\n")), True)


@given(st.integers(CHUNK + 1, CHUNK * 4), st.lists(PIECES.filter(lambda piece: "\n" not in piece), min_size=1))
def test_long_paragraphs_are_cut_into_chunks(length: int, pieces: list[str]) -> None:
    paragraph = ("".join(pieces) * length)[:length]
    text = f"头\n{paragraph}\n尾"
    reading = read(text)
    assert joined(text) == text
    chunks = blocks(text)[1:-1]
    assert "".join(chunks) == paragraph
    assert len(chunks) > 1
    assert all(0 < len(chunk) <= CHUNK for chunk in chunks)
    assert [reading.is_first(index) for index in range(1, len(chunks) + 2)] == [
        True,
        *[False] * (len(chunks) - 1),
        True,
    ]
    numbers = [reading.number(index) for index in range(1, len(chunks) + 1)]
    assert set(numbers) == {1 + bool(paragraph.strip())}
    for position in range(0, reading.length, 397):
        assert reading.positions_at([reading.byte_offset(position)]) == [position]
        assert reading.slice(position, position + 700) == text[position : position + 700]


@pytest.mark.parametrize("end", ["。", "！", "？", "!", "?", "；", ";", ".", "。”", "？』", "！）", "。”）"])
def test_chunks_end_with_a_sentence(end: str) -> None:
    sentence = "先把话听完" * 20 + end
    chunks = blocks(sentence * 100)
    assert len(chunks) > 5
    assert all(chunk.endswith(sentence) for chunk in chunks)
    assert all(len(chunk) > CHUNK // 2 for chunk in chunks[:-1])


@pytest.mark.parametrize(
    "grapheme",
    ["e\u0301", "a\u0301\u0302\u0303", FAMILY, "👍🏽", "👩🏿‍🚀", "葛\U000e0100", "❤\ufe0f", "🇨🇳", ENGLAND, "か\u3099"],
)
@pytest.mark.parametrize("shift", range(8))
def test_chunks_never_cut_a_grapheme(grapheme: str, shift: int) -> None:
    text = "一" * (CHUNK - shift) + grapheme + "二" * CHUNK
    chunks = blocks(text)
    assert "".join(chunks) == text
    assert any(grapheme in chunk for chunk in chunks)
    for before, after in pairwise(chunks):
        assert not unicodedata.category(after[0]).startswith("M")
        assert "\u200d" not in (before[-1], after[0])


def test_a_mark_behind_the_end_of_a_sentence_stays_with_it() -> None:
    text = "一" * 1500 + "。\u0301" + "二" * 1000
    assert any("。\u0301" in chunk for chunk in blocks(text))


def test_marks_without_end_are_cut_all_the_same() -> None:
    text = "e" + "\u0301" * (CHUNK * 5)
    chunks = blocks(text)
    assert "".join(chunks) == text
    assert all(0 < len(chunk) <= CHUNK for chunk in chunks)


def damaged(position: int, value: int) -> bytes:
    table = bytearray(build_table("一\n二\n三"))
    struct.pack_into("=q", table, position * 8, value)
    return bytes(table)


@pytest.mark.parametrize(
    "table",
    [
        b"",
        b"x",
        b"x" * 40,
        build_table("一\n二")[:-1],
        build_table("一\n二")[:-8],
        build_table("一\n二") + b"\x00" * 8,
        damaged(0, 1),
        damaged(1, 2),
        damaged(2, 9),
        damaged(3, 1),
        damaged(4, 99),
        damaged(4, -1),
        damaged(5, 1),
    ],
)
def test_a_damaged_table_is_no_table(table: bytes) -> None:
    with pytest.raises((ValueError, TypeError)):
        Blocks(memoryview(table))
