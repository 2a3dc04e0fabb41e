"""A break from lifting that the log knows nothing of: it is kept, and counts for every verdict from then on."""

import datetime as dt
from collections.abc import Iterable, Mapping

from bot.app import form, red_flags
from bot.app import messages as m
from bot.app.answering import today_answer
from bot.app.pressing import Press, StaleButton, read_day
from bot.app.recording import meanings
from bot.app.replies import asked, button, stored
from bot.app.reply import Mark, Replies, Reply, say
from bot.app.turn import Turn
from bot.language.meaning import TimeOffReading
from bot.language.time_off_lifting import TimeOff, read_time_off_lifting
from bot.training.body import Layoff
from bot.training.time import local_date

COMING_BACK = "layoff"
"""The subject of the guide's questions about breaks."""


def told(turn: Turn, text: str) -> TimeOff | None:
    """Return the break that a text tells of; None for any other text, and for a break that changes no load.

    Days away are to come, unless it is said that they are over.
    """
    found = read_time_off_lifting(text, today=turn.local_now.date(), vocabulary=turn.knowledge.vocabulary)
    if found is None or not _share(turn, found):
        return None
    away = found.may_be_ahead and any(isinstance(one, TimeOffReading) for one in meanings(turn, text))
    return None if away else found


def keep(turn: Turn, found: TimeOff) -> Replies:
    """Keep the break, and say how to begin again; where it may be one to come, ask which is meant."""
    if red_flags.standing_flags(turn):
        return red_flags.keep_flag(turn)
    if found.may_be_ahead:
        return (_which(turn, found),)
    with turn.change() as change_id:
        turn.records.checkins.add(turn.runner.id, Layoff(at=turn.said_at, last_on=found.last_on))
    days, share = _days(turn, found), _share(turn, found)
    line = m.LONG_LAYOFF if days >= turn.knowledge.thresholds.novice.break_days else m.LAYOFF
    return (
        stored(change_id, say(m.LAYOFF_STORED, day=found.last_on, days=days), say(line, percent=round(share * 100))),
    )


def _which(turn: Turn, found: TimeOff) -> Reply:
    today, days = turn.local_now.date(), _days(turn, found)
    last = today + dt.timedelta(days=days - 1)
    over = button(say(m.LAYOFF_OVER), "layoff", found.last_on.isoformat(), today.isoformat())
    ahead = button(say(m.LAYOFF_AHEAD, day=last), "unlifted", today.isoformat(), last.isoformat())
    return asked(say(m.ASK_LAYOFF, days=days), buttons=((over,), (ahead,)))


def _over(turn: Turn, last_on: str, offered_on: str) -> Replies:
    """Keep the break that was asked about on a day, unless a deadlift was logged from that day on: then it is over."""
    found, offered = TimeOff(last_on=read_day(turn, last_on), rest=""), read_day(turn, offered_on)
    if offered > turn.today or not _share(turn, found) or _has_lifted_from(turn, offered):
        raise StaleButton
    kept = keep(turn, found)
    return (*kept, today_answer(turn.fresh())) if kept[0].mark is Mark.STORED else kept


PRESSES: Mapping[str, Press] = {"layoff": Press(do=_over, args=2)}


def is_all_asked(turn: Turn, text: str) -> bool:
    """Tell whether a text only asks how to come back from the break that it tells of, as what is kept says."""
    return form.look(turn, text).not_covered == COMING_BACK


def answers(replies: Iterable[Reply]) -> bool:
    """Tell whether what was said beside the break got an answer of its own."""
    return any(reply.mark is not Mark.UNABLE for reply in replies)


def _days(turn: Turn, found: TimeOff) -> int:
    return (turn.local_now.date() - found.last_on).days


def _has_lifted_from(turn: Turn, day: dt.date) -> bool:
    return any(local_date(at, turn.zone) >= day for at in turn.records.deadlifted_at(turn.runner.id))


def _share(turn: Turn, found: TimeOff) -> float:
    """Return what share of the load a break takes off (0-1); 0 for a short one."""
    layoffs, days = turn.knowledge.thresholds.doses.layoffs, _days(turn, found)
    return next((share for least, share in reversed(layoffs) if days >= least), 0.0)
