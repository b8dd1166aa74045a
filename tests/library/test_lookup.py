"""What is known of a word."""

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
    assert (rare.code, rare.rare, rare.readings) == ("U+20BB7", True, ())


def test_places_are_counted_in_any_form(desk: Desk) -> None:
    first, second = desk.add_many(("甲", "議事會和议事会。"), ("乙", "议事会"))
    desk.library.search.update()
    places = places_of(desk.library, "议事会")
    assert (places.count.places, places.count.documents, places.more) == (3, 2, 0)
    assert [(one.document_id, one.places) for one in places.documents] == [(first.id, 2), (second.id, 1)]
    desk.library.pronunciations.set("议事会", "yi2 shi4 hui4")
    known = look_up(desk.library, "议事会")
    assert (known.reading, known.corrected) == ("yí shì huì", True)
