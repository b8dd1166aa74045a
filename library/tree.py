"""What the tree of collections and the codebook have in common: paths, branches, places among siblings."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Generic, TypeVar

from library.errors import InvalidMove, InvalidName, NotFound
from library.models import Collection, Tag
from library.storage.characters import storable

SEPARATOR = "/"

NodeT = TypeVar("NodeT", Collection, Tag)


class Tree(Generic[NodeT]):
    """The nodes of one kind as they stand: a snapshot, read once and asked often."""

    def __init__(self, nodes: Iterable[NodeT]) -> None:
        self.nodes: dict[str, NodeT] = {node.id: node for node in nodes}
        self._children: defaultdict[str | None, list[NodeT]] = defaultdict(list)
        for node in sorted(self.nodes.values(), key=lambda node: (node.position, node.id)):
            self._children[node.parent_id].append(node)

    def get(self, node_id: str) -> NodeT:
        """Return a node by its id, or raise NotFound."""
        if node_id not in self.nodes:
            raise NotFound("There is nothing with the id {id} any more.", id=node_id)
        return self.nodes[node_id]

    def children(self, parent_id: str | None) -> list[NodeT]:
        """Return the nodes right below `parent_id` (None: the roots) in their order by hand."""
        return list(self._children[parent_id])

    def branch(self, node_id: str) -> list[NodeT]:
        """Return a node and all below it, parents first."""
        found = [self.get(node_id)]
        for node in found:
            found.extend(self._children[node.id])
        return found

    def path(self, node_id: str) -> str:
        """Return the full name of a node: its ancestors' names and its own, separated by slashes."""
        node = self.get(node_id)
        names = [node.name]
        while node.parent_id is not None:
            node = self.get(node.parent_id)
            names.append(node.name)
        return SEPARATOR.join(reversed(names))

    def paths(self) -> dict[str, str]:
        """Return the full name of every node by its id."""
        return {node_id: self.path(node_id) for node_id in self.nodes}

    def find_child(self, parent_id: str | None, name: str) -> NodeT | None:
        """Return the node of this name right below `parent_id`, or None."""
        return next((node for node in self._children[parent_id] if node.name == name), None)

    def find_path(self, path: str) -> NodeT | None:
        """Return the node with this full name, or None."""
        node: NodeT | None = None
        for name in split_path(path):
            node = self.find_child(None if node is None else node.id, name)
            if node is None:
                return None
        return node

    def last_position(self, parent_id: str | None) -> float:
        """Return a position after all children of `parent_id`."""
        return max((node.position for node in self._children[parent_id]), default=0.0) + 1.0

    def require_free(self, parent_id: str | None, name: str, *, node_id: str = "") -> None:
        """Raise InvalidName if another child of `parent_id` already has this name."""
        taken = self.find_child(parent_id, name)
        if taken is not None and taken.id != node_id:
            raise InvalidName("There is already one named “{name}” here. Choose another name.", name=name)

    def moved(self, node_id: str, parent_id: str | None, before: str | None = None) -> list[NodeT]:
        """Return the nodes that change when `node_id` goes below `parent_id`, in front of its child `before` or last.

        InvalidMove when a node would go below itself, InvalidName when its name is taken there.
        """
        node = self.get(node_id)
        if parent_id is not None:
            self.get(parent_id)
        if any(below.id == parent_id for below in self.branch(node_id)):
            raise InvalidMove("“{name}” cannot be moved below itself.", name=node.name)
        self.require_free(parent_id, node.name, node_id=node_id)
        order = reordered([sibling.id for sibling in self._children[parent_id]], [node_id], before)
        placed = [
            replace(self.nodes[sibling_id], parent_id=parent_id, position=float(place))
            for place, sibling_id in enumerate(order, 1)
        ]
        return [sibling for sibling in placed if sibling != self.nodes[sibling.id]]


def split_path(path: str) -> list[str]:
    """Return the names in a path such as `主题/协商`; InvalidName if one of them is empty."""
    return [clean_name(part) for part in path.split(SEPARATOR)]


def clean_name(name: str) -> str:
    """Return a node's name on one line without outer white space; InvalidName if it is empty or holds a slash."""
    plain = " ".join(storable(name).split())
    if not plain:
        raise InvalidName("A name cannot be empty.")
    if SEPARATOR in plain:
        raise InvalidName("A name cannot hold “/”: it separates the levels of a path.")
    return plain


def reordered(current: Sequence[str], moving: Sequence[str], before: str | None) -> list[str]:
    """Return `current` with the ids `moving` (new ones too) put in front of `before`, or last.

    Where `before` is itself moving, the place is in front of what follows it.
    """
    moved = dict.fromkeys(moving)
    rest = [node_id for node_id in current if node_id not in moved]
    following = current[current.index(before) :] if before in current else ()
    anchor = next((node_id for node_id in following if node_id not in moved), None)
    index = len(rest) if anchor is None else rest.index(anchor)
    return rest[:index] + list(moved) + rest[index:]
