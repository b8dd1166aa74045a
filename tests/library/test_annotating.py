"""Thousands of verbs on marks, tags, notes, memos and links, undone, redone, reopened, beside a plain-Python model."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from random import Random

import pytest

from library.models import COLORS, Memo, NoteTarget
from tests.library.conftest import Desk
from tests.library.model import Mark, Model, Node, Page, below, path, taken

STEPS = 1300
SEEDS = range(4)
TEXTS = ("𠮷祥里的墙上贴着😀。\n\n先把话听完，再把事分清。\ne\u0301te\u0301 👨‍👩‍👧 end\n", "𠮷" * 40, "一\r\n二\n三\n")
NAMES = ("甲", "乙", "𠮷", "😀e\u0301")
WORDS = ("批", "注𠮷\r\n😀", "e\u0301", " ", "")
MOST_MARKS, MOST_TAGS, MOST_MEMOS, MOST_PARTS = 24, 14, 4, 8
MEMORY = Path("/dev/shm")
"""Where the system keeps files in memory: a disk that must be waited for at every step would take a minute."""


class Annotating:
    """Does what chance says to a library and to the model alike; each step is one that is allowed."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.chance = Random(seed)
        self.desk = Desk(folder / "研究 😀.zhupi")
        self.model = Model()
        for number, text in enumerate(TEXTS):
            document = self.desk.add(text, f"题{number}")
            self.model.texts[document.id] = text
            self.desk.library.journal.seal()
        self.base = len(self.desk.library.journal.history())
        self.states = [deepcopy(self.model)]
        self.at = 0

    @property
    def verbs(self) -> list[Callable[[], None]]:
        """The verbs that there is something for; what makes marks comes up more often."""
        model = self.model
        able: list[tuple[object, list[Callable[[], None]]]] = [
            (len(model.marks) < MOST_MARKS, [self.mark, self.mark, self.mark]),
            (len(model.tags) < MOST_TAGS, [self.add_tag]),
            (len(model.memos) < MOST_MEMOS, [self.add_memo]),
            (model.marks, [self.resize, self.recolor, self.restyle, self.star, self.correct, self.remove_marks]),
            (model.tags, [self.rename_tag, self.move_tag, self.describe_tag, self.merge_tags, self.remove_tag]),
            (model.marks and model.tags, [self.tag, self.tag, self.untag]),
            (True, [self.write_note, self.write_note]),
            (len(model.marks) > 1, [self.link, self.link]),
            (model.links, [self.unlink]),
            (model.memos, [self.write_memo, self.rename_memo, self.remove_memo]),
            (model.memos and model.marks, [self.send, self.send]),
            (any(memo.parts for memo in model.memos.values()), [self.move_part, self.remove_part]),
            (self.at > 0, [self.undo, self.undo]),
            (self.at < len(self.states) - 1, [self.redo, self.redo]),
        ]
        return [verb for possible, verbs in able if possible for verb in verbs]

    def step(self) -> str:
        """Do one thing, and return its name."""
        verb, revision = self.chance.choice(self.verbs), self.desk.library.revision
        verb()
        self.desk.library.journal.seal()
        if verb not in (self.undo, self.redo) and self.desk.library.revision != revision:
            self.states = [*self.states[: self.at + 1], deepcopy(self.model)]
            self.at += 1
        return verb.__name__

    def pick(
        self, ids: dict[str, object] | dict[str, Mark] | dict[str, Node] | dict[str, Page] | dict[str, str]
    ) -> str:
        return self.chance.choice(sorted(ids))

    def some_marks(self) -> list[str]:
        return sorted({self.pick(self.model.marks) for _ in range(self.chance.randint(1, 3))})

    def span(self, document: str) -> tuple[int, int]:
        length = len(self.model.texts[document])
        start = self.chance.randrange(length)
        return start, min(length, start + self.chance.randint(1, 6))

    # Marks

    def mark(self) -> None:
        document = self.pick(self.model.texts)
        start, end = self.span(document)
        color = self.chance.choice((None, *COLORS))
        tags = self.chance.sample(list(self.model.tags), min(len(self.model.tags), self.chance.randint(0, 2)))
        note = self.chance.choice(WORDS)
        paths = [path(self.model.tags, tag_id) for tag_id in tags]
        made = self.desk.library.highlights.add(document, start, end, color=color, tags=paths, note=note)
        mark = self.model.marks.setdefault(made.id, Mark(document, start, end, None, []))
        mark.color = color or mark.color
        self.model.put_tags([made.id], tags, on=True)
        self.model.add_note("highlight", made.id, note)

    def resize(self) -> None:
        chosen = self.pick(self.model.marks)
        mark = self.model.marks[chosen]
        span = self.span(mark.document)
        if all(
            (other.document, other.start, other.end) != (mark.document, *span) for other in self.model.marks.values()
        ):
            self.desk.library.highlights.resize(chosen, *span)
            mark.start, mark.end = span

    def recolor(self) -> None:
        chosen, color = self.some_marks(), self.chance.choice((None, *COLORS))
        self.desk.library.highlights.recolor(chosen, color)
        for key in chosen:
            self.model.marks[key].color = color

    def restyle(self) -> None:
        chosen, style = self.some_marks(), self.chance.choice(("highlight", "underline"))
        self.desk.library.highlights.restyle(chosen, style)
        for key in chosen:
            self.model.marks[key].style = style

    def star(self) -> None:
        chosen, on = self.some_marks(), self.chance.random() < 0.5
        (self.desk.library.highlights.star if on else self.desk.library.highlights.unstar)(chosen)
        for key in chosen:
            self.model.marks[key].starred = on

    def correct(self) -> None:
        chosen, words = self.pick(self.model.marks), self.chance.choice(("从严", "", "𠮷😀"))
        mark = self.model.marks[chosen]
        self.desk.library.highlights.correct(chosen, words)
        quote = self.model.texts[mark.document][mark.start : mark.end]
        mark.correction = "" if words == quote.strip() else words

    def remove_marks(self) -> None:
        chosen = self.some_marks()
        self.desk.library.highlights.remove(*chosen)
        self.model.drop_marks(set(chosen))

    # Tags

    def add_tag(self) -> None:
        parent = self.chance.choice([None, *self.model.tags])
        name = self.chance.choice(NAMES)
        if not taken(self.model.tags, parent, name):
            above = f"{path(self.model.tags, parent)}/" if parent else ""
            made = self.desk.library.tags.add_path(above + name)
            self.model.tags[made.id] = Node(name, parent)

    def rename_tag(self) -> None:
        chosen, name = self.pick(self.model.tags), self.chance.choice(NAMES)
        if not taken(self.model.tags, self.model.tags[chosen].parent, name, chosen):
            self.desk.library.tags.rename(chosen, name)
            self.model.tags[chosen].name = name

    def move_tag(self) -> None:
        chosen, parent = self.pick(self.model.tags), self.chance.choice([None, *self.model.tags])
        name = self.model.tags[chosen].name
        there = self.model.tags[chosen].parent == parent
        if not there and parent not in below(self.model.tags, chosen) and not taken(self.model.tags, parent, name):
            self.desk.library.tags.move(chosen, parent)
            self.model.tags[chosen].parent = parent

    def describe_tag(self) -> None:
        chosen, words = self.pick(self.model.tags), self.chance.choice(WORDS)
        self.desk.library.tags.describe(chosen, words)
        self.model.tags[chosen].description = words

    def merge_tags(self) -> None:
        source, kept = self.pick(self.model.tags), self.pick(self.model.tags)
        if kept not in below(self.model.tags, source):
            self.desk.library.tags.merge([source], kept)
            self.model.merge_tags(source, kept)

    def remove_tag(self) -> None:
        chosen = self.pick(self.model.tags)
        self.desk.library.tags.remove(chosen)
        self.model.drop_tags(below(self.model.tags, chosen))

    def tag(self) -> None:
        self._tag(on=True)

    def untag(self) -> None:
        self._tag(on=False)

    def _tag(self, *, on: bool) -> None:
        chosen, tags = self.some_marks(), [self.pick(self.model.tags)]
        (self.desk.library.tags.apply if on else self.desk.library.tags.withdraw)(chosen, tags)
        self.model.put_tags(chosen, tags, on=on)

    # Notes and links

    def write_note(self) -> None:
        kinds: dict[NoteTarget, list[str]] = {
            "highlight": sorted(self.model.marks),
            "tag": sorted(self.model.tags),
            "document": sorted(self.model.texts),
        }
        kind = self.chance.choice([kind for kind, ids in kinds.items() if ids])
        chosen, text = self.chance.choice(kinds[kind]), self.chance.choice(WORDS)
        self.desk.library.notes.write(kind, chosen, text)
        self.model.notes.pop((kind, chosen), None)
        self.model.add_note(kind, chosen, text)

    def link(self) -> None:
        first, second = self.chance.sample(sorted(self.model.marks), 2)
        made = self.desk.library.links.add(first, second)
        known = [key for key, ends in self.model.links.items() if ends == {first, second}]
        assert known in ([], [made.id])
        self.model.links[made.id] = frozenset((first, second))

    def unlink(self) -> None:
        chosen = self.chance.choice(sorted(self.model.links))
        self.desk.library.links.remove(chosen)
        del self.model.links[chosen]

    # Memos

    def add_memo(self) -> None:
        title = self.chance.choice(NAMES)
        self.model.memos[self.desk.library.memos.add(title).id] = Page(title)

    def write_memo(self) -> None:
        chosen = self.pick(self.model.memos)
        page = self.model.memos[chosen]
        page.arrange([*page.parts[: MOST_PARTS - 1], f"{self.chance.choice(NAMES)}写了一句"])
        self.desk.library.memos.write(chosen, page.text)

    def rename_memo(self) -> None:
        chosen, title = self.pick(self.model.memos), self.chance.choice(NAMES)
        self.desk.library.memos.rename(chosen, title)
        self.model.memos[chosen].title = title

    def remove_memo(self) -> None:
        chosen = self.pick(self.model.memos)
        self.desk.library.memos.remove(chosen)
        del self.model.memos[chosen]

    def send(self) -> None:
        chosen, marks = self.pick(self.model.memos), self.some_marks()
        page = self.model.memos[chosen]
        if len(page.parts) + len(marks) <= MOST_PARTS:
            self.desk.library.memos.send(chosen, marks)
            page.arrange([*page.parts, *(f"![[highlight:{key}]]" for key in marks)])

    def _part(self) -> tuple[str, int]:
        chosen = self.chance.choice(sorted(key for key, page in self.model.memos.items() if page.parts))
        return chosen, self.chance.randrange(len(self.model.memos[chosen].parts))

    def move_part(self) -> None:
        (chosen, index), by = self._part(), self.chance.choice((-2, -1, 1, 2))
        self.desk.library.memos.move_part(chosen, index, by)
        parts = list(self.model.memos[chosen].parts)
        part = parts.pop(index)
        parts.insert(max(0, index + by), part)
        self.model.memos[chosen].arrange(parts)

    def remove_part(self) -> None:
        chosen, index = self._part()
        self.desk.library.memos.remove_part(chosen, index)
        parts = self.model.memos[chosen].parts
        self.model.memos[chosen].arrange([*parts[:index], *parts[index + 1 :]])

    # History

    def undo(self) -> None:
        for _ in range(min(self.at, self.chance.randint(1, 4))):
            self.desk.library.undo()
            self.at -= 1
        self.model = deepcopy(self.states[self.at])

    def redo(self) -> None:
        for _ in range(min(len(self.states) - 1 - self.at, self.chance.randint(1, 4))):
            self.desk.library.redo()
            self.at += 1
        self.model = deepcopy(self.states[self.at])

    # Comparing

    def held(self) -> Model:
        """Return what the library holds, read through its sections."""
        library = self.desk.library
        carried = library.tags.of_highlights()
        marks = {
            row.id: Mark(
                row.document_id, row.start, row.end, row.color, [tag.tag_id for tag in carried.get(row.id, [])],
                row.style, bool(row.starred), row.correction,
            )
            for row in library.highlights.all()
        }  # fmt: skip
        links = {link.id: link for found in library.links.of_highlights(marks).values() for link in found}
        return Model(
            texts=self.model.texts,
            marks=marks,
            tags={tag.id: Node(tag.name, tag.parent_id, tag.description) for tag in library.tags.all()},
            notes={(note.target_kind, note.target_id): note.text for note in library.notes.all()},
            links={link.id: frozenset((link.source_id, link.target_id)) for link in links.values()},
            memos={memo.id: self._page(memo) for memo in library.memos.all()},
        )

    def _page(self, memo: Memo) -> Page:
        """Return a memo as the model has it, if it says the same."""
        page = self.model.memos.get(memo.id)
        return (
            page
            if page is not None and (page.title, page.text) == (memo.title, memo.text)
            else Page(memo.title, [memo.text])
        )


@pytest.fixture
def annotating(seed: int) -> Iterator[Annotating]:
    folder = Path(tempfile.mkdtemp(dir=MEMORY if MEMORY.is_dir() else None))
    made = Annotating(folder, seed)
    yield made
    made.desk.library.close()
    shutil.rmtree(folder)


@pytest.mark.parametrize("seed", SEEDS)
def test_whatever_is_done_the_library_holds_what_the_model_holds(annotating: Annotating) -> None:
    done: set[str] = set()
    for number in range(STEPS):
        name = annotating.step()
        done.add(name)
        assert annotating.held() == annotating.model, (number, name)
        if number % 100 == 99:
            annotating.desk.reopen()
            assert annotating.held() == annotating.model, (number, "reopen")
    steps = annotating.desk.library.journal.history()[: -annotating.base]
    assert [step.undone for step in reversed(steps)] == [
        at >= annotating.at for at in range(len(annotating.states) - 1)
    ]
    assert annotating.desk.library.check() == []
    while annotating.at:
        annotating.undo()
    assert annotating.held() == annotating.states[0]
    assert done >= {verb.__name__ for verb in annotating.verbs}
