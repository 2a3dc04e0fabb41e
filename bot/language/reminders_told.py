"""Which of the bot's messages is wanted, when, or no more: "remind me at 6:30", "turn off the warm-up reminder"."""

import datetime as dt

from bot.language.clocks import as_text
from bot.language.frames import Items
from bot.language.held import any_means, any_text, any_value
from bot.language.items import Clock
from bot.language.meaning import SettingReading, Unread
from bot.language.reminder_words import (
    about_reminder,
    at_night,
    names_week,
    of_days,
    of_rest_days,
    of_warm_up,
    of_week,
    prompt_before_lift,
    quiet_hours,
    quiet_night,
)
from bot.language.values import clock_time_in
from bot.language.vocabulary import Vocabulary

OFF = frozenset({"off", "no", "stop", "cancel", "don't", "dont", "disable", "without", "no more", "no longer"}) | {
    *("no messages", "no notifications", "no pings"),
}
OLD = frozenset({"instead of", "rather than", "not", "in place of"})
_ERRANDS = frozenset({"about", "of", "what", "why", "how", "that", "when", "who", "where", "again"})


def is_errand(items: Items) -> bool:
    """Tell whether a reminder of something else is wanted: "remind me to buy milk at 6", "remind me about friday"."""
    place = next(index for index, item in enumerate(items) if item.means("action") == "remind")
    joint, what = items[place + 1 : place + 2], items[place + 2 : place + 3]
    end = next((at for at in range(place, len(items)) if items[at].is_mark(",;.!\n")), len(items))
    others = any(item.means("unsure") == "others" or item.text == "phone" for item in items[:end])
    if others or any_text(joint, _ERRANDS):
        return True
    leads = any_means(joint, "word", "to")
    return leads and not any(item.means("lift") or isinstance(item.value, Clock) or item.number for item in what)


def names_weekly_plan(items: Items) -> bool:
    """Tell whether the message about the week is meant, at a time: "remind me about my week every friday at 6pm"."""
    return names_week(about_reminder(items)) and any_value(items, Clock)


def read_reminder(text: str, items: Items, vocabulary: Vocabulary) -> SettingReading | Unread:
    """Read which of the bot's messages is wanted, when, or no more; a time that may be two is Unread."""
    said = about_reminder(items)
    off = any_text(said, OFF) or any_means(said, "word", "no")
    denied = off or any_text(items, OFF) or any_means(items, "word", "no")
    if (warm_up := of_warm_up(said, off=off)) is not None:
        return warm_up
    if (daily := of_rest_days(said, off=off)) is not None:
        return daily
    if denied and (night := quiet_night(items)) is not None:
        return night
    if denied and at_night(said):
        return SettingReading(name="quiet", value="")
    if any_text(items, OFF):
        return quiet_hours(text, items) or _put_off(text, items, vocabulary)
    return prompt_before_lift(items) or _at_time(text, items, vocabulary)


def _put_off(text: str, items: Items, vocabulary: Vocabulary) -> SettingReading | Unread:
    wanted = _wanted_instead(text, items, vocabulary)
    if isinstance(wanted, Unread) and wanted.options:
        return wanted
    said = about_reminder(items)
    if isinstance(wanted, dt.time):
        return SettingReading(name="reminder", value=as_text(wanted))
    return of_week(said, "off") if names_week(said) else of_days(said, "off")


def _at_time(text: str, items: Items, vocabulary: Vocabulary) -> SettingReading | Unread:
    said = about_reminder(items)
    old = next((item.start for item in items if item.text in OLD), len(text))
    time = clock_time_in(text[:old], vocabulary=vocabulary)
    if not isinstance(time, dt.time):
        return SettingReading(name="week", value="") if names_week(said) and not time.options else time
    return of_week(said, as_text(time)) if names_week(said) else of_days(said, as_text(time))


def _wanted_instead(text: str, items: Items, vocabulary: Vocabulary) -> dt.time | Unread | None:
    """Return the time of "stop pinging me in the morning, 8pm suits me better": one behind a mark, without "stop"."""
    mark = next((index for index, item in enumerate(items) if item.is_mark(",.;!\n")), None)
    behind = () if mark is None else items[mark + 1 :]
    if not behind or any_text(behind, OFF):
        return None
    if not any(isinstance(item.value, Clock) or item.text.isdecimal() for item in behind):
        # "The evening one is enough".
        return None
    return clock_time_in(text[behind[0].start : behind[-1].end], vocabulary=vocabulary)
