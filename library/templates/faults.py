"""What is wrong with a template, in words: the line, and the reason as far as it is known."""

import re
from collections.abc import Callable

from library.errors import Refused

_REASONS: tuple[tuple[re.Pattern[str], Callable[[str], Refused]], ...] = (
    (
        re.compile(r"object has no element (\d+)$"),
        lambda word: Refused("the list is shorter: there is nothing at {word}, counted from 0", word=word),
    ),
    (
        re.compile(r"^'([^']+)' is undefined$|has no (?:attribute|element) '?([^']+?)'?$"),
        lambda word: Refused("there is nothing called “{word}”", word=word),
    ),
    (
        re.compile(r"access to attribute '(.+?)' of|(.+) is not safely callable"),
        lambda word: Refused("templates may not reach “{word}”", word=word),
    ),
    (re.compile(r"^No filter named '(.+)'\.$"), lambda word: Refused("there is no filter called “{word}”", word=word)),
    (re.compile(r"^No test named '(.+)'\.$"), lambda word: Refused("there is no test called “{word}”", word=word)),
    (
        re.compile(r"^Encountered unknown tag '(.+?)'\."),
        lambda word: Refused("“{word}” is no statement that could stand here", word=word),
    ),
    (
        re.compile(r"^Unexpected end of template\..*innermost block that needs to be closed is '(.+?)'", re.DOTALL),
        lambda word: Refused("the template ends, but “{word}” is not closed", word=word),
    ),
    (
        re.compile(r"^Missing end of (.+?) (?:tag|directive)$|^unexpected '?end of template"),
        lambda _: Refused("something is opened here and never closed"),
    ),
    (
        re.compile(r"^expected token '(?:end of (?:print|statement).*)', got '(.+)'$|^unexpected (?:char )?'(.+?)'"),
        lambda word: Refused("“{word}” cannot stand here", word=word),
    ),
    (
        re.compile(r"^(?:expected token '(?:name|string|integer)', |Expected an expression, )got '(?:end|begin) of "),
        lambda _: Refused("something is missing here"),
    ),
    (
        re.compile(r"^(?:expected token '(?:name|string|integer)', |Expected an expression, )got '(.+)'$"),
        lambda word: Refused("“{word}” cannot stand here", word=word),
    ),
    (
        re.compile(r"^expected token '(.+)', got '.+'$"),
        lambda word: Refused("“{word}” should stand here", word=word),
    ),
    (re.compile(r"^block '(.+)' defined twice$"), lambda word: Refused("the block “{word}” is there twice", word=word)),
)


def fault(template: str, line: int, reason: Refused) -> Refused:
    """Return the refusal of a template that is wrong at `line`, from 1; 0 where that is not known."""
    if not line:
        return Refused("The template “{template}” does not work: {reason}.", template=template, reason=reason)
    return Refused("Line {line} of the template “{template}”: {reason}.", line=line, template=template, reason=reason)


def reason_of(message: str) -> Refused:
    """Return in words what Jinja says is wrong."""
    for pattern, words in _REASONS:
        found = pattern.search(message)
        if found is not None:
            return words(next((group for group in found.groups() if group), ""))
    return Refused("this is not written as it must be in a template")


def not_done(error: Exception) -> Refused:
    """Return the reason of one that Python cannot carry out."""
    if isinstance(error, ZeroDivisionError):
        return Refused("something is divided by zero")
    return Refused("this cannot be done with what is given to it")


def too_far() -> Refused:
    """Return the reason of one that counts on and on."""
    return Refused("it counts further than to 100,000")


def too_much() -> Refused:
    """Return the reason of one that makes more than there is room for."""
    return Refused("this makes more than there is room for")


def without_end() -> Refused:
    """Return the reason of one that calls itself."""
    return Refused("it goes too deep, or calls itself without end")


def too_slow(seconds: float) -> Refused:
    """Return the reason of one that was still at work after `seconds`."""
    return Refused("it was still at work here after {seconds} seconds, and was ended", seconds=round(seconds))


def too_long(characters: int) -> Refused:
    """Return the reason of one that wrote more than so many characters."""
    return Refused("it had written more than {count} million characters, and was ended", count=characters // 1_000_000)


def not_included(name: str) -> Refused:
    """Return the reason of one that includes what is not there."""
    return Refused("there is no template “{name}” in the folder of templates", name=name)
