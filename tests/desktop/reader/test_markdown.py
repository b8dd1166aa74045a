import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.reader.markdown import Look, lead, parts


def looks(block: str) -> list[tuple[str, int]]:
    return [(block[start:end], look) for start, end, look in parts(block) if look != Look.HIDDEN]


def seen(block: str) -> str:
    hidden = {at for start, end, look in parts(block) if look == Look.HIDDEN for at in range(start, end)}
    return "".join(character for at, character in enumerate(block) if at not in hidden)


@pytest.mark.parametrize(
    ("block", "found"),
    [
        ("会**当场**解决", [("当场", Look.STRONG)]),
        ("*斜* _also_", [("斜", Look.EMPHASIS), ("also", Look.EMPHASIS)]),
        ("***两样***", [("两样", Look.STRONG | Look.EMPHASIS)]),
        ("`a*b*`", [("a*b*", Look.CODE)]),
        ("~~删~~", [("删", Look.STRUCK)]),
        ("[人](http://a.b/c_d_e)", [("人", Look.LINK)]),
        ("[*人*](<a b> '题')", [("人", Look.LINK | Look.EMPHASIS)]),
        ("un**believ**able", [("believ", Look.STRONG)]),
        ("snake_case_name 2 * 3 * 4 ** 5", []),
        ("\\*a\\*", []),
        ("**“好”**他", []),
        ("**“好”** 他", [("“好”", Look.STRONG)]),
        ("* a*", []),
        ("~一~ ~~~二~~~", []),
        ("[a] (b) ](c) [d](e f)", []),
        ("", []),
    ],
)
def test_what_is_set_apart(block: str, found: list[tuple[str, int]]) -> None:
    assert looks(block) == found


@pytest.mark.parametrize(
    ("block", "shown"),
    [
        ("## 一、**节** ##", "一、节"),
        ("> > 引*文*", "引文"),
        ("- 一 *二*", "- 一 二"),
        ("\\*a\\* \\a", "*a* \\a"),
        ("[a [b](c)](d)", "[a b](d)"),
        ("![图](x.png)", "图"),
        ("**a [b**](c)**", "a b**"),
        ("*foo**bar*", "foo**bar"),
        ("**foo*bar**", "foo*bar"),
        ("𠮷**好😀é**𠮷", "𠮷好😀é𠮷"),
    ],
)
def test_the_marks_that_say_so_are_hidden(block: str, shown: str) -> None:
    assert seen(block) == shown


def test_what_stands_at_the_head_of_a_block() -> None:
    assert [lead(block) for block in ("## 节", "> 引", "#节", "  >引", "文 > 引")] == ["## ", "> ", "", "  >", ""]


@given(st.text(alphabet=st.sampled_from('a好 *_`~[]()\\<>!"#')))
def test_parts_are_in_order_and_apart(block: str) -> None:
    edges = [0, *(edge for part in parts(block) for edge in part[:2]), len(block)]
    assert edges == sorted(edges)


@pytest.mark.parametrize("piece", ["*a ", "**a*", "[", "[a](", "_*", '](a "', "[a](<", "[]((", "~~a*", "`a``"])
def test_no_text_takes_long(piece: str) -> None:
    """Ten times a block's length; what is quadratic takes minutes of it."""
    parts(piece * 16_000)
