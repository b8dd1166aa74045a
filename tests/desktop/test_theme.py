"""Every theme can be read, is complete, and its colours stand out from one another as they should."""

import re
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QColor, QFontInfo, QFontMetricsF, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.shelf.delegate import RowFonts
from desktop.theme import GLYPHS, THEMES, Theme, Themes, load_theme, palette, shows_chinese, style_sheet, write_glyphs
from library.models import COLORS

ROOT = Path(__file__).parent.parent.parent
COLOR_TOKENS = {
    "chrome", "shelf", "page", "field", "hover", "accent_tint",
    "ink", "soft", "accent", "note", "hairline", "selection", "ruby",
}  # fmt: skip
SURFACES = ["chrome", "shelf", "page", "field", "hover", "accent_tint"]


def luminance(color: QColor) -> float:
    """Return the relative luminance (WCAG 2.2)."""
    parts = [color.redF(), color.greenF(), color.blueF()]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: QColor, second: QColor) -> float:
    dark, light = sorted((luminance(first), luminance(second)))
    return (light + 0.05) / (dark + 0.05)


@pytest.fixture(params=THEMES)
def theme(request: pytest.FixtureRequest, qapp: QApplication) -> Theme:
    return load_theme(request.param)


def test_contrast_is_measured_as_the_web_does() -> None:
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("white")) == pytest.approx(4.48, abs=0.01)


def test_every_theme_has_the_same_tokens(theme: Theme) -> None:
    assert set(theme.colors) == COLOR_TOKENS
    assert tuple(theme.tints) == tuple(theme.lines) == COLORS
    assert all(re.fullmatch("#[0-9a-f]{6}", value) for value in theme.colors.values())


def test_ink_is_read_easily_on_the_page_and_on_every_tint(theme: Theme) -> None:
    assert contrast(theme.color("ink"), theme.color("page")) >= 7
    for color in COLORS:
        assert contrast(theme.color("ink"), theme.tint(color)) >= 7, color


def test_soft_and_accent_are_read_on_every_surface(theme: Theme) -> None:
    for text, surface in product(("soft", "accent", "note", "ink"), SURFACES):
        assert contrast(theme.color(text), theme.color(surface)) >= 4.4, (text, surface)
    assert contrast(theme.color("ink"), theme.color("selection")) >= 4.5


def test_ruby_is_read_on_the_page_and_on_every_tint(theme: Theme) -> None:
    for surface in (theme.color("page"), theme.color("accent_tint"), *map(theme.tint, COLORS)):
        assert contrast(theme.color("ruby"), surface) >= 4.4, surface.name()


def test_lines_are_seen_on_the_page(theme: Theme) -> None:
    for color in COLORS:
        assert contrast(theme.line(color), theme.color("page")) >= 3, color


def test_a_theme_is_dark_when_its_page_is(theme: Theme) -> None:
    assert theme.dark == (luminance(theme.color("page")) < 0.5)


def test_colours_handed_out_are_copies(theme: Theme) -> None:
    theme.color("ink").setAlpha(0)
    assert theme.color("ink").alpha() == 255


def test_every_name_in_the_style_sheet_is_a_token(theme: Theme) -> None:
    sheet = style_sheet(theme)
    assert "$" not in sheet
    assert theme.colors["accent"] in sheet


def test_files_named_in_the_style_sheet_are_written(theme: Theme, tmp_path: Path) -> None:
    write_glyphs(theme, tmp_path)
    named = set(re.findall(r"url\(theme:([a-z-]+)\.svg\)", style_sheet(theme)))
    assert named == set(GLYPHS)
    assert all(theme.colors[token] in (tmp_path / f"{name}.svg").read_text() for name, (_, token) in GLYPHS.items())


def test_palette_takes_its_colours_from_the_tokens(theme: Theme) -> None:
    made = palette(theme)
    assert made.color(QPalette.ColorRole.Window) == theme.color("chrome")
    assert made.color(QPalette.ColorRole.Text) == theme.color("ink")


def test_faces_have_their_sizes(theme: Theme) -> None:
    assert QFontInfo(theme.interface_font()).pixelSize() == 13
    assert QFontInfo(theme.reading_font()).pixelSize() == 19
    assert QFontInfo(theme.note_font(14.5)).pixelSize() in (14, 15)
    assert theme.heading_font().bold()


def test_a_face_that_is_not_installed_is_not_asked_for(theme: Theme) -> None:
    theme.families["note"].insert(0, "No Such Face")
    try:
        assert "No Such Face" not in theme.note_font().families()
    finally:
        theme.families["note"].remove("No Such Face")


def test_the_theme_follows_the_system(qtbot: QtBot, qapp: QApplication) -> None:
    hints = qapp.styleHints()
    themes = Themes()
    chosen = Themes("sepia")
    with qtbot.waitSignal(themes.changed):
        hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert (themes.current.name, chosen.current.name) == ("night", "sepia")
    with qtbot.waitSignal(themes.changed):
        hints.colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert themes.current.name == "paper"


def test_a_chosen_theme_stays_and_is_announced(qtbot: QtBot, qapp: QApplication) -> None:
    themes = Themes("paper")
    with qtbot.waitSignal(themes.changed):
        themes.choose("sepia")
    assert themes.current.name == themes.choice == "sepia"
    assert qapp.palette().color(QPalette.ColorRole.Window) == load_theme("sepia").color("chrome")
    themes.choose("no such theme")
    assert themes.choice == "system"


def test_no_colour_is_written_outside_the_styles() -> None:
    literal = re.compile(r"""["']#[0-9a-fA-F]{3,8}["']|QColor\(\s*\d|rgba?\(\s*\d|GlobalColor\.(?!transparent)""")
    guilty = [
        f"{file.relative_to(ROOT)}:{number}"
        for file in sorted((ROOT / "desktop").rglob("*.py"))
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        if literal.search(line)
    ]
    assert not guilty


def test_chinese_can_be_shown_here(qapp: QApplication) -> None:
    assert shows_chinese()


def test_every_icon_is_used_and_every_one_that_is_named_is_there(qapp: QApplication) -> None:
    source = "".join(file.read_text(encoding="utf-8") for file in (ROOT / "desktop").rglob("*.py"))
    kept = {file.stem for file in (ROOT / "resources/icons").glob("*.svg")}
    named = set(re.findall(r'\b(?:icon|pixmap|Choice)\(\s*"([a-z-]+)"', source))
    assert {name for name in kept if f'"{name}"' not in source} == set()
    assert named <= kept


def test_narrow_punctuation_of_an_english_interface_stays_out_of_text(theme: Theme, qapp: QApplication) -> None:
    before, language = qapp.font(), QLocale()
    QLocale.setDefault(QLocale("en"))
    qapp.setFont(theme.interface_font())
    try:
        wide = QFontMetricsF(theme.reading_font()).horizontalAdvance("，")
        canvas = QPixmap(10, 10)
        painter = QPainter(canvas)
        painter.setFont(theme.interface_font())
        painter.setFont(theme.reading_font())
        drawn = painter.fontMetrics().horizontalAdvance("，")
        painter.setFont(theme.interface_font())
        painter.setFont(RowFonts(theme).title)
        title = painter.fontMetrics().horizontalAdvance("（，）")
        painter.end()
        narrow = QFontMetricsF(theme.interface_font(19)).horizontalAdvance("，")
    finally:
        qapp.setFont(before)
        QLocale.setDefault(language)
    assert drawn == round(wide) == 19
    assert title == round(3 * theme.size("interface"))
    assert narrow < wide
