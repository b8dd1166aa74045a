"""The index is right after any run of adding, binning, erasing, undoing, redoing, harm and rebuilding."""

import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from library.errors import NothingToUndo
from library.searching import Search
from tests.library.conftest import Desk
from tests.library.folded import letters

SIGNS = "政协協𠮷臺台eE\u0301ﬁi①1😀 ，\n、ab"
TEXTS = st.text(SIGNS, min_size=1, max_size=30)
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
        texts: dict[str, str] = {}
        for document in documents.all():
            reading = documents.text(document.id)
            texts[document.id] = "".join(letter.sign for letter in letters(reading.text()))
            reading.close()
        for query in QUERIES:
            key = "".join(letter.sign for letter in letters(query))
            found = {name: tally.total for name, tally in self.search.ask(f'"{query}"').tallies()}
            assert found == {name: number for name, text in texts.items() if (number := occurrences(text, key))}

    def teardown(self) -> None:
        self.desk.library.close()
        shutil.rmtree(self.folder)

    def drawn(self, data: st.DataObject) -> str:
        return data.draw(st.sampled_from([document.id for document in self.desk.library.documents.all()]))


def occurrences(text: str, key: str) -> int:
    """Return how often `key` stands in `text`, places that overlap included."""
    return sum(text.startswith(key, index) for index in range(len(text)))


TestSearched = Searched.TestCase
TestSearched.settings = settings(max_examples=12, stateful_step_count=12, deadline=None)
