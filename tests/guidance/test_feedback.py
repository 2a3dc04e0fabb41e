"""Feedback from runs after lifts (guidance.md, section 5, C116)."""

import datetime as dt
from dataclasses import replace

import pytest

from bot.guidance.feedback import follows_lift, suffering
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
    ("time", "follows"), [("18:00", True), ("18:01", False)], ids=["exactly 48 h", "a minute more"]
)
def test_run_follows_a_lift_within_48_hours(time: str, thresholds: Thresholds, *, follows: bool) -> None:
    case: Case = {**WEEK, "weekly": [{"day": "wed", "time": time, "kind": "tempo"}]}
    assert follows_lift(Book(situation_of(case), thresholds), SECOND) is follows


def test_reports_of_more_than_four_weeks_ago_do_not_count(thresholds: Thresholds) -> None:
    reports = (report(FIRST, worse=True), report(SECOND, worse=True))
    later = instant_of({}, "2026-03-26 12:00")
    assert suffering(Book(told(*reports), thresholds), now=later) is None
