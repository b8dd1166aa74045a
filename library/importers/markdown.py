"""Markdown: the text as it is written, its title, author and date from the front matter or the first heading."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from library.chinese.titles import one_line, title_of
from library.fields import BY_NAME
from library.importers.base import ImportOptions
from library.importers.encodings import decode
from library.importers.markdownlinks import links_of
from library.models import Draft
from library.progress import Progress

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*$\n?", re.DOTALL | re.MULTILINE)
_FIELD = re.compile(r"^([A-Za-z_-]+)[ \t]*:[ \t]*(.*)$")
_ITEM = re.compile(r"^[ \t]+-[ \t]+(.+)$|^-[ \t]+(.+)$")
_ROW = frozenset(name for name, field in BY_NAME.items() if field.kept == "row")
_HEAD = 65_536
"""Code points in which the front matter and the first heading are looked for."""
_HEADING_LENGTH = 120
"""Code points above which a heading is a paragraph that happens to stand above a line of dashes."""


class MarkdownImporter:
    """Reads a Markdown file as one text, its marks kept."""

    name = "markdown"
    suffixes = (".md", ".markdown", ".mdown", ".mkd")

    def read(self, path: Path, options: ImportOptions, progress: Progress) -> Iterator[Draft]:
        """Yield the file's one document; Refused if its bytes are no text."""
        progress.report(0, 1, options.name or path.name)
        decoded = decode(path.read_bytes(), options.encoding)
        head = decoded.text[:_HEAD]
        fields = front_matter(head)
        body = _FRONT_MATTER.sub("", head)
        title = one_line(fields.get("title", "")) or _first_heading(body) or title_of(body, options.stem(path))
        yield Draft(
            text=decoded.text,
            title=title,
            format=self.name,
            encoding=decoded.encoding,
            author=one_line(fields.get("author") or fields.get("authors", "")),
            date=one_line(fields.get("date", "")),
            issuer=one_line(fields.get("issuer", "")),
            number=one_line(fields.get("number", "")),
            language=one_line(fields.get("lang") or fields.get("language", "")),
            replaced=decoded.replaced,
            stripped=decoded.stripped,
            elements=links_of(decoded.text),
            fields=tuple((name, value) for name, value in fields.items() if name in BY_NAME and name not in _ROW),
        )


def front_matter(text: str) -> dict[str, str]:
    """Return the fields of a YAML front matter by name in lower case: values, and lists joined with semicolons."""
    found = _FRONT_MATTER.match(text)
    fields: dict[str, str] = {}
    name = ""
    for line in found[1].splitlines() if found else ():
        field = _FIELD.match(line)
        item = _ITEM.match(line)
        if field:
            name = field[1].lower()
            fields[name] = _value(field[2])
        elif item and name:
            fields[name] = "; ".join(filter(None, (fields[name], _value(item[1] or item[2]))))
    return fields


def _value(written: str) -> str:
    """Return a YAML value without its quotes, a list in brackets with its items joined by semicolons."""
    written = written.strip()
    if written.startswith("[") and written.endswith("]"):
        return "; ".join(filter(None, (_value(item) for item in written[1:-1].split(","))))
    if len(written) > 1 and written[0] == written[-1] and written[0] in "\"'":
        return written[1:-1].replace('\\"', '"') if written[0] == '"' else written[1:-1].replace("''", "'")
    return "" if written in {"|", ">", "~", "null"} else written


def _first_heading(text: str) -> str:
    """Return the words of the first heading of the highest level there is, or nothing."""
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark").parse(text)
    headings: list[tuple[str, str]] = []
    for opening, inline in pairwise(tokens):
        if opening.type == "heading_open":
            words = "".join(child.content if child.content else " " for child in inline.children or ())
            if one_line(words) and len(words) <= _HEADING_LENGTH:
                headings.append((opening.tag, one_line(words)))
    return min(headings, key=lambda heading: heading[0])[1] if headings else ""
