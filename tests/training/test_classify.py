"""Which classes a described run has, and how long it lasts when nobody said (guidance.md, section 1)."""

import pytest

from bot.guidance.thresholds import Thresholds
from bot.training.classify import RunLimits, classes_of, default_minutes, race_classes
from bot.training.runs import Priority, Race, RunClass, RunKind, RunSpec
from tests.guidance.strategies import MONDAY

FOUR_EASY_RUNS = (40.0, 40.0, 40.0, 40.0)


@pytest.fixture
def limits(thresholds: Thresholds) -> RunLimits:
    """Return the limits as shipped."""
    return thresholds.runs


def classes(spec: RunSpec, limits: RunLimits, *earlier: float) -> set[str]:
    return {one.value for one in classes_of(spec, limits, earlier_minutes=earlier)}


KINDS = {
    RunKind.EASY: "EASY",
    RunKind.RECOVERY: "EASY",
    RunKind.STEADY: "STEADY",
    RunKind.LONG: "LONG",
    RunKind.TEMPO: "QUALITY",
    RunKind.INTERVALS: "QUALITY",
    RunKind.HILLS: "QUALITY",
    RunKind.FARTLEK: "QUALITY",
    RunKind.PROGRESSION: "QUALITY",
    RunKind.RACE_PACE: "QUALITY",
    RunKind.TIME_TRIAL: "QUALITY",
    RunKind.RACE: "QUALITY",
    RunKind.OTHER: "UNKNOWN",
}


@pytest.mark.parametrize("kind", [kind for kind in RunKind if kind is not RunKind.REST])
def test_kind_gives_its_class(kind: RunKind, limits: RunLimits) -> None:
    assert classes(RunSpec(kind=kind), limits) == {KINDS[kind]}


LENGTHS = [
    pytest.param(90, None, {"LONG"}, id="90 minutes"),
    pytest.param(89, None, {"EASY"}, id="89 minutes"),
    pytest.param(None, 16.0, {"LONG"}, id="16 km"),
    pytest.param(None, 15.9, {"EASY"}, id="15.9 km"),
    pytest.param(80, 16.0, {"EASY"}, id="16 km in a stated 80 minutes"),
    pytest.param(None, None, {"EASY"}, id="no length"),
]


@pytest.mark.parametrize(("minutes", "km", "expected"), LENGTHS)
def test_length_makes_an_easy_run_long(
    minutes: float | None, km: float | None, expected: set[str], limits: RunLimits
) -> None:
    assert classes(RunSpec(kind=RunKind.EASY, duration_min=minutes, distance_km=km), limits) == expected


RELATIVE = [
    pytest.param(60, FOUR_EASY_RUNS, {"LONG"}, id="60 of a mean of 40"),
    pytest.param(59, FOUR_EASY_RUNS, {"EASY"}, id="under an hour"),
    pytest.param(60, FOUR_EASY_RUNS[:3], {"EASY"}, id="only three others"),
    pytest.param(60, (40.0, 40.0, 40.0, 41.0), {"EASY"}, id="a little under one and a half times"),
    pytest.param(75, (50.0, 50.0, 40.0, 60.0), {"LONG"}, id="75 of a mean of 50"),
]


@pytest.mark.parametrize(("minutes", "earlier", "expected"), RELATIVE)
def test_run_that_stands_out_from_the_others_is_long(
    minutes: float, earlier: tuple[float, ...], expected: set[str], limits: RunLimits
) -> None:
    assert classes(RunSpec(kind=RunKind.EASY, duration_min=minutes), limits, *earlier) == expected


DESCENTS = [
    pytest.param(RunSpec(kind=RunKind.EASY, hilly=True), {"HILLY"}, id="easy and hilly"),
    pytest.param(RunSpec(kind=RunKind.RECOVERY, descent_m=300), {"HILLY"}, id="300 m down"),
    pytest.param(RunSpec(kind=RunKind.EASY, descent_m=299), {"EASY"}, id="299 m down"),
    pytest.param(RunSpec(kind=RunKind.STEADY, hilly=True), {"STEADY", "HILLY"}, id="steady and hilly"),
    pytest.param(RunSpec(kind=RunKind.TEMPO, hilly=True), {"QUALITY"}, id="tempo over hills"),
    pytest.param(RunSpec(kind=RunKind.LONG, descent_m=800), {"LONG"}, id="long over hills"),
]


@pytest.mark.parametrize(("spec", "expected"), DESCENTS)
def test_descent_makes_an_easy_or_steady_run_hilly(spec: RunSpec, expected: set[str], limits: RunLimits) -> None:
    assert classes(spec, limits) == expected


TWO_CLASSES = [
    pytest.param(RunSpec(kind=RunKind.TEMPO, duration_min=95), {"QUALITY", "LONG"}, id="long tempo"),
    pytest.param(RunSpec(kind=RunKind.STEADY, distance_km=20), {"STEADY", "LONG"}, id="long steady run"),
    pytest.param(RunSpec(kind=RunKind.EASY, distance_km=18, hilly=True), {"HILLY", "LONG"}, id="long trail run"),
    pytest.param(RunSpec(kind=RunKind.OTHER, distance_km=18), {"UNKNOWN", "LONG"}, id="18 km of an unknown kind"),
]


@pytest.mark.parametrize(("spec", "expected"), TWO_CLASSES)
def test_one_run_can_hold_two_classes(spec: RunSpec, expected: set[str], limits: RunLimits) -> None:
    assert classes(spec, limits) == expected


RACES = [
    pytest.param(Priority.A, 42.2, {"RACE"}, id="A marathon"),
    pytest.param(Priority.B, 10.0, {"RACE", "QUALITY"}, id="B 10 k"),
    pytest.param(Priority.B, 16.0, {"RACE", "QUALITY", "LONG"}, id="B over 16 km"),
    pytest.param(Priority.C, 21.1, {"RACE", "QUALITY", "LONG"}, id="C half marathon"),
]


@pytest.mark.parametrize(("priority", "km", "expected"), RACES)
def test_minor_race_is_a_hard_run_too_and_a_long_one_from_16_km(
    priority: Priority, km: float, expected: set[str], limits: RunLimits
) -> None:
    found = race_classes(Race(date=MONDAY, distance_km=km, priority=priority), limits)
    assert {one.value for one in found} == expected


DURATIONS = [
    pytest.param({RunClass.LONG}, 120, id="long"),
    pytest.param({RunClass.QUALITY}, 60, id="quality"),
    pytest.param({RunClass.QUALITY, RunClass.LONG}, 120, id="the longer of two"),
    pytest.param({RunClass.STEADY, RunClass.HILLY}, 45, id="steady and hilly"),
    pytest.param({RunClass.EASY}, 45, id="easy"),
    pytest.param({RunClass.UNKNOWN}, 45, id="unknown"),
]


@pytest.mark.parametrize(("held", "minutes"), DURATIONS)
def test_run_without_a_duration_lasts_as_long_as_its_class(
    held: set[RunClass], minutes: float, limits: RunLimits
) -> None:
    assert default_minutes(frozenset(held), limits) == minutes
