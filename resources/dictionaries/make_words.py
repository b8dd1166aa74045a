"""Make words.tsv, the Chinese words that typed pinyin leads to, by their readings.

    python resources/dictionaries/make_words.py

Each line of words.tsv is a reading, its syllables with spaces between and v for ü; a tab; and the words that are read
so, the most frequent first, those of which it is another reading behind. The lines are in the order of the letters.

The words are those of jieba's dictionary (MIT) of two to eight Chinese characters that it has counted at least
LEAST times (three stands for "never counted"); the readings are pypinyin's (MIT), as library/chinese/pinyin.py gives
them.
"""

import re
import sys
from collections import defaultdict
from pathlib import Path

import jieba

TARGET = Path(__file__).with_name("words.tsv")
LEAST = 4
WORD = re.compile("[〇㐀-䶿一-鿿]{2,8}")

sys.path.insert(0, str(Path(__file__).parents[2]))


def counted_words() -> list[str]:
    """Return the words, the most frequent first."""
    found: list[tuple[int, str]] = []
    with (Path(jieba.__file__).parent / "dict.txt").open(encoding="utf-8") as lines:
        for line in lines:
            word, count, *_ = line.split(" ")
            if WORD.fullmatch(word) and int(count) >= LEAST:
                found.append((-int(count), word))
    return [word for _, word in sorted(found)]


def main() -> None:
    from library.chinese.pinyin import spellings

    first: defaultdict[str, list[str]] = defaultdict(list)
    behind: defaultdict[str, list[str]] = defaultdict(list)
    for word in counted_words():
        for number, spelling in enumerate(dict.fromkeys(spellings(word))):
            (behind if number else first)[spelling].append(word)
    with TARGET.open("w", encoding="utf-8", newline="\n") as target:
        for spelling in sorted(first.keys() | behind.keys()):
            target.write(f"{spelling}\t{' '.join([*first[spelling], *behind[spelling]])}\n")


if __name__ == "__main__":
    main()
