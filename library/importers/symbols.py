"""Signs that documents write with the letters of a font of signs."""

_GREEK = dict(
    zip(
        "ABGDEZHQIKLMNXOPRSTUFCYWabgdezhqiklmnxoprstufcyw",
        "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρστυφχψω",
        strict=True,
    )
)
_MATHEMATICS = {
    0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB2: "″",
    0xB3: "≥", 0xB4: "×", 0xB5: "∝", 0xB6: "∂", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈", 0xBC: "…",
    0xC7: "∩", 0xC8: "∪", 0xCC: "⊂", 0xCE: "∈", 0xCF: "∉", 0xD2: "®", 0xD3: "©", 0xD5: "∏", 0xD6: "√", 0xDE: "⇒",
    0xE5: "∑", 0xF2: "∫", 0x22: "∀", 0x24: "∃", 0x2D: "−", 0x5E: "⊥", 0x6A: "ϕ", 0xDB: "⇔", 0xDC: "⇐",
}  # fmt: skip
_DINGBATS = {
    0xA7: "▪", 0xA8: "□", 0xB7: "•", 0xD8: "➢", 0xFC: "✓", 0xFB: "✗", 0xFE: "☑", 0xFD: "☒", 0xE0: "→", 0xDF: "←",
    0x52: "☑", 0x54: "☒", 0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "□", 0x72: "□", 0x74: "⬧", 0x75: "◆", 0x76: "❖",
    0xAB: "★", 0xB2: "☆", 0x4A: "☺", 0x9F: "•", 0x9E: "·", 0x28: "☎", 0x2A: "✉",
}  # fmt: skip


def sign(code: int, font: str) -> str:
    """Return the character that a font of signs, Symbol or one like Wingdings, shows for a code; "" if not known.

    Codes from 0xF000 on, for private use, stand for the same signs.
    Adobe's Symbol encoding (Unicode's mapping SYMBOL.TXT) and the signs of Wingdings that stand in lists and forms.
    """
    low = code & 0xFF
    if "symbol" not in font.lower():
        return _DINGBATS.get(low, "")
    return _MATHEMATICS.get(low) or _GREEK.get(chr(low)) or (chr(low) if 0x20 <= low < 0x7F else "")
