"""What typed pinyin may mean in a library: its vocabulary, its names and the dictionary, loaded when first asked."""

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path

from library.chinese.han import HAN
from library.chinese.pinyin import spellings
from library.chinese.wordlist import Dictionary, Wordlist, typed_parts
from library.models import Document, Tag
from library.progress import Progress
from library.search.candidates import Candidates
from library.search.leaves import Texts
from library.search.vocabulary import Vocabulary, words_in
from library.storage.store import Store
from library.words import Term

_NAME = re.compile(f"[{HAN}]+")


class Spelling:
    """Answers what typed letters may stand for. The vocabulary is a file that can be made again."""

    def __init__(self, store: Store, path: Path) -> None:
        self._store = store
        self._path = path
        self._named: tuple[tuple[str, ...], Wordlist] = ((), Wordlist([]))

    def find(self, query: str, texts: Texts, stands: Callable[[str], bool], progress: Progress) -> list[str]:
        """Return the queries that `query` may be the pinyin of, the best first (see `Candidates.find`).

        Texts that are new are counted first. `stands` says whether something stands in the texts.
        """
        parts = typed_parts(query)
        if not parts:
            return []
        self._vocabulary.update(texts, progress)
        return Candidates(self._vocabulary.words, self._names(), self._dictionary, stands).find(parts)

    @cached_property
    def _vocabulary(self) -> Vocabulary:
        return Vocabulary(self._path)

    @cached_property
    def _dictionary(self) -> Dictionary:
        return Dictionary()

    def _names(self) -> Wordlist:
        """Return the library's own words, the names of tags and the words in titles, spelled anew for others only."""
        tags, titles = self._store.column(Tag, "name"), self._store.column(Document, "title", removed=None)
        own = self._store.column(Term, "word")
        called = (*own, "\n", *tags, "\n", *titles)
        if called != self._named[0]:
            names = dict.fromkeys((*filter(_NAME.fullmatch, (*own, *tags)), *words_in("\n".join(titles))))
            self._named = called, Wordlist(_spelled(names))
        return self._named[1]


def _spelled(names: dict[str, None]) -> Iterator[tuple[str, list[str]]]:
    for name in names:
        readings = spellings(name)
        if readings:
            yield name, readings
