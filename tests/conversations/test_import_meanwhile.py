"""What can happen while a file is being read: its chat goes on, a stop breaks it off, its runner deletes everything."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bot.app.files import FileRead, Unusable
from bot.files.exports import read_export
from bot.library.library import Library
from bot.local.service import LocalTelegram
from tests.conversations.conftest import EXPERIENCED, Clock, Talker, World, bot_on
from tests.conversations.importing import LAST_YEAR, send, session, strong
from tests.serving import serving

EXPORT = strong(session(LAST_YEAR[0]))


@dataclass(slots=True, kw_only=True)
class Reader:
    """Reads files as the bot does, but only when told to."""

    began: asyncio.Event = field(default_factory=asyncio.Event)
    go: asyncio.Event = field(default_factory=asyncio.Event)
    reads: int = 0

    async def read(self, content: bytes) -> FileRead:
        """Wait, then read."""
        self.reads += 1
        self.began.set()
        await self.go.wait()
        return await read_export(content)


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> Reader:
    """Let the bots of a test read files when told to."""
    reader = Reader()
    monkeypatch.setattr("bot.service.read_export", reader.read)
    return reader


@pytest.fixture
async def ada(reader: Reader, tmp_path: Path, library: Library, clock: Clock) -> AsyncIterator[Talker]:
    """Return a runner whose file is being read."""
    async with bot_on(tmp_path / "bot.db", library, clock) as world:
        ada = world.person()
        await ada.set_up(*EXPERIENCED)
        await ada.person.send_document("strong.csv", EXPORT)
        await asyncio.wait_for(reader.began.wait(), 5)
        yield ada
        reader.go.set()


async def settle(world: World) -> None:
    """Wait until the bot has handled everything but the file and sent every message."""
    await world.telegram.taken_over()
    await world.service.inbox.join()
    await world.service.delivery.idle()


async def heard(talker: Talker, text: str) -> str:
    """Say something while a file is being read and return what is answered."""
    await talker.person.send(text)
    await asyncio.wait_for(settle(talker.world), 5)
    return talker.person.last.text


async def deleted(talker: Talker) -> None:
    """Delete everything while a file is being read."""
    await heard(talker, "/delete")
    await talker.person.press("Yes, delete everything")
    await asyncio.wait_for(settle(talker.world), 5)


async def test_a_red_flag_does_not_wait_for_the_senders_own_file(ada: Talker, reader: Reader) -> None:
    assert (await heard(ada, "chest pain and I passed out")).startswith("🩺")
    reader.go.set()
    await ada.world.settle()
    assert ada.person.last.labels[0] == "Import 1"


async def test_a_second_file_of_the_same_chat_is_asked_for_again(ada: Talker, reader: Reader) -> None:
    await ada.person.send_document("hevy.csv", EXPORT)
    await asyncio.wait_for(settle(ada.world), 5)
    assert ada.person.last.text == "🤷 I am still reading another file. Send this one again in a minute."
    reader.go.set()
    await ada.world.settle()
    assert ada.person.last.labels[0] == "Import 1"
    assert reader.reads == 1


async def test_whoever_deletes_everything_meanwhile_is_not_made_known_again(ada: Talker, reader: Reader) -> None:
    await deleted(ada)
    seen = ada.person.received
    reader.go.set()
    await ada.world.settle()
    assert ada.person.messages_after(seen) == []
    assert await ada.world.store.run(lambda records: records.runner(ada.person.id)) is None


async def test_who_begins_anew_meanwhile_is_shown_nothing_of_before(ada: Talker, reader: Reader) -> None:
    await deleted(ada)
    ada.world.clock.go_on(seconds=1)
    await heard(ada, "/help")
    seen = ada.person.received
    reader.go.set()
    await ada.world.settle()
    assert ada.person.messages_after(seen) == []
    assert await ada.world.store.run(lambda records: records.import_of(ada.person.id)) is None


async def test_a_file_that_the_bot_fails_on_is_apologised_for(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("no")

    monkeypatch.setattr("bot.app.imports.offer", fail)
    [said] = await send(world.person(), EXPORT)
    assert said.text.startswith("🤷 Something went wrong")
    assert await world.store.inbox.unhandled(int(world.telegram.token.partition(":")[0])) == ()


async def test_a_file_that_was_being_read_at_a_stop_holds_nothing_up_and_is_read_at_the_next_start(
    tmp_path: Path, library: Library, clock: Clock
) -> None:
    began = asyncio.Event()

    async def for_ever(_: bytes) -> FileRead:
        began.set()
        await asyncio.Event().wait()
        return Unusable.BROKEN

    server = LocalTelegram(now=clock)
    person = server.private_chat()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("bot.service.read_export", for_ever)
        async with serving(server, tmp_path / "bot.db", library, clock):
            await person.send_document("strong.csv", EXPORT)
            await asyncio.wait_for(began.wait(), 5)
            stopped = asyncio.get_running_loop().time()
    assert asyncio.get_running_loop().time() - stopped < 5
    assert person.messages == []

    async with serving(server, tmp_path / "bot.db", library, clock) as (service, _):
        await service.idle()
        assert [message.labels[0] for message in person.messages] == ["Import 1"]
