"""What is typed between the sets instead of tapped."""

import re

from bot.app import messages as m
from bot.app import red_flags
from bot.app.gym import loaded
from bot.app.replies import refused
from bot.app.reply import Kg, Line, Mark, Replies, Reply, say
from bot.app.turn import Turn
from bot.app.workout import Stage, Workout
from bot.app.workout_views import ask_reps, view
from bot.app.workouts import begun, is_left
from bot.guidance.loads import HAIR, bar_kg, unit_kg
from bot.guidance.plates import is_on_the_bar
from bot.training.lifts import HEAVIEST_KG
from bot.training.profile import MassUnit

LOAD = re.compile(r"(\d{1,4}(?:[.,]\d{1,2})?)\s*(kgs?|lbs?)?", re.IGNORECASE)
LEAST_KG = 4
"""The lightest common kettlebell: nobody loads less."""

MOST_SMALL = 10
"""Numbers up to it, without a unit, may be reps or an effort."""


def typed_load(turn: Turn, text: str) -> Replies | None:
    """Take a weight that is written between the sets; None of any other text."""
    match = LOAD.fullmatch(text.strip())
    found = begun(turn) if match is not None else None
    if match is None or found is None or found[1].stage is not Stage.WORK or is_left(turn, found[1]):
        return None
    if red_flags.standing_flags(turn):
        return red_flags.keep_flag(turn)
    return _typed(turn, *found, number=float(match[1].replace(",", ".")), unit=(match[2] or "").lower())


def _typed(turn: Turn, row: int, workout: Workout, *, number: float, unit: str) -> Replies | None:
    """Take a number for a weight, unless it is too small for one: then it may be reps or an effort."""
    profile = turn.runner.profile
    kg = number * unit_kg(MassUnit(unit[:2]) if unit else profile.units)
    on_the_bar = is_on_the_bar(workout.exercise, profile)
    least = bar_kg(profile, turn.knowledge.thresholds.doses) if on_the_bar else LEAST_KG
    if not unit and number <= max(MOST_SMALL, workout.next_set.reps):
        return _small(
            turn, row, workout, number, say(m.BAR_ALONE if on_the_bar else m.SMALL_WEIGHT, weight=Kg(kg=least))
        )
    if kg > HEAVIEST_KG:
        return None
    if kg < least - HAIR:
        return (refused(m.BAR_ALONE if on_the_bar else m.LEAST_WEIGHT, weight=Kg(kg=least)), view(turn, row, workout))
    return loaded(turn, row, workout, kg)


def _small(turn: Turn, row: int, workout: Workout, number: float, weight: Line) -> Replies:
    """Ask whether a small number was the reps of the set; one that cannot be is no weight either."""
    if number in range(1, workout.next_set.reps + 1):
        return (ask_reps(row, workout, int(number), weight),)
    return (Reply(mark=Mark.REFUSED, lines=(say(m.TYPED_SMALL), weight)), view(turn, row, workout))
