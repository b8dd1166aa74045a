"""The codebook: paths, colours, moves, merges, and what highlights carry."""

import pytest

from library.errors import InvalidMove, InvalidName, NotFound
from library.models import COLORS, Tag
from tests.library.conftest import Desk, prove, refuse


def carried(desk: Desk, highlight_id: str) -> list[str]:
    paths = desk.library.tags.paths()
    return [paths[row.tag_id] for row in desk.library.tags.of_highlights([highlight_id]).get(highlight_id, [])]


def make(desk: Desk, *paths: str) -> list[Tag]:
    return [desk.library.tags.add_path(path) for path in paths]


def test_adding_a_path_is_one_operation(desk: Desk) -> None:
    path = "主题/'; DROP TABLE tag/𠮷😀e\u0301"
    prove(desk, lambda library: library.tags.add_path(path), f"Add tag “{path}”")
    tag = desk.library.tags.find_path(path)
    assert tag is not None
    assert desk.library.tags.path(tag.id) == path
    assert desk.library.tags.paths()[tag.id] == path
    assert len(desk.library.tags.all()) == 3
    revision = desk.library.revision
    assert desk.library.tags.add_path(path, "red") == tag
    assert desk.library.revision == revision


@pytest.mark.parametrize("path", ["", "/", "新/", " /新", "新//x"])
def test_an_invalid_path_makes_nothing(desk: Desk, path: str) -> None:
    refuse(desk, InvalidName, lambda library: library.tags.add_path(path))


def test_a_new_tag_takes_the_colour_that_is_rarest_around_it(desk: Desk) -> None:
    roots = make(desk, *"甲乙丙丁戊己")
    assert [tag.color for tag in roots] == list(COLORS)
    below = make(desk, "丙/一", "丙/二", "丙/三", "丙/四", "丙/五", "丙/六")
    assert [tag.color for tag in below] == ["red", "yellow", "blue", "purple", "brown", "red"]
    assert make(desk, "丙/一/甲")[0].color == "yellow", "the parent's colour counts too"
    desk.library.tags.remove(roots[3].id)
    assert make(desk, "庚")[0].color == roots[3].color
    desk.library.tags.add_path("辛/壬", "brown")
    assert desk.library.tags.find_path("辛") is not None
    assert {tag.color for tag in desk.library.tags.all() if tag.name in "辛壬"} == {"brown"}


def test_renaming_recolouring_describing(desk: Desk) -> None:
    tag, _ = make(desk, "主题/协商", "主题/提法")
    prove(desk, lambda library: library.tags.rename(tag.id, " 商\n议 "), "Rename “协商” to “商 议”")
    refuse(desk, InvalidName, lambda library: library.tags.rename(tag.id, "提法"))
    refuse(desk, InvalidName, lambda library: library.tags.rename(tag.id, "a/b"))
    prove(desk, lambda library: library.tags.recolor(tag.id, "purple"), "Recolour tag “商 议”")
    prove(desk, lambda library: library.tags.describe(tag.id, "凡𠮷\r\n😀"), "Describe tag “商 议”")
    found = desk.library.tags.get(tag.id)
    assert (found.name, found.color, found.description) == ("商 议", "purple", "凡𠮷\r\n😀")
    refuse(desk, NotFound, lambda library: library.tags.describe("nowhere", "x"))


def test_renaming_to_a_path_makes_its_levels(desk: Desk) -> None:
    tag, other = make(desk, "主题/新的", "方法/规则")
    prove(desk, lambda library: library.tags.rename_path(tag.id, "协商 / 𠮷"), "Rename “新的” to “协商 / 𠮷”")
    assert desk.library.tags.path(tag.id) == "主题/协商/𠮷"
    prove(desk, lambda library: library.tags.rename_path(tag.id, "规则"), "Rename “𠮷” to “规则”")
    prove(desk, lambda library: library.tags.rename_path(other.id, "程序/规则"), "Rename “规则” to “程序/规则”")
    new = desk.library.tags.add_path("新")
    refuse(desk, InvalidName, lambda library: library.tags.rename_path(new.id, "主题/协商/规则"))
    refuse(desk, InvalidName, lambda library: library.tags.rename_path(new.id, "主题//规则"))
    refuse(desk, InvalidMove, lambda library: library.tags.rename_path(new.id, "新/下面"))
    refuse(desk, NotFound, lambda library: library.tags.rename_path("nowhere", "a/b"))


def test_moving(desk: Desk) -> None:
    a, b, c = make(desk, "甲", "乙", "丙")
    prove(desk, lambda library: library.tags.move(c.id, a.id), "Move “丙”")
    assert desk.library.tags.path(c.id) == "甲/丙"
    prove(desk, lambda library: library.tags.move(b.id, None, a.id), "Move “乙”")
    assert [tag.name for tag in desk.library.tags.tree().children(None)] == ["乙", "甲"]
    refuse(desk, InvalidMove, lambda library: library.tags.move(a.id, c.id))
    refuse(desk, NotFound, lambda library: library.tags.move(a.id, "nowhere"))
    revision = desk.library.revision
    desk.library.tags.move(b.id, None, b.id)
    assert desk.library.revision == revision


def test_applying_and_withdrawing(desk: Desk) -> None:
    first, second = desk.mark((0, 1), (1, 2))
    a, b, c = make(desk, "甲", "乙", "丙")
    desk.library.tags.apply([first.id], [b.id])
    prove(desk, lambda library: library.tags.apply([first.id, second.id], [a.id, b.id, a.id]), "Tag 2 highlights")
    assert carried(desk, first.id) == ["乙", "甲"]
    assert carried(desk, second.id) == ["甲", "乙"]
    prove(desk, lambda library: library.tags.withdraw([first.id, second.id], [b.id, c.id]), "Untag 2 highlights")
    assert carried(desk, first.id) == carried(desk, second.id) == ["甲"]
    desk.library.tags.apply([first.id], [b.id])
    assert carried(desk, first.id) == ["甲", "乙"]
    desk.library.tags.withdraw([first.id], [a.id, b.id])
    for tags in ([c.id, b.id], [a.id]):
        desk.library.tags.apply([first.id], tags)
    assert carried(desk, first.id) == ["丙", "乙", "甲"]
    refuse(desk, NotFound, lambda library: library.tags.apply([first.id], ["nowhere"]))
    refuse(desk, NotFound, lambda library: library.tags.apply(["nowhere", second.id], [c.id]))
    assert desk.library.tags.of_highlights([]) == {}
    assert set(desk.library.tags.of_highlights()) == {first.id, second.id}


def test_removing_takes_those_below_and_leaves_the_highlights(desk: Desk) -> None:
    (highlight,) = desk.mark((0, 1), tags=("主题/协商", "提法"))
    child, root = (tag for path in ("主题/协商", "主题") if (tag := desk.library.tags.find_path(path)))
    desk.library.notes.write("tag", child.id, "注")
    changes = prove(desk, lambda library: library.tags.remove(root.id), "Delete tag “主题”")
    assert changes.document_ids == {highlight.document_id}
    assert carried(desk, highlight.id) == ["提法"]
    assert desk.table("note") == []
    refuse(desk, NotFound, lambda library: library.tags.remove(child.id))


def test_merging(desk: Desk) -> None:
    both, one, none = desk.mark((0, 1), (1, 2), (2, 3))
    source, target, other = make(desk, "协商", "商议", "别的")
    desk.library.tags.apply([both.id], [other.id, source.id, target.id])
    desk.library.tags.apply([one.id], [source.id, other.id])
    desk.library.tags.apply([none.id], [other.id])
    prove(desk, lambda library: library.tags.merge([source.id], target.id), "Merge tag into “商议”")
    assert carried(desk, both.id) == ["别的", "商议"]
    assert carried(desk, one.id) == ["商议", "别的"]
    assert carried(desk, none.id) == ["别的"]
    assert [tag.name for tag in desk.library.tags.all()] == ["商议", "别的"]


def test_merging_joins_the_tags_below_by_name(desk: Desk) -> None:
    first, second = desk.mark((0, 1), (1, 2))
    source, target, *_ = make(desk, "甲", "乙", "甲/同/深", "乙/同", "甲/独", "甲/同/浅")
    same, below = (desk.library.tags.find_path(path) for path in ("甲/同", "甲/同/深"))
    assert same is not None
    assert below is not None
    desk.library.tags.apply([first.id], [same.id])
    desk.library.tags.apply([second.id], [below.id])
    prove(desk, lambda library: library.tags.merge([source.id], target.id), "Merge tag into “乙”")
    assert sorted(desk.library.tags.paths().values()) == ["乙", "乙/同", "乙/同/浅", "乙/同/深", "乙/独"]
    assert carried(desk, first.id) == ["乙/同"]
    assert carried(desk, second.id) == ["乙/同/深"]


def test_merging_several_of_which_one_stands_below_another(desk: Desk) -> None:
    first, second = desk.mark((0, 1), (1, 2))
    upper, lower, target, _ = make(desk, "上", "上/下", "目标", "目标/下")
    desk.library.tags.apply([first.id], [upper.id])
    desk.library.tags.apply([second.id], [lower.id])
    sources = [upper.id, lower.id, upper.id]
    prove(desk, lambda library: library.tags.merge(sources, target.id), "Merge 2 tags into “目标”")
    assert sorted(desk.library.tags.paths().values()) == ["目标", "目标/下"]
    assert carried(desk, first.id) == carried(desk, second.id) == ["目标"]


def test_merging_into_the_parent_keeps_a_child_of_the_same_name(desk: Desk) -> None:
    (highlight,) = desk.mark((0, 1))
    parent, source, child = make(desk, "上", "上/同", "上/同/同")
    desk.library.tags.apply([highlight.id], [child.id])
    prove(desk, lambda library: library.tags.merge([source.id], parent.id), "Merge tag into “上”")
    assert sorted(desk.library.tags.paths().values()) == ["上", "上/同"]
    assert carried(desk, highlight.id) == ["上/同"]


@pytest.mark.parametrize("own", ["", "己"])
def test_merging_keeps_the_notes(desk: Desk, own: str) -> None:
    first, second, target = make(desk, "甲", "乙", "丙")
    for tag, text in ((target, own), (first, "一"), (second, "二")):
        desk.library.notes.write("tag", tag.id, text)
    prove(desk, lambda library: library.tags.merge([second.id, first.id], target.id), "Merge 2 tags into “丙”")
    note = desk.library.notes.find("tag", target.id)
    assert note is not None
    assert note.text == "\n\n".join(filter(None, [own, "一", "二"]))


def test_merges_that_are_refused(desk: Desk) -> None:
    upper, lower = make(desk, "上", "上/下")
    refuse(desk, InvalidMove, lambda library: library.tags.merge([upper.id], upper.id))
    refuse(desk, InvalidMove, lambda library: library.tags.merge([upper.id], lower.id))
    refuse(desk, NotFound, lambda library: library.tags.merge(["nowhere"], lower.id))
    refuse(desk, NotFound, lambda library: library.tags.merge([lower.id], "nowhere"))


def test_counts_and_recent(desk: Desk) -> None:
    first, second = desk.mark((0, 1), (1, 2))
    a, b, c, unused = make(desk, "甲", "甲/乙", "丙", "丁")
    for highlight, tag in ((first, a), (first, b), (second, b), (second, c)):
        desk.library.tags.apply([highlight.id], [tag.id])
    assert desk.library.tags.counts() == {a.id: 1, b.id: 2, c.id: 1}
    assert desk.library.tags.recent(2) == [c, b]
    assert desk.reopen().tags.recent(10) == [c, b, a]
    assert unused not in desk.library.tags.recent(10)


def test_marks_in_the_bin_do_not_count(desk: Desk) -> None:
    (tag,) = make(desk, "主题")
    (highlight,) = desk.mark((0, 2))
    desk.library.tags.apply([highlight.id], [tag.id])
    assert desk.library.tags.counts() == {tag.id: 1}
    desk.library.documents.remove(highlight.document_id)
    assert desk.library.tags.counts().get(tag.id, 0) == 0
    desk.library.undo()
    assert desk.library.tags.counts() == {tag.id: 1}


def test_what_belongs_under_a_tag_is_described_field_by_field(desk: Desk) -> None:
    tag = desk.library.tags.add_path("协商")
    label = "Describe tag “协商”"
    prove(desk, lambda library: library.tags.describe(tag.id, "一", includes="民主协商", excludes="谈判"), label)
    prove(desk, lambda library: library.tags.describe(tag.id, example="𠮷祥里议事会"), label)
    described = desk.library.tags.get(tag.id)
    assert (described.description, described.includes, described.excludes, described.example) == (
        "一", "民主协商", "谈判", "𠮷祥里议事会",
    )  # fmt: skip
