"""From paths through importers to documents: the one place where importers and documents meet."""

from collections import Counter, deque
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Protocol, TypeVar

from library.chinese.titles import one_line
from library.drafting import described, repaired
from library.errors import IndexDamaged, LibraryError, Refused, StorageFailed
from library.importers import BUILT_IN
from library.importers.archive import open_archive
from library.importers.base import Importer, ImportOptions, load_importers
from library.importers.encodings import known_encoding
from library.importers.isolation import Isolation
from library.importers.markdown import MarkdownImporter
from library.importers.members import LIMIT, Member, members
from library.importers.recognition import is_archive, recognise
from library.importers.sources import Source, collect, failure, shown
from library.importers.text import TextImporter
from library.library import Library
from library.mending import KINDS, Mend
from library.models import Document, Draft, PreparedDraft
from library.outlines import keep_outline
from library.progress import Cancelled, Progress
from library.search.keeping import Keeper
from library.speakers import keep_speakers
from library.storage.texts import TextStore

BATCH_FILES = 64
BATCH_LENGTH = 8 * 1024 * 1024
"""Documents, and code points, that are added to the library in one operation."""

FILE_LIMIT = 1024 * 1024 * 1024
"""Bytes above which a file is refused: a text of this size does not fit into memory in its several forms."""

T = TypeVar("T")


class Submit(Protocol):
    """Runs a verb on the library that writes, waits for it, and returns its result."""

    def __call__(self, verb: Callable[[Library], T], /) -> T: ...


@dataclass(frozen=True, slots=True)
class Imported:
    """A file that became a new document: `length` in code points, `replaced`, `stripped` and `remarks` as in Draft.

    `archive` is the path of the ZIP archive that the file stands in, whose path then begins `path`. `repairs` are how
    many there are of each kind, None where they were not asked for.
    """

    path: str
    id: str
    title: str
    length: int
    encoding: str
    replaced: int = 0
    stripped: int = 0
    remarks: tuple[str, ...] = ()
    archive: str = ""
    repairs: Mapping[str, int] | None = None


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A file whose text the library has already, as the document `id`."""

    path: str
    id: str
    archive: str = ""


@dataclass(frozen=True, slots=True)
class RefusedFile:
    """A file or folder that was not imported, and why."""

    path: str
    reason: LibraryError
    archive: str = ""


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What became of each file. `links` were not followed; `problems` are importers that do not work."""

    imported: tuple[Imported, ...] = ()
    duplicates: tuple[Duplicate, ...] = ()
    refused: tuple[RefusedFile, ...] = ()
    links: tuple[str, ...] = ()
    cancelled: bool = False
    problems: tuple[LibraryError, ...] = ()


def import_paths(
    paths: Sequence[Path], texts: TextStore, submit: Submit, options: ImportOptions, progress: Progress
) -> ImportResult:
    """Import files and all files below folders; return what became of each of them.

    Texts and originals are written here; documents are added through `submit`, a batch in one operation. One bad file
    never stops the rest. A full disk does, and the files not reached are refused with that reason. When `progress` is
    cancelled, what was read by then stays. LibraryError, before anything is read, for an encoding that does not exist;
    whatever `submit` raises but StorageFailed is passed on.
    """
    if options.encoding is not None:
        known_encoding(options.encoding)
    with closing(Keeper(texts)) as index:
        return _Intake(texts, index, submit, options, progress).run(paths)


@dataclass(frozen=True, slots=True)
class _File:
    """A file to be read, and how it is spoken of: `archive` is the path of the archive it stands in."""

    path: Path
    name: str
    shown: str
    named: bool
    archive: str = ""


def read_drafts(
    importer: Importer, isolation: Isolation, path: Path, options: ImportOptions, progress: Progress
) -> list[Draft]:
    """Return the drafts that `importer` makes of a file: in a process of its own, where its format can do harm."""
    if importer in BUILT_IN and not isinstance(importer, TextImporter | MarkdownImporter):
        return isolation.read(importer, path, options, progress)
    return list(importer.read(path, options, progress))


class _Intake:
    """One run of an import: what is read and not yet added, and what became of the files so far."""

    def __init__(
        self, texts: TextStore, index: Keeper, submit: Submit, options: ImportOptions, progress: Progress
    ) -> None:
        self._texts = texts
        self._index = index
        self._submit = submit
        self._options = options
        self._progress = progress
        self._importers = load_importers(BUILT_IN)
        self._isolation = Isolation()
        self._batch: list[tuple[PreparedDraft, str]] = []
        self._imported: list[Imported] = []
        self._duplicates: list[Duplicate] = []
        self._refused: list[RefusedFile] = []

    def run(self, paths: Sequence[Path]) -> ImportResult:
        found = collect(paths)
        self._refused += (RefusedFile(shown(path), reason) for path, reason in found.refused)
        waiting = deque(found.files)
        cancelled = False
        try:
            self._take_all(waiting)
        except Cancelled:
            cancelled = True
        except StorageFailed as error:
            self._refused += (RefusedFile(shown(source.path), error) for source in waiting)
        finally:
            self._isolation.close()
        self._add_last_batch()
        return ImportResult(
            tuple(self._imported),
            tuple(self._duplicates),
            tuple(self._refused),
            tuple(shown(path) for path in found.links),
            cancelled,
            self._importers.problems,
        )

    def _take_all(self, waiting: deque[Source]) -> None:
        """Read the files in turn."""
        total = len(waiting)
        while waiting:
            self._progress.report(total - len(waiting), total, shown(Path(waiting[0].path.name)))
            source = waiting.popleft()
            file = _File(source.path, source.path.name, shown(source.path), source.named)
            self._attempt(file, self._take)
        self._add_batch()
        self._progress.report(total, total)

    def _attempt(self, file: _File, take: Callable[[_File], None]) -> None:
        """Take a file, or refuse it with the reason; a full disk is passed on as well."""
        try:
            take(file)
        except LibraryError as error:
            self._refused.append(RefusedFile(file.shown, error, file.archive))
            if isinstance(error, StorageFailed):
                raise
        except OSError as error:
            self._refused.append(RefusedFile(file.shown, failure(error), file.archive))

    def _take(self, file: _File) -> None:
        """Read one file into the batch, or all files of an archive."""
        if file.path.stat().st_size > FILE_LIMIT:
            raise Refused(
                "This file is larger than {limit} MB. Split it, then import the parts.", limit=FILE_LIMIT >> 20
            )
        if is_archive(file.path):
            self._take_archive(file)
        else:
            self._take_document(file)

    def _take_archive(self, file: _File) -> None:
        with open_archive(file.path, LIMIT) as archive, TemporaryDirectory(prefix="zhupi-") as folder:
            empty = True
            for member in members(archive, Path(folder)):
                empty = False
                self._attempt(_member_file(file, member), lambda inner, member=member: self._take_member(inner, member))
        if empty:
            raise Refused("There is nothing in this archive to import.")

    def _take_member(self, file: _File, member: Member) -> None:
        if member.reason is not None:
            raise member.reason
        self._take_document(file)

    def _take_document(self, file: _File) -> None:
        data, drafts = self._read(file)
        original_sha = self._texts.add_original(data, file.name)
        for draft in drafts:
            draft = replace(draft, title=one_line(draft.title) or one_line(file.name) or draft.format)
            draft = described(draft if self._options.repair is None else repaired(draft, self._options.repair))
            text_sha = self._texts.add_text(draft.text)
            keep_outline(self._texts, text_sha, draft.text, draft.elements)
            keep_speakers(self._texts, text_sha, draft.text)
            name = shown(Path(file.name))
            self._batch.append((PreparedDraft(draft, text_sha, original_sha, name, file.shown), file.archive))
        lengths = sum(len(prepared.draft.text) for prepared, _ in self._batch)
        if len(self._batch) >= BATCH_FILES or lengths >= BATCH_LENGTH:
            self._add_batch()

    def _read(self, file: _File) -> tuple[bytes, list[Draft]]:
        """Return a file's bytes and its drafts; Refused if it changed meanwhile, for then the two may not agree."""
        importer = self._importer(file)
        data = file.path.read_bytes()
        options = replace(self._options, name=file.name)
        drafts = read_drafts(importer, self._isolation, file.path, options, self._progress)
        if file.path.read_bytes() != data:
            raise Refused("This file changed while it was read. Import it again once nothing writes to it.")
        if not drafts:
            raise Refused("There is no text in this file.")
        return data, drafts

    def _importer(self, file: _File) -> Importer:
        importer = recognise(file.path, self._importers)
        if importer is not None:
            return importer
        if file.named:
            return TextImporter()
        raise Refused(
            "Files that end in “{suffix}” cannot be imported from a folder. If it is a text, import it by itself.",
            suffix=file.path.suffix,
        )

    def _add_last_batch(self) -> None:
        try:
            self._add_batch()
        except StorageFailed:
            return  # the batch is refused already, with this reason

    def _add_batch(self) -> None:
        """Add what was read to the library, as one operation; StorageFailed if the disk is full, all of it refused."""
        batch, self._batch = self._batch, []
        if not batch:
            return
        try:
            self._texts.sync()
            drafts = [prepared for prepared, _ in batch]
            added = self._submit(lambda library: _add(library, drafts, self._options))
        except StorageFailed as error:
            self._refused += (RefusedFile(prepared.source, error, archive) for prepared, archive in batch)
            raise
        for (prepared, archive), (document, is_new) in zip(batch, added, strict=True):
            if is_new:
                self._imported.append(_imported(prepared, document, archive))
            else:
                self._duplicates.append(Duplicate(prepared.source, document.id, archive))
        with suppress(StorageFailed, IndexDamaged):  # the documents are in: the index is mended with the next search
            self._index.add([(document.id, document.text_sha) for document, _ in added])


def _add(library: Library, batch: Sequence[PreparedDraft], options: ImportOptions) -> list[tuple[Document, bool]]:
    with library.journal.operation("Import {count} documents", one="Import document", count=len(batch)):
        collection_id = options.collection_id
        if collection_id is None and options.collection is not None:
            collection_id = library.collections.add_path(options.collection).id
        return library.documents.add_drafts(batch, collection_id)


def _member_file(archive: _File, member: Member) -> _File:
    path = member.path or Path()
    name = PurePosixPath(member.name).name
    return _File(path, name, f"{archive.shown}/{member.name}", named=False, archive=archive.shown)


def _imported(prepared: PreparedDraft, document: Document, archive: str) -> Imported:
    draft = prepared.draft
    return Imported(
        prepared.source,
        document.id,
        document.title,
        document.length,
        draft.encoding,
        draft.replaced,
        draft.stripped,
        draft.remarks,
        archive,
        None if draft.mends is None else _counted(draft.mends),
    )


def _counted(mends: Sequence[Mend]) -> dict[str, int]:
    found = Counter(mend.kind for mend in mends)
    return {kind: found[kind] for kind in KINDS}
