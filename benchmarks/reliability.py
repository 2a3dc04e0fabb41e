"""What becomes of reminders when things go wrong: python -m benchmarks.reliability [--quick] [--only NAME] [--seed N].

The bot runs in processes of its own under a false clock (libfaketime, Debian package faketime), against a server in
this process to which accidents happen. Exit code 1 when a message came more than twice or was lost without a word, or
when one of a burst passed Telegram's limits.
"""

import argparse
import asyncio
import datetime as dt
import math
import sys
import tempfile
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import asdict, astuple, dataclass, fields, replace
from pathlib import Path
from random import Random

from benchmarks.trials import PATIENCE_S, Row, Trial, filled, library, progress, small_disk, trial
from bot.local.person import Person
from tests.e2e.accidents import Accident, dropped, flood, in_front, refused, silent, slow, trouble
from tests.e2e.kill_loop import Plan, Tally, kill_loop
from tests.e2e.limits import Limits
from tests.e2e.rig import fast_forking
from tests.e2e.seeding import database
from tests.e2e.storage import Trouble, locked, no_room

CHANCE = 0.3
KINDS: Mapping[str, Sequence[Accident]] = {
    "slow answer": [slow(0.2, arrives_first=True)],
    "500, three times": [trouble()] * 3,
    "403, 404 and 400 by a proxy": [in_front(403), in_front(404), in_front(400)],
    "429, twice": [flood(1), flood(2)],
    "dropped before it was accepted": [dropped(arrives=False)],
    "dropped after it was accepted": [dropped(arrives=True)],
    "hung before it was accepted": [silent(arrives=False)],
    "hung after it was accepted": [silent(arrives=True)],
    "hung after it was accepted, then 500 and 429": [silent(arrives=True), trouble(), flood(1)],
    "dropped before it was accepted, twice": [dropped(arrives=False)] * 2,
    "400": [refused(400, "Bad Request: message is too long")],
    "403": [refused(403, "Forbidden: bot was blocked by the user")],
    "account deleted": [refused(403, "Forbidden: user is deactivated")],
    "chat not found": [refused(400, "Bad Request: chat not found")],
}
LOOPS = 4
SLOW = 2
"""How many times as fast a bot's clock runs where a busy machine must not look to it like a server that hangs."""

FREE, PAID = 30, 100
"""Messages a second: what Telegram sends for nothing, and a rate that its operator pays for."""

SWITCHED_OFF = {"403", "account deleted", "chat not found"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How much is done."""

    people: int
    kills: int
    each: int
    burst: int
    seed: int


async def kills(size: Size) -> list[Row]:
    """Kill bots at random moments while they remind people: some bots side by side, each with its own people."""
    plan = Plan(people=size.people // LOOPS, kills=size.kills // LOOPS, seed=size.seed, speed=SLOW)
    with ExitStack() as stack:
        folders = [Path(stack.enter_context(tempfile.TemporaryDirectory())) for _ in range(LOOPS)]
        tallies = await asyncio.gather(
            *(killed(folder, replace(plan, seed=plan.seed + n)) for n, folder in enumerate(folders))
        )
    summed = Counter[str]()
    for tally in tallies:
        summed.update(asdict(tally))
    note = f"{summed['in_flight']} in flight at the kills; {summed['unknown_arrived']} of those told of had arrived"
    counts = {name: summed[name] for name in ("once", "twice", "lost", "more")}
    what = f"killed {summed['kills']} times"
    return [Row(what=what, reminders=plan.people * LOOPS, told=summed["unknown"], note=note, **counts)]


async def killed(folder: Path, plan: Plan) -> Tally:
    """Carry out one plan and say how far it is."""
    with fast_forking(library()) as forks:
        tally = await kill_loop(
            folder, library(), plan, forks=forks, killed=lambda number: progress(f"bot {plan.seed}: kill {number}")
        )
    progress(f"bot {plan.seed}: {tally}")
    return tally


async def accidents(size: Size) -> list[Row]:
    """Let one kind of accident happen to each message of some people."""
    async with trial(size.each * len(KINDS), speed=SLOW) as test:
        groups = {kind: test.people[number :: len(KINDS)] for number, kind in enumerate(KINDS)}
        for kind, people in groups.items():
            for person in people:
                test.rig.server.scripts[person.id].extend(KINDS[kind])
        await test.settled(await test.rig.serve("06:59:50"))
        return [test.row(kind, people, off=kind in SWITCHED_OFF) for kind, people in groups.items()]


async def chance(size: Size) -> list[Row]:
    """Let an accident of any kind happen to three calls of ten."""
    random = Random(size.seed)  # noqa: S311 - a repeatable choice
    some = [trouble(), flood(1), *(kind(arrives=came) for kind in (dropped, silent) for came in (False, True))]
    async with trial(size.people, speed=SLOW) as test:
        test.rig.server.chance = lambda _method, _chat: random.choice(some) if random.random() < CHANCE else None
        await test.settled(await test.rig.serve("06:59:50"))
        happened = sum(test.rig.server.happened.values())
        return [test.row("an accident of any kind to 30 % of the calls", test.people, note=f"{happened} accidents")]


async def outages(size: Size) -> list[Row]:
    """Let Telegram refuse all connections, answer everything with 500, and hang, for twenty minutes each."""
    async with trial(size.each) as unreachable:
        bot = await unreachable.rig.serve("06:59:50")
        async with unreachable.rig.server.out_of_reach():
            await asyncio.sleep(20 * 60 / unreachable.rig.speed)
        await unreachable.settled(bot)
        first = unreachable.row("out of reach for 20 minutes", unreachable.people)
    outages = {"nothing but 500": trouble(), "hung before": silent(arrives=False), "hung after": silent(arrives=True)}
    return [first, *[await outage(what, accident, size) for what, accident in outages.items()]]


async def outage(what: str, accident: Accident, size: Size) -> Row:
    """Let the same happen to every call for twenty minutes."""
    async with trial(size.each) as test:
        test.rig.server.chance = lambda _method, _chat: accident
        bot = await test.rig.serve("06:59:50")
        await asyncio.sleep(20 * 60 / test.rig.speed)
        test.rig.server.chance = None
        await test.settled(bot)
        return test.row(f"{what} for 20 minutes", test.people)


async def limits(size: Size) -> list[Row]:
    """Send a burst at the free rate and a smaller one at a rate that is paid for."""
    free = await burst(size.burst, FREE)
    return [free, await burst(size.burst // 5, PAID)]


async def burst(people: int, per_second: int) -> Row:
    """Send many at once in real time to a server that answers 429 as soon as Telegram's limits are passed.

    One of the people writes /today again and again meanwhile.
    """
    minded, waits = Limits(paid=PAID), list[float]()
    async with trial(people, limits=minded, speed=1) as test:
        bot = await test.rig.serve("06:59:55", MESSAGES_PER_SECOND=str(per_second))
        asking = asyncio.create_task(asks_again_and_again(test, test.people[0], waits))
        times = Arrivals(test)
        # Not by looking into the database: copying it again and again would hold this server up.
        await bot.until(lambda: len(times.update()) >= people, within=PATIENCE_S, every_s=0.2)
        asking.cancel()
        await test.settled(bot)
        rate = (people - 1) / (times.seen[-1] - times.seen[0])
        answered = f"{len(waits)} × /today, 99 % within {percentile(waits, 0.99) * 1000:.0f} ms"
        row = test.row(f"burst at 07:00, {per_second} a second allowed", test.people, note=f"{rate:.1f}/s; {answered}")
        return replace(row, refused=minded.broken)


class Arrivals:
    """When reminders arrived, looked through once each."""

    def __init__(self, test: Trial) -> None:
        """Begin with those that are there."""
        self._calls, self._looked_at = test.rig.server.telegram.calls, 0
        self.seen: list[float] = []

    def update(self) -> list[float]:
        """Return all of them, with what came meanwhile."""
        new, self._looked_at = self._calls[self._looked_at :], len(self._calls)
        sent = (call for call in new if call.method == "sendMessage" and call.error is None)
        self.seen += [call.at for call in sent if str(call.params["text"]).startswith("⏰")]
        return self.seen


async def asks_again_and_again(test: Trial, person: Person, waits: list[float]) -> None:
    """Write /today every two seconds, and note how many seconds each answer took."""
    loop, pulse = asyncio.get_running_loop(), test.rig.server.telegram.world.pulse
    while True:
        asked, seen = loop.time(), answered(person)
        await person.send("/today")
        try:
            await pulse.until(lambda seen=seen: answered(person) > seen, within=PATIENCE_S)
        finally:
            waits.append(loop.time() - asked)
        await asyncio.sleep(2)


def answered(person: Person) -> int:
    """Return how many messages came that are no reminders."""
    return sum(1 for shown in person.messages if not shown.text.startswith("⏰"))


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value that so large a share of the values does not pass."""
    return sorted(values)[math.ceil(share * len(values)) - 1]


async def storage(size: Size) -> list[Row]:
    """Take the room to write away, then lock the database, for five minutes over the moment when reminders are due."""
    rows = []
    troubles: Mapping[str, Trouble] = {"no room to write": no_room, "locked by another program": locked}
    for what, spoil in troubles.items():
        async with trial(size.each) as test:
            bot = await test.rig.serve("06:59:50")
            with spoil(bot, test.rig.folder):
                await asyncio.sleep(300 / test.rig.speed)
            await test.settled(bot)
            rows.append(test.row(f"{what} for 5 minutes", test.people))
    return [*rows, *await full_disk(size)]


async def full_disk(size: Size) -> list[Row]:
    """Fill a small disk of its own under the database; only the superuser can make one."""
    async with trial(size.each) as test:
        with small_disk(database(test.rig.folder).parent) as disk:
            if disk is None:
                progress("a small disk could not be made: left out")
                return []
            bot = await test.rig.serve("06:59:50")
            with filled(disk):
                await asyncio.sleep(300 / test.rig.speed)
            await test.settled(bot)
            row = test.row("disk full for 5 minutes", test.people)
            await bot.stop()
        return [row]


async def clock_steps(size: Size) -> list[Row]:
    """Step the clock a day forward and back, then three hours forward past seven, back before it, and forward again."""
    async with trial(size.each) as test:
        bot = await test.rig.serve_stepped("05:45")
        for hours in (26, 0, 3, 1.2, 3, 0, 1.25):
            test.rig.step(dt.timedelta(hours=hours))
            await asyncio.sleep(120 / test.rig.speed)
        await test.settled(bot)
        return [test.row("clock stepped seven times by up to a day", test.people)]


TRIALS: Mapping[str, Callable[[Size], Awaitable[list[Row]]]] = {
    "kills": kills,
    "accidents": accidents,
    "chance": chance,
    "outages": outages,
    "limits": limits,
    "storage": storage,
    "clock": clock_steps,
}


def show(row: Row) -> None:
    """Print a line of the table."""
    print("|", " | ".join(str(value) for value in astuple(row)), "|", flush=True)


async def main() -> int:
    """Make the trials that were asked for and print what became of the reminders."""
    options = argparse.ArgumentParser(description=__doc__.partition(":")[0] if __doc__ else None)
    options.add_argument("--quick", action="store_true", help="a tenth of everything")
    options.add_argument("--only", choices=TRIALS, help="one trial")
    options.add_argument("--seed", type=int, default=2026)
    asked = options.parse_args()
    part = 10 if asked.quick else 1
    size = Size(people=1000 // part, kills=200 // part, each=50 // part, burst=10_000 // part, seed=asked.seed)
    print("|", " | ".join(field.name for field in fields(Row)), "|")
    print("|" + "---|" * len(fields(Row)))
    rows = []
    for name, attempt in TRIALS.items():
        if asked.only in {None, name}:
            rows += (made := await attempt(size))
            for row in made:
                show(row)
    return 1 if any(row.lost or row.more or row.refused for row in rows) else 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
