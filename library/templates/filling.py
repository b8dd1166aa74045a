"""Filling in a template: what it may do, how much of it, and where it stands when it may not."""

import sys
from collections.abc import Generator, Iterable, Iterator, Mapping, Sized
from dataclasses import fields
from traceback import walk_tb
from types import FrameType
from typing import Any, NoReturn, cast

from jinja2 import (
    FunctionLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    Undefined,
    pass_eval_context,
)
from jinja2 import Template as Compiled
from jinja2.exceptions import FilterArgumentError
from jinja2.ext import loopcontrols
from jinja2.filters import do_tojson
from jinja2.nodes import EvalContext
from jinja2.runtime import Context as Names
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from library.errors import Refused
from library.templates import faults
from library.templates.context import Context
from library.templates.filters import FILTERS
from library.templates.folder import suffix_of

MARKUP = frozenset({".html", ".htm", ".xhtml", ".xml", ".svg", ".opml"})
"""Of what is written, the kinds in which every text is escaped as HTML."""
MOST_CHARACTERS = 200_000_000
"""Characters that a template may write."""
_LONGEST = 20_000_000
"""How long a text or list may become by being repeated, and how many bits a number may have."""
_MOST_BITS = 10_000
_LEFT_OUT = ("lipsum",)


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja with only what a template needs: plain data, no files but the texts it is given."""

    intercepted_binops = frozenset({"*", "**"})

    def __init__(self, sources: Mapping[str, str]) -> None:
        super().__init__(
            loader=FunctionLoader(lambda name: (sources[name], name, None) if name in sources else None),
            undefined=StrictUndefined,
            autoescape=_is_markup,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            extensions=[loopcontrols],
        )
        self.filters.update({**FILTERS, "tojson": _as_json})
        for name in _LEFT_OUT:
            del self.globals[name]

    def call_binop(self, context: Names, operator: str, left: Any, right: Any) -> Any:
        """Calculate, unless the result would be larger than memory, or take for ever."""
        if _is_too_large(operator, left, right):
            raise MemoryError
        return super().call_binop(context, operator, left, right)

    def handle_exception(self, source: str | None = None) -> NoReturn:
        """Raise what was raised, as it is: `place_of` finds the line in it."""
        raise cast(BaseException, sys.exc_info()[1])


def fill(name: str, sources: Mapping[str, str], context: Context) -> Iterator[str]:
    """Yield what the template called `name` makes of a context, piece by piece; Refused with line and reason.

    `sources` are the texts of all templates by name.
    """
    try:
        template = Sandbox(sources).get_template(name)
        given = {field.name: getattr(context, field.name) for field in fields(context)}
        written = 0
        pieces = cast(Generator[str], template.generate(given))
        for piece in pieces:
            written += len(piece)
            if written > MOST_CHARACTERS:
                pieces.throw(_TooLong())  # where the template is, so that its line is known
            yield piece
    except Exception as error:  # a template may raise whatever Python can: it is the template that is wrong
        raise _refusal(name, error) from error


@pass_eval_context
def _as_json(context: EvalContext, value: object, indent: int | None = None) -> Markup:
    """Do as Jinja does, but say what is missing by its name."""
    if isinstance(value, Undefined):
        str(value)
    return do_tojson(context, value, indent)


def _is_markup(name: str | None) -> bool:
    return suffix_of(name or "") in MARKUP


def place_of(frames: Iterable[tuple[FrameType, int]]) -> tuple[str, int]:
    """Return the template and the line in it that the last of these frames with one stands at, or "" and 0."""
    found = "", 0
    for frame, line in frames:
        template: Compiled | None = frame.f_globals.get("__jinja_template__")
        if template is not None:
            found = template.name or "", template.get_corresponding_lineno(line)
    return found


class _TooLong(Exception):
    """More was written than may be."""


def _refusal(name: str, error: Exception) -> Refused:
    template, line = place_of(walk_tb(error.__traceback__))
    match error:
        case TemplateSyntaxError():
            return faults.fault(error.name or name, error.lineno, faults.reason_of(error.message or ""))
        case TemplateNotFound():
            reason = faults.not_included(str(error.name))
        case OverflowError() if str(error).startswith("Range"):
            reason = faults.too_far()
        case MemoryError() | OverflowError():
            reason = faults.too_much()
        case RecursionError():
            reason = faults.without_end()
        case _TooLong():
            reason = faults.too_long(MOST_CHARACTERS)
        case FilterArgumentError():
            reason = faults.not_done(error)
        case TemplateError():
            reason = faults.reason_of(error.message or "")
        case _:
            reason = faults.not_done(error)
    return faults.fault(template or name, line, reason)


def _is_too_large(operator: str, left: Any, right: Any) -> bool:
    """Say whether a product, or a power, would be larger than `_LONGEST`, or a number than `_MOST_BITS`."""
    if isinstance(left, int) and isinstance(right, int):
        bits = left.bit_length() * right if operator == "**" else left.bit_length() + right.bit_length()
        return bits > _MOST_BITS
    if isinstance(left, int):
        left, right = right, left
    return isinstance(right, int) and isinstance(left, Sized) and len(left) * right > _LONGEST
