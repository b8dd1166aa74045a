"""Finding the title of a text among its first lines."""

import re
from itertools import takewhile

from library.chinese.layout import Layout
from library.chinese.particulars import PAPER, is_editors_note, is_numbered, is_particular, labels_in
from library.chinese.wrapping import is_full, wrapped_width

TITLE_LENGTH = 300
"""Code points of a title at most."""

_LINE_LENGTH = 60
"""Code points above which a line is no title but a paragraph."""
_LINES = 20
"""Lines that are not blank among which a title is looked for."""
_REACH = 12_000
_INDENT, _PROSE = 2, 20
"""White space before the first line of a paragraph, and code points of one that has a pause."""
_PAUSE = re.compile("[，,；]")

_NUMERAL = r"[\d０-９〇零一二三四五六七八九十百千两]+"
_MARKS = re.compile(r"^#{1,6}\s+|\s+#+$|^(\*\*|__)(?=.+\1$)|(?<=.)(\*\*|__)$")
_PAGE = re.compile(rf"^(?:第\s*{_NUMERAL}\s*[页頁版]|page\s+\d)", re.IGNORECASE)
_PART = re.compile(
    rf"^(?:第\s*{_NUMERAL}\s*[章回节節卷部篇集折幕出编編]|[（(]?{_NUMERAL}[)）]?[、.．](?!\d)|chapter\s+[\divxlc]+\b)",
    re.IGNORECASE,
)
_DIALOGUE = re.compile(r"(?P<label>[QA]|[问答問]|[^：:\s，。]{1,8}?)\s?[:：]")
_SPOKEN = frozenset(["Q", "A", "问", "答", "問", "记者", "記者", "采访者", "受访者", "主持人", "提问", "回答"])
_MASTHEAD = re.compile(r"(?:文件|简报|簡報|通讯|通訊|快报|专报|专刊|公报|动态|日报|晚报|早报|时报|周报|导报)$")
_ISSUER = re.compile(
    r"(?:办公室|辦公室|办公厅|委员会|委員會|秘书处|秘書處|研究室|编辑部|編輯部|编印|編印|主办|主辦|印发|编)$"
)
_KIND = re.compile(
    r"(?:通知|通告|通报|通報|公告|公报|公報|决定|決定|决议|決議|命令|意见|意見|办法|辦法|规定|規定|规则|規則|细则|細則|条例|條例|章程|"
    r"方案|计划|計劃|规划|規劃|要点|要點|报告|報告|请示|請示|批复|批復|复函|答复|答復|函|纪要|紀要|议案|議案|提案|建议|建議|说明|說明|"
    r"讲话|講話|发言|發言|致辞|致辭|总结|總結|调查|研究|倡议书|公开信|一封信|声明|聲明|信)(?:[（(].{1,24}[）)])?$"
)
"""What the title of an official paper ends in, a note such as （试行） behind it."""
_JOINED = re.compile(r"(?<=[^\x00-\u2e7f])[ \t\u3000]*\n\s*(?=[^\x00-\u2e7f])")
_ABOUT = re.compile("关于|關於")
_CONTENTS = re.compile(r"(?:目\s*[录錄次]|(?:本[期刊报])?(?:要目|目录|导读|看点))[\s：:]*")
_PREFACE = re.compile(r"(?:前\s*言|序\s*言?|自\s*序|凡\s*例|卷首语|编者按|編者按)[\s：:]*")
_SECRET = re.compile(
    r"(?:内部(?:资料|文件|刊物|参考)|秘密|机密|绝密|特急|加急|急件|注意保存|妥善保[存管]|不得(?:外传|翻印)|公开发布|"
    r"[★☆\d年月\s　，,·]|"
    r"份号[：:]?|编号[：:]?)+"
)
"""What is printed over an official paper: how secret and how urgent it is, and its number among the copies."""
_BODY = (
    r"[^，。；：、\s]{2,36}(?:办公室|辦公室|办公厅|委员会|委員會|秘书处|秘書處|研究室|编辑部|編輯部|[省市县區区州旗镇乡]委|政府|党组|局|厅|部|院|会|公司|大学|学校|"
    r"编印|編印|主办|主辦|印发|编)"
)
_BODIES = re.compile(rf"{_BODY}(?:[\s\u3000]+{_BODY})*")
_ENDS = "。.；;，,、：:…"
_CLOSERS = "”’」』）)》】\"'"
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]+")


def title_of(text: str, fallback: str) -> str:
    """Return the first line of `text` that reads like a title, or `fallback`: one line of at most TITLE_LENGTH.

    See `title_span` for what a title is.
    """
    span = title_span(text)
    return title_in(text[span[0] : span[1]]) if span else one_line(fallback)


def title_in(written: str) -> str:
    """Return a title as it stands in a text on one line: Chinese that goes on in the next line without a space."""
    return one_line(_JOINED.sub("", _unmarked(written)))


def title_span(text: str, *, of_page: bool = False) -> tuple[int, int] | None:
    """Return where the line or lines stand that read like the title of `text`, as (start, end) in code points, or None.

    A title is short, has letters and does not end as a sentence does. Dates, numbers of documents and issues, labels
    with their values and numbered parts are none; nor is the masthead of an official paper, which is what stands above
    its number, with the issuer below. The search ends at the first paragraph and at the first numbered part.
    Below the name of a newspaper the first headline is the title, but `of_page` the name is: others may follow.
    """
    lines = list(takewhile(lambda line: not _CONTENTS.fullmatch(line[1]), _first_lines(text)))
    for start, line in lines:
        for label in labels_in(line):
            if label.field == "title" and label.start < label.end:
                return start + label.start, start + label.end
    spoken = _spoken([line for _, line in lines])
    numbers = [place for place, (_, line) in enumerate(lines) if is_numbered(_unmarked(line))]
    below = numbers[-1] + 1 if numbers else 0
    body = [(start, line) for start, line in lines[below:] if not (below and _ISSUER.search(line))]
    head = [(start, line) for start, line in lines[:below] if not _MASTHEAD.search(line)]
    titles = [(start, line) for start, line in (*body, *head) if _is_title(line) and line not in spoken]
    if (
        not of_page
        and len(titles) > 1
        and titles[0] == lines[0]
        and PAPER.fullmatch(lines[0][1])
        and is_particular(lines[1][1])
    ):
        del titles[0]  # the newspaper
    while len(titles) > 1 and _BODIES.fullmatch(titles[0][1]) and _ABOUT.match(titles[1][1]):
        del titles[0]  # who issues what the title names
    return (titles[0][0], _end_of_title(titles, text)) if titles else None


def one_line(title: str) -> str:
    """Return `title` on one line, its white space single, without controls and cut at TITLE_LENGTH code points.

    The name of a file may hold lone surrogates (bytes that are no UTF-8), which cannot be stored: they become `?`.
    """
    title = title.encode("utf-8", "replace").decode()
    return " ".join(_CONTROLS.sub(" ", title).split())[:TITLE_LENGTH].rstrip()


def _end_of_title(titles: list[tuple[int, str]], text: str) -> int:
    """Return where a title ends that may go on in the next lines: up to what kind of paper it names, without a gap."""
    start, line = titles[0]
    end = start + len(line)
    if not _ABOUT.search(line) or _KIND.search(line):
        return end
    last = end
    for below, more in titles[1:]:
        if text[last:below].strip() or text.count("\n", last, below) > 1 or below + len(more) - start > TITLE_LENGTH:
            break
        last = below + len(more)
        if _KIND.search(more):
            return last
    return end


def _first_lines(text: str) -> list[tuple[int, str]]:
    """Return the lines before the first paragraph or numbered part, without blank ones, and where each begins.

    A note of the editor is passed over.
    """
    layout = Layout(text[:_REACH])
    width = wrapped_width(layout)
    lines: list[tuple[int, str]] = []
    is_in_note = False
    for index, line in enumerate(layout.texts[:_LINES]):
        plain = _unmarked(line)
        is_note = is_editors_note(plain)
        is_long = len(plain) > _LINE_LENGTH and not labels_in(plain)
        if is_note or (is_in_note and (is_long or _ends(line))):
            is_in_note = is_note and _PREFACE.fullmatch(plain) is not None
            continue
        if is_long or _ends(line) or _PART.match(plain) or _goes_on(layout, index, width):
            break
        is_in_note = False
        lines.append((layout.start(index), line))
    return lines


def _ends(line: str) -> bool:
    return line.endswith(("。", "。”", "。’", "。」"))


def _goes_on(layout: Layout, index: int, width: int | None) -> bool:
    """Say whether a line is the first of a wrapped paragraph, and not set in the middle as a title is."""
    if index + 1 >= len(layout) or not layout.are_adjacent(index) or layout.indent(index) > _INDENT:
        return False
    if width is not None and is_full(layout, index, width):
        return True
    line = layout.texts[index]
    return layout.indent(index) == _INDENT and len(line) >= _PROSE and _PAUSE.search(line) is not None


def _spoken(lines: list[str]) -> frozenset[str]:
    """Return the lines of a dialogue: those behind a label that is of none but speakers, or that comes again."""
    found = [(line, label["label"]) for line in lines if (label := _DIALOGUE.match(_unmarked(line)))]
    labels = [label for _, label in found]
    return frozenset(line for line, label in found if label in _SPOKEN or labels.count(label) > 1)


def _unmarked(line: str) -> str:
    """Return a line without the Markdown marks of a heading or of bold text round it."""
    return _MARKS.sub("", line).strip()


def _is_title(line: str) -> bool:
    plain = _unmarked(line)
    bare = plain.rstrip(_CLOSERS)
    if not any(character.isalpha() for character in plain) or bare.endswith(tuple(_ENDS)):
        return False
    if (plain[0] in "(（[【" and plain[-1] in ")）]】") or _PREFACE.fullmatch(plain) or _SECRET.fullmatch(plain):
        return False
    return not (
        is_particular(plain) or _PAGE.match(plain) or labels_in(plain) or plain.startswith(("http://", "https://"))
    )
