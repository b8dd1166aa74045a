"""Pages drawn in a process of its own: their sizes, their pictures, what becomes of bad files and slow answers."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from library.errors import Refused
from library.rendering.process import PageProcess, Stretches
from tests.paper import Paper

TEXT = "协商民主是中国社会主义民主政治"


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    paper = Paper()
    paper.page().put(100, 700, TEXT, 20)
    paper.page(300, 400, rotate=90)
    paper.page(100_000, 20)
    return paper.save(tmp_path / "页 😀.pdf")


@pytest.fixture
def pages(paper: Path) -> Iterator[PageProcess]:
    with PageProcess(paper) as pages:
        yield pages


def test_pages_are_counted_and_measured_as_they_are_shown(pages: PageProcess) -> None:
    assert pages.count() == 3
    assert pages.sizes(0, 3) == [(595, 842), (400, 300), (14_400, 20)]
    assert pages.sizes(1, 2) == [(400, 300)]


def test_a_picture_is_as_large_as_it_was_asked_for_and_shows_the_print(pages: PageProcess) -> None:
    picture = pages.draw(0, 119, 168)
    assert (picture.width, picture.height, len(picture.data)) == (119, 168, picture.stride * 168)
    rows = [picture.data[y * picture.stride : y * picture.stride + 4 * 119] for y in range(168)]
    printed = [y for y, row in enumerate(rows) if min(row[0::4]) < 128]
    assert printed
    assert all(24 <= y <= 32 for y in printed)  # 700 of 842 points from the foot, 168 pixels high


def test_gray_takes_a_byte_a_pixel(pages: PageProcess) -> None:
    picture = pages.draw(0, 60, 84, gray=True)
    assert picture.stride < 4 * 60
    assert set(pages.draw(1, 8, 6, gray=True).data[:8]) == {255}


def test_what_cannot_be_drawn_is_refused_and_the_rest_goes_on(pages: PageProcess) -> None:
    with pytest.raises(Refused):
        pages.draw(0, 100_000, 100_000)
    with pytest.raises(Refused):
        pages.draw(99, 10, 10)
    assert pages.draw(0, 10, 10).width == 10


def test_a_damaged_file_is_refused(tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.pdf"
    damaged.write_bytes(b"%PDF-1.7\nnothing")
    with PageProcess(damaged) as pages:
        for _ in range(2):
            with pytest.raises(Refused):
                pages.count()


def test_an_answer_that_takes_too_long_is_not_waited_for(paper: Path) -> None:
    with PageProcess(paper, seconds=0.0) as pages, pytest.raises(Refused):
        pages.count()


def test_what_is_closed_answers_no_more(pages: PageProcess) -> None:
    assert pages.count() == 3
    pages.close()
    with pytest.raises(Refused):
        pages.sizes(0, 1)


def test_text_is_found_on_its_page(pages: PageProcess) -> None:
    found = pages.map(Stretches(0, ((7, TEXT),)))
    assert (found.width, found.height) == (595, 842)
    (box,) = found.boxes(9, 11)
    assert (round(box.left), round(box.right)) == (140, 180)
    assert box.top < 842 - 700 < box.bottom
    assert found.offset_at(165, 142) == 10
