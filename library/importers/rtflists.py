"""The numbered lists of rich text, as its tables describe them (Rich Text Format Specification 1.9.1)."""

from library.importers.wordparts import Numbering

_FORMATS = {
    0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter", 10: "ideographDigital",
    11: "japaneseCounting", 18: "decimalEnclosedCircle", 22: "decimalZero", 23: "bullet",
    28: "decimalEnclosedCircleChinese", 30: "ideographTraditional", 31: "ideographZodiac", 33: "taiwaneseCounting",
    34: "ideographLegalTraditional", 35: "taiwaneseCountingThousand", 37: "chineseCounting",
    38: "chineseLegalSimplified", 39: "chineseCountingThousand", 255: "none",
}  # fmt: skip
"""The formats of numbers by `\\levelnfc` ([MS-OSHARED] 2.2.1.3)."""

_LEVELS = 9


class RtfLists:
    """Takes what the tables of lists say, then counts the items."""

    def __init__(self) -> None:
        self._numbering = Numbering()
        self._lists = 0
        self._by_id: dict[int, int] = {}
        self._id = 0
        self._level = -1

    def begin_list(self) -> None:
        """Begin the description of a list."""
        self._lists += 1
        self._level = -1
        self._numbering.start("abstractNum", {"abstractNumId": str(self._lists)})

    def begin_level(self) -> None:
        """Begin the description of its next level."""
        self._level += 1
        self._numbering.start("lvl", {"ilvl": str(self._level)})

    def set_format(self, number: int | None) -> None:
        """Take how a level is counted."""
        self._numbering.start("numFmt", {"val": _FORMATS.get(number or 0, "decimal")})

    def set_digits(self, number: int | None) -> None:
        """Take whether the numbers of all levels stand in digits."""
        self._numbering.start("isLgl", {"val": str(1 if number is None else number)})

    def set_first(self, number: int | None) -> None:
        """Take where a level begins to count."""
        self._numbering.start("start", {"val": str(1 if number is None else number)})

    def set_text(self, words: str) -> None:
        """Take what stands before an item: its length, then characters, of which the lowest stand for levels."""
        length = ord(words[0]) if words else 0
        pattern = (f"%{ord(sign) + 1}" if ord(sign) < _LEVELS else sign for sign in words[1 : length + 1])
        self._numbering.start("lvlText", {"val": "".join(pattern)})

    def set_id(self, number: int | None) -> None:
        """Take the id of the list that was described, or, where lists are named for use, of the one meant."""
        self._id = number or 0
        self._by_id.setdefault(self._id, self._lists)

    def name(self, number: int | None) -> None:
        """Take the number by which paragraphs refer to the list meant last."""
        self._numbering.start("num", {"numId": str(number or 0)})
        self._numbering.start("abstractNumId", {"val": str(self._by_id.get(self._id, 0))})

    def next(self, number: int, depth: int) -> str:
        """Count an item of a list and return what stands before it; nothing for no list."""
        return self._numbering.next(str(number), depth)
