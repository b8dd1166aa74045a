from hypothesis import given
from hypothesis import strategies as st

from desktop.reader.spans import Span, Spans

LIMIT = 400
SPANS = st.lists(st.tuples(st.integers(0, LIMIT), st.integers(1, LIMIT)), max_size=40).map(
    lambda pairs: [Span(str(number), start, start + length, "red") for number, (start, length) in enumerate(pairs)]
)


@given(SPANS, st.integers(0, 2 * LIMIT), st.integers(1, LIMIT))
def test_touching_finds_what_a_walk_over_all_finds(spans: list[Span], start: int, length: int) -> None:
    end = start + length
    expected = sorted(
        (span for span in spans if span.start < end and span.end > start),
        key=lambda span: (span.start, -span.end, int(span.id)),
    )
    found = sorted(Spans(spans).touching(start, end), key=lambda span: (span.start, -span.end, int(span.id)))
    assert found == expected


@given(SPANS, st.lists(st.tuples(st.integers(0, 39), st.integers(0, LIMIT), st.integers(1, LIMIT)), max_size=20))
def test_adding_and_removing_one_at_a_time_comes_to_the_same(
    spans: list[Span], changes: list[tuple[int, int, int]]
) -> None:
    held = Spans(spans)
    known = {span.id: span for span in spans}
    for number, start, length in changes:
        id = str(number)
        if length % 3:
            span = Span(id, start, start + length, "blue")
            assert held.put(span) == known.get(id)
            known[id] = span
        else:
            assert held.remove(id) == known.pop(id, None)
    assert len(held) == len(known)
    everything = held.touching(0, 3 * LIMIT)
    assert sorted(everything, key=lambda span: span.id) == sorted(known.values(), key=lambda span: span.id)


def test_touching_orders_by_start_and_then_the_longer_first() -> None:
    spans = [Span("a", 5, 7, "red"), Span("b", 0, 900, "red"), Span("c", 5, 60, "red")]
    assert [span.id for span in Spans(spans).touching(0, 100)] == ["b", "c", "a"]


def test_at_a_place_the_innermost_comes_first() -> None:
    spans = Spans([Span("a", 0, 100, "red"), Span("b", 10, 20, "red"), Span("c", 12, 50, "red")])
    assert [span.id for span in spans.at(15)] == ["b", "c", "a"]
    assert [span.id for span in spans.at(20)] == ["c", "a"]


def test_what_is_not_held_cannot_be_removed() -> None:
    spans = Spans([Span("a", 0, 1, "red")])
    assert spans.remove("b") is None
    assert spans.find("a") == Span("a", 0, 1, "red")
    assert spans.find(None) is None


@given(SPANS, st.lists(st.integers(0, LIMIT), min_size=2, max_size=12).map(sorted))
def test_first_in_gives_a_span_wherever_one_starts(spans: list[Span], bounds: list[int]) -> None:
    found = Spans(spans).first_in(bounds)
    for low, high, span in zip(bounds, bounds[1:], found, strict=False):
        inside = [other for other in spans if low <= other.start < high]
        assert (span is not None) == bool(inside)
        assert span is None or span in inside
