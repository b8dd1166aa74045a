"""What a format has no place for, written beside it so that it comes back: `name: value` on lines of their own."""

from collections.abc import Callable, Iterable, Iterator

from library.bibliography.base import Draft, Reading, Reference

MARK = "zhupi"
"""By what such lines are told, and the field or key they stand in is called."""
ABSTRACT, NOTE, KEYWORD, FILE = "&abstract", "&note", "&keyword", "&file"
"""What is no field of a document; no field can be called so."""

_ESCAPES = {"\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "{": "\\l", "}": "\\g", "\x85": "\\e"}
_PLAIN = {escape[1]: character for character, escape in _ESCAPES.items()}


def left_over(reference: Reference, render: Callable[[Reference], str], read: Callable[[str], Reading]) -> list[str]:
    """Return lines with all of `reference` that does not come back when what is rendered of it is read."""
    again = read(render(reference)).references
    back = again[0] if len(again) == 1 else Reference({})
    return [
        *(f"{name}: {escaped(value)}" for name, value in reference.values.items() if back.value(name) != value),
        *(f"{name}: " for name in back.values if name not in reference.values),
        *_unlike(ABSTRACT, [reference.abstract], [back.abstract]),
        *_unlike(NOTE, [reference.note], [back.note]),
        *_unlike(KEYWORD, reference.keywords, back.keywords),
        *_unlike(FILE, reference.files, back.files),
    ]


def take(draft: Draft, lines: Iterable[str]) -> None:
    """Put what such lines say into an entry, in place of what was read of it elsewhere."""
    for line in lines:
        name, sign, value = line.partition(":")
        if not sign:
            draft.untaken.append((MARK, line))
            continue
        plain = unescaped(value.removeprefix(" "))
        match name:
            case "&abstract":
                draft.abstract = "".join(_list(plain))
            case "&note":
                draft.notes = _list(plain)
            case "&keyword":
                draft.keywords = _list(plain)
            case "&file":
                draft.files = _list(plain)
            case _:
                draft.values[name] = plain


def escaped(value: str) -> str:
    """Return a text on one line, without braces."""
    return "".join(_ESCAPES.get(character, character) for character in value)


def unescaped(value: str) -> str:
    """Return what `escaped` was given."""
    return "".join(_unescaped(value))


def _unescaped(value: str) -> Iterator[str]:
    characters = iter(value)
    for character in characters:
        if character == "\\":
            sign = next(characters, "")
            yield _PLAIN.get(sign, character + sign)
        else:
            yield character


def _unlike(name: str, wanted: Iterable[str], there: Iterable[str]) -> list[str]:
    wanted = list(wanted)
    lines = "\n".join(map(escaped, wanted))
    return [] if wanted == list(there) else [f"{name}: {escaped(lines)}"]


def _list(plain: str) -> list[str]:
    return [unescaped(part) for part in plain.split("\n")] if plain else []
