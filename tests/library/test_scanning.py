"""Scanned pages as documents: refused without OCR, read page by page, gone on with, and found again on the page."""

from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from library.errors import Refused
from library.importers.base import ImportOptions
from library.importers.scans import is_scanned
from library.importlists import unfinished
from library.intake import import_paths, resume
from library.library import Library
from library.ocr.kept import kept_name
from library.ocr.page import ScannedPage
from library.ocr.tesseract import find_tesseract
from library.outcomes import ImportResult
from library.pagemap import map_text
from library.progress import Progress
from tests.library.ocr.fake import asked, install, needs_programs
from tests.paper import Paper
from tests.pictures import png, tiff

TEXT = "协商民主"


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    """Three pages with nothing but pictures on them."""
    printed = Paper()
    for _ in range(3):
        printed.page(300, 200).put(100, 100, TEXT, 20)
    return scanned(printed.save(tmp_path / "printed.pdf"), tmp_path / "扫描.pdf", 72)


def scanned(printed: Path, target: Path, dots: int) -> Path:
    """Write the pages of a PDF as pictures."""
    pdfium: Any = pypdfium2
    source, made = pdfium.PdfDocument(printed), pdfium.PdfDocument.new()
    for page in source:
        width, height = page.get_size()
        picture = pdfium.PdfImage.new(made)
        picture.set_bitmap(page.render(scale=dots / 72, grayscale=True))
        picture.set_matrix(pdfium.PdfMatrix().scale(width, height))
        sheet = made.new_page(width, height)
        sheet.insert_obj(picture)
        sheet.gen_content()
    made.save(target)
    return target


def brought_in(library: Library, path: Path, ocr: str | None, progress: Progress | None = None) -> ImportResult:
    return import_paths(
        [path], library.texts, lambda verb: verb(library), ImportOptions(ocr=ocr), progress or Progress()
    )


def test_pictures_are_refused_unless_they_are_to_be_read(library: Library, scan: Path) -> None:
    result = brought_in(library, scan, None)
    (refused,) = result.refused
    assert is_scanned(refused.reason)
    assert not is_scanned(Refused("Something else."))


def test_without_tesseract_the_reason_says_what_to_install(
    library: Library, scan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    (refused,) = brought_in(library, scan, "").refused
    assert "tesseract-ocr" in str(refused.reason)


@needs_programs
def test_the_pages_are_read_one_by_one(
    library: Library, scan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = install(tmp_path, "reads", monkeypatch)
    told: list[tuple[int, int]] = []
    result = brought_in(library, scan, "chi_sim", Progress(lambda done, total, _: told.append((done, total))))
    (imported,) = result.imported
    assert any("OCR" in str(remark) for remark in imported.remarks)
    assert [row.split()[0] for row in asked(log)] == ["chi_sim"] * 3
    assert {(0, 3), (1, 3), (2, 3)} <= set(told)
    document = library.documents.get(imported.id)
    assert document.format == "pdf"
    text = library.documents.text(document.id)
    assert text.text().startswith(f"甲{TEXT}")
    text.close()
    assert [span.number for span in library.documents.pages(document.id).spans] == [1, 2, 3]


@needs_programs
def test_what_was_read_is_found_again_on_its_page(
    library: Library, scan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path, "reads", monkeypatch)
    (imported,) = brought_in(library, scan, "chi_sim").imported
    document = library.documents.get(imported.id)
    kept = library.texts.find_derived(document.original_sha, kept_name(0))
    assert kept is not None
    text = library.documents.text(document.id)
    found = map_text(ScannedPage((300, 200), kept.decode()), library.documents.pages(document.id).of(1), text.slice)
    text.close()
    (box,) = found.boxes(1, 3)
    assert (box.left, box.right) == (pytest.approx(85.2, abs=2), pytest.approx(115, abs=2))
    assert found.offset_at(100, 80) in (1, 2)


@needs_programs
def test_what_was_cancelled_goes_on_with_the_pages_that_are_left(
    library: Library, scan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = install(tmp_path, "reads", monkeypatch)

    def stop(done: int, total: int, _: str) -> None:
        if len(asked(log)) == 2 and (done, total) == (2, 3):
            progress.cancel()

    progress = Progress(stop)
    result = brought_in(library, scan, "chi_sim", progress)
    assert result.cancelled
    assert not result.imported
    assert len(asked(log)) == 2
    (work,) = unfinished(library.texts.imports_path)
    assert resume(work, library.texts, lambda verb: verb(library), Progress()).imported
    assert len(asked(log)) == 3


@needs_programs
def test_where_no_page_can_be_read_the_file_is_refused(
    library: Library, scan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path, "fails", monkeypatch)
    (refused,) = brought_in(library, scan, "chi_sim").refused
    assert "the picture is no picture" in str(refused.reason)


@needs_programs
def test_pictures_are_read_too_a_tiff_page_by_page(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = install(tmp_path, "reads", monkeypatch)
    (tmp_path / "一页.png").write_bytes(png(600, 400, dots=300))
    (tmp_path / "两页.tiff").write_bytes(tiff((60, 40), (50, 30)))
    for name in ("一页.png", "两页.tiff"):
        (refused,) = brought_in(library, tmp_path / name, None).refused
        assert is_scanned(refused.reason)
        (imported,) = brought_in(library, tmp_path / name, "eng").imported
        assert library.documents.get(imported.id).format == "picture"
    assert [row.split()[3:] for row in asked(log)] == [[], ["tessedit_page_number=0"], ["tessedit_page_number=1"]]
    assert [span.number for span in library.documents.pages(imported.id).spans] == [1, 2]


@pytest.mark.skipif(find_tesseract() is None, reason="tesseract is not installed")
def test_tesseract_itself_is_understood(library: Library, scan: Path) -> None:
    """The print of the test's own font is squares: what is read is not looked at, only that it is read."""
    result = brought_in(library, scan, "")
    assert not result.refused or "pictures of pages" not in str(result.refused[0].reason)
