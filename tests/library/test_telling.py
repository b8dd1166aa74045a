"""What a text says of itself, by field."""

from library.telling import told_by, told_fields
from tests.library.conftest import Desk

TEXT = "柳河县水利局文件\n柳水发〔2019〕3号\n工作要点\n（2019年1月15日会议通过）\n各级组织要始终保持意志统一。\n"


def test_each_value_comes_with_where_it_stands() -> None:
    told = told_fields(TEXT)
    assert told["number"].value == TEXT[told["number"].start : told["number"].end] == "柳水发〔2019〕3号"
    assert (told["adopted"].value, told["date"].value, told["kind"].value) == ("2019-01-15", "2019-01-15", "official")
    assert told_fields("") == {}


def test_the_text_of_a_document_is_asked(desk: Desk) -> None:
    document = desk.add(TEXT)
    assert told_by(desk.library.documents, document.id) == told_fields(TEXT)


def test_a_newsletter_says_that_it_is_one() -> None:
    told = told_fields(
        "东城政协简报\n第62期\n政协北京市东城区委员会办公室 2018年12月10日\n\n工作会议召开\n\n会议召开了。\n"
    )
    assert told["container"].value == "东城政协简报"
    assert told["kind"].value == "newsletter"
