"""The document table: what a collection, the whole library, the recent list or the bin holds."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QMenu, QStackedWidget, QVBoxLayout, QWidget

from desktop.itemmodels.documents import DATE, ISSUER, NUMBER, TITLE, DocumentsModel
from desktop.itemmodels.holdings import BIN, SPECIAL
from desktop.itemmodels.shelfcargo import Cargo
from desktop.itemmodels.shelfwords import special_title
from desktop.itemmodels.stages import stage_title
from desktop.settings import Settings
from desktop.shelf.menus import MenuMaker
from desktop.shelf.tablesettings import read_layout, write_layout
from desktop.shelf.tableview import DocumentView
from desktop.shelf.verbs import ShelfVerbs
from desktop.theme import Themes
from desktop.translation import plural, tr
from desktop.widgets.elided import ElidedLabel
from desktop.widgets.segments import Segments
from library.models import STAGES

_MARGIN = 28
_TOP = 24
_GAP = 12
_EVERY = "all"


class DocumentTable(QWidget):
    """A heading with the name and the count, and the table below it. `document_activated` carries a document's id.

    `tab_wanted` carries the id of one that is to have a new tab.
    """

    document_activated = Signal(str)
    tab_wanted = Signal(str)

    def __init__(
        self,
        themes: Themes,
        settings: Settings,
        model: DocumentsModel,
        verbs: ShelfVerbs,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._themes = themes
        self._settings = settings
        self._holdings = model.holdings
        self._verbs = verbs
        self.model = model
        self.view = DocumentView(self.model, themes)
        self.stages = Segments([_EVERY, *STAGES])
        self._name = ElidedLabel()
        self._count = QLabel()
        self._empty = QLabel()
        self._stack = QStackedWidget()
        self._lay_out()
        self.view.lay_columns(read_layout(settings))
        self._connect()
        self.setFocusProxy(self.view)
        self.retheme()
        self.retranslate()

    @property
    def key(self) -> str:
        """What is shown: the id of a collection, or `all`, `recent` or `bin`."""
        return self.model.key

    def selected(self) -> Cargo:
        """Return the selected documents."""
        return self.model.cargo(self.view.selected_rows())

    @property
    def name(self) -> str:
        """What the list that is shown is called."""
        collection = self._holdings.collection(self.key)
        return special_title(self.key) if collection is None else collection.name

    def select(self, document_ids: Iterable[str]) -> None:
        """Select documents, whatever the stage of reading that the list was narrowed to."""
        self.stages.select(_EVERY)
        self.view.select(document_ids)

    def remove_selected(self) -> None:
        """Remove the selected documents from what is shown."""
        cargo = self.selected()
        if cargo.documents:
            self._verbs.remove(cargo)

    def rename_current(self) -> None:
        """Let the title of the current document be typed."""
        self.view.edit_column(TITLE)

    def menu(self) -> QMenu:
        """Return the context menu of the selected documents."""
        ids = self.selected().document_ids
        some = bool(ids)
        maker = MenuMaker(self)
        maker.add(tr("Open"), lambda: self._choose(self.view.currentIndex()), enabled=some)
        maker.add(tr("Open in a new tab"), self._want_tabs, QKeySequence("Ctrl+Return"), enabled=some)
        if self.key == BIN:
            maker.separate()
            maker.add(tr("Restore"), lambda: self._verbs.restore(ids), enabled=some)
            maker.add(tr("Delete for good"), self.remove_selected, _delete(), enabled=some)
            return maker.menu
        maker.add(tr("Rename"), self.rename_current, _rename(), enabled=len(ids) == 1)
        maker.add(tr("Set the date…"), lambda: self.view.edit_column(DATE), enabled=some)
        maker.add(tr("Set the issuer…"), lambda: self.view.edit_column(ISSUER), enabled=some)
        maker.add(tr("Set the number…"), lambda: self.view.edit_column(NUMBER), enabled=some)
        maker.separate()
        maker.add_original(self._holdings, self._verbs, ids)
        maker.add_stages(self._holdings, self._verbs, ids)
        maker.add(tr("Put into a collection…"), lambda: self._verbs.ask_collection(ids), enabled=some)
        maker.add(tr("Copy citation"), lambda: self._verbs.citation_wanted.emit(ids), _cite(), enabled=some)
        maker.add(tr("Copy link"), lambda: self._verbs.link_wanted.emit(ids), enabled=some)
        if self.key not in SPECIAL:
            maker.add(tr("Take out of the collection"), self.remove_selected, _delete(), enabled=some)
        shortcut = _delete() if self.key in SPECIAL else None
        maker.add(tr("Move to the bin"), lambda: self._verbs.bin(ids), shortcut, enabled=some)
        return maker.menu

    def retheme(self) -> None:
        """Take the faces and colours of the theme in force."""
        theme = self._themes.current
        self._name.setFont(theme.heading_font())

    def retranslate(self) -> None:
        """Take the words of the language in force."""
        self.setAccessibleName(tr("Documents"))
        self.view.setAccessibleName(tr("Documents"))
        self.stages.setAccessibleName(tr("Filter by reading"))
        self.stages.set_text(_EVERY, stage_title(None))
        for stage in STAGES:
            self.stages.set_text(stage, stage_title(stage))
        self._head()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        self._holdings.refresh_readings()
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange_head()

    def _lay_out(self) -> None:
        for label in (self._count, self._empty):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._count.setProperty("role", "soft")
        self._empty.setProperty("role", "soft")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._heading = QGridLayout()
        self._heading.setContentsMargins(_GAP - 4, 0, 0, 0)
        self._heading.setSpacing(_GAP)
        self._heading.setColumnStretch(0, 1)
        self._heading.addWidget(self._name, 0, 0)
        self._heading.addWidget(self._count, 0, 1, Qt.AlignmentFlag.AlignVCenter)
        self._heading.addWidget(self.stages, 0, 2)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _TOP, _MARGIN, 0)
        column.setSpacing(_GAP)
        column.addLayout(self._heading)
        column.addWidget(self._stack, 1)

    def _arrange_head(self) -> None:
        """Put what filters beside the name, or below it where both have not room enough."""
        parts = (self._name, self._count, self.stages)
        wanted = sum(part.sizeHint().width() for part in parts) + 2 * _GAP + self._heading.contentsMargins().left()
        below = wanted > self.width() - 2 * _MARGIN
        if below != (self._heading.itemAtPosition(0, 2) is None):
            self._heading.removeWidget(self.stages)
            if below:
                self._heading.addWidget(self.stages, 1, 0, 1, 2, Qt.AlignmentFlag.AlignLeft)
            else:
                self._heading.addWidget(self.stages, 0, 2)

    def _connect(self) -> None:
        self.view.chosen.connect(self._choose)
        self.view.tab_wanted.connect(self._want_tab)
        self.view.removal_wanted.connect(self.remove_selected)
        self.view.menu_wanted.connect(self._show_menu)
        self.view.header_altered.connect(self._keep_layout)
        self.model.modelReset.connect(self._head)
        self.model.layoutChanged.connect(self._head)
        self.model.turned.connect(self._show_top)
        self._themes.changed.connect(self.retheme)
        self.stages.changed.connect(self._narrow)
        self._holdings.reset.connect(lambda: self.stages.select(_EVERY))

    def _show_top(self) -> None:
        self.view.scrollToTop()
        self.view.clearSelection()

    def _narrow(self, chosen: str) -> None:
        stage = next((stage for stage in STAGES if stage == chosen), None)
        if stage != self.model.stage:
            self.model.set_stage(stage)

    def _choose(self, index: QModelIndex) -> None:
        self.document_activated.emit(self.model.document(index.row()).id)

    def _want_tab(self, index: QModelIndex) -> None:
        self.tab_wanted.emit(self.model.document(index.row()).id)

    def _want_tabs(self) -> None:
        for document_id in self.selected().document_ids:
            self.tab_wanted.emit(document_id)

    def _show_menu(self, at: QPoint) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

    def _head(self) -> None:
        """Write the heading, and show the table or what to do next."""
        self._name.setText(self.name)
        count = self.model.rowCount()
        self._count.setText(plural(count, "{count} document", "{count} documents"))
        self._empty.setText(self._next_action())
        self._stack.setCurrentWidget(self.view if count else self._empty)
        self._arrange_head()

    def _next_action(self) -> str:
        if self.model.stage is not None:
            return tr("Nothing matches")
        match self.key:
            case "recent":
                return tr("What you read appears here. Open a document on the shelf.")
            case "bin":
                return tr("The bin is empty.")
            case _:
                return tr("Drop files here or press Ctrl+I.")

    def _keep_layout(self) -> None:
        write_layout(self._settings, self.view.layout_left)


def _cite() -> QKeySequence:
    return QKeySequence("Ctrl+Alt+C")


def _delete() -> QKeySequence:
    return QKeySequence(QKeySequence.StandardKey.Delete)


def _rename() -> QKeySequence:
    return QKeySequence(Qt.Key.Key_F2)
