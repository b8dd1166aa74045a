"""How what Qt brings along looks and speaks here: completion lists, buttons, fields with arrows, file dialogs."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCompleter,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QSpinBox,
    QStyle,
    QTreeView,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.dialogs.preferences import PreferencesDialog
from desktop.settings import Settings
from desktop.theme import THEMES, Themes
from desktop.translation import CHINESE, ENGLISH, Languages
from desktop.typesettings import Kind
from desktop.widgets.segments import Segments
from desktop.widgets.welcome import Choice


@pytest.fixture(params=THEMES)
def themes(request: pytest.FixtureRequest, qapp: QApplication) -> Themes:
    themes = Themes(request.param)
    themes.apply(qapp)
    return themes


def test_a_list_of_completions_has_the_ground_of_a_field(themes: Themes, qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.setCompleter(QCompleter(["a 甲", "a 乙"], field))
    field.show()
    QTest.keyClicks(field, "a")
    popup = field.completer().popup()
    assert popup.isVisible()
    ground = popup.grab().toImage().pixelColor(popup.width() - 8, 3)
    popup.close()
    assert ground == themes.current.color("field")


def test_no_button_of_a_dialog_has_an_icon(themes: Themes, qtbot: QtBot) -> None:
    standard = QMessageBox.StandardButton
    box = QMessageBox(QMessageBox.Icon.NoIcon, "", "", standard.Save | standard.Discard | standard.Cancel)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    for widget in (box, buttons):
        qtbot.addWidget(widget)
        widget.show()
        hint = QStyle.StyleHint.SH_DialogButtonBox_ButtonsHaveIcons
        assert not widget.style().styleHint(hint, None, widget)
    assert all(button.icon().isNull() for button in (*box.buttons(), *buttons.buttons()))


@pytest.mark.parametrize("kind", ["segment", "choice", "button"])
def test_the_keyboard_on_a_button_adds_no_other_colours(themes: Themes, qtbot: QtBot, kind: str) -> None:
    ground = QWidget()
    ground.setObjectName("welcome")
    qtbot.addWidget(ground)
    field, column = QLineEdit(ground), QVBoxLayout(ground)
    column.addWidget(field)
    if kind == "segment":
        segments = Segments(["甲", "乙"])
        column.addWidget(segments)
        widget: QWidget = segments.findChildren(QPushButton)[0]
    else:
        widget = Choice("book-open", themes) if kind == "choice" else QPushButton()
        column.addWidget(widget)
    with qtbot.waitActive(ground):
        ground.show()
        ground.activateWindow()
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is widget
    inside = QPoint(widget.width() // 2 + 20, 6)
    focused = widget.grab().toImage().pixelColor(inside)
    field.setFocus()
    assert focused == widget.grab().toImage().pixelColor(inside)


def test_numbers_stand_clear_of_the_border(themes: Themes, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = PreferencesDialog(Settings(tmp_path / "s.ini"), themes, Kind.CHINESE)
    qtbot.addWidget(dialog)
    dialog.show()
    box = dialog.findChildren(QSpinBox)[0]
    image, ink = box.grab().toImage(), themes.current.color("ink")
    rows = range(4, image.height() - 4)
    first = next(x for x in range(image.width()) if any(near(image.pixelColor(x, y), ink) for y in rows))
    assert first >= 8


def near(one: QColor, other: QColor) -> bool:
    return abs(one.lightness() - other.lightness()) < 60


@pytest.fixture
def chinese(qapp: QApplication) -> Iterator[Languages]:
    languages = Languages(qapp)
    languages.use(CHINESE)
    yield languages
    languages.use(ENGLISH)
    languages.deleteLater()


def test_a_file_dialog_speaks_chinese_throughout(chinese: Languages, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "文件夹").mkdir()
    assert QLocale().language() == QLocale.Language.Chinese
    dialog = QFileDialog(None, "打开", str(tmp_path))
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.show()
    said = [label.text() for label in dialog.findChildren(QLabel) if label.text()]
    assert len(said) >= 3
    assert [text for text in said if not any("一" <= character <= "鿿" for character in text)] == []
    listed = dialog.findChild(QTreeView)
    assert listed is not None
    qtbot.waitUntil(lambda: listed.model().rowCount(listed.rootIndex()) == 1)
    assert listed.model().index(0, 2, listed.rootIndex()).data() == "文件夹"
