"""Why a run is moved or left out: what is said of it holds without its reason."""

from itertools import dropwhile, pairwise, takewhile

from bot.language.cuts_of_message import at_commas
from bot.language.frames import Items, is_day
from bot.language.items import Context, Distance, Duration, Item, PartOfDay, Repeats
from bot.language.known_words import is_run
from bot.training.runs import RunKind

_WHY = frozenset({"because", "because of", "cos", "coz", "cuz", "bc", "bc of", "due to", "on account of", "thanks to"})
_REASON_OF = frozenset({"i", "i'm", "im", "i've", "ive", "we", "we're", "my", "it's", "its", "there's", "work", "the"})
_CHANGING = frozenset({"skip", "missed", "move", "swap"})
_ONLY = frozenset({"well", "wow", "omg", "phew", "bruh", "man", "god", "jeez", "oh", "ok"})

_LENGTH_FOR_ME = 2


def as_skipped(context: Context, items: Items) -> str:
    """Say "no intervals tomorrow" and "tomorrow no tempo" as what is skipped."""
    for index, (denial, run) in enumerate(pairwise(items)):
        if denial.text != "no":
            continue
        behind, before = items[index + 2 : index + 5], items[max(0, index - 1) : index]
        behind = (
            behind[_LENGTH_FOR_ME:] if [one.text for one in behind[:_LENGTH_FOR_ME]] == ["for", "me"] else behind[:1]
        )
        dated = any(is_day(one) for one in behind[:1]) or (
            any(is_day(one) for one in before) and all(one.is_mark(",.;!") for one in behind)
        )
        if dated and is_run(run):
            return f"{context.text[: denial.start]}skip {context.text[run.start :]}"
        if named := _left_out_for_a_reason(items, index):
            said = [context.text[one.start : one.end] for one in named]
            return f"skip {' '.join(said if len(said) > 1 else (*said, 'today'))}"
    return context.text


def without_why(context: Context, items: Items) -> str:
    """Leave out why a run is moved or left out: "moved to 7.30pm because of the heat"."""
    place = next((at for at, (item, by) in enumerate(pairwise(items)) if _gives_reason(item, by)), 0)
    acts = any(item.means("action") in _CHANGING for item in items[:place])
    if not acts or any(map(_tells_more, items[place + 1 :])):
        return context.text
    return context.text[: items[place].start].rstrip(" ,.;-(")


def _gives_reason(item: Item, behind: Item) -> bool:
    return item.text in _WHY or (item.text in {"as", "since"} and behind.text in _REASON_OF)


def _tells_more(item: Item) -> bool:
    other = (
        item.means("state") not in {None, "heat", "hot"}
        or item.means("body")
        or item.is_mark(",.;\n")
        or item.number is not None
    )
    return bool(other) or item.names_day or _tells_training(item)


def without_visit(context: Context, items: Items) -> str:
    """Leave out the part that only tells who makes a run change: "long run moves to saturday, in laws on sunday"."""
    parts = tuple(at_commas(items))
    acts = any(item.means("action") in _CHANGING for item in parts[0]) if len(parts) > 1 else False
    if not acts or any(item.means("unsure") for item in parts[0]) or len(context.text) < items[-1].end:
        return context.text
    first = next((part for part in parts[1:] if any(item.means("unsure") == "others" for item in part)), None)
    if first is None or first is not parts[-1] or any(_tells_training(item) for item in first):
        return context.text
    return context.text[: first[0].start].rstrip(" ,.;-(")


def _tells_training(item: Item) -> bool:
    """Tell whether a part with this word tells of more than a reason."""
    named = item.means("kind") or item.means("lift") or item.means("action") not in {None, "mine"}
    return bool(named) or isinstance(item.value, Distance | Duration | Repeats) or item.is_mark("?")


def _left_out_for_a_reason(items: Items, index: int) -> Items:
    """Return the run and the day of "getting married saturday so no parkrun" and "late so no evening jog"."""
    at = index + 1 + isinstance(items[index + 1].value, PartOfDay)
    before, run, behind = items[:index], items[at : at + 1], items[at + 1 : at + 2]
    days = tuple(item for item in before if item.names_day)
    led = any(one.text == "so" or one.is_mark(",-") for one in before[-1:])
    plain = led and all(one.is_mark(",.!\n") for one in behind) and any(map(is_run, run)) and len(days) <= 1
    doubts = any(_tells_training(item) or item.means("unsure") or item.number is not None for item in before)
    if not plain or doubts or (not days and run[0].means("kind") == RunKind.RACE):
        return ()
    return (*run, *days)


def was_run(items: Items) -> Items | None:
    """Return the run of "that long run was brutal": nobody says so of one that is to come."""
    words = tuple(
        dropwhile(lambda one: one.means("talk") is not None or one.is_mark(",.!") or one.text in _ONLY, items)
    )
    if (
        not words
        or words[0].text not in {"that", "those"}
        or any(one.means("felt") or one.is_mark("?") for one in items)
    ):
        return None
    run = tuple(takewhile(_names_run, words[1:]))
    was = words[len(run) + 1 : len(run) + 2]
    told = bool(run) and any(one.text in {"was", "were", "nearly", "killed"} for one in was)
    return run if told and not any(one.means("unsure") or one.means("kind") == RunKind.RACE for one in items) else None


def _names_run(item: Item) -> bool:
    return is_run(item) or isinstance(item.value, Distance | Duration | Repeats)
