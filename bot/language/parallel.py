"""Days in one list and runs in another: "tue thu sun: easy, tempo, long", "6am mon 7am wed 8am sat. easy easy long"."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from bot.language.frames import Items, is_day, is_digits, is_filler, is_now, is_time
from bot.language.held import any_item, any_mark, any_means, any_text, any_value
from bot.language.items import Clock, Days, Distance, Duration, Item, line_end
from bot.language.tables import split_at
from bot.training.time import Weekday

_MARKS = ",/;|.-:>+\n"
_ENDS = ".;\n)"
_PAIR = 2
_SEVERAL = 3
_HOURS = range(5, 23)
_FIRST_SURE_HOUR = 8
_NOON = 12

Runs = Sequence[Items]


def by_lists(items: Items) -> Items | None:
    """Return the items with each run of a list behind its day, where as many runs stand behind the days as days."""
    opening = next((index for index, item in enumerate(items) if is_day(item)), 0)
    first = next((index for index in range(opening, len(items)) if _kind(items[index])), 0)
    opening = _behind_work(items, first)
    places = [index for index in range(opening, first) if is_day(items[index])]
    days = [day for index in places for day in _weekdays(items[index])]
    if len(days) < _PAIR or len(days) != len(set(days)):
        return None
    start = _start(items, places[0])
    last = max(index for index in range(start, first) if is_day(items[index]) or is_time(items[index])) + 1
    runs, times = _runs(_up_to_day(items[last:]), len(days)), _times(items[start:last], len(days))
    if not runs or not times or not all(map(_is_list, items[start:last])):
        return None
    told = (item for line in zip(days, runs, times, strict=True) for item in _line(*line))
    behind = runs[-1][-1].end
    return (
        *items[: opening or start],
        *told,
        line_end(behind),
        *(item for item in items[last:] if item.start >= behind),
    )


def in_order(items: Items) -> Items | None:
    """Return the items of a week with the runs or times of a sentence behind its days: "… in that order"."""
    if not any_text(items, ("respectively", "order")):
        return None
    place = next((index for index, item in enumerate(items) if _orders(items, index)), None)
    if place is None:
        return None
    begin = _sentence_with(items, place, is_day)
    said = items[begin:place]
    days = _days_in(said)
    dealt = _dealt(said, len(days))
    if len(days) < _PAIR or len(days) != len(set(days)) or dealt is None:
        return None
    start = items[begin].start
    told = (item for day, run, times in zip(days, *dealt, strict=True) for item in _line(day, run, times, start))
    return (*items[:begin], *told, line_end(items[place].start), *items[place + 1 :])


def _dealt(said: Items, count: int) -> tuple[Runs, Runs] | None:
    """Return a run and the times for each of so many days: kinds or times are as many; other times are all days'."""
    kinds: Runs = [(item,) for item in said if _kind(item)]
    times: Runs = [(item,) for item in said if isinstance(item.value, Clock)]
    if count not in {len(kinds), len(times)} or len(kinds) not in {0, count}:
        return None
    others = tuple(item for item in said if item.means("kind") == "other")[:1]
    shared = tuple(item for one in times for item in one)
    return kinds or [others] * count, times if len(times) == count else [shared] * count


def _orders(items: Items, index: int) -> bool:
    """Tell whether a list is said to go with another one: "respectively", "in that order"."""
    before = items[max(0, index - 1) : index]
    return items[index].text == "respectively" or (
        items[index].text == "order" and (any_means(before, "word", "it", "this", "in") or any_text(before, ("same",)))
    )


def _sentence_with(items: Items, place: int, wanted: Callable[[Item], bool]) -> int:
    """Return where the last sentence begins, up to a place, that holds what is wanted: its days may stand before."""
    found = next((index for index in range(place, -1, -1) if wanted(items[index])), 0)
    return next((index + 1 for index in range(found, -1, -1) if items[index].is_mark(".;\n!")), 0)


def by_labels(items: Items) -> Items | None:
    """Return the items of a week that is written as a form, with its runs behind their days: "Days: … Types: …"."""
    if not any_value(items, Days):
        return None
    labelled = any_mark(items, ":") and sum(item.is_mark(":") for item in items) >= _PAIR
    if not labelled and sum(map(len, map(_weekdays, items))) < _SEVERAL:
        return None
    sentences = list(split_at(items, ".;\n"))
    parts = [part for part in sentences if not labelled or any_mark(part, ":")]
    listed, kinds = _days_and_runs(sentences, parts)
    days = _days_in(listed)
    if not kinds or len(days) != len(set(days)) or not (labelled or _is_bare_list(kinds, len(days))):
        return None
    times = _part_of(parts, _is_clock, len(days))
    clocks: Runs = [(_as_clock(item),) for item in times if _is_clock(item)] or [()] * len(days)
    runs = [item for item in kinds if _wanted(kinds)(item)]
    if len(runs) != len(days):
        # "Easy 5k, 8k": two lengths, and the sort of one of them.
        return None
    start = listed[0].start
    lines = (_line(day, (run,), clock, start) for day, run, clock in zip(days, runs, clocks, strict=True))
    left = (item for part in sentences if part not in (listed, kinds, times) for item in part)
    return (*(item for line in lines for item in line), line_end(start), *left)


def _days_and_runs(sentences: Sequence[Items], parts: Sequence[Items]) -> tuple[Items, Items]:
    """Return the part of a form that only names days, and the one with as many runs.

    Of "before it was …" and what is so now the last one counts.
    """
    for part in reversed(sentences):
        told = any(_kind(item) or (is_time(item) and not is_now(item)) for item in part)
        count = len(_days_in(part))
        runs = () if told or count < _PAIR else _part_of(parts, _kind, count) or _part_of(parts, _is_length, count)
        if runs:
            return part, runs
    return (), ()


def _is_bare_list(runs: Items, count: int) -> bool:
    """Tell whether a sentence without a label is nothing but several runs: "I run mon wed sat. Easy, tempo, long"."""
    return count >= _SEVERAL and all(_wanted(runs)(item) or _is_joint(item) for item in runs)


def _wanted(runs: Items) -> Callable[[Item], bool]:
    return _kind if any_item(runs, _kind) else _is_length


def _days_in(part: Items) -> list[Weekday]:
    return [day for item in part for day in _weekdays(item)]


def _is_clock(item: Item) -> bool:
    """Tell whether an item is a time, or a bare number that may be an hour in a list of them: "hours: 18, 18, 9"."""
    return isinstance(item.value, Clock) or (is_digits(item) and (item.number or 0) in _HOURS)


def _as_clock(item: Item) -> Item:
    hour = item.number
    if hour is None:
        return item
    return replace(item, value=Clock(time=dt.time(hour), sure=hour >= _FIRST_SURE_HOUR, padded=hour > _NOON))


def _is_length(item: Item) -> bool:
    return isinstance(item.value, Distance | Duration)


def _part_of(parts: Sequence[Items], wanted: Callable[[Item], bool], count: int) -> Items:
    """Return the part of a form that names no day and just so many of what is wanted."""
    return next((part for part in parts if sum(map(wanted, part)) == count and not any_item(part, is_day)), ())


def _behind_work(items: Items, first: int) -> int:
    """Return where the list begins that runs are told of: behind "I teach spin mon wed fri so running is"."""
    return max((at for at in range(first) if items[at].text == "so" or items[at].means("not_run")), default=0)


def _up_to_day(items: Items) -> Items:
    """Return what stands before the next day, if a sentence or brackets end there: else its words are that day's."""
    end = next((index for index, item in enumerate(items) if is_day(item)), None)
    if items and items[0].is_mark("("):
        return items[: next((index for index, item in enumerate(items) if item.is_mark(")")), end)]
    parted = end is None or any_mark(items[:end], _ENDS)
    return items[:end] if parted else ()


def with_listed_times(items: Items) -> Items | None:
    """Return the items with each time of a list behind its day: "tempo tue, easy wed, long sat. 6pm, 6pm and 8am"."""
    if not any_value(items, Clock):
        return None
    days = [index for index, item in enumerate(items) if is_day(item)]
    times = [index for index, item in enumerate(items) if isinstance(item.value, Clock)]
    single = all(len(_weekdays(items[index])) == 1 for index in days)
    if len(days) < _PAIR or len(times) != len(days) or times[0] < days[-1] or not single:
        return None
    between = items[times[0] : times[-1]]
    parted = any(item.is_mark(_ENDS) or item.is_mark(":-") for item in items[days[-1] : times[0]])
    parted = parted or len(times) >= _SEVERAL
    if not parted or not all(isinstance(item.value, Clock) or _is_joint(item) for item in between):
        return None
    own = dict(zip(days, times, strict=True))
    kept = (index for index in range(len(items)) if index not in times)
    return tuple(items[at] for index in kept for at in (index, *([own[index]] if index in own else [])))


def _kind(item: Item) -> bool:
    return item.means("kind") not in (None, "other")


def _weekdays(item: Item) -> tuple[Weekday, ...]:
    return item.value.days if isinstance(item.value, Days) and not item.value.either else ()


def _start(items: Items, first: int) -> int:
    """Return where the list of days begins: at the time that stands before its first day."""
    while first and is_time(items[first - 1]):
        first -= 1
    return first


def _is_list(item: Item) -> bool:
    return is_day(item) or is_time(item) or _is_joint(item)


def _is_joint(item: Item) -> bool:
    return item.is_mark(_MARKS) or item.is_word("and") or item.means("kind") == "other" or is_filler(item)


def _runs(items: Items, count: int) -> Runs:
    """Return so many runs, each up to its mark or nothing but its kind; none where they are not just as many."""
    kinds = [index for index, item in enumerate(items) if _kind(item)]
    if len(kinds) != count or any_means(items[: kinds[-1]], "word", "or"):
        return ()
    if count == _PAIR and not _is_pair(items, *kinds):
        return ()
    parts = [part for part in _parts(items[: _end(items, kinds[-1])]) if part and not _is_of_order(part)]
    if len(parts) == count and all(sum(map(_kind, part)) == 1 for part in parts):
        return parts
    between = [item for index, item in enumerate(items[: kinds[-1]]) if index not in kinds]
    return [(items[index],) for index in kinds] if all(map(_is_joint, between)) else ()


def _is_of_order(part: Items) -> bool:
    """Tell whether words only say that the runs come in the days' order: "in the order: easy, tempo, long"."""
    return any_text(part, ("order", "in order")) and not any_item(part, _kind)


def _is_pair(items: Items, first: int, second: int) -> bool:
    """Tell whether two kinds are joined by "and" and differ: "tuesday and thursday, track and tempo"."""
    between = items[first + 1 : second]
    turns = items[0].is_mark("(") and any_text(between, ("then",))
    joined = (turns or any_means(between, "word", "and") or any_mark(between, "/")) and all(map(_is_joint, between))
    timed = any_item(items, is_time) and not (items[0].is_mark("(") or any_mark(between, "/"))
    return joined and items[first].means("kind") != items[second].means("kind") and not timed


def _end(items: Items, last: int) -> int:
    return next((index for index in range(last, len(items)) if items[index].is_mark(_MARKS)), len(items))


def _parts(items: Items) -> Iterator[Items]:
    part: list[Item] = []
    for item in items:
        if item.is_mark(_MARKS) or item.is_word("and"):
            yield tuple(part)
            part = []
        elif not is_filler(item) or _kind(item):
            part.append(item)
    yield tuple(part)


def _times(items: Items, count: int) -> list[Items]:
    """Return the times of so many days: one for all, or each day's own; none where they are fewer."""
    times = [item for item in items if is_time(item)]
    if len(times) <= 1:
        return [tuple(times)] * count
    return [(time,) for time in times] if len(times) == count else _behind_days(items, count)


def _behind_days(items: Items, count: int) -> list[Items]:
    """Return the time of each day where it stands behind several of them: "tue thu at 6am and sun 9am"."""
    told: list[Items] = []
    waiting = 0
    for item in items:
        waiting += len(_weekdays(item))
        if is_time(item):
            told += [(item,)] * waiting
            waiting = 0
    return told if len(told) == count else []


def _line(day: Weekday, run: Items, times: Items, place: int | None = None) -> Iterator[Item]:
    place = run[0].start if place is None else place
    yield line_end(place)
    yield Item(value=Days(days=(day,)), start=place, end=place)
    yield from run
    yield from times
