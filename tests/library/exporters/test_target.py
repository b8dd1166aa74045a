"""The target holds all of the new file or all of the old one, whatever happens."""

import os
import resource
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from library.errors import LibraryError, StorageFailed, TargetExists
from library.exporters import BUILT_IN
from library.exporters.base import ExportJob, TextExporter
from library.exporters.csv import CsvExporter
from library.exporters.markdown import MarkdownExporter
from library.exporters.target import write
from library.progress import Cancelled, Progress
from tests.library.exporters.conftest import MakeExcerpt, MakeJob

TEXTS = [exporter for exporter in BUILT_IN if isinstance(exporter, TextExporter)]


@pytest.fixture
def job(make_excerpt: MakeExcerpt, make_job: MakeJob) -> ExportJob:
    return make_job(*(make_excerpt(f"第{number}条𠮷😀", start=number * 10) for number in range(50)))


@pytest.mark.parametrize("exporter", TEXTS, ids=lambda exporter: exporter.name)
def test_file_is_what_is_rendered(exporter: TextExporter, job: ExportJob, tmp_path: Path) -> None:
    target = tmp_path / f"导出{exporter.suffix}"
    write(exporter, job, target)
    assert target.read_bytes() == "".join(exporter.render(job)).encode(exporter.encoding)
    assert os.listdir(tmp_path) == [target.name]


def test_csv_begins_with_the_mark_that_excel_asks_for(job: ExportJob, tmp_path: Path) -> None:
    write(CsvExporter(), job, tmp_path / "a.csv")
    assert (tmp_path / "a.csv").read_bytes()[:3] == b"\xef\xbb\xbf"


def test_existing_file_needs_force(job: ExportJob, tmp_path: Path) -> None:
    target = tmp_path / "a.md"
    target.write_text("旧", encoding="utf-8")
    with pytest.raises(TargetExists, match=r"a\.md"):
        write(MarkdownExporter(), job, target)
    assert target.read_text(encoding="utf-8") == "旧"
    write(MarkdownExporter(), job, target, force=True)
    assert target.read_text(encoding="utf-8").startswith("---\n")


@pytest.mark.skipif(os.name != "posix", reason="permission bits")
def test_permissions_and_links_stay(job: ExportJob, tmp_path: Path) -> None:
    real = tmp_path / "real.md"
    real.write_text("旧", encoding="utf-8")
    real.chmod(0o640)
    (tmp_path / "link.md").symlink_to(real)
    write(MarkdownExporter(), job, tmp_path / "link.md", force=True)
    assert (tmp_path / "link.md").is_symlink()
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    assert real.read_text(encoding="utf-8").startswith("---\n")


@pytest.mark.parametrize("force", [True, False])
def test_folder_as_target(force: bool, job: ExportJob, tmp_path: Path) -> None:
    with pytest.raises(StorageFailed, match="is a folder"):
        write(MarkdownExporter(), job, tmp_path, force=force)
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize("parent", ["fehlt", "file.txt"])
def test_folder_that_is_not_there(parent: str, job: ExportJob, tmp_path: Path) -> None:
    (tmp_path / "file.txt").touch()
    with pytest.raises(StorageFailed, match="is not there"):
        write(MarkdownExporter(), job, tmp_path / parent / "a.md")
    assert os.listdir(tmp_path) == ["file.txt"]


@pytest.mark.skipif(os.name != "posix", reason="devices")
def test_device_as_target(job: ExportJob, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(StorageFailed, match="not an ordinary file"):
        write(MarkdownExporter(), job, tmp_path / "pipe", force=True)


def test_name_that_is_too_long(job: ExportJob, tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="could not be written"):
        write(MarkdownExporter(), job, tmp_path / f"{'长' * 200}.md")
    assert os.listdir(tmp_path) == []


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the superuser may write anywhere")
def test_folder_without_permission(job: ExportJob, tmp_path: Path) -> None:
    (tmp_path / "zu").mkdir(mode=0o500)
    with pytest.raises(StorageFailed, match="may not be written"):
        write(MarkdownExporter(), job, tmp_path / "zu" / "a.md")


def test_stopped_half_way(job: ExportJob, tmp_path: Path) -> None:
    target = tmp_path / "a.md"
    target.write_text("旧", encoding="utf-8")
    progress = Progress(lambda done, _total, _name: progress.cancel() if done == 20 else None)
    with pytest.raises(Cancelled):
        write(MarkdownExporter(), job, target, force=True, progress=progress)
    assert target.read_text(encoding="utf-8") == "旧"
    assert os.listdir(tmp_path) == ["a.md"]


class _MadeMeanwhile(MarkdownExporter):
    """A format during whose rendering another program writes the target."""

    def __init__(self, target: Path) -> None:
        self._target = target

    def render(self, job: ExportJob) -> Iterator[str]:
        self._target.write_text("别人的", encoding="utf-8")
        return super().render(job)


def test_file_that_appears_meanwhile_is_not_replaced(job: ExportJob, tmp_path: Path) -> None:
    target = tmp_path / "a.md"
    with pytest.raises(TargetExists):
        write(_MadeMeanwhile(target), job, target)
    assert target.read_text(encoding="utf-8") == "别人的"
    assert os.listdir(tmp_path) == ["a.md"]


FULL_DISK = """
import sys
from pathlib import Path
from library.errors import StorageFailed
from library.exporters.base import ExportJob
from library.exporters.markdown import MarkdownExporter
from library.exporters.target import write
from library.exporters.xlsx import XlsxExporter

job = ExportJob("题" * 20_000, ())
for exporter in (MarkdownExporter(), XlsxExporter()):
    try:
        write(exporter, job, Path(sys.argv[1]).with_suffix(exporter.suffix), force=True)
    except StorageFailed as error:
        print(error)
"""


@pytest.mark.skipif(os.name != "posix", reason="resource limits")
def test_full_disk(tmp_path: Path) -> None:
    targets = [tmp_path / "a.md", tmp_path / "a.xlsx"]
    for target in targets:
        target.write_text("旧", encoding="utf-8")

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (5_000, 5_000))

    command = [sys.executable, "-B", "-c", FULL_DISK, str(targets[0])]
    # The limit belongs to a process of its own; nothing of this one is at stake between fork and exec.
    done = subprocess.run(command, preexec_fn=limit, capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert done.stdout.count("no room on the disk") == len(targets)
    assert "Traceback" not in done.stderr
    assert [target.read_text(encoding="utf-8") for target in targets] == ["旧", "旧"]
    assert sorted(os.listdir(tmp_path)) == ["a.md", "a.xlsx"]
