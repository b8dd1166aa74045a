"""Finding a text's title."""

import pytest

from library.chinese.titles import one_line, title_of

BODY = (
    "这一段是正文，写得比较长，为的是让人一看就知道它不是标题，"
    "而是从这里开始的第一个自然段，后面还有很多很多话要说，一时说不完。"
)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("", "文件名"),
        ("\n\n \r\n", "文件名"),
        (f"\n\n\n区政协会议召开\n\n{BODY}", "区政协会议召开"),
        (f"推动  事业　发展\n{BODY}", "推动 事业 发展"),
        (f"{BODY}\n小标题\n", "文件名"),
        (f"前一句话到此为止。\n标题\n{BODY}", "文件名"),
        (
            f"东城政协简报\n\n第 62 期\n\n政协东城区委员会办公室\n\n2018 年 12 月 10 日\n\n党建会议召开\n{BODY}",
            "党建会议召开",
        ),
        (f"县政府办公室\n关于印发办法的通知\n柳政办〔2020〕15号\n各单位：\n{BODY}", "关于印发办法的通知"),
        (f"办公会议纪要\n〔第 7 期〕\n时间：三月\n地点：礼堂\n{BODY}", "办公会议纪要"),
        (f"区委员会文件\n东协字〔2017〕12号\n2017 年工作要点\n(2017年3月20日通过)\n{BODY}", "2017 年工作要点"),
        (f"工作通讯\n第三十期（总第 112 期）\n二〇一八年十二月十日\n关于调研的报告\n{BODY}", "关于调研的报告"),
        (f"# 党建引领强履职\n## ——发言摘编\n{BODY}", "党建引领强履职"),
        (f"关于印发柳河县\n试点办法（试行）的通知\n各单位：\n{BODY}", "关于印发柳河县试点办法（试行）的通知"),
        (f"机密　特急\n试点方案\n目录\n一件事\n{BODY}", "试点方案"),
        (f"**关于试点的通知**\n{BODY}", "关于试点的通知"),
        (f"书名：红楼梦\n作者：曹雪芹\n{BODY}", "红楼梦"),
        (f"Title: On Reading\n{BODY}", "On Reading"),
        (f"第一回　甄士隐梦幻识通灵\n{BODY}", "文件名"),
        ("一、总则\n二、附则", "文件名"),
        ("Chapter 1\nIt was a dark night.", "文件名"),
        ("2019-05-04\n- 1 -\n第 3 页\n纪念大会\n", "纪念大会"),
        (f"中国向何处去？\n{BODY}", "中国向何处去？"),
        ("床前明月光，\n疑是地上霜。", "文件名"),
        (f"（内部资料）\n<b>𠮷野家😀</b>\n{BODY}", "<b>𠮷野家😀</b>"),
        ("https://example.org/a\n网页标题\n", "网页标题"),
        ("Caf\u0065\u0301 notes\n", "Cafe\u0301 notes"),
    ],
)
def test_title(text: str, title: str) -> None:
    assert title_of(text, "文件名") == title


def test_one_line_is_short_plain_and_can_be_stored() -> None:
    assert one_line("a\tb\x00c\n d\ud800") == "a b c d?"
    assert one_line("<b>" + "长" * 400) == "<b>" + "长" * 297
    assert title_of("", "\udcff.x") == "?.x"


def test_a_text_without_line_ends_is_read_only_at_its_beginning() -> None:
    assert title_of("长" * 5_000_000, "名") == "名"
