"""What a runner takes back in the same breath: "tuesday, no wait wednesday", "6pm sorry 7pm", "5k, I mean 6k"."""

from bot.language.frames import Items, is_day
from bot.language.items import Clock, Distance, Duration, Item

_TAKES_BACK = frozenset(
    {
        *("no wait", "wait no", "no sorry", "sorry no", "i mean", "sorry i mean", "no i mean", "or rather"),
        *("scratch that", "make that", "make it", "no make it", "sorry", "correction", "actually no", "no actually"),
    }
)
_MARKS = ",.-;\u2026()!"
_ENDS = ",.;!\n"
_LEADS = frozenset(
    {"that's", "thats", "it's", "its", "that is", "no", "wait", "actually", "oh", "oops", "nope", "hang on"}
)
_MOST_MARKS = 4


def corrected(items: Items) -> Items:
    """Leave out each day, time, length or kind that is taken back by another one right behind it."""
    if not any(item.text in _TAKES_BACK for item in items):
        return items
    kept: list[Item] = []
    index = 0
    while index < len(items):
        after = _after_marker(items, index)
        place = _last_said(kept)
        if after is not None and place is not None and _sort(kept[place]) == _sort(items[after]):
            del kept[place:]
            index = after
        elif after is not None and (old := _same_before(kept, items, after)) is not None:
            kept[old] = items[after]
            index = after + 1
            continue
        kept.append(items[index])
        index += 1
    return tuple(kept)


def _same_before(kept: list[Item], items: Items, after: int) -> int | None:
    """Return where the day or time stands that is taken back behind its run: "tuesday track no wait wednesday"."""
    ends = after + 1 == len(items) or items[after + 1].is_mark(_ENDS)
    last = len(kept) - 1
    while last >= 0 and kept[last].is_mark(_MARKS):
        last -= 1
    for place in range(last, max(-1, last - _MOST_MARKS), -1):
        if not ends or kept[place].is_mark(_ENDS):
            return None
        if _sort(kept[place]) == _sort(items[after]) and _sort(items[after]) in {"day", "Clock"}:
            return place
    return None


def _after_marker(items: Items, index: int) -> int | None:
    """Return where the right value stands behind a taking back ("no sorry make it"), which begins here."""
    begin = index
    while index < len(items) and (items[index].text in _TAKES_BACK | _LEADS or items[index].is_mark(_MARKS)):
        index += 1
    takes = items[begin].text in _TAKES_BACK | _LEADS and any(one.text in _TAKES_BACK for one in items[begin:index])
    return index if takes and index < len(items) and _sort(items[index]) else None


def _last_said(kept: list[Item]) -> int | None:
    """Return where the value stands that was said last, with marks at most behind it."""
    for step, item in enumerate(reversed(kept[-_MOST_MARKS:]), start=1):
        if not item.is_mark(_MARKS):
            return len(kept) - step if _sort(item) else None
    return None


def _sort(item: Item) -> str:
    if is_day(item):
        return "day"
    for kind in (Clock, Distance, Duration):
        if isinstance(item.value, kind):
            return kind.__name__
    return "kind" if item.means("kind") else ""
