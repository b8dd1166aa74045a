"""A session with a library that holds documents and collections, for the tests of the shelf."""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from pytestqt.qtbot import QtBot

from desktop.itemmodels.holdings import Holdings
from desktop.session import Session
from library.library import Library
from library.models import Document, Draft, PreparedDraft

T = TypeVar("T")

HOSTILE = "<b>粗</b>&amp;" * 33
AWKWARD = ("𠮷野家😀", "e\u0301tude", HOSTILE[:300])


class Stocked:
    """The session, and what is done to its library as a person would do it: on the writer thread, then delivered."""

    def __init__(self, session: Session, path: Path) -> None:
        self.session = session
        self.path = path

    @property
    def library(self) -> Library:
        """The main thread's own connection."""
        assert self.session.library is not None
        return self.session.library

    def add(self, path: str, *titles: str) -> list[str]:
        """Add documents with these titles to the collection of this full name ("": to none); return their ids."""

        def verb(library: Library) -> list[str]:
            collection_id = library.collections.add_path(path).id if path else None
            added = library.documents.add_drafts([_draft(library, title) for title in titles], collection_id)
            return [document.id for document, _ in added]

        return self.do(verb)

    def do(self, verb: Callable[[Library], T]) -> T:
        """Run a verb, wait until its changes are here, and return its result."""
        result = self.session.submit(verb)
        self.session.flush()
        return result

    def collection(self, path: str) -> str:
        """Return the id of the collection with this full name."""
        collection = self.library.collections.find_path(path)
        assert collection is not None
        return collection.id

    def document(self, title: str) -> Document:
        """Return the document with this title."""
        return self.library.documents.resolve(title)

    def standing(self, path: str) -> list[str]:
        """Return the titles of the documents of a collection in their order by hand."""
        return [document.title for document in self.library.collections.documents(self.collection(path))]


def _draft(library: Library, title: str) -> PreparedDraft:
    text = f"{title}\n" * 3
    sha = library.texts.add_text(text)
    original = library.texts.add_original(text.encode(), "a.txt")
    return PreparedDraft(Draft(text, title, "text"), sha, original, "a.txt", "a.txt")


@contextmanager
def stocked_session(qtbot: QtBot, path: Path) -> Generator[Stocked, None, None]:
    """Make a library at `path` and keep it open; close it in the end."""
    session = Session()
    with qtbot.waitSignal(session.opened):
        session.create(path)
    yield Stocked(session, path)
    session.shut_down()


def await_keys(qtbot: QtBot, holdings: Holdings) -> None:
    """Wait until all titles are read."""
    qtbot.waitUntil(lambda: holdings.keys.is_ready)
