"""How the document table was left: its columns, and what it was sorted by."""

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QHeaderView

from desktop.itemmodels.documents import DocumentsModel
from desktop.settings import Setting, Settings


class TableSettings:
    """How the table was left."""

    documents_header = Setting(b"")
    documents_columns = Setting("")
    """What columns were chosen, as JSON: `{"issuer": false}`."""


def sort_as_left(model: DocumentsModel, settings: Settings) -> None:
    """Sort documents as the table was left, which need not be there: the next document is the next in it."""
    kept = settings.read(TableSettings.documents_header)
    if kept:
        header = QHeaderView(Qt.Orientation.Horizontal)
        header.setModel(model)
        if header.restoreState(QByteArray(kept)):
            model.sort(header.sortIndicatorSection(), header.sortIndicatorOrder())
