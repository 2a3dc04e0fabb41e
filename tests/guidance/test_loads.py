"""Loads that the runner can put on the bar (guidance.md, section 5)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.guidance.loads import next_load, round_load
from bot.guidance.thresholds import Thresholds
from bot.training.profile import KG_PER_LB, MassUnit, Profile

KG_PLATES = (20.0, 10.0, 2.5)
COARSE = (20.0, 10.0)

MADE = [
    # A 20 kg bar and pairs: 20 + 2 × 2.5 n, so every 5 kg; without the small ones every 20 kg.
    pytest.param(KG_PLATES, 104.9, False, 100.0, id="down to a pair of 2.5"),
    pytest.param(KG_PLATES, 105.0, False, 105.0, id="exactly made"),
    pytest.param(COARSE, 99.9, False, 80.0, id="down to a pair of 10"),
    pytest.param(COARSE, 99.9, True, 100.0, id="the nearest is above"),
    pytest.param(COARSE, 89.0, True, 80.0, id="the nearest is below"),
    pytest.param(COARSE, 90.0, True, 80.0, id="half-way goes down"),
    pytest.param(COARSE, 5.0, False, 20.0, id="never less than the bar"),
]


@pytest.mark.parametrize(("plates", "kg", "nearest", "made"), MADE)
def test_load_is_the_bar_and_pairs_of_plates(
    plates: tuple[float, ...], kg: float, made: float, thresholds: Thresholds, *, nearest: bool
) -> None:
    assert round_load(kg, Profile(plates=plates), thresholds.doses, nearest=nearest) == pytest.approx(made)


def test_pound_plates_make_pounds(thresholds: Thresholds) -> None:
    plates = tuple(pounds * KG_PER_LB for pounds in (45, 25, 10))
    profile = Profile(units=MassUnit.LB, plates=plates)
    # 45 + 2 × (45 + 25 + 10) = 205; 224 is not reached by 225 = 45 + 2 × 90.
    assert round_load(224 * KG_PER_LB, profile, thresholds.doses) / KG_PER_LB == pytest.approx(215)
    assert round_load(225 * KG_PER_LB, profile, thresholds.doses) / KG_PER_LB == pytest.approx(225)


STEPS = [
    pytest.param((), 100.0, 102.5, id="2.5 kg without plates named"),
    pytest.param(KG_PLATES, 100.0, 105.0, id="the smallest pair"),
    pytest.param(COARSE, 100.0, 120.0, id="a coarse pair"),
    pytest.param((20.0, 10.0, 0.25), 100.0, 102.5, id="2.5 kg made of small plates"),
]


@pytest.mark.parametrize(("plates", "kg", "up"), STEPS)
def test_next_load_is_one_step_up(plates: tuple[float, ...], kg: float, up: float, thresholds: Thresholds) -> None:
    assert next_load(kg, Profile(plates=plates), thresholds.doses) == pytest.approx(up)


@given(
    kg=st.floats(20, 400),
    plates=st.lists(st.sampled_from([25.0, 20.0, 15.0, 10.0, 5.0, 2.5, 1.25, 0.5]), min_size=1, unique=True),
)
def test_load_never_exceeds_what_was_asked_and_is_made_of_itself(
    kg: float, plates: list[float], thresholds: Thresholds
) -> None:
    profile = Profile(plates=tuple(plates))
    made = round_load(kg, profile, thresholds.doses)
    assert 20.0 <= made <= kg + 1e-6
    assert round_load(made, profile, thresholds.doses) == pytest.approx(made)
    assert next_load(made, profile, thresholds.doses) > made
