"""Make folding.tsv, what each character is in a search key.

    python resources/dictionaries/make_folding.py          (needs OpenCC and its program opencc_dict)

The first line names the versions of Unicode and OpenCC that the table was made from. Four lines follow with the code
points, in hexadecimal, that a key leaves out (`dropped`), that it leaves out as if they were not there (`unseen`: soft
hyphens, joiners, byte order marks), that belong to the character before them (`marks`) and that part words (`spaces`).
Each other line is what some characters become, a tab, and these characters.

- Every character is decomposed for compatibility (NFKD), its marks and punctuation left out, then casefolded. Hangul
  syllables stay whole: they would be found in the syllables that begin like them.
- Chinese characters that a dictionary of OpenCC (Apache 2.0) gives as forms of one another, all its alternatives
  included, make one class, as do theirs in turn: 台臺檯颱, 了瞭, 佛彿. The most common one represents its class.
  Of the Japanese forms only those count that GB 2312 lacks: 欠 stands for 缺 in Japanese alone.
- Some pairs that neither has are listed here.
"""

import subprocess
import sys
import tempfile
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path

import opencc

TARGET = Path(__file__).with_name("folding.tsv")

DICTIONARIES = ("TSCharacters", "TSCharactersExt", "STCharacters", "TWVariants", "HKVariants")
JAPANESE = "JPShinjitaiCharacters"

PAIRS = (
    "○〇◯〇荅答囘回囬回嶋島呑吞尙尚徧遍偸偷髙高鬰鬱濶闊閙鬧韮韭麤粗窻窗窓窗砲炮礮炮姪侄叫呌"
    # Radicals, which extracted text has for the characters they look like.
    "⺟母⺠民⻁虎⻄西⻅见⻆角⻉贝⻋车⻑長⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐"
    "⻭齿⻮齿⻯龙⻰龙⻱龟⻲龟"
)
"""Two forms of one character, and the next two."""

PUNCTUATION = frozenset("<>|~¬\u2044\u2215\u2219\u2236\u22c5")
"""Symbols in the eyes of Unicode that stand for brackets, dashes, slashes, dots and colons."""
SELECTORS = frozenset(map(chr, (0x034F, *range(0x180B, 0x180E), *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))
MODIFIERS = frozenset(map(chr, (*range(0x1F3FB, 0x1F400), *range(0xE0020, 0xE0080))))
"""Skin tones, and the tags of flags."""


def classes() -> dict[str, str]:
    """Return the representative of every Chinese character that has other forms."""
    parents: dict[str, str] = {}

    def root(character: str) -> str:
        while parents.setdefault(character, character) != character:
            character = parents[character]
        return character

    for one, other in (*dictionary_pairs(), *zip(PAIRS[::2], PAIRS[1::2], strict=True)):
        parents[root(one)] = root(other)
    members: dict[str, list[str]] = defaultdict(list)
    for character in list(parents):
        members[root(character)].append(character)
    return {form: min(forms, key=rarity) for forms in members.values() for form in forms}


def dictionary_pairs() -> Iterator[tuple[str, str]]:
    """Yield the characters that OpenCC gives for one another."""
    for name in DICTIONARIES:
        yield from entries(name)
    for form, other in entries(JAPANESE):
        if rarity(form)[0] > 1:
            yield form, other


def entries(name: str) -> Iterator[tuple[str, str]]:
    """Yield the characters of a dictionary of OpenCC, each with each of its alternatives."""
    yield from (pair for pair in words(name) if len(pair[0]) == len(pair[1]) == 1)


def words(name: str) -> Iterator[tuple[str, str]]:
    """Yield the words of a dictionary of OpenCC, each with each of its alternatives."""
    home = Path(opencc.__file__).parent / "clib"
    with tempfile.TemporaryDirectory() as folder:
        text = Path(folder) / "dictionary.txt"
        source = home / "share" / "opencc" / f"{name}.ocd2"
        program = home / "bin" / ("opencc_dict.exe" if sys.platform == "win32" else "opencc_dict")
        command = [program, "-i", source, "-o", text, "-f", "ocd2", "-t", "text"]
        subprocess.run(command, check=True, capture_output=True)
        for line in text.read_text(encoding="utf-8").splitlines():
            form, _, others = line.partition("\t")
            yield from ((form, other) for other in others.split())


def rarity(character: str) -> tuple[int, int]:
    """Return what characters sort by from the most common on: level one of GB 2312, level two, all others."""
    try:
        lead = character.encode("gb2312")[0]
    except UnicodeEncodeError:
        return 2, ord(character)
    return (0 if 0xB0 <= lead <= 0xD7 else 1), ord(character)


def kind(character: str) -> str:
    """Return "marks", "spaces", "unseen", "dropped", or "" for a character that stays in a key."""
    category = unicodedata.category(character)
    if character in SELECTORS or character in MODIFIERS:
        return "marks"
    if category == "Me" or (category == "Mn" and unicodedata.combining(character)):
        return "marks"  # a sign without a combining class is a vowel of its word, as in Thai and the scripts of India
    if character.isspace():
        return "spaces"
    if category == "Cf":
        return "unseen"
    return "dropped" if category[0] == "P" or category in ("Cc", "Sk") or character in PUNCTUATION else ""


def key(character: str, representatives: dict[str, str]) -> str:
    """Return what `character`, one that stays, is in a key: nothing where all of it is left out after all."""
    if "가" <= character <= "힣":
        return character
    before, now = "", character
    while before != now:
        before = now
        plain = (part for part in unicodedata.normalize("NFKD", now) if kind(part) in ("", "spaces"))
        now = "".join(representatives.get(part, part) for part in "".join(plain).casefold())
    return " ".join(now.split())


def ranges(codes: Iterable[int]) -> str:
    """Return ascending code points in hexadecimal, neighbours as first-last."""
    found: list[list[int]] = []
    for code in codes:
        if found and found[-1][1] == code - 1:
            found[-1][1] = code
        else:
            found.append([code, code])
    return " ".join(f"{first:x}" if first == last else f"{first:x}-{last:x}" for first, last in found)


def content() -> str:
    """Return the text of folding.tsv."""
    representatives = classes()
    kinds: dict[str, list[int]] = {"dropped": [], "unseen": [], "marks": [], "spaces": []}
    forms: dict[str, list[str]] = defaultdict(list)
    for code in range(sys.maxunicode + 1):
        character = chr(code)
        if unicodedata.category(character) in ("Cn", "Co", "Cs"):
            continue
        folded = "" if kind(character) else key(character, representatives)
        if not folded:
            kinds[kind(character) or "dropped"].append(code)
        elif folded != character:
            forms[folded].append(character)
    lines = [f"Unicode {unicodedata.unidata_version}, OpenCC {version('opencc')}"]
    lines += (f"{name}\t{ranges(codes)}" for name, codes in kinds.items())
    lines += (f"{folded}\t{''.join(forms[folded])}" for folded in sorted(forms))
    return "".join(f"{line}\n" for line in lines)


if __name__ == "__main__":
    TARGET.write_text(content(), encoding="utf-8", newline="\n")
