"""Races that were run without an entry of their own: they leave behind what any race does (guidance.md, section 4)."""

from collections.abc import Iterable, Iterator

from bot.training.calendar import Calendar
from bot.training.runs import DatedRun, Race, Run, RunKind

_PARKRUN = "parkrun"


def raced(calendar: Calendar, dated: Iterable[DatedRun]) -> tuple[Race, ...]:
    """Return the dated races that the runner says they ran; one of every week is a hard run and no race."""
    days = dict.fromkeys(one.date for one in dated if one.done and one.run.kind is RunKind.RACE)
    found = (run for day in days for run in calendar.runs_on(day) if _is_race(run))
    return tuple(_races_of(calendar, found))


def _is_race(run: Run) -> bool:
    known = run.race is not None
    return run.done and not known and run.kind is RunKind.RACE and _PARKRUN not in run.spec.text.lower()


def _races_of(calendar: Calendar, runs: Iterable[Run]) -> Iterator[Race]:
    for run in runs:
        pattern = calendar.pattern_on(run.date)
        weekly = () if pattern is None else pattern.runs
        if not any(one.weekday == run.date.weekday() and one.run.kind is RunKind.RACE for one in weekly):
            yield Race(date=run.date, distance_km=run.spec.distance_km, time=run.spec.time)
