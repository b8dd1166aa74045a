"""PDF files, made here, and the text, headings, notes and pages that come of them."""

from contextlib import closing
from pathlib import Path

import pytest

from library.errors import Refused
from library.importers.base import ImportOptions
from library.importers.pdf import PdfImporter
from library.intake import import_paths
from library.library import Library
from library.models import Draft
from library.pages import Pages
from library.progress import Progress
from tests.paper import Paper


def read(path: Path) -> Draft:
    (draft,) = PdfImporter().read(path, ImportOptions(), Progress())
    return draft


def saved(paper: Paper, folder: Path) -> Draft:
    return read(paper.save(folder / "a.pdf"))


LEFT = [
    "　　左栏第一段从这里开始，它写满",
    "了一行又一行，直到在这一行里结束",
    "于句号。",
    "　　左栏第二段没有写完就到了栏底，",
]
RIGHT = ["它在右栏的顶上接着写下去，写到这", "里才停。", "　　右栏第二段说的是别的事情，也写", "了两行。"]


def test_two_columns_of_chinese(tmp_path: Path) -> None:
    paper = Paper()
    page = paper.page()
    page.put(150, 780, "双栏排印的论文题目", 18)
    for column, x in ((LEFT, 60), (RIGHT, 330)):
        for number, line in enumerate(column):
            bare = line.lstrip("　")
            page.put(x + 15 * (len(line) - len(bare)), 720 - 22 * number, bare, 15)
    draft = saved(paper, tmp_path)
    assert draft.text == (
        "双栏排印的论文题目\n左栏第一段从这里开始，它写满了一行又一行，直到在这一行里结束于句号。\n"
        "左栏第二段没有写完就到了栏底，它在右栏的顶上接着写下去，写到这里才停。\n"
        "右栏第二段说的是别的事情，也写了两行。"
    )


ENGLISH = [
    ["The committee met in the spring, and it was gene-", "rally agreed that the minutes of earlier meetings",
     "had been well kept. Nobody asked for a correc-", "tion, and the chair went on to the next of the"],
    ["points. It was a long afternoon for all of them."],
]  # fmt: skip


def test_running_heads_go_and_words_are_mended(tmp_path: Path) -> None:
    paper = Paper()
    for number, lines in enumerate(ENGLISH):
        page = paper.page()
        page.put(60, 800, "Annals of Meetings")
        page.put(500, 800, str(number + 17))
        page.lines(60, 760, lines)
    draft = saved(paper, tmp_path)
    assert draft.text == (
        "The committee met in the spring, and it was generally agreed that the minutes of earlier meetings had been "
        "well kept. Nobody asked for a correction, and the chair went on to the next of the points. It was a long "
        "afternoon for all of them."
    )
    pages = Pages(draft.elements)
    assert [(span.number, span.label, draft.text[span.start :][:6]) for span in pages.spans] == [
        (1, "17", "The co"), (2, "18", "points")
    ]  # fmt: skip


def test_labels_of_pages_are_kept(tmp_path: Path) -> None:
    paper = Paper()
    paper.labels = "/PageLabels << /Nums [0 << /S /r >> 1 << /S /D /St 5 >>] >>"
    paper.page().put(60, 700, "前言")
    paper.page().put(60, 700, "正文")
    assert [span.label for span in Pages(saved(paper, tmp_path).elements).spans] == ["i", "5"]


@pytest.mark.parametrize("set_downwards", [True, False])
def test_vertical_columns_are_read_from_the_right(tmp_path: Path, set_downwards: bool) -> None:
    paper = Paper()
    page = paper.page()
    columns = ["竖排的书从右往左读，每一列自上而", "下，读到列底再换到左边的一列。"]
    for number, column in enumerate(columns):
        if set_downwards:
            page.put(500 - 24 * number, 780, column, 14, "V")
        else:
            for place, character in enumerate(column):
                page.put(493 - 24 * number, 768 - 15 * place, character, 14)
    assert saved(paper, tmp_path).text == "".join(columns)


def test_a_turned_page(tmp_path: Path) -> None:
    paper = Paper()
    page = paper.page(rotate=90)
    page.turned(100, 100, "横放的页")
    page.turned(130, 100, "它的第二行，比第一行长得多")
    assert saved(paper, tmp_path).text == "横放的页\n它的第二行，比第一行长得多"


def test_what_fonts_say_badly_is_put_right(tmp_path: Path) -> None:
    paper = Paper()
    paper.meanings = {"文": "⽂", "见": "⻅", "f": "ﬁ", "𠮷": "𠮷"}
    paper.page().put(60, 700, "文见f𠮷😀")
    assert saved(paper, tmp_path).text == "文见fi𠮷😀"


def test_a_locked_file_is_refused(tmp_path: Path) -> None:
    paper = Paper()
    paper.page().put(60, 700, "机密")
    with pytest.raises(Refused, match="password"):
        read(paper.save(tmp_path / "a.pdf", password="secret"))
    assert read(paper.save(tmp_path / "b.pdf", password="")).text == "机密"


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.4\ngarbage" * 100])
def test_a_damaged_file_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(data)
    with pytest.raises(Refused, match="damaged"):
        read(path)


def test_a_highlight_names_its_page(tmp_path: Path) -> None:
    paper = Paper()
    paper.labels = "/PageLabels << /Nums [0 << /S /D /St 117 >>] >>"
    paper.page().put(60, 700, "前一页上的话。")
    paper.page().put(60, 700, "后一页上的话。")
    path = paper.save(tmp_path / "论文.pdf")
    with closing(Library.create(tmp_path / "a.zhupi")) as library:
        done = import_paths([path], library.texts, lambda work: work(library), ImportOptions(), Progress())
        (imported,) = done.imported
        library.highlights.add(imported.id, 0, 3)
        library.highlights.add(imported.id, 4, 11)
        assert [excerpt.page for excerpt in library.excerpts.all()] == ["117", "117–118"]
