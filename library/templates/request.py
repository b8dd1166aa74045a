"""What is asked of the process that fills in templates."""

from collections.abc import Mapping
from dataclasses import dataclass

from library.templates.context import Context


@dataclass(frozen=True, slots=True)
class Request:
    """Which template is to be filled in: `name` among the texts of all by name; what with, how long it may take.

    Nothing is sent of what comes after `most` characters.
    """

    name: str
    sources: Mapping[str, str]
    context: Context
    seconds: float
    most: int
