"""Citation keys as Pandoc reads them in Markdown."""

from collections.abc import Mapping

from library.escaping import one_line
from library.exporters.composing import Passage
from library.exporters.wording import Wording
from library.links import ARROW
from library.models import Excerpt


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
