"""The size of a picture, read from its first bytes."""

import struct

LARGEST_PHOTO = 10 * 2**20
LONGEST_SIDES = 10_000
STEEPEST_RATIO = 20

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8"
_JPEG_SIZES = frozenset({0xC0, 0xC1, 0xC2})


def picture_size(content: bytes) -> tuple[int, int] | None:
    """Return width and height of a PNG or JPEG; None for anything else."""
    try:
        if content.startswith(_PNG):
            return struct.unpack_from(">II", content, 16)
        return _jpeg_size(content) if content.startswith(_JPEG) else None
    except struct.error:
        return None


def _jpeg_size(content: bytes) -> tuple[int, int] | None:
    at = 2
    while True:
        marker, kind, length = struct.unpack_from(">BBH", content, at)
        if marker != 0xFF:  # noqa: PLR2004 - every JPEG segment starts with this byte
            return None
        if kind in _JPEG_SIZES:
            height, width = struct.unpack_from(">HH", content, at + 5)
            return width, height
        at += 2 + length


def is_png(content: bytes) -> bool:
    """Tell whether a file is a PNG picture."""
    return content.startswith(_PNG)
