"""The outline on the command line."""

import json
from pathlib import Path

from click.testing import CliRunner

from library.commands import commands
from library.library import Library
from tests.library.conftest import Desk
from tests.library.test_outlines import TEXT


def run(*arguments: str) -> str:
    result = CliRunner().invoke(commands, list(arguments), prog_name="zhupi")
    assert result.exit_code == 0, result.output
    return result.stdout


def path_of(library: Library) -> str:
    return str(Path(library.path))


def test_headings_are_indented_and_missing_numbers_told(desk: Desk) -> None:
    desk.add(TEXT)
    lines = run("outline", path_of(desk.library), "简报").splitlines()
    assert [line.split("\t")[1:] for line in lines] == [
        ["section", "一、基本情况😀"],
        ["section", "  （一）白天"],
        ["section", "  （二）夜里"],
        ["section", "二、意见"],
        ["section", "四、落实"],
        ["missing", "三、"],
    ]


def test_json_gives_the_corrected_outline(desk: Desk) -> None:
    document = desk.add(TEXT)
    desk.library.outlines.remove(document.id, TEXT.index("（一）"))
    found = json.loads(run("outline", path_of(desk.library), document.id, "--json"))
    assert [row["title"] for row in found["headings"]] == ["一、基本情况😀", "（二）夜里", "二、意见", "四、落实"]
    assert [row["level"] for row in found["headings"]] == [1, 2, 1, 1]
    assert TEXT[found["missing"][0]["start"] : found["missing"][0]["end"]].strip() == "分时使用。"
