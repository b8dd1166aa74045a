"""The one entry: which arguments open the window, and what each of the two ways imports."""

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from library.commands import commands
from main import is_clicked, opens_window

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize(
    "arguments",
    [[], ["研究.zhupi"], ["gone.zhupi"], ["./研究"], ["/home/me/研究"], ["folder"], ["check.zhupi"], ["./check"]],
)
def test_window(arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    (tmp_path / "check").mkdir()
    assert opens_window(arguments)


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"], ["-h"], ["--version"], ["documents"], ["typo"], ["check"], ["check", "a.zhupi"], ["a.zhupi", "b"],
        *([name, "--help"] for name in commands.names),
    ],
)  # fmt: skip
def test_command_line(arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "check").mkdir()
    assert not opens_window(arguments)


def imported(script: str) -> set[str]:
    code = f"import sys; sys.argv = ['zhupi']; {script}; print(*sys.modules, sep='\\n')"
    done = subprocess.run([sys.executable, "-B", "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return {name.split(".")[0] for name in done.stdout.splitlines()}


def test_the_entry_itself_imports_neither_qt_nor_click() -> None:
    assert imported("import main; main.opens_window(['研究.zhupi'])").isdisjoint({"PySide6", "click", "library"})


def test_the_window_is_given_its_arguments(tmp_path: Path) -> None:
    """A window that only says what it was given stands in for the real one: this is about the entry."""
    (tmp_path / "desktop").mkdir()
    (tmp_path / "desktop" / "__init__.py").touch()
    (tmp_path / "desktop" / "app.py").write_text(
        "def run(arguments):\n    print(arguments)\n    return 7\n", encoding="utf-8"
    )
    code = f"import sys; sys.path[:0] = [{str(tmp_path)!r}, {str(ROOT)!r}]; import main; sys.exit(main.main())"
    done = subprocess.run(
        [sys.executable, "-B", "-c", code, "a.zhupi"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (7, "['a.zhupi']\n")


def test_a_click_outside_is_told_from_a_path_and_a_command() -> None:
    for clicked in ("zhupi://a/b", "ZHUPI:x", "file:///home/me/a.zhupi/library.db", "/home/me/a.zhupi/library.db"):
        assert is_clicked([clicked])
    for other in ([], ["a.zhupi"], ["./zhupi:x"], ["open", "zhupi://a/b"], ["documents"]):
        assert not is_clicked(other)


def test_open_hands_on_what_it_is_given_and_its_status() -> None:
    opened: list[str] = []

    def show(target: str) -> int:
        opened.append(target)
        return 3

    assert CliRunner().invoke(commands, ["open", "zhupi://a/b"], obj=show).exit_code == 3
    assert opened == ["zhupi://a/b"]
    assert CliRunner().invoke(commands, ["open"], obj=show).exit_code == 2


def test_a_link_that_leads_nowhere_is_refused_in_words() -> None:
    done = subprocess.run(
        [sys.executable, "-B", str(ROOT / "main.py"), "open", "zhupi://../x"],
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("“zhupi://../x” leads nowhere.")


def test_wrong_usage_ends_with_two() -> None:
    done = subprocess.run([sys.executable, "-B", str(ROOT / "main.py"), "typo", "x"], capture_output=True, check=False)
    assert done.returncode == 2
    assert b"typo" in done.stderr
