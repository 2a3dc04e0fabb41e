"""Kinds in a sentence of their own, of days that are told without: "… sat 8am. All easy but Saturday, that's long"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bot.language.day_places import days_named, with_places
from bot.language.frames import Items, is_day, is_filler
from bot.language.items import Clock, Days, Distance, Doubtful, Duration, Item, OtherDays, Repeats
from bot.language.some_days import Tail
from bot.training.runs import RunKind
from bot.training.time import Weekday

_ENDS = ".;!?\n)"
_FEWEST = 2
_MOST_STRANGE = 1


@dataclass(slots=True, kw_only=True)
class _Said:
    """A kind and the days that it is said of; of no days it is that of all others."""

    days: set[Weekday] = field(default_factory=set)
    others: bool = False
    kinds: list[Item] = field(default_factory=list)


def place_of_kinds(items: Items) -> int:
    """Return where the sentence begins that is the first to name a kind, if it tells those of several days."""
    first = next((at for at, item in enumerate(items) if _kind(item)), -1)
    place = next((at for at in range(first, 0, -1) if items[at - 1].is_mark(".;\n")), -1)
    return place if kinds_of_days(items, place) else -1


def kinds_of_days(items: Items, index: int) -> tuple[tuple[Tail, ...], int] | None:
    """Read what a sentence says of the kinds of the days before it, where none of them has one."""
    if index <= 0:
        return None
    named = days_named(items[:index])
    end = next((at for at in range(index, len(items)) if items[at].is_mark(_ENDS)), len(items))
    chunk = tuple(with_places(items[index:end], named))
    if len(named) < _FEWEST or not any(map(_kind, chunk)) or not _is_plain(chunk) or any(map(_kind, items[end:])):
        return None
    start = items[index].start
    kinds = [item for item in chunk if _kind(item)]
    if len(kinds) == len(named) and not any(map(_names_days, chunk)):
        return tuple(
            Tail(items=(kind,), start=start, only=frozenset({day})) for day, kind in zip(named, kinds, strict=True)
        ), end
    said = _said_in(chunk)
    tails = tuple(_tails(said, named, start))
    return (tails, end) if tails else None


def _kind(item: Item) -> bool:
    return item.means("kind") not in (None, "other", RunKind.REST)


def _names_days(item: Item) -> bool:
    return is_day(item) or item.text == "rest"


def _is_plain(chunk: Items) -> bool:
    """Tell whether nothing but kinds and days is told."""
    strange = sum(item.text.isalpha() and not item.senses for item in chunk)
    return strange <= _MOST_STRANGE and not any(map(_tells_other, chunk))


def _tells_other(item: Item) -> bool:
    values = (Clock, Distance, Doubtful, Duration, Repeats)
    other = any(item.means(group) for group in ("not_run", "unsure", "lift", "mass"))
    rests = item.means("kind") == RunKind.REST and item.text != "rest"
    return (
        isinstance(item.value, values) or other or rests or (item.is_word("no", "or", "clause") and not is_filler(item))
    )


def _said_in(chunk: Items) -> Sequence[_Said]:
    said = [_Said()]
    for item in chunk:
        if _parts(item, said[-1]):
            said.append(_Said())
        if isinstance(item.value, Days) and len(item.value.days) < len(Weekday):
            said[-1].days |= set(item.value.days)
        elif _is_others(item):
            said[-1].others = True
        elif _kind(item):
            said[-1].kinds.append(item)
    return [one for one in said if one.kinds or one.days]


def _parts(item: Item, last: _Said) -> bool:
    """Tell whether an item begins what is said of other days."""
    if item.is_word("all_days_but") or item.is_mark(",-:") or item.is_word("and"):
        return bool(last.kinds) or item.is_word("all_days_but")
    if _is_others(item):
        return bool(last.days) or last.others
    return bool(last.kinds) and (_kind(item) or (isinstance(item.value, Days) and bool(last.days)))


def _is_others(item: Item) -> bool:
    return isinstance(item.value, OtherDays) or item.text == "rest"


def _tails(said: Sequence[_Said], named: tuple[Weekday, ...], start: int) -> Iterator[Tail]:
    """Yield the kind of each day; nothing where one has none, or two are said of all others."""
    own = set().union(*(one.days for one in said)) & set(named)
    common = [one for one in said if not one.days]
    further = any(len(one.days) == 1 and not one.days <= set(named) for one in said)
    if len(common) > 1 or further or not all(one.kinds for one in said):
        return
    for one in said:
        only = frozenset(one.days & set(named)) if one.days else frozenset(named) - own
        if only:
            yield Tail(items=(one.kinds[0],), start=start, only=only)
