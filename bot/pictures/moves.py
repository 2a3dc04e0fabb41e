"""The scenes of the exercises on one leg, with a bar on the back, and for the trunk; and the warm-up."""

from bot.pictures import marks, poses
from bot.pictures.canvas import ORANGE, View
from bot.pictures.figure import MID_FOOT, Joints, joints
from bot.pictures.gear import bar_end, floor, kettlebell, plate, wall
from bot.pictures.lifter import (
    GHOST,
    Muscle,
    draw_arm,
    draw_far_arm,
    draw_far_leg,
    draw_figure,
    draw_leg,
    draw_muscles,
    draw_trunk,
)


def squat(view: View) -> None:
    """Draw a squat with the bar on the back, thighs level and heels down."""
    scene = view.at(scale=6.2, left=470, floor=850)
    body = joints(poses.BACK_SQUAT)
    floor(scene, -60, 66)
    marks.plumb(scene, MID_FOOT, 0, 128)
    marks.mid_foot(scene, MID_FOOT)
    plate(scene, poses.BAR_ON_BACK)
    draw_figure(scene, body, muscles=(Muscle.GLUTES, Muscle.QUADS), arm_shift=0)
    bar_end(scene, poses.BAR_ON_BACK)


def on_far_leg(view: View, body: Joints, muscles: tuple[Muscle, ...] = ()) -> None:
    """Draw a lifter who stands on the far leg, while the near one is free."""
    draw_far_arm(view, body.far_arm, shift=0)
    draw_far_leg(view, body.leg, shift=0)
    draw_trunk(view, body)
    draw_leg(view, body.far_leg)
    draw_muscles(view, body, muscles)


def single_leg(view: View) -> None:
    """Draw a hinge on one leg: trunk and free leg in one line."""
    scene = view.at(scale=4.9, left=540, floor=830)
    body = joints(poses.SINGLE_LEG)
    floor(scene, -90, 76)
    on_far_leg(scene, body, (Muscle.GLUTES,))
    kettlebell(scene, body.arm.grip, size=0.8)
    draw_arm(scene, body.arm)
    scene.dashed((body.far_leg.ankle, body.hip, body.shoulder), 1.2, ORANGE)
    for at in (body.hip, body.shoulder, body.far_leg.ankle):
        marks.joint(scene, at)


def lunge(view: View) -> None:
    """Draw a lunge: both knees at right angles, the trunk tall."""
    scene = view.at(scale=6.0, left=690, floor=870)
    body = joints(poses.LUNGE)
    floor(scene, -104, 42)
    draw_figure(scene, body, muscles=(Muscle.GLUTES, Muscle.QUADS), shift=0, arm_shift=0)
    for leg in (body.leg, body.far_leg):
        marks.square(scene, leg.knee, leg.hip, leg.ankle)
    marks.plumb(scene, body.hip.real, 0, body.shoulder.imag)
    for at in (body.hip, body.shoulder):
        marks.joint(scene, at)


def plank(view: View) -> None:
    """Draw a plank on straight arms: one line from head to heels."""
    scene = view.at(scale=4.9, left=110, floor=700)
    body = joints(poses.PLANK)
    floor(scene, -14, 168)
    draw_figure(scene, body, muscles=(Muscle.ABS, Muscle.GLUTES), shift=0, arm_shift=0)
    scene.dashed((body.leg.ankle, body.leg.knee, body.hip, body.shoulder), 1.2, ORANGE)
    for at in (body.leg.ankle, body.hip, body.shoulder):
        marks.joint(scene, at)


def dead_bug(view: View) -> None:
    """Draw a dead bug: opposite arm and leg reach low, the back stays on the floor."""
    scene = view.at(scale=4.0, left=540, floor=640)
    body = joints(poses.DEAD_BUG)
    floor(scene, -112, 104)
    draw_figure(scene, body, muscles=(Muscle.ABS,), shift=0, arm_shift=0)
    marks.push(scene, complex(-26, -16), complex(-26, -5))


def warm_up_moves(view: View) -> None:
    """Draw four moves of the warm-up: squat, walking lunge, leg swing, calf rock."""
    _squat(view.at(scale=2.75, left=225, floor=465))
    _walking_lunge(view.at(scale=2.75, left=800, floor=465))
    _leg_swing(view.at(scale=2.35, left=245, floor=930))
    _calf_rock(view.at(scale=2.35, left=725, floor=930))


def _squat(view: View) -> None:
    floor(view, -56, 70)
    draw_figure(view, joints(poses.AIR_SQUAT), muscles=(Muscle.GLUTES, Muscle.QUADS))
    view.arrow((complex(-46, 76), complex(-46, 44)), 2.4, ORANGE)


def _walking_lunge(view: View) -> None:
    floor(view, -104, 44)
    draw_figure(view, joints(poses.LUNGE), muscles=(Muscle.GLUTES, Muscle.QUADS), shift=0, arm_shift=0)
    view.arrow((complex(4, 92), complex(34, 92)), 2.4, ORANGE)


def _leg_swing(view: View) -> None:
    floor(view, -72, 86)
    body = joints(poses.LEG_SWING)
    draw_leg(view, joints(poses.LEG_SWING_BACK).far_leg, skin=GHOST)
    on_far_leg(view, body)
    draw_arm(view, body.arm)
    marks.sweep(view, body.hip, 80, 282, 314, width=2.4)


def _calf_rock(view: View) -> None:
    floor(view, -70, 66)
    wall(view, 59, 172)
    draw_figure(view, joints(poses.CALF_ROCK), muscles=(Muscle.CALF,), shift=0, arm_shift=0)
    view.arrow((complex(32, 46), complex(52, 46)), 2.4, ORANGE)
