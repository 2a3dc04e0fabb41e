"""The verdict that is shown with a page of the guide: of the moment that was named, else of the one spoken of last."""

import datetime as dt
import re
from dataclasses import replace

from bot.app import asking, follow_ups
from bot.app.answering import today_answer
from bot.app.just_told import WHILE
from bot.app.reply import Replies
from bot.app.turn import Turn
from bot.guidance.engine import decide_day
from bot.language.meaning import MomentReading, Unread
from bot.language.own_moments import leaves_day_open, read_own_moment, week_asked, without_moment
from bot.language.situations import Around

DAYS_OF_WEEK = 7
WEIGHS = re.compile(
    r"(?:(?:ok|so|and|but|hmm)\W+)*(?:is|isn'?t|would|wouldn'?t|will|won'?t) (?:that|this)\b", re.IGNORECASE
)
"""What begins so asks about the day that was spoken of."""


def verdict(turn: Turn, text: str = "") -> Replies:
    """Answer about the moment that a text names, else about that of the last verdict while it is fresh, else today."""
    if (named := moment(turn, text)) is not None:
        return asking.about(turn, named)
    last = follow_ups.last(turn, within=WHILE)
    return (today_answer(turn) if last is None else follow_ups.again(turn, last),)


def moment(turn: Turn, text: str) -> MomentReading | None:
    """Return the moment to come that a text names for a lift; a time alone is on the day that was spoken of last."""
    vocabulary = turn.knowledge.vocabulary
    found = read_own_moment(text, now=turn.local_now, vocabulary=vocabulary) if text else None
    if found is None or asking.hangs_on_nothing(turn, found):
        return None
    if found.date is None and found.side is not None:
        # "How long before the long run" is about no day, "before or after my tempo" about that run's.
        ordered = around(turn, text).asks_for_order
        return replace(found, side=None) if ordered else None
    if found.date is not None and leaves_day_open(text, today=turn.local_now.date(), vocabulary=vocabulary):
        return on_day_spoken_of(turn, found)
    return None if found.date is not None and found.date < turn.today else found


def on_day_spoken_of(turn: Turn, timed: MomentReading) -> MomentReading:
    """Return a time on the day of the last verdict, while that is fresh."""
    last = follow_ups.last(turn, within=WHILE)
    return timed if last is None else replace(timed, date=last.day)


def rest_of(turn: Turn, text: str) -> str:
    """Return a text without the moment in it."""
    return without_moment(text, today=turn.local_now.date(), vocabulary=turn.knowledge.vocabulary)


def weighed(turn: Turn, text: str, named: MomentReading | Unread) -> Replies:
    """Answer once more where "that" is weighed against a run: "is that too soon after the tempo?"; else nothing."""
    beside_a_run = isinstance(named, MomentReading) and named.date is None and named.relation is not None
    last = follow_ups.last(turn, within=WHILE) if beside_a_run and WEIGHS.match(text) else None
    return () if last is None else (follow_ups.again(turn, last),)


def best_day(turn: Turn, text: str) -> dt.date | None:
    """Return the best day to lift that is left of the week that a text names; of several the first. None for none."""
    week = week_asked(text, today=turn.local_now.date(), vocabulary=turn.knowledge.vocabulary)
    if week is None:
        return None
    monday = turn.today + dt.timedelta(days=DAYS_OF_WEEK * week - turn.today.weekday())
    days = [day for n in range(DAYS_OF_WEEK) if (day := monday + dt.timedelta(days=n)) >= turn.today]
    book = turn.book()
    return max(days, key=lambda day: decide_day(book, day, now=turn.now).verdict)


def around(turn: Turn, text: str) -> Around:
    """Look at what stands around a question."""
    return Around.of(text, today=turn.local_now.date(), vocabulary=turn.knowledge.vocabulary)
