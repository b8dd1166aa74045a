"""BibTeX as programs write it."""

import pytest

from library.bibliography.base import Reference
from library.bibliography.bibtex import Bibtex


def read(text: str) -> list[Reference]:
    reading = Bibtex().read(text)
    assert not reading.problems, [str(one) for one in reading.problems]
    return list(reading.references)


def value(field: str, written: str, name: str) -> str:
    (reference,) = read(f"@article{{key, title = {{T}}, {field} = {written} }}")
    return reference.value(name)


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        (r'{\"o}', "ö"), (r"\'e", "é"), (r"\v{s}", "š"), (r"{\v s}", "š"), (r"{\ss}", "ß"), (r"\'{\i}", "í"),
        (r"\'{\^e}", "ế"), (r"Erd{\H o}s", "Erdős"), (r"{\L}{\'o}d{\'z}", "Łódź"), (r"\c{c}a", "ça"),
        ("1990--1995", "1990–1995"), ("a---b", "a—b"), ("``so''", "“so”"), ("{The {DNA}} of 𠮷", "The DNA of 𠮷"),
        (r"A \& B 5\% \_x \#1", "A & B 5% _x #1"), (r"\emph{so} and \textbf{bold}", "so and bold"),
        ("$x_{2}$", "$x_{2}$"), (r"\alpha", r"\alpha"), ("a~b", "a b"), ("two\n  lines", "two lines"),
    ],
)  # fmt: skip
def test_what_tex_writes_for_characters(written: str, plain: str) -> None:
    (reference,) = read(f"@book{{k, title = {{{written}}}}}")
    assert reference.value("title") == plain


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("{Elinor Ostrom}", "Ostrom, Elinor"),
        ("{Ostrom, Elinor and 费孝通}", "Ostrom, Elinor; 费孝通"),
        ("{费, 孝通 and 张, 三}", "费孝通; 张三"),
        ("{Ludwig van Beethoven}", "van Beethoven, Ludwig"),
        ("{King, Jr., Martin Luther}", "King, Martin Luther, Jr."),
        ("{{World Bank and Friends}}", "World Bank and Friends"),
        ("{{World Bank} and {\\'E}. Durkheim}", "World Bank; Durkheim, É."),
        ("{family=Goethe, given=Johann, prefix=von}", "von Goethe, Johann"),
        ("{A. Smith and others}", "Smith, A."),
        ('"A. Smith AND B. Jones"', "Smith, A.; Jones, B."),
    ],
)
def test_names(written: str, plain: str) -> None:
    assert value("author", written, "author") == plain


@pytest.mark.parametrize(
    ("fields", "date"),
    [
        ("year = 2018, month = mar", "2018-03"),
        ('year = "2018", month = 3, day = 5', "2018-03-05"),
        ("year = {2018}, month = {March}", "2018-03"),
        ("date = {2018-03-05/2018-04-01}", "2018-03-05"),
        ("date = {2018-03}", "2018-03"),
        ("year = {2018年3月5日}", "2018-03-05"),
        ("year = {c1948}", "1948"),
        ("year = {in press}", ""),
    ],
)
def test_dates(fields: str, date: str) -> None:
    (reference,) = read(f"@book{{k, title = {{T}}, {fields}}}")
    assert reference.value("date") == date
    if date == "":
        assert ("year", "in press") in reference.untaken


def test_abbreviations_are_put_in_and_joined() -> None:
    (reference,) = read(
        '@string{ j = "Journal" # " of " # {Ö} }\n@STRING(k = {x})\n@article{a, title = k, journal = J # { and } # k}'
    )
    assert reference.value("container") == "Journal of Ö and x"


def test_what_the_whole_says_its_parts_have() -> None:
    text = (
        "@incollection{part, title={P}, author={A B}, crossref={Whole}, xdata={house}}\n"
        "@book{whole, title={W}, editor={C D}, year=2001, crossref={part}}\n"
        "@xdata{house, publisher={H}, location={北京}}\n"
    )
    part, whole = read(text)
    assert part.values == {
        "kind": "chapter", "citekey": "part", "title": "P", "author": "B, A", "container": "W", "editor": "D, C",
        "date": "2001", "publisher": "H", "place": "北京",
    }  # fmt: skip
    assert whole.value("title") == "W"
    reading = Bibtex().read("@book{a, title={A}, crossref={none}}")
    assert "refers to “none”" in str(reading.problems[0])
    assert reading.references[0].value("title") == "A"


def test_a_faulty_entry_costs_no_other_one() -> None:
    text = (
        "@book{a, title={A}}\n\n@book{bad, title={never closed\n@book{c, title={C}}\n"
        "@book{d, title={D}, = }\n@book no key\n@book{e, title={E with @book{x} inside}}\ntext between @ all\n"
        "@comment{jabref-meta: x {y};}\n@preamble{\"p\"}\n@book(f, title = \"F {\"}quoted{\"}\")"
    )  # fmt: skip
    reading = Bibtex().read(text)
    assert [one.value("title") for one in reading.references if one.value("title")] == [
        "A", "C", "D", "E with @bookx inside", 'F "quoted"',
    ]  # fmt: skip
    assert [(one.line, one.entry) for one in reading.problems] == [(3, "bad"), (4, "bad"), (5, "d")]


def test_attachments_and_addresses_stand_as_they_are() -> None:
    (reference,) = read(
        r"@misc{k, title={T}, file={PDF:C\:/甲 乙.pdf:application/pdf;/home/x/b_c.pdf}, howpublished={\url{http://a.b/c\_d}}}"
    )
    assert reference.files == ("C:/甲 乙.pdf", "/home/x/b_c.pdf")
    assert reference.value("url") == "http://a.b/c_d"


def test_what_no_field_takes_is_told() -> None:
    (reference,) = read("@weird{k, title={T}, issn={1}, title={other}, urldate={2020-01-02}}")
    assert reference.untaken == (("type", "weird"), ("issn", "1"), ("title", "other"))
    assert reference.value("accessed") == "2020-01-02"


def test_abbreviations_cannot_say_gigabytes() -> None:
    chain = "\n".join(f"@string{{{chr(98 + at)} = {chr(97 + at)} # {chr(97 + at)}}}" for at in range(24))
    reading = Bibtex().read(f'@string{{a = "{"x" * 1000}"}}\n{chain}\n@book{{k, title = {{T}}}}')
    assert [one.value("title") for one in reading.references] == ["T"]
    assert "more than 200000 characters" in str(reading.problems[0])
