"""Tabs as records: their order, the one that is shown, and what was closed."""

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from desktop.tabs import CLOSED_KEPT, Tabs

NAMES = st.sampled_from("甲乙丙丁")


def names(tabs: Tabs) -> str:
    return "".join(tab.document_id for tab in tabs.all)


def of(text: str, index: int = 0) -> Tabs:
    tabs = Tabs()
    tabs.restore([(name, None) for name in text], index)
    return tabs


def test_a_new_tab_stands_right_of_the_current_one() -> None:
    tabs = of("甲丙")
    tabs.add("乙")
    assert (names(tabs), tabs.index) == ("甲乙丙", 1)


def test_another_document_takes_the_place_of_the_one_shown() -> None:
    tabs = of("甲乙", 1)
    tabs.keep_place(7)
    tabs.show("丙")
    assert (names(tabs), tabs.index) == ("甲丙", 1)
    assert tabs.all[1].place is None


def test_the_first_document_makes_a_tab() -> None:
    tabs = Tabs()
    tabs.show("甲")
    assert (names(tabs), tabs.index) == ("甲", 0)


def test_the_neighbour_takes_the_place_of_a_closed_tab() -> None:
    tabs = of("甲乙丙", 1)
    tabs.close(tabs.all[1].id)
    assert (names(tabs), tabs.index) == ("甲丙", 1)
    tabs.close(tabs.all[1].id)
    assert (names(tabs), tabs.index) == ("甲", 0)
    tabs.close(tabs.all[0].id)
    assert (tabs.all, tabs.current, tabs.index) == ((), None, -1)


def test_closed_tabs_come_back_in_their_order_with_their_places() -> None:
    tabs = of("甲乙丙", 1)
    tabs.keep_place(42)
    for tab in (tabs.all[1], tabs.all[0]):
        tabs.close(tab.id)
    tabs.reopen()
    assert (names(tabs), tabs.index) == ("甲丙", 0)
    again = tabs.reopen()
    assert again is not None
    assert (names(tabs), tabs.index, again.place) == ("甲乙丙", 1, 42)
    assert tabs.reopen() is None


def test_the_document_of_the_current_tab_is_found_there() -> None:
    tabs = of("甲乙甲", 2)
    assert tabs.find("甲") == tabs.all[2]
    assert tabs.find("乙") == tabs.all[1]
    assert tabs.find("丁") is None


def test_tabs_of_documents_that_are_gone_go_and_do_not_come_back() -> None:
    tabs = of("甲乙丙丁", 2)
    tabs.close(tabs.all[1].id)
    assert tabs.retain({"甲", "丁"})
    assert (names(tabs), tabs.index) == ("甲丁", 1)
    assert not tabs.retain({"甲", "丁"})
    assert tabs.reopen() is None


class TabsMachine(RuleBasedStateMachine):
    """Whatever is done, exactly one tab is the current one unless there is none, and no two share a number."""

    def __init__(self) -> None:
        super().__init__()
        self.tabs = Tabs()

    @rule(name=NAMES)
    def add(self, name: str) -> None:
        self.tabs.add(name)
        assert self.tabs.current is not None
        assert self.tabs.current.document_id == name

    @rule(name=NAMES)
    def show(self, name: str) -> None:
        count = len(self.tabs.all)
        self.tabs.show(name)
        assert len(self.tabs.all) == max(count, 1)

    @rule(step=st.integers(-5, 5))
    def step(self, step: int) -> None:
        index, count = self.tabs.index, len(self.tabs.all)
        self.tabs.step(step)
        assert self.tabs.index == ((index + step) % count if count else -1)

    @rule(data=st.data(), index=st.integers(-2, 9))
    def move(self, data: st.DataObject, index: int) -> None:
        if self.tabs.all:
            tab, current = data.draw(st.sampled_from(self.tabs.all)), self.tabs.current
            self.tabs.move(tab.id, index)
            assert self.tabs.all[max(0, min(index, len(self.tabs.all) - 1))] == tab
            assert self.tabs.current == current

    @rule(data=st.data())
    def close_and_reopen(self, data: st.DataObject) -> None:
        if self.tabs.all:
            before, tab = self.tabs.all, data.draw(st.sampled_from(self.tabs.all))
            self.tabs.close(tab.id)
            assert tab not in self.tabs.all
            assert self.tabs.reopen() == tab == self.tabs.current
            assert self.tabs.all == before

    @rule(data=st.data())
    def close(self, data: st.DataObject) -> None:
        if self.tabs.all:
            tab, current = data.draw(st.sampled_from(self.tabs.all)), self.tabs.current
            self.tabs.close(tab.id)
            if tab != current:
                assert self.tabs.current == current

    @rule(there=st.sets(NAMES))
    def retain(self, there: set[str]) -> None:
        current = self.tabs.current
        self.tabs.retain(there)
        assert {tab.document_id for tab in self.tabs.all} <= there
        if current is not None and current.document_id in there:
            assert self.tabs.current == current

    @invariant()
    def one_is_current(self) -> None:
        ids = [tab.id for tab in self.tabs.all]
        assert len(set(ids)) == len(ids)
        assert (self.tabs.current is None) == (not ids)


TestTabs = TabsMachine.TestCase
TestTabs.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)


def test_only_so_many_closed_tabs_are_remembered() -> None:
    tabs = of("甲" * (CLOSED_KEPT + 5))
    for tab in tabs.all:
        tabs.close(tab.id)
    assert sum(tabs.reopen() is not None for _ in range(CLOSED_KEPT + 5)) == CLOSED_KEPT
