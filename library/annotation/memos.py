"""Memos: prose with live excerpts, the bench on which a chapter is written."""

from collections.abc import Sequence
from dataclasses import replace

from library.errors import Ambiguous, InvalidName, NotFound
from library.models import Memo, new_id, now
from library.references import parts, with_excerpts, with_part_moved, with_part_removed
from library.storage.characters import storable
from library.storage.journal import Journal
from library.storage.store import Store


class Memos:
    """Verbs on memos."""

    def __init__(self, store: Store, journal: Journal) -> None:
        self._store = store
        self._journal = journal

    def all(self) -> list[Memo]:
        """Return all memos, the one changed last first."""
        return self._store.all(Memo, "-modified", "-id")

    def get(self, memo_id: str) -> Memo:
        """Return a memo by its id, or raise NotFound."""
        memo = self._store.find(Memo, memo_id)
        if memo is None:
            raise NotFound("There is no memo with the id {id}.", id=memo_id)
        return memo

    def resolve(self, name: str) -> Memo:
        """Return the memo with this id, this exact title, or with `name` as a part of its title alone.

        NotFound if there is none, Ambiguous if there are several.
        """
        name = storable(name)
        memo = self._store.find(Memo, name)
        if memo is not None:
            return memo
        memos = self.all()
        found = [memo for memo in memos if memo.title == name]
        found = found or [memo for memo in memos if name.casefold() in memo.title.casefold()]
        if not found or not name:
            raise NotFound("No memo’s id or title matches “{name}”. List them with “memos”.", name=name)
        if len(found) > 1:
            titles = "; ".join(memo.title for memo in found[:5]) + "; …" * (len(found) > 5)
            raise Ambiguous(
                "“{name}” matches {count} memos: {titles}. Give a longer part of the title, or the id.",
                name=name,
                count=len(found),
                titles=titles,
            )
        return found[0]

    def add(self, title: str, text: str = "") -> Memo:
        """Make a memo; InvalidName if its title is empty."""
        moment = now()
        memo = Memo(new_id(), _clean_title(title), storable(text), moment, moment)
        with self._journal.operation("Add memo “{name}”", name=memo.title):
            self._store.put(memo)
        return memo

    def rename(self, memo_id: str, title: str) -> None:
        """Give a memo another title; InvalidName if it is empty."""
        memo = self.get(memo_id)
        title = _clean_title(title)
        with self._journal.operation("Rename “{old}” to “{name}”", old=memo.title, name=title):
            self._store.put(replace(memo, title=title))

    def write(self, memo_id: str, text: str) -> None:
        """Set the text of a memo. Saves close together are one undo step."""
        memo = self.get(memo_id)
        text = storable(text)
        with self._journal.operation("Write memo “{name}”", name=memo.title, join=f"memo:{memo_id}"):
            self._put_text(memo, text)

    def send(self, memo_id: str, highlight_ids: Sequence[str], at: int | None = None) -> None:
        """Put excerpts into a memo: after the part that holds code point `at` of its text, or at its end."""
        memo, count = self.get(memo_id), len(highlight_ids)
        with self._journal.operation(
            "Send {count} excerpts to “{name}”", one="Send excerpt to “{name}”", count=count, name=memo.title
        ):
            self._put_text(memo, with_excerpts(memo.text, list(highlight_ids), at))

    def move_part(self, memo_id: str, index: int, step: int) -> None:
        """Let part `index` of a memo, prose or excerpt, go `step` places down, or up where it is negative."""
        memo = self._with_part(memo_id, index)
        with self._journal.operation("Reorder memo “{name}”", name=memo.title):
            self._put_text(memo, with_part_moved(memo.text, index, step))

    def remove_part(self, memo_id: str, index: int) -> None:
        """Take part `index` out of a memo; the highlight of an excerpt stays where it is."""
        memo = self._with_part(memo_id, index)
        with self._journal.operation("Take a part out of “{name}”", name=memo.title):
            self._put_text(memo, with_part_removed(memo.text, index))

    def remove(self, *memo_ids: str) -> None:
        """Delete memos; the highlights in them stay."""
        with self._journal.operation("Delete {count} memos", one="Delete memo", count=len(memo_ids)):
            self._store.remove(Memo, [(memo_id,) for memo_id in memo_ids])

    def _with_part(self, memo_id: str, index: int) -> Memo:
        memo = self.get(memo_id)
        if not 0 <= index < len(parts(memo.text)):
            raise NotFound("The memo has no part {number}.", number=index + 1)
        return memo

    def _put_text(self, memo: Memo, text: str) -> None:
        if text != memo.text:
            self._store.put(replace(memo, text=text, modified=now()))


def _clean_title(title: str) -> str:
    plain = " ".join(storable(title).split())
    if not plain:
        raise InvalidName("A title cannot be empty.")
    return plain
