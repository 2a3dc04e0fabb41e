"""A small bot for tests: it echoes, shows buttons, edits, alerts and sends files."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, KeyboardButton, ReplyKeyboardMarkup, Update
from telegram.ext import Application, CallbackQueryHandler, CommandHandler, ContextTypes, MessageHandler, filters

from bot.local.service import LocalTelegram

EchoApp = Application[Any, Any, Any, Any, Any, Any]
Context = ContextTypes.DEFAULT_TYPE
_BUTTON = InlineKeyboardButton("Undo", callback_data="undo")


@asynccontextmanager
async def echoing(telegram: LocalTelegram) -> AsyncIterator[EchoApp]:
    """Run the echo bot on a local Telegram, polling it as it would poll the real one."""
    builder = Application.builder().token(telegram.token).request(telegram.request())
    app = builder.get_updates_request(telegram.request()).build()
    app.add_handler(CommandHandler("menu", _menu))
    app.add_handler(CommandHandler("where", _where))
    app.add_handler(CommandHandler("file", _file))
    app.add_handler(CommandHandler("links", _links))
    app.add_handler(CommandHandler("hush", _hush))
    app.add_handler(CallbackQueryHandler(_tapped))
    app.add_handler(MessageHandler(filters.LOCATION, _located))
    app.add_handler(MessageHandler(filters.Document.ALL, _received))
    app.add_handler(MessageHandler(filters.TEXT, _echo))
    async with app:
        await app.start()
        assert app.updater is not None
        await app.updater.start_polling()
        yield app
        await app.updater.stop()
        await app.stop()


async def settled(app: EchoApp) -> None:
    """Wait until every update that was taken over is handled."""
    await app.update_queue.join()
    await asyncio.sleep(0)


async def never() -> None:
    """Stand for a bot that is not idle for as long as anybody watches."""
    await asyncio.Event().wait()


async def _menu(update: Update, _context: Context) -> None:
    assert update.message is not None
    buttons = [[InlineKeyboardButton("✅ Yes", callback_data="yes"), InlineKeyboardButton("No", callback_data="no")]]
    await update.message.reply_text("Lift?", reply_markup=InlineKeyboardMarkup(buttons))


async def _where(update: Update, _context: Context) -> None:
    assert update.message is not None
    keyboard = ReplyKeyboardMarkup([[KeyboardButton("Share", request_location=True), "Skip"]], one_time_keyboard=True)
    await update.message.reply_text("Where?", reply_markup=keyboard)


async def _file(update: Update, _context: Context) -> None:
    assert update.message is not None
    await update.message.reply_document(b"a,b\n", filename="../log.csv", caption="<b>Your</b> log", parse_mode="HTML")


async def _links(update: Update, _context: Context) -> None:
    assert update.message is not None
    buttons = [
        InlineKeyboardButton("Open", url="https://example.org"),
        InlineKeyboardButton("Tell", switch_inline_query="x"),
    ]
    await update.message.reply_text("Links", reply_markup=InlineKeyboardMarkup([buttons]))


async def _hush(update: Update, _context: Context) -> None:
    assert update.message is not None
    sent = await update.message.reply_text("Never mind", reply_markup=InlineKeyboardMarkup.from_button(_BUTTON))
    await sent.edit_reply_markup()
    await sent.edit_reply_markup(InlineKeyboardMarkup.from_button(_BUTTON))
    await update.message.set_reaction("👍")
    await sent.delete()


async def _tapped(update: Update, _context: Context) -> None:
    query = update.callback_query
    assert query is not None
    await query.answer(f"tapped {query.data}")
    await query.edit_message_text(f"You said {query.data}")


async def _located(update: Update, _context: Context) -> None:
    assert update.message is not None
    assert update.message.location is not None
    await update.message.reply_text(f"{update.message.location.latitude} {update.message.location.longitude}")


async def _received(update: Update, _context: Context) -> None:
    assert update.message is not None
    assert update.message.document is not None
    file = await update.message.document.get_file()
    content = bytes(await file.download_as_bytearray())
    await update.message.reply_text(f"{update.message.document.file_name}: {content.decode()}")


async def _echo(update: Update, _context: Context) -> None:
    message = update.effective_message
    assert message is not None
    await message.reply_text(f"{message.text}", do_quote=message.chat.type != "private")
