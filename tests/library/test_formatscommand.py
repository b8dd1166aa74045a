"""The command that lists the formats."""

import json

from click.testing import CliRunner

from library.commands import commands


def test_what_is_read_and_written() -> None:
    value = json.loads(CliRunner().invoke(commands, ["formats", "--json"]).output)
    read = {each["name"]: each["suffixes"] for each in value["import"]}
    assert ".docx" in read["docx"]
    assert set(read) >= {"text", "markdown", "html", "docx", "odt", "rtf", "epub"}
    assert {"name": "csv", "suffix": ".csv"} in value["export"]
    assert "import\tepub\t.epub" in CliRunner().invoke(commands, ["formats"]).output
