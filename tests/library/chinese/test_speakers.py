"""Who speaks in texts of many genres, and how speakers are named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from library.chinese.speakers import speakers
from tests.library.chinese.labelled import NAMES, labelled


@pytest.mark.parametrize("name", NAMES)
def test_the_speakers_of_each_genre(name: str) -> None:
    case = labelled(name)
    found = [(passage.name, passage.start) for passage in speakers(case.text)]
    assert found == [(label.value, label.start) for label in case.of("speaker")]


SAID = "，堤防的事情要从头说起，不能只看今年。"


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("李华说", "李华"),
        ("区政协委员李华表示", "李华"),
        ("政协秘书长、机关党组书记欧阳修远说", "欧阳修远"),
        ("石大山副镇长在会上指出", "石大山"),
        ("柳春生书记讲话强调", "柳春生"),
        ("来自双桥镇的刘砚告诉记者", "刘砚"),
        ("林则徐说", "林则徐"),
        ("白皮书指出", None),
        ("会议指出", None),
        ("石门镇要求", None),
        ("方案提出", None),
        ("党组认为", None),
        ("他说", None),
        ("话说", None),
        ("王芳在会上说", "王芳"),
        ("李梅则认为", "李梅"),
        ("李梅也说", "李梅"),
        ("李梅还补充道", "李梅"),
        ("李梅却表示", "李梅"),
        ("村支书王芳在座谈时又说", "王芳"),
        ("周德福在石堤上一边走一边告诉记者", "周德福"),
        ("王也说", None),
        ("周围人都说", None),
        ("常常说", None),
        ("高明的人都说", None),
    ],
)
def test_who_says_what_a_paragraph_says(head: str, name: str | None) -> None:
    text = f"会议开了一天，谈了三件事。\n\n{head}{SAID}\n\n会后参观了石堤，大家都很高兴。"
    start = text.index(head)
    end = text.index("\n\n会后")
    found = [(passage.name, passage.start, passage.end) for passage in speakers(text)]
    assert found == ([] if name is None else [(name, start, end)])


def test_the_points_that_are_announced_belong_to_what_is_said() -> None:
    points = "李华说，有三点意见：\n一、堤防要修。\n二是账目要清，不能拖到明年。\n会后大家去看了堤。"
    ((passage),) = speakers(points)
    assert points[passage.start : passage.end].endswith("不能拖到明年。")


def test_he_who_goes_on_is_the_one_before() -> None:
    text = f"李华说{SAID}\n\n他还表示{SAID}\n\n天黑了才散会。\n\n他说{SAID}"
    assert [passage.name for passage in speakers(text)] == ["李华", "李华"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("问：几时到的？\n答：昨天。\n问：坐船？\n答：坐船。", ["问", "答", "问", "答"]),
        ("Q: When did you come?\nA: Yesterday, by boat.\n", ["Q", "A"]),
        ("**记者：**几时到的？\n\n**李华：**昨天到的，坐船。", ["记者", "李华"]),
        ("【主持人】：开始吧，请讲。\n李华委员：我讲两点。\n老周：我补充一点。", ["主持人", "李华", "老周"]),
        ("李华（区委）：我讲两点。\n王 五：我讲一点。", ["李华", "王五"]),
        ("时间：三月，下午。\n地点：礼堂，二楼。\n主持：李华，王五。", []),
        ("注：见前文，不赘。\n说明：以下从略，不赘。", []),
        (
            "毛泽东：大家谈谈看法。\n周恩来：我同意。\n邓小平：经济要搞上去。\n陈云：财政要平衡。",
            ["毛泽东", "周恩来", "邓小平", "陈云"],
        ),
        ("陈晓：您好。\n周德福：你好。\n高峰：大家好。", ["陈晓", "周德福", "高峰"]),
        ("王建国：今天讨论资金。\n李梅：先做管线。\n张强：同意。\n赵敏：好。", ["王建国", "李梅", "张强", "赵敏"]),
        ("问题1：你来了几年？\n回答：三年。\n问题2：好吗？\n回答：好。", ["问题1", "回答", "问题2", "回答"]),
        ("Professor Li: How long?\nDr. Wang: Three years.", ["Professor Li", "Dr. Wang"]),
        ("王：你来了几年？\n李：三年。", ["王", "李"]),
        ("访谈人：王建国\n受访人：李梅\n\n王：你来了几年？\n李：三年。", ["王建国", "李梅"]),
        ("记者：李梅\n受访者：周德福、王芳\n问：几年了？\n答：三年。", ["李梅", "答"]),
        ("主持人：王建国\n主持人：开会了，请坐。\n李梅：我先说。", ["王建国", "李梅"]),
        ("黄芪：性温，味甘。\n白芷：性温，味辛。", []),
        ("明天：我们去看堤。\n周一：你来吗？\n周二：我写报告。", []),
        ("方案：先修东段。\n方法：以工代赈，请大家商量。\n时间：我们再定。", []),
        ("解：设甲为我们所求之数。\n左：你看到的是石堤。", []),
        ("Monday: I went home.\nTuesday: You came.", []),
    ],
)
def test_names_before_a_colon(text: str, names: list[str]) -> None:
    assert [passage.name for passage in speakers(text)] == names


@pytest.mark.parametrize(
    "line",
    [
        "“走吧。”他说。",
        "“走吧。”大家都说。",
        "“走吧。”周围的人说。",
        "“走吧。”连忙说。",
        "注意：夜里不接待来访。",
        "他在会上说，水退了。",
        "大家也说，水退了。",
        "时人则说，水退了，还会再来的，谁也不敢睡下。",
        "应当说，这一年的收成并不算坏，家家都有余粮。",
        "“温和地说，”他想，“也许是我错了。”",
        "于是他在信里说，堤防的事情要从头说起才好。",
    ],
)
def test_nobody_is_named_where_nobody_is(line: str) -> None:
    assert speakers("\n".join([SAID[1:], line, SAID[1:]] * 3)) == []


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("“走吧。”周德福说。", "周德福"),
        ("“水退了”，周德福说，“回去吧。”", "周德福"),
        ("「水退了。」鎮長周德福在堤上說。", "周德福"),
        ("“锣在谁手里？”李秀英又问。", "李秀英"),
    ],
)
def test_who_says_what_stands_in_quotation_marks_before(said: str, name: str) -> None:
    assert [passage.name for passage in speakers(f"天黑了，雨还在下。\n{said}\n天亮了。")] == [name]


def test_a_bare_answer_goes_on_until_an_aside() -> None:
    text = "李华：我讲两点。\n\n第一点是账。\n\n王五：好，我听着。\n\n（散会）\n\n后来下雨了。"
    one, other = speakers(text)
    assert text[one.start : one.end].endswith("第一点是账。")
    assert text[other.start : other.end] == "王五：好，我听着。"


LINES = st.lists(
    st.sampled_from(
        [
            f"李华说{SAID}",
            "问：是吗？",
            "答：是。",
            "区长 李华",
            SAID[1:],
            "标题",
            "",
            "  ",
            "𠮷😀",
            "一、总则",
            "他说，好。",
            "（散会）",
        ]
    )
)


@given(lines=LINES)
def test_passages_are_in_order_and_apart(lines: list[str]) -> None:
    text = "\n".join(lines)
    at = 0
    for passage in speakers(text):
        assert at <= passage.start < passage.end <= len(text)
        assert passage.name
        at = passage.end


def test_hostile_texts_take_no_time() -> None:
    assert len(speakers("王五说，" * 500_000)) == 1
    assert speakers("王王在对向就" * 20 + "\n" + "王" * 1_000_000) == []
    assert len(speakers("问：是。\n" * 50_000)) == 50_000
