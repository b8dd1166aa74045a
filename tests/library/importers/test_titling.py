"""What a file says of itself counts as far as its text does not say otherwise."""

import pytest

from library.importers.titling import language_of_file


@pytest.mark.parametrize(
    ("told", "text", "taken"),
    [
        ("en-US", "𠮷祥里的居民把意见写在墙上。", ""),
        ("zh-CN", "𠮷祥里的居民把意见写在墙上。", "zh-CN"),
        ("zh-CN", "Rules that are in use in a village.", ""),
        ("en-GB", "Rules that are in use in a village.", "en-GB"),
        ("ja", "規則是短的，人人記得住。", "ja"),
        ("uk", "Правила мають бути короткими.", "uk"),
        ("en-US", " \n", "en-US"),
        ("", "规则", ""),
    ],
)
def test_a_language_that_contradicts_the_text_is_not_taken(told: str, text: str, taken: str) -> None:
    assert language_of_file(told, text) == taken
