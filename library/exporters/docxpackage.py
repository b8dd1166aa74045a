"""The package of a Word document: its styles by python-docx, its long parts written as they come."""

import io
import zipfile
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import IO, TYPE_CHECKING, BinaryIO

from library.exporters.docxmarkup import Manuscript, contents
from library.exporters.docxstyles import dress
from library.exporters.visible import one_line, visible
from library.exporters.wording import Wording

if TYPE_CHECKING:
    from docx.document import Document
    from docx.package import Package as Frame

_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PIECE = 1 << 20
_SECTION = (
    '<w:sectPr><w:footerReference w:type="default" r:id="{footer}"/>'
    '<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1440" w:right="1588" w:bottom="1440" w:left="1588" w:header="851" w:footer="850" w:gutter="0"/>'
    "</w:sectPr>"
)
_SEPARATORS = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
)
_PAGE_NUMBER = (
    '<w:p><w:pPr><w:pStyle w:val="Footer"/><w:jc w:val="center"/></w:pPr>'
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)
_PROPERTIES = "/extended-properties"
_PROGRAM = (
    f'{_XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>朱批 Zhupi</Application></Properties>"
)
"""The other properties (ECMA-376, part 1, 22.2); Word counts words and pages itself."""


class Package:
    """A document of A4 pages with a title; `made` is the day that it says it was made on."""

    def __init__(self, title: str, made: str, wording: Wording) -> None:
        self._title = visible(one_line(title))
        self._made = made
        self._wording = wording

    def write(self, file: BinaryIO, manuscript: Manuscript, head: str, body: IO[bytes]) -> None:
        """Write the package to `file`: `head`, the contents, then `body`, which is XML in UTF-8 as `head` is XML."""
        frame, footer = self._frame()
        parts: dict[str, Iterable[bytes]] = {
            "word/document.xml": self._document(manuscript, head, body, footer),
            "word/footnotes.xml": _part("footnotes", _SEPARATORS, _footnotes(manuscript.footnotes)),
            "word/comments.xml": _part("comments", "", manuscript.comments),
            "word/footer1.xml": _part("ftr", _PAGE_NUMBER, ()),
        }
        with (
            zipfile.ZipFile(frame) as made,
            zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=4) as target,
        ):
            for name in made.namelist():
                with target.open(_entry(name), "w", force_zip64=True) as entry:
                    for piece in parts.get(name) or (made.read(name),):
                        entry.write(piece)

    def _frame(self) -> tuple[IO[bytes], str]:
        """Return a package with styles and without content, and the id of the footer in it."""
        import docx
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part

        document = docx.Document()
        dress(document)
        _describe(document, self._title, self._made, self._wording.language)
        package = document.part.package
        if package is not None:
            _tell_program(package)
        ids: dict[str, str] = {}
        for kind, name in (("footnotes", "footnotes"), ("comments", "comments"), ("footer", "footer1")):
            part = Part(PackURI(f"/word/{name}.xml"), f"{_TYPES}.{kind}+xml", b"", package)
            ids[kind] = document.part.relate_to(part, f"{_OFFICE}/{kind}")
        frame = io.BytesIO()
        document.save(frame)
        frame.seek(0)
        return frame, ids["footer"]

    def _document(self, manuscript: Manuscript, head: str, body: IO[bytes], footer: str) -> Iterator[bytes]:
        listed = contents(manuscript.headings, self._wording.contents)
        yield f"{_XML}<w:document {_NAMESPACES}><w:body>{head}{listed}".encode()
        while piece := body.read(_PIECE):
            yield piece
        yield f"{_SECTION.format(footer=footer)}</w:body></w:document>".encode()


def _describe(document: "Document", title: str, made: str, language: str) -> None:
    """Say what the document is, whose it is and from which day."""
    properties = document.core_properties
    # what is longer than 255 characters is refused there
    properties.title = title[:255]
    properties.author = properties.last_modified_by = "朱批 Zhupi"
    properties.created = properties.modified = datetime.fromisoformat(made)
    properties.comments = ""
    properties.language = language
    properties.keywords = made


def _tell_program(package: "Frame") -> None:
    """Put what made a package in the place of what its template says, and remove the picture of that."""
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    for name, relation in list(package.rels.items()):
        if relation.reltype.endswith(("/thumbnail", _PROPERTIES)):
            del package.rels[name]
    kind = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
    package.relate_to(Part(PackURI("/docProps/app.xml"), kind, _PROGRAM.encode(), package), _OFFICE + _PROPERTIES)


def _entry(name: str) -> zipfile.ZipInfo:
    """Return an entry whose moment is the same in every export, so that the same export is the same file."""
    entry = zipfile.ZipInfo(name)
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


def _part(root: str, first: str, rest: Iterable[str]) -> Iterator[bytes]:
    yield f"{_XML}<w:{root} {_NAMESPACES}>{first}".encode()
    for piece in rest:
        yield piece.encode()
    yield f"</w:{root}>".encode()


def _footnotes(notes: Iterable[str]) -> Iterator[str]:
    mark = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
    for number, note in enumerate(notes, 1):
        paragraph = f'<w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>{mark}{note}</w:p>'
        yield f'<w:footnote w:id="{number}">{paragraph}</w:footnote>'
