"""What the rows of the shelf are called, what they count, and how they are told to who cannot see them."""

from desktop.itemmodels.holdings import ALL, Holdings
from desktop.itemmodels.memos import Memos, told_excerpts
from desktop.itemmodels.shelfnodes import EXCERPTS, LIBRARY, MEMOS, SMARTS, Node
from desktop.itemmodels.smartrows import SmartRows
from desktop.itemmodels.stages import stage_title
from desktop.translation import plural, tr, words


class ShelfWords:
    """Reads what is said in a row from what is known of the library."""

    def __init__(self, holdings: Holdings, memos: Memos, smarts: SmartRows) -> None:
        self._holdings = holdings
        self._memos = memos
        self._smarts = smarts

    def title(self, node: Node) -> str:
        """Return what a row is called on the screen."""
        match node.kind:
            case "document":
                document = self._holdings.document(node.id)
                return "" if document is None else document.title
            case "collection":
                collection = self._holdings.collection(node.id)
                return "" if collection is None else collection.name
            case "memo":
                row = self._memos.find(node.id)
                return "" if row is None else row.memo.title
            case "smart":
                smart = self._smarts.find(node.id)
                return "" if smart is None else smart.name
            case "section":
                return section_title(node.id)
            case _:
                return special_title(node.id)

    def tip(self, node: Node) -> str:
        """Return what is shown when the pointer rests on a row: its title, or what is wrong with it."""
        problem = self._smarts.problem(node.id)
        return self.title(node) if problem is None else words(problem)

    def count(self, node: Node) -> int | None:
        """Return the number at the end of a row; None where it is not known."""
        match node.kind:
            case "document":
                return self._holdings.marks(node.id)
            case "memo":
                row = self._memos.find(node.id)
                return 0 if row is None else row.excerpts
            case "smart":
                return self._smarts.count(node.id)
            case "special" if node.id == MEMOS:
                return len(self._memos)
            case "special" if node.id == EXCERPTS:
                return sum(self._holdings.marks(document.id) for document in self._holdings.documents(ALL))
            case "section":
                return 0
            case _:
                return self._holdings.count(node.id)

    def spoken(self, node: Node) -> str:
        """Return a row in words."""
        title, counted = self.title(node), self._counted(node)
        if node.kind == "document":
            stage = stage_title(self._holdings.stage(node.id))
            return tr("{title}, {count}, {stage}", title=title, count=counted, stage=stage)
        return tr("{title}, {count}", title=title, count=counted) if counted else title

    def _counted(self, node: Node) -> str:
        """Return what a row counts in words, or what is wrong with it; "" where there is nothing to say."""
        count, problem = self.count(node), self._smarts.problem(node.id)
        if problem is not None:
            return words(problem)
        if count is None or node.kind == "section":
            return ""
        match node.kind:
            case "document":
                return plural(count, "{count} highlight", "{count} highlights")
            case "memo":
                row = self._memos.find(node.id)
                return "" if row is None else told_excerpts(row)
            case "smart" | "special" if node.kind == "smart" or node.id == EXCERPTS:
                return plural(count, "{count} excerpt", "{count} excerpts")
            case "special" if node.id == MEMOS:
                return plural(count, "{count} memo", "{count} memos")
            case _:
                return plural(count, "{count} document", "{count} documents")


def section_title(key: str) -> str:
    """Return the name of a section."""
    if key == SMARTS:
        return tr("Smart collections")
    return tr("Library") if key == LIBRARY else tr("Collections")


def special_title(key: str) -> str:
    """Return the name of all documents, the recently read ones, the excerpts, the memos or the bin."""
    match key:
        case "all":
            return tr("All documents")
        case "excerpts":
            return tr("Excerpts")
        case "memos":
            return tr("Memos")
        case "bin":
            return tr("Bin")
        case _:
            return tr("Recently read")
