"""What the frame of the window keeps to: the screen, the page in view, the language in force."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QLocale, QRect
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QLabel, QToolButton
from pytestqt.qtbot import QtBot

from desktop.settings import Settings
from desktop.theme import Themes
from desktop.translation import CHINESE, ENGLISH, Languages, read_catalogue
from desktop.window import MainWindow
from library.progress import Progress
from tests.desktop.desk import Desk

TEXT = "".join(f"第{number}段：一二三四五六七八九十，𠮷😀e\u0301。\n" for number in range(400))
NARROW = QFont.Tag("pwid")


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qtbot, tmp_path)
    yield desk
    desk.close()


@pytest.mark.parametrize("left", [None, QRect(300, 200, 2400, 1600), QRect(-900, -700, 760, 500)])
def test_the_window_fits_the_screen(qtbot: QtBot, tmp_path: Path, qapp: QApplication, left: QRect | None) -> None:
    settings = Settings(tmp_path / "s.ini")
    if left is not None:
        before = MainWindow(settings, Themes("paper"), Languages(qapp), bare=True)
        qtbot.addWidget(before)
        before.show()
        before.setGeometry(left)
        before.close()
        assert settings.geometry
    window = MainWindow(settings, Themes("paper"), Languages(qapp))
    qtbot.addWidget(window)
    window.show()
    assert window.screen().availableGeometry().contains(window.geometry())


def test_the_status_line_says_where_one_is_after_a_look_at_the_list(desk: Desk) -> None:
    desk.open(make=True)
    document = desk.add(TEXT, "长文")
    desk.read(document)
    desk.window.pane.go_to(len(TEXT) // 2)
    desk.settle(lambda: "/ 400" in said_at_the_foot(desk))
    place = said_at_the_foot(desk)
    desk.window.navigation.open_list("all")
    assert "400" not in said_at_the_foot(desk)
    desk.window.navigation.return_to_text()
    assert said_at_the_foot(desk) == place


def test_work_under_way_takes_one_line_of_the_window(desk: Desk) -> None:
    started, released = Event(), Event()

    def work(progress: Progress) -> None:
        progress.report(1, 3, "县志.txt")
        started.set()
        released.wait(10)

    window = desk.window
    whole = window.sides.splitter.height()
    desk.window.jobs.start("Importing", work)
    desk.settle(lambda: started.is_set() and window.jobbar.isVisible())
    desk.settle(lambda: window.sides.splitter.height() < whole)
    assert window.jobbar.height() == window.jobbar.sizeHint().height() <= 2 * window.status.height()
    assert window.sides.splitter.height() == whole - window.jobbar.height()
    released.set()
    desk.settle(lambda: window.sides.splitter.height() == whole)


def said_at_the_foot(desk: Desk) -> str:
    parts = [*desk.window.status.findChildren(QToolButton), *desk.window.status.findChildren(QLabel)]
    return " ".join(part.text() for part in parts if part.isVisible())


def test_another_language_reaches_the_faces_and_the_name(desk: Desk) -> None:
    assert with_narrow_punctuation(desk)
    desk.window.settings.language = CHINESE
    assert with_narrow_punctuation(desk) == []
    assert QApplication.applicationDisplayName() == read_catalogue(CHINESE)["Zhupi"]
    desk.window.settings.language = ENGLISH
    assert QLocale().language() == QLocale.Language.English
    assert QApplication.applicationDisplayName() == "Zhupi"


def with_narrow_punctuation(desk: Desk) -> list[str]:
    fonts = [(label.text(), label.font()) for label in desk.window.findChildren(QLabel)]
    return [text for text, font in fonts if font.isFeatureSet(NARROW) and font.featureValue(NARROW)]
