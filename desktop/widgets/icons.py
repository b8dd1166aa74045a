"""Icons: SVG files of one set, tinted with the tokens of a theme and sharp on every screen."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop.theme import Theme
from resources import path

TINTABLE = "currentColor"


def icon(name: str, theme: Theme, *, color: str = "soft", on: str = "ink") -> QIcon:
    """Return the icon `name` in the colour token `color`, in `on` where it is checked, pale where it is disabled."""
    made = QIcon()
    for ratio in _ratios():
        made.addPixmap(pixmap(name, theme, color, ratio=ratio), QIcon.Mode.Normal, QIcon.State.Off)
        made.addPixmap(pixmap(name, theme, on, ratio=ratio), QIcon.Mode.Normal, QIcon.State.On)
        made.addPixmap(pixmap(name, theme, "hairline", ratio=ratio), QIcon.Mode.Disabled, QIcon.State.Off)
    return made


def pixmap(
    name: str, theme: Theme, color: str = "soft", *, size: int | None = None, ratio: float | None = None
) -> QPixmap:
    """Return the icon `name` in one colour token, `size` pixels wide (a token's worth by default)."""
    side = size or theme.length("icon")
    scale = ratio or max(_ratios())
    drawn = QPixmap(round(side * scale), round(side * scale))
    drawn.setDevicePixelRatio(scale)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    tinted = _source(name).replace(TINTABLE, theme.color(color).name())
    QSvgRenderer(QByteArray(tinted.encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    return drawn


def application_icon() -> QIcon:
    """Return the program's own icon."""
    return QIcon(str(path("icons/zhupi.svg")))


def _ratios() -> tuple[float, ...]:
    """Return the pixel ratios to draw for: 1 and that of the sharpest screen."""
    sharpest = max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)
    return (1.0, sharpest) if sharpest > 1 else (1.0,)


@cache
def _source(name: str) -> str:
    return path(f"icons/{name}.svg").read_text(encoding="utf-8")
