"""What somebody weighs or aims at, and what comes first: "I weigh 72 kg now", "goal is 180 kg by christmas"."""

from collections.abc import Iterator
from itertools import dropwhile, pairwise

from bot.language.clauses import clauses_of
from bot.language.cuts_of_message import sentences
from bot.language.frames import OURS, Items, is_day, is_time
from bot.language.held import any_mark, any_means, any_text
from bot.language.items import Item
from bot.language.meaning import NotKept, NotKeptReading, SettingReading
from bot.language.message import Message, is_supposed
from bot.language.numbers import numbers_in
from bot.language.text import is_in_quotes
from bot.training.profile import Aim

_WEIGHS = frozenset({"weigh", "bodyweight", "weight", "weighing"})
_BODY = frozenset({"body", "my", "current", "own", "now"})
_GOALS = frozenset({"goal", "goals", "target", "aim", "priority"})
_LEADS = frozenset({"my", "new", "main", "the", "big", "current", "only", "changing", "changed", "update"}) | {
    *("change", "set", "can i", "can you", "could you", "could i", "put"),
}
_FIRST = frozenset({"first", "priority", "more"})
_MATTERS = frozenset({"matters", "comes", "is", "goes", "counts", "come", "matter", "now"})
_FORGET = frozenset({"forget", "forgetting"})
_PAST = frozenset({"was", "were", "used to", "used", "weighed", "had", "lost"})
_BODY_WEIGHTS = (30, 450)
_STONES = (5, 40)
_I_AM = frozenset({"im", "i'm", "i am"})
_BEHIND_WEIGHT = frozenset({"btw", "fyi", "these days", "again"})
_SHORTEST = 3
_MOST_OF_BEST = 9
_LEAST_BEST, _MOST_BEST = 30, 1000
_OF_BEST = frozenset({"i", "can", "could", "i can", "i could", "able", "to", "now", "my", "is", "about", "around"}) | {
    *("best", "max", "1rm", "1", "rm", "pr", "pb", "current", "currently", "of", "up", "up to", "for", "the", "at"),
}
_HABITS = frozenset({"i deadlift", "i lift", "i squat", "i pull"})
_GOAL = NotKeptReading(what=NotKept.GOAL)
_OF_RUNS = frozenset({"run", "running", "runs", "marathon"})

_TOLD = _WEIGHS | _GOALS | _MATTERS


def read_goals(message: Message) -> tuple[SettingReading | NotKeptReading, ...]:
    """Read what comes first, and what is told though the bot keeps no such thing: body weight and goals."""
    if message.is_essay:
        return ()
    if _only_weighs(message.items):
        return (NotKeptReading(what=NotKept.BODYWEIGHT),)
    if _tells_best(message.items):
        return (NotKeptReading(what=NotKept.BEST),)
    if not any_text(message.items, _TOLD):
        return ()
    found = (one for items in sentences(message.items) for one in _of_sentence(items, message))
    return tuple(dict.fromkeys(found))[:1]


def _tells_best(items: Items) -> bool:
    """Tell whether the most that one can lift is all that is said: "I can deadlift 100 kg", "my 1RM is 150"."""
    said = [item for item in items if not item.is_mark(".,!")]
    counts = [item for item in said if item.number is not None]
    if len(said) > _MOST_OF_BEST or len(counts) != 1 or not _LEAST_BEST <= (counts[0].number or 0) <= _MOST_BEST:
        return False
    named = (
        any_text(said[:1], _HABITS)
        or any_means(said, "lift", "now")
        or any_means(said, "exercise")
        or any_means(said, "progress")
    )
    own = any_text(said[:1], _OF_BEST | _HABITS) or any_means(said[:1], "progress", "names")
    return named and own and all(one is counts[0] or _is_of_best(one) for one in said)


def _is_of_best(item: Item) -> bool:
    named = any(item.means(group) for group in ("exercise", "progress", "mass")) or item.means("lift") == "now"
    return named or item.text in _OF_BEST | _HABITS


def _of_sentence(items: Items, message: Message) -> Iterator[SettingReading | NotKeptReading]:
    asks = any_mark(items, "?") or (items[0].means("ask") not in {None, "may"})
    if asks or is_supposed(items) or any(_is_of_else(item, message.text) for item in items):
        return
    if _has_goal(items):
        yield SettingReading(name="priority", value=Aim.STRENGTH) if _drops_runs(items) else _GOAL
    elif aim := _first(items):
        yield SettingReading(name="priority", value=aim)
    elif any(_weighs(clause) for clause in clauses_of(items)):
        yield NotKeptReading(what=NotKept.BODYWEIGHT)


def _is_of_else(item: Item, text: str) -> bool:
    return item.text in _PAST or item.means("unsure") == "others" or is_in_quotes(text, item.start)


def _weighs(clause: Items) -> bool:
    """Tell whether a clause says what the runner weighs: "i weigh 74 now", "bodyweight down to 165 lbs"."""
    at = next((index for index, item in enumerate(clause) if item.text in _WEIGHS), None)
    others = tuple(item for item in clause if item.text not in _WEIGHS)
    if at is None or (any_means(others, "lift") or any_means(others, "exercise") or any_means(others, "word", "x")):
        return False
    before = tuple(dropwhile(lambda item: not (item.text in OURS or item.text in _BODY), clause[:at]))
    own = bool(before) or at == 0
    own = own and not (clause[at].text == "weight" and any(item.text not in _BODY for item in before))
    weights = [one.value for one in numbers_in(clause) if one.start > at]
    stones = any(one.text in {"stone", "st"} for one in clause[at + 1 :])
    least, most = _STONES if stones else _BODY_WEIGHTS
    return own and any(least <= one <= most for one in weights)


def _only_weighs(items: Items) -> bool:
    """Tell whether "im 73 kg now" is all that is told."""
    words = tuple(item for item in items if not item.is_mark(",.!\n") and not item.means("talk"))
    if len(words) < _SHORTEST or words[0].text not in _I_AM or not words[2].means("mass"):
        return False
    behind = all(is_time(item) or is_day(item) or item.text in _BEHIND_WEIGHT for item in words[3:])
    return behind and _BODY_WEIGHTS[0] <= (words[1].number or 0) <= _BODY_WEIGHTS[1]


def _has_goal(items: Items) -> bool:
    """Tell whether a goal is named with what is aimed at: a weight, a race, a time; "my goal in life" is none."""
    at = next((index for index, item in enumerate(items) if item.text in _GOALS), None)
    if at is None or not all(item.text in _LEADS or item.means("talk") or item.means("filler") for item in items[:at]):
        return False
    return any(_is_aim(item) for item in items[at + 1 :]) and not any(
        one.text == "goal" and two.text == "pace" for one, two in pairwise(items)
    )


def _is_aim(item: Item) -> bool:
    named = item.means("mass") or item.means("lift") or item.means("exercise")
    return bool(named) or item.text in {"sub", "bodyweight", "strength", "stronger", "faster"}


def _drops_runs(items: Items) -> bool:
    """Tell whether running is said to come second: "forget sub 4, I want to deadlift double bodyweight"."""
    lifts = any_means(items, "lift", "now") or any_means(items, "exercise") or any_text(items, ("strength",))
    only = any(two.text == "only" and one.text == "is" for one, two in pairwise(items))
    return lifts and (only or any_text(items, _FORGET))


def _first(items: Items) -> Aim | None:
    """Return what is said to come first: "running comes first", "strength matters more to me than running"."""
    at = next((index for index, item in enumerate(items) if item.text in _MATTERS), None)
    if at is None or not any(item.text in _FIRST or item.is_word("first") for item in items[at + 1 : at + 4]):
        return None
    if any(item.number is not None for item in items) or len(items[:at]) > len(_LEADS):
        return None
    runs = any(item.text in _OF_RUNS or item.means("race_distance") for item in items[:at])
    lifts = any(item.means("lift") == "now" or item.means("exercise") for item in items[:at])
    if runs == lifts:
        return None
    return Aim.RUNNING if runs else Aim.STRENGTH
