"""Fields that show a setting each and write it as they are changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QSignalBlocker
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QLabel,
    QSpinBox,
    QWidget,
)

from desktop.settings import Setting, Settings

FIELD_PADDING = 8
_CHOICES_SHOWN = 14


@dataclass(slots=True)
class Field:
    """A setting with the widget that shows it, and the label beside it if there is one."""

    setting: Setting[Any]
    widget: QWidget
    label: QLabel | None
    show: Callable[[Any], None]

    def name(self, text: str) -> None:
        """Write what the field is for, beside it or on it."""
        self.widget.setAccessibleName(text)
        if self.label is not None:
            self.label.setText(text)
        elif isinstance(self.widget, QCheckBox):
            self.widget.setText(text)

    def offer(self, choices: Sequence[tuple[Any, str]]) -> None:
        """Offer values by name, in the words of the language there is now."""
        box = self.widget
        if isinstance(box, QComboBox):
            current = box.currentData() if box.count() else None
            with QSignalBlocker(box):
                box.clear()
                for value, text in choices:
                    box.addItem(text, value)
            self.show(current)

    def measure_in(self, unit: str) -> None:
        """Write `unit` behind the number."""
        if isinstance(self.widget, QSpinBox | QDoubleSpinBox):
            self.widget.setSuffix(unit)


class Fields(QObject):
    """A form over settings. It remembers what they were, to be given back."""

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self.form = QFormLayout()
        self.form.setHorizontalSpacing(20)
        self.form.setVerticalSpacing(10)
        self._settings = settings
        self._parent = parent
        self._fields: list[Field] = []
        self._before: dict[str, Any] = {}
        settings.changed.connect(self._show)

    def choice(self, setting: Setting[Any]) -> Field:
        """Add a field that offers some values of `setting`; which, is said later."""
        box = QComboBox(self._parent)
        box.setMaxVisibleItems(_CHOICES_SHOWN)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(12)
        box.activated.connect(lambda: self._settings.write(setting, box.currentData()))

        def show(value: Any) -> None:
            wanted = self._settings.read(setting)
            if box.findData(wanted) < 0:
                # a face that is no longer installed stays chosen, and can be seen to be
                box.addItem(str(wanted), wanted)
            box.setCurrentIndex(box.findData(wanted))

        return self._add(setting, box, show)

    def number(self, setting: Setting[int]) -> Field:
        """Add a field for a whole number."""
        box = QSpinBox(self._parent)
        _indent(box)
        box.setRange(setting.low or 0, setting.high or 0)
        box.valueChanged.connect(lambda value: self._settings.write(setting, value))
        return self._add(setting, box, box.setValue)

    def decimal(self, setting: Setting[float], step: float) -> Field:
        """Add a field for a number with one decimal, whose arrows go by `step`."""
        box = QDoubleSpinBox(self._parent)
        _indent(box)
        box.setDecimals(1)
        box.setSingleStep(step)
        box.setRange(setting.low or 0.0, setting.high or 0.0)
        box.valueChanged.connect(lambda value: self._settings.write(setting, value))
        return self._add(setting, box, box.setValue)

    def check(self, setting: Setting[bool]) -> Field:
        """Add a box to be checked."""
        box = QCheckBox(self._parent)
        box.toggled.connect(lambda on: self._settings.write(setting, on))
        return self._add(setting, box, box.setChecked)

    def reset(self) -> None:
        """Give every setting of the form its default."""
        for field in self._fields:
            self._settings.reset(field.setting)

    def restore(self) -> None:
        """Give every setting of the form the value that it had when it was added."""
        for field in self._fields:
            self._settings.write(field.setting, self._before[field.setting.name])

    def _add(self, setting: Setting[Any], widget: QWidget, show: Callable[[Any], None]) -> Field:
        self._before[setting.name] = self._settings.read(setting)
        label = None
        if isinstance(widget, QCheckBox):
            self.form.addRow(widget)
        else:
            label = QLabel(self._parent)
            label.setBuddy(widget)
            self.form.addRow(label, widget)
        field = Field(setting, widget, label, show)
        self._fields.append(field)
        with QSignalBlocker(widget):
            show(self._before[setting.name])
        return field

    def _show(self, name: str) -> None:
        for field in self._fields:
            if field.setting.name == name:
                with QSignalBlocker(field.widget):
                    field.show(self._settings.read(field.setting))


def _indent(box: QAbstractSpinBox) -> None:
    # a style sheet pads every field but the one inside a box with arrows
    box.lineEdit().setTextMargins(FIELD_PADDING, 0, 0, 0)
