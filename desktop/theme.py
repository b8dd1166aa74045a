"""How it looks: colours, faces and sizes from resources/styles, and the palette and style sheet made of them."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QDir, QLocale, QObject, Qt, QTemporaryDir, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from resources import path

if TYPE_CHECKING:
    from library.models import Color

THEMES = ("paper", "white", "sepia", "night")
SYSTEM = "system"
POINTS_PER_INCH = 72
NARROW_PUNCTUATION = QFont.Tag("pwid")
GLYPHS = {
    "caret-down": ("caret-down", "soft"),
    "caret-up": ("caret-up", "soft"),
    "caret-right": ("caret-right", "soft"),
    "check": ("check", "field"),
    "check-on": ("check", "accent"),
}
"""What the style sheet draws by file: its name there, the icon, the colour token."""


@dataclass(frozen=True, slots=True)
class Theme:
    """The tokens of one theme. Sizes are pixels."""

    name: str
    dark: bool
    colors: dict[str, str]
    tints: dict[str, str]
    lines: dict[str, str]
    shadow_color: str
    shadow_opacity: float
    families: dict[str, list[str]]
    sizes: dict[str, float]

    def color(self, token: str) -> QColor:
        """Return a colour by its token: one of the names under [colors] in resources/styles."""
        return QColor(self.colors[token])

    def tint(self, color: Color) -> QColor:
        """Return what is painted behind text marked in `color`."""
        return QColor(self.tints[color])

    def line(self, color: Color) -> QColor:
        """Return what underlines, bars, dots and ticks of `color` are drawn in."""
        return QColor(self.lines[color])

    @property
    def shadow(self) -> QColor:
        """The colour of the one soft shadow, only under what floats."""
        color = QColor(self.shadow_color)
        color.setAlphaF(self.shadow_opacity)
        return color

    def size(self, token: str) -> float:
        """Return a size in pixels: of type, a radius, a height or a width."""
        return self.sizes[token]

    def length(self, token: str) -> int:
        """Return a size in whole pixels."""
        return round(self.sizes[token])

    def interface_font(self, pixels: float | None = None, *, bold: bool = False) -> QFont:
        """Return the face of the interface, as its language sets it."""
        font = self.title_font(pixels, bold=bold)
        if QLocale().language() != QLocale.Language.Chinese:
            # a Chinese face sets quotation marks and dots as wide as a character unless it is asked not to
            font.setFeature(NARROW_PUNCTUATION, 1)
        return font

    def title_font(self, pixels: float | None = None, *, bold: bool = False) -> QFont:
        """Return the face of the interface for titles and names: they are text, with the punctuation of text."""
        return self._font("interface", pixels or self.sizes["interface"], bold)

    def reading_font(self, pixels: float | None = None, *, bold: bool = False) -> QFont:
        """Return the Song face, for texts and quotes."""
        return self._font("reading", pixels or self.sizes["reading"], bold)

    def heading_font(self, pixels: float | None = None) -> QFont:
        """Return the Hei face, bold, for headings in a text."""
        return self._font("heading", pixels or self.sizes["heading"], True)

    def note_font(self, pixels: float | None = None) -> QFont:
        """Return the Kai face, for the reader's own notes; the interface face where there is no Kai."""
        return self._font("note", pixels or self.sizes["note"], False)

    def code_font(self, pixels: float | None = None) -> QFont:
        """Return the face in which all letters are as wide, for code in a text."""
        return self._font("code", pixels or self.sizes["reading"], False)

    def note_latin_font(self, pixels: float | None = None) -> QFont:
        """Return the Song face in the size of notes, for Latin letters and digits in them."""
        return self._font("reading", pixels or self.sizes["note"], False)

    def _font(self, use: str, pixels: float, bold: bool) -> QFont:
        font = QFont()
        # said, not left open: a painter gives a font what it leaves open from that of the widget
        font.setFeature(NARROW_PUNCTUATION, 0)
        families = dict.fromkeys(self.families[use] + self.families["interface"])
        installed = [name for name in families if _is_installed(name)]
        if installed:
            font.setFamilies(installed)
        # hinted, the strokes of Chinese characters are squeezed at small sizes, and Latin letters stand unevenly
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        font.setPointSizeF(pixels * POINTS_PER_INCH / _dots_per_inch())
        if bold:
            font.setWeight(QFont.Weight.Bold)
        return font


@cache
def _is_installed(family: str) -> bool:
    """Say whether there is such a face; asked of Qt once, for it is slow to answer."""
    return QFontDatabase.hasFamily(family)


class Themes(QObject):
    """The theme in force: the one chosen, or the one that fits the system's colour scheme."""

    changed = Signal()

    def __init__(self, choice: str = SYSTEM, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._choice = choice
        self._scheme = QGuiApplication.styleHints().colorScheme()
        self._current = load_theme(self._name())
        self._glyphs = QTemporaryDir()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    @property
    def current(self) -> Theme:
        return self._current

    @property
    def choice(self) -> str:
        """`"system"` or the name of a theme."""
        return self._choice

    def choose(self, choice: str) -> None:
        """Take the theme named `choice`, or follow the system from now on."""
        self._choice = choice if choice in THEMES else SYSTEM
        self._take()

    def apply(self, app: QApplication) -> None:
        """Dress the application: palette, font and style sheet."""
        folder = Path(self._glyphs.path(), self._current.name)
        write_glyphs(self._current, folder)
        QDir.setSearchPaths("theme", [str(folder)])
        app.setFont(self._current.interface_font())
        app.setPalette(palette(self._current))
        app.setStyleSheet(style_sheet(self._current))

    def renew(self, app: QApplication) -> None:
        """Dress the application anew, for faces depend on the language, which is another one now."""
        self.apply(app)
        self.changed.emit()

    def _follow_system(self, scheme: Qt.ColorScheme) -> None:
        self._scheme = scheme
        self._take()

    def _take(self) -> None:
        name = self._name()
        if name == self._current.name:
            return
        self._current = load_theme(name)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            self.apply(app)
        self.changed.emit()

    def _name(self) -> str:
        if self._choice in THEMES:
            return self._choice
        return "night" if self._scheme == Qt.ColorScheme.Dark else "paper"


def load_theme(name: str) -> Theme:
    """Read the theme `name` and the measures that all themes share."""
    tokens = _read(f"styles/{name}.toml")
    measures = _read("styles/measures.toml")
    shadow = tokens["shadow"]
    return Theme(
        name=name,
        dark=tokens["dark"],
        colors=tokens["colors"],
        tints=tokens["tints"],
        lines=tokens["lines"],
        shadow_color=shadow["color"],
        shadow_opacity=shadow["opacity"],
        families=measures["families"],
        sizes=measures["sizes"],
    )


def style_sheet(theme: Theme) -> str:
    """Return the application's style sheet: the template with the tokens of `theme` in it."""
    template = Template(path("styles/application.qss").read_text(encoding="utf-8"))
    sizes = {f"size_{name}": f"{size:g}" for name, size in theme.sizes.items()}
    return template.substitute(theme.colors | sizes)


def write_glyphs(theme: Theme, folder: Path) -> None:
    """Write the arrows and ticks of the style sheet, which takes them from files only, in the colours of `theme`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, (icon, token) in GLYPHS.items():
        source = path(f"icons/{icon}.svg").read_text(encoding="utf-8")
        tinted = source.replace("currentColor", theme.colors[token])
        (folder / f"{name}.svg").write_text(tinted, encoding="utf-8")


def palette(theme: Theme) -> QPalette:
    """Return the palette of `theme`, for what the style sheet leaves to the style."""
    role = QPalette.ColorRole
    tokens = {
        role.Window: "chrome", role.WindowText: "ink", role.Base: "field", role.AlternateBase: "shelf",
        role.Text: "ink", role.Button: "chrome", role.ButtonText: "ink", role.BrightText: "accent",
        role.ToolTipBase: "field", role.ToolTipText: "ink", role.PlaceholderText: "soft", role.Highlight: "selection",
        role.HighlightedText: "ink", role.Accent: "accent", role.Link: "accent", role.LinkVisited: "accent",
        role.Light: "field", role.Midlight: "hover", role.Mid: "hairline", role.Dark: "hairline",
    }  # fmt: skip
    made = QPalette()
    for color_role, token in tokens.items():
        made.setColor(color_role, theme.color(token))
    for color_role in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        made.setColor(QPalette.ColorGroup.Disabled, color_role, _between(theme.color("soft"), theme.color("chrome")))
    return made


def shows_chinese() -> bool:
    """Say whether any installed font can show Chinese."""
    return bool(QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese))


def _between(first: QColor, second: QColor) -> QColor:
    return QColor(
        (first.red() + second.red()) // 2, (first.green() + second.green()) // 2, (first.blue() + second.blue()) // 2
    )


def _dots_per_inch() -> float:
    screen = QGuiApplication.primaryScreen()
    return screen.logicalDotsPerInchY() if screen else POINTS_PER_INCH


@cache
def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(path(name).read_text(encoding="utf-8"))
