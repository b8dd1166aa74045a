"""What is known of a word, on a page beside the text: its readings, parts, forms, places, and the glossary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.translation import plural, tr

if TYPE_CHECKING:
    from desktop.session import Session
    from desktop.theme import Themes
    from library.changes import Changes
    from library.lookup import Character, Known, Places, Standing

_SIZE = QSize(440, 640)
_MARGIN = 16
_GAP = 8
_NOTE_HEIGHT = 64
_ROWS = 8
"""Documents in sight at once; the list is no higher than its rows."""
_SAID_MS = 3000
"""Milliseconds for which it is said that something was kept."""
_STANDING = Qt.ItemDataRole.UserRole


class LookUpDialog(QDialog):
    """Shows one word at a time; its gloss and note are kept when another is shown, on Save, and when it closes."""

    search_wanted = Signal(str)
    """Carries a text that is to be searched for in the library."""
    document_wanted = Signal(str, int)
    """Carries the id of a document that has the word, and where it stands first, in code points."""

    def __init__(self, session: Session, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._themes = themes
        self._known: Known | None = None
        self.word = QLabel(self)
        self.reading = QLabel(self)
        self.reading.setProperty("role", "accent")
        self.facts = QGridLayout()
        self.gloss = QLineEdit(self)
        self.note = QPlainTextEdit(self)
        self.count = QLabel(self)
        self.count.setProperty("role", "caption")
        self.documents = QListWidget(self)
        self.saved = self._caption("")
        self._saying = QTimer(self, singleShot=True, interval=_SAID_MS)
        self._buttons = QDialogButtonBox(self)
        self._glossary, self._standing = self._caption(""), self._caption("")
        self._set_up()
        self._lay_out()
        self.retranslate()
        session.changed.connect(self._follow)
        session.closing.connect(self.close)
        themes.changed.connect(self._dress)
        self._dress()

    def show_word(self, word: str) -> None:
        """Show what is known of a word; its places follow when they are counted."""
        self.save()
        self._ask(word)
        self.show()
        self.raise_()
        self.activateWindow()

    def save(self) -> None:
        """Keep what was written into the glossary."""
        known, gloss, note = self._known, self.gloss.text().strip(), self.note.toPlainText().strip()
        if known is None or not self._session.writable:
            return
        before = (known.entry.gloss, known.entry.note) if known.entry is not None else ("", "")
        if (gloss, note) != before:
            term = known.entry.term if known.entry is not None else known.text
            self._session.write(lambda library: library.glossary.set(term, gloss, note), lambda _: self._say_saved())

    def retranslate(self) -> None:
        """Speak the user's language."""
        self.setWindowTitle(tr("Look up"))
        self._glossary.setText(tr("Glossary"))
        self._standing.setText(tr("In the library"))
        self.find_button.setText(tr("Search the library"))
        self.save_button.setText(tr("Save"))
        self.save_button.setToolTip(tr("Save (Ctrl+Enter)"))
        self.gloss.setPlaceholderText(tr("Gloss"))
        self.note.setPlaceholderText(tr("Note"))
        for part, name in (
            (self.word, tr("Word")), (self.reading, tr("Reading")), (self.gloss, tr("Gloss")),
            (self.note, tr("Note")), (self.documents, tr("In the library")),
        ):  # fmt: skip
            part.setAccessibleName(name)
        if self._known is not None:
            self._ask(self._known.text)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._leave()
        super().closeEvent(event)

    def reject(self) -> None:
        """Keep what was written, and close."""
        self._leave()
        super().reject()

    def _leave(self) -> None:
        self.save()
        self._known = None
        for key in ("lookup", "lookup-places"):
            self._session.withdraw(key)

    def _say_saved(self) -> None:
        self.saved.setText(tr("Saved in the glossary"))
        self._saying.start()

    def _ask(self, word: str) -> None:
        from library.lookup import look_up, places_of

        self._session.ask("lookup", lambda library: look_up(library, word), self._show)
        self.count.setText(tr("Counting…"))
        self.documents.clear()
        self._session.ask("lookup-places", lambda library: places_of(library, word), self._show_places)

    def _set_up(self) -> None:
        self.count.setWordWrap(True)
        for label in (self.word, self.reading):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(_NOTE_HEIGHT)
        self.documents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.documents.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.documents.itemActivated.connect(self._open)
        self._saying.timeout.connect(self.saved.clear)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.save)
        self.find_button = self._buttons.addButton("", QDialogButtonBox.ButtonRole.ActionRole)
        self.find_button.clicked.connect(lambda: self.search_wanted.emit(self.word.text()))
        self.save_button = self._buttons.addButton("", QDialogButtonBox.ButtonRole.ApplyRole)
        self.save_button.clicked.connect(lambda: self.save())
        self._buttons.addButton(QDialogButtonBox.StandardButton.Close)
        self._buttons.rejected.connect(self.reject)
        for button in self._buttons.buttons():
            button.setProperty("autoDefault", False)

    def _lay_out(self) -> None:
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, _GAP, 0)
        column.setSpacing(_GAP)
        self.facts.setHorizontalSpacing(2 * _GAP)
        self.facts.setColumnStretch(1, 1)
        column.addWidget(self.word)
        column.addWidget(self.reading)
        column.addLayout(self.facts)
        column.addWidget(self._glossary)
        column.addWidget(self.gloss)
        column.addWidget(self.note)
        column.addWidget(self.saved)
        column.addWidget(self._standing)
        column.addWidget(self.count)
        column.addWidget(self.documents)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(inside)
        page = QVBoxLayout(self)
        page.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        page.addWidget(area, 1)
        page.addWidget(self._buttons)
        self.resize(_SIZE)

    def _caption(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setProperty("role", "caption")
        return label

    def _show(self, known: Known) -> None:
        self._known = known
        self.word.setText(known.text)
        self.reading.setText(tr("{reading} (corrected)", reading=known.reading) if known.corrected else known.reading)
        entry = known.entry
        self.gloss.setText(entry.gloss if entry is not None else "")
        self.note.setPlainText(entry.note if entry is not None else "")
        writable = self._session.writable
        for part in (self.gloss, self.save_button):
            part.setEnabled(writable)
        self.note.setReadOnly(not writable)
        while item := self.facts.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        for name, value in self._lines(known):
            self._add_line(name, value)

    def _lines(self, known: Known) -> list[tuple[str, str]]:
        lines: list[tuple[str, str]] = []
        if known.is_term:
            lines.append((tr("One word"), tr("among the library's own words")))
        if len(known.characters) > 1 and known.simplified != known.traditional:
            lines += [(tr("Simplified"), known.simplified), (tr("Traditional"), known.traditional)]
        if known.parts:
            lines.append((tr("Parts"), "\n".join(f"{part.text}  {part.reading}" for part in known.parts)))
        lines += [(character.text, _described(character)) for character in known.characters]
        return lines

    def _add_line(self, name: str, value: str) -> None:
        row = self.facts.rowCount()
        label, text = self._caption(name), QLabel(value, self)
        text.setWordWrap(True)
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        text.setAccessibleName(name)
        self.facts.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        self.facts.addWidget(text, row, 1)

    def _show_places(self, places: Places) -> None:
        count = places.count
        where = plural(count.documents, "in {count} document", "in {count} documents")
        times = plural(count.places, "{count} place", "{count} places")
        told = tr("{times} {where}", times=times, where=where) if count.places else tr("Nowhere")
        forms = tr("as in a search, with the forms {forms}", forms=" ".join(places.forms)) if places.forms else ""
        self.count.setText("\n".join(filter(None, (told, forms))))
        self.documents.setVisible(bool(places.documents))
        for standing in places.documents:
            item = QListWidgetItem(f"{standing.title}  ·  {standing.places}", self.documents)
            item.setData(_STANDING, standing)
        if places.more:
            more = QListWidgetItem(plural(places.more, "and {count} more", "and {count} more"), self.documents)
            more.setFlags(Qt.ItemFlag.NoItemFlags)
        rows = min(self.documents.count(), _ROWS)
        self.documents.setFixedHeight(
            sum(self.documents.sizeHintForRow(row) for row in range(rows)) + 2 * self.documents.frameWidth()
        )

    def _open(self, item: QListWidgetItem) -> None:
        standing: Standing = item.data(_STANDING)
        self.document_wanted.emit(standing.document_id, standing.first)

    def _follow(self, changes: Changes) -> None:
        known = self._known
        if known is not None and changes.touches("glossary", "term", "pronunciation"):
            from library.lookup import look_up

            self._session.ask("lookup", lambda library: look_up(library, known.text), self._show)

    def _dress(self) -> None:
        self.word.setFont(self._themes.current.heading_font())


def _described(character: Character) -> str:
    """Return what is known of a character in lines."""
    lines = [" · ".join(filter(None, (character.code, " ".join(character.readings))))]
    told = {character.simplified, *character.traditional}
    others = "".join(form for form in character.variants if form not in told)
    forms = [
        tr("simplified {form}", form=character.simplified) if character.simplified != character.text else "",
        tr("traditional {form}", form=character.traditional) if character.traditional != character.text else "",
        tr("other forms {forms}", forms=others) if others else "",
        tr("rare") if character.rare else "",
    ]
    return "\n".join(filter(None, (*lines, " · ".join(filter(None, forms)))))
