"""What the fields of Word documents and rich text say in their instructions (ECMA-376 part 1, 17.16.5)."""

import re

_LINK = re.compile(
    r'^\s*HYPERLINK\s+(?:\\[a-km-z]\s+)*(\\l\s+)?(?:"([^"]*)"|(\S+))(?:\s+\\l\s+"([^"]*)")?', re.IGNORECASE
)
_REFERENCE = re.compile(r"^\s*(?:PAGEREF|REF|NOTEREF)\s+(\S+).*\\h\b", re.IGNORECASE | re.DOTALL)
_RUBY = re.compile(
    r"^\s*EQ\b.*\\o\s*\\a[cdjlr]\s*\(\s*\\s\s*\\up[^(]*\([^()]*\)\s*[,;](.*)\)\s*$", re.IGNORECASE | re.DOTALL
)


def link_target(instruction: str) -> str:
    """Return what a field leads to: an address, or `#name` of a bookmark; nothing if it is no link."""
    found = _LINK.match(instruction)
    if found:
        address = found[2] or found[3]
        if found[1]:
            return f"#{address}"
        return f"{address}#{found[4]}" if found[4] else address.replace("\\\\", "\\")
    referred = _REFERENCE.match(instruction)
    return f"#{referred[1]}" if referred else ""


def words_under_readings(instruction: str) -> str:
    """Return the words of a field that sets their reading above them, as Word's phonetic guide does; else nothing."""
    found = _RUBY.match(instruction)
    return found[1].strip() if found else ""
