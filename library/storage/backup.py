"""Dated, verified copies of library.db, and which of them are kept."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlite_utils import Database

from library.errors import StorageFailed
from library.storage.database import copy_into

DUE_AFTER = timedelta(hours=24)

_DAILY, _WEEKLY, _BEFORE_MIGRATION = 7, 4, 3
_NAME = re.compile(r"library-(\d{8}T\d{6}Z)(?:-(\d+))?(-before-migration)?\.db")
_STAMP = "%Y%m%dT%H%M%SZ"


@dataclass(frozen=True, order=True, slots=True)
class _Copy:
    """One copy by its name; `number` tells those of one second apart."""

    moment: datetime
    number: int
    path: Path
    before_migration: bool


class Backups:
    """The backups folder of one library."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def make(self, db: Database, *, before_migration: bool = False, moment: datetime | None = None) -> Path:
        """Write a verified copy of `db` named for `moment` (now), drop the copies no longer kept, return its path.

        StorageFailed if there is no room or the folder cannot be written, LibraryDamaged if the copy is not sound.
        """
        moment = moment or datetime.now(UTC)
        try:
            self._folder.mkdir(exist_ok=True)
            self._remove_unfinished()
            target = self._free_name(moment, "-before-migration" if before_migration else "")
            copy_into(db, target)
            for path in self._superseded():
                path.unlink()
        except OSError as error:
            raise StorageFailed(
                "No backup could be written: {reason}. Make room on the disk or check its permissions, then try again.",
                reason=error.strerror or str(error),
            ) from error
        return target

    def is_due(self) -> bool:
        """Say whether the newest copy is over a day old, or there is none; one dated in the future counts for none."""
        moment = datetime.now(UTC)
        return not any(abs(moment - copy.moment) <= DUE_AFTER for copy in self._copies())

    def newest(self) -> Path | None:
        """Return the newest copy, or None."""
        return next((copy.path for copy in self._copies()), None)

    def _free_name(self, moment: datetime, suffix: str) -> Path:
        stamp = moment.strftime(_STAMP)
        last = max((copy.number for copy in self._copies() if copy.moment.strftime(_STAMP) == stamp), default=0)
        number = f"-{last + 1}" if last else ""
        return self._folder / f"library-{stamp}{number}{suffix}.db"

    def _copies(self) -> list[_Copy]:
        """Return the copies, newest first."""
        found: list[_Copy] = []
        for path in self._folder.glob("library-*.db"):
            if match := _NAME.fullmatch(path.name):
                moment = datetime.strptime(match[1], _STAMP).replace(tzinfo=UTC)
                found.append(_Copy(moment, int(match[2] or 1), path, match[3] is not None))
        return sorted(found, reverse=True)

    def _superseded(self) -> list[Path]:
        """Return the copies beyond the newest of each of seven days and four weeks, and three before migrations."""
        copies = self._copies()
        migrations = [copy.path for copy in copies if copy.before_migration]
        days: dict[str, Path] = {}
        weeks: dict[str, Path] = {}
        for copy in copies:
            if not copy.before_migration:
                days.setdefault(copy.moment.strftime("%Y-%j"), copy.path)
                weeks.setdefault(copy.moment.strftime("%G-%V"), copy.path)
        kept = {*list(days.values())[:_DAILY], *list(weeks.values())[:_WEEKLY], *migrations[:_BEFORE_MIGRATION]}
        return [copy.path for copy in copies if copy.path not in kept]

    def _remove_unfinished(self) -> None:
        """Remove what a crash left of copies; a young one may be another process's work."""
        oldest = (datetime.now(UTC) - DUE_AFTER).timestamp()
        for path in self._folder.glob(".library-*.db.tmp*"):
            if path.stat().st_mtime < oldest:
                path.unlink(missing_ok=True)
