"""What a web page says of itself at its head: meta elements, title, language and address."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from library.chinese.titles import one_line
from library.importers.linkeddata import linked_data

_FIELDS = {
    "publisher": ("citation_publisher", "citation_dissertation_institution", "dc.publisher", "ld:publisher"),
    "container": (
        "citation_journal_title",
        "citation_inbook_title",
        "citation_conference_title",
        "og:site_name",
        "ld:container",
    ),
    "volume": ("citation_volume",),
    "issue": ("citation_issue",),
    "doi": ("citation_doi", "prism.doi", "dc.identifier.doi"),
    "isbn": ("citation_isbn",),
    "url": ("canonical", "og:url", "citation_public_url"),
}
"""By field: its names in pages (Google Scholar, Dublin Core, Open Graph); the first that says something counts."""
_KINDS = {
    "citation_journal_title": "article",
    "citation_conference_title": "conference",
    "citation_dissertation_institution": "thesis",
    "citation_inbook_title": "chapter",
    "citation_isbn": "book",
}


class PageHead:
    """Takes the events of a parser and keeps what the page says of itself, by name in lower case."""

    def __init__(self) -> None:
        self.said: dict[str, str] = {}
        self._all: defaultdict[str, list[str]] = defaultdict(list)
        self._in_title = self._in_drawing = False
        self._linked: list[str] | None = None

    def first(self, *names: str) -> list[str]:
        """Return all that stands under the first of `names` that says something, each on one line."""
        return next((self._all[name] for name in names if name in self._all), list[str]())

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "html":
            self.said["lang"] = attributes.get("lang", "")
        elif tag == "svg":
            self._in_drawing = True
        elif tag == "title":
            self._in_title = "title" not in self.said and not self._in_drawing
        elif tag == "script" and attributes.get("type", "").lower() == "application/ld+json":
            self._linked = []
        elif tag == "meta":
            self._add(attributes.get("name") or attributes.get("property") or "", attributes.get("content", ""))
        elif tag == "link" and attributes.get("rel", "").lower() == "canonical":
            self._add("canonical", attributes.get("href", ""))

    def end(self, tag: str) -> None:
        self._in_title = self._in_title and tag != "title"
        self._in_drawing = self._in_drawing and tag != "svg"
        if tag == "script" and self._linked is not None:
            for name, words in linked_data("".join(self._linked)):
                self._add(name, words)
            self._linked = None

    def data(self, words: str) -> None:
        if self._linked is not None:
            self._linked.append(words)
        if self._in_title:
            self.said["title"] = self.said.get("title", "") + words

    def close(self) -> None:
        return None

    def _add(self, name: str, words: str) -> None:
        self.said.setdefault(name.lower(), words)
        if one_line(words):
            self._all[name.lower()].append(one_line(words))


def page_fields(head: PageHead) -> Iterator[tuple[str, str]]:
    """Yield what a page says for the fields of a document that are kept beside its row."""
    yield "kind", next((kind for name, kind in _KINDS.items() if head.first(name)), "webpage")
    for field, names in _FIELDS.items():
        for words in head.first(*names)[:1]:
            yield field, words
    pages = [*head.first("citation_firstpage")[:1], *head.first("citation_lastpage")[:1]]
    if pages:
        yield "pages", "-".join(dict.fromkeys(pages))
