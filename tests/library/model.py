"""What a library holds, in plain Python: what the rows are compared with."""

from dataclasses import dataclass, field

from library.models import Color


@dataclass
class Node:
    name: str
    parent: str | None


@dataclass
class Mark:
    document: str
    start: int
    end: int
    color: Color | None
    tags: list[str]


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

    def drop_notes(self, kind: str, gone: set[str]) -> None:
        self.notes = {key: text for key, text in self.notes.items() if key[0] != kind or key[1] not in gone}


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
