"""People write, tap and send in a way that tests can read aloud."""

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.error import Forbidden

from bot.local.person import NoSuchButton, Person
from bot.local.service import LocalTelegram


async def only_update(bot: Bot) -> Update:
    (update,) = await bot.get_updates()
    return update


@pytest.mark.usefixtures("app")
async def test_a_tap_on_a_label_is_answered_and_edits_the_message(ada: Person) -> None:
    await ada.send("/menu")
    menu = await ada.next_message()
    assert menu.labels == ["✅ Yes", "No"]
    await ada.press("Yes")
    assert await ada.next_alert() == "tapped yes"
    assert (await ada.next_edit()).text == "You said yes"
    assert ada.alerts == ["tapped yes"]
    assert ada.last.labels == []


@pytest.mark.usefixtures("app")
async def test_a_missing_button_names_those_that_are_there(ada: Person) -> None:
    await ada.send("/menu")
    await ada.next_message()
    with pytest.raises(NoSuchButton, match=r"no button 'Maybe'; there are \['✅ Yes', 'No'\]"):
        await ada.press("Maybe")


async def test_the_newest_message_with_the_label_is_tapped_unless_one_is_named(bot: Bot, ada: Person) -> None:
    for number in ("1", "2"):
        markup = InlineKeyboardMarkup([[InlineKeyboardButton("Go", callback_data=number)]])
        await bot.send_message(ada.id, "go?", reply_markup=markup)
    await bot.send_message(ada.id, "no buttons here")
    await ada.press("Go")
    await ada.press("Go", message=ada.messages[0])
    taps = [update.callback_query for update in await bot.get_updates()]
    assert [tap.data for tap in taps if tap] == ["2", "1"]


async def test_buttons_that_do_not_call_the_bot_cannot_be_pressed(bot: Bot, ada: Person) -> None:
    markup = InlineKeyboardMarkup([[InlineKeyboardButton("Open", url="https://example.org")]])
    await bot.send_message(ada.id, "go?", reply_markup=markup)
    with pytest.raises(NoSuchButton, match="does not call the bot: url"):
        await ada.press("Open")


@pytest.mark.usefixtures("app")
async def test_a_reply_keyboard_is_pressed_by_its_label_too(ada: Person) -> None:
    await ada.send("/where")
    await ada.next_message()
    with pytest.raises(NoSuchButton, match="asks for something: request_location"):
        await ada.press("Share")
    await ada.press("Skip")
    assert (await ada.next_message()).text == "Skip"
    assert ada.keyboard == []


async def test_a_forged_tap_on_a_message_that_is_gone_arrives(bot: Bot, ada: Person) -> None:
    sent = await bot.send_message(ada.id, "go?")
    await bot.delete_message(ada.id, sent.message_id)
    await ada.press_data(await ada.send("x"), "forged")
    gone = await ada.send("y")
    del ada.chat.messages[gone.id]
    await ada.press_data(gone, "stale")
    taps = [update.callback_query for update in await bot.get_updates() if update.callback_query]
    assert [(tap.data, tap.message.is_accessible if tap.message else None) for tap in taps] == [
        ("forged", True),
        ("stale", False),
    ]


async def test_a_location_a_sticker_and_a_picture_arrive_as_such(bot: Bot, ada: Person) -> None:
    await ada.send_location(52.52, 13.4)
    await ada.send_sticker("🏃")
    await ada.send_photo(b"pixels", caption="my week")
    await ada.deliver(contact={"phone_number": "1", "first_name": "Bob"})
    messages = [update.message for update in await bot.get_updates()]
    location, sticker, photo, contact = (message for message in messages if message)
    assert location.location is not None
    assert location.location.latitude == 52.52
    assert sticker.sticker is not None
    assert sticker.sticker.emoji == "🏃"
    assert (photo.caption, len(photo.photo)) == ("my week", 1)
    assert contact.contact is not None


async def test_an_edit_by_a_person_arrives_as_one(bot: Bot, ada: Person) -> None:
    sent = await ada.send("/today")
    await bot.get_updates(offset=2)
    await ada.edit(sent, "/week")
    message = (await only_update(bot)).edited_message
    assert message is not None
    assert (message.message_id, message.text, message.entities[0].type) == (sent.id, "/week", "bot_command")


async def test_only_own_messages_can_be_edited(bot: Bot, ada: Person) -> None:
    await bot.send_message(ada.id, "mine")
    with pytest.raises(AssertionError, match="only one's own messages"):
        await ada.edit(ada.last, "yours")


async def test_a_text_too_long_for_one_message_is_split_as_the_apps_do(bot: Bot, ada: Person) -> None:
    await ada.send("x" * 5000)
    lengths = [len(update.message.text or "") for update in await bot.get_updates() if update.message]
    assert lengths == [4096, 904]


async def test_blocking_the_bot_is_told_to_it(bot: Bot, ada: Person) -> None:
    await ada.block_bot()
    change = (await only_update(bot)).my_chat_member
    assert change is not None
    assert (change.old_chat_member.status, change.new_chat_member.status) == ("member", "kicked")


async def test_what_is_shown_does_not_change_afterwards(bot: Bot, ada: Person) -> None:
    sent = await bot.send_message(ada.id, "one")
    before = ada.last
    await bot.edit_message_text("two", ada.id, sent.message_id)
    assert (before.text, ada.last.text) == ("one", "two")


@pytest.mark.usefixtures("app")
async def test_members_of_a_group_see_the_same_chat_and_are_told_apart(telegram: LocalTelegram, ada: Person) -> None:
    bob = telegram.private_chat(first_name="Bob")
    group = telegram.group(ada, bob, title="Club")
    here, there = group.members
    asked = await here.send("/menu@deadlift_local_bot")
    menu = await here.next_message()
    assert menu.reply_to == asked.id
    await there.press("No")
    assert await there.next_alert() == "tapped no"
    assert here.alerts == []
    assert (menu.data["chat"]["title"], there.last.text) == ("Club", "You said no")
    assert (ada.messages, bob.messages) == ([], [])


@pytest.mark.usefixtures("app")
async def test_a_reply_in_a_group_carries_what_it_answers(telegram: LocalTelegram, ada: Person) -> None:
    (member,) = telegram.group(ada).members
    asked = await member.send("@deadlift_local_bot hello")
    answer = await member.next_message()
    assert answer.reply_to == asked.id
    await member.send("thanks", reply_to=answer)
    assert (await member.next_message()).text == "thanks"


async def test_a_bot_that_was_kicked_is_told_and_refused(bot: Bot, telegram: LocalTelegram, ada: Person) -> None:
    group = telegram.group(ada)
    await group.kick_bot()
    update = await only_update(bot)
    change, change_id = update.my_chat_member, update.update_id
    assert change is not None
    assert change.new_chat_member.status == "kicked"
    with pytest.raises(Forbidden, match="bot was kicked from the group chat"):
        await bot.send_message(group.chat.id, "hello?")
    await group.members[0].send("finally alone")
    assert await bot.get_updates(offset=change_id + 1) == ()


async def test_a_person_who_returns_finds_their_chat(bot: Bot, telegram: LocalTelegram, ada: Person) -> None:
    await bot.send_message(ada.id, "hello")
    assert telegram.private_chat(user_id=ada.id).last.text == "hello"
