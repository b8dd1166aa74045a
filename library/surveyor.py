"""The process that looks at files for an import dialog: `python -m library.surveyor`, answering as importers do."""

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import astuple, replace
from itertools import islice
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Any

from library.chinese.outlining import outline_of
from library.chinese.repair import RepairPlan, plan
from library.drafting import fields_of, finished
from library.importers import BUILT_IN
from library.importers.archive import open_archive
from library.importers.base import Importer, ImportOptions, load_importers
from library.importers.encodings import is_doubtful
from library.importers.members import LIMIT, members
from library.importers.reader import Send, refusal, serve
from library.importers.recognition import importer_for, is_archive, refuse_large
from library.importlists import options_of
from library.mending import RepairKind
from library.models import Draft
from library.progress import Progress
from library.recognised import BEGINNING

_ENCODED = frozenset({"text", "markdown", "html"})
"""Formats whose files do not say for certain in what encoding they are."""
_AROUND = 60
"""Code points shown on either side of a repair, on its line."""
_LONGEST = 240
_AT_ONCE = 400


def main() -> None:
    """Answer requests: what is recognised in the file or in all files of the archive, in detail where that is asked."""
    serve(_look)


def _look(request: dict[str, Any], path: Path, send: Send) -> None:
    options = options_of(request["options"])
    refuse_large(path)
    if not is_archive(path):
        _send_file(path, options, request, send)
        return
    with open_archive(path, LIMIT, apart=True) as archive, TemporaryDirectory(prefix="zhupi-") as folder:
        if request["member"]:
            inner = Path(folder, f"member{PurePosixPath(request['member']).suffix}")
            inner.write_bytes(archive.read(request["member"]))
            _send_file(inner, replace(options, name=PurePosixPath(request["member"]).name), request, send)
            return
        for member in members(archive, Path(folder)):
            try:
                if member.reason is not None or member.path is None:
                    raise member.reason or FileNotFoundError(member.name)
                named = replace(options, name=PurePosixPath(member.name).name)
                _send_file(member.path, named, {**request, "named": False}, send, member.name)
            except Exception as error:  # one bad file never stops the rest, whatever foreign code stumbles over
                send("unreadable", member=member.name, **refusal(error))


def _send_file(path: Path, options: ImportOptions, request: dict[str, Any], send: Send, member: str = "") -> None:
    importer = importer_for(path, load_importers(BUILT_IN), named=request["named"] or bool(request["member"]))
    drafts = list(importer.read(path, options, Progress()))
    for draft in drafts[:1]:
        repairs = plan(draft.text)
        done = finished(draft, options, repairs)
        send("file", member=member, **_values(path, importer, options, draft, done, repairs))
        if request["detail"]:
            _send_details(draft, done, repairs, send)


def _values(
    path: Path, importer: Importer, options: ImportOptions, draft: Draft, done: Draft, repairs: RepairPlan
) -> dict[str, Any]:
    guessed = importer.name in _ENCODED and options.encoding is None
    return {
        "format": done.format,
        "encoding": done.encoding,
        "doubtful": guessed and is_doubtful(path.read_bytes()),
        "partial": importer.name == "html" and _is_partial(importer, path, options, draft),
        "fields": fields_of(done),
        "length": len(done.text),
        "text_sha": hashlib.sha256(done.text.encode()).hexdigest(),
        "original_sha": hashlib.sha256(path.read_bytes()).hexdigest(),
        "beginning": done.text[:BEGINNING],
        "replaced": done.replaced,
        "stripped": done.stripped,
        "repairs": Counter(repair.kind for repair in (*repairs.edits, *repairs.flags)),
        "remarks": [astuple(remark) for remark in done.remarks],
    }


def _is_partial(importer: Importer, path: Path, options: ImportOptions, draft: Draft) -> bool:
    """Say whether a web page and what reads as its article are two different texts."""
    other = importer.read(path, replace(options, whole_page=not options.whole_page), Progress())
    return any(one.text.strip() != draft.text.strip() for one in other)


def _send_details(draft: Draft, done: Draft, repairs: RepairPlan, send: Send) -> None:
    headings = (astuple(heading) for heading in outline_of(done.text, done.elements).headings)
    while rows := list(islice(headings, _AT_ONCE)):
        send("headings", headings=rows)
    proposals = _proposals(draft.text, repairs)
    while rows := list(islice(proposals, _AT_ONCE)):
        send("proposals", proposals=rows)


def _proposals(text: str, repairs: RepairPlan) -> Iterator[tuple[RepairKind, int, int, str, str, str, str | None, str]]:
    """Yield the repairs of a text in order, as the values of `Proposal`."""
    for repair in sorted((*repairs.edits, *repairs.flags), key=lambda repair: repair.start):
        above = text[max(repair.start - _AROUND, 0) : repair.start].rpartition("\n")[2]
        below = text[repair.end : repair.end + _AROUND].partition("\n")[0]
        words = text[repair.start : repair.end]
        if len(words) > _LONGEST:
            words = f"{words[: _LONGEST // 2]}…{words[-_LONGEST // 2 :]}"
        detail = repair.detail if repair.kind == "gap" else ""
        yield repair.kind, repair.start, repair.end, above, words, below, repair.replacement, detail


if __name__ == "__main__":
    main()
