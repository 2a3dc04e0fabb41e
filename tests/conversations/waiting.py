"""Letting time pass in a conversation, and looking at what came in the meantime."""

import datetime as dt
from zoneinfo import ZoneInfo

from bot.local.shown import ShownMessage
from tests.conversations.conftest import Talker, World

BERLIN = ZoneInfo("Europe/Berlin")


def berlin(text: str) -> dt.datetime:
    """Return an instant from a date and time in Berlin."""
    return dt.datetime.fromisoformat(text).replace(tzinfo=BERLIN).astimezone(dt.UTC)


async def until(world: World, runner: Talker, at: str) -> list[ShownMessage]:
    """Let time pass up to a moment in Berlin, with every reminder at its own instant; return what came."""
    seen = len(runner.person.messages)
    end = berlin(at)
    while True:
        due_at = await world.store.run(lambda records: records.next_due_at())
        if due_at is None or due_at > end:
            break
        world.clock.at = max(world.clock.at, due_at)
        await world.dispatch()
    world.clock.at = end
    return runner.person.messages[seen:]


def texts(messages: list[ShownMessage]) -> list[str]:
    """Return what messages say."""
    return [message.text for message in messages]


def firsts(messages: list[ShownMessage]) -> list[str]:
    """Return the first line of each message."""
    return [message.text.split("\n")[0] for message in messages]
