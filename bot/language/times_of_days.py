"""Times in a sentence of their own: "usually 6am but 8am at weekends", "18:30 on weekdays, 9:00 Sunday"."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.language.day_places import days_named, with_places
from bot.language.frames import ANY_TIME, BARE_HOURS, Items, is_day, is_digits, is_filler
from bot.language.held import any_text
from bot.language.items import Clock, Days, Item, OtherDays, PartOfDay
from bot.language.some_days import LEAST_OF_SOME, UNIVERSAL, Tail, weekdays_of
from bot.training.time import Weekday

_ENDS = ".;\n)"
_OPENING = f"{_ENDS}!(,-:"
_LONGEST = 30
_MOST_STRANGE = 3
_FIRST_SURE_HOUR = 8
_NOON = 12
_TIME_WORDS = frozenset(
    {
        "when",
        "i go",
        "go",
        "i run",
        "i start",
        "head",
        "i head",
        "out",
        "hour",
        "time",
        "times",
        "start",
        "starts",
        "slot",
        "start time",
        "start times",
        "work",
    }
)


@dataclass(slots=True, kw_only=True)
class _Said:
    """A time and the days that it is said of; none are all that no other time is said of."""

    days: frozenset[Weekday] | None = None
    daily: bool = False
    others: bool = False
    kind: str | None = None
    times: Items = ()

    def holds(self, item: Item) -> bool:
        """Tell whether it has what such an item would tell of it."""
        if is_day(item) or _kind(item):
            return self.days is not None or self.kind is not None
        return any(type(one.value) is type(item.value) for one in self.times)


def times_of_days(items: Items, index: int) -> tuple[tuple[Tail, ...], int] | None:
    """Read what a part of a sentence says of when the days are that are told elsewhere, and nothing else."""
    if not _opens(items, index):
        return None
    last = min(len(items), index + _LONGEST)
    end = next((place for place in range(index, last) if items[place].is_mark(_ENDS) or _heads(items, place)), last)
    chunk = tuple(with_places(items[index:end], days_named(items[:index])))
    said = _said_in(chunk) if end < index + _LONGEST else ()
    if any_text(chunk, ANY_TIME):
        # "First two at 6 pm, long whenever".
        said = [one for one in said if one.times]
    if not said or not all(one.times for one in said):
        return None
    if len(said) < LEAST_OF_SOME and not said[0].daily and len(said[0].days or ()) < LEAST_OF_SOME:
        return None
    if any(one.days is None and one.kind is None and not one.others for one in said[1:]) or not _are_told_elsewhere(
        said, (*items[:index], *items[end:])
    ):
        return None
    return tuple(_tails(said, items[index].start)), end


def _heads(items: Items, place: int) -> bool:
    """Tell whether a colon stands behind a time and before a day: "05h15 in the week: mon easy"."""
    timed = place > 0 and (isinstance(items[place - 1].value, Clock | PartOfDay) or is_day(items[place - 1]))
    return items[place].is_mark(":") and timed and any(map(is_day, items[place + 1 : place + 2]))


def _opens(items: Items, index: int) -> bool:
    item = items[index]
    opens = index == 0 or items[index - 1].is_mark(_OPENING) or items[index - 1].is_word("and")
    return opens and (item.text[:1].isalpha() or isinstance(item.value, Clock | PartOfDay | Days))


def _said_in(chunk: Items) -> Sequence[_Said]:
    """Return the times with their days; nothing where anything else is told."""
    said = [_Said()]
    strange = 0
    others = any(item.text == "rest" or isinstance(item.value, OtherDays) for item in chunk)
    for place, item in enumerate(chunk):
        value = _as_time(chunk, place, [one for told in said for one in told.times])
        if said[-1].times and (item.text == "rest" or isinstance(item.value, OtherDays)):
            said.append(_Said(others=True))
        elif (item.is_mark(",") and said[-1].times and not said[-1].days and _begins_days(chunk[place + 1 :])) or (
            item.is_word("all_days_but") and (said[-1].times or said[-1].days)
        ):
            said.append(_Said())
        elif _kind(item) and place and _as_time(chunk, place - 1, []):
            # "6:45 easy then 17:45 track": each time's own.
            return ()
        elif value is not None or isinstance(item.value, Days) or (_kind(item) and (others or _is_told(said))):
            told = item if value is None else value
            if said[-1].holds(told):
                said.append(_Said())
            _add(said[-1], told)
        elif not _is_plain(item):
            return ()
        else:
            strange += item.text.isalpha() and not item.senses
    return said if strange <= _MOST_STRANGE else ()


def _is_told(said: Sequence[_Said]) -> bool:
    """Tell whether days have their time already, so that a kind is of others: "first two at 7, the long one at 9"."""
    return len(said) > 1 or bool(said[0].days and said[0].times)


def _begins_days(behind: Items) -> bool:
    """Tell whether days with a time of their own follow: "always after 18:00, Sunday morning"."""
    words = [item for item in behind if is_day(item) or not is_filler(item)]
    return len(words) > 1 and isinstance(words[0].value, Days) and isinstance(words[1].value, Clock | PartOfDay)


def _as_time(chunk: Items, place: int, said: Sequence[Item]) -> Item | None:
    """Return a time; a bare number behind days is one where another time is said ("16:30, weekends 10")."""
    item = chunk[place]
    if isinstance(item.value, Clock | PartOfDay):
        return item
    hour = item.number if said and is_digits(item) and place and is_day(chunk[place - 1]) else None
    if hour is None or hour not in BARE_HOURS:
        return None
    clocks = [one.value for one in said if isinstance(one.value, Clock)]
    early = any(clock.padded and clock.time.hour < _NOON for clock in clocks)
    return replace(item, value=Clock(time=dt.time(hour), sure=early or hour >= _FIRST_SURE_HOUR, padded=False))


def _add(said: _Said, item: Item) -> None:
    if kind := _kind(item):
        said.kind = kind
    elif not isinstance(item.value, Days):
        said.times = (*said.times, item)
    elif len(item.value.days) < len(Weekday):
        said.days = frozenset(item.value.days)
    else:
        said.daily = True


def _kind(item: Item) -> str | None:
    kind = item.means("kind")
    return None if kind in (None, "other", "rest") else kind


def _is_plain(item: Item) -> bool:
    other = item.means("kind") in (None, "other") and not item.means("not_run") and not item.means("action")
    known = is_filler(item) or item.text in UNIVERSAL | _TIME_WORDS or item.is_word("it", "ish", "after", "before")
    strange = item.text.isalpha() and not item.senses
    mine = item.means("action") == "mine"
    return mine or (other and (known or strange or item.is_mark(",-") or item.means("kind") == "other"))


def _are_told_elsewhere(said: Sequence[_Said], others: Items) -> bool:
    named: set[Weekday] = set().union(*map(weekdays_of, others))
    told = (one.days for one in said if one.days is not None)
    least = LEAST_OF_SOME if len(said) < LEAST_OF_SOME else 1
    kinds = {_kind(item) for item in others}
    enough = len(named) >= LEAST_OF_SOME and all(one.kind in kinds for one in said if one.kind is not None)
    return enough and all(len(days & named) >= min(least, len(days)) for days in told)


def _tails(said: Sequence[_Said], start: int) -> Iterator[Tail]:
    others = frozenset[Weekday]().union(*(one.days for one in said if one.days is not None))
    for one in said:
        only = frozenset(Weekday) - others if one.days is None and one.kind is None else one.days or frozenset(Weekday)
        if only:
            yield Tail(items=one.times, start=start, only=only, kind=one.kind)
