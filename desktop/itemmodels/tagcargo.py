"""What is dragged from the tree of tags: tags by their ids, packed for the clipboard's types."""

import json
from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QMimeData

TAGS_TYPE = "application/x-zhupi-tags"


def pack_tags(tag_ids: Sequence[str]) -> QMimeData:
    """Return tags as what Qt drags."""
    data = QMimeData()
    data.setData(TAGS_TYPE, QByteArray(json.dumps(list(tag_ids)).encode()))
    return data


def tags_in(data: QMimeData) -> list[str]:
    """Return the ids of the tags that are dragged; none when it is something else."""
    if not data.hasFormat(TAGS_TYPE):
        return []
    try:
        found = json.loads(bytes(data.data(TAGS_TYPE).data()))
    except ValueError:
        return []
    return [str(one) for one in found] if isinstance(found, list) else []
