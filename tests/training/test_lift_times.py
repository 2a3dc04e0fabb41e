"""Weekly times and plans become the lifts of each day, with single ones moved or left out."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from bot.training.lift_times import planned_lifts, weekly_lifts, with_changes
from bot.training.lifts import FixedLift, LiftChange, PlannedLift
from bot.training.time import Weekday, exists

NOON, EVENING = dt.time(12), dt.time(18)
MONDAY = dt.date(2026, 3, 2)
WEEK = [MONDAY + dt.timedelta(days=n) for n in range(7)]
FIXED = (FixedLift(weekday=Weekday.TUE, time=EVENING), FixedLift(weekday=Weekday.FRI, time=NOON))


def days(*changes: LiftChange) -> list[tuple[int, dt.time]]:
    """Return day of the month and time of the lifts of a week after some changes."""
    return [(lift.date.day, lift.time) for lift in with_changes(weekly_lifts(FIXED, WEEK), changes)]


def change(day: int, time: dt.time, to: int | None = None, to_time: dt.time | None = None) -> LiftChange:
    """Return a change of the lift of a day in March 2026."""
    return LiftChange(
        date=dt.date(2026, 3, day), time=time, to_date=None if to is None else dt.date(2026, 3, to), to_time=to_time
    )


def test_weekly_times_stand_on_their_weekdays() -> None:
    assert days() == [(3, EVENING), (6, NOON)]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param([change(6, NOON, 7, NOON)], [(3, EVENING), (7, NOON)], id="moved"),
        pytest.param([change(6, NOON)], [(3, EVENING)], id="left out"),
        pytest.param([change(6, NOON, 7, NOON), change(6, NOON, 6, EVENING)], [(3, EVENING), (6, EVENING)], id="again"),
        pytest.param([change(6, NOON), change(6, NOON, 6, NOON)], [(3, EVENING), (6, NOON)], id="back"),
        pytest.param([change(6, EVENING)], [(3, EVENING), (6, NOON)], id="another lift's"),
        pytest.param([change(6, NOON, 3, EVENING)], [(3, EVENING)], id="two at one time are one"),
    ],
)
def test_the_newest_change_of_a_lift_counts(changes: list[LiftChange], expected: list[tuple[int, dt.time]]) -> None:
    assert days(*changes) == expected


def test_a_moved_lift_remembers_where_it_stood() -> None:
    *_, lift = with_changes(weekly_lifts(FIXED, WEEK), [change(6, NOON, 7, EVENING)])
    assert lift.moved
    assert (lift.from_date, lift.from_time) == (dt.date(2026, 3, 6), NOON)


def test_a_planned_lift_keeps_how_it_is_meant_when_it_moves() -> None:
    planned = [PlannedLift(date=MONDAY, time=NOON, heavy=True)]
    [lift] = with_changes(planned_lifts(planned), [change(2, NOON, 4, NOON)])
    assert (lift.date.day, lift.heavy) == (4, True)


def test_a_lift_at_a_time_that_the_clock_skips_comes_after_the_change() -> None:
    lift = FixedLift(weekday=Weekday.SUN, time=dt.time(2, 30))
    [one] = weekly_lifts([lift], [dt.date(2026, 3, 29)])
    assert one.at(ZoneInfo("Europe/Berlin")) == dt.datetime(2026, 3, 29, 1, 30, tzinfo=dt.UTC)


@pytest.mark.parametrize(("day", "there"), [(29, True), (30, False), (31, True)])
def test_samoa_left_one_day_out(day: int, there: bool) -> None:  # noqa: FBT001  # a column of the table above
    assert exists(dt.date(2011, 12, day), ZoneInfo("Pacific/Apia")) is there
