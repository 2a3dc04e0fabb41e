"""`/schedule`: the weekly pattern as the runner tells it."""

import datetime as dt
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace

from bot.app import dialogues, weeks
from bot.app import messages as m
from bot.app.consents import save_dialogue
from bot.app.doubts import doubt_line
from bot.app.recording import meanings
from bot.app.records import Dialogue
from bot.app.replies import asked, button, refused, stored
from bot.app.reply import Line, Replies, Reply, say
from bot.app.turn import Turn
from bot.language.clocks import other_half
from bot.language.meaning import DayEntry, NewTimeReading, WeekReading
from bot.language.runs import LONGEST_KM
from bot.language.week import read_week
from bot.training.runs import DatedRun, RunKind, RunSpec, WeeklyPattern, WeeklyRun
from bot.training.time import Weekday

MERGE = "mergeweek"
"""The button that changes only the days that were named."""

CLEAR = frozenset({"clear", "delete", "remove", "none"})


COMMON_WORDS = frozenset({"is", "at", "now", "my", "the", "run", "running", "on", "it's", "pm", "am"})
"""Words of a sentence about a run's time that do not tell which run it is."""

NOON = dt.time(12)


def schedule(turn: Turn, text: str) -> Replies:
    """Show the weekly runs, replace them with what the text says, or clear them."""
    if not text.strip():
        return (shown(turn),)
    if text.strip().lower() in CLEAR:
        return _clear(turn)
    return replace_week(turn, text)


def read(turn: Turn, text: str) -> WeekReading:
    """Read a week as this runner writes it."""
    return read_week(
        text,
        today=turn.local_now.date(),
        vocabulary=turn.knowledge.vocabulary,
        distance_unit=turn.runner.profile.distance,
    )


def replace_week(turn: Turn, text: str) -> Replies:
    """Replace the weekly pattern; what cannot be read is asked back and nothing is stored until it is answered."""
    if guessed := _guessed(turn, text):
        return confirm(turn, guessed)
    reading = read(turn, text)
    if not reading.entries:
        return (refused(m.WEEK_UNREAD),)
    if reading.unread:
        return (_confirm(turn, text, reading),)
    if current(turn) is None and _is_only_off(reading):
        # A day off is no week: taken for one it would say that nothing stands in the way of a lift.
        return (refused(m.WEEK_UNKNOWN),)
    return (store_week(turn, reading.entries),)


def confirm(turn: Turn, guessed: WeekReading) -> Replies:
    """Ask whether a week is right whose days and runs were put together."""
    return (_confirm(turn, guessed.text, guessed),)


def _guessed(turn: Turn, text: str) -> WeekReading | None:
    """Return the week of a text that is fuller than the rules read it, put together by what was learnt."""
    weeks_read = (one for one in meanings(turn, text) if isinstance(one, WeekReading))
    return next((one for one in weeks_read if one.guessed), None)


def change_week(turn: Turn, text: str) -> Replies:
    """Take a week said without a command: one that is vague, or names fewer days than the known one, is asked about."""
    text = _with_waiting(turn, text)
    reading, known = read(turn, text), current(turn)
    named = {entry.weekday for entry in reading.entries if entry.date is None}
    if len(named) == len(Weekday) and all(map(_is_vague, reading.entries)):
        return (_confirm(turn, text, reading),)
    if known is None or reading.unread or not named or _is_whole(reading, {run.weekday for run in known.runs}):
        return replace_week(turn, text)
    _remember(turn, text)
    days = tuple(sorted(named))
    buttons = ((button(say(m.WEEK_ONLY, days=days), MERGE),), (button(say(m.WEEK_WHOLE), "keepweek"),))
    return (asked(say(m.WEEK_WHICH, days=days), buttons=buttons),)


def _with_waiting(turn: Turn, text: str) -> str:
    """Return a text behind the days before it of which it was asked, and not said, whether they are the whole week."""
    waiting = dialogues.draft_of(turn, "week")
    if waiting is None or MERGE not in dialogues.tap_names(turn):
        return text
    both = f"{waiting}\n{text}"
    return text if read(turn, text).unread or read(turn, both).unread else both


def _is_whole(reading: WeekReading, known: AbstractSet[Weekday]) -> bool:
    """Tell whether a week surely replaces the known one: a day off, or one other day, may only be told beside it."""
    named = {entry.weekday for entry in reading.entries if entry.date is None}
    one_more = len(named) == 1 and not known <= named
    return len(named) >= len(known) and not one_more and not (known and _is_only_off(reading))


def _is_only_off(reading: WeekReading) -> bool:
    """Tell whether nothing but days off are named, and not all of them."""
    off = all(entry.run.kind is RunKind.REST for entry in reading.entries)
    return off and len({entry.weekday for entry in reading.entries}) < len(Weekday)


def _is_vague(entry: DayEntry) -> bool:
    """Tell whether an entry says no more than that a run is on its day: "it rained all week, every run was wet"."""
    return entry.run == RunSpec(kind=RunKind.OTHER, text=entry.run.text)


def merge_week(turn: Turn, text: str) -> Replies:
    """Replace the runs of the days that a text names and keep the other days of the pattern.

    A week has one long run: one on a new day is the known one, moved, with its time and length unless others are said.
    """
    said = read(turn, text).entries
    named, dated = (tuple(one for one in said if (one.date is None) is weekly) for weekly in (True, False))
    known = current(turn)
    kept = known.runs if known else ()
    days = {entry.weekday for entry in named}
    others = [run for run in kept if run.weekday not in days]
    long = [run for run in others if run.run.kind is RunKind.LONG]
    if len(long) == 1 and sum(entry.run.kind is RunKind.LONG for entry in named) == 1:
        others.remove(long[0])
        named = tuple(_moved_here(entry, long[0].run) for entry in named)
    return (store_week(turn, (*(DayEntry(weekday=run.weekday, run=run.run) for run in others), *named, *dated)),)


def _moved_here(entry: DayEntry, old: RunSpec) -> DayEntry:
    """Return a long run on its new day as the one that it was, where no more than the day is said."""
    run = entry.run
    if run.kind is not RunKind.LONG:
        return entry
    measured = run.distance_km is not None or run.duration_min is not None
    moved = run if measured else replace(old, text=run.text)
    return replace(entry, run=replace(moved, time=run.time or old.time))


def keep_understood(turn: Turn, text: str) -> Replies:
    """Store the part of a week that was understood, after the runner said so."""
    reading = read(turn, text)
    if not reading.entries:
        return (refused(m.WEEK_UNREAD),)
    return (store_week(turn, reading.entries),)


def new_time(turn: Turn, reading: NewTimeReading) -> Replies:
    """Give the weekly runs that are meant their new time; which ones is asked when they stand at several times."""
    known = current(turn)
    meant = () if known is None else tuple(_meant(known.runs, reading))
    if reading.weekday is not None and not meant:
        # A day without such a run gets one.
        return change_week(turn, reading.text)
    if reading.time is None:
        return _new_length(turn, reading, known, meant)
    if known is None or len({run.run.time for run in meant}) != 1:
        return (asked(say(m.WHICH_RUN_AT, time=reading.time)),)
    time = nearest(reading.time, meant[0].run.time, sure=reading.sure)
    return _with(turn, known, {run: replace(run.run, time=time) for run in meant})


def _new_length(
    turn: Turn, reading: NewTimeReading, known: WeeklyPattern | None, meant: tuple[WeeklyRun, ...]
) -> Replies:
    """Give the one weekly run that is meant its new length; a duration that was told with the old one goes."""
    if known is None or len(meant) != 1 or not 0 < (reading.distance_km or 0) <= LONGEST_KM:
        return (refused(m.NO_SUCH_RUN, kind=reading.kind.value),)
    new = replace(meant[0].run, distance_km=reading.distance_km, duration_min=None)
    return _with(turn, known, {meant[0]: new})


def _with(turn: Turn, known: WeeklyPattern, changed: Mapping[WeeklyRun, RunSpec]) -> Replies:
    """Keep the known week with some of its runs changed."""
    runs = tuple(replace(run, run=changed.get(run, run.run)) for run in known.runs)
    with turn.change() as change_id:
        echo = keep_runs(turn, runs)
    return (stored(change_id, *echo), *weeks.repaired(turn.fresh()))


def keep_runs(turn: Turn, runs: tuple[WeeklyRun, ...]) -> tuple[Line, ...]:
    """Keep changed runs of the known week from today on, within a change, and return their echo."""
    pattern = WeeklyPattern(valid_from=turn.today, runs=by_day(runs))
    turn.records.patterns.add(turn.runner.id, pattern)
    return (say(m.WEEK_STORED), *table(pattern))


def _meant(runs: tuple[WeeklyRun, ...], reading: NewTimeReading) -> Iterator[WeeklyRun]:
    """Yield the runs of the kind that is named; of "running club" those told with one of its words, else all."""
    if reading.weekday is not None:
        runs = tuple(run for run in runs if run.weekday is reading.weekday)
    if reading.kind is not RunKind.OTHER:
        yield from (run for run in runs if run.run.kind is reading.kind)
        return
    words = set(reading.text.lower().split()) - COMMON_WORDS
    named = [run for run in runs if words & set(run.run.text.lower().split())]
    yield from named or runs


def nearest(time: dt.time, old: dt.time | None, *, sure: bool) -> dt.time:
    """Return a time in the half of the day in which the run was before, where only the hour was said."""
    return time if sure or old is None or (time < NOON) == (old < NOON) else other_half(time)


def store_week(turn: Turn, entries: tuple[DayEntry, ...]) -> Reply:
    """Store a weekly pattern; the first one describes past days too, a later one counts from today.

    What was said of one date alone ("no run this Wednesday") is kept for that date. A week with only such entries
    leaves the pattern as it is.
    """
    weekly = tuple(entry for entry in entries if entry.date is None)
    dated = tuple(entry for entry in entries if entry.date is not None)
    with turn.change() as change_id:
        lines = [*(_keep_pattern(turn, weekly) if weekly else ()), *(_keep_dated(turn, entry) for entry in dated)]
    return stored(change_id, *lines)


def _keep_pattern(turn: Turn, entries: tuple[DayEntry, ...]) -> tuple[Line, ...]:
    runs = (WeeklyRun(weekday=one.weekday, run=one.run) for one in entries if one.run.kind is not RunKind.REST)
    known = turn.records.patterns.of(turn.runner.id)
    pattern = WeeklyPattern(valid_from=turn.today if known else None, runs=by_day(tuple(runs)))
    turn.records.patterns.add(turn.runner.id, pattern)
    return (say(m.WEEK_STORED), *table(pattern))


def _keep_dated(turn: Turn, entry: DayEntry) -> Line:
    rest = entry.run.kind is RunKind.REST
    turn.records.dated_runs.add(turn.runner.id, DatedRun(date=entry.date or turn.today, run=entry.run, replaces=rest))
    return _dated_line(turn, entry)


def _dated_line(turn: Turn, entry: DayEntry) -> Line:
    day = entry.date or turn.today
    if entry.run.kind is RunKind.REST:
        return say(m.DAY_CLEARED, day=day)
    return say(m.RUN_STORED, day=day, run=entry.run)


def shown(turn: Turn) -> Reply:
    """Show the weekly runs."""
    pattern = current(turn)
    if pattern is None:
        return Reply(lines=(say(m.WEEK_UNKNOWN),))
    return Reply(lines=(say(m.WEEK_SHOWN), *table(pattern)))


def current(turn: Turn) -> WeeklyPattern | None:
    """Return the weekly pattern in force today."""
    return turn.book().calendar.pattern_on(turn.today)


def _clear(turn: Turn) -> Replies:
    if current(turn) is None:
        return (refused(m.WEEK_UNKNOWN),)
    with turn.change() as change_id:
        turn.records.patterns.clear(turn.runner.id)
    return (stored(change_id, say(m.WEEK_CLEARED)),)


def _confirm(turn: Turn, text: str, reading: WeekReading) -> Reply:
    _remember(turn, text)
    weekly = [WeeklyRun(weekday=entry.weekday, run=entry.run) for entry in reading.entries if entry.date is None]
    dated = [_dated_line(turn, entry) for entry in reading.entries if entry.date is not None]
    lines: tuple[Line, ...] = (
        *map(doubt_line, reading.unread),
        say(m.WEEK_UNDERSTOOD),
        *(table(WeeklyPattern(valid_from=None, runs=by_day(tuple(weekly)))) if weekly else ()),
        *dated,
        say(m.WEEK_GUESSED if reading.guessed and not reading.unread else m.WEEK_SEND_AGAIN),
    )
    return asked(*lines, buttons=((button(say(m.WEEK_KEEP), "keepweek"), button(say(m.CANCEL), "dropweek")),))


def _remember(turn: Turn, text: str) -> None:
    """Keep a week's text until a button says what to do with it; the set-up stays open meanwhile."""
    open_one = turn.records.dialogue(turn.runner.id) or Dialogue(name="week", step="unread")
    save_dialogue(turn.records, turn.runner.id, replace(open_one, draft={"week": text}))


def by_day(runs: tuple[WeeklyRun, ...]) -> tuple[WeeklyRun, ...]:
    """Return runs in the order of their days."""
    return tuple(sorted(runs, key=lambda run: run.weekday))


def table(pattern: WeeklyPattern) -> tuple[Line, ...]:
    """Return the runs of a week as lines."""
    return tuple(say(m.WEEK_ROW, weekday=run.weekday, run=run.run) for run in pattern.runs) or (say(m.WEEK_EMPTY),)
