"""The reading texts and originals on disk, each under the hash of its content."""

import hashlib
import mmap
import re
from bisect import bisect_right
from collections.abc import Sequence
from contextlib import suppress
from io import BufferedReader
from itertools import repeat
from operator import add
from pathlib import Path
from typing import Literal

from library.errors import LibraryDamaged, NotFound, StorageFailed
from library.storage.blocks import Blocks, build_table
from library.storage.files import sync_folder, write_whole

Condition = Literal["sound", "changed", "missing", "none"]
"""What a file is like beside the hash that names it; `none` where there is no hash."""

_NAME_BYTES = 200
_REFUSED = re.compile(r'[/\\:*?"<>|\x00-\x1f\ud800-\udfff]')
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")
"""Names that Windows keeps for devices, whatever follows the first dot."""


class ReadingText:
    """A memory-mapped reading text. All positions are code points; a block is a paragraph or a chunk of a long one."""

    def __init__(self, data: mmap.mmap | bytes, table: mmap.mmap | bytes) -> None:
        self._data = data
        self._table = table
        self._blocks = Blocks(memoryview(table))
        self.length = self._blocks.length
        self.block_count = self._blocks.count
        self.starts = self._blocks.starts

    def block(self, index: int) -> str:
        """Return the text of block `index` without its line feed."""
        return _decoded(self._data[self._blocks.offsets[index] : self._blocks.byte_end(index)])

    def block_start(self, index: int) -> int:
        """Return the first code point of block `index`."""
        return self.starts[index]

    def block_length(self, index: int) -> int:
        """Return the length of block `index` in code points, without its line feed."""
        return self._blocks.end(index) - self.starts[index]

    def is_first(self, index: int) -> bool:
        """Say whether block `index` begins a paragraph."""
        return self._blocks.is_first(index)

    def number(self, index: int) -> int:
        """Return the number of the paragraph of block `index` among the non-blank ones, from 1; 0 before the first."""
        return self._blocks.number(index)

    def block_at(self, position: int) -> int:
        """Return the block that holds code point `position`, clamped to the text."""
        return self._blocks.at(position)

    def paragraph(self, position: int) -> tuple[int, int]:
        """Return start and end of the paragraph that holds code point `position`, its line feed left out."""
        first = last = self.block_at(position)
        while first > 0 and not self.is_first(first):
            first -= 1
        while last + 1 < self.block_count and not self.is_first(last + 1):
            last += 1
        return self.starts[first], self._blocks.end(last)

    def byte_offset(self, position: int) -> int:
        """Return the byte at which code point `position` begins."""
        position = min(max(position, 0), self.length)
        index = self._blocks.at(position)
        offset, inside = self._blocks.offsets[index], position - self.starts[index]
        data = self._data[offset : self._blocks.offsets[index + 1]]
        return offset + len(_decoded(data)[:inside].encode())

    def positions_at(self, offsets: Sequence[int]) -> list[int]:
        """Return the code points that begin at bytes `offsets`, which ascend."""
        if not offsets:
            return []
        first, last = self._blocks.at_byte(offsets[0]), self._blocks.at_byte(offsets[-1])
        begins = self._blocks.offsets[first : last + 1].tolist()
        starts = self.starts[first : last + 1].tolist()
        blocks = [block - 1 for block in map(bisect_right, repeat(begins), offsets)]
        before = map(slice, map(begins.__getitem__, blocks), offsets)
        lengths = map(len, map(_decoded, map(self._data.__getitem__, before)))
        return list(map(add, map(starts.__getitem__, blocks), lengths))

    def slice(self, start: int, end: int) -> str:
        """Return the text from code point `start` to `end`, clamped."""
        if end <= start:
            return ""
        if start <= 0 and end >= self.length:
            return self.text()  # without looking for the bytes in between
        return _decoded(self._data[self.byte_offset(start) : self.byte_offset(end)])

    def text(self) -> str:
        """Return the whole text."""
        return _decoded(bytes(self._data))

    @property
    def data(self) -> mmap.mmap | bytes:
        """The text in UTF-8, as it lies on disk; `positions_at` turns its offsets into code points."""
        return self._data

    def close(self) -> None:
        """Let go of the files; the text cannot be read any more."""
        self._blocks.release()
        for mapped in (self._data, self._table):
            if isinstance(mapped, mmap.mmap):
                mapped.close()


class TextStore:
    """Keeps texts, their block tables and originals in a library's folder; may be used from several threads."""

    def __init__(self, folder: Path) -> None:
        self.index_path = folder / "index.db"
        self.imports_path = folder / "imports"
        self._texts = folder / "texts"
        self._originals = folder / "originals"
        self._cache = folder / "cache"
        self._unsynced: set[Path] = set()

    def add_text(self, text: str) -> str:
        """Store `text` (LF line ends, no lone surrogates) durably and return its SHA-256 in hexadecimal.

        One that is there and was changed on the disk is put right.
        """
        data = text.encode()
        sha = hashlib.sha256(data).hexdigest()
        if self.check_text(sha) != "sound":
            self._write(self.text_path(sha), data)
        self._write_table(sha, build_table(text))
        return sha

    def add_original(self, data: bytes, name: str) -> str:
        """Store an imported file byte for byte under a safe form of its name; return its SHA-256 in hexadecimal.

        One that is there and was changed on the disk is put right.
        """
        sha = hashlib.sha256(data).hexdigest()
        if self.check_original(sha) != "sound":
            self._write(self.find_original(sha) or self._originals / sha / safe_name(name), data)
            self._unsynced.add(self._originals)
        return sha

    def sync(self) -> None:
        """Make what was added survive a loss of power: to be called before a row names it."""
        while self._unsynced:
            sync_folder(self._unsynced.pop())

    def text_path(self, sha: str) -> Path:
        """Return where the text `sha` lies, whether or not it is there."""
        return self._texts / f"{sha}.txt"

    def find_original(self, sha: str) -> Path | None:
        """Return the file of the original `sha`, or None."""
        folder = self._originals / sha
        if not sha or not folder.is_dir():
            return None
        return next((path for path in sorted(folder.iterdir()) if not path.name.startswith(".")), None)

    def check_text(self, sha: str) -> Condition:
        """Read the text `sha` and say what it is like."""
        path = self.text_path(sha)
        return _condition(path if path.is_file() else None, sha)

    def check_original(self, sha: str) -> Condition:
        """Read the original `sha` and say what it is like."""
        return _condition(self.find_original(sha), sha)

    def open(self, sha: str) -> ReadingText:
        """Map the text `sha` into memory; NotFound if its file is missing, LibraryDamaged if it is no text."""
        path = self.text_path(sha)
        try:
            data = _map(path)
        except FileNotFoundError as error:
            raise NotFound("The text {name} is missing from the library. Restore it from a copy.", name=sha) from error
        table = self._find_table(sha, len(data))
        if table is None:
            try:
                table = build_table(bytes(data).decode())
            except UnicodeDecodeError as error:
                raise LibraryDamaged(
                    "The text {name} was damaged on disk. Restore it from a copy.", name=sha
                ) from error
            self._write_table(sha, table)
        return ReadingText(data, table)

    def beginning(self, sha: str, length: int) -> str:
        """Return how the text `sha` begins: `length` code points or more; "" if it cannot be read."""
        try:
            with self.text_path(sha).open("rb") as file:
                return file.read(4 * length).decode(errors="ignore")
        except OSError:
            return ""

    def find_derived(self, sha: str, suffix: str) -> bytes | None:
        """Return what was kept of the text `sha` under `suffix`, which has the dot, or None."""
        try:
            return (self._cache / f"{sha}{suffix}").read_bytes()
        except OSError:  # what cannot be read is made again
            return None

    def keep_derived(self, sha: str, suffix: str, data: bytes) -> None:
        """Keep what is made of the text `sha` for next time; where the folder cannot be written it is made again."""
        with suppress(StorageFailed):
            write_whole(self._cache / f"{sha}{suffix}", data, sync=False)

    def _find_table(self, sha: str, byte_length: int) -> mmap.mmap | None:
        with suppress(OSError):  # what cannot be read is made again
            table = _map(self._cache / f"{sha}.par")
            if isinstance(table, mmap.mmap):
                with suppress(ValueError, TypeError):
                    blocks = Blocks(memoryview(table))
                    matches = blocks.byte_length == byte_length
                    blocks.release()
                    if matches:
                        return table
        return None

    def _write(self, path: Path, data: bytes) -> None:
        write_whole(path, data, sync=True)
        self._unsynced.add(path.parent)

    def _write_table(self, sha: str, table: bytes) -> None:
        self.keep_derived(sha, ".par", table)


def safe_name(name: str) -> str:
    """Return a file's name as one that every system takes, at most 200 bytes long."""
    plain = _REFUSED.sub("_", name).strip(" .") or "original"
    stem, dot, suffix = plain.rpartition(".")
    if not dot or len(suffix) > 16:
        stem, suffix = plain, ""
    room = _NAME_BYTES - len(suffix.encode()) - len(dot)
    stem = stem.encode()[:room].decode(errors="ignore").rstrip(" .")
    return ("_" if _RESERVED.fullmatch(stem) else "") + stem + (f".{suffix}" if suffix else "")


def opened(path: Path) -> BufferedReader:
    """Open a file that is kept, to read its bytes; StorageFailed if it is there and cannot be read."""
    try:
        return path.open("rb")
    except OSError as error:
        raise StorageFailed(
            "“{path}” could not be read: {reason}. Check its permissions and the disk, then try again.",
            path=path,
            reason=error.strerror or str(error),
        ) from error


def _condition(path: Path | None, sha: str) -> Condition:
    if path is None:
        return "missing" if sha else "none"
    with opened(path) as file:
        return "sound" if hashlib.file_digest(file, "sha256").hexdigest() == sha else "changed"


def _decoded(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise LibraryDamaged("A text was changed on disk. Check the library, and restore it from a copy.") from error


def _map(path: Path) -> mmap.mmap | bytes:
    with path.open("rb") as file:
        if path.stat().st_size == 0:
            return b""
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
