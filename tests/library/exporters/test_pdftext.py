"""What is copied out of an exported PDF is what was put in, to the letter."""

import io
import re
import unicodedata

import pypdfium2
import pytest

from library.exporters.pdf import PdfExporter
from library.exporters.pdftext import Glyphs, GlyphTexts, face_name
from library.progress import Progress
from tests.library.exporters.conftest import MakeExcerpt, MakeJob

TEXTS = (
    "1978年12月，𠮷祥里有 The quick brown fox, 0123456789 ABC xyz",
    "页行长见一金风飞鱼黑龙，都不是部首",
    "“先听完。”《规则》——全文（2001）、3.14% ①②③ ℃ fi ffl",
    "第 12 期 Research 2024-05-02",
    "33𠮷44𠮷祥é 里fi——全e\u0301完",
)


def copied(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    return "".join(page.get_textpage().get_text_bounded() for page in document)


def bare(text: str) -> str:
    """Text without space, é as one character: it is one glyph, however it was written."""
    return re.sub(r"\s", "", unicodedata.normalize("NFC", text))


@pytest.mark.parametrize("text", TEXTS)
def test_what_is_copied_is_what_was_written(text: str, make_excerpt: MakeExcerpt, make_job: MakeJob) -> None:
    file = io.BytesIO()
    # first other digits, so that glyphs do not stand in the order of their characters
    job = make_job(make_excerpt("9876543210 𠮷"), make_excerpt(text, note=f"**{text}** `{text}`", tags=(text,)))
    PdfExporter().write(job, file, Progress())
    found = bare(copied(file.getvalue()))
    assert found.count(bare(text)) == 4


def test_what_stands_on_many_pages_is_copied_too(make_excerpt: MakeExcerpt, make_job: MakeJob) -> None:
    file = io.BytesIO()
    PdfExporter().write(make_job(make_excerpt("".join(map(chr, range(0x4E00, 0x5200))) * 3)), file, Progress())
    assert len(pypdfium2.PdfDocument(file.getvalue())) > 1
    assert bare(copied(file.getvalue())).count("一丁丂") >= 2
    assert set(map(chr, range(0x4E00, 0x5200))) <= set(copied(file.getvalue()))


def test_what_is_no_file_of_qt_stays_as_it_is() -> None:
    texts = GlyphTexts()
    texts.draw([Glyphs("Face", [7])], lambda: [("字", [Glyphs("Face", [7])])])
    assert texts.named(b"%PDF-1.4\n") == b"%PDF-1.4\n"


def test_a_face_without_a_name_has_none() -> None:
    assert face_name(b"") == ""
    assert face_name(bytes([0, 0, 0, 1, 0, 18, 0, 3, 0, 1, 4, 9, 0, 6, 0, 4, 0, 0]) + "Ab".encode("utf-16-be")) == "Ab"
