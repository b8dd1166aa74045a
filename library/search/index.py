"""The search index: derived from the texts, kept beside library.db, made again wherever it does not fit.

Each text is cut into chunks of whole blocks. Of each chunk the key is kept, with its gaps and with the beginning of
the next one behind it, so that what is at most REACH letters long stands whole in the chunk it begins in; and a row of
a contentless full-text table has its tokens (tokens.py), by which the chunks with a phrase are found.
"""

import sqlite3
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from heapq import merge
from itertools import groupby, pairwise
from pathlib import Path

from library.chinese.folding import GAP, fold_with_gaps, join_keys
from library.search.tokens import LONGEST_WORD, SIGNS, cut_after, tokens, words
from library.storage.texts import ReadingText

VERSION = 1
"""To be raised with every change of what the index holds, the folding table included: it is then made anew."""

REACH = 64
"""Letters that what is looked for may have and still stand whole in one chunk."""

_CHUNK = 1500
_BATCH = 1_000_000  # code points put in together: a commit a document would take as long as all the rest
_PATIENCE = 10.0  # seconds for another process to finish writing
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_SCHEMA = (
    """CREATE TABLE entry (
        id INTEGER PRIMARY KEY, document_id TEXT NOT NULL, text_sha TEXT NOT NULL, long_words INTEGER NOT NULL
    ) STRICT""",
    "CREATE UNIQUE INDEX entry_document ON entry (document_id)",
    "CREATE INDEX entry_long_words ON entry (id) WHERE long_words",
    """CREATE TABLE chunk (
        id INTEGER PRIMARY KEY, entry_id INTEGER NOT NULL, start INTEGER NOT NULL, main INTEGER NOT NULL,
        key BLOB NOT NULL
    ) STRICT""",
    "CREATE INDEX chunk_entry ON chunk (entry_id)",
    "CREATE TABLE word (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID",
    f"""CREATE VIRTUAL TABLE phrase USING fts5(
        tokens, content = '', columnsize = 0, tokenize = "ascii tokenchars '{SIGNS}'"
    )""",
    f"PRAGMA user_version = {VERSION}",
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A document in the index."""

    id: int
    document_id: str
    text_sha: str


@dataclass(frozen=True, slots=True)
class Chunk:
    """A stretch of a text: it begins at code point `start`, its key at byte 0, the next chunk's at byte `main`."""

    id: int
    entry_id: int
    start: int
    main: int
    key: bytes


class Index:
    """One connection to index.db; used by one thread at a time. Several processes may have one."""

    def __init__(self, path: Path | None) -> None:
        """Open the index at `path`; one that is missing, damaged or of another version is made anew, empty.

        Without a path it is a file without a name that goes when it is closed. sqlite3.OperationalError where the
        folder cannot be written.
        """
        self._path = path
        self.db = self._open()
        self._entries: dict[int, Entry] = {}
        self._entries_of = -1

    def close(self) -> None:
        """Close the connection."""
        self.db.close()

    def interrupt(self) -> None:
        """Stop the query that another thread runs on this connection; it fails with sqlite3.OperationalError."""
        self.db.interrupt()

    def entries(self) -> list[Entry]:
        """Return what is in the index, in the order it was put in."""
        return list(self.by_id().values())

    def by_id(self) -> Mapping[int, Entry]:
        """Return the entries by their ids; they are read again only after the index was written, by whomever."""
        (version,) = self.db.execute("PRAGMA data_version").fetchone()
        if version != self._entries_of:
            rows = self.db.execute("SELECT id, document_id, text_sha FROM entry ORDER BY id")
            self._entries = {row[0]: Entry(*row) for row in rows}
            self._entries_of = version
        return self._entries

    def find(self, document_id: str) -> Entry | None:
        """Return the entry of a document, or None."""
        query = "SELECT id, document_id, text_sha FROM entry WHERE document_id = ?"
        row = self.db.execute(query, [document_id]).fetchone()
        return None if row is None else Entry(*row)

    def add(self, document_id: str, text_sha: str, text: ReadingText) -> None:
        """Put the text of a document in, in one transaction; in place of another that is there."""
        with self._transaction():
            self._add(document_id, text_sha, text)

    def remove(self, document_id: str) -> None:
        """Take a document out, if it is there."""
        with self._transaction():
            self._remove(document_id)

    def update(
        self,
        wanted: Sequence[tuple[str, str]],
        opened: Callable[[str], ReadingText],
        report: Callable[[int, int], None] = lambda done, total: None,
    ) -> None:
        """Let the index hold exactly the documents `wanted`, pairs of a document's id and the hash of its text.

        `opened` gives the text with a hash, `report` hears how many of those that are missing are in; what it raises
        stops the work, of which what is done stays.
        """
        have = {entry.document_id: entry.text_sha for entry in self.entries()}
        for document_id in have.keys() - {document_id for document_id, _ in wanted}:
            self.remove(document_id)
        missing = [(document_id, sha) for document_id, sha in wanted if have.get(document_id) != sha]
        done = 0
        while done < len(missing):
            report(done, len(missing))
            with self._transaction():
                length = 0
                while done < len(missing) and length < _BATCH:
                    document_id, sha = missing[done]
                    with closing(opened(sha)) as text:
                        self._add(document_id, sha, text)
                        length += text.length
                    done += 1

    def chunks_of(self, entry_id: int) -> Iterator[Chunk]:
        """Yield the chunks of one text in their order."""
        query = "SELECT id, entry_id, start, main, key FROM chunk WHERE entry_id = ? ORDER BY id"
        return (Chunk(*row) for row in self.db.execute(query, [entry_id]))

    def find_chunk(self, chunk_id: int) -> Chunk | None:
        """Return a chunk by its id, or None; those of one text follow one another."""
        row = self.db.execute("SELECT id, entry_id, start, main, key FROM chunk WHERE id = ?", [chunk_id]).fetchone()
        return None if row is None else Chunk(*row)

    def chunks_with(self, phrases: Sequence[str], entry_id: int | None = None) -> Iterator[Chunk]:
        """Yield the chunks in which one of `phrases`, tokens with spaces between them, may stand; texts in order.

        Those of texts with words that are too long for an index are all among them.
        """
        first, last = self._chunk_range(entry_id)
        match = " OR ".join(f'"{phrase}"' for phrase in phrases) or '""'
        query = "SELECT rowid FROM phrase WHERE phrase MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid"
        rows = self.db.execute(query, [match, first, last])
        query = (
            "SELECT chunk.id FROM entry CROSS JOIN chunk ON entry_id = entry.id "
            "WHERE long_words AND chunk.id BETWEEN ? AND ? ORDER BY chunk.id"
        )
        others = self.db.execute(query, [first, last])
        for (chunk_id,), _ in groupby(merge(rows, others)):
            chunk = self.find_chunk(chunk_id)
            if chunk is not None:
                yield chunk

    def _chunk_range(self, entry_id: int | None) -> tuple[int, int]:
        if entry_id is None:
            return 0, self._last_chunk()
        query = "SELECT coalesce(min(id), 0), coalesce(max(id), -1) FROM chunk WHERE entry_id = ?"
        first, last = self.db.execute(query, [entry_id]).fetchone()
        return first, last

    def all_chunks(self) -> Iterator[Chunk]:
        """Yield every chunk, texts in order."""
        return (Chunk(*row) for row in self.db.execute("SELECT id, entry_id, start, main, key FROM chunk ORDER BY id"))

    def words_with(self, part: str, *, begins: bool, ends: bool) -> list[str]:
        """Return the words of the index that have `part` in them: at their beginning, at their end, or anywhere."""
        query = "SELECT word FROM word WHERE instr(word, ?1)"
        if begins:
            query += " AND substr(word, 1, length(?1)) = ?1"
        if ends:
            query += " AND substr(word, -length(?1)) = ?1"
        return [word for (word,) in self.db.execute(query, [part])]

    @contextmanager
    def _transaction(self) -> Generator[None, None, None]:
        self.db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self.db.execute("ROLLBACK")
            raise
        self.db.execute("COMMIT")
        self._entries_of = -1  # what this connection writes does not change the version it sees

    def _add(self, document_id: str, text_sha: str, text: ReadingText) -> None:
        starts, parts = _parts(text)
        key, begins = join_keys(parts)
        chunks = list(_chunks(key, [*begins, len(key)], starts))
        plain = [_plain(chunk) for _, _, chunk in chunks]
        found = {word for chunk in plain for word in words(chunk)}
        self._remove(document_id)
        entry_id = self._insert_entry(document_id, text_sha, any(len(word) > LONGEST_WORD for word in found))
        first = self._last_chunk() + 1
        self.db.executemany(
            "INSERT INTO chunk (id, entry_id, start, main, key) VALUES (?, ?, ?, ?, ?)",
            ((number, entry_id, *chunk) for number, chunk in enumerate(chunks, first)),
        )
        self.db.executemany(
            "INSERT INTO phrase (rowid, tokens) VALUES (?, ?)",
            ((number, tokens(chunk)) for number, chunk in enumerate(plain, first)),
        )
        self.db.executemany("INSERT OR IGNORE INTO word (word) VALUES (?)", ((word,) for word in sorted(found)))

    def _insert_entry(self, document_id: str, text_sha: str, long_words: bool) -> int:
        cursor = self.db.execute(
            "INSERT INTO entry (document_id, text_sha, long_words) VALUES (?, ?, ?)",
            [document_id, text_sha, long_words],
        )
        return int(cursor.lastrowid or 0)

    def _last_chunk(self) -> int:
        return int(self.db.execute("SELECT coalesce(max(id), 0) FROM chunk").fetchone()[0])

    def _remove(self, document_id: str) -> None:
        for (entry_id,) in self.db.execute("SELECT id FROM entry WHERE document_id = ?", [document_id]).fetchall():
            # a contentless table forgets a row only when it is told again what was in it
            self.db.executemany(
                "INSERT INTO phrase (phrase, rowid, tokens) VALUES ('delete', ?, ?)",
                [(chunk.id, tokens(_plain(chunk.key))) for chunk in self.chunks_of(entry_id)],
            )
            self.db.execute("DELETE FROM chunk WHERE entry_id = ?", [entry_id])
            self.db.execute("DELETE FROM entry WHERE id = ?", [entry_id])

    def _open(self) -> sqlite3.Connection:
        db = self._connect()
        try:
            sound = self._is_ours(db)
        except sqlite3.DatabaseError as error:
            db.close()
            if error.sqlite_errorcode & 0xFF not in _DAMAGED:
                raise
            sound = False
        if sound:
            return db
        db.close()
        self._discard()
        db = self._connect()
        self._is_ours(db)
        return db

    def _connect(self) -> sqlite3.Connection:
        return sqlite3.connect(self._path or "", isolation_level=None, check_same_thread=False, timeout=_PATIENCE)

    def _is_ours(self, db: sqlite3.Connection) -> bool:
        """Say whether this is an index of this version, which an empty file becomes."""
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = NORMAL")
        db.execute("BEGIN IMMEDIATE")
        (version,) = db.execute("PRAGMA user_version").fetchone()
        (tables,) = db.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if not version and not tables:
            for statement in _SCHEMA:
                db.execute(statement)
            version = VERSION
        db.execute("COMMIT")
        return version == VERSION

    def _discard(self) -> None:
        if self._path is None:
            return
        for suffix in ("", "-wal", "-shm"):
            with suppress(FileNotFoundError):
                self._path.with_name(self._path.name + suffix).unlink()


def _parts(text: ReadingText) -> tuple[list[int], list[str]]:
    """Return where the chunks of a text begin, in code points, and their keys."""
    starts: list[int] = []
    keys: list[str] = []
    start = 0
    while start < text.length:
        end = text.length
        if end - start > _CHUNK:
            # the block that begins last within reach, or else the next one: a chunk is made of whole blocks
            block = text.block_at(start + _CHUNK)
            end = text.block_start(block)
            if end <= start:
                end = text.block_start(block + 1) if block + 1 < text.block_count else text.length
        starts.append(start)
        keys.append(fold_with_gaps(text.slice(start, end)))
        start = end
    return starts, keys


def _chunks(key: str, begins: list[int], starts: list[int]) -> Iterator[tuple[int, int, bytes]]:
    """Yield of each chunk where it begins, the byte of its key at which the next one's begins, and its key."""
    for start, (first, last) in zip(starts, pairwise(begins), strict=True):
        if first < last:
            end = cut_after(key, last, REACH)
            yield start, len(key[first:last].encode()), key[first:end].encode()


def _plain(key: bytes) -> str:
    return key.decode().replace(GAP, "")
