"""A lift as it ends in the gym: logged, and what it means for the next run and the next lift."""

from dataclasses import replace

from bot.app import logbook, weeks
from bot.app import messages as m
from bot.app.reply import Replies, Reply, say
from bot.app.turn import Turn
from bot.app.workouts import held_by
from bot.guidance.prescription import prescribe
from bot.guidance.search import next_window
from bot.guidance.verdict import Verdict
from bot.training.lifts import Lift


def finished(turn: Turn, lift: Lift) -> Replies:
    """Log a lift that is over; then say what comes next, unless a rule of safety holds."""
    said, *advice = logbook.keep(turn, [lift])
    return (said if held_by(turn) else _with_next(turn, said), *advice, *weeks.repaired(turn))


def _with_next(turn: Turn, said: Reply) -> Reply:
    """Return the echo of a lift with the next good window, and what to lift then."""
    book = turn.book()
    coming = next_window(book, after=turn.now, verdict=Verdict.LIGHT)
    if coming.heavy is not None:
        line = say(m.LOG_NEXT, at=coming.heavy.at)
        return replace(said, lines=(*said.lines, line), prescribes=prescribe(book, coming.heavy))
    if coming.blocking is not None:
        return replace(said, lines=(*said.lines, say(m.NEXT_NONE, reason=coming.blocking)))
    return said
