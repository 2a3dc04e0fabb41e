"""Feedback from runs after lifts (guidance.md, section 5, C116)."""

import datetime as dt
from dataclasses import replace

import pytest

from bot.guidance.feedback import follows_lift, is_newly_worse, suffering
from bot.guidance.situation import Book, Situation
from bot.guidance.thresholds import Thresholds
from bot.training.body import RunReport
from tests.guidance.cases import Case, instant_of, situation_of

NOW = dt.datetime(2026, 3, 6, 12, tzinfo=dt.UTC)
LIFTS = [{"at": "2026-02-23 18:00", "called": "heavy"}, {"at": "2026-03-02 18:00", "called": "heavy"}]
WEEK: Case = {"weekly": [{"day": "wed", "time": "18:00", "kind": "tempo"}], "lifts": LIFTS}
WEDNESDAYS = (dt.date(2026, 2, 25), dt.date(2026, 3, 4))


def told(*reports: RunReport, case: Case = WEEK) -> Situation:
    return replace(situation_of(case), checkins=reports)


def report(day: dt.date, *, worse: bool = False, percent: float | None = None, at: dt.datetime = NOW) -> RunReport:
    return RunReport(at=at, run_date=day, felt_worse=worse, percent=percent)


FIRST, SECOND = WEDNESDAYS
SPOKEN = [
    pytest.param((report(FIRST, worse=True), report(SECOND, worse=True)), (2, 2), id="two felt worse"),
    pytest.param((report(FIRST, percent=3.0), report(SECOND, worse=True)), (2, 2), id="exactly 3 percent"),
    pytest.param((report(FIRST, percent=2.9), report(SECOND, worse=True)), None, id="under 3 percent"),
    pytest.param((report(FIRST, worse=True), report(SECOND)), None, id="only one of two"),
    pytest.param((report(FIRST, worse=True), report(FIRST, worse=True)), None, id="one run said twice"),
    pytest.param(
        (report(FIRST, worse=True), report(SECOND, worse=True), report(SECOND)), None, id="the newest word counts"
    ),
]


@pytest.mark.parametrize(("reports", "found"), SPOKEN)
def test_two_hard_runs_that_suffer_are_spoken_about(
    reports: tuple[RunReport, ...], found: tuple[int, int] | None, thresholds: Thresholds
) -> None:
    suffers = suffering(Book(told(*reports), thresholds), now=NOW)
    assert (None if suffers is None else (suffers.worse, suffers.reported)) == found


@pytest.mark.parametrize(
    ("day", "time", "follows"),
    [
        pytest.param("mon", "17:59", False, id="a minute before the lift"),
        pytest.param("mon", "18:00", True, id="at the lift's own minute"),
        pytest.param("wed", "18:00", True, id="exactly 48 h"),
        pytest.param("wed", "18:01", False, id="a minute more"),
        pytest.param("sun", None, False, id="time unknown, the day before"),
        pytest.param("mon", None, True, id="time unknown, the lift's day"),
        pytest.param("wed", None, True, id="time unknown, two days later"),
        pytest.param("thu", None, False, id="time unknown, three days later"),
    ],
)
def test_run_follows_a_lift_within_48_hours(
    day: str, time: str | None, thresholds: Thresholds, *, follows: bool
) -> None:
    run = {"day": day, "kind": "tempo"} if time is None else {"day": day, "kind": "tempo", "time": time}
    dates = {"sun": dt.date(2026, 3, 1), "mon": dt.date(2026, 3, 2), "wed": SECOND, "thu": dt.date(2026, 3, 5)}
    case: Case = {"weekly": [run], "lifts": LIFTS[1:]}
    assert follows_lift(Book(situation_of(case), thresholds), dates[day]) is follows


@pytest.mark.parametrize(
    ("today", "found"), [("2026-03-25", (2, 2)), ("2026-03-26", None)], ids=["28 days ago", "29 days ago"]
)
def test_reports_of_more_than_four_weeks_ago_do_not_count(
    today: str, found: tuple[int, int] | None, thresholds: Thresholds
) -> None:
    reports = (report(FIRST, worse=True), report(SECOND, worse=True))
    suffers = suffering(Book(told(*reports), thresholds), now=instant_of({}, f"{today} 12:00"))
    assert (None if suffers is None else (suffers.worse, suffers.reported)) == found


NEWLY = [
    pytest.param((report(SECOND, worse=True),), True, id="worse"),
    pytest.param((report(SECOND, percent=3.0),), True, id="3 percent slower"),
    pytest.param((report(SECOND),), False, id="as planned"),
    pytest.param((report(SECOND), report(SECOND, worse=True)), True, id="as planned, then worse"),
    pytest.param((report(SECOND, worse=True), report(SECOND, worse=True)), False, id="worse, said twice"),
    pytest.param((report(SECOND, worse=True), report(SECOND)), False, id="worse, then as planned"),
    pytest.param((report(SECOND, worse=True), report(FIRST, worse=True)), True, id="another one after it"),
]


@pytest.mark.parametrize(("reports", "new"), NEWLY)
def test_only_the_first_word_that_a_run_was_worse_is_new(
    reports: tuple[RunReport, ...], thresholds: Thresholds, *, new: bool
) -> None:
    assert is_newly_worse(Book(told(*reports), thresholds), SECOND, now=NOW) is new


def test_a_run_long_after_a_lift_is_not_newly_worse(thresholds: Thresholds) -> None:
    friday = dt.date(2026, 3, 6)
    case: Case = {"weekly": [{"day": "fri", "time": "06:00", "kind": "tempo"}], "lifts": LIFTS}
    assert is_newly_worse(Book(told(report(friday, worse=True), case=case), thresholds), friday, now=NOW) is False
