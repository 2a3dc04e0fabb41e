"""A whole bot for each conversation: real handlers, database and delivery on the in-process Telegram."""

import datetime as dt
import shutil
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
import pytest_asyncio

from bot.app.records import Lane, Method, OutMessage
from bot.library.library import Library
from bot.local.group import Group
from bot.local.person import Person
from bot.local.service import LocalTelegram
from bot.local.shown import ShownMessage
from bot.pictures.draw import picture
from bot.service import Service
from bot.store import SqliteStore
from tests.serving import serving

MONDAY_MORNING = dt.datetime(2026, 3, 2, 9, 0, tzinfo=dt.UTC)  # 10:00 in Berlin


@dataclass(slots=True)
class Clock:
    """A clock that stands still until it is told to go on."""

    at: dt.datetime = MONDAY_MORNING

    def __call__(self) -> dt.datetime:
        """Return the instant."""
        return self.at

    def go_on(self, **span: float) -> None:
        """Let time pass."""
        self.at += dt.timedelta(**span)


@dataclass(slots=True, kw_only=True)
class World:
    """The bot, its Telegram and its clock."""

    telegram: LocalTelegram
    service: Service
    store: SqliteStore
    clock: Clock

    def person(self, name: str = "Ada") -> "Talker":
        """Let somebody open a chat with the bot."""
        return Talker(world=self, person=self.telegram.private_chat(first_name=name))

    async def settle(self) -> None:
        """Wait until the bot has handled everything and sent every message."""
        await self.telegram.taken_over()
        await self.service.idle()

    async def dispatch(self) -> None:
        """Let the reminders that are due now be sent."""
        await self.service.dispatcher.run_once()
        await self.settle()


@dataclass(slots=True, kw_only=True)
class Talker:
    """Somebody who talks to the bot and sees what comes back."""

    world: World
    person: Person

    async def say(self, text: str) -> list[ShownMessage]:
        """Send a text and return the new messages that answer it."""
        seen = self.person.received
        await self.person.send(text)
        return await self._new(seen)

    async def ask(self, text: str) -> str:
        """Send a text and return the only answer to it."""
        [answer] = await self.say(text)
        return answer.text

    async def press(self, label: str, message: ShownMessage | None = None) -> list[ShownMessage]:
        """Press a button and return the new messages that answer it."""
        seen = self.person.received
        await self.person.press(label, message=message)
        return await self._new(seen)

    async def press_data(self, message: ShownMessage, data: str) -> list[ShownMessage]:
        """Press a button that carries any data at all."""
        seen = self.person.received
        await self.person.press_data(message, data)
        return await self._new(seen)

    async def keep_waiting(self, text: str) -> None:
        """Let a reminder wait in the queue: the delivery is not woken."""
        chat = self.person.id
        waiting = OutMessage(chat_id=chat, method=Method.SEND, payload={"chat_id": chat, "text": text}, lane=Lane.BULK)
        await self.world.store.run(lambda records: records.send(waiting))

    async def set_up(self, *lines: str) -> None:
        """Send lines that make somebody known, and look at no answer."""
        for line in lines:
            await self.say(line)

    async def _new(self, seen: int) -> list[ShownMessage]:
        await self.world.settle()
        return self.person.messages_after(seen)


EXPERIENCED = ("/set timezone Europe/Berlin", "/set lifting 3 years", "/set running 5 years")
WEEK = "/schedule Tue 18:00 intervals, Thu 06:30 tempo 40 min, Sun 08:00 long 18 km"


@pytest.fixture(scope="session", autouse=True)
def _drawings() -> Iterator[None]:
    """Draw each picture once for all conversations, as one bot does for all of its chats."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("bot.service.picture", cache(picture))
        yield


@pytest.fixture
def clock() -> Clock:
    """Return a clock that stands at Monday, 10:00 in Berlin."""
    return Clock()


@asynccontextmanager
async def bot_on(database: Path, library: Library, clock: Clock) -> AsyncIterator[World]:
    """Run a bot on a database; one that runs on it later goes on where this one stopped."""
    first = int(clock().timestamp())
    server = LocalTelegram(now=clock, first_update_id=first, first_message_id=first)
    async with serving(server, database, library, clock) as (service, store):
        yield World(telegram=server, service=service, store=store, clock=clock)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def runner_database(
    new_database: Path, library: Library, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, int]:
    """Return a database in which somebody is the `runner`, as they told a bot a minute before; and who that is."""
    file = Path(shutil.copy(new_database, tmp_path_factory.mktemp("runner")))
    async with bot_on(file, library, Clock(at=MONDAY_MORNING - dt.timedelta(minutes=1))) as world:
        runner = world.person()
        await runner.set_up(*EXPERIENCED, WEEK)
    return file, runner.person.id


@pytest.fixture
def database(request: pytest.FixtureRequest, new_database: Path, tmp_path: Path) -> Path:
    """Return the test's own database: a new one, or for a test with the `runner` one that knows them."""
    known = request.getfixturevalue("runner_database")[0] if "runner" in request.fixturenames else new_database
    return Path(shutil.copy(known, tmp_path))


@pytest.fixture
async def world(database: Path, library: Library, clock: Clock) -> AsyncIterator[World]:
    """Return a running bot."""
    async with bot_on(database, library, clock) as running:
        yield running


@pytest.fixture
def ada(world: World) -> Talker:
    """Return somebody whom the bot does not know yet, unless the test has the `runner`, who is the same."""
    return world.person()


@pytest.fixture
def runner(ada: Talker, runner_database: tuple[Path, int]) -> Talker:
    """Return an experienced runner in Berlin whose week is known."""
    assert ada.person.id == runner_database[1]
    return ada


@pytest.fixture
def club(world: World, ada: Talker) -> Group:
    """Return a group with the bot and one member in it."""
    return world.telegram.group(ada.person)
