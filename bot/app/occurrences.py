"""When each kind of reminder comes: from what stands in a runner's records to rows of the due table."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from zoneinfo import ZoneInfo

from bot.app.consents import forbidden
from bot.app.kinds import BEFORE_LIFT, GRACE, in_quiet_hours, is_on, morning_of
from bot.app.lift_days import Origin, lift_times
from bot.app.ports import Records
from bot.app.records import Due, DueKind, Pause, Runner
from bot.guidance.phases import taper_start
from bot.guidance.thresholds import Thresholds
from bot.training.health import HealthFact
from bot.training.lift_times import LiftTime
from bot.training.runs import Race
from bot.training.time import exists, instant, local_date

MORNING_LEAD = dt.timedelta(minutes=60)
"""A morning reminder comes at least so long before the lift (conversation.md, 'Answers')."""

DAY = dt.timedelta(days=1)
WEEK_DAYS = 7
AHEAD_DAYS = 8
"""How many days' lifts are looked at: a weekly time has its next occurrence in them, also when today's has passed."""

DAILIES = 2
"""How many daily lines wait at a time: the one that is due and the one after it."""

LIFT = "lift"

DERIVED_BY = 2
"""Raised with every change of what is derived here: everybody's reminders are then derived anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the reminders of one runner follow from.

    `lifts` begin yesterday, or when a pause ends that holds; `lifted_on` are the days of the last two days' logged
    lifts. `races` come with their row ids; `pause` is the one that holds or comes next, else the newest that is over.
    `forbidden` is what clinicians forbade: there is no reminder of a lift while that stands.
    """

    runner: Runner
    now: dt.datetime
    limits: Thresholds
    lifts: tuple[LiftTime, ...] = ()
    lifted_on: frozenset[dt.date] = frozenset()
    races: tuple[tuple[int, Race], ...] = ()
    pause: Pause | None = None
    forbidden: tuple[HealthFact, ...] = ()

    @property
    def zone(self) -> ZoneInfo:
        """Return the runner's zone."""
        return ZoneInfo(self.runner.profile.timezone)

    @property
    def today(self) -> dt.date:
        """Return the runner's calendar day."""
        return local_date(self.now, self.zone)

    @property
    def first(self) -> dt.date:
        """Return the first local day whose reminders can be of use: yesterday, or the one on which a pause ends."""
        yesterday = self.today - DAY
        return yesterday if self.pause is None or self.is_ahead else max(yesterday, self.pause.until)

    @property
    def is_ahead(self) -> bool:
        """Tell whether the pause is still to begin: reminders come before it and after it."""
        return self.pause is not None and self.pause.since is not None and self.pause.since > self.today

    @property
    def starts(self) -> tuple[dt.date, ...]:
        """Return the days from which the days ahead are looked at: also the one on which a pause to come ends."""
        return (self.first, self.pause.until) if self.pause is not None and self.is_ahead else (self.first,)

    @property
    def lift_starts(self) -> tuple[dt.date, ...]:
        """Return the days from which lifts are looked at: also those on which what clinicians forbade is over."""
        return (*self.starts, *(fact.until + DAY for fact in self.forbidden if fact.until is not None))

    def on(self, kind: DueKind) -> bool:
        """Tell whether the runner gets a kind of message."""
        return is_on(self.runner.reminders, kind)

    def morning_on(self, day: dt.date) -> dt.datetime:
        """Return the instant at which a local day's messages of the morning come."""
        return instant(day, morning_of(self.runner.reminders, self.limits), self.zone)


def gather(records: Records, runner: Runner, *, now: dt.datetime, limits: Thresholds, pause: Pause | None) -> Facts:
    """Read what the reminders of a runner follow from; what only a kind that is off needs is left out."""
    bare = Facts(runner=runner, now=now, limits=limits, pause=pause)
    bare = replace(bare, forbidden=forbidden(records, runner.id, bare.today))
    tapers = bare.on(DueKind.TAPER) and runner.profile.phase is None
    return replace(
        bare,
        lifts=_lifts_ahead(records, bare),
        lifted_on=_lifted_lately(records, bare) if bare.on(DueKind.SORE) else frozenset(),
        races=records.races.of(runner.id) if tapers else (),
    )


def _lifts_ahead(records: Records, facts: Facts) -> tuple[LiftTime, ...]:
    """Return the lifts of the days ahead: however many are left out, of a weekly time one is always among them.

    Reminders are worked out anew whenever one was sent: without one to come that would never be. So a lift that was
    moved beyond those days is among them too.
    """
    runner = facts.runner
    changes = tuple(change for _, change in records.lift_changes.of(runner.id))
    days = 1 + AHEAD_DAYS + WEEK_DAYS * sum(change.date >= facts.first for change in changes)
    moved_to = (change.to_date for change in changes if change.to_date is not None and change.to_date >= facts.first)
    spans = (*((first, days) for first in facts.lift_starts), *((day, 1) for day in sorted(set(moved_to))))
    found = (one for first, span in spans for one in lift_times(records, runner, first=first, days=span))
    return tuple(dict.fromkeys(one for one in found if not any(fact.forbids(one.date) for fact in facts.forbidden)))


def _lifted_lately(records: Records, facts: Facts) -> frozenset[dt.date]:
    logged = records.lifts_since(facts.runner.id, instant(facts.today - DAY, dt.time(), facts.zone))
    return frozenset(local_date(lift.at, facts.zone) for lift in logged if lift.exercise.is_deadlift)


def occurrences(facts: Facts) -> Iterator[Due]:
    """Yield every reminder that what is known asks for, be it past, in quiet hours or in a pause."""
    for lift in facts.lifts:
        yield from _of_lift(facts, lift)
    for reader in (_weekly, _dailies, _soreness, _tapers, _back):
        yield from reader(facts)


def lift_item(lift: LiftTime) -> str:
    """Return what a lift is called in the due table, wherever it is moved."""
    return f"{LIFT} {lift.from_date} {lift.from_time:%H:%M}"


def lift_named(item: str) -> Origin | None:
    """Return which lift an item of the due table belongs to; None where it is about none."""
    kind, *parts = item.split()
    if kind != LIFT:
        return None
    return dt.date.fromisoformat(parts[0]), dt.time.fromisoformat(parts[1])


def due(
    facts: Facts, kind: DueKind, *, item: str, day: dt.date, at: dt.datetime, lift_at: dt.datetime | None = None
) -> Due:
    """Return one occurrence at an instant; `lift_at` None is one that is about no lift."""
    about = at if lift_at is None else lift_at
    deadline = at + GRACE[kind]
    return Due(
        runner_id=facts.runner.id,
        item=item,
        kind=kind,
        local_date=day,
        local_time=at.astimezone(facts.zone).time().replace(fold=0),
        zone=facts.runner.profile.timezone,
        due_at=at,
        deadline=min(deadline, about) if kind in BEFORE_LIFT else deadline,
        lift_at=about,
    )


def _of_lift(facts: Facts, lift: LiftTime) -> Iterator[Due]:
    """Yield what one lift asks for; a prompt and a question follow it to another time of its day."""
    lift_at, item = lift.at(facts.zone), lift_item(lift)
    here = f"{item} {lift.time:%H:%M}" if lift.moved else item
    if facts.on(DueKind.MORNING):
        at = _morning_before(facts, lift)
        yield due(facts, DueKind.MORNING, item=item, day=lift.date, at=at, lift_at=lift_at)
    lead = facts.runner.reminders.warmup_min
    if lead is not None:
        at = lift_at - dt.timedelta(minutes=lead)
        yield due(facts, DueKind.WARMUP, item=here, day=lift.date, at=at, lift_at=lift_at)
    if facts.on(DueKind.ALERT):
        eve = next(day for day in (lift.date - DAY, lift.date - 2 * DAY) if exists(day, facts.zone))
        at = instant(eve, facts.limits.reminders.alert, facts.zone)
        yield due(facts, DueKind.ALERT, item=item, day=eve, at=at, lift_at=lift_at)
    if facts.on(DueKind.AFTER):
        at = lift_at + dt.timedelta(minutes=facts.limits.reminders.after_min)
        yield due(facts, DueKind.AFTER, item=here, day=lift.date, at=at, lift_at=lift_at)


def _morning_before(facts: Facts, lift: LiftTime) -> dt.datetime:
    """Return when the morning reminder of a lift comes: an hour before an early one, but not in quiet hours.

    It comes as they end where that is before the lift.
    """
    lift_at, quiet = lift.at(facts.zone), facts.runner.reminders.quiet
    at = min(facts.morning_on(lift.date), lift_at - MORNING_LEAD)
    if quiet is None or not in_quiet_hours(at.astimezone(facts.zone).time(), quiet):
        return at
    ended = instant(lift.date, quiet[1], facts.zone)
    return ended if at < ended < lift_at else at


def _days(facts: Facts) -> Iterator[dt.date]:
    days = sorted({first + n * DAY for first in facts.starts for n in range(AHEAD_DAYS + 1)})
    return (day for day in days if exists(day, facts.zone) and not (facts.is_ahead and _is_paused(facts, day)))


def _is_paused(facts: Facts, day: dt.date) -> bool:
    pause = facts.pause
    return pause is not None and pause.since is not None and pause.since <= day < pause.until


def _weekly(facts: Facts) -> Iterator[Due]:
    chosen = facts.runner.reminders.week
    for day in _days(facts):
        if chosen is not None and day.weekday() == chosen.weekday:
            yield due(facts, DueKind.WEEK, item="week", day=day, at=instant(day, chosen.time, facts.zone))


def _dailies(facts: Facts) -> Iterator[Due]:
    """Yield the next daily lines, on the days without a lift."""
    if not facts.on(DueKind.DAILY):
        return
    taken = {lift.date for lift in facts.lifts}
    free = (day for day in _days(facts) if day not in taken)
    useful = (day for day in free if facts.morning_on(day) + GRACE[DueKind.DAILY] >= facts.now)
    for day in islice(useful, DAILIES):
        yield due(facts, DueKind.DAILY, item="day", day=day, at=facts.morning_on(day))


def _soreness(facts: Facts) -> Iterator[Due]:
    """Yield the question on the morning after a lift that was logged."""
    for day in sorted(facts.lifted_on):
        after = next(one for one in (day + DAY, day + 2 * DAY) if exists(one, facts.zone))
        yield due(facts, DueKind.SORE, item=f"after {day}", day=after, at=facts.morning_on(after))


def _tapers(facts: Facts) -> Iterator[Due]:
    races = tuple(race for _, race in facts.races)
    for row, race in facts.races:
        day = taper_start(races, race, facts.limits.races) if race.date > facts.today else None
        if day is not None:
            yield due(facts, DueKind.TAPER, item=f"race {row}", day=day, at=facts.morning_on(day))


def _back(facts: Facts) -> Iterator[Due]:
    """Yield the word on the morning after a pause that ends by itself."""
    if facts.pause is not None and facts.on(DueKind.BACK):
        day = facts.pause.until
        yield due(facts, DueKind.BACK, item=f"pause {facts.pause.at:%Y-%m-%d}", day=day, at=facts.morning_on(day))
