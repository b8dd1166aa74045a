"""The fields of the documents that are selected, each edited in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.fieldwords import USUAL, field_label
from desktop.sidebar.fieldrow import FieldRow
from desktop.sidebar.filefacts import FileFacts
from desktop.sidebar.ownfields import OwnFieldVerbs
from desktop.theme import Themes
from desktop.translation import plural, tr
from library.fields import FIELDS

if TYPE_CHECKING:
    from desktop.session import Session
    from library.changes import Changes
    from library.chinese.metadata import Finding
    from library.describing import Fields
    from library.fields import OwnField

MARGIN = 12
GAP = 3
GROUP_GAP = 14
_ASKED = "documentpanel.told"
TOUCHED = ("document", "field_value", "own_field")


class DocumentPanel(QScrollArea):
    """Shows what several documents have in common; what is entered is set for all of them in one step.

    What was typed and does not fit is told beside its field, and is there again when its documents are shown again.
    """

    place_wanted = Signal(str, int, int)
    """Carries a document's id and the span in which its text says what a field tells."""
    text_wanted = Signal()
    seen = Signal()
    """The panel came into view: what it shows may be told now."""

    def __init__(self, session: Session, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._themes = themes
        self._ids: tuple[str, ...] = ()
        self._told: dict[str, Finding] = {}
        self._unsaved: dict[tuple[str, ...], dict[str, str]] = {}
        self.rows: dict[str, FieldRow] = {}
        self.own_verbs = OwnFieldVerbs(session, self)
        self._build()
        session.changed.connect(self._follow)
        session.closed.connect(self._forget)
        self.retranslate()
        self.show_documents(())

    @property
    def document_ids(self) -> tuple[str, ...]:
        """The documents whose fields are shown."""
        return self._ids

    def show_documents(self, document_ids: tuple[str, ...]) -> None:
        """Show the fields of other documents; what is typed is entered first, or kept for when they come back."""
        if document_ids == self._ids and self._filled:
            return
        self.save()
        self._filled = True
        self._ids = document_ids
        self._told = {}
        self._session.withdraw(_ASKED)
        self._fill(anew=True)
        for key, text in self._unsaved.pop(document_ids, {}).items():
            if key in self.rows:
                self.rows[key].show_unsaved(text)
        self._fold()
        if len(document_ids) == 1:
            self._look(document_ids[0])

    def save(self) -> None:
        """Have what is being typed entered; what does not fit is remembered."""
        for row in self.rows.values():
            if row.editor.is_altered:
                row.editor.left.emit()
        unsaved = {key: row.unsaved for key, row in self.rows.items()}
        kept = {key: text for key, text in unsaved.items() if text is not None}
        if kept:
            self._unsaved[self._ids] = kept

    def focus_field(self) -> None:
        """Put the focus on the first field that can be entered."""
        first = next((row for row in self.rows.values() if row.isEnabled() and not row.isHidden()), None)
        if first is not None:
            first.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def retranslate(self) -> None:
        """Speak the user's language."""
        self.setAccessibleName(tr("Document"))
        for name, label in self._heads.items():
            label.setText(
                {
                    "text": tr("The text"), "bibliography": tr("Bibliography"), "own": tr("Own fields"),
                    "file": tr("The file"),
                }[name]
            )  # fmt: skip
        for field in FIELDS:
            self.rows[field.name].set_name(field_label(field.name))
        for key, row in self.rows.items():
            if key in self._own:
                row.set_name(self._own[key].name)
        self._fold()
        self._add.setText(tr("Add a field…"))
        self._facts.retranslate()
        self._tell()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.seen.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        self.save()
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.text_wanted.emit()
        else:
            super().keyPressEvent(event)

    # --- what is shown ---

    def _fill(self, *, anew: bool) -> None:
        """Fetch what the documents have in common."""
        library = self._session.library
        there = library is not None and bool(self._ids)
        self._page.setVisible(there)
        self._tell()
        if library is None or not there:
            return
        self._show_own(library.fields)
        values = library.fields.common(self._ids)
        writable = self._session.writable
        for key, row in self.rows.items():
            value = values.get(key, "")
            (row.show_value if anew else row.follow_value)(value)
            row.set_writable(writable)
            row.setEnabled(key != "title" or len(self._ids) == 1)
            self._filled_rows[key] = value != "" or (not anew and self._filled_rows.get(key, False))
        self._fold()
        self._add.setVisible(writable)
        self._facts.show_document(library.documents.get(self._ids[0]) if len(self._ids) == 1 else None)
        self._heads["file"].setVisible(len(self._ids) == 1)
        self._offer_places()

    def _fold(self) -> None:
        """Show the fields that are filled, and those that every document has; the rest where more are wanted."""
        folded = 0
        seen: set[str] = set()
        for field in FIELDS:
            row = self.rows[field.name]
            filled = self._filled_rows.get(field.name, False) or row.unsaved is not None
            lasting = field.name in USUAL or filled
            folded += not lasting
            row.setVisible(lasting or self.more.isChecked())
            if lasting or self.more.isChecked():
                seen.add(field.group)
        self._heads["bibliography"].setVisible("bibliography" in seen)
        self.more.setVisible(bool(folded))
        fewer, more = tr("Fewer fields"), plural(folded, "{count} more field", "{count} more fields")
        self.more.setText(fewer if self.more.isChecked() else more)

    def _show_own(self, fields: Fields) -> None:
        own = {field.id: field for field in fields.own()}
        if own == self._own:
            return
        for key in self._own.keys() - own.keys():
            self.rows.pop(key).deleteLater()
        self._own = own
        for place, field in enumerate(own.values()):
            if field.id not in self.rows:
                self.rows[field.id] = self._row(field.id)
                self.rows[field.id].menu_wanted.connect(self._show_menu)
            self._own_column.insertWidget(place, self.rows[field.id])
            self.rows[field.id].set_name(field.name)

    def _tell(self) -> None:
        """Say above the fields what they are of, or what to do."""
        count = len(self._ids)
        if count:
            self._note.setText(plural(count, "{count} document", "{count} documents"))
        else:
            self._note.setText(tr("Open a document, or select some in a list."))

    def _look(self, document_id: str) -> None:
        """Find out beside the main thread where the text says what its fields tell."""
        from library.telling import told_by  # with the rules of what texts say

        self._session.ask(_ASKED, lambda library: told_by(library.documents, document_id), self._take_told)

    def _take_told(self, told: dict[str, Finding]) -> None:
        self._told = told
        self._offer_places()

    def _offer_places(self) -> None:
        for field in FIELDS:
            found = self._told.get(field.name)
            row = self.rows[field.name]
            row.offer_place(found is not None and row.editor.value == found.value)

    # --- what is done ---

    def _enter(self, key: str, value: str) -> None:
        ids = self._ids
        if ids:
            self._session.write(lambda library: library.fields.describe(ids, **{key: value}))
        self._offer_places()

    def _go(self, key: str) -> None:
        found = self._told.get(key)
        if found is not None:
            self.place_wanted.emit(self._ids[0], found.start, found.end)

    def _show_menu(self, key: str) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("Rename the field…"), lambda: self.own_verbs.rename(self._own[key]))
        menu.addAction(tr("Remove the field…"), lambda: self.own_verbs.remove(self._own[key]))
        menu.setEnabled(self._session.writable)
        button = self.rows[key].button
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _follow(self, changes: Changes) -> None:
        library = self._session.library
        if library is None or not changes.touches(*TOUCHED):
            return
        gone = changes.ids("document")
        if gone.intersection(self._ids):
            self._ids = tuple(library.fields.of_documents(self._ids).keys())
        if changes.touches("own_field") or changes.document_ids.intersection(self._ids) or gone:
            self._fill(anew=False)

    def _forget(self) -> None:
        self._unsaved.clear()
        self._filled = False
        self.show_documents(())

    def _used(self, key: str) -> list[str]:
        library = self._session.library
        return [] if library is None else library.fields.used(key)

    # --- how it is built ---

    def _build(self) -> None:
        self._filled = False
        self._filled_rows: dict[str, bool] = {}
        self._own: dict[str, OwnField] = {}
        self._heads: dict[str, QLabel] = {}
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        sheet = QWidget(self)
        column = QVBoxLayout(sheet)
        column.setContentsMargins(MARGIN, 0, MARGIN, MARGIN)
        column.setSpacing(0)
        self._note = QLabel(sheet)
        self._note.setProperty("role", "soft")
        self._note.setWordWrap(True)
        self._note.setContentsMargins(0, 0, 0, GAP)
        self._page = QWidget(sheet)
        self._column = QVBoxLayout(self._page)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)
        for group in ("text", "bibliography"):
            self._head(group)
            for field in FIELDS:
                if field.group == group:
                    self.rows[field.name] = self._row(field.name)
                    self._column.addWidget(self.rows[field.name])
        self.more = QPushButton(self._page)
        self.more.setProperty("role", "link")
        self.more.setCheckable(True)
        self.more.toggled.connect(self._fold)
        self._beside(self.more)
        self._build_own()
        self._head("file")
        self._facts = FileFacts(self._session, self._page)
        self._column.addWidget(self._facts)
        column.addWidget(self._note)
        column.addWidget(self._page)
        column.addStretch(1)
        self.setWidget(sheet)

    def _build_own(self) -> None:
        self._head("own")
        self._own_column = QVBoxLayout()
        self._own_column.setSpacing(GAP)
        self._column.addLayout(self._own_column)
        self._add = QPushButton(self._page)
        self._add.setProperty("role", "link")
        self._add.clicked.connect(self.own_verbs.add)
        self._beside(self._add)

    def _beside(self, button: QPushButton) -> None:
        """Put a button at the left, as wide as its words."""
        row = QHBoxLayout()
        row.addWidget(button)
        row.addStretch(1)
        self._column.addLayout(row)

    def _head(self, name: str) -> None:
        label = QLabel(self._page)
        label.setProperty("role", "group")
        label.setIndent(0)
        self._heads[name] = label
        if name != "text":
            self._column.addSpacing(GROUP_GAP - GAP)
        self._column.addWidget(label)

    def _row(self, key: str) -> FieldRow:
        row = FieldRow(key, self._themes, self._used, self._page)
        row.entered.connect(self._enter)
        row.place_wanted.connect(self._go)
        return row
