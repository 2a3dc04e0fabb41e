"""When the bot is to write, said by the lift instead of the clock, or by the hours in which it is to be quiet."""

from itertools import pairwise

from bot.language.frames import Items, is_lift
from bot.language.items import Clock, Duration, Item
from bot.language.meaning import SettingReading

_LAST_HOUR = 24
_SIDES = frozenset({"before", "until", "till", "after", "past"})


def prompt_before_lift(items: Items) -> SettingReading | None:
    """Read "remind me an hour before I lift" as the warm-up prompt, which comes that long before the lift."""
    for index, (item, side) in enumerate(pairwise(items)):
        behind = [one for one in items[index + 2 :] if one.text not in {"my", "the", "each", "every", "a"}]
        lifts = not behind or is_lift(behind[0]) or behind[0].means("lift") is not None
        lifts = lifts or behind[0].means("gym") == "session"
        if isinstance(item.value, Duration) and side.text == "before" and lifts:
            return SettingReading(name="warmup", value=f"{item.value.minutes:.0f}")
    return None


def quiet_hours(text: str, items: Items) -> SettingReading | None:
    """Read "don't message me before 8": it says one end of the quiet hours, and their setting asks for both."""
    for side, hour in pairwise(items):
        if side.text in _SIDES and (isinstance(hour.value, Clock) or _is_hour(hour)):
            return SettingReading(name="quiet", value=text[side.start : hour.end])
    return None


def _is_hour(item: Item) -> bool:
    return item.number is not None and 0 <= item.number <= _LAST_HOUR
