"""Since when somebody has not lifted: "I haven't deadlifted in 3 months", "first time back on the bar since March"."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from bot.language.counts import TO_TEN
from bot.language.items import Context, Dated
from bot.language.parts_told import parts_told
from bot.language.scan import scan
from bot.language.text import is_in_quotes
from bot.language.time_off import MOST_DAYS
from bot.language.vocabulary import MONTHS, Vocabulary
from bot.language.whole_sentences import kept_of, typed

_LONGEST: Final = 300
_FEW, _COUPLE, _HALF = 3, 2, 0.5
_DAYS: Final[Mapping[str, int]] = {"d": 1, "w": 7, "m": 30, "y": 365}
_SEASONS: Final[Mapping[str, tuple[int, int]]] = {
    "spring": (3, 1),
    "summer": (6, 1),
    "autumn": (9, 1),
    "fall": (9, 1),
    "winter": (12, 1),
    "christmas": (12, 25),
    "xmas": (12, 25),
    "new year": (1, 1),
    "new years": (1, 1),
}
"""The month and day on which what is named begins."""


_MAY_BE_TOLD: Final = re.compile(
    r"(?=.*(?:lift|dead|pull|gym|bar|weight|strength|back|return|start|first|last))"
    r".*\b(?:not?|never|zero|did|have|haven|off|back|return|com|get|start|first|been|last|stop|quit|paus|drop|gave|put"
    r"|left|took|taken|had|without|away)",
    re.IGNORECASE,
)
"""Letters of which a text holds some that tells of a break: cutting all others into words would take longest."""

_TO_COME: Final = re.compile(r"\b(?:until|till|til|next|will|wont|won't|gonna|going to)\b", re.IGNORECASE)
"""What says that the days without lifts are still to come."""

_EITHER: Final = re.compile(
    r"(?!.*\b(?:been|had|have|haven't|havent|ive|i've|did|didn't|didnt|done|in|since|past|last|now|already)\b)"
    r".*\b(?:no|zero|not \w+ing|off|away)\b.*\bfor\b",
    re.IGNORECASE | re.DOTALL,
)
"""A span without a tense: "no lifting for 2 weeks" may be over or to come."""

_FARTHEST_AHEAD: Final = dt.timedelta(days=MOST_DAYS)
"""Nobody plans more days than that without a lift in so few words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeOff:
    """The day after which somebody had not lifted, about, and what else the message says.

    `may_be_ahead` says that as many days from today on may be meant as well.
    """

    last_on: dt.date
    rest: str
    may_be_ahead: bool = False


def read_time_off_lifting(text: str, *, today: dt.date, vocabulary: Vocabulary) -> TimeOff | None:
    """Return since when a text says to be without a lift, in a part of its own; None for any other. No text raises.

    What is asked ("haven't lifted in 3 months?") tells nothing.
    """
    if len(text) > _LONGEST:
        return None
    said = typed(text)
    if _MAY_BE_TOLD.match(said) is None:
        return None
    for part, rest in parts_told(said):
        if _TO_COME.search(part):
            continue
        items = scan(Context(text=part, today=today, past=True), vocabulary)
        kept = kept_of("long_off", part, vocabulary, items)
        last_on = None if kept is None else _last_on(kept, today, vocabulary)
        if last_on is not None and not is_in_quotes(said, said.find(part)):
            either = today - last_on <= _FARTHEST_AHEAD and _EITHER.match(part) is not None
            return TimeOff(last_on=last_on, rest=rest, may_be_ahead=either)
    return None


def _last_on(kept: Mapping[str, str], today: dt.date, vocabulary: Vocabulary) -> dt.date | None:
    """Return the day that is said: of a month, a year or a season the first, for more rest is the safer reading."""
    if unit := kept.get("unit"):
        return today - dt.timedelta(days=round(_count(kept.get("count", "a").lower()) * _DAYS[unit[0].lower()]))
    if season := kept.get("season", "").lower():
        return _before(*_SEASONS[season], today)
    year = int(kept["year"]) if "year" in kept else None
    if month := kept.get("month"):
        return _of_month(month, year, today, vocabulary)
    if year is not None:
        return dt.date(year, 1, 1) if year < today.year else None
    items = scan(Context(text=kept["date"], today=today, past=True), vocabulary)
    return next((item.value.date for item in items if isinstance(item.value, Dated)), None)


def _of_month(said: str, year: int | None, today: dt.date, vocabulary: Vocabulary) -> dt.date | None:
    [item, *_] = scan(Context(text=said, today=today), vocabulary)
    month = MONTHS.index(item.means("month") or "") + 1
    if year is None:
        # Who is back "since March" in March means the one of last year.
        return _before(month, 1, today.replace(day=1))
    first = dt.date(year, month, 1)
    return first if first <= today else None


def _before(month: int, day: int, today: dt.date) -> dt.date:
    """Return the last such day that lies before another."""
    this_year = dt.date(today.year, month, day)
    return this_year if this_year < today else this_year.replace(year=today.year - 1)


def _count(said: str) -> float:
    if said.isdecimal():
        return int(said)
    if "couple" in said:
        return _COUPLE
    if said == "half a":
        return _HALF
    return TO_TEN.get(said, _FEW if said in {"a few", "few", "several", "many", "some"} else 1)
