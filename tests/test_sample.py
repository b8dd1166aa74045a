"""The texts that a new user sees first."""

import unicodedata
from pathlib import Path

import pytest

from desktop.sample import read_sample
from library.intake import ImportOptions, import_paths
from library.library import Library
from library.progress import Progress
from resources import path

TEXTS = sorted(path("sample").iterdir())
DAMAGE = ("\r", "\ufeff", "\0", "\ufffd", "\u3000", "\t")


def test_there_are_enough_of_them() -> None:
    assert len(TEXTS) >= 8


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.name)
def test_a_text_is_whole_and_clean(text: Path) -> None:
    content = text.read_bytes().decode("utf-8")
    assert 800 <= len(content) <= 6000
    assert content.endswith("\n")
    assert not content.endswith("\n\n")
    assert unicodedata.is_normalized("NFC", content)
    assert not [mark for mark in DAMAGE if mark in content]
    assert [line for line in content.splitlines() if line != line.strip()] == []


@pytest.mark.parametrize("character", ["𠮷", "㐂", "「", "〔", "——", "《", "’"])
def test_what_a_reader_of_chinese_meets_is_there(character: str) -> None:
    assert any(character in text.read_text(encoding="utf-8") for text in TEXTS)


def test_the_texts_are_imported_without_a_complaint(tmp_path: Path) -> None:
    library = Library.create(tmp_path / "Sample.zhupi")
    result = import_paths([path("sample")], library.texts, lambda verb: verb(library), ImportOptions(), Progress())
    assert (result.duplicates, result.refused) == ((), ())
    assert len(result.imported) == len(TEXTS)
    titles = [document.title for document in library.documents.all()]
    assert len(set(titles)) == len(titles)
    library.close()


def test_every_text_has_its_place_in_the_table() -> None:
    table = read_sample()
    assert sorted(text.file for text in table) == [text.name for text in TEXTS]
    for text in table:
        content = path(f"sample/{text.file}").read_text(encoding="utf-8").replace(" ", "")
        assert text.issuer in content
        assert text.number in content
        assert in_chinese(text.date) in content


def in_chinese(date: str) -> str:
    """Return `2019-03-05` as `2019年3月5日`, and no date as nothing."""
    return "".join(f"{int(part)}{unit}" for part, unit in zip(filter(None, date.split("-")), "年月日", strict=False))


def test_the_texts_speak_of_one_another() -> None:
    formula = "先把话听完，再把事分清，后把人说定"
    assert sum(formula in text.read_text(encoding="utf-8") for text in TEXTS) >= 3


@pytest.mark.parametrize("number", [2, 11, 12])
def test_the_issues_of_the_newsletter_have_their_masthead(number: int) -> None:
    text = path(f"sample/街道议事会工作简报-第{number}期.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line]
    assert lines[:3] == ["城东街道议事会工作简报", f"第 {number} 期", "城东街道议事协商办公室"]
