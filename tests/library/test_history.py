"""Any sequence of verbs, undo, redo and reopenings: the library agrees with a plain-Python model of itself."""

import shutil
import tempfile
from copy import deepcopy
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from library.library import Library
from library.models import COLORS, Color
from tests.library.conftest import TEXT, Desk, Rows
from tests.library.model import Mark, Model, Node, below, path, taken

NAMES = st.sampled_from(["甲", "乙", "𠮷", "😀e\u0301"])
NOTES = st.sampled_from(["", "批", "注𠮷\r\n😀", " "])
TEXTS = [TEXT, "", "一\n二\n三\n", "𠮷" * 40, "e\u0301" * 20]
PICK = st.integers(0, 99)
SOME = st.lists(PICK, min_size=1, max_size=3)


class Verbs(RuleBasedStateMachine):
    """Calls verbs with arguments that are allowed; what is refused has its own tests."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.desk = Desk(self.folder / "a.zhupi")
        self.model = Model()
        self.states: list[tuple[Rows, Model]] = [(self.desk.rows(), Model())]
        self.at = 0

    def teardown(self) -> None:
        assert self.library.check() == []
        self.desk.library.close()
        shutil.rmtree(self.folder)

    @property
    def library(self) -> Library:
        return self.desk.library

    def pick(self, ids: dict[str, object] | dict[str, Node] | dict[str, Mark] | dict[str, str], number: int) -> str:
        return sorted(ids)[number % len(ids)]

    def done(self) -> None:
        """Take in a state after a verb: a new step, unless nothing was altered."""
        self.library.journal.seal()
        rows = self.desk.rows()
        if rows != self.states[self.at][0]:
            self.states = [*self.states[: self.at + 1], (rows, deepcopy(self.model))]
            self.at += 1

    # documents

    @initialize()
    def begin(self) -> None:
        self.add_document(0)
        self.mark(0, 1, 5, None, ["甲", "甲/乙"], "批")

    @rule(number=st.integers(0, len(TEXTS) - 1))
    def add_document(self, number: int) -> None:
        known = next((key for key, text in self.model.texts.items() if text == TEXTS[number]), None)
        document = self.desk.add(TEXTS[number], f"题{number}")
        assert known in (None, document.id)
        self.model.texts[document.id] = TEXTS[number]
        self.model.titles.setdefault(document.id, f"题{number}")
        self.model.bin.discard(document.id)
        self.done()

    @precondition(lambda self: self.model.texts)
    @rule(number=PICK, name=NAMES)
    def rename_document(self, number: int, name: str) -> None:
        chosen = self.pick(self.model.texts, number)
        self.library.documents.rename(chosen, name)
        self.model.titles[chosen] = name
        self.done()

    @precondition(lambda self: self.model.texts)
    @rule(number=PICK)
    def bin_or_restore(self, number: int) -> None:
        chosen = self.pick(self.model.texts, number)
        (self.library.documents.restore if chosen in self.model.bin else self.library.documents.remove)(chosen)
        self.model.bin ^= {chosen}
        self.done()

    @precondition(lambda self: self.model.texts)
    @rule(number=PICK)
    def erase(self, number: int) -> None:
        chosen = self.pick(self.model.texts, number)
        self.library.documents.erase(chosen)
        marks = {key for key, mark in self.model.marks.items() if mark.document == chosen}
        self.model.drop_notes("document", {chosen})
        self.model.drop_marks(marks)
        del self.model.texts[chosen], self.model.titles[chosen]
        self.model.bin.discard(chosen)
        for places in self.model.places.values():
            places[:] = [key for key in places if key != chosen]
        self.done()

    # collections

    @rule(number=PICK, name=NAMES, root=st.booleans())
    def add_collection(self, number: int, name: str, root: bool) -> None:
        parent = None if root or not self.model.collections else self.pick(self.model.collections, number)
        if not taken(self.model.collections, parent, name):
            made = self.library.collections.add(name, parent)
            self.model.collections[made.id] = Node(name, parent)
            self.model.places[made.id] = []
            self.done()

    @precondition(lambda self: self.model.collections)
    @rule(number=PICK, name=NAMES)
    def rename_collection(self, number: int, name: str) -> None:
        chosen = self.pick(self.model.collections, number)
        if not taken(self.model.collections, self.model.collections[chosen].parent, name, chosen):
            self.library.collections.rename(chosen, name)
            self.model.collections[chosen].name = name
            self.done()

    @precondition(lambda self: self.model.collections)
    @rule(number=PICK, onto=PICK | st.none())
    def move_collection(self, number: int, onto: int | None) -> None:
        chosen = self.pick(self.model.collections, number)
        parent = None if onto is None else self.pick(self.model.collections, onto)
        if self.movable(self.model.collections, chosen, parent):
            self.library.collections.move(chosen, parent)
            self.model.collections[chosen].parent = parent
            self.done()

    @precondition(lambda self: self.model.collections)
    @rule(number=PICK)
    def remove_collection(self, number: int) -> None:
        gone = below(self.model.collections, self.pick(self.model.collections, number))
        self.library.collections.remove(self.pick(self.model.collections, number))
        self.model.drop_notes("collection", gone)
        for key in gone:
            del self.model.collections[key], self.model.places[key]
        self.done()

    @precondition(lambda self: self.model.collections and self.model.texts)
    @rule(number=PICK, documents=SOME, before=PICK | st.none())
    def place(self, number: int, documents: list[int], before: int | None) -> None:
        chosen = self.pick(self.model.collections, number)
        moving = list(dict.fromkeys(self.pick(self.model.texts, document) for document in documents))
        places = self.model.places[chosen]
        anchor = places[before % len(places)] if before is not None and places else None
        if anchor not in moving:
            self.library.collections.place(chosen, moving, anchor)
            rest = [key for key in places if key not in moving]
            at = len(rest) if anchor is None else rest.index(anchor)
            self.model.places[chosen] = [*rest[:at], *moving, *rest[at:]]
            self.done()

    @precondition(lambda self: self.model.collections and self.model.texts)
    @rule(number=PICK, documents=SOME)
    def unplace(self, number: int, documents: list[int]) -> None:
        chosen = self.pick(self.model.collections, number)
        leaving = [self.pick(self.model.texts, document) for document in documents]
        self.library.collections.unplace(chosen, leaving)
        self.model.places[chosen] = [key for key in self.model.places[chosen] if key not in leaving]
        self.done()

    # marks

    @precondition(lambda self: any(self.model.texts.values()))
    @rule(
        number=PICK,
        start=PICK,
        length=st.integers(1, 20),
        color=st.sampled_from((None, *COLORS)),
        tags=st.lists(st.builds("/".join, st.lists(NAMES, min_size=1, max_size=2)), max_size=2),
        note=NOTES,
    )
    def mark(self, number: int, start: int, length: int, color: Color | None, tags: list[str], note: str) -> None:
        document = self.pick({key: text for key, text in self.model.texts.items() if text}, number)
        start %= len(self.model.texts[document])
        end = min(start + length, len(self.model.texts[document]))
        made = self.library.highlights.add(document, start, end, color=color, tags=tags, note=note)
        mark = self.model.marks.setdefault(made.id, Mark(document, start, end, None, []))
        mark.color = color or mark.color
        for tag in tags:
            self.learn_tags()
            (key,) = [key for key in self.model.tags if path(self.model.tags, key) == tag]
            mark.tags += [key] if key not in mark.tags else []
        self.model.add_note("highlight", made.id, note)
        self.done()

    def learn_tags(self) -> None:
        """Take in the ids of tags that a verb has made; `agrees` compares their names."""
        for tag in self.library.tags.all():
            self.model.tags.setdefault(tag.id, Node(tag.name, tag.parent_id))

    @precondition(lambda self: self.model.marks)
    @rule(number=PICK, start=PICK, length=st.integers(1, 20))
    def resize(self, number: int, start: int, length: int) -> None:
        chosen = self.pick(self.model.marks, number)
        mark = self.model.marks[chosen]
        size = len(self.model.texts[mark.document])
        start %= size
        end = min(start + length, size)
        if not any((start, end) == (other.start, other.end) for other in self.model.marks.values()):
            self.library.highlights.resize(chosen, start, end)
            mark.start, mark.end = start, end
            self.done()

    @precondition(lambda self: self.model.marks)
    @rule(numbers=SOME, color=st.sampled_from((None, *COLORS)))
    def recolor(self, numbers: list[int], color: Color | None) -> None:
        chosen = [self.pick(self.model.marks, number) for number in numbers]
        self.library.highlights.recolor(chosen, color)
        for key in chosen:
            self.model.marks[key].color = color
        self.done()

    @precondition(lambda self: self.model.marks)
    @rule(numbers=SOME)
    def remove_marks(self, numbers: list[int]) -> None:
        chosen = {self.pick(self.model.marks, number) for number in numbers}
        self.library.highlights.remove(*chosen)
        self.model.drop_marks(chosen)
        self.done()

    # tags

    @precondition(lambda self: self.model.marks and self.model.tags)
    @rule(numbers=SOME, tags=SOME, on=st.booleans())
    def tag(self, numbers: list[int], tags: list[int], on: bool) -> None:
        chosen = list(dict.fromkeys(self.pick(self.model.marks, number) for number in numbers))
        keys = list(dict.fromkeys(self.pick(self.model.tags, tag) for tag in tags))
        (self.library.tags.apply if on else self.library.tags.withdraw)(chosen, keys)
        self.model.put_tags(chosen, keys, on=on)
        self.done()

    @precondition(lambda self: self.model.tags)
    @rule(number=PICK, name=NAMES)
    def rename_tag(self, number: int, name: str) -> None:
        chosen = self.pick(self.model.tags, number)
        if not taken(self.model.tags, self.model.tags[chosen].parent, name, chosen):
            self.library.tags.rename(chosen, name)
            self.model.tags[chosen].name = name
            self.done()

    @precondition(lambda self: self.model.tags)
    @rule(number=PICK, onto=PICK | st.none())
    def move_tag(self, number: int, onto: int | None) -> None:
        chosen = self.pick(self.model.tags, number)
        parent = None if onto is None else self.pick(self.model.tags, onto)
        if self.movable(self.model.tags, chosen, parent):
            self.library.tags.move(chosen, parent)
            self.model.tags[chosen].parent = parent
            self.done()

    @precondition(lambda self: self.model.tags)
    @rule(number=PICK)
    def remove_tag(self, number: int) -> None:
        gone = below(self.model.tags, self.pick(self.model.tags, number))
        self.library.tags.remove(self.pick(self.model.tags, number))
        self.model.drop_tags(gone)
        self.done()

    @precondition(lambda self: len(self.model.tags) > 1)
    @rule(number=PICK, onto=PICK)
    def merge_tags(self, number: int, onto: int) -> None:
        source, kept = self.pick(self.model.tags, number), self.pick(self.model.tags, onto)
        if kept not in below(self.model.tags, source):
            self.library.tags.merge([source], kept)
            self.model.merge_tags(source, kept)
            self.done()

    def movable(self, nodes: dict[str, Node], chosen: str, parent: str | None) -> bool:
        return parent not in below(nodes, chosen) and not taken(nodes, parent, nodes[chosen].name, chosen)

    # notes and history

    @rule(kind=st.sampled_from(["highlight", "document", "tag", "collection"]), number=PICK, text=NOTES)
    def write_note(self, kind: str, number: int, text: str) -> None:
        ids = {
            "highlight": self.model.marks,
            "document": self.model.texts,
            "tag": self.model.tags,
            "collection": self.model.collections,
        }[kind]
        if ids:
            chosen = self.pick(ids, number)  # type: ignore[arg-type]
            self.library.notes.write(kind, chosen, text)  # type: ignore[arg-type]
            self.model.notes.pop((kind, chosen), None)
            self.model.notes |= {(kind, chosen): text} if text.strip() else {}
            self.done()

    @precondition(lambda self: self.at > 0)
    @rule(steps=st.integers(1, 4))
    def undo(self, steps: int) -> None:
        for _ in range(min(steps, self.at)):
            self.library.undo()
            self.at -= 1
        self.model = deepcopy(self.states[self.at][1])

    @precondition(lambda self: self.at < len(self.states) - 1)
    @rule(steps=st.integers(1, 4))
    def redo(self, steps: int) -> None:
        for _ in range(min(steps, len(self.states) - 1 - self.at)):
            self.library.redo()
            self.at += 1
        self.model = deepcopy(self.states[self.at][1])

    @rule()
    def reopen(self) -> None:
        self.desk.reopen()

    @invariant()
    def agrees(self) -> None:
        library, model = self.library, self.model
        documents = [*library.documents.all(), *library.documents.all(removed=True)]
        assert {document.id: document.title for document in documents} == model.titles
        assert {document.id for document in documents if document.removed} == model.bin
        assert {tag.id: Node(tag.name, tag.parent_id) for tag in library.tags.all()} == model.tags
        collections = library.collections.all()
        assert {row.id: Node(row.name, row.parent_id) for row in collections} == model.collections
        places: dict[str, list[str]] = {row.id: [] for row in collections}
        for row in library.collections.placements():
            places[row.collection_id].append(row.document_id)
        assert places == model.places
        carried = library.tags.of_highlights()
        assert {
            row.id: Mark(
                row.document_id, row.start, row.end, row.color, [tag.tag_id for tag in carried.get(row.id, [])]
            )
            for row in library.highlights.all()
        } == model.marks
        assert {(str(row[1]), str(row[2])): row[3] for row in self.desk.table("note")} == model.notes

    @invariant()
    def stands_where_the_history_says(self) -> None:
        assert self.desk.rows() == self.states[self.at][0]
        steps = self.library.journal.history()
        assert [step.undone for step in reversed(steps)] == [
            number >= self.at for number in range(len(self.states) - 1)
        ]


TestVerbs = Verbs.TestCase
TestVerbs.settings = settings(max_examples=20, stateful_step_count=40, deadline=None)
