"""Days and the words that belong to them, and which words say anything at all."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from bot.language.held import any_means, any_text, any_value, asked_once
from bot.language.items import Clock, Days, Distance, Duration, Item, PartOfDay, Repeats, WeekOf, Word
from bot.language.meaning import Part
from bot.training.runs import RunKind
from bot.training.time import Weekday

Items = tuple[Item, ...]

_MARKS = frozenset(".,;:!?|-+*&/()[]{}~#@'\"<>=_\n\t")
_KINDS = frozenset({"kind", "race_distance", "not_run"})
BARE_HOURS = range(4, 12)
"""The hours of a run that are said without anything that makes them hours: "tue easy 6"."""

SOFT = frozenset({"like", "say", "maybe"})
OURS = frozenset({"me", "i", "i'm", "im", "i've", "ive", "i'll", "us", "mine"})
THEY = frozenset({"he", "she", "they"})
ANY_TIME = frozenset({"whenever", "any time", "anytime", "no set time", "no fixed time", "whatever time"})
"""What leaves open when a run is."""

TRAININGS = frozenset({"training", "practice", "club", "squad", "group", "crew"})
"""Whatever a club or team does."""

OF_TRAINING = frozenset(
    {"workout", "workouts", "session", "sessions", "club", "club run", "club session", "club night"}
)
"""What a day is for whose kind of run others decide: "tue and fri are workouts, the rest easy" tells it apart."""

COPULAS = frozenset({"is", "are"})
RUN_ACTS = frozenset({"run", "running", "runing", "runnin", "rn"})
GIVEN_UP = frozenset({"skip", "missed"})
"""The acts by which a plan is given up."""

OF_THE_GYM = frozenset({"gym"})
"""The group of words that tell of no run: beside one they are as good as unknown."""

LEAST_WEIGHT = 30
"""What a bar is loaded with at least, in kilograms or pounds."""

LONGEST_STATEMENT = 200
"""The most words and marks of what is said of a day or a week; the fullest week that anybody pastes has a hundred."""

_NEARLY = frozenset({"nearly", "almost"})
_FRAME_WORDS = frozenset({"and", "on", "at", "to", "this", "weekly", "all_days_but"})


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
    return item.names_day


def is_now(item: Item) -> bool:
    """Tell whether an item is "now"."""
    return isinstance(item.value, PartOfDay) and item.value.part is Part.NOW


def is_time(item: Item) -> bool:
    """Tell whether an item is a time of the day or a part of it."""
    return isinstance(item.value, Clock | PartOfDay)


def is_spelled(item: Item) -> bool:
    """Tell whether an item is a number in words."""
    return isinstance(item.value, Word) and item.value.token.spelled


def is_digits(item: Item) -> bool:
    """Tell whether an item is a number in digits, alone."""
    return item.number is not None and not is_spelled(item)


def weekdays_of(found: Group) -> set[Weekday]:
    """Return the weekdays of a group."""
    return {day for item in found.days if isinstance(item.value, Days) for day in item.value.days}


def run_kind(item: Item) -> RunKind | None:
    """Return the kind of run that a word names; a distance that is raced is a race."""
    if item.means("race_distance"):
        return RunKind.RACE
    kind = item.means("kind")
    return None if kind is None else RunKind(kind)


def is_lift(item: Item) -> bool:
    """Tell whether a word names lifting that is to come, or is a habit: "deads", "my lift times are"."""
    senses = item.senses
    return senses.get("lift") == "now" or senses.get("action") == "fix"


def names_kind(items: Iterable[Item]) -> bool:
    """Tell whether a kind of run is said, in words or by repeats."""
    return any(not _KINDS.isdisjoint(item.senses) or isinstance(item.value, Repeats) for item in items)


def is_heading(items: Items) -> bool:
    """Tell whether words only number a week ("Week 5", "week 3 of 12")."""
    weeks = any_means(items, "span", "week")
    return weeks and all(item.number is not None or not says_something((item,)) or item.is_word("of") for item in items)


def is_point(items: Items, index: int) -> bool:
    """Tell whether a mark is the point or comma of a number ("38.5", "4,5")."""
    if not items[index].is_mark(".,") or not 0 < index < len(items) - 1:
        return False
    before, after = items[index - 1], items[index + 1]
    glued = before.end == items[index].start and items[index].end == after.start
    return glued and before.number is not None and after.number is not None


def is_about(items: Items, index: int) -> bool:
    """Tell whether a word of doubt only softens the number behind it: "maybe 3 hours", "I think 6/10"."""
    item, behind = items[index], items[index + 1 : index + 2]
    if item.means("unsure") != "word" or item.is_word("clause"):
        return False
    counted = any(one.number is not None and one.text not in {"a", "an"} for one in behind)
    return counted or any_value(behind, Distance, Duration)


@asked_once
def only_nearly(items: Items) -> bool:
    """Tell whether something was only nearly done: "nearly pulled out of the marathon"."""
    if not any_text(items, _NEARLY):
        return False
    nearly = (two for one, two in pairwise(items) if one.text in _NEARLY)
    return any(two.means("action") or two.means("kind") == RunKind.RACE for two in nearly)


def says_something(items: Iterable[Item]) -> bool:
    """Tell whether any item is more than filler, a mark or the words of a sentence's frame."""
    return any(not is_filler(item) for item in items)


def is_filler(item: Item) -> bool:
    """Tell whether an item carries nothing for a reading."""
    senses = item.senses
    if not senses:
        return item.text in _MARKS or isinstance(item.value, WeekOf)
    if isinstance(item.value, Word) and item.number is not None and not item.value.token.spelled:
        return False
    if senses.get("kind", "other") != "other" or "not_run" in senses or "run_part" in senses:
        return False
    if "filler" in senses or "plain" in senses or item.text in _MARKS:
        return True
    return senses.get("word") in _FRAME_WORDS


def outside_brackets(content: Items) -> Iterator[Item]:
    """Leave out what is added in brackets: "6.30pm with the club (whatever they do)"."""
    inside = False
    for item in content:
        inside = (inside or item.is_mark("(")) and not item.is_mark(")")
        if not inside and not item.is_mark(")"):
            yield item


def without_company(content: Items) -> Iterator[Item]:
    """Leave out who is there too, up to a mark: "about half past seven, with my neighbour Jean"."""
    company = False
    for item in content:
        company = (company or item.means("run_part") == "with" or item.text == "with") and not item.is_mark(",.;!()\n")
        if not company or isinstance(item.value, Clock | PartOfDay | Distance | Duration | Repeats):
            yield item
