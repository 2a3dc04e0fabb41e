"""A result that looks like a time of day: "3k time trial on mon: 11:02"."""

import re

from bot.language.frames import Items
from bot.language.held import any_means
from bot.language.items import Clock, Context, Distance, Item, Repeats

_WRITTEN = re.compile(r"(?:[2-9]|[1-5]\d)[:.][0-5]\d")
_SHORT_KM = (1.0, 10.0)
# Minutes a kilometre that anybody runs a short race in.
_PACES = (2.5, 9.0)
# Runs begin at a round minute.
_ROUND = 5
_REACH = 8
_AT = frozenset({"at", "from", "@", "around", "about", "by", "until", "till", "before", "after", "starts", "start"})
_RACED = ("race", "time_trial")


def with_result(context: Context, items: Items) -> str:
    """Put minutes in place of what a short run took, and say that it is over; its text is left where it may be a time.

    It is a result where it makes a pace that somebody runs, and is no round minute or is told of a run that was.
    """
    clocks = [index for index, item in enumerate(items) if isinstance(item.value, Clock)]
    lengths = [index for index, item in enumerate(items) if isinstance(item.value, Distance)]
    if len(clocks) != 1 or len(lengths) != 1 or not 0 < clocks[0] - lengths[0] <= _REACH:
        return context.text
    length, clock = items[lengths[0]], items[clocks[0]]
    if not _is_result(length, clock, context.text) or _is_of_day(items, clocks[0]):
        return context.text
    raced = any_means(items, "kind", *_RACED) or any_means(items, "action", "done")
    exact = int(context.text[clock.start : clock.end][-2:]) % _ROUND
    if not raced or not (exact or any_means(items, "action", "done")):
        return context.text
    minutes = re.split(r"[:.]", context.text[clock.start : clock.end])[0]
    over = "" if any_means(items, "action", "done") else "done "
    return f"{context.text[: clock.start].rstrip(' :')} {over}{minutes} min{context.text[clock.end :]}"


def _is_result(length: Item, clock: Item, text: str) -> bool:
    said = text[clock.start : clock.end]
    if not isinstance(length.value, Distance) or not _WRITTEN.fullmatch(said):
        return False
    km = length.value.km
    minutes, seconds = map(int, re.split(r"[:.]", said))
    return _SHORT_KM[0] <= km <= _SHORT_KM[1] and _PACES[0] <= (minutes + seconds / 60) / km <= _PACES[1]


def _is_of_day(items: Items, place: int) -> bool:
    """Tell whether a clock is said to be a time of day, or to be how long each of several took."""
    before = items[place - 1] if place else None
    said = before is not None and (before.text in _AT or before.is_word("at"))
    behind = items[place + 1 : place + 2]
    paced = any(item.is_mark("/") or item.text in {"per", "pace", "each"} for item in behind)
    return said or paced or any(isinstance(item.value, Repeats) for item in items)
