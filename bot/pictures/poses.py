"""The positions that the form guide shows, each as the angles of a body."""

from bot.pictures.figure import MID_FOOT, Arm, Leg, Pose, holding, reaching
from bot.pictures.gear import BELL_GRIP, PLATE_RADIUS

BAR_ON_FLOOR = complex(MID_FOOT, PLATE_RADIUS)
BELL_ON_FLOOR = complex(MID_FOOT + 3, BELL_GRIP)
RACKED_BAR = complex(MID_FOOT + 0.6, 45)
SHIN_BAR = complex(MID_FOOT + 0.3, 36)

START = reaching(Pose(leg=Leg(shank=8, thigh=-66), neck=48, head=34), BAR_ON_FLOOR)
ROUNDED = reaching(Pose(leg=Leg(shank=4, thigh=-52), flexion=75, neck=105, head=95), BAR_ON_FLOOR)
LOCKOUT = Pose(leg=Leg(shank=5, thigh=4), spine=0.5, neck=5, head=0, arm=Arm(upper=7, fore=7.5))
RACK_PULL = reaching(Pose(leg=Leg(shank=2, thigh=-46), neck=32, head=20), RACKED_BAR)
ROMANIAN = reaching(Pose(leg=Leg(shank=2, thigh=-32), neck=62, head=52), SHIN_BAR)
KETTLEBELL = reaching(Pose(leg=Leg(shank=9, thigh=-68), neck=46, head=32), BELL_ON_FLOOR)
TRAP_BAR = reaching(Pose(leg=Leg(shank=17, thigh=-80), neck=32, head=18), BAR_ON_FLOOR)
HINGE = Pose(leg=Leg(shank=0, thigh=-30), spine=68, neck=62, head=52, arm=Arm(upper=4, fore=8, open=True))
AIR_SQUAT = Pose(leg=Leg(shank=28, thigh=-88), spine=36, neck=26, head=12, arm=Arm(upper=92, fore=90, open=True))
BAR_ON_BACK = complex(MID_FOOT, 90.2)
BACK_SQUAT = holding(
    Pose(leg=Leg(shank=28, thigh=-88), spine=45, neck=27, head=14, arm=Arm(spread=50)), BAR_ON_BACK, elbow_back=False
)
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
ON_HIP = Arm(upper=-52, fore=52, hand=76, open=True)
LUNGE = Pose(
    leg=Leg(shank=4, thigh=-88),
    far_leg=Leg(shank=100, thigh=11, foot=72, toes=0),
    spine=0,
    neck=4,
    head=0,
    arm=ON_HIP,
)
PLANK = Pose(
    leg=Leg(shank=71, thigh=71, foot=68, toes=0),
    spine=71,
    neck=71,
    head=66,
    arm=Arm(upper=0, fore=0, hand=90, open=True),
    far_arm=Arm(upper=-5, fore=-4, hand=90, open=True),
    at=complex(0, 17),
)
DEAD_BUG = Pose(
    leg=Leg(shank=-98, thigh=-99, foot=-70),
    far_leg=Leg(shank=-90, thigh=178, foot=-80),
    spine=-90,
    neck=-90,
    head=-90,
    arm=Arm(upper=178, fore=180, open=True),
    far_arm=Arm(upper=-102, fore=-99, open=True),
    at=complex(0, 10.2),
    held_by="hip",
    pressed_back=True,
)
PALLOF = Pose(leg=Leg(shank=8, thigh=-8), spine=4, neck=5, head=0, arm=Arm(upper=80, fore=90))
LEG_SWING = Pose(leg=Leg(), far_leg=Leg(shank=-52, thigh=-60, foot=-42), spine=-2, arm=ON_HIP)
LEG_SWING_BACK = Pose(leg=Leg(), far_leg=Leg(shank=52, thigh=24, foot=46), spine=-2, arm=ON_HIP)
CALF_ROCK = holding(
    Pose(
        leg=Leg(shank=34, thigh=-12),
        far_leg=Leg(shank=40, thigh=27, foot=30, toes=0),
        spine=8,
        neck=8,
        head=4,
        arm=Arm(open=True),
    ),
    complex(57, 128),
)
STANDING = Pose(leg=Leg(shank=1, thigh=1))
