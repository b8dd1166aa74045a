"""The repairs beside the text: by kind, narrowed, gone to."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from desktop.sidebar.panel import REPAIRS, SidebarPanel
from desktop.sidebar.repairs import RepairsView
from desktop.widgets.placelines import PARTS
from library.drafting import repaired
from library.mending import KINDS, RepairChoice
from library.models import Draft, PreparedDraft
from tests.desktop.annotated import Annotated
from tests.library.test_repairs import TEXT, TWICE

SHOWN = [
    "Lost text 1",
    "一是要听，二是要看，三是要讲，四是要做，这些都要由各级组织一件一件⏎二是要把办法落到实处，一件也不能少。",
    "Standing twice 1",
    f"另一段的开头。{TWICE[:12]}…{TWICE[-12:]}末尾。",
    "Stray letters 1",
    "会议讨论了堤防 的事情，大家都同意。后来 and 散会了。",
]


def rows(view: RepairsView) -> list[str]:
    return [str(view.model.index(row).data()) for row in range(view.model.rowCount())]


@pytest.fixture
def view(annotated: Annotated, panel: SidebarPanel, qtbot: QtBot) -> RepairsView:
    document = annotated.add_document(TEXT, "纪事")
    panel.show_document(document.id)
    panel.show_view(REPAIRS)
    found = panel.late_repairs.get()
    qtbot.waitUntil(lambda: found.model.rowCount() == 6)
    return found


def test_what_is_wrong_stands_by_its_kind_and_is_gone_to(view: RepairsView, qtbot: QtBot) -> None:
    assert rows(view) == SHOWN
    gone = QSignalSpy(view.gone_to)
    view.focus_rows()
    view.rows.setCurrentIndex(view.model.index(5))
    qtbot.keyClick(view.rows, Qt.Key.Key_Return)
    view.rows.setCurrentIndex(view.model.index(0))
    qtbot.keyClick(view.rows, Qt.Key.Key_Return)
    assert [gone.at(0), gone.count()] == [[TEXT.index("and"), TEXT.index("and") + 3, True], 1]


def test_a_repaired_text_shows_where_something_was_taken_out(
    annotated: Annotated, panel: SidebarPanel, qtbot: QtBot
) -> None:
    draft = repaired(Draft(TEXT, "纪事", "text"))
    prepared = PreparedDraft(draft, annotated.library.texts.add_text(draft.text), "", "", "")
    added = annotated.write(lambda library: library.documents.add_drafts([prepared]))
    document = added[0][0]
    panel.show_document(document.id)
    panel.show_view(REPAIRS)
    view = panel.late_repairs.get()
    qtbot.waitUntil(lambda: view.model.rowCount() == 10)
    assert rows(view)[0] == "Broken paragraphs 1"
    above, place, below = view.model.index(1).data(PARTS)
    assert (above[-4:], place, below[:4]) == ("，各族各", "｜", "界中的代")
    gone = QSignalSpy(view.gone_to)
    view.rows.setCurrentIndex(view.model.index(1))
    qtbot.keyClick(view.rows, Qt.Key.Key_Return)
    start, end, _ = gone.at(0)
    assert draft.text[start:end] == "族各界中"
    panel.show_document(None)
    annotated.undo()
    assert not annotated.library.repairs.is_repaired(document.id)
    annotated.redo()
    panel.show_document(document.id)
    qtbot.waitUntil(lambda: rows(view)[:1] == ["Broken paragraphs 1"])


def test_what_was_refused_stands_below_what_was_done(annotated: Annotated, panel: SidebarPanel, qtbot: QtBot) -> None:
    draft = repaired(Draft(TEXT, "纪事", "text"), RepairChoice(frozenset(KINDS) - {"join"}, frozenset()))
    prepared = PreparedDraft(draft, annotated.library.texts.add_text(draft.text), "", "", "")
    document = annotated.write(lambda library: library.documents.add_drafts([prepared]))[0][0]
    panel.show_document(document.id)
    panel.show_view(REPAIRS)
    view = panel.late_repairs.get()
    qtbot.waitUntil(lambda: view.model.rowCount() == 10)
    assert rows(view)[0] == "Spaces between characters 1"
    assert rows(view)[8] == "Broken paragraphs: not wanted 1"
    above, place, below = view.model.index(9).data(PARTS)
    assert (above[-4:], place, below[:4]) == ("，各族各", "⏎", "界中的代")


def test_it_is_narrowed_by_what_is_typed(view: RepairsView, qtbot: QtBot) -> None:
    qtbot.keyClicks(view.field, "AND")
    qtbot.keyClick(view.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: rows(view) == SHOWN[4:])
    view.field.setText("没有的话")
    view.search_now()
    qtbot.waitUntil(lambda: rows(view) == [])
    assert view.empty.text() == "No repair has this."
