"""A run told for a day that has one already: it is that run told anew, one in its place, or one beside it."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.app import messages as m
from bot.app import weeks
from bot.app.pressing import Outcome, Press, read_day, read_kind, read_number, read_time
from bot.app.replies import alert, asked, button, stored
from bot.app.reply import Reply, say
from bot.app.turn import Turn
from bot.language.meaning import DatedRunReading, MovedRunReading
from bot.training.edits import instead
from bot.training.runs import DatedRun, Run, RunKind, RunSpec, is_called

BESIDE, INSTEAD = "b", "i"
NONE = "0"
METRES = 1000
A_PLAN = 3
"""Runs on so many days that have one are a plan of their own."""

Reading = DatedRunReading | MovedRunReading


def settled(turn: Turn, said: Sequence[Reading]) -> tuple[list[Reading], tuple[Reply, ...]]:
    """Return what can be kept at once of what was said, and the questions about the rest."""
    known = {place: run for place, one in enumerate(said) if (run := _standing(turn, one, said)) is not None}
    others = [place for place, run in known.items() if not is_called(run, said[place].run.kind)]
    if len(others) >= A_PLAN:
        return [_in_place(one) if place in known else one for place, one in enumerate(said)], ()
    kept = [_anew(one) if place in known else one for place, one in enumerate(said) if place not in others]
    return kept, tuple(_ask(said[place], known[place]) for place in others)


def _standing(turn: Turn, one: Reading, said: Sequence[Reading]) -> Run | None:
    """Return the run of a day that another one is told for; two told for one day are two, and so is "one more"."""
    if not isinstance(one, DatedRunReading) or one.done or one.replaces or one.beside or one.date < turn.today:
        return None
    if one.run.kind in {RunKind.REST, RunKind.RACE}:
        return None
    runs = _to_come(turn, one.date)
    if sum(other.date == one.date for other in said) > 1:
        return next((run for run in runs if run.kind is one.run.kind), None)
    alike = (run for run in runs if is_called(run, one.run.kind))
    return next(alike, runs[0] if runs else None)


def _anew(one: Reading) -> Reading:
    """Return a run told again as its change: what is not repeated stays as planned, its kind too."""
    return MovedRunReading(date=one.date, run=one.run, from_date=one.date)


def _in_place(one: Reading) -> Reading:
    return replace(one, replaces=True) if isinstance(one, DatedRunReading) else one


def _ask(one: Reading, run: Run) -> Reply:
    spec = one.run
    told = (
        one.date.strftime("%Y%m%d"),
        spec.kind.value,
        NONE if spec.time is None else f"{spec.time:%H%M}",
        str(round((spec.distance_km or 0) * METRES)),
        str(round(spec.duration_min or 0)),
        str(int(spec.hilly)),
    )
    first = button(say(m.RUN_INSTEAD), "inst", INSTEAD, *told)
    second = button(say(m.RUN_BESIDE), "inst", BESIDE, *told)
    return asked(say(m.ASK_INSTEAD, day=one.date, known=run.spec, run=spec), buttons=((first,), (second,)))


def _to_come(turn: Turn, day: dt.date) -> list[Run]:
    return [run for run in turn.book().calendar.runs_on(day) if run.race is None and not run.done]


def _put(turn: Turn, where: str, day: str, *told: str) -> Outcome:
    date, spec = read_day(turn, day), _spec(*told)
    known = _to_come(turn, date)
    if where == BESIDE:
        return _keep(turn, date, spec, (DatedRun(date=date, run=spec),))
    if not known:
        return (alert(m.RUN_CHANGED),)
    return _keep(turn, date, spec, instead(turn.book().calendar, known[0], spec))


def _spec(kind: str, time: str, metres: str, minutes: str, hilly: str) -> RunSpec:
    return RunSpec(
        kind=read_kind(kind),
        time=None if time == NONE else read_time(time),
        distance_km=read_number(metres) / METRES or None,
        duration_min=read_number(minutes) or None,
        hilly=hilly != NONE,
    )


def _keep(turn: Turn, date: dt.date, spec: RunSpec, entries: tuple[DatedRun, ...]) -> Outcome:
    with turn.change() as change_id:
        for entry in entries:
            turn.records.dated_runs.add(turn.runner.id, entry)
    return (stored(change_id, say(m.RUN_STORED, day=date, run=spec)), *weeks.repaired(turn))


PRESSES: Mapping[str, Press] = {"inst": Press(do=_put, args=7)}
