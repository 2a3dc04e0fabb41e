"""Give the bones of a figure their flesh: smooth shapes that read as a person and not as sticks."""

from collections.abc import Sequence
from itertools import pairwise

from bot.pictures.figure import HEAD, HEIGHT, ArmJoints, Joints, LegJoints
from bot.pictures.profiles import (
    FOREARM_SHAPE,
    HEAD_SHAPE,
    NECK_SHAPE,
    PELVIS,
    PRESSED_TORSO,
    SHANK_SHAPE,
    SHOE_SHAPE,
    THIGH_SHAPE,
    TOE_SHAPE,
    TORSO_SHAPE,
    UPPER_ARM_SHAPE,
    Profile,
)
from bot.pictures.shapes import Outline, Point, along, curve, disc, lean, oval, smooth

Line = Sequence[Point]
LEFT, RIGHT = 1j, -1j
"""Where the front of a bone is, seen along it: limbs are followed downwards, the spine upwards."""


def band(line: Line, profile: Profile, *, start: float = 0, end: float = 1, front: Point = LEFT) -> Outline:
    """Return the skin around a bone from trunk to end."""
    places = [start + (end - start) * step / 28 for step in range(29)]
    fronts = [skin(line, t, profile.front(t) * front) for t in places]
    backs = [skin(line, t, -profile.back(t) * front) for t in places]
    return (*fronts, *reversed(backs))


def skin(line: Line, t: float, out: Point) -> Point:
    """Return a point beside a bone: so far along it, and from there sideways."""
    point, direction = _place(line, t, sum(abs(b - a) for a, b in pairwise(line)))
    return point + direction * out


def _place(line: Line, t: float, length: float) -> tuple[Point, Point]:
    low, high = (along(line, min(max(s, 0), 1) * length) for s in (t - 0.08, t + 0.08))
    direction = (high - low) / abs(high - low)
    over = t - min(max(t, 0), 1)
    return along(line, min(max(t, 0), 1) * length) + direction * over * length, direction


def limb(start: Point, end: Point, profile: Profile, *, since: float = 0) -> tuple[Outline, ...]:
    """Return a limb from trunk to end with round joints."""
    cap = (profile.front(1) + profile.back(1)) / 2
    middle = (profile.front(1) - profile.back(1)) / 2
    direction = (end - start) / abs(end - start)
    whole = band((start, end), profile, start=since)
    first = (profile.front(0) + profile.back(0)) / 2
    shift = (profile.front(0) - profile.back(0)) / 2
    caps = () if since else (disc(start + direction * 1j * shift, first),)
    return (*caps, whole, disc(end + direction * 1j * middle, cap))


def leg_shapes(leg: LegJoints, *, since: float = 0) -> tuple[Outline, ...]:
    """Return thigh, shank and shoe."""
    return (
        *limb(leg.hip, leg.knee, THIGH_SHAPE, since=since),
        *limb(leg.knee, leg.ankle, SHANK_SHAPE),
        *shoe_shapes(leg),
    )


def shoe_shapes(leg: LegJoints) -> tuple[Outline, ...]:
    """Return a flat shoe that bends at the ball of the foot."""
    forward, toes = lean(90 + leg.foot), lean(90 + leg.toes)
    back = tuple(leg.ankle + forward * complex(x, y) * HEIGHT for x, y in SHOE_SHAPE)
    front = tuple(leg.ball + toes * complex(x, y) * HEIGHT for x, y in TOE_SHAPE)
    bend = disc(leg.ball + (forward + toes) / abs(forward + toes) * 1j * 0.0125 * HEIGHT, 0.0125 * HEIGHT)
    return (_round(back), _round(front), bend)


def _round(points: Outline) -> Outline:
    """Cut the corners of a polygon once, so that a sole stays straight."""
    cut: list[Point] = []
    for before, point, after in zip((points[-1], *points[:-1]), points, (*points[1:], points[0]), strict=True):
        cut += [point + (before - point) * 0.25, point + (after - point) * 0.25]
    return tuple(cut)


def arm_shapes(arm: ArmJoints, *, since: float = 0) -> tuple[Outline, ...]:
    """Return upper arm, forearm and hand."""
    return (
        *limb(arm.shoulder, arm.elbow, UPPER_ARM_SHAPE, since=since),
        *limb(arm.elbow, arm.wrist, FOREARM_SHAPE),
        *_hand(arm),
    )


def _hand(arm: ArmJoints) -> tuple[Outline, ...]:
    direction = (arm.grip - arm.wrist) / abs(arm.grip - arm.wrist)
    palm = oval(arm.wrist + direction * 0.026 * HEIGHT, 0.034 * HEIGHT, 0.0165 * HEIGHT, axis=direction)
    if arm.open:
        return (palm, oval(arm.wrist + direction * 0.058 * HEIGHT, 0.042 * HEIGHT, 0.0125 * HEIGHT, axis=direction))
    return (palm, oval(arm.grip, 0.026 * HEIGHT, 0.024 * HEIGHT, axis=direction))


def torso_shapes(body: Joints) -> tuple[Outline, ...]:
    """Return pelvis, trunk, neck and head."""
    behind, radius = (0.002, PELVIS[1]) if body.pressed_back else PELVIS
    sacrum = (body.spine[1] - body.spine[0]) / abs(body.spine[1] - body.spine[0])
    return (
        disc(body.hip + sacrum * 1j * behind * HEIGHT, radius * HEIGHT),
        band(body.spine, torso_profile(body), end=0.95, front=RIGHT),
        _neck(body),
        head_shape(body, HEAD_SHAPE),
    )


def _neck(body: Joints) -> Outline:
    """Return the neck and its slope into back and chest, as one smooth shape."""
    trunk, shape = body.spine, torso_profile(body)
    neck = (body.shoulder, body.nape, body.nape + (body.crown - body.nape) * 0.3)
    behind = [skin(trunk, t, -RIGHT * shape.back(t)) for t in (0.72, 0.84, 0.95)]
    nape = [skin(neck, t, -RIGHT * NECK_SHAPE.back(t)) for t in (0.35, 0.65, 1.0)]
    throat = [skin(neck, t, RIGHT * NECK_SHAPE.front(t)) for t in (1.0, 0.65, 0.35)]
    chest = [skin(trunk, t, RIGHT * shape.front(t)) for t in (0.93, 0.84, 0.72)]
    return (*curve((*behind, *nape)), *curve((*throat, *chest)))


def torso_profile(body: Joints) -> Profile:
    """Return the shape of the trunk: flat behind when it is pressed into the floor."""
    return PRESSED_TORSO if body.pressed_back else TORSO_SHAPE


def head_shape(body: Joints, shape: Sequence[tuple[float, float]]) -> Outline:
    """Return an outline of the head, from its own measures."""
    up = (body.crown - body.nape) / HEAD
    return smooth([body.nape + up * -1j * complex(x * 0.92, y) * HEAD for x, y in shape], steps=5)
