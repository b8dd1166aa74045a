"""Speeches against a plain model: a name for each code point."""

from hypothesis import given
from hypothesis import strategies as st

from library.speeches import Passage, SpeakerCorrection, Speeches, as_corrected, packed, unpacked, without

LENGTH = 12
NAMES = st.sampled_from(["李华", "王五", "问", ""])
SPANS = st.tuples(st.integers(0, LENGTH - 1), st.integers(1, 6)).map(lambda each: (each[0], min(sum(each), LENGTH)))


@st.composite
def apart(draw: st.DrawFn) -> list[tuple[int, int, str]]:
    """Return spans with names, in order, that do not overlap."""
    bounds = sorted(draw(st.sets(st.integers(0, LENGTH), max_size=8)))
    pairs = zip(bounds[::2], bounds[1::2], strict=False)
    return [(start, end, draw(NAMES)) for start, end in pairs]


def painted(rows: list[tuple[int, int, str]]) -> dict[int, str]:
    return {place: name for start, end, name in rows for place in range(start, end)}


def plain(speeches: Speeches) -> dict[int, str]:
    return painted([(passage.start, passage.end, passage.name) for passage in speeches.passages])


@given(found=apart(), said=apart(), names=st.dictionaries(NAMES.filter(bool), NAMES))
def test_what_readers_say_goes_before_what_was_found(
    found: list[tuple[int, int, str]], said: list[tuple[int, int, str]], names: dict[str, str]
) -> None:
    base = Speeches(Passage(name, start, end) for start, end, name in found if name)
    spans = [SpeakerCorrection("d", *row) for row in said]
    wanted = {place: names.get(name, name) for place, name in plain(base).items()} | painted(said)
    shown = as_corrected(base, spans, names)
    assert plain(shown) == {place: name for place, name in wanted.items() if name}
    starts = [passage.start for passage in shown.passages]
    assert starts == sorted(set(starts))


@given(rows=apart(), span=SPANS)
def test_what_is_left_outside_a_span(rows: list[tuple[int, int, str]], span: tuple[int, int]) -> None:
    left = without([SpeakerCorrection("d", *row) for row in rows], *span)
    wanted = {place: name for place, name in painted(rows).items() if not span[0] <= place < span[1]}
    assert painted([(row.start, row.end, row.name) for row in left]) == wanted


@given(rows=apart(), span=SPANS)
def test_who_speaks_in_a_span(rows: list[tuple[int, int, str]], span: tuple[int, int]) -> None:
    speeches = Speeches(Passage(name, start, end) for start, end, name in rows if name)
    wanted = next((name for place in range(*span) if (name := plain(speeches).get(place))), "")
    assert speeches.speaker(*span) == wanted
    assert speeches.speaker(span[0], span[0]) == plain(speeches).get(span[0], "")
    begun = [passage for passage in speeches.passages if span[0] <= passage.start < span[1]]
    assert list(speeches.beginning(*span)) == begun


@given(rows=apart())
def test_what_is_kept_is_read_again(rows: list[tuple[int, int, str]]) -> None:
    speeches = Speeches(Passage(name + "𠮷", start, end) for start, end, name in rows)
    assert unpacked(packed(speeches)) == speeches


def test_what_was_kept_by_other_rules_or_is_spoiled_is_not_read() -> None:
    for data in (b"", b"[]", b"[0,[]]", b'[1,[["a"]]]', b"\xff"):
        assert unpacked(data) is None
