"""What is kept of pages that were read, so that none is read twice."""

from typing import Protocol


class Kept(Protocol):
    """Where the pages that were read are kept, so that none is read twice."""

    def find(self, name: str) -> bytes | None:
        """Return what is kept under a name, or None."""
        ...

    def keep(self, name: str, data: bytes) -> None:
        """Keep something under a name."""
        ...


def kept_name(page: int) -> str:
    """Return the name under which a page, counted from 0, is kept as it was read."""
    return f".{page + 1}.ocr"
