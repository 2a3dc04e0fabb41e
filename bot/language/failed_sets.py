"""Sets that failed: no lift of theirs is stored."""

from bot.language.frames import Items
from bot.language.held import any_means, any_value
from bot.language.items import Clock, Context, Repeats

_LEAST_WEIGHT = 30
_FAILED = frozenset({"fail", "failed", "failure", "miss", "missed"})


def without_failed(context: Context, items: Items) -> str:
    """Leave out the weight of a set that failed, of a lift that is told: "140x3, 150x1, 155 fail"."""
    if not (any_means(items, "word", "x") or any_value(items, Repeats)):
        return context.text
    if told := _told_of_last(context, items):
        return told
    for mark, weight, verdict in zip(items, items[1:], items[2:], strict=False):
        joined = mark.is_mark(",;+") or mark.is_word("and")
        if joined and (weight.number or 0) >= _LEAST_WEIGHT and verdict.text in _FAILED:
            return f"{context.text[: mark.start]}{context.text[verdict.end :]}"
    return context.text


def _told_of_last(context: Context, items: Items) -> str:
    """Leave out where the last set failed, which is no effort: "5x5 at 100, last set failed at 4"."""
    for index in (at for at, item in enumerate(items[1:-1], start=1) if item.text in _FAILED):
        behind = items[index + 1 : index + 3]
        number = next(
            (place for place, one in enumerate(behind) if one.number is not None or isinstance(one.value, Clock)), None
        )
        mark = next((at for at in range(index, 0, -1) if items[at].is_mark(",;(.")), 0)
        lasts = any(one.is_word("last") or one.text in {"final", "last set"} for one in items[mark:index])
        if number is not None and mark and lasts:
            return f"{context.text[: items[mark].start]}{context.text[behind[number].end :]}"
    return ""
