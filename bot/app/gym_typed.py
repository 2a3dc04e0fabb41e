"""What is typed between the sets instead of tapped."""

import re

from bot.app import messages as m
from bot.app import red_flags
from bot.app.gym import back, did_otherwise, loaded, rated
from bot.app.gym_orders import ordered
from bot.app.open_lift import open_question
from bot.app.replies import refused
from bot.app.reply import Kg, Line, Mark, Replies, Reply, say
from bot.app.turn import Turn
from bot.app.workout import Stage, Workout
from bot.app.workout_views import ask_leap, ask_reps, view
from bot.app.workouts import Open, is_cold, is_left, newest, under_way
from bot.guidance.loads import HAIR, bar_kg
from bot.guidance.plates import is_on_the_bar
from bot.language.lifts import read_lift
from bot.language.meaning import LiftReading
from bot.training.lifts import HEAVIEST_KG, LiftSet
from bot.training.profile import MassUnit, unit_kg

ONE_SET = "1x1"
MOST_WORDS = 6
"""A longer message says more than how hard it was."""

LOAD = re.compile(r"(\d{1,4}(?:[.,]\d{1,2})?)\s*(kgs?|lbs?)?", re.IGNORECASE)
SET = re.compile(r"(\d{1,4}(?:[.,]\d{1,2})?)\s*(kgs?|lbs?)?\s*[x×]\s*(\d{1,2})", re.IGNORECASE)
MOST_REPS = 50
LEAST_KG = 4
"""The lightest common kettlebell: nobody loads less."""

MOST_LEAP = 1.5
"""A weight that is so many times another is asked about: it may be in the other unit, or a slip."""

MOST_SMALL = 10
"""Numbers up to it, without a unit, may be reps or an effort."""


WORDS = frozenset(
    {
        "done",
        "next",
        "next set",
        "heavier",
        "lighter",
        "fewer",
        "fewer reps",
        "back",
        "finish",
        "start",
        "skip",
        "ready",
    }
)
"""Buttons of some view of a lift: where the one that stands has none of that name, it is shown again."""


def typed(turn: Turn, text: str) -> Replies | None:
    """Take what belongs to the lift that is being done: a weight, a set, how hard it was; None of any other text."""
    found = typed_load(turn, text) or typed_set(turn, text) or typed_effort(turn, text) or ordered(turn, text)
    return found or (open_question(turn) if text.strip(" .!").lower() in WORDS else ()) or None


def undo(turn: Turn) -> Replies | None:
    """Take the last set back; None where something newer can be undone, or nothing was done."""
    found = under_way(turn, Stage.WORK, Stage.EFFORT)
    if found is None or not found[1].done:
        return None
    changed = turn.records.last_change_at(turn.runner.id)
    if changed is not None and changed > found[1].touched_at:
        return None
    return back(turn, *found)


def typed_set(turn: Turn, text: str) -> Replies | None:
    """Take a set that is written, such as "105x4", for the one whose turn it is; None of any other text."""
    match = SET.fullmatch(text.strip())
    found = under_way(turn, Stage.WORK) if match is not None else None
    work = None if match is None or found is None else _set(turn, found[1], match)
    if found is None or work is None:
        return None
    if red_flags.standing_flags(turn):
        return red_flags.keep_flag(turn)
    kg, reps = work
    return (ask_leap(*found, kg),) if _leaps(found[1], kg) else did_otherwise(turn, *found, reps=reps, kg=kg)


def _set(turn: Turn, workout: Workout, match: re.Match[str]) -> tuple[float, int] | None:
    """Return the weight in kilograms and the repetitions of a set; a small number is rather how many sets it were."""
    first, reps = float(match[1].replace(",", ".")), int(match[3])
    kg = first * unit_kg(_unit(turn, match[2]))
    is_set = bool(match[2]) or first > MOST_SMALL
    possible = _least_kg(turn, workout) - HAIR <= kg <= HEAVIEST_KG and 0 < reps <= MOST_REPS
    return (kg, reps) if is_set and possible else None


def _unit(turn: Turn, said: str | None) -> MassUnit:
    return MassUnit(said.lower()[:2]) if said else turn.runner.profile.units


def _least_kg(turn: Turn, workout: Workout) -> float:
    """Return the least that can be lifted: the bar, where there is one."""
    profile = turn.runner.profile
    bar = is_on_the_bar(workout.exercise, profile)
    return bar_kg(profile, turn.knowledge.thresholds.doses) if bar else LEAST_KG


def typed_effort(turn: Turn, text: str) -> Replies | None:
    """Take how hard it was in words, as it would stand behind the sets of a log entry; None of any other text."""
    found = under_way(turn, Stage.EFFORT) if len(text.split()) <= MOST_WORDS else None
    if found is None:
        return None
    readings = read_lift(
        f"{ONE_SET} {text}", now=turn.local_now, vocabulary=turn.knowledge.vocabulary, mass_unit=MassUnit.KG
    )
    match readings:
        case (LiftReading(at=None, sets=(LiftSet(reps=1, weight_kg=None, rir=float(rir)),)),):
            return red_flags.keep_flag(turn) if red_flags.standing_flags(turn) else rated(turn, *found, rir)
    return None


def typed_load(turn: Turn, text: str) -> Replies | None:
    """Take a weight that is written between the sets or while warming up; None of any other text."""
    match = LOAD.fullmatch(text.strip())
    found = _to_be_loaded(turn) if match is not None else None
    if match is None or found is None:
        return None
    if red_flags.standing_flags(turn):
        return red_flags.keep_flag(turn)
    return _typed(turn, *found, number=float(match[1].replace(",", ".")), unit=(match[2] or "").lower())


def _to_be_loaded(turn: Turn) -> Open | None:
    """Return the lift that a weight is for: the one between its sets, or the one that is warmed up for."""
    found = under_way(turn, Stage.WORK) or newest(turn)
    if found is None or found[1].stage not in {Stage.WORK, Stage.WARM_UP} or is_left(turn, found[1]):
        return None
    return None if is_cold(turn, found[1]) else found


def _typed(turn: Turn, row: int, workout: Workout, *, number: float, unit: str) -> Replies | None:
    """Take a number for a weight, unless it is too small for one: then it may be reps or an effort."""
    profile = turn.runner.profile
    kg, least = number * unit_kg(_unit(turn, unit)), _least_kg(turn, workout)
    on_the_bar = is_on_the_bar(workout.exercise, profile)
    if not unit and number <= max(MOST_SMALL, workout.next_set.reps):
        if workout.stage is Stage.WARM_UP:
            return None
        return _small(
            turn, row, workout, number, say(m.BAR_ALONE if on_the_bar else m.SMALL_WEIGHT, weight=Kg(kg=least))
        )
    if kg > HEAVIEST_KG:
        return (refused(m.MOST_WEIGHT, weight=Kg(kg=HEAVIEST_KG)), view(turn, row, workout)) if unit else None
    if kg < least - HAIR:
        return (refused(m.BAR_ALONE if on_the_bar else m.LEAST_WEIGHT, weight=Kg(kg=least)), view(turn, row, workout))
    return (ask_leap(row, workout, kg),) if _leaps(workout, kg) else loaded(turn, row, workout, kg)


def _leaps(workout: Workout, kg: float) -> bool:
    before = workout.next_set.weight_kg
    return before is not None and not before / MOST_LEAP <= kg <= before * MOST_LEAP


def _small(turn: Turn, row: int, workout: Workout, number: float, weight: Line) -> Replies:
    """Ask whether a small number was the reps of the set; one that cannot be is no weight either."""
    if number in range(1, workout.next_set.reps + 1):
        return (ask_reps(row, workout, int(number), weight),)
    return (Reply(mark=Mark.REFUSED, lines=(say(m.TYPED_SMALL), weight)), view(turn, row, workout))
