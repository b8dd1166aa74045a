"""Texts that UTF-8 can hold."""

import pytest

from library.storage.characters import storable


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("", ""),
        ("𠮷😀e\u0301\x00", "𠮷😀e\u0301\x00"),
        ("\ud842\udfb7", "𠮷"),
        ("a\ud842", "a\ufffd"),
        ("\udcffb", "\ufffdb"),
    ],
)
def test_storable(text: str, kept: str) -> None:
    assert storable(text) == kept
