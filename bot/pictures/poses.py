"""The positions that the form guide shows, each as the angles of a body."""

from bot.pictures.figure import ANKLE, MID_FOOT, Arm, Leg, Pose, reaching
from bot.pictures.gear import BELL_GRIP, PLATE_RADIUS

BAR_ON_FLOOR = complex(MID_FOOT, PLATE_RADIUS)
BELL_ON_FLOOR = complex(MID_FOOT, BELL_GRIP)
RACKED_BAR = complex(MID_FOOT + 0.6, 45)
SHIN_BAR = complex(MID_FOOT + 0.3, 36)
DOWN = Arm()

START = reaching(Pose(leg=Leg(shank=8, thigh=-66), neck=48, head=34), BAR_ON_FLOOR)
ROUNDED = reaching(Pose(leg=Leg(shank=4, thigh=-52), flexion=75, neck=105, head=95), BAR_ON_FLOOR)
LOCKOUT = Pose(leg=Leg(shank=2.5, thigh=1.5), spine=0, neck=4, head=0, arm=Arm(upper=7, fore=9))
RACK_PULL = reaching(Pose(leg=Leg(shank=2, thigh=-46), neck=32, head=20), RACKED_BAR)
ROMANIAN = reaching(Pose(leg=Leg(shank=2, thigh=-32), neck=62, head=52), SHIN_BAR)
KETTLEBELL = reaching(Pose(leg=Leg(shank=12, thigh=-70), neck=46, head=32), BELL_ON_FLOOR)
TRAP_BAR = reaching(Pose(leg=Leg(shank=20, thigh=-72), neck=38, head=24), complex(MID_FOOT, PLATE_RADIUS))
HINGE = Pose(leg=Leg(shank=0, thigh=-30), spine=68, neck=62, head=52, arm=Arm(upper=4, fore=8, open=True))
AIR_SQUAT = Pose(
    leg=Leg(shank=28, thigh=-88), spine=36, neck=26, head=12, arm=Arm(upper=92, fore=90, open=True)
)
BACK_SQUAT = Pose(leg=Leg(shank=28, thigh=-88), spine=40, neck=24, head=12, arm=Arm(upper=-38, fore=150))
HIKE = Pose(leg=Leg(shank=4, thigh=-42), spine=68, neck=58, head=46, arm=Arm(upper=-42, fore=-44))
SWING_TOP = Pose(leg=Leg(shank=2.5, thigh=1.5), spine=-1, neck=4, head=0, arm=Arm(upper=84, fore=88))
SINGLE_LEG = Pose(
    leg=Leg(shank=6, thigh=-16),
    far_leg=Leg(shank=82, thigh=82, foot=72),
    spine=82,
    neck=78,
    head=66,
    arm=Arm(upper=0, fore=0),
    far_arm=Arm(upper=4, fore=6, open=True),
)
LUNGE = Pose(
    leg=Leg(shank=4, thigh=-88),
    far_leg=Leg(shank=104, thigh=12, foot=66, toes=0),
    spine=3,
    neck=5,
    head=1,
    arm=Arm(upper=-38, fore=38, hand=60, open=True),
)
PLANK = Pose(
    leg=Leg(shank=71, thigh=71, foot=68, toes=0),
    spine=71,
    neck=71,
    head=66,
    arm=Arm(upper=0, fore=0, hand=90, open=True),
    at=complex(0, 17),
)
DEAD_BUG = Pose(
    leg=Leg(shank=-90, thigh=178, foot=-80),
    far_leg=Leg(shank=-99, thigh=-99, foot=-70),
    spine=-90,
    neck=-90,
    head=-90,
    arm=Arm(upper=-100, fore=-97, open=True),
    far_arm=Arm(upper=180, fore=180, open=True),
    at=complex(0, 10.2),
    held_by="hip",
    pressed_back=True,
)
PALLOF = Pose(
    leg=Leg(shank=8, thigh=-8), spine=4, neck=5, head=0, arm=Arm(upper=80, fore=90)
)
LEG_SWING = Pose(
    leg=Leg(), far_leg=Leg(shank=-55, thigh=-62, foot=-40), spine=-2, arm=Arm(upper=60, fore=80, open=True)
)
LEG_SWING_BACK = Pose(leg=Leg(), far_leg=Leg(shank=50, thigh=26, foot=50), spine=-2)
CALF_ROCK = Pose(
    leg=Leg(shank=33, thigh=-22),
    far_leg=Leg(shank=52, thigh=28, foot=20, toes=0),
    spine=10,
    neck=8,
    head=4,
    arm=Arm(upper=70, fore=84, hand=150, open=True),
)
STANDING = Pose(leg=Leg(shank=1, thigh=1))
FLAT = ANKLE
