"""`/warmup`: today's warm-up with real loads."""

import datetime as dt
from dataclasses import replace

from bot.app import messages as m
from bot.app import overriding
from bot.app.answering import moment_answer, today_answer
from bot.app.replies import refused
from bot.app.reply import Mark, Replies, Reply, say
from bot.app.turn import Turn
from bot.guidance.answer import Answer, answer_moment
from bot.guidance.prescription import prescribe
from bot.guidance.situation import Book
from bot.guidance.verdict import Verdict
from bot.guidance.warmup import for_warm_up, warm_up


def warmup(turn: Turn, text: str) -> Replies:
    """Show the warm-up for a lift now; `/warmup 15` for the minutes there are. No warm-up where there is no lift."""
    minutes = _minutes(text)
    if text.strip() and minutes is None:
        return (refused(m.WARMUP_EXPECTS),)
    return prompt(turn, turn.now, asked=True, minutes=minutes)


def prompt(turn: Turn, lift_at: dt.datetime, *, asked: bool, minutes: int | None = None) -> Replies:
    """Return the warm-up for a lift, or the verdict where it is not a yes; `asked` tells an answer from a reminder."""
    book = turn.book()
    answer = _taken(turn, book, answer_moment(book, lift_at, now=turn.now))
    if answer.prescription is None or answer.verdict <= Verdict.NO:
        return (today_answer(turn) if asked else moment_answer(turn, lift_at, mark=Mark.REMINDER),)
    steps = warm_up(book, answer.decision, answer.prescription, minutes=minutes)
    if steps is None:
        return (refused(m.WARMUP_TOO_SHORT),) if asked else ()
    work = for_warm_up(book, answer.decision, answer.prescription, steps)
    head = say(m.WARMUP_HEAD, minutes=steps.minutes, at=lift_at)
    return (Reply(mark=Mark.WARMUP, lines=(head,), warm_up=steps, prescribes=work),)


def _taken(turn: Turn, book: Book, answer: Answer) -> Answer:
    """Return an answer as the runner took it: light, where they decided to lift anyway."""
    if answer.verdict is not Verdict.NO or not answer.decision.overridable:
        return answer
    if not overriding.is_overridden(turn, answer.day):
        return answer
    decision = overriding.lightly(answer.decision)
    return replace(answer, verdict=Verdict.LIGHT, decision=decision, prescription=prescribe(book, decision))


def _minutes(text: str) -> int | None:
    word = text.strip().lower().removesuffix("min").strip()
    return int(word) if word.isdecimal() and len(word) <= len("999") else None
