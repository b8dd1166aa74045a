"""Text put on the clipboard: plain, or with its italics for programs that take them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from library.citations import RichText

_OURS = "application/x-zhupi-text"
"""By this what the program put on the clipboard is known from what others did."""


def put(text: str | RichText) -> None:
    """Put a text on the clipboard; a rich one as HTML too."""
    if isinstance(text, str):
        put_both(text, "")
    else:
        put_both(text.plain, text.html)


def put_both(plain: str, html: str) -> None:
    """Put a text on the clipboard, and beside it the same as HTML unless that is empty."""
    if not html:
        QGuiApplication.clipboard().setText(plain)
        return
    data = QMimeData()
    data.setText(plain)
    data.setHtml(html)
    data.setData(_OURS, b"1")
    QGuiApplication.clipboard().setMimeData(data)


def leave_plain() -> None:
    """Leave of what is ours on the clipboard its plain text alone: for the end of the program.

    Data that was made from Python outlives Python there, and Qt ends with a crash when it deletes it.
    """
    held = QGuiApplication.clipboard()
    data: QMimeData | None = held.mimeData()  # there is none where nothing was copied yet
    if data is not None and data.hasFormat(_OURS):
        held.setText(held.text())
