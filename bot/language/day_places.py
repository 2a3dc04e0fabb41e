"""Days that are told by their place among those named before: "first two at 7pm, last one 7am"."""

from collections.abc import Iterator
from dataclasses import replace

from bot.language.frames import Items, is_day, is_digits, is_filler
from bot.language.held import any_means
from bot.language.items import Clock, Days, Item
from bot.training.runs import RunKind
from bot.training.time import Weekday

_LEAST = 2
_ENDS = ",.;!\n)"
_LAST = frozenset({"last", "final", "the last"})


def days_named(items: Items) -> tuple[Weekday, ...]:
    """Return the days that are named for a run, each where it is named first."""
    named = (item.value for at, item in enumerate(items) if isinstance(item.value, Days) and not _is_free(items, at))
    return tuple(dict.fromkeys(day for days in named for day in days.days))


def _is_free(items: Items, day: int) -> bool:
    """Tell whether no run is on a day: "mon weights", "fri off"."""
    end = next((at for at in range(day + 1, len(items)) if items[at].is_mark(_ENDS) or is_day(items[at])), len(items))
    said = items[day + 1 : end]
    rests = any_means(said, "not_run") or any_means(said, "kind", RunKind.REST)
    return rests and not any(item.means("kind") not in (None, RunKind.OTHER, RunKind.REST) for item in said)


def with_places(chunk: Items, days: tuple[Weekday, ...]) -> Iterator[Item]:
    """Yield "first two" and "last one" as those of the days that are told before."""
    skipped = False
    for place, item in enumerate(chunk):
        first, last = item.text == "first", item.text in _LAST
        behind = chunk[place + 1 : place + 2]
        count = next((one.number for one in behind if one.number is not None and not is_digits(one)), None)
        if (first or last) and len(days) >= _LEAST and not _is_else(behind, count):
            number = count or 1
            skipped = count is not None
            yield replace(item, value=Days(days=days[:number] if first else days[-number:]))
        elif skipped:
            skipped = False
        else:
            yield item


def _is_else(behind: Items, count: int | None) -> bool:
    """Tell whether "first" stands before something else than a number, a time or small words: "first thing"."""
    return count is None and not all(isinstance(one.value, Clock) or is_filler(one) for one in behind)
