"""The command that prints a concordance."""

import csv
import io
import json

import pytest

from tests.library.conftest import Desk
from tests.library.test_searchcommand import run


@pytest.fixture(autouse=True)
def stocked(desk: Desk) -> None:
    desk.add_many(("甲", "政协委员。政协主席。"), ("乙 =1", "市政協主席\n𠮷"))
    desk.library.close()


def test_lines_are_aligned_and_in_order(desk: Desk) -> None:
    lines = run("concordance", desk.path, "政协").output.splitlines()
    assert [line.partition("【")[2] for line in lines[:-1]] == [
        "政协】委员。政协主席。",
        "政协】主席。\t2",
        "政協】主席 𠮷\t2",
    ]
    assert {line.index("【") for line in lines[:-1]} == {24}
    assert lines[-1] == "3 hits in 2 documents"


def test_json_and_collapsed_lines(desk: Desk) -> None:
    value = json.loads(run("concordance", desk.path, "政协", "--by", "frequency", "--collapse", "--json").output)
    assert value["total"] == 3
    assert [(line["words"], line["count"], line["after"]) for line in value["lines"]] == [
        (["主席"], 2, "主席。"),
        (["委员"], 1, "委员。政协主席。"),
    ]


def test_a_table_for_spreadsheets(desk: Desk) -> None:
    output = run("concordance", desk.path, "政协", "--sort", "left", "--csv").stdout_bytes.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(output)))
    assert len(rows) == 3
    assert {row["document"] for row in rows} == {"甲", "乙 =1"}
    assert [row["hit"] for row in rows if row["words"] == "市"] == ["政協"]
    assert run("concordance", desk.path, "政协", "--word", "4").exit_code == 2
