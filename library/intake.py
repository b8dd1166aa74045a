"""From paths through importers to documents: the one place where importers and documents meet."""

from collections import Counter, deque
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Protocol, TypeVar

from library.drafting import finished, with_fields
from library.errors import IndexDamaged, LibraryError, ReadOnly, Refused, StorageFailed
from library.importchoices import AS_IT_IS, Choice, Choices
from library.importers import BUILT_IN
from library.importers.archive import open_archive
from library.importers.base import Importer, ImportOptions, load_importers
from library.importers.encodings import known_encoding
from library.importers.isolation import Isolation
from library.importers.markdown import MarkdownImporter
from library.importers.members import LIMIT, Member, members
from library.importers.recognition import importer_for, is_archive, refuse_large
from library.importers.scans import is_scanned
from library.importers.sources import Source, collect, failure, shown
from library.importers.text import TextImporter
from library.importlists import ImportList, begin
from library.library import Library
from library.mending import KINDS, Mend
from library.models import Document, Draft, PreparedDraft
from library.outcomes import Duplicate, Imported, ImportResult, RefusedFile
from library.outlines import keep_outline
from library.progress import Cancelled, Progress
from library.search.keeping import Keeper
from library.speakers import keep_speakers
from library.storage.texts import TextStore

BATCH_FILES = 64
BATCH_LENGTH = 8 * 1024 * 1024
"""Documents, and code points, that are added to the library in one operation."""

T = TypeVar("T")


class Submit(Protocol):
    """Runs a verb on the library that writes, waits for it, and returns its result."""

    def __call__(self, verb: Callable[[Library], T], /) -> T: ...


def import_paths(
    paths: Sequence[Path],
    texts: TextStore,
    submit: Submit,
    options: ImportOptions,
    progress: Progress,
    choices: Choices | None = None,
) -> ImportResult:
    """Import files and all files below folders; return what became of each of them.

    Texts and originals are written here; documents are added through `submit`, a batch in one operation, all of which
    are one step of undo. One bad file never stops the rest. A full disk does, and the files not reached are refused
    with that reason. When `progress` is cancelled, what was read by then stays, and the rest can be gone on with
    (`resume`), as after the end of the process. LibraryError, before anything is read, for an encoding that does not
    exist; whatever `submit` raises but StorageFailed is passed on.
    """
    if options.encoding is not None:
        known_encoding(options.encoding)
    found = collect(paths)
    work = begin(texts.imports_path, found.files, options, choices or {})
    result = resume(work, texts, submit, progress)
    refused = tuple(RefusedFile(shown(path), reason) for path, reason in found.refused)
    return replace(result, refused=refused + result.refused, links=tuple(shown(path) for path in found.links))


def resume(work: ImportList, texts: TextStore, submit: Submit, progress: Progress) -> ImportResult:
    """Do what is left of an import, as `import_paths` does; files that were refused before are tried again."""
    with closing(Keeper(texts)) as index:
        try:
            result = _Intake(texts, index, submit, work, progress).run()
        except ReadOnly:  # the library was closed meanwhile
            raise
        except LibraryError:
            work.remove()
            raise
    if not result.left:
        work.remove()
    return result


@dataclass(frozen=True, slots=True)
class _File:
    """A file to be read, and how it is spoken of: `archive` is the path of the archive it stands in.

    `key` is what choices for it are found by, `place` where it stands, or its archive, in the list of the import.
    """

    path: Path
    name: str
    shown: str
    key: str
    named: bool
    place: int
    archive: str = ""


@dataclass(frozen=True, slots=True)
class _Read:
    """A draft that is to be added, and the file that it is of."""

    prepared: PreparedDraft
    file: _File


def read_drafts(
    importer: Importer, isolation: Isolation, path: Path, options: ImportOptions, progress: Progress
) -> list[Draft]:
    """Return the drafts that `importer` makes of a file: in a process of its own, unless it reads plain text."""
    if isinstance(importer, TextImporter | MarkdownImporter):
        return list(importer.read(path, options, progress))
    return isolation.read(importer, path, options, progress)


class _Intake:
    """One run of an import: what is read and not yet added, and what became of the files so far."""

    def __init__(self, texts: TextStore, index: Keeper, submit: Submit, work: ImportList, progress: Progress) -> None:
        self._texts = texts
        self._index = index
        self._submit = submit
        self._work = work
        self._progress = progress
        self._importers = load_importers(BUILT_IN)
        self._isolation = Isolation()
        self._batch: list[_Read] = []
        self._taken: list[int] = []
        self._imported: list[Imported] = []
        self._duplicates: list[Duplicate] = []
        self._refused: list[RefusedFile] = []
        self._left_out: list[str] = []

    def run(self) -> ImportResult:
        waiting = deque(self._work.left)
        cancelled = False
        try:
            self._take_all(waiting)
        except Cancelled:
            cancelled = True
        except StorageFailed as error:
            self._refused += (RefusedFile(shown(source.path), error) for _, source in list(waiting)[1:])
        finally:
            self._isolation.close()
        self._add_last_batch()
        left = len(waiting) if cancelled else sum(isinstance(row.reason, StorageFailed) for row in self._refused)
        return ImportResult(
            tuple(self._imported),
            tuple(self._duplicates),
            tuple(self._refused),
            cancelled=cancelled,
            problems=self._importers.problems,
            left=left,
            left_out=tuple(self._left_out),
        )

    def _take_all(self, waiting: deque[tuple[int, Source]]) -> None:
        """Read the files in turn."""
        total = len(waiting)
        while waiting:
            place, source = waiting[0]
            self._progress.report(total - len(waiting), total, shown(Path(source.path.name)))
            file = _File(source.path, source.path.name, shown(source.path), str(source.path), source.named, place)
            self._attempt(file, self._take)
            self._add_full_batch()
            waiting.popleft()
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
        if self._is_left_out(file):
            return
        refused = len(self._refused)
        refuse_large(file.path)
        if is_archive(file.path):
            self._take_archive(file)
        else:
            self._take_document(file)
        if len(self._refused) == refused:
            self._taken.append(file.place)

    def _take_archive(self, file: _File) -> None:
        with open_archive(file.path, LIMIT, apart=True) as archive, TemporaryDirectory(prefix="zhupi-") as folder:
            empty = True
            for member in members(archive, Path(folder)):
                empty = False
                self._attempt(_member_file(file, member), lambda inner, member=member: self._take_member(inner, member))
                self._add_full_batch()
        if empty:
            raise Refused("There is nothing in this archive to import.")

    def _take_member(self, file: _File, member: Member) -> None:
        if self._is_left_out(file):
            return
        if member.reason is not None:
            raise member.reason
        self._take_document(file)

    def _is_left_out(self, file: _File) -> bool:
        """Say whether a file is not wanted, and keep that for what is told afterwards."""
        if self._choice(file).left_out:
            self._left_out.append(file.shown)
            return True
        return False

    def _choice(self, file: _File) -> Choice:
        return self._work.choices.get(file.key, AS_IT_IS)

    def _take_document(self, file: _File) -> None:
        choice = self._choice(file)
        options = replace(choice.applied(self._work.options), name=file.name)
        data, drafts = self._read(file, options)
        original_sha = self._texts.add_original(data, file.name)
        for draft in drafts:
            draft = finished(draft, options)
            draft = with_fields(draft, choice.fields) if len(drafts) == 1 else draft
            text_sha = self._texts.add_text(draft.text)
            keep_outline(self._texts, text_sha, draft.text, draft.elements)
            keep_speakers(self._texts, text_sha, draft.text)
            name = shown(Path(file.name))
            prepared = PreparedDraft(draft, text_sha, original_sha, name, file.shown, choice.copied, len(drafts) == 1)
            self._batch.append(_Read(prepared, file))

    def _read(self, file: _File, options: ImportOptions) -> tuple[bytes, list[Draft]]:
        """Return a file's bytes and its drafts; Refused if it changed meanwhile, for then the two may not agree."""
        importer = self._importer(file, options)
        data = file.path.read_bytes()
        drafts = self._drafts(importer, file.path, data, options)
        if file.path.read_bytes() != data:
            raise Refused("This file changed while it was read. Import it again once nothing writes to it.")
        if not drafts:
            raise Refused("There is no text in this file.")
        return data, drafts

    def _importer(self, file: _File, options: ImportOptions) -> Importer | None:
        """Return the importer for a file, None for a picture that is to be read by OCR."""
        try:
            return importer_for(file.path, self._importers, named=file.named)
        except Refused as error:
            if options.ocr is None or not is_scanned(error):
                raise
        return None

    def _drafts(self, importer: Importer | None, path: Path, data: bytes, options: ImportOptions) -> list[Draft]:
        """Return the drafts of a file; if its pages are pictures and that is wanted, by reading those."""
        try:
            if importer is not None:
                return read_drafts(importer, self._isolation, path, options, self._progress.inner())
        except Refused as error:
            if options.ocr is None or not is_scanned(error):
                raise
        from library.scanning import read_scan

        return [read_scan(path, data, options, self._texts, self._progress)]

    def _add_full_batch(self) -> None:
        lengths = sum(len(read.prepared.draft.text) for read in self._batch)
        if len(self._batch) >= BATCH_FILES or lengths >= BATCH_LENGTH:
            self._add_batch()

    def _add_last_batch(self) -> None:
        try:
            self._add_batch()
        except StorageFailed:
            return  # the batch is refused already, with this reason

    def _add_batch(self) -> None:
        """Add what was read to the library, as one operation; StorageFailed if the disk is full, all of it refused."""
        batch, self._batch = self._batch, []
        taken, self._taken = self._taken, []
        if not batch:
            return
        try:
            self._texts.sync()
            added = self._submit(lambda library: _add(library, batch, self._work))
        except StorageFailed as error:
            self._refused += (RefusedFile(read.file.shown, error, read.file.archive) for read in batch)
            raise
        self._work.note(taken)
        for read, (document, is_new) in zip(batch, added, strict=True):
            if is_new:
                self._imported.append(_imported(read, document))
            else:
                self._duplicates.append(Duplicate(read.file.shown, document.id, read.file.archive))
        with suppress(StorageFailed, IndexDamaged):  # the documents are in: the index is mended with the next search
            self._index.add([(document.id, document.text_sha) for document, _ in added])


def _add(library: Library, batch: Sequence[_Read], work: ImportList) -> list[tuple[Document, bool]]:
    options = work.options
    with library.journal.operation(
        "Import {count} documents", one="Import document", part_of=work.id, count=len(batch)
    ):
        collection_id = options.collection_id
        if collection_id is None and options.collection is not None:
            collection_id = library.collections.add_path(options.collection).id
        drafts = [read.prepared for read in batch]
        return library.documents.add_drafts(drafts, collection_id, since=work.started)


def _member_file(archive: _File, member: Member) -> _File:
    path = member.path or Path()
    name = PurePosixPath(member.name).name
    return _File(
        path,
        name,
        f"{archive.shown}/{member.name}",
        f"{archive.key}/{member.name}",
        named=False,
        place=archive.place,
        archive=archive.shown,
    )


def _imported(read: _Read, document: Document) -> Imported:
    draft = read.prepared.draft
    return Imported(
        read.prepared.source,
        document.id,
        document.title,
        document.length,
        draft.encoding,
        draft.replaced,
        draft.stripped,
        draft.remarks,
        read.file.archive,
        None if draft.mends is None else _counted(draft.mends),
    )


def _counted(mends: Sequence[Mend]) -> dict[str, int]:
    found = Counter(mend.kind for mend in mends if not mend.refused)
    return {kind: found[kind] for kind in KINDS}
