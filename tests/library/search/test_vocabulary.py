"""The vocabulary of a library's texts: counted once, kept, made again where it does not fit."""

from pathlib import Path

import pytest

from library.library import Library
from library.progress import Cancelled, Progress
from library.search.leaves import Texts
from library.search.vocabulary import Vocabulary, words_in
from tests.library.conftest import Desk


def texts_of(library: Library) -> Texts:
    return Texts({row.id: row.text_sha for row in library.documents.all()}, library.texts.open)


def counted(path: Path, texts: Texts) -> list[str]:
    vocabulary = Vocabulary(path)
    vocabulary.update(texts, Progress())
    return list(vocabulary.words.spellings())


def test_words_of_the_dictionary_come_first_then_the_own_by_number(desk: Desk) -> None:
    desk.add("中国政协。工作。工作。政协。政协。𠮷😀 zhupi e\u0301\n槐川县志，槐川县志", "甲")
    found = counted(desk.path / "cache" / "words.txt", texts_of(desk.library))
    assert found[:5] == ["政协", "县志", "工作", "中国", "中国政协"]
    assert "槐川" in found[5:]


def test_traditional_forms_are_counted_as_common_ones() -> None:
    assert list(words_in("中國政協")) == list(words_in("中国政协"))
    assert list(words_in("")) == []


def test_a_new_text_is_counted_and_a_kept_one_is_not_counted_again(desk: Desk) -> None:
    path = desk.path / "cache" / "words.txt"
    desk.add("政协委员", "甲")
    counted(path, texts_of(desk.library))
    kept = path.read_bytes()
    known = texts_of(desk.library)
    assert counted(path, Texts(known.shas, _refuse)) == counted(path, known)
    assert path.read_bytes() == kept
    desk.add("协商民主", "乙")
    assert "协商" in counted(path, texts_of(desk.library))


def test_what_is_gone_is_forgotten(desk: Desk) -> None:
    path = desk.path / "cache" / "words.txt"
    first, _ = desk.add_many(("甲", "政协委员"), ("乙", "协商民主"))
    counted(path, texts_of(desk.library))
    desk.library.documents.erase(first.id)
    desk.add("居民", "丙")
    assert "政协" not in counted(path, texts_of(desk.library))


@pytest.mark.parametrize("spoiled", [b"", b"\xff\xfe", b"{}\t[]\t", b'{"version": 0, "texts": []}\t[]\t\x0c\x0c'])
def test_a_spoiled_file_is_made_again(desk: Desk, spoiled: bytes) -> None:
    path = desk.path / "cache" / "words.txt"
    desk.add("政协委员", "甲")
    whole = counted(path, texts_of(desk.library))
    path.write_bytes(spoiled)
    assert counted(path, texts_of(desk.library)) == whole


def test_what_was_cancelled_counts_for_nothing(desk: Desk) -> None:
    path = desk.path / "cache" / "words.txt"
    desk.add("政协委员", "甲")
    progress = Progress()
    progress.cancel()
    vocabulary = Vocabulary(path)
    with pytest.raises(Cancelled):
        vocabulary.update(texts_of(desk.library), progress)
    assert vocabulary.words.spellings() == {}
    assert not path.exists()


def _refuse(sha: str) -> object:
    raise AssertionError(sha)
