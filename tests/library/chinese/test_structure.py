"""The outline of texts of many genres, of real ones, of prose that has none, and of hostile ones."""

import json
import os
import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from library.chinese.repair import plan
from library.chinese.structure import Heading, depths, missing_numbers, outline
from tests.benchmarks.texts import text as made_up
from tests.library.chinese.labelled import NAMES, labelled
from tests.source import ROOT

TRUTH = Path(os.environ.get("ZHUPI_TRUTH", ROOT.parent / "shared" / "truth"))
"""A folder with structure.json, the headings of real texts by their lines from 1, beside corpus/, the texts."""

BOLD_SENTENCES = 23
"""Run-in headings in bold of the one text that has such, which the truth does not list."""
KINDS = ("section", "item", "run_in", "speech", "chapter")
BODY = "这一段是正文，写得比较长，为的是让人一看就知道它不是标题。后面还有话要说。"


ENGLISH = "The parties shall meet once a year, and whenever one of them asks for it in writing."


def titles(*lines: str) -> list[str]:
    return [heading.title for heading in outline("\n\n".join(lines))]


@pytest.mark.parametrize("name", NAMES)
def test_the_outline_of_each_genre(name: str) -> None:
    case = labelled(name)
    found = [(heading.kind, heading.level, heading.start, heading.end) for heading in outline(case.text)]
    assert found == [(label.kind, label.level, label.start, label.end) for label in case.of(*KINDS)]


@pytest.mark.parametrize("name", NAMES)
def test_the_missing_numbers_of_each_genre(name: str) -> None:
    case = labelled(name)
    assert [gap.number for gap in missing_numbers(case.text)] == [label.value for label in case.of("missing")]


@pytest.mark.skipif(not (TRUTH / "structure.json").exists(), reason="there are no real texts with their true headings")
def test_the_outline_of_real_texts() -> None:
    for name, truth in json.loads((TRUTH / "structure.json").read_text(encoding="utf-8")).items():
        text = (TRUTH.parent / "corpus" / name).read_text(encoding="utf-8")
        headings = {(heading.kind, text.count("\n", 0, heading.start) + 1) for heading in outline(text)}
        expected = {(_kind(key, name), line) for key in truth["outline"] for line in _lines(truth, key)}
        if "level2" in truth["outline"]:
            bold = {("run_in", line + 1) for line, words in enumerate(text.split("\n")) if "。**" in words[:80]}
            assert len(bold) == BOLD_SENTENCES
            expected |= bold
        assert headings == expected
        missing = [gap.number for gap in missing_numbers(text)]
        assert missing == truth["outline"].get("missing_level1", [])


def _kind(key: str, name: str) -> str:
    return {"speeches": "speech", "level3_items": "item"}.get(key, "run_in" if name.startswith("000") else "section")


def _lines(truth: dict[str, dict[str, list[int]]], key: str) -> list[int]:
    return truth["outline"][key] if key == "speeches" or key.startswith("level") else []


def test_titles_are_words_without_marks_and_offsets_are_code_points() -> None:
    text = f"𠮷野家报告\n\n😀{BODY}\n\n## **一**、 总则 ##\n\n{BODY}\n\n## 附则\n\n**要说清楚。**{BODY}"
    headings = outline(text)
    assert [heading.title for heading in headings] == ["一、 总则", "附则", "要说清楚"]
    assert [text[heading.start : heading.end] for heading in headings] == [
        "## **一**、 总则 ##",
        "## 附则",
        "**要说清楚。**",
    ]


@pytest.mark.parametrize(
    "line",
    [
        *(
            "2019年3月4日",
            "三月五日　晴",
            "（图片由作者提供）",
            "图1 石桥旧影",
            "表二　各镇户数",
            "图为通车现场",
            "石磊 摄",
        ),
        *("本报记者 李华", "区教委主任 李华", "注：见前文", "- 12 -", "第 3 页", "* * *", "https://example.org"),
        *(
            "关键词：桥；河",
            "此致",
            "未完待续",
            "砚池有水还生月，",
            "他说：",
            "一、",
            "（一）",
            "12",
            "a small note",
            "张三 李四 王五",
        ),
    ],
)
def test_what_is_no_heading(line: str) -> None:
    assert titles("题目", BODY, line, BODY) == []


@pytest.mark.parametrize(
    ("written", "headings"),
    [
        ("卷一|田赋志|B|户口志|B", ["田赋志", "户口志"]),
        ("柳河县志|建置|B|疆域|B|山川|B", ["建置", "疆域", "山川"]),
        ("柳河县志|田赋|B|户口|B|关隘|B", ["田赋", "户口", "关隘"]),
        ("云溪纪事|王建国|B|早市|B|进城|B", ["早市", "进城"]),
        ("云溪纪事|高峰|B|李娜|B", []),
        ("豆腐煲|用料|B|做法|B", ["用料", "做法"]),
        ("守堤记|第一夜|B|第二夜|B|第三夜|B", ["第一夜", "第二夜", "第三夜"]),
        ("第一夜|B|第二夜|B", ["第一夜", "第二夜"]),
        (
            "第一回|林秀才夜宿山神庙|B|第二回|认残碑书生惊往事|B",
            ["第一回", "林秀才夜宿山神庙", "第二回", "认残碑书生惊往事"],
        ),
        (
            "第一章 总则|第一条 目的|B|第二条 范围|B|第三条 原则|B",
            ["第一章 总则", "第一条 目的", "第二条 范围", "第三条 原则"],
        ),
        ("办法|第一条 目的|B|第二条 范围|B", ["第一条 目的", "第二条 范围"]),
        ("第一条 目的|B|第二条 范围|B", ["第一条 目的", "第二条 范围"]),
        ("题目|（甲）田地|B|（乙）户口|B", ["（甲）田地", "（乙）户口"]),
        ("（甲）田地|B|（乙）户口|B", ["（甲）田地", "（乙）户口"]),
        ("Article 1|E|Article 2|E", ["Article 1", "Article 2"]),
        ("Treaty|Article 1|E|Article 2|E", ["Article 1", "Article 2"]),
        ("云溪的早晨|一个外乡人骑车走过老城的手记|B|早市|B|进城|B", ["早市", "进城"]),
        (
            "题目|目录|一、背景 1|二、方法 5|三、结论 9|一、背景|B|二、方法|B|三、结论|B",
            ["一、背景", "二、方法", "三、结论"],
        ),
        ("题目|目录|第一章 1949 3|第二章 1978 9|第一章 1949|B|第二章 1978|B", ["第一章 1949", "第二章 1978"]),
        ("堤上的人|（一）|B|（二）|B|（三）|B", ["（一）", "（二）", "（三）"]),
        ("堤上的人|01|B|02|B|03|B", ["01", "02", "03"]),
        ("堤上的人|一|B|二|B|三|B", ["一", "二", "三"]),
        ("堤上的人|1|B|2|B|3|B", []),
        ("堤上的人|B|（二）|B|（三）|B", []),
        ("堤上的人|一|B|三|B|五|B", []),
        ("通知|一、总则|B", ["一、总则"]),
        ("通知|B|二、附则|B", []),
        ("通知|B|一、报名表|二、名单", []),
        ("条例|第一条【目的】B|第二条【范围】B", ["第一条【目的】", "第二条【范围】"]),
        ("条例|第一条 【目的】|B|第二条 【范围】|B", ["第一条 【目的】", "第二条 【范围】"]),
        ("报告|一、背景：B|二、方法：B", ["一、背景", "二、方法"]),
        ("报告|1. 目标：B|2. 任务：B", ["1. 目标", "2. 任务"]),
        ("卷三　食货志|田赋|B|户口|B", ["田赋", "户口"]),
        (
            "通知|B|附件：1. 名单|柳河县水利局|2018年3月15日|附件1|名单|B|附件2|险段登记表|B",
            ["附件1", "名单", "附件2", "险段登记表"],
        ),
        ("通知|B|附件|报名办法|B", ["附件", "报名办法"]),
        ("通知|B|附件1见后，附件2从略。|B", []),
    ],
)
def test_headings_of_a_kind_are_found_all_or_none(written: str, headings: list[str]) -> None:
    lines = (ENGLISH if line == "E" else re.sub("B$", BODY, line) for line in written.split("|"))
    assert titles(*lines) == headings


def test_underlined_lines_are_headings() -> None:
    text = f"条例\n====\n\n总则\n----\n\n{BODY}\n\n附则\n----\n\n{BODY}\n"
    assert [(heading.level, heading.title) for heading in outline(text)] == [(2, "总则"), (2, "附则")]
    assert outline(f"题目\n\n{BODY}\n----\n{BODY}") == []


def test_a_list_is_no_outline() -> None:
    assert titles("题目", BODY, "1. 报名表", "2. 名单", "3. 说明", BODY) == []
    assert titles("题目", BODY, "（一）修建围堤；", "（二）弃置矿渣；", "（三）其他。", BODY) == []
    assert titles("题目", BODY, "1. 加强领导", BODY, "2. 加强监督", BODY) == ["1. 加强领导", "2. 加强监督"]


def test_a_table_of_contents_is_not_the_outline_twice() -> None:
    chapters = ["第一章 总则", "第二章 附则"]
    assert titles("条例", "目　录", *chapters, chapters[0], BODY, chapters[1], BODY) == chapters
    assert titles("条例", *(f"{chapter}……{page}" for page, chapter in enumerate(chapters)), BODY) == []
    assert titles("条例", *chapters, *(line for chapter in chapters for line in (chapter, BODY))) == chapters


def test_a_number_alone_counts_nothing() -> None:
    assert titles("题目", BODY, "（一）这是一句话。" + BODY, BODY) == []


def test_missing_numbers_are_written_as_the_others() -> None:
    text = "\n".join(line for number in ("（一）", "（四）") for line in (f"{number}名", BODY))
    assert [gap.number for gap in missing_numbers(text)] == ["（二）", "（三）"]
    text = "\n".join(line for number in (1, 3) for line in (f"第{number}章 名", BODY))
    (gap,) = missing_numbers(text)
    assert gap.number == "第2章"
    assert text[: gap.start].endswith("第1章 名")
    assert text[gap.end :].startswith("第3章")


def test_items_that_count_through_the_sections_are_one_sequence() -> None:
    lines = [
        "一、甲",
        "1. 一事。" + BODY,
        "2. 二事。" + BODY,
        "二、乙",
        "3. 三事。" + BODY,
        "三、丙",
        "1. 又一事。" + BODY,
    ]
    assert missing_numbers("\n".join(lines)) == []
    assert len(titles(*lines)) == 6


def test_sections_stand_below_the_speech_that_they_are_in() -> None:
    kinds = [("speech", 1), ("section", 1), ("item", 3), ("section", 1), ("speech", 1), ("section", 2)]
    assert depths([Heading(level, "", 0, 0, kind) for kind, level in kinds]) == [0, 1, 2, 1, 0, 1]  # pyright: ignore


def test_nothing_is_invented_in_running_prose() -> None:
    prose = "\n".join(line for line in made_up(1_000_000).split("\n") if not line.startswith("第"))
    assert outline(prose) == []


NUMBERED = (
    "一、二、三，他数了三遍，还是少了一个。",
    "2018年3月5日，我们又去了一趟，桥还没有修好，天已经黑了。",
    "三月五日那天下着雨，路上一个人也没有。",
    "“第一，你要先喝了这碗茶；第二，你要把碑上的字念给我听。”",
    "第三章的末尾写得太急，编辑来信要他重写一遍。",
    "1、2、3都是自然数，这一点不必再说。",
    "（一）这个题目他写了十年，到死也没有写完。",
    "一是人手不够，二是没有钱，三是谁也不愿意出头。",
    "“走吧。”",
    "他抬起头来",
    "问：“到哪里去？”",
    "12点以前，街上还有人。",
    "二 这个数目是他凭记忆写下来的，未必可靠。",
    "【】里的字是后人补的，原稿上没有。",
)


def test_nothing_is_invented_where_prose_names_numbers_and_days_and_talks() -> None:
    """A million characters of paragraphs between which such lines stand in turn, as they do in novels and diaries."""
    paragraphs = [line for line in made_up(900_000).split("\n") if line.endswith("。") and line[0] != "第"]
    mixed = [line for at, line in enumerate(paragraphs) for line in (line, NUMBERED[at % len(NUMBERED)])]
    text = "\n".join(mixed)
    assert len(text) >= 800_000
    assert outline(text) == []
    assert missing_numbers(text) == []
    assert plan(text).joins == ()


@pytest.mark.parametrize(
    "hostile",
    ["一、" * 500_000, "好，" * 1_000_000, "（" * 1_000_000, "1." * 500_000, "目录\n" * 50_000, "\n" * 1_000_000,
     "**" * 500_000, "# \n" * 50_000, "…1" * 500_000, "第" * 1_000_000],
    ids=lambda hostile: hostile[:2],
)  # fmt: skip
def test_hostile_texts_have_no_outline_and_take_no_time(hostile: str) -> None:
    assert outline(hostile) == []


def test_a_million_numbers_are_read_in_turn() -> None:
    assert outline("一、\n" * 100_000) == []


LINES = st.lists(
    st.sampled_from(
        [
            *(
                "一、总则",
                "（一）办法。" + BODY,
                "1. 事",
                "1.1 Notes",
                "## 题",
                "**粗。**文",
                "第二回",
                BODY,
                "短题",
                "",
                "  ",
            ),
            *("𠮷😀", "e\u0301", "区长 李华", "目录", "王五：好。", "```", "上编", "\r", "Chapter I"),
        ]
    )
)


@given(lines=LINES)
def test_headings_are_in_order_within_the_text_and_never_overlap(lines: list[str]) -> None:
    text = "\n".join(lines)
    headings = outline(text)
    assert all(0 <= heading.start < heading.end <= len(text) for heading in headings)
    assert all(one.end <= other.start for one, other in pairwise(headings))
    assert all(heading.title and heading.level >= 1 for heading in headings)
    assert [depth >= 0 for depth in depths(headings)] == [True] * len(headings)


def test_a_line_below_the_title_is_a_speech_only_where_others_follow() -> None:
    one = ["办好人民满意教育", "县教育局局长　王建国", BODY]
    assert titles("发言材料汇编", *one, "提高教学质量", "县一中校长　李秀英", BODY) == [
        "办好人民满意教育",
        "提高教学质量",
    ]
    assert titles("发言材料", *one) == []


def test_a_heading_may_stand_below_who_wrote() -> None:
    assert titles("A Report", "By John Smith", "Background", "The river rises in the north.", "Methods", BODY) == [
        "Background",
        "Methods",
    ]
    assert titles("题目", BODY, "春耕全面展开", BODY, "（王建国）", "学校添新貌", BODY) == [
        "春耕全面展开",
        "学校添新貌",
    ]
