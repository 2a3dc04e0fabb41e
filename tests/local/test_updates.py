"""Updates wait until they are confirmed, and reach a polling application in order."""

import asyncio

import pytest
from telegram import Bot
from telegram.error import BadRequest, Conflict

from bot.local.person import NothingCame, Person
from bot.local.service import LocalTelegram
from tests.local.conftest import Clock
from tests.local.echo import EchoApp, echoing, settled


async def test_updates_wait_until_a_poll_confirms_them(bot: Bot, ada: Person, telegram: LocalTelegram) -> None:
    for text in ("one", "two", "three"):
        await ada.send(text)
    assert [update.update_id for update in await bot.get_updates(limit=2)] == [1, 2]
    assert [update.update_id for update in await bot.get_updates(offset=2)] == [2, 3]
    assert not await telegram.taken_over(within=0.01)
    assert await bot.get_updates(offset=4) == ()
    assert await telegram.taken_over(within=0.01)


async def test_a_negative_offset_keeps_only_the_newest_updates(bot: Bot, ada: Person) -> None:
    for text in ("one", "two", "three"):
        await ada.send(text)
    assert [update.update_id for update in await bot.get_updates(offset=-1)] == [3]
    assert [update.update_id for update in await bot.get_updates()] == [3]


async def test_a_long_poll_ends_with_the_first_update(bot: Bot, ada: Person) -> None:
    poll = asyncio.create_task(bot.get_updates(timeout=10))
    await asyncio.sleep(0.01)
    assert not poll.done()
    await ada.send("now")
    updates = await asyncio.wait_for(poll, 1)
    assert updates[0].message is not None
    assert updates[0].message.text == "now"


async def test_of_two_polls_the_earlier_is_ended(bot: Bot) -> None:
    earlier = asyncio.create_task(bot.get_updates(timeout=10))
    await asyncio.sleep(0.01)
    await bot.get_updates(timeout=0)
    with pytest.raises(Conflict, match="terminated by other getUpdates request"):
        await earlier


async def test_only_kinds_of_update_that_were_asked_for_come(bot: Bot, ada: Person) -> None:
    await bot.get_updates(allowed_updates=["callback_query"])
    sent = await ada.send("not wanted")
    await ada.press_data(sent, "wanted")
    assert [update.callback_query is not None for update in await bot.get_updates()] == [True]
    await bot.get_updates(offset=99, allowed_updates=[])
    await ada.send("wanted again")
    assert len(await bot.get_updates()) == 1


@pytest.mark.parametrize("start", [700, lambda: 700])
async def test_update_ids_go_on_from_where_a_database_left_off(clock: Clock, start: int) -> None:
    telegram = LocalTelegram(now=clock, first_update_id=start, first_message_id=50)
    async with Bot(telegram.token, request=telegram.request(), get_updates_request=telegram.request()) as bot:
        ada = telegram.private_chat()
        assert (await ada.send("one")).id == 50
        await ada.send("two")
        assert [update.update_id for update in await bot.get_updates()] == [700, 701]


async def test_a_webhook_replaces_polls_until_it_is_deleted(bot: Bot, ada: Person) -> None:
    await bot.set_webhook("https://example.org/hook", secret_token="abc_123")  # noqa: S106 - opens nothing
    await ada.send("one")
    info = await bot.get_webhook_info()
    assert (info.url, info.pending_update_count) == ("https://example.org/hook", 1)
    with pytest.raises(Conflict, match="while webhook is active"):
        await bot.get_updates()
    await bot.delete_webhook(drop_pending_updates=True)
    assert await bot.get_updates() == ()


@pytest.mark.parametrize(("url", "secret"), [("http://example.org", ""), ("https://example.org", "not allowed!")])
async def test_a_webhook_needs_https_and_a_plain_secret(bot: Bot, url: str, secret: str) -> None:
    with pytest.raises(BadRequest):
        await bot.set_webhook(url, secret_token=secret)


async def test_a_polling_application_answers_in_order(telegram: LocalTelegram, ada: Person, app: EchoApp) -> None:
    for text in ("one", "two", "three"):
        await ada.send(text)
    assert await telegram.taken_over()
    await settled(app)
    assert [message.text for message in ada.messages] == ["one", "two", "three"]
    assert telegram.calls_of("getUpdates") == []
    assert [call.params["text"] for call in telegram.calls_of("sendMessage")] == ["one", "two", "three"]


async def test_an_application_that_comes_later_gets_what_waited(telegram: LocalTelegram, ada: Person) -> None:
    await ada.send("early bird")
    async with echoing(telegram):
        assert (await ada.next_message()).text == "early bird"


async def test_waiting_for_a_bot_that_says_nothing_ends_with_what_the_chat_shows(ada: Person) -> None:
    with pytest.raises(NothingCame, match=r"no message within 0.01 s; the chat shows \[\]"):
        await ada.next_message(within=0.01)
