"""Rows of an export become lifts, on the runner's clock, each of them once."""

import datetime as dt
from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.training.exports import App, FileLift, FileRow, FileSet, as_lift, gathered, not_in_log, plain_title
from bot.training.lifts import Exercise, Lift, LiftSet

BERLIN = ZoneInfo("Europe/Berlin")
NEW_YORK = ZoneInfo("America/New_York")
TITLES = {
    "deadlift (barbell)": Exercise.DEADLIFT,
    "pause deadlift": Exercise.DEADLIFT,
    "squat (barbell)": Exercise.SQUAT,
}
DAY = dt.date(2024, 1, 3)
EVENING = dt.time(18, 5)
FIVE = FileSet(reps=5, weight=100.0, rir=2.0)
FILE_LIFT = FileLift(date=DAY, time=EVENING, exercise=Exercise.DEADLIFT, sets=(FIVE,))


def row(title: str = "Deadlift (Barbell)", *, day: int = 3, reps: int = 5) -> FileRow:
    return FileRow(date=DAY.replace(day=day), time=EVENING, title=title, work=FileSet(reps=reps, weight=100.0))


def lift(file_lift: FileLift = FILE_LIFT, *, app: App = App.STRONG, kg: float = 1.0, zone: ZoneInfo = BERLIN) -> Lift:
    return as_lift(file_lift, app=app, kg=kg, zone=zone)


def logged(at: dt.datetime, *sets: LiftSet, exercise: Exercise = Exercise.DEADLIFT) -> Lift:
    """Return a lift that was typed."""
    return Lift(at=at, exercise=exercise, sets=sets, text="deadlift 100x5")


@pytest.mark.parametrize("title", ["DEADLIFT (Barbell)", " deadlift  (barbell) "])
def test_capitals_and_spaces_of_a_title_do_not_matter(title: str) -> None:
    assert plain_title(title) == "deadlift (barbell)"


def test_hyphens_of_a_title_do_not_matter() -> None:
    assert plain_title("Single-Leg Deadlift") == plain_title("single leg deadlift")


def test_the_sets_of_one_exercise_in_one_session_are_one_lift_whatever_they_are_called() -> None:
    rows = [row(day=10), row(), row("Squat (Barbell)"), row("Pause Deadlift", reps=3), row("Bench Press (Barbell)")]
    found = gathered(rows, TITLES)
    assert [(one.date.day, one.exercise, [work.reps for work in one.sets]) for one in found] == [
        (3, Exercise.DEADLIFT, [5, 3]),
        (3, Exercise.SQUAT, [5]),
        (10, Exercise.DEADLIFT, [5]),
    ]


@pytest.mark.parametrize(
    ("date", "time", "utc"),
    [
        (dt.date(2024, 1, 3), dt.time(18, 5), "2024-01-03T17:05"),
        (dt.date(2024, 7, 3), dt.time(18, 5), "2024-07-03T16:05"),
        (dt.date(2024, 3, 31), dt.time(2, 30), "2024-03-31T01:30"),  # is skipped: an hour later on the clock
        (dt.date(2024, 10, 27), dt.time(2, 30), "2024-10-27T00:30"),  # comes twice: the first
    ],
)
def test_a_wall_clock_is_read_in_the_runners_zone(date: dt.date, time: dt.time, utc: str) -> None:
    assert lift(replace(FILE_LIFT, date=date, time=time)).at == dt.datetime.fromisoformat(f"{utc}+00:00")


def test_pounds_become_kilograms_and_no_weight_stays_none() -> None:
    first, second = lift(replace(FILE_LIFT, sets=(FIVE, FileSet(reps=8))), kg=0.45359237).sets
    assert first.weight_kg == pytest.approx(45.359237)
    assert (first.reps, first.rir, second) == (5, 2.0, LiftSet(reps=8))


def test_a_set_that_nobody_lifts_is_left_out() -> None:
    sets = (FileSet(reps=1, weight=500.0), FileSet(reps=1, weight=500.5))
    assert [one.weight_kg for one in lift(replace(FILE_LIFT, sets=sets)).sets] == [500.0]


@pytest.mark.parametrize(
    ("minutes", "sets", "exercise", "is_there"),
    [
        (0, (LiftSet(reps=1),), Exercise.DEADLIFT, True),  # the same minute
        (1, (LiftSet(reps=1),), Exercise.DEADLIFT, False),
        (-600, (LiftSet(reps=5, weight_kg=100.0),), Exercise.DEADLIFT, True),  # the same day and sets
        (-600, (LiftSet(reps=5, weight_kg=100.5, rir=None),), Exercise.DEADLIFT, True),
        (-600, (LiftSet(reps=5, weight_kg=101.0),), Exercise.DEADLIFT, False),
        (-600, (LiftSet(reps=4, weight_kg=100.0),), Exercise.DEADLIFT, False),
        (-600, (LiftSet(reps=5, weight_kg=100.0),) * 2, Exercise.DEADLIFT, False),
        (-600, (LiftSet(reps=5, weight_kg=100.0),), Exercise.SUMO, False),
        (-1440, (LiftSet(reps=5, weight_kg=100.0),), Exercise.DEADLIFT, False),
    ],
)
def test_what_was_logged_by_hand_is_known(
    minutes: int, sets: tuple[LiftSet, ...], exercise: Exercise, *, is_there: bool
) -> None:
    by_hand = logged(lift().at + dt.timedelta(minutes=minutes), *sets, exercise=exercise)
    assert not_in_log([lift()], [by_hand], BERLIN) == (() if is_there else (lift(),))


def test_a_lift_of_the_log_stands_for_one_of_a_file() -> None:
    twice = [lift(replace(FILE_LIFT, time=dt.time(hour))) for hour in (7, 19)]
    assert len(not_in_log(twice, [logged(lift().at, LiftSet(reps=5, weight_kg=100.0))], BERLIN)) == 1


def test_the_one_that_began_at_the_same_minute_goes_first() -> None:
    morning, evening = (lift(replace(FILE_LIFT, time=dt.time(hour))) for hour in (7, 19))
    assert not_in_log([morning, evening], [evening], BERLIN) == (morning,)


def test_the_other_apps_export_of_the_same_session_is_known() -> None:
    pounds = replace(FILE_LIFT, time=dt.time(18, 6), sets=(replace(FIVE, weight=220.5),))
    assert not_in_log([lift(pounds, app=App.HEVY, kg=0.45359237)], [lift()], BERLIN) == ()


def test_a_session_that_was_imported_is_known_after_a_move_to_another_zone() -> None:
    dawn = replace(FILE_LIFT, time=dt.time(5))  # the evening before in New York
    assert not_in_log([lift(dawn, zone=NEW_YORK)], [lift(dawn)], NEW_YORK) == ()


FILE_LIFTS = st.lists(
    st.builds(
        FileLift,
        date=st.dates(dt.date(2024, 1, 1), dt.date(2024, 1, 5)),
        time=st.times().map(lambda at: at.replace(second=0, microsecond=0)),
        exercise=st.sampled_from([Exercise.DEADLIFT, Exercise.SQUAT]),
        sets=st.lists(st.builds(FileSet, reps=st.integers(1, 3)), min_size=1, max_size=2).map(tuple),
    ),
    max_size=8,
    unique_by=lambda one: (one.date, one.time, one.exercise),
)


@given(files=FILE_LIFTS, cut=st.integers(0, 8))
def test_a_longer_export_adds_what_the_shorter_one_did_not_have(files: list[FileLift], cut: int) -> None:
    every = [lift(one) for one in files]
    assert not_in_log(every, every, BERLIN) == ()
    assert not_in_log(every, every[:cut], BERLIN) == tuple(every[cut:])
