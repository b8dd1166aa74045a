"""Bookmarks: places in a text to come back to, each with a name."""

import re
from contextlib import closing
from dataclasses import replace

from library.documents import Documents
from library.errors import InvalidSpan, NotFound
from library.models import Bookmark, new_id, now
from library.storage.characters import storable
from library.storage.journal import Journal
from library.storage.store import Store
from library.storage.texts import ReadingText

NAME_LENGTH = 24
"""Code points of a name that is taken from the text."""
LONGEST_NAME = 200
"""Code points of a name that is given."""

_REACH = 400
"""Code points before and behind a place in which its sentence is looked for."""
_SENTENCE_END = re.compile(r"[。！？；…!?\n]+[”’」』）)》】]*|\.[\"'”’)]*\s")
_MARKUP = re.compile(r"\A[#>*\s]+")


class Bookmarks:
    """Verbs on bookmarks. Positions are code points of the reading text, from 0 up to and with its length."""

    def __init__(self, store: Store, journal: Journal, documents: Documents) -> None:
        self._store = store
        self._journal = journal
        self._documents = documents

    def get(self, bookmark_id: str) -> Bookmark:
        """Return a bookmark by its id, or raise NotFound."""
        bookmark = self._store.find(Bookmark, bookmark_id)
        if bookmark is None:
            raise NotFound("There is no bookmark with the id {id}.", id=bookmark_id)
        return bookmark

    def of_document(self, document_id: str) -> list[Bookmark]:
        """Return the bookmarks of a document in text order."""
        return self._store.all(Bookmark, "position", "id", document_id=document_id)

    def add(self, document_id: str, position: int, name: str = "") -> Bookmark:
        """Set a bookmark; without a name it is called by the beginning of the sentence there.

        Where one stands already, that one is returned as it is. InvalidSpan if the position is outside the text.
        """
        found = next(iter(self._store.all(Bookmark, document_id=document_id, position=position)), None)
        if found is not None:
            return found
        bookmark = self._placed(Bookmark(new_id(), document_id, position, "", now()), position)
        if name.strip():
            bookmark = replace(bookmark, name=_line(name))
        with self._journal.operation("Add bookmark"):
            self._store.put(bookmark)
        return bookmark

    def rename(self, bookmark_id: str, name: str) -> None:
        """Give a bookmark another name; an empty one is again the beginning of the sentence there."""
        bookmark = self.get(bookmark_id)
        renamed = replace(bookmark, name=_line(name)) if name.strip() else self._placed(bookmark, bookmark.position)
        with self._journal.operation("Rename bookmark"):
            self._store.put(renamed)

    def remove(self, *bookmark_ids: str) -> None:
        """Take bookmarks away; those that are gone already are passed over."""
        count = len(bookmark_ids)
        with self._journal.operation("Remove {count} bookmarks", one="Remove bookmark", count=count):
            self._store.remove(Bookmark, [(bookmark_id,) for bookmark_id in bookmark_ids])

    def _placed(self, bookmark: Bookmark, position: int) -> Bookmark:
        """Return the bookmark at a position, named by the sentence there."""
        with closing(self._documents.text(bookmark.document_id)) as text:
            if not 0 <= position <= text.length:
                raise InvalidSpan(
                    "The place {position} is not in the text, which has {length} characters.",
                    position=position,
                    length=text.length,
                )
            return replace(bookmark, position=position, name=beginning(text, position))


def beginning(text: ReadingText, position: int) -> str:
    """Return how the sentence at code point `position` begins, in one line of at most NAME_LENGTH code points.

    Where nothing but white space stands, the next sentence counts; at the end of the text there may be none.
    """
    start = max(position - _REACH, 0)
    around = text.slice(start, min(position + _REACH, text.length))
    at = position - start
    begin = max((found.end() for found in _SENTENCE_END.finditer(around) if found.end() <= at), default=0)
    rest = around[begin:].lstrip()
    sentence = _MARKUP.sub("", _SENTENCE_END.split(rest, maxsplit=1)[0]) or rest
    words = " ".join(sentence.split())
    return words if len(words) <= NAME_LENGTH else words[: NAME_LENGTH - 1].rstrip() + "…"


def _line(name: str) -> str:
    return " ".join(storable(name).split())[:LONGEST_NAME].rstrip()
