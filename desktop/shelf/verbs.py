"""What can be done to documents and collections from the shelf and from the table: with a notice to take it back."""

from collections import defaultdict
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from desktop.itemmodels.holdings import BIN, SPECIAL, Holdings
from desktop.itemmodels.shelfcargo import Cargo
from desktop.messages import Messages
from desktop.translation import plural, tr

if TYPE_CHECKING:
    from desktop.session import Session
    from library.library import Library
    from library.models import Collection, Reading

_NAMES_TRIED = 1000


class ShelfVerbs(QObject):
    """Removing, restoring, erasing and adding. Errors are told by the session's `failed`."""

    original_wanted = Signal(str)
    """The original of a document is to be looked at. Carries the document's id."""
    original_export_wanted = Signal(str)
    original_check_wanted = Signal(str)
    citation_wanted = Signal(list)
    """Carries the ids of documents whose citation is to be copied."""
    link_wanted = Signal(list)
    """As above, of documents whose link is to be copied."""

    def __init__(self, session: "Session", holdings: Holdings, messages: Messages, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._holdings = holdings
        self._messages = messages
        self._window = window

    def add_collection(self, parent_id: str | None, then: Callable[["Collection"], None]) -> None:
        """Add a collection with a name that is still free; `then` gets it, to be renamed at once."""
        name = self._free_name(parent_id)
        self._session.write(lambda library: library.collections.add(name, parent_id), then)

    def ask_collection(self, document_ids: list[str]) -> None:
        """Ask for a collection, or the name of a new one, and put documents into it too."""
        if not document_ids:
            return
        from desktop.dialogs.choosecollection import CollectionDialog  # it finds by pinyin

        dialog = CollectionDialog(self._holdings.paths(), len(document_ids), self._window.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(lambda path: self.put_into(document_ids, path))
        dialog.open()

    def ask_date(self, document_ids: list[str]) -> None:
        """Ask for the date of documents and set it; one that is emptied is taken away."""
        first = self._holdings.document(document_ids[0]) if document_ids else None
        if first is None:
            return
        from desktop.dialogs.line import LineDialog

        count = len(document_ids)
        about = plural(count, "Date of “{name}”", "Date of {count} documents", name=first.title)
        hint = tr("2015-03-12, 2015-03, 2015 or 2015年3月12日")
        dialog = LineDialog(tr("Set the date"), about, first.date, tr("Set"), hint=hint, empty=True,
                            mistake=_mistake_in_date, parent=self._window.window())  # fmt: skip
        dialog.entered.connect(
            lambda date: self._session.write(lambda library: library.fields.describe(document_ids, date=date))
        )
        dialog.open()

    def put_into(self, document_ids: list[str], path: str) -> None:
        """Put documents into the collection with this full name too, as one step; it is made where it is missing."""
        count = len(document_ids)

        def put(library: "Library") -> None:
            with library.journal.operation(
                "Put {count} documents into “{name}”", one="Put document into “{name}”", count=count, name=path
            ):
                collection = library.collections.add_path(path)
                present = {document.id for document in library.collections.documents(collection.id)}
                library.collections.place(collection.id, [one for one in document_ids if one not in present])

        told = plural(count, "{count} document put into “{name}”", "{count} documents put into “{name}”", name=path)
        self._write(put, told)

    def remove(self, cargo: Cargo) -> None:
        """Take documents out of their collection, or put them in the bin, or erase those in it; delete collections."""
        places: defaultdict[str, list[str]] = defaultdict(list)
        for document_id, holder in cargo.documents:
            places[holder].append(document_id)
        if set(places) == {BIN} and not cargo.collections:
            self.erase(places[BIN])
        elif not cargo.collections and all(holder in SPECIAL for holder in places):
            self.bin(cargo.document_ids)
        else:
            self._take_out(places, list(cargo.collections))

    def bin(self, document_ids: list[str]) -> None:
        """Put documents in the bin."""
        told = plural(len(document_ids), "{count} document moved to the bin", "{count} documents moved to the bin")
        self._write(lambda library: library.documents.remove(*document_ids), told)

    def restore(self, document_ids: list[str]) -> None:
        """Take documents out of the bin."""
        told = plural(len(document_ids), "{count} document restored", "{count} documents restored")
        self._write(lambda library: library.documents.restore(*document_ids), told)

    def mark(self, document_ids: list[str], *, done: bool) -> None:
        """Say that documents are read, or unread; no step of the history, but the notice can take it back."""
        count = len(document_ids)
        if done:
            told = plural(count, "{count} document marked as read", "{count} documents marked as read")
        else:
            told = plural(count, "{count} document marked as unread", "{count} documents marked as unread")

        def marked(before: list["Reading"]) -> None:
            self._holdings.refresh_readings()
            self._messages.notice(told, tr("Undo"), lambda: self._bring_back(before))

        self._session.write(lambda library: library.readings.mark(document_ids, done=done), marked)

    def _bring_back(self, readings: list["Reading"]) -> None:
        self._session.write(
            lambda library: library.readings.save(readings), lambda _: self._holdings.refresh_readings()
        )

    def erase(self, document_ids: list[str]) -> None:
        """Ask, then delete documents with their highlights and notes."""
        if not document_ids:
            return
        box = QMessageBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(tr("Delete for good"))
        count = len(document_ids)
        box.setText(plural(count, "Delete {count} document for good?", "Delete {count} documents for good?"))
        box.setInformativeText(self._loss(document_ids))
        delete = box.addButton(tr("Delete for good"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        delete.clicked.connect(lambda: self._erase_now(document_ids))
        box.open()

    def _erase_now(self, document_ids: list[str]) -> None:
        told = plural(len(document_ids), "{count} document deleted", "{count} documents deleted")
        self._write(lambda library: library.documents.erase(*document_ids), told)

    def _loss(self, document_ids: list[str]) -> str:
        marks = sum(self._holdings.marks(document_id) for document_id in document_ids)
        if not marks:
            return tr("Their notes go with them. Undo brings them back.")
        return plural(
            marks,
            "{count} highlight and all notes go with them. Undo brings them back.",
            "{count} highlights and all notes go with them. Undo brings them back.",
        )

    def _take_out(self, places: dict[str, list[str]], collection_ids: list[str]) -> None:
        count = sum(len(ids) for ids in places.values())

        def take_out(library: "Library") -> None:
            with library.journal.operation("Remove {count} rows", count=count + len(collection_ids)):
                for holder, document_ids in places.items():
                    if holder in SPECIAL:
                        library.documents.remove(*document_ids)
                    else:
                        library.collections.unplace(holder, document_ids)
                for collection_id in collection_ids:
                    if any(collection.id == collection_id for collection in library.collections.all()):
                        library.collections.remove(collection_id)

        def take_out_of_one(library: "Library") -> None:
            for holder, document_ids in places.items():
                library.collections.unplace(holder, document_ids)

        def delete_one(library: "Library") -> None:
            library.collections.remove(collection_ids[0])

        if len(places) == 1 and not collection_ids:
            self._write(take_out_of_one, self._told_taken_out(count))
        elif not places and len(collection_ids) == 1:
            self._write(delete_one, self._told_deleted(collection_ids))
        else:
            self._write(take_out, self._told_deleted(collection_ids) if collection_ids else self._told_taken_out(count))

    def _told_taken_out(self, count: int) -> str:
        return plural(
            count,
            "{count} document taken out of the collection; it stays in the library",
            "{count} documents taken out of the collection; they stay in the library",
        )

    def _told_deleted(self, collection_ids: list[str]) -> str:
        collection = self._holdings.collection(collection_ids[0])
        if len(collection_ids) == 1 and collection is not None:
            return tr("Collection “{name}” deleted; its documents stay in the library", name=collection.name)
        return tr("{count} collections deleted; their documents stay in the library", count=len(collection_ids))

    def _write(self, verb: Callable[["Library"], object], told: str) -> None:
        """Run a verb, then tell what was done, with Undo as long as nothing else was done since.

        Where the verb found all as it should be there is nothing to undo.
        """

        def run(library: "Library") -> int | None:
            before = library.revision
            verb(library)
            return library.revision if library.revision != before else None

        self._session.write(run, lambda revision: self._tell(told, revision))

    def _tell(self, told: str, revision: int | None) -> None:
        if revision is None:
            self._messages.info(told)
            return

        def undo() -> None:
            library = self._session.library
            if library is not None and library.revision == revision:
                self._session.undo()
            else:
                self._messages.info(tr("Something else was done since then. Undo it first, in the Edit menu."))

        self._messages.notice(told, tr("Undo"), undo)

    def _free_name(self, parent_id: str | None) -> str:
        taken = {collection.name for collection in self._holdings.below(parent_id)}
        name = tr("New collection")
        names = [name, *(tr("{name} {number}", name=name, number=number) for number in range(2, _NAMES_TRIED))]
        return next((one for one in names if one not in taken), name)


def _mistake_in_date(written: str) -> str:
    """Return in words why something is no date, or nothing where it is one."""
    from desktop.dialogs.line import mistake_in
    from library.describing import date_as_kept  # with all that reads and keeps documents

    return mistake_in(lambda: date_as_kept(written))
