"""What the verdict would be with the runs otherwise: worked out and shown, and nothing is changed by it."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from bot.app import asking, follow_ups
from bot.app import messages as m
from bot.app.replies import button, unable
from bot.app.reply import Button, Line, Replies, Reply, say
from bot.app.turn import Turn
from bot.guidance.answer import answer_asked, answer_day
from bot.guidance.situation import Book
from bot.guidance.verdict import Verdict
from bot.language.dated import read_dated_run
from bot.language.meaning import DatedRunReading, MomentReading
from bot.language.moments import read_moment
from bot.language.what_ifs import Supposed, WhatIf
from bot.training.runs import Run, RunClass, RunKind, is_called
from bot.training.time import instant

THEN = frozenset({"then", "that day", "on that day"})
ANY_RUN = frozenset({"run", "running", "session", "it", "training"})
HARD = frozenset({"hard", "quality", "fast", "speed"})
NEAR_DAYS = 14
"""So far ahead a run is looked for of which no day is said."""

Runs = Mapping[dt.date, tuple[Run, ...]]


def answer(turn: Turn, asked: WhatIf) -> Replies:
    """Answer what is supposed; nothing where it is about no run."""
    return ANSWERS[asked.supposed](turn, asked)


def day_named(turn: Turn, words: str) -> MomentReading | None:
    """Return the one day that words name."""
    found = read_moment(words, now=turn.local_now, vocabulary=turn.knowledge.vocabulary) if words else None
    return found if isinstance(found, MomentReading) and found.date is not None and not found.also else None


def _without(turn: Turn, asked: WhatIf) -> Replies:
    meant = _read_run(turn, asked.run)
    if meant is None:
        return ()
    run = _find(turn, meant, named=day_named(turn, asked.run) is not None)
    if run is None:
        return (unable(m.WHAT_IF_NO_RUN),)
    left = {run.date: _beside(turn.book(), run)}
    day = _asked_day(turn, run.date, asked.then)
    drop = button(say(m.DO_DROP, run=run), "dr", day.isoformat(), run.date.isoformat(), run.kind.value)
    return (_supposed(turn, left, day, say(m.WHAT_IF, run=run), drop),)


def _moved(turn: Turn, asked: WhatIf) -> Replies:
    run, to = _named(turn, asked.run) if asked.run else _of_today(turn), day_named(turn, asked.day)
    if run is None or to is None or to.date is None or to.date == run.date or to.date < turn.today:
        return (unable(m.WHAT_IF_UNKNOWN),)
    book = turn.book()
    goes = book.calendar.run(to.date, replace(run.spec, time=to.time or run.spec.time))
    changed = {run.date: _beside(book, run), to.date: (*book.calendar.runs_on(to.date), goes)}
    move = button(
        say(m.DO_MOVE, run=run, day=to.date),
        "mv",
        turn.today.isoformat(),
        run.date.isoformat(),
        run.kind.value,
        to.date.isoformat(),
    )
    day = _asked_day(turn, run.date, "")
    line = say(m.WHAT_IF_MOVED, run=run, day=to.date)
    return (_supposed(turn, changed, day, line, *(() if to.time else (move,))),)


def _swapped(turn: Turn, asked: WhatIf) -> Replies:
    found = tuple(_named(turn, words) for words in (asked.run, asked.other))
    one, other = found
    if one is None or other is None or one.date == other.date:
        return (unable(m.WHAT_IF_UNKNOWN),)
    book = turn.book()
    changed = {
        here.date: (*_beside(book, here), book.calendar.run(here.date, there.spec))
        for here, there in ((one, other), (other, one))
    }
    parts = (part for run in (one, other) for part in (run.date.strftime("%Y%m%d"), run.kind.value))
    exchange = button(say(m.DO_EXCHANGE, run=one, other=other), "ex", *parts)
    day = _asked_day(turn, one.date, "")
    return (_supposed(turn, changed, day, say(m.WHAT_IF_SWAPPED, run=one, other=other), exchange),)


def _added(turn: Turn, asked: WhatIf) -> Replies:
    one = _read(turn, f"run {asked.run}")
    if one is None or one.done or one.run.kind is RunKind.REST:
        return (unable(m.WHAT_IF_UNKNOWN),)
    bare = one.run.kind is RunKind.OTHER and one.run.distance_km is None and one.run.duration_min is None
    calendar = turn.book().calendar
    planned = calendar.runs_on(one.date)
    if bare and planned:
        # "What if I run tomorrow" says nothing new of a day with a run.
        return (unable(m.WHAT_IF_UNKNOWN),)
    run = calendar.run(one.date, one.run)
    day = _asked_day(turn, one.date, "")
    changed = {one.date: (*planned, run)}
    return (_supposed(turn, changed, day, say(m.WHAT_IF_ADDED, run=run)),)


def _lifted(turn: Turn, asked: WhatIf) -> Replies:
    """Answer about a lift behind another one, which is heavy unless its day allows no more than light."""
    first, then = day_named(turn, asked.day), day_named(turn, asked.then)
    if first is None or then is None or first.date is None or then.date is None:
        return ()
    if not turn.today <= first.date < then.date:
        return (unable(m.WHAT_IF_UNKNOWN),)
    book = turn.book()
    heavy = answer_day(book, first.date, now=turn.now).verdict is not Verdict.LIGHT
    line = say(m.WHAT_IF_LIFTED_HEAVY if heavy else m.WHAT_IF_LIFTED_LIGHT, day=first.date)
    at = asking.time_of(turn, then)
    moment = None if at is None else instant(then.date, at, turn.zone)
    supposed = answer_asked(book.with_lift(first.date, heavy=heavy), then.date, moment, now=turn.now)
    return (Reply(answer=replace(supposed, changes=()), lines=(line,)),)


def _supposed(turn: Turn, changed: Runs, day: dt.date, line: Line, *buttons: Button) -> Reply:
    """Return the verdict of a day with other runs; it is not kept, and offers no changes of its own."""
    supposed = answer_day(turn.book().changed(changed), day, now=turn.now)
    return Reply(answer=replace(supposed, changes=()), lines=(line,), buttons=tuple((one,) for one in buttons))


def _beside(book: Book, run: Run) -> tuple[Run, ...]:
    """Return the other runs of a run's day."""
    return tuple(one for one in book.calendar.runs_on(run.date) if one != run)


def _read(turn: Turn, text: str) -> DatedRunReading | None:
    """Read one run of a day that is not over; None where it is none, or more."""
    found = read_dated_run(
        text,
        now=turn.local_now,
        vocabulary=turn.knowledge.vocabulary,
        distance_unit=turn.runner.profile.distance,
    )
    one = found[0] if len(found) == 1 else None
    return one if isinstance(one, DatedRunReading) and one.date >= turn.today else None


def _read_run(turn: Turn, words: str) -> DatedRunReading | None:
    """Read which run is meant; None where it is none."""
    one = _read(turn, f"skip {words}")
    if one is None or one.run.kind is not RunKind.REST:
        return None
    # "What if I skip leg day" is about no run.
    named = one.planned is not None or day_named(turn, words) is not None or words.lower() in ANY_RUN
    return one if named else None


def _named(turn: Turn, words: str) -> Run | None:
    meant = _read_run(turn, words)
    return None if meant is None else _find(turn, meant, named=day_named(turn, words) is not None)


def _of_today(turn: Turn) -> Run | None:
    """Return the run that is meant where only another day is said for it."""
    return next(_called(turn, turn.today, 1, RunKind.OTHER), None)


def _find(turn: Turn, meant: DatedRunReading, *, named: bool) -> Run | None:
    """Return the run that is meant: of its day where one is `named`, else the next one of its kind."""
    first, days = (meant.date, 1) if named else (turn.today, NEAR_DAYS)
    return next(_called(turn, first, days, meant.planned or RunKind.OTHER), None)


def next_run(turn: Turn, words: str) -> Run | None:
    """Return the next run that words call ("long", "hard", "" for any); None where none is near."""
    hard = bool(HARD.intersection(words.lower().split()))
    meant = None if hard or not words else _read_run(turn, f"{words} run")
    if words and not hard and meant is None:
        return None
    kind = RunKind.OTHER if meant is None or meant.planned is None else meant.planned
    found = _called(turn, turn.today, NEAR_DAYS, kind)
    return next((run for run in found if not hard or RunClass.QUALITY in run.classes), None)


def _called(turn: Turn, first: dt.date, days: int, kind: RunKind) -> Iterator[Run]:
    calendar = turn.book().calendar
    for ahead in range(days):
        for run in calendar.runs_on(first + dt.timedelta(days=ahead)):
            over = run.end is not None and run.end <= turn.now
            if run.race is None and not run.done and not over and is_called(run, kind):
                yield run


def _asked_day(turn: Turn, changed: dt.date, then: str) -> dt.date:
    """Return the day that is asked about: the one that is said, else that of the last answer, else today."""
    if then.lower().strip(" ?") in THEN:
        return changed
    said = day_named(turn, then)
    if said is not None and said.date is not None:
        return max(said.date, turn.today)
    last = follow_ups.last(turn)
    return turn.today if last is None else last.day


ANSWERS: Mapping[Supposed, Callable[[Turn, WhatIf], Replies]] = {
    Supposed.LIFTED: _lifted,
    Supposed.WITHOUT: _without,
    Supposed.MOVED: _moved,
    Supposed.SWAPPED: _swapped,
    Supposed.ADDED: _added,
    Supposed.OTHER: lambda _, __: (unable(m.WHAT_IF_UNKNOWN),),
}
