"""What is to be exported, in which format, and how it will look."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.theme import Themes
from desktop.translation import plural, tr
from desktop.widgets.segments import Segments
from library.exporters.base import Exporter, ExportJob, ExportScope

_SIZE = QSize(760, 640)
_MARGIN = 24
_PAGE_MARGIN = 16


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be chosen: some highlights by their ids, the open document and all collections and tags by full name."""

    document: tuple[str, str] | None
    collections: Sequence[tuple[str, str]]
    tags: Sequence[tuple[str, str]]
    formats: Sequence[Exporter]
    highlight_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Preview:
    """The beginning of what will be written; `complete` when that is all."""

    job: ExportJob
    text: str
    complete: bool


class ExportDialog(QDialog):
    """Asks what to export and shows the beginning of it. It writes nothing: whoever opened it listens."""

    changed = Signal()
    """Another scope or format was chosen: `show_preview` is due."""
    save_wanted = Signal()
    copy_wanted = Signal()

    def __init__(self, themes: Themes, choices: Choices, scope: ExportScope, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._choices = choices
        self._given = scope
        self._preview: Preview | None = None
        self._source = QComboBox(self)
        self._tag = QComboBox(self)
        self._originals = QCheckBox(self)
        self._format = Segments([exporter.name for exporter in choices.formats], self)
        self._labels = [QLabel(self) for _ in range(3)]
        self._page = QPlainTextEdit(self)
        self._count = QLabel(self)
        self._error = QLabel(self)
        self.copy_button = QPushButton(self)
        self.close_button = QPushButton(self)
        self.save_button = QPushButton(self)
        self._fill(scope)
        self._build()
        self.retranslate()
        self._dress()
        themes.changed.connect(self._dress)
        self._source.currentIndexChanged.connect(self._choose)
        self._tag.currentIndexChanged.connect(self._choose)
        self._format.changed.connect(self._choose)
        self._originals.toggled.connect(self._choose)

    @property
    def scope(self) -> ExportScope:
        """What is chosen."""
        tags = self._tag.currentData()
        chosen = replace(self._source.currentData(), tag_id=tags.tag_id, below=tags.below, with_tag_id=tags.with_tag_id)
        return replace(chosen, originals=self._originals.isChecked())

    @property
    def exporter(self) -> Exporter:
        """The format that is chosen."""
        return next(exporter for exporter in self._choices.formats if exporter.name == self._format.current)

    @property
    def preview(self) -> Preview | None:
        """What is shown, or None while it is being made."""
        return self._preview

    def select(self, scope: ExportScope, format_name: str = "") -> None:
        """Choose a scope, and a format by its name."""
        place = replace(scope, tag_id=None, below=True, with_tag_id=None, originals=False)
        self._source.setCurrentIndex(_row_of(self._source, place))
        self._tag.setCurrentIndex(_row_of(self._tag, _tags_of(scope)))
        if format_name:
            self._format.select(format_name)

    def show_preview(self, preview: Preview) -> None:
        """Show the beginning of what will be written, and how much it is."""
        self._preview = preview
        self._page.setPlainText(preview.text if preview.job.excerpts else "")
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

    def set_busy(self, busy: bool) -> None:
        """Let nothing be started while the file is written."""
        for widget in (self._source, self._tag, self._format, self._originals):
            widget.setEnabled(not busy)
        self._allow(not busy)

    def retranslate(self) -> None:
        """Put everything into the language in force."""
        self.setWindowTitle(tr("Export highlights"))
        names = (tr("From"), tr("Tag"), tr("Format"))
        for label, field, name in zip(self._labels, (self._source, self._tag, self._format), names, strict=True):
            label.setText(name)
            field.setAccessibleName(name)
        self._originals.setText(tr("The text’s own words beside a corrected quotation"))
        self._source.setItemText(0, tr("The whole library"))
        self._tag.setItemText(0, tr("All tags and none"))
        chosen = self._choices.highlight_ids
        if chosen:
            told = plural(len(chosen), "The selected highlight", "The {count} selected highlights")
            self._source.setItemText(_row_of(self._source, ExportScope(highlight_ids=chosen)), told)
        if _is_filtered(self._given):
            self._tag.setItemText(1, self._filter_words(self._given))
        for exporter in self._choices.formats:
            self._format.set_text(exporter.name, _format_name(exporter))
        self._page.setAccessibleName(tr("Preview"))
        self.copy_button.setText(tr("Copy"))
        self.close_button.setText(tr("Cancel"))
        self.save_button.setText(tr("Export…"))
        self._tell()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _fill(self, scope: ExportScope) -> None:
        self._source.addItem("", ExportScope())
        if self._choices.highlight_ids:
            self._source.addItem("", ExportScope(highlight_ids=self._choices.highlight_ids))
        if self._choices.document is not None:
            document_id, title = self._choices.document
            self._source.addItem(title, ExportScope(document_id=document_id))
        if scope.query is not None:
            self._source.addItem(scope.name, replace(scope, tag_id=None, originals=False))
        for collection_id, name in self._choices.collections:
            self._source.addItem(name, ExportScope(collection_id=collection_id))
        self._tag.addItem("", ExportScope())
        if _is_filtered(scope):
            self._tag.addItem("", _tags_of(scope))
        for tag_id, name in self._choices.tags:
            self._tag.addItem(name, ExportScope(tag_id=tag_id))
        self._originals.setChecked(scope.originals)
        self.select(scope)

    def _filter_words(self, scope: ExportScope) -> str:
        """Return in words which highlights of a tag are meant."""
        names = dict(self._choices.tags)
        name = names.get(scope.tag_id or "", "")
        words = name if scope.below else tr("{name}, without the tags below", name=name)
        if scope.with_tag_id is not None:
            words = tr("{name}, together with {other}", name=words, other=names.get(scope.with_tag_id, ""))
        return words

    def _build(self) -> None:
        for box in (self._source, self._tag):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(24)
        self._page.setReadOnly(True)
        self._page.setTabChangesFocus(True)
        self._page.document().setDocumentMargin(_PAGE_MARGIN)
        self._count.setProperty("role", "soft")
        self._error.setProperty("role", "error")
        self._error.setWordWrap(True)
        self._error.hide()
        for label in (*self._labels, self._count, self._error):
            label.setTextFormat(Qt.TextFormat.PlainText)
        form = QFormLayout()
        form.setHorizontalSpacing(20)
        form.setVerticalSpacing(10)
        for label, field in zip(self._labels, (self._source, self._tag, self._format), strict=True):
            label.setBuddy(field)
            form.addRow(label, field)
        form.addRow("", self._originals)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 20, _MARGIN, 16)
        column.setSpacing(14)
        column.addLayout(form)
        column.addWidget(self._page, 1)
        column.addWidget(self._error)
        column.addLayout(self._foot())
        self.resize(_SIZE)

    def _foot(self) -> QHBoxLayout:
        role = QDialogButtonBox.ButtonRole
        self.save_button.setProperty("role", "primary")
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.copy_button, role.ActionRole)
        buttons.addButton(self.close_button, role.RejectRole)
        buttons.addButton(self.save_button, role.AcceptRole)
        self.save_button.setDefault(True)
        self.copy_button.clicked.connect(self.copy_wanted)
        self.save_button.clicked.connect(self.save_wanted)
        buttons.rejected.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(self._count, 1)
        foot.addWidget(buttons)
        return foot

    def _dress(self) -> None:
        theme = self._themes.current
        self._page.setStyleSheet(f"QPlainTextEdit {{ background: {theme.color('page').name()}; }}")
        is_table = self._format.current == "csv"
        self._originals.setVisible(not is_table)  # a table has both in columns of their own
        self._page.setFont(theme.title_font() if is_table else theme.reading_font(theme.size("quote")))
        wrap = QPlainTextEdit.LineWrapMode
        self._page.setLineWrapMode(wrap.NoWrap if is_table else wrap.WidgetWidth)

    def _choose(self) -> None:
        self._preview = None
        self._dress()
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        preview = self._preview
        self._allow(preview is not None and bool(preview.job.excerpts))
        if preview is None:
            self._count.setText(tr("Preparing…"))
            return
        highlights, documents = len(preview.job.excerpts), preview.job.document_count
        counts = [
            plural(highlights, "{count} highlight", "{count} highlights"),
            plural(documents, "{count} document", "{count} documents"),
        ]
        if not preview.complete:
            counts.append(tr("the beginning is shown"))
        self._count.setText(" · ".join(counts))
        self._page.setPlaceholderText("" if highlights else tr("Nothing is highlighted here yet."))

    def _allow(self, allowed: bool) -> None:
        self.copy_button.setEnabled(allowed)
        self.save_button.setEnabled(allowed)


def _tags_of(scope: ExportScope) -> ExportScope:
    """Return what a scope says of tags, of whatever documents."""
    return ExportScope(tag_id=scope.tag_id, below=scope.below, with_tag_id=scope.with_tag_id)


def _is_filtered(scope: ExportScope) -> bool:
    """Say whether a scope is about fewer highlights than all those of its tag."""
    return scope.tag_id is not None and (not scope.below or scope.with_tag_id is not None)


def _row_of(box: QComboBox, scope: ExportScope) -> int:
    return next((row for row in range(box.count()) if box.itemData(row) == scope), 0)


def _format_name(exporter: Exporter) -> str:
    """Return a format's name in the user's language; an installed one says its own."""
    names = {"markdown": tr("Markdown"), "csv": tr("CSV (spreadsheet)")}
    return names.get(exporter.name, exporter.label)
