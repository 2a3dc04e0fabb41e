"""What to lift: exercise, sets, repetitions, load, reps in reserve, rest (guidance.md, section 5)."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from bot.guidance.loads import heavier, made
from bot.guidance.situation import Book, Day
from bot.guidance.thresholds import Dose
from bot.guidance.variations import heavy_exercise, light_exercise, novice_exercise
from bot.guidance.verdict import Decision, Verdict
from bot.training.lifts import Exercise, Lift
from bot.training.profile import Phase
from bot.training.time import local_date


class DoseName(StrEnum):
    """Which row of the prescription table applies."""

    HEAVY = "heavy"
    PEAK = "peak"
    LIGHT = "light"
    TAPER = "taper"
    NOVICE = "novice"


DOSE_CLAIMS = {
    DoseName.HEAVY: ("C043", "C047", "C048", "C049", "C105", "C107", "C108"),
    DoseName.PEAK: ("C114",),
    DoseName.LIGHT: ("C109", "C129", "C144"),
    DoseName.TAPER: ("C109", "C129", "C144"),
    DoseName.NOVICE: ("C024", "C090", "C148", "C151"),
}
"""The claims behind each row of the table."""


FEWEST_SETS = 2
"""A runner who dropped a set because their runs suffered still lifts so many. Judgement."""

Range = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Prescription:
    """One session's work: the row, its numbers, and the load in kilograms (lowest, highest), rounded to plates.

    `sets` is what to do; `exercise` None leaves the choice among the easier ones. `load_kg` is None without a log to
    take it from: then an effort stands for it. `raised_from_kg` is the weight of the last sessions that the load goes
    up from; `days_off` and `cut` (0-1) say how long there was no deadlift and what that takes off the load.
    """

    dose: DoseName
    sets: int
    reps: int
    rir: tuple[int, int]
    rest_min: Range
    exercise: Exercise | None = None
    load_kg: Range | None = None
    e1rm_kg: float | None = None
    raised_from_kg: float | None = None
    days_off: int | None = None
    cut: float = 0.0

    @property
    def work_kg(self) -> float | None:
        """Return the weight of the work sets in kilograms: the low end where there is one, else the upper limit."""
        return (self.load_kg[0] or self.load_kg[1]) if self.load_kg else None


def prescribe(book: Book, decision: Decision) -> Prescription | None:
    """Prescribe for a decision; None when there is no lift.

    The load is a share of the e1RM of that exercise in the log; days without a deadlift take a part off, and after two
    heavy sessions with reps to spare it goes one step up instead (C106, C123, judgement).
    """
    name = dose_of(decision)
    if name is None:
        return None
    dose: Dose = getattr(book.thresholds.doses, name.value)
    day = book.day(local_date(decision.at, book.zone))
    exercise = _exercise(day, name, decision.at)
    maximum = book.estimates.best(exercise or Exercise.DEADLIFT, decision.at)
    off, cut = _layoff(day)
    load = None if maximum is None or name is DoseName.NOVICE else _loads(book, dose, exercise, maximum * (1 - cut))
    raised = None if load is None or cut else _raised(book, name, exercise, decision.at, least=load[0])
    if raised is not None:
        load = (raised[1], raised[1])
    return Prescription(
        dose=name,
        sets=_sets(book, name, dose, decision),
        reps=dose.reps[1],
        rir=dose.rir,
        rest_min=dose.rest_min,
        exercise=exercise,
        load_kg=load,
        e1rm_kg=maximum,
        raised_from_kg=raised[0] if raised else None,
        days_off=off if cut and load is not None else None,
        cut=cut if load is not None else 0.0,
    )


def _exercise(day: Day, name: DoseName, at: dt.datetime) -> Exercise | None:
    if name is DoseName.NOVICE:
        return novice_exercise(day)
    return heavy_exercise(day) if name in {DoseName.HEAVY, DoseName.PEAK} else light_exercise(day, at)


def _sets(book: Book, name: DoseName, dose: Dose, decision: Decision) -> int:
    """Return the sets: of a heavy session the fewest of the range, less what the runner dropped (C116)."""
    if name is not DoseName.HEAVY:
        return min(dose.sets[1], decision.max_sets or dose.sets[1])
    sets = min(dose.sets[0], decision.max_sets or dose.sets[0])
    return max(min(FEWEST_SETS, sets), sets - book.profile.fewer_sets)


def dose_of(decision: Decision) -> DoseName | None:
    """Return the row of the table: novices and the taper have their own light one, peak its own heavy one."""
    if decision.verdict is Verdict.HEAVY:
        return DoseName.PEAK if decision.phase is Phase.PEAK else DoseName.HEAVY
    if decision.verdict is not Verdict.LIGHT:
        return None
    codes = {finding.code for finding in decision.findings}
    if codes & {"R90", "R91"}:
        return DoseName.NOVICE
    return DoseName.TAPER if decision.phase is Phase.TAPER else DoseName.LIGHT


def _layoff(day: Day) -> tuple[int, float]:
    """Return the days since the last deadlift, and what share of the load they take off (0-1)."""
    off = day.days_off or 0
    cuts = (share for least, share in day.thresholds.doses.layoffs if off >= least)
    return off, max(cuts, default=0.0)


def _loads(book: Book, dose: Dose, exercise: Exercise | None, maximum: float) -> Range:
    """Return the range: its upper end is a limit and rounded down, its lower end goes to the nearest."""
    low, high = (maximum * share for share in dose.share)
    profile, doses, what = book.profile, book.thresholds.doses, exercise or Exercise.DEADLIFT
    limit = made(what, high, profile, doses)
    # No lower end is none, and not the empty bar.
    return (min(made(what, low, profile, doses, nearest=True), limit) if low else 0.0), limit


def _raised(book: Book, name: DoseName, exercise: Exercise | None, at: dt.datetime, *, least: float) -> Range | None:
    """Return the weight of the last heavy session and one step more, when enough of them left reps in reserve."""
    limits = book.thresholds.progress
    if name is not DoseName.HEAVY or exercise is None:
        return None
    sessions = _last_heavy(book, exercise, at)
    if len(sessions) < limits.sessions or not all(_spared(session, limits.rir) for session in sessions):
        return None
    weight = max(work.weight_kg or 0.0 for lift in sessions[-1] for work in lift.sets)
    step = heavier(exercise, weight, book.profile, book.thresholds.doses)
    return (weight, step) if step is not None and step > least else None


def _last_heavy(book: Book, exercise: Exercise, at: dt.datetime) -> list[list[Lift]]:
    """Return the last heavy sessions of an exercise within the weeks an e1RM looks back, oldest first."""
    since = at - dt.timedelta(weeks=book.thresholds.strength.e1rm_weeks)
    days: dict[dt.date, list[Lift]] = {}
    for lift in book.situation.lifts:
        date = local_date(lift.at, book.zone)
        lifted = book.lifted_on(date) if lift.exercise is exercise and since <= lift.at <= at else None
        if lifted is not None and lifted.deadlift:
            days.setdefault(date, []).append(lift)
    return [days[date] for date in sorted(days)][-book.thresholds.progress.sessions :]


def _spared(session: list[Lift], rir: float) -> bool:
    """Tell whether every set of a session says its weight and left enough reps in reserve."""
    sets = [work for lift in session for work in lift.sets]
    return bool(sets) and all(work.weight_kg is not None and work.rir is not None and work.rir >= rir for work in sets)
