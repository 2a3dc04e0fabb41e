"""When the bot is to write, said by the lift instead of the clock, or by the hours in which it is to be quiet."""

import datetime as dt
from itertools import pairwise

from bot.language.frames import Items, is_lift
from bot.language.items import Clock, Duration, Item
from bot.language.meaning import Meaning, SettingReading
from bot.language.message import Message
from bot.language.values import read_clock_time
from bot.language.whole_sentences import kept_of

_LAST_HOUR = 24
_FIRST_EVENING = 6
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


def read_quiet_hours(message: Message) -> tuple[Meaning, ...]:
    """Read "quiet hours from 22 to 7", which are from the evening to the morning where no half of the day is said."""
    said = kept_of("quiet_hours", message.text, message.vocabulary, message.items)
    if said is None:
        return ()
    begin, end = (read_clock_time(said[name], vocabulary=message.vocabulary) for name in ("begin", "end"))
    if not isinstance(begin, dt.time) or not isinstance(end, dt.time) or begin == end:
        return ()
    sure = any(half in said[name].lower() for name in said for half in ("am", "pm", ":"))
    if not sure:
        begin, end = _in_half(begin, evening=True), _in_half(end, evening=False)
    return (SettingReading(name="quiet", value=f"{begin:%H:%M}-{end:%H:%M}"),)


def quiet_night(items: Items) -> SettingReading | None:
    """Read "no messages between ten at night and seven": from the evening to the morning, where no half is said."""
    clocks = [item.value for item in items if isinstance(item.value, Clock)]
    ends = [(one.time, one.until) for one in clocks if one.until is not None]
    if len(clocks) == 2 and not ends:  # noqa: PLR2004  # where it begins, and where it ends
        ends = [(clocks[0].time, clocks[1].time)]
    if len(ends) != 1 or len(clocks) > 2 or ends[0][1] is None:  # noqa: PLR2004
        return None
    begin, end = (_in_half(ends[0][0], evening=True), _in_half(ends[0][1], evening=False))
    return SettingReading(name="quiet", value=f"{begin:%H:%M}-{end:%H:%M}") if begin > end else None


def _in_half(time: dt.time, *, evening: bool) -> dt.time:
    """Return a time in the evening, or in the morning, where its hour may be either."""
    half = dt.time.max.hour // 2 + 1
    if evening:
        return time.replace(hour=time.hour + half) if _FIRST_EVENING <= time.hour < half else time
    return time.replace(hour=time.hour - half) if time.hour >= half + _FIRST_EVENING else time


def quiet_hours(text: str, items: Items) -> SettingReading | None:
    """Read "don't message me before 8": it says one end of the quiet hours, and their setting asks for both."""
    for side, hour in pairwise(items):
        if side.text in _SIDES and (isinstance(hour.value, Clock) or _is_hour(hour)):
            return SettingReading(name="quiet", value=text[side.start : hour.end])
    return None


def _is_hour(item: Item) -> bool:
    return item.number is not None and 0 <= item.number <= _LAST_HOUR
