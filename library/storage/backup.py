"""Dated, verified copies of library.db, and which of them are kept."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlite_utils import Database

from library.storage.database import copy_into

DUE_AFTER = timedelta(hours=24)

_DAILY, _WEEKLY, _BEFORE_MIGRATION = 7, 4, 3
_NAME = re.compile(r"library-(\d{8}T\d{6}Z)(-\d+)?(-before-migration)?\.db")
_STAMP = "%Y%m%dT%H%M%SZ"


class Backups:
    """The backups folder of one library."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def make(self, db: Database, *, before_migration: bool = False, moment: datetime | None = None) -> Path:
        """Write a verified copy of `db` named for `moment` (now), drop the copies no longer kept, return its path."""
        moment = moment or datetime.now(UTC)
        self._folder.mkdir(exist_ok=True)
        target = self._free_name(moment, "-before-migration" if before_migration else "")
        copy_into(db, target)
        for path in self._superseded():
            path.unlink()
        return target

    def is_due(self) -> bool:
        """Say whether the newest copy is over a day old, or there is none."""
        newest = max((moment for moment, _, _ in self._dated()), default=None)
        return newest is None or datetime.now(UTC) - newest > DUE_AFTER

    def newest(self) -> Path | None:
        """Return the newest copy, or None."""
        return max((path for _, path, _ in self._dated()), default=None)

    def _free_name(self, moment: datetime, suffix: str) -> Path:
        stem = f"library-{moment.strftime(_STAMP)}"
        names = [f"{stem}{suffix}.db", *(f"{stem}-{number}{suffix}.db" for number in range(2, 1000))]
        return next(path for name in names if not (path := self._folder / name).exists())

    def _dated(self) -> list[tuple[datetime, Path, bool]]:
        """Return the moment, path and kind (before a migration?) of each copy, newest first."""
        found: list[tuple[datetime, Path, bool]] = []
        for path in self._folder.glob("library-*.db"):
            if match := _NAME.fullmatch(path.name):
                moment = datetime.strptime(match[1], _STAMP).replace(tzinfo=UTC)
                found.append((moment, path, match[3] is not None))
        return sorted(found, reverse=True)

    def _superseded(self) -> list[Path]:
        """Return the copies beyond the newest of each of seven days and four weeks, and three before migrations."""
        ordinary = [(moment, path) for moment, path, migration in self._dated() if not migration]
        migrations = [path for _, path, migration in self._dated() if migration]
        days: dict[str, Path] = {}
        weeks: dict[str, Path] = {}
        for moment, path in ordinary:
            days.setdefault(moment.strftime("%Y-%j"), path)
            weeks.setdefault(moment.strftime("%G-%V"), path)
        kept = {*list(days.values())[:_DAILY], *list(weeks.values())[:_WEEKLY], *migrations[:_BEFORE_MIGRATION]}
        return [path for _, path, _ in self._dated() if path not in kept]
