"""Repairs of texts of many genres, of real ones, and of what scanners and editors do to lines."""

import json
import os
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from library.chinese.repair import Repair, apply, plan
from tests.benchmarks.texts import text as made_up
from tests.library.chinese.labelled import NAMES, labelled
from tests.source import ROOT

TRUTH = Path(os.environ.get("ZHUPI_TRUTH", ROOT.parent / "shared" / "truth"))
"""A folder with structure.json, the joins of real texts by their lines from 1, beside corpus/, the texts."""

FIRST = "各级组织要始终与大家保持意志统一、行动统一、步调统一，各族各"
SECOND = "界中的代表要坚持下去，不能半途而废。后来散会。"


def repaired(text: str) -> str:
    return apply(text, plan(text).edits).text


@pytest.mark.parametrize("name", NAMES)
def test_the_breaks_of_each_genre(name: str) -> None:
    case = labelled(name)
    found = plan(case.text)
    assert [repair.start for repair in found.joins] == [label.start for label in case.of("join")]
    assert [repair.start for repair in found.wraps] == [label.start for label in case.of("wrap")]
    kept = [repair.start for repair in found.gaps if not repair.detail]
    assert kept == [label.start for label in case.of("gap")]
    assert [repair.detail for repair in found.gaps if repair.detail] == [label.value for label in case.of("missing")]


@pytest.mark.skipif(not (TRUTH / "structure.json").exists(), reason="there are no real texts with their true joins")
def test_the_joins_of_real_texts() -> None:
    right = wrong = missed = lost = 0
    for name, truth in json.loads((TRUTH / "structure.json").read_text(encoding="utf-8")).items():
        text = (TRUTH.parent / "corpus" / name).read_text(encoding="utf-8")
        found, true = _lines(text, plan(text).joins), set(map(tuple, truth["joins"]))
        right, wrong, missed = right + len(found & true), wrong + len(found - true), missed + len(true - found)
        gaps = _lines(text, plan(text).gaps)
        assert gaps <= set(map(tuple, truth["must_not_join_text_lost"]))
        lost += len(gaps)
    assert right / (right + wrong) >= 0.97
    assert right / (right + missed) >= 0.98
    assert lost >= 6


def _lines(text: str, repairs: tuple[Repair, ...]) -> set[tuple[int, int]]:
    return {(text.count("\n", 0, repair.start) + 1, text.count("\n", 0, repair.end) + 1) for repair in repairs}


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        (f"{FIRST}\n\n{SECOND}", FIRST + SECOND),
        (f"{FIRST}\n\n— 12 —\n\n{SECOND}", FIRST + SECOND),
        (f"{FIRST}\n12\n　　{SECOND}", FIRST + SECOND),
        (f"{FIRST}\n\n一、{SECOND}", f"{FIRST}\n\n一、{SECOND}"),
        ("He had gone to the house, as he did,\n\nand stood.", "He had gone to the house, as he did, and stood."),
        ("会议讨论了堤防 的事情，大家都 同意。后来散会了。", "会议讨论了堤防的事情，大家都同意。后来散会了。"),
        ("中 国 人 民 政 治 协 商 会 议", "中国人民政治协商会议"),
        ("加强组织引领 激发组织活力", "加强组织引领 激发组织活力"),
        ("我们学习了《加强组织引领 激发组织活力》这篇文章，都说写得好，以后还要学。", None),
        ("本报记者 李威文 刘洋 摄", None),
        ("第一条　为了规范河道的管理，保护堤防，根据有关规定，制定本条例。", None),
        ("第十二条 各镇应当在汛前检查堤防，逐段登记险工险段，报送县里。", None),
        ("（三） 各镇应当在汛前检查堤防，逐段登记险工险段，报送县里。", None),
        ("第三条 各镇应当检查堤防， 逐段登记 险工，报送县里。", "第三条 各镇应当检查堤防，逐段登记险工，报送县里。"),
        ("他念了两句：白日依山尽　黄河入海流，念完了才走上楼去看那一条河。", None),
        ("白日依山尽 黄河入海流。", None),
        ("出席的有李明华 王成林 周德福。", None),
        ("出席会议的有李明华 王成林 周德福，列席的有各镇的负责人，会开到很晚。", None),
        ("我们 使用 Python 3 编写 程序。", "我们使用 Python 3 编写程序。"),
        ("堤 修好了。", "堤修好了。"),
        ("他 说 ： “ 你 好 。 ”", "他说：“你好。”"),
        ("会上 说：“ 堤要年年修。 ”后来散会了，各村的人都走了。", "会上说：“堤要年年修。”后来散会了，各村的人都走了。"),
        ("《 柳河县志 》记着，那一年水大，东关的堤倒了三段。", "《柳河县志》记着，那一年水大，东关的堤倒了三段。"),
        ("", None),
    ],
)  # fmt: skip
def test_what_is_taken_out(text: str, whole: str | None) -> None:
    assert repaired(text) == (text if whole is None else whole)


PARAGRAPHS = [
    "柳河的堤从前是一段一段分给各村看管的哪一村看哪一段都写在县里的簿子上，簿子放在水利局的楼上，一年只拿下来一次。"
    * 2,
    "拿下来的那一天各村的人都要到，听人把自己村的那一段念一遍，念的人姓周，念了三十年。他念的时候不看簿子。" * 3,
    "短短的一段。",
    "后来簿子丢了一册，有人说是被水冲走的，有人说是被人拿走的，周先生不说话，第二年他又把那一册念了一遍。" * 2,
]
ENGLISH = [
    "The bank had been given to the village in the time of his grandfather, who had walked it once a year. " * 3
    + "Yes.",
    '"It was not lost," said the mason. "It was taken down to be read, and the reader did not put it back." ' * 2
    + "No.",
]


def wrapped(paragraph: str, width: int, indent: str = "") -> str:
    written = indent + paragraph
    return "\n".join(written[at : at + width] for at in range(0, len(written), width))


@pytest.mark.parametrize("width", [20, 30, 40])
@pytest.mark.parametrize(("indent", "between"), [("　　", "\n"), ("", "\n\n"), ("　　", "\n\n")])
def test_wrapped_chinese_text_is_unwrapped(width: int, indent: str, between: str) -> None:
    text = between.join(wrapped(paragraph, width, indent) for paragraph in PARAGRAPHS)
    assert repaired(text) == between.join(indent + paragraph for paragraph in PARAGRAPHS)


def test_wrapped_english_text_is_unwrapped() -> None:
    import textwrap

    text = "\n\n".join(textwrap.fill(paragraph, 72) for paragraph in ENGLISH)
    assert repaired(text) == "\n\n".join(ENGLISH)


@pytest.mark.parametrize(
    "text",
    [
        "床前明月光\n疑是地上霜\n举头望明月\n低头思故乡\n" * 5,
        "\n".join(["“谁？”他问。", "没有人答应。", "风吹了一夜，灯灭了。"] * 20),
        "\n".join(f"{number}　张三　石桥镇　四十二岁" for number in range(40)),
        "\n".join(PARAGRAPHS),
    ],
)
def test_what_is_not_wrapped_stays(text: str) -> None:
    assert plan(text).edits == ()


def test_a_passage_that_stands_twice_is_pointed_out_where_its_lines_break_elsewhere() -> None:
    passage = "会员有疑问的可以当场提出，由会长答复。" * 3 + "答复不满意的可以要求查账，查账人由会员公推。" * 4
    text = f"开头。{passage}\n\n中间一段。\n\n又一段开头。{passage[:50]}\n\n{passage[50:]}末尾。"
    (found,) = plan(text).duplicates
    assert found.first == 3
    assert text[found.start : found.end] == f"{passage[:50]}\n\n{passage[50:]}"
    assert apply(text, [found]).text == text
    assert plan("短短的一句话。" * 3 + "\n" + "短短的一句话。" * 3).duplicates == ()


def test_stray_latin_is_pointed_out_and_words_of_our_time_are_not() -> None:
    text = "习近平思想 and 十九大精神，QQ群、E支部、A档，宽50 cm 的app，用 wifi 上网，他用 python 写，rn乱码。"
    assert [text[found.start : found.end] for found in plan(text).strays] == ["and", "rn"]


def test_letters_that_a_scanner_takes_for_others_are_pointed_out() -> None:
    text = "里有杂Il质，又有l个，水oo面，的文字ni里，第ll章；用到II类、X光、A股、e时代、VIP室、ok了、i人、nm级、t检验。"
    assert [text[found.start : found.end] for found in plan(text).strays] == ["Il", "l", "oo", "ni", "ll"]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (
            "几年来，区里把加强队伍建设放在首位，在各镇成立了工作委员会，并聘请52名特聘委",
            "合我区实际，抓好这项工作必须着眼于全区重要工作部署，一年比一年做得好。",
        ),
        ("一是要听，二是要看，三是要讲，四是要做，这些都要由各级组织一件一件", "二是要把办法落到实处，一件也不能少。"),
        ("区政协党组书记 李华", "大都市”中提升能力，多个报告得到肯定，大家都说好，以后还要坚持做下去，不能停。"),
        (FIRST, "二、加强领导"),
        (
            "培训要根据工作重点，区分重点人群。如重点要抓好各镇党组成员的",
            "加大培训力度是凝聚共识、全方位提升能力的有效途径，各镇都要做好。",
        ),
        ("区政协党组书记 李华", "目的是为了把工作做好，更好地发挥作用，大家都说好，以后还要坚持做下去，不能停。"),
    ],
)
def test_where_text_is_lost_nothing_is_joined(above: str, below: str) -> None:
    text = f"一、开头\n\n这一段在前面。\n\n{above}\n\n{below}\n\n这一段在后面。"
    found = plan(text)
    assert found.joins == ()
    assert text.index(above) + len(above) in [gap.start for gap in found.gaps]


@pytest.mark.parametrize("caption", ["图1 石桥旧影（李明 摄）", "石桥旧影　本报记者 柳叶 摄"])
def test_a_paragraph_that_a_caption_cuts_is_pointed_out(caption: str) -> None:
    found = plan(f"{FIRST}\n\n{caption}\n\n{SECOND}\n\n{SECOND}\n\n{caption}\n\n{SECOND}")
    assert found.joins == ()
    assert [(gap.start, gap.end) for gap in found.gaps] == [(len(FIRST), len(FIRST) + len(caption) + 4)]


@pytest.mark.parametrize(
    ("tail", "head"),
    [
        ("工作要落", "实到每一段堤上，"),
        ("那一年认识了王", "芳和她的母亲，"),
        ("由十", "几个人看守，"),
        ("由各镇负责的", "加固工程一段一段地做，"),
        ("會議決", "定修堤，"),
    ],
)
def test_halves_of_one_word_are_joined(tail: str, head: str) -> None:
    text = f"各级组织要始终与大家保持意志统一、行动统一，步调也要统一，{tail}\n\n{head}后来就散会了，各村的人都回去。"
    assert len(plan(text).joins) == 1


def test_a_missing_number_is_lost_at_the_one_break_between_its_neighbours() -> None:
    text = "一、甲\n\n甲段说完了。\n\n丙段说完了。\n\n三、丁\n\n丁段说完了。\n\n四、戊\n\n戊段。"
    (gap,) = plan(text).gaps
    assert (gap.detail, text[gap.end :].startswith("丙段")) == ("二、", True)


def test_nothing_is_joined_in_running_prose() -> None:
    prose = made_up(1_000_000)
    ended = "\n".join(line for line in prose.split("\n") if line.endswith(("。", "！")))
    found = plan(ended)
    assert found.joins == found.wraps == found.duplicates == found.strays == ()


@pytest.mark.parametrize(
    "hostile",
    [
        *(
            "好，" * 1_000_000,
            "一、\n" * 30_000,
            "“" * 1_000_000,
            "（" * 200_000,
            "\n" * 500_000,
            " " * 500_000,
            "好 " * 300_000,
        ),
        *("好。" * 500_000, "and " * 200_000, "12\n" * 100_000, f"{FIRST}\n" * 3_000),
    ],
    ids=lambda hostile: hostile[:2],
)
def test_hostile_texts_take_no_time(hostile: str) -> None:
    found = plan(hostile)
    assert apply(hostile, found.edits).text


LINES = st.lists(
    st.sampled_from(
        [
            FIRST,
            SECOND,
            "一、标题",
            "（一）",
            "",
            "  ",
            "𠮷😀",
            "e\u0301",
            "中 国 人 民 政 治",
            "- 3 -",
            "他 and 我，",
            "　　段。",
            *PARAGRAPHS,
        ]
    )
)


@given(lines=LINES)
def test_edits_are_apart_take_out_only_white_space_and_can_be_followed(lines: list[str]) -> None:
    text = "\n".join(lines)
    edits = plan(text).edits
    assert all(one.end <= other.start for one, other in pairwise(edits))
    done = apply(text, edits)
    assert "".join(done.text.split()) == "".join(_kept(text, edits).split())
    for offset in range(len(text)):
        if not any(edit.start <= offset < edit.end for edit in edits):
            assert done.text[done.to_new(offset)] == text[offset]
            assert done.to_old(done.to_new(offset)) == offset
    assert done.to_new(len(text)) == len(done.text)


def _kept(text: str, edits: tuple[Repair, ...]) -> str:
    """Return `text` without the page numbers that stand in a break."""
    for edit in reversed(edits):
        text = text[: edit.start] + text[edit.end :]
    return text


def test_each_repair_can_be_refused() -> None:
    text = f"{FIRST}\n\n{SECOND}\n\n{FIRST}\n\n{SECOND}"
    one, _ = plan(text).joins
    assert apply(text, [one]).text == f"{FIRST}{SECOND}\n\n{FIRST}\n\n{SECOND}"
    assert apply(text, []).text == text
