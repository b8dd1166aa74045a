"""Which paragraphs of a Word document stay on one page with the next."""

import pytest

from library.exporters.docxmarkup import Manuscript
from library.exporters.runs import Block, BlockStyle, Run


@pytest.mark.parametrize(
    ("styles", "stays"),
    [
        (["around", "quote", "source"], [True, True, False]),
        (["quote", "quote", "quote", "around", "note"], [False, False, True, True, False]),
        (["quote"], [False]),
        (["heading"], [True]),
    ],
)
def test_no_page_ends_before_what_belongs_to_it(styles: list[BlockStyle], stays: list[bool]) -> None:
    manuscript = Manuscript(lambda excerpt: pytest.fail(excerpt.note), lambda excerpt: "")
    made = manuscript.paragraphs([Block(style, (Run("字"),), level=1) for style in styles])
    assert ["keepNext" in paragraph for paragraph in made.split("</w:p>")[:-1]] == stays
