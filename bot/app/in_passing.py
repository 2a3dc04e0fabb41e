"""Questions in passing, answered from what is known: a day's sessions, the weeks to a race, a verdict without a run."""

import datetime as dt
from dataclasses import replace

from bot.app import asking, follow_ups, named_races, races, red_flags
from bot.app import messages as m
from bot.app.lift_days import lift_times
from bot.app.replies import button
from bot.app.reply import Replies, Reply, say
from bot.app.turn import Turn
from bot.guidance.answer import answer_day
from bot.language.dated import read_dated_run
from bot.language.in_passing import InPassing, read_in_passing
from bot.language.meaning import DatedRunReading, MomentReading
from bot.language.moments import read_moment
from bot.training.runs import Run, RunKind, is_called

THEN = frozenset({"then", "that day", "on that day"})


def answer(turn: Turn, text: str) -> Replies:
    """Answer a question in passing; nothing for any other text, nor for a day or race that is none."""
    asked = read_in_passing(text, vocabulary=turn.knowledge.vocabulary)
    if asked is None:
        return ()
    replies = _answered(turn, asked)
    return red_flags.keep_flag(turn) if replies and red_flags.standing_flags(turn) else replies


def _answered(turn: Turn, asked: InPassing) -> Replies:
    if asked.race is not None:
        return races.until(turn, named_races.named(turn, asked.race))
    if asked.without is not None:
        return _without(turn, asked.without, asked.then or "")
    if asked.meant is not None:
        return _meant(turn, asked.meant)
    moment = _day(turn, asked.day or "")
    return () if moment is None or moment.date is None else _shown(turn, moment.date)


def _day(turn: Turn, words: str) -> MomentReading | None:
    """Return the one day that words name."""
    found = read_moment(words, now=turn.local_now, vocabulary=turn.knowledge.vocabulary)
    return found if isinstance(found, MomentReading) and found.date is not None and not found.also else None


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


def _without(turn: Turn, words: str, then: str) -> Replies:
    """Answer what the verdict would be without a run; nothing is changed, and the verdict is not kept."""
    found = read_dated_run(
        f"skip {words}",
        now=turn.local_now,
        vocabulary=turn.knowledge.vocabulary,
        distance_unit=turn.runner.profile.distance,
    )
    one = found[0] if len(found) == 1 else None
    if not isinstance(one, DatedRunReading) or one.run.kind is not RunKind.REST or one.date < turn.today:
        return ()
    if one.planned is None and _day(turn, words) is None:
        # "What if I skip leg day" is about no run.
        return ()
    book = turn.book()
    runs = [run for run in book.calendar.runs_on(one.date) if _is_left_out(run, one)]
    if not runs:
        return _shown(turn, one.date)
    left = tuple(run for run in book.calendar.runs_on(one.date) if run not in runs)
    day = _asked_day(turn, one.date, then)
    supposed = answer_day(book.changed({one.date: left}), day, now=turn.now)
    drop = button(say(m.DO_DROP, run=runs[0]), "dr", day.isoformat(), one.date.isoformat(), runs[0].kind.value)
    only = replace(supposed, changes=())
    return (Reply(answer=only, lines=(say(m.WHAT_IF, run=runs[0]),), buttons=((drop,),)),)


def _is_left_out(run: Run, said: DatedRunReading) -> bool:
    return run.race is None and not run.done and is_called(run, said.planned or RunKind.OTHER)


def _asked_day(turn: Turn, dropped: dt.date, then: str) -> dt.date:
    """Return the day that is asked about: the one that is said, else that of the last answer, else today."""
    if then.lower() in THEN:
        return dropped
    said = _day(turn, then) if then else None
    if said is not None and said.date is not None:
        return max(said.date, turn.today)
    last = follow_ups.last(turn)
    return turn.today if last is None else last.day


def _meant(turn: Turn, words: str) -> Replies:
    """Answer about the day that was meant instead of the one that was answered, at the same time of day."""
    last, found = follow_ups.last(turn), _day(turn, words)
    if last is None or found is None:
        return ()
    same = None if last.moment is None else last.moment.astimezone(turn.zone).time().replace(fold=0)
    timed = found.time is not None or found.part is not None
    return asking.about(turn, found if timed else replace(found, time=same))
