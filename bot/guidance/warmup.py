"""The warm-up for a lift: how long, and the ramp in real loads (guidance.md, section 7)."""

from dataclasses import dataclass, replace
from enum import StrEnum

from bot.guidance.loads import made
from bot.guidance.prescription import DoseName, Prescription, prescribe
from bot.guidance.situation import Book
from bot.guidance.verdict import Decision, Verdict
from bot.training.lifts import Exercise
from bot.training.time import hours_between


class WarmUpKind(StrEnum):
    """Which list of steps: all of it, the short one, the one for beginners, or the emergency one (light only)."""

    FULL = "full"
    SHORT = "short"
    NOVICE = "novice"
    EMERGENCY = "emergency"


@dataclass(frozen=True, slots=True, kw_only=True)
class RampStep:
    """One warm-up set: repetitions at a share (0-1) of today's work weight, in kilograms where that is known."""

    share: float
    reps: int
    kg: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WarmUp:
    """A warm-up: which steps, how many minutes, and the sets that ramp up to the work weight."""

    kind: WarmUpKind
    minutes: int
    ramp: tuple[RampStep, ...] = ()


def warm_up(book: Book, decision: Decision, prescription: Prescription, *, minutes: int | None = None) -> WarmUp | None:
    """Choose the warm-up for a decision, for the minutes there are (None: as many as it takes).

    Under 15 minutes there is only the emergency one, for a light lift whatever the verdict (see `for_warm_up`); under 8
    minutes None: no lift (C080, C122).
    """
    limits = book.thresholds.warmup
    heavy = decision.verdict is Verdict.HEAVY
    if minutes is not None and minutes < limits.short_min:
        if minutes < limits.emergency_min:
            return None
        return WarmUp(kind=WarmUpKind.EMERGENCY, minutes=limits.emergency_min)
    if prescription.dose is DoseName.NOVICE:
        return WarmUp(kind=WarmUpKind.NOVICE, minutes=limits.short_min)
    short = not heavy or _just_ran(book, decision) or (minutes is not None and minutes < limits.full_min)
    if short:
        ramp = _ramp(book, prescription, limits.short_ramp)
        return WarmUp(kind=WarmUpKind.SHORT, minutes=limits.short_min, ramp=ramp)
    return WarmUp(kind=WarmUpKind.FULL, minutes=limits.full_min, ramp=_ramp(book, prescription, limits.full_ramp))


def for_warm_up(book: Book, decision: Decision, work: Prescription, steps: WarmUp) -> Prescription:
    """Return the work that a warm-up is enough for: after the emergency one only the light prescription."""
    if steps.kind is not WarmUpKind.EMERGENCY or decision.verdict is not Verdict.HEAVY:
        return work
    return prescribe(book, replace(decision, verdict=Verdict.LIGHT)) or work


def ramped(steps: WarmUp, book: Book, exercise: Exercise, *, work_kg: float) -> WarmUp:
    """Return a warm-up that ramps up to another work weight, in kilograms."""
    profile, doses = book.profile, book.thresholds.doses
    return replace(
        steps, ramp=tuple(replace(one, kg=made(exercise, work_kg * one.share, profile, doses)) for one in steps.ramp)
    )


def _just_ran(book: Book, decision: Decision) -> bool:
    moment = book.moment(decision.at)
    ends = (run.end for offset in (-1, 0) for run in moment.day.runs(offset))
    return any(
        end is not None and 0 <= hours_between(end, decision.at) < book.thresholds.warmup.after_run_h for end in ends
    )


def _ramp(book: Book, prescription: Prescription, ramp: tuple[tuple[float, int], ...]) -> tuple[RampStep, ...]:
    work, exercise = prescription.work_kg, prescription.exercise or Exercise.DEADLIFT
    return tuple(
        RampStep(
            share=share,
            reps=reps,
            kg=None if work is None else made(exercise, work * share, book.profile, book.thresholds.doses),
        )
        for share, reps in ramp
    )
