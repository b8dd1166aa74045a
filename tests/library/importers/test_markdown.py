"""Markdown files."""

from pathlib import Path

import pytest

from library.importers.base import ImportOptions
from library.importers.markdown import MarkdownImporter, front_matter
from library.models import Draft
from library.progress import Progress


def read(folder: Path, text: str, name: str = "笔记.md") -> Draft:
    (folder / name).write_bytes(text.encode())
    (draft,) = MarkdownImporter().read(folder / name, ImportOptions(), Progress())
    return draft


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("---\ntitle: 论读书\n---\n# 别的\n", "论读书"),
        ('---\r\nauthor: 甲\r\nTitle: "He said \\"no\\""\r\n---\r\n', 'He said "no"'),
        ("---\ntitle: 'it''s'\n...\n", "it's"),
        ("---\nauthor: 甲\n---\n# 一级 **标题** `码` 😀\n正文", "一级 标题 码 😀"),
        ("## 二级\n\n# 一级\n", "一级"),
        ("### 三级\n正文\n", "三级"),
        ("标题\n====\n", "标题"),
        ("# \n\n普通的一行\n\n正文。", "普通的一行"),
        ("```\n# not a heading\n```\n# 标题\n", "标题"),
        (f"{'长' * 200}\n---\n", "笔记"),
        ("", "笔记"),
    ],
)
def test_title(tmp_path: Path, text: str, title: str) -> None:
    assert read(tmp_path, text).title == title


def test_the_text_keeps_its_marks_and_the_fields_are_read(tmp_path: Path) -> None:
    text = "---\ntitle: 题\nauthors:\n  - 甲\n  - 乙\ndate: 2019-05-04\nlang: zh\n---\n# 题\n**𠮷** e\u0301\n"
    draft = read(tmp_path, text)
    assert draft.text == text
    assert (draft.author, draft.date, draft.language) == ("甲; 乙", "2019-05-04", "zh")
    assert (draft.format, draft.encoding) == ("markdown", "UTF-8")


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("author: 甲\n", {}),
        ("---\nauthor: [甲, '乙']\n---\n", {"author": "甲; 乙"}),
        ("---\nauthor:\n- 甲\n---\n", {"author": "甲"}),
        ("---\nabstract: |\n  text\ndate: null\n---\n", {"abstract": "", "date": ""}),
        ("---\nnever closed: 1\n", {}),
        ("\n---\ntitle: late\n---\n", {}),
    ],
)
def test_front_matter(text: str, fields: dict[str, str]) -> None:
    assert front_matter(text) == fields
