"""pdf: a PDF of 200 pages read as the importer reads it, beside PDFium's bare text of the same pages."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from library.importers.base import ImportOptions
from library.importers.pdf import PdfImporter
from library.progress import Progress
from tests.benchmarks.measurement import Measurement, Target
from tests.benchmarks.measuring import cpu_ms, fresh, memory_mb
from tests.benchmarks.stored import scratch_folder
from tests.paper import Paper

PAGES = 200
LINES = 36


def run(scale: float) -> Iterator[Measurement]:
    """Measure pages a second and memory, of Chinese and of English pages."""
    pages = max(round(PAGES * scale), 4)
    for script in ("Chinese", "English"):
        alone, whole = fresh("pdf:bare", script, pages), fresh("pdf:ours", script, pages)
        yield Measurement(
            "pdf",
            f"{script}: a page",
            whole["page"],
            "ms CPU",
            "PDFium’s text alone",
            alone["page"],
            Target("ratio", 5),
        )
        yield Measurement("pdf", f"{script}: pages a second", 1000 / whole["page"], "")
        yield Measurement(
            "pdf",
            f"{script}: memory",
            whole["memory"],
            "MB",
            "PDFium’s text alone",
            alone["memory"],
            Target("value", 60),
        )


def bare(script: str, pages: int) -> dict[str, float]:
    """Return what PDFium's text takes."""
    pdfium: Any = import_module("pypdfium2")

    def work(path: Path) -> None:
        file = pdfium.PdfDocument(path)
        for page in file:
            text = page.get_textpage()
            text.get_text_range()
            text.close()
            page.close()
        file.close()

    path = _paper(script, pages).save(scratch_folder("pdf") / "a.pdf")
    before = memory_mb()
    spent = cpu_ms(lambda: work(path))
    return {"page": spent / pages, "memory": memory_mb() - before}


def ours(script: str, pages: int) -> dict[str, float]:
    """Return what the importer takes."""
    import_module("library.importers.pdfmanuscript")
    path = _paper(script, pages).save(scratch_folder("pdf") / "a.pdf")
    before = memory_mb()
    spent = cpu_ms(lambda: list(PdfImporter().read(path, ImportOptions(), Progress())))
    return {"page": spent / pages, "memory": memory_mb() - before}


def _paper(script: str, pages: int) -> Paper:
    paper = Paper()
    line = "会议上的发言应当记录在案，并在下一次会议上宣读，由到会的人认可" if script == "Chinese" else (
        "What was said in the meeting is to be kept in the minutes and read in the next one"
    )  # fmt: skip
    for number in range(pages):
        page = paper.page()
        page.put(60, 810, "Annals of Meetings")
        page.put(520, 810, str(number + 1))
        page.lines(60, 780, [line] * LINES, 10, 20)
    return paper
