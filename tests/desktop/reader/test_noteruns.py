"""Runs of notes: every note in one, none longer than its surroundings, each found from any of its notes."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.reader.document import ReaderDocument
from desktop.reader.noteruns import CLEAR, PAGE, NoteRuns
from tests.desktop.reader.conftest import SENTENCE, OpenText

TEXT = "\n".join(["", "短", SENTENCE * 3, "𠮷😀é", SENTENCE * 12] * 60)
FIXTURE_STAYS = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)


def runs_of(notes: NoteRuns, document: ReaderDocument) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    while not found or found[-1][1] < len(notes):
        found.append(notes.run(found[-1][1] if found else 0, document))
    return found


@FIXTURE_STAYS
@given(positions=st.lists(st.integers(0, len(TEXT)), min_size=1, max_size=120), gone=st.integers(0, 119))
def test_runs_are_the_same_from_every_note_and_stay_short(read: OpenText, positions: list[int], gone: int) -> None:
    document = ReaderDocument(read(TEXT), title="", format="text")
    notes = NoteRuns()
    notes.replace((str(number), position) for number, position in enumerate(positions))
    runs = runs_of(notes, document)
    for first, after in runs:
        assert {notes.run(index, document) for index in range(first, after)} == {(first, after)}
        reach = notes[after - 1][0] - notes[first][0]
        assert reach < 2 * PAGE
    gone %= len(positions)
    notes.drop(str(gone))
    notes.put(str(gone), positions[gone])
    assert runs_of(notes, document) == runs


def test_what_stands_far_apart_is_placed_apart(read: OpenText) -> None:
    document = ReaderDocument(read(SENTENCE * 200), title="", format="text")
    notes = NoteRuns()
    notes.replace([("a", 20), ("b", 40), ("c", 40 + 2 * CLEAR), ("d", 60 + 2 * CLEAR)])
    assert runs_of(notes, document) == [(0, 2), (2, 4)]
    notes.drop("c")
    notes.drop("c")
    assert [notes[index][1] for index in range(len(notes))] == ["a", "b", "d"]
    assert list(notes.between(20, 41)) == [0, 1]
    assert list(notes.between(21, 40)) == []
