"""The table of formats: ours and those of installed packages."""

import io
import sys
from importlib import invalidate_caches
from pathlib import Path

import pytest

from library import exporters
from library.errors import NotFound
from library.exporters.base import Exporter, ExportJob
from library.progress import Progress

FORMAT = """
class Plain:
    name = "plain"
    label = "Plain text"
    suffix = ".txt"
    contents = ("excerpts",)
    complete = False

    def write(self, job, file, progress):
        file.write(job.title.encode())
"""


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A package on the path with one format that works and one that does not."""
    (tmp_path / "plainformat.py").write_text(FORMAT, encoding="utf-8")
    info = tmp_path / "plainformat-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: plainformat\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(
        "[zhupi.exporters]\nplain = plainformat:Plain\nbroken = plainformat:Missing\n", encoding="utf-8"
    )
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "plainformat", raising=False)
    invalidate_caches()


@pytest.mark.parametrize("exporter", exporters.BUILT_IN, ids=lambda exporter: exporter.name)
def test_every_format_keeps_the_contract(exporter: Exporter) -> None:
    assert exporter.suffix.startswith(".")
    assert exporter.label
    assert "excerpts" in exporter.contents
    assert exporters.get(exporter.name) is exporter


def test_names_and_suffixes_are_unique() -> None:
    assert len({exporter.name for exporter in exporters.BUILT_IN}) == len(exporters.BUILT_IN)
    assert len({exporter.suffix for exporter in exporters.BUILT_IN}) == len(exporters.BUILT_IN)


@pytest.mark.usefixtures("installed")
def test_installed_formats_come_after_ours(caplog: pytest.LogCaptureFixture) -> None:
    names = [exporter.name for exporter in exporters.available()]
    assert names == [*(exporter.name for exporter in exporters.BUILT_IN), "plain"]
    assert "broken" in caplog.text
    written = io.BytesIO()
    exporters.get("plain").write(ExportJob("题目", ()), written, Progress())
    assert written.getvalue().decode() == "题目"


def test_unknown_format() -> None:
    with pytest.raises(NotFound, match="csv, docx, html"):
        exporters.get("doc")
