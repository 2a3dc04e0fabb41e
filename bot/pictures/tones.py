"""The colours and marks of verdicts: a tick, a half disc and a bar can be told apart without any colour."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from PIL import Image, ImageColor, ImageDraw

from bot.app.cards import Tone
from bot.pictures.canvas import AROUND, CARD, FAR, SLATE, TEAL

MUTED = "#5b6772"
RULE = "#e4dccd"
AMBER = "#f2b632"
BRICK = "#a8400f"
HAZE = "#cfe6e1"
"""How far an estimate can be off: a pale teal."""
_OVER = 4
_STEPS = 11


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a verdict looks: its colour, and the colour of what lies on it."""

    ground: str
    ink: str


LOOKS: Mapping[Tone, Look] = {
    Tone.YES: Look(ground=TEAL, ink=CARD),
    Tone.LIGHT: Look(ground=AMBER, ink=SLATE),
    Tone.NO: Look(ground=BRICK, ink=CARD),
}


@lru_cache(maxsize=1)
def palette() -> Image.Image:
    """Return the colours of a card: its own, and those between a colour and its ground where an edge is smooth."""
    inks = (SLATE, MUTED, FAR, TEAL, AMBER, BRICK)
    pairs = [(ink, ground) for ink in inks for ground in (CARD, AROUND)] + [(AMBER, SLATE), (TEAL, HAZE)]
    own = (CARD, AROUND, *inks, RULE, HAZE)
    mixed = [_between(one, other, step / _STEPS) for one, other in pairs for step in range(1, _STEPS)]
    found = [*map(ImageColor.getrgb, own), *mixed]
    image = Image.new("P", (1, 1))
    image.putpalette([channel for colour in found for channel in colour[:3]])
    return image


def _between(one: str, other: str, share: float) -> tuple[int, ...]:
    pairs = zip(ImageColor.getrgb(one), ImageColor.getrgb(other), strict=True)
    return tuple(round(a + (b - a) * share) for a, b in pairs)


@lru_cache(maxsize=64)
def mark(tone: Tone, size: int) -> Image.Image:
    """Return the mask of a verdict's mark, in a square of so many pixels."""
    return _mask(size, _MARKS[tone])


@lru_cache(maxsize=16)
def flag(size: int) -> Image.Image:
    """Return the mask of a flag."""
    return _mask(size, _flag)


@lru_cache(maxsize=16)
def barbell(size: int) -> Image.Image:
    """Return the mask of a barbell, so many pixels wide in a square."""
    return _mask(size, _barbell)


@lru_cache(maxsize=16)
def disc(size: int) -> Image.Image:
    """Return the mask of a disc, in a square of so many pixels."""
    return _mask(size, lambda pen, unit: pen.ellipse(_scaled((0, 0, 100, 100), unit), fill=255))


@lru_cache(maxsize=64)
def corner(radius: int) -> Image.Image:
    """Return the mask of a quarter of a disc, the round side at the upper left."""
    large = Image.new("L", (radius * _OVER, radius * _OVER), 0)
    ImageDraw.Draw(large).ellipse((0, 0, 2 * radius * _OVER - 1, 2 * radius * _OVER - 1), fill=255)
    return large.reduce(_OVER)


Pen = Callable[[ImageDraw.ImageDraw, float], None]


def _mask(size: int, draw: Pen) -> Image.Image:
    large = Image.new("L", (size * _OVER, size * _OVER), 0)
    draw(ImageDraw.Draw(large), size * _OVER / 100)
    return large.reduce(_OVER)


def _tick(pen: ImageDraw.ImageDraw, unit: float) -> None:
    _stroke(pen, [(26, 52), (43, 69), (75, 33)], 12, unit)


def _half(pen: ImageDraw.ImageDraw, unit: float) -> None:
    pen.ellipse(_scaled((20, 20, 80, 80), unit), outline=255, width=round(8 * unit))
    pen.chord(_scaled((20, 20, 80, 80), unit), 90, 270, fill=255)


def _bar(pen: ImageDraw.ImageDraw, unit: float) -> None:
    pen.rounded_rectangle(_scaled((21, 43, 79, 57), unit), radius=7 * unit, fill=255)


def _flag(pen: ImageDraw.ImageDraw, unit: float) -> None:
    _stroke(pen, [(20, 12), (20, 92)], 9, unit)
    pen.polygon([(x * unit, y * unit) for x, y in ((20, 10), (90, 10), (74, 35), (90, 60), (20, 60))], fill=255)


def _barbell(pen: ImageDraw.ImageDraw, unit: float) -> None:
    for box in ((0, 45, 100, 55), (22, 18, 35, 82), (65, 18, 78, 82), (9, 32, 19, 68), (81, 32, 91, 68)):
        pen.rounded_rectangle(_scaled(box, unit), radius=4 * unit, fill=255)


def _stroke(pen: ImageDraw.ImageDraw, points: list[tuple[float, float]], wide: float, unit: float) -> None:
    scaled = [(x * unit, y * unit) for x, y in points]
    pen.line(scaled, fill=255, width=round(wide * unit), joint="curve")
    for x, y in scaled:
        half = wide * unit / 2
        pen.ellipse((x - half, y - half, x + half, y + half), fill=255)


def _scaled(box: tuple[float, float, float, float], unit: float) -> tuple[float, float, float, float]:
    left, top, right, bottom = box
    return left * unit, top * unit, right * unit, bottom * unit


_MARKS: Mapping[Tone, Pen] = {Tone.YES: _tick, Tone.LIGHT: _half, Tone.NO: _bar}
