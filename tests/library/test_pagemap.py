"""Where text stands on a page of a PDF, and which text stands at a point of it."""

from pathlib import Path

from library.importers.base import ImportOptions
from library.importers.pdf import PdfImporter
from library.pagemap import PageMap, map_page
from library.pages import Pages
from library.progress import Progress
from tests.paper import Paper


def two_pages(folder: Path) -> Path:
    paper = Paper()
    for number, lines in enumerate((["An earlier word was hyphen-", "ated, 𠮷 and fl stays, then"], ["it ends here."])):
        page = paper.page()
        page.put(60, 800, "Running head")
        page.put(300, 800, str(number + 4))
        page.lines(60, 700, lines)
    paper.meanings["ﬂ"] = "ﬂ"
    return paper.save(folder / "a.pdf")


def maps(path: Path) -> tuple[str, list[PageMap]]:
    (draft,) = PdfImporter().read(path, ImportOptions(), Progress())
    pages = Pages(draft.elements)
    return draft.text, [map_page(path, number, pages.of(number), lambda a, b: draft.text[a:b]) for number in (1, 2)]


def test_every_character_has_its_place(tmp_path: Path) -> None:
    text, (first, second) = maps(two_pages(tmp_path))
    assert text == "An earlier word was hyphenated, 𠮷 and fl stays, then it ends here."
    places = [glyph.position for page in (first, second) for glyph in page.glyphs]
    assert places == [index for index, character in enumerate(text) if not character.isspace()]


def test_a_word_cut_by_a_hyphen_has_two_boxes(tmp_path: Path) -> None:
    text, (first, _) = maps(two_pages(tmp_path))
    start = text.index("hyphenated")
    above, below = first.boxes(start, start + 10)
    assert (round(above.left), round(above.right)) == (60 + 20 * 5, 60 + 26 * 5)
    assert (round(below.left), round(below.right)) == (60, 60 + 4 * 5)
    assert above.bottom <= below.top + 1
    assert first.width == 595
    assert round(above.bottom) in range(142, 145)


def test_a_point_has_its_character(tmp_path: Path) -> None:
    text, (first, second) = maps(two_pages(tmp_path))
    assert first.offset_at(60 + 5 * 3 + 2, 138) == text.index("earlier")
    assert second.offset_at(62, 138) == text.index("it ends")
    assert second.offset_at(400, 600) is None


def test_a_repaired_text_is_found_again(tmp_path: Path) -> None:
    path = two_pages(tmp_path)
    text, _ = maps(path)
    repaired = text.replace("earlier", "erlier").replace("word ", "")
    page = map_page(path, 1, Pages([]).of(1), lambda a, b: repaired[a:b])
    assert page.boxes(0, 99) == []
    from library.pages import PageSpan

    page = map_page(path, 1, [PageSpan(0, len(repaired) - 13, 1, "1")], lambda a, b: repaired[a:b])
    box = page.boxes(repaired.index("was"), repaired.index("was") + 3)[0]
    assert (round(box.left), round(box.right)) == (60 + 16 * 5, 60 + 19 * 5)
