"""What became of a call to the Bot API, judged by the error's cause, and what can be done about the message."""

import html
import re
from dataclasses import replace
from enum import StrEnum

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.app.records import Method, OutMessage
from bot.chat.transport.errors import ConnectionLostError, NotDeliveredError, UndrawableError


class Outcome(StrEnum):
    """What became of a call."""

    SENT = "sent"
    NOT_DELIVERED = "not_delivered"
    UNKNOWN = "unknown"
    SERVER_TROUBLE = "server_trouble"
    LIMITED = "limited"
    TOKEN_REFUSED = "token_refused"  # noqa: S105 - the name of an outcome, not a password
    UNREACHABLE = "unreachable"
    MOVED = "moved"
    UNPARSABLE = "unparsable"
    NOT_EDITABLE = "not_editable"
    NOTHING_TO_REPLY_TO = "nothing_to_reply_to"
    UNDRAWABLE = "undrawable"
    NO_PHOTOS = "no_photos"
    REFUSED = "refused"
    BROKEN = "broken"


# In this order: `TimedOut` and `BadRequest` are both a `NetworkError`, and so are our own errors.
_BY_TYPE: tuple[tuple[type[TelegramError], Outcome], ...] = (
    (UndrawableError, Outcome.UNDRAWABLE),
    (NotDeliveredError, Outcome.NOT_DELIVERED),
    (ConnectionLostError, Outcome.UNKNOWN),
    (TimedOut, Outcome.UNKNOWN),
    (RetryAfter, Outcome.LIMITED),
    (ChatMigrated, Outcome.MOVED),
    (Forbidden, Outcome.UNREACHABLE),
    (InvalidToken, Outcome.TOKEN_REFUSED),
    (NetworkError, Outcome.SERVER_TROUBLE),
)

# The words of Telegram's open source server (telegram-bot-api and td), in lower case.
_BY_WORDS: tuple[tuple[str, Outcome], ...] = (
    ("message is not modified", Outcome.SENT),
    ("can't parse entities", Outcome.UNPARSABLE),
    ("there is no text in the message to edit", Outcome.NOT_EDITABLE),
    ("not enough rights to send photos", Outcome.NO_PHOTOS),
    ("chat_send_photos_forbidden", Outcome.NO_PHOTOS),
    ("message to edit not found", Outcome.NOT_EDITABLE),
    ("message can't be edited", Outcome.NOT_EDITABLE),
    ("message_id_invalid", Outcome.NOT_EDITABLE),
    ("message to be replied not found", Outcome.NOTHING_TO_REPLY_TO),
    ("chat not found", Outcome.UNREACHABLE),
    ("user is deactivated", Outcome.UNREACHABLE),
    ("input_user_deactivated", Outcome.UNREACHABLE),
    ("peer_id_invalid", Outcome.UNREACHABLE),
    ("chat_write_forbidden", Outcome.UNREACHABLE),
)

_MAX_CAUSE = 200
_QUOTED = re.compile(r'"[^"]*"|"[^"]*$')
_TAG = re.compile(
    r"</?(?:b|strong|i|em|u|ins|s|strike|del|span|a|code|pre|blockquote|tg-[a-z]+)(?:\s[^<>]*)?>", re.IGNORECASE
)


def classify(error: TelegramError) -> Outcome:
    """Say what an error means for the message; an answer that cannot be read leaves it unknown."""
    if isinstance(error, BadRequest):
        words = error.message.lower()
        return next((outcome for fragment, outcome in _BY_WORDS if fragment in words), Outcome.REFUSED)
    return next((outcome for kind, outcome in _BY_TYPE if isinstance(error, kind)), Outcome.UNKNOWN)


def repair(message: OutMessage, outcome: Outcome) -> OutMessage | None:
    """Return the message without what Telegram stumbled over, or None when nothing can be left out."""
    payload = message.payload
    if outcome is Outcome.UNPARSABLE and "parse_mode" in payload:
        return _plain(message)
    if outcome in {Outcome.UNDRAWABLE, Outcome.NO_PHOTOS} and message.method is Method.PHOTO:
        return _said(message)
    if outcome is Outcome.NOT_EDITABLE and message.method is Method.EDIT:
        return replace(message, method=Method.SEND, payload=_without(message, "message_id", "inline_message_id"))
    if outcome is Outcome.NOTHING_TO_REPLY_TO and "reply_parameters" in payload:
        return replace(message, payload=_without(message, "reply_parameters"))
    return None


def cause(error: Exception) -> str:
    """Name an error without anybody's words: Telegram quotes pieces of the text that it cannot parse."""
    if not isinstance(error, TelegramError):
        return type(error).__name__
    words = _QUOTED.sub("…", error.message)
    return f"{type(error).__name__}: {words}"[:_MAX_CAUSE]


def plain_text(markup: str) -> str:
    """Return what a person reads of Telegram's HTML; only its own tags go, a bare `<` in the text stays."""
    return html.unescape(_TAG.sub("", markup))


def _said(message: OutMessage) -> OutMessage:
    """Return a picture's caption as a message of its own."""
    payload = _without(message, "photo", "caption") | {"text": message.payload.get("caption", "")}
    return replace(message, method=Method.SEND, payload=payload)


def _plain(message: OutMessage) -> OutMessage:
    payload = _without(message, "parse_mode")
    for name in ("text", "caption"):
        if isinstance(text := payload.get(name), str):
            payload[name] = plain_text(text)
    return replace(message, payload=payload)


def _without(message: OutMessage, *names: str) -> dict[str, object]:
    return {name: value for name, value in message.payload.items() if name not in names}
