"""A message as a person sees it, with its file and its buttons."""

import hashlib
from dataclasses import dataclass, field

from telegram import Message

from bot.local.refusals import Json


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredFile:
    """A file on the server. Ids come from the content, so that they mean the same after a restart."""

    name: str
    content: bytes = field(repr=False)
    mime_type: str = "application/octet-stream"

    @property
    def id(self) -> str:
        """Return the file_id."""
        return f"local-{hashlib.sha256(self.name.encode() + b'/' + self.content).hexdigest()[:32]}"

    @property
    def path(self) -> str:
        """Return the path under the file address."""
        return f"files/{self.id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """A button: its label, and what it does as the Bot API names it (`text` just says the label)."""

    label: str
    action: str
    value: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownMessage:
    """A message at one moment; a document or picture comes with its content."""

    data: Json
    file: StoredFile | None = None

    @property
    def id(self) -> int:
        """Return the id within the chat."""
        return int(self.data["message_id"])

    @property
    def text(self) -> str:
        """Return the text or caption without any formatting."""
        return str(self.data.get("text", self.data.get("caption", "")))

    @property
    def entities(self) -> list[Json]:
        """Return the entities that format the text or caption."""
        return [*self.data.get("entities", ()), *self.data.get("caption_entities", ())]

    @property
    def html(self) -> str:
        """Return the text or caption with its formatting as HTML."""
        message = Message.de_json(self.data, None)
        return message.text_html if message.text else message.caption_html

    @property
    def rows(self) -> list[list[Button]]:
        """Return the inline keyboard."""
        return inline_buttons(self.data.get("reply_markup"))

    @property
    def labels(self) -> list[str]:
        """Return the labels of the inline keyboard, row by row."""
        return [button.label for row in self.rows for button in row]

    @property
    def reply_to(self) -> int | None:
        """Return the id of the message that this one answers."""
        replied = self.data.get("reply_to_message")
        return int(replied["message_id"]) if replied else None

    @property
    def is_edited(self) -> bool:
        """Tell whether the message was changed after it was sent."""
        return "edit_date" in self.data


def inline_buttons(markup: Json | None) -> list[list[Button]]:
    """Return the buttons of an inline keyboard."""
    return [[_inline(button) for button in row] for row in (markup or {}).get("inline_keyboard", [])]


def reply_buttons(markup: Json | None) -> list[list[Button]]:
    """Return the buttons of a reply keyboard."""
    return [[_reply(button) for button in row] for row in (markup or {}).get("keyboard", [])]


def _inline(button: Json) -> Button:
    action = next(key for key in button if key not in {"text", "style", "icon_custom_emoji_id"})
    return Button(label=button["text"], action=action, value=str(button[action]))


def _reply(button: Json | str) -> Button:
    if isinstance(button, str):
        return Button(label=button, action="text")
    action = next((key for key in button if key.startswith("request_") and button[key]), "text")
    return Button(label=button["text"], action=action)
