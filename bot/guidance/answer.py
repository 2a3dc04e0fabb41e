"""An answer about deadlifting: the verdict for a day or a moment, what to do, and what comes next."""

import datetime as dt
from dataclasses import dataclass, replace

from bot.guidance.engine import Window, decide, decide_day, moments
from bot.guidance.prescription import Prescription, prescribe
from bot.guidance.search import NextWindow, next_window
from bot.guidance.situation import Book
from bot.guidance.unknowns import question
from bot.guidance.verdict import Decision, Finding, Unknown, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A complete answer.

    `day` is the local date; `moment` the instant asked about, None for a whole day; `asked_now` says that it is now,
    `today` that `day` is. `windows` hold the verdict (a whole day only). `decision` gives the
    reasons. `asks` is the one unknown worth asking about, with the finding that it belongs to.
    """

    day: dt.date
    today: bool
    verdict: Verdict
    decision: Decision
    moment: dt.datetime | None = None
    asked_now: bool = False
    windows: tuple[Window, ...] = ()
    prescription: Prescription | None = None
    upcoming: NextWindow | None = None
    asks: Unknown | None = None
    asks_about: Finding | None = None


def answer_day(book: Book, day: dt.date, *, now: dt.datetime) -> Answer:
    """Answer about all that is left of a local day."""
    result = decide_day(book, day, now=now)
    local_today = now.astimezone(book.zone).date()
    last = result.windows[-1].last if result.verdict is not Verdict.NO else _end(book, day, now)
    answer = Answer(
        day=day,
        today=day == local_today,
        verdict=result.verdict,
        decision=result.best,
        windows=result.windows,
    )
    return _completed(book, answer, after=last)


def answer_moment(book: Book, at: dt.datetime, *, now: dt.datetime) -> Answer:
    """Answer about one instant; for one that has passed the caller asks about now instead."""
    day = at.astimezone(book.zone).date()
    decision = decide(book, at)
    answer = Answer(
        day=day,
        today=day == now.astimezone(book.zone).date(),
        verdict=decision.verdict,
        decision=decision,
        moment=at,
        asked_now=at == now,
    )
    return _completed(book, answer, after=at)


def _completed(book: Book, answer: Answer, *, after: dt.datetime) -> Answer:
    if answer.verdict is Verdict.REFER:
        return answer
    asks = question(book, answer.decision)
    upcoming = None if answer.verdict is Verdict.HEAVY else next_window(book, after=after, verdict=answer.verdict)
    return replace(
        answer,
        prescription=prescribe(book, answer.decision),
        upcoming=upcoming,
        asks=None if asks is None else asks.asks,
        asks_about=asks,
    )


def _end(book: Book, day: dt.date, now: dt.datetime) -> dt.datetime:
    """Return the last moment of a day's answer: what comes after a day without a yes starts there."""
    return moments(book, day, now=now)[-1]
