"""Below the field of the search: in which form a query is found, how often it was, and in which order that stands."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from desktop.itemmodels.findings import hits_in
from desktop.search.question import ORDERS, Found, Order, Question, order_name
from desktop.settings import Setting, Settings
from desktop.theme import Themes
from desktop.translation import plural, tr
from desktop.widgets.flowbox import FlowBox

CHIP_SPACE = 6


class SearchSettings:
    """How the search was left."""

    search_order = Setting("place", choices=ORDERS)


class SearchHead(QWidget):
    """Switches, chips, and what was found in numbers."""

    switched = Signal()
    """What is asked of the form is another."""
    order_chosen = Signal()
    help_wanted = Signal()
    saving_wanted = Signal()
    marking_wanted = Signal()
    lines_wanted = Signal()

    def __init__(self, themes: Themes, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._settings = settings
        self._found: Found | None = None
        self.exact, self.whole_words, self.case, self.help = (QToolButton(self) for _ in range(4))
        self.counts = QLabel(self)
        self.counts.setTextFormat(Qt.TextFormat.PlainText)
        self.counts.setProperty("role", "small")
        self.counts.setWordWrap(True)
        self.order_button = QPushButton(self)
        self.order_button.setProperty("role", "link")
        self.order_menu = QMenu(self.order_button)
        self.order_button.setMenu(self.order_menu)
        self.save_button, self.mark_button, self.lines_button = (QPushButton(self) for _ in range(3))
        for button in (self.save_button, self.mark_button, self.lines_button):
            button.setProperty("role", "link")
        self.repeats = QPushButton(self, checkable=True)
        self.repeats.setProperty("role", "link")
        self.chips = QWidget(self)
        self._flow = FlowBox(CHIP_SPACE, self.chips)
        self.chips.hide()
        self._build()
        self._fill_orders()
        self.show_nothing()

    @property
    def order(self) -> Order:
        """In which order what is found stands."""
        chosen = self._settings.read(SearchSettings.search_order)
        return next((order for order in ORDERS if order == chosen), "place")

    def question(self, query: str) -> Question:
        """Return a query with the switches and the order as they are."""
        switches = (self.exact, self.whole_words, self.case)
        return Question(query, *(each.isChecked() for each in switches), self.order, self.repeats.isChecked())

    def set_switches(self, question: Question) -> None:
        """Set the switches as they are in a question, without asking it."""
        for switch, on in ((self.exact, question.exact), (self.whole_words, question.whole_words)):
            switch.setChecked(on)
        self.case.setChecked(question.case)
        self.repeats.setChecked(question.repeated)

    def show_chips(self, chips: Sequence[QWidget]) -> None:
        """Show these widgets side by side above what was found, in place of others; none hides the row."""
        self._flow.clear()
        for chip in chips:
            self._flow.addWidget(chip)
        self.chips.setVisible(bool(chips))

    def choose_order(self, order: Order) -> None:
        """Let what is found stand in another order."""
        self._settings.write(SearchSettings.search_order, order)
        self._name_order()
        self.order_chosen.emit()

    def show_found(self, found: Found) -> None:
        """Say how much was found."""
        self._found = found
        total, crossing = hits_in(found.groups)
        documents = sum(group.kind == "document" for group in found.groups)
        if found.partial:
            self.counts.setText(tr("{count}+ places", count=f"{total // 100 * 100:,}"))
        else:
            near = tr("≈ {count}", count=f"{crossing:,}") if crossing else ""
            places = plural(total - crossing, "{count} place", "{count} places") if total or not documents else ""
            told = places, near, plural(documents, "{count} document", "{count} documents")
            self.counts.setText(" · ".join(filter(None, told)))
        self.counts.setToolTip(tr("≈ counts what has punctuation inside.") if crossing else "")
        self._show_repeated()
        self._show_numbers(bool(documents), hits=bool(total))
        self.save_button.show()

    def show_nothing(self) -> None:
        """Say nothing of what was found."""
        self._found = None
        self.counts.clear()
        self._show_repeated()
        self._show_numbers(False, hits=False)

    def retranslate(self) -> None:
        """Speak the user's language."""
        for switch, text, tip in (
            (
                self.exact,
                tr("Exact form"),
                tr("Find the query only as it is written, not in other forms"),
            ),
            (self.whole_words, tr("Whole words"), tr("Find the query only where words begin and end with it")),
            (self.case, tr("Case"), tr("Let capital and small letters differ")),
            (self.help, "?", tr("How to ask")),
        ):
            switch.setText(text)
            switch.setToolTip(tip)
            switch.setAccessibleName(tip if switch is self.help else text)
        self.save_button.setText(tr("Save…"))
        self.save_button.setToolTip(tr("Keep this search on the shelf"))
        self.mark_button.setText(tr("Mark…"))
        self.mark_button.setToolTip(tr("Make highlights of the ticked hits, or of all"))
        self.lines_button.setText(tr("Concordance"))
        self.lines_button.setToolTip(tr("Show all hits as aligned lines, in the order of the words beside them"))
        for action in self.order_menu.actions():
            action.setText(order_name(action.data()))
        self._name_order()
        if self._found is not None:
            self.show_found(self._found)

    def _build(self) -> None:
        for switch in (self.exact, self.whole_words, self.case, self.repeats):
            switch.setCheckable(True)
            switch.toggled.connect(lambda _: self.switched.emit())
        for button in (self.exact, self.whole_words, self.case, self.help):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.help.clicked.connect(self.help_wanted)
        self.save_button.clicked.connect(self.saving_wanted)
        self.mark_button.clicked.connect(self.marking_wanted)
        self.lines_button.clicked.connect(self.lines_wanted)
        switches = QHBoxLayout()
        switches.setContentsMargins(0, 0, 0, 0)
        switches.setSpacing(4)
        for button in (self.exact, self.whole_words, self.case):
            switches.addWidget(button)
        switches.addStretch(1)
        switches.addWidget(self.help)
        numbers = QHBoxLayout()
        numbers.setContentsMargins(4, 0, 0, 0)
        numbers.addWidget(self.counts, 1)
        numbers.addWidget(self.order_button)
        verbs = QHBoxLayout()
        verbs.setContentsMargins(0, 0, 0, 0)
        for button in (self.mark_button, self.lines_button, self.save_button):
            verbs.addWidget(button)
        verbs.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(switches)
        column.addWidget(self.chips)
        column.addLayout(numbers)
        column.addWidget(self.repeats, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(verbs)

    def _show_repeated(self) -> None:
        """Say what is left out for standing twice; or that nothing is, while it is asked for."""
        left_out, counted = self._found.repeated if self._found is not None else 0, self.repeats.isChecked()
        more = plural(
            left_out, "{count} more stands in a passage printed twice", "{count} more stand in passages printed twice"
        )
        self.repeats.setText(tr("Passages printed twice count each time") if counted else more)
        self.repeats.setToolTip(tr("Count them once") if counted else tr("Count and list these, too"))
        self.repeats.setVisible(bool(left_out) or counted)

    def _fill_orders(self) -> None:
        group = QActionGroup(self)
        for order in ORDERS:
            action = self.order_menu.addAction("")
            action.setData(order)
            action.setCheckable(True)
            action.setChecked(order == self.order)
            action.triggered.connect(lambda _=False, order=order: self.choose_order(order))
            group.addAction(action)

    def _name_order(self) -> None:
        self.order_button.setText(order_name(self.order))
        self.order_button.setAccessibleName(tr("Order: {order}", order=order_name(self.order)))

    def _show_numbers(self, found: bool, *, hits: bool) -> None:
        for button in (self.mark_button, self.lines_button):
            button.setVisible(hits)
        self.save_button.setVisible(found)
        self.order_button.setVisible(found)
