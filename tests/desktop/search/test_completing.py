"""Completing a query: fields, tags, collections, colours, titles, dates; what was asked before; how to ask."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from desktop.widgets.offerlist import OfferList
from desktop.widgets.swatch import swatch_icon
from tests.desktop.search.sought import Sought

Key = Qt.Key


def type_query(sought: Sought, text: str) -> None:
    """Type at the end of the field, letters by keys and Chinese as an input method gives it."""
    field = sought.panel.field
    for character in text:
        if character.isascii():
            QTest.keyClicks(field, character)
        else:
            field.insert(character)
            field.textEdited.emit(field.text())


def offered(sought: Sought) -> list[str]:
    found = sought.window.findChildren(OfferList)
    return [rows._rows.item(row).text() for rows in found if rows.isVisible() for row in range(rows._rows.rowCount())]


@pytest.fixture
def asking(sought: Sought) -> Sought:
    mark = sought.write(lambda library: library.highlights.add(sought.second.id, 0, 2, tags=["主题/协商 民主", "党建"]))
    assert mark
    collection = sought.write(lambda library: library.collections.add("方志"))
    sought.write(lambda library: library.collections.place(collection.id, [sought.second.id]))
    sought.write(lambda library: library.fields.describe([sought.first.id], date="2015-03-02"))
    sought.write(lambda library: library.fields.describe([sought.second.id], date="2019"))
    sought.trigger("search")
    return sought


def test_fields_are_offered_in_passing_and_taken_with_tab(asking: Sought) -> None:
    type_query(asking, "ti")
    assert offered(asking) == ["title:  Title"]
    asking.press(Key.Key_Tab)
    assert asking.panel.field.text() == "title:"
    assert asking.panel.field.hasFocus()


def test_chinese_names_of_fields_are_completed_in_any_language(asking: Sought) -> None:
    type_query(asking, "说话")
    assert offered(asking) == ["说话人:  speaker"]
    asking.press(Key.Key_Tab)
    assert asking.panel.field.text() == "说话人:"
    asking.panel.field.clear()
    type_query(asking, "文集:方")
    assert offered(asking) == ["方志"]
    asking.press(Key.Key_Tab)
    assert asking.panel.field.text() == "文集:方志 "


def test_speakers_are_offered_by_initials_once_they_are_known(asking: Sought) -> None:
    asking.write(lambda library: library.speakers.set(asking.second.id, 0, 2, "李华"))
    type_query(asking, "speaker:")
    asking.settle(lambda: offered(asking) == ["李华"])
    type_query(asking, "lh")
    assert offered(asking) == ["李华"]
    asking.press(Key.Key_Tab)
    assert asking.panel.field.text() == "speaker:李华 "


def test_enter_goes_to_the_results_and_takes_no_field_by_itself(asking: Sought) -> None:
    type_query(asking, "人民政协 OR in")
    assert offered(asking) == ["in:  Collection"]
    asking.settle(lambda: asking.panel.complete)
    asking.press(Key.Key_Return)
    assert offered(asking) == []
    assert asking.panel.field.text() == "人民政协 OR in"
    assert asking.panel.answer.list.hasFocus()


def test_tags_are_completed_by_pinyin_and_quoted_where_they_have_spaces(asking: Sought) -> None:
    type_query(asking, "-tag:")
    assert offered(asking) == ["主题", "主题/协商 民主", "党建"]
    type_query(asking, "xs")
    assert offered(asking) == ["主题/协商 民主"]
    asking.press(Key.Key_Return)
    assert asking.panel.field.text() == '-tag:"主题/协商 民主" '
    assert offered(asking) == []


def test_collections_colours_titles_and_years_are_completed(asking: Sought) -> None:
    type_query(asking, "𠮷 in:")
    assert offered(asking) == ["方志"]
    asking.press(Key.Key_Return)
    assert asking.panel.field.text() == "𠮷 in:方志 "
    type_query(asking, "color:r")
    assert offered(asking) == ["Red", "Green", "Purple", "Brown"]
    asking.press(Key.Key_Down)
    asking.press(Key.Key_Up)
    asking.press(Key.Key_Return)
    type_query(asking, "title:jbd")
    assert offered(asking) == ["简报第12期", "简报第2期"]
    asking.panel.field.setText(asking.panel.field.text().removesuffix("title:jbd"))
    type_query(asking, "title:第12")
    assert offered(asking) == ["简报第12期"]
    asking.press(Key.Key_Return)
    type_query(asking, "date:2015..")
    assert offered(asking) == ["2015..2015", "2015..2019"]
    asking.press(Key.Key_Down)
    asking.press(Key.Key_Return)
    assert asking.panel.field.text() == "𠮷 in:方志 color:red title:简报第12期 date:2015..2019 "


def test_values_of_any_field_are_completed(asking: Sought) -> None:
    own = asking.write(lambda library: library.fields.add_own("卷宗号"))
    changes = {"author": "张三；𠮷李四", "kind": "book", own.id: "甲 12"}
    asking.write(lambda library: library.fields.describe([asking.first.id], **changes))
    type_query(asking, "auth")
    assert offered(asking) == ["author:  Author"]
    asking.press(Key.Key_Tab)
    assert offered(asking) == ["张三", "𠮷李四"]
    type_query(asking, "zs")
    asking.press(Key.Key_Return)
    type_query(asking, "kind:gaz")
    assert offered(asking) == ["Gazetteer"]
    asking.press(Key.Key_Return)
    type_query(asking, "卷宗")
    assert offered(asking) == ["卷宗号:  卷宗号"]
    asking.press(Key.Key_Tab)
    asking.press(Key.Key_Return)
    assert asking.panel.field.text() == 'author:张三 kind:gazetteer 卷宗号:"甲 12" '


def test_what_was_asked_is_asked_again(asking: Sought) -> None:
    for query in ("人民政协", "企业"):
        asking.ask(query)
        asking.press(Key.Key_Down)
    asking.press(Key.Key_Escape)
    asking.panel.field.clear()
    asking.press(Key.Key_Down)
    assert offered(asking) == ["企业", "人民政协"]
    asking.press(Key.Key_Down)
    asking.press(Key.Key_Return)
    asking.settle(lambda: asking.panel.question.query == "人民政协" and asking.panel.complete)
    asking.press(Key.Key_Up)
    assert offered(asking) == ["企业", "人民政协"]
    asking.press(Key.Key_Escape)
    assert offered(asking) == []
    assert asking.panel.field.text() == "人民政协"


def test_the_help_is_reached_by_key_and_its_examples_are_asked(asking: Sought) -> None:
    asking.trigger("search_help")
    sheet = asking.panel.answer._help
    assert sheet is not None
    assert sheet.isVisible()
    examples = [button for button in sheet.findChildren(QPushButton) if button.text() == "政协 章程"]
    examples[0].click()
    asking.settle(lambda: asking.panel.question.query == "政协 章程" and asking.panel.complete)
    assert not sheet.isVisible()
    assert [group.title for group in asking.panel.model.groups] == ["简报第2期"]
    asking.trigger("search_help")
    QTest.keyClick(sheet, Key.Key_Escape)
    assert not sheet.isVisible()
    assert asking.panel.answer.list.isVisible()


def test_the_list_stands_on_no_chip(asking: Sought) -> None:
    asking.add("提高认识，提高水平。", "通知")
    type_query(asking, "ti")
    (rows,) = [found for found in asking.window.findChildren(OfferList) if found.isVisible()]
    chips = asking.panel.head.chips
    asking.settle(chips.isVisible)
    asking.settle(lambda: rows.mapToGlobal(QPoint()).y() >= chips.mapToGlobal(QPoint(0, chips.height())).y())


def test_colours_are_offered_with_their_colour(asking: Sought) -> None:
    type_query(asking, "color:re")
    (rows,) = [found for found in asking.window.findChildren(OfferList) if found.isVisible()]
    item = rows._rows.item(0)
    red = swatch_icon(asking.window.themes.current, "red")
    size = red.availableSizes()[0]
    assert item.icon().pixmap(size).toImage() == red.pixmap(size).toImage()
