"""A stand-in for tesseract: a small program that answers as it does, fails, or never answers."""

import os
import stat
import sys
from pathlib import Path

import pytest

needs_programs = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in for tesseract is a script")

_HEAD = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"
_PROGRAM = """#!{python}
import os, sys, time
if "--list-langs" in sys.argv:
    print("List of available languages in /somewhere/ (3):\\nchi_sim\\neng\\nosd")
    sys.exit()
picture = sys.stdin.buffer.read()
with open({log!r}, "a") as log:
    pages = [word for word in sys.argv if word.startswith("tessedit_page_number=")]
    print(sys.argv[sys.argv.index("-l") + 1], picture[:2].decode("latin-1"), len(picture), *pages, file=log)
{way}
"""
WAYS = {
    "reads": "print({table!r}.replace('甲', '甲乙丙丁戊己'[len(open({log!r}).readlines()) - 1]))",
    "fails": "sys.exit('Error: the picture is no picture')",
    "hangs": "time.sleep(600)",
}


def install(folder: Path, way: str, monkeypatch: pytest.MonkeyPatch, text: str = "甲协商民主") -> Path:
    """Put a tesseract on the path that does what `way` says; return where it logs what it is asked.

    For 甲 it reads another character on each page, lest a line be taken for a running head.
    """
    log = folder / "asked.txt"
    rows = (
        f"5\t1\t1\t1\t1\t{number + 1}\t{300 + 60 * number}\t300\t55\t60\t95.5\t{character}"
        for number, character in enumerate(text)
    )
    done = WAYS[way].format(table="\n".join((_HEAD, *rows)), log=str(log))
    program = folder / "bin" / "tesseract"
    program.parent.mkdir(exist_ok=True)
    program.write_text(_PROGRAM.format(python=sys.executable, log=str(log), way=done), encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    return log


def asked(log: Path) -> list[str]:
    """Return what the stand-in was asked."""
    return log.read_text(encoding="utf-8").splitlines() if log.exists() else []
