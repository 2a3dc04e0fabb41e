"""Files are fetched and read a few at a time, beside everything else, and what fails becomes one reason."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

import pytest
from telegram import Chat, Message, Update, User
from telegram.error import InvalidToken, NetworkError, TimedOut

from bot.app.files import FileRead, FileWanted, Unusable
from bot.chat.files import AT_ONCE, MOST_WAITING, Files
from bot.chat.transport.downloads import FileTooLargeError
from tests.conversations.conftest import MONDAY_MORNING

WANTED = FileWanted(file_id="x")


def start(coroutine: Coroutine[Any, Any, None], _: Update) -> asyncio.Task[None]:
    """Stand in for the application."""
    return asyncio.create_task(coroutine)


async def read(_: bytes) -> FileRead:
    """Stand in for the reader."""
    return Unusable.UNKNOWN


def files(fetch: Callable[[str], Awaitable[bytes]]) -> Files:
    """Return files that are fetched in some way."""
    return Files(fetch=fetch, read=read, start=start)


def sent_by(number: int) -> Update:
    """Return an update of somebody's."""
    user = User(id=number, first_name="Ada", is_bot=False)
    message = Message(message_id=1, date=MONDAY_MORNING, chat=Chat(id=number, type="private"), from_user=user)
    return Update(update_id=number, message=message)


class Heard(list[FileRead]):
    """What became of the files."""

    async def hear(self, read: FileRead) -> None:
        """Hear of one."""
        self.append(read)


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (FileTooLargeError(), Unusable.TOO_LARGE),
        (NetworkError("lost"), Unusable.LOST),
        (TimedOut(), Unusable.LOST),
        (InvalidToken(), Unusable.LOST),  # what python-telegram-bot makes of 404
        (TimeoutError(), Unusable.LOST),
        (FileNotFoundError(), Unusable.LOST),  # on the disk of a Bot API server on this machine
    ],
)
async def test_a_file_that_cannot_be_fetched_has_a_reason(error: Exception, reason: Unusable) -> None:
    async def fetch(_: str) -> bytes:
        raise error

    heard, some = Heard(), files(fetch)
    assert some.begin(sent_by(1), WANTED, heard.hear)
    await some.idle()
    assert heard == [reason]


async def test_few_are_in_hand_at_a_time_and_whoever_comes_when_too_many_wait_is_told() -> None:
    go, in_hand = asyncio.Event(), 0

    async def fetch(_: str) -> bytes:
        nonlocal in_hand
        in_hand += 1
        await go.wait()
        return b""

    heard, some = Heard(), files(fetch)
    assert all(some.begin(sent_by(number), WANTED, heard.hear) for number in range(1, MOST_WAITING + 1))
    await asyncio.sleep(0)
    assert (in_hand, some.pending) == (AT_ONCE, MOST_WAITING)
    assert not some.begin(sent_by(MOST_WAITING + 1), WANTED, heard.hear)

    go.set()
    await some.idle()
    assert heard == [Unusable.UNKNOWN] * MOST_WAITING
    assert some.begin(sent_by(MOST_WAITING + 1), WANTED, heard.hear)
    await some.idle()


async def test_one_chat_has_one_file_read_at_a_time() -> None:
    go = asyncio.Event()

    async def fetch(_: str) -> bytes:
        await go.wait()
        return b""

    heard, some = Heard(), files(fetch)
    assert [some.begin(sent_by(number), WANTED, heard.hear) for number in (1, 1, 2)] == [True, False, True]
    go.set()
    await some.idle()
    assert some.begin(sent_by(1), WANTED, heard.hear)
    await some.idle()


async def test_at_a_stop_what_is_being_read_is_broken_off_and_what_is_being_told_is_finished() -> None:
    reading, telling, go = asyncio.Event(), asyncio.Event(), asyncio.Event()
    told: list[FileRead] = []

    async def fetch(_: str) -> bytes:
        if telling.is_set():
            reading.set()
            await asyncio.Event().wait()
        return b""

    async def slowly(read: FileRead) -> None:
        telling.set()
        await go.wait()
        told.append(read)

    heard, some = Heard(), files(fetch)
    some.begin(sent_by(1), WANTED, slowly)
    await telling.wait()
    some.begin(sent_by(2), WANTED, heard.hear)
    await reading.wait()
    some.begin(sent_by(3), WANTED, heard.hear)  # not begun yet
    some.leave()
    assert some.begin(sent_by(4), WANTED, heard.hear)  # to be read at the next start
    go.set()
    await asyncio.wait_for(some.idle(), 5)
    assert (told, heard) == ([Unusable.UNKNOWN], [])
