"""The window of the tests of the search."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.desktop.search.sought import Sought


@pytest.fixture
def sought(qtbot: QtBot, tmp_path: Path) -> Iterator[Sought]:
    made = Sought(qtbot, tmp_path)
    yield made
    made.close()
