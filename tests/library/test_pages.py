"""Pages of documents: which one a place is on, and what is on one."""

import pytest

from library.elements import Element
from library.pages import Pages, page_value

PAGES = Pages(
    [
        Element(0, 10, "page", "1 iv"),
        Element(3, 5, "strong"),
        Element(10, 20, "page", "2 1"),
        Element(25, 30, "page", "4"),
        Element(31, 35, "page", "2 1"),
    ]
)


@pytest.mark.parametrize(
    ("position", "label"), [(0, "iv"), (9, "iv"), (10, "1"), (22, "1"), (25, "4"), (32, "1"), (99, "1")]
)
def test_a_place_is_on_a_page(position: int, label: str) -> None:
    span = PAGES.at(position)
    assert span is not None
    assert span.label == label


def test_a_page_has_its_stretches() -> None:
    assert [(span.start, span.end) for span in PAGES.of(2)] == [(10, 20), (31, 35)]
    assert PAGES.of(3) == ()


@pytest.mark.parametrize(
    ("start", "end", "labels"), [(0, 5, ("iv",)), (5, 10, ("iv",)), (5, 11, ("iv", "1")), (26, 26, ("4",))]
)
def test_a_passage_names_its_pages(start: int, end: int, labels: tuple[str, ...]) -> None:
    assert PAGES.labels(start, end) == labels


def test_a_document_without_pages() -> None:
    pages = Pages([Element(3, 5, "strong")])
    assert not pages
    assert pages.at(4) is None
    assert pages.labels(0, 5) == ()


def test_a_label_that_is_the_number_is_not_written_twice() -> None:
    assert (page_value(3, "3"), page_value(3, ""), page_value(3, "A-1")) == ("3", "3", "3 A-1")
