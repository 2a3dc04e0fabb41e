"""`/checkin`: how the body is."""

import datetime as dt

from bot.app import messages as m
from bot.app.answering import today_answer
from bot.app.replies import asked, button, refused, rows, stored, unable
from bot.app.reply import Replies, say
from bot.app.turn import Turn
from bot.training.body import FreeDays, Soreness

MOST = 10
LATER = frozenset({"sleep", "ill", "travel", "gym", "heat", "well"})


def checkin(turn: Turn, text: str) -> Replies:
    """Take a check-in in words, or ask by buttons."""
    words = text.lower().split()
    if not words:
        levels = [button(say(m.PLAIN, text=str(level)), "sore", str(level)) for level in range(MOST + 1)]
        return (asked(say(m.ASK_SORENESS), buttons=rows(levels, width=6)),)
    if words[:2] == ["pain", "gone"]:
        return (unable(m.NO_PAIN),)
    if words[0] in LATER:
        return (unable(m.CHECKIN_NOT_YET, what=words[0]),)
    match words:
        case ["soreness" | "sore", level] if level.removesuffix("/10").isdecimal():
            return soreness(turn, int(level.removesuffix("/10")))
    return (refused(m.CHECKIN_EXPECTS),)


def soreness(turn: Turn, level: int) -> Replies:
    """Keep a report of soreness, 0 to 10, and answer what it means for today."""
    if not 0 <= level <= MOST:
        return (refused(m.CHECKIN_EXPECTS),)
    with turn.change() as change_id:
        turn.records.checkins.add(turn.runner.id, Soreness(at=turn.said_at, level=level))
    return (stored(change_id, say(m.SORENESS_STORED, level=level)), today_answer(turn))


def keep_free(turn: Turn, day: dt.date) -> None:
    """Keep the runner's word that all hard and long runs of a day and the two after it are known."""
    turn.records.checkins.add(turn.runner.id, FreeDays(at=turn.said_at, date=day))
