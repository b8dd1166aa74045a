"""What a Word document says of itself is its own, and not that of the template that its styles are put into."""

import io
import re
import zipfile
from dataclasses import replace

import docx

from library.exporters.docx import DocxExporter
from library.models import Memo
from library.progress import Progress
from tests.library.exporters.conftest import MakeExcerpt, MakeJob


def test_a_document_says_what_made_it(make_excerpt: MakeExcerpt, make_job: MakeJob) -> None:
    file = io.BytesIO()
    DocxExporter().write(make_job(make_excerpt("引文", tags=("主题",), note="- 一\n- 二")), file, Progress())
    told = docx.Document(file).core_properties
    assert (told.title, told.author, told.last_modified_by, told.language) == (
        "研究",
        "朱批 Zhupi",
        "朱批 Zhupi",
        "zh-CN",
    )
    assert f"{told.created:%F}" == f"{told.modified:%F}" == "2024-05-02"
    with zipfile.ZipFile(file) as package:
        parts = {name: package.read(name).decode() for name in package.namelist()}
    assert not [name for name in parts if "thumbnail" in name or name.endswith((".jpeg", ".png"))]
    assert "Macintosh" not in "".join(parts.values())
    assert "<Application>朱批 Zhupi</Application>" in parts["docProps/app.xml"]


def test_there_are_no_styles_but_those_in_use(make_excerpt: MakeExcerpt, make_job: MakeJob) -> None:
    file = io.BytesIO()
    note = "# 题\n\n- 一\n- `二`\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n> 引\n\n```\n码\n```\n"
    memo = Memo(id="m1", title="札记", text="")
    job = replace(make_job(), memo=memo, pieces=(note, make_excerpt("引文", tags=("主题",), note=note)))
    DocxExporter().write(job, file, Progress())
    with zipfile.ZipFile(file) as package:
        styles, text = (package.read(f"word/{name}.xml").decode() for name in ("styles", "document"))
    used = re.findall('<w:(?:pStyle|rStyle|tblStyle) w:val="([^"]+)"', text)
    names = re.findall('w:styleId="([^"]+)"', styles)
    assert len(names) == len(set(names)) < 50
    assert {"DefaultParagraphFont", "TableNormal", "NoList", "Quote", "Heading9"} <= set(names)
    assert set(used) <= set(names)
    assert set(re.findall('<w:(?:basedOn|next|link) w:val="([^"]+)"', styles)) <= set(names)
