"""The planner, compared with scoring every choice of slots on random weeks: the search is exact (section 6).

The trial is another program: lifts of a plan that come earlier are written into the log as done.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, pairwise, product

from hypothesis import given
from hypothesis import strategies as st

from bot.guidance.engine import decide
from bot.guidance.planner import PlanLift, day_verdict, plan_week, target
from bot.guidance.situation import Book, Situation
from bot.guidance.thresholds import Thresholds
from bot.guidance.verdict import Verdict
from bot.training.lifts import Called, Exercise, Lift
from bot.training.profile import Phase
from bot.training.runs import RunClass
from bot.training.time import instant, local_date
from tests.guidance.cases import instant_of, situation_of
from tests.guidance.strategies import SLOW_PROPERTY, calm_situations, maybe, moments, situations, with_known_week

Choice = tuple[tuple[dt.datetime, bool], ...]
HOUR = dt.timedelta(hours=1)

slots = st.lists(st.sampled_from([dt.time(6), dt.time(12), dt.time(18)]), min_size=1, max_size=2, unique=True)


@st.composite
def runners(draw: st.DrawFn) -> Situation:
    """Return a runner with few slots, so that every choice can be tried."""
    found = with_known_week(draw(st.one_of(situations(), calm_situations())))
    target = draw(maybe(st.integers(1, 2)))
    return replace(found, profile=replace(found.profile, slots=tuple(draw(slots)), target=target))


@SLOW_PROPERTY
@given(situation=runners(), now=moments, kept=st.lists(st.integers(0, 20), max_size=2))
def test_plan_is_the_best_of_all_choices(
    situation: Situation, now: dt.datetime, kept: list[int], thresholds: Thresholds
) -> None:
    trial = Trial(situation, thresholds, now)
    seen = {trial.slots[place % len(trial.slots)] for place in kept} if trial.slots else set()
    best = max(trial.choices(), key=lambda choice: trial.score(choice, seen))
    plan = plan_week(Book(situation, thresholds), now=now, kept=seen)
    assert tuple((lift.at, lift.heavy) for lift in plan) == best


@SLOW_PROPERTY
@given(situation=runners(), now=moments)
def test_plan_that_is_kept_is_planned_again(situation: Situation, now: dt.datetime, thresholds: Thresholds) -> None:
    book = Book(situation, thresholds)
    plan = plan_week(book, now=now)
    assert plan_week(book, now=now, kept={lift.at for lift in plan}) == plan


def test_day_of_a_planned_lift_keeps_its_verdict_and_the_next_one_loses_it(thresholds: Thresholds) -> None:
    """Worked out from R50: planned lifts of earlier days count as done, the day's own does not."""
    book, now = Book(situation_of({"weekly": []}), thresholds), instant_of({}, "2026-03-02 06:00")
    plan = (PlanLift(at=instant_of({}, "2026-03-03 18:00"), heavy=True),)
    verdicts = [day_verdict(book, dt.date(2026, 3, day), plan, now=now) for day in (2, 3, 4)]
    assert verdicts == [Verdict.HEAVY, Verdict.HEAVY, Verdict.NO]


class Trial:
    """Every choice of slots of the next seven days, and what it is worth."""

    def __init__(self, situation: Situation, thresholds: Thresholds, now: dt.datetime) -> None:
        """List the slots."""
        self.situation, self.thresholds = situation, thresholds
        self.book = Book(situation, thresholds)
        profile = situation.profile
        days = [now.date() + dt.timedelta(days=n) for n in range(7)]
        every = [dt.datetime.combine(day, at, tzinfo=dt.UTC) for day in days for at in sorted(profile.slots)]
        self.slots = [at for at in every if at > now and at.weekday() in profile.days]
        two = self.book.phase_on(now.date()) in {Phase.BASE, Phase.BUILD} and profile.target != 1
        self.most = 2 if two else 1

    def choices(self) -> Iterator[Choice]:
        """Yield every choice that the engine allows."""
        for count in range(self.most + 1):
            for times in combinations(self.slots, count):
                if any((b.date() - a.date()).days < 2 for a, b in pairwise(times)):
                    continue
                for heavy in product((True, False), repeat=count):
                    choice = tuple(zip(times, heavy, strict=True))
                    if all(self.allows(choice[:place], *choice[place]) for place in range(count)):
                        yield choice

    def allows(self, before: Choice, at: dt.datetime, heavy: bool) -> bool:  # noqa: FBT001 - a pair taken apart
        """Tell whether the engine lets a lift be so, with those before it in the log."""
        done = tuple(
            Lift(at=when, exercise=Exercise.DEADLIFT, sets=(), called=Called.HEAVY if hard else Called.LIGHT)
            for when, hard in before
        )
        told = replace(self.situation, lifts=(*self.situation.lifts, *done))
        verdict = decide(Book(told, self.thresholds), at).verdict
        return verdict is Verdict.HEAVY or (verdict is Verdict.LIGHT and not heavy)

    def score(self, choice: Choice, seen: set[dt.datetime]) -> tuple[float, ...]:
        """Return what section 6 maximises, in its order."""
        times = [at for at, _ in choice]
        gaps = [(b - a) / dt.timedelta(days=1) for a, b in pairwise(times)]
        order = self.situation.profile.slots
        return (
            sum(heavy for _, heavy in choice),
            len(choice),
            len(seen.intersection(times)),
            sum(self.after_quality(at) for at in times),
            sum(self.before_rest(at) for at in times),
            -sum(abs(gap - 3.5) for gap in gaps),
            -sum(order.index(at.time()) for at in times),
            *(-at.timestamp() for at in times),
        )

    def after_quality(self, at: dt.datetime) -> bool:
        """Tell whether a hard run of the day ended six hours before."""
        runs = self.book.calendar.runs_on(at.date())
        hard = [run for run in runs if RunClass.QUALITY in run.classes and run.start is not None]
        return any(run.start + run.minutes * HOUR / 60 + 6 * HOUR <= at for run in hard if run.start is not None)

    def before_rest(self, at: dt.datetime) -> bool:
        """Tell whether the next day is rest, or easy runs alone."""
        runs = self.book.calendar.runs_on(at.date() + dt.timedelta(days=1))
        return {kind for run in runs for kind in run.classes} <= {RunClass.EASY}


@SLOW_PROPERTY
@given(situation=runners(), now=moments, ahead=st.integers(1, 6), means=st.sampled_from(Verdict))
def test_a_lift_that_was_moved_is_part_of_the_plan_and_no_other_stands_beside_it(
    situation: Situation, now: dt.datetime, ahead: int, means: Verdict, thresholds: Thresholds
) -> None:
    book = Book(situation, thresholds)
    day = local_date(now, book.zone) + dt.timedelta(days=ahead)
    pinned = PlanLift(at=instant(day, dt.time(10), book.zone), heavy=means is Verdict.HEAVY)
    plan = plan_week(book, now=now, pinned=(pinned,))
    assert pinned in plan
    assert len(plan) <= max(1, target(book, now=now))
    days = [local_date(lift.at, book.zone) for lift in plan]
    assert all((later - earlier).days > 1 for earlier, later in pairwise(days))


@SLOW_PROPERTY
@given(situation=runners(), now=moments, ahead=st.sets(st.integers(0, 6)))
def test_no_lift_is_proposed_on_a_day_that_the_runner_left_free(
    situation: Situation, now: dt.datetime, ahead: set[int], thresholds: Thresholds
) -> None:
    book = Book(situation, thresholds)
    barred = {local_date(now, book.zone) + dt.timedelta(days=n) for n in ahead}
    plan = plan_week(book, now=now, barred=barred)
    assert not any(local_date(lift.at, book.zone) in barred for lift in plan)
