"""What the runner reckons with for a lift: an evening alert comes only when its verdict got worse than that."""

import datetime as dt
from collections.abc import Iterator

from bot.app.answering import read_answer
from bot.app.turn import Turn, values
from bot.guidance.answer import Answer
from bot.guidance.verdict import Verdict
from bot.training.lift_times import LiftTime
from bot.training.time import instant

WEEKS_BACK = 4
"""So many weeks ago a weekly lift may have been spoken of last."""

Told = tuple[dt.datetime, Verdict]
"""When it was said, and what."""


def expected(turn: Turn, lift: LiftTime) -> Verdict:
    """Return the verdict that the runner reckons with for a lift.

    It is what was told of it last, else what the plan means it to be, else what was told of the same weekly time last.
    Where nothing was ever said it is no, so that nothing is news.
    """
    said = _said_about(turn, lift.date, lift.time)
    if said is not None:
        return said
    if lift.heavy is not None:
        return Verdict.HEAVY if lift.heavy else Verdict.LIGHT
    earlier = (lift.date - dt.timedelta(weeks=weeks) for weeks in range(1, WEEKS_BACK + 1))
    told = (_said_about(turn, day, lift.time) for day in earlier)
    return next((verdict for verdict in told if verdict is not None), Verdict.NO)


def _said_about(turn: Turn, day: dt.date, time: dt.time) -> Verdict | None:
    """Return what was said of a local time last; of two things said at once the stricter one."""
    said = (*_shown(turn, day, time), *_answered(turn, day, time))
    return max(said, key=lambda told: (told[0], -told[1]))[1] if said else None


def _shown(turn: Turn, day: dt.date, time: dt.time) -> Iterator[Told]:
    known = values(turn.records.told_lifts.of(turn.runner.id))
    return ((told.at, told.verdict) for told in known if (told.date, told.time) == (day, time))


def _answered(turn: Turn, day: dt.date, time: dt.time) -> Iterator[Told]:
    """Yield what was answered about a day or the moment itself."""
    at = instant(day, time, turn.zone)
    for record in turn.records.verdicts_about(turn.runner.id, day):
        answer = read_answer(record)
        verdict = None if answer is None else _at(answer, at)
        if verdict is not None:
            yield record.at, verdict


def _at(answer: Answer, at: dt.datetime) -> Verdict | None:
    """Return what an answer says of an instant; None when it says nothing of it."""
    if answer.moment is not None:
        return answer.verdict if answer.moment == at else None
    inside = any(window.first <= at <= window.last for window in answer.windows)
    return answer.verdict if inside or answer.verdict is Verdict.NO else None
