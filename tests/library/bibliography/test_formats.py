"""What every format of bibliographies must hold: all comes back, nothing hostile hangs or hides the rest."""

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from library.bibliography import BUILT_IN
from library.bibliography.base import MOST_FAULTS, BibliographyFormat, Reference
from library.describing import cleaned
from library.errors import LibraryError
from library.fields import FIELDS, KIND_NAMES

each_format = pytest.mark.parametrize("format_", BUILT_IN, ids=lambda format_: format_.name)

_texts = st.text(
    st.one_of(
        st.sampled_from("费孝通𠮷😀e\u0301ßö{}\\%&#$_~^\"'@,;:=()[]<>--``\n\t -AU ER TY/\u202e\u00a0"),
        st.characters(codec="utf-8", exclude_characters="\0\r\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029"),
    ),
    max_size=30,
)
_days = st.dates().map(str).filter(lambda day: "1000" <= day < "3000")
_dates = st.one_of(_days, _days.map(lambda day: day[:7]), _days.map(lambda day: day[:4]))
_others = st.text(st.sampled_from("甲乙 " + string.ascii_letters), min_size=1, max_size=6).map(str.strip).filter(bool)


def _kept(field: str, written: str) -> str:
    try:
        return cleaned(field, written)
    except LibraryError:
        return ""


@st.composite
def references(draw: st.DrawFn) -> Reference:
    values: dict[str, str] = {"title": "题"}
    for field in draw(st.lists(st.sampled_from(FIELDS), unique=True)):
        if field.form == "date":
            written = draw(_dates)
        elif field.form == "kind":
            written = draw(st.sampled_from(KIND_NAMES))
        else:
            written = draw(_texts)
        values[field.name] = _kept(field.name, written) or values.get(field.name, "")
    values |= draw(st.dictionaries(_others.map(lambda name: f"own {name}"), _others))
    words = st.lists(_texts.map(str.strip).filter(bool), max_size=3, unique=True).map(tuple)
    return Reference(
        {name: value for name, value in values.items() if value},
        draw(words),
        draw(_texts).strip(),
        draw(_texts).strip(),
        draw(words),
    )


def plain(reference: Reference) -> tuple[object, ...]:
    return (
        dict(reference.values), reference.keywords, reference.abstract, reference.note, reference.files
    )  # fmt: skip


@each_format
@settings(max_examples=80, deadline=None)
@given(given_=st.lists(references(), min_size=1, max_size=3))
def test_all_that_is_written_comes_back(format_: BibliographyFormat, given_: list[Reference]) -> None:
    text = "".join(format_.render(given_))
    reading = format_.read(text)
    assert [plain(one) for one in reading.references] == [plain(one) for one in given_]
    assert not reading.problems
    assert format_.is_recognised(text)


@each_format
def test_a_file_of_nothing_is_one(format_: BibliographyFormat) -> None:
    assert format_.read("".join(format_.render([]))).references == ()
    assert format_.read("").references == ()


@each_format
@settings(max_examples=80, deadline=None)
@given(st.text(st.sampled_from('@{}(),="#\\ab\n [:]TYERAU-'), max_size=80))
def test_whatever_stands_in_a_file_it_is_read(format_: BibliographyFormat, text: str) -> None:
    format_.read(text)


_MANY = 100_000
_HOSTILE = {
    "braces": "{" * 5_000_000,
    "open value": "@book{a, title={" + "{" * 2_000_000,
    "entries in entries": "@a{" * _MANY,
    "entries never closed": "\n@a{b,c={" * _MANY,
    "strings never closed": "\n@string{a={" * _MANY,
    "types alone": "TY  - BOOK\n" * _MANY,
    "items never closed": "\n{" * _MANY,
    "lists in lists": "[" * 5_000_000,
    "deep items": '[{"a":' * _MANY,
    "names without names": "@book{a, author={" + " and " * 40_000 + "}}",
    "commas": "@book{a" + "," * 1_000_000,
    "values without values": "@book{a," + "b=" * 500_000,
    "a key of many words": "@book{" + "a " * 200_000,
    "accents": "@book{a,title={" + '\\"' * 100_000 + "}}",
    "spaces": "@book{a, title={" + " " * 1_000_000 + "}}",
    "nothing to read": "\0\u202e\ufeff" * 10_000,
}


@each_format
@pytest.mark.parametrize("text", _HOSTILE.values(), ids=_HOSTILE.keys())
def test_hostile_files_are_read_to_their_end(format_: BibliographyFormat, text: str) -> None:
    reading = format_.read(text)
    assert len(reading.problems) <= 2 * MOST_FAULTS + 2
    assert len(reading.references) <= 1
