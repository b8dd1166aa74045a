"""What makes a difference in an export, and what a format cannot hold, in words."""

from dataclasses import dataclass

from desktop.translation import tr
from library.exporters.base import Content, Exporter


@dataclass(frozen=True, slots=True)
class Limits:
    """What there is to choose of an export of `content`, of which `exporter` may hold less than was asked for."""

    exporter: Exporter
    content: Content

    @property
    def is_memo(self) -> bool:
        """Whether a memo goes out, in its own order."""
        return self.content == "memo"

    @property
    def can_be_whole(self) -> bool:
        """Whether whole texts may go out instead of quotations."""
        return "annotated" in self.exporter.contents and not self.is_memo

    @property
    def has_order(self) -> bool:
        """Whether quotations are grouped and put in order; in rows they stay as they are."""
        return self.content == "excerpts" and not self.exporter.complete and self.exporter.name != "xlsx"

    @property
    def has_citations(self) -> bool:
        """Whether quotations are cited in a style."""
        return self.content != "annotated" and not self.exporter.complete

    @property
    def has_places(self) -> bool:
        """Whether it is said where in a document a passage stands."""
        return (self.content != "annotated" or self.exporter.name == "markdown") and not self.exporter.complete

    @property
    def has_marks(self) -> bool:
        """Whether quotations may stand in quotation marks."""
        return self.has_citations and self.exporter.name != "xlsx"

    @property
    def has_footnotes(self) -> bool:
        """Whether the citations can be footnotes."""
        return self.content != "annotated" and self.exporter.name == "docx"

    def carries(self, what: str) -> bool:
        """Say whether it can be chosen that `what`, a field of Carried, goes out."""
        return not self.exporter.complete and not (what == "links" and self.exporter.name == "text")

    def words(self, asked: Content, name: str) -> str:
        """Return what is to be said of the format called `name`, nothing where everything is as `asked` for."""
        if asked == "memo":
            return _of_memo(self.exporter, name)
        if asked not in self.exporter.contents:
            return tr("{format} holds quotations, not whole texts.", format=name)
        if self.exporter.complete:
            return tr("{format} carries all that is known of every highlight.", format=name)
        if self.exporter.name == "xlsx":
            return tr("A row for every quotation; documents and tags have sheets of their own.")
        return ""


def _of_memo(exporter: Exporter, name: str) -> str:
    if "memo" not in exporter.contents:
        return tr("{format} cannot hold a memo. Choose another format, such as Word or Markdown.", format=name)
    return tr("A memo goes out as it stands: its excerpts in their order, with the prose between them.")
