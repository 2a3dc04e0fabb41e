"""Days that are as in the weekly week again: what was said of these days alone is taken back."""

import datetime as dt
from collections.abc import Iterator

from bot.app import messages as m
from bot.app import weeks
from bot.app.replies import stored
from bot.app.reply import Line, Mark, Replies, Reply, say
from bot.app.turn import Turn
from bot.language.meaning import NormalDaysReading
from bot.training.runs import DatedRun, RunKind, RunSpec

WEEK = 7
Row = tuple[int, DatedRun]


def restore(turn: Turn, reading: NormalDaysReading) -> Replies:
    """Take back what was said of some days to come, with the runs that had left them; the weekly week stays."""
    days = {day for day in reading.dates if day >= turn.today}
    entries = [row for row in turn.records.dated_runs.of(turn.runner.id) if not row[1].done]
    own = [row for row in entries if row[1].date in days]
    gone = [*own, *(row for row in entries if row not in own and _left(turn, row[1], days))]
    if not gone:
        return (Reply(mark=Mark.KNOWLEDGE, lines=tuple(_lines(turn, sorted(days)))),) if days else ()
    touched = sorted(days | {entry.date for _, entry in gone})
    with turn.change() as change_id:
        for row, _ in gone:
            turn.records.dated_runs.remove(turn.runner.id, row)
    return (stored(change_id, *_lines(turn, touched)), *weeks.repaired(turn))


def _left(turn: Turn, entry: DatedRun, days: set[dt.date]) -> bool:
    """Tell whether a run of another day of these weeks is the weekly one of a day that is to be as usual."""
    near = (day for day in days if abs((day - entry.date).days) < WEEK and entry.date >= turn.today)
    return any(_is_same(entry.run, spec) for day in near for spec in _weekly(turn, day))


def _weekly(turn: Turn, day: dt.date) -> Iterator[RunSpec]:
    pattern = turn.book().calendar.pattern_on(day)
    runs = () if pattern is None else pattern.runs
    return (one.run for one in runs if one.weekday == day.weekday())


def _is_same(one: RunSpec, other: RunSpec) -> bool:
    lengths = ((run.distance_km, run.duration_min) for run in (one, other))
    return one.kind is other.kind and one.kind is not RunKind.REST and len(set(lengths)) == 1


def _lines(turn: Turn, days: list[dt.date]) -> Iterator[Line]:
    calendar = turn.book().calendar
    for day in days:
        runs = calendar.runs_on(day)
        yield from (say(m.RUN_STORED, day=day, run=run.spec) for run in runs)
        if not runs:
            yield say(m.DAY_CLEARED, day=day)
