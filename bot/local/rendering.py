"""Messages as text for a terminal."""

import unicodedata

from bot.local.entities import cut, utf16
from bot.local.refusals import Json
from bot.local.shown import ShownMessage

_RESET = "\x1b[0m"
_STYLES = {
    "bold": "\x1b[1m",
    "italic": "\x1b[3m",
    "underline": "\x1b[4m",
    "strikethrough": "\x1b[9m",
    "text_link": "\x1b[4m",
    "code": "\x1b[36m",
    "pre": "\x1b[36m",
    "spoiler": "\x1b[2m",
}
_QUOTES = frozenset({"blockquote", "expandable_blockquote"})
_KEPT = frozenset("\n\t")
# They reorder or hide what stands around them, so that a terminal could show something else than was said.
_DECEIVING = frozenset("\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def clean(text: str) -> str:
    """Drop what could steer a terminal."""
    return "".join(character for character in text if _is_harmless(character))


def rendered(message: ShownMessage, *, colour: bool) -> str:
    """Return a message's text, with its formatting if the terminal shows colour, with links and quotes in any case."""
    added = _additions(message)
    pieces: list[str] = []
    at, style = 0, ""
    for character in [*message.text, ""]:
        wanted = _style(message.entities, at) if colour else ""
        if wanted != style:
            pieces.append(_RESET + wanted)
            style = wanted
        pieces.append(added.get(at, "") + clean(character))
        at += utf16(character)
    return "".join(pieces)


def _is_harmless(character: str) -> bool:
    if character in _KEPT:
        return True
    return character not in _DECEIVING and unicodedata.category(character) not in {"Cc", "Cs"}


def _style(entities: list[Json], at: int) -> str:
    return "".join(
        _STYLES.get(entity["type"], "") for entity in entities if 0 <= at - entity["offset"] < entity["length"]
    )


def _additions(message: ShownMessage) -> dict[int, str]:
    """Say what formatting alone would not show, by the place it belongs to."""
    added: dict[int, str] = {}
    for entity in message.entities:
        start, covered = entity["offset"], cut(message.text, entity)
        if entity["type"] == "text_link" and entity["url"] != covered:
            end = start + entity["length"]
            added[end] = added.get(end, "") + f" ({clean(entity['url'])})"
        elif entity["type"] in _QUOTES:
            lines = [start, *(start + utf16(covered[: i + 1]) for i, c in enumerate(covered[:-1]) if c == "\n")]
            added.update({at: "│ " + added.get(at, "") for at in lines})
    return added
