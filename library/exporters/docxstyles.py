"""The styles of an exported Word document: Word's own by their names, ours beside them, all with Chinese faces."""

from html import escape
from typing import TYPE_CHECKING, NamedTuple

from library.exporters.palette import palette

if TYPE_CHECKING:
    from docx.document import Document

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SONG, HEI, KAI = "SimSun", "SimHei", "KaiTi"
"""What Word shows as 宋体, 黑体 and 楷体; where they are missing, LibreOffice knows what to take for the first two."""
_LATIN, _PLAIN_LATIN, _CODE = "Times New Roman", "Arial", "Consolas"
_NONE = ("DefaultParagraphFont", "TableNormal", "NoList")
_HEADINGS = ((16, 24), (14, 18), (12.5, 14), (11.5, 12), (11, 10), (11, 10), (11, 8), (11, 8), (11, 8))
"""Of each level, its size and the space before it in points."""


class _Style(NamedTuple):
    """A style: `name` is what Word calls it; sizes, spaces and the indent at the left are points, lines are heights.

    One of characters has `face` and what follows it up to `bold` alone, and without a face or a size keeps those that
    are there; `more` is XML among the properties of runs.
    """

    id: str
    name: str
    face: str
    latin: str
    size: float
    color: str
    bold: bool = False
    left: float = 0
    before: float = 0
    after: float = 0
    lines: float = 1.0
    of_characters: bool = False
    more: str = ""
    level: int = 0
    align: str = ""


def dress(document: "Document") -> None:
    """Give a document these styles, and of those of its template leave what stands for none at all."""
    from docx.oxml.parser import parse_xml

    root = document.styles.element
    for there in root.findall(f"{{{_W}}}style"):
        if there.get(f"{{{_W}}}styleId") not in _NONE:
            root.remove(there)
    for style in _styles():
        root.append(parse_xml(_xml(style)))
    defaults = root.find(f"{{{_W}}}docDefaults")
    if defaults is not None:
        root.replace(defaults, parse_xml(_DEFAULTS))


def _styles() -> list[_Style]:
    colors = palette("white").colors
    ink, soft, note = (colors[name].removeprefix("#").upper() for name in ("ink", "soft", "note"))
    raised = '<w:vertAlign w:val="superscript"/>'
    return [
        _Style("Normal", "Normal", SONG, _LATIN, 11, ink, after=6, lines=1.5),
        _Style("Title", "Title", HEI, _PLAIN_LATIN, 22, ink, True, after=4),
        _Style("Subtitle", "Subtitle", HEI, _PLAIN_LATIN, 9, soft, after=24),
        *(
            _Style(f"Heading{n}", f"heading {n}", HEI, _PLAIN_LATIN, size, ink, True, before=gap, after=6, level=n)
            for n, (size, gap) in enumerate(_HEADINGS, 1)
        ),
        _Style("TOCHeading", "TOC Heading", HEI, _PLAIN_LATIN, 13, ink, True, before=12, after=6),
        *(_Style(f"TOC{n}", f"toc {n}", SONG, _LATIN, 10.5, ink, left=18 * (n - 1), after=2) for n in (1, 2, 3)),
        _Style("Quote", "Quote", SONG, _LATIN, 11, ink, left=24, after=2, lines=1.5),
        _Style("ZhupiText", "Zhupi Text", SONG, _LATIN, 11, ink, after=6, lines=1.6),
        _Style("ZhupiParticular", "Zhupi Particular", HEI, _PLAIN_LATIN, 9, soft, after=3, align="center"),
        _Style("ZhupiByline", "Zhupi Byline", KAI, _LATIN, 11, ink, after=6, lines=1.6),
        _Style("ZhupiSignature", "Zhupi Signature", SONG, _LATIN, 11, ink, after=6, lines=1.6, align="right"),
        _Style("ZhupiAround", "Zhupi Around", SONG, _LATIN, 9.5, soft, left=24, after=2, lines=1.3),
        _Style("ZhupiKnown", "Zhupi Known", HEI, _PLAIN_LATIN, 9, soft, after=8),
        _Style("ZhupiNote", "Zhupi Note", KAI, _LATIN, 11, note, left=24, before=2, after=4, lines=1.3),
        _Style("ZhupiSource", "Zhupi Source", HEI, _PLAIN_LATIN, 8.5, soft, left=24, before=2, after=14),
        _Style("ZhupiItem", "Zhupi Item", SONG, _LATIN, 11, ink, after=3, lines=1.5),
        _Style("ZhupiQuoted", "Zhupi Quoted", KAI, _LATIN, 11, ink, left=24, after=6, lines=1.5),
        _Style("ZhupiCode", "Zhupi Code", SONG, _CODE, 9.5, ink, left=12, after=6),
        _Style("Bibliography", "Bibliography", SONG, _LATIN, 10.5, ink, after=4, lines=1.3),
        _Style("FootnoteText", "footnote text", SONG, _LATIN, 9, ink, lines=1.2),
        _Style("CommentText", "annotation text", KAI, _LATIN, 10, ink, lines=1.2),
        _Style("Footer", "footer", HEI, _PLAIN_LATIN, 9, soft),
        _Style("ZhupiTag", "Zhupi Tag", HEI, _PLAIN_LATIN, 8.5, ink, of_characters=True),
        _Style("ZhupiCodeRun", "Zhupi Code Run", SONG, _CODE, 10, ink, of_characters=True),
        _Style("Hyperlink", "Hyperlink", "", "", 0, "0563C1", of_characters=True, more='<w:u w:val="single"/>'),
        _Style("FootnoteReference", "footnote reference", SONG, _LATIN, 9, ink, of_characters=True, more=raised),
        _Style("CommentReference", "annotation reference", SONG, _LATIN, 8, ink, of_characters=True),
    ]


def _xml(style: _Style) -> str:
    """Return a style as XML, its parts in the order of the schema (ECMA-376, part 1, 17.7.4.17)."""
    kind = "character" if style.of_characters else "paragraph"
    default = ' w:default="1"' if style.id == "Normal" else ""
    based = "" if style.of_characters or style.id == "Normal" else '<w:basedOn w:val="Normal"/>'
    following = '<w:next w:val="Normal"/>' if style.level or style.id == "Title" else ""
    paragraph = "" if style.of_characters else f"<w:pPr>{_layout(style)}</w:pPr>"
    bold = "<w:b/><w:bCs/>" if style.bold else ""
    half_points = round(style.size * 2)
    size = f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>' if half_points else ""
    faces = _faces(style.face, style.latin) if style.face else ""
    return (
        f'<w:style xmlns:w="{_W}" w:type="{kind}"{default} w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
        f"{based}{following}<w:qFormat/>{paragraph}<w:rPr>{faces}{bold}"
        f'<w:color w:val="{style.color}"/>{size}{style.more}</w:rPr></w:style>'
    )


def _layout(style: _Style) -> str:
    keep = "<w:keepNext/><w:keepLines/>" if style.level else ""
    outline = f'<w:outlineLvl w:val="{style.level - 1}"/>' if style.level else ""
    before, after, left = (round(points * 20) for points in (style.before, style.after, style.left))
    lines = round(style.lines * 240)
    align = f'<w:jc w:val="{style.align}"/>' if style.align else ""
    return (
        f'{keep}<w:spacing w:before="{before}" w:after="{after}" w:line="{lines}" w:lineRule="auto"/>'
        f'<w:ind w:left="{left}"/>{align}{outline}'
    )


def _faces(chinese: str, latin: str) -> str:
    return (
        f'<w:rFonts w:ascii="{escape(latin)}" w:hAnsi="{escape(latin)}" w:eastAsia="{escape(chinese)}" '
        f'w:cs="{escape(latin)}"/>'
    )


_DEFAULTS = (
    f'<w:docDefaults xmlns:w="{_W}"><w:rPrDefault><w:rPr>{_faces(SONG, _LATIN)}<w:sz w:val="22"/>'
    '<w:szCs w:val="22"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
    "<w:pPrDefault><w:pPr/></w:pPrDefault></w:docDefaults>"
)
