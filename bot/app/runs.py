"""`/add` and what runners say about single days: a run added, skipped, done, moved."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from bot.app import called_off, feedback, past_runs, race_days, races, same_day, weeks
from bot.app import messages as m
from bot.app.doubts import ask_back
from bot.app.parts_of_day import with_time
from bot.app.replies import asked, button, refused, stored
from bot.app.reply import Km, Line, Replies, Reply, say
from bot.app.turn import Turn
from bot.language.dated import read_dated_run
from bot.language.meaning import DatedRunReading, MovedRunReading, Unread
from bot.language.runs import LONGEST_KM
from bot.training.edits import in_pattern, instead, without
from bot.training.runs import DatedRun, Run, RunClass, RunKind, RunSpec, is_called

FARTHEST = dt.timedelta(days=731)
MOVED_WITHIN_DAYS = 14
DELETING = (["delete"], ["remove"], ["cancel"], ["erase"], ["scratch"], ["drop"], ["skip"])

Reading = DatedRunReading | MovedRunReading | Unread


def add(turn: Turn, text: str) -> Replies:
    """Add dated runs from `/add <text>`."""
    if not text.strip():
        return (refused(m.ADD_EMPTY),)
    readings = read_dated_run(
        text,
        now=turn.local_now,
        vocabulary=turn.knowledge.vocabulary,
        distance_unit=turn.runner.profile.distance,
    )
    # Who gives the command adds a run, whatever stands on its day.
    return store(turn, (replace(one, beside=True) if isinstance(one, DatedRunReading) else one for one in readings))


def store(turn: Turn, readings: Iterable[Reading], *, felt: bool = False) -> Replies:
    """Store what was said about single days; one thing in doubt stops all of it.

    A run that no day has is asked about beside the others. `felt` says that how it went is told too.
    """
    said = tuple(_told_once(tuple(readings)))
    doubts = [reading for reading in said if isinstance(reading, Unread)]
    told = (with_time(turn, reading) for reading in said if not isinstance(reading, Unread))
    sure = [_or_raced(turn, _or_new(turn, reading)) for reading in told]
    if doubts or not sure:
        return (ask_back(*doubts, right=say(m.RUN_RIGHT, most=Km(km=LONGEST_KM))) if doubts else refused(m.ADD_EMPTY),)
    if len(sure) == 1 and (which := called_off.ask_which(turn, sure[0])):
        return which
    far = [reading.date for reading in sure if abs(reading.date - turn.today) > FARTHEST]
    if far:
        return (refused(m.DAY_TOO_FAR, day=far[0]),)
    lost = [reading for reading in sure if _is_about_nothing(turn, reading)]
    if lost:
        return (refused(m.NO_SUCH_RUN, kind=_named(lost[0]).value),)
    unplaced = [one for one in sure if isinstance(one, DatedRunReading) and _is_unplaced(turn, one)]
    questions = tuple(past_runs.ask_which_done(turn, one) for one in unplaced[:1])
    placed, doubles = same_day.settled(turn, [reading for reading in sure if reading not in unplaced])
    placed, twins = _without_twins(turn, placed)
    questions = (*questions, *doubles, *twins)
    return (*(_stored(turn, placed, felt=felt) if placed else ()), *questions)


def _told_once(said: tuple[Reading, ...]) -> Iterator[Reading]:
    """Yield what is told once where it is told twice; "nothing in the evening" leaves the run of that morning."""
    known: set[tuple[dt.date, RunSpec]] = set()
    dates = {one.date for one in said if isinstance(one, DatedRunReading) and one.run.kind is not RunKind.REST}
    for one in said:
        if isinstance(one, DatedRunReading):
            run = (one.date, replace(one.run, text=""))
            if run in known or (one.run.kind is RunKind.REST and one.date in dates):
                continue
            known.add(run)
        yield one


def _without_twins(
    turn: Turn, placed: Sequence[DatedRunReading | MovedRunReading]
) -> tuple[list[DatedRunReading | MovedRunReading], list[Reply]]:
    """Return what can be kept at once, and the question for each race that may be one that is known."""
    asks = {
        place: same
        for place, one in enumerate(placed)
        if isinstance(one, DatedRunReading) and not one.done and one.run.kind is RunKind.RACE and one.date > turn.today
        if (same := race_days.ask_same(turn, race_days.as_race(one))) is not None
    }
    return [one for place, one in enumerate(placed) if place not in asks], list(asks.values())


def _stored(turn: Turn, placed: Sequence[DatedRunReading | MovedRunReading], *, felt: bool) -> Replies:
    with turn.change() as change_id:
        lines = [_keep(turn, reading) for reading in placed]
    done = [] if felt else [reading for reading in placed if isinstance(reading, DatedRunReading)]
    return (
        stored(change_id, *lines),
        *(_ask_taper(reading) for reading in placed if _may_be_race(turn, reading)),
        *(reply for reading in done for reply in _ask_how(turn, reading)),
        *weeks.repaired(turn),
    )


def _or_new(turn: Turn, reading: DatedRunReading | MovedRunReading) -> DatedRunReading | MovedRunReading:
    """Take "sunday's long run is 26k" for a new run where none is planned that day; one that moves has to be there."""
    if not isinstance(reading, MovedRunReading) or reading.from_date != reading.date or reading.run.time is not None:
        return reading
    return reading if _moved(turn, reading) else DatedRunReading(date=reading.date, run=reading.run)


def _or_raced(turn: Turn, reading: DatedRunReading | MovedRunReading) -> DatedRunReading | MovedRunReading:
    """Take a race of a day that is over for one that was run: nobody tells of one that they left out."""
    told = isinstance(reading, DatedRunReading) and reading.run.kind is RunKind.RACE and reading.date < turn.today
    return replace(reading, done=True) if told and isinstance(reading, DatedRunReading) else reading


def _ask_how(turn: Turn, reading: DatedRunReading) -> Replies:
    """Ask how a hard run went that followed a lift closely: two that suffered are worth speaking up about (C116)."""
    return _ask_hard(turn, reading.date) if reading.done else ()


def _ask_hard(turn: Turn, day: dt.date) -> Replies:
    hard = (run for run in turn.book().runs_on(day) if RunClass.QUALITY in run.classes and run.done)
    return next((feedback.ask(turn, run) for run in hard), ())


def _may_be_race(turn: Turn, reading: DatedRunReading | MovedRunReading) -> bool:
    """Tell whether a dated race is to come: until the runner says that it matters it is only a hard run."""
    run = isinstance(reading, DatedRunReading) and reading.done
    race = reading.run.kind is RunKind.RACE and reading.date >= turn.today and not run
    return race and races.on(turn, reading.date) is None


def _ask_taper(reading: DatedRunReading | MovedRunReading) -> Reply:
    tenths = str(round((reading.run.distance_km or 0) * 10))
    yes = button(say(m.TAPER_YES), "taper", reading.date.isoformat(), tenths)
    small = button(say(m.TAPER_SMALL), "smalltaper", reading.date.isoformat(), tenths)
    easy = button(say(m.TAPER_EASY), "jogged", reading.date.isoformat())
    return asked(say(m.ASK_TAPER, day=reading.date), buttons=((yes, small), (button(say(m.TAPER_NO), "notaper"), easy)))


def run_of(turn: Turn, day: dt.date, kind: str) -> Run | None:
    """Return the run that a question was about, or None when the day has changed since."""
    runs = turn.book().calendar.runs_on(day)
    return next((run for run in runs if run.kind.value == kind and run.race is None), None)


def ran(turn: Turn, run: Run) -> Reply:
    """Keep the runner's word that a planned run was run."""
    with turn.change() as change_id:
        _add(turn, instead(turn.book().calendar, run, run.spec, done=True))
    return stored(change_id, say(m.RUN_DONE, day=run.date, run=run.spec))


def did(turn: Turn, day: dt.date, kind: RunKind) -> Replies:
    """Keep the runner's word that a run of a day was run, be it new to that day; a hard one is asked about."""
    run = run_of(turn, day, kind.value)
    entry = DatedRun(date=day, run=RunSpec(kind=kind), done=True)
    return (_did(turn, run, entry), *_ask_hard(turn, day))


def _did(turn: Turn, run: Run | None, entry: DatedRun) -> Reply:
    if run is not None:
        return ran(turn, run)
    with turn.change() as change_id:
        _add(turn, [entry])
    return stored(change_id, say(m.RUN_DONE, day=entry.date, run=entry.run))


def skipped(turn: Turn, run: Run) -> Replies:
    """Keep the runner's word that a planned run was not run."""
    with turn.change() as change_id:
        _add(turn, without(turn.book().calendar, (run,), run.date))
    return (stored(change_id, say(m.RUN_SKIPPED, run=run)), *weeks.repaired(turn))


def describe(turn: Turn, run: Run, spec: RunSpec) -> Reply:
    """Keep a better description of one run: in the weekly pattern when it comes from there, else on its date."""
    with turn.change() as change_id:
        if not _in_pattern(turn, run, spec):
            _add(turn, instead(turn.book().calendar, run, spec, done=run.done))
    return stored(change_id, say(m.RUN_STORED, day=run.date, run=spec))


def _named(reading: DatedRunReading | MovedRunReading) -> RunKind:
    """Return the kind of the planned run that was named; `other` is any run, and what a day off is about."""
    if isinstance(reading, MovedRunReading):
        return reading.run.kind
    return reading.planned or RunKind.OTHER


def _is_about_nothing(turn: Turn, reading: DatedRunReading | MovedRunReading) -> bool:
    """Tell whether a run was said to be moved or skipped that is not in the calendar."""
    if isinstance(reading, MovedRunReading):
        return _moved(turn, reading) is None and races.meant(turn, reading) is None
    skipped = reading.run.kind is RunKind.REST and (reading.planned is not None or _deletes_done(turn, reading))
    runs = [run for run in _planned(turn, reading) if not (run.done and _deletes_done(turn, reading))]
    return skipped and not runs and races.on(turn, reading.date) is None


def _deletes_done(turn: Turn, reading: DatedRunReading) -> bool:
    """Tell whether "delete 10k" has only runs to take that were done: those are taken back by no such words."""
    runs = turn.book().calendar.runs_on(reading.date)
    words = reading.run.text.lower().split()[:1]
    return bool(runs) and all(run.done for run in runs) and words in DELETING


def _is_unplaced(turn: Turn, reading: DatedRunReading | MovedRunReading) -> bool:
    """Tell whether a planned run was said to be done that the day does not have: "did the session" on a day off.

    One that is named by its kind is new to the day, unless it may be that of another day.
    """
    if not isinstance(reading, DatedRunReading) or not past_runs.is_told_bare(reading):
        return False
    if _planned(turn, reading) or races.on(turn, reading.date) is not None:
        return False
    kind = _named(reading)
    return kind is RunKind.OTHER or any(not run.done for run in past_runs.runs_behind(turn, kind))


def _planned(turn: Turn, reading: DatedRunReading) -> tuple[Run, ...]:
    """Return the planned runs of a day that somebody means who names one of them."""
    runs = turn.book().calendar.runs_on(reading.date)
    return tuple(run for run in runs if run.race is None and is_called(run, _named(reading)))


def _keep(turn: Turn, reading: DatedRunReading | MovedRunReading) -> Line:
    if isinstance(reading, MovedRunReading):
        return _move(turn, reading)
    if reading.done:
        return _done(turn, reading)
    if reading.run.kind is RunKind.REST:
        return _skip(turn, reading)
    _add(turn, [DatedRun(date=reading.date, run=reading.run, replaces=reading.replaces)])
    return say(m.RUN_STORED, day=reading.date, run=reading.run)


def _skip(turn: Turn, reading: DatedRunReading) -> Line:
    """Take a day off, or the run that was named; the day's other runs stay. A day off has no race either."""
    race = races.on(turn, reading.date)
    if race is not None and not _planned(turn, reading):
        return races.drop(turn, race)
    if reading.planned is None:
        _add(turn, [DatedRun(date=reading.date, run=reading.run, replaces=True)])
        return say(m.DAY_CLEARED, day=reading.date)
    skipped = _planned(turn, reading)
    kept = without(turn.book().calendar, skipped, reading.date)
    _add(turn, kept)
    if kept[0].run.kind is RunKind.REST:
        return say(m.DAY_CLEARED, day=reading.date)
    return say(m.RUN_SKIPPED, run=skipped[0])


def _done(turn: Turn, reading: DatedRunReading) -> Line:
    """Keep a run that was done; the planned one that was meant keeps what the runner did not say anew."""
    planned = _planned(turn, reading) if reading.planned is not None else ()
    if planned:
        spec = _completed(planned[0].spec, reading.run)
        _add(turn, instead(turn.book().calendar, planned[0], spec, done=True))
    else:
        spec = reading.run
        _add(turn, [DatedRun(date=reading.date, run=spec, done=True)])
    return say(m.RUN_DONE, day=reading.date, run=spec)


def _move(turn: Turn, reading: MovedRunReading) -> Line:
    run = _moved(turn, reading)
    race = None if run else races.meant(turn, reading)
    if race is not None:
        return races.move(turn, race, reading)
    if run is None:
        raise LookupError("a move was checked for its run before")
    spec = _completed(run.spec, reading.run)
    calendar = turn.book().calendar
    if run.date == reading.date:
        _add(turn, instead(calendar, run, spec))
        return say(m.RUN_STORED, day=reading.date, run=spec)
    _add(turn, without(calendar, (run,), run.date))
    _add(turn, [DatedRun(date=reading.date, run=spec)])
    return say(m.RUN_MOVED, day=reading.date, run=spec, before=run.date)


def _moved(turn: Turn, reading: MovedRunReading) -> Run | None:
    """Find the planned run that moves.

    On the day it leaves, where one is named; else on the new day itself, when only its time is new; else the nearest
    one to come.
    """
    calendar = turn.book().calendar
    ahead = [turn.today + dt.timedelta(days=n) for n in range(MOVED_WITHIN_DAYS)]
    same_day = [reading.date] if reading.run.time is not None else []
    days = [reading.from_date] if reading.from_date else [*same_day, *(day for day in ahead if day != reading.date)]
    runs = (run for day in days for run in calendar.runs_on(day) if run.race is None and not run.done)
    return next((run for run in runs if is_called(run, reading.run.kind)), None)


def _completed(planned: RunSpec, said: RunSpec) -> RunSpec:
    """Return a planned run with what was said anew."""
    return replace(
        planned,
        time=said.time or planned.time,
        distance_km=said.distance_km or planned.distance_km,
        duration_min=said.duration_min or planned.duration_min,
        hilly=said.hilly or planned.hilly,
    )


def _add(turn: Turn, entries: Iterable[DatedRun]) -> None:
    for entry in entries:
        turn.records.dated_runs.add(turn.runner.id, entry)


def _in_pattern(turn: Turn, run: Run, spec: RunSpec) -> bool:
    calendar = turn.book().calendar
    pattern = calendar.pattern_on(run.date)
    if pattern is None or calendar.has_dated_entry(run.date):
        return False
    row = next(row for row, value in reversed(turn.records.patterns.of(turn.runner.id)) if value == pattern)
    turn.records.patterns.replace(turn.runner.id, row, replace(pattern, runs=in_pattern(pattern, run, spec)))
    return True
