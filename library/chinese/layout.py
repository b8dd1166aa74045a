"""The lines of a text that have something on them, and where each stands."""

from itertools import accumulate


class Layout:
    """The lines of a text that are not blank, in order: `texts` without the white space around them."""

    def __init__(self, text: str) -> None:
        raw = text.split("\n")
        written = [number for number, line in enumerate(raw) if line and not line.isspace()]
        starts = list(accumulate((len(line) + 1 for line in raw), initial=0))
        self.texts = [raw[number].strip() for number in written]
        self._raw = [raw[number] for number in written]
        self._starts = [starts[number] for number in written]
        self._numbers = written

    def __len__(self) -> int:
        return len(self.texts)

    def start(self, index: int) -> int:
        """Return the code point at which a line begins, behind the white space in front of it."""
        raw = self._raw[index]
        return self._starts[index] + len(raw) - len(raw.lstrip())

    def end(self, index: int) -> int:
        """Return the code point behind the last of a line that is no white space."""
        return self.start(index) + len(self.texts[index])

    def indent(self, index: int) -> int:
        """Return how many code points of white space stand in front of a line."""
        return self.start(index) - self._starts[index]

    def are_adjacent(self, index: int) -> bool:
        """Say whether no blank line stands between a line and the next."""
        return self._numbers[index] + 1 == self._numbers[index + 1]
