"""Where a line of a week is split before it is shared out among its days."""

from collections.abc import Iterator

from bot.language.frames import Items, is_day, says_something
from bot.language.held import any_mark
from bot.language.tables import split_at

_SEPARATORS = ",.|\t!?"


def segments(line: Items) -> Iterator[Items]:
    """Split a line at commas and stops, at a slash before a day, and at "and" where both sides name a day."""
    for segment in split_at(line, _SEPARATORS):
        for part in _split_at_slash(segment):
            yield from _split_at_and(part)


def _split_at_slash(segment: Items) -> Iterator[Items]:
    """Split "Mon off / Tue track"; "Mon/Wed/Fri" is a list, for nothing is said between its days."""
    start = 0
    for index, item in enumerate(segment[:-1]):
        parts = item.is_mark("/") and is_day(segment[index + 1]) and not is_day(segment[index - 1])
        if parts and says_something(segment[start:index]):
            yield segment[start:index]
            start = index + 1
    yield segment[start:]


def _split_at_and(segment: Items) -> Iterator[Items]:
    days = [index for index, item in enumerate(segment) if is_day(item)]
    start = 0
    for index, item in enumerate(segment):
        joint = item.is_word("and") or item.is_mark("+")
        if (
            joint
            and any(start <= day < index for day in days[:1])
            and days[-1] > index
            and says_something(segment[:index])
            and not _is_labelled(segment, index)
        ):
            yield segment[start:index]
            start, days = index + 1, [day for day in days if day > index]
    yield segment[start:]


def _is_labelled(segment: Items, index: int) -> bool:
    """Tell whether a colon stands behind the next day, so that nothing before it is its: "mon: a & b wed: …"."""
    day = next(at for at in range(index, len(segment)) if is_day(segment[at]))
    return day > index + 1 and any_mark(segment[day + 1 : day + 2], ":")
