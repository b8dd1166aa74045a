"""How paper looks in a theme: white paper takes its colour, and by night it is turned to light ink on dark paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QImage, QPainter

if TYPE_CHECKING:
    from library.rendering.process import Picture

_MODES = QPainter.CompositionMode


@dataclass(frozen=True, slots=True)
class PageDress:
    """The colours of paper and ink; `dark` where the paper is the darker of the two."""

    paper: str
    ink: str
    dark: bool

    @property
    def blending(self) -> QPainter.CompositionMode:
        """How a tint is laid over the page so that the print on it stays readable."""
        return _MODES.CompositionMode_Screen if self.dark else _MODES.CompositionMode_Multiply


PLAIN = PageDress("white", "black", dark=False)
"""As it was printed: no colours of a theme, but those of the paper that a page is drawn on."""


def dressed(picture: Picture, dress: PageDress) -> QImage:
    """Return a page as an image in the colours of `dress`. May be called on any thread."""
    form = QImage.Format.Format_RGB32
    image = QImage(picture.data, picture.width, picture.height, picture.stride, form).copy()
    if dress == PLAIN:
        return image
    if dress.dark:
        image.invertPixels()
    painter = QPainter(image)
    painter.setCompositionMode(_MODES.CompositionMode_Multiply)
    painter.fillRect(image.rect(), QColor(dress.ink if dress.dark else dress.paper))
    if dress.dark:
        painter.setCompositionMode(_MODES.CompositionMode_Screen)
        painter.fillRect(image.rect(), QColor(dress.paper))
    painter.end()
    return image
