"""A parkrun or race that is only jogged: "it's not a race, just an easy 5k", "why is saturday a race? it's easy"."""

import datetime as dt

from bot.language.frames import COPULAS, Items, is_day
from bot.language.items import Days, Distance, Duration, Item, Repeats
from bot.language.kinds import DENYING, RACING, denies_race
from bot.language.meaning import EasedRaceReading, Meaning
from bot.language.message import Message, needs, strangers
from bot.language.people import names_another
from bot.language.run_days import date_in
from bot.training.runs import RunKind

_GENTLE = frozenset({RunKind.EASY, RunKind.RECOVERY})
_KINDS = _GENTLE | {RunKind.RACE, RunKind.OTHER, None}
_BEFORE = 2
_WAS = frozenset({"was", "were", "felt", "feels", "seemed", "went"})
_TOLD = frozenset({"told", "said", "why", "why is", "why are", "why do", "why does", "think", "thinks", "says", "call"})
_APART = frozenset({"then", "followed by", "plus", "+", "&", "if", "or"})


@needs("kind")
def read_eased_race(message: Message) -> tuple[Meaning, ...]:
    """Read that a race which is planned, or taken for one, is run easily; every word must have its place in it.

    An easy run on the way home, or before the race, makes it no easier, nor does one that only might be.
    """
    items = message.items
    told = tuple(item for item in items if item.text not in _TOLD | DENYING)
    days = [item for item in items if is_day(item)]
    if not _is_eased(items) or _says_more(told) or len(days) > 1 or strangers(told) or _only_asks(message):
        return ()
    if names_another(items, message.text):
        return ()
    date = date_in(days[0], items, message.context, one=True) if days else None
    if date is not None and not (isinstance(date, dt.date) and date >= message.now.date()):
        return ()
    km = next((item.value.km for item in items if isinstance(item.value, Distance)), None)
    return (EasedRaceReading(date=date, distance_km=km),)


def _is_eased(items: Items) -> bool:
    """Tell whether a race is denied, or a race and an easy run are named as one, and no "not easy" among them."""
    races = [index for index, item in enumerate(items) if item.means("kind") == RunKind.RACE]
    gentle = [index for index, item in enumerate(items) if item.means("kind") in _GENTLE]
    if any(_is_no(item) for place in gentle for item in items[max(0, place - _BEFORE) : place]):
        return False
    return bool(races) and (bool(gentle) or any(_is_no_race(items, index) for index in races))


def _is_no(item: Item) -> bool:
    return item.is_word("no") or item.text in DENYING


def _is_no_race(items: Items, index: int) -> bool:
    """Tell whether "not a race" is said; who is "not racing saturday" may stay at home."""
    return items[index - 1].text == "a" and denies_race(items, index)


def _says_more(items: Items) -> bool:
    """Tell whether another run or a lift is told, or that the race has been."""
    return any(
        item.means("kind") not in _KINDS
        or isinstance(item.value, Duration | Repeats)
        or (isinstance(item.value, Days) and (item.value.habit or len(item.value.days) > 1))
        or (item.means("action") is not None or item.means("lift") or item.means("exercise") or item.means("body"))
        or (item.means("unsure") and item.text not in RACING)
        or item.is_word("and", "before", "after", "clause")
        or item.text in _WAS | _APART
        for item in items
    )


def _only_asks(message: Message) -> bool:
    """Tell whether something is asked, but for why it stands there as a race: "is parkrun a race or easy?"."""
    why = any(item.text.startswith("why") for item in message.items[:2])
    asks = any(item.is_mark("?") or (item.means("ask") and item.text not in COPULAS) for item in message.items)
    return (asks or message.items[0].text in COPULAS) and not why
