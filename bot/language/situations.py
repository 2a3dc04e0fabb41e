"""What stands around a question to the form guide: a day ("track tomorrow"), or only a word that asks."""

import datetime as dt

from bot.language.items import Clock, Context, Dated, Days, PartOfDay
from bot.language.meaning import Part
from bot.language.scan import scan
from bot.language.text import normalise, too_long
from bot.language.vocabulary import Vocabulary


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


def seems_to_ask(text: str, *, today: dt.date, vocabulary: Vocabulary) -> bool:
    """Tell whether a text that reads as no question holds a mark or a word that asks all the same. No text raises."""
    if too_long(text):
        return False
    items = scan(Context(text=normalise(text), today=today), vocabulary)
    return any(item.is_mark("?") or item.means("ask") for item in items)
