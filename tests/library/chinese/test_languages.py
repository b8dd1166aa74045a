"""In which language something is written."""

import pytest

from library.chinese.languages import Language, language_of, language_of_text


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("", "other"),
        ("12 😀 —", "other"),
        ("二〇一九年六月，𠮷祥里的居民把意见写在墙上。", "chinese"),
        ("先听完 The keeper said, 再说话，然后把规则写下来。", "chinese"),
        ("The word 規則 means rules that are in use in a village.", "other"),
        ("これは日本語の文章です。規則は短い。", "japanese"),
        ("Это написано по-русски.", "russian"),
    ],
)
def test_a_word_of_another_language_decides_nothing(text: str, language: Language) -> None:
    assert language_of_text(text) == language


@pytest.mark.parametrize(
    ("told", "written", "language"),
    [("zh-CN", "crlf", "chinese"), ("en-US", "规则", "other"), ("", "规则", "chinese"), ("中文", "", "chinese")],
)
def test_what_is_told_counts_before_what_is_written(told: str, written: str, language: Language) -> None:
    assert language_of(told, written) == language
