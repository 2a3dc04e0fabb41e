"""Letters: one typeface, what of a text it can show, how wide that is, and what fits into a space."""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

from PIL import ImageFont

REGULAR = 400
MEDIUM = 500
BOLD = 700
ELLIPSIS = "…"
_FILE = str(files("fontpkg_inter") / "files" / "Inter[opsz,wght].ttf")
_OPTICAL = (14.0, 32.0)
_NARROWER = 12
_PIXELS_PER_POINT = 2.75
"""A card of 1080 pixels is about 390 points wide on a phone."""
_NOBODYS = "\U0010ffff"
"""A character that no font has: what is drawn for it is drawn for every other one that the font lacks."""


@lru_cache(maxsize=64)
def font(size: int, weight: int) -> ImageFont.FreeTypeFont:
    """Return the typeface in one size and weight.

    A variable font holds its weight as a state, so every weight is an object of its own. The basic layout is the same
    on every machine; the other one needs a library that many do not have.
    """
    face = ImageFont.truetype(_FILE, size, layout_engine=ImageFont.Layout.BASIC)
    optical = min(max(size / _PIXELS_PER_POINT, _OPTICAL[0]), _OPTICAL[1])
    face.set_variation_by_axes([optical, weight])
    return face


@lru_cache(maxsize=4096)
def has_glyph(character: str) -> bool:
    """Tell whether the typeface can show a character."""
    face = font(40, REGULAR)
    return character.isspace() or bytes(face.getmask(character)) != bytes(face.getmask(_NOBODYS))


def shown(text: str) -> str:
    """Return what of a text the typeface can show; pictographs and the signs of other scripts are left out."""
    whole = unicodedata.normalize("NFC", text)
    return " ".join("".join(one if has_glyph(one) else " " for one in whole).split())


def width(text: str, size: int, weight: int) -> float:
    """Return how wide a text is, in pixels: the basic layout sets letters side by side, whatever their neighbours."""
    return sum(_advance(letter, size, weight) for letter in text)


@lru_cache(maxsize=4096)
def _advance(letter: str, size: int, weight: int) -> float:
    return font(size, weight).getlength(letter)


def cut(text: str, size: int, weight: int, room: float) -> str:
    """Return a text, shortened with an ellipsis if it is wider than its room."""
    if width(text, size, weight) <= room:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        fits = width(text[:middle].rstrip() + ELLIPSIS, size, weight) <= room
        low, high = (middle, high) if fits else (low, middle - 1)
    return text[:low].rstrip() + ELLIPSIS


def wrap(text: str, size: int, weight: int, room: float, *, most: int) -> list[str]:
    """Return a text in at most so many lines; what is too long for them ends in an ellipsis."""
    found = list(_lines(text, size, weight, room))
    if len(found) > most:
        found[most - 1 :] = [" ".join(found[most - 1 :])]
    return [cut(line, size, weight, room) for line in found]


def balanced(text: str, size: int, weight: int, room: float, *, most: int) -> list[str]:
    """Return a text in as few lines as `wrap` does, but even ones: no word is left alone in the last."""
    found = wrap(text, size, weight, room, most=most)
    for narrower in range(int(room) - _NARROWER, 0, -_NARROWER):
        lines = list(_lines(text, size, weight, narrower))
        if len(lines) > len(found) or any(width(line, size, weight) > narrower for line in lines):
            break
        found = lines
    return found


def _lines(text: str, size: int, weight: int, room: float) -> Iterator[str]:
    line = ""
    for word in text.split():
        joined = f"{line} {word}" if line else word
        if line and width(joined, size, weight) > room:
            yield line
            line = word
        else:
            line = joined
    if line:
        yield line
