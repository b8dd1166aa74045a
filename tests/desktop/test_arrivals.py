"""Documents that an import brought: selected on the shelf and in the table, unless one reads on."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.itemmodels.holdings import ALL
from library.importers.base import ImportOptions
from tests.desktop.desk import Desk


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qtbot, tmp_path)
    desk.open(make=True)
    yield desk
    desk.close()


def files(folder: Path) -> list[Path]:
    paths = [folder / f"{number}.txt" for number in range(3)]
    for number, path in enumerate(paths):
        path.write_text(f"题{number}\n正文𠮷", encoding="utf-8")
    return paths


def bring(desk: Desk, paths: list[Path], collection_id: str | None = None) -> tuple[str, ...]:
    importing = desk.window.importing
    with desk.qtbot.waitSignal(importing.finished) as finished:
        importing.start(paths, ImportOptions(collection_id=collection_id))
    return tuple(item.id for item in finished.args[0].imported)


def test_those_of_a_collection_are_selected_in_it_on_the_shelf_and_in_the_table(desk: Desk, tmp_path: Path) -> None:
    desk.add("早先", "早先")
    collection_id = desk.write(lambda library: library.collections.add("公报").id)
    desk.window.shelf.filter.setText("早")
    ids = bring(desk, files(tmp_path), collection_id)
    assert sorted(desk.window.shelf.selected().documents) == sorted((each, collection_id) for each in ids)
    table = desk.window.late_table.get()
    assert table.key == collection_id
    assert sorted(table.selected().document_ids) == sorted(ids)


def test_those_in_no_collection_are_selected_among_all_that_are_left_for_them(desk: Desk, tmp_path: Path) -> None:
    desk.read(desk.add("早先", "早先"))
    ids = bring(desk, files(tmp_path))
    table = desk.window.late_table.get()
    assert desk.window.centre.shows_table
    assert (table.key, sorted(table.selected().document_ids)) == (ALL, sorted(ids))
    assert desk.window.shelving.selected().document_ids == table.selected().document_ids


def test_who_reads_on_stays_in_the_text(desk: Desk, tmp_path: Path) -> None:
    document = desk.add("早先的正文。\n" * 400, "早先")
    desk.read(document)
    collection_id = desk.write(lambda library: library.collections.add("公报").id)
    importing, pane = desk.window.importing, desk.window.pane
    with desk.qtbot.waitSignal(importing.finished) as finished:
        importing.start(files(tmp_path), ImportOptions(collection_id=collection_id))
        pane.go_to(1500)
    assert desk.window.navigation.document_id == document.id
    ids = [item.id for item in finished.args[0].imported]
    assert sorted(desk.window.shelf.selected().document_ids) == sorted(ids)
