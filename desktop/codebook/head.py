"""The head of a tag's page: what it is called, where it stands, how often it is used, and with which others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from desktop.codebook.describing import Describing
from desktop.codebook.facts import Companion, Facts
from desktop.translation import plural, tr
from desktop.widgets.composing import ComposedLine
from desktop.widgets.flowbox import FlowBox
from desktop.widgets.segments import Segments
from desktop.widgets.swatch import add_colors, swatch_icon
from desktop.widgets.tagpill import PillStyle, TagPill

if TYPE_CHECKING:
    from desktop.theme import Themes
    from library.models import Color

TOP, GAP = 26, 10
MOST_TOGETHER = 10
OWN, BELOW = "own", "below"


class TagHead(QWidget):
    """Shows the facts of a tag, and says what is done to them; it writes nothing itself."""

    tag_wanted = Signal(str)
    """The page of another tag is to be shown."""
    both_wanted = Signal(str)
    """Only passages that carry this tag as well are to be shown; with "" all."""
    below_wanted = Signal(bool)
    renamed = Signal(str)
    recolored = Signal(str)
    note_wanted = Signal()
    merge_wanted = Signal()
    export_wanted = Signal()
    height_changed = Signal()
    """It would like to be higher or lower."""
    left = Signal()
    """The focus should go back to the text."""
    left_below = Signal()
    """The focus should go to the passages."""

    def __init__(self, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._facts: Facts | None = None
        self._companions: Sequence[Companion] = ()
        self._with: str | None = None
        self.describing = Describing(themes, self)
        self._build()
        self._connect()
        self._dress()
        self.retranslate()

    def show_companions(self, companions: Sequence[Companion], with_tag: str | None) -> None:
        """Show what the tag stands together with; only passages that carry `with_tag` too are shown."""
        self._companions, self._with = companions, with_tag
        self._show_companions()

    def show_facts(self, facts: Facts, *, below: bool, writable: bool) -> None:
        """Show what is said of a tag."""
        self._facts = facts
        if self.title.text() != facts.tag.name and not (self.title.hasFocus() and self.title.isModified()):
            self.title.setText(facts.tag.name)
        self.title.setReadOnly(not writable)
        self._color.setEnabled(writable)
        self._merge.setEnabled(writable)
        self.describing.show_tag(facts.tag, writable=writable)
        self.switch.setVisible(facts.has_children)
        self.switch.blockSignals(True)
        self.switch.select(BELOW if below else OWN)
        self.switch.blockSignals(False)
        self._show_facts()

    def show_counts(self, passages: int, documents: int) -> None:
        """Say how many passages are shown, of how many documents."""
        told = (
            plural(passages, "{count} highlight", "{count} highlights"),
            plural(documents, "{count} document", "{count} documents"),
        )
        self._counts.setText(" · ".join(told))

    def retranslate(self) -> None:
        """Speak the user's language."""
        self.title.setAccessibleName(tr("Name of the tag"))
        self._color.setToolTip(tr("Colour"))
        self._color.setAccessibleName(tr("Colour"))
        self._note.setText(tr("Note…"))
        self._merge.setText(tr("Merge…"))
        self._export.setText(tr("Export…"))
        self.switch.set_text(OWN, tr("This tag alone"))
        self.switch.set_text(BELOW, tr("With the tags below"))
        self.switch.fit()
        self._together_label.setText(tr("Together with"))
        self._clear.setText(tr("Show all"))
        self._show_facts()
        self._show_companions()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # what is typed here is not for the passages, among which the head stands
        event.accept()
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.height_changed.emit()
        return done

    # Making

    def _build(self) -> None:
        self._path = FlowBox(0)
        self._color = QToolButton(self)
        self._color.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._colors = QMenu(self._color)
        self._colors.aboutToShow.connect(self._fill_colors)
        self._color.setMenu(self._colors)
        self.title = ComposedLine(self)
        self.title.setObjectName("memotitle")
        self._note, self._merge, self._export, self._clear = (QPushButton(self) for _ in range(4))
        for button in (self._note, self._merge, self._export, self._clear):
            button.setProperty("role", "link")
        self._counts, self._together_label, self._both = QLabel(self), QLabel(self), QLabel(self)
        for label, role in ((self._counts, "small"), (self._together_label, "caption"), (self._both, "small")):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setProperty("role", role)
        self.switch = Segments([OWN, BELOW], self)
        self._pills = FlowBox(6)
        self._lay_out()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._color)
        row.addWidget(self.title, 1)
        for button in (self._note, self._merge, self._export):
            row.addWidget(button)
        self._below = FlowBox(12)
        self._below.addWidget(self._counts)
        self._below.addWidget(self.switch)
        both = QHBoxLayout()
        both.addWidget(self._both)
        both.addWidget(self._clear)
        both.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, TOP, 0, GAP)
        column.setSpacing(GAP)
        column.addLayout(self._path)
        for part in (row, self._below):
            column.addLayout(part)
        column.addWidget(self.describing)
        column.addWidget(self._together_label)
        for part in (self._pills, both):
            column.addLayout(part)

    def _connect(self) -> None:
        self.title.editingFinished.connect(self._rename)
        self.title.returnPressed.connect(self.left_below)
        self._note.clicked.connect(self.note_wanted)
        self._merge.clicked.connect(self.merge_wanted)
        self._export.clicked.connect(self.export_wanted)
        self._clear.clicked.connect(lambda: self.both_wanted.emit(""))
        self.switch.changed.connect(lambda which: self.below_wanted.emit(which == BELOW))
        self.describing.escaped.connect(self.left)
        self._themes.changed.connect(self._dress)

    # Showing

    def _show_facts(self) -> None:
        facts = self._facts
        if facts is None:
            return
        self._path.clear()
        for tag in facts.above:
            button = QPushButton(f"{tag.name} /".replace("&", "&&"), self)
            button.setProperty("role", "link")
            button.clicked.connect(lambda _on=False, tag_id=tag.id: self.tag_wanted.emit(tag_id))
            self._path.addWidget(button)
            button.show()
        self._color.setIcon(swatch_icon(self._themes.current, facts.tag.color))
        self.height_changed.emit()

    def _show_companions(self) -> None:
        self._pills.clear()
        for companion in self._companions[:MOST_TOGETHER]:
            pill = self._pill(companion)
            self._pills.addWidget(pill)
            pill.show()
        self._together_label.setVisible(bool(self._companions))
        chosen = next((one for one in self._companions if one.tag.id == self._with), None)
        for part in (self._both, self._clear):
            part.setVisible(self._with is not None)
        self._both.setText(tr("Only with “{name}”", name=chosen.path) if chosen is not None else "")
        self.height_changed.emit()

    def _pill(self, companion: Companion) -> TagPill:
        """Return the pill of a tag that stands together with this one: pressed, both are shown."""
        tag_id, told = companion.tag.id, f"{companion.path}  {companion.count}"
        wanted = "" if tag_id == self._with else tag_id
        pill = TagPill(self._pill_style, told, companion.tag.color, lambda: self.both_wanted.emit(wanted), self)
        pill.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        pill.setAccessibleName(tr("{name}, together {count} times", name=companion.path, count=companion.count))
        pill.setToolTip(tr("Shows the passages with both; the menu leads to its page"))
        pill.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        pill.customContextMenuRequested.connect(lambda at: self._open_menu(pill, tag_id, at))
        return pill

    def _open_menu(self, pill: TagPill, tag_id: str, at: object) -> None:
        menu = QMenu(pill)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("Page of the tag"), lambda: self.tag_wanted.emit(tag_id))
        menu.addAction(tr("Show the passages with both"), lambda: self.both_wanted.emit(tag_id))
        menu.popup(pill.mapToGlobal(at))

    def _fill_colors(self) -> None:
        self._colors.clear()

        def choose(color: Color) -> None:
            self.recolored.emit(color)

        add_colors(self._colors, self._themes.current, choose)

    def _rename(self) -> None:
        facts, name = self._facts, self.title.text().strip()
        if facts is None or name == facts.tag.name:
            return
        self.title.setModified(False)
        if name:
            self.renamed.emit(name)
        else:
            self.title.setText(facts.tag.name)

    def _dress(self) -> None:
        theme = self._themes.current
        self._pill_style = PillStyle(theme)
        self._counts.setMinimumHeight(theme.length("control"))  # that of the switch beside it
        self.title.setFont(theme.reading_font(theme.size("title"), bold=True))
        side = theme.length("icon")
        self._color.setIconSize(QSize(side, side))
        self._show_facts()
        self._show_companions()
