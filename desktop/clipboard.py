"""Text put on the clipboard: plain, or with its italics for programs that take them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from library.citations import RichText


def put(text: str | RichText) -> None:
    """Put a text on the clipboard; a rich one as HTML too."""
    if isinstance(text, str):
        QGuiApplication.clipboard().setText(text)
        return
    data = QMimeData()
    data.setText(text.plain)
    data.setHtml(text.html)
    QGuiApplication.clipboard().setMimeData(data)
