from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QDialogButtonBox, QDoubleSpinBox, QWidget
from pytestqt.qtbot import QtBot

from desktop.dialogs.preferences import PreferencesDialog
from desktop.dialogs.typepage import TypePage
from desktop.settings import Settings
from desktop.theme import Themes
from desktop.translation import CHINESE, ENGLISH, Languages
from desktop.typesettings import OF_KIND, Kind


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.ini")


def shown(settings: Settings, kind: Kind, qtbot: QtBot) -> PreferencesDialog:
    dialog = PreferencesDialog(settings, Themes("paper"), kind)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    return dialog


def page_of(dialog: PreferencesDialog, kind: Kind) -> TypePage:
    pages = {page.kind: page for page in dialog.findChildren(TypePage)}
    return pages[kind]


def named(page: QWidget, kind: type, name: str) -> QWidget:
    return next(widget for widget in page.findChildren(kind) if widget.accessibleName() == name)


def picture(page: TypePage) -> QImage:
    return page.pane.viewport().grab().toImage()


@pytest.mark.parametrize("kind", Kind)
def test_every_change_is_kept_and_seen_at_once(qtbot: QtBot, settings: Settings, kind: Kind) -> None:
    page = page_of(shown(settings, kind, qtbot), kind)
    before = picture(page)
    size = named(page, QDoubleSpinBox, "Size of type")
    assert isinstance(size, QDoubleSpinBox)
    size.setValue(25)
    assert settings.read(OF_KIND[kind].size) == 25
    larger = picture(page)
    assert larger != before
    QTest.mouseClick(named(page, QCheckBox, "Indent the first line of a paragraph"), Qt.MouseButton.LeftButton)
    assert settings.read(OF_KIND[kind].indent) is False
    assert picture(page) != larger


def test_to_cancel_gives_back_what_was_and_leaves_the_rest(qtbot: QtBot, settings: Settings) -> None:
    settings.font_size = 22
    dialog = shown(settings, Kind.CHINESE, qtbot)
    settings.font_size = 30
    settings.latin_measure = 50
    settings.shelf_width = 300
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert (settings.font_size, settings.latin_measure, settings.shelf_width) == (22, 66, 300)


def test_reset_gives_one_page_its_defaults_and_shows_them(qtbot: QtBot, settings: Settings) -> None:
    settings.latin_font_size = 30
    settings.font_size = 30
    dialog = shown(settings, Kind.LATIN, qtbot)
    buttons = dialog.findChildren(QDialogButtonBox)[0]
    buttons.button(QDialogButtonBox.StandardButton.RestoreDefaults).click()
    assert (settings.latin_font_size, settings.font_size) == (19, 30)
    size = named(page_of(dialog, Kind.LATIN), QDoubleSpinBox, "Size of type")
    assert isinstance(size, QDoubleSpinBox)
    assert size.value() == 19


def test_a_typeface_of_the_system_is_taken_and_a_missing_one_stays_chosen(qtbot: QtBot, settings: Settings) -> None:
    settings.font_family = "Absent Song"
    page = page_of(shown(settings, Kind.CHINESE, qtbot), Kind.CHINESE)
    box = named(page, QComboBox, "Typeface")
    assert isinstance(box, QComboBox)
    assert (box.itemText(0), box.currentText()) == ("As the theme", "Absent Song")
    box.setCurrentIndex(1)
    box.activated.emit(1)
    assert settings.font_family == box.itemText(1) == page.pane.reader_style.reading.families()[0]


def test_the_words_follow_the_language(qtbot: QtBot, qapp: QApplication, settings: Settings) -> None:
    languages = Languages(qapp)
    dialog = shown(settings, Kind.CHINESE, qtbot)
    page = page_of(dialog, Kind.CHINESE)
    settings.font_weight = 500
    try:
        languages.use(CHINESE)
        qtbot.waitUntil(lambda: dialog.windowTitle() == "偏好设置")
        box = named(page, QComboBox, "字重")
        assert isinstance(box, QComboBox)
        assert box.currentText() == "中等"
    finally:
        languages.use(ENGLISH)


@pytest.mark.parametrize("kind", Kind)
def test_nothing_is_cut_off(qtbot: QtBot, settings: Settings, kind: Kind) -> None:
    page = page_of(shown(settings, kind, qtbot), kind)
    for box in page.findChildren(QCheckBox):
        assert box.width() >= box.sizeHint().width()
        assert page.rect().contains(box.mapTo(page, box.rect().bottomRight()))
