"""Templates on the command line."""

import json
from pathlib import Path

from click.testing import CliRunner, Result

from library.commands import commands
from library.library import Library


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(commands, [str(word) for word in words])


def test_examples_are_put_into_the_library_and_one_is_exported_by(library: Library, tmp_path: Path) -> None:
    path, target = library.path, tmp_path / "o.txt"
    assert run("templates", path).output == ""
    listed = run("templates", path, "--examples")
    assert listed.output.splitlines() == ["LaTeX.tex.j2\t.tex", "Obsidian.md.j2\t.md", "读书札记.txt.j2\t.txt"]
    told = json.loads(run("templates", path, "--json").output)
    assert [each["name"] for each in told] == ["LaTeX.tex.j2", "Obsidian.md.j2", "读书札记.txt.j2"]
    done = run("export", path, "--format", "markdown", "--template", "读书札记", "--output", target)
    assert done.exit_code == 0, done.output
    assert target.read_text(encoding="utf-8").startswith(library.path.stem)


def test_a_file_from_anywhere_is_a_template(library: Library, tmp_path: Path) -> None:
    target, template = tmp_path / "o.md", tmp_path / "甲.md.j2"
    template.write_text("# {{ library }}: {{ highlights }}\n", encoding="utf-8")
    assert run("export", library.path, "--template", template, "--output", target).exit_code == 0
    assert target.read_text(encoding="utf-8") == f"# {library.path.stem}: 0\n"


def test_a_faulty_template_says_line_and_reason(library: Library, tmp_path: Path) -> None:
    target, template = tmp_path / "o.md", tmp_path / "甲.md.j2"
    template.write_text("一\n{{ titel }}", encoding="utf-8")
    done = run("export", library.path, "--template", template, "--output", target)
    assert done.exit_code == 1
    assert "Line 2 of the template “甲.md.j2”: there is nothing called “titel”." in done.output
    assert not target.exists()


def test_what_is_no_template_is_refused(library: Library, tmp_path: Path) -> None:
    assert run("export", library.path, "--template", "没有", "--output", tmp_path / "o").exit_code == 1
    assert run("export", library.path, "--output", tmp_path / "o").exit_code == 2
    annotated = run("export", library.path, "--template", "没有", "--output", tmp_path / "o", "--annotated")
    assert annotated.exit_code == 1


def test_an_export_never_replaces_a_template(library: Library) -> None:
    run("templates", library.path, "--examples")
    place = library.path / "templates" / "Obsidian.md.j2"
    done = run("export", library.path, "--format", "markdown", "--output", place, "--force")
    assert done.exit_code == 1
    assert "{{ title|yaml }}" in place.read_text(encoding="utf-8")
