"""Running after a lift: shown when one was logged, and when somebody asks."""

import datetime as dt
from collections.abc import Iterable

from bot.app import messages as m
from bot.app import safety
from bot.app.reply import Line, Mark, Replies, Reply, say
from bot.app.turn import Turn, values
from bot.guidance.running import after_lift
from bot.training.lifts import Lift
from bot.training.time import local_date

MATTERS = dt.timedelta(hours=48)
"""A lift older than this limits no run any more."""


def after_logging(turn: Turn, lifts: Iterable[Lift]) -> Replies:
    """Advise on running after the newest of the deadlifts that were just logged, as long as it matters."""
    deadlifts = [lift for lift in lifts if lift.exercise.is_deadlift and turn.now - lift.at < MATTERS]
    if not deadlifts:
        return ()
    return (_advice(turn, max(deadlifts, key=lambda lift: lift.at).at, say(m.AFTER_LIFT_HEAD)),)


def ask(turn: Turn) -> Replies:
    """Answer "can I run after deadlifts?": after the last one where it matters, else after a heavy one now."""
    if safety.standing_flags(turn):
        return safety.keep_flag(turn)
    deadlifts = [lift.at for lift in values(turn.records.lifts.of(turn.runner.id)) if lift.exercise.is_deadlift]
    recent = [at for at in deadlifts if dt.timedelta(0) <= turn.now - at < MATTERS]
    if recent:
        return (_advice(turn, max(recent), say(m.AFTER_LIFT_SINCE, at=max(recent))),)
    return (_advice(turn, turn.now, say(m.AFTER_LIFT_SUPPOSED), supposed=True),)


def _advice(turn: Turn, at: dt.datetime, head: Line, *, supposed: bool = False) -> Reply:
    book = turn.book()
    day = book.lifted_on(local_date(at, turn.zone))
    heavy = supposed or day is None or bool(day.deadlift)
    advice = after_lift(book, lift_at=at, heavy=heavy, now=turn.now)
    return Reply(mark=Mark.KNOWLEDGE, lines=(head,), run_advice=advice)
