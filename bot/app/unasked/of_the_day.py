"""Once in a while: the daily line, the week's plan, the beginning of a taper, the first morning after a pause."""

import datetime as dt

from bot.app import messages as m
from bot.app import weeks
from bot.app.answering import day_answer, moment_answer
from bot.app.lift_days import lift_times
from bot.app.occurrences import AHEAD_DAYS
from bot.app.records import Due
from bot.app.reply import Line, Mark, Replies, Reply, say
from bot.app.told import note_told
from bot.app.turn import Turn
from bot.guidance.engine import decide
from bot.guidance.phases import light_before, no_before
from bot.training.profile import Phase
from bot.training.runs import Race

DAY = dt.timedelta(days=1)


def daily(turn: Turn, _: Due) -> Replies:
    """Say the verdict of a day without a lift."""
    return (day_answer(turn, turn.today, mark=Mark.REMINDER),)


def week(turn: Turn, _: Due) -> Replies:
    """Show the next days with their lifts, on the evening that the runner chose."""
    return (weeks.in_one(turn),)


def taper(turn: Turn, due: Due) -> Replies:
    """Say what changes with the taper that begins today, as long as today is its first day."""
    race = turn.records.races.get(turn.runner.id, int(due.item.split()[-1]))
    book = turn.book()
    begins = book.phase_on(turn.today) is Phase.TAPER and book.phase_on(turn.today - DAY) is not Phase.TAPER
    if race is None or not begins:
        return ()
    return (Reply(mark=Mark.REMINDER, lines=(say(m.TAPER_BEGINS, race=race), *_what_changes(turn, race))),)


def _what_changes(turn: Turn, race: Race) -> tuple[Line, ...]:
    limits, dose = turn.knowledge.thresholds.races, turn.knowledge.thresholds.doses.taper
    stops = race.date - no_before(race, limits) * DAY
    low, high = (round(share * 100) for share in dose.share)
    lightly = say(m.TAPER_LIGHT, day=stops - DAY, sets=dose.sets[1], reps=dose.reps[1], low=low, high=high)
    return (
        *((lightly,) if light_before(race, limits) > no_before(race, limits) else ()),
        say(m.TAPER_STOPS, day=stops),
    )


def back(turn: Turn, _: Due) -> Replies:
    """Say that the pause is over, with the next lift and its load; without a lift time what today is good for."""
    coming = lift_times(turn.records, turn.runner, first=turn.today, days=AHEAD_DAYS)
    at = next((at for lift in coming if (at := lift.at(turn.zone)) > turn.now), None)
    if at is None:
        return (day_answer(turn, turn.today, mark=Mark.REMINDER, lines=(say(m.PAUSE_OVER),)),)
    note_told(turn, [(at, decide(turn.book(), at).verdict)])
    return (moment_answer(turn, at, mark=Mark.REMINDER, lines=(say(m.BACK_AGAIN),)),)
