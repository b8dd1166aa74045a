"""Data that ships with the program: icons, styles, translations, dictionaries and the sample texts."""

from pathlib import Path

_ROOT = Path(__file__).parent


def path(name: str) -> Path:
    """Return where the resource `name` lies; `name` is relative to this folder, with forward slashes."""
    return _ROOT / name
