"""Days that are only excepted from what is told: "I usually run at 6 in the evening except sunday"."""

from bot.language.frames import Items
from bot.language.items import Dated, Days, Item, OtherDays
from bot.language.meaning import DatedRunReading, Meaning, MovedRunReading, WeekReading
from bot.language.message import Message
from bot.language.turns import only_rests
from bot.training.runs import RunKind

_BETWEEN = frozenset({"on", "for", "a", "the", "my"})
# What is left out but for that day: "no runs this week except sunday 8am".
_LEFT_OUT = frozenset(
    {"no", "not", "none", "nothing", "never", "only", "off", "rest", "can't", "cant", "cannot", "won't"}
)


def names_excepted_day(one: Meaning, message: Message) -> bool:
    """Tell whether a reading puts a run on a day, and the message names days only to except them."""
    if isinstance(one, WeekReading):
        return not only_rests(one) and _excepts(message.items)
    if not isinstance(one, DatedRunReading | MovedRunReading) or one.run.kind is RunKind.REST:
        return False
    skipped = isinstance(one, DatedRunReading) and (one.replaces or one.done)
    return not skipped and _excepts(message.items)


def _excepts(items: Items) -> bool:
    places = [index for index, item in enumerate(items) if isinstance(item.value, Dated | Days | OtherDays)]
    if not places or any(_leaves_out(item) for item in items[: places[0]]):
        return False
    return all(_is_excepted(items, place) for place in places)


def _leaves_out(item: Item) -> bool:
    return item.text in _LEFT_OUT or item.means("action") == "skip" or item.means("kind") == "rest"


def _is_excepted(items: Items, place: int) -> bool:
    while place and items[place - 1].text in _BETWEEN:
        place -= 1
    return place > 0 and items[place - 1].is_word("all_days_but") and items[place - 1].text != "but"
