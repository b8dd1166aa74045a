"""Citation items in each style, against strings that were written by the rules of the standards.

Most are the standards' own examples (GB/T 7714—2025, chapters 7 to 9 and annex B). A block of the text files is one
item: its fields, then a style and the entry in Markdown without escapes.
"""

from pathlib import Path

import pytest

from library.citations import Style, get, item_of
from library.citations.richtext import RichText
from library.fields import KIND_NAMES

STYLES = {
    "15": "gbt7714-2015", "15a": "gbt7714-2015-author-date", "25": "gbt7714-2025", "25a": "gbt7714-2025-author-date",
    "apa": "apa", "chi": "chicago",
}  # fmt: skip


def blocks() -> list[tuple[dict[str, str], dict[str, str]]]:
    found: list[tuple[dict[str, str], dict[str, str]]] = []
    for path in sorted(Path(__file__).parent.glob("items-*.txt")):
        for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
            lines = [line.partition(" ") for line in block.splitlines()]
            fields = {name.rstrip(":"): value for name, _, value in lines if name not in STYLES}
            found.append((fields, {name: value for name, _, value in lines if name in STYLES}))
    return found


ITEMS = blocks()


def starred(text: RichText) -> str:
    return "".join(f"*{run.text}*" if run.face == "italic" else run.text for run in text.runs)


@pytest.mark.parametrize(
    ("fields", "style", "entry"),
    [
        pytest.param(fields, get(STYLES[name]), entry, id=f"{name}: {fields['title'][:20]}")
        for fields, entries in ITEMS
        for name, entry in entries.items()
    ],
)
def test_an_item_is_written_by_the_rules(fields: dict[str, str], style: Style, entry: str) -> None:
    assert starred(style.entry(item_of(fields))) == entry


def test_there_are_items_of_every_kind_with_one_to_five_authors() -> None:
    assert len(ITEMS) >= 60
    assert all(set(entries) == set(STYLES) for _, entries in ITEMS)
    assert {fields["kind"] for fields, _ in ITEMS} == set(KIND_NAMES)
    counts = {len(item_of(fields).creators.persons) for fields, _ in ITEMS}
    assert counts >= {0, 1, 2, 3, 4, 5}
