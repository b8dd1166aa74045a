"""What characters of PDF files mean: fonts say it badly, and what is no text at all is told apart."""

import re
import unicodedata
from collections.abc import Iterator

_COMPATIBLE = ((0x2F00, 0x2FD6), (0xF900, 0xFB00), (0xFB00, 0xFB07))
"""Kangxi radicals, compatible ideographs and Latin ligatures, whose decompositions are what was meant."""

_RADICALS = (
    "⺁厂⺄乙⺆冂⺈刀⺊卜⺌小⺍小⺒巳⺓幺⺜日⺝月⺟母⺠民⺧牛⺩王⺫目⺬示⺮竹⺶羊⺷羊⺻聿⺼月⺽臼⻁虎⻄西⻅见⻆角⻇角⻉贝⻋车"
    "⻑長⻓长⻔门⻕阜⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻳龟"
)
"""Radicals and the characters they stand for (Unicode, EquivalentUnifiedIdeograph.txt), where these stand alone."""

_NO_TEXT = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ue000-\uf8ff\ufff0-\uffff\U000f0000-\U0010ffff]")
"""Controls, halves of characters, private characters, and what stands for characters that are not known."""

_SOFT_HYPHEN = "\u00ad"
_SURROGATE = re.compile("[\ud800-\udfff]")


def _table() -> Iterator[tuple[int, str]]:
    for first, last in _COMPATIBLE:
        for code in range(first, last):
            meant = unicodedata.normalize("NFKC", chr(code))
            if meant != chr(code):
                yield code, meant
    yield from zip(map(ord, _RADICALS[::2]), _RADICALS[1::2], strict=True)
    yield ord(_SOFT_HYPHEN), ""


_MEANT = dict(_table())
_ODD = re.compile(f"[{''.join(map(re.escape, map(chr, _MEANT)))}]")
_FORMS = re.compile("[\u2e80-\u2fd5\uf900-\ufaff]")


def readable(text: str) -> str:
    """Return what is meant by characters of a PDF: ligatures as letters, radicals as characters, nothing for no text.

    `text` may hold code points above the first plane as two surrogates.
    """
    return Characters().read(text)


class Characters:
    """Reads characters, and counts those that are no text (`lost`) and those that were put right (`mended`)."""

    def __init__(self) -> None:
        self.all = self.lost = self.mended = 0

    def add(self, other: "Characters") -> None:
        """Count what another one counted, too."""
        self.all += other.all
        self.lost += other.lost
        self.mended += other.mended

    def read(self, text: str) -> str:
        """Return what is meant by `text` (see `readable`)."""
        if _SURROGATE.search(text):
            text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        self.all += len(text)
        if _ODD.search(text):
            self.mended += len(_FORMS.findall(text))
            text = text.translate(_MEANT)
        kept, lost = _NO_TEXT.subn("", text)
        self.lost += lost
        return kept
