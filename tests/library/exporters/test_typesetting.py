"""What is read from the right, and what ends at one place, in the paragraphs that Word, PDF and the clipboard have."""

import io
from dataclasses import replace

import pypdfium2
import pytest

from library.exporters.base import AnnotatedText, ExportJob, ExportOptions
from library.exporters.docxmarkup import Manuscript
from library.exporters.palette import palette
from library.exporters.pdf import PdfExporter
from library.exporters.richtext import rich
from library.exporters.runs import Block
from library.exporters.typesetting import typeset
from library.models import Document
from library.progress import Progress
from tests.library.exporters.conftest import MakeExcerpt, MakeJob

HEBREW = "עברית"


def blocks(job: ExportJob, style: str) -> list[Block]:
    return [block for part in typeset(job) for block in part if block.style == style]


def word(block: Block) -> str:
    return Manuscript(lambda excerpt: pytest.fail(excerpt.note), lambda excerpt: "").paragraphs([block])


def test_a_tag_that_is_read_from_the_right_turns_no_line(make_excerpt: MakeExcerpt, make_job: MakeJob) -> None:
    job = make_job(make_excerpt("引文", tags=(HEBREW, "方法"), speaker=f"{HEBREW}：1"))
    (source,) = blocks(job, "source")
    assert source.text.startswith(f"{HEBREW}\u200e  \u200e方法\u200e  \u200e{HEBREW}：1\u200e · \u200e一、缘起\u200e  ")
    assert "<w:bidi/>" not in word(source)
    assert word(source).count("<w:rtl/>") == 2
    assert ' dir="rtl"' not in "".join(rich(job, palette("white")))
    file = io.BytesIO()
    PdfExporter().write(job, file, Progress())
    text = pypdfium2.PdfDocument(file.getvalue())[0].get_textpage()
    found = text.search("方法").get_next()
    assert found is not None
    assert text.get_charbox(found[0])[0] < 200


def test_without_such_a_tag_there_are_no_marks(make_excerpt: MakeExcerpt, make_job: MakeJob) -> None:
    (source,) = blocks(make_job(make_excerpt("引文", tags=("主题", "方法"), speaker="柳三")), "source")
    assert "\u200e" not in source.text


def test_what_is_known_of_a_document_keeps_its_order(
    document: Document, make_excerpt: MakeExcerpt, make_job: MakeJob
) -> None:
    (known,) = blocks(make_job(make_excerpt("引文", document=replace(document, author=HEBREW))), "known")
    assert known.text == f"{HEBREW}\u200e · \u200e街道办公室\u200e · \u200e2019-06-18\u200e · \u200e第 12 期"
    assert not known.is_right_to_left


def test_a_paragraph_that_is_read_from_the_right_keeps_its_bar(make_excerpt: MakeExcerpt, make_job: MakeJob) -> None:
    here, there = blocks(make_job(make_excerpt(f"引文\n{HEBREW}")), "quote")
    assert "<w:bidi/>" not in word(here)
    assert '</w:pBdr><w:bidi/><w:ind w:left="0" w:right="480"/>' in word(there)


def test_numbers_of_what_ends_at_one_place_stand_apart(
    document: Document, make_excerpt: MakeExcerpt, make_job: MakeJob
) -> None:
    excerpts = (make_excerpt("甲乙"), make_excerpt("乙", start=1), make_excerpt("丙", start=2))
    text = AnnotatedText(document, "甲乙丙", (), excerpts)
    job = replace(
        make_job(*excerpts),
        options=ExportOptions(annotated=True),
        documents=(document,),
        read=lambda _: text,
    )
    (line,) = blocks(job, "text")
    assert line.text == "甲乙1\u00a02丙3"
