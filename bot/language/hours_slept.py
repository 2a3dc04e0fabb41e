"""How long a night was, said alone: "more like 3.5h", "around 5", "four and a half maybe"."""

import datetime as dt
from dataclasses import dataclass

from bot.language.checkins import read_checkin
from bot.language.meaning import SleepReading
from bot.language.vocabulary import Vocabulary
from bot.language.whole_sentences import kept_of, typed

_LONGEST = 60
_ANY_DAY = dt.datetime(2000, 1, 3, 12, tzinfo=dt.UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursSlept:
    """Hours of a night, and whether they are called so."""

    hours: float
    has_unit: bool


def read_hours_slept(text: str, vocabulary: Vocabulary) -> HoursSlept | None:
    """Return the hours (0 to 14) that are all that a text says, of a range the fewest; None for any other text.

    No text raises.
    """
    if len(text) > _LONGEST or "?" in text:
        return None
    said = kept_of("hours_slept", typed(text), vocabulary)
    if said is None:
        return None
    less = "less than " * ("less" in said)
    found = read_checkin(f"sleep {less}{said['hours']} hours", now=_ANY_DAY, vocabulary=vocabulary)
    hours = next((one.hours for one in found if isinstance(one, SleepReading)), None)
    return None if hours is None else HoursSlept(hours=hours, has_unit="unit" in said)
