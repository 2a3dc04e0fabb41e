"""The clauses of a question about a moment, and what each says of when, of lifting and of runs."""

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from bot.language.clauses import clauses_of, is_bare, is_off, is_sore, is_told, lifts, refers_back, runs_in
from bot.language.deadlines import deadlines_apart
from bot.language.frames import Items, run_kind
from bot.language.items import Clock, Item
from bot.language.meaning import MomentReading, Side, Unread
from bot.language.said import Said, moment_of, relation_apart, said_in
from bot.language.waiting import asks_how_long, asks_when, is_at_once, refers_to_day, with_run_apart
from bot.training.runs import RunKind

# A time that is offered is when one could lift: "12:45 free, ok to pull then?".
_OFFERED = frozenset({"free", "available", "slot"})
_CLOSE = frozenset({"close", "near", "soon"})
_CLOSES = frozenset({"closes", "shuts", "closing", "close", "shut"})
_FREE = frozenset({"free", "off", "open", "opens", "booked", "home", "wfh", "gym opens", "gym open"})


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
    is_supposed: bool
    side: Side | None
    kind: RunKind | None
    it: bool

    @property
    def rests_now(self) -> bool:
        """Tell whether a clause says that today is a rest day: "it's my rest day"."""
        relation = self.said.relation
        return self.it and relation is not None and relation.kind is RunKind.REST and not self.said.days

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
    items, is_open = deadlines_apart(tuple(_without_closing(clause)), now.date())
    relation, outside = relation_apart(items, now.date())
    said = said_in(outside, relation, now)
    runs = runs_in(outside) or any(item.means("run_part") == "strides" for item in outside)
    # "Too close to sunday's half?" asks about what was said before it.
    runs = runs or _opens_too_close(items)
    return Clause(
        said=said,
        moment=moment_of(said, now),
        # "… or will it wreck saturday's parkrun pb attempt" is about the run.
        lifts=lifts(items) and not (runs and refers_back(items)),
        is_sore=is_sore(items),
        runs=runs,
        is_open=is_open
        or (said.week == 0 and not said.names_day)
        or any(item.means("ask") == "open" for item in items)
        or asks_when(items)
        or asks_how_long(items),
        asks=questioned or any(item.means("ask") in {"may", "open", "when"} for item in clause),
        is_told=is_told(items),
        is_off=is_off(items),
        is_bare=is_bare(items),
        is_free=any(item.text in _FREE for item in items),
        is_offered=said.clock is not None and any(item.text in _OFFERED for item in items),
        at_once=any(is_at_once(item) for item in items)
        or (not said.names_day and refers_to_day(items))
        or (not said.names_day and any(item.means("action") == "instead" for item in items)),
        is_supposed=clause[0].text == "if",
        side=None if relation is None else relation.side,
        kind=next((kind for item in outside if (kind := run_kind(item))), None),
        it=any(item.text in {"it's", "its", "it"} for item in items[:2]),
    )


def _opens_too_close(clause: Items) -> bool:
    """Tell whether a clause begins with "too close to": it says no day of its own."""
    words = [item.text for item in clause if not item.is_word("or")]
    return words[:1] == ["too"] and words[1:2] != [] and words[1] in _CLOSE


def _without_closing(clause: Items) -> Iterator[Item]:
    """Leave out when a gym closes: nobody begins then."""
    for index, item in enumerate(clause):
        if not (
            isinstance(item.value, Clock) and any(one.text in _CLOSES for one in clause[max(0, index - 1) : index])
        ):
            yield item


def _at_colon(clause: Items) -> Iterator[Items]:
    """Cut a clause at a colon behind a word: "double day tomorrow: tempo am, deads pm"."""
    place = next((index for index, item in enumerate(clause) if item.text == ":"), 0)
    yield from (clause[:place], clause[place + 1 :]) if 0 < place < len(clause) - 1 else (clause,)


def _is_questioned(clause: Items, items: Items, starts: list[int]) -> bool:
    """Tell whether a question mark stands right behind a clause."""
    behind = bisect_left(starts, clause[-1].end)
    return behind < len(items) and items[behind].is_mark("?")
