"""A card that is wanted in words: "picture", "send me the picture", "share this", "share my week"."""

import re
from dataclasses import dataclass

from bot.language.text import normalise

_LONGEST = 80
_LEAD = re.compile(
    r"(?:(?:ok(?:ay)?|please|pls|hey|can|could|would|you|u|i|may|want to|i'?d like to|let me|how do|how can|and|also)\b"
    r"[ ,]*)+"
)
_TAIL = re.compile(r"(?:[ ,]+(?:please|pls|thanks|thank you|now|again))+$")
_OF = (
    r"(?:(?: (?:of|for|with))?(?: (?:it|that|this|me|my|the|a|an|card|picture|image|verdict))*"
    r"(?: (?P<what>today|day|week|progress))?)"
)
_TO = r"(?: (?:with|to|on) .{1,40})?"
_PICTURE = re.compile(
    r"(?:(?:send|show|give|get|have|see|want|make|download|save)(?: me)? )?(?:(?:that|this|it) )?(?:as )?"
    rf"(?:(?P<article>a|an) |(?:the|that|this|my|today's|my week's) )?(?:picture|pic|card|image|photo|graphic){_OF}"
)
_SHARE = re.compile(rf"(?:share|forward)(?: (?:it|that|this))?{_OF}{_TO}|send (?:this|that|it) to .{{1,40}}")


@dataclass(frozen=True, slots=True, kw_only=True)
class CardOrder:
    """A card that is wanted: to be `shared`, or only seen. `what` is today, week, progress, or "" for the last one.

    `any_one` is "a picture": it may be a drawing where no card was shown.
    """

    shared: bool
    what: str = ""
    any_one: bool = False


def read_card_order(text: str) -> CardOrder | None:
    """Read which card is wanted; None for any other text."""
    typed = normalise(text).lower().strip(" .!?\n")
    if len(typed) > _LONGEST:
        return None
    lead = _LEAD.match(typed)
    bare = _TAIL.sub("", typed[lead.end() :] if lead else typed)
    if said := _SHARE.fullmatch(bare):
        return CardOrder(shared=True, what=_what(said["what"]))
    if said := _PICTURE.fullmatch(bare):
        return CardOrder(shared=False, what=_what(said["what"]), any_one=said["article"] is not None)
    return None


def _what(word: str | None) -> str:
    return "today" if word == "day" else word or ""
