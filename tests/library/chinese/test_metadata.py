"""What texts say of themselves: of many genres, real ones, and in the forms in which dates and numbers are written."""

import pytest

from library.chinese.dates import iso_date
from library.chinese.metadata import Finding, metadata
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


PARAGRAPH = "为了做好有关工作，经研究决定，现将有关事项通知如下，请认真贯彻执行，并将情况及时上报。"


@pytest.mark.parametrize(
    ("head", "tail", "said"),
    [
        (
            "柳河县人民政府办公室\n\n柳政办发〔2018〕3号\n\n柳河县人民政府办公室关于推进农业示范区\n建设发展的指导意见",
            "柳河县人民政府办公室\n2018年1月16日",
            {
                "document_number": "柳政办发〔2018〕3号",
                "title": "柳河县人民政府办公室关于推进农业示范区建设发展的指导意见",
                "issuer": "柳河县人民政府办公室",
                "date": "2018-01-16",
                "sign_off": "柳河县人民政府办公室",
            },
        ),
        (
            "柳河县教育局文件\n柳教字(2018)3号\n签发人：王成\n关于做好秋季招生工作的通知",
            "柳河县教育局办公室　2018年12月5日印发",
            {"document_number": "柳教字(2018)3号", "title": "关于做好秋季招生工作的通知", "date": "2018-12-05"},
        ),
        (
            "内部资料　注意保存\n第六十二期\n柳河政协\n总第128期\n2018.12.5\n我县召开协商座谈会",
            "",
            {"date": "2018-12-05", "title": "我县召开协商座谈会"},
        ),
        (
            "柳河信息\n〔2019〕第12期\n中共柳河县委办公室　2019年5月3日\n我县多措并举促春耕",
            "",
            {
                "serial": "柳河信息",
                "issue": "〔2019〕第12期",
                "issuer": "中共柳河县委办公室",
                "date": "2019-05-03",
                "title": "我县多措并举促春耕",
            },
        ),
        (
            "中共柳河县委 柳河县人民政府\n关于加快推进乡村振兴的实施意见\n（2018年2月1日）",
            "",
            {"title": "关于加快推进乡村振兴的实施意见", "date": "2018-02-01"},
        ),
        (
            "柳河县规划纲要\n（二〇一六年一月二十日县人民代表大会第五次会议批准）",
            "",
            {"title": "柳河县规划纲要", "adopted": "2016-01-20"},
        ),
        ("柳河縣校務辦法\n（民國三十六年三月十二日縣政會議通過）", "", {"adopted": "1947-03-12"}),
        (
            "【编者按】近日召开座谈会，现予刊发。\n深入调研 建言献策",
            "",
            {"editor_note": "【编者按】近日召开座谈会，现予刊发。"},
        ),
        ("《柳河文史》2019年第3期\n老城的井", "", {"issue": "2019年第3期", "title": "老城的井"}),
        (
            "柳河通讯\n（第3期 总第45期）\n春耕忙",
            "",
            {"serial": "柳河通讯", "issue": "第3期", "title": "春耕忙"},
        ),
        (
            "发文字号：东协字〔2017〕12号\n发布机构：柳河县协会办公室\n发布日期：2017-03-20\n关于春耕的通知",
            "",
            {
                "document_number": "东协字〔2017〕12号",
                "issuer": "柳河县协会办公室",
                "date": "2017-03-20",
                "title": "关于春耕的通知",
            },
        ),
        (
            "索 引 号：000014/2020-3　主题分类：农业\n"
            "发文机关：柳河县人民政府　成文日期：2020年2月1日\n标　　题：柳河县人民政府关于春耕的通知\n"
            "发文字号：柳政发〔2020〕5号　发布日期：2020年2月6日",
            "",
            {
                "document_number": "柳政发〔2020〕5号",
                "issuer": "柳河县人民政府",
                "date": "2020-02-01",
                "title": "柳河县人民政府关于春耕的通知",
            },
        ),
        (
            "Report on the Dike\nDate: March 5, 2019\nIssued by: Office of Water Works",
            "",
            {"date": "2019-03-05", "issuer": "Office of Water Works", "title": "Report on the Dike"},
        ),
        ("On the Dike\n12 Sept. 2018", "", {"date": "2018-09-12", "title": "On the Dike"}),
        (
            "县人民政府令\n〔2020〕5号\n关于春耕的通知",
            "",
            {"document_number": "〔2020〕5号", "title": "关于春耕的通知"},
        ),
        ("县长办公会议纪要\n（2020年第5次）\n时间：2020年3月2日", "", {"issue": "2020年第5次", "date": "2020-03-02"}),
        (
            "柳河日报 2020年5月1日 第3版\n\n春耕忙",
            "",
            {"serial": "柳河日报", "date": "2020-05-01", "title": "春耕忙"},
        ),
        (
            "中央日報\n民國三十六年五月十二日\n縣府召集會議",
            "",
            {"serial": "中央日報", "date": "1947-05-12", "title": "縣府召集會議"},
        ),
        (
            "某某办公室文件\n某协办发［2017］十二号    签发人：李强\n关于召开会议的通知",
            "",
            {"document_number": "某协办发［2017］十二号", "issuer": "某某办公室", "title": "关于召开会议的通知"},
        ),
        (
            "中华人民共和国主席令\n第四十五号",
            "中华人民共和国主席　王成\n2020年5月28日",
            {"sign_off": "中华人民共和国主席　王成", "date": "2020-05-28", "title": "中华人民共和国主席令"},
        ),
        ("柳河县人民政府令\n第3号", "县长：王成\n2018年5月2日", {"sign_off": "县长：王成", "date": "2018-05-02"}),
        ("提案委员会 2018年12月5日\n提案办理情况简报\n（第4期）", "", {"issue": "第4期", "date": "2018-12-05"}),
    ],
)
def test_particulars_in_the_forms_in_which_they_are_written(head: str, tail: str, said: dict[str, str]) -> None:
    text = f"{head}\n\n各单位：\n\n{PARAGRAPH}\n\n{tail}"
    found = metadata(text)
    values = {field: getattr(found, field) for field in said}
    assert {field: value and value.value for field, value in values.items()} == said
    assert all(0 <= value.start < value.end <= len(text) for value in values.values())


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
        ("民国三十六年三月十二日", "1947-03-12"),
        ("民國36年3月", "1947-03"),
        ("民国百百年三月", None),
        ("0018", None),
        ("十十十十", None),
        ("garbage", None),
        ("2018-03-05 甲", None),
        ("March 5, 2019", "2019-03-05"),
        ("5 March 2019", "2019-03-05"),
        ("Sept. 3rd, 2019", "2019-09-03"),
        ("March 2019", "2019-03"),
        ("Mayor 5, 2019", None),
        ("February 30, 2019", None),
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


@pytest.mark.parametrize(
    "text",
    [
        "题目\n采访时间不明，问到第5次会议，他说〔2020〕5号文件没有收到。",
        "题目\n我们的局长\n王成\n2020年我去看他，后来他走了。",
    ],
)
def test_what_looks_like_particulars_in_prose_is_none(text: str) -> None:
    found = metadata(f"{text}\n{PARAGRAPH}\n")
    assert found.document_number is found.issue is found.date is found.sign_off is None


def test_a_long_text_is_read_at_its_ends_only() -> None:
    assert metadata("长" * 5_000_000).title is None
    text = "题目\n" + "正文。\n" * 100_000 + "柳河县水利局\n2018年3月15日\n"
    found = metadata(text)
    assert (found.sign_off and found.sign_off.value, found.date and found.date.value) == ("柳河县水利局", "2018-03-15")
    assert found.date is not None
    assert text[found.date.start : found.date.end] == "2018年3月15日"
