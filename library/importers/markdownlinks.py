"""The links and footnotes of a Markdown text, whose characters stay as they are written."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from library.elements import Element

_FENCE = re.compile(r" {0,3}(?:>[ \t]?)*(`{3,}|~{3,})")
_NOTE = re.compile(r"[ \t>]{0,8}(\[\^([^\[\]\s]{1,100})\]:)")
_TARGET = re.compile(r" {0,3}\[([^\[\]\n]{1,200})\]:[ \t]*<?([^\s<>]{1,2000})>?")
_HEADING = re.compile(r" {0,3}#{1,6}[ \t]+(.*?)[ \t#]*$")
_SLUG = re.compile(r"[^\w\- ]")
_MARK = re.compile(
    r"\\."
    r"|(?P<ticks>`+)(?!`).{0,4000}?(?<!`)(?P=ticks)(?!`)"
    r"|\[\^(?P<note>[^\[\]\s]{1,100})\]"
    r"|(?P<picture>!?)\[(?P<words>(?:[^\[\]\\`]|\\.|`[^`\]]{1,200}`|!?\[[^\[\]]{0,200}\](?:\([^\s()]{0,500}\))?){1,1000})\]"
    r"(?:\([ \t]{0,8}<?(?P<address>[^\s()<>]{1,2000}(?:\([^\s()]{0,200}\)[^\s()<>]{0,2000}){0,8})>?"
    r"(?:[ \t]{1,8}(?:\"[^\"]{0,500}\"|'[^']{0,500}'))?[ \t]{0,8}\)"
    r"|\[(?P<name>[^\[\]]{0,200})\])?"
    r"|<(?P<bracketed>(?:https?://|mailto:)[^\s<>]{1,2000})>"
    r"|(?P<bare>\bhttps?://[^\s<>()\[\]\"'`，。；：！？、（）《》“”‘’]{1,2000}(?<![.,;:!?*_~]))"
)
_SIGNS = ("[", "<", "://")


@dataclass(slots=True)
class _Found:
    """What was found of a text: marks of notes by name, notes, addresses by name, headings by slug, links."""

    marks: list[tuple[str, int, int]] = field(default_factory=list)
    notes: dict[str, tuple[int, int]] = field(default_factory=dict)
    targets: dict[str, str] = field(default_factory=dict)
    headings: dict[str, int] = field(default_factory=dict)
    links: list[tuple[int, int, str]] = field(default_factory=list)
    named: list[tuple[int, int, str]] = field(default_factory=list)


def links_of(text: str) -> tuple[Element, ...]:
    """Return the links of a Markdown text, and the jumps from the marks of its footnotes to the notes and back.

    Links are those of CommonMark 0.31 (6.3, 6.5, 4.7) that stand on one line, and addresses as GitHub's dialect finds
    them, whose footnotes these are. A link to a heading of the text (`#heading`) is a jump. Code is left out.
    """
    found = _Found()
    for start, line in _lines(text):
        _read(line, start, found)
    return tuple(sorted(_elements(found), key=lambda element: element.start))


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines in which something may stand with their starts: those outside fenced code."""
    fence, at = "", 0
    for line in text.split("\n"):
        sign = _FENCE.match(line)
        if fence:
            if sign is not None and sign[1].startswith(fence) and not line[sign.end() :].strip(fence[0] + " \t"):
                fence = ""
        elif sign is not None and "`" not in line[sign.end() :]:
            fence = sign[1]
        elif any(each in line for each in _SIGNS) or line.lstrip(" ").startswith("#"):
            yield at, line
        at += len(line) + 1


def _read(line: str, start: int, found: _Found) -> None:
    note, target, heading = _NOTE.match(line), _TARGET.match(line), _HEADING.match(line)
    if heading is not None:
        found.headings.setdefault(_slug(heading[1]), start)
    at = 0
    if note is not None:
        name = note[2].casefold()
        found.notes.setdefault(name, (start + note.start(1), start + note.end(1)))
        at = note.end()
    elif target is not None:
        found.targets.setdefault(_name(target[1]), target[2])
        return
    for mark in _MARK.finditer(line, at):
        _take(mark, start, found)


def _take(mark: re.Match[str], start: int, found: _Found) -> None:
    if mark["note"] is not None:
        found.marks.append((mark["note"].casefold(), start + mark.start(), start + mark.end()))
    elif mark["words"] is not None:
        begin, end = start + mark.start("words"), start + mark.end("words")
        if mark["picture"]:
            return
        if mark["address"] is not None:
            found.links.append((begin, end, mark["address"]))
        else:
            found.named.append((begin, end, _name(mark["name"] or mark["words"])))
    elif mark["bracketed"] is not None or mark["bare"] is not None:
        group = "bare" if mark["bracketed"] is None else "bracketed"
        found.links.append((start + mark.start(group), start + mark.end(group), mark[group]))


def _elements(found: _Found) -> Iterator[Element]:
    returned: set[str] = set()
    for name, start, end in found.marks:
        note = found.notes.get(name)
        if note is None:
            continue
        yield Element(start, end, "jump", str(note[0]))
        if name not in returned:
            returned.add(name)
            yield Element(*note, "jump", str(start))
    named = [(start, end, found.targets[name]) for start, end, name in found.named if name in found.targets]
    for start, end, address in (*found.links, *named):
        if not address.startswith("#"):
            yield Element(start, end, "link", address)
        elif address[1:].lower() in found.headings:
            yield Element(start, end, "jump", str(found.headings[address[1:].lower()]))


def _name(words: str) -> str:
    return " ".join(words.casefold().split())


def _slug(words: str) -> str:
    """Return what a heading is called in an address, as GitHub does."""
    return _SLUG.sub("", words.lower()).replace(" ", "-")
