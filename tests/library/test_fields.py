"""The table of fields, and the persons that a field tells."""

import pytest

from library.fields import BY_NAME, FIELDS, split_names
from library.models import Document


def test_every_field_has_a_name_of_its_own() -> None:
    assert len(BY_NAME) == len(FIELDS)
    assert all(name.isalpha() and name.islower() for name in BY_NAME)


def test_what_is_kept_in_the_row_stands_in_it() -> None:
    assert all((field.kept == "row") == (field.name in Document.__slots__) for field in FIELDS)


@pytest.mark.parametrize(
    ("names", "persons"),
    [
        ("", ()),
        ("张三", ("张三",)),
        ("张三；李四; 𠮷五 ；", ("张三", "李四", "𠮷五")),
        ("Ostrom, Elinor;费孝通、张之毅", ("Ostrom, Elinor", "费孝通、张之毅")),
    ],
)
def test_persons_are_parted_by_semicolons(names: str, persons: tuple[str, ...]) -> None:
    assert split_names(names) == persons
