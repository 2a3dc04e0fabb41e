"""A planned race or parkrun that the runner says is run easily: it becomes an easy run of the same length."""

import datetime as dt
from collections.abc import Iterator

from bot.app import messages as m
from bot.app import races, runs, schedule, weeks
from bot.app.replies import refused, stored
from bot.app.reply import Line, Replies, say
from bot.app.turn import Turn
from bot.language.meaning import DatedRunReading, EasedRaceReading
from bot.training.edits import in_pattern, instead
from bot.training.runs import DatedRun, Run, RunKind, RunSpec, WeeklyRun, is_as_long

WITHIN_DAYS = 14


def ease(turn: Turn, reading: EasedRaceReading) -> Replies:
    """Make a race an easy run, on its date or, where none was named, in the weekly pattern that it comes from."""
    run = next(_meant(turn, reading), None)
    if run is not None:
        return _eased(turn, run, reading)
    if reading.date is None:
        return (refused(m.NO_SUCH_RUN, kind=RunKind.RACE.value),)
    easy = RunSpec(kind=RunKind.EASY, distance_km=reading.distance_km)
    return runs.store(turn, (DatedRunReading(date=reading.date, run=easy),))


def ease_on(turn: Turn, day: dt.date) -> Replies:
    """Make the race of a day an easy run."""
    return ease(turn, EasedRaceReading(date=day))


def _eased(turn: Turn, run: Run, reading: EasedRaceReading) -> Replies:
    easy = RunSpec(
        kind=RunKind.EASY,
        time=run.spec.time,
        distance_km=reading.distance_km or run.spec.distance_km,
        duration_min=run.spec.duration_min,
    )
    every_week = _in_pattern(turn, run, easy) if reading.date is None else ()
    with turn.change() as change_id:
        lines = schedule.keep_runs(turn, every_week) if every_week else _keep(turn, run, easy)
    return (stored(change_id, *lines), *weeks.repaired(turn.fresh()))


def _meant(turn: Turn, reading: EasedRaceReading) -> Iterator[Run]:
    """Yield the races that somebody can mean, the next one first."""
    ahead = (turn.today + dt.timedelta(days=n) for n in range(WITHIN_DAYS))
    days = ahead if reading.date is None else (reading.date,)
    calendar = turn.book().calendar
    for run in (run for day in days for run in calendar.runs_on(day)):
        is_race = run.race is not None or run.kind is RunKind.RACE
        if is_race and is_as_long(run.spec.distance_km, reading.distance_km):
            yield run


def _keep(turn: Turn, run: Run, easy: RunSpec) -> tuple[Line, ...]:
    if run.race is not None:
        races.drop(turn, run.race)
        turn.records.dated_runs.add(turn.runner.id, DatedRun(date=run.date, run=easy, replaces=True))
    else:
        for entry in instead(turn.book().calendar, run, easy):
            turn.records.dated_runs.add(turn.runner.id, entry)
    return (say(m.RUN_STORED, day=run.date, run=easy),)


def _in_pattern(turn: Turn, run: Run, easy: RunSpec) -> tuple[WeeklyRun, ...]:
    """Return the weekly runs with one of them made easy; none where it comes from elsewhere."""
    known = schedule.current(turn)
    if known is None or run.race is not None or turn.book().calendar.has_dated_entry(run.date):
        return ()
    return in_pattern(known, run, easy)
