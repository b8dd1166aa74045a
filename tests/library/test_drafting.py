"""What becomes of a draft before it is a document."""

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


def test_all_repairs_that_change_the_text_are_made_and_counted() -> None:
    draft = repaired(Draft(text=TEXT, title="", format="text"))
    assert draft.text == TEXT.replace("各族各\n\n界", "各族各界")
    assert draft.repairs == 1


def test_what_the_file_says_of_passages_goes_where_they_went() -> None:
    at, last = TEXT.index("界的"), TEXT.index("坚持")
    elements = (Element(at, at + 2, "strong"), Element(at, at + 1, "jump", str(last)), Element(last, last, "page", "2"))
    draft = repaired(Draft(text=TEXT, title="", format="docx", elements=elements))
    strong, jump, page = draft.elements
    assert draft.text[strong.start : strong.end] == "界的"
    assert draft.text[int(jump.value) :].startswith("坚持")
    assert (page.start, page.end, page.value) == (last - 2, last - 2, "2")
