"""Bare echo bots to measure against: python -m benchmarks.throughput_echo ptb|ptb-32|aiogram (BOT_API_URL is set)."""

import asyncio
import importlib
import os
import sys
from typing import Any

from telegram import Update
from telegram.ext import ApplicationBuilder, MessageHandler, filters

from benchmarks.throughput_server import TOKEN

URL = os.environ.get("BOT_API_URL", "")
SIDE_BY_SIDE = 32


async def echo(update: Update, _: Any) -> None:
    """Send a text back."""
    if update.message is not None:
        await update.message.reply_text(update.message.text or "")


def python_telegram_bot(side_by_side: int) -> None:
    """Run a bare bot as its manual shows it."""
    builder = ApplicationBuilder().token(TOKEN).base_url(f"{URL}/bot")
    if side_by_side > 1:
        builder = builder.concurrent_updates(side_by_side).connection_pool_size(side_by_side)
    application = builder.build()
    application.add_handler(MessageHandler(filters.ALL, echo))
    application.run_polling()


async def aiogram() -> None:
    """Run a bare bot on aiogram, on uvloop where it is installed."""
    lib: Any = importlib.import_module("aiogram")
    server = importlib.import_module("aiogram.client.telegram").TelegramAPIServer.from_base(URL)
    session = importlib.import_module("aiogram.client.session.aiohttp").AiohttpSession(api=server)
    dispatcher = lib.Dispatcher()

    @dispatcher.message()
    async def answer(message: Any) -> None:
        await message.answer(message.text)

    await dispatcher.start_polling(lib.Bot(TOKEN, session=session))


def main(name: str) -> None:
    """Run one of them until stopped."""
    if name != "aiogram":
        python_telegram_bot(SIDE_BY_SIDE if name == "ptb-32" else 1)
        return
    if importlib.util.find_spec("uvloop"):
        importlib.import_module("uvloop").install()
    asyncio.run(aiogram())


if __name__ == "__main__":
    main(sys.argv[1])
