"""Tags, links and citation keys as Obsidian and Pandoc read them in Markdown."""

import re
from collections.abc import Mapping

from library.escaping import one_line
from library.exporters.composing import Passage
from library.exporters.markup import code_span
from library.exporters.wording import Wording
from library.links import ARROW
from library.models import Document, Excerpt

_TAG = re.compile(r"[\w/-]*[^\W\d][\w/-]*")
"""What Obsidian takes for a tag: letters, digits, `_`, `-` and `/`, and not digits alone."""
_NOT_IN_LINKS = re.compile(r"[\[\]|#^\\:/]+")


def tag(path: str) -> str:
    """Return a tag by its full name; one that Obsidian would take for another stands as code."""
    return f"#{path}" if _TAG.fullmatch(path) else code_span(path)


def wiki_link(document: Document) -> str:
    """Return a link to the note that is called like a document; what no file can be called is left out of its name."""
    title = " ".join(document.title.split())
    name = " ".join(_NOT_IN_LINKS.sub(" ", title).split())
    if not name:
        return one_line(title)
    shown = re.sub(r"[\[\]|]", " ", title)
    return f"[[{name}]]" if name == title else f"[[{name}|{shown}]]"


def way_back(passage: Passage) -> str:
    """Return the link that leads back to a passage, after a space, or nothing."""
    return f" [{ARROW}]({passage.link})" if passage.link else ""


def citation_key(excerpt: Excerpt, keys: Mapping[str, str], wording: Wording) -> str:
    """Return the citation as Pandoc writes it: the key of the document, and where in it the excerpt stands.

    `keys` are those that documents were given, by document id.
    """
    key = keys.get(excerpt.document.id) or excerpt.document.id
    page = wording.page_key.format(page=one_line(excerpt.page)) if excerpt.page else ""
    paragraph = wording.paragraph_key.format(number=excerpt.paragraph) if excerpt.paragraph else ""
    return f"[@{', '.join(filter(None, (key, page, paragraph)))}]"
