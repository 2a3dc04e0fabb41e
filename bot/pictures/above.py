"""The scenes from above and close to the floor: feet, bar, trap bar and cable."""

import math

from bot.pictures import marks, poses
from bot.pictures.canvas import CARD, FAR, GEAR, HAIR, ORANGE, SLATE, STEEL, TEAL, View
from bot.pictures.figure import FOOT, HEEL, MID_FOOT, Joints, joints
from bot.pictures.gear import PLATE_RADIUS, SLEEVE_RADIUS, bar_end, floor, plate, shoe_print
from bot.pictures.lifter import (
    Muscle,
    draw_arm,
    draw_far_arm,
    draw_far_leg,
    draw_figure,
    draw_leg,
    draw_muscles,
    draw_trunk,
)
from bot.pictures.shapes import Point, box, disc, lean, oval

SHOE = FOOT + 1.5
SHOE_WIDTH = 10.5
HEXAGON = (40, 18 + 36j, -18 + 36j, -40, -18 - 36j, 18 - 36j)
"""The frame of a trap bar from above, in centimetres."""


def feet(view: View, middle: Point, *, apart: float, out: float, colour: str = HAIR) -> None:
    """Draw two shoes from above around a point that lies between the middles of the feet."""
    for side in (-1, 1):
        along = lean(side * out)
        centre = middle + side * apart / 2
        shoe_print(view, centre - along * SHOE / 2, centre + along * SHOE / 2, SHOE_WIDTH, colour, left=side < 0)


def foot_placement(view: View) -> None:
    """Draw the stance from above: feet as wide as the hips, the bar over the middle of the feet."""
    scene = view.at(scale=14, left=500, floor=510)
    apart, out = 29, 8
    feet(scene, 0, apart=apart, out=out)
    for side in (-1, 1):
        _stance(scene, side * apart / 2, side * out)
    scene.fill(box(-60, -1.9, 60, 1.9), CARD)
    scene.fill(box(-60, -1.4, 60, 1.4), GEAR)
    for left in (-34.0, -6.0, 22.0):
        _knurling(scene, left, left + 12)
    _halves(scene)


def _stance(view: View, x: float, out: float) -> None:
    along = lean(out)
    shin = x - along * (SHOE / 2 - HEEL - 0.4)
    view.fill(oval(shin, 4.5, 4.3, axis=along), CARD)
    view.fill(oval(shin, 4.0, 3.8, axis=along), FAR)
    view.dashed((x + along * 15.2, x + along * 23), 0.6, ORANGE, dash=1.8, gap=1.4)


def _knurling(view: View, left: float, right: float) -> None:
    at = left
    while at < right:
        view.line((complex(at, -0.9), complex(at + 1, 0.9)), 0.25, STEEL)
        at += 1.3


def _halves(view: View) -> None:
    half = SHOE / 2
    for x in (-28.0, 28.0):
        for low, high in ((-half, -2.4), (2.4, half)):
            view.line((complex(x, low), complex(x, high)), 0.8, ORANGE)
        for y in (-half, half):
            view.line((complex(x - 1.8, y), complex(x + 1.8, y)), 0.8, ORANGE)


def bar_over_mid_foot(view: View) -> None:
    """Draw legs and bar from the side: the bar halves the foot."""
    scene = view.at(scale=10.4, left=430, floor=800)
    body = joints(poses.STANDING)
    bar = poses.BAR_ON_FLOOR
    floor(scene, -34, 46)
    plate(scene, bar)
    draw_far_leg(scene, body.far_leg)
    draw_leg(scene, body.leg)
    marks.plumb(scene, MID_FOOT, 0, 58)
    bar_end(scene, bar)
    _ruler(scene)


def _ruler(view: View) -> None:
    heel, middle, toe = -HEEL, MID_FOOT, FOOT - HEEL
    for left, right in ((heel, middle), (middle, toe)):
        view.line((complex(left + 1.6, -6.5), complex(right - 1.6, -6.5)), 0.9, ORANGE)
    for x in (heel, middle, toe):
        view.line((complex(x, -4.2), complex(x, -8.8)), 0.9, ORANGE)


def trap_bar(view: View) -> None:
    """Draw a trap bar from the side and from above: the lifter stands inside the frame."""
    side = view.at(scale=5.7, left=345, floor=870)
    floor(side, -50, 54)
    _inside_frame(side, joints(poses.TRAP_BAR))
    _frame_from_above(view.at(scale=4.5, left=1025, floor=520))


def _inside_frame(view: View, body: Joints) -> None:
    grip = body.arm.grip
    plate(view, grip)
    draw_far_arm(view, body.far_arm)
    draw_far_leg(view, body.far_leg)
    draw_trunk(view, body)
    draw_leg(view, body.leg)
    draw_muscles(view, body, (Muscle.GLUTES, Muscle.QUADS))
    for width, colour in ((4.4, CARD), (2.8, GEAR)):
        view.line((grip - 33, grip + 33), width, colour)
    draw_arm(view, body.arm)
    bar_end(view, grip)


def _frame_from_above(view: View) -> None:
    for side in (-1, 1):
        view.line((complex(side * 40, 0), complex(side * 72, 0)), 5, GEAR)
        view.fill(box(side * 56 - 4, -PLATE_RADIUS, side * 56 + 4, PLATE_RADIUS, radius=2), GEAR)
    feet(view, 0, apart=26, out=6)
    view.ring(HEXAGON, 3.2, GEAR)
    for side in (-1, 1):
        view.line((complex(side * 29, -18), complex(side * 29, 18)), 2.8, GEAR)
        view.fill(oval(complex(side * 29, 0), 6.3, 5.3, axis=1j), CARD)
        view.fill(oval(complex(side * 29, 0), 5.5, 4.5, axis=1j), SLATE)


def pallof(view: View) -> None:
    """Draw a Pallof press from the side and from above: straight arms against a cable from the side."""
    side = view.at(scale=4.5, left=270, floor=890)
    _press_from_side(side, joints(poses.PALLOF))
    _press_from_above(view.at(scale=6.2, left=870, floor=690))


def _press_from_side(view: View, body: Joints) -> None:
    floor(view, -44, 84)
    hands = body.arm.grip
    draw_figure(view, body, muscles=(Muscle.ABS,), arm_shift=0)
    view.fill(disc(hands, SLEEVE_RADIUS + 0.7), CARD)
    view.fill(disc(hands, SLEEVE_RADIUS), GEAR)


def _press_from_above(view: View) -> None:
    hands = complex(0, 60)
    view.fill(box(58, 44, 76, 76, radius=2), STEEL)
    view.line((hands, complex(62, 60)), 1.3, GEAR)
    view.fill(disc(complex(60, 60), 3.4), GEAR)
    feet(view, complex(0, 10), apart=34, out=6, colour=FAR)
    _arms_from_above(view, hands)
    view.fill(oval(0, 21, 11.8), SLATE)
    view.fill(tuple(complex(20 * math.cos(t / 10), 10.6 * math.sin(t / 10)) for t in range(5, 27)), TEAL)
    _head_from_above(view)
    view.dashed((complex(0, 16), complex(0, 52)), 1.1, ORANGE)
    marks.push(view, complex(14, 74), complex(42, 74))


def _arms_from_above(view: View, hands: Point) -> None:
    for side in (-1, 1):
        shoulder, elbow, wrist = complex(side * 18, 1), complex(side * 11, 29), hands + complex(side * 3.2, -5)
        view.fill(disc(shoulder, 6.4), SLATE)
        for a, b, start, end in ((shoulder, elbow, 5.2, 3.7), (elbow, wrist, 3.7, 2.5)):
            across = (b - a) / abs(b - a) * 1j
            view.fill((a + across * start, b + across * end, b - across * end, a - across * start), SLATE)
        view.fill(disc(elbow, 3.8), SLATE)
        view.fill(oval(hands + complex(side * 2.2, -0.6), 5.4, 3.6, axis=lean(-side * 18)), SLATE)


def _head_from_above(view: View) -> None:
    view.fill(oval(complex(0, 4), 8.6, 10.6), CARD)
    view.fill(oval(complex(0, 14), 1.6, 2.0), SLATE)
    view.fill(oval(complex(0, 4), 7.8, 9.8), HAIR)
