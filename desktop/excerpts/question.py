"""The head of the excerpts: the question as chips, how much it finds, and what can be done with that."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from desktop.excerpts.chip import ConditionChip
from desktop.excerpts.chipmenu import chip_menu
from desktop.excerpts.conditions import TAG_KINDS, Condition, conditions_of, removed
from desktop.excerpts.wording import Names, is_gone, phrase, shown_name
from desktop.translation import plural, tr, words
from desktop.widgets.flowbox import FlowBox
from desktop.widgets.icons import icon
from library.models import COLORS, ExcerptQuery

if TYPE_CHECKING:
    from desktop.theme import Themes
    from library.errors import LibraryError

TOP, GAP, BOTTOM = 26, 10, 6
ADDING_KEY = "/"


class QuestionHead(QWidget):
    """Shows a question and says how it is to be altered; it asks nothing itself."""

    altered = Signal(object)
    """Carries the `ExcerptQuery` that is to be asked now."""
    adding_wanted = Signal(QRect)
    """A condition is to be added; the rectangle is where, in global coordinates."""
    saving_wanted = Signal()
    """The question is to be kept under a name of its own."""
    change_wanted = Signal()
    """The smart collection that is open is to ask this question from now on."""
    mending_wanted = Signal()
    """What is gone is to be taken out of the question."""
    export_wanted = Signal()
    left = Signal()
    """The focus should go back to the text."""
    left_below = Signal()
    """The focus should go to the passages."""

    def __init__(self, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._names = Names()
        self._name = ""
        self._found: tuple[int, int] | None = None
        self._problem: LibraryError | None = None
        self.query = ExcerptQuery()
        self._build()
        themes.changed.connect(self._dress)
        self._dress()
        self.retranslate()

    @property
    def chips(self) -> list[ConditionChip]:
        """The chips of the conditions, in their order."""
        items = (self._flow.itemAt(at) for at in range(self._flow.count()))
        return [chip for item in items if item is not None and isinstance(chip := item.widget(), ConditionChip)]

    def show_question(self, query: ExcerptQuery, names: Names, name: str, *, kept: bool, writable: bool) -> None:
        """Show a question; `name` is that of the smart collection that is open, or "". It is `kept` as it is there."""
        held = self.chips and any(chip.hasFocus() for chip in self.chips)
        self.query, self._names, self._name = query, names, name
        self._show_title()
        self._show_chips()
        self.save.setVisible(writable and query != ExcerptQuery() and not kept)
        self.change.setVisible(writable and bool(name) and not kept)
        self.clear.setVisible(query != ExcerptQuery())
        if held:
            (self.chips or [self.add])[-1].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_counts(self, found: tuple[int, int] | None) -> None:
        """Say how many passages are found, in how many documents; None as long as that is not known.

        What was wrong before is so no more.
        """
        self._found, self._problem = found, None
        self._tell()

    def show_problem(self, problem: LibraryError, *, mendable: bool) -> None:
        """Say why the question has no answer, and with `mendable` offer to take out what is gone."""
        self._problem = problem
        self._tell(mendable=mendable)

    def want_adding(self) -> None:
        """Ask for a condition to add."""
        corner = self.add.mapToGlobal(self.add.rect().topLeft())
        self.adding_wanted.emit(QRect(corner, self.add.size()))

    def take_back(self) -> None:
        """Take the last condition out."""
        if conditions := conditions_of(self.query):
            self.altered.emit(removed(self.query, conditions[-1]))

    def retranslate(self) -> None:
        """Speak the user's language."""
        self.add.setText(tr("Condition"))
        self.add.setToolTip(tr("Add a condition ({key})", key=ADDING_KEY))
        self.add.setAccessibleName(tr("Add a condition"))
        self.clear.setText(tr("Show all"))
        self.save.setText(tr("Keep on the shelf…"))
        self.change.setText(tr("Save changes"))
        self.export.setText(tr("Export…"))
        self.mend.setText(tr("Take out what is gone"))
        self._show_title()
        self._show_chips()
        self._tell()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.left_below.emit()
        elif event.text() == ADDING_KEY:
            self.want_adding()
        else:
            super().keyPressEvent(event)

    # Making

    def _build(self) -> None:
        self.title, self.counts, self.problem = QLabel(self), QLabel(self), QLabel(self)
        for label, role in ((self.title, ""), (self.counts, "small"), (self.problem, "error")):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setProperty("role", role)
        self.problem.setWordWrap(True)
        self.save, self.change, self.export, self.clear, self.mend = (QPushButton(self) for _ in range(5))
        for button in (self.save, self.change, self.export, self.clear, self.mend):
            button.setProperty("role", "link")
        self.add = QPushButton(self)
        self.add.setObjectName("addcondition")
        self._flow = FlowBox(6)
        self._flow.addWidget(self.add)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.title, 1)
        for button in (self.change, self.save, self.export):
            row.addWidget(button)
        below = QHBoxLayout()
        below.setSpacing(8)
        for part in (self.counts, self.problem, self.mend, self.clear):
            below.addWidget(part)
        below.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, TOP, 0, BOTTOM)
        column.setSpacing(GAP)
        for part in (row, self._flow, below):
            column.addLayout(part)
        self.add.clicked.connect(self.want_adding)
        self.clear.clicked.connect(lambda: self.altered.emit(ExcerptQuery()))
        self.save.clicked.connect(self.saving_wanted)
        self.change.clicked.connect(self.change_wanted)
        self.export.clicked.connect(self.export_wanted)
        self.mend.clicked.connect(self.mending_wanted)

    # Showing

    def _show_title(self) -> None:
        self.title.setText(self._name or tr("Excerpts"))

    def _show_chips(self) -> None:
        self._flow.takeAt(self._flow.count() - 1)
        self._flow.clear()
        for condition in conditions_of(self.query):
            chip = self._chip(condition)
            self._flow.addWidget(chip)
            chip.show()
        self._flow.addWidget(self.add)
        self.updateGeometry()

    def _chip(self, condition: Condition) -> ConditionChip:
        name = shown_name(condition, self._names)
        before, _, behind = phrase(condition, "\0", self.query).partition("\0")
        chip = ConditionChip(
            self._themes.current, (before, name if condition.value else "", behind), self,
            dot=self._dot(condition), gone=is_gone(condition, self._names),
        )  # fmt: skip
        chip.removed.connect(lambda: self.altered.emit(removed(self.query, condition)))
        chip.menu_wanted.connect(partial(self._open_menu, chip, condition))
        chip.stepped.connect(partial(self._step, chip))
        return chip

    def _dot(self, condition: Condition) -> QColor | None:
        theme = self._themes.current
        if condition.kind in TAG_KINDS and condition.value in self._names.colors:
            return theme.line(self._names.colors[condition.value])
        return next(
            (theme.line(color) for color in COLORS if (condition.kind, condition.value) == ("color", color)), None
        )

    def _open_menu(self, chip: ConditionChip, condition: Condition) -> None:
        menu: QMenu = chip_menu(chip, self.query, condition, self.altered.emit)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(chip.mapToGlobal(chip.rect().bottomLeft()))

    def _step(self, chip: ConditionChip, step: int) -> None:
        around = [*self.chips, self.add]
        at = around.index(chip) + step
        if 0 <= at < len(around):
            around[at].setFocus(Qt.FocusReason.TabFocusReason)

    def _tell(self, *, mendable: bool = False) -> None:
        passages, documents = self._found or (0, 0)
        told = (
            plural(passages, "{count} highlight", "{count} highlights"),
            plural(documents, "{count} document", "{count} documents"),
        )
        self.counts.setText(" · ".join(told) if self._found is not None else "…")
        self.counts.setVisible(self._problem is None)
        self.problem.setVisible(self._problem is not None)
        self.problem.setText(words(self._problem) if self._problem is not None else "")
        self.mend.setVisible(self._problem is not None and mendable)
        self.export.setEnabled(passages > 0 and self._problem is None)

    def _dress(self) -> None:
        theme = self._themes.current
        self.title.setFont(theme.reading_font(theme.size("title"), bold=True))
        self.add.setIcon(icon("plus", theme))
        self._show_chips()
