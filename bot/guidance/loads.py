"""Loads that a runner can put on the bar."""

from collections.abc import Iterable
from functools import lru_cache
from math import gcd

from bot.guidance.thresholds import Doses
from bot.training.lifts import Exercise
from bot.training.profile import MassUnit, Profile, unit_kg

HUNDREDTHS = 100
"""Loads are counted in hundredths of the runner's unit, so that sums are exact."""

HAIR = 1e-6
"""What is exactly a plate's weight must not be lost to binary fractions."""

WITH_A_BELL = frozenset({Exercise.KETTLEBELL, Exercise.SWING})
SAME_BELL_KG = 0.5
"""A bell of 35 lb and one of 16 kg are the same one."""


def bar_kg(profile: Profile, doses: Doses) -> float:
    """Return what a runner's bare bar weighs in kilograms."""
    return (doses.bar_lb if profile.units is MassUnit.LB else doses.bar_kg) * unit_kg(profile.units)


def pairs_of(plates: Iterable[float], units: MassUnit) -> tuple[int, ...]:
    """Return what a pair of each of some plates weighs, lightest first, in hundredths of a unit."""
    return tuple(sorted({round(2 * plate / unit_kg(units) * HUNDREDTHS) for plate in plates}))


def round_load(kg: float, profile: Profile, doses: Doses, *, nearest: bool = False) -> float:
    """Round a load down to what the runner's plates make, or to the nearest they make. Kilograms in and out.

    With plates named it is the bar and pairs of them, as many as needed and never less than the bar; without, steps of
    `step_kg` or `step_lb`.
    """
    if not profile.plates:
        step = _step_kg(profile, doses)
        return int(kg / step + (0.5 if nearest else HAIR)) * step
    over, below, above = _beside(kg, profile, doses)
    return _on_bar(above if nearest and above - over < over - below else below, profile, doses)


def made(exercise: Exercise, kg: float, profile: Profile, doses: Doses, *, nearest: bool = False) -> float:
    """Round a load of an exercise: with a kettlebell down to a bell or to the nearest one, never below the lightest."""
    if exercise not in WITH_A_BELL:
        return round_load(kg, profile, doses, nearest=nearest)
    bells = _bells_kg(kg, profile, doses)
    if nearest:
        return min(bells, key=lambda bell: abs(bell - kg))
    return max((bell for bell in bells if bell <= kg + HAIR), default=min(bells))


def next_load(kg: float, profile: Profile, doses: Doses) -> float:
    """Return the next heavier load that the runner can make, at least one step up. Kilograms in and out."""
    step = _step_kg(profile, doses)
    if not profile.plates:
        return round_load(kg + step, profile, doses, nearest=True)
    up = round_load(kg + step, profile, doses)
    return up if up > kg + HAIR else _on_bar(_beside(kg, profile, doses)[2], profile, doses)


def heavier(exercise: Exercise, kg: float, profile: Profile, doses: Doses) -> float | None:
    """Return the load next above one of an exercise: with a kettlebell the next bell; None above the heaviest."""
    if exercise not in WITH_A_BELL:
        return next_load(kg, profile, doses)
    return min((bell for bell in _bells_kg(kg, profile, doses) if bell > kg + SAME_BELL_KG), default=None)


def lighter(exercise: Exercise, kg: float, profile: Profile, doses: Doses) -> float | None:
    """Return the load next below one of an exercise, at least one step down or the next bell; None below the least."""
    if exercise in WITH_A_BELL:
        return max((bell for bell in _bells_kg(kg, profile, doses) if bell < kg - SAME_BELL_KG), default=None)
    down = round_load(kg - _step_kg(profile, doses), profile, doses, nearest=not profile.plates)
    return down if HAIR < down < kg - HAIR else None


def _step_kg(profile: Profile, doses: Doses) -> float:
    return (doses.step_lb if profile.units is MassUnit.LB else doses.step_kg) * unit_kg(profile.units)


def _bells_kg(kg: float, profile: Profile, doses: Doses) -> tuple[float, ...]:
    """Return the weights that one bell has; about a weight above the heaviest also those of two alike."""
    bells = doses.bells_lb if profile.units is MassUnit.LB else doses.bells_kg
    ones = tuple(bell * unit_kg(profile.units) for bell in bells)
    pairs = (2 * bell for bell in ones if 2 * bell > max(ones)) if kg > max(ones) + SAME_BELL_KG else ()
    return (*ones, *pairs)


def _beside(kg: float, profile: Profile, doses: Doses) -> tuple[int, int, int]:
    """Return what a load weighs over the bar, and the pairs not over that and next above it; in hundredths."""
    over = (kg - bar_kg(profile, doses)) / unit_kg(profile.units)
    hundredths = max(0, int((over + HAIR) * HUNDREDTHS))
    return hundredths, *_around(pairs_of(profile.plates, profile.units), hundredths)


def _on_bar(hundredths: int, profile: Profile, doses: Doses) -> float:
    return bar_kg(profile, doses) + hundredths / HUNDREDTHS * unit_kg(profile.units)


@lru_cache(maxsize=1024)
def _around(pairs: tuple[int, ...], wanted: int) -> tuple[int, int]:
    """Return the heaviest sum of pairs, each as often as needed, that is not over a weight, and the next one above."""
    step = gcd(*pairs)
    units = [pair // step for pair in pairs]
    # One more of the lightest pair goes above any weight.
    most = wanted // step + units[0]
    reachable = [True, *(False for _ in range(most))]
    for weight in range(1, most + 1):
        reachable[weight] = any(weight >= unit and reachable[weight - unit] for unit in units)
    below = max(weight for weight in range(wanted // step + 1) if reachable[weight])
    above = min(weight for weight in range(wanted // step + 1, most + 1) if reachable[weight])
    return below * step, above * step
