"""What the palette offers, in which order."""

from desktop.palette.entries import MOST, Entry, EntryIndex, Kind, offered


def index(kind: Kind, *names: str, **more: object) -> dict[Kind, EntryIndex]:
    return {kind: EntryIndex([Entry(kind, name, name, (name,), **more) for name in names], spelled=True)}


def texts(query: str, indexes: dict[Kind, EntryIndex], *recent: str) -> list[str]:
    return [entry.text for entry in offered(query, indexes, recent)]


def test_exact_names_come_first_then_beginnings_parts_and_pinyin() -> None:
    indexes = index("document", "论党建", "档案", "党建工作", "dang", "党建") | index("tag", "党建")
    assert texts("党建", indexes) == ["党建", "党建", "党建工作", "论党建"]
    assert texts("dang", indexes) == ["dang", "论党建", "档案", "党建工作", "党建", "党建"]


def test_pinyin_with_u_and_two_dots_and_with_spaces_finds() -> None:
    indexes = index("document", "绿色发展", "中国政协") | index("tag", "女儿")
    assert texts("lu:se", indexes) == texts("lvse", indexes) == texts("lüse", indexes) == ["绿色发展"]
    assert texts("zhongguo zhengxie", indexes) == texts("zhengxie", indexes) == ["中国政协"]
    assert texts("nu:er", indexes) == ["女儿"]


def test_what_was_chosen_lately_comes_first_within_a_rank_however_many_are_found() -> None:
    indexes = index("document", *(f"简报 {number}" for number in range(500)), "总简报")
    assert texts("简报", indexes, "document:简报 480", "document:总简报")[0] == "简报 480"
    assert texts("", indexes, "document:简报 480")[0] == "简报 480"
    assert "总简报" in texts("jb", indexes, "document:总简报")
    assert len(texts("", indexes)) == MOST


def test_a_sign_asks_for_one_kind() -> None:
    indexes = index("action", "甲") | index("tag", "甲乙") | index("heading", "甲丙") | index("document", "甲丁")
    assert texts(">", indexes) == ["甲"]
    assert texts("# 甲", indexes) == ["甲乙"]
    assert texts("@甲", indexes) == ["甲丙"]
    assert texts("甲", indexes) == ["甲", "甲丙", "甲丁", "甲乙"]


def test_one_with_several_names_is_offered_once_and_those_that_cannot_act_last() -> None:
    actions = [
        Entry("action", "a", "Undo", ("Undo", "撤销"), enabled=False),
        Entry("action", "b", "Undo typing", ("Undo typing", "撤销")),
    ]
    indexes: dict[Kind, EntryIndex] = {"action": EntryIndex(actions, spelled=True)}
    assert [entry.id for entry in offered("撤销", indexes, ())] == ["b", "a"]
    assert [entry.id for entry in offered("chexiao", indexes, ())] == ["b", "a"]
    assert offered("没有", indexes, ()) == []
