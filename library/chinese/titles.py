"""Finding the title of a text among its first lines."""

import re
from itertools import takewhile

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
    rf"^(?:《[^《》]{{2,24}}》\s*)?[(（〔［\[]?\s*(?:\d{{4}}\s*[〕］\]）)]?\s*年?\s*)?(?:总|總)?\s*第\s*{_NUMERAL}\s*[期号號辑輯]\s*[)）]?(?:$|[\s(（])|"
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
    r"单\s*位|主\s*办|承\s*办|联系人|电\s*话|关键词|摘\s*要|签发|签发人|核稿|拟稿|会签|主送|抄送|采访|采访人|采访时间|受访人|访谈人|整理|摄影|编辑|责任编辑|阅读|译者|出版社|"
    r"[Aa]uthor|[Dd]ate|[Ss]ource|[Bb]y)(?:人员|时间|地点)?\s?[：:]"
)
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
_CELLS = re.compile(r"\s*(?:\u3000|\s{2,})\s*")
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


def title_span(text: str) -> tuple[int, int] | None:
    """Return where the line or lines stand that read like the title of `text`, as (start, end) in code points, or None.

    A title is short, has letters and does not end as a sentence does. Dates, numbers of documents and issues, labels
    with their values and numbered parts are none; nor is the masthead of an official paper, which is what stands above
    its number, with the issuer below. The search ends at the first paragraph and at the first numbered part.
    """
    lines = list(takewhile(lambda line: not _CONTENTS.fullmatch(line[1]), _first_lines(text)))
    for start, line in lines:
        labelled = _LABELLED.match(line)
        if labelled:
            return start + labelled.start(1), start + labelled.end(1)
    numbers = [place for place, (_, line) in enumerate(lines) if _NUMBERED_ISSUE.search(line)]
    below = numbers[-1] + 1 if numbers else 0
    body = [(start, line) for start, line in lines[below:] if not (below and _ISSUER.search(line))]
    head = [(start, line) for start, line in lines[:below] if not _MASTHEAD.search(line)]
    titles = [(start, line) for start, line in (*body, *head) if _is_title(line)]
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
    if (plain[0] in "(（[【" and plain[-1] in ")）]】") or _PREFACE.fullmatch(plain) or _SECRET.fullmatch(plain):
        return False
    if any(_DATE.fullmatch(cell) for cell in _CELLS.split(plain)) or _NUMBERED_ISSUE.search(plain):
        return False
    return not (_PAGE.match(plain) or _LABEL.match(plain) or plain.startswith(("http://", "https://")))
