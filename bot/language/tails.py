"""What is said once for several days, taken out of their text: "all at 7am", "6:30 pm except Sat 8 am"."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from bot.language.frames import BARE_HOURS, COPULAS, Items, is_day, is_filler, is_time
from bot.language.held import any_item, any_text, any_value
from bot.language.items import Clock, Days, Item, OtherDays, PartOfDay, line_end
from bot.language.kinds_of_days import kinds_of_days, place_of_kinds
from bot.language.last_words import time_of_sentence
from bot.language.some_days import (
    ALL,
    BECAUSE,
    ENDS,
    LEAST_OF_SOME,
    UNIVERSAL,
    Tail,
    ends_chunk,
    is_frame,
    sort_of,
    tail_of_some,
    time_of_kind,
    time_of_part,
    time_of_some,
    weekdays_of,
)
from bot.language.times_of_days import times_of_days
from bot.training.time import Weekday

_OF_SENTENCE = frozenset({"both", "each"})
_FIRST_SURE_HOUR = 8
_NOON = 12
_AFTER_DAY = ":-="
_WHILE = frozenset({"when", "once", "while", "whilst", "as soon as", "until", "till", "til"})


def without_tails(items: Items) -> tuple[Items, tuple[Tail, ...]]:
    """Take what is said for all days out of a text, so that it is not the last day's alone."""
    if not any_item(items, is_day):
        return items, ()
    kept: list[Item] = []
    tails: list[Tail] = []
    index = 0
    told = place_of_kinds(items)
    days = named = False
    while index < len(items):
        if found := _tail_at(items, index, told, named=named):
            more, after = found
            tails += more
            if after < len(items) and items[after].is_mark(":"):
                kept = kept[: _begin_of_head(kept)]
            if kept and kept[-1].is_mark(".") and after < len(items):
                # A sentence for all days ends the list of days before it.
                kept.append(line_end(kept[-1].end))
            index = after
            continue
        kept.append(items[index])
        days = days or is_day(items[index])
        named = named or (days and items[index].is_mark(".;\n"))
        index += 1
    # What is said of some days comes before what is said of all.
    return tuple(kept), tuple(sorted(tails, key=lambda tail: (tail.kind is None, len(tail.only))))


def _begin_of_head(kept: list[Item]) -> int:
    """Return where what stands before the days and time of a head begins: "PT mon wed fri 0600: mon easy"."""
    begin = next((at for at in range(len(kept), 0, -1) if kept[at - 1].is_mark(".,;!\n")), 0)
    return len(kept) if any(map(is_day, kept[begin:])) else begin


def _tail_at(items: Items, index: int, kinds: int, *, named: bool) -> tuple[tuple[Tail, ...], int] | None:
    """Read what begins here and is said of several days.

    `kinds` is where their kinds are told: before it stand the days themselves, until a sentence has `named` some.
    """
    both = kinds_of_days(items, index) if index == kinds else None
    both = both or (times_of_days(items, index) if named or index > kinds or _opens_places(items, index) else None)
    if both:
        return both
    if (
        found := tail_of_some(items, index)
        or time_of_some(items, index)
        or time_of_part(items, index)
        or time_of_kind(items, index)
    ):
        return (found[0],), found[1]
    values, after = _said_of_all(items, index)
    if not values:
        values, after = time_of_sentence(items, index)
    if not values:
        return None
    but: frozenset[Weekday] = frozenset()
    excepts = after < len(items) and items[after].is_word("all_days_but")
    if excepts and (days := _days_at(items, after + 1)):
        but, after = days, after + 1
    elif after + 2 < len(items) and items[after].is_mark(",") and isinstance(items[after + 2].value, Clock):
        but = _days_at(items, after + 1)
    start = items[index].start
    only = _of_sentence(items, index) if items[index].text in _OF_SENTENCE else frozenset(Weekday)
    own, after = _time_behind(items, after, values) if excepts and but else ((), after)
    if excepts and but and not own and _is_named_again(items, after):
        after += 1
    excepted = (Tail(items=own, start=start, only=but),) if own else ()
    return (Tail(items=values, start=start, but=but, only=only), *excepted), after


def _opens_places(items: Items, index: int) -> bool:
    """Tell whether days go on to be told by their place behind a comma: "…, the first two at 6:30pm"."""
    behind = items[index + (items[index].text == "the") :]
    return index > 0 and items[index - 1].is_mark(",") and behind[0].text == "first" and len(behind) > 1


def _of_sentence(items: Items, index: int) -> frozenset[Weekday]:
    """Return the days that "both" and "each" speak of: those of their sentence, all of the week when it has none."""
    begin = next((at for at in range(index, 0, -1) if items[at - 1].is_mark(".;\n")), 0)
    days = {day for item in items[begin:index] for day in weekdays_of(item)}
    return frozenset(days or Weekday)


def _is_named_again(items: Items, index: int) -> bool:
    """Tell whether an excepted day is only named here, and told of elsewhere."""
    days = weekdays_of(items[index])
    alone = index + 1 == len(items) or items[index + 1].is_mark(".,;\n!)")
    return alone and any(days <= weekdays_of(item) for place, item in enumerate(items) if place != index)


def _said_of_all(items: Items, index: int) -> tuple[Items, int]:
    """Return what is said here of all days, and the index behind it."""
    said = items[index].text
    # "All in 12 km" is a sum, "all in the morning" is none.
    named = said in ALL or (said == "all in" and any_text(items[index + 1 : index + 2], ("the",)))
    named = named and not (_is_behind_day(items, index) or _is_of_the_others(items, index))
    if not named:
        return _time_of_all(items, index)
    values, after = _values(items, index + named)
    return (values, after) if values else _time_of_all(items, index)


def _is_of_the_others(items: Items, index: int) -> bool:
    """Tell whether "all" speaks of the days that are left: "rest of them all easy"."""
    return index > 0 and isinstance(items[index - 1].value, OtherDays)


def _time_behind(items: Items, index: int, of_all: Items) -> tuple[Items, int]:
    """Return the time of the days that are excepted, from their names on: "apart from sat which is 8"."""
    end = next((place for place in range(index + 1, len(items)) if ends_chunk(items[place])), len(items))
    why = next((place for place in range(index + 1, end) if items[place].text in BECAUSE), end)
    said = tuple(item for item in items[index + 1 : why] if not (is_filler(item) or _leads_on(item)))
    if len(said) != 1:
        return (), index
    hour = said[0].number
    if isinstance(said[0].value, Clock):
        return said, end
    if hour is None or hour not in BARE_HOURS or items[why - 1].number != hour:
        return (), index
    early = any(isinstance(item.value, Clock) and item.value.padded and item.value.time.hour < _NOON for item in of_all)
    clock = Clock(time=dt.time(hour), sure=early or hour >= _FIRST_SURE_HOUR, padded=False)
    return (replace(said[0], value=clock),), end


def _leads_on(item: Item) -> bool:
    """Tell whether a word only leads from an excepted day to its time: "except sunday when I go at 8"."""
    return item.is_word("it") or item.text in {"when", "where", "then"}


def _time_of_all(items: Items, index: int) -> tuple[Items, int]:
    """Read "8:30 for all", "every one at 6.30am" and "6am each time" in a part of a sentence of their own."""
    if index == 0 or not (items[index - 1].is_mark(",.;!(-\n") or items[index - 1].is_word("and")):
        return (), index
    end = _behind_times(items, index)
    chunk = items[index:end]
    times = tuple(filter(is_time, chunk))
    clocks = sum(isinstance(item.value, Clock) for item in times)
    if not times or clocks > 1 or not all(is_time(item) or is_frame(item) or item.is_mark(",") for item in chunk):
        return (), index
    universal = any_text(chunk, UNIVERSAL)
    return (times, end) if universal else ((), index)


def _behind_times(items: Items, index: int) -> int:
    """Return where a part of a sentence ends, with the time that tells a part of the day: "Mornings, half 6 ish"."""
    end = _end_of_part(items, index)
    alone = all(map(is_time, items[index:end])) and end < len(items) and items[end].is_mark(",")
    more = _end_of_part(items, end + 1) if alone else end
    return more if all(is_time(item) or item.is_word("ish") for item in items[end + 1 : more]) else end


def _end_of_part(items: Items, index: int) -> int:
    return next((place for place in range(index, len(items)) if _ends_part(items[place])), len(items))


def _ends_part(item: Item) -> bool:
    return item.is_mark(ENDS) or item.is_mark(",!-") or is_day(item) or item.is_word("all_days_but")


def _is_behind_day(items: Items, index: int) -> bool:
    """Tell whether "all" belongs to one day's own words: "Tue: all easy"; "tue, thu and sun all at 7" does not."""
    before = index - 1
    if any(map(is_time, items[index + 1 : index + 2])) and is_day(items[before]):
        return len(_of_sentence(items, index)) < LEAST_OF_SOME
    while before >= 0 and (items[before].is_mark(_AFTER_DAY) or items[before].text in COPULAS):
        before -= 1
    return before >= 0 and is_day(items[before])


def _days_at(items: Items, index: int) -> frozenset[Weekday]:
    value = items[index].value if index < len(items) else None
    return frozenset(value.days) if isinstance(value, Days) else frozenset()


def _values(items: Items, start: int) -> tuple[Items, int]:
    """Return the values from here on, one of a sort, and the index after them; a chunk with a day in it is none."""
    values: list[Item] = []
    index = start
    while index < len(items):
        end = next((place for place in range(index, len(items)) if ends_chunk(items[place])), len(items))
        chunk = tuple(_without_reason(items[index:end]))
        new = [item for item in chunk if sort_of(item)]
        sorts = [sort_of(item) for item in (*values, *new)]
        if not new or len(set(sorts)) < len(sorts) or not all(map(_is_plain, chunk)):
            break
        values += new
        index = end
        if end == len(items) or not items[end].is_mark(","):
            break
        index += 1
    behind_comma = index > start and index <= len(items) and items[index - 1].is_mark(",")
    return tuple(values), index - behind_comma


def _without_reason(chunk: Items) -> Iterator[Item]:
    """Yield what is said up to why it is so: "all at 5.30am before the kids", "all 6am because of work".

    A time behind the reason is told all the same: "all when hubby gets home about 6", "mornings before work at 6.15".
    """
    told = waits = False
    for index, item in enumerate(chunk):
        reason = item.is_word("before", "after", "clause") or item.text in BECAUSE | _WHILE | {"with"}
        later = any_value(chunk[index:], Clock)
        # "After work so say 17:45" goes on with the time.
        if told and reason and not (item.text == "so" and isinstance(chunk[-1].value, Clock)):
            if not later:
                return
            waits = True
        waits = (waits or item.text in _WHILE) and not isinstance(item.value, Clock) and later
        told = told or isinstance(item.value, Clock | PartOfDay)
        if not waits:
            yield item


def _is_plain(item: Item) -> bool:
    """Tell whether an item is a value or takes nothing from one: "all easy on grass"."""
    strange = item.text.isalpha() and not item.senses
    return bool(sort_of(item)) or strange or is_filler(item)
