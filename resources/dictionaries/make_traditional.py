"""Make traditional.tsv, the words that are not written in traditional characters as their characters by themselves are.

    python resources/dictionaries/make_traditional.py          (needs OpenCC and its program opencc_dict)

The first line says where the table is from. Each other line is a word in simplified characters, a tab, and the word in
traditional ones, from the dictionaries of OpenCC (Apache 2.0): 头发 is 頭髮, where 发 by itself is 發. A word that
shorter ones in the table already give is left out.
"""

import sys
from importlib.metadata import version
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from make_folding import words

TARGET = Path(__file__).with_name("traditional.tsv")


def content() -> str:
    """Return the text of traditional.tsv."""
    first: dict[str, str] = {}
    for simplified, traditional in (*words("STCharacters"), *words("STPhrases")):
        first.setdefault(simplified, traditional)
    kept = {form: other for form, other in first.items() if len(form) == 1}
    longest = 1
    for form in sorted(
        (form for form in first if len(form) == len(first[form]) > 1), key=lambda form: (len(form), form)
    ):
        if _written(form, kept, longest) != first[form]:
            kept[form], longest = first[form], len(form)
    lines = (f"{form}\t{other}\n" for form, other in sorted(kept.items()) if len(form) > 1)
    return "".join((f"# Words in traditional characters, from OpenCC {version('opencc')}.\n", *lines))


def _written(word: str, kept: dict[str, str], longest: int) -> str:
    """Return a word as the table gives it, the longest parts first."""
    found, at = "", 0
    while at < len(word):
        ends = range(min(at + longest, len(word)), at, -1)
        part = next((word[at:end] for end in ends if word[at:end] in kept), word[at])
        found, at = found + kept.get(part, part), at + len(part)
    return found


if __name__ == "__main__":
    TARGET.write_text(content(), encoding="utf-8", newline="\n")
