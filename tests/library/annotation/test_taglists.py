"""Lists of tags as they are pasted."""

import pytest

from library.annotation.taglists import tag_paths
from library.errors import NotFound
from tests.library.conftest import Desk, prove, refuse


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        ("", []),
        ("党建\n协商\n党建", ["党建", "协商"]),
        ("主题\n\t协商\n\t\t民主\n\t党建\n人物", ["主题", "主题/协商", "主题/协商/民主", "主题/党建", "人物"]),
        ("主题\n  协商\n    民主\n  党建", ["主题", "主题/协商", "主题/协商/民主", "主题/党建"]),
        ("- 主题\n  - 协商\n* 人物", ["主题", "主题/协商", "人物"]),
        ("1. 主题\n  (2) 协商\n3、人物", ["主题", "主题/协商", "人物"]),
        ("#主题\n#人物", ["主题", "人物"]),
        ("主题/协商\n主题 > 党建", ["主题/协商", "主题/党建"]),
        ("主题\n  程序/公开", ["主题", "主题/程序/公开"]),
        ("\u3000\u3000甲\r\n\r\n  乙𠮷 😀 \r\n", ["甲", "乙𠮷 😀"]),
        ("  深\n浅", ["深", "浅"]),
        ("2017\n3 月", ["2017", "3 月"]),
    ],
)
def test_what_a_list_names(text: str, paths: list[str]) -> None:
    assert tag_paths(text) == paths


def test_a_list_becomes_tags_in_one_step(desk: Desk) -> None:
    desk.library.tags.add_path("主题")
    prove(desk, lambda library: library.tags.add_list("主题\n  协商\n  党建\n人物"), "Add 4 tags")
    assert sorted(desk.library.tags.paths().values()) == sorted(["主题", "主题/协商", "主题/党建", "人物"])


def test_a_list_below_a_tag(desk: Desk) -> None:
    parent = desk.library.tags.add_path("主题")
    desk.library.tags.add_list("协商\n  民主", parent.id)
    assert "主题/协商/民主" in desk.library.tags.paths().values()


def test_nothing_is_added_where_the_parent_is_gone(desk: Desk) -> None:
    refuse(desk, NotFound, lambda library: library.tags.add_list("协商", "nowhere"))
