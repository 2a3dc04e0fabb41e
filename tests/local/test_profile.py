"""The bot's own methods: commands, descriptions, answers to taps."""

import datetime as dt

import pytest
from telegram import Bot, BotCommand, BotCommandScopeAllGroupChats
from telegram.error import BadRequest

from bot.local.person import Person
from tests.local.conftest import Clock


async def test_the_bot_knows_itself(bot: Bot) -> None:
    me = await bot.get_me()
    assert (me.id, me.is_bot, me.username) == (1, True, "deadlift_local_bot")


async def test_commands_are_kept_per_scope_and_language(bot: Bot) -> None:
    await bot.set_my_commands([("today", "The day's answer")])
    await bot.set_my_commands([("week", "Sieben Tage")], scope=BotCommandScopeAllGroupChats(), language_code="de")
    assert await bot.get_my_commands() == (BotCommand("today", "The day's answer"),)
    german = await bot.get_my_commands(scope=BotCommandScopeAllGroupChats(), language_code="de")
    assert german == (BotCommand("week", "Sieben Tage"),)
    await bot.delete_my_commands()
    assert await bot.get_my_commands() == ()


@pytest.mark.parametrize(
    ("command", "description", "reason"),
    [
        ("Today", "x", "Bot_command_invalid"),
        ("/today", "x", "Bot_command_invalid"),
        ("x" * 33, "x", "Bot_command_invalid"),
        ("", "x", "Command must be non-empty"),
        ("today", "", "Command description must be non-empty"),
        ("today", "x" * 257, "Bot_command_description_invalid"),
    ],
)
async def test_commands_that_telegram_refuses_are_refused(
    bot: Bot, command: str, description: str, reason: str
) -> None:
    with pytest.raises(BadRequest) as refused:
        await bot.set_my_commands([(command, description)])
    assert refused.value.message.casefold() == reason.casefold()


async def test_no_more_than_a_hundred_commands_are_kept(bot: Bot) -> None:
    with pytest.raises(BadRequest):
        await bot.set_my_commands([(f"c{number}", "x") for number in range(101)])


async def test_descriptions_are_kept_up_to_their_limits(bot: Bot) -> None:
    await bot.set_my_description("x" * 512)
    await bot.set_my_short_description("y" * 120)
    assert (await bot.get_my_description()).description == "x" * 512
    assert (await bot.get_my_short_description()).short_description == "y" * 120
    with pytest.raises(BadRequest, match="Description is too long"):
        await bot.set_my_description("x" * 513)
    with pytest.raises(BadRequest, match="Short_description is too long"):
        await bot.set_my_short_description("y" * 121)


async def tap(bot: Bot, ada: Person) -> str:
    await bot.send_message(ada.id, "go?")
    await ada.press_data(ada.last, "go")
    query = (await bot.get_updates())[-1].callback_query
    assert query is not None
    return query.id


async def test_an_answer_to_a_tap_is_seen_by_the_person(bot: Bot, ada: Person) -> None:
    await bot.answer_callback_query(await tap(bot, ada), "x" * 200)
    assert ada.alerts == ["x" * 200]


async def test_an_answer_to_a_tap_cannot_be_long(bot: Bot, ada: Person) -> None:
    query = await tap(bot, ada)
    with pytest.raises(BadRequest, match="Message_too_long"):
        await bot.answer_callback_query(query, "x" * 201)


@pytest.mark.parametrize("trouble", ["unknown", "answered", "old"])
async def test_a_tap_can_be_answered_once_and_in_time_only(bot: Bot, ada: Person, clock: Clock, trouble: str) -> None:
    query = await tap(bot, ada)
    if trouble == "unknown":
        query = "77"
    elif trouble == "answered":
        await bot.answer_callback_query(query)
    else:
        clock.time += dt.timedelta(hours=1)
    with pytest.raises(BadRequest, match="Query is too old and response timeout expired or query id is invalid"):
        await bot.answer_callback_query(query, "late")
    assert ada.alerts == []


async def test_a_chat_can_be_looked_up(bot: Bot, ada: Person) -> None:
    assert (await bot.get_chat(ada.id)).first_name == "Ada"
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.get_chat(404)
