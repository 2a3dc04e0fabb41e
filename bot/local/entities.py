"""Text as Telegram understands it: HTML parse mode, entities in UTF-16 units, commands and mentions."""

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from bot.local.refusals import Json, bad_request

MOST_ENTITIES = 100

_STYLES = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
}
_TAGS = frozenset({*_STYLES, "a", "code", "pre", "blockquote", "tg-emoji", "tg-time"})

_STEP = re.compile(r"[<&]")
_REFERENCE = re.compile(r"&(?:lt|gt|amp|quot|#[0-9]{1,7}|#x[0-9a-fA-F]{1,6});")
_START = re.compile(r"<([^\s>/]*)((?:\"[^\"]*\"|'[^']*'|[^>\"'])*)>")
_END = re.compile(r"</([^\s>]*)\s*>")
_ATTRIBUTE = re.compile(r"\s*([^\s=>/\"']+)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[A-Za-z0-9.\-]+)(?=\s|$))?")
_TIME_FORMAT = re.compile(r"[rR]|[tTdDwW]*")
_WRITTEN = re.compile(r"(?<![\w/@])(?:/[A-Za-z0-9_]{1,32}(?:@\w+)?(?![\w/])|@\w{3,32}\b)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Formatted:
    """Text as it is shown, and the entities that format it."""

    text: str
    entities: tuple[Json, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _OpenTag:
    name: str
    attributes: dict[str, str]
    offset: int


@dataclass(slots=True, kw_only=True)
class _Reading:
    """How far a source was read, and what it came to so far."""

    source: str
    at: int = 0
    shown: list[str] = field(default_factory=list)
    offset: int = 0
    open_tags: list[_OpenTag] = field(default_factory=list)
    entities: list[Json] = field(default_factory=list)

    def show(self, text: str) -> None:
        self.shown.append(text)
        self.offset += utf16(text)

    @property
    def where(self) -> str:
        return f"at byte offset {len(self.source[: self.at].encode())}"


def utf16(text: str) -> int:
    """Measure text in the units of Telegram's offsets and lengths."""
    return len(text.encode("utf-16-le")) // 2


def cut(text: str, entity: Json) -> str:
    """Return the part of a text that an entity covers."""
    start = 2 * entity["offset"]
    return text.encode("utf-16-le")[start : start + 2 * entity["length"]].decode("utf-16-le", "replace")


def parse_html(source: str) -> Formatted:
    """Parse HTML parse mode; whatever Telegram cannot parse is refused with its sentence."""
    reading = _Reading(source=source)
    while step := _STEP.search(source, reading.at):
        reading.show(source[reading.at : step.start()])
        reading.at = step.start()
        _read_markup(reading)
    reading.show(source[reading.at :])
    if reading.open_tags:
        raise _unparsable(f'Can\'t find end tag corresponding to start tag "{reading.open_tags[-1].name}"')
    return Formatted(text="".join(reading.shown), entities=in_order([_told(entity) for entity in reading.entities]))


def in_order(entities: Sequence[Json]) -> tuple[Json, ...]:
    """Sort entities as Telegram lists them, outer before inner, and drop those above its limit."""
    return tuple(sorted(entities, key=lambda entity: (entity["offset"], -entity["length"]))[:MOST_ENTITIES])


def trimmed(formatted: Formatted) -> Formatted:
    """Drop the space around a text, as Telegram does."""
    text = formatted.text.rstrip()
    first = min((entity["offset"] for entity in formatted.entities), default=len(text))
    lead = min(len(text) - len(text.lstrip(" \n")), first)
    end = utf16(text) - lead
    moved = [{**entity, "offset": entity["offset"] - lead} for entity in formatted.entities]
    clamped = [{**entity, "length": min(entity["length"], end - entity["offset"])} for entity in moved]
    return Formatted(text=text[lead:], entities=tuple(entity for entity in clamped if entity["length"] > 0))


def written_entities(text: str) -> list[Json]:
    """Find the commands and mentions in what a person wrote."""
    return [
        {
            "type": "bot_command" if match[0].startswith("/") else "mention",
            "offset": utf16(text[: match.start()]),
            "length": utf16(match[0]),
        }
        for match in _WRITTEN.finditer(text)
    ]


def is_web_address(url: str) -> bool:
    """Tell whether Telegram would accept a link."""
    try:
        parts = urlsplit(url if "//" in url or ":" in url else f"http://{url}")
    except ValueError:
        return False
    return parts.scheme in {"tg", "ton", "mailto", "tel"} or (
        parts.scheme in {"http", "https"} and "." in (parts.hostname or "").strip(".") and " " not in url
    )


def _told(entity: Json) -> Json:
    """Only a block of code tells its language."""
    return {key: value for key, value in entity.items() if key != "language" or entity["type"] == "pre"}


def _unparsable(reason: str) -> Exception:
    return bad_request(f"can't parse entities: {reason}")


def _read_markup(reading: _Reading) -> None:
    if reading.source[reading.at] == "&":
        _read_reference(reading)
    elif reading.source.startswith("</", reading.at):
        _read_end(reading)
    else:
        _read_start(reading)


def _read_reference(reading: _Reading) -> None:
    match = _REFERENCE.match(reading.source, reading.at)
    if match is None:
        # Telegram itself lets a bare & pass, its documentation does not; here it means that text was not escaped.
        raise _unparsable(f'Character "&" must be escaped {reading.where}')
    reading.show(html.unescape(match[0]))
    reading.at = match.end()


def _read_start(reading: _Reading) -> None:
    match = _START.match(reading.source, reading.at)
    if match is None:
        raise _unparsable(f"Unclosed start tag {reading.where}")
    name = match[1].lower()
    if name not in _TAGS:
        raise _unparsable(f'Unsupported start tag "{name}" {reading.where}')
    attributes = _attributes(match[2], name, reading)
    reading.open_tags.append(_OpenTag(name=name, attributes=attributes, offset=reading.offset))
    reading.at = match.end()


def _attributes(source: str, name: str, reading: _Reading) -> dict[str, str]:
    found: dict[str, str] = {}
    at = 0
    while source[at:].strip():
        match = _ATTRIBUTE.match(source, at)
        if match is None:
            raise _unparsable(f'Empty attribute name in the tag "{name}" {reading.where}')
        found[match[1]] = _unquoted(match[2] or "")
        at = match.end()
    if name == "span" and found.get("class") != "tg-spoiler":
        raise _unparsable(f'Tag "span" must have class "tg-spoiler" {reading.where}')
    return found


def _unquoted(value: str) -> str:
    bare = value[1:-1] if value[:1] in {'"', "'"} else value.lower()
    return _REFERENCE.sub(lambda match: html.unescape(match[0]), bare)


def _read_end(reading: _Reading) -> None:
    if not reading.open_tags:
        raise _unparsable(f"Unexpected end tag {reading.where}")
    match = _END.match(reading.source, reading.at)
    if match is None:
        raise _unparsable(f"Unclosed end tag {reading.where}")
    opened, name = reading.open_tags[-1], match[1].lower()
    if name not in {"", opened.name}:
        raise _unparsable(f'Unmatched end tag {reading.where}, expected "</{opened.name}>", found "</{name}>"')
    reading.open_tags.pop()
    reading.at = match.end()
    if reading.offset > opened.offset:
        _close(reading, opened)


def _close(reading: _Reading, tag: _OpenTag) -> None:
    entity: Json = {"offset": tag.offset, "length": reading.offset - tag.offset}
    if tag.name in _STYLES:
        reading.entities.append({**entity, "type": _STYLES[tag.name]})
    elif tag.name in {"pre", "code"}:
        reading.entities.append({**entity, **_code(reading, tag, entity)})
    elif details := _SPECIAL[tag.name](tag.attributes, cut("".join(reading.shown), entity)):
        reading.entities.append({**entity, **details})


def _code(reading: _Reading, tag: _OpenTag, entity: Json) -> Json:
    """A code tag with a language directly inside a pre tag makes one block of that language."""
    language = tag.attributes.get("class", "").removeprefix("language-")
    if tag.name == "code":
        return {"type": "code", "language": language} if language else {"type": "code"}
    inner = reading.entities[-1] if reading.entities else {}
    if inner.get("type") == "code" and all(inner[key] == entity[key] for key in ("offset", "length")):
        return {**reading.entities.pop(), "type": "pre"}
    return {"type": "pre"}


def _link(attributes: dict[str, str], text: str) -> Json | None:
    url = attributes.get("href") or text
    return {"type": "text_link", "url": url} if is_web_address(url) else None


def _quote(attributes: dict[str, str], _text: str) -> Json:
    return {"type": "expandable_blockquote" if "expandable" in attributes else "blockquote"}


def _emoji(attributes: dict[str, str], _text: str) -> Json:
    number = attributes.get("emoji-id", "")
    if not re.fullmatch(r"[1-9][0-9]{0,18}", number):
        raise bad_request("can't parse entities: Invalid custom emoji identifier specified")
    return {"type": "custom_emoji", "custom_emoji_id": number}


def _moment(attributes: dict[str, str], _text: str) -> Json | None:
    shape, unix = attributes.get("format", ""), attributes.get("unix", "")
    if not _TIME_FORMAT.fullmatch(shape):
        raise bad_request("can't parse entities: Invalid date format used")
    if not re.fullmatch(r"[1-9][0-9]{0,9}", unix):
        return None
    return {"type": "date_time", "unix_time": int(unix), "date_time_format": shape}


_SPECIAL = {"a": _link, "blockquote": _quote, "tg-emoji": _emoji, "tg-time": _moment}
