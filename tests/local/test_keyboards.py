"""Keyboards are accepted as the Bot API documents them."""

from typing import Any

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import BadRequest

from bot.local.keyboards import checked_keyboard
from bot.local.person import Person
from bot.local.refusals import Json, Refused


def inline(*buttons: Any) -> Json:
    return {"inline_keyboard": [list(buttons)]}


def button(**fields: Any) -> Json:
    return {"text": "Go", "callback_data": "go", **fields}


@pytest.mark.parametrize(
    "markup",
    [
        inline(button()),
        inline(button(callback_data="x" * 64)),
        inline(button(callback_data="🏋" * 16)),
        inline({"text": "Open", "url": "https://t.me/deadlift_bot?start=week"}),
        {"inline_keyboard": [[button()] for _ in range(100)]},
        {"keyboard": [["Berlin", {"text": "Share", "request_location": True}]]},
        {"remove_keyboard": True},
        {"force_reply": True},
    ],
)
def test_valid_keyboards_are_kept(markup: Json) -> None:
    assert checked_keyboard(markup, is_private=True) == markup


def test_an_inline_keyboard_without_buttons_is_none() -> None:
    assert checked_keyboard({"inline_keyboard": [[]]}, is_private=True) is None


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        (inline(button(callback_data="x" * 65)), "BUTTON_DATA_INVALID"),
        (inline(button(callback_data="🏋" * 17)), "BUTTON_DATA_INVALID"),
        (inline(button(callback_data="")), "BUTTON_DATA_INVALID"),
        (inline({"text": "Go"}), "Text buttons are unallowed in the inline keyboard"),
        (inline(button(url="https://example.org")), "exactly one of callback_data, url expected"),
        (inline({"callback_data": "go"}), 'Can\'t find field "text"'),
        (inline(button(text=" ")), "inline keyboard button text must be non-empty"),
        (inline({"text": "Open", "url": "no link"}), "inline keyboard button URL 'no link' is invalid"),
        (inline("Go"), "InlineKeyboardButton must be an Object"),
        ({"inline_keyboard": [[button()] for _ in range(101)]}, "reply markup is too long"),
        ({"inline_keyboard": [button()]}, 'field "inline_keyboard" must be an Array of Arrays'),
        ({"keyboard": [[{"text": ""}]]}, "keyboard button text must be non-empty"),
        ({"keyboard": [[7]]}, "KeyboardButton must be a String or an Object"),
        ([], "object expected as reply markup"),
    ],
)
def test_keyboards_that_telegram_refuses_are_refused(markup: object, reason: str) -> None:
    with pytest.raises(Refused) as refused:
        checked_keyboard(markup, is_private=True)
    assert refused.value.code == 400
    assert reason in refused.value.description


def test_a_location_can_be_requested_in_private_chats_only() -> None:
    markup = {"keyboard": [[{"text": "Share", "request_location": True}]]}
    with pytest.raises(Refused, match="Location can be requested in private chats only"):
        checked_keyboard(markup, is_private=False)


async def test_a_refused_keyboard_reaches_the_bot_as_a_bad_request(bot: Bot, ada: Person) -> None:
    markup = InlineKeyboardMarkup([[InlineKeyboardButton("Go", callback_data="x" * 65)]])
    with pytest.raises(BadRequest, match="Button_data_invalid"):
        await bot.send_message(ada.id, "go?", reply_markup=markup)
    assert ada.messages == []


async def test_buttons_alone_can_be_replaced_and_vanish_with_an_edit_that_has_none(bot: Bot, ada: Person) -> None:
    old, new = ([[InlineKeyboardButton(label, callback_data=label)]] for label in ("old", "new"))
    sent = await bot.send_message(ada.id, "go?", reply_markup=InlineKeyboardMarkup(old))
    await bot.edit_message_reply_markup(ada.id, sent.message_id, reply_markup=InlineKeyboardMarkup(new))
    assert (ada.last.text, ada.last.labels) == ("go?", ["new"])
    await bot.edit_message_text("gone", ada.id, sent.message_id)
    assert ada.last.labels == []
