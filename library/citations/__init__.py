"""Citations: what documents are called in texts and bibliographies, one file a style.

`item_of(fields)` makes an Item of what `library.fields.of` tells of a document; `style.entry(item)` is its entry,
`style.cite(item, Locator(...))` what stands in a text, and `.note` what in a footnote. `bibliography(items, style)`
orders, numbers and tells apart several: `.entries` have a `line` each, and its own `.cite` and `.note` are how they are
cited beside it. All are RichText, with `.plain`, `.markdown` and `.html`; none of it raises, whatever the fields hold.
"""

from library.citations import gbt7714_2015, gbt7714_2025
from library.citations.apa import ApaStyle
from library.citations.bibliography import Bibliography, Entry, bibliography
from library.citations.chicago import ChicagoStyle
from library.citations.items import Item, item_of
from library.citations.locators import Locator
from library.citations.richtext import RichText, Run, joined, rich
from library.citations.style import Style, is_numeric
from library.errors import NotFound

BUILT_IN: tuple[Style, ...] = (
    gbt7714_2025.NUMERIC,
    gbt7714_2025.AUTHOR_DATE,
    gbt7714_2015.NUMERIC,
    gbt7714_2015.AUTHOR_DATE,
    ApaStyle(),
    ChicagoStyle(),
)
DEFAULT = BUILT_IN[0].name

__all__ = [
    "BUILT_IN", "DEFAULT", "Bibliography", "Entry", "Item", "Locator", "RichText", "Run", "Style", "bibliography",
    "get", "is_numeric", "item_of", "joined", "rich",
]  # fmt: skip


def get(name: str) -> Style:
    """Return the style called `name`; NotFound names those there are."""
    styles = {style.name: style for style in BUILT_IN}
    if name not in styles:
        raise NotFound("There is no citation style “{name}”. There are: {styles}.", name=name, styles=", ".join(styles))
    return styles[name]
