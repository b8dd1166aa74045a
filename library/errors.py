"""What the user can act on: every failure the library reports on purpose."""


class LibraryError(Exception):
    """A failure with a message that says what is wrong and what to do next.

    `message` is an English template and the key of its translation; `arguments` fill its `{…}` fields. Whoever shows
    the error puts it into words: `str(error)` in English, the window in the user's language.
    """

    def __init__(self, message: str, **arguments: object) -> None:
        super().__init__(message)
        self.message = message
        self.arguments = arguments

    def __str__(self) -> str:
        return self.message.format(**self.arguments)


class NotFound(LibraryError):
    """Nothing has this id, title or name."""


class Ambiguous(LibraryError):
    """A part of a title that several documents share."""


class InvalidSpan(LibraryError):
    """Offsets outside the text, reversed, or empty."""


class InvalidName(LibraryError):
    """A name that cannot be used: empty, or already taken by a sibling."""


class InvalidDate(LibraryError):
    """What is no day, month or year that there is."""


class InvalidValue(LibraryError):
    """A value that a field does not take."""


class InvalidMove(LibraryError):
    """A move that would make a tree swallow itself."""


class InvalidQuery(LibraryError):
    """A question that contradicts itself or cannot be read."""


class InvalidLink(LibraryError):
    """An address that leads into no library, or into one that is not known."""


class NotALibrary(LibraryError):
    """The path holds no library, or something is already there where one should be made."""


class LibraryTooNew(LibraryError):
    """The library was written by a newer program."""


class LibraryBusy(LibraryError):
    """Another process is writing the library."""


class LibraryDamaged(LibraryError):
    """The library's database fails SQLite's own check."""


class IndexDamaged(LibraryError):
    """The file of the search index cannot be read; it is made again from the texts."""


class ReadOnly(LibraryError):
    """The library was opened for reading, or its folder cannot be written."""


class StorageFailed(LibraryError):
    """The disk is full or failed; the operation was undone whole."""


class Refused(LibraryError):
    """A file that cannot be imported, and why."""


class TargetExists(LibraryError):
    """The file to be written is already there."""


class NothingToUndo(LibraryError):
    """There is no step to undo or redo."""
