"""What the head of a picture says: how large its pages are, whatever is wrong with it."""

import struct
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from library.errors import Refused
from library.ocr.pictures import Sheet, sheets_of
from tests.pictures import png, tiff

JPEG = (
    b"\xff\xd8\xff\xe0\0\x10JFIF\0\1\2\2" + struct.pack(">HH", 118, 118) + b"\0\0"
    b"\xff\xc4\0\x04\0\0\xff\xff\xc0\0\x0b\x08" + struct.pack(">HH", 3508, 2480)
)  # fmt: skip


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (png(2480, 3, dots=300), [Sheet(2480, 3, 300)]),
        (png(60, 2340, dots=72), [Sheet(60, 2340, 72)]),
        (png(60, 2340, dots=10), [Sheet(60, 2340, 200)]),
        (png(3, 2), [Sheet(3, 2, 70)]),
        (JPEG, [Sheet(2480, 3508, 300)]),
        (tiff((30, 20), (50, 40), dots=200), [Sheet(30, 20, 200), Sheet(50, 40, 200)]),
        (tiff((30, 20), order=">", dots=150), [Sheet(30, 20, 150)]),
    ],
)
def test_pages_sizes_and_dots(data: bytes, found: list[Sheet]) -> None:
    assert sheets_of(data) == found


def test_pages_that_lead_in_a_circle_end() -> None:
    circle = bytearray(tiff((3, 2)))
    circle[8 + 2 + 120 : 8 + 2 + 120 + 4] = struct.pack("<I", 8)
    assert len(sheets_of(bytes(circle))) == 1


@settings(max_examples=60)
@given(st.sampled_from([png(3, 2, dots=300), JPEG, tiff((3, 2), (4, 5))]), st.integers(0, 200), st.binary(max_size=9))
def test_whatever_is_wrong_it_is_refused_or_read(data: bytes, at: int, other: bytes) -> None:
    for broken in (data[:at], data[:at] + other + data[at + len(other) :]):
        with suppress(Refused):
            assert all(sheet.width > 0 and sheet.height > 0 for sheet in sheets_of(broken))
