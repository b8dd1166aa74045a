"""One contract for every format: what goes in is found in the file, whatever it is, or the old file stays."""

import io
import os
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from library.errors import InvalidValue, StorageFailed
from library.exporters import BUILT_IN
from library.exporters.base import AnnotatedText, Carried, Exporter, ExportJob, ExportOptions
from library.exporters.target import write
from library.exporters.template import TemplateExporter
from library.exporters.visible import encodable, visible
from library.models import Document, Excerpt, Memo
from library.progress import Cancelled, Progress
from library.templates.folder import find_template
from resources import path as resource
from tests.library.exporters.conftest import MakeExcerpt, MakeJob
from tests.library.exporters.reading import READERS, excel, word

EXAMPLE = TemplateExporter(find_template(resource("templates"), "Obsidian"))
every = pytest.mark.parametrize("exporter", [*BUILT_IN, EXAMPLE], ids=lambda exporter: exporter.name)
each_built_in = pytest.mark.parametrize("exporter", BUILT_IN, ids=lambda exporter: exporter.name)
SLOW = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

HOSTILE = [
    "<b>粗</b> & <script>alert(1)</script>",
    "<r><t>假</t></r>",
    '=HYPERLINK("http://x","y")',
    "@SUM(1)",
    "{=cmd|' /C calc'!A0}",
    "控\x01制\x0b字\x1f符\x7f",
    "非\ufffe字\uffff符",
    "_x0041_ 与 \\x01",
    "\u202e右\u202c\u2066至\u2069 שלום עולם",
    "𠮷野家 😀 e\u0301 👨‍👩‍👧",
    "第一行\n\n第二行\n　　第三行",
    "长" * 40_000,
    "]]> --> </style></title>",
    "{{ 7 * 7 }} ${x} %s",
    " 首尾 ",
]
ANY = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)
WORDS = st.text(st.sampled_from("字𠮷😀中a1"), min_size=1, max_size=8)


def written(exporter: Exporter, job: ExportJob) -> bytes:
    file = io.BytesIO()
    exporter.write(job, file, Progress())
    return file.getvalue()


def bare(text: str) -> str:
    """Text without what a format may set otherwise: space, and the backslashes and prefixes of Markdown."""
    return re.sub(r"[\s\\>\u200b\u00ad\ufffe]|\x02", "", text)


def expected(text: str, name: str) -> str:
    shown = encodable(text) if name == "xlsx" else visible(text) if name in ("docx", "html", "pdf") else text
    return bare(shown)


@every
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_shown_and_never_lost(
    text: str, exporter: Exporter, make_excerpt: MakeExcerpt, make_job: MakeJob
) -> None:
    job = make_job(make_excerpt(text, heading="", note="批注", tags=("标签",)), title=text[:300])
    found = READERS[exporter.name](written(exporter, job))
    if exporter.name == "pdf":
        # pictures of control characters, joined emoji and reversed lines do not come back from a PDF as text
        assert len(found) >= 10
        return
    pieces = [text[at : at + 15_000] for at in range(0, len(text), 15_000)] if exporter.name == "xlsx" else [text]
    for piece in pieces:
        assert expected(piece, exporter.name) in bare(found)


@each_built_in
@SLOW
@example(texts=["_x0041_"], notes=["甲"], tags=["a/b"])
@given(
    texts=st.lists(ANY, min_size=1, max_size=4),
    notes=st.lists(WORDS, max_size=4),
    tags=st.lists(WORDS, max_size=3, unique=True),
)
def test_every_quote_note_and_tag_is_found_again(
    exporter: Exporter, texts: list[str], notes: list[str], tags: list[str], make_excerpt: MakeExcerpt,
    make_job: MakeJob,
) -> None:  # fmt: skip
    if exporter.name == "pdf":
        texts, notes, tags = ([re.sub("[^一-龥]", "字", text) for text in group] for group in (texts, notes, tags))
    made = [
        make_excerpt(text, start=3 * number, note=notes[number] if number < len(notes) else "", tags=tuple(tags))
        for number, text in enumerate(texts)
    ]
    found = bare(READERS[exporter.name](written(exporter, make_job(*made))))
    for text in (*texts, *notes[: len(texts)], *tags):
        assert expected(text, exporter.name) in found


@every
@pytest.mark.parametrize("grouping", ["document", "theme", "date", "shown"])
def test_every_grouping_holds_every_quote(
    grouping: str, exporter: Exporter, document: Document, make_excerpt: MakeExcerpt, make_job: MakeJob
) -> None:
    other = replace(document, id="d2", title="第二篇", date="")
    quotes = ("甲引文", "乙引文", "丙引文")
    made = [
        make_excerpt(quotes[0], tags=("主题/协商", "方法")),
        make_excerpt(quotes[1], start=9, id="h2"),
        make_excerpt(quotes[2], document=other, tags=("主题",)),
    ]
    job = replace(make_job(*made), options=ExportOptions(grouping=grouping, order="newest"))  # type: ignore[arg-type]
    found = READERS[exporter.name](written(exporter, job))
    assert all(quote in found for quote in quotes)


@every
def test_what_is_not_carried_is_not_there(exporter: Exporter, make_excerpt: MakeExcerpt, make_job: MakeJob) -> None:
    if exporter.complete:
        return
    none = Carried(**dict.fromkeys(Carried.__dataclass_fields__, False))
    made = make_excerpt("引文", note="私下的话", tags=("秘密",), speaker="某人", heading="小节")
    job = replace(make_job(made), options=ExportOptions(carried=none))
    found = READERS[exporter.name](written(exporter, job))
    assert "引文" in found
    assert not any(word in found for word in ("私下的话", "秘密", "某人", "小节"))


@every
def test_what_is_carried_is_there(exporter: Exporter, make_excerpt: MakeExcerpt, make_job: MakeJob) -> None:
    if exporter.complete:
        return
    all_of_it = Carried(**dict.fromkeys(Carried.__dataclass_fields__, True))
    made = make_excerpt("引文", note="的话", tags=("主题",), speaker="某人", heading="小节", correction="更正文")
    made = replace(made, highlight=replace(made.highlight, prefix="上文在此", suffix="下文在此"))
    job = replace(make_job(made), options=ExportOptions(carried=all_of_it))
    found = bare(READERS[exporter.name](written(exporter, job)))
    for each in ("引文", "更正文", "的话", "主题", "某人", "小节", "上文在此", "下文在此", "2024-05-01"):
        assert each in found


@every
def test_a_memo_keeps_its_order_and_its_prose(exporter: Exporter, make_excerpt: MakeExcerpt, make_job: MakeJob) -> None:
    first, second = make_excerpt("甲引文"), make_excerpt("乙引文")
    pieces: tuple[str | Excerpt, ...] = ("## 先看\n\n第一*段*。", first, "然后 <b>看</b>：", second)
    excerpts = tuple(piece for piece in pieces if isinstance(piece, Excerpt))
    job = replace(make_job(*excerpts), memo=Memo("m1", "札记"), pieces=pieces)
    if "memo" not in exporter.contents:
        with pytest.raises(InvalidValue):
            write(exporter, job, Path("never"))
        return
    found = READERS[exporter.name](written(exporter, job))
    if exporter.name == "json":
        assert all(text in found for text in ("先看", "甲引文", "然后", "乙引文"))
        return
    places = [found.index(text) for text in ("先看", "第一", "甲引文", "然后", "乙引文")]
    assert places == sorted(places)


@pytest.fixture
def annotated(document: Document, make_excerpt: MakeExcerpt, make_job: MakeJob) -> ExportJob:
    """A text with marks that overlap, touch, hold one another, span paragraphs, and lie on blank lines alone."""
    text = "题目\n\n第一段里有𠮷和😀，<b>还有</b>别的。\n第二段 == 尾。\n"
    spans = ((4, 9), (7, 14), (7, 14), (20, 32), (2, 4), (0, 2))
    excerpts = tuple(
        make_excerpt(text[start:end], start=start, note=f"第{number}条", tags=("主题/甲",), id=f"h{number}")
        for number, (start, end) in enumerate(spans)
    )
    read = AnnotatedText(document, text, (), excerpts)
    options = ExportOptions(annotated=True)
    return replace(make_job(*excerpts), options=options, documents=(document,), read=lambda _id: read)


@every
def test_a_whole_text_with_its_marks(exporter: Exporter, annotated: ExportJob) -> None:
    if "annotated" not in exporter.contents:
        with pytest.raises(InvalidValue, match="annotated"):
            write(exporter, annotated, Path("never"))
        return
    found = READERS[exporter.name](written(exporter, annotated))
    plain = re.sub(r"\[\^\d+\]|==|[\\\s]|[0-9¹²³]", "", found)
    assert "题目" in found
    if exporter.name != "pdf":
        assert "第一段里有𠮷和😀，<b>还有</b>别的。" in plain
    for number in range(len(annotated.excerpts)):
        assert f"第{number}条" in found.replace("\\", "")


def test_comments_are_real_and_stand_where_the_mark_is(annotated: ExportJob) -> None:
    (exporter,) = (each for each in BUILT_IN if each.name == "docx")
    data = written(exporter, annotated)
    opened = docx.Document(io.BytesIO(data))
    comments = [comment.text for comment in opened.comments]
    assert len(comments) == len(annotated.excerpts)
    assert all("主题/甲" in comment for comment in comments)
    xml = opened.element.xml
    for kind in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        assert xml.count(f"<w:{kind} ") == len(comments)
    assert 'w:highlight w:val="yellow"' in xml


def test_footnotes_and_styles_are_real(make_excerpt: MakeExcerpt, make_job: MakeJob) -> None:
    (exporter,) = (each for each in BUILT_IN if each.name == "docx")
    data = written(exporter, make_job(make_excerpt("甲引文"), make_excerpt("乙引文", start=9)))
    opened = docx.Document(io.BytesIO(data))
    styles = [paragraph.style.name for paragraph in opened.paragraphs if paragraph.style is not None]
    assert styles[:2] == ["Title", "Subtitle"]
    assert {"Heading 1", "Quote"} <= set(styles)
    assert opened.element.xml.count("<w:footnoteReference ") == 2
    assert word(data).count("议事会简报，街道办公室") == 2
    assert 'w:eastAsia="SimSun"' in opened.styles.element.xml


def test_a_workbook_has_its_sheets_frozen_and_filtered(make_excerpt: MakeExcerpt, make_job: MakeJob) -> None:
    (exporter,) = (each for each in BUILT_IN if each.name == "xlsx")
    data = written(exporter, make_job(make_excerpt("甲" * 40_000, tags=("一", "二")), make_excerpt("乙", tags=("一",))))
    text = excel(data)
    assert text.count("甲") >= 40_000
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        book = package.read("xl/workbook.xml").decode()
        sheet = package.read("xl/worksheets/sheet1.xml").decode()
    assert re.findall('<sheet name="([^"]*)"', book) == ["摘录", "文献", "标签", "标签共现", "长文本"]
    assert 'state="frozen"' in sheet
    assert "<autoFilter " in sheet


@every
def test_cancelled_half_way_the_old_file_stays(
    exporter: Exporter, make_excerpt: MakeExcerpt, make_job: MakeJob, tmp_path: Path
) -> None:
    target = tmp_path / f"a{exporter.suffix}"
    target.write_text("旧", encoding="utf-8")
    job = make_job(*(make_excerpt(f"第{number}条", start=number * 9) for number in range(450)))
    progress = Progress(lambda done, _total, _name: progress.cancel() if done >= 200 else None)
    with pytest.raises(Cancelled):
        write(exporter, job, target, force=True, progress=progress)
    assert target.read_text(encoding="utf-8") == "旧"
    assert os.listdir(tmp_path) == [target.name]


@every
def test_a_folder_that_is_closed_is_told(exporter: Exporter, make_job: MakeJob, tmp_path: Path) -> None:
    with pytest.raises(StorageFailed):
        write(exporter, make_job(), tmp_path / "不在" / "a")


@every
def test_nothing_marked_is_a_sound_file(exporter: Exporter, make_job: MakeJob) -> None:
    READERS[exporter.name](written(exporter, make_job()))
