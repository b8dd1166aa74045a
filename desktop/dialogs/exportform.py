"""The fields of an export: what goes out, in which format, how it is ordered and what goes with it."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.citationwords import style_names
from desktop.dialogs.exportlimits import Limits
from desktop.dialogs.exportwords import carried_words, filter_words
from desktop.dialogs.templatesbutton import TemplatesButton
from desktop.theme import Themes
from desktop.translation import plural, tr
from desktop.widgets.elidedbox import ElidedBox
from library.citations.locators import LOCATORS
from library.exporters.base import GROUPINGS, MARKS, ORDERS, Carried, Content, Exporter, ExportOptions, ExportScope
from library.exporters.template import TemplateExporter

_CARRIED = tuple(field.name for field in fields(Carried))
_WHOLE = "annotated"
_EXCERPTS = "excerpts"
ROOM = 8
"""Pixels to the right of the fields, between them and where they scroll."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be chosen: the open document or memo, some highlights by their ids, all collections and tags by name."""

    document: tuple[str, str] | None
    collections: Sequence[tuple[str, str]]
    tags: Sequence[tuple[str, str]]
    formats: Sequence[Exporter]
    highlight_ids: tuple[str, ...] = ()
    memos: Sequence[tuple[str, str]] = ()


class ExportForm(QWidget):
    """Asks for scope, format and options. `changed` when any of them was altered."""

    changed = Signal()
    templates_wanted = Signal(str)
    """Carries what of the templates is wanted: `folder`, `examples` or `guide`."""

    def __init__(self, themes: Themes, choices: Choices, scope: ExportScope, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = choices
        self._given = scope
        self._source, self._tag, self._what, self._format = (ElidedBox(self) for _ in range(4))
        self._grouping, self._order, self._style, self._locator, self._marks = (ElidedBox(self) for _ in range(5))
        self._boxes = (
            self._source, self._tag, self._what, self._format, self._grouping, self._order, self._style, self._locator,
            self._marks,
        )  # fmt: skip
        self._labels = [QLabel(self) for _ in self._boxes]
        self._heads = [QLabel(self) for _ in range(3)]
        self._limits = QLabel(self)
        self._templates = TemplatesButton(themes, self)
        self._grid = QWidget(self)
        self._footnotes = QCheckBox(self)
        self._carried = {name: QCheckBox(self) for name in _CARRIED}
        self._goes, self._how = _form(), _form()
        self._fill(scope)
        self._build()
        self.retranslate()
        self.set_options(ExportOptions())
        self.select(scope)
        for box in self._boxes:
            box.currentIndexChanged.connect(self._choose)
        for check in (*self._carried.values(), self._footnotes):
            check.toggled.connect(self._choose)
        self._templates.wanted.connect(self.templates_wanted)
        self._allow()

    @property
    def scope(self) -> ExportScope:
        """What is chosen to go out."""
        tags = self._tag.currentData()
        chosen: ExportScope = self._source.currentData()
        if chosen.memo_id is not None:
            return chosen
        return replace(chosen, tag_id=tags.tag_id, below=tags.below, with_tag_id=tags.with_tag_id)

    @property
    def exporter(self) -> Exporter:
        """The format that is chosen."""
        return self._choices.formats[max(self._format.currentIndex(), 0)]

    @property
    def formats(self) -> Sequence[Exporter]:
        """All formats that there are."""
        return self._choices.formats

    @property
    def options(self) -> ExportOptions:
        """How it is to be written."""
        return ExportOptions(
            grouping=self._grouping.currentData(),
            order=self._order.currentData(),
            carried=Carried(**{name: check.isChecked() for name, check in self._carried.items()}),
            annotated=self._content == _WHOLE,
            footnotes=self._footnotes.isChecked(),
            style=self._style.currentData(),
            locator=self._locator.currentData(),
            marks=self._marks.currentData(),
        )

    @property
    def fits(self) -> bool:
        """Whether the format can hold what goes out."""
        return self._content in self.exporter.contents

    @property
    def _asked(self) -> Content:
        """What is asked for, whether or not the format can hold it."""
        if self._source.currentData().memo_id is not None:
            return "memo"
        return self._what.currentData()

    @property
    def _content(self) -> Content:
        """What goes out."""
        whole = self._asked == _WHOLE and _WHOLE not in self.exporter.contents
        return _EXCERPTS if whole else self._asked

    def select(self, scope: ExportScope, format_name: str = "") -> None:
        """Choose a scope, and a format by its name."""
        place = replace(scope, tag_id=None, below=True, with_tag_id=None)
        self._source.setCurrentIndex(_row_of(self._source, place))
        self._tag.setCurrentIndex(_row_of(self._tag, _tags_of(scope)))
        names = [exporter.name for exporter in self._choices.formats]
        if format_name in names:
            self._format.setCurrentIndex(names.index(format_name))

    def show_formats(self, formats: Sequence[Exporter]) -> None:
        """Offer other formats than before; what is chosen stays chosen where it is still there."""
        chosen = self.exporter.name
        names = [exporter.name for exporter in formats]
        with QSignalBlocker(self._format):
            self._choices = replace(self._choices, formats=formats)
            self._format.clear()
            _add(self._format, names)
            _name(self._format, [format_name(exporter) for exporter in formats])
            self._format.setCurrentIndex(names.index(chosen) if chosen in names else 0)
        self._choose()

    def set_options(self, options: ExportOptions) -> None:
        """Choose how it is to be written."""
        self._what.setCurrentIndex(int(options.annotated))
        self._grouping.setCurrentIndex(GROUPINGS.index(options.grouping))
        self._order.setCurrentIndex(ORDERS.index(options.order))
        self._style.setCurrentIndex(max(self._style.findData(options.style), 0))
        self._locator.setCurrentIndex(LOCATORS.index(options.locator))
        self._marks.setCurrentIndex(MARKS.index(options.marks))
        self._footnotes.setChecked(options.footnotes)
        for name, check in self._carried.items():
            check.setChecked(getattr(options.carried, name))

    def retranslate(self) -> None:
        """Put everything into the language in force."""
        names = (
            tr("From"), tr("Tag"), tr("What"), tr("Format"), tr("Grouped"), tr("Order"), tr("Citations"),
            tr("Place told by"), tr("Quotation marks"),
        )  # fmt: skip
        for label, box, name in zip(self._labels, self._boxes, names, strict=True):
            label.setText(name)
            box.setAccessibleName(name)
        _name(self._what, (tr("Quotations"), tr("Whole texts with their highlights")))
        _name(self._grouping, (tr("By document"), tr("By tag"), tr("By date"), tr("As shown")))
        _name(self._order, (tr("As in the text"), tr("Marked first, first"), tr("Marked last, first")))
        _name(self._format, [format_name(exporter) for exporter in self._choices.formats])
        _name(self._locator, (tr("Page, or else paragraph"), tr("Paragraph"), tr("Heading, or else paragraph")))
        _name(self._marks, (tr("None"), tr("As the script has them"), "“ ”", tr("「」 in Chinese")))
        _name(self._style, (tr("In words"), *(name for _, name in style_names())))
        for head, text in zip(self._heads, (tr("What goes out"), tr("How"), tr("With each quotation")), strict=True):
            head.setText(text)
        self._templates.retranslate()
        self._footnotes.setText(tr("Citations as footnotes"))
        for name, text in carried_words().items():
            self._carried[name].setText(text)
        self._source.setItemText(0, tr("The whole library"))
        self._tag.setItemText(0, tr("All tags and none"))
        chosen = self._choices.highlight_ids
        if chosen:
            told = plural(len(chosen), "The selected highlight", "The {count} selected highlights")
            self._source.setItemText(_row_of(self._source, ExportScope(highlight_ids=chosen)), told)
        if _is_filtered(self._given):
            self._tag.setItemText(1, filter_words(self._given, self._choices.tags))
        first = self._source.count() - len(self._choices.memos)
        for row, (_, title) in enumerate(self._choices.memos, first):
            self._source.setItemText(row, tr("Memo: {title}", title=title))
        width = max(label.sizeHint().width() for label in self._labels)
        for label in self._labels:
            label.setMinimumWidth(width)
        self._allow()

    def _fill(self, scope: ExportScope) -> None:
        self._source.addItem("", ExportScope())
        if self._choices.highlight_ids:
            self._source.addItem("", ExportScope(highlight_ids=self._choices.highlight_ids))
        if self._choices.document is not None:
            document_id, title = self._choices.document
            self._source.addItem(title, ExportScope(document_id=document_id))
        if scope.query is not None:
            self._source.addItem(scope.name, replace(scope, tag_id=None))
        for collection_id, name in self._choices.collections:
            self._source.addItem(name, ExportScope(collection_id=collection_id))
        for memo_id, title in self._choices.memos:
            self._source.addItem(title, ExportScope(memo_id=memo_id))
        self._tag.addItem("", ExportScope())
        if _is_filtered(scope):
            self._tag.addItem("", _tags_of(scope))
        for tag_id, name in self._choices.tags:
            self._tag.addItem(name, ExportScope(tag_id=tag_id))
        _add(self._what, (_EXCERPTS, _WHOLE))
        _add(self._format, [exporter.name for exporter in self._choices.formats])
        _add(self._grouping, GROUPINGS)
        _add(self._order, ORDERS)
        _add(self._locator, LOCATORS)
        _add(self._marks, MARKS)
        _add(self._style, ["", *(name for name, _ in style_names())])

    def _build(self) -> None:
        for label, box in zip(self._labels, self._boxes, strict=True):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setBuddy(box)
        self._limits.setTextFormat(Qt.TextFormat.PlainText)
        self._limits.setProperty("role", "small")
        self._limits.setWordWrap(True)
        for box in (self._source, self._tag, self._what):
            self._add(self._goes, box)
        for box in (self._format, self._grouping, self._order, self._style, self._locator, self._marks):
            self._add(self._how, box)
        self._how.insertRow(1, self._limits)
        self._how.addRow("", self._footnotes)
        grid = QGridLayout(self._grid)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(6)
        for number, check in enumerate(self._carried.values()):
            grid.addWidget(check, number // 2, number % 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, ROOM, 0)
        column.setSpacing(10)
        for head, part in zip(self._heads, (self._goes, self._how, self._grid), strict=True):
            head.setProperty("role", "group")
            head.setIndent(0)
            column.addWidget(head)
            column.addLayout(part) if isinstance(part, QFormLayout) else column.addWidget(part)
            column.addSpacing(6)
        column.addStretch(1)

    def _add(self, form: QFormLayout, box: QComboBox) -> None:
        label = self._labels[self._boxes.index(box)]
        if box is not self._format:
            form.addRow(label, box)
            return
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(box, 1)
        row.addWidget(self._templates)
        self.setTabOrder(box, self._templates)
        form.addRow(label, row)

    def _choose(self) -> None:
        self._allow()
        self.changed.emit()

    def _allow(self) -> None:
        """Offer only what makes a difference, and say what the format cannot hold."""
        exporter = self.exporter
        limits = Limits(exporter, self._content)
        self._goes.setRowVisible(self._tag, not limits.is_memo)
        self._goes.setRowVisible(self._what, limits.can_be_whole)
        self._how.setRowVisible(self._grouping, limits.has_order)
        self._how.setRowVisible(self._order, limits.has_order)
        self._how.setRowVisible(self._style, limits.has_citations)
        self._how.setRowVisible(self._locator, limits.has_places)
        self._how.setRowVisible(self._marks, limits.has_marks)
        self._how.setRowVisible(self._footnotes, limits.has_footnotes)
        for name, check in self._carried.items():
            check.setVisible(limits.carries(name))
        for part in (self._heads[-1], self._grid):
            part.setVisible(not exporter.complete)
        told = limits.words(self._asked, format_name(exporter))
        self._limits.setText(told)
        self._how.setRowVisible(self._limits, bool(told))


def format_name(exporter: Exporter) -> str:
    """Return a format's name in the user's language; an installed one says its own, a template what it writes."""
    if isinstance(exporter, TemplateExporter):
        return tr("Template “{name}” ({suffix})", name=exporter.label, suffix=exporter.suffix)
    names = {
        "docx": tr("Word document"), "markdown": tr("Markdown"), "xlsx": tr("Excel workbook"),
        "html": tr("HTML (web page)"), "pdf": tr("PDF"), "text": tr("Plain text"), "csv": tr("CSV (spreadsheet)"),
        "json": tr("JSON"), "w3c": tr("W3C Web Annotation (JSON-LD)"),
    }  # fmt: skip
    return names.get(exporter.name, exporter.label)


def _form() -> QFormLayout:
    form = QFormLayout()
    form.setHorizontalSpacing(12)
    form.setVerticalSpacing(8)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    return form


def _add(box: QComboBox, data: Sequence[str]) -> None:
    for each in data:
        box.addItem("", each)


def _name(box: QComboBox, names: Sequence[str]) -> None:
    for row, name in enumerate(names):
        box.setItemText(row, name)


def _tags_of(scope: ExportScope) -> ExportScope:
    """Return what a scope says of tags, of whatever documents."""
    return ExportScope(tag_id=scope.tag_id, below=scope.below, with_tag_id=scope.with_tag_id)


def _is_filtered(scope: ExportScope) -> bool:
    """Say whether a scope is about fewer highlights than all those of its tag."""
    return scope.tag_id is not None and (not scope.below or scope.with_tag_id is not None)


def _row_of(box: QComboBox, scope: ExportScope) -> int:
    return next((row for row in range(box.count()) if box.itemData(row) == scope), 0)
