"""Importing from the window: the job, what is said of it, and the two dialogs."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTranslator
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from desktop.dialogs.importsummary import ImportSummary
from desktop.importing import Importing
from desktop.importreport import counts_of, rows_of
from desktop.jobs import Job, Jobs
from desktop.messages import Message, Messages
from desktop.session import Session
from desktop.settings import Settings
from library.errors import LibraryError, Refused
from library.importers.base import ImportOptions
from library.importers.refusals import refusal
from library.library import Library
from library.models import Remark
from library.outcomes import Duplicate, Imported, ImportResult, RefusedFile

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"


class Starred(QTranslator):
    """A language that is English with a star before it."""

    def isEmpty(self) -> bool:
        return False

    def translate(self, _context: str, text: str, *_: object) -> str:
        return f"*{text}"


class Desk:
    """A library open in a session, and what importing needs around it."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot = qtbot
        self.folder = folder / "in"
        self.folder.mkdir()
        self.path = folder / "研究"
        Library.create(self.path).close()
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.session = Session()
        self.jobs = Jobs()
        self.messages = Messages()
        self.settings = Settings(folder / "settings.ini")
        self.said: list[Message] = []
        self.messages.said.connect(self.said.append)
        self.jobs.failed.connect(self.messages.failure)
        self.importing = Importing(self.window, self.session, self.jobs, self.messages, self.settings)
        self.importing.files_chosen.connect(self._take)

    def open(self, *, write: bool = True) -> None:
        with self.qtbot.waitSignal(self.session.opened):
            self.session.open(self.path, write=write)

    def close(self) -> None:
        self.jobs.shut_down()
        self.session.shut_down()

    def file(self, name: str, data: bytes | str) -> Path:
        path = self.folder / name
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        return path

    def bring(self, *paths: Path, collection_id: str | None = None, encoding: str | None = None) -> ImportResult:
        with self.qtbot.waitSignal(self.importing.finished, timeout=60_000) as finished:
            self.importing.start(paths, ImportOptions(encoding=encoding, collection_id=collection_id))
        return finished.args[0]

    def _take(self, paths: list[Path], _collection_id: str | None, asked: bool) -> None:
        if not asked:
            self.importing.start(paths)

    def titles(self) -> list[str]:
        assert self.session.library is not None
        return sorted(document.title for document in self.session.library.documents.all())

    @property
    def texts(self) -> list[str]:
        return [message.text for message in self.said]


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qtbot, tmp_path)
    desk.open()
    yield desk
    desk.close()


def test_when_all_goes_well_a_message_is_enough(desk: Desk) -> None:
    desk.file("a.txt", "政协会议召开\n𠮷😀e\u0301\r\n")
    desk.file("b.md", "# 笔记\n")
    desk.bring(desk.folder)
    assert desk.titles() == ["政协会议召开", "笔记"]
    assert desk.texts == ["2 documents imported"]
    assert desk.importing.summary is None


def test_an_empty_file_and_an_empty_folder_are_said(desk: Desk) -> None:
    desk.bring(desk.folder)
    desk.bring(desk.file("空.txt", ""))
    assert desk.texts == ["There was no file to import.", "“空” is an empty document."]


def test_into_a_collection(desk: Desk) -> None:
    assert desk.session.library is not None
    made: list[str] = []
    desk.session.write(lambda library: library.collections.add("公报").id, made.append)
    desk.session.flush()
    desk.bring(desk.file("a.txt", "甲"), collection_id=made[0])
    assert [document.title for document in desk.session.library.collections.documents(made[0])] == ["甲"]


def test_a_thousand_files_of_which_five_are_refused(desk: Desk) -> None:
    for number in range(995):
        desk.file(f"{number}.txt", f"标题 {number}\n正文".encode("utf-8" if number % 2 else "gb18030"))
    for name in ("a.txt", "b.txt", "c.md", "d.pdf", ".hidden"):
        desk.file(name, PNG)
    desk.bring(desk.folder)
    assert len(desk.titles()) == 995
    summary = desk.importing.summary
    assert summary is not None
    assert summary.report.splitlines()[0] == "995 imported · 5 refused"
    assert all(str(desk.folder / name) in summary.report for name in ("a.txt", "b.txt", "c.md", "d.pdf", ".hidden"))
    summary.close()
    assert desk.importing.summary is None


def test_duplicates_and_lost_characters_are_shown(desk: Desk) -> None:
    desk.bring(desk.file("a.txt", "甲的标题"))
    desk.bring(desk.file("b.txt", "甲的标题"))
    assert desk.importing.summary is not None
    assert "“甲的标题”" in desk.importing.summary.report
    desk.importing.summary.close()
    desk.bring(desk.file("c.txt", ("政协会议" * 100).encode() + b"\xff"))
    assert desk.importing.summary is not None
    assert "1 character could not be read" in desk.importing.summary.report


def test_cancelled(desk: Desk) -> None:
    for number in range(200):
        desk.file(f"{number}.txt", f"题{number}")

    def cancel(job: Job) -> None:
        job.cancel()

    desk.jobs.started.connect(cancel)
    result = desk.bring(desk.folder)
    assert result.cancelled
    assert desk.texts == ["Import stopped; what had come in stays."]


def test_a_library_open_for_reading(qtbot: QtBot, tmp_path: Path) -> None:
    desk = Desk(qtbot, tmp_path)
    desk.importing.start([desk.file("a.txt", "甲")])
    assert desk.texts == []
    desk.open(write=False)
    desk.importing.start([desk.folder])
    desk.importing.ask_files()
    desk.importing.ask_folder()
    assert desk.titles() == []
    assert len(desk.texts) == 3
    desk.close()


def test_an_encoding_that_does_not_exist(desk: Desk) -> None:
    with desk.qtbot.waitSignal(desk.jobs.failed):
        desk.importing.start([desk.file("a.txt", "甲")], ImportOptions(encoding="klingon"))
    assert "klingon" in desk.texts[0]


def test_asking_for_files_and_folders(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    path = desk.file("a.txt", "甲")
    asked: list[str] = []

    def choose(_parent: QWidget, _title: str, _folder: str, kinds: str) -> tuple[list[str], str]:
        asked.append(kinds)
        return [str(path)], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", choose)
    with desk.qtbot.waitSignal(desk.importing.finished):
        desk.importing.ask_files()
    kinds = asked[0].split(";;")
    assert kinds[0].startswith("All that can be imported (*.txt")
    assert all(suffix in kinds[0] for suffix in ("*.md", "*.docx", "*.zip", "*.bib"))
    assert "PDF (*.pdf)" in kinds
    assert "ZIP archives (*.zip)" in kinds
    assert desk.titles() == ["甲"]
    assert desk.settings.last_folder == str(desk.folder)
    desk.file("b.txt", "乙")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(desk.folder))
    with desk.qtbot.waitSignal(desk.importing.finished):
        desk.importing.ask_folder()
    assert desk.titles() == ["乙", "甲"]


def test_asking_how_files_are_to_be_imported(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    path = desk.file("a.txt", "déjà".encode("cp1252"))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(path)], ""))
    with desk.qtbot.waitSignal(desk.importing.files_chosen) as chosen:
        desk.importing.ask_with_options("here")
    assert chosen.args == [[path], "here", True]


class TestSummary:
    @pytest.fixture
    def result(self) -> ImportResult:
        return ImportResult(
            imported=(
                Imported("/in/甲.txt", "1", "<b>甲</b>", 9, "GB18030"),
                Imported("/in/空.txt", "2", "空", 0, "UTF-8", 0, 2),
            ),
            duplicates=(Duplicate("/in/copy.txt", "1"),),
            refused=(RefusedFile("/in/<i>.png", Refused("This is a picture, not a text.")),),
            links=("/in/link",),
            problems=(LibraryError("The importer “{name}” …", name="x"),),
        )

    @pytest.fixture
    def summary(self, qtbot: QtBot, result: ImportResult) -> ImportSummary:
        summary = ImportSummary(result, {"1": "<b>甲</b>"})
        qtbot.addWidget(summary)
        return summary

    def test_counts(self, result: ImportResult) -> None:
        assert counts_of(result) == "2 imported · 1 duplicate · 1 refused"
        assert counts_of(ImportResult()) == "0 imported"

    def test_rows(self, result: ImportResult) -> None:
        rows = rows_of(result, {"1": "甲"})
        assert list(rows) == ["refused", "duplicates", "left out", "imported", "others"]
        assert [row.outcome for row in rows["imported"]] == [
            "<b>甲</b> · GB18030",
            "空 · UTF-8 · an empty file: an empty document · 2 invalid characters left out",
        ]
        assert [row.path for row in rows["others"]] == ["/in/link", "x"]

    def test_remarks_repairs_and_what_is_left_are_said(self) -> None:
        remark = Remark("Pages without text: {pages}.", (("pages", "3–5"),))
        imported = Imported(
            "/a.rtf",
            "1",
            "甲",
            9,
            "",
            remarks=(remark,),
            repairs={"join": 2, "gap": 1},
        )
        (row,) = rows_of(ImportResult(imported=(imported,)), {})["imported"]
        assert row.outcome == "甲 · 2 places repaired · Pages without text: 3–5."
        assert counts_of(ImportResult(left=3)) == "0 imported · 3 left"

    def test_a_row_opens_its_document(self, qtbot: QtBot, summary: ImportSummary) -> None:
        listed = summary.findChild(QTreeView)
        assert listed is not None
        assert not summary.open_button.isEnabled()
        part = next(button for button in summary.findChildren(QPushButton) if button.text() == "Imported 2")
        part.click()
        with qtbot.waitSignal(summary.document_wanted) as wanted:
            listed.activated.emit(listed.model().index(1, 0))
        assert wanted.args == ["1"]
        listed.setCurrentIndex(listed.model().index(1, 0))
        with qtbot.waitSignal(summary.document_wanted) as wanted:
            summary.open_button.click()
        assert wanted.args == ["2"]

    def test_what_was_left_out_is_told(self) -> None:
        result = ImportResult(left_out=("/in/空.txt",))
        assert counts_of(result) == "0 imported · 1 left out"
        assert [row.line for row in rows_of(result, {})["left out"]] == ["/in/空.txt\tNot ticked: it was left out."]

    def test_bibliographies_are_led_to_their_own_import(self, qtbot: QtBot, summary: ImportSummary) -> None:
        assert summary.bibliography_button.isHidden()
        bib, packed = (RefusedFile(f"/in/𠮷{n}.bib", refusal("bibliography"), n and "/a.zip") for n in ("", "/a.zip"))
        summary = ImportSummary(ImportResult(refused=(bib, packed)), {})
        qtbot.addWidget(summary)
        assert not summary.bibliography_button.isHidden()
        with qtbot.waitSignal(summary.bibliographies_wanted) as wanted:
            summary.bibliography_button.click()
        assert wanted.args == [[Path("/in/𠮷.bib")]]

    def test_a_long_reason_is_set_in_several_lines(self, qtbot: QtBot) -> None:
        refused = RefusedFile("/in/a.doc", Refused("很长的理由" * 30)), RefusedFile("/in/b.doc", Refused("短"))
        summary = ImportSummary(ImportResult(refused=refused), {})
        qtbot.addWidget(summary)
        summary.show()
        listed = summary.findChild(QTreeView)
        assert listed is not None
        model = listed.model()
        high, low = (listed.visualRect(model.index(row, 1)).height() for row in (0, 1))
        assert high > 2 * low > 0
        listed.setColumnWidth(0, 20)
        qtbot.waitUntil(lambda: 0 < listed.visualRect(model.index(0, 1)).height() < high)

    def test_the_table_is_for_spreadsheets(self, summary: ImportSummary) -> None:
        lines = summary.table.split("\r\n")
        assert lines[0] == "Part,File,What became of it"
        assert lines[1] == 'Refused,/in/<i>.png,"This is a picture, not a text."'
        assert len(lines) == 8

    def test_report_copied_and_saved(self, qtbot: QtBot, summary: ImportSummary) -> None:
        assert summary.report.splitlines()[2:4] == ["Refused (1)", "/in/<i>.png\tThis is a picture, not a text."]
        summary.copy_button.click()
        assert QGuiApplication.clipboard().text() == summary.report
        with qtbot.waitSignal(summary.save_wanted):
            summary.save_button.click()

    def test_rows_can_be_copied_and_are_shown_as_plain_text(self, summary: ImportSummary) -> None:
        listed = summary.findChild(QTreeView)
        assert listed is not None
        model = listed.model()
        assert model.index(0, 0).data() == "<i>.png"
        assert model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) == "/in/&lt;i&gt;.png"
        listed.selectAll()
        _, copy = listed.actions()
        assert copy.shortcut() == QKeySequence(QKeySequence.StandardKey.Copy)
        copy.trigger()
        assert QGuiApplication.clipboard().text() == "/in/<i>.png\tThis is a picture, not a text."

    def test_in_another_language(self, summary: ImportSummary) -> None:
        starred = Starred()
        QCoreApplication.installTranslator(starred)
        try:
            QApplication.sendEvent(summary, QEvent(QEvent.Type.LanguageChange))
            assert summary.windowTitle() == "*Import finished"
            assert "*This is a picture, not a text." in summary.report
            assert summary.copy_button.text() == "*Copy all"
        finally:
            QCoreApplication.removeTranslator(starred)


def test_the_report_is_saved(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.bring(desk.file("a.txt", PNG))
    summary = desk.importing.summary
    assert summary is not None
    target = desk.folder / "report.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    summary.save_button.click()
    assert target.read_text(encoding="utf-8") == summary.report
    table = desk.folder / "report.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(table), ""))
    summary.save_button.click()
    assert table.read_bytes() == summary.table.encode("utf-8-sig")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(desk.folder / "no" / "x.txt"), ""))
    summary.save_button.click()
    assert "could not be saved" in desk.texts[-1]
    assert (desk.settings.last_export_folder, desk.settings.last_folder) == (str(desk.folder), "")
