"""The source of rich text, a token at a time (Rich Text Format Specification 1.9.1, "RTF Syntax")."""

import re

_TOKEN = re.compile(
    r"\\([a-zA-Z]+)(-?\d{1,10})?[ ]?"
    r"|((?:[^\\{}\r\n\0]++|\\'[0-9a-fA-F]{2})++)"
    r"|([{}])"
    r"|\\([^a-zA-Z])"
    r"|[\r\n\0]+",
    re.DOTALL,
)
_PAGE = re.compile(r"\\ansicpg(?!1252\b)\d|\\mac\b")
_HEAD = 1000
_HEX = re.compile(r"\\'(..)")
_FALLBACK = r"(?:\?|\\'[0-9a-fA-F]{2})"
_UNITS = {
    length: re.compile(rf" ?{_FALLBACK}{{{length}}}(?:\\u-?\d{{1,6}} ?{_FALLBACK}{{{length}}})*+") for length in (1, 2)
}
"""Characters by number that follow one such, each with as many others for programs that know no Unicode."""

_NUMBER = re.compile(r"\\u(-?\d+)")
_GROUPS = re.compile(r"[{}]|\\bin(\d{1,10}) ?|\\[^b]", re.DOTALL)


class Tokens:
    """Goes through a source. After `advance`, one of `word` (with `number`), `run`, `brace` and `symbol` is set.

    A word is a control word without its backslash, a run the bytes of characters, a symbol the character after a
    backslash; where none is set, what was passed means nothing.
    """

    def __init__(self, source: str) -> None:
        self.word = self.brace = self.symbol = ""
        self.number: int | None = None
        self.run = b""
        self.position = 0
        self.length = len(source)
        self._source = source

    def advance(self) -> bool:
        """Go on to the next token; False at the end."""
        if self.position >= self.length:
            return False
        found = _TOKEN.match(self._source, self.position)
        self.position = found.end() if found else self.position + 1
        word, number, run, brace, symbol = found.groups("") if found else ("", "", "", "", "")
        self.word, self.brace, self.symbol = word, brace, symbol
        self.number = int(number) if number else None
        self.run = _bytes(run) if run else b""
        return True

    def skip_group(self) -> None:
        """Go on to the brace that ends the group."""
        depth = 1
        while found := _GROUPS.search(self._source, self.position):
            self.position = found.end()
            depth += {"{": 1, "}": -1}.get(found[0], 0)
            if not depth:
                self.position -= 1
                return
            self.skip(int(found[1] or 0))
        self.position = self.length

    def skip(self, length: int) -> None:
        """Pass over as many characters of the source."""
        self.position += max(length, 0)

    def units(self, fallback: int) -> list[int] | None:
        """Pass over what stands for a character by number, and return those that follow, each with its own.

        None if the rest is to be read a token at a time.
        """
        pattern = _UNITS.get(fallback)
        found = pattern.match(self._source, self.position) if pattern else None
        if not found:
            return None
        self.position = found.end()
        return [int(number) for number in _NUMBER.findall(found[0])]

    @property
    def says_page(self) -> bool:
        """Say whether the document names the code page of its bytes, other than that of Western texts."""
        return bool(_PAGE.search(self._source, 0, _HEAD))

    def sample(self, size: int) -> bytes:
        """Return the bytes of the first escaped characters, about as many as said."""
        found = _HEX.finditer(self._source)
        return bytes(_code(each) for each, _ in zip(found, range(size), strict=False))


def _bytes(run: str) -> bytes:
    """Return the bytes of a run, of which some or all are escaped."""
    escaped = run.count("\\")
    if not escaped:
        return run.encode("latin-1")
    if escaped * 4 == len(run):
        return bytes.fromhex(run.replace("\\'", ""))
    return _HEX.sub(lambda found: chr(_code(found)), run).encode("latin-1")


def _code(found: re.Match[str]) -> int:
    try:
        return int(found[1], 16)
    except ValueError:
        return 0x20
