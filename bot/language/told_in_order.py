"""Runs that are told in the order of days named elsewhere: "first is easy, second …", "beginning Monday: easy, …"."""

from collections.abc import Iterator

from bot.language.frames import COPULAS, Items, is_day, is_filler, names_kind
from bot.language.held import any_means
from bot.language.items import Days, Distance, Duration, Item, line_end
from bot.language.tables import split_at
from bot.training.time import Weekday

_FEWEST = 2
_WEEK = 7
_ENDS = ".;\n!"
_LAST = frozenset({"last", "the last", "final"})
_ORDER = frozenset({"order", "beginning", "starting", "from", "start", "starts", "begins", "commencing", "as of"})
_REACH = 4


def by_ordinals(items: Items) -> Items | None:
    """Return the items with "first is easy, second 4x4 minutes, third is long" as runs of the days named before."""
    places = list(_ordinals(items)) if any_means(items, "ordinal", "1") else []
    if len(places) < _FEWEST:
        return None
    days = [day for item in items[: places[0]] if isinstance(item.value, Days) for day in item.value.days]
    end = next((at for at in range(places[-1], len(items)) if items[at].is_mark(_ENDS)), len(items))
    runs = [_run(items[begin + 1 : stop]) for begin, stop in zip(places, [*places[1:], end], strict=True)]
    if len(set(days)) != len(days) or len(days) != len(runs) or not all(map(_tells, runs)):
        return None
    start = items[places[0]].start
    return (*items[: places[0]], *_dealt(days, runs, start), line_end(start), *items[end:])


def _ordinals(items: Items) -> Iterator[int]:
    """Yield where "first", "second" and so on stand, one after the other, up to "last"."""
    count = 0
    for index, item in enumerate(items):
        if item.means("ordinal") == str(count + 1) or (count and item.text in _LAST):
            count += 1
            yield index


def by_first_day(items: Items) -> Items | None:
    """Return the items with seven parts as the runs of the days from the one that is named before them."""
    places = [index for index, item in enumerate(items) if is_day(item)]
    value = items[places[0]].value if len(places) == 1 else None
    if not isinstance(value, Days) or len(value.days) > 1:
        return None
    lead = items[max(0, places[0] - _REACH) : places[0]]
    begin = next((at for at in range(places[0] + 1, len(items)) if items[at].is_mark(":,-")), len(items))
    if not any(item.text in _ORDER for item in lead) or begin != places[0] + 1:
        return None
    end = next((at for at in range(begin, len(items)) if items[at].is_mark(_ENDS)), len(items))
    runs = [_run(part) for part in split_at(items[begin + 1 : end], ",")]
    if len(runs) != _WEEK or not all(map(_tells, runs)):
        return None
    days = [Weekday((value.days[0] + step) % _WEEK) for step in range(_WEEK)]
    start = items[begin].start
    return (*_dealt(days, runs, start), line_end(start), *items[end:])


def _run(part: Items) -> Items:
    """Return what is said of one run, without what leads to it and parts it from the next."""
    kept = list(part)
    while kept and (kept[0].text in COPULAS or kept[0].is_mark(":=-,/") or _is_joint(kept[0])):
        kept.pop(0)
    while kept and (kept[-1].is_mark(",/") or _is_joint(kept[-1])):
        kept.pop()
    return tuple(kept)


def _is_joint(item: Item) -> bool:
    return is_filler(item) and not item.means("kind")


def _tells(run: Items) -> bool:
    return names_kind(run) or any(isinstance(item.value, Distance | Duration) for item in run)


def _dealt(days: list[Weekday], runs: list[Items], start: int) -> Iterator[Item]:
    for day, run in zip(days, runs, strict=True):
        yield line_end(start)
        yield Item(value=Days(days=(day,)), start=start, end=start)
        yield from run
