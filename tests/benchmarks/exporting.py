"""export: what each format costs for 20,000 highlights of 1,000 documents, in a process of its own."""

import io
import time
from collections.abc import Iterator

from library.exporters import BUILT_IN
from library.exporters.base import ExportJob, TextExporter
from library.models import Document, Excerpt, Highlight, Tag, new_id
from library.progress import Progress
from tests.benchmarks.measurement import Measurement, Target
from tests.benchmarks.measuring import fresh, memory_mb, peak_mb

DOCUMENTS = 1_000
HIGHLIGHTS = 20_000
_TEXT_SECONDS, _OTHER_SECONDS = 3, 10
_SENTENCE = "先把话说完，再把事分清；会上定了的，墙上贴出来，办到哪一步也写在墙上。"


def run(scale: float) -> Iterator[Measurement]:
    """Measure every format."""
    count = max(round(HIGHLIGHTS * scale), 20)
    for exporter in BUILT_IN:
        found = fresh("exporting:measure", exporter.name, str(count))
        most = (_TEXT_SECONDS if isinstance(exporter, TextExporter) else _OTHER_SECONDS) * scale
        yield Measurement("export", exporter.name, found["seconds"], "s", target=Target("value", most))
        yield Measurement("export", f"{exporter.name}: peak memory", found["memory"], "MB more")


def measure(name: str, count: str) -> dict[str, float]:
    """Return the seconds that a format needs for `count` highlights, and by how many MB its process grows at most."""
    exporter = next(each for each in BUILT_IN if each.name == name)
    job = ExportJob("研究", tuple(_excerpts(int(count))))
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
