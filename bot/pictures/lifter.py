"""Draw a lifter in layers, so that gear can lie between them: far limbs, trunk and leg, near arm."""

import math
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from enum import Enum

from bot.pictures.canvas import CARD, FAR, HAIR, SLATE, TEAL, View
from bot.pictures.figure import HEIGHT, ArmJoints, Joints, LegJoints
from bot.pictures.flesh import (
    LEFT,
    RIGHT,
    Line,
    arm_shapes,
    head_shape,
    leg_shapes,
    shoe_shapes,
    skin,
    torso_profile,
    torso_shapes,
)
from bot.pictures.profiles import HAIR_SHAPE, SHANK_SHAPE, THIGH_SHAPE
from bot.pictures.shapes import Outline, Point, oval

HALO = 0.8
BEHIND = complex(-5, 0.8)
"""How far the foot and the shoulder of the far side are moved, so that its limbs are seen at all."""


class Muscle(Enum):
    """Muscles that a drawing may show at work."""

    GLUTES = "glutes"
    HAMSTRINGS = "hamstrings"
    QUADS = "quads"
    ABS = "abs"
    CALF = "calf"


@dataclass(frozen=True, slots=True, kw_only=True)
class Skin:
    """The colours of a figure."""

    near: str = SLATE
    far: str = FAR
    hair: str = HAIR
    shoe: str = HAIR


NATURAL = Skin()
GHOST = Skin(near="#c4c4bf", far="#d8d5cc", hair="#b3b4b1", shoe="#b3b4b1")
"""A position that is only passed through."""


def draw_far_arm(view: View, arm: ArmJoints, *, skin: Skin = NATURAL, shift: Point = BEHIND) -> None:
    """Draw the arm of the far side."""
    there = replace(
        arm, shoulder=arm.shoulder + shift * 0.6, elbow=arm.elbow + shift * 0.4, wrist=arm.wrist + shift * 0.1
    )
    view.cut_out(arm_shapes(there), skin.far, halo=HALO)


def draw_far_leg(view: View, leg: LegJoints, *, skin: Skin = NATURAL, shift: Point = BEHIND) -> None:
    """Draw the leg of the far side."""
    thigh = (leg.knee - leg.hip) / abs(leg.knee - leg.hip)
    slide = thigh * (shift * 0.6 * thigh.conjugate()).real
    feet = {name: getattr(leg, name) + shift for name in ("ankle", "heel", "ball", "toe")}
    there = replace(leg, knee=leg.knee + slide, **feet)
    view.cut_out(leg_shapes(there), skin.far, halo=HALO)
    _sock(view, there)


def draw_trunk(view: View, body: Joints, *, skin: Skin = NATURAL) -> None:
    """Draw trunk, neck and head."""
    view.cut_out(torso_shapes(body), skin.near, halo=HALO)
    view.fill(head_shape(body, HAIR_SHAPE), skin.hair)


def draw_leg(view: View, leg: LegJoints, *, skin: Skin = NATURAL) -> None:
    """Draw the near leg; the hip stays joined to the trunk."""
    view.cut_out(leg_shapes(leg), skin.near, halo=HALO, edge=leg_shapes(leg, since=0.42))
    for outline in shoe_shapes(leg):
        view.fill(outline, skin.shoe)
    _sock(view, leg)


def _sock(view: View, leg: LegJoints) -> None:
    up = (leg.knee - leg.ankle) / abs(leg.knee - leg.ankle)
    middle = leg.ankle + up * 0.016 * HEIGHT
    across = up * 1j * 0.021 * HEIGHT
    view.line((middle - across, middle + across), 1.1, CARD)


def draw_arm(view: View, arm: ArmJoints, *, skin: Skin = NATURAL) -> None:
    """Draw the near arm; the shoulder stays joined to the trunk."""
    view.cut_out(arm_shapes(arm), skin.near, halo=HALO, edge=arm_shapes(arm, since=0.3))


def draw_figure(
    view: View,
    body: Joints,
    *,
    muscles: Collection[Muscle] = (),
    shift: Point = BEHIND,
    arm_shift: Point = BEHIND,
) -> None:
    """Draw a whole lifter with nothing between the layers."""
    draw_far_arm(view, body.far_arm, shift=arm_shift)
    draw_far_leg(view, body.far_leg, shift=shift)
    draw_trunk(view, body)
    draw_leg(view, body.leg)
    draw_muscles(view, body, muscles)
    draw_arm(view, body.arm)


def draw_muscles(view: View, body: Joints, muscles: Collection[Muscle]) -> None:
    """Colour the muscles that work, on the near side."""
    for muscle in muscles:
        view.fill(_belly(body, muscle), TEAL)


def _belly(body: Joints, muscle: Muscle) -> Outline:
    thigh, shank, torso = (body.leg.hip, body.leg.knee), (body.leg.knee, body.leg.ankle), torso_profile(body)
    if muscle is Muscle.GLUTES:
        return _glutes(body)
    if muscle is Muscle.HAMSTRINGS:
        return _lens(thigh, THIGH_SHAPE.back, -LEFT, 0.30, 0.90)
    if muscle is Muscle.QUADS:
        return _lens(thigh, THIGH_SHAPE.front, LEFT, 0.22, 0.86)
    if muscle is Muscle.CALF:
        return _lens(shank, SHANK_SHAPE.back, -LEFT, 0.08, 0.62)
    return _lens(body.spine, torso.front, RIGHT, 0.16, 0.66)


def _lens(line: Line, width: Callable[[float], float], side: Point, start: float, end: float) -> Outline:
    """Return a muscle's belly: a lens that lies under the skin of one side."""
    shares = [step / 24 for step in range(25)]
    outer, inner = (
        [
            _under(line, start + (end - start) * t, side * width(start + (end - start) * t), sign * _swell(t))
            for t in shares
        ]
        for sign in (1, -1)
    )
    return (*outer, *reversed(inner))


def _under(line: Line, t: float, surface: Point, swell: float) -> Point:
    return skin(line, t, surface * (0.5 + 0.34 * swell))


def _swell(t: float) -> float:
    return math.pow(max(math.sin(math.pi * t), 0), 0.7)


def _glutes(body: Joints) -> Outline:
    trunk = body.spine[1] - body.spine[0]
    thigh = body.leg.knee - body.leg.hip
    behind = trunk / abs(trunk) * 1j + thigh / abs(thigh) * -1j
    behind /= abs(behind)
    return oval(body.hip + behind * 0.022 * HEIGHT, 0.030 * HEIGHT, 0.040 * HEIGHT, axis=behind)
