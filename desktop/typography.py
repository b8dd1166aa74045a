"""How the text is set: type, measure and spacing in steps, kept in the settings."""

from desktop.settings import Settings

ZOOM_STEP = 1.0
MEASURE_STEP = 2
SPACING_STEP = 0.1
WHOLE = 100


class Typography:
    """Alters the settings of the text; the reader hears of it from them."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    @property
    def percent(self) -> int:
        """The size of the type, in percent of the usual one."""
        return round(WHOLE * self._settings.font_size / Settings.font_size.default)

    def can_zoom(self, steps: int) -> bool:
        """Say whether the type can be larger, or with a negative number of steps smaller, than it is."""
        size = self._settings.font_size
        return Settings.font_size.fit(size + steps * ZOOM_STEP) != size

    def zoom(self, steps: int) -> None:
        """Make the type larger, or with a negative number of steps smaller."""
        self._settings.font_size += steps * ZOOM_STEP

    def reset_zoom(self) -> None:
        """Give the type its usual size."""
        self._settings.reset(Settings.font_size)

    def widen(self, steps: int) -> None:
        """Put more characters into a line, or with a negative number of steps fewer."""
        self._settings.measure += steps * MEASURE_STEP

    def space(self, steps: int) -> None:
        """Move the lines apart, or with a negative number of steps together."""
        self._settings.line_spacing = round(self._settings.line_spacing + steps * SPACING_STEP, 1)

    def switch_pinyin(self) -> None:
        """Show pinyin above fewer or more characters: none, the word under the mouse, rare ones, all, and so on."""
        modes = Settings.pinyin.choices
        self._settings.pinyin = modes[(modes.index(self._settings.pinyin) + 1) % len(modes)]

    def toggle_indent(self) -> None:
        """Indent the first line of each paragraph, or no longer."""
        self._settings.first_line_indent = not self._settings.first_line_indent

    def toggle_numbers(self) -> None:
        """Show the numbers of the paragraphs, or no longer."""
        self._settings.paragraph_numbers = not self._settings.paragraph_numbers

    def toggle_stripes(self) -> None:
        """Set stripes beside the text that show its tags, or none."""
        self._settings.stripes = not self._settings.stripes

    def toggle_notes(self) -> None:
        """Set notes beside the text where there is room, or only a mark for each."""
        self._settings.margin_notes = not self._settings.margin_notes
