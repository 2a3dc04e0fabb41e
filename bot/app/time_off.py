"""Days without runs: those of a week that is not run are left out; who is only away is asked first."""

import datetime as dt
from collections.abc import Mapping

from bot.app import messages as m
from bot.app import pausing, weeks
from bot.app.pressing import Outcome, Press, StaleButton, read_day
from bot.app.replies import alert, asked, button, stored, unable
from bot.app.reply import Mark, Replies, Reply, say
from bot.app.turn import Turn
from bot.language.meaning import PauseReading, TimeOffReading
from bot.training.edits import without
from bot.training.runs import Run

KEEP, OFF, PAUSE = "k", "o", "p"


def tell(turn: Turn, reading: TimeOffReading) -> Replies:
    """Leave out the runs of some days, or ask whether to."""
    runs = _runs(turn, reading.first, reading.last)
    if not runs and not reading.away:
        return (unable(m.NO_RUNS_THEN, first=reading.first, last=reading.last),)
    if reading.sure and runs:
        return _left_out(turn, runs)
    return (_ask(reading.first, reading.last, len(runs)),)


def _ask(first: dt.date, last: dt.date, count: int) -> Reply:
    """Ask what is to be done with the runs of days away, and with the messages of these days."""
    days = (first.strftime("%Y%m%d"), last.strftime("%Y%m%d"))
    off = ((button(say(m.AWAY_LEAVE_OUT), "off", *days, OFF),),) if count else ()
    label = say(m.AWAY_BOTH) if count else say(m.AWAY_PAUSE)
    pause = ((button(label, "off", *days, PAUSE),),)
    keep = ((button(say(m.AWAY_KEEP), "off", *days, KEEP),),)
    span = say(m.ASK_AWAY, first=first, last=last, count=count)
    line = say(m.ASK_AWAY_DAY, first=first, count=count) if first == last else span
    return asked(line, buttons=(*off, *pause, *keep))


def _runs(turn: Turn, first: dt.date, last: dt.date) -> list[Run]:
    calendar = turn.book().calendar
    days = (first + dt.timedelta(days=number) for number in range((last - first).days + 1))
    runs = (run for day in days for run in calendar.runs_on(day))
    return [one for one in runs if one.race is None and not one.done and not (one.start and one.start <= turn.said_at)]


def _left_out(turn: Turn, runs: list[Run]) -> Replies:
    """Leave runs out, in one change; a race stays, which is called off by its name."""
    calendar = turn.book().calendar
    with turn.change() as change_id:
        for day in dict.fromkeys(run.date for run in runs):
            for entry in without(calendar, (run for run in runs if run.date == day), day):
                turn.records.dated_runs.add(turn.runner.id, entry)
    one = say(m.RUN_SKIPPED, run=runs[0])
    several = say(m.RUNS_LEFT_OUT, count=len(runs), first=runs[0].date, last=runs[-1].date)
    return (stored(change_id, one if len(runs) == 1 else several), *weeks.repaired(turn))


def _press(turn: Turn, first: str, last: str, what: str) -> Outcome:
    days = [read_day(turn, one) for one in (first, last)]
    if what not in {KEEP, OFF, PAUSE} or days[1] < turn.today:
        raise StaleButton
    if what == KEEP:
        return (Reply(mark=Mark.KNOWLEDGE, lines=(say(m.OKAY),)),)
    runs = _runs(turn, *days)
    if what == OFF and not runs:
        return (alert(m.RUN_CHANGED),)
    until = PauseReading(until=days[1] + dt.timedelta(days=1), since=days[0])
    paused = pausing.store(turn, until) if what == PAUSE else ()
    return (*(_left_out(turn, runs) if runs else ()), *paused)


PRESSES: Mapping[str, Press] = {"off": Press(do=_press, args=3)}
