"""Pauses said in words: "pause for a week", "pause my reminders until 27 dec", "resume"."""

import datetime as dt

from bot.language.asking import is_question
from bot.language.frames import Items
from bot.language.items import Context, Dated, Days, Doubtful, Item
from bot.language.meaning import Doubt, Meaning, PauseReading, ResumeReading, Unread
from bot.language.message import Message
from bot.language.run_days import date_in
from bot.language.scan import scan
from bot.language.text import normalise, own_words, too_long
from bot.language.vocabulary import Vocabulary

# "Pause my reminders please, for about two weeks": no wish to hear nothing is longer.
_LONGEST = 12
_DAYS = {"day": 1, "week": 7, "month": 30}
_FORTNIGHT = 14
_MOST = 366

Reading = PauseReading | ResumeReading | Unread


def read_pause(text: str, *, today: dt.date, vocabulary: Vocabulary) -> Reading | None:
    """Read how long to pause as `/pause` takes it: "7", "2 weeks", "until 2026-12-27"; "off" ends it.

    The day named is the first on which reminders come again. None when it is neither; no text raises.
    """
    context = Context(text="" if too_long(text) else normalise(text), today=today)
    items = scan(context, vocabulary)
    if len(items) == 1 and items[0].text in {"off", "end", "stop"}:
        return ResumeReading()
    return _length(items, context) if len(items) <= _LONGEST else None


def read_pausing(message: Message) -> tuple[Meaning, ...]:
    """Read an order to pause or to resume; it begins with that word, and a question is none."""
    items = tuple(item for item in message.items if not item.is_mark(".!,"))
    if not items or len(items) > _LONGEST or is_question(message.items):
        return ()
    named = tuple(item for item in items[1:] if not _is_frame(item))
    if items[0].means("pausing") == "resume":
        return () if named else (ResumeReading(),)
    if items[0].means("pausing") != "pause":
        return ()
    if not named:
        return (PauseReading(),)
    found = _length(named, message.context)
    return () if found is None else (found,)


def _is_frame(item: Item) -> bool:
    """Tell whether a word only says what is paused, or how one says so: "all my reminders", "please"."""
    if isinstance(item.value, Dated | Days | Doubtful) or item.means("span") or item.number is not None:
        return False
    return bool(item.means("action") in {"remind", "mine"} or item.means("filler")) or item.text in _EVERYTHING


_EVERYTHING = frozenset({"all", "everything", "messages", "notifications", "pings", "bot", "now"})


def _length(items: Items, context: Context) -> PauseReading | Unread | None:
    """Return until when the items say: a day behind "until", or so many days, weeks or months."""
    words = tuple(item for item in items if not item.is_word("until") and item.text not in {"for", "to", "about"})
    if len(words) == 1 and isinstance(words[0].value, Dated | Days | Doubtful):
        day = date_in(words[0], items, context)
        return day if isinstance(day, Unread) else _until(day, context)
    count = _days(words)
    return None if count is None else _until(context.today + dt.timedelta(days=count), context)


def _days(words: Items) -> int | None:
    """Return how many days "7", "10 days", "a week", "two weeks" or "a fortnight" are."""
    spans = [item for item in words if item.means("span") or item.text in {"fortnight", "fortnights"}]
    numbers = [item.number for item in words if item.number is not None]
    known = len(words) == len(spans) + len(numbers) and len(spans) <= 1 and len(numbers) <= 1 and bool(words)
    if not known:
        return None
    unit = _DAYS.get(spans[0].means("span") or "", _FORTNIGHT) if spans else 1
    days = unit * (numbers[0] if numbers else 1)
    return days if 0 < days <= _MOST and not (spans and spans[0].means("span") in {"hour", "year"}) else None


def _until(day: dt.date, context: Context) -> PauseReading | Unread:
    if day <= context.today:
        return Unread(text=own_words(context.text), doubt=Doubt.PAST)
    return PauseReading(until=day)
