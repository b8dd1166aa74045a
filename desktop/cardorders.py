"""The orders in which the cards of highlights can stand, and what each is called."""

from typing import Literal

from desktop.translation import tr_later

CardSorting = Literal["place", "date", "color", "tag"]
CardGrouping = Literal["none", "heading", "speaker", "tag", "color"]

SORTING_NAMES: dict[CardSorting, str] = {
    "place": tr_later("By place"), "date": tr_later("Newest first"),
    "color": tr_later("By colour"), "tag": tr_later("By tag"),
}  # fmt: skip
GROUPING_NAMES: dict[CardGrouping, str] = {
    "none": tr_later("Not grouped"), "heading": tr_later("Grouped by heading"),
    "speaker": tr_later("Grouped by speaker"),
    "tag": tr_later("Grouped by tag"), "color": tr_later("Grouped by colour"),
}  # fmt: skip
