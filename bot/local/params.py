"""The parameters of one call, read the way the Bot API reads them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.local.entities import Formatted, in_order, parse_html, trimmed, utf16
from bot.local.refusals import Json, Refused, bad_request
from bot.local.shown import StoredFile

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
LONGEST_SOURCE_BYTES = 2**15
LARGEST_UPLOAD = 50 * 2**20


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """Parameters by name, and the files that came with them."""

    values: Mapping[str, Any]
    uploads: Mapping[str, StoredFile] = field(default_factory=dict)

    def get(self, name: str) -> Any:
        """Return a parameter as it was sent, or None."""
        return self.values.get(name)

    def text(self, name: str) -> str:
        """Return a text parameter; a missing one is empty."""
        value = self.values.get(name, "")
        return value if isinstance(value, str) else json.dumps(value)

    def integer(self, name: str, default: int = 0) -> int:
        """Return a whole number; what is none counts as the default, as on the server."""
        try:
            return int(self.values.get(name, default))
        except (TypeError, ValueError):
            return default

    def items(self, name: str) -> list[Any]:
        """Return a list parameter."""
        value = self.values.get(name) or []
        if not isinstance(value, list):
            raise bad_request(f"expected an Array as {name}")
        return value

    def formatted(self, name: str, *, longest: int, entities: str) -> Formatted:
        """Return formatted text, refused when Telegram would refuse its markup or its length."""
        source = self.text(name)
        if len(source.encode()) > LONGEST_SOURCE_BYTES:
            raise bad_request("text is too long")
        formatted = trimmed(self._parsed(source, entities))
        if len(formatted.text) > longest:
            raise bad_request(f"message {'' if longest == LONGEST_TEXT else 'caption '}is too long")
        return formatted

    def message_text(self) -> Json:
        """Return the text of a message, which cannot be empty."""
        if not self.text("text"):
            raise bad_request("message text is empty")
        formatted = self.formatted("text", longest=LONGEST_TEXT, entities="entities")
        if not formatted.text:
            raise bad_request("text must be non-empty")
        return _content("text", "entities", formatted)

    def caption(self) -> Json:
        """Return the caption of a file, if there is one."""
        formatted = self.formatted("caption", longest=LONGEST_CAPTION, entities="caption_entities")
        return _content("caption", "caption_entities", formatted) if formatted.text else {}

    def upload(self, name: str) -> StoredFile | None:
        """Return the file that was uploaded for a parameter, or None when there is a file_id or nothing."""
        value = self.values.get(name)
        part = value.removeprefix("attach://") if isinstance(value, str) and value.startswith("attach://") else name
        file = self.uploads.get(part)
        if file is not None and len(file.content) > LARGEST_UPLOAD:
            raise Refused(code=413, description="Request Entity Too Large")
        if file is not None and not file.content:
            raise bad_request("file must be non-empty")
        return file

    def _parsed(self, source: str, entities: str) -> Formatted:
        mode = self.text("parse_mode").lower()
        if mode == "html":
            return parse_html(source)
        if mode not in {"", "none"}:
            # The product writes HTML only; a mode nobody checks here must not look as if it worked.
            raise bad_request("unsupported parse_mode")
        return Formatted(text=source, entities=in_order(_given(self.items(entities), source)))


def _given(entities: list[Any], source: str) -> list[Json]:
    for entity in entities:
        if not isinstance(entity, dict) or not all(isinstance(entity.get(key), int) for key in ("offset", "length")):
            raise bad_request("can't parse MessageEntity: expected an Object")
    end = utf16(source)
    return [entity for entity in entities if 0 <= entity["offset"] < entity["offset"] + entity["length"] <= end]


def _content(text: str, entities: str, formatted: Formatted) -> Json:
    return {text: formatted.text} | ({entities: list(formatted.entities)} if formatted.entities else {})
