"""recall: what the index of a library of 200 MB finds of what a scan of the folded texts finds, and what besides."""

from collections.abc import Callable, Iterator, Mapping
from random import Random

from library.chinese.folding import fold, forms
from library.search.places import Places
from tests.benchmarks.indexed import MEGABYTES, Indexed, indexed, samples
from tests.benchmarks.measurement import Measurement, Target
from tests.benchmarks.measuring import fresh

QUERIES = 12
"""Strings of each length."""
LENGTHS = (1, 2, 3, 4, 6, 8, 12, 30, 80)

Found = set[tuple[str, int]]
"""Documents, and how often each has something."""


def run(scale: float) -> Iterator[Measurement]:
    """Measure recall and precision."""
    result = fresh("recalling:measure", round(MEGABYTES * scale * 1_000_000))
    for kind in _VARIANTS:
        for share in ("recall", "precision"):
            target = Target("value", 100, at_most=False)
            yield Measurement("recall", f"{kind}, {share}", result[f"{kind} {share}"], "%", target=target)


def measure(size: int) -> dict[str, float]:
    """Return percentages for about `size` bytes of UTF-8."""
    with indexed(size) as library:
        library.fill()
        keys = {str(number): fold(content).text for number, content in library.contents.items()}
        entries = {entry_id: entry.document_id for entry_id, entry in library.index.by_id().items()}
        figures: dict[str, float] = {}
        for kind, varied in _VARIANTS.items():
            true = found = both = 0
            for query in _queries(library):
                key = fold(varied(query)).text
                scanned = _scan(keys, key)
                listed = {(entries[entry], tally.total) for entry, tally in Places(library.index, key).tallies()}
                true, found, both = true + len(scanned), found + len(listed), both + len(scanned & listed)
            figures |= {f"{kind} recall": 100 * both / true, f"{kind} precision": 100 * both / found}
        return figures


def _queries(library: Indexed) -> Iterator[str]:
    for length in LENGTHS:
        yield from samples(library.contents, length, QUERIES)


def _scan(keys: Mapping[str, str], wanted: str) -> Found:
    """Return where a key stands, places that overlap included."""
    return {(name, number) for name, key in keys.items() if wanted in key and (number := _number(key, wanted))}


def _number(key: str, wanted: str) -> int:
    number, index = 0, key.find(wanted)
    while index >= 0:
        number, index = number + 1, key.find(wanted, index + 1)
    return number


def _other_forms(query: str) -> str:
    """Return a query with other forms of its characters: traditional ones, variants, full width."""
    random = Random(query)
    return "".join(random.choice(forms(letter)[0]) if letter != " " else letter for letter in query)


def _broken(query: str) -> str:
    """Return a query with line and page breaks and stray signs where no space matters."""
    random = Random(query)
    return "".join(letter + random.choice(("", "\n", "\n\n", "、", "\u3000")) * (letter > "⺀") for letter in query)


_VARIANTS: dict[str, Callable[[str], str]] = {
    "random substrings": lambda query: query,
    "traditional and other forms": _other_forms,
    "line breaks inserted": _broken,
}
