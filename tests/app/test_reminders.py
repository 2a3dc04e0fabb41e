"""Which reminders are due when: by an injected clock, through clock changes, pauses, quiet hours and moved lifts."""

import datetime as dt
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.app.kinds import in_quiet_hours
from bot.app.ports import Records
from bot.app.records import DueKind, DueState, Pause, WeeklyMoment
from bot.app.reminders import replan
from bot.guidance.thresholds import Thresholds
from bot.library.library import Library
from bot.service import reminder
from bot.training.lifts import Exercise, FixedLift, Lift, LiftChange, LiftSet, PlannedLift
from bot.training.runs import Race
from bot.training.time import Weekday
from tests.app.reminding import ANN, Life, Sent, a_runner, in_records, sent_in, settle_in

BERLIN = ZoneInfo("Europe/Berlin")
MONDAY = dt.datetime(2026, 3, 2, 9, 0, tzinfo=dt.UTC)
NOON = dt.time(12)
FRIDAY = FixedLift(weekday=Weekday.FRI, time=NOON)
SEVEN = dt.time(7)


def local(sent: list[Sent], zone: ZoneInfo = BERLIN) -> list[tuple[str, str]]:
    """Return the kind and local moment of each."""
    return [(one.due.kind.value, f"{one.at.astimezone(zone):%a %d %H:%M}") for one in sent]


def test_a_lift_day_brings_its_reminders_in_order(library: Library) -> None:
    ann = a_runner("Europe/Berlin", morning=SEVEN, warmup_min=30)
    sent = sent_in(Life(runner=ann, since=MONDAY, days=6, lifts=(FRIDAY,)), library)
    assert local(sent) == [("morning", "Fri 06 07:00"), ("warmup", "Fri 06 11:30"), ("after", "Fri 06 14:00")]


def test_a_time_set_for_a_minute_ago_waits_for_the_next_day(library: Library) -> None:
    ann = a_runner("Europe/Berlin", morning=dt.time(9, 59), daily=True)
    assert local(sent_in(Life(runner=ann, since=MONDAY, days=1), library)) == [("daily", "Tue 03 09:59")]


@pytest.mark.parametrize("to", ["06:30", "07:00", "07:30"])
def test_a_reminder_that_is_due_is_not_lost_when_its_time_changes(library: Library, to: str) -> None:
    """It was due five seconds ago and waits to be sent."""

    def work(records: Records) -> list[str]:
        now = dt.datetime(2026, 3, 6, 6, 0, 5, tzinfo=dt.UTC)
        for at, time in ((MONDAY, SEVEN), (now, dt.time.fromisoformat(to))):
            records.save_runner(a_runner("Europe/Berlin", morning=time, alert=False, after=False))
            records.fixed_lifts.clear(ANN)
            records.fixed_lifts.add(ANN, FRIDAY)
            replan(records, ANN, now=at, limits=library.knowledge.thresholds)
        rows = records.due_of(ANN, DueState.PENDING)
        return [f"{due.local_time:%H:%M}" for due in rows if due.local_date == now.date()]

    assert in_records(work) == [to]


@pytest.mark.parametrize(
    ("at", "moment"),
    [
        pytest.param("2028-02-28", ["Tue 29 07:00", "Wed 01 07:00"], id="leap day"),
        pytest.param("2028-03-25", ["Sun 26 07:00", "Mon 27 07:00"], id="spring change"),
        pytest.param("2028-10-28", ["Sun 29 07:00", "Mon 30 07:00"], id="autumn change"),
    ],
)
def test_a_daily_line_comes_at_its_local_time_through_leap_days_and_clock_changes(
    library: Library, at: str, moment: list[str]
) -> None:
    since = dt.datetime.fromisoformat(at).replace(hour=12, tzinfo=dt.UTC)
    sent = sent_in(Life(runner=a_runner("Europe/Berlin", morning=SEVEN, daily=True), since=since, days=2), library)
    assert [when for _, when in local(sent)] == moment


@pytest.mark.parametrize(
    ("day", "expected"), [("2026-03-28", "01:30"), ("2026-10-24", "00:30")], ids=["skipped", "twice"]
)
def test_a_time_that_a_clock_change_skips_or_repeats_comes_once(library: Library, day: str, expected: str) -> None:
    since = dt.datetime.fromisoformat(day).replace(hour=12, tzinfo=dt.UTC)
    sent = sent_in(
        Life(runner=a_runner("Europe/Berlin", morning=dt.time(2, 30), daily=True), since=since, days=0.9), library
    )
    assert [f"{one.at:%H:%M}" for one in sent] == [expected]


def test_the_day_that_samoa_left_out_has_no_line_and_its_neighbours_one_each(library: Library) -> None:
    since = dt.datetime(2011, 12, 28, 0, 0, tzinfo=dt.UTC)
    apia = ZoneInfo("Pacific/Apia")
    sent = sent_in(Life(runner=a_runner("Pacific/Apia", morning=SEVEN, daily=True), since=since, days=5), library)
    assert [when for _, when in local(sent, apia)] == [
        *("Wed 28 07:00", "Thu 29 07:00", "Sat 31 07:00", "Sun 01 07:00", "Mon 02 07:00")
    ]


def moved(records: Records) -> None:
    """Let Friday's lift stand on Saturday."""
    change = LiftChange(date=dt.date(2026, 3, 6), time=NOON, to_date=dt.date(2026, 3, 7), to_time=dt.time(10))
    records.lift_changes.add(ANN, change)


def test_a_moved_lift_is_reminded_of_where_it_stands(library: Library) -> None:
    ann = a_runner("Europe/Berlin", morning=SEVEN, after=False)
    sent = sent_in(Life(runner=ann, since=MONDAY, days=12, lifts=(FRIDAY,), told=moved), library)
    assert local(sent) == [("morning", "Sat 07 07:00"), ("morning", "Fri 13 07:00")]


def moved_far(records: Records) -> None:
    """Let the only lift of the plan stand three weeks later."""
    ann = a_runner("Europe/Berlin", morning=SEVEN, after=False, alert=False)
    records.save_runner(replace(ann, profile=replace(ann.profile, auto_lifts=True)))
    day = dt.date(2026, 3, 6)
    records.planned_lifts.add(ANN, PlannedLift(date=day, time=NOON, heavy=True))
    records.lift_changes.add(ANN, LiftChange(date=day, time=NOON, to_date=dt.date(2026, 3, 23), to_time=NOON))


def test_a_lift_that_is_moved_as_far_as_can_be_is_reminded_of_with_nothing_between(library: Library) -> None:
    ann = a_runner("Europe/Berlin", morning=SEVEN, after=False)
    sent = sent_in(Life(runner=ann, since=MONDAY, days=28, told=moved_far), library)
    assert local(sent) == [("morning", "Mon 23 07:00")]


@pytest.mark.parametrize(
    ("lift", "quiet_until", "moment"),
    [
        ("06:40", "06:00", "Fri 06 06:00"),
        ("06:40", "05:30", "Fri 06 05:40"),
        ("00:30", "00:10", "Fri 06 00:10"),
        ("05:30", "06:00", None),
    ],
)
def test_a_reminder_an_hour_before_an_early_lift_waits_for_the_end_of_quiet_hours(
    library: Library, lift: str, quiet_until: str, moment: str | None
) -> None:
    quiet = dt.time(22), dt.time.fromisoformat(quiet_until)
    ann = a_runner("Europe/Berlin", morning=dt.time(6), quiet=quiet, after=False)
    early = FixedLift(weekday=Weekday.FRI, time=dt.time.fromisoformat(lift))
    sent = sent_in(Life(runner=ann, since=MONDAY, days=6, lifts=(early,)), library)
    assert local(sent) == ([] if moment is None else [("morning", moment)])


def left_out(records: Records) -> None:
    """Leave the lifts of three Fridays out."""
    for day in (6, 13, 20):
        records.lift_changes.add(ANN, LiftChange(date=dt.date(2026, 3, day), time=NOON))


def test_lifts_that_are_left_out_do_not_end_the_reminders(library: Library) -> None:
    ann = a_runner("Europe/Berlin", morning=SEVEN, after=False)
    sent = sent_in(Life(runner=ann, since=MONDAY, days=28, lifts=(FRIDAY,), told=left_out), library)
    assert local(sent) == [("morning", "Fri 27 07:00")]


def paused(records: Records) -> None:
    """Pause for fifty days."""
    records.pauses.add(ANN, Pause(at=MONDAY, until=dt.date(2026, 4, 21)))


def test_reminders_begin_again_by_themselves_after_a_long_pause(library: Library) -> None:
    ann = a_runner("Europe/Berlin", morning=SEVEN, after=False, week=WeeklyMoment(weekday=Weekday.SUN, time=NOON))
    sent = sent_in(Life(runner=ann, since=MONDAY, days=57, lifts=(FRIDAY,), told=paused), library)
    assert local(sent) == [("back", "Tue 21 07:00"), ("morning", "Fri 24 07:00"), ("week", "Sun 26 12:00")]


def test_a_kind_that_is_off_has_no_rows(library: Library) -> None:
    """Everything that could come is known: a lift, a logged one, a race, a pause that ended."""

    def work(records: Records) -> set[DueKind]:
        everything(records)
        records.save_runner(a_runner("Europe/Berlin", morning=SEVEN, **dict.fromkeys(FOLLOWING, False)))
        replan(records, ANN, now=MONDAY, limits=library.knowledge.thresholds)
        return {due.kind for due in records.due_of(ANN, DueState.PENDING)}

    assert in_records(work) == {DueKind.MORNING}


FOLLOWING = ("alert", "after", "sore", "taper", "back")


def everything(records: Records) -> None:
    """Keep something of every kind that reminders follow from."""
    records.save_runner(a_runner("Europe/Berlin"))
    records.fixed_lifts.add(ANN, FRIDAY)
    records.lifts.add(ANN, Lift(at=MONDAY, exercise=Exercise.DEADLIFT, sets=(LiftSet(reps=4, weight_kg=100.0),)))
    records.races.add(ANN, Race(date=dt.date(2026, 5, 3), distance_km=42.2))


@pytest.mark.parametrize("name", FOLLOWING)
def test_each_kind_is_switched_off_alone(library: Library, name: str) -> None:
    def kinds(records: Records, *, paused_too: bool) -> set[str]:
        everything(records)
        if paused_too:
            records.pauses.add(ANN, Pause(at=MONDAY, until=dt.date(2026, 3, 4)))
        found = []
        for value in (None, False):
            records.save_runner(a_runner("Europe/Berlin", morning=SEVEN, **{name: value}))
            replan(records, ANN, now=MONDAY, limits=library.knowledge.thresholds)
            found.append({due.kind.value for due in records.due_of(ANN, DueState.PENDING)})
        return found[0] ^ found[1]

    assert in_records(lambda records: kinds(records, paused_too=name == "back")) == {name}


def test_planning_again_changes_nothing(library: Library) -> None:
    def work(records: Records) -> tuple[object, object]:
        everything(records)
        records.save_runner(a_runner("Europe/Berlin", morning=SEVEN, daily=True))
        seen = []
        for _ in range(2):
            replan(records, ANN, now=MONDAY, limits=library.knowledge.thresholds)
            seen.append(records.due_of(ANN))
        return seen[0], seen[1]

    first, again = in_records(work)
    assert first == again


def test_a_runner_who_changes_zone_takes_the_reminders_along(library: Library) -> None:
    def work(records: Records) -> set[tuple[str, str]]:
        everything(records)
        for zone in ("Europe/Berlin", "Asia/Tokyo"):
            records.save_runner(a_runner(zone, morning=SEVEN))
            replan(records, ANN, now=MONDAY, limits=library.knowledge.thresholds)
        rows = records.due_of(ANN, DueState.PENDING)
        return {(due.zone, f"{due.due_at:%a %H:%M}") for due in rows if due.kind is DueKind.MORNING}

    assert in_records(work) == {("Asia/Tokyo", "Thu 22:00")}


def test_rows_from_before_a_change_of_a_zones_rules_are_put_right_at_the_next_start(library: Library) -> None:
    """The rules of the time at which a row was made gave another instant: what is derived anew takes its place."""

    def work(records: Records) -> list[dt.datetime]:
        records.save_runner(a_runner("Europe/Berlin", morning=SEVEN, alert=False, after=False))
        records.fixed_lifts.add(ANN, FRIDAY)
        replan(records, ANN, now=MONDAY, limits=library.knowledge.thresholds)
        (due,) = records.due_of(ANN)
        records.drop_due(due.id)
        records.plan_due(replace(due, due_at=due.due_at - dt.timedelta(hours=1)))
        replan(records, ANN, now=MONDAY, limits=library.knowledge.thresholds)
        return [one.due_at for one in records.due_of(ANN)]

    assert in_records(work) == [dt.datetime(2026, 3, 6, 6, 0, tzinfo=dt.UTC)]


@pytest.mark.parametrize(
    ("quiet", "pause", "until"),
    [
        (None, None, "22:30"),
        ((dt.time(21), dt.time(6)), None, "21:00"),
        ((dt.time(18), dt.time(19)), None, "22:30"),
        (None, Pause(at=MONDAY, since=dt.date(2026, 3, 3), until=dt.date(2026, 3, 5)), "22:30"),
    ],
    ids=["three hours", "quiet hours", "quiet hours that are over", "a pause from tomorrow"],
)
def test_a_message_that_is_held_up_is_given_up_before_quiet_hours(
    library: Library, quiet: tuple[dt.time, dt.time] | None, pause: Pause | None, until: str
) -> None:
    """The week's plan of Monday, 19:30 in Berlin."""
    assert given_up(library, WeeklyMoment(weekday=Weekday.MON, time=dt.time(19, 30)), quiet, pause) == f"Mon {until}"


def test_a_message_that_is_held_up_is_given_up_when_a_pause_begins(library: Library) -> None:
    pause = Pause(at=MONDAY, since=dt.date(2026, 3, 3), until=dt.date(2026, 3, 5))
    week = WeeklyMoment(weekday=Weekday.MON, time=dt.time(22, 30))
    assert given_up(library, week, None, pause) == "Tue 00:00"


def given_up(library: Library, week: WeeklyMoment, quiet: tuple[dt.time, dt.time] | None, pause: Pause | None) -> str:
    """Return when the message of a week's plan is of no use any more, in Berlin."""

    def work(records: Records) -> str:
        records.save_runner(a_runner("Europe/Berlin", week=week, quiet=quiet))
        if pause is not None:
            records.pauses.add(ANN, pause)
        replan(records, ANN, now=MONDAY, limits=library.knowledge.thresholds)
        due = records.due_of(ANN)[0]
        [message] = reminder(library, records, due, due.due_at)
        assert message.expires_at is not None
        return f"{message.expires_at.astimezone(BERLIN):%a %H:%M}"

    return in_records(work)


TIMES = st.times().map(lambda at: at.replace(second=0, microsecond=0))
CHANCE = st.sampled_from([None, True, False])


DAYS = st.lists(st.tuples(st.integers(0, 8), st.none() | st.tuples(st.integers(0, 8), TIMES)), max_size=3)
STARTS = (MONDAY, dt.datetime(2026, 3, 27, 20, tzinfo=dt.UTC), dt.datetime(2026, 10, 23, 9, tzinfo=dt.UTC))


@st.composite
def lives(draw: st.DrawFn) -> Life:
    """Draw a runner with settings of all kinds, lifts, changes, a pause, and the instant at which it begins."""
    runner = a_runner(
        draw(st.sampled_from(["Europe/Berlin", "Australia/Lord_Howe", "America/New_York", "Pacific/Chatham"])),
        morning=draw(st.none() | TIMES),
        warmup_min=draw(st.none() | st.integers(15, 120)),
        daily=draw(st.booleans()),
        quiet=draw(st.none() | st.tuples(TIMES, TIMES).filter(lambda span: span[0] != span[1])),
        week=draw(st.none() | st.builds(WeeklyMoment, weekday=st.sampled_from(Weekday), time=TIMES)),
        **{name: draw(CHANCE) for name in FOLLOWING},
    )
    since = draw(st.sampled_from(STARTS))
    lifts = draw(st.lists(st.builds(FixedLift, weekday=st.sampled_from(Weekday), time=TIMES), max_size=4))
    changes, until = draw(DAYS), draw(st.none() | st.integers(1, 5))

    def tell(records: Records) -> None:
        for (ahead, to), lift in zip(changes, lifts, strict=False):
            date = since.date() + dt.timedelta(days=ahead)
            target = None if to is None else since.date() + dt.timedelta(days=to[0])
            change = LiftChange(date=date, time=lift.time, to_date=target, to_time=None if to is None else to[1])
            records.lift_changes.add(ANN, change)
        records.lifts.add(ANN, Lift(at=since, exercise=Exercise.DEADLIFT, sets=(LiftSet(reps=4, weight_kg=100.0),)))
        if until is not None:
            records.pauses.add(ANN, Pause(at=since, until=since.date() + dt.timedelta(days=until)))

    return Life(runner=runner, since=since, days=6, lifts=tuple(lifts), told=tell)


@settings(max_examples=20)
@given(life=lives())
def test_nothing_comes_twice_in_quiet_hours_or_in_a_pause(library: Library, life: Life) -> None:
    sent, zone = sent_in(life, library), ZoneInfo(life.runner.profile.timezone)
    assert max(Counter((one.due.item, one.due.local_date, one.due.kind) for one in sent).values(), default=1) == 1
    assert not any(in_quiet_hours(one.at.astimezone(zone).time(), life.runner.reminders.quiet) for one in sent)
    pauses = in_records(lambda records: pauses_in(records, life))
    assert not any(one.at.astimezone(zone).date() < pause.until for one in sent for pause in pauses)


def pauses_in(records: Records, life: Life) -> list[Pause]:
    """Return the pauses of a life."""
    settle_in(records, life)
    return [pause for _, pause in records.pauses.of(ANN)]


@settings(max_examples=20)
@given(life=lives())
def test_no_two_messages_come_within_the_hour_but_those_that_were_asked_for(library: Library, life: Life) -> None:
    sent = [one for one in sent_in(life, library) if one.due.kind not in {DueKind.WARMUP, DueKind.WEEK}]
    apart = dt.timedelta(minutes=library.knowledge.thresholds.reminders.apart_min)
    for one, other in pairwise(sorted(sent, key=lambda sent: sent.at)):
        assert other.at - one.at >= apart or DueKind.MORNING in {one.due.kind, other.due.kind}


@settings(max_examples=20)
@given(life=lives(), steps=st.lists(st.integers(1, 60), max_size=6))
def test_no_two_rows_are_ever_about_the_same_thing(library: Library, life: Life, steps: list[int]) -> None:
    """Rows of one runner, item, day and kind: however often and whenever they are worked out again."""

    def work(records: Records) -> Counter[tuple[object, ...]]:
        settle_in(records, life)
        now = life.since
        for hours in (0, *steps):
            now += dt.timedelta(hours=hours)
            replan(records, ANN, now=now, limits=library.knowledge.thresholds)
            for due in records.due_before(now, 100):
                records.settle_due(due.id, DueState.QUEUED)
        return Counter((due.item, due.local_date, due.kind) for due in records.due_of(ANN))

    assert max(in_records(work).values(), default=1) == 1


def test_limits_of_reminders_come_from_the_content(thresholds: Thresholds) -> None:
    assert (thresholds.reminders.alert, thresholds.reminders.snooze_min) == (dt.time(20), 30)
