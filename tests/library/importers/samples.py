"""A small file of each format, made here, with the same words in it."""

import zipfile
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

WORDS = "Alpha beta gamma"
HEADING = "Chapter one"

_PAGE = f"<html><head><title>T</title></head><body><h1>{HEADING}</h1><p>{WORDS} 𠮷😀e\u0301</p></body></html>"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_WORD = (
    f'<w:document xmlns:w="{_MAIN}"><w:body><w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:r><w:t>'
    f"{HEADING}</w:t></w:r></w:p><w:p><w:r><w:t>{WORDS} 𠮷😀e\u0301</w:t></w:r></w:p></w:body></w:document>"
)
_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_OPEN = (
    f'<o:document-content xmlns:o="{_OASIS}office:1.0" xmlns:text="{_OASIS}text:1.0"><o:body><o:text>'
    f'<text:h text:outline-level="1">{HEADING}</text:h><text:p>{WORDS} 𠮷😀e\u0301</text:p>'
    "</o:text></o:body></o:document-content>"
)
_ODT = "application/vnd.oasis.opendocument.text"
_MANIFEST = (
    f'<m:manifest xmlns:m="{_OASIS}manifest:1.0"><m:file-entry m:full-path="/" m:media-type="{_ODT}"/></m:manifest>'
)
_CONTAINER = '<container><rootfiles><rootfile full-path="b.opf"/></rootfiles></container>'
_PACKAGE = (
    '<package><metadata><title>T</title></metadata><manifest><item id="a" href="a.xhtml" '
    'media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>'
)
_PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj\n"
    b"4 0 obj<</Length 58>>stream\nBT /F 12 Tf 20 250 Td (Alpha beta gamma) Tj ET           \nendstream endobj\n"
    b"5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
)


def sample(format_name: str, folder: Path, words: str = "") -> Path:
    """Write a file of a format, with `words` in place of its own, and return its path."""
    path = folder / f"sample.{SUFFIXES[format_name]}"
    _WRITERS[format_name](path, words or WORDS)
    return path


def _text(path: Path, words: str) -> None:
    path.write_text(f"# {HEADING}\n\n{words} 𠮷😀e\u0301\n", encoding="utf-8")


def _html(path: Path, words: str) -> None:
    path.write_text(_PAGE.replace(WORDS, words), encoding="utf-8")


def _mhtml(path: Path, words: str) -> None:
    message = EmailMessage()
    message.make_related()
    message.add_related(_PAGE.replace(WORDS, words).encode(), "text", "html", params={"charset": "utf-8"})
    path.write_bytes(b"MIME-Version: 1.0\n" + bytes(message))


def _rtf(path: Path, words: str) -> None:
    path.write_text(rf"{{\rtf1\ansi\outlinelevel0 {HEADING}\par\pard {words} \u-10174?\u-8265?\par}}")


def _pdf(path: Path, words: str) -> None:
    path.write_bytes(_PDF.replace(WORDS.encode(), words.encode()))


def _packed(**parts: str) -> Callable[[Path, str], None]:
    def write(path: Path, words: str) -> None:
        with zipfile.ZipFile(path, "w") as archive:
            for name, part in parts.items():
                archive.writestr(name, part.replace(WORDS, words))

    return write


SUFFIXES = {
    "text": "txt", "markdown": "md", "html": "html", "mhtml": "mht", "docx": "docx", "odt": "odt", "rtf": "rtf",
    "epub": "epub", "pdf": "pdf", "foreign": "foreign",
}  # fmt: skip
_WRITERS: dict[str, Callable[[Path, str], None]] = {
    "text": _text,
    "markdown": _text,
    "foreign": _text,
    "html": _html,
    "mhtml": _mhtml,
    "rtf": _rtf,
    "docx": _packed(**{"[Content_Types].xml": _TYPES, "_rels/.rels": _RELATIONS, "word/document.xml": _WORD}),
    "odt": _packed(**{"content.xml": _OPEN, "META-INF/manifest.xml": _MANIFEST, "mimetype": _ODT}),
    "epub": _packed(**{"META-INF/container.xml": _CONTAINER, "b.opf": _PACKAGE, "a.xhtml": _PAGE}),
    "pdf": _pdf,
}
