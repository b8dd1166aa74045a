"""Every format that can hold a link leads back into the library, unless it is left out."""

import io
import json
import re
import zipfile
from dataclasses import replace

import pytest
from lxml import etree

from library.exporters import BUILT_IN, get
from library.exporters.base import AnnotatedText, Carried, Exporter, ExportJob, ExportOptions
from library.exporters.palette import palette
from library.exporters.richtext import rich
from library.exporters.xlsx import excerpt_rows
from library.links import ARROW, address, links_in
from library.models import Document, new_id
from library.progress import Progress
from tests.library.exporters.conftest import MakeExcerpt, MakeJob
from tests.library.exporters.reading import xml_of

LIBRARY, DOCUMENT, FIRST, SECOND = (new_id() for _ in range(4))
TEXT = "甲说𠮷野家如此，乙说不然。"
every = pytest.mark.parametrize("exporter", BUILT_IN, ids=lambda exporter: exporter.name)
whole = pytest.mark.parametrize(
    "exporter", [each for each in BUILT_IN if "annotated" in each.contents], ids=lambda exporter: exporter.name
)


@pytest.fixture
def job(make_excerpt: MakeExcerpt, make_job: MakeJob, document: Document) -> ExportJob:
    """Two highlights, of which nothing is said of the second."""
    owner = replace(document, id=DOCUMENT)
    made = (
        make_excerpt("𠮷野家", start=2, id=FIRST, note="批注", tags=("主题",), document=owner),
        make_excerpt("如此，乙", start=5, id=SECOND, document=owner),
    )
    text = AnnotatedText(owner, TEXT, (), made)
    return replace(make_job(*made), library_id=LIBRARY, documents=(owner,), read=lambda _: text)


def written(exporter: Exporter, job: ExportJob) -> str:
    """What is written; of a package all its parts."""
    file = io.BytesIO()
    exporter.write(job, file, Progress())
    data = file.getvalue()
    if exporter.suffix not in (".docx", ".xlsx"):
        return data.decode("utf-8", "replace")
    with zipfile.ZipFile(file) as package:
        return "\n".join(package.read(name).decode(errors="replace") for name in package.namelist())


def leads(text: str) -> set[str]:
    return {found.link.highlight_id for found in links_in(text) if found.link.library_id == LIBRARY}


@every
def test_every_quotation_leads_back(exporter: Exporter, job: ExportJob) -> None:
    assert leads(written(exporter, job)) == (set() if exporter.name == "text" else {FIRST, SECOND})


@every
def test_links_are_left_out_where_they_are_not_wanted(exporter: Exporter, job: ExportJob) -> None:
    bare = replace(job, options=ExportOptions(carried=Carried(links=False)))
    assert bool(leads(written(exporter, bare))) is exporter.complete
    assert not leads(written(exporter, replace(job, library_id="")))


@whole
def test_every_mark_in_a_whole_text_leads_back(exporter: Exporter, job: ExportJob) -> None:
    assert leads(written(exporter, replace(job, options=ExportOptions(annotated=True)))) == {FIRST, SECOND}
    bare = replace(job, options=ExportOptions(annotated=True, carried=Carried(links=False)))
    assert not leads(written(exporter, bare))


def test_comments_and_marked_text_in_word_lead_back(job: ExportJob) -> None:
    file = io.BytesIO()
    get("docx").write(replace(job, options=ExportOptions(annotated=True)), file, Progress())
    body, comments = (
        etree.tostring(xml_of(file.getvalue(), f"word/{name}.xml"), encoding="unicode")
        for name in ("document", "comments")
    )
    assert leads(comments) == {FIRST}
    assert leads(body) == {FIRST, SECOND}
    # what is marked keeps its look
    assert "Hyperlink" not in body
    assert "Hyperlink" in comments


def test_footnotes_in_word_lead_back(job: ExportJob) -> None:
    file = io.BytesIO()
    get("docx").write(job, file, Progress())
    notes = etree.tostring(xml_of(file.getvalue(), "word/footnotes.xml"), encoding="unicode")
    assert leads(notes) == {FIRST, SECOND}


def test_a_cell_in_excel_is_an_arrow_that_leads_back(job: ExportJob) -> None:
    file = io.BytesIO()
    get("xlsx").write(job, file, Progress())
    sheet = etree.tostring(xml_of(file.getvalue(), "xl/worksheets/sheet1.xml"), encoding="unicode")
    assert len(re.findall("<hyperlink ", sheet)) == 2
    assert "zhupi://" not in sheet


def test_addresses_have_their_own_key_in_data(job: ExportJob) -> None:
    told = json.loads(written(get("json"), job))["highlights"]
    assert [each["url"] for each in told] == [address(LIBRARY, DOCUMENT, id) for id in (FIRST, SECOND)]
    items = json.loads(written(get("w3c"), job))["first"]["items"]
    assert [each["via"] for each in items] == [each["url"] for each in told]


def test_what_is_copied_with_its_styles_leads_back(job: ExportJob) -> None:
    assert leads("".join(rich(job, palette("white")))) == {FIRST, SECOND}


def test_the_preview_of_a_sheet_shows_what_is_seen_in_it(job: ExportJob) -> None:
    head, first, _ = excerpt_rows(job)
    assert first[head.index("链接")] == ARROW
