"""The words of tesseract's table, and the runs of text that they are."""

from hypothesis import given
from hypothesis import strategies as st

from library.ocr.words import ScannedWord, runs_of, words_of

HEAD = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"


def word(text: str, left: float, right: float, line: int = 1, top: float = 100, bottom: float = 110) -> ScannedWord:
    return ScannedWord(text, left, top, right, bottom, (1, 1, line))


def test_words_stand_in_points() -> None:
    rows = (
        HEAD,
        "4\t1\t1\t1\t1\t0\t300\t600\t900\t60\t-1\t",
        '5\t1\t1\t2\t3\t1\t300\t600\t150\t60\t96.5\t"协商𠮷',
        "5\t1\t1\t2\t3\t2\t500\t600\t150\t60\t96.5\t ",
        "5\t1\tx\t2\t3\t2\t500\t600\t150\t60\t96.5\tbroken",
        "5\t1\t1",
    )
    assert list(words_of("\n".join(rows), 300)) == [ScannedWord('"协商𠮷', 72, 144, 108, 158.4, (1, 2, 3))]


@given(st.text())
def test_whatever_stands_in_a_table_is_no_failure(table: str) -> None:
    list(words_of(f"{HEAD}\n{table}", 300))


def test_han_stand_close_and_latin_words_apart() -> None:
    line = [word("是", 100, 106), word("我", 111, 120), word("word", 124, 140), word("two", 143, 155)]
    runs = runs_of(line)
    assert [run.left for run in runs] == [100, 106, 120, 143]
    assert [run.spaced for run in runs] == [False, False, False, True]
    assert [(run.first, run.last) for run in runs] == [(0, 1), (1, 2), (2, 6), (6, 9)]


def test_lines_of_one_type_are_as_high_and_begin_where_their_block_does() -> None:
    lines = [
        word("一", 103, 108, 1, 104, 106),
        word("协商民主", 100, 140, 2, 120, 130),
        word("协商民主", 101, 141, 3, 140, 151),
        word("题", 100, 130, 4, 170, 200),
    ]
    runs = runs_of(lines)
    assert [run.bottom - run.top for run in runs][1:3] == [10.5, 10.5]
    assert runs[3].bottom - runs[3].top == 30
    assert runs[2].left == 100


def test_a_page_without_words() -> None:
    assert runs_of([]) == []
