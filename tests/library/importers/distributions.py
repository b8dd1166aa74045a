"""Packages of somebody else, installed for a test."""

from pathlib import Path

import pytest


def install(folder: Path, monkeypatch: pytest.MonkeyPatch, **importers: str) -> None:
    """Install a package with entry points for importers in `folder`, here and in processes that are started."""
    about = folder / "foreignpackage-1.0.dist-info"
    about.mkdir(parents=True)
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: foreignpackage\nVersion: 1.0\n")
    points = "".join(f"{name} = {target}\n" for name, target in importers.items())
    (about / "entry_points.txt").write_text(f"[zhupi.importers]\n{points}")
    monkeypatch.syspath_prepend(folder)
    monkeypatch.setenv("PYTHONPATH", str(folder))
