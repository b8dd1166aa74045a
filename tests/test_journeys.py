"""The whole job once through, in the real window, by mouse and keys, on the sample texts."""

import csv
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.libraries import sample_texts
from desktop.settings import Settings
from desktop.theme import Themes
from desktop.translation import Languages
from desktop.window import MainWindow
from library.library import Library

TITLE = "社区议事会如何把意见变成办法"
PASSAGE = "匿名的牢骚少了，具体的事情多了"


class Reader:
    """A person at the window: what she sees and does."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot = qtbot
        self.folder = folder
        self.path = folder / "研究 😀.zhupi"
        self.window = self._start()

    def _start(self) -> MainWindow:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        settings = Settings()
        themes = Themes(settings.theme)
        themes.apply(app)
        window = MainWindow(settings, themes, Languages(app))
        self.qtbot.addWidget(window)
        window.resize(1440, 900)
        with self.qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    @property
    def library(self) -> Library:
        library = self.window.session.library
        assert library is not None
        return library

    def open(self, *, make: bool = False) -> None:
        session = self.window.session
        with self.qtbot.waitSignal(session.opened):
            (session.create if make else session.open)(self.path)

    def leave_and_return(self) -> None:
        self.window.close()
        self.window = self._start()
        self.open()

    def drop(self, paths: list[Path]) -> None:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        place, action = QPoint(700, 400), Qt.DropAction.CopyAction
        button, modifier = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(self.window, QDragEnterEvent(place, action, data, button, modifier))
        QApplication.sendEvent(self.window, QDropEvent(QPointF(place), action, data, button, modifier))

    def read(self, title: str) -> None:
        document = self.library.documents.resolve(title)
        self.window.navigation.open_document(document.id)
        self.qtbot.waitUntil(lambda: self.window.pane.flow is not None)
        self.window.pane.setFocus()
        self.sees(lambda: QApplication.focusWidget() is self.window.pane)

    def drag_over(self, quote: str) -> None:
        pane = self.window.pane
        document = self.window.reading.document
        assert document is not None
        start = self.text(document.id).index(quote)
        pane.go_to(start)
        QApplication.processEvents()
        first, last = pane.rect_of(start, start + 1), pane.rect_of(start + len(quote) - 1, start + len(quote))
        begin = QPoint(first.left() + 1, first.center().y())
        end = QPoint(last.right(), last.center().y())
        viewport = pane.viewport()
        QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=begin)
        QTest.mouseMove(viewport, (begin + end) / 2)
        QTest.mouseMove(viewport, end)
        QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=end)

    def text(self, document_id: str) -> str:
        text = self.library.documents.text(document_id)
        try:
            return text.text()
        finally:
            text.close()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QApplication.processEvents()  # nobody presses a key before what she sees has settled
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)

    def type(self, words: str) -> None:
        """Type as one does in Chinese: the input method composes the words, then commits them."""
        focus = QApplication.focusWidget()
        assert isinstance(focus, QWidget)
        QApplication.sendEvent(focus, QInputMethodEvent("pinyin", []))
        done = QInputMethodEvent()
        done.setCommitString(words)
        QApplication.sendEvent(focus, done)

    def sees(self, what: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(what()))

    def export(self, target: Path) -> None:
        """Go through the export dialog to a CSV file; the system's own question for a name is answered for her."""
        self.choose("export")
        exporting = self.window.exporting
        self.sees(lambda: exporting.dialog is not None and exporting.dialog.preview is not None)
        dialog = exporting.dialog
        assert dialog is not None
        dialog.select(dialog.scope, "csv")
        self.sees(lambda: dialog.preview is not None and dialog.exporter.name == "csv")
        with self.qtbot.waitSignal(exporting.exported):
            exporting.save(target)

    def choose(self, action: str) -> None:
        """Choose an action from the menu, once it can be chosen."""
        self.sees(self.window.menus[action].isEnabled)
        self.window.menus[action].trigger()


@pytest.fixture
def reader(qtbot: QtBot, tmp_path: Path) -> Iterator[Reader]:
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))
    reader = Reader(qtbot, tmp_path)
    yield reader
    reader.window.close()


def test_import_read_mark_tag_note_undo_close_reopen_export(reader: Reader) -> None:
    reader.open(make=True)
    texts = sample_texts()
    reader.drop(texts)
    reader.sees(lambda: reader.window.bringing.dialog is not None)  # some of them can be repaired
    dialog = reader.window.bringing.dialog
    assert dialog is not None
    reader.sees(lambda: len(dialog.batch.entries) == len(texts))
    assert reader.library.documents.all() == []
    QTest.mouseClick(dialog.import_button, Qt.MouseButton.LeftButton)
    reader.sees(lambda: len(reader.library.documents.all()) == len(texts))
    assert reader.window.importing.summary is None
    reader.window.activateWindow()  # as a system does when a dialog closes

    reader.read(TITLE)
    reader.drag_over(PASSAGE)
    assert reader.window.pane.selected_text() == PASSAGE
    reader.press(Qt.Key.Key_3)
    reader.sees(lambda: reader.library.highlights.all())
    (highlight,) = reader.library.highlights.all()
    assert (highlight.quote, highlight.color) == (PASSAGE, "green")
    reader.sees(lambda: reader.window.pane.selected_highlight() == highlight.id)

    reader.press(Qt.Key.Key_T)
    reader.sees(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
    reader.type("主题/程序")
    reader.press(Qt.Key.Key_Return)
    reader.sees(lambda: reader.library.tags.find_path("主题/程序"))

    reader.window.pane.setFocus()
    reader.press(Qt.Key.Key_N)
    reader.sees(lambda: QApplication.focusWidget() is not reader.window.pane)
    reader.type("谁来主持，决定了谁能开口。𠮷")
    reader.press(Qt.Key.Key_Escape)
    reader.sees(lambda: reader.library.notes.find("highlight", highlight.id))

    before = reader.library.excerpts.all()
    for _ in range(3):
        reader.choose("undo")
    reader.sees(lambda: not reader.library.highlights.all())
    for _ in range(3):
        reader.choose("redo")
    reader.sees(lambda: reader.library.excerpts.all() == before)

    place = reader.window.pane.place()
    reader.leave_and_return()
    reader.sees(lambda: reader.window.reading.document is not None)
    assert reader.window.reading.document is not None
    assert reader.window.reading.document.title == TITLE
    assert reader.window.pane.place() == place
    assert reader.library.excerpts.all() == before

    target = reader.folder / "划线.csv"
    reader.export(target)
    with target.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 1
    assert {PASSAGE, "主题/程序", "谁来主持，决定了谁能开口。𠮷"} <= set(rows[0].values())
