"""What `import --json` tells of archives."""

import json
import zipfile
from pathlib import Path

from click.testing import CliRunner

from library.commands import commands


def test_an_archive_stands_once_with_what_became_of_its_files(tmp_path: Path) -> None:
    mixed, bad = tmp_path / "卷 𠮷.zip", tmp_path / "bad.zip"
    with zipfile.ZipFile(mixed, "w") as archive:
        archive.writestr("一/甲.txt", "议事会工作简报\n\n先把话听完。\n")
        archive.writestr("乙.txt", "议事会工作简报\n\n先把话听完。\n")
        archive.writestr("丙.caj", b"CAJ\0\1\2")
    with zipfile.ZipFile(bad, "w") as archive:
        archive.writestr("丁.caj", b"CAJ\0\1\2")
    (tmp_path / "戊.txt").write_text("另一篇\n", encoding="utf-8")
    paths = [str(path) for path in (mixed, bad, tmp_path / "戊.txt")]
    done = CliRunner().invoke(commands, ["import", str(tmp_path / "a.zhupi"), *paths, "--json"])
    told = json.loads(done.stdout)
    assert done.exit_code == 1
    assert [row["path"] for row in told["imported"]] == [paths[2], paths[0]]
    members = told["imported"][1]["members"]
    assert {kind: [Path(row["path"]).name for row in rows] for kind, rows in members.items()} == {
        "imported": ["甲.txt"], "duplicates": ["乙.txt"], "refused": ["丙.caj"],
    }  # fmt: skip
    assert all(row["path"].startswith(f"{paths[0]}/") for rows in members.values() for row in rows)
    (refused,) = told["refused"]
    assert (refused["path"], bool(refused["reason"])) == (paths[1], True)
    assert [Path(row["path"]).name for row in refused["members"]["refused"]] == ["丁.caj"]
    assert told["duplicates"] == []
