"""What is said once for several days, given to each of them: "all at 7am", "Wed same as Monday", "Thu ditto"."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import reduce

from bot.language.frames import (
    ANY_TIME,
    OF_TRAINING,
    Group,
    Items,
    is_day,
    is_filler,
    is_time,
    says_something,
    weekdays_of,
)
from bot.language.held import any_item, any_means, any_text, any_value
from bot.language.items import Clock, Days, Distance, Duration, Item, OtherDays, PartOfDay, SameAs
from bot.language.some_days import Tail, sort_of
from bot.training.runs import RunKind
from bot.training.time import Weekday

_SAME = frozenset(
    {
        *("same", "ditto", "same as", "the same as", "same again", "the same again", "as above", "the same"),
        *("identical", "copy", "a copy", "repeat of"),
    }
)
_TOO = frozenset({"too", "as well", "also", "likewise"})
_AS = frozenset({"as", "like"})
_TIMES = frozenset({"time", "times", "hour", "hours", "slot", "start"})
# "Same time" is no more than that, and "same pace" nothing.
_OF_SAME = frozenset({"time", "times", "pace", "distance", "route", "place", "length", "effort", "day"})
_LEADING = (["as"], ["like"])
_CHUNK_ENDS = ",.;!)|/\n"
_BEHIND_SAME = frozenset({"as", "on", "the", "for", "that", "of", "like", "to", "with", "with the"})


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
        timed = _is_same_time(items, index)
        if _opens_new_day(items, index):
            kept += (items[index + 1], Item(value=SameAs(day=None), start=item.start, end=item.end))
            index += 2
            continue
        after, day = _referred(items, index + 1 + timed)
        kept.append(Item(value=SameAs(day=day, time=timed), start=item.start, end=items[after - 1].end))
        index = after
    return tuple(kept)


def _is_reference(items: Items, index: int) -> bool:
    """Tell whether "same", or "as" between two days ("Wed as Monday"), begins here; "same pace" does not."""
    if items[index].text in _AS:
        before = items[max(0, index - 1 - (items[index - 1].text == "exactly"))] if index else None
        return before is not None and is_day(before) and _referred(items, index + 1)[1] is not None
    if items[index].text in _TOO:
        ends = index + 1 == len(items) or items[index + 1].is_mark(_CHUNK_ENDS)
        return index > 0 and is_day(items[index - 1]) and ends
    whole = not any_text(items[index + 1 : index + 2], _OF_SAME)
    return _is_same_time(items, index) or (items[index].text in _SAME and whole)


def _opens_new_day(items: Items, index: int) -> bool:
    """Tell whether "same" is said of the day behind it, which is a new one: "easy mondays 9pm, same on wednesdays"."""
    opens = index > 0 and (items[index - 1].is_mark(",.;-(\n") or items[index - 1].is_word("and"))
    value = items[index + 1].value if opens and index + 1 < len(items) else None
    told = {day for item in items[:index] if isinstance(item.value, Days) for day in item.value.days}
    return isinstance(value, Days) and bool(told) and told.isdisjoint(value.days)


def _is_same_time(items: Items, index: int) -> bool:
    return items[index].text in _SAME and any_text(items[index + 1 : index + 2], _TIMES)


def _referred(items: Items, index: int) -> tuple[int, Weekday | None]:
    """Return where a reference ends, and the one day that it names; none is the day before it."""
    place = index
    while place < len(items) and items[place].text in _BEHIND_SAME:
        place += 1
    value = items[place].value if place < len(items) else None
    # "Thursday 8 by 400 same time friday off": that day's own words follow.
    named = (
        place > index
        or items[index - 1].text.split()[-1:] in _LEADING
        or place + 1 >= len(items)
        or items[place + 1].is_mark(_CHUNK_ENDS)
    )
    if isinstance(value, Days) and len(value.days) == 1 and named:
        return place + 1, value.days[0]
    return index, None


def resolved(groups: Sequence[Group]) -> Iterator[Group]:
    """Give each day that is "the same as" another one that other day's words, with its own time or length."""
    told: dict[Weekday, Items] = {}
    last: Items = ()
    run: Items = ()
    times: Items = ()
    for found in groups:
        same = next((item.value for item in found.content if isinstance(item.value, SameAs)), None)
        if same is not None:
            # "Wednesday nothing, Thursday same three miles": as the last run.
            before = run if any_value(found.content, Distance, Duration) else last
            source = (times if same.time else before) if same.day is None else told.get(same.day, ())
            last = _at_time_of(source, found.content) if same.time else _copied(source, found.content)
        else:
            last = found.content
        run = run if any_means(last, "kind", RunKind.REST) else last
        times = tuple(filter(is_time, last)) or times
        for item in found.days:
            told.update(dict.fromkeys(item.value.days if isinstance(item.value, Days) else (), last))
        yield found if same is None else replace(found, content=last)


def _at_time_of(source: Items, content: Items) -> Items:
    """Return what is said of a day at the "same time" as another one, with that one's time."""
    own = tuple(item for item in content if not isinstance(item.value, SameAs))
    clocked = any_value(own, Clock)
    parted = any_item(own, is_time)
    more = (item for item in source if is_time(item) and not (parted and isinstance(item.value, PartOfDay)))
    return own if clocked else (*own, *more)


def _copied(source: Items, content: Items) -> Items:
    """Return another day's words, with a day's own in place of those of their sort."""
    if not source:
        return content
    own = tuple(item for item in content if not isinstance(item.value, SameAs) and sort_of(item))
    sorts = {sort_of(item) for item in own}
    sorts |= {"clock", "part"} if sorts & {"clock", "part"} else set()
    return (*(item for item in source if sort_of(item) not in sorts or not sort_of(item)), *own)


def with_open_times(groups: Sequence[Group]) -> Sequence[Group]:
    """Take the time from a day that is told with others, and then left open: "mon wed sat at 6 (sat whenever)"."""
    opened = [found for found in groups if _is_only_open(found)]
    days = frozenset().union(*map(weekdays_of, opened))
    others = [found for found in groups if found not in opened]
    if not days or not all(any(day in weekdays_of(found) for found in others) for day in days):
        return groups
    tail = Tail(items=(), start=0, only=days)
    return [_untimed(part) if weekdays_of(part) <= days else part for found in others for part in _parts(found, tail)]


def _is_only_open(found: Group) -> bool:
    """Tell whether a day's time is left open and nothing else is said of it."""
    said = [item for item in found.content if not item.is_mark(",.;()!")]
    plain = all(is_filler(item) and not item.means("kind") for item in said)
    return bool(found.days) and plain and any_text(said, ANY_TIME)


def _untimed(found: Group) -> Group:
    return replace(found, content=tuple(item for item in found.content if not is_time(item)))


def with_the_others(groups: Sequence[Group]) -> Sequence[Group]:
    """Give "the rest easy" and "the others at 7" to the days that are named without a kind or time, if there are any.

    "The other days I run 10k easy at 6, sunday 20k" tells of further days.
    """
    rest = next((found for found in groups if any_value(found.days, OtherDays)), None)
    told = _told_of_the_others(rest) if rest is not None else ()
    if rest is None or not told:
        return groups
    named = [found for found in groups if found is not rest]
    has = _tells_kind if sort_of(told[0]) == "kind" else _tells_time
    if sort_of(told[0]) == "measure":
        has = _tells_length
    own = {day for found in named if has(found) for day in weekdays_of(found)}
    if all(weekdays_of(found) <= own for found in named) or not _are_as_many(rest, named, own):
        return groups
    tail = Tail(items=told, start=0, but=frozenset(own))
    parted = (part for found in named for part in _parts(found, tail))
    return [one if weekdays_of(one) <= own else replace(one, content=(*one.content, *told)) for one in parted]


def _told_of_the_others(rest: Group) -> Items:
    """Return the one kind or time that is all that is said of the other days; a length where they are counted."""
    told = tuple(item for item in rest.content if sort_of(item))
    sorts = {sort_of(item) for item in told}
    if sorts == {"kind"}:
        return told if len(told) == 1 and told[0].means("kind") != RunKind.REST else ()
    plain = all(is_filler(item) or item in told for item in rest.content)
    timed = bool(sorts) and sorts <= {"clock", "part"}
    measured = sorts == {"measure"} and _count(rest) is not None
    return told if plain and (timed or measured) else ()


def _count(rest: Group) -> int | None:
    return next((item.value.count for item in rest.days if isinstance(item.value, OtherDays)), None)


def _are_as_many(rest: Group, named: Sequence[Group], own: set[Weekday]) -> bool:
    """Tell whether as many days are left of those named as "the other two" says."""
    left = {day for found in named for day in weekdays_of(found)} - own
    return _count(rest) in (None, len(left))


def _tells_time(found: Group) -> bool:
    no_run = any_means(found.content, "kind", RunKind.REST) or any_means(found.content, "not_run")
    return no_run or any_item(found.content, is_time) or _is_strange(found.content)


def _tells_length(found: Group) -> bool:
    no_run = any_means(found.content, "kind", RunKind.REST) or any_means(found.content, "not_run")
    return no_run or any(sort_of(item) == "measure" for item in found.content)


def _tells_kind(found: Group) -> bool:
    told = any(
        sort_of(item) == "kind"
        or item.means("not_run")
        or item.means("action") == "instead"
        or item.text in OF_TRAINING
        for item in found.content
    )
    return told or _is_strange(found.content)


def with_tails(groups: Sequence[Group], tails: Sequence[Tail]) -> Iterator[Group]:
    """Give each day what was said for all of them, where the day itself says nothing of that sort."""
    for found in reduce(_parted, tails, groups):
        yield reduce(lambda one, tail: _with_tail(one, tail, groups[0]), tails, found)


def _parted(groups: Sequence[Group], tail: Tail) -> Sequence[Group]:
    """Part the days that are told together where only some of them are excepted: "Mon/Thu/Sat. All easy but Thu"."""
    return [part for found in groups for part in _parts(found, tail)]


def _parts(found: Group, tail: Tail) -> Iterator[Group]:
    kept = weekdays_of(found) & tail.only - tail.but
    if not kept or kept == weekdays_of(found):
        yield found
        return
    for days in (kept, weekdays_of(found) - kept):
        yield replace(found, days=tuple(_only(item, days) for item in found.days))


def _only(item: Item, days: Collection[Weekday]) -> Item:
    if not isinstance(item.value, Days):
        return item
    return replace(item, value=replace(item.value, days=tuple(day for day in item.value.days if day in days)))


def _with_tail(found: Group, tail: Tail, first: Group) -> Group:
    ahead = not first.days or tail.start < first.days[0].start
    before = ahead or (bool(found.days) and found.days[0].start < tail.start)
    days = weekdays_of(found)
    before = before or tail.only != frozenset(Weekday)
    parts = {item.value.part for item in found.content if isinstance(item.value, PartOfDay)}
    excepted = days & tail.but or not days <= tail.only or (tail.part is not None and tail.part not in parts)
    excepted = excepted or (tail.kind is not None and tail.kind != next(_kinds(found), None))
    before = before or tail.kind is not None
    if not before or excepted or _is_no_run(found.content) or _is_strange(found.content):
        return found
    if any_text(found.content, ANY_TIME):
        tail = replace(tail, items=tuple(item for item in tail.items if sort_of(item) not in {"clock", "part"}))
    sorts = {sort_of(item) for item in found.content}
    sorts |= {"part"} if any(isinstance(item.value, Clock) and item.value.padded for item in found.content) else set()
    told = (item for item in tail.items if sort_of(item) not in sorts)
    return replace(found, content=(*found.content, *told))


def _kinds(found: Group) -> Iterator[str]:
    return (kind for item in found.content if (kind := item.means("kind")) not in (None, "other"))


def _is_strange(content: Items) -> bool:
    """Tell whether a day holds nothing but words that may be anything: "sat = laundry"."""
    said = [item for item in content if not is_filler(item)]
    strange = bool(said) and all(item.text.isalpha() and not item.senses for item in said)
    return strange and not any_means(content, "kind")


def _is_no_run(content: Items) -> bool:
    kinds = {item.means("kind") for item in content} - {None}
    crossed = bool(content) and content[-1].is_mark("-xX/") and not says_something(content[:-1])
    return crossed or kinds == {"rest"} or (not kinds and any_means(content, "not_run"))
