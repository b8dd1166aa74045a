"""Trees of collections and tags: paths, branches, places among siblings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from library.errors import InvalidMove, InvalidName, NotFound
from library.models import Tag
from library.tree import Tree, clean_name, reordered, split_path

LETTERS = st.lists(st.sampled_from("abcdefg"), unique=True)


@pytest.fixture
def tree() -> Tree[Tag]:
    return Tree(
        [
            Tag("c", "程序", "b", position=1),
            Tag("b", "协商", "a", position=2),
            Tag("a", "主题", None, position=1),
            Tag("d", "提法", "a", position=1),
            Tag("e", "人物", None, position=0.5),
        ]
    )


def test_paths_branches_and_children(tree: Tree[Tag]) -> None:
    assert tree.paths() == {"a": "主题", "b": "主题/协商", "c": "主题/协商/程序", "d": "主题/提法", "e": "人物"}
    assert [node.id for node in tree.branch("a")] == ["a", "d", "b", "c"]
    assert [node.id for node in tree.children(None)] == ["e", "a"]
    assert [node.id for node in tree.children("a")] == ["d", "b"]
    assert tree.children("c") == tree.children("nowhere") == []
    assert tree.last_position("a") == 3
    assert tree.last_position("c") == 1


def test_finding(tree: Tree[Tag]) -> None:
    assert tree.find_path("主题/协商") == tree.get("b")
    assert tree.find_path(" 主题 / 协商 ") == tree.get("b")
    assert tree.find_path("协商") is None
    assert tree.find_path("主题/协商/没有") is None
    assert tree.find_child(None, "主题") == tree.get("a")
    for ask in (tree.get, tree.path, tree.branch):
        with pytest.raises(NotFound):
            ask("nowhere")


def test_moving(tree: Tree[Tag]) -> None:
    assert {node.id: (node.parent_id, node.position) for node in tree.moved("c", "a", "b")} == {
        "c": ("a", 2),
        "b": ("a", 3),
    }
    assert [(node.id, node.parent_id, node.position) for node in tree.moved("d", None)] == [
        ("e", None, 1),
        ("a", None, 2),
        ("d", None, 3),
    ]
    assert tree.moved("b", "a", "b") == tree.moved("b", "a") == []
    assert [node.id for node in tree.moved("b", "a", "d")] == ["b", "d"]


def test_moves_that_are_refused(tree: Tree[Tag]) -> None:
    for parent_id in ("a", "b", "c"):
        with pytest.raises(InvalidMove):
            tree.moved("a", parent_id)
    with pytest.raises(NotFound):
        tree.moved("a", "nowhere")
    with pytest.raises(NotFound):
        tree.moved("nowhere", None)
    crowded = Tree([*tree.nodes.values(), Tag("f", "协商")])
    with pytest.raises(InvalidName):
        crowded.moved("f", "a")


@pytest.mark.parametrize("name", ["", " ", "\n\t\u3000", "a/b", "/"])
def test_names_that_are_refused(name: str) -> None:
    with pytest.raises(InvalidName):
        clean_name(name)


@pytest.mark.parametrize("path", ["", "/", "a/", "/a", "a//b"])
def test_paths_that_are_refused(path: str) -> None:
    with pytest.raises(InvalidName):
        split_path(path)


@pytest.mark.parametrize("name", ["'; DROP TABLE tag", "<b>𠮷", "e\u0301 é 😀", "a" * 300, "“{name}”", "％／"])
def test_odd_names_are_kept(name: str) -> None:
    assert clean_name(f"\n {name} ") == name
    assert split_path(f"{name}/{name}") == [name, name]


def test_lone_surrogates_are_replaced() -> None:
    assert clean_name("\ud842") == "\ufffd"


@given(LETTERS, LETTERS, st.sampled_from("abcdefgh") | st.none())
def test_reordering_keeps_the_rest_in_order(current: list[str], moving: list[str], before: str | None) -> None:
    result = reordered(current, moving, before)
    assert sorted(result) == sorted({*current, *moving})
    assert [letter for letter in result if letter not in moving] == [
        letter for letter in current if letter not in moving
    ]
    if moving:
        first = result.index(moving[0])
        assert result[first : first + len(moving)] == moving
        follows = result[first + len(moving) :]
        if before in current and before not in moving:
            assert follows[0] == before
        elif before not in current:
            assert follows == []
