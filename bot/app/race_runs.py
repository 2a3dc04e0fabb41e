"""Races that are only runs on their day: nobody said yet how much they matter."""

from bot.app import messages as m
from bot.app.reply import Line, say
from bot.app.turn import Turn
from bot.training.runs import Race, Run, RunKind


def coming(turn: Turn) -> tuple[Run, ...]:
    """Return the dated races to come that stand in the calendar, the next one first."""
    told = {one.date for _, one in turn.records.dated_runs.of(turn.runner.id) if one.run.kind is RunKind.RACE}
    days = sorted(day for day in told if day >= turn.today)
    calendar = turn.book().calendar
    runs = (run for day in days for run in calendar.runs_on(day))
    return tuple(run for run in runs if run.kind is RunKind.RACE and run.race is None and not run.done)


def as_race(run: Run) -> Race:
    """Return a dated race as the race it would be."""
    return Race(date=run.date, distance_km=run.spec.distance_km, time=run.spec.time)


def row(turn: Turn, run: Run) -> Line:
    """Say when a dated race is, how far off, and that nothing is tapered for it."""
    days = (run.date - turn.today).days
    if days > 1:
        return say(m.RACE_RUN_ROW_IN, day=run.date, run=run.spec, days=days)
    return say(m.RACE_RUN_ROW, day=run.date, run=run.spec)
