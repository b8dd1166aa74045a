"""An import that is killed again and again and gone on with: everything comes in once, as one step."""

import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from random import Random

from library.importlists import unfinished
from library.library import Library
from tests.crash.harness import ROOT

FILES = 400
KILLS = 4


def test_killed_and_gone_on_with(tmp_path: Path) -> None:
    random = Random(7)
    folder, path = tmp_path / "in", tmp_path / "Crash.zhupi"
    folder.mkdir()
    for number in range(FILES):
        (folder / f"{number:03}.txt").write_text(f"题{number}\n" + "雾大停航。" * 200, encoding="utf-8")
    Library.create(path).close()
    arguments = [sys.executable, "main.py", "import", str(path), str(folder)]
    for _ in range(KILLS):
        before = _size(path)
        with subprocess.Popen(arguments, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            while process.poll() is None and _size(path) == before:
                _wait(process, 0.005)
            _wait(process, random.uniform(0, 0.05))
            process.kill()
        assert _size(path) > before
        arguments = [sys.executable, "main.py", "import", str(path), "--resume"]
    subprocess.run(arguments, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    library = Library.open(path)
    titles = sorted(document.title for document in library.documents.all())
    assert titles == sorted(f"题{number}" for number in range(FILES))
    assert library.check() == []
    assert unfinished(library.texts.imports_path) == []
    assert [step.arguments["count"] for step in library.journal.history()] == [FILES]
    library.undo()
    assert library.documents.all() == []
    library.close()


def _size(path: Path) -> int:
    """Return the size of the list of what is to be done, which grows with every batch."""
    return sum(file.stat().st_size for file in (path / "imports").glob("*.jsonl"))


def _wait(process: subprocess.Popen[bytes], seconds: float) -> None:
    with suppress(subprocess.TimeoutExpired):
        process.wait(timeout=seconds)
