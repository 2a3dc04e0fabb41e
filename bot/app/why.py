"""`/why`: how the last verdict came about, from the row in which it was kept."""

import datetime as dt

from pydantic import ValidationError

from bot.app import messages as m
from bot.app.answering import ANSWERS
from bot.app.replies import unable
from bot.app.reply import Mark, Replies, Reply, say
from bot.app.turn import Turn
from bot.guidance.answer import Answer
from bot.guidance.verdict import Verdict


def why(turn: Turn) -> Replies:
    """Explain the newest verdict: every rule that fired, with its numbers and sources."""
    record = turn.records.last_verdict(turn.runner.id)
    if record is None:
        return (unable(m.NO_VERDICT_YET),)
    try:
        answer = ANSWERS.validate_json(record.result)
    except ValidationError:
        return (unable(m.VERDICT_UNREADABLE),)
    if answer.verdict is Verdict.REFER:
        return (Reply(answer=answer),)
    return (explanation(answer, record.at, record.rule_set),)


def explanation(answer: Answer, at: dt.datetime, rule_set: str) -> Reply:
    """Explain one answer."""
    head = say(m.WHY_HEAD, at=at, rule_set=rule_set)
    return Reply(mark=Mark.KNOWLEDGE, lines=(head,), explains=answer)
