"""The search index: derived from the texts, kept beside library.db, made again wherever it does not fit.

Of each chunk of a text (chunks.py) the key is kept, and a row of a contentless full-text table has its tokens, by which
the chunks with a phrase are found.
"""

import json
import sqlite3
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from heapq import merge
from pathlib import Path

from library.chinese.repetition import repetitions
from library.errors import LibraryDamaged, NotFound
from library.progress import Cancelled
from library.search.chunks import GAP, LONGEST_WORD, Cut, cuts, tokens
from library.search.indexfile import IndexFile, faults
from library.storage.texts import ReadingText

_BATCH = 4_000_000  # code points put in together: a commit a document would take as long as all the rest
_FEW = 8
"""Chunks of one text that are gone through sooner than the full-text table is asked which of them matter."""
_CHUNK = "SELECT chunk.id, entry_id, start, main, key FROM"
_ENTRY = "SELECT id, document_id, text_sha, expands, repeats FROM entry"

Spans = tuple[tuple[int, int], ...]
"""Passages of one text in code points, in order and apart."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A document in the index; `expands` says that a character of its text stands for several letters.

    `repeats` are the passages that stand in its text a second time.
    """

    id: int
    document_id: str
    text_sha: str
    expands: bool
    repeats: Spans = ()


@dataclass(frozen=True, slots=True)
class Chunk:
    """A stretch of a text: it begins at code point `start`; the next chunk's key begins at `main` in `key`."""

    id: int
    entry_id: int
    start: int
    main: int
    key: str


class Index:
    """One connection to index.db; used by one thread at a time. Several processes may have one.

    Whatever asks it raises IndexDamaged where the file is not what it was, and Cancelled after `interrupt`.
    """

    def __init__(self, path: Path | None) -> None:
        """Open the index at `path`; one that is missing, damaged or of another version is made anew, empty.

        Without a path it is a file without a name that goes when it is closed. sqlite3.OperationalError where the
        folder cannot be written.
        """
        self._file = IndexFile(path)
        self._rows = self._file.rows
        self.db = self._file.db
        self._entries: dict[int, Entry] = {}
        self._entries_of = -1

    def close(self) -> None:
        """Close the connection."""
        self._file.close()

    @property
    def is_kept(self) -> bool:
        """Whether what is put in will be there another time."""
        return self._file.is_kept

    @property
    def is_in_place(self) -> bool:
        """Whether the file that was opened is still the one at its path."""
        return self._file.is_in_place

    def discard(self) -> None:
        """Close the connection and remove the file, unless another one took its place meanwhile."""
        self._file.discard()

    def interrupt(self) -> None:
        """Stop the query that another thread runs on this connection."""
        with suppress(sqlite3.ProgrammingError):  # it was closed just now: nothing is asked of it any more
            self.db.interrupt()

    def stamp(self) -> str:
        """Return what `put_stamp` put there last, or nothing."""
        return next((stamp for (stamp,) in self._rows("SELECT stamp FROM applied")), "")

    def put_stamp(self, stamp: str) -> None:
        """Keep a word that says which state of the library the index holds."""
        if stamp != self.stamp():
            with self._writing():
                self.db.execute("DELETE FROM applied")
                self.db.execute("INSERT INTO applied (stamp) VALUES (?)", [stamp])

    def entries(self) -> list[Entry]:
        """Return what is in the index, in the order it was put in."""
        return list(self.by_id().values())

    def by_id(self) -> Mapping[int, Entry]:
        """Return the entries by their ids; they are read again only after the index was written, by whomever."""
        ((version,),) = self._rows("PRAGMA data_version")
        if version != self._entries_of:
            self._entries = {row[0]: _entry(row) for row in self._rows(f"{_ENTRY} ORDER BY id")}
            self._entries_of = version
        return self._entries

    def find(self, document_id: str) -> Entry | None:
        """Return the entry of a document, or None."""
        return next(map(_entry, self._rows(f"{_ENTRY} WHERE document_id = ?", document_id)), None)

    def remove(self, document_id: str) -> None:
        """Take a document out, if it is there."""
        with self._writing():
            self._remove(document_id)

    def keep(self, document_ids: set[str]) -> None:
        """Take out every document but these."""
        for entry in self.entries():
            if entry.document_id not in document_ids:
                self.remove(entry.document_id)

    def put(
        self,
        wanted: Sequence[tuple[str, str]],
        opened: Callable[[str], ReadingText],
        report: Callable[[int, int], None] = lambda done, total: None,
    ) -> None:
        """Put in the documents `wanted` that are not there, pairs of a document's id and the hash of its text.

        `opened` gives the text with a hash, `report` hears how many of those that are missing are in; what it raises
        stops the work, of which what is done stays.
        """
        have = {entry.document_id: entry.text_sha for entry in self.entries()}
        missing = [(document_id, sha) for document_id, sha in wanted if have.get(document_id) != sha]
        done = 0
        while done < len(missing):
            report(done, len(missing))
            with self._writing():
                done = self._put_batch(missing, done, opened, report)
        if missing:
            self._file.shrink()

    def _put_batch(
        self,
        missing: Sequence[tuple[str, str]],
        done: int,
        opened: Callable[[str], ReadingText],
        report: Callable[[int, int], None],
    ) -> int:
        """Put in the texts from number `done` on, until it is enough for one transaction; return how far it came."""
        length, have = 0, {entry.document_id: entry.text_sha for entry in self.entries()}
        while done < len(missing) and length < _BATCH:
            document_id, sha = missing[done]
            if have.get(document_id) != sha:  # another connection may have put it in meanwhile
                length += self._put(document_id, sha, opened)
            done += 1
            with suppress(Cancelled):  # it is raised again when this transaction has ended
                report(done, len(missing))
                continue
            break
        return done

    def _put(self, document_id: str, sha: str, opened: Callable[[str], ReadingText]) -> int:
        """Put in a text and return its length; one that cannot be read is left out, as `check` will say."""
        try:
            with closing(opened(sha)) as text:
                self._add(document_id, sha, text)
                return text.length
        except (NotFound, LibraryDamaged):
            self._remove(document_id)
            return 0

    def chunks_of(self, entry_id: int) -> Iterator[Chunk]:
        """Yield the chunks of one text in their order."""
        return self._chunks(f"{_CHUNK} chunk WHERE entry_id = ? ORDER BY id", entry_id)

    def find_chunk(self, chunk_id: int) -> Chunk | None:
        """Return a chunk by its id, or None; those of one text follow one another."""
        return next(self._chunks(f"{_CHUNK} chunk WHERE id = ?", chunk_id), None)

    def chunks_with(self, phrases: Sequence[str], entry_id: int | None = None) -> Iterator[Chunk]:
        """Yield the chunks in which one of `phrases`, tokens with spaces between them, may stand; texts in order.

        Those of texts with words that are too long for an index are all among them.
        """
        first, last = self._chunk_range(entry_id)
        if entry_id is not None and last - first < _FEW:
            return self._chunks(f"{_CHUNK} chunk WHERE id BETWEEN ? AND ? ORDER BY id", first, last)
        match = " OR ".join(f'"{phrase}"' for phrase in phrases) or '""'
        found = self._chunks(
            f"{_CHUNK} phrase CROSS JOIN chunk ON chunk.id = phrase.rowid "
            "WHERE phrase MATCH ? AND phrase.rowid BETWEEN ? AND ? ORDER BY phrase.rowid",
            match, first, last,
        )  # fmt: skip
        others = self._chunks(
            f"{_CHUNK} entry CROSS JOIN chunk ON entry_id = entry.id "
            "WHERE long_words AND chunk.id BETWEEN ? AND ? ORDER BY chunk.id",
            first, last,
        )  # fmt: skip
        other = next(others, None)
        return found if other is None else _merged(found, other, others)

    def _chunk_range(self, entry_id: int | None) -> tuple[int, int]:
        if entry_id is None:
            return 0, self._last_chunk()
        query = "SELECT coalesce(min(id), 0), coalesce(max(id), -1) FROM chunk WHERE entry_id = ?"
        ((first, last),) = self._rows(query, entry_id)
        return first, last

    def all_chunks(self) -> Iterator[Chunk]:
        """Yield every chunk, texts in order."""
        return self._chunks(f"{_CHUNK} chunk ORDER BY id")

    def words_with(self, part: str, *, begins: bool, ends: bool) -> list[str]:
        """Return the words of the index that have `part` in them: at their beginning, at their end, or anywhere."""
        query = "SELECT word FROM word WHERE instr(word, ?1)"
        if begins:
            query += " AND substr(word, 1, length(?1)) = ?1"
        if ends:
            query += " AND substr(word, -length(?1)) = ?1"
        return [word for (word,) in self._rows(query, part)]

    def _chunks(self, query: str, *parameters: object) -> Iterator[Chunk]:
        with faults():
            for chunk_id, entry_id, start, main, key in self.db.execute(query, parameters):
                yield Chunk(chunk_id, entry_id, start, main, _unpacked(key))

    @contextmanager
    def _writing(self) -> Generator[None, None, None]:
        try:
            with self._file.transaction():
                yield
        finally:
            self._entries_of = -1  # what this connection writes does not change the version it sees

    def _add(self, document_id: str, text_sha: str, text: ReadingText) -> None:
        self._remove(document_id)
        repeats = [(start, end) for _, start, end in repetitions(text.text())]
        entry_id = self._insert_entry(document_id, text_sha, repeats)
        words: set[str] = set()
        expands = False
        for number, cut in enumerate(cuts(text, words), self._last_chunk() + 1):
            self._insert_chunk(number, entry_id, cut)
            expands = expands or cut.expands
        long_words = any(len(word) > LONGEST_WORD for word in words)
        self.db.execute("UPDATE entry SET long_words = ?, expands = ? WHERE id = ?", [long_words, expands, entry_id])
        self.db.executemany("INSERT OR IGNORE INTO word (word) VALUES (?)", ((word,) for word in sorted(words)))

    def _insert_chunk(self, number: int, entry_id: int, cut: Cut) -> None:
        self.db.execute(
            "INSERT INTO chunk (id, entry_id, start, main, key) VALUES (?, ?, ?, ?, ?)",
            [number, entry_id, cut.start, cut.main, _packed(cut.key)],
        )
        self.db.execute("INSERT INTO phrase (rowid, tokens) VALUES (?, ?)", [number, cut.tokens])

    def _insert_entry(self, document_id: str, text_sha: str, repeats: Sequence[tuple[int, int]]) -> int:
        query = "INSERT INTO entry (document_id, text_sha, long_words, expands, repeats) VALUES (?, ?, 0, 0, ?)"
        return int(self.db.execute(query, [document_id, text_sha, json.dumps(repeats)]).lastrowid or 0)

    def _last_chunk(self) -> int:
        ((last,),) = self._rows("SELECT coalesce(max(id), 0) FROM chunk")
        return int(last)

    def _remove(self, document_id: str) -> None:
        for (entry_id,) in list(self._rows("SELECT id FROM entry WHERE document_id = ?", document_id)):
            # a contentless table forgets a row only when it is told again what was in it
            self.db.executemany(
                "INSERT INTO phrase (phrase, rowid, tokens) VALUES ('delete', ?, ?)",
                [(chunk.id, tokens(chunk.key.replace(GAP, ""))) for chunk in self.chunks_of(entry_id)],
            )
            self.db.execute("DELETE FROM chunk WHERE entry_id = ?", [entry_id])
            self.db.execute("DELETE FROM entry WHERE id = ?", [entry_id])


def _entry(row: tuple[int, str, str, int, str]) -> Entry:
    repeats: list[tuple[int, int]] = json.loads(row[4]) if row[4] != "[]" else []
    return Entry(*row[:3], bool(row[3]), tuple((start, end) for start, end in repeats))


def _merged(found: Iterator[Chunk], other: Chunk, others: Iterator[Chunk]) -> Iterator[Chunk]:
    """Yield what is in either, each once, in order."""
    last = -1
    for chunk in merge(found, [other], others, key=lambda chunk: chunk.id):
        if chunk.id != last:
            last = chunk.id
            yield chunk


def _packed(key: str) -> str | bytes:
    """Return how a key is kept: with two bytes a Chinese character, not the three of UTF-8."""
    return key if key.isascii() else key.encode("utf-16-le", "surrogatepass")


def _unpacked(key: str | bytes) -> str:
    return key if isinstance(key, str) else key.decode("utf-16-le", "surrogatepass")
