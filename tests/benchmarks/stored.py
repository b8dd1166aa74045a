"""Texts as a library keeps them, with their block tables, and libraries with marks in them; made once, then kept."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

from library.library import Library
from library.models import COLORS, Draft, PreparedDraft
from library.storage.texts import ReadingText, TextStore
from tests.benchmarks.texts import VERSION, cache_folder, text_file

TAGS = ("主题/协商", "主题/程序公开", "人物", "evidence/number", "提法", "成效/数字")


def stored_text(length: int) -> ReadingText:
    """Return the text of `length` code points, opened as the reader opens it."""
    return _stored(f"store-{VERSION}-{length}", lambda: text_file(length).read_text(encoding="utf-8"))


def stored_paragraph(length: int) -> ReadingText:
    """Return the same text without a line break."""
    return _stored(
        f"paragraph-{VERSION}-{length}", lambda: text_file(length).read_text(encoding="utf-8").replace("\n", "，")
    )


def _stored(name: str, make: Callable[[], str]) -> ReadingText:
    folder = cache_folder() / name
    texts = TextStore(folder)
    sha = folder / "name"
    if not sha.exists():
        folder.mkdir(exist_ok=True)
        sha.write_text(texts.add_text(make()), encoding="ascii")
    return texts.open(sha.read_text(encoding="ascii"))


def spans(length: int, count: int) -> Iterator[tuple[int, int]]:
    """Yield places for `count` marks all over a text, some of which overlap."""
    random = Random(count)
    for number in range(count):
        start = min(number * length // count + random.randint(0, 60), length - 50)
        yield start, start + random.randint(4, 45)


def marked_library(folder: Path, length: int, count: int) -> Library:
    """Return a new library in `folder` with one document of `length` code points and `count` tagged highlights."""
    path = folder / "Marked.zhupi"
    shutil.rmtree(path, ignore_errors=True)
    library = Library.create(path)
    content = text_file(length).read_text(encoding="utf-8")
    sha = library.texts.add_text(content)
    draft = PreparedDraft(Draft(content, "Benchmark", "text"), sha, "", "", "benchmark")
    ((document, _),) = library.documents.add_drafts([draft])
    with library.journal.operation("Add {count} highlights", count=count):
        for number, (start, end) in enumerate(spans(length, count)):
            color = COLORS[number % len(COLORS)] if number % 3 else None
            library.highlights.add(document.id, start, end, color=color, tags=[TAGS[number % len(TAGS)]])
    return library


def scratch_folder(name: str) -> Path:
    """Return an empty folder of this process."""
    folder = cache_folder() / f"{name}-{os.getpid()}"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    return folder
