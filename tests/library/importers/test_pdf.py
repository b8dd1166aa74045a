"""PDF files, made here, and the text, headings, notes and pages that come of them."""

import socket
import zlib
from contextlib import closing
from pathlib import Path

import pytest

from library.errors import Refused
from library.importers.base import ImportOptions
from library.importers.isolation import Isolation
from library.importers.pdf import PdfImporter
from library.intake import import_paths
from library.library import Library
from library.models import Draft
from library.pages import Pages
from library.progress import Cancelled, Progress
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


CELLS = (("姓名", "职务", "年"), ("王成", "委员", "2019"), ("李明", "主席", "2020"), ("赵", "副主席", "2021"))


@pytest.mark.parametrize("tabular", [0, 1])
def test_a_table_in_one_of_two_columns_is_not_torn(tmp_path: Path, tabular: int) -> None:
    paper = Paper()
    page = paper.page()
    for column, x in enumerate((60, 320)):
        lines = [f"第{'左右'[column]}栏的这一行写满了文字，写了又写", "写到这一行里就结束于一个句号了。"]
        page.lines(x, 740, lines * (2 if column == tabular else 4), 15, 20)
    for row, cells in enumerate(CELLS):
        for place, words in enumerate(cells):
            page.put((60, 320)[tabular] + 80 * place, 660 - 20 * row, words, 15)
    text = saved(paper, tmp_path).text
    assert "姓名 | 职务 | 年\n王成 | 委员 | 2019\n李明 | 主席 | 2020\n赵 | 副主席 | 2021" in text
    assert text.count("第左栏的这一行写满了文字，写了又写写到这一行里就结束于一个句号了。") == (2, 4)[tabular]


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


def said(draft: Draft) -> list[tuple[str, str, str]]:
    """Return the kind, the words and the value of each element but pages; of a jump, the words that it leads to."""
    return [
        (
            element.kind,
            draft.text[element.start : element.end],
            draft.text[int(element.value) :][:4] if element.kind == "jump" else element.value,
        )
        for element in draft.elements
        if element.kind != "page"
    ]


def test_footnotes_are_set_apart_and_reached(tmp_path: Path) -> None:
    paper = Paper()
    first, second = paper.page(), paper.page()
    first.lines(
        60, 760, ["It was in spring that the minutes were read aloud", "and were approved by all who had come to the"]
    )
    first.put(60 + 49 * 5, 764, "1", 6)
    first.put(60, 90, "1", 6)
    first.put(64, 86, "Minutes of the parish, volume two, and what was said of them", 8)
    first.put(60, 76, "in the year after.", 8)
    second.put(60, 760, "meeting in the hall of the parish②。")
    second.put(60, 86, "② 见会议记录。", 8)
    draft = saved(paper, tmp_path)
    assert draft.text == (
        "It was in spring that the minutes were read aloud[1] and were approved by all who had come "
        "to the meeting in the hall of the "
        "parish②。\n"
        "[1] Minutes of the parish, volume two, and what was said of them in the year after.\n"
        "② 见会议记录。"
    )
    assert said(draft) == [
        ("jump", "[1]", "[1] "), ("jump", "②", "② 见会"), ("jump", "[1]", "[1] "), ("jump", "②", "②。\n["),
    ]  # fmt: skip
    assert [(span.number, draft.text[span.start :][:4]) for span in Pages(draft.elements).spans] == [
        (1, "It w"), (2, "meet"), (1, "[1] "), (2, "② 见会")
    ]  # fmt: skip


def chapters(paper: Paper) -> None:
    for number in range(3):
        page = paper.page()
        page.put(60, 760, f"第{'一二三'[number]}章 会议", 16)
        page.put(60, 720, "缘起", 10, "B")
        for line in range(4):
            page.put(60, 700 - 16 * line, "正文的一行写在这里，说的是会议怎样开始，又怎样结束。")


def test_headings_by_their_type(tmp_path: Path) -> None:
    paper = Paper()
    chapters(paper)
    assert said(saved(paper, tmp_path))[:3] == [
        ("heading", "第一章 会议", "1"), ("heading", "缘起", "2"), ("heading", "第二章 会议", "1")
    ]  # fmt: skip


def test_headings_by_the_bookmarks(tmp_path: Path) -> None:
    paper = Paper()
    chapters(paper)
    paper.bookmarks = [(0, "会议", 0), (1, "缘起", 0), (0, "第二章　会议", 1), (0, "没有", 2)]
    assert said(saved(paper, tmp_path)) == [
        ("heading", "第一章 会议", "1"), ("heading", "缘起", "2"), ("heading", "第二章 会议", "1")
    ]  # fmt: skip


def test_a_table_keeps_its_rows(tmp_path: Path) -> None:
    paper = Paper()
    page = paper.page()
    page.put(60, 760, "下表列出委员的姓名与职务，以及各人到任的年份。", 10)
    for row, cells in enumerate((("姓名", "职务", "年份"), ("王😀", "委员", "1902"), ("李𠮷", "主任委员", "1903"))):
        for column, cell in enumerate(cells):
            page.put(60 + 120 * column, 730 - 16 * row, cell)
    assert saved(paper, tmp_path).text.split("\n")[1:] == [
        "姓名 | 职务 | 年份", "王😀 | 委员 | 1902", "李𠮷 | 主任委员 | 1903"
    ]  # fmt: skip


def test_three_columns_below_a_title(tmp_path: Path) -> None:
    paper = Paper()
    page = paper.page()
    page.put(60, 780, "通栏的标题横跨三栏之上，占满了整个版面的宽度，一直排到最右边。", 14)
    for column in range(3):
        for line in range(5):
            page.put(60 + 165 * column, 740 - 16 * line, f"第{column + 1}栏里的正文写满一行")
    assert saved(paper, tmp_path).text.split("\n")[1] == "".join(
        f"第{column}栏里的正文写满一行" * 5 for column in (1, 2, 3)
    )


def test_heads_of_left_and_right_pages_take_turns(tmp_path: Path) -> None:
    paper = Paper()
    for number in range(6):
        page = paper.page()
        page.put(60 if number % 2 else 300, 800, "会议史" if number % 2 else "第三章 章程")
        page.put(290, 40, f"— {number + 1} —")
        page.put(60, 760, f"第{'一二三四五六'[number]}页的正文。")
    assert saved(paper, tmp_path).text == "\n".join(f"第{each}页的正文。" for each in "一二三四五六")


def test_what_a_file_says_of_itself(tmp_path: Path) -> None:
    paper = Paper()
    paper.info = {"Title": "会议史", "Author": "王某", "CreationDate": "D:20190618120000+08'00'"}
    paper.page().put(60, 700, "DOI: 10.1234/ab.c-5；摘要")
    draft = saved(paper, tmp_path)
    assert (draft.title, draft.author, draft.date, draft.fields) == (
        "会议史", "王某", "", (("doi", "10.1234/ab.c-5"),)
    )  # fmt: skip
    for title, author in (
        ("Microsoft Word - 稿.doc", "微软用户"),
        ("(anonymous)", "(anonymous)"),
        ("untitled", "User"),
    ):
        paper.info = {"Title": title, "Author": author}
        draft = saved(paper, tmp_path)
        assert (draft.title != title, draft.author) == (True, "")


def test_pages_without_text_are_named(tmp_path: Path) -> None:
    paper = Paper()
    for text in ("先有字。", "", "", "又有字。", ""):
        page = paper.page()
        page.put(60, 700, text) if text else page.content.append("10 10 100 100 re f")
    draft = saved(paper, tmp_path)
    assert [str(remark) for remark in draft.remarks] == ["Pages without text: 2–3, 5."]


def test_a_file_of_pictures_or_of_blank_pages_is_refused_with_the_offer_of_ocr(tmp_path: Path) -> None:
    paper = Paper()
    page = paper.page()
    with pytest.raises(Refused, match="OCR"):
        saved(paper, tmp_path)
    page.content.append("10 10 100 100 re f")
    with pytest.raises(Refused, match="OCR"):
        saved(paper, tmp_path)


def test_characters_without_meaning_are_told(tmp_path: Path) -> None:
    paper = Paper()
    paper.meanings = {"囧": "\ue123", "文": "⽂"}
    paper.page().put(60, 700, "这里有一个字囧没有意义，文字。")
    draft = saved(paper, tmp_path)
    assert draft.text == "这里有一个字没有意义，文字。"
    assert [remark.arguments for remark in draft.remarks] == [(("count", "1"),), (("count", "1"),)]
    paper = Paper()
    paper.meanings = {"囧": "\ue123"}
    paper.page().put(60, 700, "囧囧囧囧字")
    with pytest.raises(Refused, match="without meaning"):
        saved(paper, tmp_path)


def raw_file(path: Path, *objects: bytes) -> Path:
    """Write a PDF of these objects, the first of which is its root, as they are."""
    body = b"".join(b"%d 0 obj\n%b\nendobj\n" % (number, each) for number, each in enumerate(objects, 1))
    path.write_bytes(b"%PDF-1.7\n" + body + b"trailer << /Size %d /Root 1 0 R >>\n%%%%EOF" % (len(objects) + 1))
    return path


ROOT = b"<< /Type /Catalog /Pages 2 0 R >>"


def test_a_truncated_file_is_refused(tmp_path: Path) -> None:
    paper = Paper()
    paper.page().put(60, 700, "机密")
    path = paper.save(tmp_path / "a.pdf")
    path.write_bytes(path.read_bytes()[:1200])
    with pytest.raises(Refused, match="damaged"):
        read(path)


def test_pages_in_a_circle_end(tmp_path: Path) -> None:
    path = raw_file(tmp_path / "a.pdf", ROOT, b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 1000 >>")
    with pytest.raises(Refused, match="damaged"):
        read(path)


def test_pages_that_are_not_there_are_not_waited_for(tmp_path: Path) -> None:
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>"
    pages = b"<< /Type /Pages /Kids [3 0 R] /Count 2000000000 >>"
    with pytest.raises(Refused, match="OCR"):
        read(raw_file(tmp_path / "a.pdf", ROOT, pages, page))


def test_a_stream_that_grows_without_end_is_cut_off(tmp_path: Path) -> None:
    packed = zlib.compress(zlib.compress(b"0 0 m " * 40_000_000))
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>"
    stream = b"<< /Filter [/FlateDecode /FlateDecode] /Length %d >> stream\n%b\nendstream" % (len(packed), packed)
    path = raw_file(tmp_path / "a.pdf", ROOT, b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page, stream)
    with closing(Isolation(seconds=0.5)) as isolation, pytest.raises(Refused, match="longer than"):
        isolation.read(PdfImporter(), path, ImportOptions(), Progress())


def test_nothing_in_a_file_is_run_or_fetched(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        address = f"http://127.0.0.1:{listener.getsockname()[1]}/"
        paper = Paper()
        paper.catalog = (
            f"/OpenAction << /S /JavaScript /JS (app.launchURL\\('{address}'\\)) >> "
            f"/AA << /WC << /S /URI /URI ({address}) >> >>"
        )
        page = paper.page()
        page.put(60, 700, "正文")
        page.extra = f"/AA << /O << /S /SubmitForm /F ({address}) >> >>"
        assert saved(paper, tmp_path).text == "正文"
        listener.settimeout(0.2)
        with pytest.raises(TimeoutError):
            listener.accept()


def test_progress_is_told_page_by_page_and_can_be_cancelled(tmp_path: Path) -> None:
    paper = Paper()
    for number in range(3):
        paper.page().put(60, 700, f"第{number}页")
    path = paper.save(tmp_path / "a.pdf")
    told: list[tuple[int, int]] = []
    list(PdfImporter().read(path, ImportOptions(), Progress(lambda done, total, name: told.append((done, total)))))
    assert told == [(0, 3), (1, 3), (2, 3)]
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        list(PdfImporter().read(path, ImportOptions(), progress))
