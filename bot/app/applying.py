"""The changes that an answer offers, carried out by a tap: a run moved, two exchanged, one dropped."""

import datetime as dt
from itertools import chain

from bot.app import messages as m
from bot.app.replies import alert, button, stored
from bot.app.reply import Button, Replies, say
from bot.app.runs import run_of
from bot.app.turn import Turn
from bot.guidance.answer import Answer
from bot.guidance.changes import Change, ChangeKind
from bot.training.edits import without
from bot.training.runs import DatedRun, Run


def change_buttons(answer: Answer) -> tuple[tuple[Button, ...], ...]:
    """Return a row with a button for each change that an answer offers."""
    return tuple((_button(answer, change),) for change in answer.changes)


def _button(answer: Answer, change: Change) -> Button:
    asked = answer.day.isoformat()
    if change.kind is ChangeKind.SLOT or change.run is None:
        at = answer.decision.at if change.at is None else change.at
        return button(say(m.TRY_SLOT, at=at), "at", at.strftime("%Y%m%d%H%M"))
    run = (change.run.date.isoformat(), change.run.kind.value)
    if change.kind is ChangeKind.MOVE and change.to is not None:
        return button(say(m.DO_MOVE, run=change.run, day=change.to), "mv", asked, *run, change.to.isoformat())
    if change.kind is ChangeKind.EXCHANGE and change.other is not None:
        # Two runs are named: dates without their hyphens leave room for the longest kinds.
        named = ((one.date.strftime("%Y%m%d"), one.kind.value) for one in (change.run, change.other))
        return button(say(m.DO_EXCHANGE, run=change.run, other=change.other), "ex", *chain.from_iterable(named))
    return button(say(m.DO_DROP, run=change.run), "dr", asked, *run)


def move(turn: Turn, day: dt.date, kind: str, to: dt.date) -> Replies:
    """Move a run to another date, at its own clock time."""
    run = run_of(turn, day, kind)
    if run is None or to < turn.today:
        return (alert(m.RUN_CHANGED),)
    with turn.change() as change_id:
        _take(turn, run)
        _put(turn, run, to)
    return (stored(change_id, say(m.RUN_MOVED, day=to, run=run.spec, before=day)),)


def exchange(turn: Turn, day: dt.date, kind: str, other_day: dt.date, other_kind: str) -> Replies:
    """Let two runs change their dates; each keeps its clock time."""
    one, other = run_of(turn, day, kind), run_of(turn, other_day, other_kind)
    if one is None or other is None:
        return (alert(m.RUN_CHANGED),)
    with turn.change() as change_id:
        for run in (one, other):
            _take(turn, run)
        _put(turn, one, other.date)
        _put(turn, other, one.date)
    lines = (
        say(m.RUN_MOVED, day=run.date, run=moved.spec, before=moved.date) for run, moved in ((other, one), (one, other))
    )
    return (stored(change_id, *lines),)


def drop(turn: Turn, day: dt.date, kind: str) -> Replies:
    """Leave a run out."""
    run = run_of(turn, day, kind)
    if run is None:
        return (alert(m.RUN_CHANGED),)
    with turn.change() as change_id:
        _take(turn, run)
    return (stored(change_id, say(m.RUN_SKIPPED, run=run)),)


def _take(turn: Turn, run: Run) -> None:
    for entry in without(turn.book().calendar, (run,), run.date):
        turn.records.dated_runs.add(turn.runner.id, entry)


def _put(turn: Turn, run: Run, day: dt.date) -> None:
    turn.records.dated_runs.add(turn.runner.id, DatedRun(date=day, run=run.spec))
