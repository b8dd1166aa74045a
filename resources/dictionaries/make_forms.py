"""Make forms.tsv, the simplified characters with their traditional forms.

    python resources/dictionaries/make_forms.py          (needs OpenCC and its program opencc_dict)

The first line says where the table is from. Each other line is a simplified character, a tab, and the traditional
characters that dictionaries of OpenCC (Apache 2.0) simplify to it or give for it, without itself unless it is also a
traditional one of its own: 后 is 後 and 后.
"""

import sys
from collections import defaultdict
from importlib.metadata import version
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from make_folding import entries

TARGET = Path(__file__).with_name("forms.tsv")


def content() -> str:
    """Return the text of forms.tsv."""
    forms: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for simplified, traditional in entries("STCharacters"):
        forms[simplified][traditional] = None
    given = set(forms)
    for traditional, simplified in entries("TSCharacters"):
        forms[simplified].setdefault(simplified if simplified not in given else traditional)
        forms[simplified][traditional] = None
    lines = [f"{one}\t{''.join(found)}\n" for one, found in sorted(forms.items()) if set(found) != {one}]
    return "".join((f"# Simplified characters and their traditional forms, from OpenCC {version('opencc')}.\n", *lines))


if __name__ == "__main__":
    TARGET.write_text(content(), encoding="utf-8", newline="\n")
