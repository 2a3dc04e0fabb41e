"""The estimated maximum over time: its line with how far off it can be; the first few points with their values."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PIL import Image, ImageDraw

from bot.app.cards import ProgressPoint
from bot.pictures import lettering, tones
from bot.pictures.canvas import CARD, TEAL
from bot.pictures.lettering import BOLD
from bot.pictures.scales import Days, Values, short
from bot.pictures.sheet import RIGHT, SMALL, Sheet, Style

AXIS = Style(size=SMALL, colour=tones.MUTED)
VALUE = Style(size=38, weight=BOLD)
OVER = 3
LINE = 6
EARLY = 3
"""So few points are large, and each has its value beside it."""
MOST_DOTS = 40
SPARE = 0.08
SPARE_ALONE = 0.25
"""How much room is left above and below the line, as a share of its height; around a point alone there is more."""
BESIDE = 18
APART = 16
HARDLY = 0.003


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Points in the order of their days, the share by which each can be off, and where they lie."""

    points: tuple[ProgressPoint, ...]
    share: float
    days: Days
    values: Values

    @property
    def at(self) -> list[tuple[float, float]]:
        """Return where the points lie."""
        return [(self.days.x(one.date), self.values.y(one.value)) for one in self.points]

    @property
    def is_early(self) -> bool:
        """Tell whether there are only a few points yet."""
        return len(self.points) <= EARLY

    @property
    def radii(self) -> tuple[float, float]:
        """Return how large the points are, and the newest one."""
        if self.is_early:
            return 14, 22
        return (9 if len(self.points) <= MOST_DOTS else LINE / 2), 16


def draw_line(
    sheet: Sheet, points: tuple[ProgressPoint, ...], share: float, days: Days, *, unit: str, top: int, high: int
) -> None:
    """Draw the points with their line, band and axis between two heights; nothing without points."""
    if not points:
        return
    in_order = tuple(sorted(points, key=lambda point: point.date))
    line = Line(points=in_order, share=share, days=days, values=_values(in_order, share, top, top + high))
    _draw_band(sheet, line)
    draw_grid(sheet, line.values, line.values.ticks(), unit=unit, left=round(days.left))
    _draw_points(sheet, line)
    if line.is_early:
        _name_values(sheet, line)


def _values(points: tuple[ProgressPoint, ...], share: float, top: int, bottom: int) -> Values:
    lowest = min(point.value for point in points) * (1 - share)
    highest = max(point.value for point in points) * (1 + share)
    spare = (highest - lowest or 1) * (SPARE if len(points) > 1 else SPARE_ALONE)
    return Values(low=lowest - spare, high=highest + spare, top=top, bottom=bottom)


def draw_grid(sheet: Sheet, values: Values, ticks: Sequence[float], *, unit: str, left: int) -> None:
    """Draw a line for each round value, from a place on; the highest one names the unit."""
    for tick in ticks:
        y = round(values.y(tick))
        sheet.pen.rectangle((left, y - 1, RIGHT, y), fill=tones.RULE)
        number = short(tick, beside=ticks[-1])
        name = f"{number} {unit}" if tick == ticks[-1] else number
        sheet.text((left - BESIDE, y + 12), name, AXIS, anchor="rs")


def _draw_band(sheet: Sheet, line: Line) -> None:
    """Fill what the estimates can really be; of a single one that is what any later one has to leave to be another."""
    sides = [
        [(x, line.values.y(one.value * off)) for (x, _), one in zip(line.at, line.points, strict=True)]
        for off in (1 + line.share, 1 - line.share)
    ]
    if len(line.points) == 1:
        sheet.pen.rectangle((line.days.left, sides[0][0][1], RIGHT, sides[1][0][1]), fill=tones.HAZE)
        return
    sheet.pen.polygon([*sides[0], *reversed(sides[1])], fill=tones.HAZE)


def _draw_points(sheet: Sheet, line: Line) -> None:
    """Draw the line with its points; the newest one is the largest, and a ring."""
    left, top = round(line.days.left) - 30, round(line.values.top) - 30
    size = (RIGHT + 30 - left, round(line.values.bottom) + 30 - top)
    mask = Image.new("L", (size[0] * OVER, size[1] * OVER), 0)
    pen = ImageDraw.Draw(mask)
    at = [((x - left) * OVER, (y - top) * OVER) for x, y in line.at]
    for pair in pairwise(at):
        pen.line(pair, fill=255, width=LINE * OVER)
    usual, newest = line.radii
    for place in at:
        _dot(pen, place, usual)
    _dot(pen, at[-1], newest)
    sheet.stamp((left, top), mask.reduce(OVER), TEAL)
    (x, y), hole = line.at[-1], round(newest * 0.45)
    sheet.stamp((round(x) - hole, round(y) - hole), tones.disc(2 * hole), CARD)


def _dot(pen: ImageDraw.ImageDraw, at: tuple[float, float], radius: float) -> None:
    reach = radius * OVER
    pen.ellipse((at[0] - reach, at[1] - reach, at[0] + reach, at[1] + reach), fill=255)


def _name_values(sheet: Sheet, line: Line) -> None:
    """Write each value beside its point, the newest first; one for which there is no room stays without."""
    taken: list[tuple[float, float]] = []
    for place in reversed(range(len(line.points))):
        name = short(line.points[place].value)
        x, y = line.at[place]
        half = lettering.width(name, VALUE.size, VALUE.weight) / 2
        middle = min(max(x, line.days.left + half), RIGHT - half)
        if all(middle + half + APART <= left or middle - half - APART >= right for left, right in taken):
            taken.append((middle - half, middle + half))
            sheet.text((middle, y + _beside(line, place)), name, VALUE, anchor="ms")


def _beside(line: Line, place: int) -> float:
    """Return how far from a point the base line of its value is: on the side that the line does not take."""
    own, others = line.points[place].value, line.points[max(0, place - 1) : place + 2]
    reach = line.radii[1] if place == len(line.points) - 1 else line.radii[0]
    mean = sum(one.value for one in others) / len(others)
    return reach + 42 if own < mean * (1 - HARDLY) else -reach - 14
