"""What is to be exported, in which format, and how it will look."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.exportform import ROOM, Choices, ExportForm
from desktop.dialogs.exportpreview import PreviewPane
from desktop.exportchoices import Preset
from desktop.exportpreviews import Preview
from desktop.theme import Themes
from desktop.translation import plural, tr
from desktop.widgets.question import ask
from library.exporters.base import Exporter, ExportOptions, ExportScope

_SIZE = QSize(1080, 740)
_AROUND = QSize(48, 48)
"""What is left of the window that the dialog stands over, at least."""
_MARGIN = 24
_FORM_WIDTH = 348


class ExportDialog(QDialog):
    """Asks what to export and shows the beginning of it. It writes nothing: whoever opened it listens."""

    changed = Signal()
    """Something else was chosen: `show_preview` is due."""
    save_wanted = Signal()
    copy_wanted = Signal(str)
    """Carries `rich` or `markdown`."""
    preset_kept = Signal(object)
    """Carries the Preset that what is chosen is to be kept as."""
    preset_removed = Signal(str)

    def __init__(self, themes: Themes, choices: Choices, scope: ExportScope, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preview: Preview | None = None
        self._presets: Sequence[Preset] = ()
        # in the order in which Tab leads through them
        self._preset = QComboBox(self)
        self._keep, self._drop = QPushButton(self), QPushButton(self)
        self.form = ExportForm(themes, choices, scope, self)
        self.pane = PreviewPane(themes, self)
        self._fields = self._scrolled()
        self._count = QLabel(self)
        self._error = QLabel(self)
        self.copy_button, self.markdown_button = QPushButton(self), QPushButton(self)
        self.close_button = QPushButton(self)
        self.save_button = QPushButton(self)
        self._build()
        self._name()
        self.form.changed.connect(self._choose)
        self._preset.activated.connect(self._take_preset)
        self._keep.clicked.connect(self._ask_name)
        self._drop.clicked.connect(self._ask_drop)

    @property
    def scope(self) -> ExportScope:
        """What is chosen."""
        return self.form.scope

    @property
    def exporter(self) -> Exporter:
        """The format that is chosen."""
        return self.form.exporter

    @property
    def formats(self) -> Sequence[Exporter]:
        """All formats that there are."""
        return self.form.formats

    @property
    def options(self) -> ExportOptions:
        """How it is to be written."""
        return self.form.options

    @property
    def preview(self) -> Preview | None:
        """What is shown, or None while it is being made."""
        return self._preview

    def select(self, scope: ExportScope, format_name: str = "") -> None:
        """Choose a scope, and a format by its name."""
        self.form.select(scope, format_name)

    def show_presets(self, presets: Sequence[Preset], current: str = "") -> None:
        """Offer what was kept under a name."""
        self._presets = presets
        self._preset.clear()
        self._preset.addItem(tr("Preset…"))
        names = [exporter.name for exporter in self.formats]
        for row, preset in enumerate(presets, 1):
            self._preset.addItem(preset.name)
            if preset.format not in names:  # a template of another library
                self._preset.setItemData(row, 0, Qt.ItemDataRole.UserRole - 1)
                self._preset.setItemData(row, tr("Its template is not in this library."), Qt.ItemDataRole.ToolTipRole)
        self._preset.setCurrentIndex(max(self._preset.findText(current), 0) if current else 0)
        self._drop.setVisible(self._preset.currentIndex() > 0)

    def show_preview(self, preview: Preview) -> None:
        """Show the beginning of what will be written, and how much it is."""
        self._preview = preview
        self.pane.show_preview(preview)
        self.show_error("")
        self._tell()

    @property
    def error(self) -> str:
        """What did not work, or nothing."""
        return self._error.text()

    def show_error(self, text: str) -> None:
        """Say what did not work."""
        self._error.setText(text)
        self._error.setVisible(bool(text))

    def show_copied(self) -> None:
        """Say that the export was copied, until something else is chosen."""
        self.show_error("")
        self._count.setText(tr("The export was copied."))

    def show_refusal(self, text: str) -> None:
        """Say why there is no preview."""
        self.pane.clear()
        self.show_error(text)
        self._count.clear()

    def set_busy(self, busy: bool) -> None:
        """Let nothing be started while the file is written."""
        for part in (self.form, self._preset, self._keep, self._drop):
            part.setEnabled(not busy)
        self._allow(not busy and (self._preview is None or not self._preview.is_empty))

    def retranslate(self) -> None:
        """Put everything into the language in force."""
        self.form.retranslate()
        self.pane.retranslate()
        self._name()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _name(self) -> None:
        """Name what is the dialog's own."""
        self.setWindowTitle(tr("Export highlights"))
        self._preset.setAccessibleName(tr("Preset"))
        self._keep.setText(tr("Keep…"))
        self._keep.setAccessibleName(tr("Keep this as a preset"))
        self._drop.setText(tr("Forget"))
        self._drop.setAccessibleName(tr("Forget this preset"))
        self.copy_button.setText(tr("Copy"))
        self.copy_button.setToolTip(tr("Copy all of it with its styles, for Word or a mail"))
        self.markdown_button.setText(tr("Copy as Markdown"))
        self.close_button.setText(tr("Cancel"))
        self.save_button.setText(tr("Export…"))
        self.show_presets(self._presets, self._preset.currentText() if self._preset.currentIndex() > 0 else "")
        bar = self._fields.verticalScrollBar().sizeHint().width()
        self._fields.setFixedWidth(max(_FORM_WIDTH, self.form.minimumSizeHint().width() + bar))
        self._tell()

    def _build(self) -> None:
        self._count.setProperty("role", "soft")
        self._error.setProperty("role", "error")
        self._error.setWordWrap(True)
        self._error.hide()
        for label in (self._count, self._error):
            label.setTextFormat(Qt.TextFormat.PlainText)
        kept = QHBoxLayout()
        kept.setContentsMargins(0, 0, ROOM, 0)
        kept.setSpacing(6)
        kept.addWidget(self._preset, 1)
        kept.addWidget(self._keep)
        kept.addWidget(self._drop)
        left = QVBoxLayout()
        left.setSpacing(14)
        left.addLayout(kept)
        left.addWidget(self._fields, 1)
        middle = QHBoxLayout()
        middle.setSpacing(24)
        middle.addLayout(left)
        middle.addWidget(self.pane, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 20, _MARGIN, 16)
        column.setSpacing(14)
        column.addLayout(middle, 1)
        column.addWidget(self._error)
        column.addLayout(self._foot())
        self.resize(self._fitting())

    def _fitting(self) -> QSize:
        """Return the size to begin with: no larger than the window that it stands over."""
        parent = self.parentWidget()
        return _SIZE if parent is None else _SIZE.boundedTo(parent.window().size() - _AROUND)

    def _scrolled(self) -> QScrollArea:
        """Return the form, which scrolls where the window is too low for it."""
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setWidget(self.form)
        self.form.setAutoFillBackground(False)
        area.viewport().setAutoFillBackground(False)
        return area

    def _foot(self) -> QHBoxLayout:
        role = QDialogButtonBox.ButtonRole
        self.save_button.setProperty("role", "primary")
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.close_button, role.RejectRole)
        buttons.addButton(self.save_button, role.AcceptRole)
        self.save_button.setDefault(True)
        self.copy_button.clicked.connect(lambda: self.copy_wanted.emit("rich"))
        self.markdown_button.clicked.connect(lambda: self.copy_wanted.emit("markdown"))
        self.save_button.clicked.connect(self.save_wanted)
        buttons.rejected.connect(self.reject)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._count, 1)
        foot.addWidget(self.copy_button)
        foot.addWidget(self.markdown_button)
        foot.addSpacing(8)
        foot.addWidget(buttons)
        return foot

    def _choose(self) -> None:
        self._preview = None
        self._tell()
        self.changed.emit()

    def _take_preset(self, row: int) -> None:
        self._drop.setVisible(row > 0)
        if row > 0:
            preset = self._presets[row - 1]
            self.form.set_options(preset.options)
            self.form.select(self.scope, preset.format)

    def _ask_name(self) -> None:
        asked = QInputDialog(self)
        asked.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asked.setWindowTitle(tr("Keep this as a preset"))
        asked.setLabelText(tr("Name"))
        asked.textValueSelected.connect(self._keep_as)
        asked.open()

    def _ask_drop(self) -> None:
        name = self._preset.currentText()
        told = tr("Forget the preset “{name}”?", name=name)
        ask(self, told, tr("Forget"), lambda: self.preset_removed.emit(name), risky=True)

    def _keep_as(self, name: str) -> None:
        plain = " ".join(name.split())
        if plain:
            self.preset_kept.emit(Preset(plain, self.exporter.name, self.options))

    def _tell(self) -> None:
        preview = self._preview
        self._allow(preview is None or not preview.is_empty)
        if preview is None:
            self._count.setText(tr("Preparing…"))
            return
        counts = [
            plural(preview.highlights, "{count} highlight", "{count} highlights"),
            plural(preview.documents, "{count} document", "{count} documents"),
        ]
        if preview.content == "memo":
            counts = counts[:1]
        if not preview.complete:
            counts.append(tr("the beginning is shown"))
        self._count.setText(" · ".join(counts))

    def _allow(self, allowed: bool) -> None:
        for button in (self.copy_button, self.markdown_button):
            button.setEnabled(allowed)
        self.save_button.setEnabled(allowed and self.form.fits)
