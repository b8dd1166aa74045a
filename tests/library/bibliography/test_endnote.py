"""EndNote's tagged format, as CNKI writes it."""

from pathlib import Path

from library.bibliography.files import read_bibliography

CNKI = """%0 Journal Article
%A 王成
%A 李明;赵亮
%+ 柳河大学;
%T 𠮷村的桥
%J 柳河学刊
%D 2019
%N 03
%V 12
%P 5-9
%K 桥;河
%X 河上有船。
船停了。
%@ 1000-0000
%U https://a.example/1
%R 10.1000/1
%W CNKI

%0 Thesis
%A 周正
%T 河的历史
%I 柳河大学
%D 2020
%9 硕士
"""


def test_what_cnki_writes(tmp_path: Path) -> None:
    path = tmp_path / "CNKI.txt"
    path.write_bytes(CNKI.replace("\n", "\r\n").encode("gb18030"))
    format_, reading = read_bibliography(path)
    assert format_.name == "endnote"
    article, thesis = reading.references
    assert article.values == {
        "kind": "article", "author": "王成; 李明; 赵亮", "title": "𠮷村的桥", "container": "柳河学刊", "date": "2019",
        "issue": "03", "volume": "12", "pages": "5-9", "url": "https://a.example/1", "doi": "10.1000/1",
    }  # fmt: skip
    assert (article.keywords, article.abstract) == (("桥", "河"), "河上有船。\n船停了。")
    assert thesis.values == {
        "kind": "thesis",
        "author": "周正",
        "title": "河的历史",
        "publisher": "柳河大学",
        "date": "2020",
    }


def test_an_entry_that_says_nothing_is_told() -> None:
    from library.bibliography.endnote import EndNote

    reading = EndNote().read("%0 Book\n%W x\n%0 Book\n%T 书\n")
    assert [reference.values["title"] for reference in reading.references] == ["书"]
    assert [problem.line for problem in reading.problems] == [1]
