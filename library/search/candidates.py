"""What typed pinyin may stand for in a library: words of its texts, titles and tags, the best first."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice, product

from library.chinese.wordlist import BEGINNING, INITIALS, INSIDE, WHOLE, Dictionary, Wordlist

MOST = 10
"""Candidates that are offered."""
_INITIALS = 5
"""Words with the same initials: more than these are rather longer words of the best one."""
_LONGER = 5
_LONGEST = 60
"""Letters that are still taken for pinyin."""
_OF_A_PART = 3
_TRIED = 40


class Candidates:
    """Leads from typed letters to words. `stands` says whether something stands in the texts at all."""

    def __init__(self, words: Wordlist, names: Wordlist, dictionary: Dictionary, stands: Callable[[str], bool]) -> None:
        """`words` are those of the texts, `names` what is called so: tags, and words in titles."""
        self._lists = (words, names)
        self._names = names
        self._dictionary = dictionary
        self._stands = stands

    def find(self, parts: Sequence[str]) -> list[str]:
        """Return what `parts` (see `wordlist.typed_parts`) may stand for, at most MOST queries, the best first.

        First what is read so, put together of several words too, then what has these initials, longer words that end
        with the best one, what is read so in part, and what only parts of it are read as. What does not stand in the
        library is left out.
        """
        if not 1 < sum(map(len, parts)) <= _LONGEST:
            return []
        found: list[str] = []
        tried: set[str] = set()
        for word in self._ranked(parts, found):
            if word not in tried and self._is_there(word):
                found.append(word)
            tried.add(word)
            if len(found) == MOST or len(tried) == _TRIED:
                break
        return found

    def _ranked(self, parts: Sequence[str], found: Sequence[str]) -> Iterator[str]:
        """Yield what may be meant; `found` holds what was of it so far."""
        yield from self._listed(parts, WHOLE, MOST)
        if not found:
            yield from self._composed(parts)
            yield from self._dictionary.find(parts)
        yield from self._listed(parts, INITIALS, _INITIALS)
        if found:
            for words in self._lists:
                yield from words.ending(found[0], _LONGER)
        yield from self._listed(parts, BEGINNING, MOST)
        yield from self._listed(parts, INSIDE, MOST)
        for cut in [parts] if len(parts) > 1 else self._halves(parts[0]) if not found else ():
            for part in reversed(cut):
                yield from self._listed([part], WHOLE, 1)

    def _halves(self, letters: str) -> Iterator[tuple[str, str]]:
        """Yield what the letters of two words without a space are: one stands in the library, the other anywhere.

        Words of one character are none here: nearly all letters can be cut into those.
        """
        for cut in _cuts(letters):
            here = [any(len(word) > 1 for word in self._listed([part], WHOLE, _OF_A_PART)) for part in cut]
            known = (
                stands or any(len(word) > 1 for word in self._dictionary.find([part]))
                for stands, part in zip(here, cut, strict=True)
            )
            if any(here) and all(known):
                yield cut

    def _listed(self, parts: Sequence[str], rank: int, most: int) -> list[str]:
        found = (word for words in self._lists for word in words.find(parts, rank, most))
        return list(islice(dict.fromkeys(found), most))

    def _composed(self, parts: Sequence[str]) -> Iterator[str]:
        """Yield words put together: each is read as one of the parts, or as one of two that all letters are cut into.

        Words for each of the parts that do not stand together are looked for together in a document.
        """
        for cut in (*([parts] if len(parts) > 1 else ()), *_cuts("".join(parts))):
            choices = [self._listed([part], WHOLE, _OF_A_PART) for part in cut]
            if all(choices):
                yield from map("".join, islice(product(*choices), _TRIED // 4))
                yield " ".join(words[0] for words in choices)

    def _is_there(self, query: str) -> bool:
        return query in self._names or all(map(self._stands, query.split(" ")))


def _cuts(letters: str) -> Iterator[tuple[str, str]]:
    return ((letters[:at], letters[at:]) for at in range(2, len(letters) - 1))
