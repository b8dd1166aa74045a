"""What an export dialog offers: places, tags, memos, formats and what was kept as a preset."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from desktop.settings import Settings
from desktop.templating import Templating

if TYPE_CHECKING:
    from desktop.dialogs.export import ExportDialog
    from desktop.dialogs.exportform import Choices
    from desktop.exportchoices import Preset
    from library.exporters.base import Exporter, ExportScope
    from library.library import Library


class Offers:
    """Gathers what there is to choose, and keeps presets for the dialogs to come."""

    def __init__(self, settings: Settings, templating: Templating) -> None:
        self._settings = settings
        self._templating = templating

    @property
    def formats(self) -> Sequence[Exporter]:
        """The formats that are installed, and after them the templates that there are now."""
        return [*self._installed, *self._templating.formats]

    def find(self, name: str) -> Exporter | None:
        """Return the format called `name`, or None where it is gone."""
        return next((each for each in self.formats if each.name == name), None)

    def choices(self, library: Library, scope: ExportScope) -> Choices:
        """Return what can be exported of `library` where `scope` is what was asked for."""
        from desktop.dialogs.exportform import Choices

        document = scope.document_id and (scope.document_id, library.documents.get(scope.document_id).title)
        return Choices(
            document=document or None,
            collections=sorted(library.collections.tree().paths().items(), key=lambda item: item[1]),
            tags=sorted(library.tags.paths().items(), key=lambda item: item[1]),
            formats=self.formats,
            highlight_ids=scope.highlight_ids,
            memos=[(memo.id, memo.title) for memo in library.memos.all()],
        )

    def show_presets(self, dialog: ExportDialog, current: str = "") -> None:
        """Offer what was kept, `current` as the one that is chosen."""
        from desktop.exportchoices import presets

        dialog.show_presets(presets(self._settings), current)

    def keep_preset(self, dialog: ExportDialog, preset: Preset) -> None:
        """Keep a preset, which is then the chosen one."""
        from desktop.exportchoices import keep_preset

        keep_preset(self._settings, preset)
        self.show_presets(dialog, preset.name)

    def remove_preset(self, dialog: ExportDialog, name: str) -> None:
        """Forget what was kept under `name`."""
        from desktop.exportchoices import remove_preset

        remove_preset(self._settings, name)
        self.show_presets(dialog)

    @cached_property
    def _installed(self) -> Sequence[Exporter]:
        # Asked once: every installed package is looked through for them.
        from library import exporters

        return exporters.available()
