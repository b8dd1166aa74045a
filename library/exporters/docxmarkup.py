"""Paragraphs as WordprocessingML (ECMA-376, part 1, 17), with the footnotes and comments that belong to them."""

import re
from collections.abc import Callable, Iterator, Sequence
from html import escape

from library.chinese.han import IDEOGRAPHS
from library.exporters.composing import Passage
from library.exporters.palette import palette
from library.exporters.runs import Block, BlockStyle, Run
from library.exporters.typesetting import remark
from library.exporters.visible import is_right_to_left
from library.links import ARROW
from library.models import Color, Excerpt

STYLES: dict[BlockStyle, str] = {
    "title": "Title", "counts": "Subtitle", "known": "ZhupiKnown", "quote": "Quote", "around": "ZhupiAround",
    "original": "ZhupiAround", "note": "ZhupiNote", "source": "ZhupiSource", "prose": "Normal", "item": "ZhupiItem",
    "code": "ZhupiCode", "quoted": "ZhupiQuoted", "reference": "Bibliography", "text": "ZhupiText",
    "particular": "ZhupiParticular", "byline": "ZhupiByline", "signature": "ZhupiSignature",
}  # fmt: skip
"""The ids of the styles; a heading has that of its level."""
INKS: dict[Color, str] = {
    "red": "magenta", "yellow": "yellow", "green": "green", "blue": "cyan", "purple": "lightGray", "brown": "lightGray",
}  # fmt: skip
"""Word's own highlighters (17.18.40), of which there are no others, as far as black type on them is easy to read."""
_SHARED: tuple[Color, ...] = ("purple", "brown")
"""Colours that have a highlighter together: a line below tells which of them it is."""
_AUTHOR = "朱批"
_HAN = re.compile(f"[{IDEOGRAPHS}]")
_DEEPEST = 9


class Manuscript:
    """Sets paragraphs one after another; `headings`, `footnotes` and `comments` are what was met in them.

    `say` tells what is said of an excerpt: that is its comment; `lead` where a click on what is marked leads.
    """

    def __init__(self, say: Callable[[Excerpt], Passage], lead: Callable[[Excerpt], str]) -> None:
        self.headings: list[tuple[int, str]] = []
        self.footnotes: list[str] = []
        self.comments: list[str] = []
        self._say = say
        self._lead = lead
        # of the excerpts that have begun and not ended yet
        self._comment_ids: dict[str, int] = {}

    def paragraphs(self, blocks: Sequence[Block]) -> str:
        """Return paragraphs that belong together as XML; line ends in them are line breaks."""
        return "".join(map(self._paragraph, blocks, (*blocks[1:], None)))

    def _paragraph(self, block: Block, following: Block | None) -> str:
        runs = "".join(part for run in block.runs for part in self._run(run))
        if block.style == "heading":
            level = min(block.level, _DEEPEST)
            self.headings.append((level, " ".join(block.text.split())))
            name = f"_Toc{len(self.headings)}"
            mark = len(self.headings)
            runs = f'<w:bookmarkStart w:id="{mark}" w:name="{name}"/>{runs}<w:bookmarkEnd w:id="{mark}"/>'
            style = f"Heading{level}"
        else:
            style = STYLES[block.style]
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{"".join(_layout(block, following))}</w:pPr>{runs}</w:p>'

    def _run(self, run: Run) -> Iterator[str]:
        if run.role == "footnote":
            yield self._footnote(run)
            return
        yield from map(self._begun, run.begins)
        yield _marked_run(run, self._lead(run.covering[-1])) if run.covering else _plain_run(run)
        yield from map(self._ended, run.ends)

    def _footnote(self, run: Run) -> str:
        back = _text_run(" ", "") + _plain_run(Run(ARROW, href=run.href)) if run.href else ""
        self.footnotes.append(_text_run(" ", "") + "".join(map(_plain_run, run.said)) + back)
        reference = f'<w:footnoteReference w:id="{len(self.footnotes)}"/>'
        return f'<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>{reference}</w:r>'

    def _begun(self, excerpt: Excerpt) -> str:
        said = remark(self._say(excerpt))
        if not said:
            return ""
        number = len(self.comments)
        self._comment_ids[excerpt.highlight.id] = number
        self.comments.append(self._comment(number, excerpt, said))
        return f'<w:commentRangeStart w:id="{number}"/>'

    def _ended(self, excerpt: Excerpt) -> str:
        number = self._comment_ids.pop(excerpt.highlight.id, None)
        if number is None:
            return ""
        reference = (
            f'<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="{number}"/></w:r>'
        )
        return f'<w:commentRangeEnd w:id="{number}"/>{reference}'

    def _comment(self, number: int, excerpt: Excerpt, said: Sequence[Block]) -> str:
        author = escape(excerpt.highlight.author or _AUTHOR)
        moment = excerpt.highlight.modified or excerpt.highlight.created
        date = f' w:date="{escape(moment[:19])}Z"' if moment else ""
        body = "".join(
            f'<w:p><w:pPr><w:pStyle w:val="CommentText"/></w:pPr>{"".join(map(_plain_run, block.runs))}</w:p>'
            for block in said
        )
        return f'<w:comment w:id="{number}" w:author="{author}" w:initials="批"{date}>{body}</w:comment>'


def _layout(block: Block, following: Block | None) -> Iterator[str]:
    """Yield what a paragraph has besides its style, in the order of the schema."""
    if _stays_above(block, following):
        yield "<w:keepNext/>"
    if block.turns:
        yield "<w:pageBreakBefore/>"
    barred = block.color is not None and block.style in ("quote", "around", "original")
    if block.color is not None and barred:
        color = palette("white").lines[block.color].removeprefix("#")
        yield f'<w:pBdr><w:left w:val="single" w:sz="18" w:space="10" w:color="{color}"/></w:pBdr>'
    if block.is_right_to_left:
        yield "<w:bidi/>"
    if block.is_right_to_left and barred:
        # the indent of the style would be at the right then, and the bar not below those of other paragraphs
        yield '<w:ind w:left="0" w:right="480"/>'
    if block.style == "item":
        yield f'<w:ind w:left="{420 * max(block.level, 1)}" w:hanging="320"/>'
    elif block.indented:
        yield '<w:ind w:firstLine="440" w:firstLineChars="200"/>'
    if block.centred:
        yield '<w:jc w:val="center"/>'


def _stays_above(block: Block, following: Block | None) -> bool:
    """Say whether no page may end with a paragraph: a long quotation alone may be parted between its own."""
    if block.style == "heading":
        return True
    parted = following is None or block.style == following.style == "quote"
    return block.style in ("quote", "around", "original") and not parted


def _properties(run: Run) -> Iterator[str]:
    """Yield the properties of a run in the order of the schema."""
    if run.role == "tag":
        yield '<w:rStyle w:val="ZhupiTag"/>'
    elif run.href:
        yield '<w:rStyle w:val="Hyperlink"/>'
    elif run.code:
        yield '<w:rStyle w:val="ZhupiCodeRun"/>'
    if _HAN.search(run.text):
        # else the quotation marks and dashes of a Chinese text would be set in the Latin face
        yield '<w:rFonts w:hint="eastAsia"/>'
    if run.bold:
        yield "<w:b/><w:bCs/>"
    if run.italic:
        yield "<w:i/><w:iCs/>"
    if run.struck:
        yield "<w:strike/>"
    lined = [excerpt for excerpt in run.covering if excerpt.highlight.style == "underline"]
    inked = [excerpt for excerpt in run.covering if excerpt.highlight.style == "highlight"]
    if inked:
        yield f'<w:highlight w:val="{INKS[inked[-1].color]}"/>'
    if lined or len(inked) > 1 or (inked and inked[0].color in _SHARED):
        under = lined[-1] if lined else inked[0]
        color = palette("white").lines[under.color].removeprefix("#")
        yield f'<w:u w:val="{"single" if lined else "thick"}" w:color="{color}"/>'
    if run.role == "tag" and run.color is not None:
        fill = palette("white").tints[run.color].removeprefix("#")
        yield f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'
    if run.raised:
        yield '<w:vertAlign w:val="superscript"/>'
    if is_right_to_left(run.text):
        yield "<w:rtl/>"


def _plain_run(run: Run) -> str:
    text = _text_run(run.text, "".join(_properties(run)))
    return _field(f'HYPERLINK "{_quoted(run.href)}"', text) if run.href else text


def _marked_run(run: Run, address: str) -> str:
    """Return what is marked, which leads to its highlight and does not look like a link for that."""
    text = _text_run(run.text, "".join(_properties(run)))
    return _field(f'HYPERLINK "{_quoted(address)}"', text) if address and run.text else text


def _text_run(text: str, properties: str) -> str:
    """Return a run; a line end is a break, a tab a tab."""
    if not text:
        return ""
    pieces = "<w:br/>".join(
        "<w:tab/>".join(f'<w:t xml:space="preserve">{escape(part, quote=False)}</w:t>' for part in line.split("\t"))
        for line in text.split("\n")
    )
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{pieces}</w:r>"


def _field(instruction: str, result: str) -> str:
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    told = f'<w:r><w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
    return f"{begin}{told}{separate}{result}{end}"


def _quoted(address: str) -> str:
    return address.replace("\\", "%5C").replace('"', "%22")


def contents(headings: Sequence[tuple[int, str]], title: str) -> str:
    """Return a table of contents: a field that Word brings up to date, filled with links to the headings."""
    shown = [(number, level, text) for number, (level, text) in enumerate(headings, 1) if level <= 3]
    if len(shown) < 2:
        return ""
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText xml:space="preserve"> TOC \\o "1-3" \\h \\z \\u </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    made = f'<w:p><w:pPr><w:pStyle w:val="TOCHeading"/></w:pPr>{_text_run(title, "")}</w:p>'
    for number, level, text in shown:
        link = f'<w:hyperlink w:anchor="_Toc{number}" w:history="1">{_text_run(text, "")}</w:hyperlink>'
        before = begin if number == shown[0][0] else ""
        after = end if number == shown[-1][0] else ""
        made += f'<w:p><w:pPr><w:pStyle w:val="TOC{level}"/></w:pPr>{before}{link}{after}</w:p>'
    return made
