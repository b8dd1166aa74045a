"""Fields of a Word document while they are read (ECMA-376 part 1, 17.16): instructions, then what they show."""

from dataclasses import dataclass

from library.importers.fieldcodes import link_target, words_under_readings
from library.importers.flow import Flow


@dataclass(slots=True)
class _Field:
    """A field that is open: its instruction, and whether a link has begun."""

    instruction: str = ""
    linked: bool = False


class WordFields:
    """The fields that are open, the innermost last."""

    def __init__(self) -> None:
        self._fields: list[_Field] = []

    def begin(self, instruction: str = "") -> None:
        """Begin a field."""
        self._fields.append(_Field(instruction))

    def instruct(self, words: str) -> None:
        """Take a part of the instruction of the innermost field."""
        if self._fields:
            self._fields[-1].instruction += words

    def show(self, flow: Flow) -> None:
        """Begin what the innermost field shows, as a link if it is one."""
        target = link_target(self._fields[-1].instruction) if self._fields else ""
        if target:
            flow.begin_link(target)
            self._fields[-1].linked = True

    def end(self, flow: Flow) -> str:
        """End the innermost field; return words that stand in its instruction alone, below their reading."""
        if not self._fields:
            return ""
        ended = self._fields.pop()
        if ended.linked:
            flow.end("link")
        return words_under_readings(ended.instruction)
