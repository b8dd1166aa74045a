"""What is known of a word."""

import pytest

from library.chinese.forms import in_traditional, variants
from library.lookup import look_up, places_of
from tests.library.conftest import Desk


def test_a_word_is_taken_apart(desk: Desk) -> None:
    desk.library.glossary.set("中华人民共和国", "PRC")
    desk.library.terms.add("中华人民共和国")
    known = look_up(desk.library, " 中华人民共和国\n")
    assert (known.text, known.reading) == ("中华人民共和国", "zhōng huá rén mín gòng hé guó")
    assert ("人民", "rén mín") in [(part.text, part.reading) for part in known.parts]
    assert known.traditional == "中華人民共和國"
    assert known.is_term
    assert known.entry is not None
    assert known.entry.gloss == "PRC"


def test_characters_have_their_code_points_and_forms(desk: Desk) -> None:
    one, other, rare = look_up(desk.library, "后發𠮷😀").characters
    assert (one.text, one.code, one.simplified, one.traditional) == ("后", "U+540E", "后", "後后")
    assert (other.simplified, other.readings[0], "髮" in other.variants) == ("发", "fā", True)
    assert (rare.code, rare.rare, rare.readings) == ("U+20BB7", True, ("jí",))


def test_places_are_counted_in_any_form(desk: Desk) -> None:
    first, second = desk.add_many(("甲", "議事會和议事会。"), ("乙", "议事会"))
    desk.library.search.update()
    places = places_of(desk.library, "议事会")
    assert (places.count.places, places.count.documents, places.more) == (3, 2, 0)
    found = [(one.document_id, one.places, one.first) for one in places.documents]
    assert found == [(first.id, 2, 0), (second.id, 1, 0)]
    assert {"議", "會"} <= set(places.forms)
    (third,) = desk.add_many(("丙", "𠮷😀先说发展，再说头髮。"))
    desk.library.search.update()
    (place,) = (one for one in places_of(desk.library, "髮").documents if one.document_id == third.id)
    assert (place.places, place.first, "发" in places_of(desk.library, "髮").forms) == (2, 4, True)
    desk.library.pronunciations.set("议事会", "yi2 shi4 hui4")
    known = look_up(desk.library, "议事会")
    assert (known.reading, known.corrected) == ("yí shì huì", True)


@pytest.mark.parametrize(
    ("word", "written"),
    [
        ("头发", "頭髮"), ("理发店", "理髮店"), ("发展", "發展"), ("皇后", "皇后"), ("后来", "後來"), ("里程", "里程"),
        ("公里", "公里"), ("屋里", "屋裏"), ("𠮷😀面条", "𠮷😀麪條"), ("", ""),
    ],
)  # fmt: skip
def test_a_word_is_written_in_traditional_characters_as_a_whole(word: str, written: str) -> None:
    assert in_traditional(word) == written


def test_no_form_is_listed_twice() -> None:
    assert all(sorted(set(variants(one))) == sorted(variants(one)) for one in "里来女")
    assert not any("\uf900" <= form <= "\ufaff" for one in "里来女" for form in variants(one))


def test_own_words_are_parts_and_other_forms_of_a_term_are_that_term(desk: Desk) -> None:
    desk.library.terms.add("特聘委员")
    desk.library.glossary.set("议事会", "council")
    assert "特聘委员" in [part.text for part in look_up(desk.library, "特聘委员工作站").parts]
    assert look_up(desk.library, "特聘委員").is_term
    entry = look_up(desk.library, "議事會").entry
    assert entry is not None
    assert entry.gloss == "council"
    assert look_up(desk.library, "议事").entry is None
