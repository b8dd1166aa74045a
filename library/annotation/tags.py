"""The codebook: a tree of coloured tags, and which highlights carry them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from library.annotation.taglists import tag_paths
from library.errors import InvalidMove
from library.models import COLORS, Color, Document, Highlight, Note, PenTag, Tag, Tagging, new_id, now
from library.storage.characters import storable
from library.storage.journal import Journal
from library.storage.store import ANY, Store
from library.tree import SEPARATOR, Tree, clean_name, split_path


class Tags:
    """Verbs on tags and taggings."""

    def __init__(self, store: Store, journal: Journal) -> None:
        self._store = store
        self._journal = journal

    def all(self) -> list[Tag]:
        """Return all tags, siblings in their order by hand."""
        return self._store.all(Tag, "position", "id")

    def tree(self) -> Tree[Tag]:
        """Return the codebook as it stands."""
        return Tree(self.all())

    def get(self, tag_id: str) -> Tag:
        """Return a tag by its id, or raise NotFound."""
        return self.tree().get(tag_id)

    def find_path(self, path: str) -> Tag | None:
        """Return the tag with this full name (`主题/协商`), or None."""
        return self.tree().find_path(path)

    def path(self, tag_id: str) -> str:
        """Return the full name of a tag."""
        return self.tree().path(tag_id)

    def paths(self) -> dict[str, str]:
        """Return the full name of every tag by its id."""
        return self.tree().paths()

    def counts(self) -> dict[str, int]:
        """Return by tag id how many highlights carry the tag itself, those of documents in the bin left out."""
        counts = Counter(self._store.counts(Tagging, by="tag_id"))
        binned = self._store.column(Document, "id", removed=ANY)
        if binned:
            hidden = self._store.column(Highlight, "id", document_id=binned)
            counts -= Counter(self._store.counts(Tagging, by="tag_id", highlight_id=hidden))
        return dict(counts)

    def add_path(self, path: str, color: Color | None = None) -> Tag:
        """Return the tag with this full name; what is missing of it is added, as one operation.

        A new tag takes `color`, else the colour that the fewest of its siblings and its parent have.
        """
        with self._journal.operation("Add tag “{name}”", name=path):
            first, *rest = split_path(path)
            tag = self._child(None, first, color)
            for name in rest:
                tag = self._child(tag, name, color)
        return tag

    def add_list(self, text: str, parent_id: str | None = None) -> list[Tag]:
        """Add the tags of a list (see taglists.py), below `parent_id` or at the top, as one operation.

        Return all that are named in it, those that were there included. InvalidName if a name is not one.
        """
        above = [] if parent_id is None else [self.path(parent_id)]
        paths = [SEPARATOR.join([*above, path]) for path in tag_paths(text)]
        with self._journal.operation("Add {count} tags", one="Add tag", count=len(paths)):
            return [self.add_path(path) for path in paths]

    def rename(self, tag_id: str, name: str) -> None:
        """Give a tag another name; InvalidName if it is empty or taken by a sibling."""
        tree = self.tree()
        tag = tree.get(tag_id)
        name = clean_name(name)
        tree.require_free(tag.parent_id, name, node_id=tag_id)
        with self._journal.operation("Rename “{old}” to “{name}”", old=tag.name, name=name):
            self._store.put(replace(tag, name=name))

    def rename_path(self, tag_id: str, path: str) -> None:
        """Give a tag the last name in `path` and put it below the others, seen from where it stands now.

        What is missing of them is added. InvalidName if the name is taken there, InvalidMove below the tag itself.
        """
        *above, name = split_path(path)
        if not above:
            self.rename(tag_id, name)
            return
        tree = self.tree()
        tag = tree.get(tag_id)
        start = [] if tag.parent_id is None else [tree.path(tag.parent_id)]
        with self._journal.operation("Rename “{old}” to “{name}”", old=tag.name, name=path):
            parent = self.add_path(SEPARATOR.join([*start, *above]), tag.color)
            tree = self.tree()
            if any(below.id == parent.id for below in tree.branch(tag_id)):
                raise InvalidMove("“{name}” cannot be moved below itself.", name=tag.name)
            tree.require_free(parent.id, name)
            self._store.put(replace(tag, name=name, parent_id=parent.id, position=tree.last_position(parent.id)))

    def recolor(self, tag_id: str, color: Color) -> None:
        """Give a tag another colour; highlights without a colour of their own follow."""
        tag = self.get(tag_id)
        with self._journal.operation("Recolour tag “{name}”", name=tag.name):
            self._store.put(replace(tag, color=color))

    def describe(
        self,
        tag_id: str,
        description: str | None = None,
        *,
        includes: str | None = None,
        excludes: str | None = None,
        example: str | None = None,
    ) -> None:
        """Say what a tag means, what belongs under it, what does not, and an example; None leaves a field as it is.

        Saves close together are one undo step.
        """
        tag = self.get(tag_id)
        given = {"description": description, "includes": includes, "excludes": excludes, "example": example}
        fields = {name: storable(text) for name, text in given.items() if text is not None}
        with self._journal.operation("Describe tag “{name}”", join=f"tag:{tag_id}", name=tag.name):
            self._store.put(replace(tag, **fields))

    def move(self, tag_id: str, parent_id: str | None, before: str | None = None) -> None:
        """Put a tag below `parent_id` (None: at the top), in front of its child `before`, or last."""
        tree = self.tree()
        with self._journal.operation("Move “{name}”", name=tree.get(tag_id).name):
            self._store.put(*tree.moved(tag_id, parent_id, before))

    def merge(self, source_ids: Sequence[str], target_id: str) -> None:
        """Make tags one: the sources' highlights, notes and the tags below them go to the target; they are deleted.

        On each highlight the target takes the place of the first source, so that the order of its tags stays.
        """
        tree = self.tree()
        source_ids = sorted(set(source_ids), key=lambda source_id: -tree.path(source_id).count(SEPARATOR))
        target = tree.get(target_id)
        for source_id in source_ids:
            if any(node.id == target_id for node in tree.branch(source_id)):
                name = tree.get(source_id).name
                raise InvalidMove("“{name}” cannot be merged into itself or below itself.", name=name)
        with self._journal.operation(
            "Merge {count} tags into “{name}”", one="Merge tag into “{name}”", count=len(source_ids), name=target.name
        ):
            self._merge_taggings(source_ids, target_id)
            self._merge_notes(source_ids, target_id)
            self._merge_pens(source_ids, target_id)
            for source_id in source_ids:  # the lowest first: one may stand below another
                for child in self.tree().children(source_id):
                    self._hand_over(child, target_id, source_ids)
                self.remove(source_id)

    def remove(self, tag_id: str) -> None:
        """Delete a tag with those below it; the highlights stay."""
        tree = self.tree()
        branch = {tag.id for tag in tree.branch(tag_id)}
        with self._journal.operation("Delete tag “{name}”", name=tree.get(tag_id).name):
            notes = self._store.all(Note, target_kind="tag", target_id=branch)
            rows = self._store.all(Tagging, tag_id=branch)
            pens = self._store.all(PenTag, tag_id=branch)
            self._store.remove(Note, [(note.id,) for note in notes])
            self._store.remove(Tagging, [(row.highlight_id, row.tag_id) for row in rows])
            self._store.remove(PenTag, [(str(row.number), row.tag_id) for row in pens])
            self._store.remove(Tag, [(node_id,) for node_id in branch])

    def apply(self, highlight_ids: Sequence[str], tag_ids: Sequence[str]) -> None:
        """Put tags on highlights, behind those they carry; a tag that is there already stays where it is."""
        carried = self.of_highlights(highlight_ids)
        with self._journal.operation("Tag {count} highlights", one="Tag highlight", count=len(highlight_ids)):
            rows: list[Tagging] = []
            for highlight_id in highlight_ids:
                present = carried.get(highlight_id, [])
                last = max((row.position for row in present), default=-1)
                new = [tag_id for tag_id in dict.fromkeys(tag_ids) if all(row.tag_id != tag_id for row in present)]
                rows.extend(Tagging(highlight_id, tag_id, last + at) for at, tag_id in enumerate(new, 1))
            self._store.put(*rows)

    def withdraw(self, highlight_ids: Sequence[str], tag_ids: Sequence[str]) -> None:
        """Take tags off highlights."""
        rows = self._store.all(Tagging, highlight_id=set(highlight_ids), tag_id=set(tag_ids))
        with self._journal.operation("Untag {count} highlights", one="Untag highlight", count=len(highlight_ids)):
            self._store.remove(Tagging, [(row.highlight_id, row.tag_id) for row in rows])

    def of_highlights(self, highlight_ids: Iterable[str] | None = None) -> dict[str, list[Tagging]]:
        """Return the taggings of these highlights (None: of all) by highlight id, in the order of tagging."""
        rows = (
            self._store.all(Tagging, "position")
            if highlight_ids is None
            else self._store.all(Tagging, "position", highlight_id=set(highlight_ids))
        )
        found: defaultdict[str, list[Tagging]] = defaultdict(list)
        for row in rows:
            found[row.highlight_id].append(row)
        return dict(found)

    def recent(self, limit: int) -> list[Tag]:
        """Return the tags last put on a highlight, the newest first, at most `limit` of them."""
        tags = self.tree().nodes
        return [tags[tag_id] for tag_id in self._store.latest(Tagging, "tag_id", limit) if tag_id in tags]

    def _child(self, parent: Tag | None, name: str, color: Color | None) -> Tag:
        """Return the tag `name` below `parent`; a new one stands out from those around it, unless `color` is given."""
        tree, parent_id = self.tree(), None if parent is None else parent.id
        tag = tree.find_child(parent_id, name)
        if tag is None:
            shade = color or _rarest_color(tree, parent)
            tag = Tag(new_id(), name, parent_id, shade, position=tree.last_position(parent_id))
            self._store.put(tag)
        return tag

    def _hand_over(self, child: Tag, target_id: str, leaving: Sequence[str]) -> None:
        """Put a tag below `target_id`, or make it one with the tag of its name there unless that one is `leaving`."""
        tree = self.tree()
        for twin in tree.children(target_id):
            if twin.name == child.name and twin.id not in leaving:
                self.merge([child.id], twin.id)
                return
        self._store.put(replace(child, parent_id=target_id, position=tree.last_position(target_id)))

    def _merge_taggings(self, source_ids: Sequence[str], target_id: str) -> None:
        present = {row.highlight_id for row in self._store.all(Tagging, tag_id=target_id)}
        first: dict[str, int] = {}
        for row in self._store.all(Tagging, "position", tag_id=set(source_ids)):
            first.setdefault(row.highlight_id, row.position)
        self._store.put(
            *(Tagging(highlight_id, target_id, at) for highlight_id, at in first.items() if highlight_id not in present)
        )

    def _merge_pens(self, source_ids: Sequence[str], target_id: str) -> None:
        present = {row.number for row in self._store.all(PenTag, tag_id=target_id)}
        first: dict[int, int] = {}
        for row in self._store.all(PenTag, "position", tag_id=set(source_ids)):
            first.setdefault(row.number, row.position)
        self._store.put(*(PenTag(pen, target_id, at) for pen, at in first.items() if pen not in present))

    def _merge_notes(self, source_ids: Sequence[str], target_id: str) -> None:
        own = self._store.all(Note, target_kind="tag", target_id=target_id)
        sources = self._store.all(Note, "created", "id", target_kind="tag", target_id=set(source_ids))
        notes = own + sources
        if sources:
            text = "\n\n".join(note.text for note in notes)
            self._store.remove(Note, [(note.id,) for note in notes])
            self._store.put(replace(notes[0], target_id=target_id, text=text, modified=now()))


def _rarest_color(tree: Tree[Tag], parent: Tag | None) -> Color:
    """Return the first colour that the fewest of the tags below `parent`, and itself, have."""
    around = tree.children(None) if parent is None else [parent, *tree.children(parent.id)]
    used = Counter(tag.color for tag in around)
    return min(COLORS, key=lambda color: used[color])
