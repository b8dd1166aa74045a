"""How to ask: the language of queries on one page, with examples."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.translation import tr
from library.search.query import CHINESE

MARGIN = 12


def examples() -> Iterator[tuple[str, str]]:
    """Yield queries, and what each asks for."""
    yield "政协 章程", tr("Documents that have both words, anywhere.")
    yield '"协商 民主"', tr("A phrase with what looks like an operator or a space in it.")
    yield "协商 -基层", tr("Leaves out documents that have the second word.")
    yield "座谈 OR 茶话", tr("One or the other, or both. OR in capitals.")
    yield "(座谈 OR 茶话) 1952", tr("Parentheses hold together.")
    yield "意见 NEAR/8 办法", tr("At most 8 characters between them, in either order.")
    yield (
        r"/第\d+次会议/",
        tr("A regular expression, as it is written; the switches do nothing to it. ^ and $ end lines."),
    )
    yield "tag:主题/协商", tr("Documents with a highlight that carries the tag or one below it.")
    yield "color:red", tr("Documents with a highlight in the colour.")
    yield "in:简报", tr("Documents of a collection or one below it.")
    yield "speaker:李华 章程", tr("Only what is said by those who are called so, in speeches, interviews and minutes.")
    yield "title:章程", tr("Documents that have this in their title.")
    yield "issuer:办公室", tr("The same of every field: author, issuer, number, container, own ones.")
    yield "kind:official", tr("Documents of a kind; what kinds there are is offered behind the colon.")
    yield "note:存疑", tr("Documents that have this in a note.")
    yield "说话人:李华", tr("Every field may be called by its Chinese name: {names}.", names=" ".join(_chinese_names()))
    yield (
        "date:1949..1956",
        tr("Documents of these years; a month or a day may follow: 1954-09. Either end may be left out: 1949.."),
    )


def _chinese_names() -> Iterator[str]:
    return (f"{name}:" for name in CHINESE)


class HelpSheet(QScrollArea):
    """Examples one below the other. One that is chosen is put into the field; Esc leads back."""

    chosen = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the user's language."""
        self.setAccessibleName(tr("How to ask"))
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(MARGIN, 4, MARGIN, MARGIN)
        column.setSpacing(2)
        column.addWidget(_words(tr(
            "Any form is found: simplified, traditional and variant characters, in any width and case, across line"
            " breaks and punctuation. What has punctuation inside is marked ≈."
        )))  # fmt: skip
        for query, told in examples():
            button = QPushButton(query.replace("&", "&&"), sheet)
            button.setProperty("role", "example")
            button.setAccessibleDescription(told)
            button.clicked.connect(lambda _=False, query=query: self.chosen.emit(query))
            column.addSpacing(6)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            column.addWidget(_words(told))
        column.addStretch(1)
        self.setWidget(sheet)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _words(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", "small")
    label.setWordWrap(True)
    return label
