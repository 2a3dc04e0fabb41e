"""What is said of a day becomes its runs: kind, time, distance, duration; doubles; rest; other training."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.language.clashes import clash_in
from bot.language.clocks import as_text, other_half
from bot.language.extent import measure, parts_of
from bot.language.frames import Items, is_filler, names_kind, says_something
from bot.language.items import Clock, Context, Distance, Doubtful, Duration, Item, Pace, PartOfDay, Repeats, Word
from bot.language.kinds import kind_of
from bot.language.meaning import Doubt, Part, Unread
from bot.language.text import own_words
from bot.training.profile import DistanceUnit
from bot.training.runs import RunKind, RunSpec

_LATE = frozenset({Part.AFTERNOON, Part.EVENING, Part.TONIGHT})
_NOON = 12
_DOUBLE = 2
_SLOWEST_PACE = 8
_SLOWEST_MILE = 12
_MINUTES_IN_DAY = 1440
_LONGEST_STRETCH = 360


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


def read_runs(content: Items, context: Context) -> RunsRead:
    """Read what is said of a day: no run (rest or other training), one, or several at different times."""
    doubts = tuple(item.value.unread for item in content if isinstance(item.value, Doubtful))
    kept = tuple(_running(content))
    if not says_something(kept):
        elsewhere = says_something(item for item in content if not isinstance(item.value, Doubtful))
        bare = not elsewhere and not doubts and not any(item.means("kind") for item in content)
        if any(item.means("kind") for item in kept) and not elsewhere:
            return _with_doubts(tuple(_read_run(kept, context) for _ in range(1)), doubts)
        return RunsRead(unread=doubts, bare=bare, elsewhere=elsewhere)
    return _with_doubts(tuple(_read_run(part, context) for part in _doubles(kept)), doubts)


def _with_doubts(found: tuple[RunsRead, ...], doubts: tuple[Unread, ...]) -> RunsRead:
    runs = tuple(run for one in found for run in one.runs)
    unread = tuple(doubt for one in found for doubt in one.unread)
    return RunsRead(runs=runs, unread=(*doubts, *unread))


def _running(content: Items) -> Iterator[Item]:
    """Leave out the parts of a day that are other training, with their numbers and times."""
    for part in parts_of(content):
        if not _is_other_training(part):
            yield from part


def _is_other_training(part: Items) -> bool:
    if not any(item.means("not_run") for item in part):
        return False
    rests = any(item.means("kind") == RunKind.REST for item in part)
    lifts = any(item.means("exercise") for item in part)
    return not rests and not any(_is_surely_run(item, lifts=lifts) for item in part)


def _is_surely_run(item: Item, *, lifts: bool) -> bool:
    """Tell whether an item can only be said of a run; "5x5" behind a lift is sets."""
    if isinstance(item.value, Repeats):
        return not lifts
    if item.means("kind") in {RunKind.RACE, RunKind.FARTLEK, RunKind.TIME_TRIAL}:
        return True
    if not isinstance(item.value, Word) or not item.means("kind"):
        return False
    return "run" in item.value.token.text or "jog" in item.value.token.text


def _doubles(content: Items) -> Iterator[Items]:
    """Split a day at its times when it has several: "am easy 5k, pm track", "easy 5k 6am and track 7pm"."""
    times = list(_time_places(content))
    if len(times) < _DOUBLE or _say_one_time(content, times):
        yield content
        return
    first = times[0][0]
    time_first = not says_something(content[:first])
    cuts = [place for place, _ in times[1:]] if time_first else [end for _, end in times[:-1]]
    for start, end in zip([0, *cuts], [*cuts, len(content)], strict=True):
        yield content[start:end]


def _say_one_time(content: Items, times: list[tuple[int, int]]) -> bool:
    """Tell whether a part of the day and a time, said apart, are one: "evenings I do track at 7"."""
    values = [content[end - 1].value for _, end in times]
    part = next((value.part for value in values if isinstance(value, PartOfDay)), None)
    clock = next((value for value in values if isinstance(value, Clock)), None)
    if len(values) != _DOUBLE or part is None or clock is None:
        return False
    late = clock.time.hour >= _NOON
    agree = not clock.padded or late == (part not in {Part.MORNING, Part.NOW})
    return agree and not (names_kind(content[: times[1][0]]) and names_kind(content[times[1][0] :]))


def _time_places(content: Items) -> Iterator[tuple[int, int]]:
    """Yield where each time is said, with the index after it; "evening 7pm" is one time, "8 or 9am" too."""
    start: int | None = None
    end = 0
    for index, item in enumerate(content):
        if isinstance(item.value, Clock | PartOfDay):
            if start is not None and says_something(content[end:index]):
                yield start, end
                start = None
            start, end = index if start is None else start, index + 1
    if start is not None:
        yield start, end


def _read_run(content: Items, context: Context) -> RunsRead:
    if not content:
        return RunsRead()
    said = context.text[content[0].start : content[-1].end]
    kind, kind_doubt = kind_of(content)
    measured = measure(content, context, kind)
    time, part, time_doubt = read_time(content, context)
    clash = None if kind_doubt or kind in {None, RunKind.REST} else clash_in(content, context)
    if measured.doubt is not None and measured.doubt.doubt is Doubt.VALUE:
        clash = clash or measured.doubt
    if clash is not None:
        return RunsRead(unread=(clash,))
    doubts = [doubt for doubt in (kind_doubt, measured.doubt, time_doubt) if doubt is not None]
    words = any(isinstance(item.value, Repeats | Pace | Distance | Duration) for item in content)
    if kind is None and not words and measured.distance_km is None:
        if measured.doubt is None and any(not is_filler(item) for item in content):
            doubts.append(Unread(text=own_words(said), doubt=Doubt.KIND))
        return RunsRead(unread=tuple(doubts))
    if kind is RunKind.REST:
        return RunsRead(runs=(ReadRun(run=RunSpec(kind=kind, text=own_words(said))),), unread=tuple(doubts))
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


def _stretch(content: Items) -> float | None:
    """Return the minutes of "8pm-9pm", up to the longest run that a stretch of the day may be."""
    clock = next((item.value for item in content if isinstance(item.value, Clock)), None)
    if clock is None or clock.until is None:
        return None
    begun, ended = (time.hour * 60 + time.minute for time in (clock.time, clock.until))
    minutes = (ended - begun) % _MINUTES_IN_DAY
    return float(minutes) if 0 < minutes <= _LONGEST_STRETCH else None


def _is_hilly(content: Items, kind: RunKind | None) -> bool:
    hills = kind is not RunKind.HILLS and any(item.means("kind") == RunKind.HILLS for item in content)
    return hills or any(item.means("run_part") in {"hilly", "climb"} for item in content)


def read_time(content: Items, context: Context) -> tuple[dt.time | None, Part | None, Unread | None]:
    """Return the time, the part of the day, and a doubt when before and after noon are both possible."""
    part = next((item.value.part for item in content if isinstance(item.value, PartOfDay)), None)
    places = [index for index, item in enumerate(content) if isinstance(item.value, Clock)]
    if not places:
        return None, part, None
    item = content[places[0]]
    clock = item.value
    assert isinstance(clock, Clock)  # noqa: S101 - for the type checker: `places` holds clocks only
    clock = settled(clock, part)
    said = own_words(context.text[item.start : item.end])
    measure_before = _measure_before(content, places[0], context)
    if measure_before is not None and isinstance(measure_before.value, Repeats):
        return None, part, None
    if measure_before is not None and clock.time.hour < _slowest_pace(measure_before, context):
        time = None if _in_miles(measure_before, context) else clock.time
        return time, part, Unread(text=said, doubt=Doubt.TIME, options=(as_text(clock.time),))
    if clock.sure:
        return clock.time, part, None
    options = tuple(sorted((as_text(clock.time), as_text(other_half(clock.time)))))
    return clock.time, part, Unread(text=said, doubt=Doubt.AM_OR_PM, options=options)


def settled(clock: Clock, part: Part | None) -> Clock:
    """Return a time with the part of the day applied to it: 7:30 in the evening is 19:30."""
    if part is None or part is Part.NOW or clock.padded:
        return clock
    late = part in _LATE and clock.time.hour < _NOON
    return replace(clock, time=other_half(clock.time) if late else clock.time, sure=True)


def _measure_before(content: Items, place: int, context: Context) -> Item | None:
    """Return what "@ 6:30" may be the pace of: repeats, a distance or a duration before it, with a kind at most."""
    clock = content[place].value
    marked = context.text[content[place].start] == "@"
    if not marked or not isinstance(clock, Clock) or clock.padded or not clock.sure:
        return None
    for item in reversed(content[:place]):
        if isinstance(item.value, Repeats | Distance | Duration):
            return item
        if not item.means("kind"):
            return None
    return None


def _slowest_pace(measured: Item, context: Context) -> int:
    """Return from how many minutes on nobody says a pace: per mile it is slower than per kilometre."""
    return _SLOWEST_MILE if _in_miles(measured, context) else _SLOWEST_PACE


def _in_miles(item: Item, context: Context) -> bool:
    said = context.text[item.start : item.end].lower()
    return context.unit is DistanceUnit.MI or (said.endswith(("m", "mi", "mile", "miles")) and not said.endswith("km"))
