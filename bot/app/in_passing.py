"""Questions in passing, answered from what is known: a day's sessions, the weeks to a race, a verdict without a run."""

import datetime as dt
from dataclasses import replace

from bot.app import asking, follow_ups, instead, named_races, pausing, red_flags, replies, second_thoughts, what_if
from bot.app import messages as m
from bot.app.applying import change_buttons
from bot.app.just_told import WHILE
from bot.app.lift_days import lift_times
from bot.app.replies import button, unable
from bot.app.reply import Mark, Replies, Reply, say
from bot.app.turn import Turn
from bot.app.what_if import day_named
from bot.app.why import why
from bot.language.in_passing import InPassing, read_in_passing
from bot.language.own_moments import leaves_day_open
from bot.language.what_ifs import read_what_if


def answer(turn: Turn, text: str) -> Replies:
    """Answer a question in passing; nothing for any other text, nor for a day or race that is none."""
    vocabulary = turn.knowledge.vocabulary
    today = turn.local_now.date()
    supposed = read_what_if(text, today=today, vocabulary=vocabulary)
    asked = None if supposed else read_in_passing(text, today=today, vocabulary=vocabulary)
    said = what_if.answer(turn, supposed) if supposed else () if asked is None else _answered(turn, asked)
    if red_flags.standing_flags(turn):
        return red_flags.keep_flag(turn) if said else ()
    return said or named_races.call_off(turn, text)


def _answered(turn: Turn, asked: InPassing) -> Replies:
    if asked.race is not None:
        return named_races.until(turn, asked.race)
    if asked.next_run is not None:
        run = what_if.next_run(turn, asked.next_run)
        return (unable(m.NO_NEXT_RUN),) if run is None else _shown(turn, run.date)
    if asked.to_change or asked.why_so:
        return _of_last(turn, asked)
    if asked.ill:
        return (Reply(mark=Mark.KNOWLEDGE, lines=(say(m.ILL_ASKED),), buttons=((button(say(m.MAYBE_BODY), "body"),),)),)
    if asked.paused:
        return pausing.is_paused(turn)
    if asked.instead is not None:
        return instead.answer(turn, asked.instead)
    if asked.meant is not None:
        return _meant(turn, asked.meant)
    moment = day_named(turn, asked.day or "")
    return () if moment is None or moment.date is None else _shown(turn, moment.date)


def _of_last(turn: Turn, asked: InPassing) -> Replies:
    """Offer the changes that the last verdict named, or tell its reasons; nothing where none was given lately."""
    last = follow_ups.last(turn, within=WHILE)
    if last is None:
        return ()
    if asked.why_so:
        return why(turn)
    if second_thoughts.changed(turn) is not None:
        # "Change it" is of what was just changed.
        return ()
    again = follow_ups.again(turn, last)
    offered = () if again.answer is None else change_buttons(again.answer)
    return (replies.asked(say(m.WHICH_CHANGE, day=last.day), buttons=offered) if offered else again,)


def _shown(turn: Turn, day: dt.date) -> Replies:
    """Show the runs and lifts of a day."""
    runs = tuple(
        say(m.DAY_RACE, race=run.race) if run.race else say(m.DAY_RUN, run=run.spec)
        for run in turn.book().calendar.runs_on(day)
    )
    lifts = tuple(say(m.DAY_LIFT, time=lift.time) for lift in lift_times(turn.records, turn.runner, first=day, days=1))
    below = ((button(say(m.CAN_I_THEN, day=day), "day", day.isoformat()),),) if day >= turn.today else ()
    lines = (*runs, *lifts) or (say(m.DAY_EMPTY),)
    return (Reply(lines=(say(m.DAY_SHOWN, day=day), *lines), buttons=below),)


def _meant(turn: Turn, words: str) -> Replies:
    """Put what was just told on the day that was meant; else answer about it, at the time of day of the last answer."""
    if told := instead.answer(turn, words):
        return told
    last, found = follow_ups.last(turn), day_named(turn, words)
    if last is None or found is None:
        return ()
    if leaves_day_open(words, today=turn.local_now.date(), vocabulary=turn.knowledge.vocabulary):
        return asking.about(turn, replace(found, date=last.day))
    same = None if last.moment is None else last.moment.astimezone(turn.zone).time().replace(fold=0)
    timed = found.time is not None or found.part is not None
    return asking.about(turn, found if timed else replace(found, time=same))
