"""Which keyboards the Bot API accepts."""

from typing import Any

from bot.local.entities import is_web_address
from bot.local.refusals import Json, bad_request

MOST_BUTTONS = 100
LONGEST_DATA_BYTES = 64

_ACTIONS = frozenset(
    {
        "url",
        "callback_data",
        "web_app",
        "login_url",
        "switch_inline_query",
        "switch_inline_query_current_chat",
        "switch_inline_query_chosen_chat",
        "copy_text",
        "callback_game",
        "pay",
    }
)
_PRIVATE_REQUESTS = {"request_location": "Location", "request_contact": "Phone number", "request_poll": "Poll"}
_KINDS = frozenset({"inline_keyboard", "keyboard", "remove_keyboard", "force_reply"})


def checked_keyboard(markup: object, *, is_private: bool, inline_only: bool = False) -> Json | None:
    """Return a reply markup as Telegram keeps it; an inline keyboard without buttons is none."""
    if markup is None:
        return None
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    if inline_only and not _KINDS.isdisjoint(markup) and "inline_keyboard" not in markup:
        raise bad_request("inline keyboard expected")
    if "inline_keyboard" in markup:
        rows = [[_inline_button(button) for button in row] for row in _rows(markup, "inline_keyboard")]
        return {"inline_keyboard": rows} if any(rows) else None
    for row in _rows(markup, "keyboard"):
        for button in row:
            _check_reply_button(button, is_private=is_private)
    return markup


def _rows(markup: Json, name: str) -> list[list[Any]]:
    rows = markup.get(name, [])
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request(f'field "{name}" must be an Array of Arrays')
    if sum(map(len, rows)) > MOST_BUTTONS:
        raise bad_request("reply markup is too long")
    return rows


def _inline_button(button: object) -> Json:
    if not isinstance(button, dict):
        raise bad_request("can't parse inline keyboard button: InlineKeyboardButton must be an Object")
    _check_text(button, "inline keyboard button")
    actions = _ACTIONS & button.keys()
    if not actions:
        raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        # Telegram would silently pick one; its documentation asks for exactly one.
        raise bad_request(f"can't parse inline keyboard button: exactly one of {', '.join(sorted(actions))} expected")
    _check_action(button)
    return button


def _check_action(button: Json) -> None:
    data = button.get("callback_data")
    if data is not None and not 1 <= len(str(data).encode()) <= LONGEST_DATA_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")
    url = button.get("url")
    if url is not None and not is_web_address(url):
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")


def _check_reply_button(button: object, *, is_private: bool) -> None:
    if isinstance(button, str):
        button = {"text": button}
    if not isinstance(button, dict):
        raise bad_request("can't parse keyboard button: KeyboardButton must be a String or an Object")
    _check_text(button, "keyboard button")
    for name, what in _PRIVATE_REQUESTS.items():
        if button.get(name) and not is_private:
            raise bad_request(f"{what} can be requested in private chats only")


def _check_text(button: Json, what: str) -> None:
    if not isinstance(button.get("text"), str):
        raise bad_request(f"can't parse {what}: Can't find field \"text\"")
    if not button["text"].strip():
        raise bad_request(f"{what} text must be non-empty")
