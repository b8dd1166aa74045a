"""The entries of a BibTeX file as they are written: types, keys and fields, with @string put in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from library.bibliography.base import MONTHS, Problems
from library.errors import Refused

LONGEST = 200_000
"""Code points of a value at most, with what @string puts into it."""

_ENTRY = re.compile(r"(?:^|(?<=[\s}),;]))@[ \t]*([A-Za-z]+)\s*([{(])", re.MULTILINE)
_NEXT = re.compile(r"^[ \t]*@[ \t]*[A-Za-z]+\s*[{(]", re.MULTILINE)
_KEY = re.compile(r"\s*([^\s,{}()=\"#%\\]*(?:[ \t]+[^\s,{}()=\"#%\\]+)*)\s*(?=[,})])")
_NAME = re.compile(r"[\s,]*([^\s,{}()=\"#%'\\]+)\s*=\s*")
_WORD = re.compile(r"[^\s,{}()=\"#%'\\]+")
_END = re.compile(r"[\s,]*([})])")
_GO_ON = re.compile(r"\s*#\s*")
_IN_BRACES = re.compile(r"[{}]|" + _NEXT.pattern, re.MULTILINE)
_IN_QUOTES = re.compile(r"[{}\"]|" + _NEXT.pattern, re.MULTILINE)


@dataclass(slots=True)
class Entry:
    """An entry: its fields by their names in lower case, as TeX source; what a name has a second time is `again`."""

    line: int
    type: str
    key: str = ""
    fields: dict[str, str] = field(default_factory=dict[str, str])
    again: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])


class _Fault(Exception):
    """What is wrong at a place, in code points."""

    def __init__(self, at: int, error: Refused) -> None:
        super().__init__(str(error))
        self.at = at
        self.error = error


class Entries:
    """Reads the entries of a file one after the other; a faulty one ends where the next line begins one.

    What was read of a faulty entry before the fault counts.
    """

    def __init__(self, text: str, problems: Problems) -> None:
        self._text = text
        self._problems = problems
        self._strings = {name: name for name in MONTHS}
        self._room = 10_000_000 + len(text)
        """Code points that @string may still put in: a few lines could otherwise say gigabytes."""
        self._line, self._counted = 1, 0

    def __iter__(self) -> Iterator[Entry]:
        at = 0
        while found := _ENTRY.search(self._text, at):
            kind = found[1].lower()
            entry = Entry(self._line_of(found.start()), kind)
            try:
                at = self._read(kind, entry, found.end(), "}" if found[2] == "{" else ")")
            except _Fault as fault:
                self._problems.fault(self._line_of(fault.at), entry.key, fault.error)
                following = _NEXT.search(self._text, max(fault.at, found.end()))
                at = following.start() if following else len(self._text)
            if kind not in ("string", "preamble", "comment") and (entry.key or entry.fields):
                yield entry

    def _read(self, kind: str, entry: Entry, at: int, closing: str) -> int:
        """Read what stands between the signs around an entry and return where it ends."""
        if kind in ("comment", "preamble"):
            return self._balanced(at, _IN_BRACES) if closing == "}" else at
        if kind != "string":
            key = _KEY.match(self._text, at)
            if key is None and not _NAME.match(self._text, at):
                raise _Fault(at, Refused("The entry has no key."))
            entry.key, at = (key[1].strip(), key.end()) if key else ("", at)
        while not (end := _END.match(self._text, at)):
            name = _NAME.match(self._text, at)
            if name is None:
                raise _Fault(at, self._expected(at))
            value, at = self._value(name.end())
            if kind == "string":
                self._strings[name[1].lower()] = value
            elif entry.fields.setdefault(name[1].lower(), value) != value:
                entry.again.append((name[1].lower(), value))
        return end.end()

    def _value(self, at: int) -> tuple[str, int]:
        """Return a value, its parts joined, and where it ends."""
        parts: list[str] = []
        while True:
            part, at = self._part(at)
            parts.append(part)
            following = _GO_ON.match(self._text, at)
            if following is None:
                break
            at = following.end()
        value = "".join(parts)
        if len(value) > LONGEST:
            raise _Fault(at, Refused("A value has more than {most} characters.", most=LONGEST))
        return value, at

    def _part(self, at: int) -> tuple[str, int]:
        sign = self._text[at : at + 1]
        if sign == "{":
            end = self._balanced(at + 1, _IN_BRACES)
            return self._text[at + 1 : end - 1], end
        if sign == '"':
            end = self._balanced(at + 1, _IN_QUOTES)
            return self._text[at + 1 : end - 1], end
        word = _WORD.match(self._text, at)
        if word is None:
            raise _Fault(at, self._expected(at))
        value = self._strings.get(word[0].lower(), word[0])
        self._room -= len(value)
        if self._room < 0:
            raise _Fault(at, Refused("The abbreviations of this file say too much."))
        return value, word.end()

    def _balanced(self, at: int, signs: re.Pattern[str]) -> int:
        """Return the place after the sign that closes what begins before `at`."""
        depth = 0
        for found in signs.finditer(self._text, at):
            match found[0]:
                case "{":
                    depth += 1
                case "}" if signs is _IN_BRACES and not depth:
                    return found.end()
                case "}":
                    depth -= 1
                case '"':
                    if not depth:
                        return found.end()
                case _:
                    raise _Fault(found.start(), Refused("A value is not closed before the next entry begins."))
        raise _Fault(at, Refused("A value is not closed before the end of the file."))

    def _expected(self, at: int) -> Refused:
        there = " ".join(self._text[at : at + 20].split())
        return Refused("A field should stand here, not “{text}”.", text=there)

    def _line_of(self, at: int) -> int:
        """Return the line of a place; asked for in order, it counts each line once."""
        if at < self._counted:
            return self._line - self._text.count("\n", at, self._counted)
        self._line += self._text.count("\n", self._counted, at)
        self._counted = at
        return self._line
