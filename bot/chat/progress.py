"""The progress in words, and as a card to draw: the same facts."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from bot.app import messages as m
from bot.app.cards import ProgressCard, ProgressPoint, WeekVolume
from bot.app.estimates import low
from bot.app.labels import EXERCISES
from bot.app.reply import Kg, Line, Message, say
from bot.chat.words import Reader, tell
from bot.guidance.felt_runs import Felt, FeltRuns
from bot.guidance.lifted_weeks import LiftedWeek
from bot.guidance.maxima import Best, Change, Missing, Point
from bot.guidance.progress import Progress, Strength
from bot.guidance.too_low import LeftOut, TooLow

A_YEAR = dt.timedelta(weeks=52)
SUNDAY = dt.timedelta(days=6)
_PERCENT = 100
_MISSING: Mapping[Missing, Message] = {
    Missing.WEIGHT: m.PROGRESS_NO_WEIGHT,
    Missing.EFFORT: m.PROGRESS_NO_EFFORT,
}


def lines(reader: Reader, progress: Progress) -> Iterator[str]:
    """Yield what there is to say, the maximum first; a glance is enough for each line."""
    yield tell(reader, m.PROGRESS_HEAD, exercise=say(EXERCISES[progress.strength.exercise]))
    yield _maximum(reader, progress.strength)
    yield from _low(reader, progress.strength)
    yield from _changes(reader, progress.strength)
    yield from _bests(reader, progress.strength)
    yield _week(reader, progress)
    yield f"{_balance(reader, progress)} {_room(reader, progress)}"
    yield _streak(reader, progress)
    yield from _runs(reader, progress)


def _maximum(reader: Reader, strength: Strength) -> str:
    percent = round(strength.error * _PERCENT)
    if strength.missing is not None:
        return _why_missing(reader, strength)
    if strength.current_kg is not None:
        maximum = Kg(kg=strength.current_kg)
        return tell(reader, m.PROGRESS_E1RM, maximum=maximum, percent=percent, weeks=strength.weeks)
    last = strength.points[-1]
    return tell(
        reader,
        m.PROGRESS_E1RM_OLD,
        maximum=Kg(kg=last.kg),
        percent=percent,
        weeks=strength.weeks,
        day=last.date,
    )


def _low(reader: Reader, strength: Strength) -> Iterator[str]:
    if strength.too_low is not None:
        yield reader.line(low(strength.too_low, max_reps=strength.max_reps))


def _why_missing(reader: Reader, strength: Strength) -> str:
    message = None if strength.missing is None else _MISSING.get(strength.missing)
    if message is None:
        return tell(reader, m.PROGRESS_TOO_MANY_REPS, reps=strength.max_reps)
    return reader.line(say(message))


def _changes(reader: Reader, strength: Strength) -> Iterator[str]:
    for change in strength.changes:
        yield _change(reader, change)
    if strength.current_kg is not None and not strength.changes:
        yield tell(reader, m.PROGRESS_ALONE)


def _change(reader: Reader, change: Change) -> str:
    before, percent = Kg(kg=change.before_kg), abs(round(change.share * _PERCENT))
    if not change.is_clear:
        return tell(reader, m.PROGRESS_SAME, weeks=change.weeks, before=before)
    if change.share > 0:
        return tell(reader, m.PROGRESS_UP, weeks=change.weeks, before=before, percent=percent)
    return tell(reader, m.PROGRESS_DOWN, weeks=change.weeks, before=before, percent=percent)


def _bests(reader: Reader, strength: Strength) -> Iterator[str]:
    """Yield the best and the heaviest set; in one line where they are the same."""
    best, heaviest = strength.strongest, strength.heaviest
    if best is not None and heaviest is not None and best.is_set_of(heaviest):
        both = Best(done=best.done, is_new=best.is_new or heaviest.is_new)
        yield reader.line(_best(reader, m.PROGRESS_BEST_AND_HEAVIEST, both))
        return
    for message, one in ((m.PROGRESS_BEST, best), (m.PROGRESS_HEAVIEST, heaviest)):
        if one is not None:
            yield reader.line(_best(reader, message, one))


def _best(reader: Reader, message: Message, best: Best) -> Line:
    new = say(m.PROGRESS_NEW) if best.is_new else ""
    return say(message, sets=reader.sets((best.done.work,)), day=best.done.date, new=new)


def _week(reader: Reader, progress: Progress) -> str:
    work, usual = progress.week.all, progress.usual_kg
    compared = "" if usual is None else tell(reader, m.PROGRESS_USUAL, weight=_whole(reader, usual))
    if not progress.week.days:
        return tell(reader, m.PROGRESS_WEEK_EMPTY, usual=compared)
    lifted = tell(reader, m.PROGRESS_LIFTED, weight=_whole(reader, work.kg)) if work.kg else ""
    return tell(reader, m.PROGRESS_WEEK, sets=work.sets, reps=work.reps, lifted=lifted, usual=compared)


def _whole(reader: Reader, kg: float) -> str:
    """Return a weight without a fraction: of thousands nobody wants one."""
    return f"{round(reader.in_unit(kg))} {reader.profile.units.value}"


def _balance(reader: Reader, progress: Progress) -> str:
    recent, long = progress.recent, progress.long
    return tell(
        reader,
        m.PROGRESS_BALANCE,
        weeks=recent.weeks,
        heavy=recent.heavy,
        light=recent.light,
        long_weeks=long.weeks,
        long_heavy=long.heavy,
        long_light=long.light,
    )


def _room(reader: Reader, progress: Progress) -> str:
    if progress.held_back is not None:
        return tell(reader, m.PROGRESS_ROOM_HELD, reason=progress.held_back)
    phase, count = progress.phase.value, progress.heavy_a_week
    if not count:
        return tell(reader, m.PROGRESS_ROOM_NONE, phase=phase)
    return tell(reader, m.PROGRESS_ROOM, phase=phase, count=count)


def _streak(reader: Reader, progress: Progress) -> str:
    streak = progress.streak
    off = tell(reader, m.PROGRESS_OFF, count=streak.off) if streak.off else ""
    return tell(reader, m.PROGRESS_STREAK, count=streak.weeks, longest=streak.longest, off=off)


def _runs(reader: Reader, progress: Progress) -> Iterator[str]:
    """Yield the counts, and what they can and cannot say."""
    runs = progress.runs
    if not runs.reported:
        yield tell(reader, m.PROGRESS_RUNS_NONE)
        return
    yield " ".join((_counts(reader, runs), _compared(reader, progress), *_reacted(reader, progress)))
    if runs.unplaced:
        yield tell(reader, m.PROGRESS_RUNS_UNPLACED, count=runs.unplaced)


def _counts(reader: Reader, runs: FeltRuns) -> str:
    return tell(
        reader,
        m.PROGRESS_RUNS,
        soon=_of(runs.soon),
        soon_hours=runs.soon_h,
        later=_of(runs.later),
        later_hours=runs.later_h,
        others=_of(runs.others),
    )


def _of(felt: Felt) -> Line:
    return say(m.PROGRESS_OF, worse=felt.worse, reported=felt.reported)


def _reacted(reader: Reader, progress: Progress) -> Iterator[str]:
    """Yield what the guide says to do about runs that suffered, where the counts alone do not say so."""
    suffer, clear = progress.suffering, progress.runs.soon_worse or progress.runs.later_worse
    if suffer is not None and not clear:
        facts = {"hours": suffer.hours, "weeks": suffer.weeks, "needed": suffer.needed}
        yield tell(reader, m.PROGRESS_RUNS_REACT, worse=suffer.worse, **facts)


def _compared(reader: Reader, progress: Progress) -> str:
    runs, needed = progress.runs, progress.reports_needed
    if runs.later_worse and not runs.soon_worse:
        return tell(reader, m.PROGRESS_RUNS_WORSE_LATER, soon_hours=runs.soon_h, hours=runs.later_h)
    if runs.soon_worse:
        return tell(reader, m.PROGRESS_RUNS_WORSE, hours=runs.later_h if runs.later_worse else runs.soon_h)
    if runs.soon_worse is None and runs.later_worse is None:
        return tell(reader, m.PROGRESS_RUNS_FEW, needed=needed)
    if runs.soon_worse is None or runs.later_worse is None:
        return tell(reader, m.PROGRESS_RUNS_SAME_SO_FAR, needed=needed)
    return tell(reader, m.PROGRESS_RUNS_SAME)


def card(reader: Reader, progress: Progress) -> ProgressCard:
    """Return the chart of the maximum and the weeks, in the reader's unit, with the shortest of the facts."""
    strength, (points, lifted) = progress.strength, _charted(progress)
    weeks = tuple(_bars(reader, week) for week in lifted)
    first, last = _ends(reader, points, weeks)
    return ProgressCard(
        title=tell(reader, m.PROGRESS_HEAD, exercise=say(EXERCISES[strength.exercise])),
        unit=reader.profile.units.value,
        points=tuple(_point(reader, point) for point in points),
        share=strength.error,
        first_day=first,
        last_day=last,
        weeks=weeks,
        volume_title=tell(reader, m.PROGRESS_VOLUME),
        heavy_label=tell(reader, m.PROGRESS_HEAVY),
        light_label=tell(reader, m.PROGRESS_LIGHT),
        facts=tuple(_facts(reader, progress)),
        empty="" if strength.missing is None else _why_missing(reader, strength),
    )


def _charted(progress: Progress) -> tuple[tuple[Point, ...], tuple[LiftedWeek, ...]]:
    """Return what the chart shows: the points of the weeks, and the weeks; else the last year of old points alone.

    Weeks before the first lift of all would be blank. Bars under part of a line only would look as if nothing had been
    lifted before them.
    """
    points = progress.strength.points
    weeks = tuple(week for week in progress.weeks if week.monday + SUNDAY >= progress.since)
    recent = tuple(point for point in points if point.date >= weeks[0].monday)
    if recent or not points:
        return recent, weeks
    return tuple(point for point in points if points[-1].date - point.date <= A_YEAR), ()


def _ends(reader: Reader, points: Sequence[Point], weeks: Sequence[WeekVolume]) -> tuple[str, str]:
    """Return the first and the last day of the chart: of its points, and of its weeks where any has a bar."""
    shown = weeks if any(week.heavy or week.light for week in weeks) else ()
    days = [*(point.date for point in points), *(day for week in shown for day in (week.start, week.start + SUNDAY))]
    return (reader.day(min(days)), reader.day(max(days))) if days else ("", "")


def _point(reader: Reader, point: Point) -> ProgressPoint:
    return ProgressPoint(date=point.date, value=round(reader.in_unit(point.kg), 1))


def _bars(reader: Reader, week: LiftedWeek) -> WeekVolume:
    heavy, light = (round(reader.in_unit(load.kg)) for load in (week.heavy, week.light))
    return WeekVolume(start=week.monday, heavy=heavy, light=light)


def _facts(reader: Reader, progress: Progress) -> Iterator[str]:
    strength = progress.strength
    percent = round(strength.error * _PERCENT)
    if strength.current_kg is not None:
        yield tell(reader, m.PROGRESS_FACT_NOW, maximum=Kg(kg=strength.current_kg), percent=percent)
    elif strength.points:
        yield tell(reader, m.PROGRESS_FACT_OLD, maximum=Kg(kg=strength.points[-1].kg), percent=percent)
    if strength.too_low is not None:
        yield _short_low(reader, strength.too_low, strength.max_reps)
    yield from (_short(reader, change) for change in strength.changes)
    yield tell(reader, m.PROGRESS_FACT_STREAK, count=progress.streak.weeks)


def _short_low(reader: Reader, shown: TooLow, reps: int) -> str:
    if shown.why is LeftOut.EFFORT:
        return tell(reader, m.PROGRESS_FACT_LOW_EFFORT)
    return tell(reader, m.PROGRESS_FACT_LOW_REPS, reps=reps)


def _short(reader: Reader, change: Change) -> str:
    if not change.is_clear:
        return tell(reader, m.PROGRESS_FACT_SAME, weeks=change.weeks)
    return tell(reader, m.PROGRESS_FACT_CHANGE, percent=f"{change.share * _PERCENT:+.0f}", weeks=change.weeks)
