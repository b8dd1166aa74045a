"""What goes with a highlight when it is deleted."""

from collections.abc import Collection

from library.models import Highlight, Link, Note, Tagging
from library.storage.store import Store


def remove_highlights(store: Store, highlight_ids: Collection[str]) -> None:
    """Delete highlights with their taggings, notes and links, inside the operation that is going on.

    Memos keep their references, which are shown as missing until the highlight is there again.
    """
    notes = store.all(Note, target_kind="highlight", target_id=highlight_ids)
    taggings = store.all(Tagging, highlight_id=highlight_ids)
    links = store.all(Link, source_id=highlight_ids) + store.all(Link, target_id=highlight_ids)
    store.remove(Note, [(note.id,) for note in notes])
    store.remove(Tagging, [(row.highlight_id, row.tag_id) for row in taggings])
    store.remove(Link, [(link_id,) for link_id in {link.id for link in links}])
    store.remove(Highlight, [(highlight_id,) for highlight_id in highlight_ids])
