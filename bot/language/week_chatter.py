"""What is only talk in a week: brackets and reasons whose words are strange and tell of no run, day or time."""

from collections.abc import Iterator

from bot.language.frames import Items, is_day, is_spelled
from bot.language.items import Clock, Distance, Doubtful, Duration, Item, Pace, PartOfDay, Repeats, SameAs
from bot.training.runs import RunKind

_ENDS = ".,;!?()|\t\n"


def without_brackets(items: Items) -> Iterator[Item]:
    """Leave out brackets with a strange word and nothing of a week: "(blood pressure, nothing exciting)"."""
    index = 0
    while index < len(items):
        end = _end_of_brackets(items, index) if items[index].is_mark("(") else None
        if end is not None and _is_chatter(items[index + 1 : end]):
            index = end
        else:
            yield items[index]
        index += 1


def _end_of_brackets(items: Items, index: int) -> int | None:
    return next((at for at in range(index, len(items)) if items[at].is_mark(")\n")), None)


def _is_chatter(said: Items) -> bool:
    kinds = {item.means("kind") for item in said} - {None, "other", RunKind.REST}
    return any(map(is_strange, said)) and not kinds and not any(map(_tells, said))


def without_reasons(items: Items) -> Iterator[Item]:
    """Leave out before or after what a run is, where that is something strange: "after my pills have gone down"."""
    index = 0
    while index < len(items):
        end = _end_of_reason(items, index) if items[index].is_word("before", "after") else index
        reason = items[index + 1 : end]
        if end > index and any(map(is_strange, reason)):
            index = end
        else:
            yield items[index]
            index += 1


def _end_of_reason(items: Items, index: int) -> int:
    return next(
        (at for at in range(index + 1, len(items)) if items[at].is_mark(_ENDS) or _tells(items[at]) or is_named(items[at])),
        len(items),
    )


def is_strange(item: Item) -> bool:
    """Tell whether a word is none that the vocabulary knows."""
    return item.text.isalpha() and len(item.text) > 1 and not item.senses


def is_named(item: Item) -> bool:
    """Tell whether a word can only be a kind of run."""
    return item.means("kind") not in (None, "other") and item.means("loose_kind") is None


def _tells(item: Item) -> bool:
    values = (Clock, Distance, Doubtful, Duration, Pace, PartOfDay, Repeats, SameAs)
    numbered = item.number is not None and not is_spelled(item)
    return numbered or is_day(item) or isinstance(item.value, values) or item.is_word("or", "all_days_but")
