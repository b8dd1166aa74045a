"""The process that is killed: `python -m tests.crash.worker LIBRARY SEED` works until it is ended from outside.

It says on standard output, one JSON object a line, what it begins and, once the verb has returned, that it is done.
"""

import hashlib
import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random

from library import exporters
from library.errors import NothingToUndo
from library.exporters import target
from library.exporters.base import ExportScope
from library.exporters.scope import collect
from library.intake import ImportOptions, import_paths
from library.library import Library
from library.models import COLORS, Document
from library.progress import Progress
from tests.crash.fingerprint import fingerprint

TAGS = ("主题/协商", "主题/协商/程序", "人物", "evidence/number", "提法", "𠮷")
SENTENCES = (
    "先把话听完，再把事分清，后把人说定。", "𠮷祥里的墙上贴着😀。", "The sheep never stop on that bridge.",
    "每一条意见都应当有下落。", "e\u0301te\u0301 et hiver", "雾大停航。",
)  # fmt: skip
MOST_DOCUMENTS, MOST_HIGHLIGHTS = 12, 60


def say(**what: object) -> None:
    """Write one line that stays even if this process is killed in the next instant."""
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


class Worker:
    """Does one step after another, each chosen by a seeded generator."""

    def __init__(self, path: Path, seed: int) -> None:
        self._random = Random(seed)
        self._seed = seed
        self._folder = path.parent
        self._library = Library.open(path) if path.exists() else Library.create(path)
        self._steps: list[Callable[[], None]] = [
            *[self.import_files, self.mark, self.undo] * 3,
            *[self.tag, self.write_note, self.redo, self.export] * 2,
            self.resize, self.withdraw, self.remove_highlight, self.rename_tag, self.rename, self.bin, self.restore,
            self.erase, self.place, self.back_up,
        ]  # fmt: skip

    def run(self, steps: int | None) -> None:
        """Acknowledge what is there, then work for ever, or for that many steps."""
        self._acknowledge()
        while steps is None or steps > 0:
            self._library.journal.seal()
            self._random.choice(self._steps)()
            steps = None if steps is None else steps - 1

    def close(self) -> None:
        self._library.close()

    def import_files(self) -> None:
        if len(self._library.documents.all()) >= MOST_DOCUMENTS:
            self.erase()
            return
        paths = [self._new_file() for _ in range(self._random.randint(1, 3))]
        self._do("import", lambda: self._import(paths))

    def _import(self, paths: list[Path]) -> None:
        library = self._library
        import_paths(paths, library.texts, lambda verb: verb(library), ImportOptions(), Progress())

    def mark(self) -> None:
        document = self._document()
        if document is None or len(self._library.highlights.all()) >= MOST_HIGHLIGHTS:
            self.remove_highlight()
            return
        start = self._random.randrange(document.length)
        end = self._random.randint(start + 1, min(document.length, start + 40))
        tags = self._random.sample(TAGS, self._random.randint(0, 3))
        note = self._random.choice(("", "批注", "a note"))
        color = self._random.choice((None, *COLORS))
        self._do(
            "mark", lambda: self._library.highlights.add(document.id, start, end, color=color, tags=tags, note=note)
        )

    def resize(self) -> None:
        if highlights := self._library.highlights.all():
            highlight = self._random.choice(highlights)
            start, end = highlight.start, max(highlight.start + 1, highlight.end - 1)
            self._do("resize", lambda: self._library.highlights.resize(highlight.id, start, end))

    def remove_highlight(self) -> None:
        highlights = [highlight.id for highlight in self._library.highlights.all()]
        chosen = self._random.sample(highlights, min(len(highlights), self._random.choice((1, 1, 5))))
        if chosen:
            self._do("remove highlights", lambda: self._library.highlights.remove(*chosen))

    def tag(self) -> None:
        highlights = [highlight.id for highlight in self._library.highlights.all()]
        tags = [tag.id for tag in self._library.tags.all()]
        if highlights and tags:
            chosen = self._random.sample(highlights, min(len(highlights), 8))
            self._do("tag", lambda: self._library.tags.apply(chosen, [self._random.choice(tags)]))

    def withdraw(self) -> None:
        taggings = [tagging for group in self._library.tags.of_highlights().values() for tagging in group]
        if taggings:
            chosen = self._random.choice(taggings)
            self._do("withdraw", lambda: self._library.tags.withdraw([chosen.highlight_id], [chosen.tag_id]))

    def rename_tag(self) -> None:
        if tags := self._library.tags.all():
            tag, name = self._random.choice(tags), f"名{self._random.random()}"
            self._do("rename tag", lambda: self._library.tags.rename(tag.id, name))

    def write_note(self) -> None:
        if highlights := self._library.highlights.all():
            highlight, text = self._random.choice(highlights), f"写于 {self._random.random()}"
            self._do("note", lambda: self._library.notes.write("highlight", highlight.id, text))

    def rename(self) -> None:
        if document := self._document():
            title = f"题{self._random.random()}"
            self._do("rename", lambda: self._library.documents.rename(document.id, title))

    def bin(self) -> None:
        if document := self._document():
            self._do("bin", lambda: self._library.documents.remove(document.id))

    def restore(self) -> None:
        if removed := self._library.documents.all(removed=True):
            self._do("restore", lambda: self._library.documents.restore(removed[0].id))

    def erase(self) -> None:
        if document := self._document():
            self._do("erase", lambda: self._library.documents.erase(document.id))

    def place(self) -> None:
        if document := self._document():
            name = self._random.choice(("简报", "访谈", "简报/旧"))
            collection = self._library.collections.find_path(name)
            if collection is None:
                self._do("collection", lambda: self._library.collections.add_path(name))
            else:
                self._do("place", lambda: self._library.collections.place(collection.id, [document.id]))

    def undo(self) -> None:
        if self._library.journal.undoable():
            self._do("undo", self._library.undo, initiator="undo")

    def redo(self) -> None:
        if self._library.journal.redoable():
            try:
                self._do("redo", self._library.redo, initiator="redo")
            except NothingToUndo:
                self._acknowledge()

    def back_up(self) -> None:
        self._do("back up", self._library.backup, initiator="none")

    def export(self) -> None:
        exporter = exporters.get(self._random.choice(("markdown", "csv", "docx", "html")))
        job = collect(self._library, ExportScope())
        place = self._folder / f"export{self._random.randint(1, 3)}{exporter.suffix}"
        content = io.BytesIO()
        exporter.write(job, content, Progress())
        self._do(
            "export", lambda: target.write(exporter, job, place, force=True),
            initiator="none", target=place.name, sha=hashlib.sha256(content.getvalue()).hexdigest(),
        )  # fmt: skip

    def _do(self, name: str, verb: Callable[[], object], **more: object) -> None:
        say(begin=name, **({"initiator": "do"} | more))
        verb()
        self._acknowledge()

    def _acknowledge(self) -> None:
        say(revision=self._library.revision, fingerprint=fingerprint(self._library))

    def _document(self) -> Document | None:
        documents = [document for document in self._library.documents.all() if document.length]
        return self._random.choice(documents) if documents else None

    def _new_file(self) -> Path:
        """Write a text that no other step of any worker has written; mostly small, now and then long."""
        lines = self._random.choices(SENTENCES, k=self._random.choice((3, 30, 30, 5000)))
        name = f"{self._seed}-{self._random.getrandbits(48):x}"
        path = self._folder / "incoming" / f"{name}.txt"
        path.parent.mkdir(exist_ok=True)
        text = "\r\n".join([f"文 {name}", *lines])
        path.write_text(text, encoding=self._random.choice(("utf-8", "utf-16")), newline="")
        return path


def main() -> None:
    path, seed = Path(sys.argv[1]), int(sys.argv[2])
    steps = int(sys.argv[3]) if len(sys.argv) > 3 else None
    say(ready=True)
    worker = Worker(path, seed)
    worker.run(steps)
    worker.close()


if __name__ == "__main__":
    main()
