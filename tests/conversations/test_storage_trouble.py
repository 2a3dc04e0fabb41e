"""A person who was asked to send something again is not surprised later by what they had sent first."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bot.app.ports import StoreBusy
from bot.chat import desk
from bot.library.library import Library
from tests.conversations.conftest import Clock, bot_on


async def test_what_was_refused_for_want_of_storage_is_not_done_at_the_next_start(
    tmp_path: Path, library: Library, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk, "STORAGE_RETRY_S", 0.01)
    tries = 0

    async def busy(_work: Callable[[Any], Any]) -> None:
        nonlocal tries
        tries += 1
        raise StoreBusy("The database is locked by another program.")

    async with bot_on(tmp_path / "bot.db", library, clock) as world:
        ada = world.person()
        await ada.say("/set lifting 3 years")
        with monkeypatch.context() as meanwhile:
            meanwhile.setattr(world.store, "run", busy)
            sorry = await ada.ask("/log deadlift 3x4 100kg rpe 8")
            while tries < 5:  # noqa: ASYNC110 - the bot tries on its own
                await asyncio.sleep(0.01)
        bot_id = int(world.telegram.token.partition(":")[0])
        async with asyncio.timeout(5):
            while await world.store.inbox.unhandled(bot_id):  # noqa: ASYNC110 - the same
                await asyncio.sleep(0.01)

    assert sorry == "Something went wrong on my side and nothing was changed. Please try again in a moment."
    async with bot_on(tmp_path / "bot.db", library, clock) as again:
        await again.settle()
        assert await again.store.run(lambda records: records.lifts.of(ada.person.id)) == ()
