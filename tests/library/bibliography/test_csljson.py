"""CSL-JSON as programs write it."""

from library.bibliography.csljson import CslJson

ITEMS = """[
  {"id": 7, "citation-key": "fei1948", "type": "article-newspaper", "title": "乡土中国",
   "author": [{"family": "费", "given": "孝通"}, {"literal": "世界银行"},
              {"family": "Beethoven", "given": "Ludwig", "non-dropping-particle": "van", "suffix": "Jr."}],
   "issued": {"date-parts": [["1948", 3, 5], [1949]]}, "accessed": {"raw": "2020-01-02"}, "page": "1-2", "volume": 3,
   "DOI": "10.1/x", "keyword": "a, b", "attachments": [{"path": "/x/y.pdf"}], "ISSN": "1"},
  {"id": "broken", "title": },
  {"id": "last", "title": "L", "issued": "2001"}
]"""


def test_items() -> None:
    first, last = CslJson().read(ITEMS).references
    assert first.values == {
        "kind": "newspaper", "citekey": "fei1948", "title": "乡土中国", "date": "1948-03-05", "accessed": "2020-01-02",
        "author": "费孝通; 世界银行; van Beethoven, Ludwig, Jr.", "pages": "1-2", "volume": "3", "doi": "10.1/x",
    }  # fmt: skip
    assert (first.keywords, first.files) == (("a", "b"), ("/x/y.pdf",))
    assert first.untaken == (("issued", "1949"), ("ISSN", "1"))
    assert (last.value("title"), last.value("date")) == ("L", "2001")


def test_a_broken_item_is_told_by_line() -> None:
    (problem,) = CslJson().read(ITEMS).problems
    assert problem.line == 7
    assert "Expecting value" in str(problem)


def test_items_under_a_key_and_one_alone() -> None:
    assert len(CslJson().read('{"items": [{"title": "A"}, {"title": "B"}, 3]}').references) == 2
    assert CslJson().read('{"title": "A"}').references[0].value("title") == "A"
