"""From HTML and XHTML to reading text: paragraphs, headings, lists, tables, emphasis, links and jumps."""

import re
from collections.abc import Callable, Mapping

from library.importers.flow import Flow
from library.importers.itemlists import Lists
from library.importers.parsing import parse_events
from library.importers.rows import Rows, span

_SKIPPED = frozenset(
    {"script", "style", "noscript", "template", "rt", "rp", "svg", "object", "iframe", "select", "button", "del"}
    | {"annotation", "annotation-xml", "textarea", "canvas", "audio", "video", "head", "datalist"}
)
_BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div", "dl"}
    | {"dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hgroup", "hr", "legend", "main", "nav"}
    | {"p", "section", "summary", "tbody", "tfoot", "thead", "title"}
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_STRONG = frozenset({"b", "strong"})
_EMPHASIS = frozenset({"i", "em", "cite", "dfn", "var"})
_LISTS = frozenset({"ol", "ul", "menu", "dir"})
VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
)
_CHROME = frozenset({"nav", "aside", "footer", "form"})
"""Elements that hold what surrounds the text of a web page."""

_CHROME_NAMES = frozenset(
    {"nav", "navbar", "navigation", "menu", "sidebar", "side-bar", "footer", "breadcrumb", "breadcrumbs", "crumbs"}
    | {"share", "social", "comments", "related", "recommend", "banner", "advert", "ads", "copyright", "toolbar"}
    | {"mw-cite-backlink", "mw-editsection"}
)
"""Classes, ids and roles of such elements."""

_WHOLE = frozenset({"html", "body", "main", "article"})
"""Elements that hold the text, whatever their classes say of the page."""

_BACK = frozenset("↑↩↵⏎⤴⮌⬆^\ufe0e\ufe0f")
"""What the link of a note back to its mark is made of: the number of the note leads there as well."""

_HIDING = re.compile(r"(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)


class MarkupTarget:
    """Takes the events of lxml's parsers, at any depth of nesting, and writes them to a flow.

    `page` is the name of this file among others of one book: jumps within it are made unique by it. With `bare`
    what surrounds the text of a web page is left out; with `within`, only what stands in such elements is taken.
    """

    def __init__(
        self,
        flow: Flow | None = None,
        page: str = "",
        *,
        within: str = "",
        bare: bool = False,
    ) -> None:
        self.flow = flow or Flow()
        """Where the text goes; after the last event, all of it."""
        self._page = page
        self._skipped = _SKIPPED | _CHROME if bare else _SKIPPED
        self._bare = bare
        self._within = within
        self._depth = 0
        self._skipping: list[str] = []
        self._exact = 0
        self._jumping = False
        self._lists = Lists()
        self._rows = Rows()
        self._handlers: dict[str, tuple[Callable[[Mapping[str, str]], None], Callable[[], None]]] = {
            "a": (self._begin_link, self._end_link),
            "q": (lambda _: self.flow.add("“"), lambda: self.flow.add("”")),
            "br": (lambda _: self.flow.break_line(), lambda: None),
            "img": (self._image, lambda: None),
            "li": (self._begin_item, self._end_item),
            "pre": (self._begin_exact, self._end_exact),
            "tr": (self._begin_row, self._end_row),
            "td": (self._begin_cell, self._end_cell),
            "th": (self._begin_cell, self._end_cell),
            "table": (self._begin_table, self._end_table),
        }

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take the beginning of an element."""
        name = _local(tag)
        self._depth += name == self._within
        if self._skipping or name in self._skipped or _hides(attributes) or self._surrounds(name, attributes):
            if name not in VOID:
                self._skipping.append(name)
            return
        if self._within and not self._depth:
            return
        self._mark(attributes)
        handler = self._handlers.get(name)
        if handler:
            handler[0](attributes)
        elif name in _BLOCKS:
            self.flow.end_paragraph()
        elif name in _HEADINGS:
            self.flow.end_paragraph()
            self.flow.begin("heading", name[1])
        elif name in _LISTS:
            self.flow = self._lists.begin(self.flow, attributes, numbered=name == "ol")
        elif name in _STRONG:
            self.flow.begin("strong")
        elif name in _EMPHASIS:
            self.flow.begin("emphasis")

    def end(self, tag: str) -> None:
        """Take the end of an element."""
        name = _local(tag)
        self._depth -= name == self._within
        if self._skipping:
            self._stop_skipping(name)
            return
        handler = self._handlers.get(name)
        if handler:
            handler[1]()
        elif name in _BLOCKS:
            self.flow.end_paragraph()
        elif name in _HEADINGS:
            self.flow.end("heading")
            self.flow.end_paragraph()
        elif name in _LISTS:
            self.flow = self._lists.end(self.flow)
        elif name in _STRONG:
            self.flow.end("strong")
        elif name in _EMPHASIS:
            self.flow.end("emphasis")

    def data(self, words: str) -> None:
        """Take text."""
        if self._skipping or (self._within and not self._depth):
            return
        if self._jumping and not _BACK.isdisjoint(words) and _BACK.issuperset(words.strip()):
            return
        if self._exact:
            self.flow.add_exactly(words)
        else:
            self.flow.add(words)

    def close(self) -> None:
        """End what is still open."""
        while self._rows:
            self._end_row()
        while self._lists:
            self.flow = self._lists.end(self.flow)
        self.flow.end_paragraph()

    def _surrounds(self, element: str, attributes: Mapping[str, str]) -> bool:
        if not self._bare or not attributes or element in _WHOLE:
            return False
        names = " ".join(attributes.get(name, "") for name in ("class", "id", "role"))
        return not _CHROME_NAMES.isdisjoint(names.lower().split())

    def _stop_skipping(self, name: str) -> None:
        if name in self._skipping:
            while self._skipping.pop() != name:
                pass

    def _mark(self, attributes: Mapping[str, str]) -> None:
        for name in (attributes.get("id"), attributes.get("name")):
            if name:
                self.flow.mark(f"{self._page}#{name}")

    def _begin_link(self, attributes: Mapping[str, str]) -> None:
        target = attributes.get("href", "")
        self._jumping = "#" in target
        self.flow.begin_link(target, self._page)

    def _end_link(self) -> None:
        self._jumping = False
        self.flow.end("link")

    def _image(self, attributes: Mapping[str, str]) -> None:
        words = " ".join(attributes.get("alt", "image").split())
        if words:
            self.flow.add("[image]" if "alt" not in attributes else f"[image: {words}]")

    def _begin_item(self, attributes: Mapping[str, str]) -> None:
        self.flow = self._lists.begin_item(self.flow, attributes)

    def _end_item(self) -> None:
        self.flow.end_paragraph()
        self.flow.prefix("")

    def _begin_exact(self, _: Mapping[str, str]) -> None:
        self.flow.end_paragraph()
        self._exact += 1

    def _end_exact(self) -> None:
        self.flow.end_paragraph()
        self._exact = max(self._exact - 1, 0)

    def _begin_row(self, _: Mapping[str, str]) -> None:
        self.flow = self._rows.begin_row(self.flow)

    def _begin_table(self, _: Mapping[str, str]) -> None:
        self.flow.end_paragraph()
        self._rows.begin_table()

    def _end_table(self) -> None:
        self.flow.end_paragraph()
        self._rows.end_table()

    def _begin_cell(self, attributes: Mapping[str, str]) -> None:
        self.flow = self._rows.begin_cell(self.flow)
        self._rows.reach(span(attributes.get("colspan", "")), span(attributes.get("rowspan", "")))

    def _end_cell(self) -> None:
        self.flow = self._rows.end_cell(self.flow)

    def _end_row(self) -> None:
        self.flow = self._rows.end_row(self.flow)


def parse_html(page: str, target: MarkupTarget) -> Flow:
    """Return the flow of an HTML text, whatever is wrong with its markup."""
    parse_events(page, target)
    return target.flow


def _hides(attributes: Mapping[str, str]) -> bool:
    """Say whether an element is not shown."""
    return "hidden" in attributes or ("style" in attributes and bool(_HIDING.search(attributes["style"])))


def _local(tag: str) -> str:
    return tag.rpartition("}")[2].lower()
