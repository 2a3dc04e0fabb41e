"""After a change of the rules everybody's reminders are derived anew, a few at a time; else nobody's are."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from bot import clock
from bot.app.records import Derivation
from bot.reminders import deriving
from bot.reminders.deriving import Deriver
from bot.store import SqliteStore, open_store
from tests.store.samples import ANN

EVERYBODY = tuple(range(1, 8))


async def known(people: Sequence[int]) -> SqliteStore:
    """Return a store that knows some people."""
    store = await open_store(Path(":memory:"))
    for who in people:
        runner = replace(ANN, id=who, chat_id=who)
        await store.run(lambda records, runner=runner: records.save_runner(runner))  # type: ignore[misc]
    return store


def deriver(store: SqliteStore, derived: list[int], *, basis: str = "new", broken: int = 0) -> Deriver:
    """Return a deriver that notes for whom it derives, and fails for one runner."""

    def replan(_records: object, runner_id: int, _now: object) -> None:
        derived.append(runner_id)
        if runner_id == broken:
            raise ValueError("this runner's records make no sense")

    return Deriver(store=store, replan=replan, basis=basis, now=clock.now, report=lambda *_: None)


@pytest.mark.parametrize("at_a_time", [1, 3, 7, 100])
async def test_everybodys_turn_comes_once(monkeypatch: pytest.MonkeyPatch, at_a_time: int) -> None:
    monkeypatch.setattr(deriving, "AT_A_TIME", at_a_time)
    store, derived = await known(EVERYBODY), list[int]()
    await deriver(store, derived).run()

    assert tuple(derived) == EVERYBODY
    await store.close()


async def test_a_start_without_a_change_of_rules_derives_nothing() -> None:
    store, derived = await known(EVERYBODY), list[int]()
    await deriver(store, []).run()
    again = deriver(store, derived)
    await again.step()

    assert again.done
    assert derived == []
    await store.close()


async def test_a_change_of_rules_begins_anew() -> None:
    store, derived = await known(EVERYBODY), list[int]()
    await deriver(store, [], basis="old").run()
    await deriver(store, derived, basis="new").run()

    assert tuple(derived) == EVERYBODY
    await store.close()


async def test_a_stop_in_the_middle_goes_on_at_the_next_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deriving, "AT_A_TIME", 3)
    store, derived = await known(EVERYBODY), list[int]()
    stopped = deriver(store, [])
    await stopped.step()
    assert not stopped.done
    await deriver(store, derived).run()

    assert tuple(derived) == EVERYBODY[3:]
    await store.close()


async def test_a_runner_for_whom_it_fails_holds_up_nobody() -> None:
    store, derived = await known(EVERYBODY), list[int]()
    await deriver(store, derived, broken=2).run()

    assert tuple(derived) == EVERYBODY
    assert await store.run(lambda records: records.derivation()) == Derivation(basis="new", reached=None)
    await store.close()
