"""Fetching a file that a person sent: by its id, within a time and a size."""

import asyncio
from typing import Final

from telegram import Bot, File
from telegram.error import BadRequest

from bot.chat.transport.request import DownloadTooLargeError, most_bytes

LONGEST_S: Final = 20.0


class FileTooLargeError(Exception):
    """The file is larger than it may be, as Telegram says or as it turned out."""


async def download(bot: Bot, file_id: str, *, largest: int, seconds: float = LONGEST_S) -> bytes:
    """Return the content of a file; FileTooLargeError, TelegramError or TimeoutError when that cannot be."""
    async with asyncio.timeout(seconds):
        file = await _found(bot, file_id)
        if (file.file_size or 0) > largest:
            raise FileTooLargeError
        content = await _content(file, largest)
    if len(content) > largest:
        raise FileTooLargeError
    return content


async def _content(file: File, largest: int) -> bytes:
    try:
        with most_bytes(largest):
            return bytes(await file.download_as_bytearray())
    except DownloadTooLargeError:
        raise FileTooLargeError from None


async def _found(bot: Bot, file_id: str) -> File:
    try:
        return await bot.get_file(file_id)
    except BadRequest as error:
        # What Telegram says of files beyond the 20 MB that it hands to bots.
        if "too big" in error.message.lower():
            raise FileTooLargeError from None
        raise
