"""README.md and ARCHITECTURE.md say what is so."""

import os
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner

from desktop.actions import ACTIONS
from library.commands import commands
from tests.source import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
ARCHITECTURE = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
PATH = re.compile(r"(?:[\w.*-]+/)*[\w.*-]+(?:\.(?:py|md|toml|qss|ts|svg|db)|/)")


def block(name: str) -> list[str]:
    """Return the lines of the fenced block after the marker `name`."""
    found = re.search(rf"<!-- command: {name} -->\n```sh\n(.*?)```", README, re.DOTALL)
    assert found is not None, name
    return found[1].splitlines()


@pytest.mark.parametrize("name", ["start", "test"])
def test_each_command_is_one_line_that_makes_its_environment(name: str) -> None:
    (line,) = block(name)
    assert line.startswith("python3 -m venv .venv && .venv/bin/python -m pip install ")


@pytest.mark.usefixtures("qapp")  # the example that writes a PDF must not make an application of its own
def test_the_examples_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "resources").symlink_to(ROOT / "resources", target_is_directory=True)
    (tmp_path / "codebook.txt").write_text("规则\n协商\n  民主\n", encoding="utf-8")
    (tmp_path / "terms.txt").write_text("议事会 20 n\n", encoding="utf-8")
    (tmp_path / "glossary.csv").write_text("term,gloss\n议事会,council\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for line in block("examples"):
        program, *arguments = shlex.split(line)
        assert program == "zhupi"
        done = CliRunner().invoke(commands, arguments, obj=lambda _target: 0, catch_exceptions=False)
        assert done.exit_code == 0, f"{line}\n{done.stderr}"
    assert "先把话听完" in (tmp_path / "excerpts.md").read_text(encoding="utf-8")
    assert "先把话听完" in (tmp_path / "excerpts.csv").read_text(encoding="utf-8-sig")


def test_the_examples_show_every_command() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "--help"],
        capture_output=True, text=True, encoding="utf-8", check=True, env=os.environ | {"COLUMNS": "200"},
    )  # fmt: skip
    listed = re.findall(r"^  ([\w-]+)(?:  |$)", done.stdout.partition("Commands:")[2], re.MULTILINE)
    assert listed
    assert set(listed) == {line.split()[1] for line in block("examples")}


@pytest.mark.parametrize(
    "target", [link for link in re.findall(r"\]\(([^)]+)\)", README + ARCHITECTURE) if "://" not in link]
)
def test_links_lead_somewhere(target: str) -> None:
    assert (ROOT / target).exists()


def test_every_path_in_the_architecture_exists() -> None:
    named = {path for code in re.findall(r"`([^`\n]+)`", ARCHITECTURE) for path in PATH.findall(code)}
    assert len(named) > 30
    assert {path for path in named if not any(ROOT.glob(path.rstrip("/")))} == set()


def test_every_room_is_in_the_architecture() -> None:
    rooms = {
        f"{folder.relative_to(ROOT).as_posix()}/"
        for top in ("library", "desktop", "resources")
        for folder in [ROOT / top, *(ROOT / top).iterdir()]
        if folder.is_dir() and folder.name != "__pycache__" and any(item.is_file() for item in folder.rglob("*"))
    }
    assert {room for room in rooms if f"`{room}`" not in ARCHITECTURE} == set()


def test_the_keys_of_the_readme_are_those_of_the_window() -> None:
    table = README.partition("## Keyboard")[2].partition("\n\n")[2].partition("\n\n")[0]
    named = {key for row in table.splitlines()[2:] for key in row.split("|")[1].strip().split(" · ")}
    assert len(named) > 15
    assert named - {key for action in ACTIONS for key in action.keys} == set()


def test_the_menus_that_the_readme_names_are_there() -> None:
    named = re.findall(r"\*(\w+) → (.+?)\*", README)
    assert ("File", "Export highlights…") in named
    assert set(named) <= {(action.menu.capitalize(), action.text) for action in ACTIONS}


def test_the_system_libraries_of_the_checks_are_those_of_the_readme() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    needed = re.search(r"needed=\(\s*(.*?)\s*\)", script, re.DOTALL)
    assert needed is not None
    (line,) = [line for line in README.splitlines() if line.startswith("sudo apt-get install")]
    assert set(needed[1].split()) == set(line.split()[3:]) - {"python3-venv"}


def test_the_python_version_is_that_of_the_package() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    version = project["requires-python"].removeprefix(">=")
    assert f"Python {version} or newer" in README
