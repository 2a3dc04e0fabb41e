"""Facts read in the runner's own terms: units, days, times, runs, races, lifts."""

import datetime as dt
from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest

from bot.app import messages as m
from bot.app.reply import Fact, Kg, Km, Plates, say
from bot.chat.words import Reader, days, hours, number
from bot.library.library import Library
from bot.training.lifts import Called, Exercise, FixedLift, Lift, LiftSet
from bot.training.profile import DistanceUnit, MassUnit, Profile
from bot.training.runs import DatedRun, Priority, Race, Run, RunClass, RunKind, RunSpec, WeeklyPattern, WeeklyRun
from bot.training.time import Weekday

BERLIN = ZoneInfo("Europe/Berlin")
AT_HOME = Profile(timezone=BERLIN.key)
IMPERIAL = Profile(timezone=BERLIN.key, units=MassUnit.LB, distance=DistanceUnit.MI)
MONDAY = dt.datetime(2026, 3, 2, 10, 0, tzinfo=BERLIN)
TEMPO = RunSpec(kind=RunKind.TEMPO, time=dt.time(6, 30), distance_km=10.0)


def _reader(library: Library, profile: Profile = AT_HOME, *, now: dt.datetime = MONDAY) -> Reader:
    return Reader(texts=library.texts, profile=profile, now=now)


def _run(kind: RunKind, day: dt.date, *, at: dt.time | None = None) -> Run:
    start = None if at is None else dt.datetime.combine(day, at, tzinfo=BERLIN).astimezone(dt.UTC)
    return Run(date=day, kind=kind, classes=frozenset({RunClass.EASY}), minutes=45, start=start)


@pytest.mark.parametrize(
    ("fact", "text"),
    [
        ("as it is <b>", "as it is <b>"),
        (3, "3"),
        (0.5, "0.5"),
        (1 / 3, "0.33"),
        (dt.date(2026, 3, 3), "Tue 3 Mar"),
        (dt.date(2027, 1, 1), "Fri 1 Jan 2027"),
        (dt.time(6, 5), "06:05"),
        (Weekday.SUN, "Sun"),
        (Km(km=10), "10 km"),
        (Km(km=21.0975), "21.1 km"),
        (Kg(kg=102.5), "102.5 kg"),
        (Kg(kg=106.25), "106.25 kg"),
        (Kg(kg=118.0645), "118.1 kg"),
        (Plates(kg=(10, 1.25)), "10 + 1.25"),
        (RunSpec(kind=RunKind.LONG, duration_min=150), "long run · 150 min"),
        (RunSpec(kind=RunKind.RACE_PACE), "race pace"),
        (RunSpec(kind=RunKind.OTHER), "run"),
        (RunSpec(kind=RunKind.EASY, hilly=True), "hilly easy"),
        (TEMPO, "tempo · 06:30 · 10 km"),
        (FixedLift(weekday=Weekday.TUE, time=dt.time(18)), "Tue 18:00"),
        (DatedRun(date=dt.date(2026, 3, 5), run=TEMPO), "Thu 5 Mar tempo · 06:30 · 10 km"),
        (
            WeeklyPattern(
                valid_from=None,
                runs=(
                    WeeklyRun(weekday=Weekday.TUE, run=RunSpec(kind=RunKind.INTERVALS)),
                    WeeklyRun(weekday=Weekday.THU, run=TEMPO),
                ),
            ),
            "Tue intervals, Thu tempo · 06:30 · 10 km",
        ),
        (("one", 2, Km(km=3)), "one, 2, 3 km"),
        (Race(date=dt.date(2026, 9, 27), distance_km=42.195, name="Berlin"), "Berlin marathon (A), Sun 27 Sep"),
        (Race(date=dt.date(2026, 9, 27), distance_km=None, priority=Priority.B), "race (B), Sun 27 Sep"),
        (Race(date=dt.date(2026, 9, 27), distance_km=15, priority=Priority.C), "15 km (C), Sun 27 Sep"),
    ],
)
def test_a_fact_reads_as_people_say_it(library: Library, fact: Fact, text: str) -> None:
    assert _reader(library).word(fact) == text


@pytest.mark.parametrize(
    ("km", "name"),
    [(5, "5 k"), (10, "10 k"), (21.0975, "half marathon"), (42.195, "marathon"), (50, "50 km"), (None, "")],
)
def test_a_race_is_called_by_its_distance(library: Library, km: float | None, name: str) -> None:
    assert _reader(library).race_distance(km) == name


def test_a_race_keeps_its_name_in_miles(library: Library) -> None:
    reader = _reader(library, IMPERIAL)
    assert reader.race_distance(42.195) == "marathon"
    assert reader.race_distance(80.4672) == "50 mi"


@pytest.mark.parametrize(("kg", "text"), [(102.058, "225 lb"), (1.13398, "2.5 lb"), (0, "0 lb"), (453.592, "1000 lb")])
def test_weights_are_in_pounds_for_who_lifts_in_pounds(library: Library, kg: float, text: str) -> None:
    assert _reader(library, IMPERIAL).word(Kg(kg=kg)) == text


@pytest.mark.parametrize(("km", "text"), [(1.609344, "1 mi"), (5, "3.1 mi"), (42.195, "26.2 mi")])
def test_distances_are_in_miles_for_who_runs_in_miles(library: Library, km: float, text: str) -> None:
    assert _reader(library, IMPERIAL).word(Km(km=km)) == text


@pytest.mark.parametrize(
    ("sets", "text"),
    [
        ((LiftSet(reps=4),) * 3, "3 × 4"),
        ((LiftSet(reps=4, weight_kg=100, rir=2),) * 3, "3 × 4 at 100 kg (2 in reserve)"),
        (
            (LiftSet(reps=4, weight_kg=100), LiftSet(reps=4, weight_kg=100), LiftSet(reps=3, weight_kg=100)),
            "2 × 4 at 100 kg, 1 × 3 at 100 kg",
        ),
        (
            (LiftSet(reps=4, weight_kg=100), LiftSet(reps=4, weight_kg=105), LiftSet(reps=4, weight_kg=100)),
            "1 × 4 at 100 kg, 1 × 4 at 105 kg, 1 × 4 at 100 kg",
        ),
        ((LiftSet(reps=5, weight_kg=60, rir=0),), "1 × 5 at 60 kg (0 in reserve)"),
    ],
)
def test_equal_sets_are_told_together(library: Library, sets: tuple[LiftSet, ...], text: str) -> None:
    assert _reader(library).sets(sets) == text


def test_a_lift_is_told_with_what_it_was_called(library: Library) -> None:
    lift = Lift(at=MONDAY, exercise=Exercise.TRAP_BAR, sets=(LiftSet(reps=5),), called=Called.LIGHT)
    assert _reader(library).word(lift) == "trap bar deadlift 1 × 5, light"


@pytest.mark.parametrize(
    ("day", "at", "text"),
    [
        (dt.date(2026, 3, 2), dt.time(18), "tempo today 18:00"),
        (dt.date(2026, 3, 3), dt.time(6, 30), "tempo tomorrow 06:30"),
        (dt.date(2026, 3, 1), dt.time(8), "tempo yesterday 08:00"),
        (dt.date(2026, 3, 4), None, "tempo Wed 4 Mar"),
        (dt.date(2027, 3, 4), None, "tempo Thu 4 Mar 2027"),
    ],
)
def test_a_run_is_named_by_the_day_as_seen_from_today(
    library: Library, day: dt.date, at: dt.time | None, text: str
) -> None:
    assert _reader(library).run(_run(RunKind.TEMPO, day, at=at)) == text


def test_a_race_in_the_calendar_is_told_with_its_day_once(library: Library) -> None:
    race = Race(date=dt.date(2026, 3, 8), distance_km=10, priority=Priority.B, name="Stadtlauf")
    run = replace(_run(RunKind.RACE, race.date, at=dt.time(10)), race=race)
    assert _reader(library).run(run) == "Stadtlauf 10 k (B) Sun 8 Mar 10:00"


@pytest.mark.parametrize(
    ("zone", "now", "at", "text"),
    [
        ("Europe/Berlin", "2026-03-02T22:59:59+00:00", "2026-03-02T22:59:59+00:00", "today 23:59"),
        ("Europe/Berlin", "2026-03-02T22:59:59+00:00", "2026-03-02T23:00:00+00:00", "Tue 3 Mar 00:00"),
        ("Europe/Berlin", "2026-03-02T23:00:00+00:00", "2026-03-02T22:59:59+00:00", "Mon 2 Mar 23:59"),
        ("America/New_York", "2026-03-03T04:30:00+00:00", "2026-03-03T04:59:00+00:00", "today 23:59"),
        ("Pacific/Kiritimati", "2026-03-02T10:00:00+00:00", "2026-03-02T10:00:00+00:00", "today 00:00"),
        ("Pacific/Niue", "2026-03-02T10:59:00+00:00", "2026-03-02T11:00:00+00:00", "Mon 2 Mar 00:00"),
        ("Asia/Kathmandu", "2026-03-02T09:00:00+00:00", "2026-03-02T12:15:00+00:00", "today 18:00"),
        ("Europe/Berlin", "2026-12-31T22:00:00+00:00", "2026-12-31T23:00:00+00:00", "Fri 1 Jan 2027 00:00"),
        # The clock jumps from 02:00 to 03:00, and in autumn goes through 02:30 twice.
        ("Europe/Berlin", "2026-03-29T00:00:00+00:00", "2026-03-29T00:59:00+00:00", "today 01:59"),
        ("Europe/Berlin", "2026-03-29T00:00:00+00:00", "2026-03-29T01:00:00+00:00", "today 03:00"),
        ("Europe/Berlin", "2026-10-25T00:00:00+00:00", "2026-10-25T00:30:00+00:00", "today 02:30"),
        ("Europe/Berlin", "2026-10-25T00:00:00+00:00", "2026-10-25T01:30:00+00:00", "today 02:30"),
        ("Australia/Lord_Howe", "2026-10-03T15:00:00+00:00", "2026-10-03T15:30:00+00:00", "today 02:30"),
        # Samoa had no 30 December 2011.
        ("Pacific/Apia", "2011-12-30T09:59:00+00:00", "2011-12-30T10:00:00+00:00", "Sat 31 Dec 00:00"),
    ],
)
def test_a_moment_is_told_on_the_readers_clock(library: Library, zone: str, now: str, at: str, text: str) -> None:
    reader = _reader(library, Profile(timezone=zone), now=dt.datetime.fromisoformat(now))
    assert reader.moment(dt.datetime.fromisoformat(at)) == text


@pytest.mark.parametrize(
    ("now", "tomorrow"),
    [
        ("2026-03-28T22:59:00+00:00", dt.date(2026, 3, 29)),
        ("2026-03-28T23:00:00+00:00", dt.date(2026, 3, 30)),
        ("2026-10-25T22:59:00+00:00", dt.date(2026, 10, 26)),
        ("2028-02-28T12:00:00+00:00", dt.date(2028, 2, 29)),
    ],
)
def test_tomorrow_is_the_readers_tomorrow(library: Library, now: str, tomorrow: dt.date) -> None:
    reader = _reader(library, now=dt.datetime.fromisoformat(now))
    assert reader.near(tomorrow) == "tomorrow"
    assert reader.near(tomorrow - dt.timedelta(days=1)) == "today"
    assert reader.near(tomorrow + dt.timedelta(days=1)) not in {"today", "tomorrow"}


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0 min"),
        (0.25, "15 min"),
        (1, "1 h"),
        (5.99, "5.5 h"),
        (6, "6 h"),
        (23.999, "23.5 h"),
        (36.5, "36.5 h"),
        (47.99, "47.5 h"),
        (48, "48 h"),
    ],
)
def test_hours_are_rounded_so_that_a_limit_is_never_shown_as_met(value: float, text: str) -> None:
    assert hours(value) == text


@pytest.mark.parametrize(("value", "text"), [(0, "0 days"), (1, "1 day"), (2, "2 days")])
def test_one_day_is_no_days(value: int, text: str) -> None:
    assert days(value) == text


@pytest.mark.parametrize(("value", "text"), [(2.0, "2"), (2.5, "2.5"), (2.504, "2.5"), (30, "30"), (4000, "4000")])
def test_a_number_has_no_needless_fraction(value: float, text: str) -> None:
    assert number(value) == text


def test_a_text_is_filled_in_once_whatever_a_person_typed(library: Library) -> None:
    assert _reader(library).line(say(m.PLACE_UNKNOWN, name="{name} {zone} %s")).count("{name} {zone} %s") == 1
