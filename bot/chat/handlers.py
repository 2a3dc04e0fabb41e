"""Handlers: guard, convert, call one use case. What they answer leaves through the outbox."""

import logging
import re
from dataclasses import dataclass
from typing import Any

from telegram import Message, Update
from telegram.error import TelegramError
from telegram.ext import Application, CallbackContext, TypeHandler, filters

from bot.app import imports, in_group, setup
from bot.app import messages as m
from bot.app.in_group import Said
from bot.app.ports import StoreError
from bot.app.replies import alert, refused, unable
from bot.app.reply import Action, Replies
from bot.app.settings import PlaceWanted
from bot.app.talk import talk, tapped
from bot.app.turn import Turn
from bot.chat.desk import Desk, Work
from bot.chat.inline import Inline
from bot.chat.render import Target, read_callback
from bot.chat.routes import COMMANDS, command
from bot.chat.transport.errors import Report

LOGGER = logging.getLogger(__name__)
MOST_CHARACTERS = 4000
COMMAND = re.compile(r"/(?P<name>[A-Za-z0-9_]+)(?:@(?P<bot>\w+))?\s*(?P<text>.*)", re.DOTALL)

Context = CallbackContext[Any, Any, Any, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Handlers:
    """The bot's side of every kind of update. `report` tells the operator about errors."""

    desk: Desk
    inline: Inline
    report: Report

    def register(self, application: Application[Any, Any, Any, Any, Any, Any]) -> None:
        """Take over all updates of an application."""
        application.add_handler(TypeHandler(Update, self.on_update))
        application.add_error_handler(self.on_error)

    async def on_update(self, update: Update, context: Context) -> None:
        """Hand an update to the handler of its kind; what the bot has no use for is only marked as handled."""
        message = update.effective_message
        if update.callback_query is not None:
            await self.on_press(update)
        elif update.inline_query is not None:
            await self.inline.answer(update.inline_query)
            await self.desk.done(update)
        elif message is None or update.effective_user is None or update.effective_user.is_bot:
            await self.desk.done(update)
        elif message.via_bot is not None and message.via_bot.id == self.desk.bot_id:
            # Somebody sent what the bot offered them inline: these are its own words.
            await self.desk.done(update)
        elif message.chat.type != "private":
            await self.on_group_message(update, message, username=context.bot.username)
        elif update.edited_message is not None and said(message):
            await self.desk.hold(update, lambda _: (unable(m.EDITED),), screened=said(message))
        elif update.message is not None and not _is_service(update):
            waits = () if message.document is None else (unable(m.FILE_WAITS),)
            await self.desk.hold(update, self._work(message), screened=screened(message), waits=waits)
        else:
            # Service messages, and the steps of a shared live location, which are edits without a text.
            await self.desk.done(update)

    async def on_press(self, update: Update) -> None:
        """Answer a button, if it belongs to the person who pressed it."""
        query, chat = update.callback_query, update.effective_chat
        if query is None or chat is None:
            await self.desk.done(update)
            return
        owner, action = read_callback(query.data or "")
        if chat.type != "private":
            await self.on_group_press(update, owner, action)
            return
        if owner is None:
            await self.desk.hold(update, lambda _: (alert(m.BUTTON_STALE),))
        elif owner != query.from_user.id:
            await self.desk.hold(update, lambda _: (alert(m.BUTTON_NOT_YOURS),))
        else:
            await self.desk.hold(update, lambda turn: tapped(turn, action.name, action.args))

    async def on_group_message(self, update: Update, message: Message, *, username: str) -> None:
        """In a group answer only who talks to the bot, as a reply, and with nothing of their own."""
        # What was edited has been answered, or was not meant for the bot.
        heard = None if update.edited_message is not None else self._heard(message, username)
        if heard is None or message.from_user is None:
            await self.desk.done(update)
            return
        place = Target(
            chat_id=message.chat_id, owner_id=message.from_user.id, reply_to=message.message_id, bot=username
        )
        await self.desk.in_group(update, place, lambda: in_group.answer(self.desk.knowledge, heard))

    async def on_group_press(self, update: Update, owner: int | None, action: Action) -> None:
        """Answer a button in a group: the bot's buttons there turn the pages of the form guide."""
        query = update.callback_query
        if query is None or query.message is None:
            await self.desk.done(update)
            return
        place = Target(
            chat_id=query.message.chat.id,
            owner_id=query.from_user.id,
            message_id=query.message.message_id,
            reply_to=query.message.message_id,
        )
        is_own = owner == query.from_user.id
        await self.desk.in_group(update, place, lambda: in_group.press(self.desk.knowledge, action, is_own=is_own))

    async def on_error(self, update: object, context: Context) -> None:
        """Say sorry, tell the operator, and leave the person's data as it was before the update."""
        error = context.error or RuntimeError("unknown")
        LOGGER.error("an update could not be handled", exc_info=error)
        self.report(type(error).__name__, error)
        if not isinstance(update, Update):
            return
        try:
            await self.desk.sorry(update)
        except StoreError:
            await self._sorry_without_storage(update)

    async def _sorry_without_storage(self, update: Update) -> None:
        """Answer although nothing can be stored. An update that not even this answers is handled at the next start."""
        if update.effective_chat is None:
            return
        try:
            await update.effective_chat.send_message(self.desk.texts.messages[m.TROUBLE.key])
        except TelegramError as error:
            LOGGER.warning("not even an apology could be sent: %s", error.message)
        else:
            self.desk.done_later(update)

    def _heard(self, message: Message, username: str) -> Said | None:
        """Return what somebody in a group said to the bot, or None: other bots have commands too, and people talk."""
        text, now = said(message), self.desk.now()
        match = COMMAND.match(text)
        if match is not None:
            name, bot = match["name"].lower(), match["bot"]
            is_ours = name in COMMANDS if bot is None else bot.lower() == username.lower()
            return Said(command=name, text=match["text"].strip(), now=now) if is_ours else None
        mention = re.compile(rf"@{re.escape(username)}\b", re.IGNORECASE)
        replied = message.reply_to_message
        to_bot = replied is not None and replied.from_user is not None and replied.from_user.id == self.desk.bot_id
        if not to_bot and not mention.search(text):
            return None
        return Said(command="", text=mention.sub(" ", text).strip(), now=now)

    def _work(self, message: Message) -> Work:
        """Convert a private message into the use case that answers it."""
        if message.location is not None:
            latitude, longitude = message.location.latitude, message.location.longitude
            return lambda turn: self._located(turn, latitude, longitude)
        if message.document is not None:
            file_id, size = message.document.file_id, message.document.file_size
            return lambda _: imports.wanted(file_id, size)
        text = message.text
        if text is None:
            return lambda _: (unable(m.NOT_TEXT),)
        if len(text) > MOST_CHARACTERS:
            return lambda _: (refused(m.TOO_LONG),)
        match = COMMAND.match(text)
        if match is None:
            return lambda turn: talk(turn, text)
        return lambda turn: command(turn, match["name"].lower(), match["text"].strip())

    def _located(self, turn: Turn, latitude: float, longitude: float) -> Replies | PlaceWanted:
        """Keep the time zone of a shared location, and nothing else of it."""
        zone = self.desk.zone_at(latitude, longitude)
        if zone is None:
            return (refused(m.PLACE_UNKNOWN, name=f"{latitude:.1f}, {longitude:.1f}"),)
        return setup.zone_known(turn, zone)


def _is_service(update: Update) -> bool:
    """Tell whether a message is about the chat itself, of which there are fifty kinds; none of them has a text."""
    message = update.message
    return message is not None and message.text is None and bool(filters.StatusUpdate.ALL.check_update(update))


def screened(message: Message) -> str:
    """Return what is read for red flags: all that a person wrote, but for a command of ours that stands alone."""
    text = said(message)
    match = COMMAND.fullmatch(text)
    return "" if match is not None and match["name"].lower() in COMMANDS and not match["text"].strip() else text


def said(message: Message) -> str:
    """Return what a person wrote in a message, a caption included."""
    return message.text or message.caption or ""
