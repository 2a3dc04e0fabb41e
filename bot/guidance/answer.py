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
    `today` that `day` is. `windows` hold the verdict (a whole day only); `open_start` and `open_end` say that the first
    one opens and the last one closes the moments there are. `decision` gives the reasons; `before` is what holds the
    day back until its first window. `asks` is the one unknown worth asking about, with the finding that it belongs to.
    """

    day: dt.date
    today: bool
    verdict: Verdict
    decision: Decision
    moment: dt.datetime | None = None
    asked_now: bool = False
    windows: tuple[Window, ...] = ()
    open_start: bool = False
    open_end: bool = False
    before: Finding | None = None
    prescription: Prescription | None = None
    upcoming: NextWindow | None = None
    asks: Unknown | None = None
    asks_about: Finding | None = None

    @property
    def all_day(self) -> bool:
        """Tell whether the verdict holds at every moment there is."""
        return self.open_start and self.open_end and len(self.windows) == 1


def answer_day(book: Book, day: dt.date, *, now: dt.datetime) -> Answer:
    """Answer about all that is left of a local day."""
    result = decide_day(book, day, now=now)
    every = moments(book, day, now=now)
    local_today = now.astimezone(book.zone).date()
    last = result.windows[-1].last if result.verdict is not Verdict.NO else every[-1]
    answer = Answer(
        day=day,
        today=day == local_today,
        verdict=result.verdict,
        decision=result.best,
        windows=result.windows,
        open_start=result.windows[0].first == every[0] and not (day == local_today and now < every[0]),
        open_end=result.windows[-1].last == every[-1],
        before=result.now.main if result.now.verdict < result.verdict else None,
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
