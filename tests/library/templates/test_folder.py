"""The folder of templates: what is one, and what can be read of it."""

import os
from pathlib import Path

import pytest

from library.errors import NotFound, Refused, StorageFailed
from library.templates.folder import Template, add_examples, find_template, read_sources, suffix_of, templates_in


def test_templates_are_listed_by_name_and_say_what_they_write(tmp_path: Path) -> None:
    for name in ("乙.md.j2", "a.tex.j2", "_m.j2", ".b.j2", "c.md", "plain.j2"):
        (tmp_path / name).write_text("", encoding="utf-8")
    (tmp_path / "d.j2").mkdir()
    shown = [(template.label, template.suffix) for template in templates_in(tmp_path)]
    assert shown == [("a", ".tex"), ("plain", ".txt"), ("乙", ".md")]
    assert templates_in(tmp_path / "不在") == []
    assert suffix_of("A.HTML.j2") == ".html"


@pytest.mark.skipif(os.name != "posix", reason="links need rights there")
def test_links_lead_nowhere(tmp_path: Path) -> None:
    folder = tmp_path / "templates"
    folder.mkdir()
    (tmp_path / "secret.j2").write_text("秘密", encoding="utf-8")
    (folder / "a.md.j2").symlink_to(tmp_path / "secret.j2")
    assert templates_in(folder) == []
    (folder / "b.md.j2").write_text("好", encoding="utf-8")
    assert read_sources(Template(folder / "b.md.j2", folder)) == {"b.md.j2": "好"}
    (tmp_path / "link").symlink_to(folder)
    assert templates_in(tmp_path / "link") == []


def test_one_is_found_by_path_and_by_name(tmp_path: Path) -> None:
    (tmp_path / "甲.md.j2").write_text("", encoding="utf-8")
    for wanted in ("甲", "甲.md", "甲.md.j2", str(tmp_path / "甲.md.j2")):
        assert find_template(tmp_path, wanted).name == "甲.md.j2"
    with pytest.raises(NotFound, match=r"甲\.md\.j2"):
        find_template(tmp_path, "乙")


def test_what_cannot_be_read_is_refused(tmp_path: Path) -> None:
    template = Template(tmp_path / "a.j2", tmp_path)
    with pytest.raises(Refused, match=r"a\.j2"):
        read_sources(template)
    template.path.write_bytes("甲\n乙".encode("gb18030"))
    with pytest.raises(Refused, match=r"Line 1 .* UTF-8"):
        read_sources(template)
    template.path.write_bytes(b"x" * (1 << 20) + b"y")
    with pytest.raises(Refused, match="megabyte"):
        read_sources(template)
    template.path.write_bytes(b"\xef\xbb\xbfx")
    (tmp_path / "b.j2").write_bytes(b"\xff")
    assert read_sources(template) == {"a.j2": "x"}


def test_examples_leave_what_is_there(tmp_path: Path) -> None:
    folder = tmp_path / "templates"
    assert len(add_examples(folder)) == 5
    (folder / "读书札记.txt.j2").write_text("我的", encoding="utf-8")
    (folder / "Templates.md").unlink()
    assert [path.name for path in add_examples(folder)] == ["Templates.md"]
    assert (folder / "读书札记.txt.j2").read_text(encoding="utf-8") == "我的"


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "templates").write_text("", encoding="utf-8")
    with pytest.raises(StorageFailed, match="templates"):
        add_examples(tmp_path / "templates")
