"""The moment that a question asks about, chosen by what was learnt where a day or a time was left over by the rules."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Final

from bot.language.clocks import as_text
from bot.language.frames import Items
from bot.language.items import Clock, Days
from bot.language.meaning import Doubt, MomentReading, Part, Unread
from bot.language.moment_links import Choice, MomentLinks
from bot.language.moment_sketch import DAY, TIME, MomentSketch
from bot.language.runs import settled
from bot.language.said import Said, moment_of

SURE: Final = 0.9
"""How sure a day or a time must be to stand in the place of what the rules chose, or left open."""

OPEN: Final = 0.98
"""The same where the rules read that no day is named: "when can I"."""

_MOST: Final = 12
_NOON: Final = dt.time(12)
_OWN_DOUBTS: Final = frozenset({Doubt.DATE_ORDER, Doubt.TOO_LONG})

Moment = MomentReading | Unread | None


def with_choice(found: Moment, items: Items, now: dt.datetime, weights: Mapping[str, Mapping[str, float]]) -> Moment:
    """Return the moment as the rules read it, or with the day and the time that are surely asked about instead.

    Only what leaves a day or a time over is looked at again; a choice of days, and what hangs on nothing that is named,
    stay as they are.
    """
    if not weights or _is_settled(found):
        return found
    sketch = MomentSketch(items, now)
    days, times = sketch.places(DAY), sketch.places(TIME)
    # "18:00 tomorrow friday" contradicts itself.
    at_odds = isinstance(found, Unread) and any(other - one == 1 for one, other in pairwise(days))
    if (
        at_odds
        or _asks_about_two(found, sketch)
        or max(len(days), len(times)) > _MOST
        or not (_leaves_day(found, sketch) or _leaves_time(found, sketch))
    ):
        return found
    links = MomentLinks(weights)
    day = links.day(sketch)
    time = links.time(sketch, day.place)
    if day.place is not None and _is_other_day(found, day, sketch):
        return _on_day(found, sketch, day.place, time)
    if time.place is not None and _is_other_time(found, time, sketch):
        return _at_time(found, sketch, time.place)
    return found


def _asks_about_two(found: Moment, sketch: MomentSketch) -> bool:
    """Tell whether two days have a time each, of which one is asked back: "can I lift tue 18:00 and fri 7am?"."""
    timed = {sketch.day_beside(place) for place in sketch.places(TIME)} - {None}
    return isinstance(found, Unread) and found.doubt in {Doubt.DATE, Doubt.DAY} and len(timed) > 1


def _is_settled(found: Moment) -> bool:
    """Tell whether a moment is none of those that are named: days before a run, the end of a day, a date in doubt."""
    if isinstance(found, MomentReading):
        return (found.relation is not None and found.relation[1] != 0) or found.time == dt.time()
    return found is not None and found.doubt in _OWN_DOUBTS


def _leaves_day(found: Moment, sketch: MomentSketch) -> bool:
    """Tell whether a day to come is named that was not read."""
    read = {found.date, *found.also} if isinstance(found, MomentReading) else set[dt.date | None]()
    named = (sketch.date(place) for place in sketch.places(DAY))
    return any(day is not None and day >= sketch.now.date() and day not in read for day in named)


def _leaves_time(found: Moment, sketch: MomentSketch) -> bool:
    """Tell whether a time is named that was not read."""
    return any(not _is_read(found, place, sketch) for place in sketch.places(TIME))


def _is_read(found: Moment, place: int, sketch: MomentSketch) -> bool:
    """Tell whether a time is the one that was read, or is asked about as the half of the day is open."""
    times = sketch.times(place)
    if isinstance(found, Unread):
        return found.doubt is Doubt.AM_OR_PM and not {as_text(time) for time in times}.isdisjoint(found.options)
    return found is not None and ((found.time or _noon(found)) in times)


def _noon(found: MomentReading) -> dt.time | None:
    return _NOON if found.part is Part.NOON else None


def _is_open(found: Moment) -> bool:
    return isinstance(found, MomentReading) and found.date is None and found.relation is None


def _is_other_day(found: Moment, day: Choice, sketch: MomentSketch) -> bool:
    date = None if day.place is None else sketch.date(day.place)
    if day.place is None or date is None or day.sure < (OPEN if _is_open(found) else SURE) or date < sketch.now.date():
        return False
    if not isinstance(found, MomentReading):
        return found is None or found.date != date
    # "Wednesday next week": the rules know of which week a weekday is.
    weekly = isinstance(sketch.items[day.place].value, Days)
    same = weekly and found.date is not None and found.date.weekday() == date.weekday()
    return not same and date not in {found.date, *found.also}


def _is_other_time(found: Moment, time: Choice, sketch: MomentSketch) -> bool:
    if time.place is None or time.sure < SURE or _is_read(found, time.place, sketch):
        return False
    if found is not None and sketch.day_beside(time.place) not in {None, found.date}:
        # "Can I lift friday, coach wants intervals saturday 8am".
        return False
    if isinstance(found, Unread):
        return found.date is not None
    if found is None:
        return True
    # What hangs on a run, and what was read from no time that is named, "before shift, say 4", stays.
    return found.relation is None and (
        _suits(time.place, found, sketch) if found.time is None else _is_named(found, sketch)
    )


def _suits(place: int, found: MomentReading, sketch: MomentSketch) -> bool:
    """Tell whether a time may be in the part of the day that was read: "intervals at 7am, deadlifts in the evening"."""
    if found.part in {None, Part.NOW}:
        return True
    clock = settled(sketch.clock(place), sketch.part(place) or found.part)
    return (clock.time.hour < _NOON.hour) == (found.part is Part.MORNING)


def _on_day(found: Moment, sketch: MomentSketch, place: int, time: Choice) -> Moment:
    """Return a moment on another day, at the likeliest time; a time that was read from none that is named stays."""
    clock, part = None, sketch.part(place)
    if time.place is not None and time.sure > 1 / 2 and sketch.day_beside(time.place) in {None, sketch.date(place)}:
        clock, part = sketch.clock(time.place), sketch.part(time.place)
    elif isinstance(found, MomentReading) and found.time is not None and not _is_named(found, sketch):
        clock = Clock(time=found.time)
    return _moment(sketch, sketch.date(place), clock, part)


def _is_named(found: Moment, sketch: MomentSketch) -> bool:
    return any(_is_read(found, place, sketch) for place in sketch.places(TIME))


def _moment(sketch: MomentSketch, day: dt.date | None, clock: Clock | None, part: Part | None) -> Moment:
    weekly = any(isinstance(sketch.items[at].value, Days) and sketch.date(at) == day for at in sketch.places(DAY))
    days = () if day is None else (day,)
    return moment_of(Said(days=days, clock=clock, part=part, by_weekday=weekly), sketch.now)


def _at_time(found: Moment, sketch: MomentSketch, place: int) -> Moment:
    """Return a moment at another time, on the day that was read."""
    told = found.part if isinstance(found, MomentReading) and found.time is None else None
    part = sketch.part(place) or told
    clock = settled(sketch.clock(place), part)
    moment = _moment(sketch, None if found is None else found.date, clock, part)
    if not (isinstance(found, MomentReading) and isinstance(moment, MomentReading)):
        return moment
    return found if found.date is None else replace(moment, also=found.also)
