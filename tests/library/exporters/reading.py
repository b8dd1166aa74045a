"""What a written file says, read back by other means than those that wrote it."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable

import pypdfium2
from lxml import etree, html

from library.exporters import get
from library.exporters.base import ExportJob
from library.progress import Progress

Read = Callable[[bytes], str]
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def xml_of(data: bytes, name: str) -> etree._Element:
    """A part of a package, parsed strictly."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return etree.fromstring(package.read(name))


def written(name: str, job: ExportJob) -> bytes:
    """What a format writes."""
    file = io.BytesIO()
    get(name).write(job, file, Progress())
    return file.getvalue()


def word(data: bytes) -> str:
    parts = [xml_of(data, f"word/{name}.xml") for name in ("document", "footnotes", "comments")]
    lines = [
        "".join(_word_piece(piece) for piece in paragraph.iter(f"{_W}t", f"{_W}br", f"{_W}tab"))
        for part in parts
        for paragraph in part.iter(f"{_W}p")
    ]
    return "\n".join(lines)


def _word_piece(piece: etree._Element) -> str:
    return {f"{_W}br": "\n", f"{_W}tab": "\t"}.get(str(piece.tag)) or piece.text or ""


def excel(data: bytes) -> str:
    """All cells, a line each; the escapes of control characters are undone as Excel does it."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        sheets = [name for name in package.namelist() if name.startswith("xl/worksheets/sheet")]
    cells: list[str] = []
    for name in sheets:
        root = xml_of(data, name)
        assert not list(root.iter(f"{_S}f"))
        for cell in root.iter(f"{_S}is", f"{_S}v"):
            cells.append("".join(piece.text or "" for piece in cell.iter(f"{_S}t")) or cell.text or "")
    return "\n".join(re.sub("_x([0-9A-F]{4})_", lambda found: chr(int(found[1], 16)), cell) for cell in cells)


def page(data: bytes) -> str:
    root = html.document_fromstring(data.decode("utf-8"))
    assert not root.xpath("//script | //img | //link | //iframe | //*[@onclick]")
    return "\n".join("".join(part.itertext()) for part in root.xpath("//p | //figcaption | //aside | //h1 | //h2 | //h3"
             " | //h4 | //h5 | //h6 | //li | //div[@class='note'] | //pre | //span[@class='tag']"))  # fmt: skip


def plain(data: bytes) -> str:
    return data.decode("utf-8")


def table(data: bytes) -> str:
    rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    return "\n".join(re.sub("^'(?=[=+\\-@\t\r])", "", cell) for row in rows for cell in row)


def values(data: bytes) -> str:
    """All strings of a JSON file."""

    def strings(value: object) -> list[str]:
        if isinstance(value, dict):
            return [text for each in value.values() for text in strings(each)]
        if isinstance(value, list):
            return [text for each in value for text in strings(each)]
        return [value] if isinstance(value, str) else []

    return "\n".join(strings(json.loads(data)))


def pages(data: bytes) -> str:
    """The text of all pages, a form feed between each two; each ends with its number."""
    document = pypdfium2.PdfDocument(data)
    return "\f".join(page.get_textpage().get_text_bounded() for page in document)


READERS: dict[str, Read] = {
    "docx": word, "xlsx": excel, "html": page, "text": plain, "markdown": plain, "csv": table, "json": values,
    "w3c": values, "pdf": pages, "template:Obsidian.md.j2": plain,
}  # fmt: skip
