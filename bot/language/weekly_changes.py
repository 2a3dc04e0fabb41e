"""A weekly run told as it is from now on, and nothing else: "thursday is now 7am", "my long run is 25k from now on"."""

from bot.language.frames import Items, is_now
from bot.language.items import Clock, Dated, Days, Distance, Item
from bot.language.meaning import Meaning, NewTimeReading
from bot.language.message import Message
from bot.language.text import own_words
from bot.training.runs import RunKind

_MOST_WORDS = 10
_JOINTS = frozenset({"is", "are", "will", "be", "'s"})
_SUBJECT = frozenset({"my", "the", "weekly", "'s", "s"})


def read_weekly_change(message: Message) -> tuple[Meaning, ...]:
    """Read the new time or length of a weekly run that is named by its day or its kind; all else stays as it was."""
    items = message.items
    if len(items) > _MOST_WORDS or "?" in message.text:
        return ()
    lasts = any(item.means("action") == "for_good" for item in items)
    said = tuple(item for item in items if not (item.means("action") == "for_good" or item.is_mark(".,!")))
    joint = next((at for at, item in enumerate(said) if item.text in _JOINTS), 0)
    subject, value = said[:joint], said[joint + 1 :]
    now = any(map(is_now, value))
    told = [item for item in value if not (_is_now_or_today(item) or item.is_word("at", "around") or item.text == "be")]
    if not (lasts or now) or len(told) != 1 or not _names_one_run(subject):
        return ()
    return _reading(subject, told[0], message)


def _is_now_or_today(item: Item) -> bool:
    return is_now(item) or (isinstance(item.value, Dated) and not item.value.named)


def _names_one_run(subject: Items) -> bool:
    """Tell whether a weekday, a kind of run or both are all that is named."""
    days = [item.value for item in subject if isinstance(item.value, Days)]
    kinds = [item for item in subject if item.means("kind")]
    others = [
        item
        for item in subject
        if not isinstance(item.value, Days) and not item.means("kind") and item.text not in _SUBJECT
    ]
    one_day = len(days) <= 1 and all(len(day.days) == 1 and day.week is None for day in days)
    named = bool(days) or any(item.means("kind") != RunKind.OTHER for item in kinds)
    weekly = all(item.means("kind") not in {RunKind.REST, RunKind.RACE} for item in kinds)
    return one_day and len(kinds) <= 1 and named and weekly and not others


def _reading(subject: Items, told: Item, message: Message) -> tuple[Meaning, ...]:
    day = next((item.value.days[0] for item in subject if isinstance(item.value, Days)), None)
    kind = next((RunKind(key) for item in subject if (key := item.means("kind"))), RunKind.OTHER)
    text = own_words(message.context.text)
    if isinstance(told.value, Clock):
        sure = told.value.sure and told.value.padded
        return (NewTimeReading(kind=kind, time=told.value.time, sure=sure, text=text, weekday=day),)
    if isinstance(told.value, Distance):
        return (NewTimeReading(kind=kind, time=None, sure=True, text=text, weekday=day, distance_km=told.value.km),)
    return ()
