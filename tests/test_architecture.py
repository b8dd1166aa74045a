"""Which room may know which, and how large a room may be."""

import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.app import FURNITURE
from desktop.layouts import SHOWN_KEY
from library.library import Library
from library.models import Draft, PreparedDraft
from tests.benchmarks.measuring import fresh
from tests.source import ROOT, name_of, product_files, strings, tree_of

MOST_LINES = 400
MOST_FUNCTION_LINES = 50
VAGUE_NAMES = re.compile(r"(?:^|_)(?:utils?|helpers?|common|misc)(?:_|$)")

SQL_ROOMS = ("library/storage/", "library/search/")
SQL = re.compile(
    r"\bSELECT\b.+\bFROM\b|\bINSERT\s+(?:OR\s+\w+\s+)?INTO\b|\bUPDATE\s+\w+\s+SET\b|\bDELETE\s+FROM\b"
    r"|\b(?:CREATE|DROP|ALTER)\s+(?:VIRTUAL\s+)?(?:TABLE|INDEX|TRIGGER|VIEW)\b|\bPRAGMA\s+\w|\bVACUUM\b",
    re.DOTALL,
)
PRINTING = ("library/commands.py", "library/reporting.py")

HEAVY = {
    "charset_normalizer", "click", "jieba", "library.commands", "library.exporters", "library.importers",
    "library.intake", "library.library", "markdown_it", "numpy", "opencc", "pypinyin", "rjieba", "sqlite_utils",
}  # fmt: skip
"""What must wait until the frame of the window was painted."""


def test_imports_point_one_way() -> None:
    """The contracts stand in pyproject.toml."""
    done = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports; raise SystemExit(lint_imports())"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr


def test_only_storage_and_search_hold_sql() -> None:
    found = [
        f"{name_of(path)}:{text.lineno}"
        for path in product_files()
        if not name_of(path).startswith(SQL_ROOMS)
        for text in strings(tree_of(path))
        if looks_like_sql(text.value)
    ]
    assert found == []


def looks_like_sql(text: object) -> bool:
    return isinstance(text, str) and SQL.search(text) is not None


@pytest.mark.parametrize(
    "text",
    ["SELECT id\nFROM tag", "INSERT OR REPLACE INTO tag VALUES (?)", "UPDATE tag SET name = ?", "DELETE FROM tag",
     "CREATE VIRTUAL TABLE t USING fts5(x)", "PRAGMA quick_check", "VACUUM INTO ?"],
)  # fmt: skip
def test_sql_is_recognised(text: str) -> None:
    assert looks_like_sql(text)


@pytest.mark.parametrize("text", ["Select from the list", "Update tag", "'; DROP the tag", "Delete from bin"])
def test_prose_is_not_taken_for_sql(text: str) -> None:
    assert not looks_like_sql(text)


def test_the_library_prints_nothing_outside_the_command_line() -> None:
    found = [
        f"{name_of(path)}:{node.lineno}"
        for path in product_files()
        if name_of(path).startswith("library/") and name_of(path) not in PRINTING
        for node in ast.walk(tree_of(path))
        if prints(node)
    ]
    assert found == []


def prints(node: ast.AST) -> bool:
    """Say whether `node` writes to a standard stream: print(), sys.stdout, sys.stderr, click.echo()."""
    match node:
        case ast.Call(func=ast.Name(id="print")):
            return True
        case ast.Attribute(value=ast.Name(id="sys"), attr="stdout" | "stderr"):
            return True
        case ast.Call(func=ast.Attribute(value=ast.Name(id="click"), attr="echo" | "secho")):
            return True
    return False


@pytest.mark.parametrize("line", ["print(1)", "sys.stdout.write('')", "sys.stderr", "click.echo('')"])
def test_printing_is_recognised(line: str) -> None:
    assert any(prints(node) for node in ast.walk(ast.parse(line)))


def test_files_stay_short() -> None:
    lengths = {name_of(path): len(path.read_text(encoding="utf-8").splitlines()) for path in product_files()}
    assert {name: length for name, length in lengths.items() if length >= MOST_LINES} == {}


def test_functions_stay_short() -> None:
    found = {
        f"{name_of(path)}:{name}": length
        for path in product_files()
        for name, length in function_lengths(tree_of(path))
        if length > MOST_FUNCTION_LINES
    }
    assert found == {}


def function_lengths(tree: ast.Module) -> Iterator[tuple[str, int]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, (node.end_lineno or node.lineno) - node.lineno + 1


def test_every_file_says_what_lives_in_it() -> None:
    silent = [
        name_of(path)
        for path in product_files()
        if path.read_text(encoding="utf-8").strip() and not ast.get_docstring(tree_of(path))
    ]
    assert silent == []


def test_no_file_has_a_vague_name() -> None:
    assert [name_of(path) for path in product_files() if VAGUE_NAMES.search(path.stem)] == []


def test_commands_start_without_qt() -> None:
    assert not {name for name in modules_after("import main\nmain.main(['documents', '--help'])") if "PySide6" in name}


def test_the_window_is_painted_before_anything_heavy_is_loaded(tmp_path: Path) -> None:
    loaded = set(fresh("first_paint:modules", str(tmp_path)))
    assert "desktop.window" in loaded
    assert loaded & HEAVY == set()


def test_the_last_text_can_be_read_before_the_rest_of_the_window_is_loaded(tmp_path: Path) -> None:
    library = Library.create(tmp_path / "a.zhupi")
    draft = PreparedDraft(Draft("一\n", "甲", "text"), library.texts.add_text("一\n"), "", "", "")
    ((document, _),) = library.documents.add_drafts([draft])
    library.state.set(SHOWN_KEY, f"document:{document.id}")
    library.close()
    loaded = set(fresh("first_paint:modules_of_text", str(tmp_path / "settings"), str(library.path)))
    assert "desktop.firsttext" in loaded
    assert loaded & {*HEAVY, *FURNITURE} == set()
    rooms = {name.split(".")[1] for name in loaded if name.startswith("desktop.")}
    assert rooms & {"codebook", "dialogs", "itemmodels", "memos", "palette", "shelf", "sidebar"} == set()


def test_finding_needs_no_numpy() -> None:
    loaded = modules_after("import library.search.passages\nfrom library.chinese.folding import fold\nfold('政協')")
    assert "library.search.folded" in loaded
    assert "numpy" not in loaded


def modules_after(code: str) -> set[str]:
    """Return the names of all modules that are loaded once `code` has run in a fresh interpreter."""
    program = (
        "import json, sys\n"
        "try:\n" + "".join(f"    {line}\n" for line in code.splitlines()) + "except SystemExit:\n    pass\n"
        "print()\nprint(json.dumps(sorted(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout.splitlines()[-1]))


def test_every_module_can_be_imported() -> None:
    """Rooms are entered late, where they are wanted first: a name that moved away is found here."""
    code = (
        "import importlib, pkgutil, desktop, library\n"
        "for package in (desktop, library):\n"
        "    for module in pkgutil.walk_packages(package.__path__, package.__name__ + '.'):\n"
        "        importlib.import_module(module.name)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
