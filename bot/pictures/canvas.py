"""A card to draw on: centimetres become pixels, three times too large, and are reduced at the end."""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from PIL import Image, ImageDraw

from bot.pictures.shapes import Outline, Point, dashes

OVER = 3
MARGIN = 14
CORNER = 48

CARD = "#fbf7ef"
AROUND = "#efe7d9"
SLATE = "#22303e"
FAR = "#74838f"
HAIR = "#0f1822"
TEAL = "#18998f"
ORANGE = "#d4550c"
GEAR = "#4b4b4a"
STEEL = "#83827f"
PLATE = "#d6d0c5"
FLOOR = "#8d877c"


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A window on the card: pixels per centimetre, the pixel where the point 0 lies, and by how much it all moves.

    `pen` draws on `image`.
    """

    image: Image.Image
    pen: ImageDraw.ImageDraw
    scale: float
    left: float
    floor: float
    right: float = 0
    down: float = 0

    def shifted(self, *, right: float = 0, down: float = 0) -> "View":
        """Return a window in which a whole scene stands elsewhere, by so many pixels."""
        return replace(self, right=self.right + right, down=self.down + down)

    def at(self, *, scale: float, left: float, floor: float) -> "View":
        """Return another window on the same card."""
        return replace(self, scale=scale, left=left, floor=floor)

    def pixel(self, point: Point) -> tuple[float, float]:
        """Return where a point lies on the enlarged image."""
        x, y = self.left + self.right + point.real * self.scale, self.floor + self.down - point.imag * self.scale
        return x * OVER, y * OVER

    def fill(self, outline: Outline, colour: str) -> None:
        """Fill an outline."""
        self.pen.polygon([self.pixel(point) for point in outline], fill=colour)

    def line(self, points: Sequence[Point], width: float, colour: str) -> None:
        """Draw a polyline with round ends and joints; the width is in centimetres."""
        for start, end in pairwise(points):
            if start != end:
                side = (end - start) / abs(end - start) * 1j * width / 2
                self.fill((start + side, end + side, end - side, start - side), colour)
        for point in points:
            self._dot(point, width / 2, colour)

    def ring(self, outline: Outline, width: float, colour: str) -> None:
        """Draw a closed outline."""
        self.line((*outline, outline[0]), width, colour)

    def cut_out(self, outlines: Iterable[Outline], colour: str, *, halo: float, edge: Iterable[Outline] = ()) -> None:
        """Fill outlines as one shape with a light edge around it, or around `edge` only."""
        shapes = tuple(outlines)
        for outline in tuple(edge) or shapes:
            self.ring(outline, 2 * halo, CARD)
        for outline in shapes:
            self.fill(outline, colour)

    def dashed(self, points: Sequence[Point], width: float, colour: str, *, dash: float = 3, gap: float = 2.4) -> None:
        """Draw a dashed line."""
        for start, end in dashes(points, dash=dash, gap=gap):
            self.line((start, end), width, colour)

    def arrow(self, points: Sequence[Point], width: float, colour: str) -> None:
        """Draw an arrow along a polyline, with its head at the last point and a light edge."""
        tip, direction = points[-1], points[-1] - points[-2]
        direction /= abs(direction)
        for thick, shade in ((width * 2, CARD), (width, colour)):
            extra = (thick - width) / 2
            back, side = direction * width * 2.6, direction * 1j * width * 1.9
            head = (tip + direction * extra * 2, tip - back + side * (1 + extra), tip - back - side * (1 + extra))
            shaft = [point for point in points[:-1] if abs(point - tip) > width * 2] or [points[0]]
            self.line((*shaft, tip - back * 0.8), thick, shade)
            self.fill(head, shade)

    def _dot(self, centre: Point, radius: float, colour: str) -> None:
        (x, y), r = self.pixel(centre), radius * self.scale * OVER
        self.pen.ellipse((x - r, y - r, x + r, y + r), fill=colour)


def card(width: int, height: int) -> View:
    """Return an empty card; its first window measures in pixels from the lower left."""
    image = Image.new("RGB", (width * OVER, height * OVER), CARD)
    return View(image=image, pen=ImageDraw.Draw(image), scale=1, left=0, floor=height)


def png(view: View, *, colours: int = 144) -> bytes:
    """Reduce the card, round its corners and return it as a PNG with few colours."""
    small = view.image.reduce(OVER)
    framed = Image.composite(small, Image.new("RGB", small.size, AROUND), _frame(view.image.size).reduce(OVER))
    few = framed.quantize(colours, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    out = io.BytesIO()
    few.save(out, "PNG", optimize=True)
    return out.getvalue()


def _frame(size: tuple[int, int]) -> Image.Image:
    mask = Image.new("L", size, 0)
    edge = MARGIN * OVER
    inner = (edge, edge, size[0] - edge, size[1] - edge)
    ImageDraw.Draw(mask).rounded_rectangle(inner, radius=CORNER * OVER, fill=255)
    return mask
