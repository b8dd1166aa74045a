"""Pens: what they begin with, what they are set to, and what becomes of their tags."""

from library.errors import NotFound
from library.models import COLORS, Pen
from tests.library.conftest import Desk, prove, refuse


def test_six_pens_begin_as_the_colours(desk: Desk) -> None:
    assert desk.library.pens.all() == {number: Pen(number, color) for number, color in enumerate(COLORS, 1)}
    assert desk.library.pens.tags() == {}


def test_a_pen_with_tags_in_their_order(desk: Desk) -> None:
    first, second, third = (desk.library.tags.add_path(path) for path in ("甲", "乙/𠮷", "丙"))
    prove(
        desk,
        lambda library: library.pens.set(7, color=None, style="underline", tag_ids=[third.id, first.id, third.id]),
        "Set pen 7",
    )
    assert desk.library.pens.all()[7] == Pen(7, None, "underline")
    assert desk.library.pens.tags() == {7: [third, first]}
    prove(desk, lambda library: library.pens.set(7, color="red", tag_ids=[second.id, third.id]), "Set pen 7")
    assert desk.library.pens.tags() == {7: [second, third]}
    prove(desk, lambda library: library.pens.reset(7), "Reset pen 7")
    assert 7 not in desk.library.pens.all()
    desk.library.pens.set(1, color="brown")
    prove(desk, lambda library: library.pens.reset(1), "Reset pen 1")
    assert desk.library.pens.all()[1] == Pen(1, "red")


def test_what_is_no_pen_or_tag_is_refused(desk: Desk) -> None:
    for number in (0, 10, -1):
        refuse(desk, NotFound, lambda library, number=number: library.pens.set(number, color="red"))
        refuse(desk, NotFound, lambda library, number=number: library.pens.reset(number))
    refuse(desk, NotFound, lambda library: library.pens.set(1, color="red", tag_ids=["nowhere"]))


def test_a_deleted_tag_leaves_its_pens(desk: Desk) -> None:
    tag, other = desk.library.tags.add_path("甲/乙"), desk.library.tags.add_path("丙")
    desk.library.pens.set(2, color="red", tag_ids=[tag.id, other.id])
    parent = desk.library.tags.find_path("甲")
    assert parent is not None
    prove(desk, lambda library: library.tags.remove(parent.id), "Delete tag “甲”")
    assert desk.library.pens.tags() == {2: [other]}


def test_a_merged_tag_is_the_target_on_its_pens(desk: Desk) -> None:
    source, target, between = (desk.library.tags.add_path(path) for path in ("甲", "乙", "丙"))
    desk.library.pens.set(1, color="red", tag_ids=[source.id, between.id])
    desk.library.pens.set(2, color="red", tag_ids=[target.id, source.id])
    prove(desk, lambda library: library.tags.merge([source.id], target.id), "Merge tag into “乙”")
    assert desk.library.pens.tags() == {1: [target, between], 2: [target]}
