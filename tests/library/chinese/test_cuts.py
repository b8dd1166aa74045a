import json
import os
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from library.chinese import cuts
from library.chinese.cuts import is_cut

TRUTH = Path(os.environ.get("ZHUPI_TRUTH", "truth"))
"""A folder with structure.json, the joins of real texts by their lines from 1, beside corpus/, the texts."""

FIRST = "各级组织要始终与大家保持意志统一、行动统一、步调统一，各族各"
SECOND = "界中的代表要坚持下去。后来散会。"


def joined(passage: str, *, before: str = "", after: str = "") -> str:
    return cuts.joined(passage.split("\n"), before=before, after=after)


@pytest.mark.parametrize(
    ("paragraph", "following"),
    [
        (FIRST, SECOND),
        (FIRST, "  " + SECOND),
        ("会开完了。他又", "说了一遍。"),
        ("二、做好准备。要把大家说的话都听完，然后一条一条地", "办下去。"),
        ("三是要听，四是要看，这些都要在今年之内由各级组织一件一件地", "办完，五是要讲。"),
        ("今年的工作有三项，都已经由各级组织一件一件地列了出来，一是要", "一是听，二是看。"),
        ("He had gone to the house, as he always did, and stood", "at the door for an hour."),
        ("The letter came that morning and had been sent by Mr.", "de Vries of Leiden."),
        ("我们在协商中听到的意见（包括书面的）很多，其中一条说的是“先", "把话听完”，我记下来了。"),
    ],
)
def test_a_cut_paragraph_goes_on(paragraph: str, following: str) -> None:
    assert is_cut(paragraph, following)


@pytest.mark.parametrize(
    ("paragraph", "following"),
    [
        (FIRST + "界。", SECOND),
        (FIRST + "界。”", SECOND),
        (FIRST + "界：", "一是听。"),
        (FIRST, "二、" + SECOND),
        (FIRST, "（二）" + SECOND),
        (FIRST, "2. " + SECOND),
        (FIRST, "# " + SECOND),
        (FIRST, "第二章 总则"),
        (FIRST, "- " + SECOND),
        (FIRST, ""),
        (FIRST, " \t"),
        ("", SECOND),
        ("在全市政协系统党的建设暨党风廉政建设工作会议上的讲话", SECOND),
        ("关于“听完，记下，再办”《规则，办法》（试行，第二稿）的说明和若干意见", SECOND),
        ("床前明月光，", "疑是地上霜。"),
        ("三是要听，四是要看，这些都要在今年之内由各级组织一件一件地", "办完。二是要讲，三是要做。"),
        ("十一是要听，这些都要在今年之内由各级组织一件一件地办完，都要", "办完。十是要讲，三是要做。"),
        ("A history of the old town, its people and their trades", "The town lies on a river."),
        ("The end of the first part, which was read aloud.", "and so on"),
        ("A short line,", "and another"),
        ("*Notes, read in the order of nos. 2 and 〔2019〕7.*", "I read these papers."),
        ("Notes, read in the order of nos. 2 and 〔2019〕7", "I read these papers."),
    ],
)
def test_what_only_stands_above_is_not_cut(paragraph: str, following: str) -> None:
    assert not is_cut(paragraph, following)


def test_only_the_end_of_a_very_long_paragraph_is_looked_at() -> None:
    assert is_cut("好，" * 2_500_000 + "各", SECOND)


@pytest.mark.skipif(not (TRUTH / "structure.json").exists(), reason="ZHUPI_TRUTH names no folder with the true joins")
def test_the_rule_on_real_texts() -> None:
    right = wrong = missed = 0
    for name, truth in json.loads((TRUTH / "structure.json").read_text(encoding="utf-8")).items():
        lines = (TRUTH.parent / "corpus" / name).read_text(encoding="utf-8").split("\n")
        written = [number for number, line in enumerate(lines) if line.strip()]
        found = {(one + 1, other + 1) for one, other in pairwise(written) if is_cut(lines[one], lines[other])}
        joins = {(one, other) for one, other in truth["joins"]}
        right, wrong, missed = right + len(found & joins), wrong + len(found - joins), missed + len(joins - found)
    assert right / (right + wrong) >= 0.94
    assert right / (right + missed) >= 0.97


@pytest.mark.parametrize(
    ("passage", "clean"),
    [
        (f"{FIRST}\n\n{SECOND}\n\n下一段。", f"{FIRST}{SECOND}\n\n下一段。"),
        (f"{FIRST}\n \n　　{SECOND}", f"{FIRST}{SECOND}"),
        (f"{FIRST}\n{FIRST}\n{SECOND}\n", f"{FIRST}{FIRST}{SECOND}\n"),
        ("\n\n一、标题\n\n正文。\n", "\n\n一、标题\n\n正文。\n"),
        ("He had gone to the house, as he did,\n\nand stood.", "He had gone to the house, as he did, and stood."),
        ("He had gone to see an old and well-\nknown man.", "He had gone to see an old and well-known man."),
        (f"{FIRST}。会期从20\n18年开始。", f"{FIRST}。会期从2018年开始。"),
        ("", ""),
        ("\n", "\n"),
    ],
)  # fmt: skip
def test_no_line_break_stays_inside_a_sentence(passage: str, clean: str) -> None:
    assert joined(passage) == clean


def test_a_paragraph_taken_in_part_is_judged_whole() -> None:
    assert joined(f"各族各\n\n{SECOND[:2]}") == f"各族各\n\n{SECOND[:2]}"
    assert joined(f"各族各\n\n{SECOND[:2]}", before=FIRST[:-3], after=SECOND[2:]) == f"各族各{SECOND[:2]}"
    assert joined("各\n", before=FIRST[:-1], after=SECOND) == "各"
    assert joined("\n二", before=FIRST, after="、标题") == "\n二"


LINES = st.lists(st.sampled_from([FIRST, SECOND, "", "  ", "一、标题", "𠮷😀", "well, a line that was cut in", "two"]))


@given(lines=LINES)
def test_nothing_but_white_space_at_line_breaks_is_altered(lines: list[str]) -> None:
    passage = "\n".join(lines)
    assert "".join(joined(passage).split()) == "".join(passage.split())
