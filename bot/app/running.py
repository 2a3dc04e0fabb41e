"""Running after a lift: shown when one was logged, and when somebody asks."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from bot.app import messages as m
from bot.app import red_flags
from bot.app.reply import Line, Mark, Replies, Reply, say
from bot.app.turn import Turn, situation
from bot.guidance.engine import decide
from bot.guidance.running import after_lift
from bot.guidance.situation import Book
from bot.guidance.verdict import LAST_SAFETY_GROUP, Finding, Verdict
from bot.training.lifts import Lift
from bot.training.time import local_date

OF_LIFTING_ALONE = frozenset({"R12"})
"""Rules of safety that say nothing against a run: age."""

SESSION = dt.timedelta(hours=2)
"""Lifts no farther apart belong to one session."""

MATTERS = dt.timedelta(hours=48)
"""A lift older than this limits no run any more."""


def after_logging(turn: Turn, lifts: Sequence[Lift]) -> Replies:
    """Advise on running after the newest of the deadlifts that were just logged, or a newer one that was known."""
    logged = [lift.at for lift in lifts if lift.exercise.is_deadlift and turn.now - lift.at < MATTERS]
    if not logged:
        return ()
    last = max(logged)
    known = last_lift(turn)
    if known is not None and known > last:
        return (_advice(turn, known, say(m.AFTER_LIFT_SINCE, at=known)),)
    if _was_said(turn, lifts, last) and _held(turn.book(), turn.now) is None:
        return (Reply(mark=Mark.KNOWLEDGE, lines=(say(m.AFTER_LIFT_AGAIN, at=last),)),)
    return (_advice(turn, last, say(m.AFTER_LIFT_HEAD)),)


def _was_said(turn: Turn, lifts: Sequence[Lift], last: dt.datetime) -> bool:
    """Tell whether the same advice stands above already: for lifts of the same session, no lighter than these."""
    known = situation(turn.records, turn.runner, now=turn.now, thresholds=turn.knowledge.thresholds)
    others = tuple(one for one in known.lifts if one not in lifts)
    if not any(one.exercise.is_deadlift and dt.timedelta(0) <= last - one.at <= SESSION for one in others):
        return False
    day = local_date(last, turn.zone)
    before = Book(replace(known, lifts=others), turn.knowledge.thresholds).lifted_on(day)
    after = Book(known, turn.knowledge.thresholds).lifted_on(day)
    return before is not None and after is not None and bool(before.deadlift) == bool(after.deadlift)


def ask(turn: Turn) -> Replies:
    """Answer "can I run after deadlifts?": after the last one where it matters, else after a heavy one now."""
    if red_flags.standing_flags(turn):
        return red_flags.keep_flag(turn)
    if last := last_lift(turn):
        return (_advice(turn, last, say(m.AFTER_LIFT_SINCE, at=last)),)
    return (_advice(turn, turn.now, say(m.AFTER_LIFT_SUPPOSED), supposed=True),)


def without_lift(turn: Turn) -> Replies:
    """Answer "can I run tomorrow?" where no deadlift limits a run: what the rules of safety say, else just that."""
    if red_flags.standing_flags(turn):
        return red_flags.keep_flag(turn)
    held = _held(turn.book(), turn.now)
    line = say(m.RUN_FREE) if held is None else say(m.AFTER_LIFT_HELD, reason=held)
    return (Reply(mark=Mark.KNOWLEDGE, lines=(line,)),)


def last_lift(turn: Turn) -> dt.datetime | None:
    """Return when the newest deadlift was that still matters to a run."""
    lifts = turn.records.deadlifted_at(turn.runner.id)
    return max((at for at in lifts if dt.timedelta(0) <= turn.now - at < MATTERS), default=None)


def _advice(turn: Turn, at: dt.datetime, head: Line, *, supposed: bool = False) -> Reply:
    """Return what may be run after a lift; nothing where the rules of safety stop the runner altogether."""
    book = turn.book()
    held = _held(book, turn.now)
    if held is not None:
        return Reply(mark=Mark.KNOWLEDGE, lines=(say(m.AFTER_LIFT_HELD, reason=held),))
    day = book.lifted_on(local_date(at, turn.zone))
    heavy = supposed or day is None or bool(day.deadlift)
    advice = after_lift(book, lift_at=at, heavy=heavy, now=turn.now)
    return Reply(mark=Mark.KNOWLEDGE, lines=(head,), run_advice=advice)


def _held(book: Book, now: dt.datetime) -> Finding | None:
    """Return the rule of safety that stops running too: illness, heat, pain, health that a clinician has to clear."""
    stops = (one for one in decide(book, now).capping if one.cap <= Verdict.NO and one.group <= LAST_SAFETY_GROUP)
    return next((one for one in stops if one.code not in OF_LIFTING_ALONE), None)
