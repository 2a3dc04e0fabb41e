"""Messages are accepted, changed and refused as Telegram does it."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from telegram import Bot, ForceReply, ReplyKeyboardMarkup, ReplyKeyboardRemove, ReplyParameters
from telegram.error import BadRequest, ChatMigrated, EndPointNotFound, Forbidden, InvalidToken

from bot.local.person import Person
from bot.local.service import LocalTelegram

NOT_MODIFIED = (
    "Message is not modified: specified new message content and reply markup are exactly the same as a current content "
    "and reply markup of the message"
)


async def test_a_sent_message_comes_back_as_telegram_tells_it(bot: Bot, ada: Person) -> None:
    message = await bot.send_message(ada.id, " <b>Yes</b>, go ", parse_mode="HTML")
    assert (message.message_id, message.text, message.text_html) == (1, "Yes, go", "<b>Yes</b>, go")
    assert message.from_user is not None
    assert (message.chat.id, message.from_user.username) == (ada.id, bot.username)
    assert (ada.last.text, ada.last.html) == ("Yes, go", "<b>Yes</b>, go")


@pytest.mark.parametrize(
    ("params", "reason"),
    [
        ({"text": ""}, "Message text is empty"),
        ({"text": " \n "}, "Text must be non-empty"),
        ({"text": "<b> </b>", "parse_mode": "HTML"}, "Text must be non-empty"),
        ({"text": "x" * 4097}, "Message is too long"),
        ({"text": "x" * 32769}, "Text is too long"),
        ({"text": "<b>x", "parse_mode": "HTML"}, "Can't parse entities: can't find end tag"),
        ({"text": "*x*", "parse_mode": "Markdown"}, "Unsupported parse_mode"),
        ({"text": "x", "chat_id": 404}, "Chat not found"),
        ({"text": "x", "chat_id": "@nobody"}, "Chat not found"),
        ({"text": "x", "reply_parameters": ReplyParameters(77)}, "Message to be replied not found"),
    ],
)
async def test_messages_that_telegram_refuses_are_refused(
    bot: Bot, ada: Person, params: dict[str, Any], reason: str
) -> None:
    with pytest.raises(BadRequest) as refused:
        await bot.send_message(**{"chat_id": ada.id, **params})
    assert refused.value.message.lower().startswith(reason.lower())
    assert ada.messages == []


async def test_markup_does_not_count_towards_the_length_of_a_text(bot: Bot, ada: Person) -> None:
    await bot.send_message(ada.id, f"<b>{'&lt;' * 4096}</b>", parse_mode="HTML")
    assert ada.last.text == "<" * 4096


async def test_a_reply_shows_what_it_answers(bot: Bot, ada: Person) -> None:
    asked = await ada.send("can I?")
    await bot.send_message(ada.id, "yes", reply_parameters=ReplyParameters(asked.id))
    assert ada.last.reply_to == asked.id
    await bot.send_message(ada.id, "yes", reply_parameters=ReplyParameters(99, allow_sending_without_reply=True))
    assert ada.last.reply_to is None


async def test_a_person_who_blocked_the_bot_gets_nothing_until_they_write_again(bot: Bot, ada: Person) -> None:
    await ada.block_bot()
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(ada.id, "hello")
    await ada.send("back again")
    await bot.send_message(ada.id, "hello")
    assert [message.text for message in ada.messages] == ["hello"]


async def test_a_group_that_became_a_supergroup_tells_its_new_id(
    bot: Bot, telegram: LocalTelegram, ada: Person
) -> None:
    group = telegram.group(ada)
    old_id = group.chat.id
    new_id = await group.migrate()
    with pytest.raises(ChatMigrated) as moved:
        await bot.send_message(old_id, "hello")
    assert moved.value.new_chat_id == new_id
    await bot.send_message(new_id, "hello")
    assert group.members[0].last.text == "hello"


async def test_reply_keyboards_come_stay_and_go(bot: Bot, ada: Person) -> None:
    await bot.send_message(ada.id, "where?", reply_markup=ReplyKeyboardMarkup([["Berlin", "Skip"]]))
    await bot.send_message(ada.id, "well?", reply_markup=ForceReply())
    assert [[button.label for button in row] for row in ada.keyboard] == [["Berlin", "Skip"]]
    await bot.send_message(ada.id, "thanks", reply_markup=ReplyKeyboardRemove())
    assert ada.keyboard == []


async def test_an_edit_changes_the_message_and_says_so(bot: Bot, ada: Person) -> None:
    sent = await bot.send_message(ada.id, "<b>one</b>", parse_mode="HTML")
    edited = await bot.edit_message_text("two", ada.id, sent.message_id)
    assert not isinstance(edited, bool)
    assert (edited.text, edited.entities) == ("two", ())
    assert (ada.last.html, ada.last.is_edited) == ("two", True)


async def edit_unknown(bot: Bot, ada: Person) -> None:
    await bot.edit_message_text("two", ada.id, 99)


async def edit_same(bot: Bot, ada: Person) -> None:
    sent = await bot.send_message(ada.id, "<b>one</b>", parse_mode="HTML")
    await bot.edit_message_text("<b>one</b> ", ada.id, sent.message_id, parse_mode="HTML")


async def edit_of_a_person(bot: Bot, ada: Person) -> None:
    sent = await ada.send("mine")
    await bot.edit_message_text("yours", ada.id, sent.id)


async def edit_text_of_a_file(bot: Bot, ada: Person) -> None:
    sent = await bot.send_document(ada.id, b"x", filename="x.csv")
    await bot.edit_message_text("two", ada.id, sent.message_id)


async def edit_caption_of_text(bot: Bot, ada: Person) -> None:
    sent = await bot.send_message(ada.id, "one")
    await bot.edit_message_caption(ada.id, sent.message_id, caption="two")


async def edit_to_a_reply_keyboard(bot: Bot, ada: Person) -> None:
    sent = await bot.send_message(ada.id, "one")
    markup: Any = ReplyKeyboardRemove()
    await bot.edit_message_text("two", ada.id, sent.message_id, reply_markup=markup)


async def delete_unknown(bot: Bot, ada: Person) -> None:
    await bot.delete_message(ada.id, 99)


async def react_to_unknown(bot: Bot, ada: Person) -> None:
    await bot.set_message_reaction(ada.id, 99, "👍")


async def show_an_unknown_action(bot: Bot, ada: Person) -> None:
    await bot.send_chat_action(ada.id, "dancing")


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (edit_unknown, "Message to edit not found"),
        (edit_same, NOT_MODIFIED),
        (edit_of_a_person, "Message can't be edited"),
        (edit_text_of_a_file, "There is no text in the message to edit"),
        (edit_caption_of_text, "There is no caption in the message to edit"),
        (edit_to_a_reply_keyboard, "Inline keyboard expected"),
        (delete_unknown, "Message to delete not found"),
        (react_to_unknown, "Message to react not found"),
        (show_an_unknown_action, "Wrong parameter action in request"),
    ],
)
async def test_changes_that_telegram_refuses_are_refused(
    bot: Bot, ada: Person, change: Callable[[Bot, Person], Awaitable[None]], reason: str
) -> None:
    with pytest.raises(BadRequest) as refused:
        await change(bot, ada)
    assert refused.value.message == reason


async def test_a_deleted_message_is_gone(bot: Bot, ada: Person) -> None:
    sent = await bot.send_message(ada.id, "one")
    assert await bot.delete_message(ada.id, sent.message_id)
    assert ada.messages == []


async def test_a_caption_can_be_replaced_and_removed(bot: Bot, ada: Person) -> None:
    sent = await bot.send_document(ada.id, b"x", filename="x.csv", caption="<i>log</i>", parse_mode="HTML")
    assert ada.last.html == "<i>log</i>"
    await bot.edit_message_caption(ada.id, sent.message_id, caption="new")
    assert (ada.last.html, ada.last.text) == ("new", "new")
    await bot.edit_message_caption(ada.id, sent.message_id)
    assert ada.last.text == ""


async def test_an_unknown_method_is_not_found(bot: Bot) -> None:
    with pytest.raises(EndPointNotFound):
        await bot.do_api_request("sendTelepathy")


async def test_a_wrong_token_is_unauthorized(telegram: LocalTelegram) -> None:
    stranger = Bot("2:other", request=telegram.request(), get_updates_request=telegram.request())
    with pytest.raises(InvalidToken):
        await stranger.initialize()
