"""How the program looks and how a text is set, altered at once as one chooses."""

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QLabel,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from desktop.settings import Setting, Settings
from desktop.translation import tr

Choices = Sequence[tuple[str, str]]
FIELD_PADDING = 8


class PreferencesDialog(QDialog):
    """A form over Settings: every field writes as it is changed, and whoever minds hears of it from there."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.setWindowTitle(tr("Preferences"))
        self.setMinimumWidth(420)
        form = QFormLayout()
        form.setHorizontalSpacing(20)
        form.setVerticalSpacing(10)
        self._add_looks(form)
        self._add_reading(form)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        page = QVBoxLayout(self)
        page.setContentsMargins(24, 20, 24, 16)
        page.setSpacing(16)
        page.addLayout(form)
        page.addWidget(buttons)

    def _add_looks(self, form: QFormLayout) -> None:
        languages = (("system", tr("As the system")), ("zh_CN", "简体中文"), ("en", "English"))
        themes = (
            ("system", tr("As the system")),
            ("paper", tr("Paper")),
            ("white", tr("White")),
            ("sepia", tr("Sepia")),
            ("night", tr("Night")),
        )
        form.addRow(self._heading(tr("Window")))
        form.addRow(tr("Language"), self._choice(Settings.language, languages, tr("Language")))
        form.addRow(tr("Theme"), self._choice(Settings.theme, themes, tr("Theme")))

    def _add_reading(self, form: QFormLayout) -> None:
        form.addRow(self._heading(tr("Text")))
        form.addRow(tr("Size of type"), self._decimal(Settings.font_size, 1.0, tr("Size of type"), " px"))
        form.addRow(tr("Characters a line"), self._number(Settings.measure, tr("Characters a line")))
        form.addRow(tr("Line spacing"), self._decimal(Settings.line_spacing, 0.1, tr("Line spacing")))
        form.addRow("", self._check(Settings.first_line_indent, tr("Indent the first line of a paragraph")))
        form.addRow("", self._check(Settings.paragraph_numbers, tr("Number the paragraphs")))
        form.addRow("", self._check(Settings.stripes, tr("Stripes in the margin")))
        form.addRow("", self._check(Settings.margin_notes, tr("Notes in the margin")))
        form.addRow("", self._check(Settings.popup, tr("Offer the pens beside a selection")))

    def _heading(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setProperty("role", "caption")
        return label

    def _choice(self, setting: Setting[str], choices: Choices, name: str) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(name)
        for value, text in choices:
            box.addItem(text, value)
        box.setCurrentIndex(box.findData(self._settings.read(setting)))
        box.activated.connect(lambda: self._settings.write(setting, box.currentData()))
        return box

    def _number(self, setting: Setting[int], name: str) -> QSpinBox:
        box = QSpinBox(self)
        _indent(box)
        box.setAccessibleName(name)
        box.setRange(setting.low or 0, setting.high or 0)
        box.setValue(self._settings.read(setting))
        box.valueChanged.connect(lambda value: self._settings.write(setting, value))
        return box

    def _decimal(self, setting: Setting[float], step: float, name: str, unit: str = "") -> QDoubleSpinBox:
        box = QDoubleSpinBox(self)
        _indent(box)
        box.setAccessibleName(name)
        box.setDecimals(1)
        box.setSingleStep(step)
        box.setSuffix(unit)
        box.setRange(setting.low or 0.0, setting.high or 0.0)
        box.setValue(self._settings.read(setting))
        box.valueChanged.connect(lambda value: self._settings.write(setting, value))
        return box

    def _check(self, setting: Setting[bool], text: str) -> QCheckBox:
        box = QCheckBox(text, self)
        box.setChecked(self._settings.read(setting))
        box.toggled.connect(lambda on: self._settings.write(setting, on))
        return box


def _indent(box: QAbstractSpinBox) -> None:
    # a style sheet pads every field but the one inside a box with arrows
    box.lineEdit().setTextMargins(FIELD_PADDING, 0, 0, 0)
