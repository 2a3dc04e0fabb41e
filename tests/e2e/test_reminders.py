"""Reminders of a bot whose clock runs ten times as fast, through stops, kills and long downtimes.

The clock is libfaketime's; where it is missing (Debian package faketime) these tests are skipped. The server's clock is
the real one. All times are Berlin's: one hour ahead of UTC in early March.
"""

import asyncio
import datetime as dt
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.library.library import Library
from bot.local.person import Person
from bot.local.service import LocalTelegram
from tests.e2e.conftest import Bots, ask
from tests.e2e.process import PATIENCE_S, BotProcess, faked
from tests.e2e.seeding import database
from tests.serving import serving

SPEED = 10
BERLIN = dt.timezone(dt.timedelta(hours=1))
SUNDAY = dt.date(2026, 3, 1)
MONDAY = dt.date(2026, 3, 2)
HEADLINE = re.compile(r"⏰ (✅ Yes|🟡 Light only|⛔ Not today|⛔ Not then)")


def berlin(day: dt.date, clock: str) -> dt.datetime:
    """Return an instant from a day and a clock time in Berlin."""
    return dt.datetime.combine(day, dt.time.fromisoformat(clock), tzinfo=BERLIN)


@dataclass(frozen=True, kw_only=True)
class FastBots:
    """Starts bots whose clock begins where a test wants it and runs `SPEED` times as fast."""

    bots: Bots
    clock: Path
    forks: Path
    library: Library

    @asynccontextmanager
    async def on_sunday(self) -> AsyncIterator[None]:
        """Run a bot on Sunday at 20:00, in this process: it is talked to, and nothing comes due."""
        telegram, evening = self.bots.server.telegram, berlin(SUNDAY, "20:00")
        async with serving(telegram, database(self.bots.folder), self.library, lambda: evening) as (service, _):
            yield
            await telegram.taken_over()
            await service.idle()

    async def serve(self, day: dt.date, clock: str, *, anew: bool = False) -> BotProcess:
        """Start a bot at a time in Berlin and wait until it waits for updates."""
        variables = faked(self.clock, berlin(day, clock), speed=SPEED)
        return await self.bots.serve(anew=anew, forks=self.forks, **variables)

    async def reminds(self, person: Person) -> str:
        """Wait for the first reminder in a chat and return it."""
        if not await self.bots.server.telegram.world.pulse.until(lambda: bool(reminders(person)), within=PATIENCE_S):
            raise AssertionError(f"no reminder came; the chat shows {[shown.text for shown in person.messages]}")
        return reminders(person)[0]


@pytest.fixture
def fast(bots: Bots, clock_library: Path, fast_forks: Path, library: Library) -> FastBots:
    """Return what starts bots with a fast clock."""
    return FastBots(bots=bots, clock=clock_library, forks=fast_forks, library=library)


@pytest.fixture
def bob(ada: Person, telegram: LocalTelegram) -> Person:
    """Return a second person whom the bot does not know yet."""
    return telegram.private_chat(first_name="Bob", user_id=ada.id + 1)


async def set_up(person: Person, *, lifts: str) -> None:
    """Tell the bot everything that reminders need."""
    for line in (
        "/set timezone Europe/Berlin",
        "/set running 5 years",
        "/set lifting 3 years",
        "/schedule Wed 18:00 intervals, Sat 08:00 long 18 km",
        f"/lifts {lifts}",
        "/remind 07:00",
    ):
        assert (await ask(person, line)).startswith("📌")


def reminders(person: Person) -> list[str]:
    """Return the reminders and warm-up prompts in a chat."""
    return [shown.text for shown in person.messages if shown.text.startswith(("⏰", "🔥"))]


async def some_time_passes() -> None:
    """Let twenty seconds pass for the bot: time for anything else that it might send."""
    await asyncio.sleep(20 / SPEED)


async def test_a_morning_brings_one_reminder_to_those_who_lift_and_nothing_in_a_pause_or_after_a_red_flag(
    fast: FastBots, telegram: LocalTelegram
) -> None:
    lifting, resting, paused, ill = [telegram.private_chat(user_id=3001 + number) for number in range(4)]
    async with fast.on_sunday():
        for person in (lifting, paused, ill):
            await set_up(person, lifts="mon 18:00")
        await set_up(resting, lifts="tue 18:00")
        pause = await ask(paused, "/pause 3")
        stop = await ask(ill, "I have chest pain and it spreads to my arm")
    await fast.serve(MONDAY, "06:59:50", anew=True)

    reminder = await fast.reminds(lifting)
    await some_time_passes()

    assert HEADLINE.match(reminder)
    assert reminders(lifting) == [reminder]
    assert pause == "📌 Paused: I send nothing unasked before Wed 4 Mar."
    assert stop.startswith("🩺 Stop")
    assert [reminders(person) for person in (resting, paused, ill)] == [[], [], []]


async def test_the_warm_up_prompt_comes_half_an_hour_before_the_lift(
    fast: FastBots, ada: Person, telegram: LocalTelegram
) -> None:
    async with fast.on_sunday():
        await set_up(ada, lifts="mon 18:00")
    bot = await fast.serve(MONDAY, "17:29:50")

    prompt = await fast.reminds(ada)
    real = telegram.calls_of("sendMessage")[-1].at - bot.started_at
    # The bot's clock began a moment after the process was started: it showed at most this.
    shown = berlin(MONDAY, "17:29:50") + dt.timedelta(seconds=real * SPEED)

    assert prompt.startswith("🔥")
    assert berlin(MONDAY, "17:30:00") <= shown < berlin(MONDAY, "17:35:00")


async def test_a_lift_that_nobody_logged_is_asked_about_two_hours_after_its_time(fast: FastBots, ada: Person) -> None:
    async with fast.on_sunday():
        await set_up(ada, lifts="mon 18:00")
    await fast.serve(MONDAY, "19:59:50")

    asked = await fast.reminds(ada)
    await some_time_passes()

    assert asked.startswith("⏰ How hard was your lift of today 18:00?")
    assert reminders(ada) == [asked]


async def test_a_bot_that_is_stopped_before_and_killed_after_reminds_once(fast: FastBots, ada: Person) -> None:
    async with fast.on_sunday():
        await set_up(ada, lifts="mon 18:00")
    before = await fast.serve(MONDAY, "06:50")
    await before.stop()
    due = await fast.serve(MONDAY, "07:05")
    morning = await fast.reminds(ada)
    # Once the next answer came, what became of the reminder is written down.
    await ask(ada, "/help")
    await due.kill()
    await fast.serve(MONDAY, "07:10")
    await some_time_passes()

    assert HEADLINE.match(morning)
    assert reminders(ada) == [morning]


async def test_a_reminder_is_not_sent_after_its_deadline(fast: FastBots, ada: Person, bob: Person) -> None:
    async with fast.on_sunday():
        await set_up(ada, lifts="mon 18:00")
        await set_up(bob, lifts="mon 09:31")
    # Two hours after the reminders at 07:00 were due; Bob's warm-up is due in a moment.
    await fast.serve(MONDAY, "09:00:50")

    assert (await fast.reminds(bob)).startswith("🔥")
    await some_time_passes()
    assert reminders(ada) == []
