"""Plane geometry for the drawings: a point is a complex number, x to the right and y up, in centimetres."""

import cmath
import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

Point = complex
Outline = tuple[Point, ...]


def lean(degrees: float) -> Point:
    """Return the unit vector that leans so far forward (to the right) from the vertical."""
    return cmath.rect(1, math.radians(90 - degrees))


def hang(degrees: float) -> Point:
    """Return the unit vector that swings so far forward from straight down."""
    return cmath.rect(1, math.radians(degrees - 90))


def lean_of(vector: Point) -> float:
    """Return how far a vector leans forward from the vertical, in degrees from -180 to 180."""
    return math.degrees(math.atan2(vector.real, vector.imag))


def disc(centre: Point, radius: float, *, steps: int = 48) -> Outline:
    """Return a circle as an outline."""
    return oval(centre, radius, radius, steps=steps)


def oval(centre: Point, along: float, across: float, *, axis: Point = 1, steps: int = 48) -> Outline:
    """Return an ellipse as an outline; its first half-axis lies along the given direction."""
    turns = (math.tau * step / steps for step in range(steps))
    return tuple(centre + axis * complex(along * math.cos(turn), across * math.sin(turn)) for turn in turns)


def box(left: float, bottom: float, right: float, top: float, *, radius: float = 0) -> Outline:
    """Return an upright rectangle with rounded corners."""
    corners = ((right, top, 0), (left, top, 90), (left, bottom, 180), (right, bottom, 270))
    middle = complex((left + right) / 2, (bottom + top) / 2)
    return tuple(point for x, y, turn in corners for point in _corner(complex(x, y), middle, turn, radius))


def _corner(corner: Point, middle: Point, turn: float, radius: float) -> Iterator[Point]:
    inward = middle - corner
    centre = corner + radius * complex(math.copysign(1, inward.real), math.copysign(1, inward.imag))
    for step in range(9):
        yield centre + cmath.rect(radius, math.radians(turn + step * 90 / 8))


def smooth(points: Sequence[Point], *, steps: int = 8) -> Outline:
    """Return a closed curve through the points (Catmull–Rom)."""
    count = len(points)
    around = ([points[(i + k) % count] for k in (-1, 0, 1, 2)] for i in range(count))
    return tuple(_between(four, step / steps) for four in around for step in range(steps))


def curve(points: Sequence[Point], *, steps: int = 10) -> Outline:
    """Return an open curve through the points (Catmull–Rom)."""
    padded = [2 * points[0] - points[1], *points, 2 * points[-1] - points[-2]]
    fours = (padded[i : i + 4] for i in range(len(points) - 1))
    return (*(_between(four, step / steps) for four in fours for step in range(steps)), points[-1])


def _between(four: Sequence[Point], t: float) -> Point:
    before, start, end, after = four
    slope, arrival = (end - before) / 2, (after - start) / 2
    bend = 3 * (end - start) - 2 * slope - arrival
    return start + t * slope + t * t * bend + t**3 * (slope + arrival - 2 * (end - start))


def arc(centre: Point, radius: float, start: float, end: float, *, steps: int = 24) -> Outline:
    """Return part of a circle between two angles in degrees, counted from the right and leftwards."""
    turns = (math.radians(start + (end - start) * step / steps) for step in range(steps + 1))
    return tuple(centre + cmath.rect(radius, turn) for turn in turns)


def dashes(line: Sequence[Point], *, dash: float, gap: float) -> Iterator[tuple[Point, Point]]:
    """Cut a polyline into dashes of one length, with gaps between them."""
    lengths = [abs(b - a) for a, b in pairwise(line)]
    total = sum(lengths)
    at = 0.0
    while at < total:
        yield along(line, at), along(line, min(at + dash, total))
        at += dash + gap


def along(line: Sequence[Point], distance: float) -> Point:
    """Return the point that lies so far along a polyline."""
    for a, b in pairwise(line):
        length = abs(b - a)
        if distance <= length and length:
            return a + (b - a) * (distance / length)
        distance -= length
    return line[-1]
