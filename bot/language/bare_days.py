"""Days alone: "Tue/Thu/Sat", "mondays, wednesdays and fridays"."""

import datetime as dt

from bot.language.frames import is_day, is_filler
from bot.language.items import Context, Dated, Days
from bot.language.scan import scan
from bot.language.text import normalise, too_long
from bot.language.vocabulary import Vocabulary

_MARKS = ".,;/&+-!\n"
_SEVERAL = 2


def names_only_days(text: str, *, today: dt.date, vocabulary: Vocabulary) -> bool:
    """Tell whether a text names several weekdays and says nothing of them; one with a "?" asks. No text raises."""
    if too_long(text) or "?" in text:
        return False
    items = scan(Context(text=normalise(text), today=today, short=True), vocabulary)
    days = {day for item in items if isinstance(item.value, Days) for day in item.value.days}
    dated = any(isinstance(item.value, Dated) for item in items)
    plain = all(is_day(item) or is_filler(item) or item.is_mark(_MARKS) for item in items)
    return plain and not dated and len(days) >= _SEVERAL
