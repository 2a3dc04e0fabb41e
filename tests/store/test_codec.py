"""How values are written down."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.store.codec import FieldCodec, cell, document, instant, stamp
from bot.training.lifts import LiftSet
from bot.training.runs import Race
from tests.store.samples import NOON, values_of

INSTANTS: st.SearchStrategy[dt.datetime] = values_of(dt.datetime)


@given(INSTANTS, INSTANTS)
def test_the_text_order_of_instants_is_their_order_in_time(one: dt.datetime, other: dt.datetime) -> None:
    assert (stamp(one) < stamp(other)) == (one < other)
    assert len(stamp(one)) == len(stamp(other))


@given(INSTANTS)
def test_an_instant_is_read_back_in_utc(at: dt.datetime) -> None:
    assert instant(stamp(at)) == at
    assert instant(stamp(at)).tzinfo is dt.UTC


def test_an_instant_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        stamp(NOON.replace(tzinfo=None))


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_a_number_that_is_none_is_refused_and_not_turned_into_null(number: float) -> None:
    with pytest.raises(ValueError, match="finite"):
        FieldCodec(Race).row(Race(date=NOON.date(), distance_km=number))
    with pytest.raises(ValueError, match="not JSON compliant"):
        document([LiftSet(reps=1, weight_kg=number)])


@pytest.mark.parametrize(
    ("value", "written"),
    [(dt.time(7), "07:00"), (dt.time(7, 30, 5), "07:30:05"), (NOON.date(), "2026-03-04"), (True, True), (None, None)],
)
def test_days_and_clock_times_are_written_as_people_write_them(value: object, written: object) -> None:
    assert cell(value) == written


def test_a_value_without_a_place_in_a_cell_is_refused() -> None:
    value: Any = {1, 2}

    with pytest.raises(TypeError, match="set"):
        cell(value)
