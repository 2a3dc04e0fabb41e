"""`/why`: how a verdict came about, from the row in which it was kept, and whether it would be the same again."""

import datetime as dt
from zoneinfo import ZoneInfoNotFoundError

from pydantic import ValidationError

from bot.app import messages as m
from bot.app import red_flags
from bot.app.answering import read_answer, situation_adapter
from bot.app.doubts import ask_back
from bot.app.records import VerdictRecord
from bot.app.replies import refused, unable
from bot.app.reply import Line, Mark, Replies, Reply, say
from bot.app.turn import Turn
from bot.guidance.answer import Answer, answer_asked
from bot.guidance.situation import Book
from bot.guidance.thresholds import Thresholds
from bot.guidance.verdict import Verdict
from bot.language.meaning import Doubt, Unread
from bot.language.why import read_past_day


def why(turn: Turn, text: str = "") -> Replies:
    """Explain the newest verdict, or the newest one about a day: every rule that fired, with numbers and sources.

    While a red flag stands there is only help.
    """
    if red_flags.standing_flags(turn):
        return red_flags.keep_flag(turn)
    if not text.strip():
        record = turn.records.last_verdict(turn.runner.id)
        return (unable(m.NO_VERDICT_YET) if record is None else _explained(turn, record),)
    day = read_past_day(text, today=turn.local_now.date(), vocabulary=turn.knowledge.vocabulary)
    if isinstance(day, Unread):
        return (refused(m.WHY_TO_COME, text=text) if day.doubt is Doubt.FUTURE else ask_back(day),)
    if day is None:
        return (refused(m.WHY_EXPECTS),)
    return (why_of_day(turn, day),)


def why_of_day(turn: Turn, day: dt.date) -> Reply:
    """Explain the newest verdict about a local day."""
    about = turn.records.verdicts_about(turn.runner.id, day)
    return _explained(turn, about[0]) if about else unable(m.NO_VERDICT_THEN, day=day)


def _explained(turn: Turn, record: VerdictRecord) -> Reply:
    answer = read_answer(record)
    if answer is None:
        return unable(m.VERDICT_UNREADABLE)
    if answer.verdict is Verdict.REFER:
        return Reply(answer=answer)
    head = say(m.WHY_HEAD, at=record.at, day=answer.day, rule_set=record.rule_set)
    return Reply(mark=Mark.KNOWLEDGE, lines=(head,), explains=answer, notes=_replayed(turn, record, answer))


def _replayed(turn: Turn, record: VerdictRecord, answer: Answer) -> tuple[Line, ...]:
    """Return the line that says whether a verdict is the same again from what was known when it was given."""
    again = replay(record, answer, turn.knowledge.thresholds)
    if again is None:
        return ()
    if record.rule_set == turn.knowledge.rule_set:
        return (say(m.WHY_REPLAYED if again == answer else m.WHY_REPLAYED_OTHERWISE),)
    return (say(m.WHY_SAME_TODAY if again.verdict is answer.verdict else m.WHY_OTHERWISE_TODAY),)


def replay(record: VerdictRecord, answer: Answer, thresholds: Thresholds) -> Answer | None:
    """Decide a kept verdict anew from its inputs, as of when it was given; None when they cannot be read any more."""
    try:
        book = Book(situation_adapter().validate_json(record.inputs), thresholds)
    except (ValidationError, ZoneInfoNotFoundError):
        return None
    return answer_asked(book, answer.day, answer.moment, now=record.at)
