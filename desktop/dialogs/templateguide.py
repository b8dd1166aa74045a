"""The page that explains how templates of exports are written."""

from PySide6.QtCore import QEvent, QLocale, QSize, Qt
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextEdit, QVBoxLayout, QWidget

from desktop.theme import Themes
from desktop.translation import tr
from resources import path as resource

_SIZE = QSize(760, 680)
_MARGIN = 24


class TemplateGuide(QDialog):
    """Shows the page in the language in force."""

    def __init__(self, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._themes = themes
        self.page = QTextEdit(self)
        self.page.setReadOnly(True)
        self.page.setTabChangesFocus(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 20, _MARGIN, 16)
        column.setSpacing(14)
        column.addWidget(self.page, 1)
        column.addWidget(buttons)
        self.resize(_SIZE)
        self.retranslate()

    def retranslate(self) -> None:
        """Put the page into the language in force."""
        title = tr("How templates are written")
        self.setWindowTitle(title)
        self.page.setAccessibleName(title)
        name = "模板说明.md" if QLocale().language() == QLocale.Language.Chinese else "Templates.md"
        text = resource(f"templates/{name}").read_text(encoding="utf-8")
        document = self.page.document()
        document.setDefaultFont(self._themes.current.reading_font(self._themes.current.size("quote")))
        document.setMarkdown(text, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
        document.setDocumentMargin(_MARGIN)
        self.page.moveCursor(QTextCursor.MoveOperation.Start)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
