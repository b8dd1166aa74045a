"""Titles are read beside the main thread, and sort before that, too."""

from collections.abc import Generator

import pytest
from pytestqt.qtbot import QtBot

from desktop.itemmodels.titlekeys import AT_ONCE, TitleKeys
from library.chinese.pinyin import sort_key


@pytest.fixture
def keys(qtbot: QtBot) -> Generator[TitleKeys, None, None]:
    keys = TitleKeys()
    yield keys
    keys.wait()


def test_titles_sort_before_they_are_read_and_rightly_after(keys: TitleKeys, qtbot: QtBot) -> None:
    titles = ["重庆", "长安", "𠮷", ""]
    assert sorted(titles, key=keys.key) == ["", "重庆", "长安", "𠮷"]
    with qtbot.waitSignal(keys.ready):
        keys.learn(titles)
    assert keys.is_ready
    assert [keys.key(title) for title in titles] == [sort_key(title) for title in titles]


def test_a_few_more_are_read_at_once(keys: TitleKeys, qtbot: QtBot) -> None:
    with qtbot.waitSignal(keys.ready):
        keys.learn(["长安"])
    keys.learn(["重庆"])
    assert keys.is_ready
    assert keys.key("重庆") == sort_key("重庆")


def test_many_are_not(keys: TitleKeys, qtbot: QtBot) -> None:
    with qtbot.waitSignal(keys.ready):
        keys.learn(["长安"])
    with qtbot.waitSignal(keys.ready):
        keys.learn(f"第{number}期" for number in range(AT_ONCE + 1))
        assert not keys.is_ready
    assert keys.key("第7期") == sort_key("第7期")
