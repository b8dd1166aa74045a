"""formats: how fast each importer reads and how much memory it takes, on files of 1 and 50 MB, beside a peer."""

import shutil
import time
import zipfile
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any, cast

from library.importers import BUILT_IN
from library.importers.base import ImportOptions, load_importers
from library.progress import Progress
from tests.benchmarks.measurement import Measurement, Target
from tests.benchmarks.measuring import fresh, memory_mb, peak_mb
from tests.benchmarks.stored import scratch_folder
from tests.benchmarks.texts import text_file
from tests.library.importers.samples import SUFFIXES, sample

SIZES = (1, 50)
"""Megabytes of text with its markup, unpacked."""

SLOW_PEER = 1
"""Megabytes above which peers are not asked: some of them take minutes."""

SECONDS = 20
PEERS = {"text": "", "markdown": "", "html": "lxml", "docx": "mammoth", "odt": "odfdo", "rtf": "striprtf"}
"""What is measured beside each format; nothing stands for reading and decoding the bytes."""

_PARAGRAPHS: dict[str, tuple[str, str]] = {
    "html": ("<p>", "</p>"),
    "mhtml": ("<p>", "</p>"),
    "epub": ("<p>", "</p>"),
    "docx": ('<w:p><w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t>', "</w:t></w:r></w:p>"),
    "odt": ("<text:p>", "</text:p>"),
    "rtf": (r"\pard\plain\loch\f0\hich\af0\dbch\f13 ", "\\par\n"),
}


def run(scale: float) -> Iterator[Measurement]:
    """Measure each importer on a file of each size, in a process of its own."""
    for name in (importer.name for importer in BUILT_IN if importer.name != "pdf"):
        for size in SIZES:
            yield from _measured(name, size, round(size * scale * 1_000_000))


def _measured(name: str, size: int, length: int) -> Iterator[Measurement]:
    folder = scratch_folder("formats")
    try:
        path, unpacked = _file(name, folder, length)
        found = fresh("formats:measure", name, str(path))
        peer = PEERS.get(name)
        asked = peer is not None and (not peer or (size <= SLOW_PEER and find_spec(peer) is not None))
        reference = fresh("formats:measure_peer", name, str(path)) if asked else None
    finally:
        shutil.rmtree(folder)
    speed = unpacked / 1e6
    yield Measurement(
        "formats",
        f"{name}, {size} MB",
        speed / found["seconds"],
        "MB/s",
        (peer or "reading the bytes") if reference else "",
        speed / reference["seconds"] if reference else None,
        Target("value", size / SECONDS, at_most=False),
    )
    target = Target("value", 3000)
    yield Measurement("formats", f"{name}, {size} MB: peak memory", found["memory"], "MB more", target=target)


def measure(name: str, path: str) -> dict[str, float]:
    """Return the seconds that an importer needs for a file, and by how many MB its process grows at most."""
    importer = load_importers(BUILT_IN).named(name)
    assert importer is not None
    return _timed(lambda: list(importer.read(Path(path), ImportOptions(whole_page=True), Progress())))


def measure_peer(name: str, path: str) -> dict[str, float]:
    """Return the same for what else reads the format."""
    return _timed(lambda: _PEERS[name](path))


def _timed(work: Callable[[], object]) -> dict[str, float]:
    before, start = memory_mb(), time.perf_counter()
    work()
    seconds = time.perf_counter() - start
    return {"seconds": seconds, "memory": max(peak_mb() - before, 0.0)}


def _file(name: str, folder: Path, length: int) -> tuple[Path, int]:
    """Write a file with about `length` bytes of text and markup; return it and how large it is, unpacked."""
    words = _words(name, length)
    path = sample(name, folder, words)
    if SUFFIXES[name] not in {"docx", "odt", "epub"}:
        return path, path.stat().st_size
    with zipfile.ZipFile(path) as archive:
        parts = {entry.filename: archive.read(entry) for entry in archive.infolist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for part, data in parts.items():
            archive.writestr(part, data)
    return path, sum(map(len, parts.values()))


def _words(name: str, length: int) -> str:
    """Return paragraphs of about `length` bytes, set in the markup of a format."""
    before, after = _PARAGRAPHS.get(name, ("", "\n"))
    lines = text_file(max(length // 3, 1000)).read_text(encoding="utf-8").split("\n")
    pieces: list[str] = []
    size = 0
    for line in lines:
        for start in range(0, len(line), 200):
            inner = line[start : start + 200]
            written = _rich(inner) if name == "rtf" else inner
            pieces.append(written)
            size += len(written.encode()) + len(before) + len(after)
            if size >= length:
                return f"{after}{before}".join(pieces)
    return f"{after}{before}".join(pieces)


def _rich(words: str) -> str:
    """Return words as Word writes them in rich text."""
    return "".join(f"\\'{byte:02x}" for byte in words.encode("gb18030"))


def _read_odt(path: str) -> str:
    from odfdo import Document  # pyright: ignore[reportMissingImports, reportUnknownVariableType]

    return cast(str, Document(path).get_formatted_text())  # pyright: ignore[reportUnknownMemberType]


def _read_docx(path: str) -> object:
    import mammoth  # pyright: ignore[reportMissingImports, reportMissingTypeStubs]

    with Path(path).open("rb") as file:
        found: Any = mammoth.extract_raw_text(file)  # pyright: ignore[reportUnknownMemberType]
    return found.value


def _read_rtf(path: str) -> object:
    from striprtf.striprtf import rtf_to_text  # pyright: ignore[reportMissingImports, reportUnknownVariableType]

    return cast(str, rtf_to_text(Path(path).read_text(encoding="latin-1"), errors="replace"))


def _read_html(path: str) -> object:
    from lxml import html

    return html.document_fromstring(Path(path).read_bytes()).text_content()


_PEERS: dict[str, Callable[[str], object]] = {
    "text": lambda path: Path(path).read_bytes().decode(),
    "markdown": lambda path: Path(path).read_bytes().decode(),
    "html": _read_html,
    "docx": _read_docx,
    "odt": _read_odt,
    "rtf": _read_rtf,
}
