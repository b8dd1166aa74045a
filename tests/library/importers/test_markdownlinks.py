"""Links and footnotes of Markdown texts: where they stand and where they lead."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from library.importers.base import ImportOptions
from library.importers.markdown import MarkdownImporter
from library.importers.markdownlinks import links_of
from library.progress import Progress

NOTES = """# 題 𠮷😀

先把话听完。[^1] 再把事分清[^甲]，又见[^1]。

[^1]: 见第三条。
[^甲]: e\u0301 见 <https://example.org/a>。
[^x]: 无人提起。
"""


def shown(text: str) -> list[tuple[str, str, str]]:
    """Return the words of each element, its kind, and its address or the words it leads to."""
    found: list[tuple[str, str, str]] = []
    for element in links_of(text):
        leads = text[int(element.value) :][:6] if element.kind == "jump" else element.value
        found.append((text[element.start : element.end], element.kind, leads))
    return found


def test_a_footnote_is_reached_from_its_marks_and_back() -> None:
    assert shown(NOTES) == [
        ("[^1]", "jump", "[^1]: "),
        ("[^甲]", "jump", "[^甲]: "),
        ("[^1]", "jump", "[^1]: "),
        ("[^1]:", "jump", "[^1] 再"),
        ("[^甲]:", "jump", "[^甲]，又"),
        ("https://example.org/a", "link", "https://example.org/a"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("见[此处](https://a.org/b_(c) \"题\")。", [("此处", "link", "https://a.org/b_(c)")]),
        ("[**粗** `码`](<a.md>)", [("**粗** `码`", "link", "a.md")]),
        ("[**粗**](a.md)", [("**粗**", "link", "a.md")]),
        ("[![图](x.png)](https://a.org)", [("![图](x.png)", "link", "https://a.org")]),
        ("![图](https://a.org/x.png)", []),
        ("见 https://a.org/b?c=1。又", [("https://a.org/b?c=1", "link", "https://a.org/b?c=1")]),
        ("<mailto:a@b.org>", [("mailto:a@b.org", "link", "mailto:a@b.org")]),
        ("[一][甲] [乙] [丙]\n\n[甲]: https://a.org '题'\n[乙]: <b.md>", [
            ("一", "link", "https://a.org"), ("乙", "link", "b.md"),
        ]),
        ("# 一 Two!\n\n[去](#一-two) [没有](#三)", [("去", "jump", "# 一 Tw")]),
        ("`[a](b)` \\[a](b) ``[^1]``", []),
        ("```\n[a](https://a.org)\n```\n[a](b)", [("a", "link", "b")]),
        ("~~~~\n~~~\n[a](b)\n~~~~~\n", []),
        ("[^1] 没有注", []),
        ("", []),
    ],
)  # fmt: skip
def test_links(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert shown(text) == expected


@given(st.lists(st.sampled_from("[]()^:!`~<>\\# \n𠮷😀1注ahttps://a.b\u0301"), max_size=80).map("".join))
def test_spans_stand_in_the_text_in_order(text: str) -> None:
    found = links_of(text)
    assert [element.start for element in found] == sorted(element.start for element in found)
    for element in found:
        assert 0 <= element.start < element.end <= len(text)
        assert "\n" not in text[element.start : element.end]
        assert element.kind != "jump" or 0 <= int(element.value) < len(text)


@pytest.mark.parametrize("unit", ["[", "[a", "![", "`a``", "[^", "<https://", "[a](", "\\", "[[a]", "(https://a"])
def test_hostile_lines_take_no_longer_than_their_length(unit: str) -> None:
    assert len(links_of(unit * 20_000)) <= 20_000


def test_an_imported_text_has_them(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(NOTES.replace("\n", "\r\n").encode())
    (draft,) = MarkdownImporter().read(path, ImportOptions(), Progress())
    assert draft.text == NOTES
    assert draft.elements == links_of(NOTES)
