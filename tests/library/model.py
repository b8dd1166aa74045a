"""What a library holds, in plain Python: what the rows are compared with."""

from dataclasses import dataclass, field

from library.models import Color, Style


@dataclass
class Node:
    name: str
    parent: str | None
    description: str = ""


@dataclass
class Mark:
    document: str
    start: int
    end: int
    color: Color | None
    tags: list[str]
    style: Style = "highlight"
    starred: bool = False
    correction: str = ""


@dataclass
class Page:
    """A memo: its title and its parts, the excerpts among them as the lines that stand for them."""

    title: str
    parts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n\n".join(self.parts) + "\n" if self.parts else ""

    def arrange(self, parts: list[str]) -> None:
        """Hold these parts; prose that follows on prose is one part with it."""
        self.parts = []
        for part in parts:
            if self.parts and not any(each.startswith("![[") for each in (part, self.parts[-1])):
                self.parts[-1] += f"\n\n{part}"
            else:
                self.parts.append(part)


@dataclass
class Model:
    """What a library holds, in dictionaries by id."""

    texts: dict[str, str] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    bin: set[str] = field(default_factory=set)
    marks: dict[str, Mark] = field(default_factory=dict)
    tags: dict[str, Node] = field(default_factory=dict)
    collections: dict[str, Node] = field(default_factory=dict)
    places: dict[str, list[str]] = field(default_factory=dict)
    notes: dict[tuple[str, str], str] = field(default_factory=dict)
    links: dict[str, frozenset[str]] = field(default_factory=dict)
    memos: dict[str, Page] = field(default_factory=dict)

    def drop_notes(self, kind: str, gone: set[str]) -> None:
        self.notes = {key: text for key, text in self.notes.items() if key[0] != kind or key[1] not in gone}

    def drop_marks(self, gone: set[str]) -> None:
        self.drop_notes("highlight", gone)
        self.marks = {key: mark for key, mark in self.marks.items() if key not in gone}
        self.links = {key: ends for key, ends in self.links.items() if not ends & gone}

    def drop_tags(self, gone: set[str]) -> None:
        self.drop_notes("tag", gone)
        self.tags = {key: node for key, node in self.tags.items() if key not in gone}
        for mark in self.marks.values():
            mark.tags = [key for key in mark.tags if key not in gone]

    def put_tags(self, mark_ids: list[str], tag_ids: list[str], *, on: bool) -> None:
        for mark in (self.marks[key] for key in mark_ids):
            rest = [key for key in mark.tags if on or key not in tag_ids]
            mark.tags = rest + [key for key in tag_ids if on and key not in rest]

    def merge_tags(self, source: str, kept: str) -> None:
        for mark in self.marks.values():
            mark.tags = [
                kept if key == source and kept not in mark.tags else key
                for key in mark.tags
                if key != source or kept not in mark.tags
            ]
        own, other = self.notes.get(("tag", kept)), self.notes.pop(("tag", source), None)
        if other is not None:
            self.notes["tag", kept] = other if own is None else f"{own}\n\n{other}"
        children = [key for key, node in self.tags.items() if node.parent == source]
        del self.tags[source]
        for child in children:
            name = self.tags[child].name
            twins = [key for key, node in self.tags.items() if node.parent == kept and node.name == name]
            if twins:
                self.merge_tags(child, twins[0])
            else:
                self.tags[child].parent = kept

    def add_note(self, kind: str, target: str, text: str) -> None:
        if text.strip():
            old = self.notes.get((kind, target))
            self.notes[kind, target] = text if old is None else f"{old}\n\n{text}"


def below(nodes: dict[str, Node], node_id: str) -> set[str]:
    """Return a node and all below it."""
    found = {node_id}
    while more := {key for key, node in nodes.items() if node.parent in found} - found:
        found |= more
    return found


def taken(nodes: dict[str, Node], parent: str | None, name: str, but: str = "") -> bool:
    return any(node.parent == parent and node.name == name and key != but for key, node in nodes.items())


def path(nodes: dict[str, Node], node_id: str) -> str:
    node = nodes[node_id]
    return node.name if node.parent is None else f"{path(nodes, node.parent)}/{node.name}"
