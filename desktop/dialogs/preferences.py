"""How the program looks and how texts are set, altered at once as one chooses."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.citationwords import style_names
from desktop.dialogs.preferencefields import Fields
from desktop.dialogs.typepage import TypePage
from desktop.settings import Settings
from desktop.theme import Themes
from desktop.translation import tr
from desktop.typesettings import Kind
from desktop.widgets.segments import Segments

_SIZE = QSize(860, 580)
_GENERAL = "general"
_Button = QDialogButtonBox.StandardButton


class PreferencesDialog(QDialog):
    """Pages over Settings: every field writes as it is changed, and whoever minds hears of it from there.

    To cancel gives everything that was altered here its old value; Reset gives a page its defaults.
    """

    def __init__(self, settings: Settings, themes: Themes, kind: Kind, parent: QWidget | None = None) -> None:
        """Show the page of texts of `kind` first."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._pages: dict[str, GeneralPage | TypePage] = {
            _GENERAL: GeneralPage(settings),
            **{kind.value: TypePage(settings, themes, kind) for kind in Kind},
        }
        self._segments = Segments(list(self._pages), self)
        self._stack = QStackedWidget(self)
        for page in self._pages.values():
            self._stack.addWidget(page)
        self._segments.changed.connect(lambda name: self._stack.setCurrentWidget(self._pages[name]))
        self._buttons = QDialogButtonBox(_Button.Ok | _Button.Cancel | _Button.RestoreDefaults, self)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._buttons.button(_Button.RestoreDefaults).clicked.connect(lambda: self._page.fields.reset())
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(16)
        column.addWidget(self._segments)
        column.addWidget(self._stack, 1)
        column.addWidget(self._buttons)
        self.resize(_SIZE)
        self._segments.select(kind.value)
        self.retranslate()

    def show_page(self, name: str) -> None:
        """Show the page `general` or that of a kind of text, by the kind's value."""
        self._segments.select(name)

    def reject(self) -> None:
        for page in self._pages.values():
            page.fields.restore()
        super().reject()

    def closeEvent(self, event: QEvent) -> None:
        # whoever closes the window has seen what it did, and keeps it
        self.accept()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Write all words anew."""
        self.setWindowTitle(tr("Preferences"))
        self._segments.set_text(_GENERAL, tr("Window"))
        self._segments.set_text(Kind.CHINESE.value, tr("Chinese texts"))
        self._segments.set_text(Kind.LATIN.value, tr("Texts in Latin letters"))
        self._buttons.button(_Button.Ok).setText(tr("Done"))
        self._buttons.button(_Button.Cancel).setText(tr("Cancel"))
        self._buttons.button(_Button.RestoreDefaults).setText(tr("Reset this page"))
        for page in self._pages.values():
            page.retranslate()

    @property
    def _page(self) -> GeneralPage | TypePage:
        return self._pages[self._segments.current]


class GeneralPage(QWidget):
    """What is the same for all texts."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields = Fields(settings, self)
        self._language = self.fields.choice(Settings.language)
        self._theme = self.fields.choice(Settings.theme)
        self._numbers = self.fields.check(Settings.paragraph_numbers)
        self._notes = self.fields.check(Settings.margin_notes)
        self._popup = self.fields.check(Settings.popup)
        self._style = self.fields.choice(Settings.citation_style)
        self._marks = self.fields.choice(Settings.quotation_marks)
        self._repairs = self.fields.choice(Settings.repairs)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(self.fields.form, 1)
        row.addStretch(1)

    def retranslate(self) -> None:
        """Write all words anew."""
        self._language.name(tr("Language"))
        self._language.offer([("system", tr("As the system")), ("zh_CN", "简体中文"), ("en", "English")])
        self._theme.name(tr("Theme"))
        self._theme.offer([
            ("system", tr("As the system")), ("paper", tr("Paper")), ("white", tr("White")), ("sepia", tr("Sepia")),
            ("night", tr("Night")),
        ])  # fmt: skip
        self._numbers.name(tr("Number the paragraphs"))
        self._notes.name(tr("Notes in the margin"))
        self._popup.name(tr("Offer the pens beside a selection"))
        self._style.name(tr("Citations"))
        self._style.offer(style_names())
        self._marks.name(tr("Quotation marks"))
        self._marks.offer(
            [("script", tr("As the script has them")), ("curly", "“ ”"), ("corner", tr("「」 in Chinese"))]
        )
        self._repairs.name(tr("Repairs of imported texts"))
        self._repairs.offer([
            ("ask", tr("Show me first")), ("always", tr("Without asking")), ("never", tr("Never repair")),
        ])  # fmt: skip
