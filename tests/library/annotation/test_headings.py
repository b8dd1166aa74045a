"""The headings of a text, found window by window as in the whole."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from library.annotation import headings
from library.annotation.headings import headings_of, looked_for
from library.storage.texts import ReadingText, TextStore


@contextmanager
def text_of(folder: Path, content: str) -> Iterator[ReadingText]:
    texts = TextStore(folder)
    with closing(texts.open(texts.add_text(content))) as text:
        yield text


LINES = st.lists(st.sampled_from(["# 甲", "## 𠮷😀 ##", "正文e\u0301", "", "#没有空格", "正文" * 9, "# " + "长" * 20]))


@given(LINES, st.integers(1, 30))
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_windows_change_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lines: list[str], window: int) -> None:
    content = "\n".join(lines)
    with text_of(tmp_path, content) as text:
        whole = headings_of(looked_for(text)).all
        monkeypatch.setattr(headings, "_WINDOW", window)
        assert headings_of(looked_for(text)).all == whole
    assert [content[found.start] for found in whole] == ["#"] * len(whole)
    assert len(whole) == sum(line.startswith(("# ", "## ")) for line in lines)


def test_a_position_stands_below_the_last_heading_before_it(tmp_path: Path) -> None:
    with text_of(tmp_path, "前𠮷\n# 一\n甲\n## 二 ##\n乙") as text:
        found = headings_of(looked_for(text))
    assert [found.text_above(at) for at in (0, 2, 3, 8, 9, 17)] == ["", "", "一", "一", "二", "二"]
    assert found.above(0) is None
    assert headings_of([]).text_above(5) == ""
