"""Excerpts as a piece of HTML with its styles in place, for the clipboard and for a preview."""

from collections.abc import Iterator
from html import escape

from library.exporters.base import ExportJob
from library.exporters.palette import Palette
from library.exporters.runs import Block, Run
from library.exporters.setting import Face, look_of
from library.exporters.typesetting import typeset

SONG = "'Noto Serif CJK SC','Source Han Serif SC','Songti SC',SimSun,serif"
HEI = "'Noto Sans CJK SC','Source Han Sans SC','PingFang SC','Microsoft YaHei',SimHei,sans-serif"
KAI = "'AR PL UKai CN',KaiTi,'Kaiti SC',STKaiti,serif"
_PIXELS = 96 / 72
_FACES: dict[Face, str] = {"reading": SONG, "heading": HEI, "interface": HEI, "note": KAI, "code": "monospace"}


def rich(job: ExportJob, look: Palette) -> Iterator[str]:
    """Yield the export piece by piece, as it looks in Word and on paper; `look` are its colours."""
    for blocks in typeset(job):
        yield "".join(_paragraph(block, look) for block in blocks)


def _paragraph(block: Block, look: Palette) -> str:
    runs = "".join(_run(run, look) for run in block.runs)
    name = f"h{min(block.level, 6)}" if block.style == "heading" else "p"
    direction = "rtl" if block.is_right_to_left else "ltr"
    return f'<{name} dir="{direction}" style="{_style(block, look)}">{runs}</{name}>\n'


def _style(block: Block, look: Palette) -> str:
    """Return the style of a paragraph: its type in points, its spaces in pixels, of which Qt alone takes margins."""
    told = look_of(block)
    left = told.left * max(block.level, 1) if block.style == "item" else told.left
    before, after, left = (round(points * _PIXELS) for points in (told.before, told.after, left))
    weight = "600 " if told.bold else ""
    return (
        f"font:{weight}{told.size}pt {_FACES[told.face]};color:{look.colors[told.color]};"
        f"line-height:{round(told.lines * 140)}%;margin:{before}px 0 {after}px {left}px"
        + (f";text-align:{told.align}" if told.align != "left" else "")
        + (";text-indent:2em" if block.indented else "")
        + (";white-space:pre-wrap" if block.style == "code" else "")
    )


def _run(run: Run, look: Palette) -> str:
    text = escape(run.text).replace("\n", "<br/>")
    if run.href:
        text = f'<a href="{escape(run.href)}" style="color:{look.colors["accent"]}">{text}</a>'
    if run.role == "number":
        return f"<sup>{text}</sup>"
    if run.raised:
        text = f"<sup>{text}</sup>"
    styles = _run_styles(run, look)
    return f'<span style="{";".join(styles)}">{text}</span>' if styles else text


def _run_styles(run: Run, look: Palette) -> list[str]:
    styles = ["font-weight:600"] * run.bold + ["font-style:italic"] * run.italic
    styles += ["text-decoration:line-through"] * run.struck + ["font-family:monospace"] * run.code
    if run.role == "tag":
        styles.append(f"background-color:{look.tints[run.color] if run.color else look.colors['hover']}")
    for excerpt in run.covering[-1:]:
        under = excerpt.highlight.style == "underline"
        styles.append("text-decoration:underline" if under else f"background-color:{look.tints[excerpt.color]}")
    return styles
