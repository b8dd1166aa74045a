"""How single files of an import are taken in, where that was chosen for them."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from library.importers.base import ImportOptions
from library.mending import RepairChoice


@dataclass(frozen=True, slots=True)
class Choice:
    """What was chosen for one file; None leaves it to the options of the import. Of a `repair` without
    kinds nothing is repaired.

    `ocr` has scanned pages read in these languages, as `ImportOptions` takes them. `left_out` does not import it,
    `copied` imports it although the library has its text already. `fields` are what is to stand in the document's
    fields, by their names, in place of what the file says.
    """

    encoding: str | None = None
    whole_page: bool | None = None
    repair: RepairChoice | None = None
    left_out: bool = False
    copied: bool = False
    fields: Mapping[str, str] = field(default_factory=dict[str, str])
    ocr: str | None = None

    def applied(self, options: ImportOptions) -> ImportOptions:
        """Return the options of the import as they are for this file."""
        return replace(
            options,
            encoding=self.encoding or options.encoding,
            whole_page=options.whole_page if self.whole_page is None else self.whole_page,
            repair=self.repair or options.repair,
            ocr=options.ocr if self.ocr is None else self.ocr,
        )


Choices = Mapping[str, Choice]
"""Choices by the path of the file; that of a file in an archive is the archive's, a slash, and its name there."""

AS_IT_IS = Choice()
