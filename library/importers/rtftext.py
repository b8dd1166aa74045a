"""Words of rich text on their way: from bytes in the encoding of a font to where their group puts them."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from library.importers.rtfbody import PLAIN, RtfBody, Setting
from library.importers.rtfparts import WIDE, Font
from library.importers.symbols import sign

_PRIVATE = re.compile("[\uf000-\uf0ff]")
_SURROGATES = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class State:
    """What holds within a group. `caught` collects its words where they are no text of the document."""

    font: int = 0
    fallback: int = 1
    hidden: bool = False
    asian: bool = False
    setting: Setting = PLAIN
    room: str = ""
    caught: list[str] | None = None


class RtfText:
    """The groups that are open, and the words that are pending; `replaced` counts what could not be decoded.

    With `given`, all words are read in this encoding; else in that of their font, or of the document (`codec`).
    """

    def __init__(self, given: str | None, codec: str) -> None:
        self.codec = codec
        self.fonts: dict[int, Font] = {}
        self.body = RtfBody()
        self.state = State()
        self.passing = 0
        """Characters still to be passed over, because one written by its number stands for them."""
        self.replaced = 0
        self._given = given
        self._ending: Callable[[str], None] | None = None
        self._groups: list[tuple[State, Callable[[str], None] | None]] = []
        self._bytes = bytearray()
        self._parts: list[str] = []

    @property
    def depth(self) -> int:
        """Count the groups that are open."""
        return len(self._groups)

    def begin_group(self) -> None:
        """Begin a group: what is set in it holds to its end."""
        self.flush()
        self._groups.append((self.state, self._ending))
        self._ending = None

    def end_group(self) -> None:
        """End a group, and do what was to be done at its end."""
        self.flush()
        ending, caught = self._ending, self.state.caught
        if self._groups:
            self.state, self._ending = self._groups.pop()
        if ending:
            ending("".join(caught or ()))

    def at_end(self, ending: Callable[[], None]) -> None:
        """Do something at the end of the group."""
        self._ending = lambda _: ending()

    def catch(self, ending: Callable[[str], None], room: str | None = None) -> None:
        """Collect the words of the group instead of writing them; at its end they are passed to `ending`."""
        self.state = replace(self.state, caught=[], room=self.state.room if room is None else room)
        self._ending = ending

    def add_bytes(self, run: bytes) -> None:
        """Take characters in the encoding of the font."""
        if self.passing:
            run, self.passing = run[self.passing :], max(self.passing - len(run), 0)
        self._bytes += run

    def add_units(self, units: Iterable[int]) -> None:
        """Take characters by their numbers, of which two may be the halves of one."""
        self._decode()
        words = "".join([chr(unit & 0xFFFF) for unit in units])
        if _PRIVATE.search(words):
            words = _PRIVATE.sub(lambda found: sign(ord(found[0]), self._font.name), words)
        self._parts.append(words)

    def flush(self) -> None:
        """Write the words that are pending."""
        self.passing = 0
        self._decode()
        if self._parts:
            words = "".join(self._parts)
            self._parts.clear()
            if _SURROGATES.search(words):
                words = words.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
            self.put(words)

    def put(self, words: str) -> None:
        """Write words where the group has them."""
        if self.state.caught is not None:
            self.state.caught.append(words)
        elif not self.state.hidden:
            self.body.write(words, self.state.setting)

    @property
    def _font(self) -> Font:
        return self.fonts.get(self.state.font) or Font()

    def _decode(self) -> None:
        """Put the bytes that are pending among the words that are."""
        if not self._bytes:
            return
        data, font = bytes(self._bytes), self._font
        self._bytes.clear()
        if font.signs and len(data) == 1:
            self._parts.append(sign(data[0], font.name) or data.decode("latin-1"))
            return
        first = self._given or font.codec or self.codec
        others = (self.codec, "cp1252")
        if first in WIDE:  # one damaged character does not make the others Western
            others = (self.codec,) if self.codec in WIDE else ()
        for codec in dict.fromkeys((first, *others)):
            try:
                self._parts.append(data.decode(codec))
                return
            except UnicodeDecodeError:
                continue
        words = data.decode(first, "replace")
        self.replaced += words.count("\ufffd")
        self._parts.append(words)
