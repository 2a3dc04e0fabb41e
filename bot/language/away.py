"""Days on which somebody is away: "flying to Rome friday, back on the 10th", "I'm in Lisbon til sunday for work"."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import dropwhile

from bot.language.clauses import clauses_of
from bot.language.cuts_of_message import sentences
from bot.language.frames import OURS, Items
from bot.language.held import any_item, any_means, any_text
from bot.language.items import Ahead, Dated, Days, Distance, Item, Repeats, WeekOf
from bot.language.meaning import TimeOffReading
from bot.language.message import Message, is_supposed
from bot.language.run_days import date_in
from bot.language.run_words import is_stranger
from bot.language.text import is_in_quotes
from bot.language.unnamed_lifts import asks

_WEEK = 7
_MOST_DAYS = 62
_REACH = 3
_NODS = frozenset({"ok", "okay", "so", "right", "cool", "fine"})
_UNTIL = frozenset({"until", "till", "til", "through", "thru"})
_BACK = frozenset({"back", "return", "returning", "home", "returns"})
_PAST = frozenset({"was", "were", "came", "got back", "took", "had", "used to", "back from", "love", "late", "missed"})
_BEING = frozenset({"i'm", "im", "am", "be", "are", "we're", "were", "away", "staying", "stay", "stuck", "still"}) | {
    *("currently", "conference", "holiday", "vacation", "wedding", "work", "trip", "working"),
}
_AWAY = frozenset(
    {"away", "abroad", "trip", "plane", "ferry", "visiting", "holidaying", "holiday", "holidays", "vacation"}
) | {
    *("on a cruise", "cruise ship", "the cruise", "our cruise", "camping", "backpacking", "skiing", "honeymoon"),
    *("city break", "retreat", "training camp", "festival", "stag do", "hen do"),
}
_LEAVES = frozenset({"off", "heading", "headed", "going", "driving", "leaving", "bus", "train", "drive", "jetting"}) | {
    *("over", "down", "up", "out", "going to", "coach", "home"),
}
_GOES_TO = frozenset({"going to", "off to"})
_LEADING = _AWAY | _LEAVES | _GOES_TO | {"in"}
_RIDES = frozenset({"bus", "train", "coach"})
_NO_PLACES = frozenset(
    {"bed", "town", "office", "hospital", "meetings", "class", "school", "court", "bits", "work"}
) | {
    *("charge", "season", "limbo", "training", "rehab", "shape", "form", "trouble", "lockdown", "front", "general"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Span:
    """The days that are named: those one goes on, those one is back on, and how many there are."""

    named: tuple[dt.date, ...]
    ends: tuple[dt.date, ...]
    length: int


def read_away(message: Message) -> tuple[TimeOffReading, ...]:
    """Read a journey or a stay that is still to come or goes on, with its days; what to do then is asked."""
    if message.is_essay or not _may_lead(message.items):
        return ()
    told = (_told(items) for items in sentences(message.items))
    found = (_of_sentence(items, message) for items in told if items)
    return next(((one,) for one in found if one is not None), ())


def _may_lead(items: Items) -> bool:
    travels = any_means(items, "state", "travel") or any_means(items, "state_word", "travel")
    return travels or any_text(items, _LEADING) or any_means(items, "word", "in")


def _is_away(item: Item) -> bool:
    travels = item.means("state") == "travel" or item.means("state_word") == "travel"
    return travels or item.text in _AWAY


def _told(items: Items) -> Items:
    """Leave out the clauses that ask or tell of a run."""
    plain = tuple(dropwhile(lambda item: item.text in _NODS or item.means("talk") is not None, items))
    clauses = (clause for clause in clauses_of(plain) if not (asks(clause) or any_item(clause, _is_run)))
    return tuple(item for clause in clauses for item in clause)


def _is_run(item: Item) -> bool:
    """Tell whether a clause with this word tells of a run, whose day is no day of a journey."""
    named = item.means("kind") not in {None, "rest"} or item.means("race_distance") or item.means("lift") == "past"
    return bool(named) or isinstance(item.value, Distance | Repeats)


def _of_sentence(items: Items, message: Message) -> TimeOffReading | None:
    named = next((at for at in range(len(items)) if _leads(items, at, message.text)), None)
    # A place without its capital is one where days are named for it: "off to spain friday, back on tuesday".
    place = next((at for at in range(len(items)) if _leads(items, at, None)), None) if named is None else named
    if place is None or is_supposed(items) or any_item(items, _is_past):
        return None
    if _is_theirs(items[:place]) or is_in_quotes(message.text, items[place].start):
        return None
    found = _days_off(_span(items, message), message.now.date())
    return None if found is None or (named is None and found.first == found.last) else found


def _is_past(item: Item) -> bool:
    over = item.text in _PAST or item.text.startswith(("flew", "drove", "landed", "travelled", "traveled"))
    return over or item.means("action") in {"done", "missed"} or item.means("ask") == "what"


def _is_theirs(before: Items) -> bool:
    """Tell whether somebody else travels: "my sister is flying", "Dave is off to Rome"."""
    own = any_text(before, OURS)
    return not own and (any_means(before, "unsure", "others") or any_text(before, ("is",)))


def _leads(items: Items, at: int, text: str | None) -> bool:
    """Tell whether a journey begins here: "flying", "off to Kenya", "I'm in Lisbon", "away"."""
    item, before = items[at], items[max(0, at - _REACH) : at]
    if _is_away(item):
        return item.text != "away" or at == 0 or (any_text(before, _BEING) or any_text(before, _BACK))
    to = item.text in {"to", "for"} or item.is_word("to")
    goes = (to and any_text(before[-1:], _LEAVES)) or item.text in _GOES_TO
    if item.text in _RIDES:
        return any_text(items[at:], _BACK) or any_text(before, _BACK)
    inside = item.text == "in" or item.is_word("in")
    stays = inside and any_text(before, _BEING)
    behind = tuple(dropwhile(lambda one: one.text == "the", items[at + 1 : at + 3]))
    lasts = inside and at <= _REACH and any_means(before[-1:], "span")
    return (goes or stays or lasts or (inside and at == 0)) and _is_place(behind[:1], text, sure=not stays)


def _is_place(named: Items, text: str | None, *, sure: bool) -> bool:
    """Tell whether a place is named; where one only goes to, it has a capital, as names have."""
    if not named or not is_stranger(named[0]) or named[0].text in _NO_PLACES:
        return False
    return text is None or text[named[0].start].isupper() or not sure


def _span(items: Items, message: Message) -> _Span:
    named: list[dt.date] = []
    ends: list[dt.date] = []
    for at, item in enumerate(items):
        back = any_text(items[max(0, at - _REACH) : at], _BACK)
        until = any(one.text in _UNTIL or one.is_word("until") for one in items[max(0, at - 2) : at])
        (ends if back or until else named).extend(_dates(item, items, message))
    if len(named) <= 1:
        weeks = (item.value.week for item in items if isinstance(item.value, WeekOf) and item.value.week >= 0)
        monday = message.now.date() - dt.timedelta(days=message.now.weekday())
        mondays = [monday + dt.timedelta(days=_WEEK * week) for week in weeks]
        named = _with_weeks(mondays, named, back=bool(ends)) if mondays else named
    return _Span(named=tuple(named), ends=tuple(ends), length=next(_lengths(items), 0))


def _with_weeks(mondays: list[dt.date], named: list[dt.date], *, back: bool) -> list[dt.date]:
    """Return the first and the last day of weeks that are told, of which one may be named as the day of leaving.

    Whoever is away next week and leaves on Sunday leaves on the one before it.
    """
    sunday = mondays[-1] + dt.timedelta(days=_WEEK - 1)
    leaves = [day - dt.timedelta(days=_WEEK) if day == sunday else day for day in named] or mondays[:1]
    return leaves if back else [*leaves, sunday]


def _dates(item: Item, items: Items, message: Message) -> Iterator[dt.date]:
    """Yield the day of an item, or the first and the last of several."""
    value = item.value
    every: tuple[Days | Dated, ...]
    if isinstance(value, Days) and (not value.habit or message.text[item.start :].lower().startswith("this ")):
        every = tuple(
            replace(value, days=(day,), habit=False) for day in dict.fromkeys((value.days[0], value.days[-1]))
        )
    elif isinstance(value, Dated) and not (value.date == message.now.date() and not value.named):
        every = (value,)
    else:
        return
    for one in every:
        date = date_in(Item(one, item.start, item.end), items, message.context, one=True)
        if isinstance(date, dt.date):
            yield date


def _lengths(items: Items) -> Iterator[int]:
    """Yield how many days a stay lasts: "for 2 weeks", "for ten days"."""
    for at, item in enumerate(items):
        span = items[at + 1].means("span") if at + 1 < len(items) else None
        led = any_text(items[max(0, at - 1) : at], ("for",))
        if item.number is not None and span in {"day", "week"}:
            yield item.number * (_WEEK if span == "week" else 1)
        elif led and isinstance(item.value, Ahead) and not item.value.exact:
            yield round(item.value.hours / 24)


def _days_off(span: _Span, today: dt.date) -> TimeOffReading | None:
    if not (span.named or span.ends or span.length):
        return None
    first = max(min(span.named, default=today), today)
    last = max((*span.named, *span.ends, first + dt.timedelta(days=max(span.length - 1, 0))))
    if not (span.named or span.ends) and not span.length:
        return None
    if last < first or (last - first).days >= _MOST_DAYS:
        return None
    return TimeOffReading(first=first, last=last, sure=False, away=True)
