"""What texts say of themselves: of many genres, real ones, and in the forms in which dates and numbers are written."""

import pytest

from library.chinese.metadata import Finding, iso_date, metadata
from tests.library.chinese.labelled import NAMES, labelled

FIELDS = ("title", "document_number", "issue", "serial", "issuer", "date", "adopted", "editor_note", "sign_off")
SELDOM = ("document_number", "issue", "adopted", "editor_note", "sign_off")


@pytest.mark.parametrize("name", NAMES)
def test_what_texts_of_each_genre_say_of_themselves(name: str) -> None:
    case = labelled(name)
    found = metadata(case.text)
    expected = {label.kind: Finding(label.value, label.start, label.end) for label in case.of(*FIELDS)}
    assert {field: getattr(found, field) for field in expected} == expected
    assert {field for field in SELDOM if getattr(found, field)} == {field for field in SELDOM if field in expected}


def test_a_text_of_several_particulars_in_one_line() -> None:
    text = "😀\n柳河简报\n第 3 期\n水利局办公室编　　2019年4月\n标题\n正文。"
    found = metadata(text)
    assert found.issuer == Finding("水利局办公室", 13, 19)
    assert found.date is not None
    assert (found.date.value, text[found.date.start : found.date.end]) == ("2019-04", "2019年4月")


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2018年12月10日", "2018-12-10"),
        ("2018 年 12 月 10 日", "2018-12-10"),
        ("２０１８年１２月１０日", "2018-12-10"),
        ("二〇一八年十二月", "2018-12"),
        ("二○一八年十二月三十一日", "2018-12-31"),
        ("一九四九年十月一日", "1949-10-01"),
        ("2018-12-10", "2018-12-10"),
        ("2018/2/3", "2018-02-03"),
        ("2018年", "2018"),
        ("2018", "2018"),
        (" 2018-03 ", "2018-03"),
        ("２０１８－０３", "2018-03"),
        ("二〇一八", "2018"),
        ("二〇一八年", "2018"),
        ("二〇一八年三月", "2018-03"),
        ("2018年3月5日", "2018-03-05"),
        ("0018", None),
        ("十十十十", None),
        ("garbage", None),
        ("2018-03-05 甲", None),
        ("2018年2月30日", None),
        ("2018年13月", None),
        ("二月", None),
        ("", None),
    ],
)
def test_dates(written: str, day: str | None) -> None:
    assert iso_date(written) == day


@pytest.mark.parametrize(
    "number",
    ["东协字〔2017〕12号", "柳政办发〔2019〕第3号", "国发[1998]23号", "京教（二〇〇四）十号", "柳檔字〔1956〕第4號"],
)
def test_document_numbers(number: str) -> None:
    found = metadata(f"某某文件\n{number}\n关于办法的通知\n各单位：\n正文在此，见柳字〔1999〕1号。").document_number
    assert found == Finding(number, 5, 5 + len(number))


def test_what_only_the_body_mentions_is_not_of_the_text() -> None:
    text = "题目\n" + "正文里提到东协字〔2017〕12号和2018年12月10日，又提到第3期。\n" * 3
    assert metadata(text) == metadata("") or metadata(text).title == Finding("题目", 0, 2)
    assert metadata(text).document_number is metadata(text).date is metadata(text).issue is None


def test_a_long_text_is_read_at_its_ends_only() -> None:
    assert metadata("长" * 5_000_000).title is None
    text = "题目\n" + "正文。\n" * 100_000 + "柳河县水利局\n2018年3月15日\n"
    found = metadata(text)
    assert (found.sign_off and found.sign_off.value, found.date and found.date.value) == ("柳河县水利局", "2018-03-15")
    assert found.date is not None
    assert text[found.date.start : found.date.end] == "2018年3月15日"
