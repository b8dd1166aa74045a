"""How texts of one kind are set, with a page of such a text beside it that shows every change at once."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.dialogs.preferencefields import Fields
from desktop.reader.pane import ReaderPane
from desktop.reader.style import ReaderStyle, reader_style
from desktop.settings import Settings
from desktop.theme import Themes
from desktop.translation import tr
from desktop.typesettings import OF_KIND, Kind
from library.storage.blocks import build_table
from library.storage.texts import ReadingText

_SAMPLES = {
    Kind.CHINESE: (
        "渡口的早晨",
        "# 渡口的早晨\n\n"
        "天还没亮，摆渡的老人已经把船解开。他说：“水涨了两尺，今天只走三趟。”岸上的人数了数，连孩子在内，一共17个。\n\n"
        "## 一、过河的人\n\n"
        "“先让挑担子的走，”有人提议，“空手的等一等。”这句话后来成了**渡口的规矩**，写在木牌上，也写进了《渡口志》。\n\n"
        "> 先挑担，后空手；先老幼，后青壮。\n\n"
        "第二年修了桥，Ferry一词从县里的英文路牌上消失了；可是老人仍旧每天清早到岸边坐一会儿，看水，也看桥上的人来人往。\n",
    ),
    Kind.LATIN: (
        "A Morning at the Ferry",
        "# A Morning at the Ferry\n\n"
        "It was still dark when the old man untied the boat. “The river is up two feet,” he said; “we cross three "
        "times today, and no more.” Those on the bank counted themselves: seventeen, with the children.\n\n"
        "## Those Who Crossed\n\n"
        "“Let the ones with loads go first,” somebody proposed, “and the others wait.” The words became *the rule of "
        "the ferry*: they were painted on a board, and entered in the annals of the county.\n\n"
        "> Loads before empty hands, the old and the young before the strong.\n\n"
        "A year later there was a bridge. The old man still came down at daybreak to sit by the water for a while.\n",
    ),
}  # fmt: skip
_FORM_WIDTH = 300
_SYSTEMS = {
    Kind.CHINESE: QFontDatabase.WritingSystem.SimplifiedChinese,
    Kind.LATIN: QFontDatabase.WritingSystem.Latin,
}


class TypePage(QWidget):
    """A form over the settings of one kind of text, and a text set by them."""

    def __init__(self, settings: Settings, themes: Themes, kind: Kind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._themes = themes
        self.kind = kind
        self.fields = Fields(settings, self)
        self._add_fields()
        self.pane = ReaderPane(self._style(), self)
        self.pane.setFrameShape(QFrame.Shape.NoFrame)
        title, text = _SAMPLES[kind]
        self.pane.open_text(ReadingText(text.encode(), build_table(text)), title=title, format="markdown")
        form = QWidget(self)
        form.setFixedWidth(_FORM_WIDTH)
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self.fields.form)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(20)
        row.addWidget(form)
        row.addWidget(self.pane, 1)
        settings.changed.connect(self._restyle)
        themes.changed.connect(self._restyle)

    def retranslate(self) -> None:
        """Write all words anew."""
        families = QFontDatabase.families(_SYSTEMS[self.kind])
        offered = sorted((name for name in families if not QFontDatabase.isPrivateFamily(name)), key=str.casefold)
        self._family.name(tr("Typeface"))
        self._family.offer([("", tr("As the theme")), *((name, name) for name in offered)])
        self._size.name(tr("Size of type"))
        self._size.measure_in(" px")
        self._weight.name(tr("Weight"))
        self._weight.offer([(300, tr("Light")), (400, tr("Regular")), (500, tr("Medium")), (600, tr("Semibold"))])
        self._spacing.name(tr("Line spacing"))
        self._measure.name(tr("Characters a line"))
        self._margin.name(tr("Side margins"))
        self._margin.measure_in(" px")
        self._gap.name(tr("Paragraph spacing"))
        self._gap.measure_in(" px")
        self._indent.name(tr("Indent the first line of a paragraph"))
        self._justified.name(tr("Justify the lines"))
        self.pane.setAccessibleName(tr("Preview"))

    def _add_fields(self) -> None:
        chosen = OF_KIND[self.kind]
        self._family = self.fields.choice(chosen.family)
        self._size = self.fields.decimal(chosen.size, 1.0)
        self._weight = self.fields.choice(chosen.weight)
        self._spacing = self.fields.decimal(chosen.line_spacing, 0.1)
        self._measure = self.fields.number(chosen.measure)
        self._margin = self.fields.number(chosen.margin)
        self._gap = self.fields.number(chosen.paragraph_gap)
        self._indent = self.fields.check(chosen.indent)
        self._justified = self.fields.check(chosen.justified)

    def _style(self) -> ReaderStyle:
        style = reader_style(self._themes.current, self._settings).of(self.kind)
        return replace(style, numbers=False, note_lane=0)

    def _restyle(self) -> None:
        self.pane.set_style(self._style())
