"""Runs that are over: the one that somebody means who names no day, and the question which one it was."""

import datetime as dt
from dataclasses import replace

from bot.app import messages as m
from bot.app.replies import asked, button
from bot.app.reply import Reply, say
from bot.app.turn import Turn
from bot.language.meaning import DatedRunReading, Meaning, RunReportReading
from bot.training.runs import Run, RunKind, is_called

WITHIN_DAYS = 7
"""So far back a run is meant that is told of without its day."""

MOST_OFFERED = 3


def runs_behind(turn: Turn, kind: RunKind = RunKind.OTHER, *, until: dt.date | None = None) -> tuple[Run, ...]:
    """Return the runs of a kind of the last days that are over, the newest first."""
    calendar, today = turn.book().calendar, turn.local_now.date()
    last = min(today, until or today)
    days = (last - dt.timedelta(days=n) for n in range(WITHIN_DAYS + 1))
    runs = (run for day in days for run in reversed(calendar.runs_on(day)))
    return tuple(run for run in runs if is_called(run, kind) and _is_over(turn, run))


def _is_over(turn: Turn, run: Run) -> bool:
    return run.done or run.start is None or run.start <= turn.said_at


def is_told_bare(reading: DatedRunReading) -> bool:
    """Tell whether a planned run is told as done, and nothing of it but its kind."""
    bare = reading.run.distance_km is None and reading.run.duration_min is None
    return reading.done and reading.planned is not None and bare


def on_its_day(turn: Turn, found: tuple[Meaning, ...]) -> tuple[Meaning, ...]:
    """Put a run that is told as done, and how it felt, on the day of the run it can mean: "did my tempo, felt bad"."""
    felt = next((one for one in found if isinstance(one, RunReportReading) and one.date is None), None)
    run = next(iter(runs_behind(turn, felt.kind, until=felt.latest)), None) if felt else None
    if run is None:
        return found
    return tuple(
        replace(one, date=run.date) if isinstance(one, DatedRunReading) and is_told_bare(one) else one for one in found
    )


def ask_which_felt(turn: Turn, said: RunReportReading) -> Reply:
    """Ask which run a report is about."""
    worst = turn.knowledge.thresholds.progress.worse_percent
    worse = said.felt_worse or (said.percent is not None and said.percent >= worst)
    runs = runs_behind(turn, until=said.latest)[:MOST_OFFERED]
    buttons = tuple(
        (button(say(m.RUN_THAT_WAS, run=run), "felt", run.date.isoformat(), str(int(worse))),) for run in runs
    )
    return asked(say(m.ASK_WHICH_FELT), buttons=buttons)


def ask_which_done(turn: Turn, reading: DatedRunReading) -> Reply:
    """Ask which run was done, where none of that kind stands on the day: another one, one more, or no run at all."""
    told, kind = reading.date, reading.planned or RunKind.OTHER
    runs = [run for run in runs_behind(turn, kind) if not run.done and run.race is None][:MOST_OFFERED]
    offered = (button(say(m.RUN_THAT_WAS, run=run), "did", run.date.isoformat(), run.kind.value) for run in runs)
    more = button(say(m.DID_RUN_ON, day=told), "did", told.isoformat(), kind.value)
    lift = (button(say(m.IT_WAS_MY_LIFT), "log"),) if kind is RunKind.OTHER else ()
    return asked(say(m.ASK_WHICH_DONE, day=told), buttons=tuple((one,) for one in (*offered, more, *lift)))
