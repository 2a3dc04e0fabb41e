"""Which runs a word can mean, and which exercises count."""

import datetime as dt

import pytest

from bot.training.lifts import Exercise
from bot.training.runs import Run, RunClass, RunKind, is_called

SUNDAY = dt.date(2026, 3, 8)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [(RunKind.EASY, True), (RunKind.LONG, True), (RunKind.OTHER, True), (RunKind.TEMPO, False)],
)
def test_word_means_a_run_of_that_kind_or_class_and_run_means_any(kind: RunKind, *, expected: bool) -> None:
    run = Run(date=SUNDAY, kind=RunKind.EASY, classes=frozenset({RunClass.LONG}), minutes=100)
    assert is_called(run, kind) is expected


def test_run_ends_when_its_minutes_are_over() -> None:
    start = dt.datetime(2026, 3, 8, 7, tzinfo=dt.UTC)
    run = Run(date=SUNDAY, kind=RunKind.LONG, classes=frozenset({RunClass.LONG}), minutes=120, start=start)
    assert run.end == dt.datetime(2026, 3, 8, 9, tzinfo=dt.UTC)


def test_variations_count_as_deadlifts_and_squats_do_not() -> None:
    assert {one for one in Exercise if not one.is_deadlift} == {Exercise.SQUAT, Exercise.OTHER}
