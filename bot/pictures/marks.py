"""Draw what explains a position: bar paths, the middle of the foot, lines, and right or wrong."""

from collections.abc import Sequence

from bot.pictures.canvas import CARD, ORANGE, TEAL, View
from bot.pictures.shapes import Point, arc, curve, disc

GUIDE = 1.1


def plumb(view: View, x: float, bottom: float, top: float) -> None:
    """Draw the vertical line that a bar or a body keeps to."""
    view.dashed((complex(x, bottom), complex(x, top)), GUIDE, ORANGE)


def mid_foot(view: View, x: float, *, size: float = 3.2) -> None:
    """Mark the middle of the foot under the floor."""
    view.fill((complex(x, -1.6), complex(x - size, -1.6 - 1.7 * size), complex(x + size, -1.6 - 1.7 * size)), ORANGE)


def spine_line(view: View, spine: Sequence[Point], *, width: float = 1.7) -> None:
    """Draw the line of the back on the figure."""
    line = curve(spine)
    view.line(line, width * 1.9, CARD)
    view.line(line, width, ORANGE)


def square(view: View, knee: Point, one: Point, other: Point, *, size: float = 11) -> None:
    """Mark the angle between two bones as a right one, on the inner side of the joint."""
    a, b = ((end - knee) / abs(end - knee) * size for end in (one, other))
    corner = [knee + 1.2 * a + 0.6 * b, knee + 1.2 * (a + b), knee + 0.6 * a + 1.2 * b]
    view.line(corner, 1.2, ORANGE)


def joint(view: View, at: Point, *, size: float = 2.2) -> None:
    """Mark a joint."""
    view.fill(disc(at, size + 0.8), CARD)
    view.fill(disc(at, size), ORANGE)


def sweep(view: View, centre: Point, radius: float, start: float, end: float, *, width: float = 1.8) -> None:
    """Draw a curved arrow around a point."""
    view.arrow(arc(centre, radius, start, end), width, ORANGE)


def push(view: View, start: Point, end: Point, *, width: float = 2.2) -> None:
    """Draw a straight arrow."""
    view.arrow((start, end), width, ORANGE)


def tick(view: View, at: Point, radius: float) -> None:
    """Mark a panel as right."""
    view.fill(disc(at, radius, steps=72), TEAL)
    mark = [at + radius * point for point in (-0.45 - 0.02j, -0.12 - 0.36j, 0.48 + 0.36j)]
    view.line(mark, radius * 0.24, CARD)


def cross(view: View, at: Point, radius: float) -> None:
    """Mark a panel as wrong."""
    view.fill(disc(at, radius, steps=72), ORANGE)
    for turn in (1 + 1j, 1 - 1j):
        view.line((at - radius * 0.36 * turn, at + radius * 0.36 * turn), radius * 0.24, CARD)
