"""The export dialog: what is chosen, what is shown, what is written."""

import csv
import io
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLabel,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.exportchoices import Preset, presets
from desktop.exporting import Exporting
from desktop.exporttargets import file_name, meant
from desktop.jobs import Jobs
from desktop.messages import Message, Messages
from desktop.session import Session
from desktop.settings import Settings
from desktop.theme import NARROW_PUNCTUATION, Themes, load_theme, style_sheet
from library.exporters import BUILT_IN
from library.exporters.base import Carried, ExportOptions, ExportScope, TextExporter
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
        self.exporting.shut_down()
        self.session.shut_down()

    def begin(self, *, format_name: str = "markdown", **scope: str | list[str]) -> None:
        self.exporting.export(**scope)
        assert self.exporting.dialog is not None
        self.exporting.dialog.select(self.exporting.dialog.scope, format_name)
        self.wait_for_preview()

    def wait_for_preview(self) -> None:
        dialog = self.exporting.dialog
        assert dialog is not None
        self.qtbot.waitUntil(lambda: dialog.preview is not None)
        # what was chosen in between is shown once the events are over
        self.qtbot.waitUntil(lambda: dialog.preview is not None and not self.exporting.is_preparing)

    @property
    def page(self) -> str:
        dialog = self.exporting.dialog
        assert dialog is not None
        return dialog.pane.text

    def expected(self, name: str, scope: ExportScope) -> str:
        exporter = next(exporter for exporter in BUILT_IN if exporter.name == name)
        assert self.session.library is not None
        assert isinstance(exporter, TextExporter)
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
    rows = list(csv.reader(io.StringIO(desk.expected("csv", ExportScope()), newline="")))
    assert desk.page == "\n".join("\t".join(row) for row in rows[1:])


def test_it_begins_with_what_is_open(desk: Desk) -> None:
    desk.begin(document_id=desk.documents[1])
    dialog = desk.exporting.dialog
    assert dialog is not None
    assert dialog.scope == ExportScope(document_id=desk.documents[1])
    assert dialog.preview is not None
    assert (dialog.preview.title, dialog.preview.highlights, dialog.preview.documents) == ("𠮷野家", 2, 1)
    assert desk.names()["From"].currentText() == "𠮷野家"


def test_the_text_s_own_words_can_stand_beside_corrections(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    assert desk.session.library is not None
    marked = desk.session.library.excerpts.of_document(desk.documents[1])[0].highlight.id
    with qtbot.waitSignal(desk.session.changed):
        desk.session.write(lambda library: library.highlights.correct(marked, "吉野家"))
    desk.begin()
    dialog = desk.exporting.dialog
    assert dialog is not None
    assert "原文：𠮷野家" not in desk.page
    box = next(box for box in dialog.findChildren(QCheckBox) if box.text() == "Words before correction")
    box.click()
    desk.wait_for_preview()
    assert "> 吉野家\n>\n> ［原文：𠮷野家］" in desk.page
    with qtbot.waitSignal(dialog.finished):
        desk.exporting.save(tmp_path / "a.md")
    desk.begin()
    assert desk.exporting.dialog is not None
    assert desk.exporting.dialog.options.carried.originals
    desk.exporting.dialog.select(ExportScope(), "csv")
    again = next(
        box for box in desk.exporting.dialog.findChildren(QCheckBox) if box.text() == "Words before correction"
    )
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
    dialog = desk.exporting.dialog
    assert dialog is not None

    def told() -> bool:
        return "The export was copied." in {label.text() for label in dialog.findChildren(QLabel) if label.isVisible()}

    qtbot.mouseClick(dialog.markdown_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(told)
    assert QGuiApplication.clipboard().text() == desk.expected("markdown", ExportScope())
    dialog.form.set_options(ExportOptions(order="newest"))
    assert not told()
    dialog.form.set_options(ExportOptions())
    desk.wait_for_preview()
    qtbot.mouseClick(dialog.copy_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(told)
    assert desk.said == []  # it would be said behind the dialog
    held = QGuiApplication.clipboard().mimeData()
    assert held.text() == desk.expected("text", ExportScope())
    assert "九十二条" in held.html()
    assert "font:" in held.html()
    desk.exporting.shut_down()  # what Python made would crash Qt at the end
    held = QGuiApplication.clipboard().mimeData()
    assert not held.hasHtml()
    assert held.text() == desk.expected("text", ExportScope())


def test_what_could_not_be_written_stays_said(desk: Desk, tmp_path: Path) -> None:
    desk.begin()
    dialog = desk.exporting.dialog
    assert dialog is not None
    desk.exporting.save(tmp_path / "nowhere" / "出.md")
    desk.qtbot.waitUntil(lambda: bool(dialog.error))
    desk.qtbot.waitUntil(lambda: dialog.form.isEnabled() and not desk.exporting.is_preparing)
    assert dialog.error
    assert desk.exporting.dialog is dialog


def test_at_the_end_no_preview_is_begun(desk: Desk) -> None:
    desk.begin()
    dialog = desk.exporting.dialog
    assert dialog is not None
    desk.exporting.shut_down()
    dialog.select(ExportScope(), "csv")
    desk.qtbot.waitUntil(lambda: not desk.exporting.is_preparing)
    assert dialog.preview is None


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
    for _ in range(32):
        qtbot.keyClick(QApplication.focusWidget() or dialog, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        if focused is not None:
            seen.append(focused.accessibleName() or (focused.text() if isinstance(focused, QPushButton) else ""))
    assert {
        "From",
        "Tag",
        "What",
        "Format",
        "Grouped",
        "Order",
        "Citations",
        "Preview",
        "Copy",
        "Cancel",
        "Export…",
    } <= set(seen)
    assert seen[seen.index("Preset") :][:3] == ["Preset", "Keep this as a preset", "From"]
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert desk.exporting.dialog is None


def test_another_language(desk: Desk) -> None:
    desk.begin()
    dialog = desk.exporting.dialog
    assert dialog is not None
    dialog.setWindowTitle("")
    QApplication.sendEvent(dialog, QEvent(QEvent.Type.LanguageChange))
    assert dialog.windowTitle() == "Export highlights"


def test_only_what_counts_is_offered_and_the_rest_is_said(desk: Desk) -> None:
    assert desk.session.library is not None
    memo = desk.session.submit(lambda library: library.memos.add("札", "文。"))
    desk.begin(format_name="docx")
    dialog = desk.exporting.dialog
    assert dialog is not None

    def shown() -> set[str]:
        return {name for name, box in desk.names().items() if not box.isHidden()}

    def said() -> set[str]:
        return {label.text() for label in dialog.findChildren(QLabel) if not label.isHidden()}

    assert {"Tag", "What", "Grouped", "Order", "Citations"} <= shown()
    dialog.form.set_options(ExportOptions(annotated=True))
    assert not {"Grouped", "Order", "Citations"} & shown()
    dialog.select(ExportScope(), "json")
    assert "JSON holds quotations, not whole texts." in said()
    assert "What" not in shown()
    dialog.form.set_options(ExportOptions())
    assert "JSON carries all that is known of every highlight." in said()
    dialog.select(ExportScope(memo_id=memo.id), "csv")
    desk.wait_for_preview()
    assert not {"Tag", "What", "Grouped"} & shown()
    assert any("cannot hold a memo" in words for words in said())
    assert not dialog.save_button.isEnabled()
    dialog.select(dialog.scope, "docx")
    desk.wait_for_preview()
    assert dialog.save_button.isEnabled()
    assert desk.names()["From"].currentText() == "Memo: 札"


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


def test_highlights_of_a_document_are_offered_before_all_of_it(desk: Desk) -> None:
    assert desk.session.library is not None
    chosen = [excerpt.highlight.id for excerpt in desk.session.library.excerpts.of_document(desk.documents[1])][:1]
    desk.begin(document_id=desk.documents[1], highlight_ids=chosen)
    assert desk.exporting.dialog is not None
    assert desk.exporting.dialog.scope == ExportScope(highlight_ids=tuple(chosen))
    assert "𠮷野家" in [desk.names()["From"].itemText(row) for row in range(3)]


def test_presets_are_kept_taken_and_forgotten(desk: Desk) -> None:
    desk.begin(format_name="html")
    dialog = desk.exporting.dialog
    assert dialog is not None
    options = ExportOptions(grouping="theme", order="newest", carried=Carried(context=True, tags=False), style="apa")
    dialog.form.set_options(options)
    dialog.preset_kept.emit(Preset("论文", "html", dialog.options))
    dialog.form.set_options(ExportOptions())
    dialog.select(ExportScope(), "text")
    preset = desk.names()["Preset"]
    assert [preset.itemText(row) for row in range(preset.count())] == ["Preset…", "论文"]
    preset.setCurrentIndex(1)
    preset.activated.emit(1)
    assert (dialog.options, dialog.exporter.name) == (options, "html")
    assert [each.name for each in presets(Settings(desk.folder / "settings.ini"))] == ["论文"]
    forget = next(button for button in dialog.findChildren(QPushButton) if button.text() == "Forget")
    forget.click()
    question = dialog.findChild(QMessageBox)
    assert question is not None
    assert "论文" in question.text()
    assert [each.name for each in presets(desk.settings)] == ["论文"]
    question.accept()
    assert presets(desk.settings) == []


def test_the_list_of_styles_tells_them_apart_and_is_wide_enough_for_it(desk: Desk) -> None:
    desk.begin(format_name="docx")
    styles = desk.names()["Citations"]
    names = [styles.itemText(row) for row in range(styles.count())]
    assert len(set(names)) == len(names) == styles.model().rowCount()
    assert "GB/T 7714—2025, author and year" in names
    styles.setMaximumWidth(80)
    styles.showPopup()
    assert styles.view().viewport().width() >= styles.view().sizeHintForColumn(0)
    styles.hidePopup()


def test_the_preview_has_the_punctuation_of_its_text(desk: Desk) -> None:
    before = QApplication.font()
    english = QApplication.font()
    english.setFeature(NARROW_PUNCTUATION, 1)
    QApplication.setFont(english)
    try:
        desk.begin(format_name="docx")
        assert desk.exporting.dialog is not None
        page = desk.exporting.dialog.pane.currentWidget()
        assert isinstance(page, QTextEdit)
        assert page.document().defaultFont().featureValue(NARROW_PUNCTUATION) == 0
    finally:
        QApplication.setFont(before)


def test_the_button_in_focus_is_as_wide_as_the_others() -> None:
    """In a dialog it becomes the default, for which no room is kept: its words may not grow."""
    (default,) = re.findall(r"^QPushButton:default \{.*\}$", style_sheet(load_theme("paper")), re.MULTILINE)
    assert "font" not in default


def test_the_last_export_is_repeated_without_a_question(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    target = tmp_path / "再.html"
    desk.begin(format_name="html", document_id=desk.documents[1])
    with qtbot.waitSignal(desk.exporting.exported):
        desk.exporting.save(target)
    target.unlink()
    with qtbot.waitSignal(desk.exporting.exported) as written:
        desk.exporting.repeat()
    assert written.args == [target]
    assert desk.exporting.dialog is None
    text = target.read_text(encoding="utf-8")
    assert "𠮷野家" in text
    assert "九十二条" not in text


def test_a_file_that_was_changed_since_is_not_written_over_without_a_question(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    target = tmp_path / "改.txt"
    desk.begin(format_name="text", document_id=desk.documents[1])
    with qtbot.waitSignal(desk.exporting.exported):
        desk.exporting.save(target)
    first = target.read_text(encoding="utf-8")
    target.write_text("改过", encoding="utf-8")
    os.utime(target, ns=(1, 1))
    desk.exporting.repeat()
    box = desk.window.findChild(QMessageBox)
    assert "改.txt" in box.text()
    assert target.read_text(encoding="utf-8") == "改过"
    with qtbot.waitSignal(desk.exporting.exported):
        box.accept()
    assert target.read_text(encoding="utf-8") == first


def test_what_was_never_exported_is_not_repeated(desk: Desk) -> None:
    desk.settings.export_last = '{"library": 3'
    assert not desk.exporting.repeat()


@pytest.mark.parametrize("name", [exporter.name for exporter in BUILT_IN])
def test_every_format_has_a_preview(name: str, desk: Desk) -> None:
    desk.begin(format_name=name)
    assert "九十二条" in desk.page
    assert "四成" in desk.page


def test_what_is_for_machines_is_set_in_letters_of_one_width(desk: Desk) -> None:
    desk.begin(format_name="json")
    assert desk.exporting.dialog is not None
    theme = load_theme("paper")
    plain = desk.exporting.dialog.pane.findChild(QPlainTextEdit)
    assert isinstance(plain, QPlainTextEdit)
    assert plain.font().family() == theme.code_font().family()
    desk.exporting.dialog.select(ExportScope(), "markdown")
    desk.wait_for_preview()
    assert plain.font().family() == theme.reading_font().family()


def test_a_whole_text_is_shown_with_its_highlights(desk: Desk) -> None:
    desk.begin(format_name="html", document_id=desk.documents[0])
    dialog = desk.exporting.dialog
    assert dialog is not None
    dialog.form.set_options(ExportOptions(annotated=True))
    desk.wait_for_preview()
    assert "在会上就商量出了办法" in desk.page
    dialog.select(dialog.scope, "xlsx")
    desk.wait_for_preview()
    assert not dialog.options.annotated


@pytest.mark.parametrize(
    ("title", "name"),
    [("a/b:c", "a_b_c"), ("..", "export"), ("CON", "_CON"), ("nul.txt", "_nul.txt"), ("题" * 300, "题" * 40),
     ("\u202egpj", "_gpj"), ("a. ", "a"), ("\x00\n", "__")],
)  # fmt: skip
def test_file_names_are_safe(title: str, name: str) -> None:
    assert file_name(title) == name


@pytest.mark.parametrize(
    ("typed", "name", "format_name"),
    [("第一章.docx", "第一章.docx", "docx"), ("第一章.MD", "第一章.MD", "markdown"), ("第一章", "第一章.docx", "docx"),
     ("第3.5节", "第3.5节.docx", "docx"), ("a.xls", "a.xls.docx", "docx")],
)  # fmt: skip
def test_the_ending_that_was_typed_says_the_format(typed: str, name: str, format_name: str) -> None:
    word = next(exporter for exporter in BUILT_IN if exporter.name == "docx")
    target, exporter = meant(Path("/文") / typed, word, BUILT_IN)
    assert (target, exporter.name) == (Path("/文") / name, format_name)


def test_return_while_the_preview_is_made_leads_to_the_file(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    desk.settings.last_export_folder = str(tmp_path)
    desk.exporting.export(document_id=desk.documents[0])
    dialog = desk.exporting.dialog
    assert dialog is not None
    assert dialog.preview is None
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    chooser = dialog.findChild(QFileDialog)
    assert chooser is not None
    assert Path(chooser.selectedFiles()[0]).stem == "议事会简报"
    with qtbot.waitSignal(desk.exporting.exported):
        chooser.accept()


def test_another_ending_writes_that_format(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    desk.settings.last_export_folder = str(tmp_path)
    desk.begin(format_name="docx")
    dialog = desk.exporting.dialog
    assert dialog is not None
    dialog.save_button.click()
    chooser = dialog.findChild(QFileDialog)
    assert chooser is not None
    assert chooser.nameFilters() == ["Word document (*.docx)"]
    chooser.selectFile("第一章.md")
    with qtbot.waitSignal(desk.exporting.exported):
        chooser.accept()
    assert (tmp_path / "第一章.md").read_text(encoding="utf-8") == desk.expected("markdown", ExportScope())


def test_nothing_is_never_written_over_a_file(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    target = tmp_path / "a.md"
    target.write_text("旧", encoding="utf-8")
    assert desk.session.library is not None
    tag = desk.session.library.tags.find_path("方法")
    assert tag is not None
    desk.exporting.export(document_id=desk.documents[0], tag_id=tag.id)
    dialog = desk.exporting.dialog
    assert dialog is not None
    with qtbot.waitSignal(desk.jobs.finished):
        desk.exporting.save(target)
    qtbot.waitUntil(lambda: "nothing to export" in dialog.error)
    assert target.read_text(encoding="utf-8") == "旧"
