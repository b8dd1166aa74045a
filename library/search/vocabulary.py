"""The Chinese words of a library's texts: counted once a text, kept in a file that can be made again."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, suppress
from pathlib import Path

from library.chinese import segmentation
from library.chinese.han import HAN
from library.chinese.pinyin import spellings
from library.chinese.rarity import common_form
from library.chinese.wordlist import Dictionary, Wordlist
from library.errors import StorageFailed
from library.progress import Progress
from library.search.leaves import Texts
from library.storage.files import write_whole
from library.storage.texts import ReadingText

VERSION = 1
"""To be raised with every change of what the file holds: it is then made anew."""

MOST = 100_000
"""Words that are kept: those of the dictionary first, then the most frequent. They take some twenty megabytes."""
SAMPLE = 8_000_000
"""Code points that are counted at most, when all texts are new: of more, an even part of each text."""
_WINDOW = 2000
"""Code points counted at a time: half a millisecond, for which other threads wait."""
_STALE = 0.2
"""The part of the counted texts that may be gone before all is counted again."""
_BETWEEN = "\t"
_WORD = re.compile(f"[{HAN}]{{2,8}}")


class Vocabulary:
    """Words with how often they stand in the texts, for putting them in an order; what is rare may be missing."""

    def __init__(self, path: Path) -> None:
        """`path` is where it is kept; a file that is missing, damaged or of another version is none."""
        self._path = path
        self._counted: set[str] = set()
        self._counts: list[int] = []
        self._wordlist = Wordlist([])
        self._read()

    @property
    def words(self) -> Wordlist:
        """The words: those of the dictionary first, then the library's own, each by their number."""
        return self._wordlist

    def update(self, texts: Texts, progress: Progress) -> None:
        """Count the texts that are not counted yet; Cancelled from `progress`, then as if it had not been asked.

        Where the file cannot be written, what was counted is kept as long as this object.
        """
        wanted = dict(zip(texts.shas.values(), texts.shas, strict=True))
        if len(self._counted - wanted.keys()) > _STALE * len(self._counted):
            self._counted, self._counts, self._wordlist = set(), [], Wordlist([])
        new = {sha: document_id for sha, document_id in wanted.items() if sha not in self._counted}
        if not new:
            return
        known = self._wordlist.spellings()
        counts = Counter(dict(zip(known, self._counts, strict=False)))
        counts.update(_count(texts, new.values(), progress))
        self._take(counts, known)
        self._counted |= new.keys()
        with suppress(StorageFailed):
            write_whole(self._path, self._text().encode(), sync=False)

    def _take(self, counts: Mapping[str, int], known: Mapping[str, list[str]]) -> None:
        listed = Dictionary().words()
        ranked = sorted(counts, key=lambda word: (word not in listed, -counts[word], word))
        spelled = ((word, known.get(word) or spellings(word)) for word in ranked[:MOST])
        rows = [(word, readings) for word, readings in spelled if readings]
        self._counts = [counts[word] for word, _ in rows]
        self._wordlist = Wordlist(rows)

    def _text(self) -> str:
        head = {"version": VERSION, "texts": sorted(self._counted)}
        return _BETWEEN.join((json.dumps(head), json.dumps(self._counts), self._wordlist.text))

    def _read(self) -> None:
        with suppress(OSError, ValueError, KeyError):  # what cannot be read is made again
            head, counts, words = self._path.read_text(encoding="utf-8").split(_BETWEEN)
            read = json.loads(head)
            if read["version"] == VERSION:
                wordlist = Wordlist.read(words)
                self._counted, self._counts, self._wordlist = set(read["texts"]), json.loads(counts), wordlist


def words_in(text: str) -> Iterator[str]:
    """Yield the Chinese words of `text` in common characters, two to eight long, and the words inside long ones."""
    forms = {ord(character): common_form(character) for character in set(text)}
    return (word for word in segmentation.search_words(text.translate(forms)) if _WORD.fullmatch(word))


def _count(texts: Texts, document_ids: Iterable[str], progress: Progress) -> Counter[str]:
    counts: Counter[str] = Counter()
    ids = list(document_ids)
    share = _share(texts, ids)
    for done, document_id in enumerate(ids):
        with closing(texts.open(document_id)) as text:
            for window in _windows(text, share):
                progress.report(done, len(ids))
                counts.update(words_in(window))
    return counts


def _share(texts: Texts, document_ids: Iterable[str]) -> float:
    total = 0
    for document_id in document_ids:
        with closing(texts.open(document_id)) as text:
            total += text.length
    return min(1.0, SAMPLE / max(total, 1))


def _windows(text: ReadingText, share: float) -> Iterator[str]:
    """Yield an even `share` of a text, in windows."""
    step = round(_WINDOW / share)
    for start in range(0, text.length, step):
        yield text.slice(start, min(start + _WINDOW, text.length))
