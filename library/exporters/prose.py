"""Markdown that the reader wrote, set so that nothing in it reaches further than its words."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from library.exporters.runs import Block, BlockStyle, Run
from library.exporters.visible import visible
from library.references import TITLE, title_words

_PLACES = "places"
_FOLLOWED = ("http:", "https:", "mailto:")


def prose_html(text: str, *, below: int, places: Mapping[str, str]) -> str:
    """Return Markdown as HTML: markup in it is shown, pictures are not fetched, other addresses are words.

    Its headings are of the levels after `below`. What it links to by a title leads to its place by that title, if any.
    """
    parser = _parser()
    tokens = parser.parse(visible(text), {_PLACES: places})
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(int(token.tag[1:]) + below, 6)}"
    return parser.renderer.render(tokens, parser.options, {})


def prose_blocks(text: str, style: BlockStyle) -> Iterator[Block]:
    """Yield Markdown as paragraphs in `style`; headings, items, quotations and code in it have styles of their own.

    In notes they keep the style of the note.
    """
    if not text.strip():
        return
    lists: list[int] = []  # of each list that is open, the next number, or 0 where it has none
    marker, quoted = "", 0
    level = 0
    tokens = iter(_parser().parse(visible(text)))
    for token in tokens:
        match token.type:
            case "table_open":
                yield from _rows(tokens, style)
            case "bullet_list_open":
                lists.append(0)
            case "ordered_list_open":
                lists.append(int(token.attrGet("start") or 1))
            case "bullet_list_close" | "ordered_list_close":
                lists.pop()
            case "list_item_open":
                marker = f"{lists[-1]}. " if lists[-1] else "• "
                lists[-1] += bool(lists[-1])
            case "blockquote_open" | "blockquote_close":
                quoted += token.nesting
            case "heading_open":
                level = int(token.tag[1:])
            case "inline":
                own: BlockStyle = "heading" if level else "item" if lists else "quoted" if quoted else style
                runs = ((Run(marker),) if marker else ()) + tuple(_runs(token.children or []))
                yield Block(own if style == "prose" else style, runs, level or len(lists))
                marker, level = "", 0
            case "fence" | "code_block":
                yield Block("code" if style == "prose" else style, (Run(token.content.rstrip("\n"), code=True),))
            case "hr":
                yield Block(style, (Run("———"),))
            case _:
                pass


def _rows(tokens: Iterator[Token], style: BlockStyle) -> Iterator[Block]:
    """Yield the rest of a table, up to its end, as a paragraph a row with a stroke between its cells."""
    row: list[Run] = []
    head, between = False, ""
    for token in tokens:
        match token.type:
            case "table_close":
                return
            case "thead_open" | "thead_close":
                head = token.nesting > 0
            case "th_open" | "td_open":
                row += [Run(between)] if between else []
                between = " │ "
            case "inline":
                row += [replace(run, bold=run.bold or head) for run in _runs(token.children or [])]
            case "tr_close":
                yield Block(style, tuple(row))
                row, between = [], ""
            case _:
                pass


def _runs(tokens: list[Token]) -> Iterator[Run]:
    bold = italic = struck = 0
    href = ""
    for token in tokens:
        match token.type:
            case "strong_open" | "strong_close":
                bold += token.nesting
            case "em_open" | "em_close":
                italic += token.nesting
            case "s_open" | "s_close":
                struck += token.nesting
            case "link_open":
                href = str(token.attrGet("href") or "")
            case "link_close":
                href = ""
            case "softbreak" | "hardbreak":
                yield Run("\n")
            case _:
                if token.content:
                    yield Run(token.content, bold > 0, italic > 0, token.type == "code_inline", struck > 0, href=href)


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}).disable("image").enable(["strikethrough", "table"])
    parser.inline.ruler.before("link", "title", _title)
    parser.validateLink = _is_followed  # pyright: ignore[reportAttributeAccessIssue]  # it is meant to be replaced
    return parser


def _title(state: StateInline, silent: bool) -> bool:
    """Set a wiki link as its words, which lead to where its title stands in the same file."""
    match = TITLE.match(state.src, state.pos)
    if match is None:
        return False
    if not silent:
        place = state.env.get(_PLACES, {}).get(match["title"].strip())
        if place:
            state.push("link_open", "a", 1).attrs = {"href": place}
        state.push("text", "", 0).content = title_words(match)
        if place:
            state.push("link_close", "a", -1)
    state.pos = match.end()
    return True


def _is_followed(address: str) -> bool:
    return address.strip().lower().startswith(_FOLLOWED)
