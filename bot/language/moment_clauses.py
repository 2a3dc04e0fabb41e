"""The clauses of a question about a moment, and what each says of when, of lifting and of runs."""

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.language.clauses import clauses_of, is_bare, is_off, is_sore, is_told, lifts, refers_back, runs_in
from bot.language.deadlines import deadlines_apart
from bot.language.frames import RUN_ACTS, Items, run_kind
from bot.language.held import any_item, any_means, any_text
from bot.language.items import Clock, Dated, Days, Duration, Item, PartOfDay
from bot.language.meaning import MomentReading, Side, Unread
from bot.language.said import Said, moment_of, relation_apart, said_in
from bot.language.topics import asks_for_place
from bot.language.unnamed_lifts import asks
from bot.language.waiting import (
    asks_how_long,
    asks_what_then,
    asks_when,
    is_at_once,
    leads_up,
    refers_to_day,
    says_then,
    with_run_apart,
)
from bot.training.runs import RunKind

# A time that is offered is when one could lift: "12:45 free, ok to pull then?", "I could use the garage at 9".
_OFFERED = frozenset({"free", "available", "slot", "gap", "window", "opening"}) | frozenset(
    {"can", "could", "i could", "i can", "can be", "could be", "i can be", "i could be"}
)
# What stands behind other words of its sort is why: "… since I've got 14 on sunday".
_NO_REASONS = frozenset({"if", "so", "when i have", "while", "si", "wenn", "tho", "though", "although"})
# "Shift ends at 3, so call it 3:30", "the gym closes at 8, I'd be there for 6.30".
_ARRIVING = frozenset(
    {"arrive", "arriving", "there", "reach", "call", "gym", "make it", "can be", "could be", "i can be"}
)
_CLOSES = ("closes", "shuts", "closing", "close", "shut")
_OPENS = ("open", "opens", "opening", "hours")
# "Coach says thursday but I'd rather wednesday".
_PREFERRED = frozenset({"i'd rather", "id rather", "would rather", "prefer"})
_HARMING = frozenset(
    {
        *("wrecking", "ruining", "killing", "messing", "hurting", "destroying", "screwing", "spoiling", "trashing"),
        *(
            "compromising",
            "affecting",
            "harming",
            "frying",
            "cooking",
            "knackering",
            "sabotaging",
            "blowing",
            "buggering",
        ),
    }
)
_FREE = frozenset(
    {"free", "empty", "clear", "nothing on", "off", "open", "opens", "booked", "home", "wfh", "gym opens", "gym open"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """What a clause says; `moment` is when, where it stands alone."""

    said: Said
    moment: MomentReading | Unread | None
    lifts: bool
    is_sore: bool
    runs: bool
    is_open: bool
    asks: bool
    is_told: bool
    is_off: bool
    is_bare: bool
    is_free: bool
    is_offered: bool
    at_once: bool
    leads_up: bool
    follows: bool
    is_supposed: bool
    is_reason: bool
    is_alternative: bool
    run_time: dt.time | None
    arrives: bool
    side: Side | None
    kind: RunKind | None
    it: bool
    then: bool
    is_what_then: bool

    @property
    def rests_now(self) -> bool:
        """Tell whether a clause says that today is a rest day: "it's my rest day"."""
        relation = self.said.relation
        return self.it and relation is not None and relation.kind is RunKind.REST and not self.said.days

    @property
    def hangs_on_run(self) -> bool:
        """Tell whether the day hangs on a run that the clause names: "the day after my half"."""
        return self.said.relation is not None and self.said.relation.kind is not None

    @property
    def refers_back(self) -> bool:
        """Tell whether the day hangs on a run that another clause names: "after it"."""
        return self.said.relation is not None and self.said.relation.kind is None


def clauses_in(items: Items, now: dt.datetime) -> tuple[Clause, ...]:
    """Return the clauses of a text, read one by one."""
    starts = [item.start for item in items]
    return tuple(
        _read(part, now, questioned=_is_questioned(part, items, starts))
        for clause in clauses_of(items)
        for half in _at_colon(clause)
        for part in with_run_apart(half)
    )


def _read(clause: Items, now: dt.datetime, *, questioned: bool) -> Clause:
    items, is_open = deadlines_apart(_up_to_harm(tuple(_without_closing(clause))), now.date())
    relation, outside = relation_apart(items, now.date())
    said = said_in(outside, relation, now)
    runs = runs_in(outside) or any_means(outside, "run_part", "strides")
    no_run = any(item.means("action") == "skip" and not RUN_ACTS.isdisjoint(item.text.split()) for item in outside)
    return Clause(
        said=said,
        moment=moment_of(said, now),
        # "… or will it wreck saturday's parkrun pb attempt" is about the run.
        lifts=lifts(items) and not (runs and refers_back(items)),
        is_sore=is_sore(items),
        runs=runs or no_run,
        is_open=not refers_back(items)
        and (
            is_open
            or (said.week == 0 and not said.names_day)
            or any_means(items, "ask", "open")
            or asks_when(items)
            or asks_for_place(items)
            or asks_how_long(items)
        ),
        asks=questioned or asks(clause) or any_text(clause, _PREFERRED),
        is_told=is_told(items) or _is_since(items),
        is_off=is_off(items),
        is_bare=is_bare(items),
        is_free=any_text(items, _FREE),
        is_offered=said.clock is not None
        and any(item.text in _OFFERED or (isinstance(item.value, Duration) and not runs) for item in items),
        at_once=any_item(items, is_at_once)
        or (not said.names_day and refers_to_day(items))
        or (not said.names_day and any_means(items, "action", "instead")),
        leads_up=leads_up(items),
        follows=clause[0].text == "so",
        is_supposed=clause[0].text == "if",
        is_alternative=clause[0].is_word("or"),
        is_reason=clause[0].is_word("clause") and clause[0].text not in _NO_REASONS,
        run_time=next((one.value.time for one in outside if runs and isinstance(one.value, Clock)), None),
        arrives=any(item.text in _ARRIVING for item in items),
        side=None if relation is None else relation.side,
        kind=next((kind for item in outside if (kind := run_kind(item))), RunKind.REST if no_run else None),
        it=any_text(items[:2], ("it's", "its", "it", "which")),
        then=says_then(items),
        is_what_then=asks_what_then(items) or (refers_back(items) and any_text(items, ("with",))),
    )


def _up_to_harm(clause: Items) -> Items:
    """Leave out what is not to suffer: "any evening … without wrecking sunday"; "without warming up" says how."""
    pairs = enumerate(pairwise(clause))
    return clause[
        : next((at for at, (one, two) in pairs if at and one.text == "without" and two.text in _HARMING), None)
    ]


def _is_since(clause: Items) -> bool:
    """Tell whether a clause says since when: "sore since sunday"."""
    return any(one.text == "since" and isinstance(two.value, Days | Dated) for one, two in pairwise(clause))


def _without_closing(clause: Items) -> Iterator[Item]:
    """Leave out when a gym closes: nobody begins then; an hour that it opens at is one of the morning."""
    opens = any(item.text.endswith(_OPENS) for item in clause)
    for index, item in enumerate(clause):
        before = clause[max(0, index - 1) : index]
        if not isinstance(item.value, Clock | PartOfDay):
            yield item
        elif isinstance(item.value, Clock) and opens and before and before[0].text.endswith(_OPENS):
            yield replace(item, value=replace(item.value, sure=True, padded=True))
        elif not any(
            one.text.endswith(_CLOSES) or (opens and (one.is_word("until", "to") or one.is_mark("-"))) for one in before
        ):
            yield item


def _at_colon(clause: Items) -> Iterator[Items]:
    """Cut a clause at a colon behind a word, or a dash: "double day tomorrow: tempo am, deads pm"."""
    place = next((index for index, item in enumerate(clause) if item.text == ":" or _is_dash(clause, index)), 0)
    yield from (clause[:place], clause[place + 1 :]) if 0 < place < len(clause) - 1 else (clause,)


def _is_dash(clause: Items, index: int) -> bool:
    """Tell whether a dash parts words: "deads at 18:15 - green or red"."""
    around = clause[max(0, index - 1) : index + 2 : 2]
    apart = len(around) > 1 and around[0].end < clause[index].start and clause[index].end < around[1].start
    return clause[index].text == "-" and apart and around[1].text.isalpha()


def _is_questioned(clause: Items, items: Items, starts: list[int]) -> bool:
    """Tell whether a question mark stands right behind a clause."""
    behind = bisect_left(starts, clause[-1].end)
    return behind < len(items) and items[behind].is_mark("?")


def names_run(clause: Clause) -> bool:
    """Tell whether a clause is about a run; a day of rest is one to lift on: "rest friday. good for deads?"."""
    return clause.runs and not (clause.kind is RunKind.REST and clause.said.days)


def is_past(clause: Clause, today: dt.date) -> bool:
    """Tell whether a moment has passed, or was called off: "missed monday's lift", "gym's shut thursday"."""
    if (clause.is_off and not (clause.is_supposed or is_run_off(clause))) or (
        isinstance(clause.moment, MomentReading) and is_over(clause.moment, today)
    ):
        return True
    return clause.is_told and not (clause.asks or clause.is_supposed) and clause.said.by_weekday


def is_run_off(clause: Clause) -> bool:
    """Tell whether no more than a run is off: "no club run thursday" is a day to lift on."""
    return clause.is_off and clause.runs and not clause.lifts


def is_over(moment: MomentReading, today: dt.date) -> bool:
    """Tell whether a moment has passed: "legs trashed from yesterday, deads today?" asks about today."""
    return moment.date is not None and moment.date < today


def is_to_come(moment: MomentReading | Unread | None, today: dt.date) -> bool:
    return isinstance(moment, MomentReading) and moment.date is not None and moment.date > today


def offers_days(clause: Clause) -> bool:
    """Tell whether a clause offers days alone: "which is better for deads, tonight or tomorrow night?"."""
    return not clause.runs and isinstance(clause.moment, MomentReading) and bool(clause.moment.also)


def adds_time(clause: Clause) -> bool:
    """Tell whether another clause only says at what time one lifts: "deadlift tomorrow? gym at 8 in the evening"."""
    hangs = clause.said.relation is not None or clause.said.doubt is not None or clause.said.ahead is not None
    return clause.lifts and not (clause.is_sore or clause.is_told or clause.runs or hangs)


def day_of(run: Clause) -> dt.date | None:
    if isinstance(run.moment, MomentReading):
        return run.moment.date
    return next((day for day in run.said.days if isinstance(day, dt.date)), None)
