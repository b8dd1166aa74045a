"""Keys made up for documents."""

import pytest

from library.bibliography.citekeys import generated, key_of


@pytest.mark.parametrize(
    ("values", "key"),
    [
        ({"author": "费孝通; 张三", "date": "1948-03", "title": "乡土中国"}, "fei1948xiangtu"),
        ({"author": "欧阳修", "title": "《醉翁亭记》"}, "ouyangzuiwengtingji"),
        ({"author": "Ostrom, Elinor", "date": "1990", "title": "The Governing of Commons"}, "ostrom1990governing"),
        ({"author": "Émile Durkheim", "title": "A"}, "durkheima"),
        ({"issuer": "区委", "title": "3号文件"}, "quwei3"),
        ({"title": "𠮷😀吉"}, "ji"),
        ({"title": "😀"}, "document"),
    ],
)
def test_author_year_and_first_word(values: dict[str, str], key: str) -> None:
    assert key_of(values) == key


def test_keys_are_unique_in_order() -> None:
    one = {"author": "费孝通", "date": "1948", "title": "甲"}
    keys = generated([(str(at), one) for at in range(29)], {"FEI1948jia"})
    assert len(set(keys.values())) == 29
    assert [keys[at] for at in ("0", "1", "24", "25", "28")] == [
        "fei1948jiab", "fei1948jiac", "fei1948jiaz", "fei1948jiaaa", "fei1948jiaad",
    ]  # fmt: skip
