"""Finding the title of a text among its first lines."""

import re

TITLE_LENGTH = 300
"""Code points of a title at most."""

_LINE_LENGTH = 60
"""Code points above which a line is no title but a paragraph."""
_LINES = 20
"""Lines that are not blank among which a title is looked for."""

_NUMERAL = r"[\d０-９〇零一二三四五六七八九十百千两]+"
_MARKS = re.compile(r"^#{1,6}\s+|\s+#+$|^(\*\*|__)(?=.+\1$)|(?<=.)(\*\*|__)$")
_LABELLED = re.compile(r"^(?:书名|書名|标题|標題|题名|題名|篇名|title)\s*[:：]\s*(.+)$", re.IGNORECASE)
_NUMBERED_ISSUE = re.compile(
    rf"^[(（]?\s*(?:\d{{4}}\s*年\s*)?(?:总|總)?\s*第\s*{_NUMERAL}\s*[期号號辑輯]\s*[)）]?(?:$|[\s(（])|"
    r"^.{0,16}[〔［\[（(【]\s*\d{4}\s*[〕］\]）)】]\s*第?\s*\d+\s*[号號]$"
)
_DATE = re.compile(
    rf"^[(（]?\s*(?:公元)?\s*(?:\d{{2,4}}|[〇零○一二三四五六七八九]{{4}})\s*[年./-]\s*{_NUMERAL}\s*"
    rf"(?:[月./-]\s*(?:{_NUMERAL})?\s*[日号]?)?\s*[)）]?$"
)
_PAGE = re.compile(rf"^(?:第\s*{_NUMERAL}\s*[页頁版]|page\s+\d)", re.IGNORECASE)
_PART = re.compile(
    rf"^(?:第\s*{_NUMERAL}\s*[章回节節卷部篇集折幕出编編]|[（(]?{_NUMERAL}[)）]?[、.．](?!\d)|chapter\s+[\divxlc]+\b)",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"^(?:会议)?(?:时\s*间|地\s*点|主\s*持|主持人|出\s*席|列\s*席|缺\s*席|参\s*加|参会|人员|记\s*录|记录人|来\s*源|作\s*者|发布|发布时间|日\s*期|编\s*号|"
    r"单\s*位|主\s*办|承\s*办|联系人|电\s*话|关键词|摘\s*要|采访|采访人|采访时间|受访人|访谈人|整理|摄影|编辑|责任编辑|阅读|译者|出版社|"
    r"[Aa]uthor|[Dd]ate|[Ss]ource|[Bb]y)(?:人员|时间|地点)?\s?[：:]"
)
_MASTHEAD = re.compile(r"(?:文件|简报|簡報|通讯|通訊|快报|专报|专刊|公报|动态|日报|晚报|早报|时报|周报|导报)$")
_ISSUER = re.compile(
    r"(?:办公室|辦公室|办公厅|委员会|委員會|秘书处|秘書處|研究室|编辑部|編輯部|编印|編印|主办|主辦|印发|编)$"
)
_CELLS = re.compile(r"\s*(?:\u3000|\s{2,})\s*")
_ENDS = "。.；;，,、：:…"
_CLOSERS = "”’」』）)》】\"'"
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]+")


def title_of(text: str, fallback: str) -> str:
    """Return the first line of `text` that reads like a title, or `fallback`: one line of at most TITLE_LENGTH.

    See `title_span` for what a title is.
    """
    span = title_span(text)
    return one_line(_unmarked(text[span[0] : span[1]]) if span else fallback)


def title_span(text: str) -> tuple[int, int] | None:
    """Return where the line stands that reads like the title of `text`, as (start, end) in code points, or None.

    A title is short, has letters and does not end as a sentence does. Dates, numbers of documents and issues, labels
    with their values and numbered parts are none; nor is the masthead of an official paper, which is what stands above
    its number, with the issuer below. The search ends at the first paragraph and at the first numbered part.
    """
    lines = _first_lines(text)
    for start, line in lines:
        labelled = _LABELLED.match(line)
        if labelled:
            return start + labelled.start(1), start + labelled.end(1)
    numbers = [place for place, (_, line) in enumerate(lines) if _NUMBERED_ISSUE.search(line)]
    below = numbers[-1] + 1 if numbers else 0
    body = [(start, line) for start, line in lines[below:] if not (below and _ISSUER.search(line))]
    head = [(start, line) for start, line in lines[:below] if not _MASTHEAD.search(line)]
    titles = [(start, line) for start, line in (*body, *head) if _is_title(line)]
    if len(titles) > 1 and _ISSUER.search(titles[0][1]) and titles[1][1].startswith(("关于", "關於")):
        del titles[0]  # who issues what the title names
    return (titles[0][0], titles[0][0] + len(titles[0][1])) if titles else None


def one_line(title: str) -> str:
    """Return `title` on one line, its white space single, without controls and cut at TITLE_LENGTH code points.

    The name of a file may hold lone surrogates (bytes that are no UTF-8), which cannot be stored: they become `?`.
    """
    title = title.encode("utf-8", "replace").decode()
    return " ".join(_CONTROLS.sub(" ", title).split())[:TITLE_LENGTH].rstrip()


def _first_lines(text: str) -> list[tuple[int, str]]:
    """Return the lines before the first paragraph or numbered part, without blank ones, and where each begins."""
    lines: list[tuple[int, str]] = []
    start = 0
    while start < len(text) and len(lines) < _LINES:
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        written = text[start : min(end, start + 4 * TITLE_LENGTH)]
        line = written.strip()
        at, start = start + len(written) - len(written.lstrip()), end + 1
        if not line:
            continue
        plain = _unmarked(line)
        if len(plain) > _LINE_LENGTH or line.endswith(("。", "。”", "。’", "。」")) or _PART.match(plain):
            break
        lines.append((at, line))
    return lines


def _unmarked(line: str) -> str:
    """Return a line without the Markdown marks of a heading or of bold text round it."""
    return _MARKS.sub("", line).strip()


def _is_title(line: str) -> bool:
    plain = _unmarked(line)
    bare = plain.rstrip(_CLOSERS)
    if not any(character.isalpha() for character in plain) or bare.endswith(tuple(_ENDS)):
        return False
    if plain[0] in "(（[【" and plain[-1] in ")）]】":
        return False
    if any(_DATE.fullmatch(cell) for cell in _CELLS.split(plain)) or _NUMBERED_ISSUE.search(plain):
        return False
    return not (_PAGE.match(plain) or _LABEL.match(plain) or plain.startswith(("http://", "https://")))
