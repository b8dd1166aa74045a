"""What becomes of a draft before it is a document."""

import pytest

from library.drafting import described, repaired
from library.elements import Element
from library.models import Draft

TEXT = (
    "柳河县水利局文件\n柳水发〔2019〕3号\n工作要点\n（2019年1月15日会议通过）\n"
    + "各级组织要始终保持意志统一、行动统一，在堤防上各族各\n\n界的代表都要坚持。\n"
)


def test_a_draft_is_described_by_its_text() -> None:
    draft = described(Draft(text=TEXT, title="工作要点", format="text"))
    assert (draft.date, draft.issuer, draft.number) == ("2019-01-15", "柳河县水利局", "柳水发〔2019〕3号")


def test_what_the_file_says_is_kept() -> None:
    draft = described(Draft(text=TEXT, title="工作要点", format="markdown", date="2020", issuer="甲", number="乙"))
    assert (draft.date, draft.issuer, draft.number) == ("2020", "甲", "乙")


@pytest.mark.parametrize(
    ("text", "given", "kept"),
    [
        (TEXT, "en-US", ""),
        (TEXT, "de", ""),
        (TEXT, "zh-CN", "zh-CN"),
        (TEXT, "ja", "ja"),
        (TEXT, "英文", "英文"),
        ("𠮷" * 9 + " a note", "en", ""),
        ("The committee (人民政協) met in May.", "en-GB", "en-GB"),
        ("", "en", "en"),
    ],
)
def test_a_language_in_which_the_text_is_not_written_is_left_out(text: str, given: str, kept: str) -> None:
    assert described(Draft(text=text, title="", format="docx", language=given)).language == kept


def test_all_repairs_that_change_the_text_are_made_and_kept() -> None:
    draft = repaired(Draft(text=TEXT, title="", format="text"))
    assert draft.text == TEXT.replace("各族各\n\n界", "各族各界")
    assert [mend.words for mend in draft.mends or ()] == ["\n\n"]


def test_what_the_file_says_of_passages_goes_where_they_went() -> None:
    at, last = TEXT.index("界的"), TEXT.index("坚持")
    elements = (Element(at, at + 2, "strong"), Element(at, at + 1, "jump", str(last)), Element(last, last, "page", "2"))
    draft = repaired(Draft(text=TEXT, title="", format="docx", elements=elements))
    strong, jump, page = draft.elements
    assert draft.text[strong.start : strong.end] == "界的"
    assert draft.text[int(jump.value) :].startswith("坚持")
    assert (page.start, page.end, page.value) == (last - 2, last - 2, "2")


def test_fields_beside_the_row_come_from_the_text() -> None:
    told = dict(described(Draft(text=TEXT, title="工作要点", format="text")).fields)
    assert told["kind"] == "official"
    assert told["adopted"] == "2019-01-15"


def test_the_number_of_an_issue_is_kept_as_a_number() -> None:
    text = "东城政协简报\n2017年第十二期\n东城政协办公室编  2017年3月1日\n关于协商的报告\n\n一、起头\n正文。\n"
    told = dict(described(Draft(text=text, title="", format="text")).fields)
    assert (told["container"], told["issue"]) == ("东城政协简报", "12")


def test_the_files_own_fields_come_first_and_in_their_form() -> None:
    given = (("adopted", "2018-03-01T10:00:00Z"), ("doi", "https://doi.org/10.1/𠮷"), ("publisher", " 甲 "))
    draft = described(Draft(text=TEXT, title="", format="html", date="2020-01-02 08:00", fields=given))
    told = dict(draft.fields)
    assert (told["adopted"], told["doi"], told["publisher"]) == ("2018-03-01", "10.1/𠮷", "甲")
    assert (draft.date, draft.remarks) == ("2020-01-02", ())


def test_a_date_that_is_none_is_left_out_and_told() -> None:
    draft = described(Draft(text=TEXT, title="", format="html", date="yesterday", fields=(("accessed", "13/45"),)))
    assert draft.date == "2019-01-15"
    assert "accessed" not in dict(draft.fields)
    assert len(draft.remarks) == 1
