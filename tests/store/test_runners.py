"""What every store must do with people and their dialogues."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.app.ports import Records
from bot.app.records import Dialogue, Runner
from tests.store.samples import ANN, BEN, WholeStore, values_of

sharing = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@sharing
@given(runner=values_of(Runner))
async def test_a_runner_comes_back_as_kept_new_or_changed(store: WholeStore, runner: Runner) -> None:
    def keep_and_get(records: Records) -> object:
        records.save_runner(runner)
        records.save_runner(replace(runner, id=ANN.id))
        return records.runner(runner.id), records.runner(ANN.id)

    assert await store.run(keep_and_get) == (runner, replace(runner, id=ANN.id))


@sharing
@given(dialogue=values_of(Dialogue), next_one=values_of(Dialogue) | st.none())
async def test_a_dialogue_comes_back_as_kept_until_another_takes_its_place(
    store: WholeStore, dialogue: Dialogue, next_one: Dialogue | None
) -> None:
    def work(records: Records) -> object:
        found = []
        for place in (dialogue, next_one):
            records.save_dialogue(ANN.id, place)
            found.append(records.dialogue(ANN.id))
        return found

    assert await store.run(work) == [dialogue, next_one]


async def test_saving_a_runner_again_keeps_all_their_records(store: WholeStore) -> None:
    dialogue = Dialogue(name="setup", step="zone")

    def work(records: Records) -> object:
        records.save_dialogue(ANN.id, dialogue)
        records.save_runner(replace(ANN, reachable=False))
        return records.dialogue(ANN.id), records.dialogue(BEN.id)

    assert await store.run(work) == (dialogue, None)


async def test_a_runner_whom_the_bot_does_not_know_is_none(store: WholeStore) -> None:
    assert await store.run(lambda records: records.runner(999)) is None


async def test_all_runners_are_listed_by_id(store: WholeStore) -> None:
    assert await store.run(lambda records: records.runners_after(0, 9)) == (ANN.id, BEN.id)


async def test_a_stranger_cannot_be_in_a_dialogue(store: WholeStore) -> None:
    with pytest.raises(KeyError):
        await store.run(lambda records: records.save_dialogue(999, Dialogue(name="setup", step="zone")))
