"""Common and rare characters, and the common character that another form of it stands for."""

from functools import cache, lru_cache

from library.chinese.folding import fold
from library.chinese.han import is_ideograph
from resources import path

_FORMS = 1024 * 32


@lru_cache(maxsize=_FORMS)
def is_rare(character: str) -> bool:
    """Say whether `character` is a Chinese one outside the 3,500 in common use, in none of its forms.

    The common ones are those of level 1 of the 通用规范汉字表 (2013). A traditional form of one of them is not rare.
    """
    if not is_ideograph(character):
        return False
    return common_form(character) not in _common()


@lru_cache(maxsize=_FORMS)
def common_form(character: str) -> str:
    """Return the common character of which `character` is a traditional or other form; where there is none, itself."""
    if character in _common() or not is_ideograph(character):
        return character
    return _common_by_key().get(fold(character).text, character)


@cache
def _common() -> frozenset[str]:
    return frozenset(_listed())


@cache
def _common_by_key() -> dict[str, str]:
    """Return the common characters by the keys they fold to; where several fold to one, the one that is that key."""
    listed = _listed()
    found: dict[str, str] = {}
    folded = fold(listed)
    for index, key in enumerate(folded.text):
        character = listed[folded.offsets.start(index)]
        if key not in found or character == key:
            found[key] = character
    return found


def _listed() -> str:
    _, *lines = path("dictionaries/common.txt").read_text(encoding="utf-8").splitlines()
    return "".join(lines)
