"""Lifts as strength apps export them: sets of a file become lifts of the log, each of them once."""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from zoneinfo import ZoneInfo

from bot.training.lifts import HEAVIEST_KG, Exercise, Lift, LiftSet
from bot.training.time import instant

SAME_KG = 0.5
"""Weights as near as this are the same: pounds were rounded to kilograms and back."""

_IMPORTED = re.compile(r"\w+ (\d{4}-\d\d-\d\d \d\d:\d\d)", re.ASCII)

Titles = Mapping[str, Exercise]


class App(StrEnum):
    """The apps whose exports are known, as they are called."""

    STRONG = "Strong"
    HEVY = "Hevy"


@dataclass(frozen=True, slots=True, kw_only=True)
class FileSet:
    """A work set of a file; `weight` is in the file's unit, `rir` reps in reserve. None is 'not said'."""

    reps: int
    weight: float | None = None
    rir: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRow:
    """A set with what its row says beside it: the wall clock at which its session began, and the exercise's title."""

    date: dt.date
    time: dt.time
    title: str
    work: FileSet


@dataclass(frozen=True, slots=True, kw_only=True)
class FileNote:
    """What somebody wrote beside the sets of a day."""

    date: dt.date
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """A file as it was read. `in_kg`: it says its units. Sets left out are counted by title; rows not read, in all.

    `notes` are those of its newest days.
    """

    app: App
    in_kg: bool
    rows: tuple[FileRow, ...]
    warm_ups: Mapping[str, int]
    empty: Mapping[str, int]
    unread: int
    notes: tuple[FileNote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FileLift:
    """One exercise of one session of a file, which began at a time on the runner's wall clock."""

    date: dt.date
    time: dt.time
    exercise: Exercise
    sets: tuple[FileSet, ...]


def plain_title(title: str) -> str:
    """Return a title as it is looked up: without capitals, hyphens and doubled spaces."""
    return " ".join(title.casefold().replace("-", " ").split())


def gathered(rows: Iterable[FileRow], titles: Titles) -> tuple[FileLift, ...]:
    """Return the lifts among some rows, earliest first: the sets of one exercise in one session are one lift."""
    found: dict[tuple[dt.date, dt.time, Exercise], list[FileSet]] = {}
    # A file of tens of thousands of rows has some dozens of titles.
    exercise_of = cache(lambda title: titles.get(plain_title(title)))
    for row in rows:
        exercise = exercise_of(row.title)
        if exercise is not None:
            found.setdefault((row.date, row.time, exercise), []).append(row.work)
    return tuple(
        FileLift(date=date, time=time, exercise=exercise, sets=tuple(sets))
        for (date, time, exercise), sets in sorted(found.items(), key=lambda item: item[0])
    )


def as_lift(lift: FileLift, *, app: App, kg: float, zone: ZoneInfo) -> Lift:
    """Return a lift of the log; `kg` is what one unit of the file weighs. Its text says where it comes from.

    Sets that nobody lifts (over 500 kg: the unit is wrong, or the file) are left out, and may leave none.
    """
    sets = (LiftSet(reps=s.reps, weight_kg=s.weight * kg if s.weight else None, rir=s.rir) for s in lift.sets)
    return Lift(
        at=instant(lift.date, lift.time, zone),
        exercise=lift.exercise,
        sets=tuple(one for one in sets if (one.weight_kg or 0) <= HEAVIEST_KG),
        text=f"{app} {lift.date} {lift.time:%H:%M}",
    )


def not_in_log(lifts: Sequence[Lift], log: Iterable[Lift], zone: ZoneInfo) -> tuple[Lift, ...]:
    """Return the lifts that a log does not hold; each lift of the log stands for one of them at most.

    It is there when one of the same exercise and local day began at the same minute, or has the same sets. A lift that
    was imported keeps the wall clock of its file, whatever zone its runner has moved to since.
    """
    known: dict[tuple[Exercise, dt.date], list[Lift]] = {}
    for lift in log:
        known.setdefault((lift.exercise, _wall_clock(lift, zone).date()), []).append(lift)
    left = tuple(lifts)
    for is_same in (_begins_with, _has_work_of):
        left = tuple(lift for lift in left if not _taken(known, lift, zone, is_same))
    return left


def _taken(
    known: Mapping[tuple[Exercise, dt.date], list[Lift]],
    lift: Lift,
    zone: ZoneInfo,
    is_same: Callable[[Lift, Lift, ZoneInfo], bool],
) -> bool:
    """Take the lift of the log that stands for one of a file; tell whether there was any."""
    that_day = known.get((lift.exercise, _wall_clock(lift, zone).date()), [])
    found = next((one for one in that_day if is_same(one, lift, zone)), None)
    if found is not None:
        that_day.remove(found)
    return found is not None


def _begins_with(one: Lift, other: Lift, zone: ZoneInfo) -> bool:
    return _wall_clock(one, zone) == _wall_clock(other, zone)


def _has_work_of(one: Lift, other: Lift, _: ZoneInfo) -> bool:
    if len(one.sets) != len(other.sets):
        return False
    pairs = zip(sorted(one.sets, key=_work), sorted(other.sets, key=_work), strict=True)
    return all(a.reps == b.reps and abs((a.weight_kg or 0) - (b.weight_kg or 0)) <= SAME_KG for a, b in pairs)


def _work(one: LiftSet) -> tuple[int, float]:
    return one.reps, one.weight_kg or 0


def _wall_clock(lift: Lift, zone: ZoneInfo) -> dt.datetime:
    """Return the minute at which a lift began on its runner's clock, without a zone."""
    match = _IMPORTED.fullmatch(lift.text)
    if match is not None:
        return dt.datetime.fromisoformat(match[1])
    return lift.at.astimezone(zone).replace(tzinfo=None, second=0, microsecond=0)
