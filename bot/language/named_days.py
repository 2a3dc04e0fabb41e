"""Days that a week names with something that is no run: "mon swim", "fri = pub", "sunday we hike"."""

from collections.abc import Iterator
from itertools import pairwise

from bot.language.frames import OF_TRAINING, TRAININGS, Group, Items, is_day, is_digits, is_filler
from bot.language.items import Clock, Days, Distance, Doubtful, Duration, Item, Pace, Repeats, SameAs
from bot.language.runs import RunsRead
from bot.training.time import Weekday

_OF_TIME = frozenset({"since", "by", "til", "till", "until", "as of", "come"})
"""Before a day these tell from or up to when something is, and nothing of the day: "back by friday"."""

_REACH = 2

_OF_RUNNING = frozenset(
    {
        *TRAININGS,
        *OF_TRAINING,
        *(
            "treadmill",
            "outside",
            "faster",
            "quicker",
            "slower",
            "longer",
            "far",
            "pace",
            "stamina",
            "speed",
            "distance",
        ),
        *(
            "varies",
            "vary",
            "depends",
            "flexible",
            "whenever",
            "open",
            "tbd",
            "tbc",
            "different",
            "podcast",
            "optional",
            "possibly",
        ),
        *("comp", "comps", "meet", "meets", "competition", "match"),
    }
)
"""With one of these among its words a day may be one of running."""


def days_without_run(found: Group, runs: RunsRead, items: Items) -> Iterator[tuple[Weekday, Days]]:
    """Yield the days of a group that has words of its own, and nothing of running among them."""
    others = any(item.means("not_run") for item in found.content) and not any(map(_may_be_run, found.content))
    if runs.runs or not (runs.elsewhere or others or _is_no_run(found.content)):
        return
    if not runs.elsewhere and _opens_list(found, items):
        return
    of_time = {two.start for one, two in pairwise(items) if _is_of_time(one)}
    for item in found.days:
        if isinstance(item.value, Days) and not item.value.either and item.start not in of_time:
            yield from ((day, item.value) for day in item.value.days)


def days_taken_out(found: Group) -> list[tuple[Weekday, Days]]:
    """Return the days that are taken out of others: Friday of "every day except friday"."""
    return [(day, item.value) for item in found.days if isinstance(item.value, Days) for day in item.value.but]


def day_names(found: Group) -> tuple[str, ...]:
    """Return the keys of the days of a group, as they are asked about."""
    return tuple(day.key for item in found.days if isinstance(item.value, Days) for day in item.value.days)


def is_one_strange_word(content: Items) -> bool:
    """Tell whether one unknown word is all that is said of a day: it may be a run's kind, misspelt."""
    words = [item for item in content if item.text[:1].isalpha() and not is_filler(item)]
    return len(words) == 1 and not words[0].senses


def _opens_list(found: Group, items: Items) -> bool:
    """Tell whether words lead to a list of days that goes on: "I have settled on Monday, Wednesday and Friday"."""
    day = found.days[-1] if found.days else None
    if day is None or any(item.start > day.start for item in found.content):
        return False
    behind = [item for item in items if item.start >= day.end][:_REACH]
    joined = any(item.is_mark(",") or item.is_word("and") for item in behind[:1])
    return joined and any(map(is_day, behind))


def _is_of_time(item: Item) -> bool:
    return item.is_word("until", "before", "after") or item.text in _OF_TIME


def _is_no_run(content: Items) -> bool:
    """Tell whether words are said, and none of them can be a run's."""
    told = any(item.text[:1].isalpha() and not is_filler(item) for item in content)
    ends = {two.start for one, two in pairwise(content) if one.is_word("until")}
    return told and not any(_may_be_run(item) or item.text in _OF_RUNNING for item in content if item.start not in ends)


def _may_be_run(item: Item) -> bool:
    measured = isinstance(item.value, Clock | Distance | Doubtful | Duration | Pace | Repeats | SameAs)
    return measured or item.means("kind") is not None or is_digits(item)
