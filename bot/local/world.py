"""What the local Telegram knows: chats, messages, files, taps, and everything that the bot did to them."""

import datetime as dt
import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum

from bot.local.refusals import Json, Refused, bad_request, forbidden
from bot.local.shown import ShownMessage, StoredFile
from bot.local.updates import Pulse, Updates

# Telegram does not say how long a tap can be answered; in practice it is a matter of minutes.
TAP_LIFETIME = dt.timedelta(minutes=15)


class Deed(StrEnum):
    """What the bot can do that people see."""

    MESSAGE = "message"
    EDIT = "edit"
    DELETE = "delete"
    ALERT = "alert"
    ACTION = "action"
    REACTION = "reaction"
    OFFER = "offer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One deed of the bot: `message` is how the message was then, `text` what an alert, action or reaction said."""

    deed: Deed
    chat_id: int
    user_id: int | None = None
    message: Json = field(default_factory=dict)
    keyboard: Json | None = None
    text: str = ""
    is_popup: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Tap:
    """A tap on an inline button that the bot has not answered yet."""

    chat_id: int
    user_id: int
    at: dt.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """Something typed behind the bot's name that the bot has not answered yet."""

    user_id: int
    at: dt.datetime


@dataclass(slots=True, kw_only=True)
class ChatState:
    """A chat as it is now. `refusal` is what a call gets when the bot may not write here."""

    data: Json
    message_ids: Iterator[int]
    messages: dict[int, Json] = field(default_factory=dict)
    keyboard: Json | None = None
    refusal: Refused | None = None

    @property
    def id(self) -> int:
        """Return the chat's id."""
        return int(self.data["id"])

    @property
    def is_private(self) -> bool:
        """Tell whether this is a chat with one person."""
        return bool(self.data["type"] == "private")


@dataclass(slots=True, kw_only=True)
class World:
    """The server's memory."""

    now: Callable[[], dt.datetime]
    me: Json
    updates: Updates
    pulse: Pulse
    first_message_id: int = 1
    chats: dict[int, ChatState] = field(default_factory=dict)
    files: dict[str, StoredFile] = field(default_factory=dict)
    taps: dict[str, Tap] = field(default_factory=dict)
    queries: dict[str, Query] = field(default_factory=dict)
    journal: list[Entry] = field(default_factory=list)
    profile: dict[str, object] = field(default_factory=dict)
    numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    def add_chat(self, data: Json) -> ChatState:
        """Open a chat."""
        chat = ChatState(data=data, message_ids=itertools.count(self.first_message_id))
        self.chats[chat.id] = chat
        return chat

    def chat(self, chat_id: object) -> ChatState:
        """Return a chat that the bot can see."""
        if not chat_id:
            raise bad_request("chat_id is empty")
        try:
            return self.chats[int(str(chat_id))]
        except (KeyError, ValueError):
            raise bad_request("chat not found") from None

    def writable_chat(self, chat_id: object) -> ChatState:
        """Return a chat that the bot may write to."""
        chat = self.chat(chat_id)
        if chat.refusal is not None:
            # A copy: a traceback sticks to what was raised.
            raise replace(chat.refusal)
        return chat

    def add_message(self, chat: ChatState, sender: Json, content: Json) -> Json:
        """Put a message into a chat and return it."""
        message: Json = {
            "message_id": next(chat.message_ids),
            "from": sender,
            "chat": chat.data,
            "date": int(self.now().timestamp()),
            **content,
        }
        chat.messages[message["message_id"]] = message
        return message

    def store(self, file: StoredFile) -> StoredFile:
        """Keep a file."""
        self.files[file.id] = file
        return file

    def file(self, file_id: object) -> StoredFile:
        """Return a file by its id."""
        if file_id not in self.files:
            raise bad_request("wrong file_id or the file is temporarily unavailable")
        return self.files[str(file_id)]

    def download(self, path: str) -> bytes:
        """Return the content behind a file's path."""
        for file in self.files.values():
            if file.path == path:
                return file.content
        raise Refused(code=404, description="Not Found")

    def shown(self, message: Json) -> ShownMessage:
        """Return a message as people see it now, with the file it carries."""
        carried = message.get("document") or (message.get("photo") or [{}])[-1]
        return ShownMessage(data=_as_it_is(message), file=self.files.get(carried.get("file_id", "")))

    def note(self, entry: Entry) -> None:
        """Write down a deed of the bot and wake whoever waits for one."""
        self.journal.append(replace(entry, message=_as_it_is(entry.message)))
        self.pulse.beat()

    def block(self, chat: ChatState) -> None:
        """Refuse messages to a person from now on."""
        chat.refusal = forbidden("bot was blocked by the user")


def _as_it_is(message: Json) -> Json:
    """Return a message as it stays: an edit puts other values under the keys and leaves the old ones alone."""
    return dict(message)
