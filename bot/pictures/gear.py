"""Draw bars, plates, racks, kettlebells and cables."""

from bot.pictures.canvas import CARD, FLOOR, GEAR, PLATE, STEEL, View
from bot.pictures.shapes import Point, arc, box, curve, disc, smooth

PLATE_RADIUS = 22.5
BAR_RADIUS = 1.4
SLEEVE_RADIUS = 2.5
BELL_RADIUS = 10.5
BELL_GRIP = 26.0
"""How high the middle of a kettlebell's handle is above the floor."""
HANDLE = ((8.5, -5.4), (4.2, -6.4), (1.2, -5.4), (0, -3), (0, 0), (0, 3), (1.2, 5.4), (4.2, 6.4), (8.5, 5.4))
"""The handle from one horn to the other, from the hand: (towards the ball, sideways), in centimetres."""
SOLE = (
    (0.00, 0.00),
    (0.03, 0.24),
    (0.16, 0.36),
    (0.36, 0.33),
    (0.55, 0.38),
    (0.74, 0.50),
    (0.90, 0.42),
    (0.985, 0.18),
    (1.00, -0.02),
    (0.95, -0.26),
    (0.80, -0.42),
    (0.60, -0.40),
    (0.40, -0.30),
    (0.18, -0.33),
    (0.04, -0.23),
)
"""A right shoe's sole from heel to toe: (along, towards the big toe)."""


def floor(view: View, left: float, right: float, *, at: float = 0) -> None:
    """Draw the floor as a line."""
    view.line((complex(left, at - 0.7), complex(right, at - 0.7)), 1.2, FLOOR)


def plate(view: View, centre: Point) -> None:
    """Draw the far plate of a bar, seen from the end; the near one is left out to show the lifter."""
    view.fill(disc(centre, PLATE_RADIUS, steps=90), GEAR)
    view.fill(disc(centre, PLATE_RADIUS - 1.5, steps=90), PLATE)
    view.ring(disc(centre, PLATE_RADIUS - 6, steps=72), 0.6, STEEL)
    view.fill(disc(centre, 5), GEAR)


def bar_end(view: View, centre: Point) -> None:
    """Draw the end of a bar, which points at the reader."""
    view.fill(disc(centre, SLEEVE_RADIUS + 0.7), CARD)
    view.fill(disc(centre, SLEEVE_RADIUS), GEAR)
    view.fill(disc(centre, SLEEVE_RADIUS - 1.0), STEEL)
    view.fill(disc(centre, SLEEVE_RADIUS - 1.7), GEAR)


def kettlebell(view: View, grip: Point, *, axis: Point = -1j, size: float = 1) -> None:
    """Draw a kettlebell that hangs from a hand along an axis."""
    ball = grip + axis * (BELL_GRIP - BELL_RADIUS) * size
    side = axis * 1j
    handle = curve([grip + axis * a * size + side * b * size for a, b in HANDLE], steps=5)
    view.line(handle, 4.2 * size, CARD)
    view.fill(disc(ball, (BELL_RADIUS + 0.8) * size), CARD)
    view.line(handle, 2.6 * size, GEAR)
    view.fill(disc(ball, BELL_RADIUS * size), GEAR)
    view.line(arc(ball, BELL_RADIUS * size * 0.68, 110, 165), 1.1 * size, STEEL)


def upright(view: View, x: float, height: float, *, bottom: float = 0) -> None:
    """Draw a post of a rack with its holes."""
    view.fill(box(x - 3, bottom, x + 3, height, radius=1), STEEL)
    at = bottom + 12
    while at < height - 6:
        view.fill(disc(complex(x, at), 0.9, steps=16), CARD)
        at += 10


def safety(view: View, left: float, right: float, top: float) -> None:
    """Draw a rail of a rack that a bar lies on."""
    view.fill(box(left, top - 4.5, right, top, radius=1), GEAR)
    for end in (left, right):
        view.fill(box(end - 1.5, top - 4.5, end + 1.5, top + 3, radius=1), GEAR)


def wall(view: View, x: float, height: float) -> None:
    """Draw a wall to hold on to."""
    view.fill(box(x, 0, x + 5, height, radius=1), STEEL)


def shoe_print(view: View, heel: Point, toe: Point, width: float, colour: str, *, left: bool) -> None:
    """Draw a shoe from above."""
    along, side = toe - heel, (toe - heel) / abs(toe - heel) * 1j
    inner = -1 if left else 1
    points = [heel + along * t + side * s * width * inner for t, s in SOLE]
    view.fill(smooth(points), colour)
