"""What every shelf of every store must do."""

import datetime as dt
from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.app.ports import Records
from bot.training.body import CheckIn, HeatIllness
from bot.training.lifts import Exercise
from tests.store.samples import (
    ANN,
    BEN,
    DAY,
    MINUTE,
    NOON,
    PAIRS,
    SHELVES,
    WholeStore,
    shelf,
    values_of,
    with_nothing_said,
)

NOBODY = 999


@pytest.fixture(params=SHELVES)
def name(request: pytest.FixtureRequest) -> str:
    """Name each shelf in turn."""
    found: str = request.param
    return found


# Examples share one store: each adds rows of its own and looks only at those.
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
async def test_a_record_comes_back_as_it_was_kept(store: WholeStore, name: str, data: st.DataObject) -> None:
    kept = data.draw(values_of(SHELVES[name]))

    def keep_and_get(records: Records) -> object:
        return shelf(records, name).get(ANN.id, shelf(records, name).add(ANN.id, kept))

    assert await store.run(keep_and_get) == kept


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
async def test_what_was_not_said_comes_back_as_not_said(store: WholeStore, name: str, data: st.DataObject) -> None:
    kept = with_nothing_said(data.draw(values_of(SHELVES[name])))

    def replace_and_get(records: Records) -> object:
        row_id = shelf(records, name).add(ANN.id, PAIRS[name][0])
        shelf(records, name).replace(ANN.id, row_id, kept)
        return shelf(records, name).get(ANN.id, row_id)

    assert await store.run(replace_and_get) == kept


@pytest.mark.parametrize("kind", get_args(CheckIn))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
async def test_a_check_in_of_every_kind_comes_back_as_it_was_kept(
    store: WholeStore, kind: type[CheckIn], data: st.DataObject
) -> None:
    said = data.draw(values_of(kind))
    kept = (said, with_nothing_said(said))

    def keep_and_list(records: Records) -> object:
        records.checkins.clear(ANN.id)
        for value in kept:
            records.checkins.add(ANN.id, value)
        return [value for _, value in records.checkins.of(ANN.id)]

    assert await store.run(keep_and_list) == list(kept)


async def test_every_instant_is_read_back_in_utc(store: WholeStore) -> None:
    tokyo = NOON.astimezone(dt.timezone(dt.timedelta(hours=9)))
    ill = HeatIllness(at=tokyo, cleared_at=tokyo)

    kept = await store.run(lambda records: records.checkins.get(ANN.id, records.checkins.add(ANN.id, ill)))

    assert isinstance(kept, HeatIllness)
    assert kept == ill
    assert kept.cleared_at is not None
    assert (kept.at.tzinfo, kept.cleared_at.tzinfo) == (dt.UTC, dt.UTC)


async def test_records_are_listed_oldest_entry_first_also_after_one_was_replaced(store: WholeStore, name: str) -> None:
    one, other = PAIRS[name]

    def work(records: Records) -> tuple[object, list[int]]:
        ids = [shelf(records, name).add(ANN.id, one) for _ in range(3)]
        shelf(records, name).replace(ANN.id, ids[0], other)
        return shelf(records, name).of(ANN.id), ids

    listed, ids = await store.run(work)

    assert listed == ((ids[0], other), (ids[1], one), (ids[2], one))


async def test_a_removed_record_is_gone_and_removing_it_again_says_so(store: WholeStore, name: str) -> None:
    def work(records: Records) -> tuple[object, ...]:
        row_id = shelf(records, name).add(ANN.id, PAIRS[name][0])
        removed = [shelf(records, name).remove(ANN.id, row_id) for _ in range(2)]
        return removed, shelf(records, name).get(ANN.id, row_id), shelf(records, name).of(ANN.id)

    assert await store.run(work) == ([True, False], None, ())


async def test_an_id_is_never_used_again(store: WholeStore, name: str) -> None:
    def work(records: Records) -> tuple[int, int]:
        first = shelf(records, name).add(ANN.id, PAIRS[name][0])
        shelf(records, name).remove(ANN.id, first)
        return first, shelf(records, name).add(ANN.id, PAIRS[name][0])

    first, second = await store.run(work)

    assert first != second


async def test_clearing_takes_all_of_one_runner_and_none_of_another(store: WholeStore, name: str) -> None:
    one, other = PAIRS[name]

    def work(records: Records) -> tuple[object, ...]:
        for value in (one, other):
            shelf(records, name).add(ANN.id, value)
        bens = shelf(records, name).add(BEN.id, one)
        cleared = [shelf(records, name).clear(ANN.id) for _ in range(2)]
        return cleared, shelf(records, name).of(ANN.id), shelf(records, name).get(BEN.id, bens)

    assert await store.run(work) == ([2, 0], (), one)


async def test_a_record_of_another_runner_is_as_if_it_were_not_there(store: WholeStore, name: str) -> None:
    one, other = PAIRS[name]
    bens = await store.run(lambda records: shelf(records, name).add(BEN.id, one))

    def meddle(records: Records) -> tuple[object, ...]:
        return (
            shelf(records, name).get(ANN.id, bens),
            shelf(records, name).remove(ANN.id, bens),
            shelf(records, name).of(ANN.id),
        )

    assert await store.run(meddle) == (None, False, ())
    with pytest.raises(KeyError):
        await store.run(lambda records: shelf(records, name).replace(ANN.id, bens, other))
    assert await store.run(lambda records: shelf(records, name).of(BEN.id)) == ((bens, one),)


async def test_a_record_cannot_be_kept_for_a_runner_whom_the_bot_does_not_know(store: WholeStore, name: str) -> None:
    with pytest.raises(KeyError):
        await store.run(lambda records: shelf(records, name).add(NOBODY, PAIRS[name][0]))


async def test_records_kept_together_come_back_in_their_order_each_under_an_id_of_its_own(
    store: WholeStore, name: str
) -> None:
    first, second = PAIRS[name]

    def work(records: Records) -> tuple[int, int, tuple[tuple[int, object], ...], object]:
        place = shelf(records, name)
        gone = place.add(ANN.id, first)
        place.remove(ANN.id, gone)
        place.add_all(ANN.id, (first, second) * 150)
        place.add_all(ANN.id, ())
        last = place.add(ANN.id, first)
        return gone, last, place.of(ANN.id), place.of(BEN.id)

    gone, last, kept, bens = await store.run(work)

    assert [value for _, value in kept] == [first, second] * 150 + [first]
    ids = [row_id for row_id, _ in kept]
    assert ids == sorted(set(ids))
    assert gone < ids[0]
    assert ids[-1] == last
    assert bens == ()


async def test_records_cannot_be_kept_together_for_a_runner_whom_the_bot_does_not_know(
    store: WholeStore, name: str
) -> None:
    with pytest.raises(KeyError):
        await store.run(lambda records: shelf(records, name).add_all(NOBODY, PAIRS[name]))


async def test_the_last_verdict_is_the_one_with_the_latest_instant(store: WholeStore) -> None:
    older, newer = PAIRS["verdicts"]

    def work(records: Records) -> object:
        assert records.last_verdict(ANN.id) is None
        for verdict in (older, newer):
            records.verdicts.add(ANN.id, verdict)
        records.verdicts.add(BEN.id, older)
        return records.last_verdict(ANN.id)

    assert await store.run(work) == newer


async def test_verdicts_about_a_day_are_the_runners_own_about_that_day_newest_first(store: WholeStore) -> None:
    today, again = PAIRS["verdicts"]
    later = replace(today, at=NOON + MINUTE)

    def work(records: Records) -> object:
        for verdict in (today, later, replace(later, asked_day=NOON.date() + DAY), again):
            records.verdicts.add(ANN.id, verdict)
        records.verdicts.add(BEN.id, today)
        return records.verdicts_about(ANN.id, NOON.date()), records.verdicts_about(ANN.id, NOON.date() - DAY)

    assert await store.run(work) == ((later, again, today), ())


async def test_half_a_surrogate_pair_in_a_text_is_replaced_and_breaks_nothing(store: WholeStore) -> None:
    flag = PAIRS["red_flags"][0]

    def work(records: Records) -> object:
        return records.red_flags.get(
            ANN.id, records.red_flags.add(ANN.id, type(flag)(at=flag.at, level=flag.level, phrase="a\ud800b"))
        )

    kept = await store.run(work)

    assert getattr(kept, "phrase", None) == "a?b"


async def test_lifts_since_an_instant_are_the_runners_own_earliest_first(store: WholeStore) -> None:
    lift = PAIRS["lifts"][0]

    def work(records: Records) -> list[dt.datetime]:
        for at in (NOON + DAY, NOON, NOON - MINUTE):
            records.lifts.add(ANN.id, replace(lift, at=at))
        records.lifts.add(BEN.id, lift)
        return [one.at for one in records.lifts_since(ANN.id, NOON)]

    assert await store.run(work) == [NOON, NOON + DAY]


async def test_deadlifts_are_told_by_their_instants_the_runners_own_and_no_squats(store: WholeStore) -> None:
    deadlift = PAIRS["lifts"][0]
    squat = replace(deadlift, exercise=Exercise.SQUAT)

    def work(records: Records) -> tuple[object, ...]:
        for at in (NOON, NOON - DAY, NOON + DAY):
            records.lifts.add(ANN.id, replace(deadlift, at=at))
        records.lifts.add(ANN.id, squat)
        records.lifts.add(ANN.id, replace(deadlift, at=NOON + MINUTE, exercise=Exercise.SWING))
        records.lifts.add(BEN.id, deadlift)
        return records.deadlifted_at(ANN.id)

    assert await store.run(work) == (NOON - DAY, NOON, NOON + MINUTE, NOON + DAY)


async def test_what_was_told_of_lifts_is_forgotten_with_the_verdicts(store: WholeStore) -> None:
    told = PAIRS["told_lifts"][0]

    def work(records: Records) -> list[dt.datetime]:
        for at in (NOON - MINUTE, NOON):
            records.told_lifts.add(ANN.id, replace(told, at=at))
        records.prune(NOON)
        return [one.at for _, one in records.told_lifts.of(ANN.id)]

    assert await store.run(work) == [NOON]


async def test_workouts_that_were_left_are_forgotten_in_the_end(store: WholeStore) -> None:
    workout = PAIRS["workouts"][1]

    def work(records: Records) -> list[dt.datetime]:
        for at in (NOON - MINUTE, NOON):
            records.workouts.add(ANN.id, replace(workout, touched_at=at))
        records.prune(NOON)
        return [one.touched_at for _, one in records.workouts.of(ANN.id)]

    assert await store.run(work) == [NOON]
