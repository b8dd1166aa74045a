"""Tabs, sides and the way back in whatever order: the window never shows what its records do not say."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from pytestqt.qtbot import QtBot

from library.models import Document
from tests.desktop.desk import Desk

PARAGRAPHS = 120
NAMES = "甲乙丙"


def text(name: str) -> str:
    return "".join(f"{name}第{number}段：一二三四五六七八九十，𠮷😀e\u0301。\n" for number in range(PARAGRAPHS))


def test_whatever_is_done_the_window_shows_what_its_records_say(qtbot: QtBot) -> None:
    class Machine(RuleBasedStateMachine):
        """The actions of the menus on three documents."""

        def __init__(self) -> None:
            super().__init__()
            self.folder = TemporaryDirectory()
            self.desk = Desk(qtbot, Path(self.folder.name))
            self.desk.open(make=True)
            self.documents: list[Document] = [self.desk.add(text(name), name) for name in NAMES]

        def teardown(self) -> None:
            self.desk.close()
            self.folder.cleanup()

        def act(self, action_id: str) -> None:
            menus = self.desk.window.menus
            menus.refresh()
            if menus[action_id].isEnabled():
                menus[action_id].trigger()

        @rule(index=st.integers(0, 2), new_tab=st.booleans())
        def open(self, index: int, new_tab: bool) -> None:
            self.desk.window.navigation.open_document(self.documents[index].id, new_tab=new_tab)
            assert self.desk.window.navigation.document_id == self.documents[index].id

        @rule(
            action=st.sampled_from(
                ["next_tab", "previous_tab", "close_tab", "close_others", "reopen_tab", "tab_left", "tab_right",
                 "split_right", "split_below", "unsplit", "other_group", "tab_over", "together", "new_tab", "zoom_in",
                 "zoom_out"]
            )
        )  # fmt: skip
        def choose(self, action: str) -> None:
            self.act(action)

        @rule(number=st.integers(1, PARAGRAPHS), jump=st.booleans())
        def move(self, number: int, jump: bool) -> None:
            pane = self.desk.window.pane
            if pane.flow is not None:
                (pane.jump_to if jump else pane.scroll_to_place)(pane.flow.document.start(number - 1))

        @rule()
        def go_back_and_forward(self) -> None:
            window = self.desk.window
            if window.stands.active.trail.previous is None or not window.centre.shows_text:
                return
            document, place = window.navigation.document_id, window.pane.place()
            self.act("back")
            self.act("forward")
            assert (window.navigation.document_id, window.pane.place()) == (document, place)

        @rule()
        def split_and_close(self) -> None:
            window = self.desk.window
            if not window.stands.is_split and window.centre.shows_text:
                place = window.pane.place()
                self.act("split_right")
                self.act("unsplit")
                assert window.pane.place() == place

        @rule()
        def reopen_the_library(self) -> None:
            window = self.desk.window
            before = self.shown()
            self.act("close")
            self.desk.open()
            assert window is self.desk.window
            assert self.shown() == before

        def shown(self) -> list[tuple[list[str], str | None, int]]:
            return [
                (
                    [tab.document_id for tab in stand.tabs.all],
                    stand.reading.document.id if stand.reading.document is not None else None,
                    stand.pane.place(),
                )
                for stand in self.desk.window.stands.all
            ]

        @invariant()
        def the_records_are_true(self) -> None:
            window, stands = self.desk.window, self.desk.window.stands
            assert stands.active in stands.all
            assert 1 <= len(stands.all) <= 2
            for stand in stands.all:
                tab, document = stand.tabs.current, stand.reading.document
                assert (tab is None) == (document is None) == (stand.pane.flow is None)
                assert document is None or (tab is not None and tab.document_id == document.id)
                assert tab is not None or not stands.is_split
                assert stand.isVisibleTo(stands)
            strip = window.strip.bar
            ids = [tab.id for tab in stands.active.tabs.all]
            assert [strip.tabData(index) for index in range(strip.count())] == ids
            assert strip.currentIndex() == stands.active.tabs.index
            assert not window.centre.shows_text or stands.active.reading.document is not None
            shown = stands.active.reading.document
            assert window.sidebar.highlights.model.document_id == (shown.id if shown is not None else None)

    run_state_machine_as_test(
        Machine, settings=settings(max_examples=6, stateful_step_count=25, deadline=None, print_blob=True)
    )
