"""Single values as settings take them: times, days, spans, minutes, how long somebody has trained."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from bot.language.clocks import as_text, other_half
from bot.language.experience import is_about_experience, start_of
from bot.language.frames import Items
from bot.language.held import any_means, any_value
from bot.language.items import Clock, Context, Days, Doubtful, Duration, Item, PartOfDay, Word
from bot.language.meaning import Doubt, ExperienceReading, FixedLiftsReading, Part, Unread
from bot.language.runs import settled
from bot.language.scan import scan
from bot.language.text import normalise, own_words, too_long
from bot.language.vocabulary import REPORTING, Vocabulary
from bot.training.lifts import FixedLift
from bot.training.time import Weekday

# Times, weekdays and spans do not depend on the day; a reading that needs "today" takes it.
_ANY_DAY = dt.date(2024, 1, 1)
_NEW_BELOW = dt.timedelta(weeks=8)
_LONGEST_YEARS = 90
_HOURS_IN_DAY = 24
_NOON = dt.time(12)
_LAST_HOUR = 23
_MOST_TIMES = 6
_LEADS = ("and", "at", "around", "in", "midnight", "on", "to")


def read_clock_time(text: str, *, vocabulary: Vocabulary) -> dt.time | Unread:
    """Read one time of day: "6:30", "6.30am", "18h", "7pm", "7", "noon". Hours in digits count from 0 to 23.

    A spoken hour without am or pm ("half past six") is Unread with both times as options. Words left over ("5 years")
    make it no time. No text raises.
    """
    items, context = _items(text, vocabulary)
    found = tuple(_times(items, context, as_written=True))
    if len(found) == 1 and _only_times(items):
        return found[0]
    return Unread(text=own_words(text), doubt=Doubt.TIME)


def clock_time_in(text: str, *, vocabulary: Vocabulary) -> dt.time | Unread:
    """Read the one time of day that a sentence names ("remind me at 6:30 please"). No text raises."""
    items, context = _items(text, vocabulary)
    found = tuple(_times(items, context, as_written=True))
    return found[0] if len(found) == 1 else Unread(text=own_words(text), doubt=Doubt.TIME)


def read_times(text: str, *, vocabulary: Vocabulary) -> tuple[dt.time, ...] | Unread:
    """Read a list of times ("07:00 12:00 18:00"), each once, earliest first; words left over make it no list.

    More than six different times are Unread (VALUE). No text raises.
    """
    items, context = _items(text, vocabulary)
    found = tuple(_times(items, context, as_written=True))
    doubt = next((time for time in found if isinstance(time, Unread)), None)
    if doubt is not None or not found or not _only_times(items):
        return doubt or Unread(text=own_words(text), doubt=Doubt.TIME)
    times = tuple(sorted({time for time in found if isinstance(time, dt.time)}))
    return times if len(times) <= _MOST_TIMES else Unread(text=own_words(text), doubt=Doubt.VALUE)


def read_span(text: str, *, vocabulary: Vocabulary) -> tuple[dt.time, dt.time] | Unread:
    """Read a span of the day, start to end ("22:00-06:00", "10pm to 6am"); both ends must differ. No text raises."""
    cut = normalise(text).lower().replace(" until ", "-").replace(" till ", "-").replace(" to ", "-").split("-")
    ends = [read_clock_time(end, vocabulary=vocabulary) for end in cut[:3]]
    times = [end for end in ends if isinstance(end, dt.time)]
    if len(ends) != 2 or len(times) != 2 or times[0] == times[1]:  # noqa: PLR2004 - a span has two ends
        doubt = next((end for end in ends if isinstance(end, Unread) and end.doubt is Doubt.AM_OR_PM), None)
        return doubt or Unread(text=own_words(text), doubt=Doubt.TIME)
    return times[0], times[1]


def read_days(text: str, *, vocabulary: Vocabulary) -> tuple[Weekday, ...] | Unread:
    """Read weekdays ("mon wed fri", "Mon-Fri", "every day except sunday"), in the order of the week. No text raises."""
    items, _ = _items(text, vocabulary)
    unknown = any(not isinstance(item.value, Days) and _matters(item) for item in items)
    days = {day for item in items if isinstance(item.value, Days) for day in item.value.days}
    if unknown or not days:
        return Unread(text=own_words(text), doubt=Doubt.DAY)
    return tuple(sorted(days))


def read_minutes(text: str, *, vocabulary: Vocabulary) -> float | Unread:
    """Read a number of minutes ("45", "45 min before", "half an hour", "1h30"), 0 to 1440, and nothing else.

    No text raises.
    """
    items, _ = _items(text, vocabulary)
    known = [item.value.minutes for item in items if isinstance(item.value, Duration)]
    known += [float(item.number) for item in items if item.number is not None]
    minutes_alone = all(isinstance(item.value, Duration) or _is_count_frame(item) for item in items)
    if len(known) != 1 or not minutes_alone or known[0] > _HOURS_IN_DAY * 60:
        return Unread(text=own_words(text), doubt=Doubt.VALUE)
    return known[0]


def read_experience(text: str, *, today: dt.date, vocabulary: Vocabulary) -> ExperienceReading | Unread:
    """Read how long somebody has trained: "3 years", "5 weeks", "new", "since 2019", "a couple of months".

    New is less than 8 weeks; "new" alone counts from today. A start in the future or over 90 years ago is Unread.
    No text raises.
    """
    if too_long(text):
        return Unread(text=own_words(text), doubt=Doubt.TOO_LONG)
    context = Context(text=normalise(text), today=today, past=True)
    items = scan(context, vocabulary)
    since = start_of(items, today) if is_about_experience(items) else None
    if since is None or not today - dt.timedelta(days=_LONGEST_YEARS * 365) <= since <= today:
        return Unread(text=own_words(text), doubt=Doubt.VALUE)
    return ExperienceReading(since=since, is_new=today - since < _NEW_BELOW)


def read_fixed_lifts(text: str, *, vocabulary: Vocabulary) -> FixedLiftsReading | Unread:
    """Read lift times as `/lifts` takes them: "tue 18:00, fri 07:00", or "auto". Every day needs a time (TIME).

    A time said once after several days is each one's. No text raises.
    """
    items, context = _items(text, vocabulary)
    if any_means(items, "word", "auto") and not any_value(items, Days):
        return FixedLiftsReading(auto=True)
    lifts: set[tuple[Weekday, dt.time]] = set()
    for days, timed in _timed(items):
        times = tuple(_times(timed, context, as_written=False))
        doubt = next((time for time in times if isinstance(time, Unread)), None)
        if doubt is not None or not times:
            said = own_words(context.text[days[0].start : days[-1].end])
            return doubt or Unread(text=said, doubt=Doubt.TIME)
        lifts |= {
            (day, time) for item in days for day in _weekdays(item) for time in times if isinstance(time, dt.time)
        }
    if not lifts:
        return Unread(text=own_words(context.text), doubt=Doubt.DAY)
    return FixedLiftsReading(lifts=tuple(FixedLift(weekday=day, time=time) for day, time in sorted(lifts)))


def _timed(items: Items) -> Iterator[tuple[Items, Items]]:
    """Yield each run of days with the items that follow it, up to the next day that comes after a time."""
    days: list[Item] = []
    timed: list[Item] = []
    before = [item for item in items[: _first_day(items)] if isinstance(item.value, Clock | PartOfDay)]
    for item in items:
        if isinstance(item.value, Days):
            if days and (any_value(timed, Clock, Doubtful)):
                yield tuple(days), tuple(timed)
                days, timed = [], []
            days.append(item)
        elif days:
            timed.append(item)
    if days:
        yield tuple(days), tuple(timed or before) if _has_clock(timed) else (*before, *timed)


def _has_clock(items: list[Item]) -> bool:
    return any_value(items, Clock, Doubtful)


def _first_day(items: Items) -> int:
    return next((index for index, item in enumerate(items) if isinstance(item.value, Days)), len(items))


def _weekdays(item: Item) -> tuple[Weekday, ...]:
    return item.value.days if isinstance(item.value, Days) else ()


def _items(text: str, vocabulary: Vocabulary) -> tuple[Items, Context]:
    context = Context(text="" if too_long(text) else normalise(text), today=_ANY_DAY, short=True)
    return scan(context, vocabulary), context


def _matters(item: Item) -> bool:
    if not isinstance(item.value, Word) or item.number is not None or item.is_word("no", "ago"):
        return True
    return item.value.token.is_name and not item.means("filler") and not item.is_word("and")


def _only_times(items: Items) -> bool:
    """Tell whether nothing but times and the words that lead to them is said; a stretch is no time."""
    return all(_is_time(item) or _is_frame(item) for item in items)


def _is_time(item: Item) -> bool:
    if isinstance(item.value, Clock):
        return item.value.until is None
    return isinstance(item.value, Doubtful | Duration | PartOfDay)


def _is_count_frame(item: Item) -> bool:
    return _is_frame(item) or item.is_word("before") or item.means("lift") is not None


def _is_frame(item: Item) -> bool:
    """Tell whether an item is a number, a joint or a word that says nothing more."""
    if not isinstance(item.value, Word):
        return False
    if item.number is not None or item.is_mark(",;/&+.!()|\n\t") or item.is_word(*_LEADS):
        return True
    more = set(item.value.token.senses) - {"filler", "plain", *REPORTING}
    return item.means("filler") is not None and (not more or item.means("action") == "mine")


def _times(items: Items, context: Context, *, as_written: bool) -> Iterator[dt.time | Unread]:
    """Yield the times in the items; `as_written` takes a lone "7" for 07:00 without asking for am or pm."""
    part = next((item.value.part for item in items if isinstance(item.value, PartOfDay)), None)
    clocked = any_value(items, Clock)
    for item in items:
        said = own_words(context.text[item.start : item.end])
        if isinstance(item.value, Doubtful):
            yield item.value.unread
        elif clock := _clock(item, context, alone=as_written or not clocked):
            digits = as_written and not clock.spoken and any(char.isdecimal() for char in said)
            yield _sure(replace(settled(clock, part), sure=True) if digits else settled(clock, part), said)
        elif item.number is not None:
            yield Unread(text=said, doubt=Doubt.TIME)


def _clock(item: Item, context: Context, *, alone: bool) -> Clock | None:
    if isinstance(item.value, Clock):
        return item.value
    if isinstance(item.value, Duration) and (time := _colon_time(item, context)):
        return Clock(time=time, padded=False)
    if isinstance(item.value, PartOfDay) and item.value.part is Part.NOON and alone:
        return Clock(time=_NOON)
    if item.is_word("midnight"):
        return Clock(time=dt.time(0))
    if isinstance(item.value, Word) and item.number is not None and item.number <= _LAST_HOUR:
        return Clock(time=dt.time(item.number), sure=item.number > _NOON.hour, padded=item.number > _NOON.hour)
    return None


def _sure(clock: Clock, said: str) -> dt.time | Unread:
    if clock.sure or clock.time.hour in {0, _NOON.hour}:
        # Nobody means half past midnight.
        return clock.time.replace(hour=_NOON.hour) if not clock.sure else clock.time
    options = tuple(sorted((as_text(clock.time), as_text(other_half(clock.time)))))
    return Unread(text=said, doubt=Doubt.AM_OR_PM, options=options)


def _colon_time(item: Item, context: Context) -> dt.time | None:
    """Return "1:30" or "6h" as a time where only a time is asked for, not a duration."""
    said = context.text[item.start : item.end]
    hour, colon, minute = said.partition(":")
    if not colon:
        hour, minute = said.rstrip("hH "), "0"
        if said.lower() != f"{hour}h":
            return None
    if hour.isdecimal() and minute.isdecimal() and int(hour) <= _LAST_HOUR and int(minute) < 60:  # noqa: PLR2004 - minutes
        return dt.time(int(hour), int(minute))
    return None
