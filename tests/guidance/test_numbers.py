"""Numbers of the document that no rule compares with, but that the bot says: typed in by hand from it."""

import datetime as dt
from operator import attrgetter

import pytest

from bot.guidance.day_runs import FIRST_OFFSET, LAST_OFFSET
from bot.guidance.planner import target
from bot.guidance.situation import Book
from bot.guidance.thresholds import Dose, Thresholds
from tests.guidance.cases import Case, instant_of, situation_of

NUMBERS = [
    # Section 3, the day's answer: a part of the day stands for an hour.
    ("day.morning", dt.time(7)),
    ("day.noon", dt.time(12)),
    ("day.afternoon", dt.time(15)),
    ("day.evening", dt.time(18)),
    ("day.tonight", dt.time(19)),
    # Section 3, running after lifting.
    ("after_lift.speed_share", 0.9),
    ("after_lift.at_once_h", 1),
    ("after_lift.at_once_min", 30),
    ("after_lift.strides", (4, 6)),
    ("after_lift.stride_m", 50),
    ("after_lift.uphills", (4, 6)),
    ("after_lift.uphill_s", 20),
    ("after_lift.warm_up_same_day_min", 5),
    ("after_lift.warm_up_next_day_min", 10),
    ("after_lift.sore_shorter_share", 0.2),
]

DOSES = [
    # Section 5: sets, reps, share of e1RM, reps in reserve, minutes of rest.
    ("heavy", Dose(sets=(3, 4), reps=(3, 4), share=(0.84, 0.87), rir=(1, 2), rest_min=(2, 3))),
    ("peak", Dose(sets=(2, 2), reps=(3, 3), share=(0.84, 0.85), rir=(3, 3), rest_min=(3, 3))),
    ("light", Dose(sets=(2, 3), reps=(3, 5), share=(0, 0.7), rir=(4, 5), rest_min=(1, 2))),
    ("taper", Dose(sets=(2, 2), reps=(3, 3), share=(0.6, 0.7), rir=(4, 5), rest_min=(1, 2))),
    ("novice", Dose(sets=(3, 3), reps=(5, 5), share=(0, 0.7), rir=(4, 5), rest_min=(1, 2))),
]


@pytest.mark.parametrize(("name", "value"), NUMBERS)
def test_number_is_that_of_the_document(name: str, value: object, thresholds: Thresholds) -> None:
    assert attrgetter(name)(thresholds) == value


@pytest.mark.parametrize(("name", "dose"), DOSES)
def test_dose_is_the_row_of_the_table(name: str, dose: Dose, thresholds: Thresholds) -> None:
    assert getattr(thresholds.doses, name) == dose


@pytest.mark.parametrize(
    ("profile", "lifts"),
    [
        ({"phase": "base"}, 2),
        ({"phase": "build"}, 2),
        ({"phase": "base", "target": 1}, 1),
        ({"phase": "peak"}, 1),
        ({"phase": "taper"}, 1),
        ({"phase": "recovery"}, 1),
    ],
)
def test_week_aims_at_two_lifts_in_base_and_build_unless_set_to_one(
    profile: Case, lifts: int, thresholds: Thresholds
) -> None:
    case: Case = {"weekly": [], "profile": profile}
    assert target(Book(situation_of(case), thresholds), now=instant_of(case, "2026-03-02 07:00")) == lifts


def test_smallest_change_moves_only_runs_that_a_rule_can_see(thresholds: Thresholds) -> None:
    """Section 3: from L's day to L + 2; no rule looks further ahead, so a later run could never be the reason."""
    assert (FIRST_OFFSET, thresholds.changes.ahead_days) == (-1, LAST_OFFSET)
