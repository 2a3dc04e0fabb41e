"""Lifts that are being done: what they are meant to be, and where they stand."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from bot.app import overriding
from bot.app.turn import Turn
from bot.app.workout import Stage, Workout
from bot.guidance.engine import decide
from bot.guidance.prescription import Prescription, prescribe
from bot.guidance.situation import Book
from bot.guidance.verdict import Decision, Finding, Verdict
from bot.guidance.warmup import WarmUp, for_warm_up
from bot.training.lifts import Called, Exercise, Lift, LiftSet
from bot.training.time import local_date

Open = tuple[int, Workout]
"""A workout and the id of its row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is prescribed for a lift, as the runner takes it: light where they decided to lift anyway."""

    book: Book
    decision: Decision
    work: Prescription

    def after(self, steps: WarmUp) -> "Plan":
        """Return the plan that a warm-up is enough for: after the emergency one a light lift."""
        work = for_warm_up(self.book, self.decision, self.work, steps)
        return self if work == self.work else replace(self, work=work, decision=overriding.lightly(self.decision))


def plan_for(turn: Turn, at: dt.datetime) -> Plan | None:
    """Decide the lift of an instant; None when there is none."""
    book = turn.book()
    decision = decide(book, at)
    if decision.verdict is Verdict.NO and decision.overridable:
        day = local_date(at, turn.zone)
        decision = overriding.lightly(decision) if overriding.is_overridden(turn, day) else decision
    work = prescribe(book, decision)
    return None if work is None else Plan(book=book, decision=decision, work=work)


def held_by(turn: Turn) -> Finding | None:
    """Return the rule of safety that lets nobody lift now."""
    decision = decide(turn.book(), turn.now)
    return decision.main if decision.verdict <= Verdict.NO and not decision.overridable else None


def planned(turn: Turn, plan: Plan, *, at: dt.datetime, stage: Stage, warm_up: WarmUp | None = None) -> Workout:
    """Return the workout that a plan asks for."""
    work = plan.work
    low, high = (round(minutes * 60) for minutes in work.rest_min)
    return Workout(
        at=at,
        stage=stage,
        touched_at=turn.now,
        exercise=work.exercise or Exercise.DEADLIFT,
        plan=(LiftSet(reps=work.reps, weight_kg=work.work_kg),) * work.sets,
        rest_s=(low, high),
        called=Called.LIGHT if plan.decision.verdict is Verdict.LIGHT else None,
        warm_up=warm_up,
    )


def opened(turn: Turn, workout: Workout) -> Open:
    """Keep a new workout; those of which nothing is done give way to it."""
    for row, other in turn.records.workouts.of(turn.runner.id):
        if not other.done:
            turn.records.workouts.remove(turn.runner.id, row)
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


def begun(turn: Turn) -> Open | None:
    """Return the newest workout of which something is done, or whose work sets began lately."""
    found = [
        (row, workout)
        for row, workout in turn.records.workouts.of(turn.runner.id)
        if workout.done or (workout.stage is Stage.WORK and not is_left(turn, workout))
    ]
    return found[-1] if found else None


def is_left(turn: Turn, workout: Workout) -> bool:
    """Tell whether nobody touched a workout for so long that it is over."""
    return turn.now - workout.touched_at >= dt.timedelta(hours=turn.knowledge.thresholds.gym.expires_h)
