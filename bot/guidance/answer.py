"""An answer about deadlifting: the verdict for a day or a moment, what to do, and what comes next."""

import datetime as dt
from dataclasses import dataclass, replace

from bot.guidance.asked import Asked
from bot.guidance.changes import Change, smallest_changes
from bot.guidance.engine import DayAnswer, Window, decide, decide_day, moments
from bot.guidance.prescription import Prescription, prescribe
from bot.guidance.search import NextWindow, next_window
from bot.guidance.situation import Book
from bot.guidance.unknowns import Question, question
from bot.guidance.verdict import Decision, Finding, Verdict
from bot.training.time import local_date

ON_THE_RUN = "R73"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A complete answer.

    `day` is the local date; `moment` the instant asked about, None for a whole day; `asked_now` says that it is now,
    `today` that `day` is. `windows` hold the verdict (a whole day only); `open_start` and `open_end` say that the first
    one opens and the last one closes the moments there are. `decision` gives the reasons; `before` is what holds the
    day back until its first window. `question` is the one unknown worth asking about. `changes` are the smallest ones
    that would raise the verdict.
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
    question: Question | None = None
    changes: tuple[Change, ...] = ()

    @property
    def all_day(self) -> bool:
        """Tell whether the verdict holds at every moment there is."""
        return self.open_start and self.open_end and len(self.windows) == 1


def answer_asked(book: Book, day: dt.date, at: dt.datetime | None, *, now: dt.datetime) -> Answer:
    """Answer about an instant where one was asked about, else about all that is left of a local day."""
    return answer_day(book, day, now=now) if at is None else answer_moment(book, at, now=now)


def answer_day(book: Book, day: dt.date, *, now: dt.datetime) -> Answer:
    """Answer about all that is left of a local day."""
    result = decide_day(book, day, now=now)
    answer = Answer(
        day=day,
        today=day == local_date(now, book.zone),
        verdict=result.verdict,
        decision=_told(result),
        windows=result.windows,
        open_start=result.open_start,
        open_end=result.open_end,
        before=_before(book, day, result.windows[0].first, now=now),
    )
    return _completed(book, answer, Asked(day=day, now=now), result.decisions, after=result.last)


def _told(result: DayAnswer) -> Decision:
    """Return the decision that gives a day's reasons: of equal ones the first whose hour overlaps no run (R73).

    That the first moment of the day is on a run says nothing to somebody who asked about no hour.
    """
    alike = (one for one in result.decisions if one.verdict is result.verdict)
    return next((one for one in alike if all(finding.code != ON_THE_RUN for finding in one.findings)), result.best)


def _before(book: Book, day: dt.date, first: dt.datetime, *, now: dt.datetime) -> Finding | None:
    """Return what holds a day back right before its first window; what held it earlier may be over by then."""
    earlier = [at for at in moments(book, day, now=now) if at < first]
    return decide(book, earlier[-1]).main if earlier else None


def answer_moment(book: Book, at: dt.datetime, *, now: dt.datetime) -> Answer:
    """Answer about one instant; for one that has passed the caller asks about now instead."""
    day = local_date(at, book.zone)
    decision = decide(book, at)
    answer = Answer(
        day=day,
        today=day == local_date(now, book.zone),
        verdict=decision.verdict,
        decision=decision,
        moment=at,
        asked_now=at == now,
    )
    return _completed(book, answer, Asked(day=day, now=now, at=at), (decision,), after=at)


def _completed(
    book: Book, answer: Answer, asked: Asked, decisions: tuple[Decision, ...], *, after: dt.datetime
) -> Answer:
    if answer.verdict is Verdict.REFER:
        return answer
    return replace(
        answer,
        prescription=prescribe(book, answer.decision),
        upcoming=None if answer.verdict is Verdict.HEAVY else next_window(book, after=after, verdict=answer.verdict),
        question=question(book, asked, answer.decision),
        changes=smallest_changes(book, asked, decisions),
    )
