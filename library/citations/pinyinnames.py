"""Chinese names in Latin letters: told from Western ones, and parted into their syllables."""

import re
from functools import cache

_INITIALS = "b p m f d t n l g k h j q x zh ch sh r z c s y w"
_FINALS = "a o e ai ei ao ou an en ang eng ong i ia ie iao iu ian in iang ing iong u ua uo uai ui uan un uang ue v ve"
_ALONE = "a ai an ang ao e ei en er o ou"

_FREQUENT = "wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo"
"""The surnames of half of all Chinese, by which it is told which of two syllables is one."""
_OTHER_SURNAMES = (
    "zheng liang xie song tang han feng deng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su "
    "lv lu ding ren shen yao cui zhong tan fan shi jin liao jia xia fu fang zou xiong bai meng qin qiu hou yin xue "
    "lei long tao duan hao gu mao shao wan qian dai yan mo kong xiang chang kang lai niu hong qi wen pang shu gong "
    "zhai an ruan nie zhuang ouyang situ sima zhuge shangguan xiahou huangfu linghu murong yuwen zhangsun dongfang "
    "gongsun nangong ning bian guan jiao ke lan ji kuang ou pi qu rong ru shang shan sheng tu weng ying yue zang "
    "zhan zhen zu zuo bao bi bu chai che cong ge geng gan hua huo jing ju leng mei miao mu nan ni pu quan sang sha "
    "tong xi xin xing yi you yun zha zong zhi"
)
"""More surnames in pinyin, those of two characters among them."""
_LETTERS = re.compile(r"[A-Za-züÜ'’-]+")


def is_pinyin_name(surname: str, given: str) -> bool:
    """Say whether two words in this order are a Chinese name: a surname, and one or two syllables."""
    if surname.casefold() not in _surnames() or not _LETTERS.fullmatch(given):
        return False
    return 1 <= len(syllables(given)) <= 2


def stands_first(first: str, last: str) -> bool:
    """Say whether of two words of which both might be a surname the first one is it: in Wang Li, not in Wei Zhang."""
    frequent = _FREQUENT.split()
    return len(syllables(last)) == 2 or last.casefold() not in frequent or first.casefold() in frequent


def syllables(word: str) -> tuple[str, ...]:
    """Return the syllables of a word in pinyin, as few as it can be parted into, or none if it is not pinyin."""
    found: list[str] = []
    for part in re.split(r"['’-]", word.casefold().replace("ü", "v")):
        parted = _parted(part) if 0 < len(part) <= 18 else None
        if parted is None:
            return ()
        found += parted
    return tuple(found)


def _parted(letters: str) -> tuple[str, ...] | None:
    """Return letters in syllables, the longer before the shorter: xian is one, and jiangning is jiang ning."""
    if not letters:
        return ()
    for length in range(min(6, len(letters)), 0, -1):
        if letters[:length] in _syllables():
            rest = _parted(letters[length:])
            if rest is not None:
                return (letters[:length], *rest)
    return None


@cache
def _surnames() -> frozenset[str]:
    return frozenset([*_FREQUENT.split(), *_OTHER_SURNAMES.split()])


@cache
def _syllables() -> frozenset[str]:
    return frozenset(
        [*_ALONE.split(), *(initial + final for initial in _INITIALS.split() for final in _FINALS.split())]
    )
