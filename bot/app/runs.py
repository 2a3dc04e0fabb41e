"""`/add` and what runners say about single days: a run added, skipped, done, moved."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import replace

from bot.app import messages as m
from bot.app.doubts import ask_back
from bot.app.replies import refused, stored
from bot.app.reply import Line, Replies, Reply, say
from bot.app.turn import Turn
from bot.language.dated import read_dated_run
from bot.language.meaning import DatedRunReading, MovedRunReading, Unread
from bot.training.edits import instead, without
from bot.training.runs import DatedRun, Run, RunKind, RunSpec, is_called

FARTHEST = dt.timedelta(days=731)
MOVED_WITHIN_DAYS = 14

Reading = DatedRunReading | MovedRunReading | Unread


def add(turn: Turn, text: str) -> Replies:
    """Add dated runs from `/add <text>`."""
    if not text.strip():
        return (refused(m.ADD_EMPTY),)
    readings = read_dated_run(
        text,
        now=turn.local_now,
        vocabulary=turn.knowledge.vocabulary,
        distance_unit=turn.runner.profile.distance,
    )
    return store(turn, readings)


def store(turn: Turn, readings: Iterable[Reading]) -> Replies:
    """Store what was said about single days; one thing in doubt stops all of it."""
    said = tuple(readings)
    doubts = [reading for reading in said if isinstance(reading, Unread)]
    sure = [reading for reading in said if not isinstance(reading, Unread)]
    if doubts or not sure:
        return (ask_back(*doubts) if doubts else refused(m.ADD_EMPTY),)
    far = [reading.date for reading in sure if abs(reading.date - turn.today) > FARTHEST]
    if far:
        return (refused(m.DAY_TOO_FAR, day=far[0]),)
    lost = [reading for reading in sure if isinstance(reading, MovedRunReading) and _moved(turn, reading) is None]
    if lost:
        return (refused(m.NO_SUCH_RUN, kind=lost[0].run.kind.value),)
    with turn.change() as change_id:
        lines = [line for reading in sure for line in _keep(turn, reading)]
    return (stored(change_id, *lines),)


def run_of(turn: Turn, day: dt.date, kind: str) -> Run | None:
    """Return the run that a question was about, or None when the day has changed since."""
    runs = turn.book().calendar.runs_on(day)
    return next((run for run in runs if run.kind.value == kind and run.race is None), None)


def describe(turn: Turn, run: Run, spec: RunSpec) -> Reply:
    """Keep a better description of one run: in the weekly pattern when it comes from there, else on its date."""
    with turn.change() as change_id:
        if not _in_pattern(turn, run, spec):
            _add(turn, instead(turn.book().calendar, run, spec, done=run.done))
    return stored(change_id, say(m.RUN_STORED, day=run.date, run=spec))


def _keep(turn: Turn, reading: DatedRunReading | MovedRunReading) -> Iterator[Line]:
    if isinstance(reading, MovedRunReading):
        yield _move(turn, reading)
    elif reading.done:
        yield _done(turn, reading)
    else:
        _add(turn, [DatedRun(date=reading.date, run=reading.run, replaces=reading.replaces)])
        message = m.DAY_CLEARED if reading.run.kind is RunKind.REST else m.RUN_STORED
        yield say(message, day=reading.date, **({} if message is m.DAY_CLEARED else {"run": reading.run}))


def _done(turn: Turn, reading: DatedRunReading) -> Line:
    """Keep a run that was done; a planned one of its kind keeps what the runner did not say anew."""
    planned = run_of(turn, reading.date, reading.run.kind.value)
    if planned is not None and reading.replaces:
        spec = _completed(planned.spec, reading.run)
        _add(turn, instead(turn.book().calendar, planned, spec, done=True))
    else:
        spec = reading.run
        _add(turn, [DatedRun(date=reading.date, run=spec, replaces=reading.replaces, done=True)])
    return say(m.RUN_DONE, day=reading.date, run=spec)


def _move(turn: Turn, reading: MovedRunReading) -> Line:
    run = _moved(turn, reading)
    if run is None:
        raise LookupError("a move was checked for its run before")
    spec = _completed(run.spec, reading.run)
    _add(turn, without(turn.book().calendar, (run,), run.date))
    _add(turn, [DatedRun(date=reading.date, run=spec)])
    return say(m.RUN_MOVED, day=reading.date, run=spec, before=run.date)


def _moved(turn: Turn, reading: MovedRunReading) -> Run | None:
    """Find the planned run that moves: on the day it leaves, or the nearest one to come that is not there already."""
    calendar = turn.book().calendar
    ahead = (turn.today + dt.timedelta(days=n) for n in range(MOVED_WITHIN_DAYS))
    days = (reading.from_date,) if reading.from_date else (day for day in ahead if day != reading.date)
    runs = (run for day in days for run in calendar.runs_on(day) if run.race is None)
    return next((run for run in runs if is_called(run, reading.run.kind)), None)


def _completed(planned: RunSpec, said: RunSpec) -> RunSpec:
    """Return a planned run with what was said anew."""
    return replace(
        planned,
        time=said.time or planned.time,
        distance_km=said.distance_km or planned.distance_km,
        duration_min=said.duration_min or planned.duration_min,
    )


def _add(turn: Turn, entries: Iterable[DatedRun]) -> None:
    for entry in entries:
        turn.records.dated_runs.add(turn.runner.id, entry)


def _in_pattern(turn: Turn, run: Run, spec: RunSpec) -> bool:
    calendar = turn.book().calendar
    pattern = calendar.pattern_on(run.date)
    if pattern is None or calendar.has_dated_entry(run.date):
        return False
    runs = tuple(
        replace(one, run=spec) if one.weekday == run.date.weekday() and one.run == run.spec else one
        for one in pattern.runs
    )
    row = next(row for row, value in reversed(turn.records.patterns.of(turn.runner.id)) if value == pattern)
    turn.records.patterns.replace(turn.runner.id, row, replace(pattern, runs=runs))
    return True
