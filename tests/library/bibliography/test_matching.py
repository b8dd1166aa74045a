"""Which document an entry is about."""

import pytest

from library.bibliography.base import Reference
from library.bibliography.matching import Known, likeness, match


def reasons(entry: dict[str, str], *documents: dict[str, str], files: tuple[str, ...] = ()) -> list[str]:
    known = [
        Known(str(at), {k: v for k, v in one.items() if k != "file"}, one.get("file", ""))
        for at, one in enumerate(documents)
    ]
    (found,) = match([Reference(entry, files=files)], known)
    return [f"{one.document_id} {one.reason}" + "!" * (one.document_id == found.chosen) for one in found.candidates]


@pytest.mark.parametrize(
    ("entry", "document", "reason"),
    [
        ({"citekey": "a", "title": "x"}, {"citekey": "a", "title": "y"}, "citekey!"),
        ({"doi": "10.1/AB"}, {"doi": "10.1/ab"}, "doi!"),
        ({"isbn": "978-7-108-01234-5", "title": "书"}, {"isbn": "7108012345", "title": "書"}, "isbn!"),
        ({"url": "https://www.a.b/c/"}, {"url": "http://a.b/c#d"}, "url!"),
        ({"title": "乡土中国", "author": "费孝通"}, {"title": "《鄉土，中國》", "author": "費孝通"}, "title+!"),
        ({"title": "乡土中国", "date": "1948-03"}, {"title": "乡土中国", "date": "1948"}, "title+!"),
        ({"title": "Ａ Title: x", "author": "Ostrom, E"}, {"title": "a title x", "author": "E Ostrom"}, "title+!"),
        ({"title": "乡土中国", "author": "费孝通"}, {"title": "乡土", "file": "乡土中国_费孝通.pdf"}, "title+!"),
        ({"title": "办法：三街比较", "author": "王海燕"}, {"title": "办法", "author": "王海燕"}, "head+"),
        ({"title": "办法"}, {"title": "办法——𠮷街"}, "head"),
        ({"title": "Water - A Study"}, {"title": "water"}, "head"),
        ({"title": "乡土中国"}, {"title": "乡土中国"}, "title"),
        ({"title": "乡土中国"}, {"title": "费书", "file": "乡土中国.pdf"}, "title"),
        ({"title": "乡土中国", "date": "1948"}, {"title": "乡土中国", "date": "1985"}, "title?"),
        ({"title": "简报", "date": "1948", "issue": "3"}, {"title": "简报", "date": "1948", "number": "4"}, "title?"),
    ],
)  # fmt: skip
def test_why_and_how_sure(entry: dict[str, str], document: dict[str, str], reason: str) -> None:
    assert reasons(entry, {"title": "另一篇"}, document) == [f"1 {reason}"]


def test_a_subtitle_that_differs_or_another_author_is_no_match() -> None:
    assert reasons({"title": "办法：甲"}, {"title": "办法：乙"}) == []
    assert reasons({"title": "办法：甲", "author": "王"}, {"title": "办法", "author": "李"}) == []
    assert reasons({"title": "：甲"}, {"title": "：乙"}, {"title": ""}) == []


def test_how_like_titles_are() -> None:
    assert likeness("协商办法", "协商办法") == 1
    assert likeness("协商办法", "协商的办法") > likeness("协商办法", "简报") == 0
    assert [likeness(*pair) for pair in (("", ""), ("", "甲"), ("𠮷", "𠮷"))] == [1, 0, 1]


def test_an_attachment_has_the_name_of_the_file() -> None:
    assert reasons({"title": "x"}, {"title": "y", "file": "甲.PDF"}, files=("C:\\文献\\甲.pdf",)) == ["0 file!"]


def test_nothing_is_guessed_between_several() -> None:
    same = {"title": "简报", "date": "1948"}
    assert reasons(same, same, same) == ["0 title+", "1 title+"]
    assert reasons({"title": "无"}, same) == []
    assert reasons({**same, "doi": "1"}, same, {**same, "doi": "1"}) == ["1 doi!", "0 title+"]


def test_of_two_entries_for_one_document_the_surer_has_it() -> None:
    document = Known("d", {"title": "书", "date": "2001", "doi": "1"})
    entry, surer = Reference({"title": "书", "date": "2001"}), Reference({"title": "书", "doi": "1"})
    assert [one.chosen for one in match([entry, surer], [document])] == [None, "d"]
    assert [one.chosen for one in match([entry, entry], [document])] == [None, None]


def test_a_number_of_same_titles_hides_none_of_the_year() -> None:
    documents = [Known(str(year), {"title": "简报", "date": str(year)}) for year in range(1000, 2000)]
    (found,) = match([Reference({"title": "简报", "date": "1977"})], documents)
    assert found.chosen == "1977"
    assert len(found.candidates) == 20
