"""Where notes stand one below the other in the margin: numbers only. Lengths are pixels, y grows downwards."""

from __future__ import annotations

from collections.abc import Sequence

GAP = 8
"""What is left free between two notes."""


def place(wanted: Sequence[int], heights: Sequence[int], low: int, high: int) -> list[int]:
    """Return the tops of notes that stand in order between `low` and `high`, as near as can be to the tops `wanted`.

    Near is the least sum of squared distances. Less the heights above each, the tops only have to ascend: an isotonic
    regression, by pooling adjacent violators (Ayer et al., 1955), which stays the best one when it is clamped. The
    notes must fit.
    """
    above: list[int] = []
    reach = 0
    for height in heights:
        above.append(reach)
        reach += height + GAP
    pools: list[tuple[int, int]] = []  # the sum and the number of those that move together
    for top, stacked in zip(wanted, above, strict=True):
        total, count = top - stacked, 1
        while pools and pools[-1][0] * count >= total * pools[-1][1]:
            joined, members = pools.pop()
            total, count = total + joined, count + members
        pools.append((total, count))
    free = [round(total / count) for total, count in pools for _ in range(count)]
    highest = high - reach + GAP
    return [max(min(top, highest), low) + stacked for top, stacked in zip(free, above, strict=True)]


def shares(lines: Sequence[int], most: int, room: int, pitch: int, chosen: int | None = None) -> list[int]:
    """Return how many of its `lines` each note shows so that all fit into `room`: none more than `most`.

    The `chosen` one shows all of its lines as long as the others, folded as far as they can be, leave it the room.
    """
    longest = max(lines)
    for limit in range(most, 0, -1):
        given = [count if index == chosen else min(count, limit) for index, count in enumerate(lines)]
        if needed(given, pitch) <= room:
            return given
    for limit in range(longest, 0, -1):
        given = [min(count, limit) if index == chosen else 1 for index, count in enumerate(lines)]
        if needed(given, pitch) <= room:
            return given
    return [1] * len(lines)


def needed(lines: Sequence[int], pitch: int) -> int:
    """Return how high notes of so many lines stand together."""
    return sum(lines) * pitch + max(len(lines) - 1, 0) * GAP


def spread(count: int, capacity: int, always: int | None = None) -> list[int]:
    """Return which of `count` notes are shown where only `capacity` of them fit: evenly chosen, and one `always`."""
    if capacity >= count:
        return list(range(count))
    picked = {index * count // capacity for index in range(max(capacity, 0))}
    if always is not None and picked and always not in picked:
        picked.remove(min(picked, key=lambda index: abs(index - always)))
        picked.add(always)
    return sorted(picked)
