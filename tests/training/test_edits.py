"""What the runner says about one run leaves the others of its day as they were."""

import datetime as dt
from collections.abc import Iterable
from zoneinfo import ZoneInfo

import pytest

from bot.guidance.thresholds import Thresholds
from bot.training.calendar import Calendar
from bot.training.edits import instead, without
from bot.training.runs import DatedRun, RunKind, RunSpec, WeeklyPattern, WeeklyRun
from bot.training.time import Weekday

TUESDAY = dt.date(2026, 3, 3)
TEMPO = RunSpec(kind=RunKind.TEMPO, time=dt.time(6, 30))
EASY = RunSpec(kind=RunKind.EASY)
LONG = RunSpec(kind=RunKind.LONG, time=dt.time(8))
WEEK = WeeklyPattern(valid_from=None, runs=tuple(WeeklyRun(weekday=Weekday.TUE, run=run) for run in (TEMPO, EASY)))


@pytest.fixture
def calendar(thresholds: Thresholds) -> Calendar:
    """Return a week with a tempo and an easy run on Tuesday."""
    return with_entries(thresholds, ())


def with_entries(thresholds: Thresholds, dated: Iterable[DatedRun]) -> Calendar:
    return Calendar(
        zone=ZoneInfo("Europe/Berlin"),
        limits=thresholds.runs,
        patterns=(WEEK,),
        dated=tuple(dated),
        run_time=dt.time(18),
    )


def specs(calendar: Calendar) -> list[RunSpec]:
    return [run.spec for run in calendar.runs_on(TUESDAY)]


def test_taking_one_run_off_a_day_keeps_the_other_as_it_was_said(calendar: Calendar, thresholds: Thresholds) -> None:
    tempo, easy = calendar.runs_on(TUESDAY)
    changed = with_entries(thresholds, without(calendar, [tempo], TUESDAY))
    assert changed.runs_on(TUESDAY) == (easy,)


def test_taking_all_runs_off_a_day_leaves_a_rest_day(calendar: Calendar, thresholds: Thresholds) -> None:
    entries = without(calendar, calendar.runs_on(TUESDAY), TUESDAY)
    assert [(entry.run.kind, entry.replaces) for entry in entries] == [(RunKind.REST, True)]
    changed = with_entries(thresholds, entries)
    assert specs(changed) == []
    assert changed.has_dated_entry(TUESDAY)


def test_another_description_takes_the_place_of_its_run(calendar: Calendar, thresholds: Thresholds) -> None:
    entries = instead(calendar, calendar.runs_on(TUESDAY)[0], LONG)
    assert specs(with_entries(thresholds, entries)) == [LONG, EASY]


def test_only_the_run_that_was_talked_about_is_done(calendar: Calendar, thresholds: Thresholds) -> None:
    entries = instead(calendar, calendar.runs_on(TUESDAY)[1], EASY, done=True)
    changed = with_entries(thresholds, entries)
    assert [(run.spec, run.done) for run in changed.runs_on(TUESDAY)] == [(TEMPO, False), (EASY, True)]


@pytest.mark.parametrize("number", [0, 1])
def test_run_that_was_done_stays_done_when_the_other_changes(
    number: int, calendar: Calendar, thresholds: Thresholds
) -> None:
    runs = calendar.runs_on(TUESDAY)
    done = instead(calendar, runs[number], runs[number].spec, done=True)
    later = with_entries(thresholds, done)
    changed = with_entries(thresholds, (*done, *instead(later, later.runs_on(TUESDAY)[1 - number], LONG)))
    assert [(run.spec == LONG, run.done) for run in changed.runs_on(TUESDAY)][number] == (False, True)
    assert [(run.spec == LONG, run.done) for run in changed.runs_on(TUESDAY)][1 - number] == (True, False)


def test_changes_concern_their_day_alone(calendar: Calendar, thresholds: Thresholds) -> None:
    changed = with_entries(thresholds, without(calendar, calendar.runs_on(TUESDAY), TUESDAY))
    next_tuesday = TUESDAY + dt.timedelta(weeks=1)
    assert changed.runs_on(next_tuesday) == calendar.runs_on(next_tuesday)
