"""The scenes of the lifts from the floor and from the rack."""

from bot.pictures import marks, poses
from bot.pictures.canvas import View
from bot.pictures.figure import MID_FOOT, Joints, Pose, joints
from bot.pictures.gear import bar_end, floor, kettlebell, plate, safety, upright
from bot.pictures.lifter import (
    Muscle,
    draw_arm,
    draw_far_arm,
    draw_far_leg,
    draw_leg,
    draw_muscles,
    draw_trunk,
)

HINGERS = (Muscle.GLUTES, Muscle.HAMSTRINGS)


def bar_lift(view: View, pose: Pose, muscles: tuple[Muscle, ...] = HINGERS) -> Joints:
    """Draw a lifter with a bar in straight arms; return the joints."""
    body = joints(pose)
    plate(view, body.arm.grip)
    draw_far_arm(view, body.far_arm)
    draw_far_leg(view, body.far_leg)
    draw_trunk(view, body)
    draw_leg(view, body.leg)
    draw_muscles(view, body, muscles)
    draw_arm(view, body.arm)
    return body


def start_position(view: View) -> None:
    """Draw the start of a deadlift: bar over mid-foot, hips between knees and shoulders, flat back."""
    scene = view.at(scale=6.3, left=480, floor=850)
    floor(scene, -64, 66)
    marks.plumb(scene, MID_FOOT, 0, 128)
    marks.mid_foot(scene, MID_FOOT)
    body = bar_lift(scene, poses.START)
    marks.spine_line(scene, body.spine)
    bar_end(scene, body.arm.grip)


def lockout(view: View) -> None:
    """Draw the end of a deadlift: shoulders over hips over mid-foot."""
    scene = view.at(scale=4.6, left=470, floor=880)
    floor(scene, -60, 70)
    marks.mid_foot(scene, MID_FOOT)
    body = bar_lift(scene, poses.LOCKOUT, (Muscle.GLUTES,))
    bar_end(scene, body.arm.grip)
    marks.plumb(scene, MID_FOOT, 0, 186)
    for at in (body.shoulder, body.hip):
        marks.joint(scene, at)


def rack_pull(view: View) -> None:
    """Draw a pull from the rails of a rack, with the bar just below the knee."""
    scene = view.at(scale=5.3, left=470, floor=870)
    bar = poses.RACKED_BAR
    floor(scene, -74, 80)
    upright(scene, -52, 148)
    upright(scene, 62, 148)
    safety(scene, -52, 62, bar.imag - 1.4)
    body = bar_lift(scene, poses.RACK_PULL)
    bar_end(scene, body.arm.grip)


def romanian(view: View) -> None:
    """Draw a Romanian deadlift: soft knees, hips far back, the bar close to the shins."""
    scene = view.at(scale=5.6, left=480, floor=860)
    floor(scene, -70, 72)
    marks.plumb(scene, MID_FOOT, 0, 128)
    marks.mid_foot(scene, MID_FOOT)
    body = bar_lift(scene, poses.ROMANIAN)
    bar_end(scene, body.arm.grip)
    marks.push(scene, body.hip + complex(-16, 4), body.hip + complex(-34, 4))


def between_legs(view: View, pose: Pose, *, axis: complex = -1j) -> Joints:
    """Draw a lifter who holds a kettlebell between the legs; return the joints."""
    body = joints(pose)
    draw_far_leg(view, body.far_leg)
    draw_far_arm(view, body.far_arm)
    draw_trunk(view, body)
    kettlebell(view, body.arm.grip, axis=axis)
    draw_arm(view, body.arm)
    draw_leg(view, body.leg)
    draw_muscles(view, body, HINGERS)
    return body


def kettlebell_lift(view: View) -> None:
    """Draw a deadlift with a kettlebell that stands between the feet."""
    scene = view.at(scale=6.3, left=480, floor=850)
    floor(scene, -62, 62)
    marks.mid_foot(scene, MID_FOOT)
    between_legs(scene, poses.KETTLEBELL)


def kettlebell_swing(view: View) -> None:
    """Draw both ends of a swing: the hinge with the bell behind the knees, and standing tall."""
    back = view.at(scale=4.5, left=400, floor=880)
    floor(back, -66, 196)
    body = joints(poses.HIKE)
    between_legs(back, poses.HIKE, axis=(body.arm.grip - body.arm.wrist) / abs(body.arm.grip - body.arm.wrist))
    top = view.at(scale=4.5, left=860, floor=880)
    _top_of_swing(top)
    marks.sweep(back, complex(22, 96), 66, 262, 322)


def _top_of_swing(view: View) -> None:
    body = joints(poses.SWING_TOP)
    draw_far_leg(view, body.far_leg)
    draw_far_arm(view, body.far_arm, shift=-1.5j)
    draw_trunk(view, body)
    draw_leg(view, body.leg)
    draw_muscles(view, body, (Muscle.GLUTES,))
    kettlebell(view, body.arm.grip, axis=(body.arm.grip - body.arm.wrist) / abs(body.arm.grip - body.arm.wrist))
    draw_arm(view, body.arm)


def neutral_and_rounded(view: View) -> None:
    """Draw a flat back beside a rounded one."""
    for left, pose, mark in ((350, poses.START, marks.tick), (1045, poses.ROUNDED, marks.cross)):
        scene = view.at(scale=5.8, left=left, floor=875)
        floor(scene, -53, 52)
        body = bar_lift(scene, pose, ())
        bar_end(scene, body.arm.grip)
        marks.spine_line(scene, body.spine)
        mark(scene, complex(-42, 132), 9.5)


def hinge_and_squat(view: View) -> None:
    """Draw the two ways to bend: hips back, and hips down."""
    hinge = view.at(scale=5.3, left=370, floor=880)
    floor(hinge, -50, 44)
    squat = view.at(scale=5.3, left=915, floor=880)
    floor(squat, -46, 82)
    bare(hinge, poses.HINGE, HINGERS)
    bare(squat, poses.AIR_SQUAT, (Muscle.GLUTES, Muscle.QUADS))
    marks.push(hinge, complex(-40, 90), complex(-62, 90))
    marks.push(squat, complex(-43, 66), complex(-43, 38))


def bare(view: View, pose: Pose, muscles: tuple[Muscle, ...]) -> Joints:
    """Draw a lifter with empty hands; return the joints."""
    body = joints(pose)
    draw_far_arm(view, body.far_arm)
    draw_far_leg(view, body.far_leg)
    draw_trunk(view, body)
    draw_leg(view, body.leg)
    draw_muscles(view, body, muscles)
    draw_arm(view, body.arm)
    return body
