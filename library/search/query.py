"""The language of queries: words, "phrases", -, OR, parentheses, NEAR/n, /patterns/ and fields, read into a tree.

Words with spaces between them must all stand in a document. Operators are written as the common search engines write
them; NEAR/n is that of full-text databases.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from library.errors import InvalidQuery
from library.fields import BY_NAME as DECLARED
from library.fields import FIELDS as TOLD

SPEAKER = "speaker"
"""The field of who speaks: what stands beside it has to be said by that one."""
FIELDS = tuple(dict.fromkeys(("tag", "color", "in", SPEAKER, "title", "note", "date", *DECLARED)))
"""What can be asked of documents in every library; a library may have fields of its own besides."""
CHINESE = {
    "标签": "tag",
    "颜色": "color",
    "文集": "in",
    "说话人": SPEAKER,
    "批注": "note",
    **{field.chinese: field.name for field in TOLD if field.chinese != field.label},
}
"""What fields may be called instead, whatever language the interface speaks."""
LONGEST = 20_000
"""Code points that a query may have."""
DEEPEST = 40
"""Parentheses and minus signs that may stand in one another."""
FURTHEST = 10_000
"""The greatest n of NEAR/n."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A text that must stand somewhere; `quoted` where it was written in quotation marks."""

    text: str
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Pattern:
    """A regular expression that must match somewhere."""

    text: str


@dataclass(frozen=True, slots=True)
class Field:
    """Something that must be known of a document or be said in it: `name` is one of FIELDS, or that of an own one."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Near:
    """Two phrases with at most `distance` code points between them, in either order."""

    left: Phrase
    right: Phrase
    distance: int


@dataclass(frozen=True, slots=True)
class Not:
    """What must not be so."""

    part: "Node"


@dataclass(frozen=True, slots=True)
class All:
    """What must be so together, in one document."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Any:
    """What must be so in part."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Said:
    """What must stand in what someone says: `by` is made of the fields of speakers alone."""

    what: Phrase | Pattern | Near
    by: "Node"


Node: TypeAlias = Phrase | Pattern | Field | Near | Not | All | Any | Said

_TOKENS = r"""
    [\s\u3000]+ | ""
    | (?P<open> \( ) | (?P<close> \) )
    | (?P<minus> [-－](?=[^\s\u3000]) )
    | (?P<unfilled> (?:FIELDS) [:：] (?=[\s\u3000)]|\Z) )
    | (?P<field> (?:FIELDS) [:：] )
    | (?P<quoted> "[^"]+" | (?<![^\s\u3000(:：-])“[^”]+”(?=[\s\u3000)]|\Z) )
    | (?P<unclosed> " )
    | (?P<pattern> /(?:[^/\\]|\\.)+/(?=[\s\u3000)]|\Z) )
    | (?P<near> NEAR/\d+(?=[\s\u3000()"]|\Z) )
    | (?P<unnumbered> NEAR/[^\s\u3000()"]* )
    | (?P<or> OR(?=[\s\u3000(]|\Z) )
    | (?P<word> [^\s\u3000"()]+ )
    """


@lru_cache(maxsize=8)
def _token(own: tuple[str, ...]) -> re.Pattern[str]:
    """Return what matches one token, where a library has the fields `own` besides."""
    names = sorted((*FIELDS, *CHINESE, *own), key=len, reverse=True)  # the longest first: one may begin like another
    return re.compile(_TOKENS.replace("FIELDS", "|".join(map(re.escape, names))), re.VERBOSE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str


def parse(query: str, own: Iterable[str] = ()) -> Node:
    """Return what a query asks for, where a library has the fields `own`; InvalidQuery where it makes no sense."""
    own = tuple(own)
    if len(query) > LONGEST:
        raise InvalidQuery(
            "The query has {length} characters, and may have {most}. Shorten it.", length=len(query), most=LONGEST
        )
    tokens = list(_tokens(query.replace("\0", ""), own))
    if not tokens:
        raise InvalidQuery("There is nothing to search for. Type a word.")
    reader = _Reader(tokens, frozenset(own))
    node = reader.either(0)
    if reader.left:
        raise _unopened()
    if not _asks(node):
        raise InvalidQuery("The query only says what must not be there. Add what should be found.")
    return node


def field_called(name: str, own: Iterable[str] = ()) -> str:
    """Return the name of the field that is called so; an own one keeps its name, though another be called so, too."""
    return name if name in own else CHINESE.get(name, name)


def sought(node: Node) -> Iterator[Phrase | Pattern | Near | Said]:
    """Yield what a query looks for in texts, what must not stand there left out."""
    match node:
        case All() | Any():
            for part in node.parts:
                yield from sought(part)
        case Not() | Field():
            pass
        case _:
            yield node


def _tokens(query: str, own: tuple[str, ...]) -> Iterator[_Token]:
    for found in _token(own).finditer(query):
        if found.lastgroup is not None:
            yield _Token(found.lastgroup, found[0])


class _Reader:
    """Reads tokens from the left; each method takes as much as belongs to what it is named for."""

    def __init__(self, tokens: list[_Token], own: frozenset[str]) -> None:
        self._tokens = tokens
        self._own = own
        self._at = 0

    @property
    def left(self) -> bool:
        """Whether tokens are left."""
        return self._at < len(self._tokens)

    def either(self, depth: int) -> Node:
        """Read alternatives with OR between them."""
        parts = [self._together(depth)]
        while self._take("or"):
            parts.append(self._together(depth))
        return parts[0] if len(parts) == 1 else Any(tuple(parts))

    def _together(self, depth: int) -> Node:
        parts: list[Node] = []
        while self.left and self._next.kind not in ("or", "close"):
            parts.append(self._one(depth))
            while (near := self._take("near")) is not None:
                parts.append(self._near(parts.pop(), near, depth))
        if not parts:
            raise self._nothing(depth)
        return parts[0] if len(parts) == 1 else All(tuple(parts))

    def _nothing(self, depth: int) -> InvalidQuery:
        """Return what to say where something should be found, and nothing is asked for."""
        before = self._tokens[self._at - 1].kind if self._at else ""
        if self.left and self._next.kind == "close" and before != "or":
            if depth:
                return InvalidQuery("There is nothing between two parentheses. Type what should be found there.")
            return _unopened()
        if not self.left and before == "open":
            return _unclosed()
        return InvalidQuery("Something is missing beside OR. Type what should be found there.")

    def _near(self, left: Node, near: _Token, depth: int) -> Near:
        if not self.left or self._next.kind in ("or", "close"):
            raise InvalidQuery("{operator} stands between two words. Type the second one.", operator=near.text)
        right = self._one(depth)
        if not isinstance(left, Phrase) or not isinstance(right, Phrase):
            raise InvalidQuery("{operator} stands between two words or quoted phrases.", operator=near.text)
        digits = near.text.removeprefix("NEAR/")
        if len(digits) > len(str(FURTHEST)) or int(digits) > FURTHEST:
            raise InvalidQuery("The number after NEAR/ is at most {most}.", most=FURTHEST)
        return Near(left, right, int(digits))

    def _one(self, depth: int) -> Node:
        if depth > DEEPEST:
            raise InvalidQuery(
                "More than {most} parentheses or minus signs stand in one another. Use fewer.", most=DEEPEST
            )
        token = self._next
        self._at += 1
        match token.kind:
            case "minus":
                if not self.left:
                    raise InvalidQuery("Something is missing after “-”. Type what must not be there.")
                return Not(self._one(depth + 1))
            case "open":
                node = self.either(depth + 1)
                if self._take("close") is None:
                    raise _unclosed()
                return node
            case "unfilled":
                raise InvalidQuery("Something is missing after “{field}”. Type it without a space.", field=token.text)
            case "field":
                return self._field(token)
            case "quoted":
                return Phrase(token.text[1:-1], quoted=True)
            case "unclosed":
                raise InvalidQuery("A quotation mark is open. Close it.")
            case "pattern":
                return Pattern(token.text[1:-1])
            case "unnumbered":
                raise InvalidQuery(
                    "{operator} needs a number: NEAR/8 allows 8 characters between two words.", operator=token.text
                )
            case "near":
                raise InvalidQuery("{operator} stands between two words. Type the first one.", operator=token.text)
            case _:
                return Phrase(token.text)

    def _field(self, token: _Token) -> Field:
        value = self._take("quoted") or self._take("word")
        if value is None:
            raise InvalidQuery("Something is missing after “{field}”. Type it without a space.", field=token.text)
        return Field(
            field_called(token.text[:-1], self._own), value.text[1:-1] if value.kind == "quoted" else value.text
        )

    @property
    def _next(self) -> _Token:
        return self._tokens[self._at]

    def _take(self, kind: str) -> _Token | None:
        """Take the next token if it is of this kind."""
        if not self.left or self._next.kind != kind:
            return None
        self._at += 1
        return self._tokens[self._at - 1]


def _unopened() -> InvalidQuery:
    return InvalidQuery("A parenthesis is closed that was not opened. Take it out, or open it before.")


def _unclosed() -> InvalidQuery:
    return InvalidQuery("A parenthesis is open. Close it.")


def _asks(node: Node) -> bool:
    """Say whether a query looks for anything at all, and not only for what lacks something."""
    match node:
        case Not():
            return False
        case All():
            return any(_asks(part) for part in node.parts)
        case Any():
            return all(_asks(part) for part in node.parts)
        case _:
            return True
