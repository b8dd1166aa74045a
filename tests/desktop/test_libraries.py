"""Opening, making and closing libraries from the window: one that was moved, one without a name."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from desktop.app import begin
from desktop.destinations import find_library
from tests.desktop.desk import Desk


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qtbot, tmp_path)
    yield desk
    desk.close()


def test_a_library_that_is_not_where_it_was_is_told_and_kept_in_mind(desk: Desk) -> None:
    desk.open(make=True)
    moved = desk.library.path.with_name("𠮷 & 新.zhupi")
    library_id = desk.library.id
    desk.restart()
    desk.path.rename(moved)
    begin(desk.window, [])
    welcome, settings = desk.window.welcome, desk.window.settings
    assert welcome.missing.isVisible()
    assert desk.path.name in welcome.missing.text()
    assert str(desk.path.parent) in welcome.missing.text()
    assert settings.recent_libraries == (str(desk.path),)
    recent = next(button for button in welcome.findChildren(QPushButton) if str(desk.path) in button.toolTip())
    assert not recent.isEnabled()
    menu = QMenu()
    desk.window.libraries.fill_recent(menu)
    assert [action.isEnabled() for action in menu.actions()] == [False]
    desk.window.libraries.open(desk.path)  # from a list that was made before
    desk.settle(lambda: desk.said)
    assert settings.recent_libraries == (str(desk.path),)
    assert find_library(library_id, settings.recent_libraries) == moved
    moved.rename(desk.path)
    assert desk.window.libraries.open_last()
    desk.settle(lambda: desk.window.session.library is not None)
    desk.trigger("close")
    assert not welcome.missing.isVisible()


def test_a_library_without_a_name_is_not_made(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    names = [".zhupi", " .zhupi", "..zhupi"]

    def choose(_parent: object, _title: str, start: str, _kinds: str) -> tuple[str, str]:
        asked.append(start)
        return f"{tmp_path}/{names[len(asked) - 1]}", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    monkeypatch.setattr("desktop.libraries.documents_folder", lambda: tmp_path / "none")
    before = sorted(tmp_path.iterdir())
    for _ in names:
        desk.window.libraries.ask_new()
    assert sorted(tmp_path.iterdir()) == before
    assert {Path(start).parent for start in asked} == {Path.home()}
    assert desk.texts == ["A library needs a name before “.zhupi”. Choose one."] * len(names)
