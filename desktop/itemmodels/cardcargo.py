"""What is dragged from cards: highlights by their ids, packed for the clipboard's types."""

import json
from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QMimeData

HIGHLIGHTS_TYPE = "application/x-zhupi-highlights"


def pack_highlights(highlight_ids: Sequence[str]) -> QMimeData:
    """Return highlights as what Qt drags."""
    data = QMimeData()
    data.setData(HIGHLIGHTS_TYPE, QByteArray(json.dumps(list(highlight_ids)).encode()))
    return data


def highlights_in(data: QMimeData) -> list[str]:
    """Return the ids of the highlights that are dragged; none when it is something else."""
    if not data.hasFormat(HIGHLIGHTS_TYPE):
        return []
    try:
        found = json.loads(bytes(data.data(HIGHLIGHTS_TYPE).data()))
    except ValueError:
        return []
    return [str(one) for one in found] if isinstance(found, list) else []
