"""Templates as formats: what they are given, the examples, and what becomes of the file when one is wrong."""

import io
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from library.errors import Refused
from library.exporters.base import Carried, ExportJob, ExportOptions, ExportScope
from library.exporters.scope import collect
from library.exporters.target import write
from library.exporters.template import TemplateExporter, template_formats
from library.exporters.templatecontext import context_of
from library.library import Library
from library.models import Draft, PreparedDraft
from library.progress import Cancelled, Progress
from library.templates.context import Context
from library.templates.folder import Template, add_examples
from resources import path as resource
from tests.library.exporters.conftest import MakeExcerpt, MakeJob

NOTE = "看 *这里*，100%。"
ALL = Carried(**dict.fromkeys(Carried.__dataclass_fields__, True))


def template(folder: Path, text: str, name: str = "甲.txt.j2") -> TemplateExporter:
    (folder / name).write_text(text, encoding="utf-8")
    return TemplateExporter(Template(folder / name, folder))


def written(exporter: TemplateExporter, job: ExportJob) -> str:
    file = io.BytesIO()
    exporter.write(job, file, Progress())
    return file.getvalue().decode("utf-8")


def context(job: ExportJob, most: int | None = None) -> Context:
    return context_of(job, str, Progress(), most)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Two texts of the sample, marked, with all that a quotation can have."""
    library = Library.create(tmp_path_factory.mktemp("样本") / "样本")
    said = {
        "街道议事会工作简报-第11期.txt": "𠮷祥里社区的墙立得最早，争论也最多。",
        "最后一班轮渡.txt": "南埠渡口将在年底停航，江上新桥已经通车。",
    }
    for name, quote in said.items():
        text = resource(f"sample/{name}").read_text(encoding="utf-8")
        draft = Draft(text, name.removesuffix(".txt"), "text")
        ((document, _),) = library.documents.add_drafts(
            [PreparedDraft(draft, library.texts.add_text(text), "", "", "")]
        )
        start = text.index(quote)
        library.highlights.add(document.id, start, start + len(quote), tags=["主题/协商 & 规则"], note=NOTE)
        library.highlights.add(document.id, start + len(quote), start + len(quote) + 40, tags=["方法"])
    own = library.fields.add_own("卷宗号")
    for document in library.documents.all():
        library.fields.describe([document.id], author="李华; 王敏", date="2019-05-14", **{own.id: "12-𠮷"})
    library.memos.add("读后", "先看：\n\n" + "".join(f"![[highlight:{id}]]\n\n" for id in _ids(library)[:1]) + "再看。")
    yield library
    library.close()


def _ids(library: Library) -> list[str]:
    return [excerpt.highlight.id for excerpt in library.excerpts.all()]


def test_a_template_gets_groups_as_the_headings_of_an_export(sample: Library) -> None:
    made = context(collect(sample, ExportScope(), ExportOptions(grouping="theme", carried=ALL, style="gbt7714-2025")))
    shown = [(group.level, group.title, group.path, len(group.quotes)) for group in made.groups]
    assert shown == [(1, "方法", "方法", 2), (1, "主题", "主题", 0), (2, "协商 & 规则", "主题/协商 & 规则", 2)]
    assert (made.highlights, len(made.quotes), len(made.documents)) == (4, 4, 2)
    assert made.library == sample.path.stem
    assert [tag.here for tag in made.tags if tag.path == "方法"] == [2]
    quote = made.groups[-1].quotes[0]
    assert quote.note == NOTE
    assert quote.quoted == f"“{quote.text}”"
    assert quote.tags == ("主题/协商 & 规则",)
    assert quote.document.authors == ("李华", "王敏")
    assert quote.document.fields["卷宗号"] == "12-𠮷"
    assert quote.document.fields["publisher"] == ""
    assert quote.document.key
    assert quote.footnote
    assert len(made.bibliography) == 2


def test_what_is_not_carried_is_empty(sample: Library) -> None:
    none = Carried(**dict.fromkeys(Carried.__dataclass_fields__, False))
    for quote in context(collect(sample, ExportScope(), ExportOptions(carried=none))).quotes:
        told = (quote.note, quote.tags, quote.color, quote.headings, quote.speaker, quote.page, quote.paragraph)
        assert not any((*told, quote.place, quote.marked, quote.changed, quote.before, quote.after, quote.original))


def test_a_preview_gets_the_first_quotations_and_all_counts(sample: Library) -> None:
    made = context(collect(sample, ExportScope()), most=1)
    assert (len(made.quotes), made.highlights) == (1, 4)


def test_a_memo_comes_as_its_parts(sample: Library) -> None:
    (memo,) = sample.memos.all()
    made = context(collect(sample, ExportScope(memo_id=memo.id)))
    assert [part.kind for part in made.parts] == ["prose", "quote", "prose"]
    assert [part.text for part in made.parts] == ["先看：", made.quotes[0].text, "再看。"]


@pytest.mark.parametrize("grouping", ["document", "theme"])
def test_the_examples_set_the_sample(sample: Library, grouping: str, tmp_path: Path) -> None:
    add_examples(tmp_path)
    formats = {exporter.label: exporter for exporter in template_formats(tmp_path)}
    assert list(formats) == ["LaTeX", "Obsidian", "读书札记"]
    options = ExportOptions(grouping=grouping, carried=ALL, style="gbt7714-2025")  # type: ignore[arg-type]
    job = replace(collect(sample, ExportScope(), options), made="2024-05-02")
    quote = sample.excerpts.all()[0].highlight.quote.split("\n")[0].strip()
    texts = {label: written(exporter, job) for label, exporter in formats.items()}
    for text in texts.values():
        assert quote[:12] in text.replace("\n", "")
        assert "{{" not in text
        assert "{%" not in text
    assert '  - "主题/协商 & 规则"\n' in texts["Obsidian"]
    assert f"^{_ids(sample)[0]}\n" in texts["Obsidian"]
    assert r"主题/协商 \& 规则" in texts["LaTeX"]
    assert r"100\%" in texts["LaTeX"]
    assert texts["LaTeX"].count("\\footnote{") == 4
    assert texts["LaTeX"].count("{") == texts["LaTeX"].count("}")
    assert "    按：看 *这里*，100%。\n" in texts["读书札记"]
    assert "\n\n\n\n" not in "".join(texts.values())


def test_the_examples_set_a_memo(sample: Library, tmp_path: Path) -> None:
    add_examples(tmp_path)
    (memo,) = sample.memos.all()
    job = collect(sample, ExportScope(memo_id=memo.id))
    for exporter in template_formats(tmp_path):
        text = written(exporter, job)
        assert text.index("先看") < text.index("的墙立得最早") < text.index("再看")


def test_a_web_page_is_escaped_and_a_table_for_excel(
    make_excerpt: MakeExcerpt, make_job: MakeJob, tmp_path: Path
) -> None:
    job = make_job(make_excerpt("<b>粗</b>\x01", note='=SUM(1)"'))
    page = template(tmp_path, "{{ quotes[0].text }}{{ '<i>'|safe }}", "a.html.j2")
    assert written(page, job) == "&lt;b&gt;粗&lt;/b&gt;␁<i>"
    table = template(tmp_path, "{% for q in quotes %}{{ [q.text, q.note]|csv }}\n{% endfor %}", "a.csv.j2")
    assert written(table, job) == '\ufeff<b>粗</b>\x01,"\'=SUM(1)"""\n'


def test_every_value_can_be_written(make_excerpt: MakeExcerpt, make_job: MakeJob, tmp_path: Path) -> None:
    job = make_job(make_excerpt("𠮷😀e\u0301", speaker="某人", pages="3 4"))
    told = json.loads(written(template(tmp_path, "{{ [quotes[0].text, quotes[0].page]|tojson }}"), job))
    assert told == ["𠮷😀e\u0301", "3–4"]


@pytest.mark.parametrize("text", ["{{ titel }}", "{% for q in quotes %}", "{{ title|none }}"])
def test_the_old_file_stays_when_a_template_is_wrong(text: str, make_job: MakeJob, tmp_path: Path) -> None:
    exporter = template(tmp_path, f"好\n{text}")
    target = tmp_path / "a.txt"
    target.write_text("旧", encoding="utf-8")
    with pytest.raises(Refused, match=r"Line 2 of the template “甲.txt.j2”"):
        write(exporter, make_job(), target, force=True)
    assert target.read_text(encoding="utf-8") == "旧"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "甲.txt.j2"]


def test_a_template_that_does_not_end_is_cancelled(make_job: MakeJob, tmp_path: Path) -> None:
    exporter = template(tmp_path, "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}")
    asked: list[bool] = []

    class Impatient(Progress):
        @property
        def cancelled(self) -> bool:
            asked.append(True)
            return len(asked) > 3

    with pytest.raises(Cancelled):
        write(exporter, make_job(), tmp_path / "a.txt", progress=Impatient())
    assert not (tmp_path / "a.txt").exists()


def test_a_preview_stops_where_it_has_enough(make_excerpt: MakeExcerpt, make_job: MakeJob, tmp_path: Path) -> None:
    job = make_job(*(make_excerpt(f"第{number}条", start=number * 9) for number in range(30)))
    exporter = template(tmp_path, "{% for q in quotes %}{{ q.text }}{{ 'x' * 9000 }}\n{% endfor %}")
    text = "".join(exporter.beginning(job, 20, 40_000))
    assert text.startswith("第0条")
    assert 40_000 <= len(text) < 90_000
    whole = template(tmp_path, "{{ quotes|length }}/{{ highlights }}")
    assert "".join(whole.beginning(job, 20, 40_000)) == "20/30"
