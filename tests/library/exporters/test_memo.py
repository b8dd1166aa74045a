"""A memo goes out as it was written: its prose unaltered, its excerpts as quotations with their source."""

from dataclasses import replace

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from library.exporters.memo import MemoExporter
from library.models import Excerpt
from library.references import excerpt_line, parts
from tests.library.exporters.conftest import MakeExcerpt

ID = "01a1fc5a-b91c-707e-81a7-5bcbe61849ef"
PROSE = st.text(alphabet="a中𠮷😀\u0301 \t*_#>-`[]()!|\\\n.:1", max_size=60)


def written(*pieces: str | Excerpt, title: str = "札记") -> str:
    exporter = MemoExporter(pieces)
    return "".join(exporter.render(exporter.job(title)))


def test_order_prose_and_citations(make_excerpt: MakeExcerpt) -> None:
    first = make_excerpt("先把话说完", paragraph=3)
    second = make_excerpt("从产治党", correction="从严治党", paragraph=0)
    assert written("先看：", first, "再看：\n\n- 一", second) == (
        "# 札记\n\n先看：\n\n"
        "> 先把话说完\n>\n> — 议事会简报, 街道办公室, 第 12 期, 2019-06-18, ¶ 3\n\n"
        "再看：\n\n- 一\n\n"
        "> 从严治党\n>\n> — 议事会简报, 街道办公室, 第 12 期, 2019-06-18\n"
    )


def test_a_quotation_turns_into_nothing_else(make_excerpt: MakeExcerpt) -> None:
    hostile = make_excerpt("# 不是标题\n- 不是列表\n\n*星* <b>粗</b> [[x]]")
    hostile = replace(hostile, document=replace(hostile.document, title="*甲*\n# 乙", issuer="> 丙"))
    tokens = MarkdownIt("commonmark").parse(written(hostile, title="# 丁\n"))
    assert [token.type for token in tokens if token.type.endswith("_open") and token.level <= 1] == [
        "heading_open", "blockquote_open", "paragraph_open", "paragraph_open", "paragraph_open", "paragraph_open",
    ]  # fmt: skip


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(stretches=st.lists(PROSE, min_size=1, max_size=4))
@example(stretches=["一\n\n\n  二  ", "```\n代码\n```", "\t# 三"])
def test_prose_passes_through_unaltered(make_excerpt: MakeExcerpt, stretches: list[str]) -> None:
    quoted = make_excerpt("引文", id=ID)
    quotation = written(quoted).partition("\n\n")[2]
    text = f"\n\n{excerpt_line(ID)}\n\n".join(stretches)
    found = written(*(quoted if part.highlight_id else part.text for part in parts(text)))
    expected = ["# 札记\n"]
    for number, stretch in enumerate(stretches):
        if number:
            expected.append(quotation)
        if stretch.strip():
            expected.append(stretch.strip("\n") + "\n")
    assert found == "\n".join(expected)


def test_references_are_words_outside_the_library(make_excerpt: MakeExcerpt) -> None:
    prose = f"请看[[document:{ID}|报告]]与[[tag:{ID}]]。"
    assert "请看报告与↗。" in written(prose)
    assert ID not in written(prose)


def test_the_text_s_own_words_beside_a_correction(make_excerpt: MakeExcerpt) -> None:
    corrected = make_excerpt("从产[治]党", correction="从严治党")
    exporter = MemoExporter([corrected, make_excerpt("无误")], originals=True)
    text = "".join(exporter.render(exporter.job("札记")))
    assert "> 从严治党\n>\n> \\[sic: 从产\\[治]党\\]\n>\n> — " in text
    assert text.count("sic") == 1
