"""What is known, without a network, of a word and its characters, and of its places in a library."""

from dataclasses import dataclass

from library.chinese.forms import in_traditional, simplified, traditional, variants
from library.chinese.han import is_han
from library.chinese.ownwords import OwnWords, in_common_form
from library.chinese.pinyin import readings
from library.chinese.rarity import is_rare
from library.chinese.segmentation import search_words, words
from library.chinese.spoken import known_readings
from library.library import Library
from library.searching import Count
from library.words import GlossaryEntry

LONGEST = 60
"""Code points of what is looked up; of more, the beginning."""
_MOST_DOCUMENTS = 8


@dataclass(frozen=True, slots=True)
class Character:
    """One character: `code` is its code point, `readings` all it may have, the most common first."""

    text: str
    code: str
    readings: tuple[str, ...]
    simplified: str
    traditional: str
    variants: str
    rare: bool


@dataclass(frozen=True, slots=True)
class Part:
    """A word inside a word, with its reading."""

    text: str
    reading: str


@dataclass(frozen=True, slots=True)
class Standing:
    """In which document a word stands how often, and where first, in code points."""

    document_id: str
    title: str
    places: int
    first: int


@dataclass(frozen=True, slots=True)
class Known:
    """All that is known of `text`; `is_term` says whether it is one of the library's own words."""

    text: str
    reading: str
    corrected: bool
    is_term: bool
    parts: tuple[Part, ...]
    characters: tuple[Character, ...]
    simplified: str
    traditional: str
    entry: GlossaryEntry | None


@dataclass(frozen=True, slots=True)
class Places:
    """How often a word stands in the library, and where: the documents with most of its places, and how many more.

    `forms` are the other characters that were counted with those of the word.
    """

    count: Count
    documents: tuple[Standing, ...]
    more: int
    forms: str


def look_up(library: Library, text: str) -> Known:
    """Return what dictionaries and the library say of `text`, its white space left out at both ends."""
    text = text.strip()[:LONGEST]
    corrections = library.pronunciations.corrections()
    spoken = readings(text, corrections=corrections)
    return Known(
        text=text,
        reading=" ".join(filter(None, spoken)),
        corrected=spoken != readings(text),
        is_term=any(in_common_form(row.word) == in_common_form(text) for row in library.terms.all()),
        parts=_parts(text, library.terms.own()),
        characters=tuple(_character(one) for one in dict.fromkeys(text) if is_han(one)),
        simplified=simplified(text),
        traditional=in_traditional(text),
        entry=_entry(library, text),
    )


def places_of(library: Library, text: str) -> Places:
    """Return where `text` stands in the library, in any form of its characters."""
    found = library.search.ask(f'"{text.strip()[:LONGEST].replace(chr(34), " ")}"')
    tallies = sorted(
        ((tally.total, document_id) for document_id, tally in found.tallies() if tally.total), reverse=True
    )
    shown = tuple(
        Standing(document_id, library.documents.get(document_id).title, places, found.places(document_id)[0].start)
        for places, document_id in tallies[:_MOST_DOCUMENTS]
    )
    forms = "".join(dict.fromkeys(form for one in text for form in variants(one)))
    return Places(library.search.count(text), shown, len(tallies) - len(shown), forms)


def _entry(library: Library, text: str) -> GlossaryEntry | None:
    """Return the entry of a term, or of the same term in other forms of its characters."""
    there = library.glossary.find(text)
    common = in_common_form(text)
    return there or next((entry for entry in library.glossary.all() if in_common_form(entry.term) == common), None)


def _parts(text: str, own: OwnWords) -> tuple[Part, ...]:
    """Return the words inside a word, the library's own among them, in the order in which they stand."""
    cut = [text[start:end] for start, end in words(text, own) if end - start < len(text)]
    found = (*(part for word in cut for part in (word, *search_words(word))), *search_words(text))
    parts = dict.fromkeys(word for word in found if word != text and len(word) > 1 and any(map(is_han, word)))
    return tuple(Part(word, " ".join(filter(None, readings(word)))) for word in parts)


def _character(character: str) -> Character:
    code = f"U+{ord(character):04X}"
    return Character(
        character, code, known_readings(character), simplified(character), traditional(character),
        variants(character), is_rare(character),
    )  # fmt: skip
