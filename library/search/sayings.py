"""What short texts say: whether a title, a note or the name of a tag meets a query, and where."""

from collections.abc import Callable, Iterator, Set

from library.chinese.folding import fold
from library.chinese.ownwords import OwnWords
from library.search.leaves import Form, Options, near_places
from library.search.patterns import Matcher
from library.search.places import Place
from library.search.query import All, Any, Field, Near, Node, Not, Pattern, Phrase, Said, sought
from library.storage.blocks import build_table
from library.storage.texts import ReadingText

Span = tuple[int, int]


class Sayings:
    """Asks of short texts what a query asks of long ones."""

    def __init__(self, node: Node, options: Options, known: Callable[[Field], Set[str]], own: OwnWords) -> None:
        """`known` tells of a field which documents it is true of; `own` are the words that are whole for who asks."""
        self._own = own
        self._node = node
        self._options = options
        self._known = known
        self._documents: dict[Field, Set[str]] = {}
        self._sought = list(sought(node))
        self._matchers: dict[Pattern, Matcher] = {}

    @property
    def looks_for_text(self) -> bool:
        """Whether the query looks for anything that is written, and not only for what is known of documents."""
        return bool(self._sought)

    def meet(self, text: str, document_id: str | None) -> bool:
        """Say whether a text that belongs to a document, or to none, meets the query and has something it looks for."""
        return self.find(text) is not None and self._says(self._node, text, document_id)

    def find(self, text: str) -> Span | None:
        """Return where a text has the first thing that the query looks for, in code points; None if it has nothing."""
        return next((span for part in self._sought if (span := self._find(part, text)) is not None), None)

    def _says(self, node: Node, text: str, document_id: str | None) -> bool:
        match node:
            case Phrase() | Pattern() | Near():
                return self._find(node, text) is not None
            case Said():  # nobody speaks in what is written about a text
                return False
            case Not():
                return not self._says(node.part, text, document_id)
            case All():
                return all(self._says(part, text, document_id) for part in node.parts)
            case Any():
                return any(self._says(part, text, document_id) for part in node.parts)
            case Field():
                if node not in self._documents:
                    self._documents[node] = self._known(node)
                return document_id in self._documents[node]

    def _find(self, node: Phrase | Pattern | Near | Said, text: str) -> Span | None:
        match node:
            case Phrase():
                return next(map(_span, _places(node.text, text, self._options, self._own)), None)
            case Pattern():
                matcher = self._matchers.setdefault(node, Matcher(node.text))
                return next(iter(matcher.spans(text)), None)
            case Near():
                left = list(_places(node.left.text, text, self._options, self._own))
                right = list(_places(node.right.text, text, self._options, self._own))
                return next(map(_span, near_places(left, right, node.distance)), None)
            case Said():
                return None


def find_phrase(phrase: str, text: str) -> Span | None:
    """Return where a phrase first stands in a short text, in any form, in code points; or None."""
    return next(map(_span, _places(phrase, text, Options())), None)


def _places(phrase: str, text: str, options: Options, own: OwnWords | None = None) -> Iterator[Place]:
    key = fold(phrase).text
    if key:
        found = _of_key(key, text)
        if options.is_strict:
            found = filter(Form(phrase, options, ReadingText(text.encode(), build_table(text)), own).suits, found)
        yield from found
    else:
        starts = (start for start in range(len(text)) if text.startswith(phrase, start))
        yield from (Place(start, start + len(phrase), crosses=False) for start in starts)


def _of_key(key: str, text: str) -> Iterator[Place]:
    folded = fold(text)
    index = folded.text.find(key)
    while index >= 0:
        yield Place(folded.offsets.start(index), folded.offsets.end(index + len(key) - 1), crosses=False)
        index = folded.text.find(key, index + 1)


def _span(place: Place) -> Span:
    return place.start, place.end
