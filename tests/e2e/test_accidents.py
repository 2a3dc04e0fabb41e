"""What can happen to a message on its way: told apart by its cause, sent again or given up, and never silently lost.

The server is in this process, the bot in another one, with a clock that runs five times as fast.
"""

import datetime as dt
from dataclasses import replace
from random import Random

import pytest

from bot.local.person import Person
from bot.local.service import LocalTelegram
from tests.e2e.accidents import Accident, dropped, flood, in_front, refused, silent, slow, trouble
from tests.e2e.conftest import ask
from tests.e2e.process import PATIENCE_S
from tests.e2e.rig import Rig
from tests.e2e.seeding import copied, in_doubt, waiting

# What happens to somebody's reminder, in order, and how often it has arrived in the end.
ONE_EACH: dict[str, tuple[list[Accident], int]] = {
    "nothing": ([], 1),
    "trouble of the servers": ([trouble()] * 3, 1),
    "refused in front of Telegram": ([in_front(403), in_front(404), in_front(400)], 1),
    "too many requests": ([flood(1), flood(2)], 1),
    "dropped before it was accepted": ([dropped(arrives=False)], 1),
    "dropped after it was accepted": ([dropped(arrives=True)], 2),
    "no answer, not accepted": ([silent(arrives=False)], 1),
    "no answer, accepted": ([silent(arrives=True)], 2),
    "a slow answer": ([slow(0.2, arrives_first=True)], 1),
    "no answer and then trouble": ([silent(arrives=True), trouble(), flood(1)], 2),
    "too long": ([refused(400, "Bad Request: message is too long")], 0),
    "blocked": ([refused(403, "Forbidden: bot was blocked by the user")], 0),
    "deleted": ([refused(403, "Forbidden: user is deactivated")], 0),
    "gone": ([refused(400, "Bad Request: chat not found")], 0),
    "dropped twice": ([dropped(arrives=False)] * 2, 0),
}
GONE = ("blocked", "deleted", "gone")


def by_name(telegram: LocalTelegram, names: list[str]) -> dict[str, Person]:
    """Return people called what happens to them."""
    return {name: telegram.private_chat(first_name=name, user_id=2001 + n) for n, name in enumerate(names)}


@pytest.fixture
def rig(rig: Rig) -> Rig:
    """Return a rig whose bots are not so fast that a busy machine looks to them like a server that hangs."""
    return replace(rig, speed=5)


@pytest.fixture
async def everybody(rig: Rig, telegram: LocalTelegram) -> dict[str, Person]:
    """Return people, reminded at seven, to each of whom something else happens."""
    people = by_name(telegram, list(ONE_EACH))
    for name, person in people.items():
        rig.server.scripts[person.id].extend(ONE_EACH[name][0])
    await rig.remind(*people.values())
    return people


async def test_every_accident_is_met_in_its_own_way(rig: Rig, everybody: dict[str, Person]) -> None:
    bot = await rig.serve("06:59:55")
    await bot.until(lambda: waiting(rig.folder) == 0)

    assert {name: rig.came(person) for name, person in everybody.items()} == {
        name: times for name, (_, times) in ONE_EACH.items()
    }
    assert "refused (BadRequest: Message is too long)" in bot.logged
    silenced = {row[0] for row in copied(rig.folder, "SELECT id FROM runners WHERE NOT reachable")}
    assert {name for name, person in everybody.items() if person.id in silenced} == set(GONE)
    assert in_doubt(rig.folder) == {everybody["too long"].id, everybody["dropped twice"].id}

    first, second = [await ask(everybody["dropped twice"], "/help") for _ in range(2)]
    assert first.startswith("🤷 I could not see whether your reminder of today 07:00 arrived.")
    assert "reminder of today" not in second
    again = everybody["blocked"]
    assert "reminder of today" not in await ask(again, "/help")
    kept = copied(rig.folder, f"SELECT reachable, remind_morning FROM runners WHERE id = {again.id}")  # noqa: S608
    assert kept == [(1, "07:00")]


async def test_a_telegram_that_is_out_of_reach_gets_every_message_once_when_it_is_back(
    rig: Rig, telegram: LocalTelegram
) -> None:
    people = list(by_name(telegram, [f"runner {n}" for n in range(12)]).values())
    await rig.remind(*people)
    bot = await rig.serve_stepped("06:00")
    async with rig.server.out_of_reach():
        rig.step(dt.timedelta(hours=1))
        await bot.until(lambda: "not_delivered" in bot.logged)
    await bot.until(lambda: waiting(rig.folder) == 0)

    assert [rig.came(person) for person in people] == [1] * len(people)


async def test_with_accidents_by_chance_nothing_comes_more_than_twice_and_nothing_is_lost_without_a_word(
    rig: Rig, telegram: LocalTelegram
) -> None:
    people = list(by_name(telegram, [f"runner {n}" for n in range(30)]).values())
    accidents = [trouble(), flood(1), *(kind(arrives=came) for kind in (dropped, silent) for came in (False, True))]
    deck: list[Accident | None] = [*accidents * 4, *[None] * 24]
    Random(20260302).shuffle(deck)  # noqa: S311 - a repeatable order
    rig.server.chance = lambda _method, _chat: deck.pop() if deck else None
    await rig.remind(*people)
    bot = await rig.serve("06:59:55")
    await bot.until(lambda: waiting(rig.folder) == 0)

    came = {person.id: rig.came(person) for person in people}
    assert max(came.values()) <= 2
    assert {person for person, times in came.items() if not times} <= in_doubt(rig.folder)
    assert set(rig.server.happened) == {accident.name for accident in accidents}


async def test_an_answer_follows_a_group_to_its_new_id(rig: Rig, telegram: LocalTelegram, ada: Person) -> None:
    club = telegram.group(ada)
    [member] = club.members
    upgraded = telegram.world.add_chat({**club.chat.data, "id": -1_000_000_000_777, "type": "supergroup"})
    moved = refused(400, "Bad Request: group chat was upgraded to a supergroup chat", migrate_to_chat_id=upgraded.id)
    rig.server.scripts[club.chat.id].append(moved)
    await rig.serve("12:00:00")
    await member.send("/help")

    assert await telegram.world.pulse.until(lambda: bool(upgraded.messages), within=PATIENCE_S)
    assert [int(call.params["chat_id"]) for call in rig.server.arrivals] == [upgraded.id]
