"""What a lift that was just logged means for the next one."""

from dataclasses import replace

from bot.app import messages as m
from bot.app.reply import Reply, say
from bot.app.turn import Turn
from bot.guidance.prescription import prescribe
from bot.guidance.search import next_window
from bot.guidance.verdict import Verdict


def beside(turn: Turn, said: Reply) -> Reply:
    """Return the echo of a lift with the next good window, and what to lift then."""
    book = turn.book()
    coming = next_window(book, after=turn.now, verdict=Verdict.LIGHT)
    if coming.heavy is not None:
        line = say(m.LOG_NEXT, at=coming.heavy.at)
        return replace(said, lines=(*said.lines, line), prescribes=prescribe(book, coming.heavy))
    if coming.blocking is not None:
        return replace(said, lines=(*said.lines, say(m.NEXT_NONE, reason=coming.blocking)))
    return said
