"""Kill a bot again and again while it reminds people, and count what arrived."""

import asyncio
import datetime as dt
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random

from bot.local.service import LocalTelegram
from tests.e2e.accidents import Accident, AccidentServer, slow
from tests.e2e.process import START_S, TOKEN, BotProcess, faked
from tests.e2e.seeding import MONDAY, in_doubt, out_states, seed, waiting

FIRST = MONDAY + dt.timedelta(hours=7)
FIRST_ID = 1001
NO_SEND_S = 6.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How much is done. People are reminded at a random one of the minutes from 07:00 on, one minute for each kill.

    Half of the kills come within `window_s` after the bot's first call, half within `slowest_s` after one of its next
    messages; answers take up to `slowest_s`.
    """

    people: int
    kills: int
    seed: int
    speed: int = 5
    slowest_s: float = 0.1
    window_s: float = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What became of each person's one reminder. `in_flight` adds up the messages that were being sent at the kills.

    `unknown` are those marked as such, however often they arrived; the others arrived so many times.
    """

    kills: int
    in_flight: int
    lost: int
    once: int
    twice: int
    more: int
    unknown: int
    unknown_arrived: int


async def kill_loop(
    folder: Path, library: Path, plan: Plan, *, forks: Path, killed: Callable[[int], None] | None = None
) -> Tally:
    """Carry out a plan in a folder, with bots that are forks from `fast_forking`; `killed` is told of each kill."""

    def bot(number: int) -> AbstractAsyncContextManager[BotProcess]:
        clock = faked(library, _minute(number), speed=plan.speed)
        return _bot(folder, forks, {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": server.url, **clock})

    random = Random(plan.seed)  # noqa: S311 - a repeatable choice of moments
    telegram = LocalTelegram(now=lambda: FIRST, token=TOKEN)
    server = AccidentServer(telegram, chance=lambda _method, _chat: _slow(random, plan.slowest_s))
    people = [telegram.private_chat(user_id=FIRST_ID + number).id for number in range(plan.people)]
    await seed(folder, {person: _minute(random.randrange(plan.kills)).time() for person in people})
    in_flight = 0
    async with server.running():
        for number in range(plan.kills):
            async with bot(number) as running:
                await _moment(server, running, random, plan)
            in_flight += out_states(folder)["sending"]
            if killed is not None:
                killed(number + 1)
        async with bot(plan.kills) as last:
            await last.until(lambda: waiting(folder) == 0, within=START_S, every_s=0.5)
            await last.stop()
    return _tally(people, server, in_doubt(folder), kills=plan.kills, in_flight=in_flight)


def _minute(number: int) -> dt.datetime:
    return FIRST + dt.timedelta(minutes=number)


def _slow(random: Random, slowest_s: float) -> Accident:
    return slow(random.uniform(0, slowest_s), arrives_first=random.random() < 1 / 2)


@asynccontextmanager
async def _bot(folder: Path, forks: Path, variables: dict[str, str]) -> AsyncIterator[BotProcess]:
    """Run a bot, which is killed at the end of the block unless it has ended."""
    bot = await BotProcess.fork(folder, variables, forks=forks)
    try:
        yield bot
    finally:
        await bot.kill()


async def _moment(server: AccidentServer, bot: BotProcess, random: Random, plan: Plan) -> None:
    """Wait for the moment of a kill."""
    greeted, begun = len(server.telegram.calls_of("getMe")), server.begun
    await bot.until(lambda: len(server.telegram.calls_of("getMe")) > greeted, within=START_S)
    if random.random() < 1 / 2:
        await asyncio.sleep(random.uniform(0, plan.window_s))
        return
    await _sent(server, begun + random.randint(1, 6))
    await asyncio.sleep(random.uniform(0, plan.slowest_s))


async def _sent(server: AccidentServer, number: int) -> None:
    """Wait for the call of a number, but not for ever: the bot may have nothing more to say."""
    for _ in range(round(NO_SEND_S / 0.01)):
        if server.begun >= number:
            return
        await asyncio.sleep(0.01)


def _tally(people: list[int], server: AccidentServer, unknown: set[int], *, kills: int, in_flight: int) -> Tally:
    came = Counter(int(str(call.params["chat_id"])) for call in server.arrivals)
    known = Counter(came[person] for person in people if person not in unknown)
    return Tally(
        kills=kills,
        in_flight=in_flight,
        lost=known[0],
        once=known[1],
        twice=known[2],
        more=sum(1 for person in people if came[person] > 2),
        unknown=len(unknown),
        unknown_arrived=sum(1 for person in unknown if came[person]),
    )
