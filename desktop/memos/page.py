"""A memo as a page: its title, and below it prose and excerpts in one column."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.itemmodels.cardcargo import highlights_in
from desktop.memos.flow import Bench
from desktop.memos.parts import Parts
from desktop.memos.prose import ProseEditor
from desktop.settings import Settings
from desktop.theme import Themes
from desktop.translation import tr
from desktop.widgets.composing import ComposedLine

if TYPE_CHECKING:
    from library.models import Excerpt, Memo

MARGIN, TOP, BOTTOM = 32, 40, 160
TITLE_SPACE = 18
CARET_ROOM = 40
"""Pixels that stay free above and below the caret when the page scrolls after it."""


class MemoPage(QScrollArea):
    """Shows one memo and says what is typed in it; it writes nothing itself."""

    title_changed = Signal(str)
    saved = Signal(str)
    """Carries the text of the memo as it is to be saved."""
    excerpt_opened = Signal(str)
    """Carries the id of a highlight that is to be shown in its document."""
    part_moved = Signal(int, int)
    """Carries the number of a part of the text, and by how many places it is to go down."""
    part_removed = Signal(int)
    excerpts_dropped = Signal(list, int)
    """Carries ids of highlights and the part of the text, or -1, after which they are to stand."""
    text_wanted = Signal()

    def __init__(self, themes: Themes, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._settings = settings
        self._memo: Memo | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAcceptDrops(True)
        self._build()
        self._connect()
        self.retranslate()
        self._dress()

    @property
    def memo_id(self) -> str | None:
        """The memo that is shown."""
        return None if self._memo is None else self._memo.id

    def show_memo(self, memo: Memo, excerpts: Sequence[Excerpt], *, writable: bool) -> None:
        """Show a memo from its top; what is unsaved in the one before is saved first."""
        self.save()
        self.parts.clear()
        self._memo = memo
        self.title.setReadOnly(not writable)
        self.parts.allow_writing(writable)
        self.title.setText(memo.title)
        self.verticalScrollBar().setValue(0)
        self.parts.show_text(memo.text, excerpts)

    def follow(self, memo: Memo, excerpts: Sequence[Excerpt]) -> None:
        """Show what became of the memo elsewhere, by undo for instance; the place on the page stays."""
        if self._memo is not None and memo.title != self._memo.title:
            self.title.setText(memo.title)
        self._memo = memo
        self.parts.show_text(memo.text, excerpts)

    def forget(self) -> None:
        """Show no memo any more; nothing is saved."""
        self._memo = None
        self.title.clear()
        self.parts.clear()

    def save(self) -> None:
        """Have what is unsaved saved."""
        if self._memo is not None:
            self._save_title()
            self.parts.save()

    def retranslate(self) -> None:
        """Speak the user's language."""
        self.setAccessibleName(tr("Memo"))
        self.title.setAccessibleName(tr("Title"))
        self.title.setPlaceholderText(tr("Title"))
        self.parts.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._dress_title()  # the style sheet, which comes into force with showing, takes the face of a field away

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._look()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.parts.enter()

    # Dropping cards

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._consider(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._consider(event)

    def dragLeaveEvent(self, event: QEvent) -> None:
        self._column.mark(None)

    def dropEvent(self, event: QDropEvent) -> None:
        ids = highlights_in(event.mimeData())
        index = self._part_under(event)
        self._column.mark(None)
        if ids:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.save()
            self.excerpts_dropped.emit(ids, index)

    def _consider(self, event: QDragEnterEvent | QDragMoveEvent) -> None:
        if self._memo is None or not highlights_in(event.mimeData()):
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self._column.mark(self._bench.y() + self.parts.bottom_of(self._part_under(event)))

    def _part_under(self, event: QDropEvent) -> int:
        return self.parts.part_at(self._bench.mapFrom(self, event.position().toPoint()).y())

    # Making

    def _build(self) -> None:
        ground = QWidget()
        ground.setObjectName("centre")
        self._column = Column(self._themes, ground)
        row = QHBoxLayout(ground)
        row.setContentsMargins(MARGIN, TOP, MARGIN, BOTTOM)
        row.addStretch(1)
        row.addWidget(self._column, 1000)
        row.addStretch(1)
        self.title = ComposedLine(self._column)
        self.title.setObjectName("memotitle")
        self._bench = Bench(self._column)
        self.parts = Parts(self._themes, self._bench)
        column = QVBoxLayout(self._column)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.title)
        column.addSpacing(TITLE_SPACE)
        column.addWidget(self._bench)
        column.addStretch(1)
        self.setWidget(ground)

    def _connect(self) -> None:
        parts = self.parts
        self.title.editingFinished.connect(self._save_title)
        self.title.returnPressed.connect(parts.enter)
        parts.saved.connect(self.saved)
        parts.excerpt_opened.connect(self.excerpt_opened)
        parts.part_moved.connect(self.part_moved)
        parts.part_removed.connect(self.part_removed)
        parts.escaped.connect(self.text_wanted)
        parts.left_above.connect(lambda: self.title.setFocus(Qt.FocusReason.OtherFocusReason))
        parts.caret_moved.connect(self._show_caret)
        parts.entered.connect(self._show_widget)
        parts.flow.height_changed.connect(self._fit)
        parts.flow.pushed.connect(self._follow_push)
        self._bench.shaped.connect(self._look)
        self.verticalScrollBar().valueChanged.connect(self._look)
        self._themes.changed.connect(self._dress)
        self._settings.changed.connect(self._follow_setting)

    def _save_title(self) -> None:
        memo = self._memo
        if memo is None or self.title.text() == memo.title:
            return
        if self.title.text().strip():
            self.title_changed.emit(self.title.text())
        else:
            self.title.setText(memo.title)

    def _follow_setting(self, name: str) -> None:
        if name in ("font_size", "line_spacing", "measure"):
            self._dress()

    def _dress(self) -> None:
        theme, size = self._themes.current, self._settings.font_size
        self._dress_title()
        self._column.setMaximumWidth(round(self._settings.measure * size))
        self.parts.wear(theme.reading_font(size), round(size * self._settings.line_spacing))

    def _dress_title(self) -> None:
        theme, size = self._themes.current, self._settings.font_size
        self.title.setFont(theme.reading_font(theme.size("title") * size / Settings.font_size.default, bold=True))

    def _look(self) -> None:
        """Let the parts know what of them is in view."""
        top = self._bench.mapFrom(self.viewport(), QPoint()).y()
        self.parts.flow.look(top, top + self.viewport().height())

    def _fit(self) -> None:
        """Let page and scroll bar have the height of the parts now, not with the next event."""
        for widget in (self._column, self.widget()):
            layout = widget.layout()
            if layout is not None:
                layout.activate()
        QCoreApplication.sendEvent(self, QEvent(QEvent.Type.LayoutRequest))

    def _follow_push(self, pixels: int) -> None:
        """Keep in view what is in view."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + pixels)

    def _show_caret(self, editor: ProseEditor) -> None:
        """Scroll as little as brings the caret into view: the editors are as high as their text."""
        caret = editor.cursorRect()
        place = editor.viewport().mapTo(self.widget(), caret.center())
        self.ensureVisible(place.x(), place.y(), 0, caret.height() // 2 + CARET_ROOM)

    def _show_widget(self, widget: QWidget) -> None:
        self.ensureWidgetVisible(widget, 0, CARET_ROOM)


class Column(QWidget):
    """The column of a memo; while cards are dragged, a line shows where they would go."""

    def __init__(self, themes: Themes, parent: QWidget) -> None:
        super().__init__(parent)
        self._themes = themes
        self._mark: int | None = None

    def mark(self, y: int | None) -> None:
        """Show the line at a height of the column, or none."""
        if y != self._mark:
            self._mark = y
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._mark is not None:
            painter = QPainter(self)
            painter.setPen(QPen(self._themes.current.color("accent"), 2))
            painter.drawLine(0, self._mark, self.width(), self._mark)
            painter.end()
