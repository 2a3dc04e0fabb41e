"""Which warm-up, and its ramp in real loads (guidance.md, section 7)."""

from dataclasses import replace

import pytest

from bot.guidance.engine import decide
from bot.guidance.prescription import DoseName, prescribe
from bot.guidance.situation import Book
from bot.guidance.thresholds import Thresholds
from bot.guidance.warmup import WarmUp, WarmUpKind, for_warm_up, warm_up
from bot.training.profile import KG_PER_LB, MassUnit
from tests.guidance.cases import Case, instant_of, situation_of

AT = "2026-03-02 18:00"
HEAVY: Case = {"weekly": []}
LIGHT: Case = {"weekly": [], "profile": {"phase": "recovery"}}
NOVICE: Case = {"weekly": [], "profile": {"began_as_new": True}}


def run(time: str, **more: object) -> Case:
    return {"weekly": [{"day": "mon", "time": time, "kind": "easy", "minutes": 45, **more}]}


def chosen(case: Case, thresholds: Thresholds, minutes: int | None = None, at: str = AT) -> WarmUp | None:
    book = Book(situation_of(case), thresholds)
    decision = decide(book, instant_of(case, at))
    prescription = prescribe(book, decision)
    assert prescription is not None
    return warm_up(book, decision, prescription, minutes=minutes)


TIME_THERE_IS = [
    pytest.param(HEAVY, None, (WarmUpKind.FULL, 30), id="heavy, as long as it takes"),
    pytest.param(HEAVY, 45, (WarmUpKind.FULL, 30), id="heavy, 45 min"),
    pytest.param(HEAVY, 30, (WarmUpKind.FULL, 30), id="heavy, 30 min"),
    pytest.param(HEAVY, 29, (WarmUpKind.SHORT, 15), id="heavy, 29 min"),
    pytest.param(HEAVY, 15, (WarmUpKind.SHORT, 15), id="heavy, 15 min"),
    pytest.param(HEAVY, 14, (WarmUpKind.EMERGENCY, 8), id="heavy, 14 min: enough for a light one"),
    pytest.param(HEAVY, 0, None, id="heavy, no time"),
    pytest.param(LIGHT, None, (WarmUpKind.SHORT, 15), id="light, as long as it takes"),
    pytest.param(LIGHT, 30, (WarmUpKind.SHORT, 15), id="light, 30 min"),
    pytest.param(LIGHT, 15, (WarmUpKind.SHORT, 15), id="light, 15 min"),
    pytest.param(LIGHT, 14, (WarmUpKind.EMERGENCY, 8), id="light, 14 min"),
    pytest.param(LIGHT, 8, (WarmUpKind.EMERGENCY, 8), id="light, 8 min"),
    pytest.param(LIGHT, 7, None, id="light, 7 min: no lift"),
    pytest.param(NOVICE, None, (WarmUpKind.NOVICE, 15), id="novice"),
    pytest.param(NOVICE, 8, (WarmUpKind.EMERGENCY, 8), id="novice, 8 min"),
    pytest.param(NOVICE, 7, None, id="novice, 7 min: no lift"),
]


@pytest.mark.parametrize(("case", "minutes", "expected"), TIME_THERE_IS)
def test_warm_up_fits_the_lift_and_the_time_there_is(
    case: Case, minutes: int | None, expected: tuple[WarmUpKind, int] | None, thresholds: Thresholds
) -> None:
    found = chosen(case, thresholds, minutes)
    assert (None if found is None else (found.kind, found.minutes)) == expected


RUN_BEFORE = [
    pytest.param(run("11:16"), AT, WarmUpKind.SHORT, id="ended 5 h 59 min ago"),
    pytest.param(run("11:15"), AT, WarmUpKind.FULL, id="ended 6 h ago"),
    pytest.param(run("17:15"), AT, WarmUpKind.SHORT, id="ended this minute"),
    pytest.param(run("20:00"), AT, WarmUpKind.FULL, id="comes later"),
    pytest.param({"weekly": [{"day": "mon", "kind": "easy"}]}, AT, WarmUpKind.FULL, id="at a time nobody knows"),
    pytest.param(run("22:00"), "2026-03-03 04:00", WarmUpKind.SHORT, id="ended before midnight"),
]


@pytest.mark.parametrize(("case", "at", "kind"), RUN_BEFORE)
def test_run_that_ended_less_than_six_hours_ago_is_half_a_warm_up(
    case: Case, at: str, kind: WarmUpKind, thresholds: Thresholds
) -> None:
    found = chosen(case, thresholds, at=at)
    assert found is not None
    assert found.kind is kind


def ramp(thresholds: Thresholds, case: Case, load_kg: tuple[float, float] | None, units: MassUnit) -> list[object]:
    told = situation_of(case)
    book = Book(replace(told, profile=replace(told.profile, units=units)), thresholds)
    decision = decide(book, instant_of(case, AT))
    work = prescribe(book, decision)
    assert work is not None
    found = warm_up(book, decision, replace(work, load_kg=load_kg))
    assert found is not None
    return [(step.share, step.reps, step.kg) for step in found.ramp]


def test_full_ramp_goes_up_to_todays_work_weight(thresholds: Thresholds) -> None:
    found = ramp(thresholds, HEAVY, (100.0, 105.0), MassUnit.KG)
    assert found == [(0.40, 5, 40.0), (0.60, 3, 60.0), (0.75, 2, 75.0), (0.85, 1, 85.0)]


def test_short_ramp_has_two_sets_of_the_light_weight(thresholds: Thresholds) -> None:
    assert ramp(thresholds, LIGHT, (0.0, 80.0), MassUnit.KG) == [(0.50, 5, 40.0), (0.75, 3, 60.0)]


def test_ramp_is_rounded_to_plates_and_never_up(thresholds: Thresholds) -> None:
    found = ramp(thresholds, HEAVY, (97.5, 100.0), MassUnit.KG)
    assert found == [(0.40, 5, 37.5), (0.60, 3, 57.5), (0.75, 2, 72.5), (0.85, 1, 82.5)]


def test_ramp_of_who_lifts_pounds_is_in_steps_of_five_pounds(thresholds: Thresholds) -> None:
    found = ramp(thresholds, LIGHT, (0.0, 225 * KG_PER_LB), MassUnit.LB)
    assert found == [(0.50, 5, pytest.approx(110 * KG_PER_LB)), (0.75, 3, pytest.approx(165 * KG_PER_LB))]


def test_ramp_without_a_known_load_is_told_in_shares(thresholds: Thresholds) -> None:
    assert ramp(thresholds, LIGHT, None, MassUnit.KG) == [(0.50, 5, None), (0.75, 3, None)]


@pytest.mark.parametrize(("case", "minutes"), [(NOVICE, None), (LIGHT, 8)])
def test_novice_and_emergency_have_no_ramp(case: Case, minutes: int | None, thresholds: Thresholds) -> None:
    found = chosen(case, thresholds, minutes)
    assert found is not None
    assert found.ramp == ()


TAPER: Case = {"weekly": [], "profile": {"phase": "taper"}}
ENOUGH_FOR = [
    pytest.param(HEAVY, 30, DoseName.HEAVY, id="heavy after the full one"),
    pytest.param(HEAVY, 15, DoseName.HEAVY, id="heavy after the short one"),
    pytest.param(HEAVY, 14, DoseName.LIGHT, id="only light after the emergency one"),
    pytest.param(LIGHT, 8, DoseName.LIGHT, id="light after the emergency one"),
    pytest.param(TAPER, 8, DoseName.TAPER, id="the taper's own light one after the emergency one"),
    pytest.param(NOVICE, 8, DoseName.NOVICE, id="the novice's own after the emergency one"),
]


@pytest.mark.parametrize(("case", "minutes", "dose"), ENOUGH_FOR)
def test_under_fifteen_minutes_are_enough_for_a_light_lift_only(
    case: Case, minutes: int, dose: DoseName, thresholds: Thresholds
) -> None:
    book = Book(situation_of(case), thresholds)
    decision = decide(book, instant_of(case, AT))
    work = prescribe(book, decision)
    assert work is not None
    steps = warm_up(book, decision, work, minutes=minutes)
    assert steps is not None
    assert for_warm_up(book, decision, work, steps).dose is dose
