"""What is said once for several days: "all at 7am", "6:30 pm except Sat 8 am", "Wed same as Monday", "Thu ditto"."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import reduce

from bot.language.frames import Group, Items, is_day, is_filler
from bot.language.items import Clock, Days, Distance, Duration, Item, PartOfDay, Repeats, SameAs, Word
from bot.language.tokens import Token
from bot.training.time import Weekday

_ALL = frozenset({"all", "always", "everything", "all runs", "every run", "all of them"})
_SAME = frozenset({"same", "ditto", "same as", "the same as", "same again", "the same again", "as above", "the same"})
_AS = frozenset({"as", "like"})
# "Same time" and "same pace" are no whole days.
_OF_SAME = frozenset({"time", "times", "pace", "distance", "route", "place", "length", "effort", "day"})
_BEHIND_SAME = frozenset({"as", "on", "the", "for", "that", "of"})
_ENDS = "\n;.|\t:)"
_HABITS = frozenset({"always", "usually", "normally", "generally", "typically", "mostly"})
_GOING = frozenset({"go", "run", "train", "head", "usually", "always", "normally"})
_HOURS = range(4, 12)
_FIRST_SURE_HOUR = 8
_AFTER_DAY = ":-="
_LEAST_OF_SOME = 2
_MEASURES = (Distance, Duration, Repeats)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tail:
    """What holds for all days but some: its items, where they stood, and the weekdays that are excepted."""

    items: Items
    start: int
    but: frozenset[Weekday] = frozenset()
    only: frozenset[Weekday] = frozenset(Weekday)


def with_references(items: Items) -> Items:
    """Turn "same as Monday" and "ditto" into one item each."""
    kept: list[Item] = []
    index = 0
    while index < len(items):
        item = items[index]
        if not _is_reference(items, index):
            kept.append(item)
            index += 1
            continue
        after, day = _referred(items, index + 1)
        kept.append(Item(value=SameAs(day=day), start=item.start, end=items[after - 1].end))
        index = after
    return tuple(kept)


def _is_reference(items: Items, index: int) -> bool:
    """Tell whether "same", or "as" between two days ("Wed as Monday"), begins here; "same time" does not."""
    if items[index].text in _AS:
        return index > 0 and is_day(items[index - 1]) and _referred(items, index + 1)[1] is not None
    return items[index].text in _SAME and not any(item.text in _OF_SAME for item in items[index + 1 : index + 2])


def _referred(items: Items, index: int) -> tuple[int, Weekday | None]:
    """Return where a reference ends, and the one day that it names; none is the day before it."""
    place = index
    while place < len(items) and items[place].text in _BEHIND_SAME:
        place += 1
    value = items[place].value if place < len(items) else None
    if isinstance(value, Days) and len(value.days) == 1:
        return place + 1, value.days[0]
    return index, None


def resolved(groups: Sequence[Group]) -> Iterator[Group]:
    """Give each day that is "the same as" another one that other day's words, with its own time or length."""
    told: dict[Weekday, Items] = {}
    last: Items = ()
    for found in groups:
        same = next((item.value for item in found.content if isinstance(item.value, SameAs)), None)
        if same is not None and (source := last if same.day is None else told.get(same.day, ())):
            last, copied = _copied(source, found.content), True
        else:
            last, copied = found.content, False
        for item in found.days:
            told.update(dict.fromkeys(item.value.days if isinstance(item.value, Days) else (), last))
        yield replace(found, content=last) if copied else found


def _copied(source: Items, content: Items) -> Items:
    own = tuple(item for item in content if not isinstance(item.value, SameAs) and _sort(item))
    sorts = {_sort(item) for item in own}
    sorts |= {"clock", "part"} if sorts & {"clock", "part"} else set()
    return (*(item for item in source if _sort(item) not in sorts or not _sort(item)), *own)


def without_tails(items: Items) -> tuple[Items, tuple[Tail, ...]]:
    """Take what is said for all days out of a text, so that it is not the last day's alone."""
    if not any(is_day(item) for item in items):
        return items, ()
    kept: list[Item] = []
    tails: list[Tail] = []
    index = 0
    while index < len(items):
        if found := _tail_at(items, index):
            more, after = found
            tails += more
            if kept and kept[-1].is_mark(".") and after < len(items):
                # A sentence for all days ends the list of days before it.
                kept.append(_line_end(kept[-1].end))
            index = after
            continue
        kept.append(items[index])
        index += 1
    return tuple(kept), tuple(tails)


def _line_end(place: int) -> Item:
    return Item(value=Word(token=Token(text="\n", start=place, end=place)), start=place, end=place)


def _tail_at(items: Items, index: int) -> tuple[tuple[Tail, ...], int] | None:
    if found := _tail_of_some(items, index) or _time_of_some(items, index):
        return (found[0],), found[1]
    said = items[index].text
    # "All in 12 km" is a sum, "all in the morning" is none.
    named = said in _ALL or (said == "all in" and any(item.text == "the" for item in items[index + 1 : index + 2]))
    named = (named and not _is_behind_day(items, index)) or _opens_habit(items, index)
    if not named and not _opens_exception(items, index):
        return None
    values, after = _values(items, index + named)
    if not values:
        return None
    but: frozenset[Weekday] = frozenset()
    excepts = after < len(items) and items[after].is_word("all_days_but")
    if excepts and (days := _days_at(items, after + 1)):
        but, after = days, after + 1
    elif after + 2 < len(items) and items[after].is_mark(",") and isinstance(items[after + 2].value, Clock):
        but = _days_at(items, after + 1)
    start = items[index].start
    own, after = _time_behind(items, after) if excepts and but else ((), after)
    excepted = (Tail(items=own, start=start, only=but),) if own else ()
    return (Tail(items=values, start=start, but=but), *excepted), after


def _time_behind(items: Items, index: int) -> tuple[Items, int]:
    """Return the time of the days that are excepted: "apart from sat which is 8"."""
    end = next((place for place in range(index, len(items)) if _ends_chunk(items[place])), len(items))
    said = tuple(item for item in items[index:end] if not (is_filler(item) or item.is_word("it")))
    if len(said) != 1:
        return (), index
    hour = said[0].number
    if isinstance(said[0].value, Clock):
        return said, end
    if hour is None or hour not in _HOURS or items[end - 1].number != hour:
        return (), index
    clock = Clock(time=dt.time(hour), sure=hour >= _FIRST_SURE_HOUR, padded=False)
    return (replace(said[0], value=clock),), end


def _opens_habit(items: Items, index: int) -> bool:
    """Tell whether a sentence says when one always runs: "I go out at 6:15", "Start time 7am", "Always at 6"."""
    if index == 0 or not items[index - 1].is_mark(".\n;!"):
        return False
    texts = [item.text for item in items[index : index + 3]]
    opens = texts[0] in _HABITS or (texts[0] == "i" and any(text in _GOING for text in texts[1:]))
    if not opens and texts[:2] != ["start", "time"]:
        return False
    end = next((place for place in range(index, len(items)) if _ends_chunk(items[place])), len(items))
    timed = any(isinstance(item.value, Clock) for item in items[index:end])
    ends = end == len(items) or not is_day(items[end])
    return timed and ends and len([item for item in items[:index] if is_day(item)]) >= _LEAST_OF_SOME


def _time_of_some(items: Items, index: int) -> tuple[Tail, int] | None:
    """Read "18:00 for weekdays" beside several of them that are told by name."""
    if not isinstance(items[index].value, Clock) or not _opens_plainly(items, index):
        return None
    place = index + 1
    while place < len(items) and not is_day(items[place]) and is_filler(items[place]) and not _ends_chunk(items[place]):
        place += 1
    value = items[place].value if place < len(items) else None
    if not isinstance(value, Days) or not value.habit or len(value.days) < _LEAST_OF_SOME:
        return None
    ends = place + 1 == len(items) or _ends_chunk(items[place + 1])
    named: set[Weekday] = set().union(*(days for item in items if (days := _weekdays(item)) < set(value.days)))
    several = len(named & set(value.days)) >= min(_LEAST_OF_SOME, len(value.days) - 1)
    if not ends or not several:
        return None
    return Tail(items=(items[index],), start=items[index].start, only=frozenset(value.days)), place + 1


def _opens_plainly(items: Items, index: int) -> bool:
    """Tell whether nothing is said before a time in its part of a sentence: "time is", "runs are"."""
    for item in reversed(items[:index]):
        if item.is_mark(_ENDS) or item.is_mark(",") or item.is_word("and"):
            return True
        if is_day(item) or not (is_filler(item) or item.means("kind") == "other"):
            return False
    return True


def _tail_of_some(items: Items, index: int) -> tuple[Tail, int] | None:
    """Read "weekday runs at 6pm" beside days that are told by name: it is when those are, and no further runs."""
    value = items[index].value
    opens = index == 0 or items[index - 1].is_mark(",.;\n(")
    if not isinstance(value, Days) or not value.habit or len(value.days) < _LEAST_OF_SOME or not opens:
        return None
    named = any(
        len(days := _weekdays(item)) == 1 and days <= set(value.days) and not items[place - 1].is_word("all_days_but")
        for place, item in enumerate(items)
    )
    end = next((place for place in range(index + 1, len(items)) if _ends_chunk(items[place])), len(items))
    named = named and not (end < len(items) and items[end].is_word("all_days_but"))
    words = items[index + 1 : end]
    times = tuple(item for item in words if isinstance(item.value, Clock | PartOfDay))
    plain = all(item in times or is_filler(item) or item.means("kind") == "other" for item in words)
    return (
        (Tail(items=times, start=items[index].start, only=frozenset(value.days)), end)
        if named and times and plain
        else None
    )


def _weekdays(item: Item) -> set[Weekday]:
    return set(item.value.days) if isinstance(item.value, Days) else set()


def _is_behind_day(items: Items, index: int) -> bool:
    """Tell whether "all" belongs to one day's own words: "Tue: all easy"."""
    before = index - 1
    while before >= 0 and items[before].is_mark(_AFTER_DAY):
        before -= 1
    return before >= 0 and is_day(items[before])


def _opens_exception(items: Items, index: int) -> bool:
    """Tell whether a time begins a sentence of its own that excepts a day: "6:30 pm except Sat 8 am"."""
    if not isinstance(items[index].value, Clock) or (index and not items[index - 1].is_mark(".,;\n(")):
        return False
    excepts = index + 1 < len(items) and items[index + 1].is_word("all_days_but")
    return excepts and bool(_days_at(items, index + 2))


def _days_at(items: Items, index: int) -> frozenset[Weekday]:
    value = items[index].value if index < len(items) else None
    return frozenset(value.days) if isinstance(value, Days) else frozenset()


def _values(items: Items, start: int) -> tuple[Items, int]:
    """Return the values from here on, one of a sort, and the index after them; a chunk with a day in it is none."""
    values: list[Item] = []
    index = start
    while index < len(items):
        end = next((place for place in range(index, len(items)) if _ends_chunk(items[place])), len(items))
        chunk = items[index:end]
        new = [item for item in chunk if _sort(item)]
        sorts = [_sort(item) for item in (*values, *new)]
        if not new or len(set(sorts)) < len(sorts) or not all(_sort(item) or is_filler(item) for item in chunk):
            break
        values += new
        index = end
        if end == len(items) or not items[end].is_mark(","):
            break
        index += 1
    behind_comma = index > start and index <= len(items) and items[index - 1].is_mark(",")
    return tuple(values), index - behind_comma


def _ends_chunk(item: Item) -> bool:
    return item.is_mark(_ENDS) or item.is_mark(",") or is_day(item) or item.is_word("and", "all_days_but")


def _sort(item: Item) -> str:
    if isinstance(item.value, _MEASURES):
        return "measure"
    if isinstance(item.value, Clock):
        return "clock"
    if isinstance(item.value, PartOfDay):
        return "part"
    return "kind" if item.means("kind") not in (None, "other") else ""


def with_tails(groups: Sequence[Group], tails: Sequence[Tail]) -> Iterator[Group]:
    """Give each day what was said for all of them, where the day itself says nothing of that sort."""
    yield from (reduce(lambda one, tail: _with_tail(one, tail, groups[0]), tails, found) for found in groups)


def _with_tail(found: Group, tail: Tail, first: Group) -> Group:
    ahead = not first.days or tail.start < first.days[0].start
    before = ahead or (bool(found.days) and found.days[0].start < tail.start)
    days = {day for item in found.days if isinstance(item.value, Days) for day in item.value.days}
    before = before or tail.only != frozenset(Weekday)
    if not before or days & tail.but or not days <= tail.only or _is_no_run(found.content):
        return found
    sorts = {_sort(item) for item in found.content}
    return replace(found, content=(*found.content, *(item for item in tail.items if _sort(item) not in sorts)))


def _is_no_run(content: Items) -> bool:
    kinds = {item.means("kind") for item in content} - {None}
    return kinds == {"rest"} or (not kinds and any(item.means("not_run") for item in content))
