"""The commands that read and write bibliographies."""

from pathlib import Path

import pytest

from tests.library.test_commands import Done, run_in_process

BIB = "@book{fei1948, title={把先听完}, author={费孝通}, year=1948}\n@book{x, title={没有}}\n@book{bad, title={}}\n"


def run(*arguments: object, code: int = 0) -> Done:
    done = run_in_process(*arguments)
    assert done.code == code, done
    return done


@pytest.fixture
def library(tmp_path: Path) -> Path:
    (tmp_path / "把先听完.txt").write_text("一些正文", encoding="utf-8")
    path = tmp_path / "库"
    run("import", path, tmp_path / "把先听完.txt")
    run("document", path, "一些正文", "--set", "title=把先听完", "--set", "author=费孝通")
    (tmp_path / "a.bib").write_text(BIB, encoding="utf-8")
    return path


def test_fields_are_filled_in_one_step(library: Path, tmp_path: Path) -> None:
    planned = run("bibliography", library, tmp_path / "a.bib", "--dry-run", "--json").value
    assert planned["changed"] == 0
    assert planned["entries"][0]["changes"] == {"kind": "book", "citekey": "fei1948", "date": "1948"}
    assert planned["entries"][1]["document"] is None
    done = run("bibliography", library, tmp_path / "a.bib")
    assert "with a document: 1, changed: 1 document" in done.output
    assert "line 3: bad" in done.error
    assert run("document", library, "把先听完", "--json").value["citekey"] == "fei1948"
    run("undo", library)
    assert run("document", library, "把先听完", "--json").value["citekey"] == ""


@pytest.mark.parametrize("name", ["ris", "bibtex", "csl-json"])
def test_what_is_written_is_read_again(library: Path, tmp_path: Path, name: str) -> None:
    target = tmp_path / "out"
    run("references", library, "--format", name, "--output", target)
    run("references", library, "--format", name, "--output", target, code=1)
    done = run("references", library, "--format", name, "--output", target, "--force", "--keep-keys", "--json").value
    assert (done["documents"], done["citekeys"]) == (1, ["feiba"])
    (entry,) = run("bibliography", library, target, "--dry-run", "--json").value["entries"]
    assert (entry["candidates"][0]["reason"], entry["changes"]) == ("citekey", {})
    none = run("references", library, "--format", name, "--output", target, "--force", "--document", "一", code=1)
    assert "No document" in none.error
