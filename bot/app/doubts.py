"""What was not taken as read is asked back, with a sentence for each kind of doubt."""

from bot.app import messages as m
from bot.app.reply import Line, Mark, Message, Reply, say
from bot.language.meaning import Doubt, Unread

SENTENCES: dict[Doubt, Message] = {
    Doubt.NOTHING: m.DOUBT_NOTHING,
    Doubt.DAY: m.DOUBT_DAY,
    Doubt.TIME: m.DOUBT_TIME,
    Doubt.AM_OR_PM: m.DOUBT_AM_OR_PM,
    Doubt.UNIT: m.DOUBT_UNIT,
    Doubt.DATE_ORDER: m.DOUBT_DATE_ORDER,
    Doubt.DATE: m.DOUBT_DATE,
    Doubt.KIND: m.DOUBT_KIND,
    Doubt.TOO_LONG: m.DOUBT_TOO_LONG,
    Doubt.PATTERN: m.DOUBT_PATTERN,
    Doubt.WEIGHT: m.DOUBT_WEIGHT,
    Doubt.SETS: m.DOUBT_SETS,
    Doubt.EFFORT: m.DOUBT_EFFORT,
    Doubt.VALUE: m.DOUBT_VALUE,
    Doubt.FUTURE: m.DOUBT_FUTURE,
    Doubt.PAST: m.DOUBT_PAST,
    Doubt.RACE_DAY: m.DOUBT_RACE_DAY,
}


def doubt_line(unread: Unread) -> Line:
    """Say what could not be read and what would help."""
    return say(SENTENCES[unread.doubt], text=unread.text, options=", ".join(unread.options))


WRONG = frozenset({Doubt.DATE, Doubt.VALUE, Doubt.FUTURE, Doubt.PAST, Doubt.TOO_LONG})
"""Doubts about something that cannot be right, rather than about what was meant."""


def ask_back(*unread: Unread, right: Line | None = None) -> Reply:
    """Ask about everything that could not be read, or refuse what cannot be right; nothing was stored.

    `right` says which values would be.
    """
    wrong = any(one.doubt in WRONG for one in unread)
    lines = tuple(map(doubt_line, unread))
    if right is not None and any(one.doubt is Doubt.VALUE for one in unread):
        lines = (*lines, right)
    return Reply(mark=Mark.REFUSED if wrong else Mark.ASKS, lines=lines, doubts=unread)
