"""One small fixed library, exported in every format, and the files that the exports are compared with.

After a wanted change of what a format writes, `python -m tests.library.exporters.referencelibrary` writes the files
anew; what git then shows has to be read before it is kept. Ids and moments are told by their names in it.
"""

import io
import os
import re
import zipfile
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from lxml import etree

from library import exporters
from library.elements import Element
from library.exporters.base import Carried, Exporter, ExportJob, ExportOptions, ExportScope
from library.exporters.scope import collect
from library.library import Library
from library.models import Draft, PreparedDraft
from library.progress import Progress
from tests.library.exporters.reading import pages

FOLDER = Path(__file__).parent / "references"
CONTENTS = ("excerpts", "theme", "annotated", "memo")
RECORD = (
    "槐树巷议事记录\n\n一、缘起\n\n二〇一九年六月，𠮷祥里的居民把意见写在墙上😀。主任说：“先听完，再说话。”"
    "于是从产要求，凡是来的人都说了。\n\n二、办法\n\n柳三：规则要短，<b>人人</b>记得住；= 号以下不算。\n"
)
OLD = "城東志略\n\n街坊自治，曰「先聽而後言」，其來久矣。\n\n𠮷氏居焉。\n"
ENGLISH = "Rules in Use\n\nRules that are *not* enforced are “words on paper”, said the keeper of 12 wells.\n"
_UUID = re.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z")
_PARTS = ("word/document.xml", "word/footnotes.xml", "word/comments.xml", "xl/workbook.xml")
_PAGE_NUMBER = re.compile(r"\s+\d+\s*(?=\f|\Z)")
_STYLE_SHEET = re.compile("<style>.*?</style>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Case:
    """An export of the library: what of it, and in which format."""

    content: str
    exporter: Exporter

    @property
    def path(self) -> Path:
        """The file that it is compared with."""
        kind = {"docx": ".docx.xml", "xlsx": ".xlsx.xml", "pdf": ".pdf.txt"}
        return FOLDER / f"{self.content}{kind.get(self.exporter.name, self.exporter.suffix)}"


def cases() -> list[Case]:
    """Return every export there is: in each format what it can hold."""
    return [
        Case(content, exporter)
        for exporter in exporters.BUILT_IN
        for content in CONTENTS
        if ("excerpts" if content == "theme" else content) in exporter.contents
        and not (content == "theme" and exporter.complete)
    ]


class ReferenceLibrary:
    """The library, made at `path`; what is written of it can be compared with a file."""

    def __init__(self, path: Path) -> None:
        self.library = Library.create(path / "槐树巷.zhupi")
        self._names: dict[str, str] = {}
        self._fill()

    def exported(self, case: Case) -> str:
        """Return what an export writes, as text in which nothing is left to chance."""
        file = io.BytesIO()
        case.exporter.write(self._job(case.content), file, Progress())
        return self._settled(_as_text(file.getvalue(), case.exporter.name))

    def _job(self, content: str) -> ExportJob:
        carried = Carried(originals=True, context=content == "theme", dates=False)
        options = ExportOptions(
            grouping="theme" if content == "theme" else "document",
            carried=carried,
            annotated=content == "annotated",
            style="" if content == "excerpts" else "gbt7714-2025",
            footnotes=content != "memo",
            locator="heading" if content == "theme" else "page",
            marks="script" if content == "memo" else "none",
        )
        scope = ExportScope(memo_id=self.library.memos.all()[0].id) if content == "memo" else ExportScope()
        return replace(collect(self.library, scope, options), made="2024-05-02")

    def _settled(self, text: str) -> str:
        others: dict[str, str] = {}

        def name(found: re.Match[str]) -> str:
            return self._names.get(found[0]) or others.setdefault(found[0], f"ID-{len(others) + 1}")

        return _MOMENT.sub("2024-05-01T08:00:00.000Z", _UUID.sub(name, text))

    def _fill(self) -> None:
        at = RECORD.index
        first, second = at("一、"), at("二、办")
        elements = (
            Element(0, second, "page", "1 11"),
            Element(first, first + 4, "heading", "2"),
            Element(second, len(RECORD), "page", "2 12"),
            Element(second, second + 4, "heading", "2"),
        )
        record = self._add(Draft(RECORD, "槐树巷议事记录", "text", elements=elements), "record")
        old = self._add(Draft(OLD, "城東志略", "text"), "old")
        rules = self._add(Draft(ENGLISH, "Rules in Use", "text"), "rules")
        describe = self.library.fields.describe
        describe([record], kind="official", issuer="槐树巷街道办事处", date="2019-06-18", number="槐街〔2019〕12号")
        describe([old], kind="gazetteer", author="（清）𠮷三", date="1872", place="城東", publisher="𠮷氏家塾")
        describe([rules], kind="book", author="Ann Keeper; Bo Wells", date="1990", publisher="Well & Sons")
        self.library.notes.write("document", record, "读过**两遍**。")
        self.library.speakers.set(record, at("柳三"), len(RECORD) - 1, "柳三")
        self._mark_all(record, old, rules)

    def _mark_all(self, record: str, old: str, rules: str) -> None:
        note = "𠮷与😀都在。\n\n- 一\n- 二"
        self._mark(record, RECORD, "𠮷祥里的居民把意见写在墙上😀", ("主题/公开/墙报",), note)
        self._mark(record, RECORD, "把意见写在墙上😀。主任说：“先听完，再说话。”", ("主题", "方法"))
        corrected = self._mark(record, RECORD, "从产要求", ("主题/公开",), "原文有误。")
        self.library.highlights.correct(corrected, "从严要求")
        self._mark(record, RECORD, "<b>人人</b>记得住；= 号以下", note="*短*才 <i>好</i>。")
        across = self._mark(record, RECORD, "于是从产要求，凡是来的人都说了。\n\n二、办法\n\n柳三：规则要短", ("方法",))
        self.library.highlights.restyle([across], "underline")
        first = self._mark(old, OLD, "曰「先聽而後言」", ("主题/公开",))
        second = self._mark(rules, ENGLISH, "Rules that are *not* enforced are “words on paper”", ("方法",), "Cf. p. 3")
        prose = f"## 规则\n\n先看**旧志**：\n\n![[highlight:{first}]]\n\n与此相近：\n\n![[highlight:{second}]]\n\n"
        memo = self.library.memos.add("规则的由来", f"{prose}![[highlight:{across}]]\n\n余论。\n")
        self._names[memo.id] = "MEMO"

    def _add(self, draft: Draft, name: str) -> str:
        prepared = PreparedDraft(draft, self.library.texts.add_text(draft.text), "", "", "")
        ((document, _),) = self.library.documents.add_drafts([prepared])
        self._names[document.id] = f"DOCUMENT-{name}"
        return document.id

    def _mark(self, document_id: str, text: str, quote: str, tags: tuple[str, ...] = (), note: str = "") -> str:
        start = text.index(quote)
        mark = self.library.highlights.add(document_id, start, start + len(quote), tags=tags, note=note)
        self._names[mark.id] = f"HIGHLIGHT-{sum(name.startswith('HIGHLIGHT') for name in self._names.values()) + 1}"
        return mark.id


def _as_text(data: bytes, name: str) -> str:
    if name in ("docx", "xlsx"):
        return _parts_of(data)
    if name == "pdf":
        # where lines and pages end, and whether there are emoji, depends on the faces that a machine has
        return re.sub("(?<=[。—])", "\n", re.sub(r"[\s😀]+", "", _PAGE_NUMBER.sub("", pages(data)))) + "\n"
    return _STYLE_SHEET.sub("<style></style>", data.decode("utf-8"))


def _parts_of(data: bytes) -> str:
    """Return the parts of a package that hold what was exported, an element a line."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = [name for name in package.namelist() if name in _PARTS or name.startswith("xl/worksheets/sheet")]
        shown = [(name, etree.fromstring(package.read(name))) for name in sorted(names)]
    made: list[str] = []
    for name, root in shown:
        etree.indent(root)
        made.append(f"<!-- {name} -->\n{etree.tostring(root, encoding='unicode')}\n")
    return "".join(made)


def renew() -> None:
    """Write all files anew, and remove those that nothing is compared with any more."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    wanted = cases()
    for path in FOLDER.iterdir():
        path.unlink()
    with TemporaryDirectory() as folder:
        made = ReferenceLibrary(Path(folder))
        with closing(made.library):
            for case in wanted:
                case.path.write_bytes(made.exported(case).encode())


if __name__ == "__main__":
    renew()
