"""Questions that hang on the answer before them: the same day lightly, at another time, or now."""

import datetime as dt
from dataclasses import replace

from bot.app import asking, red_flags
from bot.app import messages as m
from bot.app.answering import day_answer, moment_answer, read_answer
from bot.app.just_told import WHILE
from bot.app.overriding import is_overridden, lightly
from bot.app.reply import Kg, Line, Mark, Replies, Reply, say
from bot.app.turn import Turn
from bot.guidance.answer import Answer, answer_asked
from bot.guidance.prescription import Prescription, prescribe
from bot.guidance.verdict import Verdict
from bot.language.follow_ups import Follow, FollowUp, read_follow_up, read_time_alone

FRESH = dt.timedelta(hours=3)
"""So long after an answer a question may hang on it."""

OF_JUST_NOW = frozenset({Follow.HEAVY, Follow.AMOUNT, Follow.HOUR})
"""What is asked of a lift in general too: it hangs on an answer that was given a moment before."""


def answer(turn: Turn, text: str) -> Replies:
    """Answer a question that hangs on the last verdict; nothing where none was given lately, or for any other text."""
    # Most texts are neither: the last verdict is read only for one that is.
    found = read_follow_up(text)
    at = None if found else read_time_alone(text, now=turn.local_now, vocabulary=turn.knowledge.vocabulary)
    before = last(turn, within=WHILE if found and found.asks in OF_JUST_NOW else FRESH) if found or at else None
    if before is None or (found is None and before.day == turn.today):
        return ()
    if red_flags.standing_flags(turn):
        return red_flags.keep_flag(turn)
    if found is not None:
        return (_followed(turn, before, found),)
    return asking.about(turn, replace(at, date=before.day)) if at else ()


def last(turn: Turn, within: dt.timedelta = FRESH) -> Answer | None:
    """Return the answer that was given last, where it is fresh and about a day that is not over."""
    record = turn.records.last_verdict(turn.runner.id)
    if record is None or turn.now - record.at > within or record.asked_day < turn.today:
        return None
    return read_answer(record)


def _followed(turn: Turn, last: Answer, found: FollowUp) -> Reply:
    if found.asks is Follow.NOW:
        return moment_answer(turn, turn.now)
    if found.asks in {Follow.SAME, Follow.HEAVY}:
        return again(turn, last)
    if found.asks is Follow.HOUR:
        return day_answer(turn, last.day)
    if found.asks is Follow.AMOUNT:
        return _amount(turn, last)
    book = turn.book()
    known = answer_asked(book, last.day, _moment(turn, last), now=turn.now)
    light = prescribe(book, lightly(known.decision))
    reply = again(turn, last, *_about_light(known, found.weight_kg, light))
    return replace(reply, prescribes=light) if known.verdict is Verdict.HEAVY else reply


def _amount(turn: Turn, last: Answer) -> Reply:
    """Say what the answer prescribed; who lifts against it has the light work again."""
    known = answer_asked(turn.book(), last.day, _moment(turn, last), now=turn.now)
    if known.verdict is Verdict.HEAVY or not known.decision.overridable or not is_overridden(turn, last.day):
        return again(turn, last)
    light = prescribe(turn.book(), lightly(known.decision))
    return Reply(mark=Mark.KNOWLEDGE, lines=(say(m.OVERRIDE_AMOUNT, day=last.day),), prescribes=light)


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


def again(turn: Turn, last: Answer, *lines: Line) -> Reply:
    """Answer once more about the day or the moment of an answer."""
    at = _moment(turn, last)
    return day_answer(turn, last.day, lines=lines) if at is None else moment_answer(turn, at, lines=lines)
