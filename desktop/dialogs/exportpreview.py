"""The beginning of an export, as text, as set text or as a table."""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QFont, QTextDocument
from PySide6.QtWidgets import (
    QAbstractItemView,
    QPlainTextEdit,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QTextEdit,
    QWidget,
)

from desktop.exportpreviews import Form, Preview
from desktop.theme import Themes
from desktop.translation import tr

_PAGE_MARGIN = 16
_WIDEST = 320


class _Paper(QTextDocument):
    """Set text that never looks for another file, whatever stands in it."""

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:
        return None


class PreviewPane(QStackedWidget):
    """Shows a preview in the form that it has. It only shows: nothing in it can be altered or followed."""

    def __init__(self, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._form: Form = "text"
        self._plain = QPlainTextEdit(self)
        self._rich = QTextEdit(self)
        self._table = QTableWidget(self)
        self._rich.setDocument(_Paper(self._rich))
        for page in (self._plain, self._rich):
            page.setReadOnly(True)
            page.setTabChangesFocus(True)
            page.document().setDocumentMargin(_PAGE_MARGIN)
        self._table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._table.setTabKeyNavigation(False)
        self._table.setWordWrap(False)
        self._table.verticalHeader().hide()
        self._table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for page in (self._plain, self._rich, self._table):
            self.addWidget(page)
        self.setFocusProxy(self._plain)
        self.retranslate()
        self._dress()
        themes.changed.connect(self._dress)

    def show_preview(self, preview: Preview) -> None:
        """Show what will be written, or, where there is nothing, that."""
        empty = tr("Nothing is highlighted here yet.") if preview.is_empty else ""
        if preview.form == "none" and not preview.is_empty:
            empty = tr("This format can be looked at once it is written.")
        self._plain.setPlaceholderText(empty)
        form = self._form = "text" if empty else preview.form
        page = {"rich": self._rich, "table": self._table}.get(form, self._plain)
        if page is self._rich:
            self._rich.setHtml(preview.text)
        elif page is self._table:
            self._fill(preview.rows)
        else:
            self._plain.setFont(self._face())
            self._plain.setPlainText("" if empty else preview.text)
        self.setCurrentWidget(page)
        page.verticalScrollBar().setValue(0)
        self.setFocusProxy(page)

    def clear(self) -> None:
        """Show nothing."""
        self._plain.setPlaceholderText("")
        self._plain.clear()
        self.setCurrentWidget(self._plain)
        self.setFocusProxy(self._plain)

    @property
    def text(self) -> str:
        """What is shown, as plain text; the cells of a table are parted by tabs."""
        page = self.currentWidget()
        if page is self._rich:
            return self._rich.toPlainText()
        if page is self._plain:
            return self._plain.toPlainText()
        rows, columns = range(self._table.rowCount()), range(self._table.columnCount())
        return "\n".join("\t".join(self._cell(row, column) for column in columns) for row in rows)

    def retranslate(self) -> None:
        """Put the names for who hears the screen into the language in force."""
        for page in (self._plain, self._rich, self._table):
            page.setAccessibleName(tr("Preview"))

    def _cell(self, row: int, column: int) -> str:
        item = self._table.item(row, column)
        return item.text() if item is not None else ""

    def _fill(self, rows: tuple[tuple[str, ...], ...]) -> None:
        head, *body = rows
        self._table.clear()
        self._table.setColumnCount(len(head))
        self._table.setRowCount(len(body))
        self._table.setHorizontalHeaderLabels(list(head))
        for row, cells in enumerate(body):
            for column, cell in enumerate(cells):
                self._table.setItem(row, column, QTableWidgetItem(" ".join(cell[:400].split())))
        self._table.resizeColumnsToContents()
        for column in range(len(head)):
            self._table.setColumnWidth(column, min(self._table.columnWidth(column) + 12, _WIDEST))

    def _face(self) -> QFont:
        """Return the font for plain text: that of texts to be read, or of code."""
        theme = self._themes.current
        return theme.code_font(theme.size("small")) if self._form == "code" else theme.reading_font(theme.size("quote"))

    def _dress(self) -> None:
        theme = self._themes.current
        page, line = theme.color("page").name(), theme.color("hairline").name()
        for name, part in (("QPlainTextEdit", self._plain), ("QTextEdit", self._rich), ("QTableWidget", self._table)):
            border = f"border: 1px solid {line}; border-radius: {theme.length('radius_field')}px;"
            part.setStyleSheet(f"{name} {{ background: {page}; {border} }}")
        self._plain.setFont(self._face())
        # not that of the interface, in which an English one has the punctuation of Chinese set narrow
        self._rich.setFont(theme.reading_font(theme.size("quote")))
        self._table.setFont(theme.title_font())
