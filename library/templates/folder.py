"""The templates of a library: text files in a folder of it, `NAME.md.j2`, and the examples for a beginning."""

import os
import unicodedata
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePath

from library.errors import NotFound, Refused, StorageFailed
from resources import path as resource

FOLDER = "templates"
SUFFIX = ".j2"
LONGEST = 1 << 20
"""Bytes that a template may have."""


@dataclass(frozen=True, slots=True)
class Template:
    """A template: the file it is in, and the folder from which it may include others."""

    path: Path
    folder: Path

    @property
    def name(self) -> str:
        return self.path.name

    @property
    def label(self) -> str:
        """The name without what says of which format it is."""
        return PurePath(self.path.stem).stem

    @property
    def suffix(self) -> str:
        """What the name of a file that it writes ends with."""
        return suffix_of(self.name)


def suffix_of(name: str) -> str:
    """Return what the files end with that the template called `name` writes: `.md` of `NAME.md.j2`, or `.txt`."""
    return PurePath(name.removesuffix(SUFFIX)).suffix.lower() or ".txt"


def folder_of(library: Path) -> Path:
    """Return the folder in which a library has its templates, whether it is there or not."""
    return library / FOLDER


def templates_in(folder: Path) -> list[Template]:
    """Return the templates that can be chosen, by name; those whose names begin with `_` are for others to include."""
    return [Template(path, folder) for path in _files(folder) if not path.name.startswith("_")]


def find_template(folder: Path, wanted: str) -> Template:
    """Return the template at the path `wanted`, or called so in `folder`; NotFound names those that are there."""
    path = Path(wanted)
    if path.is_file():
        return Template(path, folder)
    for template in templates_in(folder):
        if wanted in (template.name, template.name.removesuffix(SUFFIX), template.label):
            return template
    raise NotFound(
        "There is no template “{name}”: neither a file, nor one of those in the library. There are: {names}.",
        name=wanted,
        names=", ".join(template.name for template in templates_in(folder)) or "—",
    )


def read_sources(template: Template) -> Mapping[str, str]:
    """Return the text of a template, and of all that it may include, by name; Refused where it cannot be read.

    Another one that cannot be read is left out: to what includes it, it is not there.
    """
    sources = {template.name: _read(template.path)}
    for path in _files(template.folder):
        if path.name not in sources:
            with suppress(Refused):
                sources[path.name] = _read(path)
    return sources


def add_examples(folder: Path) -> list[Path]:
    """Put the examples and the guide into `folder`, and return those that were not there; what is there stays.

    StorageFailed where they cannot be written.
    """
    added: list[Path] = []
    try:
        folder.mkdir(exist_ok=True)
        for source in sorted(resource("templates").iterdir()):
            target = folder / source.name
            if source.is_file() and not os.path.lexists(target):
                target.write_bytes(source.read_bytes())
                added.append(target)
    except OSError as error:
        raise StorageFailed(
            "The folder of templates “{folder}” cannot be written: {reason}.",
            folder=str(folder),
            reason=error.strerror or str(error),
        ) from error
    return added


def _files(folder: Path) -> list[Path]:
    """Return the files in a folder that can be templates; links lead elsewhere, and are none."""
    if folder.is_symlink() or not folder.is_dir():
        return []
    found = [path for path in folder.iterdir() if path.name.endswith(SUFFIX) and not path.name.startswith(".")]
    plain = [path for path in found if path.is_file() and not path.is_symlink()]
    return sorted(plain, key=lambda path: unicodedata.normalize("NFKC", path.name).casefold())


def _read(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(LONGEST + 1)
    except OSError as error:
        reason = error.strerror or str(error)
        raise Refused("The template “{name}” cannot be read: {reason}.", name=path.name, reason=reason) from error
    if len(data) > LONGEST:
        raise Refused("The template “{name}” is larger than a megabyte.", name=path.name)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Refused(
            "Line {line} of the template “{name}” is not UTF-8. Save it as UTF-8.", line=line, name=path.name
        ) from error
