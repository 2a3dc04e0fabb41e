"""Weeks of rest, easy, quality and long days, tried out: heavy exactly where a few lines of arithmetic allow it.

The arithmetic shares nothing with the engine: it lists every run of three weeks as an interval on one clock (UTC, no
clock change) and compares hours. Base phase, an experienced runner, no lifts and no ailments.
"""

import datetime as dt
from collections.abc import Iterator
from itertools import product

import pytest

from bot.guidance.engine import decide
from bot.guidance.situation import Book, Situation
from bot.guidance.thresholds import Thresholds
from bot.guidance.verdict import Verdict
from bot.training.runs import RunKind, RunSpec, WeeklyPattern, WeeklyRun
from bot.training.time import Weekday
from tests.guidance.strategies import EXPERIENCED

REST, EASY, QUALITY, LONG = "rest", "easy", "quality", "long"
KINDS = {EASY: RunKind.EASY, QUALITY: RunKind.INTERVALS, LONG: RunKind.LONG}
HOURS = {EASY: 0.75, QUALITY: 1.0, LONG: 2.0}
LIFTS = (7, 18)
# Chosen so that lifts stand at exactly 24 h after a long run, 6 h after and 48 h before a hard one.
RUNS = (7.0, 11.0, 18.0)
MONDAY = dt.datetime(2026, 3, 2, tzinfo=dt.UTC)

Week = tuple[str, ...]
WEEKS: tuple[Week, ...] = tuple(product((REST, EASY, QUALITY, LONG), repeat=7))
# 17 and not 16: every 16th week would end with the same two days.
SAMPLE = WEEKS[::17]
ONE_HARD_DAY = tuple(week for week in product((REST, QUALITY), repeat=7) if week.count(QUALITY) == 1)


@pytest.mark.parametrize("starts", [pytest.param(at, id=f"runs at {at:g}") for at in RUNS])
def test_heavy_lifts_stand_exactly_outside_the_forbidden_hours(starts: float, thresholds: Thresholds) -> None:
    number = RUNS.index(starts)
    weeks = [*ONE_HARD_DAY, *SAMPLE[number :: len(RUNS)]]
    wrong = [
        (week, Weekday(day).name, lift, verdict.name)
        for week in weeks
        for day, lift, verdict in _verdicts(week, starts, thresholds)
        if (verdict is Verdict.HEAVY) == _forbidden(week, starts, day * 24.0 + lift)
    ]
    assert wrong == []


def test_sample_holds_every_kind_on_every_day_beside_every_other() -> None:
    assert len(WEEKS) == 16384
    for day in range(7):
        pairs = {(week[day], week[(day + 1) % 7], week[(day + 2) % 7]) for week in SAMPLE}
        assert len(pairs) == 4**3


def _verdicts(week: Week, starts: float, thresholds: Thresholds) -> Iterator[tuple[int, int, Verdict]]:
    at = dt.time(int(starts))
    runs = tuple(
        WeeklyRun(weekday=Weekday(day), run=RunSpec(kind=KINDS[kind], time=at))
        for day, kind in enumerate(week)
        if kind != REST
    )
    book = Book(Situation(profile=EXPERIENCED, patterns=(WeeklyPattern(valid_from=None, runs=runs),)), thresholds)
    for day, lift in product(range(7), LIFTS):
        yield day, lift, decide(book, MONDAY + dt.timedelta(days=day, hours=lift)).verdict


def _forbidden(week: Week, starts: float, lift: float) -> bool:
    """Tell whether a lift (hours from Monday 00:00, lasting one) must not be heavy in a week that repeats itself."""
    today = lift // 24
    runs = [(day, week[day % 7], day * 24 + starts) for day in range(-7, 14) if week[day % 7] != REST]
    return any(_spoils(kind, start, lift, ahead=day - today) for day, kind, start in runs)


def _spoils(kind: str, start: float, lift: float, *, ahead: float) -> bool:
    end = start + HOURS[kind]
    if start < lift + 1 and lift < end:
        return True
    if kind == QUALITY:
        later_today = ahead == 0 and start > lift
        return later_today or ahead == 1 or 0 <= start - lift < 48 or (ahead == 0 and 0 <= lift - end < 6)
    return kind == LONG and (ahead in {0, 1} or 0 <= lift - start < 24)
