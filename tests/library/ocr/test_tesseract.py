"""The protocol with tesseract: found, its languages, a page read, failures, a page that takes too long, cancelling."""

import threading
from pathlib import Path

import pytest

from library.errors import Refused
from library.ocr.pictures import Shot
from library.ocr.tesseract import Tesseract, find_tesseract, get_tesseract
from library.progress import Cancelled, Progress
from tests.library.ocr.fake import asked, install, needs_programs

PICTURE = b"P5 1 1 255\n\xff"


def test_without_tesseract_it_is_said_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_tesseract() is None
    with pytest.raises(Refused, match="tesseract-ocr-chi-sim"):
        get_tesseract()


@needs_programs
def test_its_languages_are_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(tmp_path, "reads", monkeypatch)
    assert get_tesseract().languages == ("chi_sim", "eng")


def test_languages_that_are_not_there_are_refused_by_name() -> None:
    tesseract = Tesseract("tesseract", ("chi_sim", "eng", "deu"))
    assert tesseract.chosen("") == "chi_sim+eng"
    assert tesseract.chosen("deu + eng") == "deu+eng"
    assert Tesseract("tesseract", ("deu",)).chosen("") == "deu"
    with pytest.raises(Refused, match=r"“fra\+chi_tra”"):
        tesseract.chosen("fra+chi_sim+chi_tra")
    with pytest.raises(Refused, match="chi_sim"):
        Tesseract("tesseract", ()).chosen("")


@needs_programs
def test_a_page_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    log = install(tmp_path, "reads", monkeypatch)
    table = get_tesseract().read(Shot(PICTURE, 300), "chi_sim+eng", Progress())
    assert "协" in table
    assert asked(log) == [f"chi_sim+eng P5 {len(PICTURE)}"]


@needs_programs
def test_what_tesseract_says_of_its_failure_is_passed_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(tmp_path, "fails", monkeypatch)
    with pytest.raises(Refused, match="the picture is no picture"):
        get_tesseract().read(Shot(PICTURE, 300), "eng", Progress())


@needs_programs
def test_a_page_that_takes_too_long_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(tmp_path, "hangs", monkeypatch)
    with pytest.raises(Refused, match="longer than"):
        get_tesseract().read(Shot(PICTURE, 300), "eng", Progress(), seconds=0.5)


@needs_programs
def test_cancelling_ends_it_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(tmp_path, "hangs", monkeypatch)
    progress = Progress()
    tesseract = get_tesseract()
    timer = threading.Timer(0.3, progress.cancel)
    timer.start()
    with pytest.raises(Cancelled):
        tesseract.read(Shot(PICTURE, 300), "eng", progress)
    timer.join()
