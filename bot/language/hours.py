"""Hours that the rest of a week makes plain: "sat 9 easy sun 9 long", "4:30" after lectures until 4."""

import datetime as dt
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from bot.language.clocks import other_half
from bot.language.frames import BARE_HOURS, SOFT, Group, is_digits, is_filler, weekdays_of
from bot.language.held import any_means, any_text, any_value
from bot.language.items import Clock, Distance, Duration, Item, PartOfDay
from bot.language.runs import settled
from bot.language.some_days import Tail
from bot.training.runs import RunKind
from bot.training.time import WEEKEND, Weekday

_RACE_HOURS = range(6, 12)
_FIRST_SURE_HOUR = 8
_LAST_EVENING_HOUR = 9
_EARLIEST = 6
# "Repetitions 1000m" is no run's length.
_LONGEST_REPEAT = 3
_NOON = 12
_PARKRUN = "5"
_LETTERS_OF_HALF = 2
# Fewer days with a time are no habit of writing.
_LEAST = 2
_AGAIN = frozenset({"also", "too", "again", "as well"})


def with_hours(groups: Sequence[Group], tails: Sequence[Tail], busy_until: int | None) -> tuple[Group, ...]:
    """Return the days with a time for each bare number that is an hour, and in the half of the day that is meant."""
    clocks = [clock for found in groups for clock in _clocks(found)]
    early = any(clock.padded for clock in clocks) and all(clock.time.hour < _NOON for clock in clocks)
    hours = _are_hours(groups, tails, busy=busy_until is not None)
    may_be = busy_until is not None
    several = sum(map(_runs, groups)) > 1
    told = {clock.time.hour % _NOON for clock in clocks}
    groups = [
        _with_hour(found, early=early)
        if (hours and (may_be or not _is_early(found)))
        or _is_behind_part(found)
        or _is_explained(found)
        or (several and _is_behind_parkrun(found))
        or (several and bool(clocks) and (_is_before_part(found) or _is_behind_long_day(found)))
        or (bool(clocks) and _is_at_end(found))
        or _is_same(found, told)
        else found
        for found in groups
    ]
    known = {(one.time.hour % _NOON, one.time.minute): one for one in reversed(clocks) if one.padded}
    return tuple(_in_half(found, known, busy_until) for found in groups)


def _clocks(found: Group) -> Iterator[Clock]:
    """Yield the times of a day, each in the part of the day that is said beside it."""
    part = next((item.value.part for item in found.content if isinstance(item.value, PartOfDay)), None)
    for item in found.content:
        if isinstance(item.value, Clock):
            yield replace(settled(item.value, part), padded=item.value.padded or part is not None)


def _are_hours(groups: Sequence[Group], tails: Sequence[Tail], *, busy: bool) -> bool:
    """Tell whether bare numbers are hours: beside other times, before "always am", or equal for a long run."""
    running = [found for found in groups if _runs(found)]
    covered = [_is_timed(found, tails) for found in running]
    bare = [found for found, known in zip(running, covered, strict=True) if not known and _bare(found) is not None]
    if not busy:
        bare = [found for found in bare if not _is_early(found)]
    if not bare or any(map(_has_distance, running)):
        return False
    others = [found for found, known in zip(running, covered, strict=True) if known or _bare(found) is None]
    timed = [found for found in others if _clock_in(found) or _is_timed(found, tails)]
    named = {day for found in bare for day in weekdays_of(found)}
    untimed = (found for found in others if not (_clock_in(found) or _is_timed(found, tails)))
    if not all(_may_be_untimed(found, named) for found in untimed):
        return _are_late(bare, timed)
    return busy or _are_parted(bare, tails) or _are_usual(bare, timed)


def _are_late(bare: Sequence[Group], timed: Sequence[Group]) -> bool:
    """Tell whether only a race and the long run have bare numbers where several others have times: "sun long 8"."""
    several = sum(len(weekdays_of(found)) for found in timed) >= _LEAST
    late = all(_is_race(found) or _is_long(found) for found in bare)
    return several and late and all(_hour(found) in _RACE_HOURS for found in bare)


def _may_be_untimed(found: Group, named: set[Weekday]) -> bool:
    """Tell whether a day needs no time beside the others: a race has its own, and a day may be named again."""
    return _is_race(found) or weekdays_of(found) <= named


def _are_parted(bare: Sequence[Group], tails: Sequence[Tail]) -> bool:
    """Tell whether all the numbers stand in a part of the day: "always am", "Evenings: mon easy 7, wed tempo 7"."""
    parts = any(isinstance(item.value, PartOfDay) for tail in tails for item in tail.items)
    return parts or (len(bare) > _LEAST and all(map(_has_part, bare)))


def _are_usual(bare: Sequence[Group], timed: Sequence[Group]) -> bool:
    """Tell whether the other days are told with times, or no distance would make sense."""
    races = len(bare) > 1 and any(map(_is_race, bare))
    return races or sum(len(weekdays_of(found)) for found in timed) >= _LEAST or _long_is_no_longer(bare)


def _long_is_no_longer(bare: Sequence[Group]) -> bool:
    longs = [_hour(found) for found in bare if _is_long(found)]
    others = [_hour(found) for found in bare if not _is_long(found)]
    return bool(longs and others) and min(longs) <= min(others)


def _runs(found: Group) -> bool:
    kinds = {item.means("kind") for item in found.content} - {None}
    other = any_means(found.content, "not_run") and "other" not in kinds
    told = kinds - {"other"} or any(item.number is not None for item in found.content) or bool(_clock_in(found))
    return bool(found.days) and kinds != {RunKind.REST} and bool(told) and not other


def _is_behind_part(found: Group) -> bool:
    """Tell whether the number stands right behind a part of the day: "sunday morning 9 long"; "am 6" may be km."""
    before = found.content[: (None if _is_measured(found) else _bare(found)) or 0]
    while before and (before[-1].text in SOFT or (before[-1].is_mark(",") and before is not found.content)):
        before = before[:-1]
    part = (None, *before)[-1]
    return part is not None and isinstance(part.value, PartOfDay) and part.end - part.start > _LETTERS_OF_HALF


def _is_explained(found: Group) -> bool:
    """Tell whether brackets behind the number say what part of the day it is in: "mon wed fri 6 (evenings)"."""
    place = _bare(found)
    behind = () if place is None else found.content[place + 1 : place + 4]
    marked = len(behind) == _LONGEST_REPEAT and behind[0].is_mark("(") and behind[2].is_mark(")")
    return marked and isinstance(behind[1].value, PartOfDay)


def _is_behind_parkrun(found: Group) -> bool:
    """Tell whether the number stands right behind a parkrun, which is 5 km everywhere: "sat parkrun 9"."""
    before = found.content[: _bare(found) or 0]
    while before and (is_filler(before[-1]) or before[-1].is_word("weekly")):
        before = before[:-1]
    return any(item.means("race_distance") == _PARKRUN for item in before[-1:]) and _hour(found) in _RACE_HOURS


def _is_before_part(found: Group) -> bool:
    """Tell whether the number stands right before a part of the day: "thu easy 7 evening"."""
    place = _bare(found)
    behind = () if place is None or _is_measured(found) else found.content[place + 1 : place + 2]
    return any(isinstance(item.value, PartOfDay) and item.end - item.start > _LETTERS_OF_HALF for item in behind)


def _is_behind_long_day(found: Group) -> bool:
    """Tell whether the number stands right behind the day of a long run, whose length comes first: "long sunday 9"."""
    place = _bare(found)
    if place is None or not found.day_last or not found.days or not _is_long(found):
        return False
    before = found.days[-1].end
    between = [item for item in found.content[:place] if item.start >= before]
    return not between and found.content[place].start > before and _hour(found) in _RACE_HOURS


def _is_at_end(found: Group) -> bool:
    """Tell whether the number ends what is said of a long run in the morning: "sun morning long with the club 9"."""
    place = _bare(found)
    if place is None or not (_is_long(found) and _has_part(found)) or _hour(found) not in _RACE_HOURS:
        return False
    before = found.content[max(0, place - 1) : place]
    return all(is_filler(item) for item in found.content[place + 1 :]) and not any_means(before, "kind")


def _is_same(found: Group, told: Collection[int]) -> bool:
    """Tell whether the number is said to be another day's hour again: "also 7", "6 too"."""
    place = _bare(found)
    if place is None or _hour(found) not in told:
        return False
    beside = (*found.content[max(0, place - 1) : place], *found.content[place + 1 : place + 2])
    return any_text(beside, _AGAIN)


def _clock_in(found: Group) -> bool:
    return any_value(found.content, Clock)


def _is_timed(found: Group, tails: Sequence[Tail]) -> bool:
    """Tell whether a time that is said for several days is this day's too."""
    days = weekdays_of(found)
    return any(days <= tail.only - tail.but and any_value(tail.items, Clock) for tail in tails)


def _has_part(found: Group) -> bool:
    return any_value(found.content, PartOfDay)


def _is_race(found: Group) -> bool:
    return any_means(found.content, "kind", RunKind.RACE)


def _is_long(found: Group) -> bool:
    return any_means(found.content, "kind", RunKind.LONG)


def _is_measured(found: Group) -> bool:
    return any(
        isinstance(item.value, Duration) or (isinstance(item.value, Distance) and item.value.km > _LONGEST_REPEAT)
        for item in found.content
    )


def _has_distance(found: Group) -> bool:
    return any(isinstance(item.value, Distance) and item.value.km > _LONGEST_REPEAT for item in found.content)


def _bare(found: Group) -> int | None:
    """Return where the only number of a day stands, when it may be an hour and no time is said."""
    spelled = any_text(found.content, _AGAIN)
    numbers = [
        index
        for index, item in enumerate(found.content)
        if is_digits(item) or (spelled and item.number is not None and item.number in BARE_HOURS)
    ]
    if len(numbers) != 1 or _clock_in(found):
        return None
    if _is_amount(found.content[: numbers[0]]):
        return None
    behind = found.content[numbers[0] + 1 : numbers[0] + 2]
    counts = any(item.is_word("x", "times") or item.text.endswith(("runs", "days")) for item in behind)
    return numbers[0] if found.content[numbers[0]].number in BARE_HOURS and not counts else None


def _is_amount(before: Sequence[Item]) -> bool:
    """Tell whether a number behind these words is how far: "a steady 5", "an easy 8"."""
    told = before[-1:]
    led = before[-2:-1]
    return any_means(told, "kind") and any_text(led, ("a", "an"))


def _is_early(found: Group) -> bool:
    """Tell whether a number stands before a kind, so early that nobody writes it as an hour: "5 ez"."""
    place = _bare(found)
    behind = () if place is None else found.content[place + 1 : place + 2]
    return _hour(found) < _EARLIEST and any_means(behind, "kind")


def _hour(found: Group) -> int:
    place = _bare(found)
    return 0 if place is None else found.content[place].number or 0


def _with_hour(found: Group, *, early: bool) -> Group:
    place = _bare(found)
    if place is None or not _runs(found):
        return found
    item, hour = found.content[place], _hour(found)
    clock = Clock(time=dt.time(hour), sure=early or hour >= _FIRST_SURE_HOUR, padded=False)
    return replace(found, content=(*found.content[:place], replace(item, value=clock), *found.content[place + 1 :]))


def _in_half(found: Group, known: dict[tuple[int, int], Clock], busy_until: int | None) -> Group:
    """Return a day with each open time in the half of the day that another one names, or that is left of the day."""
    is_weekend = not weekdays_of(found).isdisjoint(WEEKEND)
    free = None if busy_until is None or is_weekend else range(busy_until, _LAST_EVENING_HOUR + 1)
    return replace(found, content=tuple(_settled(found.content, known, free)))


def _settled(content: Sequence[Item], known: dict[tuple[int, int], Clock], free: range | None) -> Iterator[Item]:
    parted = any_value(content, PartOfDay)
    # "Easy at 7, track at 19:00": a day's two runs are not at one time.
    own = {item.value.time for item in content if isinstance(item.value, Clock) and item.value.padded}
    known = {key: clock for key, clock in known.items() if clock.time not in own} if own else known
    for item in content:
        clock = item.value
        if not isinstance(clock, Clock) or clock.padded or parted:
            yield item
        elif free is not None and clock.time.hour in free:
            yield replace(item, value=replace(clock, time=other_half(clock.time), sure=True, padded=True))
        elif not clock.sure and (same := known.get((clock.time.hour % _NOON, clock.time.minute))):
            yield replace(item, value=replace(clock, time=same.time, sure=True, padded=True))
        else:
            yield item
