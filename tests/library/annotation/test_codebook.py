"""Counts with all below, tags that stand together, and what a merge would do."""

from library.models import MergePreview
from tests.library.conftest import Desk


def ids(desk: Desk) -> dict[str, str]:
    return {path: tag_id for tag_id, path in desk.library.tags.paths().items()}


def test_a_highlight_counts_once_in_a_branch(desk: Desk) -> None:
    desk.mark((0, 3), tags=("主题/协商/民主", "主题/协商", "人物"))
    desk.mark((3, 5), tags=("主题/协商",))
    named = ids(desk)
    assert desk.library.codebook.counts() == {
        named["主题"]: 2, named["主题/协商"]: 2, named["主题/协商/民主"]: 1, named["人物"]: 1,
    }  # fmt: skip
    desk.library.documents.remove(desk.library.documents.all()[0].id)
    assert desk.library.codebook.counts() == {}


def test_tags_that_stand_together(desk: Desk) -> None:
    desk.mark((0, 3), tags=("主题/协商", "人物"))
    desk.mark((3, 5), tags=("主题", "提法", "人物"))
    desk.mark((5, 9), tags=("提法",))
    named = ids(desk)
    together = desk.library.codebook.together(named["主题"])
    assert [(tag.name, number) for tag, number in together] == [("人物", 2), ("提法", 1)]
    assert [tag.name for tag, _ in desk.library.codebook.together(named["主题/协商"])] == ["人物"]


def test_a_merge_does_what_its_preview_says(desk: Desk) -> None:
    desk.mark((0, 3), tags=("甲", "丙"))
    desk.mark((3, 5), tags=("乙",))
    desk.mark((5, 9), tags=("甲/下", "丙"))
    named = ids(desk)
    desk.library.notes.write("tag", named["甲"], "批")
    preview = desk.library.codebook.preview_merge([named["甲"], named["乙"]], named["丙"])
    assert preview == MergePreview(highlights=2, already=1, below=1, notes=1)
    desk.library.tags.merge([named["甲"], named["乙"]], named["丙"])
    assert desk.library.tags.counts()[named["丙"]] == 3


def test_counting_only_some_tags(desk: Desk) -> None:
    desk.mark((0, 3), tags=("主题/协商", "人物"))
    desk.mark((3, 5), tags=("主题",))
    named = ids(desk)
    assert desk.library.codebook.counts([named["主题"]]) == {named["主题"]: 2}
    assert desk.library.codebook.carriers([named["主题/协商"], named["人物"]]) == 1
    assert desk.library.codebook.carriers([named["主题"], named["人物"]]) == 2


def test_the_passages_of_a_tag(desk: Desk) -> None:
    desk.mark((3, 5), tags=("主题",))
    desk.mark((0, 3), tags=("主题/协商",))
    desk.mark((5, 9), tags=("人物",))
    tag_id = ids(desk)["主题"]
    assert [(place.start, place.end) for place in desk.library.codebook.passages(tag_id)] == [(0, 3), (3, 5)]
    assert [(place.start, place.end) for place in desk.library.codebook.passages(tag_id, below=False)] == [(3, 5)]
    both = desk.library.codebook.passages(tag_id, with_tag=ids(desk)["主题/协商"])
    assert [(place.start, place.end) for place in both] == [(0, 3)]
    desk.library.documents.remove(desk.library.documents.all()[0].id)
    assert desk.library.codebook.passages(tag_id) == []


def test_counting_all_at_once_says_what_counting_each_says(desk: Desk) -> None:
    carried = [("甲/乙/丙", "甲/乙", "甲"), ("甲/丁", "甲/乙/丙"), ("戊", "甲"), ("甲/丁",), ("戊/己",)]
    for number, tags in enumerate(carried):
        desk.mark((number, number + 2), tags=tags)
    counted = desk.library.codebook.counts()
    assert counted == desk.library.codebook.counts(desk.library.tags.tree().nodes)
    named = ids(desk)
    assert (counted[named["甲"]], counted[named["甲/乙"]], counted[named["戊"]]) == (4, 2, 2)


def test_the_tags_on_some_highlights(desk: Desk) -> None:
    (first,) = desk.mark((0, 3), tags=("主题/协商", "人物"))
    (second,) = desk.mark((3, 5), tags=("主题/协商",))
    (other,) = desk.mark((5, 9), tags=("提法",))
    named = ids(desk)
    assert desk.library.codebook.on([first.id, second.id]) == {named["主题/协商"], named["人物"]}
    assert desk.library.codebook.on([other.id, "gone"]) == {named["提法"]}
    assert desk.library.codebook.on([]) == set()
