"""The process that fills in templates: its limits, and what is heard of it."""

import subprocess
import sys
from pathlib import Path

import pytest

from library.errors import Refused
from library.progress import Progress
from library.templates.asking import filled
from library.templates.folder import Template
from tests.library.templates.test_filling import CONTEXT


def asked(folder: Path, text: str, seconds: float = 30.0) -> str:
    (folder / "a.txt.j2").write_text(text, encoding="utf-8")
    template = Template(folder / "a.txt.j2", folder)
    return b"".join(filled(template, lambda: CONTEXT, Progress(), seconds=seconds)).decode("utf-8")


def test_text_comes_in_order_however_long(tmp_path: Path) -> None:
    text = asked(tmp_path, "{% for i in range(3000) %}{{ i }}𠮷{{ 'x' * 50 }}\n{% endfor %}{{ '\\ud800' }}")
    assert text == "".join(f"{number}𠮷{'x' * 50}\n" for number in range(3000)) + "\\ud800"


def test_one_that_does_not_end_is_ended_with_its_line(tmp_path: Path) -> None:
    text = "甲\n{% for a in range(99999) %}\n{% for b in range(99999) %}{% set c = a %}{% endfor %}{% endfor %}"
    with pytest.raises(Refused, match=r"^Line 3 of the template “a.txt.j2”: it was still at work here after 0 seconds"):
        asked(tmp_path, text, seconds=0.3)


@pytest.mark.skipif(sys.platform == "win32", reason="the system cannot be told so")
def test_one_that_fills_memory_is_refused_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"^Line 2 of the template “a.txt.j2”: this makes more than there is room for"):
        asked(tmp_path, "\n{{ 'a'|center(10**10) }}")


@pytest.mark.skipif(sys.platform == "win32", reason="the system cannot be told so")
def test_no_file_can_be_opened_where_templates_are_filled_in(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("", encoding="utf-8")
    code = "from library.templates.filler import confine; confine(); open('a')"
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False,
                          env={"PYTHONPATH": str(Path(__file__).parents[3])})  # fmt: skip
    assert "Too many open files" in done.stderr


def test_what_is_said_inside_comes_back_as_words(tmp_path: Path) -> None:
    with pytest.raises(Refused) as caught:
        asked(tmp_path, "{{ nope }}")
    reason = caught.value.arguments["reason"]
    assert isinstance(reason, Refused)
    assert (reason.message, reason.arguments) == ("there is nothing called “{word}”", {"word": "nope"})
