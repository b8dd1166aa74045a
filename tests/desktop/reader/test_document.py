import pytest

from desktop.reader.document import ReaderDocument
from desktop.reader.roles import Role
from desktop.typesettings import Kind
from tests.desktop.reader.conftest import OpenText


def roles(document: ReaderDocument) -> list[Role]:
    return [document.role(index, document.block(index)) for index in range(document.block_count)]


def test_the_block_that_repeats_the_title_is_the_title(read: OpenText) -> None:
    document = ReaderDocument(read("\n  东城 政协\n东城 政协\n正文"), title="东城 政协", format="text")
    assert roles(document) == [Role.BLANK, Role.TITLE, Role.BODY, Role.BODY]


def test_in_markdown_hash_marks_make_headings_and_may_stand_before_the_title(read: OpenText) -> None:
    document = ReaderDocument(read("# 标题\n## 一、节\n#无空格\n####### 七\n文"), title="标题", format="markdown")
    assert roles(document) == [Role.TITLE, Role.HEADING, Role.BODY, Role.BODY, Role.BODY]


def test_deeper_headings_and_quotations_play_parts_of_their_own(read: OpenText) -> None:
    document = ReaderDocument(read("# 一\n### 三\n> 引\n" + "# " + "长" * 300), title="", format="markdown")
    assert roles(document) == [Role.HEADING, Role.SUBHEADING, Role.QUOTE, Role.BODY]


def test_in_plain_text_a_hash_mark_is_a_hash_mark(read: OpenText) -> None:
    document = ReaderDocument(read("# 一"), title="", format="text")
    assert roles(document) == [Role.BODY]


def test_a_plain_text_whose_title_has_a_hash_mark_has_headings_with_them(read: OpenText) -> None:
    document = ReaderDocument(read("# 标题\n## 一\n文"), title="标题", format="text")
    assert roles(document) == [Role.TITLE, Role.HEADING, Role.BODY]


def test_a_title_far_below_the_head_is_not_looked_for(read: OpenText) -> None:
    document = ReaderDocument(read("x\n" * 30 + "标题"), title="标题", format="text")
    assert Role.TITLE not in roles(document)


def test_a_paragraph_reaches_over_the_blocks_it_is_cut_into(read: OpenText) -> None:
    text = "前\n" + "很长的一段。" * 900 + "\n后"
    document = ReaderDocument(read(text), title="", format="text")
    assert document.block_count > 4
    assert document.paragraph(3000) == (2, 2 + 5400)
    assert document.paragraph(0) == (0, 1)
    assert document.paragraph(len(text)) == (len(text) - 1, len(text))


def test_an_empty_text_has_one_blank_block(read: OpenText) -> None:
    document = ReaderDocument(read(""), title="空", format="text")
    assert roles(document) == [Role.BLANK]
    assert document.paragraph(0) == (0, 0)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("议事会议 committee", Kind.CHINESE),
        ("The committee put every remark on the wall. 议事", Kind.LATIN),
        ("שלום", Kind.LATIN),
        ("   ", Kind.CHINESE),
        ("", Kind.CHINESE),
        ("𠮷", Kind.CHINESE),
    ],
)
def test_the_kind_of_a_text_is_that_of_most_of_it(read: OpenText, text: str, kind: Kind) -> None:
    assert ReaderDocument(read(text), title="", format="text").kind is kind
