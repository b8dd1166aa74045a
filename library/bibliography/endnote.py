"""EndNote's tagged format, as EndNote, CNKI and NoteExpress write it."""

import re
from collections.abc import Iterator

from library.bibliography.base import Problems, Reading
from library.bibliography.ris import Entry, read_entries

_TAG = re.compile(r"\s{0,4}%([0-9A-Z@!?~*#$&(+,;>^\[\]:<=|.'\"-])\s(.*)\Z")
_TAGS = {
    "A": "AU", "B": "T2", "C": "CY", "D": "PY", "E": "A2", "F": "ID", "G": "LA", "I": "PB", "J": "JO", "K": "KW",
    "N": "IS", "P": "SP", "R": "DO", "T": "TI", "U": "UR", "V": "VL", "X": "AB", "Z": "N1", "7": "ET", "8": "DA",
    "@": "SN", "?": "A4", ">": "L1", "[": "Y2",
}  # fmt: skip
"""The tags of RIS that say the same."""

_KINDS = {
    "journal article": "JOUR", "book": "BOOK", "edited book": "BOOK", "book section": "CHAP", "thesis": "THES",
    "conference proceedings": "CONF", "conference paper": "CPAPER", "newspaper article": "NEWS", "web page": "ELEC",
    "electronic article": "EJOUR", "electronic book": "EBOOK", "report": "RPRT", "patent": "PAT", "standard": "STAND",
    "magazine article": "MGZN", "manuscript": "UNPB", "personal communication": "PCOMM", "generic": "GEN",
}  # fmt: skip
"""The types of RIS that are the same."""

_DATABASE = "W"


class EndNote:
    """EndNote's tagged format: a sign of per cent, one more and the value on each line, entries from `%0` on."""

    name = "endnote"
    label = "EndNote"
    suffixes = (".enw",)

    def is_recognised(self, text: str) -> bool:
        """Say whether a file with this text begins an entry of EndNote."""
        return re.search(r"^\s{0,4}%0\s\S", text[:200_000], re.MULTILINE) is not None

    def read(self, text: str) -> Reading:
        """Return the entries in the text of a file."""
        problems = Problems()
        return read_entries(_entries(text), problems)


def _entries(text: str) -> Iterator[Entry]:
    entry: Entry | None = None
    for number, line in enumerate(text.split("\n"), 1):
        found = _TAG.match(line)
        if found is None:
            if entry is not None and entry.lines and line.strip():
                entry.lines[-1][1].append(line.strip())
        elif found[1] == "0":
            if entry is not None:
                yield entry
            entry = Entry(number, _KINDS.get(found[2].strip().lower(), found[2]))
        elif entry is not None and found[1] != _DATABASE:
            entry.lines.append((_TAGS.get(found[1], f"%{found[1]}"), [found[2].strip()]))
    if entry is not None:
        yield entry
