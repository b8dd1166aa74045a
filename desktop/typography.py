"""How the text is set: type, measure and spacing in steps, kept in the settings."""

from collections.abc import Callable

from desktop.settings import Settings
from desktop.typesettings import OF_KIND, Kind, TypeSettings

ZOOM_STEP = 1.0
MEASURE_STEP = 2
SPACING_STEP = 0.1
WHOLE = 100


class Typography:
    """Alters the settings of the kind of text that is shown; the reader hears of it from them."""

    def __init__(self, settings: Settings, kind: Callable[[], Kind]) -> None:
        """Take `kind`, which says what kind of text is shown."""
        self._settings = settings
        self._kind = kind

    @property
    def percent(self) -> int:
        """The size of the type, in percent of the usual one."""
        size = self._type.size
        return round(WHOLE * self._settings.read(size) / size.default)

    @property
    def indents(self) -> bool:
        """Whether the first line of each paragraph is indented."""
        return self._settings.read(self._type.indent)

    @property
    def justifies(self) -> bool:
        """Whether all lines end at the right edge."""
        return self._settings.read(self._type.justified)

    def can_zoom(self, steps: int) -> bool:
        """Say whether the type can be larger, or with a negative number of steps smaller, than it is."""
        size = self._settings.read(self._type.size)
        return self._type.size.fit(size + steps * ZOOM_STEP) != size

    def zoom(self, steps: int) -> None:
        """Make the type larger, or with a negative number of steps smaller."""
        size = self._type.size
        self._settings.write(size, size.fit(self._settings.read(size) + steps * ZOOM_STEP))

    def reset_zoom(self) -> None:
        """Give the type its usual size."""
        self._settings.reset(self._type.size)

    def widen(self, steps: int) -> None:
        """Put more characters into a line, or with a negative number of steps fewer."""
        measure = self._type.measure
        self._settings.write(measure, measure.fit(self._settings.read(measure) + steps * MEASURE_STEP))

    def space(self, steps: int) -> None:
        """Move the lines apart, or with a negative number of steps together."""
        spacing = self._type.line_spacing
        self._settings.write(spacing, spacing.fit(round(self._settings.read(spacing) + steps * SPACING_STEP, 1)))

    def switch_pinyin(self) -> None:
        """Show pinyin above fewer or more characters: none, the word under the mouse, rare ones, all, and so on."""
        modes = Settings.pinyin.choices
        self._settings.pinyin = modes[(modes.index(self._settings.pinyin) + 1) % len(modes)]

    def toggle_indent(self) -> None:
        """Indent the first line of each paragraph, or no longer."""
        self._settings.write(self._type.indent, not self.indents)

    def toggle_justified(self) -> None:
        """Let all lines end at the right edge, or each where its words end."""
        self._settings.write(self._type.justified, not self.justifies)

    def toggle_numbers(self) -> None:
        """Show the numbers of the paragraphs, or no longer."""
        self._settings.paragraph_numbers = not self._settings.paragraph_numbers

    def toggle_stripes(self) -> None:
        """Set stripes beside the text that show its tags, or none."""
        self._settings.stripes = not self._settings.stripes

    def toggle_speakers(self) -> None:
        """Say beside the text who speaks, or no longer."""
        self._settings.speakers = not self._settings.speakers

    def toggle_notes(self) -> None:
        """Set notes beside the text where there is room, or only a mark for each."""
        self._settings.margin_notes = not self._settings.margin_notes

    @property
    def _type(self) -> TypeSettings:
        return OF_KIND[self._kind()]
