"""The index is right after any run of adding, binning, erasing, undoing, redoing, harm and rebuilding."""

import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from library.chinese.repetition import repetitions
from library.errors import NothingToUndo
from library.searching import Search
from tests.library.conftest import Desk
from tests.library.folded import Letter, letters

SIGNS = "政协協𠮷臺台eE\u0301ﬁi①1😀 ，\n、ab"
TEXTS = st.text(SIGNS, min_size=1, max_size=30)
LONG = "一段很长的话里说到政协。" * 12
QUERIES = ("政协", "台", "𠮷", "e", "i1", "ab", "协①", "a b")


class Searched(RuleBasedStateMachine):
    """A library, compared after every step with a scan of its folded texts, one character at a time."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.desk = Desk(self.folder / "l.zhupi")
        self.number = 0

    @property
    def search(self) -> Search:
        return self.desk.library.search

    @rule(text=TEXTS)
    def add(self, text: str) -> None:
        self.number += 1
        self.desk.add(f"{self.number}\n{text}", str(self.number))

    @rule(text=TEXTS, between=TEXTS)
    def add_twice(self, text: str, between: str) -> None:
        self.number += 1
        passage = f"{LONG}{text}。"
        self.desk.add(f"{self.number}。{passage}{between}。{passage}{between}", str(self.number))

    @rule(data=st.data())
    @precondition(lambda self: self.desk.library.documents.all())
    def bin(self, data: st.DataObject) -> None:
        self.desk.library.documents.remove(self.drawn(data))

    @rule(data=st.data())
    @precondition(lambda self: self.desk.library.documents.all())
    def erase(self, data: st.DataObject) -> None:
        self.desk.library.documents.erase(self.drawn(data))

    @rule()
    def undo(self) -> None:
        with suppress(NothingToUndo):
            self.desk.library.undo()

    @rule()
    def redo(self) -> None:
        with suppress(NothingToUndo):
            self.desk.library.redo()

    @rule(harm=st.sampled_from(["removed", "spoiled"]))
    def harm(self, harm: str) -> None:
        self.search.close()
        for file in self.desk.path.glob("index.db*"):
            file.unlink()
        if harm == "spoiled":
            (self.desk.path / "index.db").write_bytes(b"no database" * 9000)

    @rule()
    def reopen(self) -> None:
        self.desk.reopen()

    @invariant()
    def finds_what_a_scan_finds(self) -> None:
        self.search.update()
        documents = self.desk.library.documents
        texts: dict[str, tuple[list[Letter], list[tuple[int, int]]]] = {}
        for document in documents.all():
            reading = documents.text(document.id)
            again = [(start, end) for _, start, end in repetitions(reading.text())]
            texts[document.id] = letters(reading.text()), again
            reading.close()
        for query in QUERIES:
            key = "".join(letter.sign for letter in letters(query))
            found = {name: tally.total for name, tally in self.search.ask(f'"{query}"').tallies()}
            assert found == {name: number for name, text in texts.items() if (number := once(text, key))}

    def teardown(self) -> None:
        self.desk.library.close()
        shutil.rmtree(self.folder)

    def drawn(self, data: st.DataObject) -> str:
        return data.draw(st.sampled_from([document.id for document in self.desk.library.documents.all()]))


def once(text: tuple[list[Letter], list[tuple[int, int]]], key: str) -> int:
    """Return how often `key` stands in a text, places that overlap included, but not in passages that stand again."""
    found, again = text
    signs = "".join(letter.sign for letter in found)
    starts = (index for index in range(len(found)) if signs.startswith(key, index))
    spans = ((found[index].start, found[index + len(key) - 1].end) for index in starts)
    return sum(not any(first <= start and end <= last for first, last in again) for start, end in spans)


TestSearched = Searched.TestCase
TestSearched.settings = settings(max_examples=12, stateful_step_count=12, deadline=None)
