"""A time that a sentence of its own tells behind a week without times: "… sat long. We meet at 7am"."""

from bot.language.frames import Items, is_day
from bot.language.items import Clock, Days, Distance, Doubtful, Duration, Item, OtherDays, PartOfDay, Repeats
from bot.training.runs import RunKind
from bot.training.time import Weekday

_ENDS = ".;!?\n)"
_FEWEST = 2
_WHO = frozenset({"i", "i'll", "i'd", "i'm", "i go", "always", "usually"})
_OF_ELSE = frozenset(
    {
        *("finish", "finishes", "bed", "sleep", "asleep", "dinner", "closes", "opens", "school", "bus", "lecture"),
        *("meeting", "shift", "wife", "kids", "race", "gym"),
    }
)


def time_of_sentence(items: Items, index: int) -> tuple[Items, int]:
    """Return the only time of a week, where a sentence behind its days begins that tells it and nothing of one day."""
    if index == 0 or not _opens(items, index):
        return (), index
    end = next((at for at in range(index, len(items)) if items[at].is_mark(_ENDS)), len(items))
    said = items[index:end]
    if sum(map(_is_clock, said)) != 1 or any(map(_tells_other, said)) or any(map(_is_clock, items[:index])):
        return (), index
    days = {day for item in items[:index] if isinstance(item.value, Days) for day in item.value.days}
    if len(days) < _FEWEST or any(map(_tells_more, items[end:])):
        return (), index
    return tuple(item for item in said if isinstance(item.value, Clock | PartOfDay)), end


def _opens(items: Items, index: int) -> bool:
    """Tell whether a sentence begins here, or "I start at 5:45" goes on behind a run."""
    dash = items[index - 1].is_mark("-") and items[index].text[:1].isalpha() and not items[index].means("race_distance")
    who = items[index].text in _WHO and not is_day(items[index - 1]) and not _is_of_one_day(items[:index])
    return items[index - 1].is_mark(".;\n") or dash or who


def _is_of_one_day(before: Items) -> bool:
    """Tell whether a sentence names one day so far and others are told before it."""
    begin = next((at for at in range(len(before), 0, -1) if before[at - 1].is_mark(".;\n")), 0)
    days = [day for item in before[begin:] if isinstance(item.value, Days) for day in item.value.days]
    return len(days) == 1 and any(map(is_day, before[:begin]))


def _is_clock(item: Item) -> bool:
    return isinstance(item.value, Clock)


def _tells_other(item: Item) -> bool:
    """Tell whether an item is of one day's run, of no run, or of somebody else."""
    every = isinstance(item.value, Days) and len(item.value.days) == len(Weekday)
    other = any(item.means(group) for group in ("not_run", "unsure", "lift", "mass"))
    other = other or item.means("action") not in (None, "mine") or item.means("kind") not in (None, "other")
    measured = isinstance(item.value, Distance | Doubtful | Duration | OtherDays | Repeats)
    return other or measured or (is_day(item) and not every) or item.is_word("until") or item.text in _OF_ELSE


def _tells_more(item: Item) -> bool:
    """Tell whether a later sentence goes on with the week; "mondays off" does not."""
    return _is_clock(item) or item.means("kind") not in (None, "other", RunKind.REST)
