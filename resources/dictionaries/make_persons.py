"""Make persons.txt, the names of persons of three characters that the words of words.tsv count among the words.

    python resources/dictionaries/make_persons.py

They are those of jieba's dictionary (MIT) that it takes for names of persons, without those that end as places, beings
and things do.
"""

import sys
from pathlib import Path

import jieba

TARGET = Path(__file__).with_name("persons.txt")
LEAST = 4
NO_NAME = frozenset(
    "县镇市区省州岛庙庄村河江湖山海病党人队院府寺塔桥街路站港湾关营堡塬牌鸡树者族胡教帝后派社报书会部局"
)

sys.path.insert(0, str(Path(__file__).parents[2]))


def main() -> None:
    from library.chinese.persons import is_bare_name

    names: set[str] = set()
    with (Path(jieba.__file__).parent / "dict.txt").open(encoding="utf-8") as lines:
        for line in lines:
            word, count, kind = line.split()
            if len(word) == 3 and kind == "nr" and int(count) >= LEAST and word[-1] not in NO_NAME:
                names.update([word] if is_bare_name(word) else ())
    TARGET.write_text("\n".join(sorted(names)) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
