"""What stands below which heading, and in which order: of excerpts, or of places that are not read yet."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import chain, islice
from typing import TypeVar

from library.chinese.pinyin import sort_key
from library.exporters.base import Order

T = TypeVar("T")

Moment = tuple[str, str]
"""When a highlight was made, and its id."""


def by_theme(items: Iterable[T], paths: Callable[[T], Sequence[str]]) -> list[tuple[str, list[T]]]:
    """Return each tag's path with what carries it, a tag before those below it; what has none comes last, as ""."""
    groups: defaultdict[str, list[T]] = defaultdict(list)
    for item in items:
        for path in paths(item) or ("",):
            groups[path].append(item)
    ordered = sorted(filter(None, groups), key=lambda path: tuple(map(sort_key, path.split("/"))))
    return [(path, groups[path]) for path in [*ordered, *([""] if "" in groups else [])]]


def by_day(items: Iterable[T], day: Callable[[T], str]) -> list[tuple[str, list[T]]]:
    """Return each day with what is of it, the earliest first; what has none comes last, as ""."""
    groups: defaultdict[str, list[T]] = defaultdict(list)
    for item in items:
        groups[day(item)].append(item)
    return [(each, groups[each]) for each in sorted(groups, key=lambda each: (not each, each))]


def ordered(items: Sequence[T], order: Order, made: Callable[[T], Moment]) -> Sequence[T]:
    """Return what stands below one heading in its order; as in the text, it comes so already."""
    return items if order == "text" else sorted(items, key=made, reverse=order == "newest")


def first_of(groups: Iterable[Sequence[T]], order: Order, made: Callable[[T], Moment], most: int) -> list[T]:
    """Return what stands first, `most` at most, whatever stands in several groups as often."""
    return list(islice(chain.from_iterable(ordered(group, order, made) for group in groups), most))
