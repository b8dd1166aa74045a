"""Quotes, titles and notes set into Markdown so that each means there what it meant before (CommonMark 0.31)."""

import re
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from library.escaping import at_line_start, block_quote, one_line, wiki_link
from library.references import references, shown_words

NOTE_LEVEL = 3
"""How many levels the headings in a note stand lower than they would alone: no document or theme begins there."""
_RISKY = re.compile(r"[`~<#]|^[\s>]*(?:=+|-+)[ \t]*$", re.MULTILINE)
_BEFORE = re.compile(r"(?:[ \t>]|[-*+](?=[ \t])|[0-9]+[.)](?=[ \t]))*")
"""What may stand before a heading on its line: it may be in a quotation or in a list."""
_HTML = re.compile(
    r"""
    \\ [!-/:-@\[-`{-~]                        # already escaped
    | (?<! ` ) (?P<code> `+ ) (?! ` ) .*? (?<! ` ) (?P=code) (?! ` )
    | < (?: https? | mailto ) : [^\s<>]* >
    | (?P<tag> < (?= [A-Za-z/!?] ) )
    """,
    re.VERBOSE,
)


def quotation(quote: str, original: str = "") -> str:
    """Return a block quotation of `quote`, with `original`, what the text itself says, below it."""
    quoted = block_quote(quote)
    return f"{quoted}\n>\n> {at_line_start(one_line(original))}" if original else quoted


def heading(text: str, level: int = 1) -> str:
    """Return plain text as a heading; Markdown has six levels, and what is deeper stands on the sixth."""
    return f"{'#' * min(level, 6)} " + re.sub("#+$", lambda found: f"\\{found[0]}", one_line(text))


def contained(note: str, below: int = 0) -> str:
    """Return Markdown that ends where it ends: an open code fence is closed, HTML is shown and not obeyed.

    References to documents are wiki links by their titles; others, which lead to nothing outside the library, are their
    words. Its headings stand so many levels `below`.
    """
    text = shown_words(_with_wiki_links(note)).replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    if not _RISKY.search(text):
        return text
    lines = text.split("\n")
    code: set[int] = set()
    end: list[str] = []
    for token in _parser().parse(text):
        if token.type == "heading_open" and below:
            _lower(lines, token, below)
        if token.map is None or token.type not in ("fence", "code_block"):
            continue
        first, last = token.map
        code.update(range(first, last))
        at_end = token.type == "fence" and token.level == 0 and last >= len(lines)
        if at_end and not (len(lines) - first > 1 and _closes(lines[-1], token.markup)):
            end = [token.markup]
    shown = [line if number in code else _without_html(line) for number, line in enumerate(lines)]
    return "\n".join(shown + end)


def _with_wiki_links(text: str) -> str:
    """Return Markdown with a wiki link, as below a quotation, for each reference to a document that has words."""
    made, at = "", 0
    for found in references(text):
        if found.kind == "document" and found.words:
            made, at = made + text[at : found.start] + wiki_link(found.words), found.end
    return made + text[at:]


def _lower(lines: list[str], heading: Token, below: int) -> None:
    """Set a heading so many levels `below`; one that is underlined (CommonMark 0.31, 4.3) gets its signs before it."""
    first, last = heading.map or [0, 0]
    before = _BEFORE.match(lines[first])
    at = before.end() if before else 0
    words = lines[first][at:]
    if heading.markup.startswith("#"):
        words = words[len(heading.markup) :]
    else:
        lines[last - 1] = lines[last - 1].rstrip(" \t=-")
        words = f" {words} #" if words.rstrip().endswith("#") else f" {words}"
    lines[first] = f"{lines[first][:at]}{'#' * min(int(heading.tag[1:]) + below, 6)}{words}"


def _closes(line: str, fence: str) -> bool:
    return re.fullmatch(f" {{0,3}}{re.escape(fence)}{re.escape(fence[0])}*[ \t]*", line) is not None


def _without_html(line: str) -> str:
    return _HTML.sub(lambda found: "\\<" if found["tag"] else found[0], line)


@cache
def _parser() -> MarkdownIt:
    # Without HTML its blocks are paragraphs, which is what they become once the “<” is escaped.
    return MarkdownIt("commonmark", {"html": False})
