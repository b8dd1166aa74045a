"""The kinds of files that can be imported, as dialogs that ask for files offer them."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.fieldwords import format_name
from desktop.translation import tr


def importable_kinds() -> str:
    """Return all that can be imported, then each kind by itself, then all files, as Qt takes them."""
    from library.bibliography import BUILT_IN as BIBLIOGRAPHIES
    from library.importers import BUILT_IN
    from library.importers.base import load_importers
    from library.importers.scans import PICTURES

    importers = load_importers(BUILT_IN).available
    texts = [(format_name(one.name), [suffix for suffix in one.suffixes if suffix]) for one in importers]
    kinds = [
        *texts,
        (tr("Pictures of pages"), PICTURES),
        (tr("ZIP archives"), [".zip"]),
        (tr("Bibliographies"), [suffix for one in BIBLIOGRAPHIES for suffix in one.suffixes]),
    ]
    every = _kind(tr("All that can be imported"), dict.fromkeys(suffix for _, own in kinds for suffix in own))
    return ";;".join((every, *(_kind(*kind) for kind in kinds), tr("All files ({patterns})", patterns="*")))


def _kind(name: str, suffixes: Iterable[str]) -> str:
    return f"{name} ({' '.join(f'*{suffix}' for suffix in suffixes)})"
