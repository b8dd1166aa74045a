"""From the bytes of a file to its text: the encoding given or guessed, what could not be read counted."""

import codecs
import re
from dataclasses import dataclass

from library.chinese.han import HAN
from library.errors import LibraryError, Refused
from library.importers import guessing
from library.importers.guessing import byte_order, guess
from library.importers.signatures import refuse_binary

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_WIDER = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "iso8859-1": "cp1252",
    "ascii": "utf-8",
}
"""Encodings that files name when they mean a larger one (WHATWG Encoding Standard, "names and labels")."""

_LABELS = {
    "utf-8": "UTF-8",
    "gb18030": "GB18030",
    "big5hkscs": "Big5-HKSCS",
    "cp932": "Shift-JIS",
    "euc_jp": "EUC-JP",
    "iso2022_jp": "ISO-2022-JP",
    "hz": "HZ",
    "cp949": "EUC-KR",
    "utf-16": "UTF-16",
    "utf-16-le": "UTF-16LE",
    "utf-16-be": "UTF-16BE",
    "utf-32": "UTF-32",
    "utf-32-le": "UTF-32LE",
    "utf-32-be": "UTF-32BE",
    "utf-7": "UTF-7",
    "cp1250": "Windows-1250",
    "cp1251": "Windows-1251",
    "cp1252": "Windows-1252",
    "cp1253": "Windows-1253",
    "cp1254": "Windows-1254",
    "cp1257": "Windows-1257",
    "koi8-u": "KOI8-U",
}
_NOT_ENCODINGS = frozenset({"idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined", "mbcs", "oem"})
_SURROGATES = re.compile("[\ud800-\udfff]")
_UTF8_SURROGATES = re.compile(rb"\xed[\xa0-\xaf][\x80-\xbf]\xed[\xb0-\xbf][\x80-\xbf]|\xed[\xa0-\xbf][\x80-\xbf]")
_LINE_ENDS = re.compile("\r\n?|[\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x07\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f\ufffd\ufffe\uffff]")
_LONG_SEQUENCE = re.compile(rb"[\xe0-\xf4][\x80-\xbf]{2}")
_DOUBTFUL = re.compile(rb"[\0-\x08\x0e-\x1a\x1c-\x1f]|\x1b\$|~\{")
_SHIFTED = re.compile(rb"\+[A-Za-z0-9+/]{3,}-?")
_HAN = re.compile(f"[{HAN}]")
_NEARLY = 4
"""Characters of UTF-8 that must stand for each place that is none."""

_FEW = 8
"""Stray control characters that even a short text may have, as long as they are less than half of it."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text with LF line ends and no BOM, NUL or lone surrogate, and how it was read.

    `replaced` counts the places that could not be decoded (U+FFFD stands there), `stripped` the NULs and lone
    surrogates taken out.
    """

    text: str
    encoding: str
    replaced: int = 0
    stripped: int = 0


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """Return the text of `data`, read as `encoding` or, without one, as the encoding that fits best.

    Guessing goes by the BOM, then strict UTF-8, then by how probable the text is under each candidate (`guessing`).
    Nothing is normalised but line ends. LibraryError if no encoding has this name; Refused if the bytes are no text
    or the encoding given makes no sense of them.
    """
    if encoding is not None:
        return _decode_as(data, known_encoding(encoding))
    for mark, marked in _MARKS:
        if data.startswith(mark):
            return _checked(_read(data, marked))
    refuse_binary(data)
    if _is_utf7(data):
        return _checked(_read(data, "utf-7"))
    if is_utf8(data) or is_utf8(_join_surrogates(data)[0]):
        return _checked(_read(data, "utf-8"))
    if _is_nearly_utf8(data):
        return _read(data, "utf-8")
    return _checked(_read(data, guess(data)))


def is_doubtful(data: bytes) -> bool:
    """Say whether the encoding that `decode` guesses for `data` may well be another one."""
    if not data or data.startswith(tuple(mark for mark, _ in _MARKS)):
        return False
    if is_utf8(data) or is_utf8(_join_surrogates(data)[0]):
        return False
    return not _is_nearly_utf8(data) and guessing.is_doubtful(data)


def known_encoding(name: str) -> str:
    """Return Python's name of the encoding `name`, or of the larger one that is meant; LibraryError if unknown."""
    try:
        codec = codecs.lookup(name.strip()).name
        "".encode(codec)
    except (LookupError, ValueError) as error:
        raise _unknown_encoding(name) from error
    if codec in _NOT_ENCODINGS:
        raise _unknown_encoding(name)
    return _WIDER.get(codec, codec)


def encoding_label(codec: str) -> str:
    """Return the usual written form of Python's name of an encoding."""
    return _LABELS.get(codec, codec)


def _unknown_encoding(name: str) -> LibraryError:
    return LibraryError(
        "There is no encoding called “{name}”. Give one such as utf-8, gb18030, big5, shift_jis or utf-16.", name=name
    )


def _decode_as(data: bytes, codec: str) -> Decoded:
    if codec == "utf-16" and data and not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        order = byte_order(data)
        if order is None:
            raise _senseless(codec)
        codec = order
    decoded = _read(data, codec)
    if decoded.replaced * 2 > len(decoded.text):
        raise _senseless(codec)
    return decoded


def is_undecodable(error: LibraryError) -> bool:
    """Say whether a file was refused because it makes no sense in the encoding that it was read in."""
    return error.message in (_senseless("utf-8").message, _unknown().message)


def _unknown() -> Refused:
    return Refused("This is not a text: its bytes make no sense in any known encoding.")


def _senseless(codec: str) -> Refused:
    return Refused(
        "This file makes no sense as {encoding}: most of its characters cannot be read. "
        "Choose another encoding, or let it be guessed.",
        encoding=encoding_label(codec),
    )


def is_utf8(data: bytes) -> bool:
    """Say whether `data` is UTF-8 beyond doubt: valid, and with a longer sequence than chance would make.

    Two characters of GBK may happen to be two valid sequences of two bytes, and ASCII with
    NULs and other controls may be UTF-16.
    """
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    if _LONG_SEQUENCE.search(data):
        return True
    if _DOUBTFUL.search(data):
        return False
    return data.isascii() or len(data) - len(data.decode()) > _FEW


def _is_nearly_utf8(data: bytes) -> bool:
    """Say whether `data` is UTF-8 but for some places, such as lines of another encoding that were pasted in.

    In other encodings sequences of three bytes that are valid by chance are far fewer than those that are not.
    """
    sequences = len(_LONG_SEQUENCE.findall(data))
    if sequences < _FEW or _DOUBTFUL.search(data):
        return False
    return data.decode("utf-8", "replace").count("\ufffd") * _NEARLY < sequences


def _is_utf7(data: bytes) -> bool:
    """Say whether `data` is UTF-7 (RFC 2152): letters for mails, of which most runs that may be Chinese are."""
    if not data.isascii() or not _SHIFTED.search(data):
        return False
    try:
        words = [run.decode("utf-7") for run in _SHIFTED.findall(data)]
    except UnicodeDecodeError:
        return False
    han = sum(len(_HAN.findall(word)) for word in words)
    return han >= _FEW and han * 2 > sum(map(len, words))


def _read(data: bytes, codec: str) -> Decoded:
    """Decode `data`, normalise it, and count what was replaced and taken out."""
    stripped = 0
    if codec == "utf-8":
        data, stripped = _join_surrogates(data)
    if codec.startswith(("utf-16", "utf-32")):
        text, replaced = _read_wide(data, codec)
    else:
        try:
            text, replaced = data.decode(codec), 0
        except UnicodeError:
            text = data.decode(codec, "replace")
            replaced = text.count("\ufffd") - _own_replacements(data, codec)
    text = text.removeprefix("\ufeff")
    text, surrogates = _SURROGATES.subn("", text)
    stripped += surrogates + text.count("\0")
    text = _LINE_ENDS.sub("\n", text.replace("\0", ""))
    return Decoded(text, encoding_label(codec), max(replaced, 0), stripped)


def _read_wide(data: bytes, codec: str) -> tuple[str, int]:
    """Decode two or four bytes a unit: lone surrogates pass, to be counted; a cut last unit is one replacement."""
    unit = 2 if codec.startswith("utf-16") else 4
    rest = len(data) % unit
    whole = data[: len(data) - rest]
    try:
        text = whole.decode(codec, "surrogatepass")
    except UnicodeDecodeError:
        text = whole.decode(codec, "replace")
        return text + "\ufffd" * bool(rest), text.count("\ufffd") + bool(rest)
    return text + "\ufffd" * bool(rest), int(bool(rest))


def _join_surrogates(data: bytes) -> tuple[bytes, int]:
    """Return UTF-8 with surrogates written one by one joined (CESU-8), and how many lone ones were taken out."""
    lone = 0

    def join(found: re.Match[bytes]) -> bytes:
        nonlocal lone
        if len(found[0]) == 6:
            return found[0].decode("utf-8", "surrogatepass").encode("utf-16", "surrogatepass").decode("utf-16").encode()
        lone += 1
        return b""

    return _UTF8_SURROGATES.sub(join, data), lone


def _own_replacements(data: bytes, codec: str) -> int:
    """Count the U+FFFD that the file itself has, where its encoding can write one."""
    try:
        return data.count("\ufffd".encode(codec))
    except UnicodeEncodeError:
        return 0


def _checked(decoded: Decoded) -> Decoded:
    """Return `decoded`; Refused if it has more control or unreadable characters than a text would."""
    strange = len(_CONTROLS.findall(decoded.text)) + decoded.stripped
    length = len(decoded.text) + decoded.stripped
    if strange * 20 > length and not (strange <= _FEW and strange * 2 < length):
        raise _unknown()
    return decoded
