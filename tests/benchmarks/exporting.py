"""export: what each format, and its preview, costs for 20,000 highlights of 1,000 documents, in its own process."""

import io
import shutil
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from statistics import median

from PySide6.QtWidgets import QApplication

from desktop.dialogs.exportpreview import PreviewPane
from desktop.exportpreviews import load, make_preview
from desktop.theme import Themes
from library.chinese.pinyin import sort_key
from library.exporters import BUILT_IN
from library.exporters.base import ExportJob, ExportOptions, ExportScope, TextExporter
from library.exporters.scope import collect
from library.exporters.template import TemplateExporter
from library.library import Library
from library.models import Document, Excerpt, Highlight, Tag, new_id
from library.progress import Progress
from library.templates.folder import find_template
from resources import path as resource
from tests.benchmarks.measurement import Measurement, Target
from tests.benchmarks.measuring import cpu_ms, fresh, memory_mb, peak_mb
from tests.benchmarks.retrieving import marked_library
from tests.benchmarks.stored import scratch_folder

FORMATS = (*BUILT_IN, TemplateExporter(find_template(resource("templates"), "Obsidian")))
DOCUMENTS = 1_000
HIGHLIGHTS = 20_000
_TEXT_SECONDS, _OTHER_SECONDS = 3, 10
PREVIEW = 200.0
"""Milliseconds of CPU until the first page is shown."""
_WHOLE = "all highlights read"
_ROUNDS = 5
_LENGTH = 3_000
_SENTENCE = "先把话说完，再把事分清；会上定了的，墙上贴出来，办到哪一步也写在墙上。"


def run(scale: float) -> Iterator[Measurement]:
    """Measure every format, then its preview."""
    count = max(round(HIGHLIGHTS * scale), 20)
    for exporter in FORMATS:
        found = fresh("exporting:measure", exporter.name, str(count))
        most = (_TEXT_SECONDS if isinstance(exporter, TextExporter | TemplateExporter) else _OTHER_SECONDS) * scale
        yield Measurement("export", exporter.name, found["seconds"], "s", target=Target("value", most))
        yield Measurement("export", f"{exporter.name}: peak memory", found["memory"], "MB more")

    yield from _previews(count)


def _previews(count: int) -> Iterator[Measurement]:
    """Measure from the choice to the page, beside what reading everything would take."""
    folder = scratch_folder("previews")
    try:
        path = marked_library(folder, count, min(DOCUMENTS, count), _LENGTH)
        for exporter in FORMATS:
            found = fresh("exporting:measure_preview", exporter.name, str(path))
            for moment in ("first", "again"):
                yield Measurement(
                    "export", f"{exporter.name}: preview, {moment}", found[moment], "ms CPU", _WHOLE, found["whole"],
                    Target("value", PREVIEW),
                )  # fmt: skip
    finally:
        shutil.rmtree(folder)


def measure_preview(name: str, path: str) -> dict[str, float]:
    """Return milliseconds for the first preview, the median of those after it, and for reading all there is.

    The first comes after what the window does when it is at rest: the code is loaded, the titles have their order.
    """
    app = QApplication([])
    themes = Themes("paper")
    themes.apply(app)
    load()
    library = Library.open(Path(path), write=False)
    for document in library.documents.all():
        sort_key(document.title)
    exporter = next(each for each in FORMATS if each.name == name)
    pane = PreviewPane(themes)
    pane.resize(700, 600)
    pane.show()
    app.processEvents()
    make = partial(make_preview, Path(path), ExportScope(), ExportOptions())
    spent: list[float] = []
    for _ in range(_ROUNDS):
        spent.append(cpu_ms(lambda: pane.show_preview(make(exporter, "paper", None))) + cpu_ms(app.processEvents))
    whole = cpu_ms(lambda: collect(library, ExportScope(), ExportOptions()))
    library.close()
    return {"first": spent[0], "again": median(spent[1:]), "whole": whole}


def measure(name: str, count: str) -> dict[str, float]:
    """Return the seconds that a format needs for `count` highlights, and by how many MB its process grows at most."""
    exporter = next(each for each in FORMATS if each.name == name)
    job = ExportJob("研究", tuple(_excerpts(int(count))), library_id=new_id())
    exporter.write(ExportJob("研究", job.excerpts[:1]), io.BytesIO(), Progress())
    before, begun = memory_mb(), time.perf_counter()
    exporter.write(job, io.BytesIO(), Progress())
    return {"seconds": time.perf_counter() - begun, "memory": max(peak_mb() - before, 0)}


def _excerpts(count: int) -> Iterator[Excerpt]:
    tags = [Tag(new_id(), f"标签{number}") for number in range(40)]
    each = max(count // DOCUMENTS, 1)
    documents = [
        Document(
            new_id(), f"议事会工作简报第{number}期", "0" * 64, 9000, issuer="街道办公室", date=f"20{10 + number % 10}"
        )
        for number in range(count // each + 1)
    ]
    for number in range(count):
        document, tag = documents[number // each], tags[number % len(tags)]
        quote = f"{number}：{_SENTENCE}{_SENTENCE}"
        start = number % each * 300
        mark = Highlight(new_id(), document.id, start, start + len(quote), quote, "上文" * 8, "下文" * 8)
        note = f"第{number}条批注，说明为什么要紧。" if number % 2 else ""
        yield Excerpt(mark, document, (tag,), (f"主题/{tag.name}",), "yellow", note, number % each + 1, ("一、缘起",))
