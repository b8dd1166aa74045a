"""What the codebook as a whole says: counts with all below, tags that stand together, what a merge would do."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from library.annotation.tags import Tags
from library.models import MergePreview, Note, Tag, Tagging
from library.search.highlights import Conditions, Place, find_highlights
from library.search.taggings import count_highlights, tags_by_highlight, tags_on, tags_together
from library.storage.store import Store
from library.tree import Tree


class Codebook:
    """Reads what is true of tags together."""

    def __init__(self, store: Store, tags: Tags) -> None:
        self._store = store
        self._tags = tags

    def counts(self, tag_ids: Iterable[str] | None = None) -> dict[str, int]:
        """Return by tag id how many highlights carry the tag or one below it, each counted once; zeros are left out.

        With `tag_ids` only those tags are counted.
        """
        own, tree = self._tags.counts(), self._tags.tree()
        if tag_ids is None:
            return self._all_counts(own, tree)
        found: dict[str, int] = {}
        for tag_id in tag_ids:
            used = [tag.id for tag in tree.branch(tag_id) if tag.id in own]
            if used:
                found[tag_id] = own[used[0]] if len(used) == 1 else count_highlights(self._store.db, used)
        return found

    def carriers(self, tag_ids: Iterable[str]) -> int:
        """Return how many highlights carry one of these tags or one below them."""
        return count_highlights(self._store.db, self._branch(tag_ids))

    def passages(self, tag_id: str, *, below: bool = True, with_tag: str | None = None) -> list[Place]:
        """Return where the highlights stand that carry a tag or, with `below`, one below it, and `with_tag` as well.

        They come by document, in the order in which these were added, and in text order.
        """
        wanted = [self._branch([tag_id]) if below else frozenset([tag_id])]
        if with_tag is not None:
            wanted.append(self._branch([with_tag]))
        return find_highlights(self._store.db, Conditions(all_of=tuple(wanted)))

    def carried(self) -> dict[str, list[str]]:
        """Return the ids of the tags on each highlight that has any, in the order in which it carries them."""
        return tags_by_highlight(self._store.db)

    def on(self, highlight_ids: Iterable[str]) -> set[str]:
        """Return the ids of the tags that at least one of these highlights carries."""
        return tags_on(self._store.db, highlight_ids)

    def together(self, tag_id: str) -> list[tuple[Tag, int]]:
        """Return the tags that stand on the same highlights as a tag or one below it, with how often; most first."""
        tree, branch = self._tags.tree(), self._branch([tag_id])
        counts = Counter(chain.from_iterable(tags_together(self._store.db, branch)))
        others = ((other_id, number) for other_id, number in counts.items() if other_id not in branch)
        ranked = sorted(others, key=lambda item: (-item[1], item[0]))
        return [(tree.get(other_id), number) for other_id, number in ranked]

    def preview_merge(self, source_ids: Sequence[str], target_id: str) -> MergePreview:
        """Say what `Tags.merge` would do; NotFound if one of the tags is gone."""
        tree = self._tags.tree()
        tree.get(target_id)
        below = {child.id for source_id in source_ids for child in tree.branch(source_id)} - set(source_ids)
        carried = set(self._store.column(Tagging, "highlight_id", tag_id=set(source_ids)))
        already = set(self._store.column(Tagging, "highlight_id", tag_id=target_id))
        notes = self._store.column(Note, "id", target_kind="tag", target_id=set(source_ids))
        return MergePreview(len(carried), len(carried & already), len(below), len(notes))

    def _branch(self, tag_ids: Iterable[str]) -> frozenset[str]:
        tree = self._tags.tree()
        return frozenset(tag.id for tag_id in tag_ids for tag in tree.branch(tag_id))

    def _all_counts(self, own: Mapping[str, int], tree: Tree[Tag]) -> dict[str, int]:
        """Add up the tags of each branch, and take off what highlights with several tags in it counted too much."""
        lines: dict[str, list[str]] = {}
        totals: Counter[str] = Counter()
        for tag_id in tree.nodes:
            line, parent_id = [tag_id], tree.get(tag_id).parent_id
            while parent_id is not None:
                line.append(parent_id)
                parent_id = tree.get(parent_id).parent_id
            lines[tag_id] = line
            for above in line if tag_id in own else ():
                totals[above] += own[tag_id]
        for first, *others in tags_together(self._store.db):
            seen = set(lines[first])
            for other in others:
                for above in lines[other]:
                    if above in seen:
                        totals[above] -= 1
                seen.update(lines[other])
        return dict(totals)
