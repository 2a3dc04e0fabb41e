"""Runs of a week that are told in two places: joined, kept once, or asked about."""

from dataclasses import replace

from bot.language.meaning import DayEntry, Doubt, Unread
from bot.language.text import own_words
from bot.training.runs import RunKind, RunSpec

_TWICE = 2


def told_once(entries: list[DayEntry]) -> list[DayEntry]:
    """Join what is said of one day in two places: "tue thu sun at 7, sunday is the long one"."""
    if len(entries) != _TWICE or len({entry.date for entry in entries}) > 1:
        return entries
    plain = next((entry for entry in entries if entry.run.kind is RunKind.OTHER), None)
    named = next((entry for entry in entries if entry.run.kind not in {RunKind.OTHER, RunKind.REST}), None)
    if named is None:
        # "Sun 12k. … Sunday at 10": the time alone is the other one's.
        plain = next((entry for entry in entries if _is_only_timed(entry.run)), None)
        named = next((entry for entry in entries if entry is not plain and _is_measured(entry.run)), None)
    if plain is None or named is None or not _is_one(plain, named):
        return entries
    run = named.run
    both = replace(
        run,
        time=run.time or plain.run.time,
        distance_km=run.distance_km or plain.run.distance_km,
        duration_min=run.duration_min or plain.run.duration_min,
        hilly=run.hilly or plain.run.hilly,
        text=own_words(f"{plain.run.text}, {run.text}"),
    )
    return [replace(named, run=both, part=named.part or plain.part)]


def _is_measured(run: RunSpec) -> bool:
    return run.kind is RunKind.OTHER and (run.distance_km is not None or run.duration_min is not None)


def _is_only_timed(run: RunSpec) -> bool:
    return run.kind is RunKind.OTHER and run.time is not None and not _is_measured(run)


def _is_one(plain: DayEntry, named: DayEntry) -> bool:
    """Tell whether two mentions are one run: no time is said twice, and no length differs."""
    first, second = plain.run, named.run
    untimed = (plain.run.time is None and plain.part is None) or (named.run.time is None and named.part is None)
    repeated = first.time == second.time and plain.part in {None, named.part}
    repeated = repeated or (plain.part == named.part and None in {first.time, second.time})
    return (
        (untimed or repeated)
        and _same(first.distance_km, second.distance_km)
        and _same(first.duration_min, second.duration_min)
    )


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
