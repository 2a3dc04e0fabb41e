"""What to lift: sets, repetitions, load, reps in reserve, rest (guidance.md, section 5)."""

from dataclasses import dataclass
from enum import StrEnum

from bot.guidance.situation import Book
from bot.guidance.thresholds import Dose
from bot.guidance.verdict import Decision, Verdict
from bot.training.lifts import Exercise
from bot.training.profile import MassUnit, Phase
from bot.training.strength import e1rm

KG_PER_LB = 0.45359237


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Prescription:
    """One session's work: the row, its numbers, and the load in kilograms (lowest, highest), rounded to plates.

    `sets` is what to do; `load_kg` is None without a log to take it from: then an effort stands for it.
    """

    dose: DoseName
    sets: int
    reps: int
    rir: tuple[int, int]
    rest_min: tuple[float, float]
    load_kg: tuple[float, float] | None = None
    e1rm_kg: float | None = None

    @property
    def work_kg(self) -> float | None:
        """Return the weight of the work sets in kilograms: the low end where there is one, else the upper limit."""
        return (self.load_kg[0] or self.load_kg[1]) if self.load_kg else None


def prescribe(book: Book, decision: Decision) -> Prescription | None:
    """Prescribe for a decision; None when there is no lift."""
    name = dose_of(decision)
    if name is None:
        return None
    dose: Dose = getattr(book.thresholds.doses, name.value)
    sets = dose.sets[0] if name is DoseName.HEAVY else dose.sets[1]
    maximum = e1rm(book.situation.lifts, Exercise.DEADLIFT, at=decision.at, limits=book.thresholds.strength)
    return Prescription(
        dose=name,
        sets=min(sets, decision.max_sets or sets),
        reps=dose.reps[1],
        rir=dose.rir,
        rest_min=dose.rest_min,
        load_kg=None
        if maximum is None or name is DoseName.NOVICE
        else _loads(book, dose, maximum * _share_left(book, decision)),
        e1rm_kg=maximum,
    )


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


def round_load(kg: float, book: Book, *, nearest: bool = False) -> float:
    """Round a load down to the runner's plates, or to the nearest they make. Kilograms in and out."""
    doses = book.thresholds.doses
    unit = KG_PER_LB if book.situation.profile.units is MassUnit.LB else 1.0
    step = doses.step_lb if book.situation.profile.units is MassUnit.LB else doses.step_kg
    # A hair of tolerance: what is exactly a plate's weight must not be lost to binary fractions.
    return int(kg / unit / step + (0.5 if nearest else 1e-9)) * step * unit


def _share_left(book: Book, decision: Decision) -> float:
    """Return what share of the load is left after days without a deadlift (C106, C123, judgement)."""
    day = book.moment(decision.at).day
    off = day.days_since(day.deadlift_dates[-1]) if day.deadlift_dates else 0
    cut = max((share for least, share in book.thresholds.doses.layoffs if off >= least), default=0.0)
    return 1 - cut


def _loads(book: Book, dose: Dose, maximum: float) -> tuple[float, float]:
    """Return the range: its upper end is a limit and rounded down, its lower end goes to the nearest plates."""
    low, high = (maximum * share for share in dose.share)
    limit = round_load(high, book)
    return min(round_load(low, book, nearest=True), limit), limit
