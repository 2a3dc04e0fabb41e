"""A weekly pattern, dated entries and races become the runs of each local day (guidance.md, section 1)."""

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.guidance.thresholds import Thresholds
from bot.training.calendar import Calendar
from bot.training.runs import DatedRun, Race, RunClass, RunKind, RunSpec, WeeklyPattern, WeeklyRun
from bot.training.time import Weekday

BERLIN = ZoneInfo("Europe/Berlin")
MONDAY = dt.date(2026, 3, 2)
TUESDAY = dt.date(2026, 3, 3)
EASY, TEMPO, LONG = (RunSpec(kind=kind) for kind in (RunKind.EASY, RunKind.TEMPO, RunKind.LONG))
REST = RunSpec(kind=RunKind.REST)


@pytest.fixture
def make(thresholds: Thresholds) -> Any:
    """Return a maker of calendars in Berlin."""

    def calendar(**entries: Any) -> Calendar:
        return Calendar(zone=BERLIN, limits=thresholds.runs, **entries)

    return calendar


def weekly(*runs: tuple[Weekday, RunSpec], since: dt.date | None = None) -> WeeklyPattern:
    return WeeklyPattern(valid_from=since, runs=tuple(WeeklyRun(weekday=day, run=run) for day, run in runs))


def kinds(calendar: Calendar, day: dt.date) -> list[RunKind]:
    return [run.kind for run in calendar.runs_on(day)]


def test_calendar_without_anything_has_no_runs(make: Any) -> None:
    calendar = make()
    assert (kinds(calendar, MONDAY), calendar.has_pattern(), calendar.has_dated_entry(MONDAY)) == ([], False, False)


def test_first_pattern_describes_past_and_future_days(make: Any) -> None:
    calendar = make(patterns=(weekly((Weekday.TUE, TEMPO)),))
    for week in (-52, 0, 52):
        assert kinds(calendar, TUESDAY + dt.timedelta(weeks=week)) == [RunKind.TEMPO]
        assert kinds(calendar, MONDAY + dt.timedelta(weeks=week)) == []


def test_empty_pattern_is_an_answer_too(make: Any) -> None:
    assert make(patterns=(weekly(),)).has_pattern()


def test_replacement_counts_from_its_day_on_and_leaves_the_days_before(make: Any) -> None:
    calendar = make(patterns=(weekly((Weekday.TUE, TEMPO)), weekly((Weekday.TUE, EASY), since=TUESDAY)))
    assert kinds(calendar, TUESDAY - dt.timedelta(weeks=1)) == [RunKind.TEMPO]
    assert kinds(calendar, TUESDAY) == [RunKind.EASY]


def test_pattern_in_force_is_the_first_one_until_the_day_of_its_replacement(make: Any) -> None:
    first, second = weekly((Weekday.TUE, TEMPO)), weekly((Weekday.TUE, EASY), since=TUESDAY)
    calendar = make(patterns=(first, second))
    days = (TUESDAY - dt.timedelta(weeks=52), MONDAY, TUESDAY, TUESDAY + dt.timedelta(weeks=52))
    assert [calendar.pattern_on(day) for day in days] == [first, first, second, second]


def test_no_pattern_is_in_force_where_none_was_said(make: Any) -> None:
    assert make(dated=(DatedRun(date=TUESDAY, run=TEMPO),)).pattern_on(TUESDAY) is None


def test_the_last_replacement_said_wins(make: Any) -> None:
    first, second = (weekly((Weekday.TUE, run), since=MONDAY) for run in (EASY, LONG))
    assert kinds(make(patterns=(weekly(), first, second)), TUESDAY) == [RunKind.LONG]


def test_several_runs_of_a_day_stay_in_the_order_in_which_they_were_said(make: Any) -> None:
    calendar = make(patterns=(weekly((Weekday.TUE, TEMPO), (Weekday.TUE, EASY)),))
    assert kinds(calendar, TUESDAY) == [RunKind.TEMPO, RunKind.EASY]


DATED = [
    pytest.param([(LONG, False)], [RunKind.TEMPO, RunKind.LONG], id="a run more"),
    pytest.param([(LONG, True)], [RunKind.LONG], id="instead"),
    pytest.param([(REST, True)], [], id="rest"),
    pytest.param([(LONG, True), (EASY, False)], [RunKind.LONG, RunKind.EASY], id="instead, and one more"),
    pytest.param([(LONG, False), (REST, True)], [], id="rest said last"),
    pytest.param([(REST, True), (EASY, False)], [RunKind.EASY], id="rest, then a run after all"),
    pytest.param([(LONG, False), (EASY, True)], [RunKind.EASY], id="instead of all that was said before"),
]


@pytest.mark.parametrize(("entries", "expected"), DATED)
def test_dated_entries_change_their_day_in_the_order_in_which_they_were_said(
    entries: list[tuple[RunSpec, bool]], expected: list[RunKind], make: Any
) -> None:
    dated = tuple(DatedRun(date=TUESDAY, run=run, replaces=replaces) for run, replaces in entries)
    calendar = make(patterns=(weekly((Weekday.TUE, TEMPO)),), dated=dated)
    assert kinds(calendar, TUESDAY) == expected
    assert kinds(calendar, TUESDAY + dt.timedelta(weeks=1)) == [RunKind.TEMPO]
    assert calendar.has_dated_entry(TUESDAY)
    assert not calendar.has_dated_entry(MONDAY)


def test_race_replaces_all_runs_of_its_day(make: Any) -> None:
    race = Race(date=TUESDAY, distance_km=10.0, time=dt.time(9))
    calendar = make(patterns=(weekly((Weekday.TUE, TEMPO)),), dated=(DatedRun(date=TUESDAY, run=LONG),), races=(race,))
    [run] = calendar.runs_on(TUESDAY)
    assert (run.race, run.classes) == (race, {RunClass.RACE})
    assert run.start == dt.datetime(2026, 3, 3, 8, tzinfo=dt.UTC)
    assert calendar.has_dated_entry(TUESDAY)


def test_run_starts_at_its_own_time_on_the_runners_clock(make: Any) -> None:
    spec = RunSpec(kind=RunKind.TEMPO, time=dt.time(6, 30))
    [run] = make(patterns=(weekly((Weekday.TUE, spec)),), run_time=dt.time(18)).runs_on(TUESDAY)
    assert run.start == dt.datetime(2026, 3, 3, 5, 30, tzinfo=dt.UTC)
    assert run.end == dt.datetime(2026, 3, 3, 6, 30, tzinfo=dt.UTC)


def test_run_keeps_its_local_time_over_a_clock_change(make: Any) -> None:
    spec = RunSpec(kind=RunKind.EASY, time=dt.time(8))
    calendar = make(patterns=(weekly((Weekday.SUN, spec)),))
    starts = [calendar.runs_on(dt.date(2026, 3, day))[0].start for day in (22, 29)]
    assert starts == [dt.datetime(2026, 3, 22, 7, tzinfo=dt.UTC), dt.datetime(2026, 3, 29, 6, tzinfo=dt.UTC)]


def test_run_without_a_time_takes_the_usual_run_time(make: Any) -> None:
    [run] = make(patterns=(weekly((Weekday.TUE, TEMPO)),), run_time=dt.time(18)).runs_on(TUESDAY)
    assert run.start == dt.datetime(2026, 3, 3, 17, tzinfo=dt.UTC)


def test_run_without_any_time_has_no_start_and_no_end(make: Any) -> None:
    [run] = make(patterns=(weekly((Weekday.TUE, TEMPO)),)).runs_on(TUESDAY)
    assert (run.start, run.end) == (None, None)


def test_race_without_a_time_takes_the_usual_run_time(make: Any) -> None:
    [run] = make(races=(Race(date=TUESDAY, distance_km=5.0),), run_time=dt.time(18)).runs_on(TUESDAY)
    assert run.start == dt.datetime(2026, 3, 3, 17, tzinfo=dt.UTC)


def test_run_lasts_what_was_stated_else_what_its_class_lasts(make: Any) -> None:
    stated = RunSpec(kind=RunKind.LONG, duration_min=100)
    calendar = make(patterns=(weekly((Weekday.MON, LONG), (Weekday.TUE, stated)),))
    assert [calendar.runs_on(day)[0].minutes for day in (MONDAY, TUESDAY)] == [120, 100]


def test_word_that_a_run_is_done_is_kept(make: Any) -> None:
    [run] = make(dated=(DatedRun(date=TUESDAY, run=TEMPO, done=True),)).runs_on(TUESDAY)
    assert run.done


HOUR = RunSpec(kind=RunKind.EASY, duration_min=60)
USUAL = RunSpec(kind=RunKind.EASY, duration_min=40)


def before(*days: int) -> tuple[DatedRun, ...]:
    return tuple(DatedRun(date=TUESDAY - dt.timedelta(days=ago), run=USUAL) for ago in days)


LOOKBACK = [
    pytest.param(before(1, 2, 3, 28), True, id="four runs in 28 days"),
    pytest.param(before(1, 2, 3, 29), False, id="the fourth is 29 days ago"),
    pytest.param(before(1, 2, 3, 0), False, id="the fourth is on the same day"),
    pytest.param(
        (*before(1, 2, 3, 4), DatedRun(date=MONDAY, run=REST, replaces=True)), False, id="one of them was skipped"
    ),
]


@pytest.mark.parametrize(("earlier", "long"), LOOKBACK)
def test_run_is_long_beside_the_stated_runs_of_the_28_days_before(
    earlier: tuple[DatedRun, ...],
    make: Any,
    *,
    long: bool,
) -> None:
    calendar = make(dated=(*earlier, DatedRun(date=TUESDAY, run=HOUR)))
    assert (RunClass.LONG in calendar.runs_on(TUESDAY)[-1].classes) is long


def test_runs_that_a_race_replaced_are_no_measure_for_a_long_run(make: Any) -> None:
    race = Race(date=MONDAY, distance_km=5.0)
    calendar = make(dated=(*before(1, 2, 3, 4), DatedRun(date=TUESDAY, run=HOUR)), races=(race,))
    assert calendar.runs_on(TUESDAY)[0].classes == {RunClass.EASY}


def test_run_that_is_only_supposed_is_taken_for_what_it_is_and_not_for_one_supposed_before(make: Any) -> None:
    calendar = make()
    kinds = [RunKind.EASY, RunKind.TEMPO, RunKind.LONG] * 5
    # Nothing else holds on to a description, so that the next one may well take its place in memory.
    classes = [calendar.run(MONDAY, RunSpec(kind=kind)).classes for kind in kinds]
    assert classes == [{RunClass.EASY}, {RunClass.QUALITY}, {RunClass.LONG}] * 5
