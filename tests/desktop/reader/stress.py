"""A pane to which anything is done in any order, and the pane that was never anything else, to compare it with."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from desktop.reader.hits import Hits
from desktop.reader.pane import ReaderPane
from desktop.reader.roles import Role
from desktop.reader.ruby import lines_between
from desktop.reader.rubyroom import IN_TEXT
from desktop.reader.spans import Span
from library.storage.blocks import build_table
from library.storage.texts import ReadingText

SENTENCE = "议事会把每一条意见都贴上墙，由提意见的人当面说明缘由。"
TITLE = "# 议事会纪事"
TEXTS = {
    "prose": "\n".join(f"第{n}段。" + SENTENCE * (1 + n * 7 % 11) for n in range(60)),
    "signs": "\n".join(
        "𠮷野家😀👩🏽‍🚀的e\u0301te\u0301，שלום עולם מרחבا مرحبا بالعالم，\t制表\t位，（「引号」）——，,.;:!? "
        * (1 + n % 4)
        + ("" if n % 3 else "\n\n\u3000\u3000缩进的一段。")
        for n in range(40)
    ),
    "long": "前\n" + "没有句号的一段文字，" * 900 + "\n" + ("word " * 300 + "supercalifragilistic" * 40) + "\n尾",
    "marked": TITLE + "\n\n" + "\n\n".join(f"## 第{n}节 **重点**\n\n*斜体*，`码`。" + SENTENCE * 3 for n in range(30)),
    "old": "\n".join("臣謹奏：為𡈽地廣闊，臺灣府縣志書，「硃批」知道了。" * (1 + n % 5) for n in range(50)),
    "short": "一行",
    "empty": "",
    "blank": "\n\n\n \n\t\n" * 30,
}
FORMATS = {"marked": "markdown"}
TITLES = {"marked": "议事会纪事", "prose": "第0段。"}
_HARMLESS = "propagateSizeHints"
"""What the platform without a screen warns of at every window."""


def reading(name: str) -> ReadingText:
    """Return the text `name`, as if it had been read from a library."""
    return ReadingText(TEXTS[name].encode(), build_table(TEXTS[name]))


def on_screen(pane: ReaderPane) -> QImage:
    """Return what has come to stand on the screen, by and by, of the pane's text."""
    image = pane.screen().grabWindow(pane.winId()).toImage().convertToFormat(QImage.Format.Format_RGB32)
    return image.copy(pane.viewport().geometry())


def afresh(
    pane: ReaderPane, name: str, spans: dict[str, Span], notes: dict[str, str], bookmarks: list[tuple[int, str]]
) -> QImage:
    """Return what a new pane shows of the text `name` with the same marks, at the same place."""
    fresh = ReaderPane(pane.reader_style)
    fresh.resize(pane.size())
    fresh.open_text(reading(name), title=TITLES.get(name, ""), format=FORMATS.get(name, "text"))
    fresh.grab()  # a widget takes its size when it is shown
    fresh.set_spans(list(spans.values()))
    fresh.set_notes({})  # room for notes is made for those a text is opened with, and when it is laid out anew
    fresh.set_notes(notes)
    fresh.set_tags(pane.marks.tags)
    fresh.set_bookmarks(bookmarks)
    if pane.flow is not None and fresh.flow is not None and pane.flow.column != fresh.flow.column:
        fresh.relayout_for_notes()
    fresh.set_hits(Hits([pane.marks.hits[index] for index in range(len(pane.marks.hits))]))
    fresh.marks.current_hit = pane.marks.current_hit
    if pane.marks.selection is not None:
        fresh.set_selection(pane.marks.selection, caret=pane.marks.caret_visible)
    fresh.set_selected_highlight(pane.marks.selected)
    fresh.return_to(pane.anchor())
    fresh.viewport().grab()  # what comes after the text comes once it is painted
    wait_complete(fresh)
    image = fresh.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    fresh.clear()
    fresh.deleteLater()
    return image


def complete(pane: ReaderPane) -> bool:
    """Say whether the ruby that is wanted is set over all that is in the window."""
    if pane.flow is None or pane.reader_style.ruby not in IN_TEXT:
        return True
    bottom = pane.viewport().height() - 1
    return all(
        layout.ruby is not None and layout.ruby.has_lines(lines_between(layout, max(-y, 0), bottom - y))
        for layout, y in pane.flow.visible()
        if layout.role is not Role.BLANK
    )


def difference(shown: QImage, expected: QImage) -> str:
    """Say where two pictures differ; nothing where they do not."""
    if shown == expected:
        return ""
    if shown.size() != expected.size():
        return f"{shown.size()} instead of {expected.size()}"
    rows = [
        y for y in range(shown.height()) if shown.copy(0, y, shown.width(), 1) != expected.copy(0, y, shown.width(), 1)
    ]
    return f"the rows from {rows[0]} to {rows[-1]} of {shown.height()} are others"


@contextmanager
def nothing_goes_wrong() -> Iterator[list[str]]:
    """Collect what Qt warns of, and exceptions in what Qt calls."""
    wrong: list[str] = []

    def hear(kind: QtMsgType, _: QMessageLogContext, message: str) -> None:
        if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg) and _HARMLESS not in message:
            wrong.append(message)

    def raised(kind: type[BaseException], error: BaseException, _: TracebackType | None) -> None:
        wrong.append(f"{kind.__name__}: {error}")

    handler, hook = qInstallMessageHandler(hear), sys.excepthook
    sys.excepthook = raised
    try:
        yield wrong
    finally:
        sys.excepthook = hook
        qInstallMessageHandler(handler)


def wait_idle(rounds: int = 1) -> None:
    """Let what was put off be done, `rounds` times."""
    for _ in range(rounds):
        QApplication.processEvents()


def wait_complete(pane: ReaderPane) -> None:
    """Let the ruby be set, which takes as long as it takes."""
    while not complete(pane):
        QApplication.processEvents()
