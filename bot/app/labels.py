"""The labels of buttons that several use cases share."""

from collections.abc import Mapping

from bot.app import messages as m
from bot.app.reply import Line, Message, say
from bot.training.lifts import Exercise

CHECKIN_KIND: Mapping[str, Line] = {
    "sore": say(m.CHECKIN_SORE),
    "pain": say(m.CHECKIN_PAIN),
    "ill": say(m.CHECKIN_ILL),
    "sleep": say(m.CHECKIN_SLEEP),
    "travel": say(m.CHECKIN_TRAVEL),
    "gym": say(m.CHECKIN_GYM),
}
"""The kinds of check-in that `/checkin` offers."""

CHECKIN_SAID: Mapping[str, Message] = {
    "niggle": m.SAID_NIGGLE,
    "hurts": m.SAID_HURTS,
    "back": m.SAID_BACK,
    "gone": m.SAID_GONE,
    "ill": m.SAID_ILL,
    "cold": m.SAID_COLD,
    "well": m.SAID_WELL,
    "heat": m.SAID_HEAT,
    "sleep3": m.SAID_SLEEP3,
    "sleep5": m.SAID_SLEEP5,
    "sleep7": m.SAID_SLEEP7,
    "far": m.SAID_FAR,
    "near": m.SAID_NEAR,
    "hot": m.SAID_HOT,
    "cool": m.SAID_COOL,
}
"""What the buttons of a check-in say."""

EXERCISES: Mapping[Exercise, Message] = {
    Exercise.DEADLIFT: m.EXERCISE_DEADLIFT,
    Exercise.SUMO: m.EXERCISE_SUMO,
    Exercise.TRAP_BAR: m.EXERCISE_TRAP_BAR,
    Exercise.RACK_PULL: m.EXERCISE_RACK_PULL,
    Exercise.BLOCK_PULL: m.EXERCISE_BLOCK_PULL,
    Exercise.KETTLEBELL: m.EXERCISE_KETTLEBELL,
    Exercise.ROMANIAN: m.EXERCISE_ROMANIAN,
    Exercise.SINGLE_LEG: m.EXERCISE_SINGLE_LEG,
    Exercise.SWING: m.EXERCISE_SWING,
    Exercise.SQUAT: m.EXERCISE_SQUAT,
    Exercise.OTHER: m.EXERCISE_OTHER,
}
"""What each exercise is called."""
