"""Citation keys as Pandoc reads them in Markdown."""

import re

from library.escaping import one_line
from library.exporters.base import ExportJob
from library.exporters.composing import Passage
from library.exporters.wording import Wording
from library.links import ARROW
from library.models import Excerpt

_NOT_IN_KEYS = re.compile(r"[\[\]{},;@]+")


def way_back(passage: Passage) -> str:
    """Return the link that leads back to a passage, after a space, or nothing."""
    return f" [{ARROW}]({passage.link})" if passage.link else ""


def citation_key(excerpt: Excerpt, job: ExportJob, wording: Wording) -> str:
    """Return the citation as Pandoc writes it: the key of the document, and where in it the excerpt stands."""
    locator = job.options.locator
    key = job.keys().get(excerpt.document.id) or excerpt.document.id
    heading = " ".join(_NOT_IN_KEYS.sub(" ", excerpt.heading).split()) if locator == "heading" else ""
    if heading:
        return f"[@{key}, {one_line(wording.heading_key.format(heading=heading))}]"
    page = wording.page_key.format(page=one_line(excerpt.page)) if excerpt.page and locator == "page" else ""
    paragraph = wording.paragraph_key.format(number=excerpt.paragraph) if excerpt.paragraph else ""
    return f"[@{', '.join(filter(None, (key, page, paragraph)))}]"
