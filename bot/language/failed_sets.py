"""Sets that failed: no lift of theirs is stored."""

from bot.language.frames import Items
from bot.language.items import Context, Repeats

_LEAST_WEIGHT = 30
_FAILED = frozenset({"fail", "failed", "failure", "miss", "missed"})


def without_failed(context: Context, items: Items) -> str:
    """Leave out the weight of a set that failed, of a lift that is told: "140x3, 150x1, 155 fail"."""
    if not any(item.is_word("x") or isinstance(item.value, Repeats) for item in items):
        return context.text
    for mark, weight, verdict in zip(items, items[1:], items[2:], strict=False):
        joined = mark.is_mark(",;+") or mark.is_word("and")
        if joined and (weight.number or 0) >= _LEAST_WEIGHT and verdict.text in _FAILED:
            return f"{context.text[: mark.start]}{context.text[verdict.end :]}"
    return context.text
