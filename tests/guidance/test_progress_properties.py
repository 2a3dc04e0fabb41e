"""What holds of the progress for any log: order, weaker sets, removed lifts, counts and time zones."""

import datetime as dt
from dataclasses import replace
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bot.guidance.breaks import Span
from bot.guidance.maxima import Best
from bot.guidance.progress import Progress, progress
from bot.guidance.situation import Book, Situation
from bot.guidance.thresholds import Thresholds
from bot.training.lifts import Called, Exercise, Lift, LiftSet
from bot.training.profile import Profile
from bot.training.time import instant
from tests.guidance.strategies import MONDAY, PROPERTY, ZONES, maybe, some

UTC = ZoneInfo("UTC")
NOW = instant(MONDAY + dt.timedelta(days=6), dt.time(23, 45), UTC)
DAYS = 150

_sets = st.builds(
    LiftSet,
    reps=st.integers(1, 6),
    weight_kg=maybe(st.integers(40, 160).map(float)),
    rir=maybe(st.integers(0, 4).map(float)),
)
_exercises = st.sampled_from([Exercise.DEADLIFT, Exercise.TRAP_BAR, Exercise.SWING, Exercise.SQUAT])
_lifts = st.builds(
    Lift,
    at=st.integers(0, DAYS * 4).map(lambda quarters: NOW - dt.timedelta(hours=6 * quarters)),
    exercise=_exercises,
    sets=st.lists(_sets, min_size=1, max_size=3).map(tuple),
    called=maybe(st.sampled_from(Called)),
)
_logs = some(_lifts, most=25)
_spans = st.builds(
    lambda first, days: Span(first=MONDAY - dt.timedelta(days=first), last=MONDAY + dt.timedelta(days=days - first)),
    st.integers(0, DAYS),
    st.integers(0, 30),
)


def shown(
    lifts: tuple[Lift, ...], thresholds: Thresholds, *, pauses: tuple[Span, ...] = (), zone: str = "UTC"
) -> Progress | None:
    """Return the progress late on the Sunday."""
    told = Situation(profile=Profile(timezone=zone), lifts=lifts)
    return progress(Book(told, thresholds), now=NOW, pauses=pauses)


@PROPERTY
@given(lifts=_logs, data=st.data())
def test_the_order_of_the_log_does_not_matter(
    lifts: tuple[Lift, ...], data: st.DataObject, thresholds: Thresholds
) -> None:
    shuffled = tuple(data.draw(st.permutations(lifts)))
    assert shown(lifts, thresholds) == shown(shuffled, thresholds)


@PROPERTY
@given(lifts=_logs, ago=st.integers(1, 60))
def test_an_earlier_and_weaker_set_never_lowers_a_best(
    lifts: tuple[Lift, ...], ago: int, thresholds: Thresholds
) -> None:
    before = shown(lifts, thresholds)
    if before is None:
        return
    work = LiftSet(reps=1, weight_kg=20.0, rir=0.0)
    first = min(lift.at for lift in lifts) - dt.timedelta(days=ago)
    weak = Lift(at=first, exercise=before.strength.exercise, sets=(work,))
    book = Book(Situation(profile=Profile(), lifts=(*lifts, weak)), thresholds)
    after = progress(book, now=NOW, exercise=before.strength.exercise)
    assert after is not None
    assert _estimate(after.strength.strongest) >= _estimate(before.strength.strongest)
    assert _weight(after.strength.heaviest) >= _weight(before.strength.heaviest)
    assert (after.strength.current_kg or 0) >= (before.strength.current_kg or 0)


def _estimate(best: Best | None) -> float:
    return 0.0 if best is None else best.done.e1rm_kg or 0.0


def _weight(best: Best | None) -> float:
    return 0.0 if best is None else best.done.work.weight_kg or 0.0


@PROPERTY
@given(lifts=_logs, pauses=some(_spans, most=3), data=st.data())
def test_a_streak_never_grows_by_removing_lifts(
    lifts: tuple[Lift, ...], pauses: tuple[Span, ...], data: st.DataObject, thresholds: Thresholds
) -> None:
    kept = tuple(lift for lift in lifts if data.draw(st.booleans()))
    more, less = shown(lifts, thresholds, pauses=pauses), shown(kept, thresholds, pauses=pauses)
    if more is None or less is None:
        return
    assert less.streak.weeks <= more.streak.weeks
    assert less.streak.longest <= more.streak.longest
    assert less.streak.weeks <= less.streak.longest


@PROPERTY
@given(lifts=_logs)
def test_the_weeks_add_up_to_the_log(lifts: tuple[Lift, ...], thresholds: Thresholds) -> None:
    found = shown(lifts, thresholds)
    if found is None:
        return
    first = found.weeks[0].monday
    mine = [one for one in lifts if one.exercise.is_deadlift and one.at.date() >= first]
    assert sum(week.all.sets for week in found.weeks) == sum(len(one.sets) for one in mine)
    assert sum(week.all.reps for week in found.weeks) == sum(work.reps for one in mine for work in one.sets)
    assert sum(week.days for week in found.weeks) == len({one.at.date() for one in mine})
    assert found.long.heavy + found.long.light == sum(week.days for week in found.weeks)
    assert found.recent.heavy <= found.long.heavy
    assert found.recent.light <= found.long.light


@PROPERTY
@given(lifts=_logs, zone=st.sampled_from(ZONES))
def test_the_same_local_life_has_the_same_weeks_anywhere(
    lifts: tuple[Lift, ...], zone: str, thresholds: Thresholds
) -> None:
    """Every lift keeps the time on its runner's clock: 23:30 on a Sunday is a Sunday's everywhere."""
    there = ZoneInfo(zone)
    told = tuple(replace(lift, at=lift.at.replace(tzinfo=there).astimezone(dt.UTC)) for lift in lifts)
    book = Book(Situation(profile=Profile(timezone=zone), lifts=told), thresholds)
    here, away = shown(lifts, thresholds), progress(book, now=NOW.replace(tzinfo=there).astimezone(dt.UTC))
    assert (here is None) == (away is None)
    if here is None or away is None:
        return
    assert [week.days for week in here.weeks] == [week.days for week in away.weeks]
    assert here.streak == away.streak
    assert [point.date for point in here.strength.points] == [point.date for point in away.strength.points]
