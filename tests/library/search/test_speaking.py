"""Queries with speakers, against a plain model that goes through every place of every word."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from library.library import Library
from library.search.leaves import Options
from library.search.query import parse
from library.search.speaking import attributed
from tests.library.conftest import Desk

TEXTS = (
    "主持人：今天谈桥和堤。\n李华：桥要修，堤也要修。\n老周：先修堤。\n李华：同意先修桥。\n（散会）\n修桥的事以后再说。",
    "李华：堤防。\n王五：桥桥桥。\n李华：桥，堤。\n王五：修。",
    "修桥修堤，没有人说话。",
    "问：桥呢？\n答：𠮷桥😀，在堤边。\n问：修了吗？\n答：修了。",
    "",
)
WORDS = ("桥", "堤", "修桥", "修")
NAMES = ("李华", "王五", "李", "问", "没有")
Asked = tuple[str, object]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    desk = Desk(Path(tmp_path_factory.mktemp("speaking")) / "库")
    documents = desk.add_many(*((f"桥{number}", text) for number, text in enumerate(TEXTS)))
    desk.library.speakers.rename(documents[0].id, "老周", "王五")
    desk.library.speakers.set(documents[2].id, 2, 5, "李华")
    desk.library.search.update()
    yield desk.library
    desk.library.close()


def written(asked: Asked) -> str:
    kind, value = asked
    match kind, value:
        case "word" | "speaker", str():
            return value if kind == "word" else f"speaker:{value}"
        case "not", tuple():
            return f"-({written(value)})"
        case _, list():
            return "(" + (" OR " if kind == "any" else " ").join(map(written, value)) + ")"
    raise AssertionError(asked)


def asked() -> st.SearchStrategy[Asked]:
    words = st.sampled_from(WORDS).map(lambda word: ("word", word))
    names = st.sampled_from(NAMES).map(lambda name: ("speaker", name))

    def more(parts: st.SearchStrategy[Asked]) -> st.SearchStrategy[Asked]:
        several = st.lists(parts, min_size=2, max_size=3)
        return (
            several.map(lambda each: ("all", each))
            | several.map(lambda each: ("any", each))
            | parts.map(lambda part: ("all", [("word", "修"), ("not", part)]))
            | st.tuples(names, parts).map(lambda pair: ("all", [pair[0], pair[1]]))
            | st.tuples(names, parts).map(lambda pair: ("all", [("not", pair[0]), pair[1]]))
        )

    return st.recursive(words | names, more, max_leaves=6)


class Plain:
    """What one document says, place by place."""

    def __init__(self, library: Library, document_id: str, text: str) -> None:
        self._text = text
        self._passages = library.speakers.of_document(document_id).passages
        everyone = {name for row in library.documents.all() for name in library.speakers.of_document(row.id).names}
        self._meant = {
            name: ({name} if name in everyone else {each for each in everyone if name in each}) for name in NAMES
        }

    def says(self, asked: Asked, place: range) -> bool:
        """Say whether a place is said by whom a part asks for."""
        kind, value = asked
        match kind, value:
            case "speaker", str():
                spans = [(one.start, one.end) for one in self._passages if one.name in self._meant[value]]
                return any(start <= place.start and place.stop <= end for start, end in spans)
            case "not", tuple():
                return not self.says(value, place)
            case "all", list():
                return all(self.says(part, place) for part in value)
            case _, list():
                return any(self.says(part, place) for part in value)
        raise AssertionError(asked)

    def meets(self, asked: Asked, admits: Callable[[range], bool]) -> bool:
        kind, value = asked
        match kind, value:
            case "word", str():
                return any(map(admits, self._places(value)))
            case "speaker", str():
                return any(one.name in self._meant[value] for one in self._passages)
            case "not", tuple():
                return not self.meets(value, admits)
            case "any", list():
                return any(self.meets(part, admits) for part in value)
            case _, list():
                kept, others, admitted = self._split(value, admits)
                return all(self.meets(part, admits) for part in kept) and all(
                    self.meets(part, admitted) for part in others
                )
        raise AssertionError(asked)

    def hits(self, asked: Asked, admits: Callable[[range], bool]) -> set[tuple[int, int]]:
        kind, value = asked
        match kind, value:
            case "word", str():
                return {(place.start, place.stop) for place in self._places(value) if admits(place)}
            case "any", list():
                return set().union(*(self.hits(part, admits) for part in value))
            case "all", list():
                _, others, admitted = self._split(value, admits)
                return set().union(*(self.hits(part, admitted) for part in others))
        return set()

    def _split(
        self, parts: list[Asked], admits: Callable[[range], bool]
    ) -> tuple[list[Asked], list[Asked], Callable[[range], bool]]:
        who = [part for part in parts if not has(part, "word")]
        others = [part for part in parts if has(part, "word")]
        if not who or not others:
            return [], parts, admits
        kept = [part for part in who if not has(part, "not")]
        return kept, others, lambda place: admits(place) and all(self.says(part, place) for part in who)

    def _places(self, word: str) -> list[range]:
        starts = [at for at in range(len(self._text)) if self._text.startswith(word, at)]
        return [range(at, at + len(word)) for at in starts]


def has(asked: Asked, kind: str) -> bool:
    if asked[0] == kind:
        return True
    match asked[1]:
        case tuple():
            return has(asked[1], kind)
        case list():
            return any(has(part, kind) for part in asked[1])
    return False


def is_question(asked: Asked) -> bool:
    """Say whether a query is one that `parse` takes: it asks for something that is there."""
    match asked:
        case "not", _:
            return False
        case "all", list():
            return any(is_question(part) for part in asked[1])
        case "any", list():
            return all(is_question(part) for part in asked[1])
    return True


@given(asked().filter(is_question))
def test_what_is_found_is_what_a_plain_model_finds(library: Library, asked: Asked) -> None:
    findings = library.search.ask(written(asked))
    tallies = {document_id: tally.total for document_id, tally in findings.tallies()}
    for document, text in zip(library.documents.all(), TEXTS, strict=True):
        model = Plain(library, document.id, text)
        assert (document.id in tallies) == model.meets(asked, lambda _: True)
        if document.id in tallies:
            hits = model.hits(asked, lambda _: True)
            assert [(place.start, place.end) for place in findings.places(document.id)] == sorted(hits)
            assert tallies[document.id] == len(hits)


@pytest.mark.parametrize(
    ("query", "hits"),
    [
        ("speaker:李华 桥", [2, 1, 0, 0, 0]),
        ("speaker:王五 堤", [1, 0, 0, 0, 0]),
        ("speaker:老周 堤", [0, 0, 0, 0, 0]),
        ("桥 -speaker:李华", [2, 3, 1, 2, 0]),
        ("speaker:李华 -speaker:王五 桥", [2, 1, 0, 0, 0]),
        ('speaker:"李华" (桥 OR 堤)', [3, 3, 1, 0, 0]),
        ("(speaker:问 OR speaker:答) 桥", [0, 0, 0, 2, 0]),
        ("speaker:李 /桥.修/", [1, 0, 0, 0, 0]),
        ("speaker:李华 桥 NEAR/9 堤", [2, 2, 0, 0, 0]),
    ],
)
def test_hits_by_speaker(library: Library, query: str, hits: list[int]) -> None:
    findings = library.search.ask(query)
    found = dict(findings.tallies())
    rows = library.documents.all()
    assert [found[row.id].total if row.id in found else 0 for row in rows] == hits
    assert [len(findings.places(row.id)) if row.id in found else 0 for row in rows] == hits


def test_a_speaker_alone_finds_documents_and_words_beside_one_no_titles(library: Library) -> None:
    assert [row.title for row in library.search.ask("speaker:李华").titles()] == ["桥0", "桥1", "桥2"]
    assert library.search.ask("speaker:李华 桥").titles() == []
    assert [row.title for row in library.search.ask("桥").titles()] == [f"桥{number}" for number in range(5)]


def test_a_query_without_speakers_is_as_it_was() -> None:
    for query in ("桥", "桥 OR 堤 -修", "tag:主题 (桥 date:2017)"):
        assert attributed(parse(query)) == parse(query)


def test_it_follows_what_is_put_right_and_undone(desk: Desk) -> None:
    (document,) = desk.add_many(("会", TEXTS[1]))
    library = desk.library

    def count(query: str) -> int:
        library.search.update()
        return sum(tally.total for _, tally in library.search.ask(query).tallies())

    assert count("speaker:王五 桥") == 3
    library.speakers.rename(document.id, "王五", "李华")
    assert (count("speaker:王五 桥"), count("speaker:李华 桥")) == (0, 4)
    library.undo()
    assert count("speaker:王五 桥") == 3


def test_what_someone_says_in_a_passage_printed_twice_counts_once(desk: Desk) -> None:
    said = "修桥的事，会员有疑问的可以当场提出，由会长一条一条答复，一条也不落下。" * 3
    page = f"李华：{said}\n王五：{said.replace('桥', '堤')}\n"
    desk.add(f"开会记录。\n{page}中间休息，大家喝茶。\n{page}散会。", "两遍")
    desk.library.search.update()
    for repeated, hits in ((False, [3, 3, 0]), (True, [6, 6, 0])):
        tallies = [
            dict(desk.library.search.ask(query, Options(repeated=repeated)).tallies())
            for query in ("speaker:李华 修桥", "speaker:王五 修堤", "speaker:王五 修桥")
        ]
        assert [sum(tally.total for tally in found.values()) for found in tallies] == hits
        assert [sum(tally.repeated for tally in found.values()) for found in tallies] == [
            0 if repeated else count for count in hits
        ]
