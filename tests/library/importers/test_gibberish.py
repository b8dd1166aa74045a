"""Text, and what is none, as files give it that misname their characters."""

import random
from pathlib import Path

import pytest

from library.errors import Refused
from library.importers.gibberish import is_gibberish
from tests.library.importers.test_pdf import saved
from tests.paper import Paper

ENGLISH = (
    "What was said in the meeting was kept in the minutes and read again at the beginning of the next one so that "
    "those who were present could approve it or ask for another wording before anything went into print under their "
    "names with whatever they had brought along from home about schools bridges taxes harvests and the weather"
)
CHINESE = "会议上的发言应当记录在案，并在下一次会议上宣读，由到会的人认可，然后才能付印分送各处机关存查。" * 4
THAI = "บทคัดย่อเป็นแผนงานเพื่อสนับสนุนการร่วมกัน" * 8


def shifted(text: str, by: int) -> str:
    """Return what comes of fonts that number their characters from another one on."""
    return "".join(chr(ord(each) + by) if each.isalpha() else each for each in text)


def scattered(text: str, first: int, last: int) -> str:
    """Return what comes of numbers of shapes that are taken for those of characters."""
    chance = random.Random(1)
    numbers = {each: chr(chance.randrange(first, last)) for each in sorted(set(text))}
    return "".join(numbers[each] for each in text)


@pytest.mark.parametrize("text", [ENGLISH, CHINESE, THAI, "", "bcd fgh", "编码 GDP CPI"])
def test_what_is_text(text: str) -> None:
    assert not is_gibberish(text)


@pytest.mark.parametrize(
    "text",
    [shifted(ENGLISH, 3), shifted(ENGLISH, -29), scattered(CHINESE, 0x4E00, 0x9FFF), scattered(CHINESE, 0x250, 0x7000)],
)
def test_what_is_none(text: str) -> None:
    assert is_gibberish(text)


def test_a_file_that_misnames_its_characters_is_offered_to_ocr(tmp_path: Path) -> None:
    paper = Paper()
    words = ENGLISH.split()
    paper.meanings = {each: chr(ord(each) - 29) for each in set(ENGLISH) - {" "}}
    paper.page().lines(60, 780, [" ".join(words[at : at + 9]) for at in range(0, len(words), 9)])
    with pytest.raises(Refused, match="without meaning"):
        saved(paper, tmp_path)
