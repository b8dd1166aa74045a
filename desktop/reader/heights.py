"""How high blocks stand above one another: estimated by the group, measured when touched."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate, pairwise

GROUP = 256
"""Blocks that are estimated together until one of them is touched."""
_SAMPLES = 8


class Heights:
    """The heights of all blocks in pixels. Opening costs a few steps a group, not a block.

    Sums over groups are kept in a binary indexed tree (Fenwick, "A new data structure for cumulative frequency
    tables", 1994), so that correcting a height, the top of a block and the block at a height cost log(groups).
    """

    def __init__(
        self, starts: memoryview, count: int, estimate: Callable[[int], int], height_of_character: float
    ) -> None:
        """Take the starts of `count` blocks and the end in code points, and `estimate` from a block's length."""
        self._starts = starts
        self._count = count
        self._estimate = estimate
        self._touched: dict[int, array[int]] = {}
        self._sums = self._guess(height_of_character)
        self._tree = _tree(self._sums)

    @property
    def total(self) -> int:
        """The height of all blocks together."""
        return self._before(len(self._sums))

    def top(self, index: int) -> int:
        """Return how far the top of block `index` lies below the top of the first."""
        group, inside = divmod(index, GROUP)
        blocks = self._touch(group)
        return self._before(group) + sum(blocks[:inside])

    def at(self, y: int) -> tuple[int, int]:
        """Return the block at height `y`, clamped, and how far below its top `y` lies."""
        group = self._group_at(y)
        blocks = self._touch(group)
        rest = min(max(y - self._before(group), 0), self._sums[group])
        last = len(blocks) - 1
        for inside, height in enumerate(blocks):
            if rest < height or inside == last:
                return group * GROUP + inside, rest
            rest -= height
        raise AssertionError("a group has at least one block")

    def set(self, index: int, height: int) -> None:
        """Keep the measured height of block `index`."""
        group, inside = divmod(index, GROUP)
        blocks = self._touch(group)
        change = height - blocks[inside]
        if change:
            blocks[inside] = height
            self._add(group, change)

    def positions_near(self, heights: Iterable[int]) -> list[int]:
        """Return about the code points at `heights`, which ascend, without touching a group: for the scroll bar."""
        found: list[int] = []
        group = top = 0
        edges, starts = self._edges(group)
        for y in heights:
            while group + 1 < len(self._sums) and y - top >= self._sums[group]:
                top += self._sums[group]
                group += 1
                edges = starts = ()
            if not edges:
                edges, starts = self._edges(group)
            at = min(max(bisect_right(edges, y - top) - 1, 0), len(edges) - 2)
            part, whole = min(max(y - top - edges[at], 0), edges[at + 1] - edges[at]), edges[at + 1] - edges[at]
            found.append(starts[at] + (starts[at + 1] - starts[at]) * part // max(whole, 1))
        return found

    def _edges(self, group: int) -> tuple[Sequence[int], Sequence[int]]:
        """Return the heights within a group between which code points stand evenly, and the code points there."""
        first, last = group * GROUP, min((group + 1) * GROUP, self._count)
        blocks = self._touched.get(group)
        if blocks is None:
            return (0, self._sums[group]), (self._starts[first], self._starts[last])
        return list(accumulate(blocks, initial=0)), self._starts[first : last + 1]

    def _guess(self, height_of_character: float) -> list[int]:
        """Return the estimated sum of each group: exact for a few samples, by blocks and characters for the others."""
        bounds = [*self._starts[: self._count : GROUP].tolist(), self._starts[self._count]]
        groups = len(bounds) - 1
        samples = sorted({group * groups // _SAMPLES for group in range(_SAMPLES)})
        characters = blocks = height = 0
        for group in samples:
            self._touched[group] = estimates = self._estimates(group)
            characters += bounds[group + 1] - bounds[group]
            blocks += len(estimates)
            height += sum(estimates)
        per_block = max((height - characters * height_of_character) / max(blocks, 1), 1.0)
        full = GROUP * per_block
        sums = [round((bounds[group + 1] - bounds[group]) * height_of_character + full) for group in range(groups)]
        for group, estimates in self._touched.items():
            sums[group] = sum(estimates)
        return sums

    def _estimates(self, group: int) -> array[int]:
        first = group * GROUP
        starts = self._starts[first : min(first + GROUP, self._count) + 1].tolist()
        return array("l", [self._estimate(end - start - 1) for start, end in pairwise(starts)])

    def _touch(self, group: int) -> array[int]:
        blocks = self._touched.get(group)
        if blocks is None:
            blocks = self._touched[group] = self._estimates(group)
            self._add(group, sum(blocks) - self._sums[group])
        return blocks

    def _add(self, group: int, change: int) -> None:
        self._sums[group] += change
        node = group + 1
        while node < len(self._tree):
            self._tree[node] += change
            node += node & -node

    def _before(self, group: int) -> int:
        height = 0
        while group:
            height += self._tree[group]
            group -= group & -group
        return height

    def _group_at(self, y: int) -> int:
        node, rest = 0, y
        step = 1 << (len(self._tree) - 1).bit_length()
        while step:
            ahead = node + step
            if ahead < len(self._tree) and self._tree[ahead] <= rest:
                node = ahead
                rest -= self._tree[ahead]
            step >>= 1
        return min(node, len(self._sums) - 1)


def _tree(sums: list[int]) -> list[int]:
    tree = [0, *sums]
    for node in range(1, len(tree)):
        above = node + (node & -node)
        if above < len(tree):
            tree[above] += tree[node]
    return tree
