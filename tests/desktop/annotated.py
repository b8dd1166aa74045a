"""An open library with one document to mark in, for tests of what marks."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from pytestqt.qtbot import QtBot

from desktop.session import Session
from library.library import Library
from library.models import Document, Draft, Excerpt, Highlight, PreparedDraft
from library.outlines import keep_outline

T = TypeVar("T")

TEXT = """# 社区议事会如何把意见变成办法

## 一、从收集意见到共同商量

过去收集居民意见，多半靠一只意见箱。𠮷祥里的墙上贴着😀和e\u0301tude，由提意见的人当面说明缘由。

主持人总结说：“先把话说完，再把事分清，最后才谈谁来办。”这句话后来写进了议事规则的第一条。

## 二、谁来主持，怎样记录

停车位的事商量了五次，第三次几乎吵散了场，第四次大家先去看了一遍现场，第五次才定下来。
"""


class Annotated:
    """A session with a library open, and verbs that are done when they return."""

    def __init__(self, qtbot: QtBot, path: Path, text: str = TEXT) -> None:
        self.path = path
        self.text = text
        self.session = Session()
        self._qtbot = qtbot
        with qtbot.waitSignal(self.session.opened):
            self.session.create(path)
        self.document = self.add_document(text)

    @property
    def library(self) -> Library:
        assert self.session.library is not None
        return self.session.library

    def write(self, verb: Callable[[Library], T]) -> T:
        """Run a verb on the writer and return its result once its changes are delivered."""
        found: list[T] = []
        self.session.write(verb, found.append)
        self.session.flush()
        return found[0]

    def add_document(self, text: str, title: str = "简报") -> Document:
        def verb(library: Library) -> Document:
            sha = library.texts.add_text(text)
            keep_outline(library.texts, sha, text)  # as an import does
            draft = PreparedDraft(Draft(text, title, "markdown"), sha, "", "", "")
            return library.documents.add_drafts([draft])[0][0]

        return self.write(verb)

    def span(self, quote: str) -> tuple[int, int]:
        start = self.text.index(quote)
        return start, start + len(quote)

    def mark(self, quote: str, **properties: object) -> Highlight:
        span = self.span(quote)
        return self.write(lambda library: library.highlights.add(self.document.id, *span, **properties))

    def excerpts(self) -> list[Excerpt]:
        self.session.flush()
        return self.library.excerpts.of_document(self.document.id)

    def undo(self) -> None:
        self.session.undo()
        self.session.flush()

    def redo(self) -> None:
        self.session.redo()
        self.session.flush()

    def reopen(self) -> None:
        with self._qtbot.waitSignal(self.session.opened):
            self.session.open(self.path)
