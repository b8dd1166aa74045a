"""Bibliographies read into the fields of documents in the window, and written from them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from desktop.dialogs.bibliography import BibliographyDialog
from desktop.dialogs.bibliographyexport import BibliographyExportDialog
from desktop.dialogs.choosedocument import DocumentDialog
from library.bibliography.files import read_bibliography
from tests.desktop.desk import Desk

BIB = """@book{fei1948, title={乡土中国}, author={费孝通}, year=1948, publisher={观察社}, annote={记}}
@article{chou, title={简报}, journal={内参}}
@book{none, title={没有这一篇}}
@book{bad, title={}}
"""


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qtbot, tmp_path)
    yield desk
    desk.close()


@pytest.fixture
def file(desk: Desk, tmp_path: Path) -> Path:
    desk.open(make=True)
    document = desk.add("一些正文", "鄉土中國")
    desk.write(lambda library: library.fields.describe([document.id], author="费孝通", publisher="三联"))
    desk.add("甲", "简报")
    desk.add("乙", "简报")
    path = tmp_path / "书目.bib"
    path.write_text(BIB, encoding="utf-8")
    return path


def opened(desk: Desk, file: Path) -> BibliographyDialog:
    with desk.qtbot.waitSignal(desk.window.bibliographies.asked) as asked:
        desk.window.bibliographies.read(file)
    return asked.args[0]


def test_files_that_are_brought_as_texts_lead_there_one_after_another(desk: Desk, file: Path, tmp_path: Path) -> None:
    items, other = tmp_path / "items.json", tmp_path / "settings.json"
    items.write_text('[{"id": "x", "type": "book", "title": "简报"}]', encoding="utf-8")
    other.write_text('{"size": 1}', encoding="utf-8")
    (tmp_path / "broken.ris").write_text("", encoding="utf-8")
    window = desk.window
    with desk.qtbot.waitSignal(window.importing.finished), desk.qtbot.waitSignal(window.bibliographies.asked) as asked:
        window.take_files([tmp_path / "broken.ris", file, other, items])
    assert sorted(row.title for row in desk.library.documents.all()) == ['{"size": 1}', "简报", "简报", "鄉土中國"]
    assert file.name in {label.text() for label in asked.args[0].findChildren(QLabel)}
    with desk.qtbot.waitSignal(window.bibliographies.asked) as asked_next:
        asked.args[0].reject()
    assert items.name in {label.text() for label in asked_next.args[0].findChildren(QLabel)}
    asked_next.args[0].reject()


def values(desk: Desk, title: str) -> dict[str, str]:
    (document,) = [row for row in desk.library.documents.all() if row.title == title]
    return desk.library.fields.of(document.id)


def column(dialog: BibliographyDialog, at: int) -> list[str]:
    return [dialog.rows.index(row, at).data() for row in range(dialog.rows.rowCount())]


def test_what_is_sure_is_chosen_and_nothing_is_written_before_it_is_accepted(desk: Desk, file: Path) -> None:
    dialog = opened(desk, file)
    assert dialog.rows.counts() == {"all": 3, "matched": 1, "open": 1, "none": 1, "unread": 1}
    assert column(dialog, 1) == ["鄉土中國", "Choose: 2", "—"]
    assert column(dialog, 2)[0] == "Title and author or year"
    assert column(dialog, 3)[0] == "Kind · Citation key · Date"
    assert dialog.act.text() == "Fill in 1 document"
    dialog.parts.select("unread")
    assert column(dialog, 0) == ["Line 4 bad"]
    dialog.reject()
    assert "date" not in values(desk, "鄉土中國")


def test_accepting_is_one_step(desk: Desk, file: Path) -> None:
    dialog = opened(desk, file)
    dialog.notes.setChecked(True)
    with desk.qtbot.waitSignal(desk.window.session.changed):
        dialog.act.click()
    told = values(desk, "鄉土中國")
    assert (told["date"], told["citekey"], told["publisher"]) == ("1948", "fei1948", "三联")
    with desk.qtbot.waitSignal(desk.window.session.changed):
        desk.window.session.undo()
    assert set(values(desk, "鄉土中國")) == {"title", "author", "publisher"}
    with desk.qtbot.waitSignal(desk.window.session.changed):
        desk.window.session.redo()
    assert values(desk, "鄉土中國")["citekey"] == "fei1948"


def test_a_document_is_chosen_for_what_is_not_sure(desk: Desk, file: Path) -> None:
    dialog = opened(desk, file)
    dialog.list.setCurrentIndex(dialog.rows.index(1, 0))
    dialog.detail.documents.setCurrentIndex(2)
    dialog.detail.documents.activated.emit(2)
    assert column(dialog, 2)[1] == "Only the title"
    dialog.list.setCurrentIndex(dialog.rows.index(2, 0))
    last = dialog.detail.documents.count() - 1
    dialog.detail.documents.activated.emit(last)
    chooser = dialog.findChild(DocumentDialog)
    assert chooser is not None
    assert chooser.list.count() == 3
    chooser.field.setText("乡土")
    assert chooser.list.count() == 1
    desk.qtbot.keyClick(chooser.field, Qt.Key.Key_Return)
    assert column(dialog, 1)[2] == "鄉土中國"
    assert column(dialog, 2)[2] == "Chosen"
    assert "Several entries have the same document" in dialog.warning.text()
    dialog.choose(2, None)
    assert not dialog.warning.text()


def test_fields_are_taken_as_it_is_said(desk: Desk, file: Path) -> None:
    dialog = opened(desk, file)
    dialog.policy.setCurrentIndex(1)
    dialog.policy.activated.emit(1)
    dialog.detail.policy_wanted.emit("title", "mine")
    assert "Publisher" in column(dialog, 3)[0]
    assert "Title" not in column(dialog, 3)[0]
    with desk.qtbot.waitSignal(desk.window.session.changed):
        dialog.accept()
    assert values(desk, "鄉土中國")["publisher"] == "观察社"


def test_a_bibliography_is_written(desk: Desk, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = file.with_name("out.ris")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    with desk.qtbot.waitSignal(desk.window.bibliographies.asked) as asked:
        desk.trigger("export_bibliography")
    dialog = asked.args[0]
    assert isinstance(dialog, BibliographyExportDialog)
    dialog.source.setCurrentIndex(0)
    dialog.keeps.setChecked(True)
    with desk.qtbot.waitSignals([desk.window.bibliographies.exported, desk.window.session.changed]):
        dialog.act.click()
    _, reading = read_bibliography(target)
    assert [one.value("title") for one in reading.references] == ["鄉土中國", "简报", "简报"]
    assert values(desk, "鄉土中國")["citekey"] == "feixiangtu"


def test_a_file_that_is_none_is_told(desk: Desk, file: Path) -> None:
    file.write_text("正文", encoding="utf-8")
    with desk.qtbot.waitSignal(desk.window.jobs.failed) as failed:
        desk.window.bibliographies.read(file)
    assert "no bibliography" in str(failed.args[0])


def test_an_import_is_asked_for_from_the_menu(desk: Desk, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    with desk.qtbot.waitSignal(desk.window.bibliographies.asked) as asked:
        desk.trigger("import_bibliography")
    asked.args[0].reject()


def test_the_titles_that_are_most_like_an_entry_come_first(qtbot: QtBot) -> None:
    titles = [("a", "会议记录"), ("b", "協商的办法"), ("c", "协商与办法"), ("d", "𠮷")]
    chooser = DocumentDialog(titles, "协商与办法：三个街道的比较")
    qtbot.addWidget(chooser)
    with qtbot.waitSignal(chooser.chosen) as chosen:
        chooser.accept()
    assert chosen.args == ["c"]
    assert chooser.list.item(1).text() == "協商的办法"
