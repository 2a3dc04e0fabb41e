"""Runs of a week that are told in two places: joined, kept once, or asked about."""

from dataclasses import replace

from bot.language.meaning import DayEntry, Doubt, Unread
from bot.language.text import own_words
from bot.training.runs import RunKind, RunSpec


def told_once(entries: list[DayEntry]) -> list[DayEntry]:
    """Join what is said of one day in several places: "tue thu sun at 7, sunday is the long one", "fri long, fri 9am".

    A run without a kind or without a time is the same as the only one that it may be.
    """
    for one in entries:
        same = [other for other in entries if other is not one and _is_part_of(one, other)]
        if len(same) == 1:
            joined = _joined(one, same[0])
            return told_once([joined if entry is same[0] else entry for entry in entries if entry is not one])
    return entries


def _is_part_of(one: DayEntry, other: DayEntry) -> bool:
    """Tell whether a mention says less of a run than another one and nothing else: its kind or its time is missing."""
    first, second = one.run, other.run
    if one.date != other.date or RunKind.REST in {first.kind, second.kind} or not _fits(one, other):
        return False
    if first.kind is second.kind:
        less = first.kind is RunKind.OTHER and _is_only_timed(first) and _is_measured(second)
        return less or (first.time is None and second.time is not None)
    return first.kind is RunKind.OTHER


def _fits(one: DayEntry, other: DayEntry) -> bool:
    """Tell whether no time is said twice, and no length differs."""
    first, second = one.run, other.run
    untimed = (first.time is None and one.part is None) or (second.time is None and other.part is None)
    repeated = first.time == second.time and one.part in {None, other.part}
    repeated = repeated or (one.part == other.part and None in {first.time, second.time})
    lengths = _same(first.distance_km, second.distance_km) and _same(first.duration_min, second.duration_min)
    return (untimed or repeated) and lengths


def _joined(one: DayEntry, other: DayEntry) -> DayEntry:
    first, second = one.run, other.run
    both = replace(
        second,
        time=second.time or first.time,
        distance_km=second.distance_km or first.distance_km,
        duration_min=second.duration_min or first.duration_min,
        hilly=second.hilly or first.hilly,
        text=own_words(f"{first.text}, {second.text}"),
    )
    return replace(other, run=both, part=other.part or one.part)


def _is_measured(run: RunSpec) -> bool:
    return run.distance_km is not None or run.duration_min is not None


def _is_only_timed(run: RunSpec) -> bool:
    return run.time is not None and not _is_measured(run)


def once(entries: list[DayEntry]) -> tuple[list[DayEntry], list[Unread]]:
    """Return each run once; two lengths of one run at one time are asked about, and neither is kept."""
    kept: dict[object, DayEntry] = {}
    clashes: dict[object, Unread] = {}
    for entry in entries:
        run = entry.run
        key = (entry.weekday, entry.date, entry.part, run.kind, run.time)
        other = kept.setdefault(key, entry).run
        if not (_same(other.distance_km, run.distance_km) and _same(other.duration_min, run.duration_min)):
            clashes[key] = Unread(text=own_words(f"{other.text} / {run.text}"), doubt=Doubt.TIME)
        elif other.distance_km is None and other.duration_min is None:
            kept[key] = entry
    return [entry for key, entry in kept.items() if key not in clashes], list(clashes.values())


def _same(first: float | None, second: float | None) -> bool:
    return None in (first, second) or first == second
