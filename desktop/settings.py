"""What the user prefers and how the window was left: one typed declaration a setting, kept by QSettings."""

from pathlib import Path
from typing import Any, Generic, TypeVar, overload

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal

T = TypeVar("T", bool, int, float, str, bytes, tuple[str, ...])
RECENT_LIBRARIES = 8
WEIGHTS = (300, 400, 500, 600)
"""How bold running text can be: light, regular, medium, semibold, in the numbers of CSS."""
CITATION_STYLES = (
    "gbt7714-2025", "gbt7714-2025-author-date", "gbt7714-2015", "gbt7714-2015-author-date", "apa", "chicago",
)  # fmt: skip
"""The names of `library.citations.BUILT_IN`, which is loaded once something is cited."""


class Setting(Generic[T]):
    """One setting: its name is that of the attribute, its type that of the default.

    A stored value of another type, outside `low` to `high` or not among `choices` counts as the default.
    """

    def __init__(self, default: T, *, low: T | None = None, high: T | None = None, choices: tuple[T, ...] = ()) -> None:
        self.default = default
        self.low = low
        self.high = high
        self.choices = choices
        self.name = ""

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    @overload
    def __get__(self, owner: None, kind: type) -> "Setting[T]": ...
    @overload
    def __get__(self, owner: "Settings", kind: type) -> T: ...
    def __get__(self, owner: "Settings | None", kind: type) -> "T | Setting[T]":
        return self if owner is None else owner.read(self)

    def __set__(self, owner: "Settings", value: T) -> None:
        owner.write(self, self.fit(value))

    def fit(self, value: T) -> T:
        """Return `value` drawn between the limits, or the default where it is no number or not among the choices."""
        if (self.choices and value not in self.choices) or value != value:
            return self.default
        if self.low is not None and value < self.low:
            return self.low
        if self.high is not None and value > self.high:
            return self.high
        return value

    def decode(self, stored: Any) -> T:
        """Return a stored value as one of this setting's type."""
        default: Any = self.default
        try:
            value = _decode(stored, default)
        except (TypeError, ValueError):
            return self.default
        return self.fit(value)


class Settings(QObject):
    """All settings, as typed attributes. `changed` carries the name of the one that was altered.

    Lengths are pixels of the reading text at 100 %, a measure counts the characters of a line. Those of the type are
    of texts in Chinese, and with `latin_` of all others.
    """

    changed = Signal(str)

    language = Setting("system", choices=("system", "zh_CN", "en"))
    theme = Setting("system", choices=("system", "paper", "white", "sepia", "night"))

    font_family = Setting("")
    font_size = Setting(19.0, low=9.0, high=60.0)
    font_weight = Setting(400, choices=WEIGHTS)
    line_spacing = Setting(1.8, low=1.2, high=3.0)
    measure = Setting(30, low=16, high=80)
    side_margin = Setting(44, low=16, high=240)
    justified = Setting(True)
    first_line_indent = Setting(True)
    paragraph_gap = Setting(3, low=0, high=60)
    latin_font_family = Setting("")
    latin_font_size = Setting(19.0, low=9.0, high=60.0)
    latin_font_weight = Setting(400, choices=WEIGHTS)
    latin_line_spacing = Setting(1.6, low=1.2, high=3.0)
    latin_measure = Setting(66, low=30, high=120)
    latin_side_margin = Setting(44, low=16, high=240)
    latin_justified = Setting(False)
    latin_first_line_indent = Setting(True)
    latin_paragraph_gap = Setting(3, low=0, high=60)
    paragraph_numbers = Setting(True)
    margin_notes = Setting(True)
    stripes = Setting(True)
    speakers = Setting(False)
    pinyin = Setting("hover", choices=("off", "hover", "rare", "all"))
    popup = Setting(True)
    caret_browsing = Setting(False)
    find_exact = Setting(False)
    page_view = Setting(False)
    page_share = Setting(0.46, low=0.1, high=0.9)
    page_zoom = Setting("width")
    pages_linked = Setting(True)
    pages_colored = Setting(True)
    card_sorting = Setting("place", choices=("place", "date", "color", "tag"))
    card_grouping = Setting("none", choices=("none", "heading", "speaker", "tag", "color"))

    citation_style = Setting(CITATION_STYLES[0], choices=CITATION_STYLES)
    quotation_marks = Setting("script", choices=("script", "curly", "corner"))

    shelf_visible = Setting(True)
    sidebar_visible = Setting(True)
    sidebar_view = Setting("highlights")
    shelf_width = Setting(252, low=120, high=800)
    sidebar_width = Setting(336, low=200, high=900)
    geometry = Setting(b"")

    shortcuts: Setting[tuple[str, ...]] = Setting(())
    recent_choices: Setting[tuple[str, ...]] = Setting(())
    last_library = Setting("")
    recent_libraries: Setting[tuple[str, ...]] = Setting(())
    repairs = Setting("ask", choices=("ask", "always", "never"))
    last_folder = Setting("")
    last_export_folder = Setting("")
    export_presets: Setting[tuple[str, ...]] = Setting(())
    export_last = Setting("")

    def __init__(self, file: Path | None = None, parent: QObject | None = None) -> None:
        """Keep settings in the INI `file`, or where the system keeps those of a person's programs."""
        super().__init__(parent)
        if file is None:
            form, scope = QSettings.Format.IniFormat, QSettings.Scope.UserScope
            self._store = QSettings(form, scope, "Zhupi", "zhupi")
        else:
            self._store = QSettings(str(file), QSettings.Format.IniFormat)

    def read(self, setting: Setting[T]) -> T:
        """Return the value of one setting."""
        stored = self._store.value(setting.name)
        return setting.default if stored is None else setting.decode(stored)

    def write(self, setting: Setting[T], value: T) -> None:
        """Keep the value of one setting and say so where it is new."""
        if value == self.read(setting):
            return
        self._store.setValue(setting.name, _encode(value))
        self.changed.emit(setting.name)

    def reset(self, setting: Setting[T]) -> None:
        """Give one setting its default again."""
        self.write(setting, setting.default)

    def save(self) -> None:
        """Write everything to the disk now."""
        self._store.sync()

    def remember_library(self, path: str) -> None:
        """Put `path` first among the recent libraries and make it the one to open next time."""
        others = [other for other in self.recent_libraries if other != path]
        self.recent_libraries = (path, *others)[:RECENT_LIBRARIES]
        self.last_library = path

    def forget_library(self, path: str) -> None:
        """Take `path`, which is no longer there, from the recent libraries."""
        self.recent_libraries = tuple(other for other in self.recent_libraries if other != path)
        if self.last_library == path:
            self.last_library = ""


def _encode(value: Any) -> Any:
    if isinstance(value, bytes):
        return QByteArray(value)
    return list(value) if isinstance(value, tuple) else value


def _decode(stored: Any, default: Any) -> Any:
    """Return `stored`, which an INI file gives back as text, a list of texts or bytes, as what `default` is."""
    if isinstance(default, bool):
        return _decode_bool(stored)
    if isinstance(default, bytes):
        return bytes(stored.data()) if isinstance(stored, QByteArray) else b""
    if isinstance(default, tuple):
        return (stored,) if isinstance(stored, str) else tuple(str(item) for item in stored)
    return type(default)(stored)


def _decode_bool(stored: Any) -> bool:
    answers = {"true": True, "false": False}
    answer = answers.get(str(stored).lower())
    if answer is None:
        raise ValueError(stored)
    return answer
