"""Form drawings are PNGs a phone can show, always the same, and their bodies are positioned as a coach would ask."""

import cmath
import io
import math
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from bot.pictures import canvas, figure, poses
from bot.pictures.figure import ANKLE, ARM, MID_FOOT, Joints, LegJoints, Pose, joints, reaching
from bot.pictures.form import FORM_DRAWINGS, form_drawing
from bot.pictures.gear import BAR_RADIUS, PLATE_RADIUS
from bot.pictures.profiles import SHANK_SHAPE
from bot.pictures.shapes import Point, lean_of

ROOT = Path(__file__).parents[2]
NAMES = {
    "hinge-and-squat",
    "foot-placement",
    "bar-over-mid-foot",
    "neutral-and-rounded",
    "start-position",
    "lockout",
    "rack-pull",
    "kettlebell",
    "kettlebell-swing",
    "trap-bar",
    "romanian",
    "single-leg",
    "squat",
    "warm-up-moves",
    "lunge",
    "plank",
    "dead-bug-and-pallof",
}
POSES = {name: pose for name, pose in vars(poses).items() if isinstance(pose, Pose)}
GROUNDED = sorted(set(POSES) - {"DEAD_BUG", "PLANK"})
FROM_THE_FLOOR = ["START", "ROUNDED", "TRAP_BAR"]
HOLDS_A_BAR = ["START", "LOCKOUT", "RACK_PULL", "ROMANIAN", "TRAP_BAR"]


def body(name: str) -> Joints:
    return joints(POSES[name])


def angle_at(joint: Point, one: Point, other: Point) -> float:
    """Return the angle in degrees between two bones that meet in a joint."""
    return abs(math.degrees(cmath.phase((one - joint) / (other - joint))))


def bend(spine: tuple[Point, ...]) -> float:
    """Return by how many degrees the spine turns from hip to shoulder."""
    leans = [lean_of(b - a) for a, b in pairwise(spine)]
    return leans[-1] - leans[0]


@cache
def drawn_once(name: str) -> bytes:
    return form_drawing(name)


def picture(name: str) -> Image.Image:
    return Image.open(io.BytesIO(drawn_once(name)))


def darkest(image: Image.Image) -> int:
    return min(level for level, count in enumerate(image.histogram()) if count)


def brightness(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((brightness(one), brightness(other)))
    return (light + 0.05) / (dark + 0.05)


def test_there_is_a_drawing_for_every_name_of_the_form_guide() -> None:
    assert set(FORM_DRAWINGS) == NAMES


@pytest.mark.parametrize("name", sorted(NAMES))
def test_a_drawing_is_a_png_within_the_limits(name: str) -> None:
    image = picture(name)
    assert image.format == "PNG"
    assert image.size in {(1000, 1000), (1400, 1000), (1400, 1400)}
    assert len(drawn_once(name)) <= 60_000


@pytest.mark.parametrize("name", sorted(NAMES))
def test_a_drawing_is_the_same_every_time(name: str) -> None:
    assert form_drawing(name) == drawn_once(name)


def test_no_two_drawings_are_the_same() -> None:
    assert len({drawn_once(name) for name in NAMES}) == len(NAMES)


def test_an_unknown_name_is_refused() -> None:
    with pytest.raises(KeyError):
        form_drawing("handstand")


@pytest.mark.parametrize("name", sorted(NAMES))
def test_a_drawing_is_opaque_and_light_to_its_corners(name: str) -> None:
    image = picture(name)
    assert "transparency" not in image.info
    pixels = image.convert("RGB")
    corners = [(0, 0), (image.width - 1, 0), (0, image.height - 1), (image.width - 1, image.height - 1)]
    assert all(min(_rgb(pixels, corner)) > 200 for corner in corners)


@pytest.mark.parametrize("name", sorted(NAMES - {"bar-over-mid-foot", "foot-placement"}))
def test_nothing_runs_over_the_edge_of_the_card(name: str) -> None:
    pixels = picture(name).convert("L")
    margin = canvas.MARGIN + 3
    width, height = pixels.size
    strips = [
        (0, 0, margin, height),
        (width - margin, 0, width, height),
        (0, 0, width, margin),
        (0, height - margin, width, height),
    ]
    assert all(darkest(pixels.crop(strip)) > 200 for strip in strips)


@pytest.mark.parametrize(
    ("colour", "ground"),
    [
        (canvas.SLATE, canvas.CARD),
        (canvas.FAR, canvas.CARD),
        (canvas.TEAL, canvas.CARD),
        (canvas.TEAL, canvas.SLATE),
        (canvas.ORANGE, canvas.CARD),
        (canvas.ORANGE, canvas.SLATE),
        (canvas.GEAR, canvas.CARD),
        (canvas.GEAR, canvas.PLATE),
        (canvas.STEEL, canvas.CARD),
        (canvas.FLOOR, canvas.CARD),
        (canvas.SLATE, canvas.PLATE),
    ],
)
def test_what_carries_meaning_has_a_contrast_of_three_to_one(colour: str, ground: str) -> None:
    assert contrast(colour, ground) >= 3


@pytest.mark.parametrize("name", sorted(POSES))
def test_bones_keep_their_length_in_every_pose(name: str) -> None:
    drawn, pose = body(name), POSES[name]
    for leg in (drawn.leg, drawn.far_leg):
        assert abs(leg.hip - leg.knee) == pytest.approx(0.245 * figure.HEIGHT, rel=0.01)
        assert abs(leg.knee - leg.ankle) == pytest.approx(0.246 * figure.HEIGHT, rel=0.01)
    assert sum(abs(b - a) for a, b in pairwise(drawn.spine)) == pytest.approx(0.288 * figure.HEIGHT, rel=0.01)
    for arm, angles in ((drawn.arm, pose.arm), (drawn.far_arm, pose.far_arm or pose.arm)):
        # An arm that is spread towards the reader is seen shortened, and only such an arm.
        assert abs(arm.shoulder - arm.elbow) == pytest.approx(0.186 * figure.HEIGHT * angles.share, rel=0.01)
        assert abs(arm.elbow - arm.wrist) == pytest.approx(0.146 * figure.HEIGHT * angles.share, rel=0.01)


def test_only_the_arms_of_a_back_squat_are_spread_sideways() -> None:
    assert {name for name, pose in POSES.items() if pose.arm.spread} == {"BACK_SQUAT"}


@pytest.mark.parametrize("name", GROUNDED)
def test_the_standing_foot_is_flat_on_the_floor(name: str) -> None:
    foot = body(name).leg
    assert foot.heel.imag == pytest.approx(0, abs=0.1)
    assert foot.ball.imag == pytest.approx(0, abs=0.1)
    assert foot.toe.imag == pytest.approx(0, abs=0.1)


@pytest.mark.parametrize("name", sorted(POSES))
def test_knees_bend_the_right_way_and_never_past_straight(name: str) -> None:
    for leg in (body(name).leg, body(name).far_leg):
        assert _turn(leg) >= -1


def test_the_start_has_knees_below_hips_below_shoulders() -> None:
    start = body("START")
    assert start.leg.knee.imag + 10 < start.hip.imag
    assert start.hip.imag + 10 < start.shoulder.imag


def test_the_start_has_the_bar_over_mid_foot() -> None:
    start = body("START")
    assert start.leg.mid_foot.real == pytest.approx(MID_FOOT)
    assert abs(start.arm.grip.real - start.leg.mid_foot.real) <= 2


@pytest.mark.parametrize("name", FROM_THE_FLOOR)
def test_a_bar_on_the_floor_lies_on_its_plates(name: str) -> None:
    assert body(name).arm.grip.imag == pytest.approx(PLATE_RADIUS, abs=0.5)


@pytest.mark.parametrize("name", HOLDS_A_BAR)
def test_arms_on_a_bar_are_straight_and_hang(name: str) -> None:
    arm = body(name).arm
    assert angle_at(arm.elbow, arm.shoulder, arm.grip) > 175
    assert abs(180 - abs(lean_of(arm.grip - arm.shoulder))) < 20


def test_the_start_has_the_shoulders_slightly_in_front_of_the_bar() -> None:
    start = body("START")
    assert 0 < start.shoulder.real - start.arm.grip.real < 8


@pytest.mark.parametrize("name", ["START", "ROUNDED", "RACK_PULL", "ROMANIAN"])
def test_the_bar_is_in_front_of_the_shins_and_close_to_them(name: str) -> None:
    drawn = body(name)
    gap = drawn.arm.grip.real - BAR_RADIUS - _shin_at(drawn.leg, drawn.arm.grip.imag)
    assert 0 <= gap <= 4


def test_the_start_has_a_flat_back_with_the_head_in_line() -> None:
    start = body("START")
    assert bend(start.spine) == pytest.approx(0, abs=1)
    assert abs(lean_of(start.nape - start.shoulder) - lean_of(start.shoulder - start.hip)) < 20


def test_the_rounded_back_is_plainly_rounded() -> None:
    assert bend(body("ROUNDED").spine) > 40


@pytest.mark.parametrize("name", sorted(set(POSES) - {"ROUNDED"}))
def test_every_right_position_has_a_neutral_spine(name: str) -> None:
    assert bend(body(name).spine) == pytest.approx(0, abs=1)


def test_the_lockout_stacks_shoulders_and_hips_over_mid_foot_without_leaning_back() -> None:
    lockout = body("LOCKOUT")
    assert abs(lockout.hip.real - lockout.leg.mid_foot.real) < 2
    assert 0 <= lockout.shoulder.real - lockout.hip.real < 2


def test_the_lockout_has_straight_knees_and_hips() -> None:
    lockout = body("LOCKOUT")
    assert angle_at(lockout.leg.knee, lockout.leg.ankle, lockout.hip) > 175
    assert angle_at(lockout.hip, lockout.leg.knee, lockout.shoulder) > 175


def test_the_lockout_has_the_bar_at_the_upper_thigh() -> None:
    lockout = body("LOCKOUT")
    middle = (lockout.hip + lockout.leg.knee) / 2
    assert middle.imag < lockout.arm.grip.imag < lockout.hip.imag


def test_a_squat_has_lower_hips_and_a_more_upright_trunk_than_a_hinge() -> None:
    squat, hinge = body("AIR_SQUAT"), body("HINGE")
    assert squat.hip.imag + 20 < hinge.hip.imag
    assert POSES["AIR_SQUAT"].spine + 20 < POSES["HINGE"].spine


def test_a_hinge_has_upright_shins_and_soft_knees() -> None:
    hinge = body("HINGE")
    assert abs(lean_of(hinge.leg.knee - hinge.leg.ankle)) <= 5
    assert 140 < angle_at(hinge.leg.knee, hinge.leg.ankle, hinge.hip) < 170


@pytest.mark.parametrize("name", ["AIR_SQUAT", "BACK_SQUAT"])
def test_a_squat_has_thighs_about_level(name: str) -> None:
    drawn = body(name)
    assert abs(drawn.hip.imag - drawn.leg.knee.imag) < 5


def test_a_back_squat_keeps_the_bar_over_mid_foot_and_in_the_hands() -> None:
    squat = body("BACK_SQUAT")
    assert abs(poses.BAR_ON_BACK.real - squat.leg.mid_foot.real) <= 2
    assert abs(squat.arm.grip - poses.BAR_ON_BACK) < 0.5
    assert abs(poses.BAR_ON_BACK - squat.shoulder) < 12


@pytest.mark.parametrize("name", ["RACK_PULL", "TRAP_BAR", "KETTLEBELL"])
def test_the_trunk_is_more_upright_than_at_the_start_of_a_deadlift(name: str) -> None:
    assert POSES[name].spine + 5 < POSES["START"].spine


def test_a_trap_bar_lift_starts_with_lower_hips() -> None:
    assert body("TRAP_BAR").hip.imag < body("START").hip.imag


def test_a_rack_pull_starts_just_below_the_knee() -> None:
    rack = body("RACK_PULL")
    assert 2 < rack.leg.knee.imag - rack.arm.grip.imag < 10


def test_a_romanian_deadlift_has_soft_knees_and_the_bar_below_them() -> None:
    romanian = body("ROMANIAN")
    assert 140 < angle_at(romanian.leg.knee, romanian.leg.ankle, romanian.hip) < 170
    assert romanian.leg.knee.imag / 2 < romanian.arm.grip.imag < romanian.leg.knee.imag
    assert romanian.hip.real < romanian.leg.heel.real - 10


def test_a_single_leg_hinge_has_trunk_and_free_leg_in_one_line_near_the_horizontal() -> None:
    drawn = body("SINGLE_LEG")
    assert angle_at(drawn.hip, drawn.shoulder, drawn.far_leg.ankle) > 175
    assert abs(lean_of(drawn.shoulder - drawn.far_leg.ankle) - 90) < 15
    assert 150 < angle_at(drawn.leg.knee, drawn.leg.ankle, drawn.hip) < 175


def test_a_lunge_bends_both_knees_to_a_right_angle() -> None:
    lunge = body("LUNGE")
    for leg in (lunge.leg, lunge.far_leg):
        assert angle_at(leg.knee, leg.hip, leg.ankle) == pytest.approx(90, abs=10)


def test_a_lunge_keeps_the_front_knee_behind_the_toes_and_the_trunk_tall() -> None:
    lunge = body("LUNGE")
    assert lunge.leg.knee.real < lunge.leg.toe.real
    assert abs(lean_of(lunge.shoulder - lunge.hip)) < 10


@pytest.mark.parametrize("name", ["LUNGE", "CALF_ROCK"])
def test_the_toes_of_the_rear_foot_are_on_the_floor(name: str) -> None:
    rear = body(name).far_leg
    assert rear.ball.imag == pytest.approx(0, abs=1)
    assert rear.heel.imag > rear.ball.imag + 5


def test_a_plank_is_one_line_over_straight_arms() -> None:
    plank = body("PLANK")
    assert angle_at(plank.hip, plank.shoulder, plank.leg.ankle) > 175
    assert abs(plank.arm.wrist.real - plank.shoulder.real) < 3
    assert plank.arm.grip.imag == pytest.approx(2.5, abs=1.5)
    assert plank.leg.ball.imag == pytest.approx(0, abs=1)


def test_a_dead_bug_reaches_with_opposite_arm_and_leg() -> None:
    bug = body("DEAD_BUG")
    assert bug.leg.ankle.imag < 30 < bug.far_leg.ankle.imag
    assert bug.far_arm.grip.imag < 30 < bug.arm.grip.imag
    assert angle_at(bug.far_leg.knee, bug.hip, bug.far_leg.ankle) == pytest.approx(90, abs=10)
    assert abs(bug.far_leg.knee.real - bug.hip.real) < 5


def test_a_swing_goes_from_behind_the_knees_to_the_height_of_the_chest() -> None:
    back, top = body("HIKE"), body("SWING_TOP")
    assert back.arm.grip.real < back.leg.knee.real - 20
    assert back.hip.imag - 35 < back.arm.grip.imag < back.hip.imag
    assert abs(top.arm.grip.imag - top.shoulder.imag) < 10
    assert angle_at(top.hip, top.leg.knee, top.shoulder) > 175


def test_a_bar_out_of_reach_is_refused() -> None:
    with pytest.raises(ValueError, match="out of reach"):
        reaching(Pose(), complex(200, ANKLE))


def test_a_hand_reaches_the_bar_with_the_whole_arm() -> None:
    start = body("START")
    assert abs(start.shoulder - poses.BAR_ON_FLOOR) == pytest.approx(ARM, abs=0.01)
    assert abs(start.arm.grip - poses.BAR_ON_FLOOR) < 0.01


def _turn(leg: LegJoints) -> float:
    """Return how far a knee is bent, in degrees; below nothing it would bend forward."""
    thigh, shank = leg.knee - leg.hip, leg.ankle - leg.knee
    turned = lean_of(shank) - lean_of(thigh)
    return (turned + 180) % 360 - 180


def _shin_at(leg: LegJoints, height: float) -> float:
    """Return where the front of the shin is at a height."""
    share = (leg.knee.imag - height) / (leg.knee.imag - leg.ankle.imag)
    return (leg.knee + (leg.ankle - leg.knee) * share).real + SHANK_SHAPE.front(share)


def _rgb(image: Image.Image, at: tuple[int, int]) -> tuple[int, ...]:
    pixel = image.getpixel(at)
    return pixel if isinstance(pixel, tuple) else (0,)


def test_the_picture_in_the_readme_is_the_one_that_the_bot_sends() -> None:
    name = "neutral-and-rounded"
    assert f"tests/pictures/{name}.png" in (ROOT / "README.md").read_text(encoding="utf-8")
    shown = Image.open(Path(__file__).parent / f"{name}.png").convert("RGB")
    sent = Image.open(io.BytesIO(form_drawing(name))).convert("RGB")
    # Another version of the drawing library may round a pixel's edge differently, and no more.
    assert max(ImageStat.Stat(ImageChops.difference(shown, sent)).mean) < 1
