"""What a file is, by what is in it, whatever its name says; and what is refused, with advice."""

import zipfile
from pathlib import Path

import pytest

from library.errors import Refused
from library.importers import BUILT_IN
from library.importers.base import ImportOptions, load_importers
from library.importers.recognition import importer_for, is_archive, recognise
from library.progress import Progress

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
PAGE = b"<!DOCTYPE html><html><p>x</p></html>"


def named(path: Path) -> str | None:
    importer = recognise(path, load_importers(BUILT_IN))
    return None if importer is None else importer.name


def packed(path: Path, *names: str, said: str = "") -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        if said:
            archive.writestr("mimetype", said)
        for name in names:
            archive.writestr(name, "<x/>")
    return path


@pytest.mark.parametrize(
    ("name", "data", "format_name"),
    [
        ("a.doc", b"{\\rtf1 x}", "rtf"),
        ("a.docx", b"{\\rtf1 x}", "rtf"),
        ("a.doc", PAGE, "html"),
        ("a.docx", "会议由主席主持。".encode("gbk"), "text"),
        ("a.epub", bytes(range(250, 0, -1)) * 9, "epub"),
        ("a.pdf", b"\n%PDF-1.4 text", "pdf"),
        ("a.fodt", b"<?xm1 version='1.0'?>\n<office:document>", "odt"),
        ("a.docx", b"<html xmlns:w='x'><body>x", "html"),
        ("a.txt", "<html><p>汉".encode("utf-16"), "html"),
        ("a", b"\xef\xbb\xbf<!-- saved from url -->\r\n<HTML>", "html"),
        ("a.xml", b"<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'/>", "html"),
        ("a.doc", b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n", "mhtml"),
        ("a.html", b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n", "mhtml"),
        ("a.md", b"<html> in Markdown", "markdown"),
        ("a.txt", b"x < y", "text"),
        ("a.unknown", b"words", None),
    ],
)
def test_content_counts_for_more_than_the_name(tmp_path: Path, name: str, data: bytes, format_name: str | None) -> None:
    (tmp_path / name).write_bytes(data)
    assert named(tmp_path / name) == format_name


@pytest.mark.parametrize(
    ("name", "names", "said", "format_name"),
    [
        ("a.odt", ("[Content_Types].xml", "word/document.xml"), "", "docx"),
        ("a.zip", ("[Content_Types].xml", "word/document2.xml"), "", "docx"),
        ("a.docx", ("content.xml",), "application/vnd.oasis.opendocument.text", "odt"),
        ("a.docx", ("META-INF/container.xml", "x.opf"), "application/epub+zip", "epub"),
        ("a", ("META-INF/container.xml",), "", "epub"),
        ("a.docx", ("nothing",), "", "docx"),
    ],
)
def test_packed_documents(tmp_path: Path, name: str, names: tuple[str, ...], said: str, format_name: str) -> None:
    path = packed(tmp_path / name, *names, said=said)
    assert named(path) == format_name
    assert not is_archive(path)


def test_an_archive_of_files(tmp_path: Path) -> None:
    assert is_archive(packed(tmp_path / "a.zip", "word/notes.txt", "xl/b.md"))


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.doc", OLE + "WordDocument".encode("utf-16-le"), "WPS or LibreOffice"),
        ("a.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
        ("a.xls", OLE + "Workbook".encode("utf-16-le"), "spreadsheet"),
        ("a.ppt", OLE + "PowerPoint Document".encode("utf-16-le"), "slides"),
        ("a.msg", OLE + "__substg1.0_001A001E".encode("utf-16-le"), "Outlook"),
        ("a.wps", b"\x00\x01binary\x00", "WPS"),
        ("a.caj", b"CAJ\0\1\0", "CAJViewer"),
        ("a.pdf", b"HN\0\0", "CAJViewer"),
        ("a.kdh", b"KDH \0\0", "CAJViewer"),
        ("a.kdh", b"KDH 2.00", "CAJViewer"),
        ("a.nh", b"\1\2\0\3", "CAJViewer"),
        ("a.azw3", bytes(60) + b"BOOKMOBI" + bytes(500), "calibre"),
        ("a.epub", bytes(60) + b"BOOKMOBI" + bytes(500), "calibre"),
        ("a.kfx", b"\xeaDRMION\xee\0", "calibre"),
        ("a.fb2", b"<?xml version='1.0'?><FictionBook>", "calibre"),
        ("a.chm", b"ITSF\x03\0", "7-Zip"),
        ("a.html", b"\x89PNG\r\n\x1a\n\0", "picture"),
        ("a.heic", b"\0\0\0\x18ftypheic", "picture"),
        ("a.rar", b"Rar!\x1a\x07\0", "RAR"),
        ("a.docx", b"7z\xbc\xaf\x27\x1c\0", "7z"),
        ("a.xml", b"<?xml version='1.0'?><?mso-application progid='Word.Document'?>", "DOCX"),
        ("a.xml", b"<?xml version='1.0'?><TEI><p>x</p></TEI>", "HTML or plain text"),
        ("a.svg", b"<svg xmlns='x'>", "picture"),
        ("a.webarchive", b"bplist00\1\0", "HTML"),
        ("a.ps", b"%!PS-Adobe-3.0", "PDF"),
    ],
)
def test_refused_with_advice(tmp_path: Path, name: str, data: bytes, words: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(Refused, match=words):
        named(tmp_path / name)


@pytest.mark.parametrize(
    ("name", "words"),
    [("a.nh", "CAJViewer"), ("a.KDH", "CAJViewer"), ("a.ofd", "OFD"), ("a.wps", "WPS"), ("a.doc", "DOCX")],
)
def test_what_a_folder_holds_is_refused_with_advice_by_its_name(tmp_path: Path, name: str, words: str) -> None:
    (tmp_path / name).write_bytes(b"plain bytes")
    with pytest.raises(Refused, match=words):
        importer_for(tmp_path / name, load_importers(BUILT_IN), named=False)
    assert importer_for(tmp_path / name, load_importers(BUILT_IN), named=True).name == "text"


@pytest.mark.parametrize(
    ("names", "said", "words"),
    [
        (("[Content_Types].xml", "xl/workbook.xml"), "", "spreadsheet"),
        (("[Content_Types].xml", "ppt/presentation.xml"), "", "slides"),
        (("content.xml",), "application/vnd.oasis.opendocument.spreadsheet", "spreadsheet"),
        (("OFD.xml",), "", "OFD"),
        (("Index/Document.iwa",), "", "Pages"),
    ],
)
@pytest.mark.parametrize("name", ["a.zip", "a.docx", "a.xlsx"])
def test_packed_files_are_refused_with_advice(
    tmp_path: Path, name: str, names: tuple[str, ...], said: str, words: str
) -> None:
    with pytest.raises(Refused, match=words):
        named(packed(tmp_path / name, *names, said=said))


def test_what_is_said_of_a_text_whose_name_says_another_format(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_text("会议由主席主持。", encoding="utf-8")
    (draft,) = importer_for(path, load_importers(BUILT_IN), named=False).read(path, ImportOptions(), Progress())
    assert [str(remark) for remark in draft.remarks] == [
        "The name of this file ends in .docx, but it is plain text and was read as that."
    ]
