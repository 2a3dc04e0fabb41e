"""When the bot is to write, said by the lift instead of the clock, or by the hours in which it is to be quiet."""

import datetime as dt
from itertools import pairwise

from bot.language.frames import Items, is_lift
from bot.language.items import Clock, Dated, Days, Duration, Item, PartOfDay
from bot.language.meaning import Meaning, Part, SettingReading
from bot.language.message import Message
from bot.language.values import read_clock_time
from bot.language.whole_sentences import kept_of
from bot.training.runs import RunKind
from bot.training.time import Weekday

_LAST_HOUR = 24
_FIRST_EVENING = 6
_WEEKLY = frozenset({"weekly", "weekly plan", "week's"})
_NIGHT = frozenset({Part.EVENING, Part.TONIGHT})
_ASLEEP = frozenset({"overnight", "sleep", "asleep", "sleeping", "nights", "night"})
_REST_DAYS = ("rest day", "rest days", "days off")
_SIDES = frozenset({"before", "until", "till", "after", "past"})


def about_reminder(items: Items) -> Items:
    """Return what is said of a reminder: the items around the word for it, up to a mark on either side."""
    place = next((index for index, item in enumerate(items) if item.means("action") == "remind"), 0)
    ends = [index for index, item in enumerate(items) if item.is_mark(",;.!\n(")]
    begin = max((end + 1 for end in ends if end < place), default=0)
    return items[begin : next((end for end in ends if end > place), len(items))]


def names_week(said: Items) -> bool:
    """Tell whether the message about the week's plan is meant: "remind me on sundays about my week"."""
    joined = any(_is_of_week(item) and before.means("action") == "mine" for before, item in pairwise(said))
    named = any(_is_of_week(item) and behind.means("action") == "remind" for item, behind in pairwise(said))
    return joined or named or any(item.text in _WEEKLY for item in said)


def _is_of_week(item: Item) -> bool:
    return item.means("span") == "week" or item.text in _WEEKLY


def of_warm_up(said: Items, *, off: bool) -> SettingReading | None:
    """Read the prompt before the lift put off, on or at its minutes: "turn off the warm-up reminder"."""
    if not any(item.means("gym") == "warm_up" or item.text.startswith("warm") for item in said):
        return None
    minutes = next((item.value.minutes for item in said if isinstance(item.value, Duration)), None)
    value = "off" if off else "on" if minutes is None else f"{minutes:.0f}"
    return SettingReading(name="warmup", value=value)


def of_rest_days(said: Items, *, off: bool) -> SettingReading | None:
    """Read the message of days without a lift put on or off: "don't message me on rest days"."""
    named = any(item.means("kind") == RunKind.REST and item.text.endswith(_REST_DAYS) for item in said)
    return SettingReading(name="daily", value="off" if off else "on") if named else None


def of_days(said: Items, value: str) -> SettingReading:
    """Return the reminder at a time, or off, with the days that are named for it; every day is no day of its own."""
    named = next((item.value for item in said if isinstance(item.value, Days)), None)
    days = () if named is None or len(named.days) == len(Weekday) else named.days
    once = any(isinstance(item.value, Dated) for item in said)
    return SettingReading(name="reminder", value=value, days=days, once=once)


def of_week(said: Items, value: str) -> SettingReading:
    """Return the message about the week on the day that is named for it, or off; what is not said stays open."""
    day = next((item.value.days[0].key for item in said if isinstance(item.value, Days)), "")
    return SettingReading(name="week", value=value if value == "off" or not value else f"{day} {value}".strip())


def at_night(said: Items) -> bool:
    """Tell whether the night is named, and none of its hours: "no messages at night", "… while I sleep"."""
    named = any(isinstance(one.value, PartOfDay) and one.value.part in _NIGHT for one in said)
    named = named or any(not _ASLEEP.isdisjoint(one.text.split()) for one in said)
    return named and not any(isinstance(one.value, Clock) or _is_hour(one) for one in said)


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
