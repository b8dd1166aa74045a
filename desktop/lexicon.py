"""Words in the window: what is one word, how it is read, what it means and what else is known of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.reader.selection import extent
from desktop.reader.units import Unit
from desktop.translation import tr

if TYPE_CHECKING:
    from desktop.dialogs.lookup import LookUpDialog
    from desktop.dialogs.wordlists import WordList
    from desktop.reader.pane import ReaderPane
    from desktop.window import MainWindow
    from library.changes import Changes
    from library.chinese.corrections import Corrections
    from library.chinese.ownwords import OwnWords
    from library.library import Library

_LONGEST = 60


class Lexicon(QObject):
    """Gives the panes the library's own words and corrected readings, and acts on the word at the caret."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._own: OwnWords | None = None
        self._corrections: Corrections | None = None
        self._page: LookUpDialog | None = None
        session = window.session
        session.opened.connect(self._ask)
        session.closed.connect(lambda: self._take((None, None)))
        session.changed.connect(self._follow)

    def attach(self, pane: ReaderPane) -> None:
        """Let a pane cut words and read characters as the library has them."""
        if self._own is not None or self._corrections is not None:
            pane.read_by(self._own, self._corrections)

    def word(self) -> str:
        """Return the selected text, or the word at the caret; of a longer text the beginning."""
        pane = self._window.pane
        if pane.flow is None:
            return ""
        start, end = pane.selection() or extent(pane.flow.document, Unit.WORD, pane.caret())
        found = pane.flow.document.text.slice(start, min(end, start + 2 * _LONGEST))
        return "".join(line.strip() for line in found.splitlines())[:_LONGEST]

    def add_word(self) -> None:
        """Let what is selected be one word from now on."""
        word = self._window.pane.selected_text()
        if not word:
            self._window.messages.info(tr("Select the characters that are one word."))
            return
        self._window.session.write(
            lambda library: library.terms.add(word),
            lambda _: self._window.messages.info(tr("“{word}” is one word from now on.", word="".join(word.split()))),
        )

    def correct_reading(self) -> None:
        """Ask how the word at the caret, or what is selected, is read in this library."""
        from desktop.dialogs.line import LineDialog, mistake_in
        from library.pronunciations import Pronunciations

        word = self.word()
        spoken = self._spoken(word)
        if not spoken:
            self._window.messages.info(tr("There is nothing here that has a reading."))
            return
        about = tr("How “{word}” is read wherever it stands in this library", word=word)
        dialog = LineDialog(
            tr("Correct the reading"), about, spoken, tr("Save"), hint="lǜ sè · lv4 se4",
            mistake=lambda typed: mistake_in(lambda: Pronunciations.as_kept(word, typed)),
            doubt=lambda typed: _unusual(word, typed), parent=self._window,
        )  # fmt: skip
        dialog.entered.connect(lambda typed: self._keep_reading(word, Pronunciations.as_kept(word, typed)))
        dialog.open()

    def _keep_reading(self, word: str, reading: str) -> None:
        told = tr("“{word}” is read {reading} from now on.", word=word, reading=reading)
        self._window.session.write(
            lambda library: library.pronunciations.set(word, reading), lambda _: self._window.messages.info(told)
        )

    def _spoken(self, word: str) -> str:
        """Return how the word at the caret is read now, in its line."""
        from library.chinese.pinyin import readings

        pane = self._window.pane
        if pane.flow is None:
            return ""
        document = pane.flow.document
        place = (pane.selection() or (pane.caret(), 0))[0]
        index = document.block_at(place)
        block = document.block(index)
        at = block.rfind(word, 0, place - document.start(index) + len(word))
        found = readings(block if at >= 0 else word, corrections=self._corrections)
        return " ".join(filter(None, found[max(at, 0) : max(at, 0) + len(word)]))

    def look_up(self) -> None:
        """Show what is known of what is selected, or of the word at the caret."""
        word = self.word().strip()
        if not word or self._window.session.library is None:
            return
        if self._page is None:
            from desktop.dialogs.lookup import LookUpDialog

            self._page = LookUpDialog(self._window.session, self._window.themes, self._window)
            self._page.search_wanted.connect(self._window.search_for)
            self._page.document_wanted.connect(self._window.navigation.open_document)
        self._page.show_word(word)

    def show_words(self) -> None:
        """Show the library's own words in a list."""
        from desktop.dialogs.wordlists import OWN_WORDS

        self._show(OWN_WORDS)

    def show_readings(self) -> None:
        """Show the corrected readings in a list."""
        from desktop.dialogs.wordlists import CORRECTED_READINGS

        self._show(CORRECTED_READINGS)

    def show_glossary(self) -> None:
        """Show what the terms of the library mean."""
        from desktop.dialogs.wordlists import GLOSSARY

        self._show(GLOSSARY)

    def _show(self, words: WordList) -> None:
        from desktop.dialogs.entries import EntriesDialog

        window = self._window
        EntriesDialog(words, window.session, window.settings, window.themes, window.messages, window).open()

    def _follow(self, changes: Changes) -> None:
        if changes.touches("term", "pronunciation"):
            self._ask()

    def _ask(self) -> None:
        library = self._window.session.library
        if library is None or (library.terms.is_empty and library.pronunciations.is_empty):
            self._window.session.withdraw("lexicon")
            self._take((None, None))
        else:
            self._window.session.ask("lexicon", _held, self._take)

    def _take(self, held: tuple[OwnWords | None, Corrections | None]) -> None:
        if held == (self._own, self._corrections):
            return
        self._own, self._corrections = held
        for stand in self._window.stands.all:
            stand.pane.read_by(*held)


def _held(library: Library) -> tuple[OwnWords | None, Corrections | None]:
    """Return what finds own words and corrected readings; None where there are none, for that loads nothing."""
    own = None if library.terms.is_empty else library.terms.own()
    corrections = None if library.pronunciations.is_empty else library.pronunciations.corrections()
    return own, corrections


def _unusual(word: str, reading: str) -> str:
    """Return in words which characters no dictionary reads so, or nothing where all are."""
    from library.pronunciations import Pronunciations

    odd = Pronunciations.unusual(word, reading)
    if not odd:
        return ""
    pairs = ", ".join(f"{character} {syllable}" for character, syllable in odd)
    return tr("No dictionary has {readings}. Press Enter again to keep it.", readings=pairs)
