"""What is taken back by its sort or its day: "undo that lift", "tuesday as normal", "forget the thing of wednesday"."""

import datetime as dt

from bot.language.day_marks import with_days
from bot.language.items import Dated, Days
from bot.language.meaning import Meaning, NormalDaysReading, Undone, UndoReading
from bot.language.message import Message
from bot.language.run_days import date_in
from bot.language.whole_sentences import is_said, kept_of

_LONGEST = 90
_SORTS = {
    "lift": Undone.LIFT,
    "deadlift": Undone.LIFT,
    "workout": Undone.LIFT,
    "run": Undone.RUN,
    "race": Undone.RACE,
    "pause": Undone.PAUSE,
}


def read_taking_back(message: Message) -> tuple[Meaning, ...]:
    """Read what is to be as it was; the whole message must say it, and it asks nothing."""
    if len(message.text) > _LONGEST or "?" in message.text:
        return ()
    if said := kept_of("undo_sort", message.text, message.vocabulary, message.items):
        return (UndoReading(sort=_SORTS.get(said["sort"].lower().rstrip("s"), Undone.WEEK)),)
    normal = is_said("normal_days", message.text, message.vocabulary, message.items)
    dates = _dates(message) if normal else ()
    return (NormalDaysReading(dates=dates),) if dates else ()


def _dates(message: Message) -> tuple[dt.date, ...]:
    """Return the days that are named, each once and with its date; nothing where one is no single day."""
    days = [item for item in with_days(message.items) if isinstance(item.value, Dated | Days)]
    if any(isinstance(item.value, Days) and item.value.habit for item in days):
        return ()
    found = (date_in(item, message.items, message.context, one=True) for item in days)
    return tuple(sorted({one for one in found if isinstance(one, dt.date)}))
