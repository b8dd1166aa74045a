"""The words that an export adds of its own, in the language of what it holds."""

from collections.abc import Sequence
from dataclasses import dataclass

from library.chinese.languages import Language, language_of
from library.citations.locators import LocatorChoice
from library.models import Excerpt


@dataclass(frozen=True, slots=True)
class Wording:
    """Words in one language; those with braces are filled in."""

    language: str
    page: str
    pages: str
    paragraph: str
    heading: str
    page_key: str
    paragraph_key: str
    heading_key: str
    comma: str
    semicolon: str
    colon: str
    note: str
    tags: str
    untagged: str
    undated: str
    contents: str
    index: str
    references: str
    marked: str
    original: str
    highlight_count: tuple[str, str]
    document_count: tuple[str, str]
    """What is said of one, and of any other number."""
    excerpts: str
    documents: str
    together: str
    remainder: str
    remainder_of: str
    back: str
    columns: tuple[tuple[str, str], ...]
    """By the names of the CSV's columns, and those of the other sheets."""

    def places(self, excerpt: Excerpt, locator: LocatorChoice = "page") -> tuple[str, ...]:
        """Return where an excerpt stands: by its page and paragraph, the paragraph alone, or the nearest heading."""
        heading = " ".join(excerpt.heading.split())
        if locator == "heading" and heading:
            return (self.heading.format(heading=heading),)
        many = self.pages if len(excerpt.pages) > 1 else self.page
        page = many.format(page=" ".join(excerpt.page.split())) if excerpt.page and locator == "page" else ""
        paragraph = self.paragraph.format(number=excerpt.paragraph) if excerpt.paragraph else ""
        return tuple(filter(None, (page, paragraph)))

    def counts(self, highlights: int, documents: int, day: str) -> str:
        """Return how much an export holds, and the day on which it was made."""
        numbers = (highlights, self.highlight_count), (documents, self.document_count)
        return " · ".join([*(words[count != 1].format(count=count) for count, words in numbers), day])

    def column(self, name: str) -> str:
        """Return what a column is called."""
        return dict(self.columns)[name]


ENGLISH = Wording(
    language="en",
    page="p. {page}",
    pages="pp. {page}",
    paragraph="¶ {number}",
    heading="“{heading}”",
    page_key="p. {page}",
    paragraph_key="para. {number}",
    heading_key="sec. {heading}",
    comma=", ",
    semicolon="; ",
    colon=": ",
    note="Note",
    tags="Tags",
    untagged="Without a tag",
    undated="Without a date",
    contents="Contents",
    index="Index of tags",
    references="References",
    marked="marked {day}",
    original="[sic: {quote}]",
    highlight_count=("{count} highlight", "{count} highlights"),
    document_count=("{count} document", "{count} documents"),
    excerpts="Excerpts",
    documents="Documents",
    together="Tags together",
    remainder="Long texts",
    remainder_of=" … (continued on the sheet “Long texts”)",
    back="Open in Zhupi",
    columns=(
        ("quote", "Quotation"),
        ("correction", "Corrected"),
        ("note", "Note"),
        ("tags", "Tags"),
        ("color", "Colour"),
        ("document", "Document"),
        ("headings", "Headings"),
        ("paragraph", "Paragraph"),
        ("page", "Page"),
        ("speaker", "Speaker"),
        ("before", "Text before"),
        ("after", "Text after"),
        ("author", "Author"),
        ("issuer", "Issuer"),
        ("number", "Number"),
        ("date", "Date"),
        ("created", "Marked"),
        ("modified", "Changed"),
        ("citation", "Citation"),
        ("start", "Start"),
        ("end", "End"),
        ("document_id", "Document ID"),
        ("highlight_id", "Highlight ID"),
        ("highlights", "Highlights"),
        ("length", "Characters"),
        ("citekey", "Citation key"),
        ("tag", "Tag"),
        ("count", "Highlights"),
        ("total", "With those below"),
        ("here", "In this export"),
        ("description", "Description"),
        ("includes", "Belongs here"),
        ("excludes", "Does not belong"),
        ("example", "Example"),
        ("column", "Column"),
        ("part", "Part"),
        ("text", "Text"),
        ("link", "Link"),
    ),
)

CHINESE = Wording(
    language="zh-CN",
    page="第 {page} 页",
    pages="第 {page} 页",
    paragraph="第 {number} 段",
    heading="“{heading}”",
    page_key="页 {page}",
    paragraph_key="段 {number}",
    heading_key="节 {heading}",
    comma="，",
    semicolon="；",
    colon="：",
    note="批注",
    tags="标签",
    untagged="无标签",
    undated="无日期",
    contents="目录",
    index="标签索引",
    references="参考文献",
    marked="{day} 划线",
    original="［原文：{quote}］",
    highlight_count=("{count} 处划线", "{count} 处划线"),
    document_count=("{count} 篇文献", "{count} 篇文献"),
    excerpts="摘录",
    documents="文献",
    together="标签共现",
    remainder="长文本",
    remainder_of=" ……（续见工作表“长文本”）",
    back="在朱批中打开",
    columns=(
        ("quote", "引文"),
        ("correction", "更正"),
        ("note", "批注"),
        ("tags", "标签"),
        ("color", "颜色"),
        ("document", "文献"),
        ("headings", "标题"),
        ("paragraph", "段落"),
        ("page", "页码"),
        ("speaker", "发言人"),
        ("before", "上文"),
        ("after", "下文"),
        ("author", "作者"),
        ("issuer", "机构"),
        ("number", "期号"),
        ("date", "日期"),
        ("created", "划线时间"),
        ("modified", "修改时间"),
        ("citation", "引用"),
        ("start", "起"),
        ("end", "止"),
        ("document_id", "文献编号"),
        ("highlight_id", "划线编号"),
        ("highlights", "划线"),
        ("length", "字数"),
        ("citekey", "引用键"),
        ("tag", "标签"),
        ("count", "划线"),
        ("total", "含下级"),
        ("here", "本次导出"),
        ("description", "说明"),
        ("includes", "归入"),
        ("excludes", "不归入"),
        ("example", "示例"),
        ("column", "列"),
        ("part", "部分"),
        ("text", "文本"),
        ("link", "链接"),
    ),
)


def wording_for(languages: Sequence[Language], title: str = "") -> Wording:
    """Return the words in Chinese where half of the documents or more are in it; of none, where `title` is."""
    told = languages or [language_of("", title)]
    return CHINESE if told.count("chinese") * 2 >= len(told) else ENGLISH
