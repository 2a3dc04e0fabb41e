""" "I'll lift anyway": the runner goes on against advice, lightly, and it is noted; never against a rule of safety."""

import datetime as dt
from dataclasses import replace

from bot.app import messages as m
from bot.app import red_flags
from bot.app.answering import day_answer, moment_answer, read_answer
from bot.app.records import Override
from bot.app.replies import stored
from bot.app.reply import Line, Replies, Reply, say
from bot.app.turn import Turn, values
from bot.guidance.answer import Answer, answer_asked, answer_day
from bot.guidance.prescription import prescribe
from bot.guidance.situation import Book
from bot.guidance.verdict import Decision, Verdict

LATE = dt.timedelta(hours=3)
"""So long after the moment asked about "anyway" still speaks of it."""


def lift_anyway(turn: Turn, day: dt.date | None = None) -> Replies:
    """Give the light prescription against a verdict that is advice, and note the override; hold one of safety.

    Without a local `day` the answer that was given last is meant.
    """
    if red_flags.standing_flags(turn):
        return red_flags.keep_flag(turn)
    book = turn.book()
    answer = _meant(turn, book) if day is None else answer_asked(book, day, None, now=turn.now)
    if answer.verdict is Verdict.HEAVY:
        return (_again(turn, answer, say(m.OVERRIDE_NEEDLESS)),)
    if not answer.decision.overridable:
        return (_again(turn, answer, say(m.OVERRIDE_SAFETY)),)
    codes = tuple(finding.code for finding in answer.decision.capping)
    with turn.change() as change_id:
        turn.records.overrides.add(turn.runner.id, Override(at=turn.said_at, day=answer.day, codes=codes))
    reply = stored(change_id, say(m.OVERRIDE_STORED, day=answer.day, codes=", ".join(codes)), say(m.OVERRIDE_CARE))
    return (replace(reply, prescribes=prescribe(book, lightly(answer.decision))),)


def lightly(decision: Decision) -> Decision:
    """Return a decision as it is taken by who lifts anyway."""
    return replace(decision, verdict=Verdict.LIGHT)


def is_overridden(turn: Turn, day: dt.date) -> bool:
    """Tell whether the runner decided to lift anyway on a local day."""
    return any(one.day == day for one in values(turn.records.overrides.of(turn.runner.id)))


def _meant(turn: Turn, book: Book) -> Answer:
    """Return, decided now, the answer that the runner goes against: the last one, else today's."""
    record = turn.records.last_verdict(turn.runner.id)
    last = None if record is None else read_answer(record)
    if last is None or last.day < turn.today or (last.moment is not None and last.moment < turn.now - LATE):
        return answer_day(book, turn.today, now=turn.now)
    moment = None if last.moment is None else max(last.moment, turn.now)
    return answer_asked(book, last.day, moment, now=turn.now)


def _again(turn: Turn, answer: Answer, line: Line) -> Reply:
    if answer.moment is None:
        return day_answer(turn, answer.day, lines=(line,))
    return moment_answer(turn, answer.moment, lines=(line,))
