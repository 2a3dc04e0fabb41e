"""What one clause says of when: days, a part of the day, a time, a run that the day hangs on."""

import datetime as dt
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.language.bound import kept, own_items
from bot.language.clocks import as_text, other_half
from bot.language.date_orders import near_date
from bot.language.frames import Items, is_lift
from bot.language.held import any_means, any_value
from bot.language.items import Ahead, Clock, Dated, Days, Doubtful, Item, PartOfDay, Word
from bot.language.meaning import Doubt, MomentReading, Part, Unread
from bot.language.relations import Relation, relation_in
from bot.language.runs import settled
from bot.language.said_days import days_of, week_of
from bot.training.runs import RunKind

_NOON = 12
_HOURS = 24
# "At 4 tomorrow" is an afternoon, "at 5" may be either.
_FIRST_HOUR = 5
# Nobody lifts at ten at night where "friday 10" is all that is said.
_FIRST_SURE_HOUR = 10
_LATE_MORNING = frozenset({10, 11})
_WEEK = 7
_BESIDE_NOON = 3
# "At 9", said at ten in the morning, is no 21:00, which is late for a lift; said at four in the afternoon it is.
_LATE_EVENING = 21
_WAS = frozenset({"was", "were"})
_WAS_OF = frozenset({"it", "that", "this"})
_OPENING = frozenset({"is", "would", "does", "will", "how about", "what about", "hows", "how's"})
_OWN = frozenset({"a", "my", "the", "and", "between"})
_SUITS = frozenset({"be", "work", "suit", "do", "sound", "any"})
_SOFT = frozenset({"like", "say", "maybe", "probably", "perhaps", "thinking"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """The parts of a moment as a clause names them; `days` is the day meant, then the others of a choice.

    The past may have been meant where the day is said `by_weekday` ("monday"), and is where it `was` ("was 9:00 ok?").
    `apart` says that a run in the clause has a day of its own.
    """

    days: tuple[dt.date | Unread, ...] = ()
    part: Part | None = None
    clock: Clock | None = None
    ahead: float | None = None
    later: bool = False
    midnight: bool = False
    by_weekday: bool = False
    was: bool = False
    relation: Relation | None = None
    doubt: Unread | None = None
    apart: bool = False
    week: int | None = None

    @property
    def names_day(self) -> bool:
        """Tell whether the day needs nothing from another clause."""
        return bool(self.days or self.relation or self.doubt) or self.ahead is not None

    @property
    def names_time(self) -> bool:
        """Tell whether the time, or the part of the day, needs nothing from another clause."""
        return self.clock is not None or self.part is not None or self.ahead is not None or self.midnight


def said_in(items: Items, relation: Relation | None, now: dt.datetime) -> Said:
    """Return what a clause says of when; `items` stand outside the `relation`."""
    own = kept(own_items(items))
    return Said(
        days=days_of(own, now),
        part=next((item.value.part for item in own if isinstance(item.value, PartOfDay)), None),
        clock=_clock(own) or _hour_after_day(own),
        ahead=next((one.value.hours for one in own if isinstance(one.value, Ahead) and one.value.exact), None),
        later=any(isinstance(one.value, Ahead) and one.value.later and one.value.exact for one in own),
        midnight=any_means(own, "word", "midnight"),
        by_weekday=any_value(own, Days),
        was=_was(own),
        relation=relation,
        doubt=_doubt_in(own, now),
        week=week_of(own),
        apart=len(own) < len(items),
    )


def _was(items: Items) -> bool:
    """Tell whether a time that is over is asked about: "was 9:00 ok", but not "I was going to lift at 6"."""
    for word, behind in pairwise(items):
        if word.text in _WAS and (isinstance(behind.value, Clock) or behind.text in _WAS_OF or is_lift(behind)):
            return True
        if word.text == "have" and behind.text == "been":
            return True
    return False


def _doubt_in(items: Items, now: dt.datetime) -> Unread | None:
    """Return the first doubt; a time that is none ("= 24h") leaves one that is said beside it."""
    timed = any(isinstance(item.value, Clock) for item in items)
    doubts = (doubt for item in items if (doubt := _doubt(item, now)))
    # "Monday at 5:30, alright with whatever I've on this weekend".
    told = {Doubt.TIME, Doubt.DAY} if timed and any_value(items, Days, Dated) else {Doubt.TIME} if timed else set()
    return next((doubt for doubt in doubts if doubt.doubt not in told), None)


def _doubt(item: Item, now: dt.datetime) -> Unread | None:
    """Return what is in doubt of an item; a date in digits is not where only one reading of it is near."""
    if not isinstance(item.value, Doubtful) or near_date(item.value.unread, now.date()) is not None:
        return None
    return item.value.unread


def moment_of(said: Said, now: dt.datetime) -> MomentReading | Unread | None:
    """Return the moment that is said, an Unread where it could be several or none, None where none is named."""
    if said.doubt is not None:
        return said.doubt
    day, *also = said.days or (None,)
    if isinstance(day, Unread):
        return day
    if said.midnight:
        return _midnight(day)
    if said.ahead is not None:
        at = now + dt.timedelta(hours=said.ahead)
        return MomentReading(date=at.date(), time=at.time().replace(second=0, microsecond=0))
    if said.relation is not None:
        return _related(said.relation, day, said, now)
    found = _at(day, said, now)
    others = tuple(other for other in also if isinstance(other, dt.date))
    return replace(found, also=others) if others and isinstance(found, MomentReading) else found


def _is_of_run(items: Items, index: int) -> bool:
    """Tell whether a time is said to be a run's: "my run is at 6pm"."""
    before = items[max(0, index - 2) : index]
    if before and before[-1].text in _OWN and any_means(items[index + 1 : index + 2], "kind"):
        # "A 7am easy".
        return True
    if before and any_means(items[index + 1 : index + 2], "run_part", "strides"):
        return True
    named = len(before) > 1 and before[0].means("kind") is not None and before[0].means("kind") != RunKind.REST
    return named and before[1].text in {"is", "starts", "begins", "was"}


def _clock(items: Items) -> Clock | None:
    """Return the time that is said; of several the first one behind the lift, or else the one next before it."""
    own = [(index, item) for index, item in enumerate(items) if not _is_of_run(items, index)]
    last = next((index for index in range(len(items) - 1, -1, -1) if items[index].means("lift") == "now"), 0)
    ordered = tuple(one for one in own if one[0] >= last) + tuple(one for one in reversed(own) if one[0] < last)
    return next((one.value for at, one in ordered if isinstance(one.value, Clock) and not _is_apart(items, at)), None)


def _is_apart(items: Items, clock: int) -> bool:
    """Tell whether a time is another's, as noon is the one that is said: "is noon ok, got a meeting at 1"."""
    noon = next((at for at, one in enumerate(items) if _is_noon(one)), clock)
    return abs(clock - noon) > _BESIDE_NOON


def _is_noon(item: Item) -> bool:
    return isinstance(item.value, PartOfDay) and item.value.part is Part.NOON


def _midnight(day: dt.date | None) -> MomentReading | Unread:
    """Return the end of a day as the start of the next; alone it could be the last one or the coming one."""
    if day is None:
        return Unread(text="midnight", doubt=Doubt.TIME)
    return MomentReading(date=day + dt.timedelta(days=1), time=dt.time(0))


def _hour_after_day(items: Items) -> Clock | None:
    """Read a number alone, right after the day or after a "like", as an hour: "friday 18", "like 7"."""
    words = [item for item in items if not item.is_mark("?!.")]
    places = range(len(words)) if len(words) == 1 else range(1, len(words))
    found = next((at for at in places if _is_hour(words[at]) and _stands_alone(words, at)), None)
    if found is None:
        return None
    hour = words[found].number or 0
    return Clock(time=dt.time(hour), sure=hour >= _FIRST_SURE_HOUR, padded=hour > _NOON)


def _is_hour(item: Item) -> bool:
    return item.number is not None and item.number < _HOURS and isinstance(item.value, Word) and item.text != "a"


def _stands_alone(words: list[Item], place: int) -> bool:
    """Tell whether a number stands behind a day or a "like", and counts nothing: "friday 8 ok", but not "… 3 sets"."""
    behind = words[place + 1] if place + 1 < len(words) else None
    if place and words[place - 1].text in _OPENING:
        # "Would 8 be too late", "is 7 ok".
        return behind is not None and (behind.text in _SUITS or behind.means("ask") == "may")
    if place and not (isinstance(words[place - 1].value, Days | Dated | PartOfDay) or words[place - 1].text in _SOFT):
        return False
    ends = (
        behind is None
        or isinstance(behind.value, PartOfDay)
        or behind.means("talk")
        or behind.means("action") == "instead"
        or is_lift(behind)
    )
    return bool(ends) or (behind is not None and behind.means("ask") == "may")


def _related(relation: Relation, day: dt.date | None, said: Said, now: dt.datetime) -> MomentReading:
    part = relation.part or said.part
    clock = None if said.clock is None else _by_day(settled(said.clock, part))
    time = relation.time if clock is None else clock.time
    if clock is not None and day == now.date():
        time = _ahead_today(clock, now, was=said.was) or time
    kind = relation.kind or RunKind.OTHER
    return MomentReading(
        date=day or relation.date, time=time, part=part, relation=(kind, relation.days), side=relation.side
    )


def _at(day: dt.date | None, said: Said, now: dt.datetime) -> MomentReading | Unread | None:
    if said.clock is None:
        if day is None and said.part is None:
            return None
        return MomentReading(date=day or _part_day(said.part, now), part=said.part)
    clock = _by_day(settled(said.clock, said.part))
    if said.part is Part.MORNING and day == now.date():
        clock = replace(clock, padded=True)
    if day is None and said.part is Part.MORNING and clock.time < now.time():
        # "Before work, say 5": today's is over.
        day, clock = now.date() + dt.timedelta(days=1), replace(clock, sure=True, padded=True)
    is_today = day in (None, now.date())
    time = _ahead_today(clock, now, was=said.was) if is_today else (clock.time if clock.sure else None)
    if time is None:
        options = tuple(sorted((as_text(clock.time), as_text(other_half(clock.time)))))
        return Unread(text=options[0], doubt=Doubt.AM_OR_PM, options=options, date=day or now.date())
    if said.by_weekday and day == now.date() and time < now.time():
        # A weekday that is today, with a time that has passed, is next week's.
        return MomentReading(date=day + dt.timedelta(days=_WEEK), time=time, part=said.part)
    # Whoever writes "7:30" may have meant the time that is over.
    moved = clock.sure and is_today and time != clock.time
    return MomentReading(date=day or now.date(), time=time, part=said.part, passed=clock.time if moved else None)


def _by_day(clock: Clock) -> Clock:
    """Return an hour that is left open as one of the day where the other one lies in the small hours."""
    if clock.time.hour in _LATE_MORNING or clock.time.hour == _NOON:
        return replace(clock, sure=True)
    if clock.padded or not 0 < clock.time.hour < _FIRST_HOUR:
        return clock
    return replace(clock, time=other_half(clock.time), sure=True)


def _part_day(part: Part | None, now: dt.datetime) -> dt.date:
    """Return today, or tomorrow for "in the morning" said when today's is over."""
    over = part is Part.MORNING and now.hour >= _NOON
    return now.date() + dt.timedelta(days=int(over))


def _ahead_today(clock: Clock, now: dt.datetime, *, was: bool) -> dt.time | None:
    """Return a time today: the half of the day that is still ahead, when only one is; None when it stays open."""
    later = other_half(clock.time)
    passed, later_ahead = clock.time < now.time(), later > now.time()
    if clock.padded:
        return clock.time
    if passed and (was or _is_just_over(clock.time, now)):
        return clock.time
    if passed and later_ahead and later > clock.time:
        return later
    return clock.time if clock.sure or (clock.time > now.time() and not later_ahead) else None


def _is_just_over(time: dt.time, now: dt.datetime) -> bool:
    """Tell whether a time before noon is meant though it is over: it is nearer than a late one in the evening."""
    if time.hour >= _NOON or other_half(time).hour < _LATE_EVENING:
        return False
    return (now.hour - time.hour) * 2 < _NOON


def relation_apart(items: Items, today: dt.date) -> tuple[Relation | None, Items]:
    """Return the relation of a clause, and the items outside it."""
    relation = relation_in(items, today)
    if relation is None:
        return None, items
    if any_value(items[: relation.start], Clock):
        # "At 18:30 after 8k at lunch": the lunch is the run's.
        behind = (item for item in items[relation.end :] if not isinstance(item.value, PartOfDay))
        return relation, (*items[: relation.start], *behind)
    return relation, (*items[: relation.start], *items[relation.end :])
