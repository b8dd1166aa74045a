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
        (
            f"索引号：000014349/2020-00012　　\n发文机关：县政府\n标　　题：春耕\n发文字号：柳政发〔2020〕5号\n{BODY}",
            "春耕",
        ),
        (
            f"索 引 号：11000/2019-3  公开方式：公开\n有 效 性：有\n关于河道清淤的公告\n{BODY}",
            "关于河道清淤的公告",
        ),
        (f"柳河日报\n2020年5月1日 第3版\n\n春耕忙起来\n\n{BODY}", "春耕忙起来"),
        (f"中国日报 2020年5月1日 第3版\n\n春耕忙起来\n\n{BODY}", "春耕忙起来"),
        (f"柳河晚报　2019年3月2日　星期六　农历正月廿六　今日8版\n桥修好了\n{BODY}", "桥修好了"),
        (f"中央日報\n民國三十六年五月十二日\n縣府召集會議\n{BODY}", "縣府召集會議"),
        (f"柳河時報\n光緒二十三年四月初五日\n論農會\n{BODY}", "論農會"),
        (f"【编者按】近日有读者来信，谈到水库的往事，现予刊发。\n\n回忆水库\n\n{BODY}", "回忆水库"),
        (f"编者按：{BODY}\n\n回忆水库\n\n{BODY}", "回忆水库"),
        (f"编者按\n{BODY}\n\n回忆水库\n\n{BODY}", "回忆水库"),
        (
            f"县办公室文件\n某协办发［2017］十二号    签发人：李强\n关于召开会议的通知\n各会员：\n{BODY}",
            "关于召开会议的通知",
        ),
        ("Q：你怎么看人工智能？\nA：我不看。", "文件名"),
        ("问：堤是哪一年修的？\n答：光绪年间。", "文件名"),
        ("记者：您从哪里来？\n周先生：从下湾来。\n记者：来做什么？", "文件名"),
        (f"柳河：一座城的记忆\n{BODY}", "柳河：一座城的记忆"),
        (f"答：一个没有人问的问题\n{BODY}", "文件名"),
        (f"改革四十年\n{BODY}", "改革四十年"),
        (f"公社三十年\n{BODY}", "公社三十年"),
        (f"深入调研，建言献策\n{BODY}", "深入调研，建言献策"),
        (f"回忆水库\n《柳河日报》创刊号　第二版\n{BODY}", "回忆水库"),
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


PARAGRAPHS = [
    "这一段是从纯文本的页面上抄下来的，每一行都在固定的宽度处断开，所以读起来很不方便，应当把它们合成一个段落。" * 2,
    "第二段也是一样，它也在固定的宽度处断开，读的人要自己把这些行接起来，这是一件很麻烦的事情，最好不要人来做。" * 2,
]


@pytest.mark.parametrize("indent", ["", "　　"])
@pytest.mark.parametrize("head", ["", "堤上的柳树\n\n", "　　　　　　　　堤上的柳树\n"])
def test_the_first_line_of_wrapped_prose_is_no_title(indent: str, head: str) -> None:
    written = [indent + paragraph for paragraph in PARAGRAPHS]
    lines = ["\n".join(one[at : at + 30] for at in range(0, len(one), 30)) for one in written]
    assert title_of(head + "\n\n".join(lines), "文件名") == (head.strip() or "文件名")


def test_the_first_line_of_a_wrapped_paragraph_alone_is_no_title() -> None:
    assert title_of("　　这一段是从页面上抄下来的，每一行都在固定的宽度处\n断开，读起来不便。", "文件名") == "文件名"
