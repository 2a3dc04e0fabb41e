"""The moment that a question to the guide names: whether it is the lift's own, and what is left without it."""

import datetime as dt
from collections.abc import Iterator

from bot.language.follow_ups import names_its_day
from bot.language.held import any_item
from bot.language.items import Ahead, Clock, Context, Dated, Days, Item, PartOfDay, WeekOf
from bot.language.loose_clocks import with_loose_clocks
from bot.language.meaning import MomentReading
from bot.language.moment_clauses import clauses_in, names_run
from bot.language.moments import read_moment
from bot.language.scan import scan
from bot.language.text import normalise, too_long
from bot.language.vocabulary import Vocabulary

_MOMENTS = (Days, Dated, Clock, PartOfDay, Ahead, WeekOf)


def read_own_moment(text: str, *, now: dt.datetime, vocabulary: Vocabulary) -> MomentReading | None:
    """Read the moment that a question to the guide names for a lift; `now` is the runner's local time.

    None where none is named, where it is in doubt, and where it is that of a run which is told: "tempo tomorrow, how
    many sets". No text raises.
    """
    found = read_moment(text, now=now, vocabulary=vocabulary)
    if not isinstance(found, MomentReading) or (found.date is None and found.relation is None):
        return None
    clauses = clauses_in(with_loose_clocks(scan(_context(text, now.date()), vocabulary), normalise(text)), now)
    own = (one for one in clauses if one.moment is not None and (one.lifts or not names_run(one)))
    return found if any(own) else None


def leaves_day_open(text: str, *, today: dt.date, vocabulary: Vocabulary) -> bool:
    """Tell whether a text names no day: "make it 6pm" is on one that was named before, "tonight" names its own."""
    return not any_item(_items(text, today, vocabulary), names_its_day)


def without_moment(text: str, *, today: dt.date, vocabulary: Vocabulary) -> str:
    """Return a text without the days and times in it."""
    whole = normalise(text)
    return " ".join(_between(whole, [item for item in _items(text, today, vocabulary) if _is_moment(item)]))


def week_asked(text: str, *, today: dt.date, vocabulary: Vocabulary) -> int | None:
    """Return how many weeks ahead the one week is that a text names, 0 for this one; None for none, or a past one."""
    weeks = {item.value.week for item in _items(text, today, vocabulary) if isinstance(item.value, WeekOf)}
    return next(iter(weeks)) if len(weeks) == 1 and min(weeks) >= 0 else None


def _between(text: str, cut: list[Item]) -> Iterator[str]:
    place = 0
    for item in cut:
        yield text[place : item.start].strip()
        place = item.end
    yield text[place:].strip()


def _is_moment(item: Item) -> bool:
    return isinstance(item.value, _MOMENTS)


def _items(text: str, today: dt.date, vocabulary: Vocabulary) -> tuple[Item, ...]:
    return () if too_long(text) else tuple(scan(_context(text, today), vocabulary))


def _context(text: str, today: dt.date) -> Context:
    return Context(text=normalise(text), today=today, dotted=True)
