"""Files are fetched and read a few at a time, and what fails becomes one reason."""

import asyncio

import pytest
from telegram.error import InvalidToken, NetworkError, TimedOut

from bot.app.files import FileRead, FileWanted, Unusable
from bot.chat.files import AT_ONCE, MOST_WAITING, Files
from bot.chat.transport.downloads import FileTooLargeError

WANTED = FileWanted(file_id="x")


async def read(_: bytes) -> FileRead:
    """Stand in for the reader."""
    return Unusable.UNKNOWN


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

    assert await Files(fetch=fetch, read=read).read(WANTED) is reason


async def test_few_are_in_hand_at_a_time_and_whoever_comes_when_too_many_wait_is_told() -> None:
    go, in_hand = asyncio.Event(), 0

    async def fetch(_: str) -> bytes:
        nonlocal in_hand
        in_hand += 1
        await go.wait()
        return b""

    files = Files(fetch=fetch, read=read)
    waiting = [asyncio.create_task(files.read(WANTED)) for _ in range(MOST_WAITING)]
    await asyncio.sleep(0)
    assert in_hand == AT_ONCE
    assert await files.read(WANTED) is Unusable.BUSY

    go.set()
    assert await asyncio.gather(*waiting) == [Unusable.UNKNOWN] * MOST_WAITING
    assert await files.read(WANTED) is Unusable.UNKNOWN
