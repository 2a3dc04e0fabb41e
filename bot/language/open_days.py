"""The days on which lifting is possible: "gym only open mon wed fri", "i can only get to the gym on weekends"."""

import re

from bot.language.held import any_value
from bot.language.items import Clock, Days, Item
from bot.language.meaning import Meaning, SettingReading
from bot.language.message import Message, needs
from bot.training.time import Weekday

_GYM = r"(?:my |the |our )?(?:\w+ )?(?:gym|weights? room)"
_OPENING = re.compile(
    rf"(?:{_GYM}(?:'s| is)?(?: only| just)? opens?(?: only| just)?|{_GYM}(?:'s| is) (?:only|just) open"
    r"|i can (?:only|just) (?:lift|deadlift|(?:get|go|make it) to the gym)"
    r"|i (?:only|just) (?:have|get) (?:gym access|the gym|gym|gym time))(?: on)? (?=\w)",
    re.IGNORECASE,
)
_SMALL = frozenset({"only", "on", "just", "and", "&", "the"})


@needs(Days)
def read_open_days(message: Message) -> tuple[Meaning, ...]:
    """Read on which weekdays one can lift; a time beside them fixes lifts, and a day that is dated is none of these."""
    opening = _OPENING.match(message.text)
    behind = [] if opening is None else [item for item in message.items if item.end > opening.end()]
    if not behind or any_value(behind, Clock) or not all(map(_belongs, behind)):
        return ()
    days = {day for item in behind if isinstance(item.value, Days) for day in item.value.days}
    named = " ".join(day.key for day in Weekday if day in days)
    return (SettingReading(name="days", value=named),) if days else ()


def _belongs(item: Item) -> bool:
    days = isinstance(item.value, Days) and item.value.week is None
    return days or item.text in _SMALL or item.is_mark(",.!") or item.is_word("and")
