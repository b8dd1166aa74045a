"""What is selected is counted in the whole library, and a click on the number searches for it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot

from desktop import indexing
from desktop.reader.selection import Selection
from library.searching import Count
from tests.desktop.desk import Desk

TEXT = "𠮷人民政協的章程。\n\n先说人民政\n协，再说ＡＢＣ企業、企业😀。\n"


class Counted(Desk):
    """A window with two documents, of which one is read."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        super().__init__(qtbot, folder)
        self.open(make=True)
        self.heard: list[Count | None] = []
        self.window.counting.counted.connect(self.heard.append)
        first, second = self.add(TEXT, "甲"), self.add("人民政协在此。" + "长" * 40, "乙")
        self.write(lambda library: library.fields.describe([first.id], date="2015-03-01"))
        self.write(lambda library: library.fields.describe([second.id], date="2017"))
        self.read(first)

    def select(self, text: str) -> None:
        start = TEXT.index(text)
        self.window.pane.set_selection(Selection(start, start + len(text)))

    def counts(self, text: str) -> Count:
        self.heard.clear()
        self.select(text)
        self.settle(lambda: any(self.heard))
        found = self.heard[-1]
        assert found is not None
        return found

    @property
    def button(self) -> QToolButton:
        return next(button for button in self.window.status.findChildren(QToolButton) if "selected" in button.toolTip())


@pytest.fixture
def counted(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Counted]:
    monkeypatch.setattr(indexing, "AFTER_OPENING", 0)
    made = Counted(qtbot, tmp_path)
    yield made
    made.close()


def test_a_selection_is_counted_in_any_form(counted: Counted) -> None:
    assert counted.counts("人民政協") == Count(3, 2, "2015")
    assert counted.button.text() == counted.button.accessibleName() == "3 places · 2 documents · first 2015"
    assert counted.counts("企業") == Count(2, 1, "2015")
    assert counted.button.text() == "2 places · 1 document · first 2015"


def test_what_has_punctuation_inside_is_counted_apart(counted: Counted) -> None:
    third = counted.add("ＡＢＣ，企业", "丙")
    counted.write(lambda library: library.fields.describe([third.id], date="1949"))
    counted.select("ＡＢＣ企業")
    counted.settle(lambda: counted.heard[-1] == Count(1, 2, "2015", 1))
    assert counted.button.text() == "1 place · ≈ 1 · 2 documents · first 2015"


def test_what_cannot_be_counted_says_nothing(counted: Counted) -> None:
    counted.counts("人民")
    assert counted.button.isVisible()
    for nothing in ("人", "。\n\n", TEXT[:31]):
        counted.select(nothing)
        assert not counted.button.isVisible()
        assert counted.window.counting.text == ""


def test_only_the_last_of_several_is_told(counted: Counted) -> None:
    counted.heard.clear()
    for text in ("人民", "人民政", "章程", "先说"):
        counted.select(text)
    counted.settle(lambda: any(counted.heard))
    assert [found for found in counted.heard if found] == [Count(1, 1, "2015")]


def test_it_follows_the_library(counted: Counted) -> None:
    counted.counts("章程")
    counted.add("又一章程", "丙")
    counted.settle(lambda: counted.heard[-1] == Count(2, 2, "2015"))
    counted.window.session.undo()
    counted.settle(lambda: counted.heard[-1] == Count(1, 1, "2015"))


def test_marks_leave_the_count_as_it_is(counted: Counted) -> None:
    counted.counts("章程")
    document = counted.window.reading.document
    assert document is not None
    counted.write(lambda library: library.highlights.add(document.id, 1, 3))
    wanted: list[None] = []
    counted.window.counting.index_wanted.connect(lambda: wanted.append(None))
    assert counted.counts("人民政協") == Count(3, 2, "2015")
    assert not wanted


def test_an_index_that_was_taken_away_comes_back_by_itself(counted: Counted) -> None:
    counted.counts("章程")
    for file in counted.path.glob("index.db*"):
        file.unlink()
    assert counted.counts("人民政協") == Count(3, 2, "2015")
    (counted.path / "index.db").write_bytes(b"no database" * 20_000)
    assert counted.counts("企業") == Count(2, 1, "2015")
    assert counted.texts == []


def test_a_click_searches_for_it(counted: Counted) -> None:
    counted.counts("政\n协")
    QTest.mouseClick(counted.button, Qt.MouseButton.LeftButton)
    assert counted.window.searching.panel.field.text() == '"政 协"'
    counted.settle(lambda: counted.window.searching.panel.complete)
    assert [group.total for group in counted.window.searching.panel.model.groups]


def test_another_language_is_spoken_at_once(counted: Counted) -> None:
    counted.counts("企業")
    shown = counted.button
    counted.window.settings.language = "zh_CN"
    assert shown.text() == "2 处 · 1 篇文献 · 首见 2015"


def test_the_length_of_a_document_says_what_is_printed_twice(counted: Counted) -> None:
    passage = "会员有疑问的可以当场提出，由会长答复。" * 3 + "答复不满意的可以要求查账，查账人由会员公推。" * 4
    text = f"开头。{passage}\n\n中间。\n\n末尾。{passage}"
    twice = counted.add(text, "两遍")
    counted.read(twice)
    words = [f"{len(text) - len(passage)} characters · and {len(passage)} printed twice", f"{len(TEXT)} characters"]

    def shown() -> list[str]:
        return [label.text() for label in counted.window.status.findChildren(QLabel) if "characters" in label.text()]

    counted.settle(lambda: shown() == words[:1])
    counted.read(next(row for row in counted.library.documents.all() if row.title == "甲"))
    counted.settle(lambda: shown() == words[1:])
