"""A sheet for a card: text at its final size, rounded boxes and marks, and a note of where each text lies."""

import io
from dataclasses import dataclass, field

from PIL import Image, ImageDraw

from bot.app.cards import Tone
from bot.pictures import lettering, tones
from bot.pictures.canvas import AROUND, CARD, CORNER, MARGIN, SLATE

WIDE = 1080
LEFT = 64
RIGHT = WIDE - LEFT
SMALL = 34
"""The smallest letters: 12 points on a phone."""

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How a text looks."""

    size: int = SMALL
    weight: int = lettering.REGULAR
    colour: str = SLATE


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A text on the sheet: where its base line begins or ends, and how it looks."""

    text: str
    at: tuple[float, float]
    style: Style
    anchor: str

    @property
    def box(self) -> Box:
        """Return the pixels that its ink takes."""
        face = lettering.font(self.style.size, self.style.weight)
        left, top, right, bottom = face.getbbox(self.text, anchor=self.anchor)
        x, y = self.at
        return x + left, y + top, x + right, y + bottom


@dataclass(slots=True, kw_only=True)
class Sheet:
    """A card in the making, `high` pixels high."""

    high: int
    image: Image.Image = field(init=False)
    pen: ImageDraw.ImageDraw = field(init=False)
    placed: list[Placed] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Lay out an empty card with round corners."""
        self.image = Image.new("RGB", (WIDE, self.high), AROUND)
        self.pen = ImageDraw.Draw(self.image)
        self.round_box((MARGIN, MARGIN, WIDE - MARGIN, self.high - MARGIN), CORNER, CARD)

    def text(self, at: tuple[float, float], text: str, style: Style, *, anchor: str = "ls") -> float:
        """Write a text on its base line and return its width; `anchor` is Pillow's."""
        if not text:
            return 0
        face = lettering.font(style.size, style.weight)
        self.pen.text(at, text, font=face, fill=style.colour, anchor=anchor)
        self.placed.append(Placed(text=text, at=at, style=style, anchor=anchor))
        return lettering.width(text, style.size, style.weight)

    def lines(self, at: tuple[float, float], lines: list[str], style: Style, *, leading: float) -> None:
        """Write lines below each other."""
        for place, line in enumerate(lines):
            self.text((at[0], at[1] + place * leading), line, style)

    def round_box(self, box: tuple[int, int, int, int], radius: int, colour: str) -> None:
        """Fill a box with round corners."""
        left, top, right, bottom = box
        if right - left > 2 * radius:
            self.pen.rectangle((left + radius, top, right - radius - 1, bottom - 1), fill=colour)
        if bottom - top > 2 * radius:
            self.pen.rectangle((left, top + radius, right - 1, bottom - radius - 1), fill=colour)
        quarter = tones.corner(radius)
        flip, mirror = Image.Transpose.FLIP_TOP_BOTTOM, Image.Transpose.FLIP_LEFT_RIGHT
        self.stamp((left, top), quarter, colour)
        self.stamp((right - radius, top), quarter.transpose(mirror), colour)
        self.stamp((left, bottom - radius), quarter.transpose(flip), colour)
        self.stamp((right - radius, bottom - radius), quarter.transpose(flip).transpose(mirror), colour)

    def stamp(self, at: tuple[int, int], mask: Image.Image, colour: str) -> None:
        """Colour what a mask covers, from its upper left corner on."""
        self.image.paste(colour, (at[0], at[1], at[0] + mask.width, at[1] + mask.height), mask)

    def badge(self, at: tuple[int, int], tone: Tone, size: int, *, turned: bool = False) -> None:
        """Draw a verdict's mark on a disc; `turned` swaps its colours."""
        look = tones.LOOKS[tone]
        ground, ink = (look.ink, look.ground) if turned else (look.ground, look.ink)
        self.stamp(at, tones.disc(size), ground)
        self.stamp(at, tones.mark(tone, size), ink)

    def png(self) -> bytes:
        """Return the card as PNG with the colours of `tones.palette`: a third of the bytes, and of the time."""
        few = self.image.quantize(palette=tones.palette(), dither=Image.Dither.NONE)
        out = io.BytesIO()
        few.save(out, "PNG", compress_level=3)
        return out.getvalue()
