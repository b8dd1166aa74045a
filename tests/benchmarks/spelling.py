"""pinyin-query: what typed pinyin may stand for, asked of a library of 200 MB; the first time and then."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from itertools import pairwise
from pathlib import Path
from random import Random

from library.chinese.pinyin import spellings
from library.chinese.wordlist import Dictionary, Wordlist
from library.progress import Progress
from library.search.candidates import Candidates
from library.search.index import Index
from library.search.leaves import KeyLeaf, Options, Texts
from library.search.vocabulary import Vocabulary, words_in
from tests.benchmarks.indexed import MEGABYTES, documents, opener
from tests.benchmarks.measurement import Measurement, Target
from tests.benchmarks.measuring import cpu_ms, fresh, memory_mb, percentile
from tests.benchmarks.stored import scratch_folder

QUERIES = 60


def run(scale: float) -> Iterator[Measurement]:
    """Measure counting the words, loading them, and asking with whole readings and with initials."""
    result = fresh("spelling:measure", round(MEGABYTES * scale * 1_000_000))
    yield Measurement("pinyin-query", "count the words of the texts, once", result["count"], "ms CPU")
    yield Measurement(
        "pinyin-query", "load words and dictionary", result["load"], "ms CPU", target=Target("value", 200)
    )
    yield Measurement("pinyin-query", "memory for them", result["memory"], "MB", target=Target("value", 40))
    for name, what in (("whole", "whole reading"), ("initials", "initials"), ("spaced", "two words with a space")):
        for share in (50, 95):
            target = Target("value", 100) if share == 95 else None
            yield Measurement("pinyin-query", f"{what}, p{share}", result[f"{name} {share}"], "ms CPU", target=target)


def measure(size: int) -> dict[str, float]:
    """Return all figures for about `size` bytes of UTF-8."""
    folder = scratch_folder("spelling")
    try:
        texts = dict(enumerate(documents(size)))
        opened = opener(texts)
        shas = {str(number): str(number) for number in texts}
        searched = Texts(shas, opened)
        with closing(Index(folder / "index.db")) as index:
            index.put(list(shas.items()), opened)
            kept = folder / "words.txt"
            figures = {"count": cpu_ms(lambda: Vocabulary(kept).update(searched, Progress()))}
            return figures | fresh("spelling:loading", str(kept)) | _asked(index, searched, kept)
    finally:
        shutil.rmtree(folder)


def loading(path: str) -> dict[str, float]:
    """Return what it takes to load the words kept at `path`, and the dictionary."""
    before = memory_mb()
    loaded: list[object] = []
    spent = cpu_ms(lambda: loaded.extend((Vocabulary(Path(path)), Dictionary())))
    return {"load": spent, "memory": memory_mb() - before}


def _asked(index: Index, texts: Texts, kept: Path) -> dict[str, float]:
    def stands(word: str) -> bool:
        return any(True for _ in KeyLeaf(index, texts, word, Options()).tallies())

    candidates = Candidates(Vocabulary(kept).words, Wordlist([]), Dictionary(), stands)
    spelled = [spelling[0].split(" ") for word in _sample(texts) if (spelling := spellings(word))]
    queries = {
        "whole": [["".join(parts)] for parts in spelled],
        "initials": [["".join(part[0] for part in parts)] for parts in spelled],
        "spaced": [["".join(one), "".join(two)] for one, two in pairwise(spelled)],
    }
    times = {
        name: [cpu_ms(lambda parts=parts: candidates.find(parts)) for parts in asked] for name, asked in queries.items()
    }
    return {f"{name} {share}": percentile(spent, share) for name, spent in times.items() for share in (50, 95)}


def _sample(texts: Texts) -> list[str]:
    """Return words from anywhere in the texts."""
    random = Random(7)
    found: list[str] = []
    while len(found) < QUERIES:
        with closing(texts.open(random.choice(list(texts.shas)))) as text:
            found += list(words_in(text.slice(0, 1000)))[-1:]
    return found
