"""What goes on each end of the bar, and the loads next to one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.guidance.loads import heavier, lighter, made, next_load, round_load
from bot.guidance.plates import is_on_the_bar, plates_a_side
from bot.guidance.thresholds import Thresholds
from bot.training.lifts import Exercise
from bot.training.profile import KG_PER_LB, MassUnit, Profile

LB_PLATES = tuple(pounds * KG_PER_LB for pounds in (45, 25, 10))
KG, LB = Profile(), Profile(units=MassUnit.LB)

MADE_OF = [
    pytest.param(KG, 70, (20, 5), id="a usual load"),
    pytest.param(KG, 100, (20, 20), id="two of the heaviest"),
    pytest.param(KG, 82.5, (20, 10, 1.25), id="down to the smallest"),
    pytest.param(KG, 20, (), id="the bare bar"),
    pytest.param(KG, 17.5, None, id="less than the bar"),
    pytest.param(KG, 71, None, id="between two loads"),
    pytest.param(KG, 20.001, None, id="a gram over the bar"),
    # 20 + 2 × 18: two 9s, and not 15 with nothing left for the last 3.
    pytest.param(Profile(plates=(15.0, 9.0)), 56, (9, 9), id="the heaviest plate would spoil it"),
    # 2 × 30: 15 + 15, and not 20 + 5 + 5.
    pytest.param(Profile(plates=(20.0, 15.0, 5.0)), 80, (15, 15), id="fewer plates without the heaviest"),
    pytest.param(Profile(plates=(20.0,)), 70, None, id="plates that are too coarse"),
    # 20 + 2 × (4.3 + 0.75 + 0.75)
    pytest.param(Profile(plates=(0.75, 4.3)), 31.6, (4.3, 0.75, 0.75), id="odd plates"),
]


@pytest.mark.parametrize(("profile", "kg", "plates"), MADE_OF)
def test_a_load_is_made_of_the_fewest_plates(
    profile: Profile, kg: float, plates: tuple[float, ...] | None, thresholds: Thresholds
) -> None:
    assert plates_a_side(kg, profile, thresholds.doses) == plates


POUNDS = [
    pytest.param((), 225, (45, 45), id="two big ones"),
    pytest.param((), 155, (45, 10), id="the usual plates"),
    pytest.param((), 150, (45, 5, 2.5), id="the usual small plates"),
    pytest.param(LB_PLATES, 205, (45, 25, 10), id="one of each"),
    pytest.param(LB_PLATES, 210, None, id="plates that do not make it"),
]


@pytest.mark.parametrize(("plates", "pounds", "made"), POUNDS)
def test_a_load_in_pounds_is_made_of_pounds(
    plates: tuple[float, ...], pounds: float, made: tuple[float, ...] | None, thresholds: Thresholds
) -> None:
    found = plates_a_side(pounds * KG_PER_LB, Profile(units=MassUnit.LB, plates=plates), thresholds.doses)
    assert (None if found is None else [round(plate / KG_PER_LB, 6) for plate in found]) == (
        None if made is None else list(made)
    )


@given(
    units=st.sampled_from(MassUnit),
    plates=st.lists(st.sampled_from([25, 20, 15, 11.3, 10, 7.5, 5, 2.5, 1.25, 0.5]), unique=True),
    wanted=st.floats(10, 400),
)
def test_bar_and_both_ends_weigh_what_the_bot_prescribes(
    units: MassUnit, plates: list[float], wanted: float, thresholds: Thresholds
) -> None:
    unit, bar = (KG_PER_LB, 45) if units is MassUnit.LB else (1.0, 20)
    profile = Profile(units=units, plates=tuple(plate * unit for plate in plates))
    load = round_load(wanted * unit, profile, thresholds.doses)
    found = plates_a_side(load, profile, thresholds.doses)
    if load < bar * unit - 1e-6:
        assert found is None
    else:
        assert found is not None
        assert bar + 2 * sum(found) / unit == pytest.approx(load / unit, abs=0.01)
        assert list(found) == sorted(found, reverse=True)


@given(pounds=st.integers(45, 600), plates=st.sets(st.sampled_from([45, 35, 25, 10, 5, 2.5]), min_size=1))
def test_plates_that_are_listed_are_the_runners_own(pounds: int, plates: set[float], thresholds: Thresholds) -> None:
    profile = Profile(units=MassUnit.LB, plates=tuple(plate * KG_PER_LB for plate in plates))
    found = plates_a_side(pounds * KG_PER_LB, profile, thresholds.doses) or ()
    assert {round(plate / KG_PER_LB, 6) for plate in found} <= plates


NEIGHBOURS = [
    pytest.param(KG, 100, 97.5, 102.5, id="steps of 2.5 kg"),
    pytest.param(Profile(plates=(20.0, 10.0)), 100, 80, 120, id="a pair of tens"),
    pytest.param(Profile(plates=(20.0,)), 20, None, 60, id="nothing below the bar"),
    pytest.param(KG, 2.5, None, 5, id="nothing below the first step"),
    pytest.param(LB, 225 * KG_PER_LB, 220 * KG_PER_LB, 230 * KG_PER_LB, id="steps of 5 lb"),
]


@pytest.mark.parametrize(("profile", "kg", "down", "up"), NEIGHBOURS)
def test_the_loads_next_to_one_are_those_that_the_plates_make(
    profile: Profile, kg: float, down: float | None, up: float, thresholds: Thresholds
) -> None:
    found = lighter(Exercise.DEADLIFT, kg, profile, thresholds.doses)
    assert found == (None if down is None else pytest.approx(down))
    assert heavier(Exercise.DEADLIFT, kg, profile, thresholds.doses) == pytest.approx(up)


BELLS = [
    pytest.param(KG, 16, 12, 20, id="four kilograms apart"),
    pytest.param(KG, 22.5, 20, 24, id="between two bells"),
    pytest.param(KG, 4, None, 8, id="nothing below the lightest"),
    pytest.param(KG, 48, 44, None, id="nothing above the heaviest"),
    pytest.param(KG, 35 * KG_PER_LB, 12, 20, id="35 lb are the bell of 16 kg"),
    pytest.param(LB, 35 * KG_PER_LB, 26 * KG_PER_LB, 44 * KG_PER_LB, id="nine pounds apart"),
    pytest.param(Profile(plates=(20.0, 10.0)), 16, 12, 20, id="plates make no bell"),
    pytest.param(KG, 64, 56, 72, id="a pair is followed by a pair"),
]


@pytest.mark.parametrize(("profile", "kg", "down", "up"), BELLS)
def test_a_kettlebell_is_followed_by_the_next_common_one(
    profile: Profile, kg: float, down: float | None, up: float | None, thresholds: Thresholds
) -> None:
    for exercise in (Exercise.KETTLEBELL, Exercise.SWING):
        below, above = (step(exercise, kg, profile, thresholds.doses) for step in (lighter, heavier))
        assert below == (None if down is None else pytest.approx(down))
        assert above == (None if up is None else pytest.approx(up))


MADE = [
    pytest.param(KG, 22.5, 20, 24, id="down to a bell, or to the nearest"),
    pytest.param(KG, 24, 24, 24, id="a bell is itself"),
    pytest.param(KG, 3, 4, 4, id="never below the lightest"),
    pytest.param(KG, 52, 48, 48, id="above the heaviest bell"),
    pytest.param(KG, 62, 56, 64, id="a pair of two alike"),
    pytest.param(LB, 50 * KG_PER_LB, 44 * KG_PER_LB, 53 * KG_PER_LB, id="in pounds"),
]


@pytest.mark.parametrize(("profile", "kg", "down", "near"), MADE)
def test_a_load_for_a_kettlebell_is_one_that_somebody_makes(
    profile: Profile, kg: float, down: float, near: float, thresholds: Thresholds
) -> None:
    for exercise in (Exercise.KETTLEBELL, Exercise.SWING):
        assert made(exercise, kg, profile, thresholds.doses) == pytest.approx(down)
        assert made(exercise, kg, profile, thresholds.doses, nearest=True) == pytest.approx(near)


ON_THE_BAR = [
    pytest.param(Exercise.DEADLIFT, (), True, id="nothing said is a barbell"),
    pytest.param(Exercise.DEADLIFT, ("plates",), True, id="plates go on a bar"),
    pytest.param(Exercise.ROMANIAN, ("dumbbells",), False, id="with dumbbells"),
    pytest.param(Exercise.TRAP_BAR, ("trapbar",), False, id="trap bars weigh this and that"),
    pytest.param(Exercise.KETTLEBELL, (), False, id="no bar at all"),
]


@pytest.mark.parametrize(("exercise", "equipment", "on"), ON_THE_BAR)
def test_plates_are_listed_for_a_barbell_only(exercise: Exercise, equipment: tuple[str, ...], *, on: bool) -> None:
    assert is_on_the_bar(exercise, Profile(equipment=equipment)) is on


def test_the_next_load_is_the_nearest_above_and_not_one_more_pair_of_the_lightest(thresholds: Thresholds) -> None:
    # 225 lb is 45 + 45 a side; 45 + 25 + 25 is 5 lb a side more, 45 + 45 + 10 twice that.
    profile = Profile(units=MassUnit.LB, plates=LB_PLATES)
    assert next_load(225 * KG_PER_LB, profile, thresholds.doses) == pytest.approx(235 * KG_PER_LB)
