"""`/add` and what runners say about single days: a run added, skipped, done, moved."""

import datetime as dt
from dataclasses import replace

from bot.app import messages as m
from bot.app.doubts import ask_back
from bot.app.replies import refused, stored
from bot.app.reply import Replies, Reply, say
from bot.app.turn import Turn
from bot.language.meaning import DatedRunReading, Unread
from bot.language.runs import read_dated_run
from bot.training.edits import instead
from bot.training.runs import DatedRun, Run, RunKind, RunSpec

FARTHEST = dt.timedelta(days=731)


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


def store(turn: Turn, readings: tuple[DatedRunReading | Unread, ...]) -> Replies:
    """Store dated entries as they were read; one that is in doubt stops all of them."""
    doubts = [reading for reading in readings if isinstance(reading, Unread)]
    sure = [reading for reading in readings if isinstance(reading, DatedRunReading)]
    if doubts or not sure:
        return (ask_back(*doubts) if doubts else refused(m.ADD_EMPTY),)
    far = [reading.date for reading in sure if abs(reading.date - turn.today) > FARTHEST]
    if far:
        return (refused(m.DAY_TOO_FAR, day=far[0]),)
    entries = [DatedRun(date=one.date, run=one.run, replaces=one.replaces, done=one.done) for one in sure]
    return (_keep(turn, entries),)


def _keep(turn: Turn, entries: list[DatedRun]) -> Reply:
    with turn.change() as change_id:
        for entry in entries:
            turn.records.dated_runs.add(turn.runner.id, entry)
    lines = (
        say(m.DAY_CLEARED if entry.run.kind is RunKind.REST else m.RUN_STORED, day=entry.date, run=entry.run)
        for entry in entries
    )
    return stored(change_id, *lines)


def run_of(turn: Turn, day: dt.date, kind: str) -> Run | None:
    """Return the run that a question was about, or None when the day has changed since."""
    return next((run for run in turn.book().calendar.runs_on(day) if run.kind.value == kind and run.race is None), None)


def describe(turn: Turn, run: Run, spec: RunSpec) -> Reply:
    """Keep a better description of one run: in the weekly pattern when it comes from there, else on its date."""
    with turn.change() as change_id:
        if not _in_pattern(turn, run, spec):
            _on_its_date(turn, run, spec)
    return stored(change_id, say(m.RUN_STORED, day=run.date, run=spec))


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


def _on_its_date(turn: Turn, run: Run, spec: RunSpec) -> None:
    for entry in instead(turn.book().calendar, run, spec, done=run.done):
        turn.records.dated_runs.add(turn.runner.id, entry)
