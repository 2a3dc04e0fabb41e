"""The plates that make a load: what goes on each end of the bar."""

from functools import lru_cache
from math import gcd

from bot.guidance.loads import HUNDREDTHS, bar_kg, pairs_of
from bot.guidance.thresholds import Doses
from bot.training.lifts import Exercise
from bot.training.profile import MassUnit, Profile, unit_kg

ON_THE_BAR = frozenset(
    {Exercise.DEADLIFT, Exercise.SUMO, Exercise.RACK_PULL, Exercise.BLOCK_PULL, Exercise.ROMANIAN, Exercise.SQUAT}
)
"""Exercises with a bar whose weight is known; trap bars differ too much."""

MOST = 1000 * HUNDREDTHS
"""Nobody loads more, and nothing longer is worked out."""


def is_on_the_bar(exercise: Exercise, profile: Profile) -> bool:
    """Tell whether a runner does an exercise with a barbell; who named no equipment has one."""
    there = set(profile.equipment) - {"plates"}
    return exercise in ON_THE_BAR and (not there or "barbell" in there)


def plates_a_side(kg: float, profile: Profile, doses: Doses) -> tuple[float, ...] | None:
    """Return the fewest plates for each end of the bar, heaviest first, that make a load exactly. Kilograms.

    They are the runner's own, else the usual ones; nothing is a bare bar. None when bar and plates do not make it.
    """
    unit = unit_kg(profile.units)
    usual = doses.plates_lb if profile.units is MassUnit.LB else doses.plates_kg
    pairs = pairs_of(profile.plates or (plate * unit for plate in usual), profile.units)
    wanted = (kg - bar_kg(profile, doses)) / unit * HUNDREDTHS
    over = round(wanted)
    # Hundredths are all that a load is counted in: what lies between two of them is no sum of plates.
    if abs(wanted - over) > 1 / HUNDREDTHS or not 0 <= over <= MOST:
        return None
    found = _fewest(pairs, over)
    return None if found is None else tuple(pair / 2 / HUNDREDTHS * unit for pair in found)


@lru_cache(maxsize=1024)
def _fewest(pairs: tuple[int, ...], wanted: int) -> tuple[int, ...] | None:
    """Return the fewest pairs that make a weight, heaviest first; of equally few those with the heaviest first."""
    step = gcd(*pairs)
    if wanted % step:
        return None
    units = [pair // step for pair in pairs]
    counts: list[int | None] = [0]
    for weight in range(1, wanted // step + 1):
        known = [counts[weight - unit] for unit in units if unit <= weight]
        counts.append(min((count + 1 for count in known if count is not None), default=None))
    return None if counts[-1] is None else tuple(unit * step for unit in _heaviest_first(units, counts))


def _heaviest_first(units: list[int], counts: list[int | None]) -> list[int]:
    """Return the units behind the last count, taking the heaviest that lies on a shortest way each time."""
    chosen: list[int] = []
    left = len(counts) - 1
    while left:
        count = counts[left] or 0
        unit = next(one for one in reversed(units) if one <= left and counts[left - one] == count - 1)
        chosen.append(unit)
        left -= unit
    return sorted(chosen, reverse=True)
