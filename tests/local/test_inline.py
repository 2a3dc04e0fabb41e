"""Inline mode: queries, what the bot offers, and what Telegram refuses."""

import datetime as dt
import io

import pytest
from PIL import Image
from telegram import (
    Bot,
    InlineQueryResultArticle,
    InlineQueryResultCachedPhoto,
    InlineQueryResultsButton,
    InputTextMessageContent,
)
from telegram.error import BadRequest

from bot.local.person import NothingCame, Person
from tests.local.conftest import Clock


def article(number: str = "1", *, title: str = "Yes", text: str = "<b>Yes</b>") -> InlineQueryResultArticle:
    return InlineQueryResultArticle(number, title, InputTextMessageContent(text, parse_mode="HTML"))


def picture() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 30), "white").save(out, "PNG")
    return out.getvalue()


async def asked(bot: Bot, person: Person, text: str = "today") -> str:
    """Type behind the bot's name and return the query's id as the bot reads it."""
    await person.type_inline(text)
    [update] = await bot.get_updates(allowed_updates=["inline_query", "message"])
    assert update.inline_query is not None
    assert (update.inline_query.query, update.inline_query.from_user.id) == (text, person.id)
    await bot.get_updates(offset=update.update_id + 1)
    return update.inline_query.id


async def test_what_is_offered_can_be_sent_to_a_chat(bot: Bot, ada: Person) -> None:
    await bot.answer_inline_query(await asked(bot, ada), [article(text="<b>Yes</b>, from 13:30")])
    [offered] = ada.offered["results"]
    sent = await ada.pick(offered)
    assert (sent.text, sent.html) == ("Yes, from 13:30", "<b>Yes</b>, from 13:30")
    [update] = await bot.get_updates()
    assert update.message is not None
    assert update.message.via_bot == bot.bot
    assert update.message.from_user is not None
    assert update.message.from_user.id == ada.id


async def test_a_picture_that_telegram_has_can_be_offered(bot: Bot, ada: Person) -> None:
    png = picture()
    uploaded = await bot.send_photo(ada.id, png)
    photo = InlineQueryResultCachedPhoto("2", uploaded.photo[-1].file_id, caption="<b>Yes</b>", parse_mode="HTML")
    await bot.answer_inline_query(await asked(bot, ada), [article(), photo])
    sent = await ada.pick(ada.offered["results"][1])
    assert sent.text == "Yes"
    assert sent.file is not None
    assert sent.file.content == png


@pytest.mark.parametrize(
    ("results", "reason"),
    [
        ([article("1"), article("1")], "Result_id_duplicate"),
        ([article("x" * 65)], "Result_id_invalid"),
        ([article(title=" ")], "Article_title_empty"),
        ([article(text=" ")], "Text must be non-empty"),
        ([article(text="<b>x")], "Can't parse entities"),
        ([article(str(number)) for number in range(51)], "Results_too_much"),
        ([InlineQueryResultCachedPhoto("1", "unknown")], "Wrong file_id"),
    ],
)
async def test_results_that_telegram_refuses_are_refused(
    bot: Bot, ada: Person, results: list[InlineQueryResultArticle], reason: str
) -> None:
    query = await asked(bot, ada)
    with pytest.raises(BadRequest) as refused:
        await bot.answer_inline_query(query, results)
    assert refused.value.message.lower().startswith(reason.lower())
    with pytest.raises(NothingCame):
        _ = ada.offered


async def test_a_query_is_answered_once(bot: Bot, ada: Person) -> None:
    query = await asked(bot, ada)
    await bot.answer_inline_query(query, [article()])
    with pytest.raises(BadRequest, match="Query is too old"):
        await bot.answer_inline_query(query, [article()])


async def test_a_query_cannot_be_answered_late(bot: Bot, ada: Person, clock: Clock) -> None:
    query = await asked(bot, ada)
    clock.time += dt.timedelta(seconds=11)
    with pytest.raises(BadRequest, match="Query is too old"):
        await bot.answer_inline_query(query, [article()])


async def test_the_button_above_opens_a_place_that_a_link_can_name(bot: Bot, ada: Person) -> None:
    with pytest.raises(BadRequest, match=r"(?i)start_param_invalid"):
        await bot.answer_inline_query(
            await asked(bot, ada), [], button=InlineQueryResultsButton("Ask me", start_parameter="to day")
        )
    await bot.answer_inline_query(
        await asked(bot, ada), [], button=InlineQueryResultsButton("Ask me", start_parameter="today")
    )
    assert ada.offered == {"results": [], "button": {"text": "Ask me", "start_parameter": "today"}}
