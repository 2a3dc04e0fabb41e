"""The week planner: which of the runner's slots of the next days to lift in (guidance.md, section 6)."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from bot.guidance.engine import decide, decide_day, decide_on
from bot.guidance.search import slots
from bot.guidance.situation import Book
from bot.guidance.verdict import Decision, Verdict
from bot.training.profile import Phase
from bot.training.runs import RunClass
from bot.training.time import hours_between, local_date

DAY = dt.timedelta(days=1)
EASY = frozenset({RunClass.EASY})


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanLift:
    """A lift of a plan: the instant (UTC) of its first work set, and whether it is meant heavy."""

    at: dt.datetime
    heavy: bool


Plan = tuple[PlanLift, ...]
Score = tuple[float, ...]


def plan_week(
    book: Book,
    *,
    now: dt.datetime,
    kept: Collection[dt.datetime] = (),
    pinned: Plan = (),
    barred: Collection[dt.date] = (),
) -> Plan:
    """Return the best lifts in the runner's slots from `now` to the end of the week, earliest first; maybe none.

    `kept` are the instants of the plan that the runner already saw. `pinned` are lifts that they moved: these are part
    of every plan. No lift is proposed on the local days that are `barred`. The search is exact: every choice of slots
    and intensities that the engine allows is scored, each lift decided with the ones before it done (C021, C022, C045,
    C111, C113).
    """
    end = local_date(now, book.zone) + dt.timedelta(days=book.thresholds.week.days)
    counted = sum(local_date(lift.at, book.zone) < end for lift in pinned)
    free = _free(book, _candidates(book, now), pinned, barred)
    found = _plans(after_lifts(book, pinned), free, max(0, target(book, now=now) - counted))
    plans = (tuple(sorted((*pinned, *plan), key=lambda lift: lift.at)) for plan in found)
    return max(plans, key=lambda plan: _score(book, plan, kept))


def target(book: Book, *, now: dt.datetime) -> int:
    """Return how many lifts a week the planner aims at: two in base and build unless set to one, else one."""
    limits = book.thresholds.week
    if book.phase_on(local_date(now, book.zone)) not in {Phase.BASE, Phase.BUILD}:
        return limits.target_otherwise
    return min(book.profile.target or limits.target_in_base_or_build, limits.target_in_base_or_build)


def decided(book: Book, times: Iterable[dt.datetime]) -> Iterator[Decision]:
    """Decide lift times that are fixed, earliest first: each with those before it done that were not a NO."""
    for at in sorted(times):
        decision = decide(book, at)
        yield decision
        if decision.verdict >= Verdict.LIGHT:
            book = book.with_lift(local_date(at, book.zone), heavy=decision.verdict is Verdict.HEAVY)


def free_slot(book: Book, lifts: Collection[dt.datetime], *, after: dt.datetime) -> dt.datetime | None:
    """Return the runner's first slot after a moment that is HEAVY with the lifts before it done, else the first LIGHT.

    `lifts` are instants to come; a local day on which one stands has no other. Looks as many days ahead as the search
    for the next good window (guidance.md, section 3), which assumes no lift in between.
    """
    taken = {local_date(at, book.zone) for at in lifts}
    days = book.thresholds.basics.search_days + 1
    free = {at for _, at in slots(book, after=after, days=days) if local_date(at, book.zone) not in taken}
    found: dict[Verdict, dt.datetime] = {}
    for at in sorted(free.union(lifts)):
        verdict = decide(book, at).verdict
        if at in free:
            found.setdefault(verdict, at)
        elif verdict >= Verdict.LIGHT:
            book = book.with_lift(local_date(at, book.zone), heavy=verdict is Verdict.HEAVY)
    return found.get(Verdict.HEAVY, found.get(Verdict.LIGHT))


def after_lifts(book: Book, plan: Plan) -> Book:
    """Return the book as it will be after the lifts of a plan."""
    for lift in plan:
        book = book.with_lift(local_date(lift.at, book.zone), heavy=lift.heavy)
    return book


def day_verdict(book: Book, day: dt.date, plan: Plan, *, now: dt.datetime) -> Verdict:
    """Return a local day's best verdict, with the lifts that a plan has before it done."""
    earlier = tuple(lift for lift in plan if local_date(lift.at, book.zone) < day)
    return decide_day(after_lifts(book, earlier), day, now=now).verdict


def _candidates(book: Book, now: dt.datetime) -> list[dt.datetime]:
    return [at for _, at in slots(book, after=now, days=book.thresholds.week.days)]


def _free(book: Book, candidates: list[dt.datetime], pinned: Plan, barred: Collection[dt.date]) -> list[dt.datetime]:
    """Return the slots of days that are not barred and not next to a lift that is pinned."""
    stand = [local_date(lift.at, book.zone) for lift in pinned]
    taken = {*barred, *(day + n * DAY for day in stand for n in (-1, 0, 1))}
    return [at for at in candidates if local_date(at, book.zone) not in taken]


def _plans(book: Book, candidates: list[dt.datetime], most: int) -> Iterator[Plan]:
    """Yield every plan of at most so many lifts in some slots, never on consecutive days."""
    yield ()
    if most == 0:
        return
    for index, at in enumerate(candidates):
        date = local_date(at, book.zone)
        later = [one for one in candidates[index + 1 :] if local_date(one, book.zone) > date + DAY]
        for heavy in _intensities(decide_on(book.day(date), at).verdict):
            lift = PlanLift(at=at, heavy=heavy)
            yield from ((lift, *rest) for rest in _plans(book.with_lift(date, heavy=heavy), later, most - 1))


def _intensities(verdict: Verdict) -> tuple[bool, ...]:
    """Return how a slot may be used: a HEAVY one may be planned light as well."""
    if verdict is Verdict.HEAVY:
        return (True, False)
    return (False,) if verdict is Verdict.LIGHT else ()


def _score(book: Book, plan: Plan, kept: Collection[dt.datetime]) -> Score:
    """Return what is maximised, the most important first."""
    ideal = book.thresholds.week.ideal_gap_days
    gaps = [hours_between(one.at, other.at) / 24 for one, other in pairwise(plan)]
    places = [_place(book, lift) for lift in plan]
    return (
        sum(lift.heavy for lift in plan),
        len(plan),
        sum(lift.at in kept for lift in plan),
        sum(_follows_hard(book, lift) for lift in plan),
        sum(_precedes_easy(book, lift) for lift in plan),
        -sum(abs(gap - ideal) for gap in gaps),
        -sum(places),
        *(-lift.at.timestamp() for lift in plan),
    )


def _follows_hard(book: Book, lift: PlanLift) -> bool:
    """Tell whether a lift comes long enough after a hard run of its day (C045, C111)."""
    needed = book.thresholds.week.hours_after_hard
    runs = book.day(local_date(lift.at, book.zone)).runs_of(0, RunClass.QUALITY)
    return any(run.end is not None and hours_between(run.end, lift.at) >= needed for run in runs)


def _precedes_easy(book: Book, lift: PlanLift) -> bool:
    """Tell whether the day after a lift holds nothing but rest or easy runs (C022)."""
    return all(run.classes == EASY for run in book.runs_on(local_date(lift.at, book.zone) + DAY))


def _place(book: Book, lift: PlanLift) -> int:
    """Return the place of a lift's slot in the runner's own order; a slot that a clock change moved comes last."""
    slot = lift.at.astimezone(book.zone).time().replace(fold=0)
    order = book.profile.slots
    return order.index(slot) if slot in order else len(order)
