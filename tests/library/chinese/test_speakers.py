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
        ("会议指出", None),
        ("石门镇要求", None),
        ("方案提出", None),
        ("党组认为", None),
        ("他说", None),
        ("话说", None),
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
    ],
)
def test_names_before_a_colon(text: str, names: list[str]) -> None:
    assert [passage.name for passage in speakers(text)] == names


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
