"""A week whose days, runs and times are put together by what was learnt, where the rules leave some of them over."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Final

from bot.language.frames import Items
from bot.language.held import any_mark, any_means, any_text
from bot.language.meaning import (
    DatedRunReading,
    DayEntry,
    FixedLiftsReading,
    Meaning,
    NotUnderstood,
    Unread,
    WeekReading,
)
from bot.language.message import Message, is_quoted, is_sets_at_weight, message_of
from bot.language.openings import tells_no_own_week, tells_old_days, tells_past_week
from bot.language.people import names_another, tells_of_else
from bot.language.run_words import tells_run
from bot.language.week import week_of
from bot.language.week_links import Link, WeekLinks
from bot.language.week_sketch import MEASURE, Sketch
from bot.training.runs import RunKind
from bot.training.time import Weekday

SURE: Final = 0.6
"""How certain all links must be to stand in the place of what the rules read."""

LIKELY: Final = 0.4
"""The same where the rules read nothing."""

_FEWEST_DAYS: Final = 2
_MOST_DAYS: Final = 20
_MOST_AT_ONCE: Final = 4
_NEAR: Final = 3
_PARTS: Final = 3
"""The stops from which on they part what stands on either side: a full stop, a new line."""

_ANY_TIME: Final = frozenset({"whenever", "anytime", "any time", "no set time"})
_NOT_RUN: Final = frozenset({"except", "but", "no", "not", "apart from", "wait", "only"})
_CHANGES: Final = ("for_good", "move", "swap", "skip", "instead", "missed", "fix")
_NOT_NOW: Final = frozenset(
    {
        *("if", "would", "suppose", "imagine", "what if", "wish", "hypothetically", "tempted", "quote", "could"),
        *("was", "were", "did", "ran", "used to", "remember", "back", "last", "diary", "told", "said", "says"),
    }
)
"""Words of what is supposed, was once, or is told of by others."""

_OF_WEEKS = (WeekReading, DatedRunReading, Unread, NotUnderstood)


def with_links(found: tuple[Meaning, ...], message: Message) -> tuple[Meaning, ...]:
    """Return what was read, or the week as it is linked, where that surely holds more days or more times."""
    if not _may_be_a_week(message, found):
        return found
    sketch = Sketch(message.items)
    read = tuple(_entries(found))
    if not (_is_list(sketch) and _leaves_over(sketch, read)):
        return found
    links = WeekLinks(message.vocabulary.link_weights).links(sketch)
    if min(link.certainty for link in links) < (SURE if read else LIKELY):
        return found
    week = _week(links, sketch, message)
    if week is None or not (_is_fuller(week, read, sketch) if read else _is_of_runs(week)):
        return found
    return (week, *(one for one in found if not isinstance(one, _OF_WEEKS)))


def _is_list(sketch: Sketch) -> bool:
    """Tell whether several days are named, and not only as "weekdays" or "every day"."""
    if len(sketch.named) < _FEWEST_DAYS or len(sketch.days) > _MOST_DAYS:
        return False
    choice = any(sketch.marks[day].is_choice for day in sketch.days)
    return len(sketch.days) >= _FEWEST_DAYS or (len(sketch.named) <= _MOST_AT_ONCE and not choice)


def _leaves_over(sketch: Sketch, read: tuple[DayEntry, ...]) -> bool:
    """Tell whether days that are named are not read, or times while runs have none."""
    days, times = {entry.weekday for entry in read}, sum(entry.run.time is not None for entry in read)
    return bool(sketch.named - days) or (bool(sketch.times) and times < len(days))


def _is_fuller(week: WeekReading, read: tuple[DayEntry, ...], sketch: Sketch) -> bool:
    """Tell whether a week has more days, or more times, than the rules read, and none that they left out on purpose."""
    days = {entry.weekday for entry in read}
    rests = {entry.weekday for entry in read if entry.run.kind is RunKind.REST}
    if any(entry.weekday in rests and entry.run.kind is not RunKind.REST for entry in week.entries):
        return False
    more = {entry.weekday for entry in week.entries} - days
    if more:
        bare = any(entry.weekday in more and entry.run.kind is RunKind.OTHER for entry in week.entries)
        return not bare and all(_is_named_alone(day, sketch) for day in more)
    return _is_better_timed(week, read, sketch)


def _is_better_timed(week: WeekReading, read: tuple[DayEntry, ...], sketch: Sketch) -> bool:
    """Tell whether more days have a time, each of its own or that of the days right beside it: "0600 mon wed fri"."""
    if any(mark.word in _ANY_TIME for mark in sketch.marks):
        return False
    times = {entry.weekday: entry.run.time for entry in read if entry.run.time}
    more = [entry for entry in week.entries if entry.run.time and entry.weekday not in times]
    lent = [entry for entry in more if entry.run.time in times.values()]
    givers = {day for entry in lent for day, time in times.items() if time == entry.run.time}
    return bool(more) and all(_is_listed_with(entry.weekday, givers, sketch) for entry in lent)


def _is_listed_with(day: Weekday, others: set[Weekday], sketch: Sketch) -> bool:
    """Tell whether a day stands in one list with one of some others, with nothing but days between them."""
    spans = (
        sketch.between(one, other)
        for one in sketch.days
        for other in sketch.days
        if one != other and day in sketch.marks[one].days and not others.isdisjoint(sketch.marks[other].days)
    )
    return any(not (span.kinds or span.times) and span.stop < _PARTS and span.length <= _NEAR for span in spans)


def _is_of_runs(week: WeekReading) -> bool:
    """Tell whether several days have a run that is called something, or a time."""
    told = [entry for entry in week.entries if entry.run.kind not in {RunKind.OTHER, RunKind.REST} or entry.run.time]
    return len(told) >= _FEWEST_DAYS


def _is_named_alone(day: Weekday, sketch: Sketch) -> bool:
    """Tell whether a day is named by itself and not within "weekdays", and nothing beside it is other training."""
    return any(
        len(sketch.marks[place].days) == 1 and not _is_beside_other_training(place, sketch)
        for place in sketch.days
        if day in sketch.marks[place].days
    )


def _is_beside_other_training(place: int, sketch: Sketch) -> bool:
    beside = (mark.item for mark in sketch.marks[max(0, place - _NEAR) : place + _NEAR + 1])
    return any(item.means("not_run") or item.means("lift") or item.text in _NOT_RUN for item in beside)


def _may_be_a_week(message: Message, found: tuple[Meaning, ...]) -> bool:
    """Tell whether a message may tell a week of the runner's own, and nothing else was read in it but lift days."""
    items = message.items
    if message.is_essay or any_mark(items, "?") or not message.vocabulary.link_weights:
        return False
    denied = any(one.text == "not" and two.names_day for one, two in pairwise(items))
    if denied or any_means(items, "action", *_CHANGES):
        # Of two days that are named one is given up.
        return False
    if not all(isinstance(one, (*_OF_WEEKS, FixedLiftsReading)) for one in found):
        return False
    dated = [one for one in found if isinstance(one, DatedRunReading)]
    if any(one.done or one.replaces or one.planned is not None for one in dated):
        return False
    weeks = [one for one in found if isinstance(one, WeekReading)]
    if weeks:
        # What the rules only ask about they ask about.
        return all(one.entries for one in weeks)
    lifts = any(isinstance(one, FixedLiftsReading) for one in found)
    return not lifts and _is_surely_own(message) and tells_run(message.items, message.text)


def _is_surely_own(message: Message) -> bool:
    """Tell whether nobody else is named, nothing is supposed or quoted, and nothing is said of what once was."""
    items = message.items
    if any_text(items, _NOT_NOW) or is_quoted(message.text) or any_means(items, "unsure"):
        return False
    if any("wish" in item.text for item in items) or is_sets_at_weight(items):
        return False
    others = names_another(items, message.text) or tells_of_else(items) or tells_no_own_week(items)
    return not (others or tells_old_days(items) or tells_past_week(items))


def _entries(found: Iterable[Meaning]) -> Iterator[DayEntry]:
    for one in found:
        if isinstance(one, WeekReading):
            yield from one.entries
        elif isinstance(one, DatedRunReading):
            yield DayEntry(weekday=Weekday(one.date.weekday()), run=one.run)


def _week(links: tuple[Link, ...], sketch: Sketch, message: Message) -> WeekReading | None:
    """Return the week that links tell, read from its days as they are told anew; None where that reads otherwise."""
    by_day: dict[Weekday, list[Link]] = {}
    for link in links:
        for day in sketch.marks[link.day].days if link.is_told else ():
            by_day.setdefault(day, []).append(link)
    told = (f"{day.key.title()} {_said(_joined(own), sketch, message, links)}" for day, own in sorted(by_day.items()))
    anew = message_of(message, "\n".join(told))
    found = week_of(anew.items, anew.context)
    days = [entry.weekday for entry in found.entries if entry.date is None]
    return replace(found, guessed=True) if days == sorted(by_day) else None


def _joined(links: list[Link]) -> Link:
    """Return one link of a day that is named twice, with the surest sort of run and the surest time."""
    kind = max(links, key=lambda link: (link.kind is not None, link.sure_kind))
    time = max(links, key=lambda link: (link.time is not None, link.sure_time))
    return replace(kind, time=time.time, sure_time=time.sure_time)


def _said(link: Link, sketch: Sketch, message: Message, links: tuple[Link, ...]) -> str:
    """Return what is said of a day's run, in its own words."""
    said = (message.text[item.start : item.end] for item in _content(link, sketch, links))
    return " ".join(said) if link.kind is not None else f"run {' '.join(said)}"


def _content(link: Link, sketch: Sketch, links: tuple[Link, ...]) -> Items:
    """Return what is said of a day's run, in the order of the text: what it is, how long, and when."""
    time = link.time
    if time is not None and sketch.marks[time].is_same:
        before = [
            one for one in links if one.day < link.day and one.time is not None and not sketch.marks[one.time].is_same
        ]
        time = before[-1].time if before else None
    places = {place for place in (link.kind, time) if place is not None}
    if time is not None and (part := sketch.part_beside(time)) is not None:
        places.add(part)
    places.update(_measures(sketch, link.day if link.kind is None else link.kind))
    return tuple(sketch.marks[place].item for place in sorted(places))


def _measures(sketch: Sketch, place: int) -> Iterator[int]:
    """Yield how far or how long a run is, said right beside what it is."""
    for near in range(max(0, place - _NEAR), min(len(sketch.marks), place + _NEAR + 1)):
        if sketch.marks[near].sort == MEASURE:
            span = sketch.between(near, place)
            if span.stop == 0 and not (span.kinds or span.days or span.times):
                yield near
