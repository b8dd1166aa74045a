"""The chosen repair in full, below the list."""

from __future__ import annotations

from html import escape

from PySide6.QtWidgets import QTextEdit, QWidget

from desktop.theme import Themes
from desktop.widgets.placelines import Parts

_HEIGHT = 190


class RepairDetail(QTextEdit):
    """The chosen repair in full: the passage before and after, each under its name."""

    def __init__(self, themes: Themes, parent: QWidget) -> None:
        super().__init__(parent)
        self._themes = themes
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setFixedHeight(_HEIGHT)

    def show_parts(self, passages: list[tuple[str, Parts]]) -> None:
        """Show passages, each with its name."""
        theme = self._themes.current
        soft, accent, tint = (theme.colors[token] for token in ("soft", "accent", "accent_tint"))
        told: list[str] = []
        for name, (above, place, below) in passages:
            shown = f'<span style="color:{accent};background-color:{tint}">{escape(place)}</span>'
            told.append(f'<p style="margin:0;color:{soft}">{escape(name)}</p>')
            told.append(f'<p style="margin:0 0 8px 0">{escape(above)}{shown}{escape(below)}</p>')
        self.setHtml("".join(told))
