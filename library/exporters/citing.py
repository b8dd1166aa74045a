"""How an export says where a quotation is from."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from library import citations
from library.citations import Entry, Locator, RichText, item_of, rich
from library.citations.locators import LocatorChoice
from library.exporters.wording import Wording
from library.models import Document, Excerpt


class Citing(Protocol):
    """Cites quotations and lists what was cited, in one style. All is on one line."""

    def cite(self, excerpt: Excerpt, wording: Wording) -> RichText:
        """Return the citation of one quotation as it stands in a text, with its place in the document."""
        ...

    def note(self, excerpt: Excerpt, wording: Wording) -> RichText:
        """Return the citation of one quotation as it stands in a footnote: all that there is to say."""
        ...

    def bibliography(self) -> Sequence[Entry]:
        """Return the list of what is cited, an entry a document, in the order of the style."""
        ...


class PlainCiting:
    """Says what is known of a document in one line: title, author or issuer, number, date, place.

    By pages it tells the paragraph, too.
    """

    def __init__(self, locator: LocatorChoice = "page") -> None:
        self._locator: LocatorChoice = locator

    def cite(self, excerpt: Excerpt, wording: Wording) -> RichText:
        """Return all that is known, the place last."""
        return rich(wording.comma.join((*_known(excerpt.document), *wording.places(excerpt, self._locator))))

    def note(self, excerpt: Excerpt, wording: Wording) -> RichText:
        """Return the same: there is no more to say."""
        return self.cite(excerpt, wording)

    def bibliography(self) -> Sequence[Entry]:
        """Return no list: a citation says all."""
        return ()


class StyledCiting:
    """Cites in one of the styles of `library.citations`; `told` are the fields of the documents by their ids.

    Documents are numbered, or told apart, in the order of `documents`, which is that in which they are cited.
    """

    def __init__(
        self,
        style: str,
        documents: Iterable[Document],
        told: Mapping[str, Mapping[str, str]],
        locator: LocatorChoice = "page",
    ) -> None:
        self._locator: LocatorChoice = locator
        self._items = {row.id: item_of(told.get(row.id) or {"title": row.title}, row.id) for row in documents}
        self._listed = citations.bibliography(self._items.values(), citations.get(style))

    def cite(self, excerpt: Excerpt, wording: Wording) -> RichText:
        """Return what the style puts into the text: (费孝通，1948：12), or [3]12."""
        item = self._items[excerpt.document.id]
        return self._listed.cite(item, self._place(excerpt))

    def note(self, excerpt: Excerpt, wording: Wording) -> RichText:
        """Return what the style puts into a footnote: the entry with the cited page in it, or author and year."""
        return self._listed.note(self._items[excerpt.document.id], self._place(excerpt))

    def bibliography(self) -> Sequence[Entry]:
        """Return the entries in their order, numbered where the style numbers them."""
        return self._listed.entries

    def _place(self, excerpt: Excerpt) -> Locator:
        number = excerpt.paragraph
        return Locator.of_passage(number, number, excerpt.pages, excerpt.heading, self._locator)


def _known(document: Document) -> list[str]:
    known = (document.title, document.author or document.issuer, document.number, document.date)
    return [" ".join(value.split()) for value in known if value]
