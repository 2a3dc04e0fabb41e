"""Lifts that are being done: what they are meant to be, and where they stand."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from bot.app import overriding
from bot.app.turn import Turn, values
from bot.app.workout import Stage, Workout
from bot.guidance.engine import decide
from bot.guidance.loads import HAIR
from bot.guidance.prescription import Prescription, prescribe
from bot.guidance.situation import Book
from bot.guidance.thresholds import Dose
from bot.guidance.verdict import Decision, Finding, Verdict
from bot.guidance.warmup import WarmUp, for_warm_up
from bot.training.lifts import Called, Exercise, Lift, LiftSet
from bot.training.time import local_date

Open = tuple[int, Workout]
"""A workout and the id of its row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is prescribed for a lift, as the runner takes it: light where they lift against advice."""

    book: Book
    decision: Decision
    work: Prescription

    def after(self, steps: WarmUp) -> "Plan":
        """Return the plan that a warm-up is enough for: after the emergency one a light lift."""
        work = for_warm_up(self.book, self.decision, self.work, steps)
        return self if work == self.work else replace(self, work=work, decision=overriding.lightly(self.decision))

    @property
    def exercise(self) -> Exercise:
        """Return the exercise that is logged where nothing else is said."""
        return self.work.exercise or Exercise.DEADLIFT

    @property
    def most_kg(self) -> float | None:
        """Return the heaviest load that is still what was prescribed, in kilograms; None where no maximum is known."""
        work = self.work
        if work.load_kg is not None:
            return work.load_kg[1]
        dose: Dose = getattr(self.book.thresholds.doses, work.dose.value)
        return None if work.e1rm_kg is None else work.e1rm_kg * dose.share[1]


def plan_for(turn: Turn, at: dt.datetime, *, lifted: bool = False) -> Plan | None:
    """Decide the lift of an instant; None when there is none.

    Against advice there is a light one for who decided to lift anyway, or who has `lifted` already.
    """
    book = turn.book()
    decision = decide(book, at)
    if decision.verdict is Verdict.NO and decision.overridable:
        anyway = lifted or overriding.is_overridden(turn, local_date(at, turn.zone))
        decision = overriding.lightly(decision) if anyway else decision
    work = prescribe(book, decision)
    return None if work is None else Plan(book=book, decision=decision, work=work)


def held_by(turn: Turn) -> Finding | None:
    """Return the rule of safety that lets nobody lift now."""
    decision = decide(turn.book(), turn.now)
    return decision.main if decision.verdict <= Verdict.NO and not decision.overridable else None


def is_above(sets: Iterable[LiftSet], most_kg: float | None) -> bool:
    """Tell whether any set is heavier than the most that was prescribed; where that is unknown none is."""
    return most_kg is not None and any((work.weight_kg or 0.0) > most_kg + HAIR for work in sets)


def planned(turn: Turn, plan: Plan, *, at: dt.datetime, stage: Stage, warm_up: WarmUp | None = None) -> Workout:
    """Return the workout that a plan asks for."""
    work = plan.work
    low, high = (round(minutes * 60) for minutes in work.rest_min)
    return Workout(
        at=at,
        stage=stage,
        touched_at=turn.now,
        exercise=plan.exercise,
        plan=(LiftSet(reps=work.reps, weight_kg=work.work_kg),) * work.sets,
        rest_s=(low, high),
        called=Called.LIGHT if plan.decision.verdict is Verdict.LIGHT else None,
        warm_up=warm_up,
    )


def opened(turn: Turn, workout: Workout) -> Open:
    """Keep a new workout; those of which nothing is done give way to it."""
    for row, other in turn.records.workouts.of(turn.runner.id):
        if not other.done:
            closed(turn, row)
    return turn.records.workouts.add(turn.runner.id, workout), workout


def moved_on(turn: Turn, row: int, workout: Workout) -> Open:
    """Keep what a tap made of a workout; the buttons of its older views count no more."""
    after = replace(workout, touched_at=turn.now, taps=workout.taps + 1)
    turn.records.workouts.replace(turn.runner.id, row, after)
    return row, after


def give_way(turn: Turn, lifts: Iterable[Lift]) -> None:
    """Let go of workouts of which nothing is done on the days of deadlifts that were logged otherwise."""
    days = {local_date(lift.at, turn.zone) for lift in lifts if lift.exercise.is_deadlift}
    for row, workout in turn.records.workouts.of(turn.runner.id):
        if not workout.done and local_date(workout.at, turn.zone) in days:
            closed(turn, row)


def closed(turn: Turn, row: int) -> None:
    """Let go of a workout."""
    turn.records.workouts.remove(turn.runner.id, row)


def newest(turn: Turn) -> Open | None:
    """Return the workout that was opened last."""
    every = turn.records.workouts.of(turn.runner.id)
    return every[-1] if every else None


def under_way(turn: Turn, *stages: Stage) -> Open | None:
    """Return the lift that is being done, where it stands at one of some stages and is not left."""
    found = begun(turn)
    return found if found is not None and found[1].stage in stages and not is_left(turn, found[1]) else None


def begun(turn: Turn) -> Open | None:
    """Return the newest workout of which something is done, or whose work sets began lately."""
    found = [
        (row, workout)
        for row, workout in turn.records.workouts.of(turn.runner.id)
        if workout.done or (workout.stage is Stage.WORK and not is_left(turn, workout))
    ]
    return found[-1] if found else None


def twins(turn: Turn, lift: Lift) -> tuple[Lift, ...]:
    """Return the lifts of its day in the log that may be the same one: of its exercise, told in another way.

    What was logged before the runner decided to lift anyway is another one.
    """
    day = local_date(lift.at, turn.zone)
    known = max((one.at for one in values(turn.records.overrides.of(turn.runner.id)) if one.day == day), default=None)
    same = (one for one in values(turn.records.lifts.of(turn.runner.id)) if one.exercise is lift.exercise)
    return tuple(one for one in same if local_date(one.at, turn.zone) == day and not (known and one.at <= known))


def is_cold(turn: Turn, workout: Workout) -> bool:
    """Tell whether a warm-up that was begun is so long ago that it does not count any more."""
    span = dt.timedelta(minutes=turn.knowledge.thresholds.warmup.cold_min)
    return workout.stage is Stage.WARM_UP and workout.step > 0 and turn.now - workout.touched_at >= span


def is_left(turn: Turn, workout: Workout) -> bool:
    """Tell whether nobody touched a workout for so long that it is over."""
    return turn.now - workout.touched_at >= dt.timedelta(hours=turn.knowledge.thresholds.gym.expires_h)
