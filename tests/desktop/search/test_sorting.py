"""The order of what was found: first seen, documents without a date, titles as they are read aloud, relevance."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.dialogs.line import LineDialog
from desktop.itemmodels.findings import FindingsModel
from desktop.search.question import Order
from tests.desktop.search.sought import Sought

Key = Qt.Key


def titles(sought: Sought) -> list[str]:
    return [group.title for group in sought.panel.model.groups]


def order_by(sought: Sought, order: Order) -> None:
    seen: list[bool] = []
    sought.panel.answered.connect(lambda: seen.append(True))
    sought.panel.head.choose_order(order)
    sought.settle(lambda: bool(seen))


def test_by_date_the_earliest_is_first_seen_and_what_has_none_comes_last(sought: Sought) -> None:
    sought.add("政协第三次。", "简报第1期")
    sought.write(lambda library: library.fields.describe([sought.first.id], date="2016"))
    sought.write(lambda library: library.fields.describe([sought.second.id], date="2015-03"))
    sought.ask("政协")
    order_by(sought, "date")
    model = sought.panel.model
    assert [(group.kind, group.title, group.first_seen) for group in model.groups] == [
        ("document", "简报第12期", True), ("document", "简报第2期", False), ("undated", "", False),
        ("document", "简报第1期", False),
    ]  # fmt: skip
    assert model.groups[2].total == 1
    sought.rows()
    assert model.index(1).data(FindingsModel.FirstRole) is True
    assert str(model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)).startswith("first seen ")


def test_what_has_punctuation_inside_is_not_first_seen(sought: Sought) -> None:
    only_near = sought.add("人民、政协。", "简报第1期")
    near_first = sought.add("人民，政协。再说人民政协。", "简报第3期")
    for document, date in ((only_near, "1949"), (near_first, "1950"), (sought.first, "1951")):
        sought.write(lambda library, row=document, date=date: library.fields.describe([row.id], date=date))
    sought.ask("人民政协")
    order_by(sought, "date")
    model = sought.panel.model
    assert [(group.title, group.first_seen) for group in model.groups[:3]] == [
        ("简报第1期", False), ("简报第3期", True), ("简报第2期", False)
    ]  # fmt: skip
    sought.rows()
    first = [row for row in range(model.rowCount()) if model.index(row).data(FindingsModel.FirstRole)]
    assert first == [4]


def test_a_date_is_set_from_the_results_and_sorts_them_anew(sought: Sought) -> None:
    sought.write(lambda library: library.fields.describe([sought.second.id], date="2015"))
    sought.ask("政协")
    order_by(sought, "date")
    assert titles(sought) == ["简报第12期", "", "简报第2期"]
    row = sought.panel.model.row(2, 0)
    menu = sought.window.searching.menu(row)
    next(action for action in menu.actions() if action.text() == "Set the date…").trigger()
    (dialog,) = sought.window.findChildren(LineDialog)
    dialog.field.setText(" 1954-09 ")
    dialog.accept()
    sought.settle(lambda: titles(sought) == ["简报第2期", "简报第12期"])
    assert sought.library.documents.get(sought.first.id).date == "1954-09"
    sought.window.session.undo()
    sought.settle(lambda: titles(sought) == ["简报第12期", "", "简报第2期"])


def test_a_date_is_set_from_the_menu_of_documents(sought: Sought) -> None:
    sought.read(sought.first)
    sought.trigger("set_date")
    (dialog,) = sought.window.findChildren(LineDialog)
    dialog.field.setText("2001")
    dialog.accept()
    holdings = sought.window.shelf.holdings
    sought.settle(lambda: (shown := holdings.document(sought.first.id)) is not None and shown.date == "2001")
    QApplication.processEvents()
    sought.trigger("set_date")
    dialog = sought.window.findChildren(LineDialog)[-1]
    assert dialog.field.text() == "2001"
    dialog.field.clear()
    assert dialog.keep.isEnabled()
    dialog.accept()
    sought.settle(lambda: sought.library.documents.get(sought.first.id).date == "")


def test_what_is_no_date_is_refused_where_it_is_typed(sought: Sought) -> None:
    sought.read(sought.first)
    sought.trigger("set_date")
    (dialog,) = sought.window.findChildren(LineDialog)
    dialog.field.setText("garbage")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.wrong.text() == "“garbage” is no date. Write 2018, 2018-03, 2018-03-05 or 2018年3月5日."
    assert dialog.wrong.isVisible()
    assert dialog.focusWidget() is dialog.field
    assert sought.library.documents.get(sought.first.id).date == ""
    QTest.keyClicks(dialog.field, "2018.3.5")
    assert not dialog.wrong.isVisible()
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    sought.settle(lambda: sought.library.documents.get(sought.first.id).date == "2018-03-05")
    assert sought.said == []


def test_titles_sort_by_their_numbers_and_the_order_stays(sought: Sought) -> None:
    sought.add("政协政协政协政协政协。", "公报")
    sought.ask("政协")
    assert titles(sought) == ["简报第2期", "简报第12期", "公报"]
    order_by(sought, "title")
    assert titles(sought) == ["公报", "简报第2期", "简报第12期"]
    order_by(sought, "relevance")
    assert titles(sought) == ["公报", "简报第2期", "简报第12期"]
    sought.write(lambda library: library.documents.rename(sought.second.id, "政协简报"))
    sought.settle(lambda: titles(sought) == ["政协简报", "公报", "简报第2期"])
    sought.restart()
    sought.open()
    sought.ask("政协")
    assert sought.panel.question.order == "relevance"
    assert titles(sought) == ["政协简报", "公报", "简报第2期"]
