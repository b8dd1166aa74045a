"""Markdown must say what was marked: nothing in a quote, a title or a tag may turn into markup."""

import json
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from library.escaping import wiki_link
from library.exporters.base import Carried, ExportOptions
from library.exporters.markdown import MarkdownExporter
from library.exporters.markup import contained
from library.exporters.text import PlainTextExporter
from library.models import Document, Memo
from tests.library.exporters.conftest import MakeExcerpt, MakeJob

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
FIXTURE = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

HOSTILE = [
    "# 不是标题",
    "#号开头",
    "- 不是列表",
    "+ 不是列表",
    "1. 不是编号",
    "12) 不是编号",
    "> 不是引文",
    "---",
    "===",
    "~~~",
    "```",
    "***",
    "a*b*c",
    "__init__",
    "snake_case_name",
    "~~删~~",
    "3~5万，6~8万",
    "<b>粗</b>",
    "<!-- 注",
    "&amp; &#35; AT&T",
    "[[双链]] [链](http://x) ![图](x)",
    "[x]: http://example.org",
    "a | b\n--- | ---\n1 | 2",
    "反斜线 \\* 与 \\",
    "𠮷野家 😀 e\u0301 👨‍👩‍👧",
    "　　全角缩进",
    "    四个空格",
    "`代码`",
    "http://example.org/a_b_c",
    "价 $5 与 $x^2$，%%藏%%，==亮==，#词，（@foo），a^2^，\\alpha",
    ": 定义",
]

LINE = st.text(
    alphabet=st.one_of(
        st.sampled_from("#>-+=*_`~[]()!<>&;|\\.:1 2\t\"'a中字𠮷😀\u0301\u3000"),
        st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\u2028\u2029\ufffd"),
    ),
    max_size=40,
)


def body(text: str) -> str:
    _, _, rest = text.removeprefix("---\n").partition("\n---\n")
    return rest


def front(text: str) -> list[str]:
    assert text.startswith("---\n")
    return text.removeprefix("---\n").partition("\n---\n")[0].split("\n")


def shown(tokens: list[Token]) -> str:
    """What a reader of the rendered inline text sees."""
    return "".join("\n" if token.type.endswith("break") else token.content for token in tokens)


def quoted_lines(text: str) -> list[str]:
    """The paragraphs of the block quotations; anything else inside one fails the test."""
    lines: list[str] = []
    depth = 0
    for token in PARSER.parse(body(text)):
        depth += token.type == "blockquote_open"
        depth -= token.type == "blockquote_close"
        if depth and token.type == "inline":
            assert {child.type for child in token.children or []} <= {"text", "text_special"}, token
            lines.append(shown(token.children or []))
        elif depth:
            assert token.type in {"blockquote_open", "paragraph_open", "paragraph_close"}, token
    return lines


def expected_lines(quote: str) -> list[str]:
    return [stripped for line in quote.split("\n") if (stripped := line.strip(" \t"))]


@pytest.mark.parametrize("quote", HOSTILE)
def test_quote_is_shown_as_written(quote: str, make_excerpt: MakeExcerpt, make_job: MakeJob) -> None:
    text = "".join(MarkdownExporter().render(make_job(make_excerpt(quote))))
    # A parser strips every kind of space at the ends of a paragraph.
    assert quoted_lines(text) == [line.strip() for line in expected_lines(quote)]


@FIXTURE
@example(quote="\xa0")
@given(quote=st.lists(LINE, min_size=1, max_size=4).map("\n".join))
def test_any_quote_is_shown_as_written(quote: str, make_excerpt: MakeExcerpt, make_job: MakeJob) -> None:
    text = "".join(MarkdownExporter().render(make_job(make_excerpt(quote))))
    found, wanted = quoted_lines(text), expected_lines(quote)
    # The parser strips every kind of space at the ends of a paragraph; the file itself has them.
    seen, meant = [line.strip() for line in found], [line.strip() for line in wanted]
    assert [line for line in seen if line] == [line for line in meant if line]
    # A line of such spaces alone may be shown as an empty paragraph or not at all; no other paragraph may be empty.
    assert seen.count("") <= meant.count("")


@pytest.mark.parametrize(
    ("quote", "written"),
    [
        ("$x^2$", r"\$x\^2\$"),
        ("%%藏%% 3%", r"\%\%藏\%\% 3%"),
        ("==亮== a=b", r"\=\=亮\=\= a=b"),
        ("见 #词/a，# 与 C#", r"见 \#词/a，# 与 C#"),
        ("（@foo）与 a@b.cn", r"（\@foo）与 a@b.cn"),
        (r"\alpha", r"\\alpha"),
        (": 定义", r"\: 定义"),
    ],
)
def test_what_obsidian_and_pandoc_add_is_escaped(
    quote: str, written: str, make_excerpt: MakeExcerpt, make_job: MakeJob
) -> None:
    assert f"\n> {written}\n" in "".join(MarkdownExporter().render(make_job(make_excerpt(quote))))


def test_prose_of_a_memo_ends_where_it_ends(make_excerpt: MakeExcerpt, make_job: MakeJob) -> None:
    excerpt = make_excerpt("引文")
    memo = Memo(id="m1", title="札记", text="")
    job = replace(make_job(excerpt), memo=memo, pieces=("```\n没有关上", excerpt, "<!-- 也没有", excerpt))
    tokens = PARSER.parse(body("".join(MarkdownExporter().render(job))))
    assert sum(token.type == "blockquote_open" for token in tokens) == 2
    assert "html_block" not in [token.type for token in tokens]


def test_quote_lines_are_all_prefixed(make_excerpt: MakeExcerpt, make_job: MakeJob) -> None:
    text = "".join(MarkdownExporter().render(make_job(make_excerpt("第一行\n\n第二行\n第三行"))))
    assert "> 第一行\n>\n> 第二行\n>\n> 第三行\n" in text


def test_ordinary_chinese_stands_without_a_backslash(make_excerpt: MakeExcerpt, make_job: MakeJob) -> None:
    quote = "“先把话说完，再把事分清”（2019年）；《规则》第1条：3.5%、AT&T、a_b。"
    text = "".join(MarkdownExporter().render(make_job(make_excerpt(quote))))
    assert f"> {quote}\n" in text
    assert "\\" not in text


@pytest.mark.parametrize(
    "title",
    [
        '带"引号"的',
        "冒号: 值",
        "<b>粗体</b>",
        "两\n行",
        "反\\斜",
        "- 短横",
        "\u0085\u2028\ufeff控制",
        "😀𠮷",
        "x" * 300,
    ],
)
def test_front_matter_is_yaml(title: str, make_excerpt: MakeExcerpt, make_job: MakeJob) -> None:
    tag = f"主题/{title}"
    text = "".join(MarkdownExporter().render(make_job(make_excerpt("字", tags=(tag,)), title=title)))
    lines = front(text)
    assert json.loads(lines[0].removeprefix("title: ")) == title
    assert lines[1:5] == ['exported: "2024-05-02"', "documents: 1", "highlights: 1", "tags:"]
    assert [json.loads(line.removeprefix("  - ")) for line in lines[5:]] == [tag]
    assert not set("\n\x85\u2028\ufeff") & set("".join(lines))


def test_front_matter_names_each_tag_once_in_full(make_excerpt: MakeExcerpt, make_job: MakeJob) -> None:
    job = make_job(make_excerpt("一", tags=("主题/协商", "方法")), make_excerpt("二", tags=("方法",)))
    lines = front("".join(MarkdownExporter().render(job)))
    assert lines[lines.index("tags:") + 1 :] == ['  - "主题/协商"', '  - "方法"']


def test_nothing_marked(make_job: MakeJob) -> None:
    text = "".join(MarkdownExporter().render(make_job()))
    assert front(text)[-3:] == ["documents: 0", "highlights: 0", "tags: []"]
    assert body(text) == ""


@pytest.mark.parametrize("title", ["# 井", "<b>粗</b> *星*", "两\n行", "尾巴 ##", "1. 编号"])
def test_title_is_one_heading(title: str, document: Document, make_excerpt: MakeExcerpt, make_job: MakeJob) -> None:
    job = make_job(make_excerpt("字", document=replace(document, title=title)))
    tokens = PARSER.parse(body("".join(MarkdownExporter().render(job))))
    assert tokens[0].tag == "h1"
    assert shown(tokens[1].children or []) == title.replace("\n", " ")


def test_document_and_place(make_excerpt: MakeExcerpt, make_job: MakeJob) -> None:
    job = make_job(make_excerpt("字", note="批注", tags=("主题/协商", "方法"), id="h1"))
    text = body("".join(MarkdownExporter().render(job)))
    assert text == (
        "\n# 议事会简报\n\n街道办公室 · 2019-06-18 · 第 12 期\n\n> 字\n\n^h1\n\n批注\n\n"
        "#主题/协商 #方法 — [[议事会简报]] · 一、缘起 [@d1, 段 12]\n"
    )


def test_who_speaks_stands_before_the_heading(make_excerpt: MakeExcerpt, make_job: MakeJob) -> None:
    text = "".join(MarkdownExporter().render(make_job(make_excerpt("字", speaker="柳 三*", paragraph=3))))
    assert "柳 三\\* · 一、缘起 [@d1, 段 3]" in text


def test_place_without_heading_or_tags(make_excerpt: MakeExcerpt, make_job: MakeJob) -> None:
    text = "".join(MarkdownExporter().render(make_job(make_excerpt("字", heading="", paragraph=3))))
    assert text.endswith("\n\n[[议事会简报]] [@d1, 段 3]\n")


def test_documents_are_sections(document: Document, make_excerpt: MakeExcerpt, make_job: MakeJob) -> None:
    other = replace(document, id="d2", title="第二篇", issuer="", date="", number="")
    job = make_job(make_excerpt("甲"), make_excerpt("乙"), make_excerpt("丙", document=other))
    headings = [line for line in body("".join(MarkdownExporter().render(job))).split("\n") if line.startswith("# ")]
    assert headings == ["# 议事会简报", "# 第二篇"]


def test_note_on_the_document(make_excerpt: MakeExcerpt, make_job: MakeJob) -> None:
    job = replace(make_job(make_excerpt("字")), document_notes={"d1": "读过**两遍**"})
    text = "".join(MarkdownExporter().render(job))
    assert "第 12 期\n\n读过**两遍**\n\n> 字\n" in text


def test_correction_replaces_the_quote(make_excerpt: MakeExcerpt, make_job: MakeJob) -> None:
    text = "".join(MarkdownExporter().render(make_job(make_excerpt("从产治党", correction="从严治党"))))
    assert "> 从严治党\n" in text
    assert "从产治党" not in text


@pytest.mark.parametrize("tag", ["`", "a`b", "``双``", "<b>", "[[x]]", "a|b", "'; DROP TABLE", "两\n行", "*"])
def test_tag_is_shown_as_written(tag: str, make_excerpt: MakeExcerpt, make_job: MakeJob) -> None:
    text = "".join(MarkdownExporter().render(make_job(make_excerpt("字", tags=(tag,)))))
    tokens = PARSER.parse(body(text))
    inline = [token for token in tokens if token.type == "inline"][-1]
    children = inline.children or []
    assert children[0].type == "code_inline"
    assert children[0].content == tag.replace("\n", " ")


@pytest.mark.parametrize(
    "note",
    [
        "```\n没有关上",
        "~~~~ python\nx\n~~~",
        "<!-- 没有关上",
        "<div>\n没有关上",
        "<script>",
        "- 列表\n  ```\n  码",
        "```\n<b>\n```",
    ],
)
def test_note_ends_where_it_ends(note: str, make_excerpt: MakeExcerpt, make_job: MakeJob) -> None:
    job = make_job(make_excerpt("甲", note=note), make_excerpt("乙", start=5))
    tokens = PARSER.parse(body("".join(MarkdownExporter().render(job))))
    assert sum(token.type == "blockquote_open" for token in tokens) == 2
    inner = [child.type for token in tokens for child in token.children or []]
    assert "html_block" not in [token.type for token in tokens]
    assert "html_inline" not in inner


@pytest.mark.parametrize(
    ("note", "levels"),
    [
        ("# 一\n## 二 ##\n#### 四\n#不是", [4, 5, 6]),
        ("一\n===\n\n二\n更多\n---", [4, 5]),
        ("> # 引\n\n- 一\n  ===\n- # 二\n\n1. #### 三", [4, 4, 4, 6]),
        ("C#\n===\n\n```\n# 码\n```\n\n# ", [4, 4]),
    ],
)
def test_a_heading_in_a_note_stands_below_those_of_documents(
    note: str, levels: list[int], make_excerpt: MakeExcerpt, make_job: MakeJob
) -> None:
    job = replace(make_job(make_excerpt("字", note=note), make_excerpt("乙")), document_notes={"d1": note})
    tokens = PARSER.parse(body("".join(MarkdownExporter().render(job))))
    titles = [int(token.tag[1]) for token in tokens if token.type == "heading_open"]
    assert titles == [1, *levels, *levels]
    written, kept = (
        "".join(shown(token.children or []) for token in PARSER.parse(each)) for each in (note, contained(note, 3))
    )
    assert "".join(kept.split()) == "".join(written.split())


def test_note_keeps_its_markdown(make_excerpt: MakeExcerpt, make_job: MakeJob) -> None:
    note = "**重点** `a<b>` <https://example.org> [[第 11 期]]\r\n\r\n- 一\r\n- 二"
    text = "".join(MarkdownExporter().render(make_job(make_excerpt("字", note=note))))
    assert f"\n{note}\n".replace("\r\n", "\n") in text
    assert "\r" not in text


def test_the_text_s_own_words_beside_a_correction(make_excerpt: MakeExcerpt, make_job: MakeJob) -> None:
    job = replace(
        make_job(make_excerpt("从产治党", correction="从严治党")),
        options=ExportOptions(carried=Carried(originals=True)),
    )
    assert "> 从严治党\n>\n> ［原文：从产治党］\n" in "".join(MarkdownExporter().render(job))


def test_the_text_around_is_told_apart_from_the_quotation(make_excerpt: MakeExcerpt, make_job: MakeJob) -> None:
    excerpt = make_excerpt("先听完\n再说话")
    around = replace(excerpt, highlight=replace(excerpt.highlight, prefix="主任说：", suffix="# 于是"))
    job = replace(make_job(around), options=ExportOptions(carried=Carried(context=True)))
    text = "".join(MarkdownExporter().render(job))
    assert "\n> > …主任说：\n>\n> 先听完\n>\n> 再说话\n>\n> > \\# 于是…\n\n^" in text
    deep = [token.level for token in PARSER.parse(body(text)) if token.type == "blockquote_open"]
    assert deep == [0, 1, 1]
    plain = "".join(PlainTextExporter().render(job))
    assert "\n    上文：……主任说：\n先听完\n再说话\n    下文：# 于是……\n" in plain


@pytest.mark.parametrize(
    ("title", "link"),
    [
        ("a|b", "[[a b|a|b]]"),
        ("报告[一]", "[[报告 一|报告［一］]]"),
        ("第一章: 缘起", "[[第一章 缘起|第一章: 缘起]]"),
        ("报告", "[[报告]]"),
    ],
)
def test_a_link_to_a_document_shows_all_of_its_title(title: str, link: str) -> None:
    assert wiki_link(title) == link


def test_references_are_words_and_those_to_documents_wiki_links(make_excerpt: MakeExcerpt, make_job: MakeJob) -> None:
    id = "01a1fc5a-b91c-707e-81a7-5bcbe61849ef"
    note = f"**见**[[document:{id}|𠮷祥: 报告]]、[[tag:{id}|规则]]"
    link = "**见**[[𠮷祥 报告|𠮷祥: 报告]]、规则"
    job = make_job(make_excerpt("甲", note=note))
    assert f"\n{link}\n" in "".join(MarkdownExporter().render(job))
    memo = Memo(id, "札记", note, "", "")
    written = replace(job, memo=memo, pieces=(note,))
    assert f"\n{link}\n" in "".join(MarkdownExporter().render(written))
    assert "\n**见**𠮷祥: 报告、规则\n" in "".join(PlainTextExporter().render(written))


@pytest.mark.parametrize(("pages", "place"), [("iv", "页 iv"), ("12 13", "页 12–13")])
def test_a_page_is_named(pages: str, place: str, make_excerpt: MakeExcerpt, make_job: MakeJob) -> None:
    text = "".join(MarkdownExporter().render(make_job(make_excerpt("字", pages=pages, heading="", paragraph=3))))
    assert text.endswith(f"[[议事会简报]] [@d1, {place}, 段 3]\n")
