"""What is done to the fields of a library's own: added, renamed and removed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop.translation import plural, tr
from desktop.widgets.question import ask

if TYPE_CHECKING:
    from desktop.dialogs.line import LineDialog
    from desktop.session import Session
    from library.fields import OwnField


class OwnFieldVerbs:
    """Asks for a name or a confirmation above the window of `parent`, and writes."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        self._session = session
        self._parent = parent

    def add(self) -> None:
        """Ask for the name of a new field and add it."""
        dialog = self._dialog(tr("Add a field"), "", tr("Add"))
        dialog.entered.connect(lambda name: self._session.write(lambda library: library.fields.add_own(name)))
        dialog.open()

    def rename(self, own: OwnField) -> None:
        """Ask for another name of a field."""
        dialog = self._dialog(tr("Rename the field"), own.name, tr("Rename"), own.id)
        dialog.entered.connect(
            lambda name: self._session.write(lambda library: library.fields.rename_own(own.id, name))
        )
        dialog.open()

    def remove(self, own: OwnField) -> None:
        """Take a field away with all its values; where there are any, only when that is confirmed."""
        library = self._session.library
        count = 0 if library is None else len(library.fields.column(own.id))

        def act() -> None:
            self._session.write(lambda library: library.fields.remove_own(own.id))

        if not count:
            act()
            return
        more = plural(count, "Its value goes from {count} document.", "Its values go from {count} documents.")
        ask(self._parent.window(), tr("Remove the field “{name}”?", name=own.name), tr("Remove"), act, more=more)

    def _dialog(self, title: str, name: str, answer: str, own_id: str = "") -> LineDialog:
        from desktop.dialogs.line import LineDialog

        about = tr("The name of the field. Every document of this library has it.")
        return LineDialog(
            title, about, name, answer, mistake=lambda typed: self._mistake(typed, own_id), parent=self._parent.window()
        )

    def _mistake(self, name: str, own_id: str) -> str:
        """Return in words why a field cannot be called so, or nothing."""
        from desktop.dialogs.line import mistake_in

        library = self._session.library
        return mistake_in(lambda: library.fields.check_name(name, but=own_id)) if library is not None else ""
