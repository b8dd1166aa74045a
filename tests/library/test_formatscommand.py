"""The command that lists the formats."""

import json

from click.testing import CliRunner

from library.commands import commands


def test_what_is_read_and_written() -> None:
    value = json.loads(CliRunner().invoke(commands, ["formats", "--json"]).output)
    read = {each["name"]: each["suffixes"] for each in value["import"]}
    assert ".docx" in read["docx"]
    assert set(read) >= {"text", "markdown", "html", "docx", "odt", "rtf", "epub", "zip", "folder"}
    assert {"name": "csv", "suffix": ".csv"} in value["export"]
    refused = {suffix: each["advice"] for each in value["refused"] for suffix in each["suffixes"]}
    assert "CAJViewer" in refused[".caj"]
    assert {".doc", ".mobi", ".ofd"} <= set(refused)
    written = {each["name"]: each["written"] for each in value["bibliography"]}
    assert written == {"ris": True, "bibtex": True, "csl-json": True, "endnote": False}


def test_the_list_for_people() -> None:
    output = CliRunner().invoke(commands, ["formats"]).output
    for line in ("import\tepub\t.epub", "import\tzip\t.zip", "bibliography\tris\t.ris\tRIS", "export\tcsv\t.csv"):
        assert line in output
    assert "refused\tmobi\t.mobi .azw .azw3 .azw4 .kfx .prc .pdb\tThis is a Kindle book" in output
