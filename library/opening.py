"""How a command reaches a library and what is in it by name."""

from pathlib import Path

from library import reporting
from library.errors import NotFound
from library.library import Library

PATIENCE = 5.0
"""Seconds that a writing command waits for another process to finish."""


def read_library(path: Path) -> Library:
    """Open a library for reading, which another process may be writing."""
    return Library.open(path, write=False)


def write_library(path: Path) -> Library:
    """Open a library for writing, waiting for another process to finish; what did not go well is told."""
    library = Library.open(path, wait=PATIENCE)
    for warning in library.warnings:
        reporting.print_problem(str(warning))
    return library


def update_index(library: Library) -> None:
    """Bring the search index up to date; StorageFailed if the disk does not take it, for then texts would be missed."""
    library.search.update(reporting.terminal_progress())


def tag_id_of(library: Library, name: str) -> str:
    """Return the id of the tag with this full name, or raise NotFound."""
    tag = library.tags.find_path(name)
    if tag is None:
        raise NotFound("There is no tag “{name}”. List them with “tags”.", name=name)
    return tag.id


def collection_id_of(library: Library, name: str) -> str:
    """Return the id of the collection with this full name, or raise NotFound."""
    collection = library.collections.find_path(name)
    if collection is None:
        raise NotFound("There is no collection “{name}”.", name=name)
    return collection.id
