"""How long the guidance engine takes, and how that grows: python -m benchmarks.guidance.

The baseline of every ratio is the same question answered without shortcuts in the same run: every moment of the day and
every slot decided with the book made anew for each. Times are of this machine and only the ratios travel.
"""

import datetime as dt
import statistics
import sys
import time
from collections.abc import Callable
from itertools import product
from pathlib import Path

from bot.guidance.answer import answer_day
from bot.guidance.engine import decide, moments
from bot.guidance.planner import plan_week
from bot.guidance.progress import progress
from bot.guidance.search import slots
from bot.guidance.situation import Book, Situation
from bot.guidance.thresholds import Thresholds
from bot.library.library import load_thresholds
from bot.training.lifts import Exercise, Lift, LiftSet
from bot.training.profile import Profile
from bot.training.runs import Priority, Race, RunKind, RunSpec, WeeklyPattern, WeeklyRun
from bot.training.time import Weekday

MONDAY = dt.date(2026, 3, 2)
KINDS = (RunKind.EASY, RunKind.TEMPO, RunKind.EASY, RunKind.LONG, RunKind.INTERVALS)
PLACES = ((1, 18, 1), (3, 6, 0), (5, 8, 2), (6, 9, 3), (4, 18, 4))
"""Weekday, hour and kind of the five runs of an ordinary week."""
REPEATS = 60
LONG_LOG = 2000


def runner(*, runs: int, races: int, lifts: int) -> Situation:
    """Make a runner with so many weekly runs, races to come and logged lifts."""
    places = [*PLACES, *((day, hour, 0) for hour, day in product((6, 12, 19), range(7)))][:runs]
    weekly = tuple(
        WeeklyRun(weekday=Weekday(day), run=RunSpec(kind=KINDS[kind], time=dt.time(hour, 30)))
        for day, hour, kind in places
    )
    profile = Profile(timezone="Europe/Berlin", lifting_since=dt.date(2020, 1, 1), running_since=dt.date(2018, 1, 1))
    return Situation(
        profile=profile,
        patterns=(WeeklyPattern(valid_from=None, runs=weekly),),
        races=tuple(
            Race(date=MONDAY + dt.timedelta(days=40 + 30 * n), distance_km=10.0, priority=Priority.B)
            for n in range(races)
        ),
        lifts=tuple(
            Lift(
                at=dt.datetime(2026, 2, 26, 17, tzinfo=dt.UTC) - dt.timedelta(days=n * 3.5),
                exercise=Exercise.DEADLIFT,
                sets=(LiftSet(reps=4, weight_kg=100.0, rir=2.0),) * 3,
            )
            for n in range(lifts)
        ),
    )


def nows() -> list[dt.datetime]:
    """Return the moments at which the runner asks: three times on each day of a week."""
    return [
        dt.datetime.combine(MONDAY + dt.timedelta(days=day), dt.time(hour, 7), tzinfo=dt.UTC)
        for day, hour in product(range(7), (6, 11, 16))
    ]


def timed(work: Callable[[dt.datetime], object]) -> float:
    """Return the median of many runs in microseconds."""
    taken = []
    for _, now in product(range(REPEATS // 4), nows()):
        start = time.perf_counter_ns()
        work(now)
        taken.append((time.perf_counter_ns() - start) / 1000)
    return statistics.median(taken)


def report(name: str, thresholds: Thresholds, situation: Situation) -> None:
    """Measure one runner."""
    book = Book(situation, thresholds)

    def today(now: dt.datetime) -> object:
        return answer_day(Book(situation, thresholds), now.date(), now=now)

    def plainly(now: dt.datetime) -> object:
        at_all = [*moments(book, now.date(), now=now), *(at for _, at in slots(book, after=now, days=15))]
        return [decide(Book(situation, thresholds), at) for at in at_all]

    one = timed(lambda now: decide(book, now))
    fresh = timed(lambda _: Book(situation, thresholds))
    whole = timed(today)
    plan = timed(lambda now: plan_week(Book(situation, thresholds), now=now))
    start = time.perf_counter()
    for now in nows():
        plainly(now)
    baseline = (time.perf_counter() - start) / len(nows()) * 1e6
    sys.stdout.write(
        f"{name:<44} {one:7.1f} {fresh:8.1f} {whole:9.1f} {plan:10.1f} {baseline:11.0f} {whole / baseline:8.4f}\n"
    )


def main() -> None:
    """Measure runners of several sizes."""
    thresholds = load_thresholds(Path(__file__).parents[1] / "content" / "thresholds.toml")
    sys.stdout.write("medians in µs\n")
    sys.stdout.write(
        f"{'runner':<44} {'moment':>7} {'book':>8} {'/today':>9} {'plan':>10} {'plainly':>11} {'ratio':>8}\n"
    )
    for runs, races, lifts in ((5, 0, 0), (5, 1, 20), (10, 1, 20), (20, 1, 20), (20, 5, 100), (20, 5, 500)):
        name = f"{runs} weekly runs, {races} races, {lifts} lifts"
        report(name, thresholds, runner(runs=runs, races=races, lifts=lifts))
    log = runner(runs=5, races=1, lifts=LONG_LOG)
    whole = timed(lambda now: progress(Book(log, thresholds), now=now))
    sys.stdout.write(f"/progress with {LONG_LOG} lifts: {whole:.0f}\n")


if __name__ == "__main__":
    main()
