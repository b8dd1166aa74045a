"""RIS as programs write it."""

from library.bibliography.base import Reference
from library.bibliography.ris import Ris


def read(text: str) -> list[Reference]:
    reading = Ris().read(text)
    assert not reading.problems, [str(one) for one in reading.problems]
    return list(reading.references)


def test_cnki() -> None:
    (reference,) = read(
        "TY  - JOUR\nT1  - 乡土社会的秩序\nA1  - 费孝通;张三;\nAD  - 北京大学\nJO  - 社会学研究\nVL  - \nIS  - 03\n"
        "PY  - 2018\nSP  - 12-34+5\nSN  - 1002-5936\nCN  - 11-1100/C\nKW  - 乡土;秩序\nN2  - 摘要一。\n  第二行。\n"
        "UR  - https://kns.cnki.net/x\nL1  - \nER  - \n\n"
    )
    assert reference.values == {
        "kind": "article", "title": "乡土社会的秩序", "author": "费孝通; 张三", "container": "社会学研究",
        "issue": "03", "date": "2018", "pages": "12-34+5", "url": "https://kns.cnki.net/x",
    }  # fmt: skip
    assert reference.keywords == ("乡土", "秩序")
    assert reference.abstract == "摘要一。\n第二行。"
    assert reference.untaken == (("AD", "北京大学"), ("CN", "11-1100/C"), ("SN", "1002-5936"))


def test_zotero_and_endnote() -> None:
    chapter, book = read(
        "TY  - CHAP\nTI  - A part\nAU  - Ostrom, Elinor\nAU  - Toulmin, S. E. \nA2  - Ed, A\nA4  - 译, 者\n"
        "T2  - The whole\nPB  - CUP\nCY  - Cambridge\nDA  - 2018/03/05/\nPY  - 2018\nY2  - 2020/01/02/09:30\n"
        "SP  - 12\nEP  - 34\nSN  - 978-7-108-01234-5\nDO  - 10.1/x\nID  - ostrom2018\nLA  - en\nER  - \n"
        "TY  - BOOK\nBT  - 乡土中国\nAU  - 费, 孝通\nPY  - 1948///\nER  -"
    )  # fmt: skip
    assert chapter.values == {
        "kind": "chapter", "title": "A part", "author": "Ostrom, Elinor; Toulmin, S. E.", "editor": "Ed, A",
        "translator": "译者", "container": "The whole", "publisher": "CUP", "place": "Cambridge", "date": "2018-03-05",
        "accessed": "2020-01-02", "pages": "12-34", "isbn": "978-7-108-01234-5", "doi": "10.1/x",
        "citekey": "ostrom2018", "language": "en",
    }  # fmt: skip
    assert (book.value("title"), book.value("author"), book.value("date")) == ("乡土中国", "费孝通", "1948")


def test_faults_are_told_by_line_and_cost_no_other_entry() -> None:
    reading = Ris().read(
        "stray\nTY  - BOOK\nTI  - A\nTY  - BOOK\nTI  - B\nER  - \nTY  - BOOK\nER  - \nTY  - BOOK\nTI  - C"
    )
    assert [one.value("title") for one in reading.references] == ["A", "B", "C"]
    assert [one.line for one in reading.problems] == [1, 2, 7, 9]
    assert "no end" in str(reading.problems[1])
    assert "says nothing" in str(reading.problems[2])


def test_what_is_said_twice_is_told() -> None:
    (reference,) = read("TY  - XYZ\nTI  - A\nT1  - B\nTI  - A\nER  - \n")
    assert reference.value("kind") == ""
    assert reference.untaken == (("TY", "XYZ"), ("T1", "B"))
