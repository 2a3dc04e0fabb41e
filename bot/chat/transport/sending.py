"""One outgoing message becomes a call to the Bot API, and its error becomes an outcome."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace

from telegram import Bot
from telegram.error import BadRequest, TelegramError
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter

from bot.app.records import Lane, Method, OutMessage
from bot.chat.transport.outcomes import Outcome, classify
from bot.chat.transport.pictures import Pictures


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What became of a call, and the error that says so."""

    outcome: Outcome
    error: Exception | None = None


async def call(bot: Bot, message: OutMessage, pictures: Pictures) -> Result:
    """Make the call that a message describes; never raises."""
    try:
        if message.method is Method.PHOTO:
            await _photo(bot, message, pictures)
        else:
            await _CALLS[message.method](bot, message)
    except TelegramError as error:
        return Result(outcome=classify(error), error=error)
    except Exception as error:  # noqa: BLE001 - a payload that cannot be sent must not stop the other messages
        return Result(outcome=Outcome.BROKEN, error=error)
    return Result(outcome=Outcome.SENT)


def paid(message: OutMessage) -> OutMessage:
    """Return a message that Telegram sends beyond its free rate, for a fee, if it is bulk; edits are for nothing."""
    if message.lane is not Lane.BULK or message.method is Method.EDIT:
        return message
    return replace(message, payload={**message.payload, "allow_paid_broadcast": True})


async def _send(bot: Bot, message: OutMessage) -> None:
    await _plainly(bot, "sendMessage", message)


async def _edit(bot: Bot, message: OutMessage) -> None:
    await _plainly(bot, "editMessageText", message)


async def _plainly(bot: Bot, method: str, message: OutMessage) -> None:
    """Make a call with the plain JSON that a payload is, and leave the message that comes back unread.

    `send_message` would make an object of everything that Telegram tells of it.
    """
    # The chat may have moved since the payload was written; one without a text is broken, and no call is made for it.
    payload = {**message.payload, "chat_id": message.chat_id, "text": message.payload["text"]}
    parameters = [RequestParameter(name, value, None) for name, value in payload.items()]
    await bot.request.post(f"{bot.base_url}/{method}", RequestData(parameters))


# `api_kwargs` are passed on as they are: keyboards stay the plain JSON that they are in the outbox.


async def _document(bot: Bot, message: OutMessage) -> None:
    if message.document is None:
        raise ValueError("a document to send has no content")
    await bot.send_document(message.chat_id, message.document, filename=message.file_name, api_kwargs=_rest(message))


async def _photo(bot: Bot, message: OutMessage, pictures: Pictures) -> None:
    """Send a drawing by Telegram's id of it; as a file the first time, and when Telegram does not know the id."""
    name = str(message.payload["photo"])
    picture = await pictures.named(name)
    if picture.file_id is not None:
        try:
            await bot.send_photo(message.chat_id, picture.file_id, api_kwargs=_rest(message))
        except BadRequest as error:
            if "file identifier" not in error.message.lower():
                raise
        else:
            return
    sent = await bot.send_photo(message.chat_id, picture.content, filename=picture.file_name, api_kwargs=_rest(message))
    await pictures.uploaded(name, sent.photo[-1].file_id)


def _rest(message: OutMessage) -> dict[str, object]:
    """Leave out what is passed by name: the chat may have moved since the payload was written."""
    return {
        name: value for name, value in message.payload.items() if name not in {"chat_id", "text", "document", "photo"}
    }


_CALLS: Mapping[Method, Callable[[Bot, OutMessage], Awaitable[None]]] = {
    Method.SEND: _send,
    Method.EDIT: _edit,
    Method.DOCUMENT: _document,
}
