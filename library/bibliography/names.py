"""Persons as the fields of documents have them: “Ostrom, Elinor”, 费孝通, a corporate body."""

import re

from library.chinese.han import IDEOGRAPHS

_HAN_NAME = re.compile(rf"([{IDEOGRAPHS}·]+)\s*[,，]\s*([{IDEOGRAPHS}·]+)")
_SEPARATORS = re.compile(r"[;；]")


def joined(names: list[str]) -> str:
    """Return persons as a field keeps them, each once."""
    plain = (" ".join(_SEPARATORS.sub(",", name).split()).strip(" ,") for name in names)
    return "; ".join(dict.fromkeys(name for name in plain if name))


def inverted(written: str) -> str:
    """Return a name written “Last, First” as it is kept; a Chinese one without its comma: 费, 孝通 is 费孝通."""
    plain = " ".join(written.split()).strip(" ,")
    han = _HAN_NAME.fullmatch(plain)
    if han:
        return han[1] + han[2]
    return re.sub(r"\s*,\s*", ", ", plain)


def from_parts(last: str, first: str = "", particle: str = "", suffix: str = "") -> str:
    """Return a name of these parts as it is kept: “van Beethoven, Ludwig”, “King, Martin Luther, Jr.”."""
    family = " ".join(filter(None, (particle.strip(), last.strip())))
    return inverted(", ".join(filter(None, (family, first.strip(), suffix.strip()))))


def parts_of(name: str) -> tuple[str, str, str]:
    """Return family name, given name and suffix of a name as it is kept; only the first of one without a comma."""
    last, first, suffix = (part.strip() for part in f"{name},,".split(",", 2))
    return last, first, suffix.rstrip(", ")
