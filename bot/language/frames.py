"""Days and the words that belong to them, and which words say anything at all."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.language.items import Dated, Days, Distance, Doubtful, Duration, Item, OtherDays, Repeats, WeekOf, Word
from bot.language.meaning import Doubt

Items = tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """One or more days and what is said of them. `day_last` says that the words came before the day."""

    days: Items
    content: Items = ()
    day_last: bool = False
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouped:
    """All the groups of a text, and the stretches that name no day."""

    groups: tuple[Group, ...]
    loose: tuple[Items, ...]


def is_day(item: Item) -> bool:
    """Tell whether an item names one or more days, be it in doubt which."""
    if isinstance(item.value, Doubtful):
        return item.value.unread.doubt in {Doubt.PATTERN, Doubt.DATE, Doubt.DATE_ORDER}
    return isinstance(item.value, Days | Dated | OtherDays)


def names_kind(items: Iterable[Item]) -> bool:
    """Tell whether a kind of run is said, in words or by repeats."""
    return any(
        isinstance(item.value, Repeats) or item.means("kind") or item.means("race_distance") or item.means("not_run")
        for item in items
    )


def is_about(items: Items, index: int) -> bool:
    """Tell whether a word of doubt only softens the number behind it: "maybe 3 hours", "I think 6/10"."""
    item, behind = items[index], items[index + 1 : index + 2]
    if item.means("unsure") != "word" or item.is_word("clause"):
        return False
    return any(one.number is not None or isinstance(one.value, Distance | Duration) for one in behind)


def says_something(items: Iterable[Item]) -> bool:
    """Tell whether any item is more than filler, a mark or the words of a sentence's frame."""
    return any(not is_filler(item) for item in items)


def is_filler(item: Item) -> bool:
    """Tell whether an item carries nothing for a reading."""
    if isinstance(item.value, Word) and item.number is not None and not item.value.token.spelled:
        return False
    if item.means("kind") not in (None, "other") or item.means("not_run") or item.means("run_part"):
        return False
    if item.means("filler") or item.means("plain") or isinstance(item.value, WeekOf):
        return True
    return item.is_mark(".,;:!?|-+*&/()[]{}~#@'\"<>=_\n\t") or item.is_word(
        "and", "on", "at", "to", "this", "weekly", "all_days_but"
    )
