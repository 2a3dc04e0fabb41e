"""What people say around the name of a place: "hello, I am from Lisboa", "im in Austin TX btw"."""

import re
from typing import Final

_LEADS: Final = re.compile(
    r"\A(?:(?:hi|hello|hey|hiya|howdy|good (?:morning|evening|afternoon)|ok|well|so|um|oh|ah|yes|yeah|and|the)\b"
    r"[\s,.!:-]*)*"
    r"(?:(?:i['\u2019]?m|i|we['\u2019]?re|we|am|are|it['\u2019]?s|it|is|my|city|town|home|place|location|currently|now"
    r"|just|live|living|lives|based|located|staying|reside|moved)\b[\s,:-]*)*"
    r"(?:(?:in|from|near|at|to|around|outside of|outside|close to|by|over in|up in|down in)\s+)?",
    re.IGNORECASE,
)
_TAILS: Final = re.compile(
    r"[\s,.!]+(?:area|btw|now|currently|atm|please|pls|thanks|thank you|mate|bro|here|originally|at the moment"
    r"|right now|time|timezone|time zone)[\s.!]*$|[\s.!]+$",
    re.IGNORECASE,
)


_INSIDE: Final = re.compile(r"\b(?:from|living in|live in|based in|near|in|at)\s+(\w.*)\Z", re.IGNORECASE | re.DOTALL)


def place_said(text: str) -> str:
    """Return the name of a place without the words of a sentence around it."""
    return _LEADS.sub("", _TAILS.sub("", text))


def place_inside(text: str) -> str:
    """Return what stands behind "from" or "in" in the middle of a sentence ("I'm Sarah from Leeds"); else nothing."""
    found = _INSIDE.search(_TAILS.sub("", text))
    return found[1] if found else ""
