"""The program's own colours by day and by night, for what leaves it."""

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from library.models import COLORS, Color
from resources import path


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as `#rrggbb`: by token, and those behind and below text marked in a colour."""

    colors: dict[str, str]
    tints: dict[Color, str]
    lines: dict[Color, str]

    def variables(self) -> str:
        """Return the colours as the declarations of CSS variables."""
        named = {name: self.colors[name] for name in ("page", "ink", "soft", "hairline", "hover", "accent", "note")}
        named |= {f"tint-{color}": self.tints[color] for color in COLORS}
        named |= {f"line-{color}": self.lines[color] for color in COLORS}
        return " ".join(f"--{name}: {value};" for name, value in named.items())


@cache
def palette(theme: str) -> Palette:
    """Return the colours of a theme, one of resources/styles."""
    told: dict[str, Any] = tomllib.loads(path(f"styles/{theme}.toml").read_text(encoding="utf-8"))
    return Palette(told["colors"], told["tints"], told["lines"])


def style_sheet() -> str:
    """Return the style of an exported page: white by day and on paper, the colours of the night in the dark."""
    day, night = palette("white").variables(), palette("night").variables()
    rules = path("styles/export.css").read_text(encoding="utf-8")
    return f":root {{ {day} }}\n@media screen and (prefers-color-scheme: dark) {{ :root {{ {night} }} }}\n{rules}"
