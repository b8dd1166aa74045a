"""Guessing the encoding of a text that does not say it: the encoding under which its bytes are the most probable."""

import codecs
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from unicodedata import category

from library.chinese.han import IDEOGRAPHS
from resources import path

_SAMPLE = 8_192
"""Bytes that are read as every encoding that is still likely after the first _BEGINNING of them."""
_BEGINNING = 512
_UNLIKELY = 50.0
"""Nats by which an encoding may be behind the best of them there."""
_HIGH = re.compile(rb"[\x80-\xff]")
_NOT_ASCII_TEXT = re.compile(rb"[\0-\x08\x0e-\x1a\x1c-\x1f\x80-\xff]")

_LETTERS = {
    "han": re.compile(f"[{IDEOGRAPHS}]"),
    "kana": re.compile(r"[ぁ-ヿｦ-ﾟ]"),
    "hangul": re.compile(r"[ᄀ-ᇿ㄰-㆏가-힣]"),
    "cyrillic": re.compile(r"[Ѐ-ӿ]"),
    "greek": re.compile(r"[Ͱ-Ͽἀ-῿]"),
    "latin": re.compile(r"[À-ÖØ-öø-ɏ]"),
}
_ASCII_LETTERS = re.compile(r"[A-Za-z]")
_EVERY = frozenset(_LETTERS)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """An encoding: the scripts it was made for, and how improbable it is before the text is seen (in nats)."""

    name: str
    scripts: frozenset[str]
    prior: float = 0.0


_CANDIDATES = (
    _Candidate("utf-8", _EVERY, -2),
    _Candidate("gb18030", frozenset({"han"})),
    _Candidate("big5hkscs", frozenset({"han"}), 1),
    _Candidate("cp932", frozenset({"han", "kana"}), 2),
    _Candidate("euc_jp", frozenset({"han", "kana"}), 4),
    _Candidate("cp949", frozenset({"hangul"}), 2),
    _Candidate("cp1252", frozenset({"latin"}), 1),
    _Candidate("cp1250", frozenset({"latin"}), 3),
    _Candidate("cp1254", frozenset({"latin"}), 5),
    _Candidate("cp1257", frozenset({"latin"}), 6),
    _Candidate("cp1251", frozenset({"cyrillic"}), 2),
    _Candidate("koi8-u", frozenset({"cyrillic"}), 3),
    _Candidate("cp866", frozenset({"cyrillic"}), 4),
    _Candidate("cp1253", frozenset({"greek"}), 2),
)
_WIDE = (
    _Candidate("utf-16-le", _EVERY, 3),
    _Candidate("utf-16-be", _EVERY, 4),
    _Candidate("utf-32-le", _EVERY, 6),
    _Candidate("utf-32-be", _EVERY, 7),
)
_ESCAPED = (
    (b"\x1b$", _Candidate("iso2022_jp", frozenset({"han", "kana"}))),
    (b"~{", _Candidate("hz", frozenset({"han"}))),
)
_WIDE_LIMIT = 4.6
"""Nats a byte above which two-byte units are no text: any even number of bytes can be read as UTF-16."""
_WIDE_ALLOWANCE = 3.0
"""Nats that a text of a few characters may have above it."""
_TEXT_LIMIT = 4.6
"""Nats a byte above which none of the candidates explains the bytes well."""
_DOUBT = 8.0
"""Nats by which another encoding must be less probable to be out of the question: one to some three thousand."""
_ENOUGH = 64
"""Bytes below which charset-normalizer guesses worse than the best of the candidates."""

_ALPHABETS = tuple(
    frozenset(letters + letters.upper())
    for letters in (
        "àâæçéèêëîïôœùûüÿ",  # French
        "äöüßéàèáñôê",  # German, with loanwords
        "áéíóúüñçàèòïºª",  # Spanish and Catalan
        "áâãàçéêíóôõúü",  # Portuguese
        "àèéìíîòóùú",  # Italian
        "åäöæøéüèàôáíóúýþð",  # Nordic
        "ąćęłńóśźżéü",  # Polish
        "áčďéěíňóřšťúůýžäöüľĺŕô",  # Czech and Slovak
        "áéíóöőúüűä",  # Hungarian
        "ăâîșțşţéö",  # Romanian
        "čćđšžéöü",  # Croatian and Slovene
        "çğıöşüâîûİ",  # Turkish
        "āčēģīķļņšūžąęėįųõäöü",  # Baltic
    )
)
_BREACHES = (
    (re.compile(r"[A-Za-z][一-鿿]|[一-鿿][A-Za-z]"), 4.0),  # a word that runs into a Chinese character
    (re.compile(r"[A-Za-z][一-鿿][A-Za-z]"), 4.0),
    (re.compile(r"[a-zß-öø-ÿа-яά-ώ][A-ZÀ-ÖØ-ÞА-ЯΑ-Ω]"), 4.0),  # a capital after a small letter
    (re.compile(r"[A-Za-zÀ-ɏ][Ѐ-ӿͰ-Ͽ]|[Ѐ-ӿͰ-Ͽ][A-Za-zÀ-ɏ]"), 5.0),  # two alphabets in a word
    (re.compile(r"[A-Za-zÀ-ɏͰ-ӿ][¡-¿×÷‚„†‡‰‹›ˆ˜€][A-Za-zÀ-ɏͰ-ӿ]"), 4.0),  # a sign inside a word
    (re.compile(r"[ｦ-ﾟ][A-Za-z一-鿿]|[A-Za-z一-鿿][ｦ-ﾟ]"), 4.0),  # half-width kana beside anything but kana
    (re.compile(r"(?<![ｶ-ﾄﾊ-ﾎｳ])ﾞ|(?<![ﾊ-ﾎ])ﾟ"), 5.0),  # a voicing mark after a sound that has none
    (re.compile(r"[一-鿿] (?=[一-鿿])"), 1.0),
)
_OTHER_ALPHABETS = frozenset({"cyrillic", "greek"})
_FOREIGN = 6.0
_OUTSIDE_ALPHABET = 4.0


def guess(data: bytes) -> str:
    """Return the name of the encoding under which `data`, neither valid UTF-8 nor marked, is the most probable.

    Every candidate decodes a sample of the lines that are not ASCII; the sum of its characters' costs (negative
    logarithms of their frequencies, as in Shannon's code length), of breaches such as a capital inside a word and of
    letters from another script than the encoding's is compared. Where nothing fits, charset-normalizer is asked.
    `data` must not be empty.
    """
    narrow = _sample(data)
    cost, name = min(_scores(data, narrow))
    if cost > _TEXT_LIMIT and len(narrow) >= _ENOUGH:
        return _ask_charset_normalizer(narrow) or name
    return name


def is_doubtful(data: bytes) -> bool:
    """Say whether `data`, as `guess` takes it, may well be in another encoding, under which it is another text."""
    narrow = _sample(data)
    scores = sorted(_scores(data, narrow))
    cost, name = scores[0]
    if cost > _TEXT_LIMIT:
        return True
    near = [other for more, other in scores[1:] if (more - cost) * len(narrow) < _DOUBT]
    read = narrow.decode(name, "replace")
    return any(narrow.decode(other, "replace") != read for other in near)


def _scores(data: bytes, narrow: bytes) -> list[tuple[float, str]]:
    """Return the candidates with their costs in nats a byte; `narrow` is a sample of `data`."""
    wide = data[:_SAMPLE]
    scores = [(cost / len(narrow), name) for name, cost in _costs_under(narrow, _narrow_candidates(data))]
    for name, cost in _costs_under(wide, _wide_candidates(data)):
        if cost < _WIDE_LIMIT * len(wide) + _WIDE_ALLOWANCE:
            scores.append((cost / len(wide), name))
    return scores


def byte_order(data: bytes) -> str | None:
    """Return `utf-16-le` or `utf-16-be`, as whichever `data` is the more probable text; None if it is as neither."""
    sample = data[:_SAMPLE]
    name, cost = min(_costs_under(sample, _WIDE[:2]), key=lambda found: found[1])
    return name if cost < _WIDE_LIMIT * len(sample) + _WIDE_ALLOWANCE else None


def _narrow_candidates(data: bytes) -> Iterator[_Candidate]:
    yield from _CANDIDATES
    for mark, candidate in _ESCAPED:
        if mark in data:
            yield candidate


def _wide_candidates(data: bytes) -> Iterator[_Candidate]:
    """Yield the candidates of two and four bytes a unit, where the beginning does not read as ASCII."""
    first = _NOT_ASCII_TEXT.search(data)
    if first is None or (first.start() > 64 and b"\0" not in data):
        return
    yield from _WIDE[:2]
    if data.count(b"\0") * 3 > len(data):
        yield from _WIDE[2:]


def _sample(data: bytes) -> bytes:
    """Return up to _SAMPLE bytes of the lines that are not ASCII; of everything where there is none."""
    lines: list[bytes] = []
    size = 0
    for line in data.split(b"\n"):
        first = _HIGH.search(line)
        if first is not None:
            lines.append(line[max(0, first.start() - 256) :] if first.start() > _SAMPLE // 2 else line)
            size += len(lines[-1]) + 1
            if size >= _SAMPLE:
                break
    return (b"\n".join(lines) or data)[:_SAMPLE]


def _costs_under(sample: bytes, candidates: Iterable[_Candidate]) -> list[tuple[str, float]]:
    """Return the likely encodings of `sample` with its cost in nats under each."""
    likely = list(candidates)
    if likely and len(sample) > _BEGINNING:
        first = [_cost(sample[:_BEGINNING], candidate, cut=True) for candidate in likely]
        limit = min(first) + _UNLIKELY
        likely = [candidate for candidate, cost in zip(likely, first, strict=True) if cost <= limit]
    return [(candidate.name, _cost(sample, candidate, cut=len(sample) == _SAMPLE)) for candidate in likely]


def _cost(sample: bytes, candidate: _Candidate, *, cut: bool) -> float:
    """Return the cost of `sample` in nats when read as `candidate`; `cut` may be in the middle of a character."""
    text = codecs.getincrementaldecoder(candidate.name)("replace").decode(sample, final=not cut)
    counts = Counter(text)
    cost = candidate.prior + sum(number * character_cost(character) for character, number in counts.items())
    for script, letters in _LETTERS.items():
        if script not in candidate.scripts:
            cost += _FOREIGN * sum(number for character, number in counts.items() if letters.match(character))
    if candidate.scripts <= _OTHER_ALPHABETS:
        cost += len(_ASCII_LETTERS.findall(text))
    cost += sum(price * len(breach.findall(text)) for breach, price in _BREACHES)
    return cost + _OUTSIDE_ALPHABET * _outside_alphabet(counts)


def _outside_alphabet(counts: Mapping[str, int]) -> int:
    """Count the accented letters that the best fitting language does not have."""
    accented = {character: number for character, number in counts.items() if _LETTERS["latin"].match(character)}
    total = sum(accented.values())
    return total - max(sum(accented.get(letter, 0) for letter in alphabet) for alphabet in _ALPHABETS)


@cache
def _table() -> dict[str, float]:
    """Return the cost in nats of the usual characters; how the file is made is said beside it."""
    costs = dict.fromkeys("0123456789", 4.5) | dict.fromkeys(".,'-\"!?;:()/", 4.8)
    costs |= {" ": 1.8, "\n": 3.5, "\r": 3.5, "\t": 4.5}
    costs |= dict.fromkeys("，。", 3.0) | dict.fromkeys("、；：？！“”‘’（）《》「」", 4.5)
    costs |= dict.fromkeys("『』【】〔〕〈〉—…·　•・–«»°€£§©™¿¡", 6.0)
    with path("dictionaries/characters.tsv").open(encoding="utf-8") as lines:
        for line in lines:
            tenths, characters = line.rstrip("\n").split("\t")
            costs |= dict.fromkeys(characters, int(tenths) / 10)
    return costs


def character_cost(character: str) -> float:
    """Return the negative logarithm of a character's frequency, in nats."""
    return _table().get(character) or _rare(character)


def _rare(character: str) -> float:
    """Return the cost in nats of a character that the table does not have."""
    if " " <= character <= "~":
        return 6.0
    if "一" <= character <= "鿿":
        return 13.0
    if "가" <= character <= "힣":
        return 11.0
    if "！" <= character <= "～":
        return 7.5
    if "\u0300" <= character <= "\u036f":
        return 8.0
    if character < " ":
        return 25.0
    if category(character) in {"Cc", "Cn", "Co", "Cs"} or character == "\ufffd":
        return 16.0
    return 12.0


def _ask_charset_normalizer(sample: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    return None if best is None else best.encoding
