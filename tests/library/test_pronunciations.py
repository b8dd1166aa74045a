"""Corrected readings of a library."""

from library.chinese.pinyin import readings
from library.errors import InvalidName
from library.pronunciations import Pronunciations
from tests.library.conftest import Desk, prove, refuse


def spoken(desk: Desk, text: str) -> list[str]:
    return readings(text, corrections=desk.library.pronunciations.corrections())


def test_a_reading_is_corrected_changed_and_given_back(desk: Desk) -> None:
    assert spoken(desk, "朝阳区") == ["cháo", "yáng", "qū"]
    prove(desk, lambda library: library.pronunciations.set("朝阳", "zhao1 yang2"), "Correct reading")
    assert spoken(desk, "朝陽区") == ["zhāo", "yáng", "qū"]
    prove(desk, lambda library: library.pronunciations.set("朝阳", "zhāo yang"), "Correct reading")
    assert [row.reading for row in desk.library.pronunciations.all()] == ["zhāo yang"]
    prove(desk, lambda library: library.pronunciations.remove("朝阳"), "Remove corrected reading")
    assert spoken(desk, "朝阳区") == ["cháo", "yáng", "qū"]


def test_the_same_reading_again_is_no_step(desk: Desk) -> None:
    desk.library.pronunciations.set("𠮷祥", "ji2 xiang2")
    revision = desk.library.revision
    desk.library.pronunciations.set(" 𠮷祥 ", "jí xiáng")
    assert desk.library.revision == revision


def test_what_does_not_read_the_word_is_refused(desk: Desk) -> None:
    for word, reading in (("朝阳", "zhao1"), ("", "a1"), ("朝", "zzz"), ("长" * 61, "chang2 " * 61)):
        refuse(desk, InvalidName, lambda library, word=word, reading=reading: library.pronunciations.set(word, reading))


def test_readings_that_no_dictionary_has_are_named() -> None:
    assert Pronunciations.unusual("近日", "zong2 jie2") == [("近", "zóng"), ("日", "jié")]
    assert Pronunciations.unusual("孩子", "hai2 zi") == []
    assert Pronunciations.unusual("绿A子", "lv4 zi") == []  # in a lighter tone any may be
    assert Pronunciations.unusual("近日", "abc") == []
