"""What is said once for some of the days: "weekday runs at 6pm", "18:00 for weekdays", "the evening ones are at 7"."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.language.frames import BARE_HOURS, Items, is_day, is_filler
from bot.language.held import any_mark, any_text, any_value
from bot.language.items import Clock, Days, Distance, Duration, Item, PartOfDay, Repeats, Word
from bot.language.meaning import Part
from bot.training.time import Weekday

ALL = frozenset(
    {
        *("all", "always", "everything", "all runs", "every run", "both", "each", "all three", "all four"),
        *("all of them", "all of it", "all of em", "all of those", "all of these", "all three of them"),
    }
)
UNIVERSAL = ALL | {
    "the lot",
    "the whole lot",
    "every single one",
    "every last one",
    "every",
    "every one",
    "every time",
    "each time",
    "each one",
    "throughout",
}
BECAUSE = frozenset(
    {"bcs", "coz", "because of", "bc of", "because", "bc", "cos", "cuz", "cause", "because i", "seeing as"}
)
ENDS = "\n;.|\t:)"
LEAST_OF_SOME = 2
_FIRST_SURE_HOUR = 8
_ARE = frozenset({"ones", "one", "runs", "are", "is"})
_MEASURES = (Distance, Duration, Repeats)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tail:
    """What holds for all days but some: its items, where they stood, and the weekdays that are excepted."""

    items: Items
    start: int
    but: frozenset[Weekday] = frozenset()
    only: frozenset[Weekday] = frozenset(Weekday)
    part: Part | None = None
    """Where only the runs of a part of the day are meant: "the evening ones are at 7"."""
    kind: str | None = None
    """Where only the runs of a kind are meant: "the easy ones are at 7"."""


def time_of_some(items: Items, index: int) -> tuple[Tail, int] | None:
    """Read "18:00 for weekdays" beside several of them that are told by name."""
    if not isinstance(items[index].value, Clock | PartOfDay) or not _opens_plainly(items, index):
        return None
    place = index + 1
    while place < len(items) and _is_of_time(items, place) and not ends_chunk(items[place]):
        place += 1
    value = items[place].value if place < len(items) else None
    if not isinstance(value, Days) or not value.habit or len(value.days) < LEAST_OF_SOME:
        return None
    ends = place + 1 == len(items) or ends_chunk(items[place + 1]) or isinstance(items[place + 1].value, Clock)
    named: set[Weekday] = set().union(
        *(weekdays_of(item) for item in items if not set(value.days) <= weekdays_of(item))
    )
    several = len(named & set(value.days)) >= min(LEAST_OF_SOME, len(value.days) - 1)
    if not ends or not several:
        return None
    times = tuple(_as_times(items[index:place]))
    return Tail(items=times, start=items[index].start, only=frozenset(value.days)), place + 1


def _is_of_time(items: Items, place: int) -> bool:
    """Tell whether an item goes on with a time: "after work-ish like 6 on weekdays"."""
    item = items[place]
    hour = item.number in BARE_HOURS and isinstance(items[place - 1].value, PartOfDay | Word)
    return not is_day(item) and (isinstance(item.value, Clock) or item.is_word("ish") or hour or is_filler(item))


def _as_times(said: Items) -> Iterator[Item]:
    """Yield the times of "after work like 6", with a bare hour as one where no other is said."""
    clocked = any_value(said, Clock)
    for item in said:
        if isinstance(item.value, Clock | PartOfDay):
            yield item
        elif item.number is not None and item.number in BARE_HOURS and not clocked:
            clocked = True
            yield replace(item, value=Clock(time=dt.time(item.number), sure=False, padded=False))


def time_of_part(items: Items, index: int) -> tuple[Tail, int] | None:
    """Read "the evening ones are at 7" and "mornings are at 6" beside days that name those parts."""
    value = items[index].value
    if not isinstance(value, PartOfDay) or not _opens_part(items, index):
        return None
    end = next((place for place in range(index, len(items)) if ends_chunk(items[place])), len(items))
    words = items[index + 1 : end]
    hours = [item for item in words if isinstance(item.value, Clock)]
    told = any(isinstance(item.value, PartOfDay) and item.value.part is value.part for item in items[:index])
    joined = any_text(words, _ARE)
    plain = all(item in hours or item.text in _ARE or is_frame(item) for item in words)
    if len(hours) != 1 or not (told and joined and plain):
        return None
    return Tail(items=(items[index], hours[0]), start=items[index].start, part=value.part), end


def time_of_kind(items: Items, index: int) -> tuple[Tail, int] | None:
    """Read "the easy ones are at 7 before work" in a sentence of its own, beside days that name that kind."""
    kind = items[index].means("kind")
    if kind in (None, "other", "rest") or not _names_runs(items, index) or not _opens_plainly(items, index):
        return None
    end = next((place for place in range(index, len(items)) if items[place].is_mark(ENDS)), len(items))
    begin = next((place + 1 for place in range(index - 1, -1, -1) if items[place].is_mark(ENDS)), 0)
    words = items[index + 1 : end]
    times = tuple(item for item in words if isinstance(item.value, Clock | PartOfDay))
    clocks = sum(isinstance(item.value, Clock) for item in times)
    others = any(item.means("kind") == kind for item in (*items[:begin], *items[end:]))
    told = any(is_day(item) or item.means("kind") or isinstance(item.value, _MEASURES) for item in words)
    if clocks != 1 or told or not others:
        return None
    return Tail(items=times, start=items[index].start, kind=kind), end


def _names_runs(items: Items, index: int) -> bool:
    """Tell whether runs are spoken of: "easy ones", "long runs", "my tempo run"."""
    said = items[index].text.split()
    led = any_text(items[max(0, index - 1) : index], ("the", "my"))
    behind = any_text(items[index + 1 : index + 2], ("ones", "one", "runs", "run"))
    return said[-1] in {"ones", "runs"} or (led and (said[-1] in {"one", "run"} or behind))


def _opens_part(items: Items, index: int) -> bool:
    """Tell whether a part of a sentence begins here, behind its "the"."""
    before = items[index - 1] if index else None
    return before is not None and (before.is_mark(",.;(\n") or before.is_word("and") or before.text == "the")


def tail_of_some(items: Items, index: int) -> tuple[Tail, int] | None:
    """Read "weekday runs at 6pm" beside days that are told by name: it is when those are, and no further runs."""
    value = items[index].value
    opens = index == 0 or items[index - 1].is_mark(",.;\n(")
    if index > 1 and items[index - 1].is_mark(",") and is_day(items[index - 2]):
        # "Tuesdays, Thursdays and Saturdays, normally at 6" is one list.
        return None
    if not isinstance(value, Days) or len(value.days) < LEAST_OF_SOME or not (value.habit or _is_head(items, index)):
        return None
    if not (opens or _is_head(items, index) or _opens_plainly(items, index)):
        return None
    named = any(
        len(days := weekdays_of(item)) == 1 and days <= set(value.days) and not items[place - 1].is_word("all_days_but")
        for place, item in enumerate(items)
    )
    end = next((place for place in range(index + 1, len(items)) if ends_chunk(items[place])), len(items))
    named = named and not (end < len(items) and items[end].is_word("all_days_but"))
    words = items[index + 1 : end]
    if end < len(items) and items[end].is_mark(",") and not any_value(words, Clock):
        end = _behind_clock(items, end)
        words = items[index + 1 : end]
    if (
        index > 1
        and isinstance(items[index - 2].value, Clock)
        and [item.number in BARE_HOURS for item in words] == [True]
    ):
        # "17:45, weekend 9".
        words = tuple(_surely_early(item) for item in _as_times(words))
    times = tuple(item for item in words if isinstance(item.value, Clock | PartOfDay))
    plain = all(item in times or is_frame(item) or item.text in _ARE for item in words)
    return (
        (Tail(items=times, start=items[index].start, only=frozenset(value.days)), end)
        if named and times and plain
        else None
    )


def _is_head(items: Items, index: int) -> bool:
    """Tell whether a time stands with days above those that are told by name: "practice mon-fri 3:30pm: mon easy"."""
    heads = any_mark(items[index + 2 : index + 3], ":")
    return heads and isinstance(items[index + 1].value, Clock)


def _surely_early(item: Item) -> Item:
    """Return an hour from eight on as one of the morning, whatever part of the day others are in."""
    clock = item.value
    if not isinstance(clock, Clock) or clock.time.hour < _FIRST_SURE_HOUR:
        return item
    return replace(item, value=replace(clock, sure=True, padded=True))


def _behind_clock(items: Items, comma: int) -> int:
    """Return the index behind a comma and the time that is all that follows it: "weekdays after school, 4.15"."""
    end = next((place for place in range(comma + 1, len(items)) if ends_chunk(items[place])), len(items))
    alone = all(isinstance(item.value, Clock) or is_filler(item) for item in items[comma + 1 : end])
    return end if alone else comma


def _opens_plainly(items: Items, index: int) -> bool:
    """Tell whether nothing is said before a time in its part of a sentence: "time is", "runs are"."""
    for item in reversed(items[:index]):
        if item.is_mark(ENDS) or item.is_mark(",") or item.is_word("and"):
            return True
        if is_day(item) or not (is_filler(item) or item.means("kind") == "other"):
            return False
    return True


def is_frame(item: Item) -> bool:
    return is_filler(item) or item.text in UNIVERSAL or item.means("kind") == "other" or item.is_word("it", "ish")


def ends_chunk(item: Item) -> bool:
    return item.is_mark(ENDS) or item.is_mark(",") or is_day(item) or item.is_word("and", "all_days_but")


def weekdays_of(item: Item) -> set[Weekday]:
    return set(item.value.days) if isinstance(item.value, Days) else set()


def sort_of(item: Item) -> str:
    if isinstance(item.value, _MEASURES):
        return "measure"
    if isinstance(item.value, Clock):
        return "clock"
    if isinstance(item.value, PartOfDay):
        return "part"
    return "kind" if item.means("kind") not in (None, "other") else ""
