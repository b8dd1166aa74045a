"""The excerpts command: questions put together of options, kept under a name and asked again."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from library.commands import commands
from tests.library.conftest import Desk


@pytest.fixture
def path(desk: Desk) -> Path:
    library = desk.library
    first, second = desk.mark((0, 3), (3, 5), tags=("主题/协商",))
    library.tags.apply([second.id], [library.tags.add_path("人物").id])
    library.highlights.star([first.id])
    library.notes.write("highlight", second.id, "批𠮷")
    library.speakers.set(first.document_id, 0, 3, "柳三")
    library.close()
    return desk.path


def run(*arguments: object) -> Result:
    return CliRunner().invoke(commands, [str(argument) for argument in arguments])


def quotes(result: Result) -> list[str]:
    assert result.exit_code == 0, result.stderr
    return [row["quote"] for row in json.loads(result.output)]


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ((), ["𠮷祥里", "的墙"]),
        (("--tag", "主题"), ["𠮷祥里", "的墙"]),
        (("--tag", "主题", "--no-tag", "人物"), ["𠮷祥里"]),
        (("--any-tag", "人物"), ["的墙"]),
        (("--near-tag", "人物"), ["𠮷祥里"]),
        (("--near-tag", "人物", "--within", "0"), ["𠮷祥里"]),
        (("--untagged",), []),
        (("--starred",), ["𠮷祥里"]),
        (("--noted", "--text", "𠮷"), ["的墙"]),
        (("--document", "城东", "--color", "yellow"), ["𠮷祥里", "的墙"]),
        (("--until", "2017"), []),
        (("--speaker", "柳"), ["𠮷祥里"]),
        (("--speaker", "柳三", "--speaker", "白草"), ["𠮷祥里"]),
        (("--speaker", "白草"), []),
    ],
)
def test_what_is_asked_for(path: Path, options: tuple[str, ...], found: list[str]) -> None:
    assert quotes(run("excerpts", path, *options, "--json")) == found


def test_a_question_is_kept_and_asked_again(path: Path) -> None:
    run("excerpts", path, "--tag", "主题", "--no-tag", "人物", "--save", "只协商")
    assert quotes(run("excerpts", path, "--saved", "只协商", "--json")) == ["𠮷祥里"]
    assert run("excerpts", path, "--saved", "别的").exit_code == 1
    run("undo", path)
    assert run("excerpts", path, "--saved", "只协商").exit_code == 1


def test_what_cannot_be_is_explained(path: Path) -> None:
    for options in (
        ("--tag", "无"),
        ("--untagged", "--tag", "主题"),
        ("--collection", "无"),
        ("--since", "2", "--until", "1"),
    ):
        result = run("excerpts", path, *options)
        assert result.exit_code == 1
        assert result.stderr.startswith("Error: ")
