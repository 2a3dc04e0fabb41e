"""The moment that a question names: a day, a time, a part of the day, or a run that it hangs on."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.language.clocks import as_text, other_half
from bot.language.frames import Items, is_point
from bot.language.items import Ahead, Clock, Context, Dated, Days, Doubtful, Item, PartOfDay, WeekOf, Word
from bot.language.meaning import Doubt, MomentReading, Part, Side, Unread
from bot.language.relations import Relation, relation_in
from bot.language.runs import settled
from bot.language.scan import scan
from bot.language.text import normalise, own_words, too_long
from bot.language.vocabulary import Vocabulary
from bot.language.waiting import HOW_LONG, asks_how_long, is_at_once, is_run, refers_to_day, with_run_apart
from bot.language.week import coming, date_of
from bot.training.runs import RunKind
from bot.training.time import Weekday

_CLAUSE_ENDS = ",.;?!\n"
_WEEKEND = (Weekday.SAT, Weekday.SUN)
_NOON = 12
_HOURS = 24
_PAIR = 2
_OPENING = 6
_ASKERS = frozenset({"i", "we", "u", "you", "to", "ich", "je", "puedo", "posso"})


def read_moment(text: str, *, now: dt.datetime, vocabulary: Vocabulary) -> MomentReading | Unread | None:
    """Read the moment that a text asks about; `now` is the runner's local time.

    A weekday is the coming one (today counts), "next Tuesday" the Tuesday of next week. None when no moment is named;
    Unread when one is named that could be several, or none. "Friday or saturday" is the first day with the others in
    `also`; several days without "or" are Unread (DATE). Midnight ends the day named with it. In a text
    of several clauses the clause about lifting decides: "got intervals tomorrow, can I lift today?" is about today. No
    text raises.
    """
    context = Context(text=normalise(text), today=now.date(), dotted=True)
    if too_long(text) or too_long(context.text):
        return Unread(text=own_words(text), doubt=Doubt.TOO_LONG)
    clauses = tuple(part for clause in clauses_of(scan(context, vocabulary)) for part in with_run_apart(clause))
    return _chosen(tuple(_read(clause, now) for clause in clauses), now.date())


def clauses_of(items: Items) -> Iterator[Items]:
    """Split items at commas, stops, "if" and "because", and before "can I"."""
    clause: list[Item] = []
    for index, item in enumerate(items):
        how_long = any(one.text.startswith(HOW_LONG) for one in clause[:_OPENING])
        opens = item.is_word("clause") or item.means("ask") == "open" or (_is_may(item) and not how_long)
        ends = item.is_mark(_CLAUSE_ENDS) and not is_point(items, index)
        if clause and (ends or opens or _is_but(item)):
            yield tuple(clause)
            clause = []
        if not ends:
            clause.append(item)
    if clause:
        yield tuple(clause)


def _is_may(item: Item) -> bool:
    """Tell whether an item opens a question ("can I"), and is not one of its last words ("ok")."""
    if item.means("ask") != "may" or not isinstance(item.value, Word):
        return False
    return not _ASKERS.isdisjoint(item.value.token.text.split())


def _is_but(item: Item) -> bool:
    return item.is_word("all_days_but")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Clause:
    moment: MomentReading | Unread | None
    lifts: bool
    is_sore: bool
    runs: bool
    is_open: bool
    refers_back: bool = False
    at_once: bool = False
    side: Side | None = None
    kind: RunKind | None = None


def _read(items: Items, now: dt.datetime) -> _Clause:
    relation = relation_in(items, now.date())
    outside = items if relation is None else (*items[: relation.start], *items[relation.end :])
    if relation is not None and any(isinstance(item.value, Clock) for item in items[: relation.start]):
        # "At 18:30 after 8k at lunch": the lunch is the run's.
        behind = (item for item in items[relation.end :] if not isinstance(item.value, PartOfDay))
        outside = (*items[: relation.start], *behind)
    return _Clause(
        moment=_moment(outside, relation, now),
        lifts=any(item.means("lift") == "now" for item in items),
        is_sore=all(item.means("body") for item in items if item.means("lift") == "now"),
        runs=any(is_run(item) for item in outside),
        is_open=any(item.means("ask") == "open" for item in items) or asks_how_long(items),
        at_once=any(is_at_once(item) for item in items) or refers_to_day(items),
        refers_back=relation is not None and relation.kind is None,
        side=None if relation is None else relation.side,
        kind=next((_kind(item) for item in outside if _kind(item)), None),
    )


def _kind(item: Item) -> RunKind | None:
    kind = item.means("kind")
    return None if kind is None else RunKind(kind)


def _chosen(clauses: tuple[_Clause, ...], today: dt.date) -> MomentReading | Unread | None:
    """Choose the clause that says when: about lifting first, then one that is not about a run."""
    lifting = [clause for clause in clauses if clause.lifts]
    # "Legs are tired" beside "when can I deadlift" is no lift.
    lifting = [clause for clause in lifting if not clause.is_sore] or lifting
    lifting = [clause for clause in lifting if not _is_over(clause.moment, today)] or lifting
    # "Best day to pull with a 28k on Sunday": the day is the run's.
    own = [clause for clause in lifting if not (clause.is_open and clause.runs)]
    named = next((clause.moment for clause in own if clause.moment is not None), None)
    awaited = next((one.moment for one in clauses if not one.lifts and _is_to_come(one.moment, today)), None)
    if isinstance(awaited, MomentReading) and any(clause.at_once for clause in own):
        part = named.part if isinstance(named, MomentReading) and named.part is not Part.NOW else awaited.part
        return replace(awaited, part=part)
    if named is not None:
        return _completed(named, lifting, clauses)
    offered = next((clause.moment for clause in clauses if _is_offered(clause)), None)
    if any(clause.is_open for clause in clauses):
        return offered or MomentReading(date=None)
    others = [clause.moment for clause in clauses if not clause.runs and not _is_over(clause.moment, today)]
    free = next((moment for moment in others if moment is not None), None)
    if free is not None or lifting:
        return free
    return next((clause.moment for clause in clauses if clause.moment is not None), None)


def _is_over(moment: MomentReading | Unread | None, today: dt.date) -> bool:
    """Tell whether a moment has passed: "legs trashed from yesterday, deads today?" asks about today."""
    return isinstance(moment, MomentReading) and moment.date is not None and moment.date < today


def _is_to_come(moment: MomentReading | Unread | None, today: dt.date) -> bool:
    return isinstance(moment, MomentReading) and moment.date is not None and moment.date > today


def _is_offered(clause: _Clause) -> bool:
    """Tell whether a clause offers days alone: "which is better for deads, tonight or tomorrow night?"."""
    return not clause.runs and isinstance(clause.moment, MomentReading) and bool(clause.moment.also)


def _completed(
    moment: MomentReading | Unread, lifting: list[_Clause], clauses: tuple[_Clause, ...]
) -> MomentReading | Unread:
    """Fill in what "after it" refers to: the run, and its day, of another clause."""
    referring = next((clause for clause in lifting if clause.refers_back and clause.moment is moment), None)
    if referring is None or isinstance(moment, Unread):
        return moment
    run = next((clause for clause in clauses if clause.runs and clause is not referring), None)
    if run is None:
        return moment
    kind = run.kind or RunKind.OTHER
    days = 0 if moment.relation is None else moment.relation[1]
    known = run.moment.date if isinstance(run.moment, MomentReading) else None
    date = moment.date or (None if known is None else known + dt.timedelta(days=days))
    return MomentReading(date=date, time=moment.time, part=moment.part, relation=(kind, days), side=referring.side)


def _moment(items: Items, relation: Relation | None, now: dt.datetime) -> MomentReading | Unread | None:
    doubt = next((item.value.unread for item in items if isinstance(item.value, Doubtful)), None)
    if doubt is not None:
        return doubt
    part = next((item.value.part for item in items if isinstance(item.value, PartOfDay)), None)
    day, *also = _days(items, now)
    if isinstance(day, Unread):
        return day
    if any(item.is_word("midnight") for item in items):
        return _midnight(day)
    clock = next((item.value for item in items if isinstance(item.value, Clock)), None) or _hour_after_day(items)
    exact = next((item.value for item in items if isinstance(item.value, Ahead) and item.value.exact), None)
    if exact is not None:
        at = now + dt.timedelta(hours=exact.hours)
        return MomentReading(date=at.date(), time=at.time().replace(second=0, microsecond=0))
    if relation is not None:
        return _related(relation, day, part, clock)
    found = _at(day, part, clock, items, now)
    others = tuple(other for other in also if isinstance(other, dt.date))
    return replace(found, also=others) if others and isinstance(found, MomentReading) else found


def _midnight(day: dt.date | None) -> MomentReading | Unread:
    """Return the end of a day as the start of the next; alone it could be the last one or the coming one."""
    if day is None:
        return Unread(text="midnight", doubt=Doubt.TIME)
    return MomentReading(date=day + dt.timedelta(days=1), time=dt.time(0))


def _hour_after_day(items: Items) -> Clock | None:
    """Read a number alone, or right after the day with nothing behind it, as an hour: "18", "friday 18"."""
    words = [item for item in items if not item.is_mark("?!.")]
    if not words or (len(words) >= _PAIR and not isinstance(words[-2].value, Days | Dated)):
        return None
    hour = words[-1].number
    if hour is None or not isinstance(words[-1].value, Word) or hour >= _HOURS:
        return None
    return Clock(time=dt.time(hour), sure=hour > _NOON, padded=hour > _NOON)


def _related(relation: Relation, day: dt.date | None, part: Part | None, clock: Clock | None) -> MomentReading:
    part = part or relation.part
    time = None if clock is None else settled(clock, part).time
    kind = relation.kind or RunKind.OTHER
    return MomentReading(
        date=day or relation.date, time=time, part=part, relation=(kind, relation.days), side=relation.side
    )


def _at(
    day: dt.date | None, part: Part | None, clock: Clock | None, items: Items, now: dt.datetime
) -> MomentReading | Unread | None:
    if clock is None:
        if day is None and part is None:
            return None
        return MomentReading(date=day or _part_day(part, now), part=part)
    clock = settled(clock, part)
    time = _ahead_today(clock, now) if day in (None, now.date()) else (clock.time if clock.sure else None)
    if time is None:
        options = tuple(sorted((as_text(clock.time), as_text(other_half(clock.time)))))
        return Unread(text=options[0], doubt=Doubt.AM_OR_PM, options=options)
    return MomentReading(date=_not_passed(day, time, items, now), time=time, part=part)


def _part_day(part: Part | None, now: dt.datetime) -> dt.date:
    """Return today, or tomorrow for "in the morning" said when today's is over."""
    over = part is Part.MORNING and now.hour >= _NOON
    return now.date() + dt.timedelta(days=int(over))


def _ahead_today(clock: Clock, now: dt.datetime) -> dt.time | None:
    """Return a time today: the half of the day that is still ahead, when only one is; None when it stays open."""
    later = other_half(clock.time)
    passed, later_ahead = clock.time < now.time(), later > now.time()
    if clock.padded:
        return clock.time
    if passed and later_ahead and later > clock.time:
        return later
    return clock.time if clock.sure or (clock.time > now.time() and not later_ahead) else None


def _not_passed(day: dt.date | None, time: dt.time, items: Items, now: dt.datetime) -> dt.date:
    """Return the day; a weekday that is today, with a time that has passed, is next week's."""
    by_weekday = any(isinstance(item.value, Days) for item in items)
    if day == now.date() and by_weekday and time < now.time():
        return day + dt.timedelta(days=7)
    return day or now.date()


def _days(items: Items, now: dt.datetime) -> tuple[dt.date | Unread | None, ...]:
    """Return the day meant, then the others that "or" offers; one that is over gives way to one that is not."""
    week = next((item.value.week for item in items if isinstance(item.value, WeekOf)), None)
    named = tuple(dict.fromkeys(date for item in items for date in _named(item, week, now)))
    doubt = next((date for date in named if isinstance(date, Unread)), None)
    if doubt is not None:
        return (doubt,)
    dates = tuple(date for date in named if isinstance(date, dt.date))
    dates = tuple(date for date in dates if date >= now.date()) or dates
    if len(dates) > 1 and not _is_choice(items):
        options = tuple(date.isoformat() for date in sorted(dates))
        return (Unread(text=" / ".join(options), doubt=Doubt.DATE, options=options),)
    if not dates and week:
        return (Unread(text="next week" if week > 0 else "last week", doubt=Doubt.DAY),)
    return dates or (None,)


def _named(item: Item, week: int | None, now: dt.datetime) -> tuple[dt.date | Unread, ...]:
    if isinstance(item.value, Dated):
        return (item.value.date,)
    if isinstance(item.value, Ahead) and not item.value.exact:
        return (now.date() + dt.timedelta(hours=item.value.hours),)
    return _weekdays(item.value, week, now.date()) if isinstance(item.value, Days) else ()


def _is_choice(items: Items) -> bool:
    either = any(isinstance(item.value, Days) and item.value.either for item in items)
    return either or any(item.is_word("or") or item.is_mark("/") for item in items)


def _weekdays(days: Days, week: int | None, today: dt.date) -> tuple[dt.date | Unread, ...]:
    dates = tuple(_date(day, days, week, today) for day in days.days)
    if days.days == _WEEKEND and days.habit:
        return (Unread(text="weekend", doubt=Doubt.DAY, options=tuple(date.isoformat() for date in dates)),)
    return dates if days.either else dates[:1]


def _date(day: Weekday, days: Days, week: int | None, today: dt.date) -> dt.date:
    if days.week == -1:
        return today - dt.timedelta(days=(today.weekday() - day) % 7 or 7)
    return date_of(day, days, today, week) or coming(day, today)
