"""Questions that hang on the answer before them: the same day lightly, at another time, or now."""

import datetime as dt
from dataclasses import replace

from bot.app import asking, red_flags
from bot.app import messages as m
from bot.app.answering import day_answer, moment_answer, read_answer
from bot.app.overriding import lightly
from bot.app.reply import Kg, Line, Replies, Reply, say
from bot.app.turn import Turn
from bot.guidance.answer import Answer, answer_asked
from bot.guidance.prescription import Prescription, prescribe
from bot.guidance.verdict import Verdict
from bot.language.follow_ups import Follow, FollowUp, read_follow_up, read_time_alone

FRESH = dt.timedelta(hours=3)
"""So long after an answer a question may hang on it."""


def answer(turn: Turn, text: str) -> Replies:
    """Answer a question that hangs on the last verdict; nothing where none was given lately, or for any other text."""
    # Most texts are neither: the last verdict is read only for one that is.
    found = read_follow_up(text)
    at = None if found else read_time_alone(text, now=turn.local_now, vocabulary=turn.knowledge.vocabulary)
    before = last(turn) if found or at else None
    if before is None or (found is None and before.day == turn.today):
        return ()
    if red_flags.standing_flags(turn):
        return red_flags.keep_flag(turn)
    if found is not None:
        return (_followed(turn, before, found),)
    return asking.about(turn, replace(at, date=before.day)) if at else ()


def last(turn: Turn) -> Answer | None:
    """Return the answer that was given last, where it is fresh and about a day that is not over."""
    record = turn.records.last_verdict(turn.runner.id)
    if record is None or turn.now - record.at > FRESH or record.asked_day < turn.today:
        return None
    return read_answer(record)


def _followed(turn: Turn, last: Answer, found: FollowUp) -> Reply:
    if found.asks is Follow.NOW:
        return moment_answer(turn, turn.now)
    if found.asks is Follow.SAME:
        return _again(turn, last)
    book = turn.book()
    known = answer_asked(book, last.day, _moment(turn, last), now=turn.now)
    light = prescribe(book, lightly(known.decision))
    reply = _again(turn, last, *_about_light(known, found.weight_kg, light))
    return replace(reply, prescribes=light) if known.verdict is Verdict.HEAVY else reply


def _about_light(known: Answer, weight_kg: float | None, light: Prescription | None) -> tuple[Line, ...]:
    """Say what light means for a verdict; nothing beside one that is about more than training."""
    high = light.load_kg[1] if light is not None and light.load_kg is not None else None
    if known.verdict is Verdict.NO:
        return (say(m.LIGHT_NEITHER),)
    much: tuple[Line, ...] = ()
    if weight_kg is not None and high is not None and weight_kg > high:
        much = (say(m.LIGHT_TOO_MUCH, load=Kg(kg=weight_kg), high=Kg(kg=high)),)
    if known.verdict is Verdict.LIGHT:
        return much or (say(m.LIGHT_ALLOWED),)
    return (*much, say(m.LIGHT_TOO)) if known.verdict is Verdict.HEAVY else ()


def _moment(turn: Turn, last: Answer) -> dt.datetime | None:
    return None if last.moment is None else max(last.moment, turn.now)


def _again(turn: Turn, last: Answer, *lines: Line) -> Reply:
    at = _moment(turn, last)
    return day_answer(turn, last.day, lines=lines) if at is None else moment_answer(turn, at, lines=lines)
