"""How a row of the shelf is painted: its triangle or icon, its title, its count."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from desktop.itemmodels.holdings import ALL, BIN, RECENT
from desktop.itemmodels.shelf import COUNT_ROLE, NODE_ROLE, PROGRESS_ROLE, SMART_ROLE, STAGE_ROLE
from desktop.itemmodels.shelfnodes import EXCERPTS, MEMOS, Node
from desktop.shelf.stagesign import SIZE, paint_stage
from desktop.theme import Theme, Themes
from desktop.widgets.icons import pixmap

Index = QModelIndex | QPersistentModelIndex

NO_MARKS = "–"
_USUAL_COUNT = "00"
"""Signs of counts up to this wide stand one below the other."""

_PADDING = 8
_STEP = 16
_SIGN = 14
_GAP = 8
_OPTICAL_DROP = 2
"""The middle of Chinese characters stands below the middle of their line."""
_TOP_DEPTH = 2
_SECTION_DROP = 5
_SPACING = 106
_SMART_ICONS = {"excerpts": "funnel-simple", "search": "magnifying-glass", "broken": "warning"}
_ICONS = {ALL: "files", RECENT: "clock", EXCERPTS: "funnel-simple", MEMOS: "notebook", BIN: "trash"}


class RowFonts:
    """The faces of rows, made once a theme: looking for a family takes longer than painting a row."""

    def __init__(self, theme: Theme) -> None:
        self.title = theme.title_font()
        self.selected = theme.title_font()
        self.selected.setWeight(QFont.Weight.DemiBold)
        self.count = theme.interface_font(theme.size("caption"))
        self.section = theme.interface_font(theme.size("caption"))
        self.section.setWeight(QFont.Weight.DemiBold)
        self.section.setLetterSpacing(QFont.SpacingType.PercentageSpacing, _SPACING)


class ShelfDelegate(QStyledItemDelegate):
    """Paints rows with the theme's tokens and edits a title in its place."""

    def __init__(self, themes: Themes, tree: QTreeView) -> None:
        super().__init__(tree)
        self._themes = themes
        self._tree = tree
        self._fonts = RowFonts(themes.current)
        themes.changed.connect(self._retheme)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(option.rect.width(), self._themes.current.length("row"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        node: Node = index.data(NODE_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if node.kind == "section":
            self._paint_section(painter, option.rect, index)
        else:
            self._paint_row(painter, option, index, node)
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setObjectName("shelfeditor")
        editor.setAccessibleName(index.data(Qt.ItemDataRole.DisplayRole))
        editor.setText(index.data(Qt.ItemDataRole.EditRole))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Leave the editor as it is: a count that comes in meanwhile must not take back what was typed."""

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        left = _title_left(option.rect, index.data(NODE_ROLE)) - _PADDING
        editor.setGeometry(option.rect.adjusted(left - option.rect.left(), 0, 0, 0))

    def _paint_section(self, painter: QPainter, rect: QRect, index: Index) -> None:
        theme = self._themes.current
        painter.setFont(self._fonts.section)
        painter.setPen(theme.color("soft"))
        at = rect.adjusted(_PADDING, 0, -_PADDING, -_SECTION_DROP)
        painter.drawText(at, _flags(Qt.AlignmentFlag.AlignBottom), index.data(Qt.ItemDataRole.DisplayRole))

    def _paint_row(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, node: Node) -> None:
        theme = self._themes.current
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        paint_ground(painter, option, theme)
        self._paint_sign(painter, option.rect, node, index)
        right = self._paint_count(painter, option.rect, index.data(COUNT_ROLE), node)
        if node.kind == "document":
            right = self._paint_stage(painter, option.rect, index, right)
        painter.setFont(self._fonts.selected if selected else self._fonts.title)
        painter.setPen(theme.color("accent" if selected else "ink"))
        left = _title_left(option.rect, node)
        at = QRect(left, option.rect.top(), right - left, option.rect.height())
        paint_elided(painter, at, index.data(Qt.ItemDataRole.DisplayRole))

    def _paint_sign(self, painter: QPainter, rect: QRect, node: Node, index: Index) -> None:
        theme = self._themes.current
        name = _ICONS.get(node.id) or _SMART_ICONS.get(index.data(SMART_ROLE))
        if name is not None:
            sign = pixmap(name, theme, size=_SIGN)
            middle = _sign_rect(rect, node).center()
            painter.drawPixmap(middle.x() - _SIGN // 2 + 1, middle.y() - _SIGN // 2 + _OPTICAL_DROP, sign)
        if node.kind != "document" and index.model().hasChildren(index):
            opened = self._tree.isExpanded(index)
            painter.fillPath(triangle(triangle_rect(rect, node), opened=opened), theme.color("soft"))

    def _paint_count(self, painter: QPainter, rect: QRect, count: int | None, node: Node) -> int:
        """Paint the count at the right and return where it begins."""
        theme = self._themes.current
        text = NO_MARKS if node.kind in ("document", "memo") and not count else "" if count is None else str(count)
        painter.setFont(self._fonts.count)
        painter.setPen(theme.color("soft"))
        at = rect.adjusted(0, 0, -_PADDING, 0)
        painter.drawText(at, _flags(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), text)
        return at.right() - painter.fontMetrics().horizontalAdvance(text) - _GAP

    def _paint_stage(self, painter: QPainter, rect: QRect, index: Index, right: int) -> int:
        """Paint how far a document is read left of its count, and return where that begins."""
        stage = index.data(STAGE_ROLE)
        if stage == "unread":
            return right
        column = rect.right() - _PADDING - painter.fontMetrics().horizontalAdvance(_USUAL_COUNT) - _GAP
        middle = QPoint(min(right, column) - SIZE // 2, rect.center().y() + 1)
        paint_stage(painter, middle, stage, index.data(PROGRESS_ROLE), self._themes.current)
        return middle.x() - SIZE // 2 - _GAP

    def _retheme(self) -> None:
        self._fonts = RowFonts(self._themes.current)


def paint_ground(painter: QPainter, option: QStyleOptionViewItem, theme: Theme) -> None:
    """Paint what stands behind a row: the tint of the selected one, the hover, a ring round the current one."""
    shape = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5)
    radius = theme.size("radius_control")
    state = option.state
    ground: QColor | None = None
    if state & QStyle.StateFlag.State_Selected:
        ground = theme.color("accent_tint")
    elif state & QStyle.StateFlag.State_MouseOver:
        ground = theme.color("hover")
    if ground is not None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(shape, radius, radius)
    if state & QStyle.StateFlag.State_HasFocus and not state & QStyle.StateFlag.State_Selected:
        painter.setPen(theme.color("accent"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(shape, radius, radius)


def paint_elided(painter: QPainter, rect: QRect, text: str) -> None:
    """Paint `text` on one line, its middle left out where it is too long."""
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, rect.width())
    painter.drawText(rect, _flags(Qt.AlignmentFlag.AlignVCenter), shown)


def triangle_rect(rect: QRect, node: Node) -> QRect:
    """Return where the triangle that opens a row stands in its `rect`."""
    if node.kind == "special":
        return QRect(rect.left() - _PADDING // 2, rect.top(), _PADDING + _PADDING // 2, rect.height())
    return _sign_rect(rect, node)


def triangle(rect: QRect, *, opened: bool) -> QPainterPath:
    """Return the small triangle that says whether a row is open, in the middle of `rect`."""
    middle = QRectF(rect).center() + QPointF(0, 1)
    long, short = 3.5, 2.25
    corners = [(-long, -short), (long, -short), (0, short)] if opened else [(-short, -long), (short, 0), (-short, long)]
    path = QPainterPath()
    path.addPolygon([middle + QPointF(x, y) for x, y in corners])
    path.closeSubpath()
    return path


def _indent(node: Node) -> int:
    return _PADDING + _STEP * max(0, node.depth - _TOP_DEPTH)


def _sign_rect(rect: QRect, node: Node) -> QRect:
    return QRect(rect.left() + _indent(node), rect.top(), _SIGN, rect.height())


def _title_left(rect: QRect, node: Node) -> int:
    """A document's title begins where the triangle of a collection at its level would."""
    return rect.left() + _indent(node) + (0 if node.kind == "document" else _SIGN + _GAP)


def _flags(alignment: Qt.AlignmentFlag) -> int:
    return int(alignment.value | Qt.TextFlag.TextSingleLine.value)
