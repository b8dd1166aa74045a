"""Plain text set into Markdown so that each character means there what it meant before (CommonMark 0.31)."""

import re

LINE_BREAKS = re.compile("[\t-\r\x1c-\x1f\x85\u2028\u2029]+")

_INLINE = re.compile(
    r"""
    \\ (?= [!-/:-@\[-`{-~] | $ )              # a backslash that would escape something, or break the line
    | [*`\[|~]                                # emphasis, code, links, tables, strike-through
    | (?<! [^\W_] ) _ | _ (?! [^\W_] )        # an underscore inside a word means nothing
    | < (?= [A-Za-z/!?] )
    | & (?= \#? [0-9A-Za-z]{1,32} ; )
    """,
    re.VERBOSE,
)
_LINE_START = re.compile(r"[#>+=-]|[0-9]{1,9}(?=[.)](\s|$))")


def one_line(text: str) -> str:
    """Return plain text on one line, so that Markdown shows it as it is."""
    return escaped(LINE_BREAKS.sub(" ", text).strip())


def escaped(line: str) -> str:
    """Return one line of plain text so that Markdown shows it as it is, wherever but at its start it stands."""
    return _INLINE.sub(lambda found: f"\\{found[0]}", line)


def at_line_start(line: str) -> str:
    """Return an escaped line so that its beginning makes no heading, list, quotation or rule of it."""
    found = _LINE_START.match(line)
    if found is None:
        return line
    mark = found.end() if found[0].isdigit() else 0
    return f"{line[:mark]}\\{line[mark:]}"
