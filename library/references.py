"""References in Markdown: `[[kind:id|words]]` leads to something, `![[highlight:id]]` alone on a line is an excerpt.

The form is that of wiki links and of what they embed; the id makes it outlive renaming.
"""

import re
from dataclasses import dataclass
from typing import Literal

ReferenceKind = Literal["highlight", "document", "tag", "memo"]

_ID = r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
_REFERENCE = re.compile(rf"(?<!!)\[\[(highlight|document|tag|memo):({_ID})(?:\|([^\[\]\n]*))?\]\]")
TITLE = re.compile(r"\[\[(?P<title>[^\[\]|\n]*[^\s\[\]|][^\[\]|\n]*)(?:\|(?P<words>[^\[\]\n]*))?\]\]")
"""A wiki link as people write it: to something by its title, and the words that are shown of it if they are others."""
_CODE_OR_TITLE = re.compile(rf"(?P<code>`+)(?!`).*?(?<!`)(?P=code)(?!`)|{TITLE.pattern}", re.DOTALL)
_EXCERPT = re.compile(rf"^[ \t]*!\[\[highlight:({_ID})\]\][ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference that stands at code points `start` to `end`, end exclusive; `words` is what is shown of it."""

    start: int
    end: int
    kind: ReferenceKind
    id: str
    words: str


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a memo: prose, or the excerpt of one highlight. `start` and `end` are code points, end exclusive."""

    start: int
    end: int
    text: str
    highlight_id: str | None = None


def reference(kind: ReferenceKind, id: str, words: str) -> str:
    """Return the Markdown that leads to something; of `words`, what would end the reference is left out."""
    plain = " ".join(re.sub(r"[\[\]|]", " ", words).split())
    return f"[[{kind}:{id}|{plain}]]" if plain else f"[[{kind}:{id}]]"


def references(text: str) -> list[Reference]:
    """Return the references in Markdown, in order; excerpts are none."""
    found: list[Reference] = []
    for match in _REFERENCE.finditer(text):
        kind: ReferenceKind = match[1]  # pyright: ignore[reportAssignmentType]  # the pattern knows no other
        found.append(Reference(match.start(), match.end(), kind, match[2], match[3] or ""))
    return found


def shown_words(text: str) -> str:
    """Return Markdown with the words of each reference in its place, as readers see it; one without words is “↗”."""
    return _REFERENCE.sub(lambda match: match[3] or "↗", text)


def shown_titles(text: str) -> str:
    """Return Markdown with the words of each wiki link in its place; in code there are none."""
    return _CODE_OR_TITLE.sub(lambda match: match[0] if match["code"] else title_words(match), text)


def title_words(match: re.Match[str]) -> str:
    """Return the words that are shown of a wiki link, which `TITLE` found."""
    return ((match["words"] or "").strip() or match["title"]).strip()


def excerpt_line(highlight_id: str) -> str:
    """Return the line that stands for the excerpt of a highlight."""
    return f"![[highlight:{highlight_id}]]"


def parts(text: str) -> list[Part]:
    """Return the stretches of a memo in order: its excerpts, and the prose between them that is not blank."""
    found: list[Part] = []
    end = 0
    for match in _EXCERPT.finditer(text):
        found.extend(_prose(text, end, match.start()))
        found.append(Part(match.start(), match.end(), match[0], match[1]))
        end = match.end()
    found.extend(_prose(text, end, len(text)))
    return found


def with_excerpts(text: str, highlight_ids: list[str], at: int | None = None) -> str:
    """Return a memo with excerpts put in after the part that holds code point `at`, or at its end."""
    stretches = parts(text)
    index = len(stretches)
    if at is not None:
        index = next((number for number, part in enumerate(stretches, 1) if at <= part.end), index)
    lines = [part.text for part in stretches]
    lines[index:index] = [excerpt_line(highlight_id) for highlight_id in highlight_ids]
    return _joined(lines)


def with_part_moved(text: str, index: int, step: int) -> str:
    """Return a memo in which part `index` has gone `step` places further down, or up where it is negative."""
    lines = [part.text for part in parts(text)]
    line = lines.pop(index)
    lines.insert(min(max(index + step, 0), len(lines)), line)
    return _joined(lines)


def with_part_removed(text: str, index: int) -> str:
    """Return a memo without its part `index`."""
    lines = [part.text for part in parts(text)]
    del lines[index]
    return _joined(lines)


def _prose(text: str, start: int, end: int) -> list[Part]:
    stretch = text[start:end]
    plain = stretch.strip("\n")
    if not plain.strip():
        return []
    first = start + len(stretch) - len(stretch.lstrip("\n"))
    return [Part(first, first + len(plain), plain)]


def _joined(lines: list[str]) -> str:
    return "\n\n".join(lines) + "\n" if lines else ""
