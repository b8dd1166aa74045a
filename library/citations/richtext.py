"""Text with italics and superscripts, in runs, and how it is written as plain text, Markdown and HTML."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import escape
from typing import Literal, TypeAlias

from library.escaping import at_line_start, escaped

Face: TypeAlias = Literal["", "italic", "superscript"]

_TAGS: dict[Face, str] = {"italic": "em", "superscript": "sup"}
_CLOSED = ".?!。？！…"


@dataclass(frozen=True, slots=True)
class Run:
    """A part of a text, all of it in one face."""

    text: str
    face: Face = ""


@dataclass(frozen=True, slots=True)
class RichText:
    """Runs in their order, none of them empty, no two of one face side by side."""

    runs: tuple[Run, ...] = ()

    @property
    def plain(self) -> str:
        """The text alone."""
        return "".join(run.text for run in self.runs)

    def mapped(self, change: Callable[[str], str]) -> "RichText":
        """Return the text with each run as `change` makes it, in the face that it had."""
        return _joined(Run(change(run.text), run.face) for run in self.runs)

    @property
    def markdown(self) -> str:
        """The text as one line of Markdown; superscripts are HTML, for which Markdown has no sign of its own."""
        return at_line_start("".join(map(_as_markdown, self.runs)))

    @property
    def html(self) -> str:
        """The text as HTML that can stand inside a paragraph."""
        return "".join(_tagged(escape(run.text, quote=False).replace("\n", "<br>"), run.face) for run in self.runs)


def rich(*parts: str | Run) -> RichText:
    """Return parts as one text, those without a face as plain runs."""
    return _joined(part if isinstance(part, Run) else Run(part) for part in parts)


def joined(texts: Iterable[RichText], between: str) -> RichText:
    """Return texts as one, with `between` between each two."""
    runs = (run for text in texts for run in (Run(between), *text.runs))
    return _joined(list(runs)[1:])


class Sentences:
    """Puts together a text of sentences, in which no full stop follows another one or a ? or !."""

    def __init__(self) -> None:
        self._runs: list[Run] = []

    @property
    def text(self) -> RichText:
        return _joined(self._runs)

    def add(self, *parts: str | Run, after: str = ". ") -> None:
        """Add a sentence of `parts`, unless they are empty; `after` is what parts it from what stands before it."""
        made = _without_mark_before(rich(*parts).runs)
        if not made:
            return
        if self._runs:
            self._runs.append(Run(fitting(self.text.plain, after)))
        self._runs.extend(made)

    def end(self, *, at_address: bool = False) -> RichText:
        """Return the text with its full stop; with `at_address` none follows the web address that it ends with."""
        if self._runs and not at_address:
            self._runs.append(Run(fitting(self.text.plain, ".")))
        return self.text


def _without_mark_before(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Return a sentence without the comma or space that it begins with where its first part is missing."""
    if not runs:
        return ()
    first = runs[0].text.lstrip(" ,:")
    return (Run(first, runs[0].face), *runs[1:]) if first else _without_mark_before(runs[1:])


def fitting(before: str, mark: str) -> str:
    """Return `mark` without the full stop that it begins with, where `before` is closed already."""
    closed = before.rstrip("”’」』")[-1:] in _CLOSED if before else False
    return mark[1:] if mark.startswith(".") and closed else mark


def _joined(runs: Iterable[Run]) -> RichText:
    made: list[Run] = []
    for run in runs:
        if made and made[-1].face == run.face:
            made[-1] = Run(made[-1].text + run.text, run.face)
        elif run.text:
            made.append(run)
    return RichText(tuple(made))


def _as_markdown(run: Run) -> str:
    """Return a run as Markdown; emphasis takes no white space at its ends."""
    text = escaped(run.text)
    if run.face != "italic":
        return _tagged(text, run.face)
    inner = text.strip()
    return text.replace(inner, f"*{inner}*", 1) if inner else text


def _tagged(text: str, face: Face) -> str:
    return f"<{_TAGS[face]}>{text}</{_TAGS[face]}>" if face else text
