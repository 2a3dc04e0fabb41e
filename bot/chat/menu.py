"""The command menu that Telegram shows."""

import logging
from collections.abc import Mapping

from telegram import Bot, BotCommand
from telegram.error import TelegramError

from bot.chat.routes import COMMANDS

LOGGER = logging.getLogger(__name__)


def menu(messages: Mapping[str, str]) -> list[BotCommand]:
    """Return the commands in the order of the contract, with what each one does."""
    return [BotCommand(name, messages[f"menu_{name}"]) for name in COMMANDS]


async def set_menu(bot: Bot, messages: Mapping[str, str]) -> None:
    """Set the menu; without it the bot works all the same."""
    try:
        await bot.set_my_commands(menu(messages))
    except TelegramError as error:
        LOGGER.warning("the command menu could not be set: %s", error.message)
