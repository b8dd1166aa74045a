"""What the control words of rich text stand for (Rich Text Format Specification 1.9.1)."""

import codecs
from dataclasses import dataclass

_CHARSETS = {
    77: "mac_roman", 78: "cp932", 79: "cp949", 80: "gb18030", 81: "big5hkscs", 128: "cp932", 129: "cp949", 130: "johab",
    134: "gb18030", 136: "big5hkscs", 161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256",
    186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip
_PAGES = {936: "gb18030", 950: "big5hkscs", 10000: "mac_roman", 10002: "big5hkscs", 10008: "gb18030", 65001: "utf-8"}
_OF_SIGNS = 2
"""The `\\fcharset` of fonts that have signs where others have letters."""

WIDE = frozenset({"gb18030", "big5hkscs", "cp932", "cp949", "johab"})
"""Encodings in which a character may be two bytes."""

SIGNS = {
    "tab": "\t", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
    "bullet": "•", "emspace": "\u2003", "enspace": "\u2002", "qmspace": "\u2005", "zwj": "\u200d", "zwnj": "\u200c",
    "ltrmark": "\u200e", "rtlmark": "\u200f", "~": "\u00a0", "_": "\u2011",
}  # fmt: skip
"""Control words and symbols that are one character."""

ENDS = frozenset({"par", "sect", "page", "column", "\n", "\r"})
"""Control words and symbols that end a paragraph."""

SKIPPED = frozenset(
    {"colortbl", "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf", "nonshppict"}
    | {"ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "nonesttables", "shprslt", "xe", "tc", "tcn"}
    | {"rxe", "txe", "revtbl", "filetbl", "pntxta", "pntxtb", "objdata", "private"}
    | {"comment", "fontemb", "fontfile", "falt", "annotation", "template", "datafield", "formfield", "objclass"}
)
"""Groups that hold no text of the document."""

KEPT = frozenset(
    {"shpinst", "shppict", "ud", "picprop", "fldinst", "bkmkstart", "shptxt", "nesttableprops", "pntext", "footnote"}
    | {"listtable", "listoverridetable"}
)
"""Groups that programs may pass over (`\\*`) and that are read here."""


@dataclass(slots=True)
class Font:
    """A font: the encoding of its words, None where it is the document's; `signs` for those without letters."""

    name: str = ""
    codec: str | None = None
    signs: bool = False

    def set_charset(self, charset: int) -> None:
        """Take what `\\fcharset` says."""
        self.codec, self.signs = _CHARSETS.get(charset), charset == _OF_SIGNS


def codec_of_page(page: int) -> str | None:
    """Return Python's name of a Windows code page, or None if there is none."""
    try:
        return _PAGES.get(page) or codecs.lookup(f"cp{page}").name
    except LookupError:
        return None
