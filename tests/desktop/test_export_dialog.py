"""The export dialog: what is chosen, what is shown, what is written."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QFileDialog, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.exporting import Exporting
from desktop.jobs import Jobs
from desktop.messages import Message, Messages
from desktop.session import Session
from desktop.settings import Settings
from desktop.theme import Themes
from library.exporters import BUILT_IN
from library.exporters.base import ExportScope
from library.exporters.scope import collect
from library.library import Library
from library.models import Draft, PreparedDraft

TEXTS = ("议事会简报\n其中九十二条在会上就商量出了办法。\n", "𠮷野家\n他说😀，cafe\u0301 很好。\n")


class Desk:
    """A library open in a session, and what exporting needs around it."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot = qtbot
        self.folder = folder
        self.path = folder / "研究"
        self.documents = fill(self.path)
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.session = Session()
        self.jobs = Jobs()
        self.messages = Messages()
        self.settings = Settings(folder / "settings.ini")
        self.said: list[Message] = []
        self.messages.said.connect(self.said.append)
        self.exporting = Exporting(self.window, self.session, self.jobs, self.messages, self.settings, Themes("paper"))
        with qtbot.waitSignal(self.session.opened):
            self.session.open(self.path)

    def close(self) -> None:
        self.jobs.shut_down()
        self.session.shut_down()
        self.exporting.shut_down()

    def begin(self, **scope: str | list[str]) -> None:
        self.exporting.export(**scope)
        self.wait_for_preview()

    def wait_for_preview(self) -> None:
        dialog = self.exporting.dialog
        assert dialog is not None
        self.qtbot.waitUntil(lambda: dialog.preview is not None)

    @property
    def page(self) -> str:
        dialog = self.exporting.dialog
        assert dialog is not None
        page = dialog.findChild(QPlainTextEdit)
        assert page is not None
        return page.toPlainText()

    def expected(self, name: str, scope: ExportScope) -> str:
        exporter = next(exporter for exporter in BUILT_IN if exporter.name == name)
        assert self.session.library is not None
        return "".join(exporter.render(collect(self.session.library, scope)))

    def names(self) -> dict[str, QComboBox]:
        assert self.exporting.dialog is not None
        return {box.accessibleName(): box for box in self.exporting.dialog.findChildren(QComboBox)}


def fill(path: Path) -> list[str]:
    library = Library.create(path)
    collection = library.collections.add_path("简报/2019")
    drafts = [
        PreparedDraft(Draft(text, text.split("\n")[0], "text"), library.texts.add_text(text), "", "", "")
        for text in TEXTS
    ]
    first = library.documents.add_drafts(drafts[:1], collection.id)
    second = library.documents.add_drafts(drafts[1:])
    documents = [document.id for document, _ in first + second]
    library.highlights.add(documents[0], 8, 12, tags=["主题/数字"], note="四成")
    library.highlights.add(documents[1], 0, 3, tags=["方法"])
    library.highlights.add(documents[1], 6, 7)
    library.close()
    return documents


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(qtbot, tmp_path)
    yield made
    made.close()


def test_preview_is_what_will_be_written(desk: Desk) -> None:
    desk.begin()
    dialog = desk.exporting.dialog
    assert dialog is not None
    assert desk.page == desk.expected("markdown", ExportScope()).rstrip("\n")
    dialog.select(ExportScope(), "csv")
    assert dialog.preview is None
    desk.wait_for_preview()
    assert desk.page == desk.expected("csv", ExportScope()).replace("\r\n", "\n").rstrip("\n")


def test_it_begins_with_what_is_open(desk: Desk) -> None:
    desk.begin(document_id=desk.documents[1])
    dialog = desk.exporting.dialog
    assert dialog is not None
    assert dialog.scope == ExportScope(document_id=desk.documents[1])
    assert dialog.preview is not None
    assert [excerpt.highlight.quote for excerpt in dialog.preview.job.excerpts] == ["𠮷野家", "😀"]
    assert desk.names()["From"].currentText() == "𠮷野家"


def test_the_text_s_own_words_can_stand_beside_corrections(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    assert desk.session.library is not None
    marked = desk.session.library.excerpts.of_document(desk.documents[1])[0].highlight.id
    with qtbot.waitSignal(desk.session.changed):
        desk.session.write(lambda library: library.highlights.correct(marked, "吉野家"))
    desk.begin()
    dialog = desk.exporting.dialog
    assert dialog is not None
    assert "𠮷野家]" not in desk.page
    box = dialog.findChild(QCheckBox)
    assert box is not None
    box.click()
    desk.wait_for_preview()
    assert "> 吉野家\n>\n> \\[sic: 𠮷野家\\]" in desk.page
    with qtbot.waitSignal(dialog.finished):
        desk.exporting.save(tmp_path / "a.md")
    desk.begin()
    assert desk.exporting.dialog is not None
    assert desk.exporting.dialog.scope.originals
    desk.exporting.dialog.select(ExportScope(), "csv")
    again = desk.exporting.dialog.findChild(QCheckBox)
    assert again is not None
    assert again.isHidden()


def test_collection_and_tag_are_combined(desk: Desk) -> None:
    desk.begin()
    boxes = desk.names()
    boxes["From"].setCurrentText("简报")
    desk.wait_for_preview()
    assert "> 九十二条" in desk.page
    boxes["Tag"].setCurrentText("方法")
    desk.wait_for_preview()
    assert desk.page == ""
    assert desk.exporting.dialog is not None
    assert not desk.exporting.dialog.save_button.isEnabled()
    boxes["From"].setCurrentIndex(0)
    desk.wait_for_preview()
    assert "> 𠮷野家" in desk.page
    assert desk.exporting.dialog.save_button.isEnabled()


def test_preview_follows_the_library(desk: Desk, qtbot: QtBot) -> None:
    desk.begin()
    desk.session.write(lambda library: library.highlights.add(desk.documents[0], 0, 5))
    qtbot.waitUntil(lambda: "> 议事会简报" in desk.page)


def test_long_exports_show_their_beginning(desk: Desk) -> None:
    desk.session.submit(lambda library: [library.highlights.add(desk.documents[0], at, at + 1) for at in range(6, 24)])
    text = "长文。\n" * 400
    desk.session.submit(
        lambda library: library.documents.add_drafts(
            [PreparedDraft(Draft(text, "长", "text"), library.texts.add_text(text), "", "", "")]
        )
    )
    (long,) = [row.id for row in desk.session.submit(lambda library: library.documents.all()) if row.title == "长"]
    desk.session.submit(lambda library: library.highlights.add(long, 0, 1599))
    desk.begin(document_id=long)
    dialog = desk.exporting.dialog
    assert dialog is not None
    assert dialog.preview is not None
    assert not dialog.preview.complete
    assert desk.page.count("\n") < 200


def test_writing(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    target = tmp_path / "出.md"
    target.write_text("旧", encoding="utf-8")
    desk.begin()
    with qtbot.waitSignal(desk.exporting.exported) as written:
        desk.exporting.save(target)
    assert written.args == [target]
    assert target.read_text(encoding="utf-8") == desk.expected("markdown", ExportScope())
    assert desk.exporting.dialog is None
    assert "出.md" in desk.said[-1].text
    assert (desk.settings.last_export_folder, desk.settings.last_folder) == (str(tmp_path), "")


def test_a_target_that_cannot_be_written_keeps_the_dialog(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    desk.begin()
    dialog = desk.exporting.dialog
    assert dialog is not None
    with qtbot.waitSignal(desk.jobs.finished):
        desk.exporting.save(tmp_path / "没有" / "出.md")
    qtbot.waitUntil(lambda: "is not there" in dialog.error)
    assert dialog.isVisible()
    assert dialog.save_button.isEnabled()
    assert not (tmp_path / "没有").exists()


def test_the_name_is_asked_for(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    desk.settings.last_folder = str(tmp_path / "whence texts came")
    desk.settings.last_export_folder = str(tmp_path)
    desk.begin(document_id=desk.documents[0])
    dialog = desk.exporting.dialog
    assert dialog is not None
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    chooser = dialog.findChild(QFileDialog)
    assert chooser is not None
    assert Path(chooser.selectedFiles()[0]) == tmp_path / "议事会简报.md"
    assert not chooser.testOption(QFileDialog.Option.DontConfirmOverwrite)
    with qtbot.waitSignal(desk.exporting.exported):
        chooser.accept()
    assert (tmp_path / "议事会简报.md").is_file()


def test_copying(desk: Desk, qtbot: QtBot) -> None:
    desk.begin()
    assert desk.exporting.dialog is not None
    with qtbot.waitSignal(desk.messages.said):
        qtbot.mouseClick(desk.exporting.dialog.copy_button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == desk.expected("markdown", ExportScope())


def test_nothing_without_a_library(desk: Desk) -> None:
    desk.session.close()
    desk.exporting.export()
    assert desk.exporting.dialog is None


def test_closing_the_library_closes_the_dialog(desk: Desk) -> None:
    desk.begin()
    desk.session.close()
    assert desk.exporting.dialog is None


def test_everything_is_named_and_reached_by_key(desk: Desk, qtbot: QtBot) -> None:
    desk.begin()
    dialog = desk.exporting.dialog
    assert dialog is not None
    dialog.activateWindow()
    seen: list[str] = []
    for _ in range(12):
        qtbot.keyClick(QApplication.focusWidget() or dialog, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        if focused is not None:
            seen.append(focused.accessibleName() or (focused.text() if isinstance(focused, QPushButton) else ""))
    assert {"From", "Tag", "Markdown", "Preview", "Copy", "Cancel", "Export…"} <= set(seen)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert desk.exporting.dialog is None


def test_another_language(desk: Desk) -> None:
    desk.begin()
    dialog = desk.exporting.dialog
    assert dialog is not None
    dialog.setWindowTitle("")
    QApplication.sendEvent(dialog, QEvent(QEvent.Type.LanguageChange))
    assert dialog.windowTitle() == "Export highlights"


def test_selected_highlights_are_offered_first(desk: Desk) -> None:
    assert desk.session.library is not None
    chosen = [highlight.id for highlight in desk.session.library.highlights.all()][:1]
    desk.begin(highlight_ids=chosen)
    source = desk.names()["From"]
    assert source.currentText() == "The selected highlight"
    scope = ExportScope(highlight_ids=tuple(chosen))
    assert desk.page == desk.expected("markdown", scope).rstrip("\n")
    source.setCurrentIndex(0)
    desk.wait_for_preview()
    assert desk.exporting.dialog is not None
    assert desk.exporting.dialog.scope == ExportScope()
