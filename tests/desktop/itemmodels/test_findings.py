"""What a search has found as rows: fetched when looked at, folded, ticked, followed by more."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from desktop.itemmodels.findings import PAGE, Entry, FindingsModel, Group, hits_in
from library.search.hits import Hit

FIRST = Group("document", "a", "简报", 3, 1, "2015")
SECOND = Group("document", "b", "县志", 200)


def hit(document_id: str, start: int, *, crosses: bool = False) -> Hit:
    return Hit(document_id, start, start + 2, "前", f"第{start}", "后", crosses)


def checked(*groups: Group) -> FindingsModel:
    model = FindingsModel()
    model.tester = QAbstractItemModelTester(model)  # type: ignore[attr-defined]  # which lives as long as the model
    model.show(groups)
    return model


def words(model: FindingsModel, row: int) -> object:
    return model.index(row).data(Qt.ItemDataRole.AccessibleTextRole)


def test_a_head_stands_above_its_hits() -> None:
    model = checked(FIRST, SECOND)
    assert model.rowCount() == 1 + 3 + 1 + 200
    assert [model.place(row) for row in (0, 1, 3, 4, 5, 204)] == [(0, -1), (0, 0), (0, 2), (1, -1), (1, 0), (1, 199)]
    assert model.row(1, 7) == 12
    assert words(model, 0) == "简报, 2015, 3 places"


def test_hits_are_fetched_by_pages_and_only_once(qtbot: QtBot) -> None:
    model = checked(FIRST, SECOND)
    wanted: list[tuple[str, int, int]] = []
    model.hits_wanted.connect(lambda *asked: wanted.append(asked))
    assert words(model, 5 + PAGE) == "…"
    assert words(model, 6 + PAGE) == "…"
    qtbot.waitUntil(lambda: bool(wanted))
    assert wanted == [("b", PAGE, PAGE)]
    model.take_hits("b", PAGE, [hit("b", number) for number in range(PAGE)])
    assert words(model, 6 + PAGE) == "前第1后"
    assert model.hit(6 + PAGE) == hit("b", 1)
    qtbot.wait(1)
    assert wanted == [("b", PAGE, PAGE)]


def test_what_was_found_for_another_question_is_forgotten() -> None:
    model = checked(FIRST)
    model.take_hits("a", 0, [hit("a", 1)])
    model.toggle(1)
    assert model.ticked == [hit("a", 1)]
    model.begin()
    model.show((FIRST,))
    assert model.hit(1) is None
    assert model.ticked == []


def test_groups_fold_and_unfold() -> None:
    model = checked(FIRST, SECOND)
    model.fold(0, True)
    assert model.rowCount() == 1 + 1 + 200
    assert model.place(1) == (1, -1)
    model.fold_all(True)
    assert model.rowCount() == 2
    assert model.row(1, 50) == 1
    model.fold(1, False)
    assert model.rowCount() == 2 + 200
    model.fold_all(False)
    assert model.rowCount() == 205


def test_more_documents_follow_without_moving_what_is_there() -> None:
    model = checked(FIRST)
    reset: list[bool] = []
    model.modelReset.connect(lambda: reset.append(True))
    model.show((FIRST, SECOND))
    assert model.rowCount() == 205
    assert reset == []
    model.show((SECOND, FIRST))
    assert reset == [True]


def test_signs_are_said(qtbot: QtBot) -> None:
    model = checked(Group("document", "a", "简报", 2, 1, "2015", first_seen=True))
    model.take_hits("a", 0, [hit("a", 1), hit("a", 5, crosses=True)])
    assert words(model, 1) == "first seen 前第1后"
    assert words(model, 2) == "≈ 前第5后"
    assert model.index(1).data(FindingsModel.FirstRole) is True
    assert model.index(2).data(FindingsModel.FirstRole) is False


def test_lines_and_entries_stand_among_them() -> None:
    entry = Entry("tag", "t", "主题/协商", 3, 5)
    model = checked(Group("undated", "undated", "", 4), Group("tags", "tags", "", 1, entries=(entry,)))
    assert model.rowCount() == 3
    assert words(model, 0) == "Without a date, 4 documents"
    assert words(model, 1) == "Tags, 1 place"
    assert model.index(2).data(FindingsModel.EntryRole) == entry
    assert hits_in(model.groups) == (0, 0)
