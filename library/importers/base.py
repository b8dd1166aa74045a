"""What an importer is, and where those of other packages come from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import entry_points
from pathlib import Path
from typing import Protocol, runtime_checkable

from library.errors import LibraryError
from library.mending import RepairChoice
from library.models import Draft
from library.progress import Progress

ENTRY_POINTS = "zhupi.importers"


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """How to import: `encoding` None means guess; `collection` is a path such as `A/B`, made where missing.

    With `whole_page` a web page comes in whole, else what reads as its article. `name` is what the file is called where
    its path does not say. With `repair`, what it wants of the plan of `library.chinese.repair`
    is done; the originals are kept. With `ocr`, pages that are pictures are read in these languages (`chi_sim+eng`;
    "" means those that are usual).
    """

    encoding: str | None = None
    collection: str | None = None
    collection_id: str | None = None
    repair: RepairChoice | None = None
    whole_page: bool = False
    name: str = ""
    ocr: str | None = None

    def stem(self, path: Path) -> str:
        """Return the name of the file at `path` without its suffix."""
        return Path(self.name or path.name).stem


@runtime_checkable
class Importer(Protocol):
    """Reads the files of one format; `suffixes` are in lower case with their dot."""

    @property
    def name(self) -> str: ...

    @property
    def suffixes(self) -> tuple[str, ...]: ...

    def read(self, path: Path, options: ImportOptions, progress: Progress) -> Iterator[Draft]:
        """Yield the documents in the file; Refused if it holds none of this format, OSError if it cannot be read."""
        ...


@dataclass(frozen=True, slots=True)
class Importers:
    """The importers at hand, and what is wrong with those that could not be loaded."""

    available: tuple[Importer, ...]
    problems: tuple[LibraryError, ...] = ()

    def named(self, name: str) -> Importer | None:
        """Return the importer of a format by its name, or None."""
        return next((importer for importer in self.available if importer.name == name), None)

    def find(self, path: Path) -> Importer | None:
        """Return the importer for the suffix of `path`, or None."""
        suffix = path.suffix.lower()
        return next((importer for importer in self.available if suffix in importer.suffixes), None)


def load_importers(built_in: Sequence[Importer]) -> Importers:
    """Return `built_in` and then the importers of installed packages (their entry points `zhupi.importers`)."""
    available = list(built_in)
    problems: list[LibraryError] = []
    for entry in entry_points(group=ENTRY_POINTS):
        try:
            importer = entry.load()()
        except Exception as error:  # foreign code: whatever is wrong with it must not keep files of other formats out
            problems.append(_broken(entry.name, error))
            continue
        if isinstance(importer, Importer):
            available.append(importer)
        else:
            problems.append(_unusable(entry.name))
    return Importers(tuple(available), tuple(problems))


def _broken(name: str, error: Exception) -> LibraryError:
    return LibraryError(
        "The importer “{name}” of another package does not work ({reason}). Update or remove that package.",
        name=name,
        reason=f"{type(error).__name__}: {error}",
    )


def _unusable(name: str) -> LibraryError:
    return LibraryError(
        "“{name}”, which another package offers as an importer, is none: it lacks a name, suffixes or read. "
        "Update or remove that package.",
        name=name,
    )
