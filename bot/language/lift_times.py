"""When one lifts every week, in any words: "weights are tues and fri 7am", "gym tue 18:00 fri 18:00 every week"."""

from bot.language.frames import COPULAS, Items, is_about, is_now
from bot.language.held import any_item, any_means, any_text, any_value
from bot.language.items import Clock, Dated, Days, Distance, Duration, Item, Repeats, WeekOf
from bot.language.run_words import is_stranger

_SEVERAL = 2
_TEACHES = frozenset({"coach", "teach", "coaching", "teaching"})
_WANTED = frozenset({"want", "want to", "need", "need to", "will", "i'll", "going to", "gonna"})
_GIVEN_UP = frozenset({"stopped", "dropped", "dropping", "stopping", "no longer", "no more", "quit", "not"}) | {
    *("can't do", "cant do", "can't make", "cant make", "cannot do", "cannot make", "won't make", "wont make"),
}
_PAST = frozenset({"was", "were"})
_STANDING = frozenset(
    {"live", "lives", "fixed", "becomes", "become", "class", "happens", "happen", "locked", "starting"}
)


def tells_lift_times(items: Items) -> bool:
    """Tell whether lifting, weekdays and times are all that is said, of several days or of every week."""
    if not (any_means(items, "lift", "now") and any_value(items, Days) and any_value(items, Clock)):
        return False
    if any(isinstance(item.value, WeekOf) and not _begins(items, at) for at, item in enumerate(items)):
        return False
    items = _told(items)
    days = [item.value for item in items if isinstance(item.value, Days)]
    clocks = [item.value for item in items if isinstance(item.value, Clock)]
    if not (days and clocks) or any(clock.until is not None for clock in clocks):
        return False
    weekly = any(day.habit for day in days) or any_item(items, _is_lasting)
    several = len({one for day in days for one in day.days}) >= _SEVERAL
    return (weekly or several) and not any(_is_of_else(items, index) for index in range(len(items)))


def _is_lasting(item: Item) -> bool:
    return item.is_word("weekly", "every") or item.text in {"from now on", "permanently", "going forward"}


def _begins(items: Items, index: int) -> bool:
    """Tell whether a week is only when it begins: "from next week"."""
    return any_text(items[max(0, index - 1) : index], ("from", "starting"))


def new_times_in(items: Items) -> int:
    """Return the mark behind "no lifting fridays anymore", before the days and times that take their place; else -1."""
    mark = next((index for index, item in enumerate(items) if item.is_mark(",.;")), 0)
    given_up = any(item.is_word("no") or item.text in _GIVEN_UP for item in items[:mark])
    named = any(isinstance(item.value, Days) and item.value.habit for item in items[:mark])
    lifts = any_means(items[:mark], "lift", "now")
    return mark if given_up and named and lifts else -1


def _told(items: Items) -> Items:
    """Return what stands behind "so", up to the mark or reason behind the last day or time, without "now"."""
    so = next((index for index, item in enumerate(items) if item.text == "so"), -1)
    so = so if so >= 0 else new_times_in(items)
    begin = so + 1 if any_value(items[so + 1 :], Days) else 0
    last = max((index for index, item in enumerate(items) if isinstance(item.value, Days | Clock)), default=-1)
    weekly = max((index for index, item in enumerate(items) if _is_lasting(item)), default=-1)
    last = max(last, weekly)
    end = next((index for index in range(last + 1, len(items)) if _ends(items[index])), len(items))
    now = {item.start for item in items if is_now(item)}
    return tuple(item for item in items[begin:end] if item.start not in now)


def _ends(item: Item) -> bool:
    return item.is_mark(",.;!\n(") or item.is_word("clause")


def _is_of_else(items: Items, index: int) -> bool:
    """Tell whether an item asks, doubts, denies, or tells of something that is no weekly lift."""
    item = items[index]
    if isinstance(item.value, Dated | Distance | Duration | Repeats) or item.is_word("or", "no", "clause", "x"):
        return True
    if item.means("unsure") and not is_about(items, index):
        return True
    asks = item.means("ask") is not None and not (item.text in COPULAS and index > 0)
    if item.means("action") == "move":
        # "Weights moved to tues/fri" says where they are now, "from … to" one lift's new day.
        return any_text(items, ("from",)) or not any_means(items[index + 1 :][:1], "word", "to")
    return asks or _is_told_of(item)


def _is_told_of(item: Item) -> bool:
    if item.means("state_word") == "not_now" and item.text not in _WANTED:
        return True
    acts = item.means("action") not in {None, "fix", "mine", "instead", "instead_of", "for_good"}
    others = item.means("state_word") == "others" or item.text in _TEACHES or item.is_mark("?") or item.text in _PAST
    lifted = item.means("lift") == "past" or item.means("mass") is not None or item.means("kind") is not None
    return acts or others or lifted or (is_stranger(item) and item.text not in _STANDING)
