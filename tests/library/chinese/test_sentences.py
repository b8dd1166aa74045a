import pytest
from hypothesis import given
from hypothesis import strategies as st

from library.chinese.sentences import is_ended, sentence_at, sentences


@pytest.mark.parametrize(
    "parts",
    [
        ["前句。", "他说：“好。”", "后句！"],
        ["他说：‘好！’", "（掌声）我走了。"],
        ["会开了.", "他走了;", "她来了"],
        ["等等……", "然后。", "𠮷😀。", "é好？！"],
        ["他走了。", '"好。"', "我说。"],
        ["好。", " next"],
        ["一行\n\n又一行。", "\n下"],
        ["Pi is 3.14 here.", " Next one."],
        ["Mr. Smith met Dr. J. K. Rowe, e.g. here.", " Then he left!", ' "What?" she said.', " So do I.", " Etc."],
        ["See vol. 2, no. 5 and p. 7.", " Say no.", " Look at the art.", " Why?", " “Go.”", " He went."],
        ["The U.S. policy… and so on... then.", " At www.example.org it is no end.", " Yes"],
        ["*Notes on nos. 2 and 〔2019〕7.*", "\n\nI read **them.**", " So _there._"],
        ["会开了。", "*后来散会。*", "又开。", "**完。**", "好。"],
        ['He said "Go."', " She went.", ' "Go now."'],
    ],
)
def test_a_sentence_takes_its_end_and_closing_quotes_along(parts: list[str]) -> None:
    text = "".join(parts)
    assert [text[start:end] for start, end in sentences(text)] == parts


def test_the_sentence_at_a_place_has_no_white_space_around_it() -> None:
    text = "One.  Two \n lines.\n"
    assert text[slice(*sentence_at(text, 0))] == "One."
    assert text[slice(*sentence_at(text, 4))] == "Two \n lines."
    assert text[slice(*sentence_at(text, len(text) - 2))] == "Two \n lines."
    assert sentence_at("", 0) == (0, 0)


@pytest.mark.parametrize(
    ("text", "ended"),
    [("好。", True), ("好。”）", True), ("好：", True), ("said he.", True), ("said Mr.", False), ("e.g.", False),
     ("好", False), ("好，", False), ("", False), ("he, “Go.” \n", True), ("No. ", True)],
)  # fmt: skip
def test_whether_a_text_ends_as_a_sentence_ends(text: str, ended: bool) -> None:
    assert is_ended(text) is ended


@given(text=st.text(alphabet="好。！…a Z.\"”.;\n1?'𠮷", max_size=40))
def test_sentences_cover_the_text(text: str) -> None:
    found = list(sentences(text))
    assert "".join(text[start:end] for start, end in found) == text
    assert all(start < end for start, end in found)
