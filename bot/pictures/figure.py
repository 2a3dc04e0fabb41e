"""A lifter from the side, facing right: bones in proportion to height, joints by forward kinematics."""

import math
from dataclasses import dataclass, field, replace
from typing import Literal

from bot.pictures.shapes import Point, hang, lean, lean_of

HEIGHT = 175.0
SHANK = 0.246 * HEIGHT
THIGH = 0.245 * HEIGHT
TORSO = 0.288 * HEIGHT
UPPER_ARM = 0.186 * HEIGHT
FOREARM = 0.146 * HEIGHT
HAND = 0.06 * HEIGHT
"""Wrist to the middle of the closed fist, where a bar lies."""
NECK = 0.05 * HEIGHT
HEAD = 0.13 * HEIGHT
FOOT = 0.152 * HEIGHT
ANKLE = 0.04 * HEIGHT
"""How high the ankle is above the sole."""
HEEL = 0.033 * HEIGHT
"""How far the heel reaches behind the ankle."""
BALL = 0.085 * HEIGHT
"""How far the ball of the foot is in front of the ankle."""
MID_FOOT = FOOT / 2 - HEEL
PIECES = 10
ARM = UPPER_ARM + FOREARM + HAND


@dataclass(frozen=True, slots=True, kw_only=True)
class Leg:
    """How far shank and thigh lean forward, and how far heel and toes point down, in degrees."""

    shank: float = 0
    thigh: float = 0
    foot: float = 0
    toes: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Arm:
    """How far upper arm, forearm and hand swing forward from straight down, in degrees.

    An arm that is spread sideways points at the reader and looks shorter.
    """

    upper: float = 0
    fore: float = 0
    hand: float | None = None
    open: bool = False
    spread: float = 0

    @property
    def share(self) -> float:
        """Return which share of its length is seen from the side."""
        return math.cos(math.radians(self.spread))


@dataclass(frozen=True, slots=True, kw_only=True)
class Pose:
    """A position: angles of every bone, and where the near ankle (or the hip) is."""

    leg: Leg = field(default_factory=Leg)
    far_leg: Leg | None = None
    spine: float = 0
    flexion: float = 0
    neck: float | None = None
    head: float | None = None
    arm: Arm = field(default_factory=Arm)
    far_arm: Arm | None = None
    at: Point = complex(0, ANKLE)
    held_by: Literal["ankle", "hip"] = "ankle"
    pressed_back: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LegJoints:
    """Where the joints of one leg are."""

    hip: Point
    knee: Point
    ankle: Point
    heel: Point
    ball: Point
    toe: Point
    foot: float
    toes: float

    @property
    def mid_foot(self) -> Point:
        """Return the middle of the sole."""
        return (self.heel + self.toe) / 2


@dataclass(frozen=True, slots=True, kw_only=True)
class ArmJoints:
    """Where the joints of one arm are; the grip is the middle of the closed hand."""

    shoulder: Point
    elbow: Point
    wrist: Point
    grip: Point
    open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Joints:
    """Where everything is; the spine runs from hip to shoulder."""

    leg: LegJoints
    far_leg: LegJoints
    spine: tuple[Point, ...]
    arm: ArmJoints
    far_arm: ArmJoints
    nape: Point
    crown: Point
    pressed_back: bool

    @property
    def hip(self) -> Point:
        """Return the hip joint."""
        return self.spine[0]

    @property
    def shoulder(self) -> Point:
        """Return the shoulder joint."""
        return self.spine[-1]


def joints(pose: Pose) -> Joints:
    """Return where the joints of a pose are."""
    hip = pose.at if pose.held_by == "hip" else pose.at + SHANK * lean(pose.leg.shank) + THIGH * lean(pose.leg.thigh)
    spine = _spine(hip, pose)
    top = pose.spine + pose.flexion / 2
    neck = top if pose.neck is None else pose.neck
    nape = spine[-1] + NECK * lean(neck)
    return Joints(
        leg=_leg(hip, pose.leg),
        far_leg=_leg(hip, pose.far_leg or pose.leg),
        spine=spine,
        arm=_arm(spine[-1], pose.arm),
        far_arm=_arm(spine[-1], pose.far_arm or pose.arm),
        nape=nape,
        crown=nape + HEAD * lean(neck if pose.head is None else pose.head),
        pressed_back=pose.pressed_back,
    )


def _spine(hip: Point, pose: Pose) -> tuple[Point, ...]:
    points = [hip]
    for piece in range(PIECES):
        bend = pose.flexion * ((piece + 0.5) / PIECES - 0.5)
        points.append(points[-1] + TORSO / PIECES * lean(pose.spine + bend))
    return tuple(points)


def _leg(hip: Point, leg: Leg) -> LegJoints:
    knee = hip - THIGH * lean(leg.thigh)
    ankle = knee - SHANK * lean(leg.shank)
    forward = lean(90 + leg.foot)
    sole = ankle - ANKLE * forward * 1j
    ball = sole + BALL * forward
    toes = leg.foot if leg.toes is None else leg.toes
    return LegJoints(
        hip=hip,
        knee=knee,
        ankle=ankle,
        heel=sole - HEEL * forward,
        ball=ball,
        toe=ball + (FOOT - HEEL - BALL) * lean(90 + toes),
        foot=leg.foot,
        toes=toes,
    )


def _arm(shoulder: Point, arm: Arm) -> ArmJoints:
    elbow = shoulder + UPPER_ARM * arm.share * hang(arm.upper)
    wrist = elbow + FOREARM * arm.share * hang(arm.fore)
    grip = wrist + HAND * arm.share * hang(arm.fore if arm.hand is None else arm.hand)
    return ArmJoints(shoulder=shoulder, elbow=elbow, wrist=wrist, grip=grip, open=arm.open)


def reaching(pose: Pose, bar: Point) -> Pose:
    """Return the pose with straight arms on the bar: the torso leans as far as that needs.

    Raises ValueError when the bar is out of reach.
    """
    upright, bent = 0.0, 100.0
    if not _gap(pose, bent, bar) < 0 < _gap(pose, upright, bar):
        raise ValueError(f"the bar at {bar} is out of reach")
    while bent - upright > 1e-6:  # noqa: PLR2004 - far below a pixel
        middle = (upright + bent) / 2
        upright, bent = (middle, bent) if _gap(pose, middle, bar) > 0 else (upright, middle)
    found = replace(pose, spine=upright)
    return replace(found, arm=_straight(joints(found).shoulder, bar), far_arm=None)


def holding(pose: Pose, grip: Point, *, elbow_back: bool = True) -> Pose:
    """Return the pose with the near hand at a point and the elbow bent as far as that needs."""
    shoulder, share = joints(pose).shoulder, pose.arm.share
    upper_arm, lower = UPPER_ARM * share, (FOREARM + HAND) * share
    reach = min(abs(grip - shoulder), upper_arm + lower)
    cosine = (upper_arm**2 + reach**2 - lower**2) / (2 * upper_arm * reach)
    bend = math.degrees(math.acos(cosine)) * (-1 if elbow_back else 1)
    upper = 180 - lean_of(grip - shoulder) + bend
    elbow = shoulder + upper_arm * hang(upper)
    return replace(pose, arm=replace(pose.arm, upper=upper, fore=180 - lean_of(grip - elbow)))


def _gap(pose: Pose, spine: float, bar: Point) -> float:
    return abs(joints(replace(pose, spine=spine)).shoulder - bar) - ARM


def _straight(shoulder: Point, bar: Point) -> Arm:
    swing = 180 - lean_of(bar - shoulder)
    return Arm(upper=swing, fore=swing)
