"""Ids and moments."""

import re
from dataclasses import FrozenInstanceError
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from uuid import RFC_4122, UUID

import pytest

from library.models import Tag, new_id, now


def test_ids_are_uuids_of_version_7_and_of_this_moment() -> None:
    before = datetime.now(UTC)
    value = UUID(new_id())
    assert (value.version, value.variant) == (7, RFC_4122)
    made = datetime.fromtimestamp((value.int >> 80) / 1000, UTC)
    assert before - timedelta(milliseconds=1) <= made <= datetime.now(UTC)


def test_ids_made_later_sort_later() -> None:
    ids = [new_id() for _ in range(2000)]
    assert len(set(ids)) == len(ids)
    backwards = sum(earlier > later for earlier, later in pairwise(ids))
    assert backwards <= 5  # the clock may be set in between; two of one millisecond are in order


def test_moments_are_utc_with_milliseconds() -> None:
    moment = now()
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", moment)
    assert abs(datetime.fromisoformat(moment) - datetime.now(UTC)) < timedelta(minutes=1)


def test_models_are_frozen() -> None:
    tag = Tag("a", "主题")
    with pytest.raises(FrozenInstanceError):
        tag.name = "提法"  # type: ignore[misc]
