"""Files brought into the real window: asked about where not all is obvious, and nothing written before that is over."""

import re
import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop.fieldwords import kind_label
from desktop.imports.dialog import ImportDialog
from desktop.imports.filelist import STATE
from desktop.imports.filepanel import REPAIRS
from library.fields import KIND_NAMES
from library.importers.base import ImportOptions
from library.intake import import_paths
from library.library import Library
from library.mending import KINDS, RepairChoice
from library.outcomes import ImportResult
from library.progress import Progress
from tests.desktop.desk import Desk
from tests.library.test_repairs import TEXT as WRONG_IN_MANY_WAYS

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
WRONG = "鍙戝竷"
"""In GB18030 the bytes of 发布 in UTF-8: whoever guesses must guess wrong."""
BROKEN = "议事会工作简报\n\n四、发言摘编\n\n邬采苓 议事员说，我主持过两次会。头一次总想让大家都说话，后来就不这样了。\n"
CUT = "一是要听，二是要看，三是要讲，四是要做，这些都要由各级组织一件一件\n\n二是要把办法落到实处，一件也不能少。\n"
PAGE = (
    "<html><head><title>新闻</title></head><body><div class='menu'>首页 关于</div><article><p>"
    + "议事会今天召开，大家先把话听完。" * 20
    + "</p></article><div class='footer'>版权所有</div></body></html>"
)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qtbot, tmp_path)
    desk.open(make=True)
    yield desk
    desk.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    return folder


def asked(desk: Desk, *paths: Path, shift: bool = False) -> ImportDialog:
    """Bring files in and return the dialog, once all files were looked at."""
    bringing = desk.window.bringing
    bringing.bring(paths, asked=shift)
    desk.qtbot.waitUntil(lambda: bringing.dialog is not None, timeout=20_000)
    dialog = bringing.dialog
    assert dialog is not None
    desk.qtbot.waitUntil(lambda: desk.window.jobs.running == () and dialog.entry is not None, timeout=20_000)
    return dialog


def accept(desk: Desk, dialog: ImportDialog) -> ImportResult:
    with desk.qtbot.waitSignal(desk.window.importing.finished, timeout=20_000) as finished:
        QTest.mouseClick(dialog.import_button, Qt.MouseButton.LeftButton)
    if desk.window.importing.summary is not None:
        desk.window.importing.summary.close()
    return finished.args[0]


def select(desk: Desk, dialog: ImportDialog, name: str) -> None:
    """Look at the file of this name until all of it is seen."""
    row = next(row for row, entry in enumerate(dialog.batch.entries) if entry.recognised.name.endswith(name))
    with desk.qtbot.waitSignal(dialog.looked, timeout=20_000):
        if dialog.files.currentIndex().row() == row:
            dialog.files.current_changed.emit(row)
        dialog.files.setCurrentIndex(dialog.rows.index(row))


def texts(library: Library) -> dict[str, str]:
    """Return the texts of a library by the names of their files."""
    found: dict[str, str] = {}
    for document in library.documents.all():
        text = library.documents.text(document.id)
        found[document.original_name] = text.text()
        text.close()
    return found


def everything(path: Path) -> dict[str, bytes | str]:
    """Return all that stands in a library: the rows of its database, and the bytes of its files."""
    with closing(sqlite3.connect(path / "library.db")) as connection:
        dump = "\n".join(connection.iterdump())
    kept = (file for part in ("texts", "originals", "imports") for file in (path / part).rglob("*"))
    return {"": dump, **{str(file): file.read_bytes() for file in kept if file.is_file()}}


def test_what_is_obvious_comes_in_without_a_question(desk: Desk, folder: Path) -> None:
    (folder / "a.txt").write_text("议事会工作简报\n\n第一段。\n", encoding="utf-8")
    (folder / "b.png").write_bytes(PNG)
    with desk.qtbot.waitSignal(desk.window.importing.finished, timeout=20_000) as finished:
        desk.window.bringing.bring([folder])
    assert desk.window.bringing.dialog is None
    assert (len(finished.args[0].imported), len(finished.args[0].refused)) == (1, 1)
    assert not desk.window.bringing.is_looking


def test_an_encoding_guessed_wrong_is_put_right_by_eye(desk: Desk, folder: Path) -> None:
    (folder / "a.txt").write_bytes(WRONG.encode("gb18030"))
    dialog = asked(desk, folder, shift=True)
    page = dialog.panel.text
    assert page.text.toPlainText() == "发布"
    offered = [page.encoding.itemText(place) for place in range(page.encoding.count())]
    assert offered[0] == "Guessed: UTF-8"
    place = next(place for place, text in enumerate(offered) if text.startswith("GB18030") and text.endswith(WRONG))
    page.encoding.setCurrentIndex(place)
    page.encoding.activated.emit(place)
    assert page.text.toPlainText() == WRONG
    desk.qtbot.waitUntil(lambda: dialog.batch.entries[0].recognised.encoding == "GB18030", timeout=20_000)
    result = accept(desk, dialog)
    assert [item.encoding for item in result.imported] == ["GB18030"]
    assert texts(desk.library) == {"a.txt": WRONG}


def test_a_doubtful_encoding_is_asked_about_and_counts_for_all_taken_for_the_same(desk: Desk, folder: Path) -> None:
    for name, words in (("a.txt", "公告"), ("b.txt", "名单"), ("c.txt", "题目在此，清清楚楚。")):
        (folder / name).write_bytes(words.encode("utf-8" if name == "c.txt" else "gb18030"))
    dialog = asked(desk, folder)
    assert [entry.recognised.doubtful for entry in dialog.batch.entries] == [True, True, False]
    dialog.same.setChecked(True)
    dialog.panel.text.encoding_chosen.emit("cp949")
    dialog.panel.text.encoding_chosen.emit("big5hkscs")
    desk.qtbot.waitUntil(lambda: dialog.batch.entries[1].recognised.encoding == "Big5-HKSCS", timeout=20_000)
    states = [dialog.rows.index(row).data(STATE) for row in range(3)]
    assert ("Big5-HKSCS" in states[1], "UTF-8" in states[2]) == (True, True)
    accept(desk, dialog)
    assert texts(desk.library) == {
        "a.txt": "公告".encode("gb18030").decode("big5hkscs"),
        "b.txt": "名单".encode("gb18030").decode("big5hkscs"),
        "c.txt": "题目在此，清清楚楚。",
    }


def test_cancel_leaves_all_as_it_was(desk: Desk, folder: Path) -> None:
    (folder / "a.txt").write_text(BROKEN, encoding="utf-8")
    (folder / "b.html").write_text(PAGE, encoding="utf-8")
    before = everything(desk.path)
    dialog = asked(desk, folder)
    dialog.panel.fields.edited.emit()
    QTest.mouseClick(dialog.cancel_button, Qt.MouseButton.LeftButton)
    assert dialog.result() == QDialog.DialogCode.Rejected
    assert desk.window.bringing.dialog is None
    desk.window.session.flush()
    assert everything(desk.path) == before


def test_repairs_are_switched_and_refused(desk: Desk, folder: Path) -> None:
    (folder / "a.txt").write_text(BROKEN, encoding="utf-8")
    dialog = asked(desk, folder)
    select(desk, dialog, "a.txt")
    repairs = dialog.panel.repairs
    assert repairs.count == 1
    model = repairs.list.model()
    assert model.index(0, 1).data().startswith("邬采苓·议事员说，")
    assert model.index(0, 2).data().startswith("邬采苓｜议事员说，")
    model.setData(model.index(0, 0), Qt.CheckState.Unchecked.value, Qt.ItemDataRole.CheckStateRole)
    assert len(dialog.batch.entries[0].repair.refused) == 1
    assert model.index(0, 2).data() == "stays as it is"
    result = accept(desk, dialog)
    assert texts(desk.library)["a.txt"] == BROKEN
    assert result.imported[0].repairs == dict.fromkeys(KINDS, 0)


def test_counts_follow_what_is_refused_and_the_dialog_opens_at_the_repairs(desk: Desk, folder: Path) -> None:
    (folder / "a.txt").write_text("议事会工作简报\n", encoding="utf-8")
    (folder / "b.txt").write_text(WRONG_IN_MANY_WAYS, encoding="utf-8")
    dialog = asked(desk, folder)
    entry = dialog.entry
    assert entry is not None
    assert entry.recognised.name == "b.txt"
    select(desk, dialog, "b.txt")
    panel, page, state = dialog.panel, dialog.panel.repairs, lambda: dialog.rows.index(1).data(STATE)
    tab = lambda: next(one.text() for one in panel.pages.findChildren(QPushButton) if one.isChecked())  # noqa: E731
    assert panel.pages.current == REPAIRS
    assert state() == tab() == "Repairs 2 · Pointed out 3"
    assert page.kinds["wrap"].isHidden()
    row = next(row for row, proposal in enumerate(page.list.model().proposals) if proposal.kind == "join")
    page.list.setCurrentIndex(page.list.model().index(row, 2))
    assert "各族各⏎⏎— 12 —⏎⏎界中的代表" in page.detail.toPlainText()
    assert "各族各｜界中的代表" in page.detail.toPlainText()
    QTest.keyClick(page.list, Qt.Key.Key_Space)
    assert state() == tab() == "Repairs 1 · Pointed out 3"
    page.kinds["duplicate"].setChecked(False)
    assert state() == "Repairs 1 · Pointed out 2"
    page.kinds["space"].setChecked(False)
    QTest.keyClick(page.list, Qt.Key.Key_Space)
    assert state() == "Repairs 1 · Pointed out 2"
    stray = next(row for row, proposal in enumerate(page.list.model().proposals) if proposal.kind == "stray")
    assert page.list.model().index(stray, 0).data(Qt.ItemDataRole.CheckStateRole) is None
    dialog.close()


@pytest.mark.parametrize("width", [160, 400])
def test_the_place_of_a_repair_is_in_sight_in_narrow_columns_too(desk: Desk, folder: Path, width: int) -> None:
    (folder / "a.txt").write_text(WRONG_IN_MANY_WAYS, encoding="utf-8")
    dialog = asked(desk, folder)
    select(desk, dialog, "a.txt")
    rows = dialog.panel.repairs.list
    rows.setColumnWidth(1, width)
    index = rows.model().index(2, 1)
    image = rows.viewport().grab(rows.visualRect(index)).toImage()
    mark, middle = desk.window.themes.current.color("accent_tint"), image.width() // 2
    assert any(image.pixelColor(middle + step, 5) == mark for step in range(-8, 8))
    dialog.close()


def test_a_twin_is_left_out_with_its_first(desk: Desk, folder: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text("第一篇在此。", encoding="utf-8")
    dialog = asked(desk, folder)
    dialog.rows.setData(dialog.rows.index(0), Qt.CheckState.Unchecked.value, Qt.ItemDataRole.CheckStateRole)
    assert [choice.left_out for choice in dialog.batch.choices().values()] == [True, True]
    dialog.rows.setData(dialog.rows.index(1), Qt.CheckState.Checked.value, Qt.ItemDataRole.CheckStateRole)
    accept(desk, dialog)
    assert list(texts(desk.library)) == ["b.txt"]


def test_a_file_comes_in_once_whatever_was_refused_in_it(desk: Desk, folder: Path) -> None:
    (folder / "a.txt").write_text(BROKEN, encoding="utf-8")
    dialog = asked(desk, folder)
    select(desk, dialog, "a.txt")
    model = dialog.panel.repairs.list.model()
    model.setData(model.index(0, 0), Qt.CheckState.Unchecked.value, Qt.ItemDataRole.CheckStateRole)
    accept(desk, dialog)
    again = asked(desk, folder)
    assert again.batch.entries[0].duplicate == "议事会工作简报"
    assert again.batch.wanted == 0
    again.close()


def test_what_is_only_pointed_out_is_asked_about_too(desk: Desk, folder: Path) -> None:
    (folder / "a.txt").write_text(CUT, encoding="utf-8")
    dialog = asked(desk, folder)
    assert [entry.recognised.repairs for entry in dialog.batch.entries] == [{"gap": 1}]
    dialog.close()


@pytest.mark.parametrize("setting", ["always", "never"])
def test_the_setting_says_that_repairs_are_not_asked_about(desk: Desk, folder: Path, setting: str) -> None:
    desk.window.settings.repairs = setting
    (folder / "a.txt").write_text(BROKEN, encoding="utf-8")
    with desk.qtbot.waitSignal(desk.window.importing.finished, timeout=20_000):
        desk.window.bringing.bring([folder])
    assert ("邬采苓议事员" in texts(desk.library)["a.txt"]) == (setting == "always")


def test_whole_pages_archives_and_duplicates(desk: Desk, folder: Path) -> None:
    (folder / "b.html").write_text(PAGE, encoding="utf-8")
    with zipfile.ZipFile(folder / "c.zip", "w") as archive:
        archive.writestr("一.txt", "第一篇在此。")
        archive.writestr("二.txt", "第二篇在此。")
        archive.writestr("p.gif", b"GIF89a\0\0")
    (folder / "d.txt").write_text("第一篇在此。", encoding="utf-8")
    dialog = asked(desk, folder)
    by_name = {entry.recognised.name: entry for entry in dialog.batch.entries}
    assert list(by_name) == ["b.html", "c.zip › p.gif", "c.zip › 一.txt", "c.zip › 二.txt", "d.txt"]
    assert Path(by_name["d.txt"].twin).name == "一.txt"
    boxes = [dialog.rows.index(row).data(Qt.ItemDataRole.CheckStateRole) for row in range(len(by_name))]
    assert boxes == [Qt.CheckState.Checked, None, Qt.CheckState.Checked, Qt.CheckState.Checked, Qt.CheckState.Unchecked]
    assert dialog.batch.wanted == 3
    assert "版权所有" not in dialog.panel.text.text.toPlainText()
    dialog.panel.text.pages.select("whole")
    desk.qtbot.waitUntil(lambda: "版权所有" in dialog.panel.text.text.toPlainText(), timeout=20_000)
    row = list(by_name).index("c.zip › 二.txt")
    dialog.rows.setData(dialog.rows.index(row), Qt.CheckState.Unchecked.value, Qt.ItemDataRole.CheckStateRole)
    select(desk, dialog, "d.txt")
    dialog.panel.duplicates.select("copy")
    dialog.collection.setEditText(" 网页 / 2019")
    result = accept(desk, dialog)
    assert "版权所有" in texts(desk.library)["b.html"]
    assert sorted(item.title for item in result.imported) == ["d", "一", "新闻"]
    assert [Path(refused.path).name for refused in result.refused] == ["p.gif"]
    found = desk.library.collections.find_path("网页/2019")
    assert found is not None
    assert len(desk.library.collections.documents(found.id)) == 3
    assert len(desk.library.journal.history()) == 1


def test_fields_are_put_right_before_the_document_is_there(desk: Desk, folder: Path) -> None:
    (folder / "a.txt").write_text("议事会工作简报\n", encoding="utf-8")
    dialog = asked(desk, folder, shift=True)
    fields = dialog.panel.fields.fields
    assert fields["title"].text() == "议事会工作简报"
    for name, words in (("title", "另一个题目"), ("date", "去年"), ("publisher", "石桥社")):
        fields[name].setText(words)
        fields[name].setModified(True)
        fields[name].editingFinished.emit()
    dialog.panel.pages.select("fields")
    kind, more = dialog.panel.fields.kind, dialog.panel.fields.more
    shown = [name for name, edit in fields.items() if edit.isVisible()]
    assert shown[:3] == ["title", "author", "date"]
    assert len(shown) < 6
    more.click()
    assert all(edit.isVisible() for edit in fields.values())
    assert more.text() == "Fewer fields"
    kind.setFocus()
    QTest.keyClick(kind, Qt.Key.Key_Down)
    chosen = kind.currentData()
    assert chosen in KIND_NAMES
    assert dialog.batch.entries[0].fields == {"title": "另一个题目", "publisher": "石桥社", "kind": chosen}
    accept(desk, dialog)
    (document,) = desk.library.documents.all()
    assert desk.library.fields.of(document.id)["kind"] == chosen
    assert (document.title, document.date) == ("另一个题目", "")


def test_the_dialog_speaks_the_language_in_force(desk: Desk, folder: Path) -> None:
    (folder / "a.txt").write_text(BROKEN, encoding="utf-8")
    dialog = asked(desk, folder, shift=True)
    desk.window.settings.language = "zh_CN"
    desk.qtbot.waitUntil(lambda: dialog.import_button.text() == "导入 1 个文件")
    shown = {part.text() for part in dialog.findChildren(QLabel) if part.isVisibleTo(dialog)}
    assert {"编码", "放入文集"} <= shown
    assert not any(re.search("[A-Za-z]{4}", part.text()) for part in dialog.findChildren(QAbstractButton))
    assert dialog.panel.fields.kind.itemText(1) == kind_label(KIND_NAMES[0])


def test_a_refused_file_says_why_in_full_and_offers_nothing_else(desk: Desk, folder: Path) -> None:
    (folder / "a.caj").write_bytes(b"CAJ\0\0\0\0\0")
    (folder / "b.txt").write_bytes(bytes(range(1, 32)) * 20)
    dialog = asked(desk, folder, shift=True)
    panel, reason = dialog.panel, dialog.batch.entries[0].recognised.reason
    assert reason is not None
    assert panel.refusal.reason.text() == str(reason)
    assert not any(part.isVisible() for part in (panel.pages, panel.text, panel.text.encoding))
    assert str(reason)[:20] in dialog.rows.index(0).data(Qt.ItemDataRole.ToolTipRole)
    dialog.files.setCurrentIndex(dialog.rows.index(1))
    assert panel.refusal.isHidden()
    assert panel.text.encoding.isVisible()
    dialog.close()


def test_an_empty_file_comes_only_if_that_is_asked_for(desk: Desk, folder: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text("" if name == "a.txt" else "第一篇在此。", encoding="utf-8")
    dialog = asked(desk, folder, shift=True)
    state = dialog.rows.index(0).data(Qt.ItemDataRole.CheckStateRole)
    assert (state, dialog.rows.index(0).data(STATE)) == (
        Qt.CheckState.Unchecked,
        "Empty: there is nothing in it to read",
    )
    desk.qtbot.waitUntil(lambda: dialog.import_button.text() == "Import 1 file")
    dialog.rows.setData(dialog.rows.index(0), Qt.CheckState.Checked.value, Qt.ItemDataRole.CheckStateRole)
    assert len(accept(desk, dialog).imported) == 2


def test_a_file_that_is_gone_in_between_is_refused(desk: Desk, folder: Path) -> None:
    (folder / "a.txt").write_text("议事会工作简报\n", encoding="utf-8")
    dialog = asked(desk, folder / "a.txt", shift=True)
    (folder / "a.txt").unlink()
    result = accept(desk, dialog)
    assert result.imported == ()
    assert "no such file" in str(result.refused[0].reason)


def test_the_dialog_does_what_the_command_line_does(desk: Desk, folder: Path, tmp_path: Path) -> None:
    (folder / "a.txt").write_text(BROKEN, encoding="utf-8")
    (folder / "b.html").write_text(PAGE, encoding="utf-8")
    (folder / "c.txt").write_bytes("政协会议召开，𠮷祥里".encode("gb18030"))
    accept(desk, asked(desk, folder))
    other = Library.create(tmp_path / "other")
    options = ImportOptions(repair=RepairChoice())
    import_paths([folder], other.texts, lambda verb: verb(other), options, Progress())
    assert texts(desk.library) == texts(other)
    ours, theirs = (
        [(row.title, row.date, row.text_sha, row.encoding, row.source) for row in library.documents.all()]
        for library in (desk.library, other)
    )
    assert ours == theirs
    other.close()
