import gc
from itertools import pairwise
from pathlib import Path

from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QApplication

from desktop.reader.document import ReaderDocument
from desktop.reader.layout import BlockLayout, LayoutCache
from desktop.reader.roles import Role
from desktop.reader.setting import BLANK_HEIGHT
from desktop.reader.style import reader_style
from desktop.reader.typesetter import Typesetter
from desktop.settings import Settings
from desktop.theme import load_theme
from tests.desktop.reader.conftest import SENTENCE, MakeFlow, OpenText


def test_lines_keep_one_pitch_whatever_face_a_character_falls_back_to(flow_of: MakeFlow) -> None:
    flow = flow_of("好😀𠮷é" * 60)
    layout = flow.layout(0)
    tops = layout.line_tops
    assert len(tops) > 3
    assert {after - before for before, after in pairwise(tops)} == {flow.style.pitch}
    baselines = {round(line.y() + line.ascent() - top, 3) for line, top in zip(layout.lines, tops, strict=True)}
    assert len(baselines) == 1
    assert layout.height == len(tops) * flow.style.pitch + flow.style.paragraph_gap


def test_the_first_line_of_a_paragraph_is_indented_by_two_em(flow_of: MakeFlow) -> None:
    layout = flow_of(SENTENCE * 4).layout(0)
    assert layout.x_of(0, 0) == 2 * 19
    assert layout.x_of(layout.line_range(1)[0], 1) == 0


def test_a_paragraph_that_brings_its_own_indent_gets_no_other(flow_of: MakeFlow) -> None:
    assert flow_of("\u3000\u3000" + SENTENCE).layout(0).x_of(0, 0) == 0


def test_only_the_first_chunk_of_a_long_paragraph_is_indented_and_only_the_last_has_a_gap(flow_of: MakeFlow) -> None:
    flow = flow_of(SENTENCE * 150)
    first, second = flow.layout(0), flow.layout(1)
    assert first.x_of(0, 0) > 0
    assert second.x_of(0, 0) == 0
    assert first.height % flow.style.pitch == 0
    assert second.number == 0
    assert flow.layout(flow.document.block_count - 1).height % flow.style.pitch == flow.style.paragraph_gap


def test_blank_lines_are_a_small_gap(flow_of: MakeFlow) -> None:
    flow = flow_of("一\n\n \u3000\n二")
    assert [flow.layout(index).height for index in (1, 2)] == [BLANK_HEIGHT] * 2
    assert flow.layout(1).role is Role.BLANK


def test_boxes_end_with_the_glyph(flow_of: MakeFlow) -> None:
    flow = flow_of("好的，可以。")
    layout = flow.layout(0)
    (box,) = layout.rects(1, 3)
    advance = QFontMetricsF(flow.style.reading).horizontalAdvance("好")
    assert box.left() == 2 * 19 + advance
    assert box.width() == 2 * advance
    assert box.height() < flow.style.pitch


def test_what_the_interface_asks_of_its_face_does_not_reach_the_text(
    qapp: QApplication, read: OpenText, tmp_path: Path
) -> None:
    usual = qapp.font()
    narrow = QFont(usual)
    narrow.setFeature(QFont.Tag("pwid"), 1)
    qapp.setFont(narrow)
    try:
        style = reader_style(load_theme("paper"), Settings(tmp_path / "settings.ini"))
    finally:
        qapp.setFont(usual)
    document = ReaderDocument(read("会（上）他，"), title="", format="text")
    (box,) = Typesetter(document, style, 570).lay_out(0).rects(0, 6)
    assert round(box.width()) == 6 * 19


def test_a_range_over_several_lines_has_a_box_on_each(flow_of: MakeFlow) -> None:
    layout = flow_of(SENTENCE * 5).layout(0)
    boxes = layout.rects(5, layout.length)
    assert len(boxes) == len(layout.lines)
    assert boxes[1].left() == 0
    assert round(boxes[1].right()) == 30 * 19


def test_a_range_that_ends_at_a_wrap_has_no_box_on_the_next_line(flow_of: MakeFlow) -> None:
    layout = flow_of(SENTENCE * 5).layout(0)
    assert len(layout.rects(0, layout.line_range(0)[1])) == 1


def test_a_title_is_centred_without_its_hash_mark(flow_of: MakeFlow) -> None:
    flow = flow_of("# 标题\n文", title="标题", format="markdown")
    layout = flow.layout(0)
    left, right = layout.x_of(2, 0), layout.x_of(4, 0)
    assert abs((left + right) / 2 - 30 * 19 / 2) < 1.5


def test_headings_begin_where_paragraphs_begin_whatever_their_level(flow_of: MakeFlow) -> None:
    flow = flow_of("## 一\n### 二\n文", format="markdown")
    assert [round(flow.layout(0).x_of(3, 0)), round(flow.layout(1).x_of(4, 0))] == [38, 38]


def test_a_quotation_is_set_in_from_the_edge(flow_of: MakeFlow) -> None:
    layout = flow_of("> " + SENTENCE * 4, format="markdown").layout(0)
    assert [layout.x_of(layout.line_range(line)[0], line) for line in (0, 1)] == [38, 38]


def test_hidden_marks_have_no_width_and_bring_no_other_face(flow_of: MakeFlow) -> None:
    flow = flow_of("说**粗**，[人](http://a.b)*斜*a **b** c", format="markdown")
    layout = flow.layout(0)
    assert all(layout.x_of(start, 0) == layout.x_of(end, 0) for start, end in layout.hidden)
    assert [layout.painted[start - 1] for start, _ in layout.hidden] == ["说", "粗", "，", "人", "斜", " ", "b"]
    known = {*flow.style.reading.families(), *flow.style.kai.families()}
    assert {run.rawFont().familyName() for run in layout.qt.glyphRuns()} <= known


def test_what_is_pointed_at_beside_hidden_marks_is_on_the_side_of_the_pointer(flow_of: MakeFlow) -> None:
    layout = flow_of("普通**粗体**字", format="markdown").layout(0)
    before, behind = layout.x_of(2, 0), layout.x_of(6, 0)
    places = [layout.position_at(x, 0) for x in (before - 3, before + 3, behind - 3, behind + 3)]
    assert places == [2, 4, 6, 8]


def test_a_bold_passage_that_is_marked_has_the_box_of_its_letters(flow_of: MakeFlow) -> None:
    layout = flow_of("普通**粗体**字", format="markdown").layout(0)
    assert [box.width() for box in layout.rects(2, 8)] == [box.width() for box in layout.rects(4, 6)]


def test_the_cache_lets_the_least_used_go_by_characters(flow_of: MakeFlow) -> None:
    flow = flow_of("\n".join(SENTENCE * 4 for _ in range(12)))
    cache = LayoutCache(capacity=600)
    kept: list[BlockLayout] = []
    for index in range(6):
        cache.add(flow.typesetter.lay_out(index))
        first = cache.find(0)
        if first is not None:
            kept = [first]
    assert kept
    assert 0 in cache
    assert 1 not in cache
    assert len(cache) < 6


def test_lines_live_as_long_as_their_layout(flow_of: MakeFlow) -> None:
    flow = flow_of("\n".join(SENTENCE * 8 for _ in range(300)))
    held = flow.layout(0)
    for index in range(300):
        flow.layout(index)
    gc.collect()
    assert 0 not in flow.cache
    assert held.rects(0, 10)
