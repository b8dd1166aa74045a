"""What TeX writes for characters, read and written: accents, letters, dashes, braces."""

import re
import unicodedata

from library.escaping import tex

_TOKEN = re.compile(r"\\(?:[A-Za-z]+[ \t\n]*|.)|[{}$~]|---?|``|''|[^\\{}$~`'-]+|.", re.DOTALL)
_ACCENTS = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306", ".": "\u0307",
    '"': "\u0308", "r": "\u030a", "H": "\u030b", "v": "\u030c", "d": "\u0323", "c": "\u0327", "k": "\u0328",
    "b": "\u0331",
}  # fmt: skip
_LETTERS = {
    "ss": "ß", "SS": "ẞ", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł",
    "aa": "å", "AA": "Å", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "dj": "đ", "DJ": "Đ", "ng": "ŋ", "NG": "Ŋ",
    "textendash": "–", "textemdash": "—", "textquoteleft": "‘", "textquoteright": "’", "textquotedblleft": "“",
    "textquotedblright": "”", "textbackslash": "\\", "textasciitilde": "~", "textasciicircum": "^",
    "textbraceleft": "{", "textbraceright": "}", "textunderscore": "_", "textdollar": "$", "textbar": "|",
    "textless": "<", "textgreater": ">", "ldots": "…", "dots": "…", "textellipsis": "…", "S": "§", "P": "¶",
    "copyright": "©", "textregistered": "®", "texttrademark": "™", "pounds": "£", "texteuro": "€", "guillemotleft": "«",
    "guillemotright": "»", "quotedblbase": "„", "quotesinglbase": "‚", "textordmasculine": "º", "textdegree": "°",
    "LaTeX": "LaTeX", "TeX": "TeX", "lbrace": "{", "rbrace": "}", "slash": "/",
}  # fmt: skip
_DOTLESS = {"i": "ı", "j": "ȷ"}
_SIGNS = {"--": "–", "---": "—", "``": "“", "''": "”", "~": "\u00a0"}
_ESCAPED = {
    "\\ ": " ",
    "\\,": "\u2009",
    "\\-": "",
    "\\/": "",
    "\\\\": "\n",
    "\\@": "",
    "\\;": " ",
    "\\:": " ",
    "\\!": "",
}
_AT = re.compile(r"^([ \t]*)@", re.MULTILINE)
_ADDRESS = re.compile(r"\\url\s*\{([^{}]*)\}")
_VERBATIM = re.compile(r"\{?\\([_&%#$~])\}?|\\textasciitilde\s*(?:\{\})?")


def decoded(written: str) -> str:
    """Return what TeX source says, without the braces that group; formulas between $ stay as they are written."""
    found: list[str] = []
    accents: list[str] = []
    in_formula = False
    for each in _TOKEN.finditer(written):
        token = each[0]
        if in_formula:
            found.append(token)
            in_formula = token != "$"
        elif token in "{}":
            if token == "}":
                accents.clear()
        elif token == "$":
            found.append(token)
            in_formula = True
        elif token[0] == "\\":
            _command(token, found, accents)
        else:
            _add(_SIGNS.get(token, token), found, accents)
    return unicodedata.normalize("NFC", "".join(found)) if accents or "\\" in written else "".join(found)


def encoded(plain: str) -> str:
    """Return TeX source that says a text, in Unicode."""
    return _AT.sub(r"\1{@}", tex(plain))


def decoded_address(written: str) -> str:
    """Return an address or a path, which stands as it is but for signs that some programs escape."""
    inner = _ADDRESS.sub(r"\1", written)
    return _VERBATIM.sub(lambda found: found[1] or "~", inner).strip("{} \t\n")


def _command(token: str, found: list[str], accents: list[str]) -> None:
    """Take a command: an accent waits for its letter, and what is not known stands as it is written."""
    name = token[1:].rstrip(" \t\n")
    if name in _ACCENTS:
        accents.append(_ACCENTS[name])
    elif name in ("i", "j"):
        _add(name if accents else _DOTLESS[name], found, accents)
    elif name in _LETTERS:
        _add(_LETTERS[name], found, accents)
    elif token in _ESCAPED:
        found.append(_ESCAPED[token])
    elif not name.isalpha():
        _add(name, found, accents)
    elif not name.startswith(("text", "emph", "mk", "url", "href", "it", "bf", "em", "rm", "sc", "tt", "noopsort")):
        found.append(token)


def _add(text: str, found: list[str], accents: list[str]) -> None:
    """Add a text; the accents that wait go on its first character, the inner one first."""
    if accents and text:
        text = text.lstrip() or text
        text = unicodedata.normalize("NFC", text[0] + "".join(reversed(accents))) + text[1:]
        accents.clear()
    found.append(text)
