"""Plain text set into Markdown, YAML, TeX and tables so that each character means there what it meant before.

Markdown is CommonMark 0.31 with what Obsidian and Pandoc add: formulas, comments, marks, tags, citations, superscripts.
"""

import json
import re

LINE_BREAKS = re.compile("[\t-\r\x1c-\x1f\x85\u2028\u2029]+")

_INLINE = re.compile(
    r"""
    \\                                        # what it would escape, or begin as a command of TeX
    | [*`\[|~$^]                              # emphasis, code, links, tables, strike-through, formulas, superscripts
    | (?<! = ) = (?= = ) | (?<= = ) =         # ==a mark==
    | (?<! % ) % (?= % ) | (?<= % ) %         # %%a comment%%
    | (?<! [\w/] ) \# (?= [\w/-] )            # a tag
    | (?<! \w ) @ (?= [\w{] )                 # a citation
    | (?<! [^\W_] ) _ | _ (?! [^\W_] )        # an underscore inside a word means nothing
    | < (?= [A-Za-z/!?] )
    | & (?= \#? [0-9A-Za-z]{1,32} ; )
    """,
    re.VERBOSE,
)
_TAG = re.compile(r"[\w/-]*[^\W\d][\w/-]*")
"""What Obsidian takes for a tag: letters, digits, `_`, `-` and `/`, and not digits alone."""
_NOT_IN_LINKS = re.compile(r"[\[\]|#^\\:/]+")
_WIDE_BRACKETS = str.maketrans("[]", "［］")
_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_TEX = str.maketrans({
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}", "%": r"\%", "&": r"\&", "#": r"\#", "$": r"\$", "_": r"\_", "\u00a0": "~",
})  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_LINE_START = re.compile(r"[#>+=-]|:(?=\s)|[0-9]{1,9}(?=[.)](\s|$))")


def one_line(text: str) -> str:
    """Return plain text on one line, so that Markdown shows it as it is."""
    return escaped(LINE_BREAKS.sub(" ", text).strip())


def escaped(line: str) -> str:
    """Return one line of plain text so that Markdown shows it as it is, wherever but at its start it stands."""
    return _INLINE.sub(lambda found: f"\\{found[0]}", line)


def at_line_start(line: str) -> str:
    """Return an escaped line so that its beginning makes no heading, list, definition, quotation or rule of it."""
    found = _LINE_START.match(line)
    if found is None:
        return line
    mark = found.end() if found[0].isdigit() else 0
    return f"{line[:mark]}\\{line[mark:]}"


def block_quote(text: str) -> str:
    """Return a quotation in which each line of a text is a paragraph of its own, as it is in the text."""
    lines = [line for line in (line.strip(" \t") for line in text.split("\n")) if line]
    return "\n>\n".join(f"> {at_line_start(escaped(line))}" for line in lines) or ">"


def code_span(text: str) -> str:
    """Return plain text as a code span, in which nothing has a meaning but a run of as many backticks as begin it."""
    plain = LINE_BREAKS.sub(" ", text)
    longest = max((len(run) for run in re.findall("`+", plain)), default=0)
    fence = "`" * (longest + 1)
    padding = " " if plain.startswith("`") or plain.endswith("`") else ""
    return f"{fence}{padding}{plain}{padding}{fence}"


def tag(path: str) -> str:
    """Return a tag by its full name; one that Obsidian would take for another stands as code."""
    return f"#{path}" if _TAG.fullmatch(path) else code_span(path)


def yaml_string(text: str) -> str:
    """Return a double-quoted scalar: a JSON string is one (YAML 1.2, section 1.3), unprintable characters escaped."""
    return _UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))


def wiki_link(title: str) -> str:
    """Return a link to the note that is called like a document; what no file can be called is left out of its name."""
    title = " ".join(title.split())
    name = " ".join(_NOT_IN_LINKS.sub(" ", title).split())
    if not name:
        return one_line(title)
    # all behind the first | is shown; a bracket could end the link, and stands as its wide form
    shown = title.translate(_WIDE_BRACKETS)
    return f"[[{name}]]" if name == title else f"[[{name}|{shown}]]"


def tex(text: str) -> str:
    """Return TeX source that says a text, in Unicode."""
    return text.translate(_TEX)


def plain_cell(cell: str) -> str:
    """Return `cell` so that a spreadsheet takes it for text and not for a formula (OWASP, CSV injection)."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
