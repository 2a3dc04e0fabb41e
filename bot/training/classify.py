"""Run classes: what a described run means to the guidance rules (guidance.md, section 1)."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.training.runs import Priority, Race, RunClass, RunKind, RunSpec

QUALITY_KINDS = frozenset(
    {
        RunKind.INTERVALS,
        RunKind.TEMPO,
        RunKind.FARTLEK,
        RunKind.HILLS,
        RunKind.PROGRESSION,
        RunKind.RACE_PACE,
        RunKind.TIME_TRIAL,
        RunKind.RACE,
    }
)
EASY_KINDS = frozenset({RunKind.EASY, RunKind.RECOVERY})
MAY_BE_HILLY = EASY_KINDS | {RunKind.STEADY}


@dataclass(frozen=True, slots=True, kw_only=True)
class RunLimits:
    """Numbers that decide a run's class and its length when none is stated (minutes, kilometres, metres)."""

    long_min: float
    long_km: float
    relative_long_min: float
    relative_long_factor: float
    relative_long_runs: int
    hilly_descent_m: float
    default_long_min: float
    default_quality_min: float
    default_other_min: float


def classes_of(spec: RunSpec, limits: RunLimits, *, earlier_minutes: Sequence[float] = ()) -> frozenset[RunClass]:
    """Return the classes of a run; one whose kind cannot be read is UNKNOWN, and LONG as well when its length says so.

    `earlier_minutes` are the stated durations of the runner's other runs of the 28 days before. A race said inside a
    weekly pattern, or dated and not confirmed as one to taper for, is QUALITY.
    """
    classes = set()
    if spec.kind in QUALITY_KINDS:
        classes.add(RunClass.QUALITY)
    if _is_long(spec, limits, earlier_minutes):
        classes.add(RunClass.LONG)
    if spec.kind is RunKind.STEADY:
        classes.add(RunClass.STEADY)
    if spec.kind in MAY_BE_HILLY and (spec.hilly or (spec.descent_m or 0) >= limits.hilly_descent_m):
        classes.add(RunClass.HILLY)
    if spec.kind is RunKind.OTHER:
        classes.add(RunClass.UNKNOWN)
    return frozenset(classes or {RunClass.EASY})


def race_classes(race: Race, limits: RunLimits) -> frozenset[RunClass]:
    """Return the classes of a race: RACE; a B or C race is QUALITY too, and LONG from the long distance on."""
    classes = {RunClass.RACE}
    if race.priority is not Priority.A:
        classes.add(RunClass.QUALITY)
        if (race.distance_km or 0) >= limits.long_km:
            classes.add(RunClass.LONG)
    return frozenset(classes)


def default_minutes(classes: frozenset[RunClass], limits: RunLimits) -> float:
    """Return how long a run without a stated duration lasts; of two classes the longer one counts."""
    if RunClass.LONG in classes:
        return limits.default_long_min
    if classes & {RunClass.QUALITY, RunClass.RACE}:
        return limits.default_quality_min
    return limits.default_other_min


def _is_long(spec: RunSpec, limits: RunLimits, earlier_minutes: Sequence[float]) -> bool:
    if spec.kind is RunKind.LONG:
        return True
    if spec.duration_min is None:
        return (spec.distance_km or 0) >= limits.long_km
    return spec.duration_min >= limits.long_min or _stands_out(spec.duration_min, limits, earlier_minutes)


def may_stand_out(spec: RunSpec, limits: RunLimits) -> bool:
    """Tell whether the other runs decide if this one is long: its stated duration is neither long nor short."""
    return spec.duration_min is not None and limits.relative_long_min <= spec.duration_min < limits.long_min


def _stands_out(minutes: float, limits: RunLimits, earlier: Sequence[float]) -> bool:
    if minutes < limits.relative_long_min or len(earlier) < limits.relative_long_runs:
        return False
    return minutes >= limits.relative_long_factor * (sum(earlier) / len(earlier))
