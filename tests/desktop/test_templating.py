"""Templates in the window: chosen, shown, wrong, put right, and their folder."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QComboBox, QMessageBox, QToolButton
from pytestqt.qtbot import QtBot

from desktop.dialogs.export import ExportDialog
from desktop.dialogs.templateguide import TemplateGuide
from desktop.exportchoices import Preset
from desktop.theme import Themes
from desktop.translation import CHINESE, ENGLISH, Languages
from library.exporters.base import ExportOptions
from tests.desktop.test_export_dialog import Desk

NAME = "template:甲.md.j2"
QUOTES = "{% for quote in quotes %}- {{ quote.text }}\n{% endfor %}"


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(qtbot, tmp_path)
    yield made
    made.close()


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The folders that were opened in the system."""
    folders: list[Path] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: folders.append(Path(QUrl(url).toLocalFile())))
    return folders


def write(desk: Desk, text: str, name: str = "甲.md.j2") -> Path:
    folder = desk.path / "templates"
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


def dialog_of(desk: Desk) -> ExportDialog:
    assert desk.exporting.dialog is not None
    return desk.exporting.dialog


def formats(desk: Desk) -> list[str]:
    box = desk.names()["Format"]
    return [box.itemText(row) for row in range(box.count())]


def test_a_template_stands_below_the_formats_and_is_shown_and_written(desk: Desk, qtbot: QtBot) -> None:
    write(desk, QUOTES)
    desk.begin(format_name=NAME)
    assert formats(desk)[-1] == "Template “甲” (.md)"
    assert sorted(desk.page.splitlines()) == ["- 九十二条", "- 😀", "- 𠮷野家"]
    target = desk.folder / "o.md"
    with qtbot.waitSignal(desk.exporting.exported):
        desk.exporting.save(target)
    written = target.read_text(encoding="utf-8")
    assert sorted(written.splitlines()) == ["- 九十二条", "- 😀", "- 𠮷野家"]
    target.unlink()
    with qtbot.waitSignal(desk.exporting.exported):
        desk.exporting.repeat()
    assert target.read_text(encoding="utf-8") == written


def test_a_faulty_template_says_line_and_reason_and_is_shown_once_it_is_put_right(desk: Desk, qtbot: QtBot) -> None:
    write(desk, QUOTES)
    desk.begin(format_name=NAME)
    dialog, target = dialog_of(desk), desk.folder / "o.md"
    target.write_text("旧", encoding="utf-8")
    write(desk, "甲\n{{ titel }}")
    qtbot.waitUntil(lambda: "Line 2 of the template “甲.md.j2”: there is nothing called “titel”." in dialog.error)
    assert desk.page == ""
    with qtbot.waitSignal(desk.jobs.finished):
        desk.exporting.save(target)
    qtbot.waitUntil(lambda: "Line 2" in dialog.error)
    assert target.read_text(encoding="utf-8") == "旧"
    assert desk.exporting.dialog is dialog
    write(desk, "好：{{ title }}")
    qtbot.waitUntil(lambda: desk.page == "好：研究")
    assert dialog.error == ""
    assert dialog.exporter.name == NAME


def test_the_reason_is_said_in_chinese(desk: Desk, qtbot: QtBot, qapp: QApplication) -> None:
    languages = Languages(qapp)
    languages.use(CHINESE)
    try:
        write(desk, "甲\n{{ titel }}")
        desk.exporting.export()
        dialog = dialog_of(desk)
        dialog.select(dialog.scope, NAME)
        qtbot.waitUntil(lambda: dialog.error == "模板“甲.md.j2”第 2 行：没有名为“titel”的内容。")
    finally:
        languages.use(ENGLISH)


def test_a_template_that_is_added_or_removed_while_one_chooses(desk: Desk, qtbot: QtBot) -> None:
    first = write(desk, QUOTES)
    desk.begin(format_name=NAME)
    write(desk, QUOTES, "乙.csv.j2")
    qtbot.waitUntil(lambda: "Template “乙” (.csv)" in formats(desk))
    assert dialog_of(desk).exporter.name == NAME
    first.unlink()
    qtbot.waitUntil(lambda: "Template “甲” (.md)" not in formats(desk))
    assert dialog_of(desk).exporter.name == "docx"
    desk.wait_for_preview()


def test_an_empty_folder_is_offered_the_examples(desk: Desk, qtbot: QtBot, opened: list[Path]) -> None:
    desk.begin()
    dialog = dialog_of(desk)
    button = next(each for each in dialog.findChildren(QToolButton) if each.accessibleName() == "Templates")
    button.menu().actions()[0].trigger()
    box = next(each for each in dialog.findChildren(QMessageBox) if each.isVisible())
    assert "no templates" in box.text()
    assert opened == []
    box.accept()
    qtbot.waitUntil(lambda: opened == [desk.path / "templates"])
    desk.wait_for_preview()
    assert formats(desk)[-3:] == ["Template “LaTeX” (.tex)", "Template “Obsidian” (.md)", "Template “读书札记” (.txt)"]
    desk.exporting.templating.show_folder()
    assert opened == [desk.path / "templates"] * 2


def test_a_preset_keeps_a_template_and_waits_where_it_is_not(desk: Desk) -> None:
    path = write(desk, QUOTES)
    desk.begin(format_name=NAME)
    dialog = dialog_of(desk)
    dialog.preset_kept.emit(Preset("列表", NAME, ExportOptions()))
    assert dialog.exporter.name == NAME
    dialog.select(dialog.scope, "csv")
    box = next(each for each in dialog.findChildren(QComboBox) if each.accessibleName() == "Preset")
    box.setCurrentIndex(1)
    box.activated.emit(1)
    assert dialog.exporter.name == NAME
    dialog.reject()
    path.unlink()
    desk.begin()
    box = next(each for each in dialog_of(desk).findChildren(QComboBox) if each.accessibleName() == "Preset")
    item = box.model().index(1, 0)
    assert (item.data(), bool(item.flags())) == ("列表", False)


def test_what_a_template_makes_is_copied(desk: Desk, qtbot: QtBot) -> None:
    write(desk, "{{ title }}!")
    desk.begin(format_name=NAME)
    QGuiApplication.clipboard().clear()
    dialog_of(desk).copy_button.click()
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() == "研究!")


def test_the_page_about_templates_is_in_the_language_in_force(qtbot: QtBot) -> None:
    before = QLocale()
    guide = TemplateGuide(Themes("paper"))
    qtbot.addWidget(guide)
    assert "Templates of exports" in guide.page.toPlainText()
    try:
        QLocale.setDefault(QLocale(CHINESE))
        guide.retranslate()
        assert "导出模板" in guide.page.toPlainText()
    finally:
        QLocale.setDefault(before)
