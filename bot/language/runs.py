"""What is said of a day becomes its runs: kind, time, distance, duration; doubles; rest; other training."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from bot.language.clashes import clash_in
from bot.language.clocks import as_text, other_half
from bot.language.doubles import doubles, is_pace, is_time, measure_before, slowest_pace
from bot.language.extent import Measured, measure, parts_of
from bot.language.frames import Items, is_filler, says_something
from bot.language.held import any_item, any_mark, any_means, any_value
from bot.language.items import Clock, Context, Distance, Doubtful, Duration, Item, Pace, PartOfDay, Repeats, Word
from bot.language.kinds import QUALITY, kind_of
from bot.language.meaning import Doubt, Part, Unread
from bot.language.plain_times import ROUTES, is_plain_time, may_be_named
from bot.language.text import own_words
from bot.training.runs import RunKind, RunSpec

_LATE = frozenset({Part.AFTERNOON, Part.EVENING, Part.TONIGHT})
_NOON = 12
_LED = 2
_PLACING = ROUTES | {"at", "in", "on", "to", "when", "while", "once", "before", "after"}
_AFTER_WORK = range(3, 8)
# Few run before five in the morning; it is asked all the same.
_OF_AFTERNOON = range(1, 5)
# Nobody writes 3:15 for the middle of the night without saying so.
_SMALL_HOURS = range(1, 5)
# A run of so many minutes, or so far, is a long one, whatever it is called.
_LONG_FROM = 150
_LONG_FROM_KM = 21
_MINUTES_IN_DAY = 1440
_LONGEST_STRETCH = 360
# Nobody runs farther, or longer, in one go.
LONGEST_KM = 400
_LONGEST_MIN = 48 * 60
_FASTEST = 2.8  # minutes per kilometre
_EXACTLY_NOON = frozenset({"noon", "midday", "12 noon", "at noon", "at midday", "@ noon", "@ midday"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadRun:
    """One run and the part of the day it was said to be in."""

    run: RunSpec
    part: Part | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RunsRead:
    """The runs of a day. `bare` says that no word described it; `elsewhere` that it held other training only."""

    runs: tuple[ReadRun, ...] = ()
    unread: tuple[Unread, ...] = ()
    bare: bool = False
    elsewhere: bool = False


def read_runs(content: Items, context: Context, *, timed: bool = False, named: bool = False) -> RunsRead:
    """Read what is said of a day: no run (rest or other training), one, or several at different times.

    `timed` takes a time alone for a run, as it is in a week of runs, and `named` a strange name with a time.
    """
    doubts = tuple(item.value.unread for item in content if isinstance(item.value, Doubtful))
    kept = tuple(_running(content))
    if not says_something(kept):
        elsewhere = says_something(item for item in content if not isinstance(item.value, Doubtful))
        bare = not elsewhere and not doubts and not any_means(content, "kind")
        if any_means(kept, "kind") and not elsewhere:
            return _with_doubts(tuple(_read_run(kept, context) for _ in range(1)), doubts)
        return RunsRead(unread=doubts, bare=bare, elsewhere=elsewhere)
    return _with_doubts(
        tuple(_read_run(part, context, timed=timed, named=named) for part in doubles(kept, context)), doubts
    )


def _with_doubts(found: tuple[RunsRead, ...], doubts: tuple[Unread, ...]) -> RunsRead:
    runs = tuple(run for one in found for run in one.runs)
    # "AM: rest, PM: easy 5k" is no rest day.
    moving = tuple(one for one in runs if one.run.kind is not RunKind.REST)
    runs = moving or runs[:1] if len(found) > 1 else runs
    unread = tuple(doubt for one in found for doubt in one.unread)
    return RunsRead(runs=runs, unread=(*doubts, *unread))


def _running(content: Items) -> Iterator[Item]:
    """Leave out the parts of a day that are other training, with their numbers and times."""
    parts = [part for section in _sections(content) for part in _with_brackets(parts_of(section))]
    kept = [part for part in parts if not _is_other_training(part)]
    cells = any_mark(content, "|\t")
    if cells and len(kept) < len(parts) and all(is_time(item) or is_filler(item) for part in kept for item in part):
        # "| Tue | gym | 18:00 |": the time is the gym's.
        return
    for part in kept:
        yield from part


def _with_brackets(parts: Iterable[Items]) -> Iterator[Items]:
    """Join other training with the brackets that say that it is a run: "PT 0600 (formation run)"."""
    last: Items = ()
    for part in parts:
        explains = bool(part) and part[0].is_mark("(") and any(_is_surely_run(item, lifts=True) for item in part)
        if explains and _is_other_training(last):
            last = (*last, *part)
        else:
            yield last
            last = part
    yield last


def _sections(content: Items) -> Iterator[Items]:
    """Split a day that begins with a part of it where the next one begins: "AM: gym PM: easy 6 km"."""
    places = [index for index, item in enumerate(content) if isinstance(item.value, PartOfDay)]
    opens = bool(places) and not says_something(content[: places[0]])
    cuts = places[1:] if opens and any_means(content, "not_run") else []
    for start, end in zip([0, *cuts], [*cuts, len(content)], strict=True):
        yield content[start:end]


def _is_other_training(part: Items) -> bool:
    if not any(item.means("not_run") and not _is_place(part, index) for index, item in enumerate(part)):
        return False
    rests = any_means(part, "kind", RunKind.REST)
    lifts = any_means(part, "exercise")
    return not rests and not any(_is_surely_run(item, lifts=lifts) for item in part)


def _is_place(part: Items, index: int) -> bool:
    """Tell whether other training only names a place behind a run: "hill repeats up the ski hill", "at the gym"."""
    led = index > 1 and part[index - 1].text in {"the", "my", "our"} and part[index - _LED].text in _PLACING
    return led and any(item.means("kind") not in (None, RunKind.OTHER, RunKind.REST) for item in part[: index - 1])


def _is_surely_run(item: Item, *, lifts: bool) -> bool:
    """Tell whether an item can only be said of a run; "5x5" behind a lift is sets."""
    if isinstance(item.value, Repeats):
        return not lifts
    if item.means("kind") in {RunKind.RACE, RunKind.FARTLEK, RunKind.TIME_TRIAL}:
        return True
    if not isinstance(item.value, Word) or not item.means("kind"):
        return False
    return "run" in item.value.token.text or "jog" in item.value.token.text


def said_of(content: Items, context: Context) -> str:
    """Return the words that were read, without what stands between them and belongs to other days."""
    pieces: list[list[int]] = []
    for item in content:
        joined = bool(pieces) and pieces[-1][1] <= item.start and not context.text[pieces[-1][1] : item.start].strip()
        if joined:
            pieces[-1][1] = item.end
        else:
            pieces.append([item.start, item.end])
    return ", ".join(said for start, end in pieces if (said := own_words(context.text[start:end])))


def _read_run(content: Items, context: Context, *, timed: bool = False, named: bool = False) -> RunsRead:
    if not content:
        return RunsRead()
    said = said_of(content, context)
    kind, kind_doubt = kind_of(content)
    measured = _possible(measure(content, context, kind), said)
    time, part, time_doubt = read_time(content, context)
    clash = None if kind_doubt or kind in {None, RunKind.REST} else clash_in(content, context)
    if measured.doubt is not None and measured.doubt.doubt is Doubt.VALUE:
        clash = clash or measured.doubt
    if clash is not None and not _is_choice(content, clash.options):
        return RunsRead(unread=(clash,))
    doubts = [doubt for doubt in (clash, kind_doubt, measured.doubt, time_doubt) if doubt is not None]
    words = any_value(content, Duration, Distance, Repeats, Pace) or any_item(content, _is_of_unit)
    if kind is None and not words and measured.distance_km is None and not (timed and is_plain_time(content)):
        strange = measured.doubt is None and any(not is_filler(item) for item in content)
        doubts.extend((Unread(text=own_words(said), doubt=Doubt.KIND),) if strange else ())
        kind = RunKind.OTHER if named and time is not None and may_be_named(content) else None
        if kind is None:
            return RunsRead(unread=tuple(doubts))
    if kind is RunKind.REST:
        return RunsRead(runs=(ReadRun(run=RunSpec(kind=kind, text=own_words(said))),), unread=tuple(doubts))
    if timed and kind in {None, RunKind.OTHER} and _is_long(measured):
        kind = RunKind.LONG
    spec = RunSpec(
        kind=kind or RunKind.OTHER,
        time=time,
        distance_km=measured.distance_km,
        duration_min=measured.duration_min or (None if measured.distance_km else _stretch(content)),
        hilly=_is_hilly(content, kind),
        descent_m=measured.descent_m,
        text=own_words(said),
    )
    return RunsRead(runs=(ReadRun(run=spec, part=part),), unread=tuple(doubts))


def _possible(measured: Measured, said: str) -> Measured:
    """Return what is measured, in doubt where nobody runs that far or that long."""
    far = measured.distance_km is None or 0 < measured.distance_km <= LONGEST_KM
    if far and (measured.duration_min is None or 0 < measured.duration_min <= _LONGEST_MIN):
        return measured
    return Measured(doubt=Unread(text=own_words(said), doubt=Doubt.VALUE))


def _is_choice(content: Items, kinds: tuple[str, ...]) -> bool:
    """Tell whether one of two kinds is run, so that the day has a run while it is asked which: "race or long"."""
    either = any_means(content, "word", "or") and RunKind.REST not in kinds
    return len(kinds) > 1 and (either or set(kinds) <= set(QUALITY))


def _is_of_unit(item: Item) -> bool:
    """Tell whether a length is said whose unit is asked back ("4m"): it is a run all the same."""
    return isinstance(item.value, Doubtful) and item.value.unread.doubt is Doubt.UNIT


def _is_long(measured: Measured) -> bool:
    return (measured.duration_min or 0) >= _LONG_FROM or (measured.distance_km or 0) >= _LONG_FROM_KM


def _stretch(content: Items) -> float | None:
    """Return the minutes of "8pm-9pm", up to the longest run that a stretch of the day may be."""
    clock = next((item.value for item in content if isinstance(item.value, Clock)), None)
    if clock is None or clock.until is None:
        return None
    begun, ended = (time.hour * 60 + time.minute for time in (clock.time, clock.until))
    minutes = (ended - begun) % _MINUTES_IN_DAY
    return float(minutes) if 0 < minutes <= _LONGEST_STRETCH else None


def _is_hilly(content: Items, kind: RunKind | None) -> bool:
    hills = kind is not RunKind.HILLS and any_means(content, "kind", RunKind.HILLS)
    return hills or any_means(content, "run_part", "hilly", "climb")


def read_time(content: Items, context: Context) -> tuple[dt.time | None, Part | None, Unread | None]:
    """Return the time, the part of the day, and a doubt when before and after noon are both possible."""
    part = next((item.value.part for item in content if isinstance(item.value, PartOfDay)), None)
    part = part or (Part.EVENING if any("home from work" in item.text for item in content) else None)
    noons = (item for item in content if isinstance(item.value, PartOfDay) and item.value.part is Part.NOON)
    noon = any(context.text[item.start : item.end].lower() in _EXACTLY_NOON for item in noons)
    places = [index for index, item in enumerate(content) if isinstance(item.value, Clock)]
    if not places:
        return (dt.time(_NOON) if noon else None), part, None
    # "8k @ 5:30, 18:00": beside a time, what may be a pace is one.
    places = [index for index in places if not is_pace(content, index, context)] or places
    item = content[places[0]]
    clock = item.value
    assert isinstance(clock, Clock)  # noqa: S101 - for the type checker: `places` holds clocks only
    clock = settled(clock, part)
    said = own_words(context.text[item.start : item.end])
    measured = measure_before(content, places[0], context)
    if measured is not None and (isinstance(measured.value, Repeats) or _is_too_short(clock, measured)):
        return None, part, None
    if measured is not None and clock.time.hour < slowest_pace(measured, context):
        return None, part, Unread(text=said, doubt=Doubt.TIME, options=(as_text(clock.time),))
    late = part in {None, Part.NOW} and _is_late(clock, content)
    if clock.sure and not late:
        return clock.time, part, None
    options = tuple(sorted((as_text(clock.time), as_text(other_half(clock.time)))))
    if late or clock.time.hour in _OF_AFTERNOON:
        clock = replace(clock, time=other_half(clock.time))
    return clock.time, part, Unread(text=said, doubt=Doubt.AM_OR_PM, options=options)


def _is_late(clock: Clock, content: Items) -> bool:
    """Tell whether a time that is written as one of the morning is none: "practice at 3:15", "run home about 5.20"."""
    hours = _AFTER_WORK if any(item.text.endswith("run home") for item in content) else _SMALL_HOURS
    early = clock.time.hour == max(_SMALL_HOURS) and any_means(content, "kind", RunKind.LONG)
    return clock.time.hour in hours and not (clock.padded or early)


def _is_too_short(clock: Clock, measured: Item) -> bool:
    """Tell whether nobody could run so far in "@ 5:50-6:10", so that it is a pace."""
    if clock.until is None or not isinstance(measured.value, Distance):
        return False
    begun, ended = (time.hour * 60 + time.minute for time in (clock.time, clock.until))
    return (ended - begun) % _MINUTES_IN_DAY < _FASTEST * measured.value.km


def settled(clock: Clock, part: Part | None) -> Clock:
    """Return a time with the part of the day applied to it: 7:30 in the evening is 19:30."""
    if part is None or part is Part.NOW or clock.padded:
        return clock
    late = part in _LATE and clock.time.hour < _NOON
    return replace(clock, time=other_half(clock.time) if late else clock.time, sure=True)
