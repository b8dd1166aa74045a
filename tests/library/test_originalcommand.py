"""Originals on the command line."""

import hashlib
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from library.commands import commands
from library.models import Document
from tests.library.conftest import Desk
from tests.library.test_originals import BYTES, brought_in


def run(*arguments: str) -> Result:
    return CliRunner().invoke(commands, ["original", *arguments], prog_name="zhupi")


@pytest.fixture
def document(desk: Desk, tmp_path: Path) -> Document:
    (tmp_path / "简报.txt").write_bytes(BYTES)
    return brought_in(desk.library, tmp_path / "简报.txt")


def test_it_is_written_byte_for_byte(desk: Desk, document: Document, tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    done = run(str(desk.path), document.id, "--output", str(target), "--json")
    assert json.loads(done.stdout) == {
        "id": document.id, "name": "简报.txt", "sha256": hashlib.sha256(BYTES).hexdigest(), "path": str(target),
    }  # fmt: skip
    assert target.read_bytes() == BYTES
    refused = run(str(desk.path), document.id, "--output", str(target))
    assert (refused.exit_code, "already there" in refused.stderr) == (1, True)
    assert run(str(desk.path), document.id, "--output", str(target), "--force").stdout == f"{target}\n"


def test_it_is_verified(desk: Desk, document: Document) -> None:
    sound = run(str(desk.path), document.id, "--verify")
    assert (sound.exit_code, sound.stdout) == (0, "简报.txt: as it was imported\n")
    desk.library.originals.get(document.id).write_bytes(b"y")
    changed = run(str(desk.path), document.id, "--verify", "--json")
    told = json.loads(changed.stdout)
    assert (changed.exit_code, told["original"], told["text"]) == (1, "changed", "sound")
    assert told["problems"][0] in changed.stderr
    plain = desk.add()
    none = run(str(desk.path), plain.id, "--verify")
    assert (none.exit_code, none.stdout) == (0, "城东简报: not imported from a file\n")
    assert run(str(desk.path), plain.id, "--output", str(desk.path.parent / "a")).exit_code == 1


@pytest.mark.parametrize("words", [[], ["--verify", "--output", "a"], ["--verify", "--force"], ["--force"]])
def test_what_does_not_go_together(desk: Desk, document: Document, words: list[str]) -> None:
    assert run(str(desk.path), document.id, *words).exit_code == 2
