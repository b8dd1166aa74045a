"""Questions as conditions: put together and taken apart again, whatever they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.excerpts.conditions import Condition, ConditionKind, added, conditions_of, removed, without
from library.annotation.retrieval import query_from_json, query_to_json
from library.models import COLORS, ExcerptQuery

IDS = st.sampled_from(["a", "b", "c"])
DATES = st.sampled_from(["2015", "2017-03"])
CONDITIONS = st.one_of(
    st.builds(Condition, st.sampled_from(["all", "any", "no", "near", "document", "collection"]), IDS),
    st.builds(Condition, st.just("color"), st.sampled_from(COLORS)),
    st.builds(Condition, st.just("speaker"), st.sampled_from(["李华", "𠮷三"])),
    st.builds(Condition, st.just("since"), st.just("2015")),
    st.builds(Condition, st.just("until"), DATES),
    st.builds(Condition, st.just("text"), st.sampled_from(["𠮷", "😀", "e\u0301"])),
    st.builds(Condition, st.sampled_from(["untagged", "noted", "starred"])),
)


@given(st.lists(CONDITIONS, max_size=12))
def test_what_is_added_is_asked_for_and_never_contradicts_itself(conditions: list[Condition]) -> None:
    query = ExcerptQuery()
    for condition in conditions:
        query = added(query, condition)
        held = conditions_of(query)
        if condition.kind == "text":
            assert condition.value in query.text
        else:
            assert held.count(condition) == 1
    assert query_from_json(query_to_json(query)) == query, "it can be asked"
    tags = [one.value for one in conditions_of(query) if one.kind in ("all", "any", "no")]
    assert len(tags) == len(set(tags)), "a tag is asked for in one way"
    for condition in conditions_of(query):
        assert condition not in conditions_of(removed(query, condition))
    for condition in conditions_of(query):
        query = removed(query, condition)
    assert query == ExcerptQuery()


@pytest.mark.parametrize("kind", ["all", "any", "no", "near", "document", "collection"])
def test_what_is_gone_is_taken_out_everywhere(kind: ConditionKind) -> None:
    query = added(added(ExcerptQuery(noted=True), Condition(kind, "a")), Condition(kind, "b"))
    assert without(query, frozenset({"a", "x"})) == added(ExcerptQuery(noted=True), Condition(kind, "b"))
