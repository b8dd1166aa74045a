"""The names of BibTeX: “Last, First”, “First von Last”, {Corporate Author}, joined by “and”."""

import re
from collections.abc import Iterator

from library.bibliography.latex import decoded, encoded
from library.bibliography.names import from_parts, parts_of

_PART = re.compile(r"\{|\}|(?<= )and(?= )|,| ", re.IGNORECASE)


def persons(written: str) -> list[str]:
    """Return the persons of a field of names as they are kept; “and others” is none."""
    names = [name for name in _split(" ".join(written.split()), "and") if name not in ("", "others")]
    return [_person(name) for name in names]


def written_names(names: tuple[str, ...]) -> str:
    """Return persons as BibTeX writes them."""
    return " and ".join(map(_written, names))


def _person(name: str) -> str:
    if name.startswith("{") and name.endswith("}") and len(_split(name[1:-1], "")) == 1:
        return decoded(name)
    parts = _split(name, ",")
    if len(parts) > 1 and all("=" in part for part in parts):
        told = dict(part.split("=", 1) for part in parts)
        keys = "family", "given", "prefix", "suffix"
        return from_parts(*(decoded(told.get(key, "").strip('"')).strip() for key in keys))
    plain = [decoded(part).strip() for part in parts]
    if len(plain) > 2:
        return from_parts(plain[0], " ".join(plain[2:]), suffix=plain[1])
    if len(plain) == 2:
        return from_parts(*plain)
    return _in_order(_split(name, " "))


def _in_order(words: list[str]) -> str:
    """Return a name of which the first name comes first: what begins in lower case belongs to the last name."""
    plain = [decoded(word) for word in words]
    particle = next((at for at, word in enumerate(plain[:-1]) if word[:1].islower()), len(plain) - 1)
    return from_parts(" ".join(plain[particle:]), " ".join(plain[:particle]))


def _split(text: str, sign: str) -> list[str]:
    """Return the parts of a text between a sign that stands outside braces; what closes too often counts as nothing."""
    return [part.strip() for part in _parts(text, sign)] if text else []


def _parts(text: str, sign: str) -> Iterator[str]:
    depth = start = 0
    for found in _PART.finditer(text):
        if found[0] == "{":
            depth += 1
        elif found[0] == "}":
            depth = max(depth - 1, 0)
        elif not depth and found[0].lower() == sign:
            yield text[start : found.start()]
            start = found.end()
    yield text[start:]


def _written(name: str) -> str:
    last, first, suffix = parts_of(name)
    if not first:
        return encoded(name) if name.isalpha() else f"{{{encoded(name)}}}"
    return ", ".join(map(encoded, filter(None, (last, suffix, first))))
