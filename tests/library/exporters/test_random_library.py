"""A random library, imported from files with CRLF: every quote, tag and note is found again in every format."""

import io
import re
import unicodedata
from contextlib import closing
from itertools import count
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from library.exporters import BUILT_IN
from library.exporters.base import Content, Exporter, ExportJob, ExportOptions, ExportScope
from library.exporters.scope import collect
from library.importers.base import ImportOptions
from library.intake import import_paths
from library.library import Library
from library.models import Excerpt
from library.progress import Progress
from tests.library.exporters.reading import READERS

PARAGRAPH = st.text("字𠮷😀规则甲乙a1 *_=<>&#|\\[`~“”e\u0301-.，。", min_size=1, max_size=24)
NAME = st.text("标签𠮷😀甲乙b2", min_size=1, max_size=5)
TEXTS = st.lists(st.lists(PARAGRAPH, min_size=1, max_size=5), min_size=1, max_size=2)
SPAN = st.tuples(st.floats(0, 1), st.floats(0, 1))
MARKS = st.lists(
    st.tuples(st.integers(0, 1), SPAN, st.lists(NAME, max_size=3).map("/".join), st.text("批注𠮷😀c3", max_size=8)),
    min_size=1, max_size=6,
)  # fmt: skip
NUMBERS = count()


def imported(library: Library, folder: Path, texts: list[list[str]]) -> list[str]:
    """The ids of documents read from files whose lines end in CRLF; those without a letter are none."""
    folder.mkdir()
    for number, lines in enumerate(texts):
        path = folder / f"第{number}篇.txt"
        path.write_bytes("\r\n".join(("头", *lines, "")).encode("utf-8-sig"))
    result = import_paths([folder], library.texts, lambda verb: verb(library), ImportOptions(), Progress())
    assert not result.refused
    return [document.id for document in library.documents.all()]


def bare(text: str, name: str) -> str:
    """Text without what a format may set otherwise: space, and the signs of Markdown.

    In PDF emoji may be pictures, and é is one glyph however it was written.
    """
    plain = re.sub(r"[\s\\>=]", "", text)
    return unicodedata.normalize("NFD", plain.replace("😀", "")) if name == "pdf" else plain


def holds(exporter: Exporter, job: ExportJob, texts: list[str]) -> None:
    file = io.BytesIO()
    exporter.write(job, file, Progress())
    found = READERS[exporter.name](file.getvalue())
    plain = bare(re.sub(r"\[\^\d+\]", "", found) if job.options.annotated else found, exporter.name)
    for text in texts:
        assert bare(text, exporter.name) in plain, exporter.name


def carried(excerpts: tuple[Excerpt, ...], content: Content) -> list[str]:
    told = [text for excerpt in excerpts for text in (excerpt.note, *excerpt.tag_paths)]
    return told + ([] if content == "annotated" else [excerpt.highlight.quote for excerpt in excerpts])


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=TEXTS, marks=MARKS)
def test_what_was_marked_is_found_again(
    tmp_path: Path, texts: list[list[str]], marks: list[tuple[int, tuple[float, float], str, str]]
) -> None:
    folder = tmp_path / str(next(NUMBERS))
    folder.mkdir()
    with closing(Library.create(folder / "库.zhupi")) as library:
        ids = imported(library, folder / "in", texts)
        for number, span, path, note in marks:
            document_id = ids[number % len(ids)]
            length = library.documents.get(document_id).length
            start, end = sorted(round(part * length) for part in span)
            start, end = min(start, length - 1), max(end, min(start, length - 1) + 1)
            library.highlights.add(document_id, start, end, tags=(path,) if path else (), note=note)
        for content in ("excerpts", "annotated"):
            job = collect(library, ExportScope(), ExportOptions(annotated=content == "annotated"))
            assert all("\r" not in excerpt.highlight.quote for excerpt in job.excerpts)
            for exporter in BUILT_IN:
                if content in exporter.contents:
                    holds(exporter, job, carried(job.excerpts, content))
