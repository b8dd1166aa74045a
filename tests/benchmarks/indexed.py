"""A generated library of many documents with its index: for what is asked of a whole library."""

import shutil
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random

from library.chinese.folding import fold
from library.search.index import Index
from library.search.leaves import Texts
from library.storage.blocks import build_table
from library.storage.texts import ReadingText
from tests.benchmarks.stored import scratch_folder
from tests.benchmarks.texts import SEED, text_file

MEGABYTES = 200
DOCUMENT = 4_700
"""Code points of a document: 200 MB are 15,000 of them."""
_ENGLISH = (
    "the", "of", "and", "to", "in", "that", "council", "street", "minutes", "proposal", "deliberation", "resident",
    "office", "meeting", "notice",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Indexed:
    """Documents by number, opened by it, and an index in `folder` that `fill` lets hold them."""

    folder: Path
    contents: Mapping[int, str]
    texts: Texts
    index: Index

    @property
    def size(self) -> int:
        """The bytes of the texts in UTF-8."""
        return sum(len(content.encode()) for content in self.contents.values())

    def fill(self) -> None:
        """Put all documents into the index."""
        self.index.put(list(self.texts.shas.items()), self.texts.opened)


@contextmanager
def indexed(size: int) -> Generator[Indexed, None, None]:
    """Make documents of about `size` bytes in all, and an index that is empty."""
    folder = scratch_folder("search")
    try:
        contents = dict(enumerate(documents(size)))
        texts = Texts({str(number): str(number) for number in contents}, opener(contents))
        with closing(Index(folder / "index.db")) as index:
            yield Indexed(folder, contents, texts, index)
    finally:
        shutil.rmtree(folder)


def documents(size: int) -> Iterator[str]:
    """Yield texts of DOCUMENT characters, about `size` bytes in all, a tenth of them English."""
    random = Random(SEED)
    whole = text_file(size // 3).read_text(encoding="utf-8")
    for number, start in enumerate(range(0, len(whole), DOCUMENT)):
        if number % 10:
            yield whole[start : start + DOCUMENT]
        else:
            yield " ".join(
                f"{random.choice(_ENGLISH)}{random.choice(('', 's', 'ed', ','))}" for _ in range(DOCUMENT // 3)
            )


def opener(texts: Mapping[int, str]) -> Callable[[str], ReadingText]:
    """Return what opens a text by its number."""
    stored = {number: (content.encode(), build_table(content)) for number, content in texts.items()}

    def opened(sha: str) -> ReadingText:
        return ReadingText(*stored[int(sha)])

    return opened


def samples(contents: Mapping[int, str], length: int, number: int) -> list[str]:
    """Return `number` strings of `length` letters of a key that stand somewhere, each from a text drawn by lot."""
    random = Random(length)
    pool: Sequence[str] = list(contents.values())
    found: list[str] = []
    while len(found) < number:
        key = fold(random.choice(pool)).text
        start = random.randrange(max(len(key) - length, 1))
        if len(key[start : start + length].strip()) == length:
            found.append(key[start : start + length])
    return found
