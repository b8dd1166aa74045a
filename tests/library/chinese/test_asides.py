"""The lines that are neither headings nor running text: particulars, bylines, the signature."""

import pytest

from library.chinese.metadata import metadata
from library.chinese.outlining import outline_of
from library.headings import packed, unpacked

NEWS = """城东街道议事会简报

第 12 期

城东街道议事协商办公室

2019 年 6 月 18 日

# 𠮷祥里的议事会如何开会

## ——在街道议事会上的发言摘编

过去收集居民意见，多半靠一只意见箱，今年春天起，议事会把每一条意见都贴上墙。

本报记者 李华 摄

## 用一块黑板把话说清楚

街道党工委书记 王建国

议事会的主持人由楼门组长轮流担任，每次开会前抽签决定，记录员不作评论，只记谁说了什么。

## 把账本摊在桌上一起看

居委会主任 李秀英

账本每个月摊开一次，谁有疑问都可以当场提出来，由会长一条一条地答复，答复不了的记下来。

(办公室)
"""
LETTER = """城东街道议事会关于开会的通知

各楼门组：

定于六月十八日上午九时在街道会议室开会，请准时参加，不能来的请先说一声。

城东街道议事协商办公室
2019年6月10日
"""


def asides(text: str) -> list[tuple[str, str]]:
    return [(aside.kind, text[aside.start : aside.end]) for aside in outline_of(text).asides]


def test_each_line_is_told_for_what_it_is() -> None:
    assert asides(NEWS) == [
        ("particular", "城东街道议事会简报"),
        ("particular", "第 12 期"),
        ("particular", "城东街道议事协商办公室"),
        ("particular", "2019 年 6 月 18 日"),
        ("particular", "——在街道议事会上的发言摘编"),
        ("byline", "本报记者 李华 摄"),
        ("byline", "街道党工委书记 王建国"),
        ("byline", "居委会主任 李秀英"),
        ("signature", "(办公室)"),
    ]
    assert asides(NEWS.replace("\n", "\r\n")) == asides(NEWS)


def test_who_signs_a_letter_and_when() -> None:
    assert asides(LETTER) == [("signature", "城东街道议事协商办公室"), ("signature", "2019年6月10日")]


@pytest.mark.parametrize(
    "text", ["", "\n", "一、", "# 一\n# 二\n", "一段话。" * 100, "2019年6月10日" + "很长的话" * 40]
)
def test_what_has_none_gets_none(text: str) -> None:
    assert asides(text) == []


def test_they_are_kept_with_the_outline() -> None:
    made = outline_of(NEWS)
    assert unpacked(packed(made)) == made
    assert len(made.asides) == 9


@pytest.mark.parametrize(
    "hostile", ["一、" * 500_000, "会议，" * 500_000, "一、修堤\n" * 10_000, "# 堤\n主任 李秀英\n" * 4_000]
)
def test_hostile_texts_take_no_time(hostile: str) -> None:
    made = outline_of(hostile)
    assert len(made.asides) == hostile.count("主任")
    assert metadata(hostile).sign_off is None
