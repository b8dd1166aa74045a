"""Which characters a text may hold to be stored."""


def storable(text: str) -> str:
    """Return text that UTF-8 can hold: surrogates that make a pair become its character, lone ones U+FFFD.

    Python gives lone ones for the undecodable bytes of a file's name, Qt for half of a character.
    """
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
