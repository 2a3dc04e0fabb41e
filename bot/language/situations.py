"""What stands around a question: a day ("track tomorrow"), a known condition, or only a word that asks."""

import datetime as dt

from bot.language.after_lifts import asks_whether_to_run
from bot.language.asking import asks_in_clause, asks_which_first
from bot.language.items import Clock, Context, Dated, Days, Item, PartOfDay
from bot.language.meaning import Part
from bot.language.scan import scan
from bot.language.text import normalise, too_long
from bot.language.vocabulary import Vocabulary
from bot.training.runs import RunKind

_DENIAL_REACH = 3
_WEEK = 3
_REQUESTS = frozenset({"please", "pls", "plz", "tips", "advice", "ideas", "suggestions", "explain", "or"})
_TURNED = frozenset({"wont", "won't", "isnt", "isn't", "doesnt", "doesn't", "arent", "aren't", "will it"})
_RUNNING = frozenset({"run", "runs", "running", "jog", "jogging", "race"})


def tells_of_a_day(text: str, *, today: dt.date, vocabulary: Vocabulary) -> bool:
    """Tell whether a text names a day, a time or a part of the day; "every Friday" is no single day. No text raises."""
    if too_long(text):
        return False
    for item in scan(Context(text=normalise(text), today=today), vocabulary):
        match item.value:
            case Dated() | Clock():
                return True
            case Days(habit=False):
                return True
            case PartOfDay(part=part) if part is not Part.NOW:
                return True
    return False


def names_a_week(text: str, *, today: dt.date, vocabulary: Vocabulary) -> bool:
    """Tell whether a text names so many weekdays that no single one is meant. No text raises."""
    if too_long(text):
        return False
    days = (item.value for item in scan(Context(text=normalise(text), today=today), vocabulary))
    return sum(len(one.days) for one in days if isinstance(one, Days)) >= _WEEK


def seems_to_ask(text: str, *, today: dt.date, vocabulary: Vocabulary) -> bool:
    """Tell whether a text that reads as no question holds a mark or a word that asks or begs all the same.

    No text raises.
    """
    if too_long(text):
        return False
    items = scan(Context(text=normalise(text), today=today), vocabulary)
    turned = bool(items) and items[0].text in _TURNED
    return turned or any(item.is_mark("?") or item.means("ask") or item.text in _REQUESTS for item in items)


def asks_openly(text: str, *, today: dt.date, vocabulary: Vocabulary) -> bool:
    """Tell whether a text that tells something holds a question too: "…, so where does the bar fit". No text raises."""
    if too_long(text):
        return False
    items = scan(Context(text=normalise(text), today=today), vocabulary)
    return any(item.is_mark("?") for item in items) or asks_in_clause(items)


def asks_to_run(text: str, *, today: dt.date, vocabulary: Vocabulary) -> bool:
    """Tell whether it is asked if one may run on one of these days, and nothing of a lift is said. No text raises."""
    if too_long(text):
        return False
    items = scan(Context(text=normalise(text), today=today), vocabulary)
    lifts = any(item.means("lift") or item.means("exercise") for item in items)
    return not lifts and asks_whether_to_run(items, today)


def asks_for_order(text: str, *, today: dt.date, vocabulary: Vocabulary) -> bool:
    """Tell whether it is asked if the lift goes before or after a run. No text raises."""
    if too_long(text):
        return False
    items = scan(Context(text=normalise(text), today=today), vocabulary)
    runs = any(item.means("kind") not in {None, RunKind.REST} or item.text in _RUNNING for item in items)
    return asks_which_first(items) and runs and any(item.means("lift") or item.means("exercise") for item in items)


def names_run_only(text: str, *, today: dt.date, vocabulary: Vocabulary) -> bool:
    """Tell whether a text names a run and no lift: "warm up for my tempo". No text raises."""
    if too_long(text):
        return False
    items = scan(Context(text=normalise(text), today=today), vocabulary)
    runs = any(item.means("kind") not in {None, RunKind.REST} or item.text in _RUNNING for item in items)
    return runs and not any(item.means("lift") or item.means("exercise") for item in items)


def names_condition(text: str, *, today: dt.date, vocabulary: Vocabulary) -> bool:
    """Tell whether a text names a condition that a clinician has to judge ("high blood pressure", "slipped disc").

    One that is denied ("no stress fracture") does not count, nor one that was cleared. No text raises.
    """
    if too_long(text):
        return False
    items = scan(Context(text=normalise(text), today=today), vocabulary)
    if any(item.means("health_word") == "cleared" for item in items):
        return False
    named = (index for index, item in enumerate(items) if _is_condition(item))
    return any(not any(one.is_word("no") for one in items[max(0, index - _DENIAL_REACH) : index]) for index in named)


def _is_condition(item: Item) -> bool:
    return item.means("condition") is not None or item.means("health") not in {None, "heat"}
