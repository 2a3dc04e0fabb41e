"""A week that is dictated without a mark: "monday I've got the kids so nothing then tuesday I run at lunch easy …"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from bot.language.frames import Items, is_day, is_filler
from bot.language.items import Days, Item
from bot.training.time import Weekday

_FEWEST_DAYS = 3
_WORDS_PER_DAY = 4
_MARKS = frozenset(",;:\n()|?!/")
_JOINTS = frozenset({"then", "and", "and then", "um", "uh", "so"})
_THEN = " then "


def with_marks(items: Items, text: str) -> str:
    """Return a text with a comma before each day where days are told in their order, each before its run, unmarked."""
    if not _MARKS.isdisjoint(text) or sum(map(is_day, items)) < _FEWEST_DAYS:
        return text
    items = tuple(_apart(items, text))
    places = [at for at, item in enumerate(items) if is_day(item)]
    days = [_only_day(items[at]) for at in places]
    again = [at > 0 and days[at] == days[at - 1] for at in range(len(days))]
    told = [day for day, repeated in zip(days, again, strict=True) if day is not None and not repeated]
    if len(told) + sum(again) < len(days) or not _is_told_by_day(items, places, again) or not _is_in_order(told):
        return text
    parts = (
        items[at + repeated : end] for at, end, repeated in zip(places, [*places[1:], len(items)], again, strict=True)
    )
    said = ((_without_joints(part), repeated) for part, repeated in zip(parts, again, strict=True))
    return "".join(f"{' ' if more else ', '}{text[part[0].start : part[-1].end]}" for part, more in said if part).strip(
        ", "
    )


def _apart(items: Items, text: str) -> Iterator[Item]:
    """Take "nothing monday then tuesday I run" apart: there "then" goes on to the next day."""
    for item in items:
        end = text.find(_THEN, item.start, item.end)
        if isinstance(item.value, Days) and len(item.value.days) > 1 and end >= 0:
            one, two = (replace(item.value, days=(day,)) for day in (item.value.days[0], item.value.days[-1]))
            yield replace(item, value=one, end=end)
            yield replace(item, value=two, start=end + len(_THEN))
        else:
            yield item


def _is_told_by_day(items: Items, places: Sequence[int], again: Sequence[bool]) -> bool:
    """Tell whether only fillers stand before the first day, and words behind each; times have moved behind none."""
    lead = items[: places[0]]
    led = all(is_filler(item) and item.number is None and item.text[:1].isalpha() for item in lead)
    in_place = all(one.start <= two.start for one, two in pairwise(items))
    apart = zip(pairwise(places), pairwise(again), strict=True)
    told = all(two - one > 1 or any(repeated) for (one, two), repeated in apart)
    return led and in_place and told and places[-1] + 1 < len(items) and len(items) >= _WORDS_PER_DAY * len(places)


def _is_in_order(days: Sequence[Weekday]) -> bool:
    """Tell whether each of several days comes once, and they follow each other from any day on."""
    turns = sum(one > two for one, two in pairwise(days))
    return len(days) >= _FEWEST_DAYS and len(set(days)) == len(days) and turns <= 1


def _without_joints(part: Items) -> Items:
    while part and part[-1].text in _JOINTS:
        part = part[:-1]
    return part


def _only_day(item: Item) -> Weekday | None:
    return item.value.days[0] if isinstance(item.value, Days) and len(item.value.days) == 1 else None
