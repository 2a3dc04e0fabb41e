"""Random runners for the guidance properties: all live around one Monday and are first told on a UTC clock.

`told_in` retells the same life in another zone, or some weeks later: every local time stays what it was. The zones
change no clock between the first lift and the last slot looked at.
"""

import datetime as dt
from dataclasses import replace
from typing import TypeVar
from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, settings
from hypothesis import Phase as Stage
from hypothesis import strategies as st

from bot.guidance.situation import Situation
from bot.training.body import (
    CheckIn,
    FlagLevel,
    FreeDays,
    GymHeat,
    HeatIllness,
    Illness,
    Layoff,
    Pain,
    PainSite,
    RedFlag,
    RunReport,
    Sleep,
    Soreness,
    Travel,
    Unclear,
    Well,
)
from bot.training.health import HealthFact, HealthTopic
from bot.training.lifts import Called, Exercise, Lift, LiftSet
from bot.training.profile import Aim, Phase, Profile
from bot.training.runs import DatedRun, Priority, Race, RunKind, RunSpec, WeeklyPattern, WeeklyRun
from bot.training.time import Weekday, instant

T = TypeVar("T")

MONDAY = dt.date(2026, 1, 5)
MOST_WEEKS = 4
ZONES = (
    "Europe/Berlin",
    "America/New_York",
    "America/St_Johns",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Pacific/Chatham",
    "Pacific/Kiritimati",
)
EXPERIENCED = Profile(lifting_since=dt.date(2020, 1, 1), running_since=dt.date(2018, 1, 1))

PROPERTY = settings(
    max_examples=80,
    deadline=None,
    derandomize=True,
    phases=[Stage.explicit, Stage.generate, Stage.shrink],
    suppress_health_check=[HealthCheck.too_slow],
)
"""A property that decides single moments."""
SLOW_PROPERTY = settings(PROPERTY, max_examples=25)
"""A property that decides whole days or the slots of two weeks."""


def some(one: st.SearchStrategy[T], *, most: int) -> st.SearchStrategy[tuple[T, ...]]:
    """Return up to `most` of something."""
    return st.lists(one, max_size=most).map(tuple)


def days(first: int, last: int) -> st.SearchStrategy[dt.date]:
    """Return local days, counted from the Monday."""
    return st.integers(first, last).map(lambda days: MONDAY + dt.timedelta(days=days))


def instants(first: int, last: int) -> st.SearchStrategy[dt.datetime]:
    """Return instants of local days, told in UTC."""
    return st.builds(lambda day, at: instant(day, at, ZoneInfo("UTC")), days(first, last), times)


def maybe(one: st.SearchStrategy[T]) -> st.SearchStrategy[T | None]:
    """Return something, or that it was not said."""
    return st.none() | one


times = st.integers(5 * 4, 23 * 4).map(lambda quarters: dt.time(quarters // 4 % 24, quarters % 4 * 15))
moments = instants(0, 6)
_either = st.booleans()
zones = st.sampled_from(ZONES)
_since = st.sampled_from([3, 27, 30, 55, 57, 400]).map(lambda ago: MONDAY - dt.timedelta(days=ago))

specs = st.builds(
    RunSpec,
    kind=st.sampled_from(RunKind),
    time=maybe(times),
    distance_km=maybe(st.integers(3, 30).map(float)),
    duration_min=maybe(st.integers(20, 180).map(float)),
    hilly=st.booleans(),
    descent_m=maybe(st.just(300.0)),
)
hard_specs = st.builds(
    RunSpec,
    kind=st.sampled_from([RunKind.INTERVALS, RunKind.TEMPO, RunKind.HILLS, RunKind.LONG]),
    time=maybe(times),
)
"""Hard runs without a duration: one with a duration may make another run look ordinary that stood out before."""


_entry_days = days(-1, 8) | days(-20, 16)


@st.composite
def _dated_runs(draw: st.DrawFn) -> DatedRun:
    spec = draw(specs)
    replaces = spec.kind is RunKind.REST or draw(_either)
    return DatedRun(date=draw(_entry_days), run=spec, replaces=replaces, done=draw(_either))


_patterns = st.builds(
    WeeklyPattern,
    valid_from=st.none(),
    runs=some(st.builds(WeeklyRun, weekday=st.sampled_from(Weekday), run=specs), most=6),
)
_profiles = st.builds(
    Profile,
    lifting_since=maybe(_since),
    running_since=maybe(_since),
    began_as_new=st.booleans(),
    slots=st.lists(times, min_size=1, max_size=3, unique=True).map(tuple),
    days=st.lists(st.sampled_from(Weekday), min_size=1, unique=True).map(tuple),
    run_time=maybe(times),
    phase=maybe(st.sampled_from(Phase)),
    priority=st.sampled_from(Aim),
)
races = st.builds(
    Race,
    date=days(-9, 16) | days(-20, 90),
    distance_km=maybe(st.sampled_from([5.0, 10.0, 15.0, 21.1, 42.2, 80.0])),
    priority=st.sampled_from(Priority),
    time=maybe(times),
)
_sets = st.builds(
    LiftSet,
    reps=st.integers(1, 8),
    weight_kg=maybe(st.integers(40, 160).map(float)),
    rir=maybe(st.integers(0, 5).map(float)),
)
_lifts = st.builds(
    Lift,
    at=instants(-6, 5) | instants(-45, -7),
    exercise=st.sampled_from(Exercise),
    sets=some(_sets, most=3),
    called=maybe(st.sampled_from(Called)),
)


def _light_deadlifts(first: int, last: int) -> st.SearchStrategy[Lift]:
    return st.builds(
        Lift,
        at=instants(first, last),
        exercise=st.just(Exercise.DEADLIFT),
        sets=st.just(()),
        called=st.just(Called.LIGHT),
    )


lifts_without_effort = st.builds(
    Lift,
    at=instants(-10, 6),
    exercise=st.sampled_from(Exercise),
    sets=some(st.builds(LiftSet, reps=st.integers(1, 8), weight_kg=maybe(st.just(100.0))), most=2),
    called=maybe(st.sampled_from(Called)),
)
"""Lifts that make no e1RM: a better e1RM may show that another lift was light."""
soreness = st.builds(Soreness, at=instants(-2, 5), level=st.integers(0, 10))
breaks = st.builds(Layoff, at=instants(-9, 6), last_on=days(-60, -10))
_checkins: st.SearchStrategy[CheckIn] = st.one_of(
    soreness,
    st.builds(
        Pain,
        at=instants(-9, 6),
        level=maybe(st.integers(0, 10)),
        site=st.sampled_from(PainSite),
        concerning=st.booleans(),
    ),
    st.builds(Unclear, at=instants(-4, 6), urgent=st.booleans()),
    st.builds(FreeDays, at=instants(-4, 6), date=days(-1, 6)),
    st.builds(Sleep, at=instants(-2, 6), hours=st.sampled_from([3.0, 4.0, 5.5, 6.0, 8.0])),
    st.builds(GymHeat, at=instants(-2, 6), celsius=st.sampled_from([20.0, 32.0])),
    st.builds(
        Travel, at=instants(-2, 6), travel_hours=st.sampled_from([0.0, 5.5, 6.0]), zones=st.sampled_from([0, 2, 3])
    ),
    st.builds(Illness, at=instants(-9, 6), fever_c=maybe(st.sampled_from([37.5, 38.0])), head_only=st.booleans()),
    breaks,
    st.builds(Well, at=instants(-9, 6)),
    st.builds(HeatIllness, at=instants(-9, 6), cleared_at=maybe(instants(-9, 6))),
    st.builds(RunReport, at=instants(-9, 6), run_date=days(-9, 0), felt_worse=st.booleans()),
)
_health = st.builds(
    HealthFact,
    topic=st.sampled_from(HealthTopic),
    said_on=days(-90, 0),
    since=maybe(days(-90, 0)),
    cleared_on=maybe(days(-40, 3)),
    until=maybe(days(-3, 9)),
)
red_flags = st.builds(
    RedFlag, at=instants(-9, 6), level=st.sampled_from(FlagLevel), phrase=st.just("chest pain"), ended_at=st.none()
)
_ended_flags = st.builds(
    lambda flag, hours: replace(flag, ended_at=flag.at + dt.timedelta(hours=hours)), red_flags, st.integers(1, 90)
)


# Made once: to make and check them again for each example took a sixth of the time of the properties.
_weeks = some(_patterns, most=1)
_later_weeks = some(st.builds(replace, _patterns, valid_from=days(-6, 10)), most=1)
_short_weeks = _patterns.map(lambda pattern: replace(pattern, runs=pattern.runs[:2]))
_entries = some(_dated_runs(), most=4)
_earlier_sessions = st.sampled_from([0, 10, 30])
_some_races = some(races, most=2)
_some_lifts = some(_lifts, most=4)
_few_lifts = some(_lifts, most=3)
_some_checkins = some(_checkins, most=3)
_perhaps_sore = some(soreness, most=1)
_perhaps_a_flag = some(_ended_flags, most=1)
_some_health = st.just(()) | some(_health, most=2)
_aims = st.sampled_from(Aim)


@st.composite
def situations(draw: st.DrawFn) -> Situation:
    """Return a runner of whom anything may be unknown."""
    patterns = draw(_weeks)
    if patterns:
        patterns = (*patterns, *draw(_later_weeks))
    return Situation(
        profile=draw(_profiles),
        patterns=patterns,
        dated_runs=draw(_entries),
        races=draw(_some_races),
        lifts=draw(_some_lifts),
        earlier_sessions=draw(_earlier_sessions),
        checkins=tuple(sorted(draw(_some_checkins), key=lambda checkin: checkin.at)),
        red_flags=draw(_perhaps_a_flag),
        health=draw(_some_health),
    )


@st.composite
def calm_situations(draw: st.DrawFn) -> Situation:
    """Return an experienced runner with a known week, sore at most, so that lifts and soreness decide by themselves."""
    return Situation(
        profile=replace(EXPERIENCED, priority=draw(_aims)),
        patterns=(draw(_short_weeks),),
        dated_runs=draw(_entries),
        lifts=draw(_few_lifts),
        earlier_sessions=draw(_earlier_sessions),
        checkins=draw(_perhaps_sore),
    )


any_situation = st.one_of(situations(), calm_situations())
seldom_lifting = st.builds(
    Situation,
    profile=st.just(EXPERIENCED),
    patterns=st.just((WeeklyPattern(valid_from=None, runs=()),)),
    lifts=st.tuples(*(_light_deadlifts(*span) for span in ((-60, -29), (-20, 3)))),
    checkins=some(breaks, most=1),
)
"""Experienced runners in a week without runs, whose breaks from lifting decide by themselves."""


def with_known_week(situation: Situation) -> Situation:
    """Give the runner an empty week where none was said, so that a dated entry tells nothing beyond itself."""
    return situation if situation.patterns else replace(situation, patterns=(WeeklyPattern(valid_from=None, runs=()),))


def moved(at: dt.datetime, zone: str, weeks: int = 0) -> dt.datetime:
    """Return the instant at which another zone's clock shows what UTC's shows now, some weeks later."""
    return instant(at.date() + dt.timedelta(weeks=weeks), at.time(), ZoneInfo(zone))


def told_in(situation: Situation, zone: str, weeks: int = 0) -> Situation:
    """Retell a life told in UTC: each local time as it was, in another zone and some weeks later."""
    by = dt.timedelta(weeks=weeks)
    profile = situation.profile
    return replace(
        situation,
        profile=replace(
            profile,
            timezone=zone,
            lifting_since=_later(profile.lifting_since, by),
            running_since=_later(profile.running_since, by),
        ),
        patterns=tuple(replace(one, valid_from=_later(one.valid_from, by)) for one in situation.patterns),
        dated_runs=tuple(replace(one, date=one.date + by) for one in situation.dated_runs),
        races=tuple(replace(one, date=one.date + by) for one in situation.races),
        lifts=tuple(replace(one, at=moved(one.at, zone, weeks)) for one in situation.lifts),
        checkins=tuple(_checkin(one, zone, weeks) for one in situation.checkins),
        red_flags=tuple(_flag(one, zone, weeks) for one in situation.red_flags),
        health=tuple(_fact(one, by) for one in situation.health),
    )


def _later(day: dt.date | None, by: dt.timedelta) -> dt.date | None:
    return None if day is None else day + by


def _checkin(one: CheckIn, zone: str, weeks: int) -> CheckIn:
    at = moved(one.at, zone, weeks)
    match one:
        case FreeDays(date=date):
            return replace(one, at=at, date=date + dt.timedelta(weeks=weeks))
        case Layoff(last_on=date):
            return replace(one, at=at, last_on=date + dt.timedelta(weeks=weeks))
        case RunReport(run_date=date):
            return replace(one, at=at, run_date=date + dt.timedelta(weeks=weeks))
        case HeatIllness(cleared_at=dt.datetime() as cleared_at):
            return replace(one, at=at, cleared_at=moved(cleared_at, zone, weeks))
    return replace(one, at=at)


def _fact(one: HealthFact, by: dt.timedelta) -> HealthFact:
    since, cleared, until = (_later(day, by) for day in (one.since, one.cleared_on, one.until))
    return replace(one, said_on=one.said_on + by, since=since, cleared_on=cleared, until=until)


def _flag(one: RedFlag, zone: str, weeks: int) -> RedFlag:
    ended = None if one.ended_at is None else moved(one.ended_at, zone, weeks)
    return replace(one, at=moved(one.at, zone, weeks), ended_at=ended)
