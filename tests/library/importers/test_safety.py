"""Files that mean harm: nothing is asked of the network, nothing outside is read or written, and nothing hangs."""

import socket
import threading
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.request import urlopen

import pytest

from library.errors import LibraryError
from library.importers import BUILT_IN
from library.importers.archive import open_archive
from library.importers.base import ImportOptions, load_importers
from library.importers.isolation import Isolation
from library.importers.members import members
from library.importers.recognition import recognise
from library.models import Draft
from library.progress import Progress

SECRET = "the secret of this machine"


class Listener:
    """A server on this machine that counts who comes."""

    def __init__(self) -> None:
        self.visits = 0
        self._server = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._server.getsockname()[1]
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        while True:
            try:
                visitor, _ = self._server.accept()
            except OSError:
                return
            self.visits += 1
            with visitor:
                visitor.sendall(b"HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n")

    def close(self) -> None:
        self._server.close()


@pytest.fixture(scope="module")
def listener() -> Iterator[Listener]:
    with closing(Listener()) as listener:
        with urlopen(f"http://127.0.0.1:{listener.port}/"):
            pass
        assert listener.visits == 1, "it notices a visit"
        yield listener


@pytest.fixture(scope="module")
def isolation() -> Iterator[Isolation]:
    with closing(Isolation()) as isolation:
        yield isolation


def read(isolation: Isolation, path: Path) -> list[Draft]:
    importer = recognise(path, load_importers(BUILT_IN))
    assert importer is not None
    return isolation.read(importer, path, ImportOptions(), Progress())


def packed(path: Path, **parts: str) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return path


def doctype(address: str, secret: str) -> str:
    return (
        f'<!DOCTYPE x SYSTEM "{address}/x.dtd" [<!ENTITY e SYSTEM "file://{secret}"><!ENTITY n SYSTEM "{address}/n">'
        f'<!ENTITY % p SYSTEM "{address}/p">%p;]>'
    )


def hostile(kind: str, folder: Path, address: str, secret: str) -> Path:
    """Write a file of a kind that refers to whatever it can refer to."""
    share = f"\\\\{address.removeprefix('http://')}\\share"
    head = f'<link rel="stylesheet" href="{address}/c"><script src="{address}/s"></script><base href="{address}/b/">'
    inner = (
        f'<style>@import "{address}/i"</style><meta http-equiv="refresh" content="0;{address}/r"><p>kept</p>'
        f'<img src="{address}/p" srcset="{address}/q 2x"/><img src="file://{secret}"/><img src="{share}"/>'
        f'<iframe src="{address}/f"></iframe><object data="{address}/o"></object><embed src="file://{secret}"/>'
        f'<x:include xmlns:x="http://www.w3.org/2001/XInclude" href="{secret}" parse="text"/>&e;&n;'
    )
    dtd = doctype(address, secret)
    word = f'{dtd}<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>kept&e;&n;</w:t></w:r></w:p></w:body></w:document>'
    relations = "".join(
        f'<Relationship Id="{kind}" Type="x/{kind}" TargetMode="External" Target="{target}"/>'
        for kind in ("image", "attachedTemplate", "oleObject", "styles", "footnotes", "aFChunk")
        for target in (f"{address}/{kind}", f"file://{secret}")
    )
    package = (
        '<package><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/><item id="b" '
        f'href="{address}/b" media-type="application/xhtml+xml"/><item id="c" href="../../../..{secret}" '
        'media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/><itemref idref="b"/>'
        '<itemref idref="c"/></spine></package>'
    )
    match kind:
        case "html":
            (folder / "a.html").write_text(f"<html><head>{head}</head><body>{inner}</body></html>")
        case "xhtml":
            text = f'<?xml version="1.0"?>{dtd.replace("DOCTYPE x", "DOCTYPE html")}<html><body>{inner}</body></html>'
            (folder / "a.xhtml").write_text(text)
        case "mht":
            top = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n"
            outside = f'--b\nContent-Type: message/external-body; access-type=URL; URL="{address}/m"\n\n--b--'
            (folder / "a.mht").write_text(f"{top}Content-Location: {address}/\n\n{head}{inner}\n{outside}")
        case "docx":
            parts = {"[Content_Types].xml": f"{dtd}<Types/>", "word/document.xml": word}
            packed(folder / "a.docx", **parts, **{"word/_rels/document.xml.rels": f"{dtd}<R>{relations}</R>"})
        case "odt":
            text = (
                f'{dtd}<o:d xmlns:o="o" xmlns:text="t" xmlns:draw="d" xmlns:xlink="x"><text:p>kept&e;&n;</text:p>'
                f'<text:section-source xlink:href="{address}/s"/><draw:image xlink:href="file://{secret}"/></o:d>'
            )
            packed(folder / "a.odt", **{"content.xml": text, "META-INF/manifest.xml": dtd, "styles.xml": f"{dtd}<s/>"})
        case "epub":
            root = f'{dtd}<c><rootfile full-path="b.opf"/></c>'
            parts = {"META-INF/container.xml": root, "b.opf": f"{dtd}{package}"}
            packed(folder / "a.epub", **parts, **{"a.xhtml": f"{dtd}<html><body>{inner}</body></html>"})
        case _:
            (folder / "a.rtf").write_text(
                rf'{{\rtf1{{\*\template {address}/t}} kept{{\field{{\*\fldinst INCLUDEPICTURE "{address}/p" \\d}}'
                rf'{{\fldrslt }}}}{{\field{{\*\fldinst INCLUDETEXT "{secret}"}}{{\fldrslt }}}}'
                rf"{{\object\objautlink\objupdate{{\*\objdata 0105}}{{\result }}}}{{\*\datastore {share}}}}}"
            )
    return next(folder.glob("a.*"))


@pytest.mark.parametrize("kind", ["html", "xhtml", "mht", "docx", "odt", "epub", "rtf"])
def test_nothing_is_asked_for(kind: str, tmp_path: Path, listener: Listener, isolation: Isolation) -> None:
    (tmp_path / "secret.txt").write_text(SECRET)
    visits = listener.visits
    path = hostile(kind, tmp_path, f"http://127.0.0.1:{listener.port}", str(tmp_path / "secret.txt"))
    (draft,) = read(isolation, path)
    assert "kept" in draft.text
    assert SECRET not in draft.text
    assert listener.visits == visits


def deep(kind: str, folder: Path) -> Path:
    """Write a file of a kind that nests very deep."""
    levels = 30_000
    match kind:
        case "docx":
            text = "<w:p><w:r><w:t>kept</w:t></w:r></w:p>" + "<w:tbl><w:tr><w:tc>" * levels
            document = f'<w:document xmlns:w="w">{text}{"</w:tc></w:tr></w:tbl>" * levels}</w:document>'
            return packed(folder / "a.docx", **{"[Content_Types].xml": "<x/>", "word/document.xml": document})
        case "odt":
            nested = "<text:list><text:list-item>" * levels + "</text:list-item></text:list>" * levels
            text = f'<o:d xmlns:o="o" xmlns:text="t"><text:p>kept</text:p>{nested}</o:d>'
            return packed(folder / "a.odt", **{"content.xml": text, "META-INF/manifest.xml": "<x/>"})
        case "rtf":
            (folder / "a.rtf").write_text("{\\rtf1 kept" + "{\\b " * levels + "}" * levels + "}")
        case "table":
            (folder / "a.html").write_text("kept" + "<table><tr><td>" * levels)
        case "list":
            (folder / "a.html").write_text("kept" + "<ol reversed><li>" * levels)
        case _:
            (folder / "a.html").write_text("kept" + "<b><i>" * levels)
    return next(folder.glob("a.*"))


@pytest.mark.parametrize("kind", ["docx", "odt", "rtf", "table", "list", "inline"])
def test_what_nests_very_deep_is_read(kind: str, tmp_path: Path, isolation: Isolation) -> None:
    (draft,) = read(isolation, deep(kind, tmp_path))
    assert draft.text.startswith("kept")


@pytest.mark.parametrize(
    "page",
    [
        '<p title="' + "x" * 5_000_000 + '">kept</p>',
        "<p " + " ".join(f"a{number}=1" for number in range(200_000)) + ">kept</p>",
        "kept" + "<p>" * 100_000,
        "kept" + "<" * 200_000,
        "kept<!--" + "-" * 1_000_000,
        "kept" + "&#" * 500_000,
        "kept" + "<a href='#" * 20_000,
        "<p>kept\0\0</p>",
    ],
    ids=["attribute", "attributes", "elements", "brackets", "comment", "references", "quotes", "nul"],
)
def test_pages_out_of_measure(page: str, tmp_path: Path, isolation: Isolation) -> None:
    (tmp_path / "a.html").write_text(page)
    (draft,) = read(isolation, tmp_path / "a.html")
    assert draft.text.startswith("kept")
    assert "\0" not in draft.text


def test_names_in_archives_become_no_paths(tmp_path: Path) -> None:
    names = [
        "../../evil.txt",
        "/etc/evil.txt",
        "C:\\evil.txt",
        "a/A.txt",
        "a/a.txt",
        "x" * 300 + ".txt",
        "\u202etxt.exe.txt",
    ]
    path = packed(tmp_path / "a.zip", **dict.fromkeys(names, "words"))
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(link, "/etc/passwd")
        archive.writestr("inner.zip", path.read_bytes())
    (tmp_path / "out").mkdir()
    found: dict[str, str] = {}
    with open_archive(path) as archive:
        for member in members(archive, tmp_path / "out"):
            if member.path:
                assert member.path.parent == tmp_path / "out"
                assert member.path.read_text() == "words"
            found[member.name] = "" if member.reason is None else str(member.reason)
    assert [name for name, reason in found.items() if reason] == ["inner.zip", "link.txt"]
    assert len(found) == len(names) + 2
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a.zip", "out"]


def test_a_file_that_vanishes_or_cannot_be_read(tmp_path: Path, isolation: Isolation) -> None:
    importer = load_importers(BUILT_IN).named("html")
    assert importer is not None
    (tmp_path / "a.html").mkdir()
    for path in (tmp_path / "a.html", tmp_path / "none.html"):
        with pytest.raises((OSError, LibraryError)):
            isolation.read(importer, path, ImportOptions(), Progress())
