"""Loads that a runner can put on the bar."""

from functools import lru_cache
from math import gcd

from bot.guidance.thresholds import Doses
from bot.training.profile import MassUnit, Profile

KG_PER_LB = 0.45359237
HUNDREDTHS = 100
"""Loads are counted in hundredths of the runner's unit, so that sums are exact."""

HAIR = 1e-6
"""What is exactly a plate's weight must not be lost to binary fractions."""


def round_load(kg: float, profile: Profile, doses: Doses, *, nearest: bool = False) -> float:
    """Round a load down to what the runner's plates make, or to the nearest they make. Kilograms in and out.

    With plates named it is the bar and pairs of them, as many as needed and never less than the bar; without, steps of
    `step_kg` or `step_lb`.
    """
    unit = KG_PER_LB if profile.units is MassUnit.LB else 1.0
    wanted = kg / unit
    if not profile.plates:
        step = doses.step_lb if profile.units is MassUnit.LB else doses.step_kg
        return int(wanted / step + (0.5 if nearest else HAIR)) * step * unit
    over, below, above = _beside(kg, profile, doses)
    return _on_bar(above if nearest and above - over < over - below else below, profile, doses)


def next_load(kg: float, profile: Profile, doses: Doses) -> float:
    """Return the next heavier load that the runner can make, at least one step up. Kilograms in and out."""
    step = doses.step_lb * KG_PER_LB if profile.units is MassUnit.LB else doses.step_kg
    if not profile.plates:
        return round_load(kg + step, profile, doses, nearest=True)
    up = round_load(kg + step, profile, doses)
    return up if up > kg + HAIR else _on_bar(_beside(kg, profile, doses)[2], profile, doses)


def lighter_load(kg: float, profile: Profile, doses: Doses) -> float | None:
    """Return the next lighter load that the runner can make, at least one step down; None below the least."""
    step = doses.step_lb * KG_PER_LB if profile.units is MassUnit.LB else doses.step_kg
    down = round_load(kg - step, profile, doses, nearest=not profile.plates)
    return down if HAIR < down < kg - HAIR else None


def _beside(kg: float, profile: Profile, doses: Doses) -> tuple[int, int, int]:
    """Return what a load weighs over the bar, and the pairs not over that and next above it; in hundredths."""
    unit, bar = (KG_PER_LB, doses.bar_lb) if profile.units is MassUnit.LB else (1.0, doses.bar_kg)
    pairs = tuple(sorted({round(2 * plate / unit * HUNDREDTHS) for plate in profile.plates}))
    over = max(0, int((kg / unit - bar + HAIR) * HUNDREDTHS))
    return over, *_around(pairs, over)


def _on_bar(hundredths: int, profile: Profile, doses: Doses) -> float:
    unit, bar = (KG_PER_LB, doses.bar_lb) if profile.units is MassUnit.LB else (1.0, doses.bar_kg)
    return (bar + hundredths / HUNDREDTHS) * unit


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
