"""Pressing buttons of messages that are edited, and reading what stands there then."""

from bot.local.shown import ShownMessage
from tests.conversations.conftest import Talker
from tests.conversations.waiting import texts


async def press(runner: Talker, label: str, message: ShownMessage) -> ShownMessage:
    """Press a button of a message that must be edited, with no other message beside it; return it as it is then."""
    assert texts(await runner.press(label, message)) == []
    return now(runner, message)


def now(runner: Talker, message: ShownMessage) -> ShownMessage:
    """Return a message as it is by now."""
    return next(shown for shown in runner.person.messages if shown.id == message.id)


async def notice(runner: Talker, label: str, message: ShownMessage) -> str:
    """Press a button that can do nothing and return the notice on top of the chat."""
    for _ in runner.world.telegram.calls_of("answerCallbackQuery"):
        await runner.person.next_alert()
    before = now(runner, message).text
    assert texts(await runner.press(label, message)) == []
    assert now(runner, message).text == before
    return await runner.person.next_alert()
