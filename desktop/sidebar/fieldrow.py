"""One field of the document panel: its name, its value to be edited, what is wrong with it, where the text says it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QToolButton, QWidget

from desktop.sidebar.fieldeditors import FieldEditor, KindEditor, LineEditor, LinesEditor
from desktop.theme import Themes
from desktop.translation import tr, words
from desktop.widgets.icons import icon
from desktop.widgets.mistake import MistakeLabel
from library.errors import InvalidDate, InvalidName, InvalidValue
from library.fields import BY_NAME

LABEL_WIDTH = 76
BUTTON = 22
ICON = 14
UNCOMPLETED = frozenset({"title", "number", "pages", "url", "doi", "isbn", "citekey", "issue", "volume"})
"""Fields whose values are one document's own."""


class FieldRow(QWidget):
    """A field by its key. `entered` carries the key and a value that fits; one that does not is told beside it."""

    entered = Signal(str, str)
    place_wanted = Signal(str)
    menu_wanted = Signal(str)

    def __init__(
        self, key: str, themes: Themes, used: Callable[[str], list[str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.key = key
        self._themes = themes
        self._shown: str | None = ""
        self.label = QLabel(self)
        self.editor = _editor(key, used, self)
        self.button = QToolButton(self)
        self.wrong = MistakeLabel(self)
        self._lay_out()
        self.editor.left.connect(self._enter)
        self.editor.taken_back.connect(lambda: self.show_value(self._shown))
        self.button.clicked.connect(lambda: (self.place_wanted if key in BY_NAME else self.menu_wanted).emit(key))
        themes.changed.connect(self._draw)
        self._draw()

    @property
    def unsaved(self) -> str | None:
        """What is typed and cannot be kept as it is, or None."""
        return None if self.wrong.isHidden() else self.editor.value

    def show_value(self, value: str | None) -> None:
        """Show a value, or with None that there are several; what was typed and is wrong is forgotten."""
        self._shown = value
        self.wrong.hide()
        self.editor.begin(value)

    def follow_value(self, value: str | None) -> None:
        """Show a value that changed meanwhile, unless something else is being typed."""
        if value == self._shown or self.editor.is_altered:
            self._shown = value
        else:
            self.show_value(value)

    def show_unsaved(self, text: str) -> None:
        """Show again what was typed and could not be kept, with what is wrong with it."""
        self.editor.setText(text)
        self._enter()

    def set_name(self, name: str) -> None:
        """Say what the field is called."""
        self.label.setText(name)
        self.label.setToolTip(name)
        self.editor.setAccessibleName(name)
        self.editor.retranslate()
        told = tr("Show in the text") if self.key in BY_NAME else tr("Rename or remove the field")
        self.button.setToolTip(told)
        self.button.setAccessibleName(f"{name}: {told}")

    def set_writable(self, writable: bool) -> None:
        """Let the value be edited, or only read."""
        self.editor.setReadOnly(not writable)

    def offer_place(self, there: bool) -> None:
        """Show the button that leads to where the text says it."""
        self.button.setVisible(there)

    def _enter(self) -> None:
        from library.describing import cleaned  # with all that reads and keeps documents

        value = self.editor.value
        if value is None or not self.editor.is_altered:
            self.wrong.hide()
            return
        try:
            kept = cleaned(self.key, value)
        except (InvalidDate, InvalidName, InvalidValue) as error:
            self.wrong.setText(words(error))
            self.wrong.show()
            return
        changed = kept != self._shown
        self.show_value(kept)
        if changed:
            self.entered.emit(self.key, kept)

    def _lay_out(self) -> None:
        self.label.setProperty("role", "small")
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        self.label.setFixedWidth(LABEL_WIDTH)
        self.label.setBuddy(self.editor)
        self.editor.setProperty("role", "infield")
        self.button.setFixedSize(BUTTON, BUTTON)
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.setVisible(self.key not in BY_NAME)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(2, BUTTON)
        grid.addWidget(self.label, 0, 0, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self.editor, 0, 1)
        grid.addWidget(self.button, 0, 2)
        grid.addWidget(self.wrong, 1, 1, 1, 2)

    def _draw(self) -> None:
        theme = self._themes.current
        self.button.setIcon(icon("book-open" if self.key in BY_NAME else "list", theme))
        self.button.setIconSize(QSize(ICON, ICON))


def _editor(key: str, used: Callable[[str], list[str]], parent: QWidget) -> FieldEditor:
    form = BY_NAME[key].form if key in BY_NAME else "line"
    if form == "kind":
        return KindEditor(parent)
    if form == "passage":
        return LinesEditor(parent)
    completes = form in ("line", "names") and key not in UNCOMPLETED
    return LineEditor((lambda: used(key)) if completes else None, joined=form == "names", parent=parent)
