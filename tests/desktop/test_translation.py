"""Every text of the interface has its Chinese, and languages change while the program runs."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.search.offers import field_names
from desktop.translation import CHINESE, ENGLISH, Languages, plural, read_catalogue, tr, words
from library.changes import Label
from library.errors import Refused
from library.models import Step
from library.search.query import FIELDS, field_called
from tests import translation_sources
from tests.translation_sources import CATALOGUE, PASSING, fields, in_module, read, sources, table, write


@pytest.fixture
def languages(qapp: QApplication) -> Iterator[Languages]:
    made = Languages(qapp)
    yield made
    made.use(ENGLISH)
    made.deleteLater()


def test_every_text_is_a_literal() -> None:
    assert not [source for source in sources() if source.text is None and source.file not in PASSING]


def test_every_text_has_its_chinese_and_no_other_is_kept() -> None:
    known = read(CATALOGUE)
    wanted = {source.text for source in sources() if source.text is not None}
    unfinished = {text for text, (translation, kind) in known.items() if kind or not translation}
    assert sorted(wanted - set(known)) == []
    assert sorted(set(known) - wanted) == []
    assert sorted(unfinished) == []


def test_translations_have_the_fields_of_their_texts() -> None:
    wrong = [text for text, (translation, _) in read(CATALOGUE).items() if fields(text) != fields(translation)]
    assert wrong == []


def test_texts_are_found_where_they_are_used() -> None:
    source = """
REASONS = (("a", "Third"), ("b", "Fourth"))
NAMES = {"x": "Sixth"}
def label(x):
    return "Fifth" if x else NAMES["x"]
tr("First {name}", name=1)
plural(2, "One", "{count} many")
raise errors.Refused("Second")
for key, reason in REASONS:
    raise Refused(reason)
journal.operation(label(1))
tr(unknown)
other("Not this")
"""
    found = {one.text for one in in_module(ast.parse(source), "x.py")}
    wanted = {"First {name}", "One", "{count} many", "Second", "Third", "Fourth", "Fifth", "Sixth", None}
    assert found - {"a", "b"} == wanted


def test_a_catalogue_is_written_and_read(tmp_path: Path) -> None:
    file = tmp_path / "zh_CN.ts"
    write(file, {"A & <b>": "甲 & <乙> 𠮷 😀 é", "Later": "", "Two\nlines": "两\n行"}, "zh_CN")
    assert read(file) == {
        "A & <b>": ("甲 & <乙> 𠮷 😀 é", ""),
        "Later": ("", "unfinished"),
        "Two\nlines": ("两\n行", ""),
    }


def test_an_update_keeps_adds_and_drops(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file, pairs = tmp_path / "zh_CN.ts", tmp_path / "pairs.tsv"
    write(file, {"Undo": "撤销", "Gone": "没有了"}, "zh_CN")
    pairs.write_text("Redo\t重做\nTwo\\nlines\t两\\n行\nUndo\t不用这个\nno tab\n", encoding="utf-8")
    assert table(pairs)["Two\nlines"] == "两\n行"
    used = [translation_sources.Source(text, "x.py", 1) for text in ("Undo", "Redo", "New")]
    monkeypatch.setattr(translation_sources, "sources", lambda: used)
    assert translation_sources.update(file, [pairs]) == ["New"]
    assert read(file) == {"Undo": ("撤销", ""), "Redo": ("重做", ""), "New": ("", "unfinished")}


def test_text_without_a_translation_stays_english(languages: Languages) -> None:
    languages.use(CHINESE)
    assert tr("No such text {name}", name="𠮷{x}") == "No such text 𠮷{x}"


def test_chinese_is_spoken_and_english_again(languages: Languages) -> None:
    chinese = read_catalogue(CHINESE)["Undo"]
    languages.use(CHINESE)
    assert (tr("Undo"), languages.current) == (chinese, CHINESE)
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"
    languages.use(ENGLISH)
    assert tr("Undo") == "Undo"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_every_widget_hears_of_a_change(qtbot: QtBot, languages: Languages) -> None:
    class Listening(QLabel):
        heard = 0

        def changeEvent(self, event: QEvent) -> None:
            super().changeEvent(event)
            self.heard += event.type() == QEvent.Type.LanguageChange

    outer = QLabel()
    qtbot.addWidget(outer)
    inner = Listening(outer)
    languages.use(CHINESE)
    qtbot.waitUntil(lambda: inner.heard > 0)


def test_plural_chooses_by_count() -> None:
    texts = [plural(count, "{count} place", "{count:,} places") for count in (0, 1, 2, 1234)]
    assert texts == ["0 places", "1 place", "2 places", "1,234 places"]


def test_words_of_errors_labels_and_steps() -> None:
    reason = Refused("It is {what}.", what="empty")
    step = Step(1, "Rename “{old}”", {"old": "𠮷"}, "", False, True, False, False)
    assert words(Refused("{name}: {reason}", name="{a}", reason=reason)) == "{a}: It is empty."
    assert words(Label("Add {count} tags", {"count": 3})) == "Add 3 tags"
    assert words(step) == "Rename “𠮷”"


def test_queries_call_fields_what_the_interface_calls_them(languages: Languages) -> None:
    languages.use(CHINESE)
    names = field_names()
    assert {name: field_called(label) for name, label in names.items() if label.upper() not in ("DOI", "ISBN")} == {
        name: name for name in FIELDS if name not in ("doi", "isbn")
    }
