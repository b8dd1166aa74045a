"""The repairs of a document on the command line."""

import json
from pathlib import Path

from click.testing import CliRunner

from library.commands import commands
from library.mending import Mend
from tests.library.conftest import Desk
from tests.library.test_repairs import TEXT, TWICE, add, drafted


def run(*arguments: str) -> str:
    result = CliRunner().invoke(commands, list(arguments), prog_name="zhupi")
    assert result.exit_code == 0, result.output
    return result.stdout


def test_each_repair_is_told_in_its_context(desk: Desk) -> None:
    add(desk, drafted())
    rows = [line.split("\t")[1:] for line in run("repairs", str(desk.library.path), "纪事").splitlines()]
    assert rows == [
        ["join", "动统一、步调统一，各族各【— 12 —】界中的代表要坚持下去，不"],
        ["space", "散会。 会议讨论了堤防【|】的事情，大家都同意。后来"],
        ["stray", "事情，大家都同意。后来 【and】 散会了。 开头。会员"],
        ["duplicate", f"{TWICE[:12]}…{TWICE[-12:]}"],
        ["gap", "些都要由各级组织一件一件【|】二是要把办法落到实处，一"],
    ]


def test_json_tells_all_of_each_and_how_many_there_are(desk: Desk, tmp_path: Path) -> None:
    document, plain = add(desk, drafted()), desk.add(TEXT, "未修")
    told = json.loads(run("repairs", str(desk.library.path), document.id, "--json"))
    assert told["repaired"]
    assert told["counts"] == {"join": 1, "wrap": 0, "space": 1, "gap": 1, "duplicate": 1, "stray": 1}
    assert [Mend(**row) for row in told["repairs"]] == desk.library.repairs.of_document(document.id)
    only = json.loads(run("repairs", str(desk.library.path), plain.id, "--json"))
    assert (only["repaired"], only["counts"]["join"], only["counts"]["gap"]) == (False, 0, 1)
