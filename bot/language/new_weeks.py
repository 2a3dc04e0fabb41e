"""A week that is told beside the one that it takes the place of: "it was tue and thu, now it is wed and sat"."""

from bot.language.frames import COPULAS, Items, is_now
from bot.language.items import Clock, Context, Days, Distance, Duration, Item, Pace
from bot.language.openings import NOWADAYS

_WAS = frozenset({"was", "were", "used to", "before", "ran", "did", "until", "trained"})
_SEVERAL = 2


def as_it_is_now(context: Context, items: Items) -> str:
    """Return what a week is now of a text that tells what it was: "it was tue and thu, now it is wed easy 7am"."""
    if not _tells_past(items) or any(item.is_mark("?") for item in items):
        return context.text
    place = next((index for index, item in enumerate(items) if is_now(item) or item.text in NOWADAYS), None)
    begin = 0 if place is None else _begin_of_part(items, place)
    if place is None or not begin or not _is_old_week(items[:begin]) or not _tells_week(items[begin:]):
        return context.text
    now = items[place]
    day = next((item.start for item in items[begin:] if isinstance(item.value, Days)), now.start)
    text = context.text
    if now.start > day:
        return f"{text[items[begin].start : now.start]}{text[now.end :]}"
    behind = next((item.start for item in items[place + 1 :] if item.end > now.end and not _leads(item)), now.end)
    return text[behind:]


def _leads(item: Item) -> bool:
    return item.text in COPULAS or item.is_mark(",:-") or item.text in {"it's", "its", "it", "just", "only"}


def _begin_of_part(items: Items, place: int) -> int:
    turns = (
        index + 1 for index in range(place - 1, -1, -1) if items[index].is_mark(",.;:-!\n") or _turns(items[index])
    )
    return next(turns, 0)


def _turns(item: Item) -> bool:
    return item.text in {"so", "but", "and"}


def _is_old_week(before: Items) -> bool:
    """Tell whether nothing but days, or how often, is said to have been."""
    kinds = {item.means("kind") for item in before} - {None, "other"}
    acts = any(item.means("action") not in (None, "mine", "done") for item in before)
    told = any(isinstance(item.value, Days | Pace) or item.means("span") == "day" for item in before)
    return told and not kinds and not acts and not any(isinstance(item.value, Clock | Distance) for item in before)


def _tells_week(behind: Items) -> bool:
    days = {day for item in behind if isinstance(item.value, Days) for day in item.value.days}
    told = any(item.means("kind") or isinstance(item.value, Clock | Distance | Duration) for item in behind)
    return len(days) >= _SEVERAL and told


def _tells_past(items: Items) -> bool:
    return any(not _WAS.isdisjoint((item.text, *item.text.split())) for item in items)
