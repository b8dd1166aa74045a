"""How a row of what was found is painted: the head of a document, or a hit with what stands around it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.itemmodels.findings import Entry, FindingsModel, Group
from desktop.theme import Theme, Themes
from desktop.translation import plural, tr
from desktop.widgets.icons import pixmap

Index = QModelIndex | QPersistentModelIndex

ROW = 30
LEFT, RIGHT, SIGN, GAP = 8, 10, 14, 8
INDENT = LEFT + SIGN + 6
LEAD = 0.34
"""What part of the room may stand before a hit."""
AROUND = 2
"""Pixels of tint beside a hit."""
RIGHT_MIDDLE = int(Qt.AlignmentFlag.AlignRight.value | Qt.AlignmentFlag.AlignVCenter.value)
LEFT_MIDDLE = int(Qt.AlignmentFlag.AlignLeft.value | Qt.AlignmentFlag.AlignVCenter.value)


class RowStyle:
    """The faces of rows in one theme, made once."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.head = theme.title_font(bold=True)
        self.head_metrics = QFontMetricsF(self.head)
        self.caption = theme.interface_font(theme.size("caption"))
        self.caption_metrics = QFontMetricsF(self.caption)
        self.quote = theme.reading_font(theme.size("quote"))
        self.quote_metrics = QFontMetricsF(self.quote)


class RowDelegate(QStyledItemDelegate):
    """Paints rows that are all of one height, so that a hundred thousand scroll like ten."""

    def __init__(self, themes: Themes, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._themes = themes
        self.style = RowStyle(themes.current)
        themes.changed.connect(self._retheme)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(option.rect.width(), ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        self._paint_ground(painter, option, selected=selected)
        group = index.data(FindingsModel.GroupRole)
        if isinstance(group, Group):
            self._paint_head(painter, option.rect, group, index)
        else:
            self._paint_text(painter, option.rect, index)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, *, selected: bool) -> None:
        theme = self.style.theme
        if not selected:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent_tint"))
        radius = theme.size("radius_control")
        painter.drawRoundedRect(QRectF(option.rect).adjusted(2, 1, -2, -1), radius, radius)

    def _paint_head(self, painter: QPainter, rect: QRect, group: Group, index: Index) -> None:
        style, theme = self.style, self.style.theme
        model = index.model()
        if group.rows and isinstance(model, FindingsModel):
            folded = model.is_folded(model.place(index.row())[0])
            sign = pixmap("caret-right" if folded else "caret-down", theme, size=12)
            painter.drawPixmap(rect.left() + LEFT, rect.top() + (ROW - 12) // 2, sign)
        room = rect.adjusted(INDENT, 0, -RIGHT, 0)
        told = count_words(group)
        painter.setFont(style.caption)
        painter.setPen(theme.color("soft"))
        painter.drawText(room, RIGHT_MIDDLE, told)
        width = room.width() - style.caption_metrics.horizontalAdvance(told) - GAP
        painter.setFont(style.head)
        painter.setPen(theme.color("soft" if group.kind == "undated" else "ink"))
        title = style.head_metrics.elidedText(str(index.data()), Qt.TextElideMode.ElideMiddle, max(0.0, width))
        painter.drawText(room, LEFT_MIDDLE, title)

    def _paint_text(self, painter: QPainter, rect: QRect, index: Index) -> None:
        if index.data(FindingsModel.TickedRole):
            tick = pixmap("check", self.style.theme, "accent", size=SIGN)
            painter.drawPixmap(rect.left() + LEFT, rect.top() + (ROW - SIGN) // 2, tick)
        entry = index.data(FindingsModel.EntryRole)
        hit = index.data(FindingsModel.HitRole)
        x = rect.left() + INDENT
        if isinstance(entry, Entry):
            parts = (entry.text[: entry.start], entry.text[entry.start : entry.end], entry.text[entry.end :])
        elif hit is not None:
            parts = (hit.before, hit.text, hit.after)
            x = self._paint_signs(
                painter, x, rect, first=bool(index.data(FindingsModel.FirstRole)), near=hit.crosses_punctuation
            )
        else:
            return
        before, text, after = (" ".join(part.split("\n")) for part in parts)
        self._paint_parts(painter, QRect(x, rect.top(), rect.right() - RIGHT - x, ROW), before.lstrip(), text, after)

    def _paint_signs(self, painter: QPainter, x: int, rect: QRect, *, first: bool, near: bool) -> int:
        """Paint what is said of a hit in front of it; return where its text begins."""
        style, theme = self.style, self.style.theme
        painter.setFont(style.caption)
        if first:
            said = tr("First seen")
            pill = QRectF(x, rect.top() + 6, style.caption_metrics.horizontalAdvance(said) + 12, ROW - 12)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent"))
            painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
            painter.setPen(theme.color("field"))
            painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, said)
            x = round(pill.right()) + GAP
        if near:
            painter.setPen(theme.color("accent"))
            painter.drawText(QRect(x, rect.top(), SIGN, ROW), LEFT_MIDDLE, "≈")
            x += SIGN
        return x

    def _paint_parts(self, painter: QPainter, room: QRect, before: str, text: str, after: str) -> None:
        """Paint a hit so that it can be seen whole where there is the room, with the beginning of what is before it."""
        style, theme = self.style, self.style.theme
        metrics = style.quote_metrics
        lead = room.width() * LEAD
        shown = metrics.elidedText(before, Qt.TextElideMode.ElideLeft, lead)
        text = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, max(0.0, room.width() - 2 * AROUND))
        width = metrics.horizontalAdvance(text)
        start = room.left() + metrics.horizontalAdvance(shown)
        start = max(float(room.left()), min(start, room.right() - width))
        baseline = room.top() + (ROW + metrics.capHeight()) / 2 + 1
        painter.setFont(style.quote)
        painter.setPen(theme.color("soft"))
        painter.setClipRect(room)
        painter.drawText(QPointF(start - metrics.horizontalAdvance(shown), baseline), shown)
        if text:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.tint("yellow"))
            painter.drawRoundedRect(QRectF(start - AROUND, room.top() + 4, width + 2 * AROUND, ROW - 8), 3, 3)
        painter.setPen(theme.color("ink"))
        painter.drawText(QPointF(start, baseline), text)
        rest = room.right() - start - width
        if rest > 0:
            painter.setPen(theme.color("soft"))
            painter.drawText(
                QPointF(start + width, baseline), metrics.elidedText(after, Qt.TextElideMode.ElideRight, rest)
            )

    def _retheme(self) -> None:
        self.style = RowStyle(self._themes.current)


def count_words(group: Group) -> str:
    """Return what stands at the right of a head: the date, how many hits, how many of them across punctuation."""
    if group.kind == "undated":
        return plural(group.total, "{count} document", "{count} documents")
    exact = f"{group.total - group.crossing:,}" if group.rows else ""
    near = f"≈ {group.crossing:,}" if group.crossing else ""
    return " · ".join(filter(None, (group.date, exact, near)))
