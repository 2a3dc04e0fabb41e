"""What is said of a day becomes its runs: kind, time, distance, duration; doubles; rest; other training."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.language.clocks import as_text, other_half
from bot.language.groups import Items, is_filler, names_kind, says_something
from bot.language.items import Clock, Context, Distance, Doubtful, Duration, Item, Pace, PartOfDay, Repeats, Word
from bot.language.kinds import kind_of
from bot.language.meaning import Doubt, Part, Unread
from bot.language.measures import in_km
from bot.language.text import own_words
from bot.training.profile import DistanceUnit
from bot.training.runs import RunKind, RunSpec

_JOINTS = ",+&/()|.\n\t"
_LATE = frozenset({Part.AFTERNOON, Part.EVENING, Part.TONIGHT})
_NOON = 12
_DOUBLE = 2
_SLOWEST_PACE = 8
# A number without a unit is a distance when it can hardly be anything else: "sun 12".
_LEAST_BARE = 3
_MOST_BARE = 25
_MOST_BARE_LONG = 45
_MOST_MINUTES = 240
_DISTANCE_AGREES = 0.03


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
    for part in _parts(content):
        if not _is_other_training(part):
            yield from part


def _parts(content: Items) -> Iterator[Items]:
    part: list[Item] = []
    for item in content:
        if item.is_mark(_JOINTS) or item.is_word("and"):
            yield tuple(part)
            part = []
        part.append(item)
    yield tuple(part)


def _is_other_training(part: Items) -> bool:
    if not any(item.means("not_run") for item in part):
        return False
    rests = any(item.means("kind") == RunKind.REST for item in part)
    return not rests and not any(_is_surely_run(item) for item in part)


def _is_surely_run(item: Item) -> bool:
    if isinstance(item.value, Repeats) or item.means("kind") in {RunKind.RACE, RunKind.FARTLEK, RunKind.TIME_TRIAL}:
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
    measured = _measured(content, context, kind)
    time, part, time_doubt = read_time(content, context)
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
        duration_min=measured.duration_min,
        hilly=_is_hilly(content, kind),
        descent_m=measured.descent_m,
        text=own_words(said),
    )
    return RunsRead(runs=(ReadRun(run=spec, part=part),), unread=tuple(doubts))


def _is_hilly(content: Items, kind: RunKind | None) -> bool:
    hills = kind is not RunKind.HILLS and any(item.means("kind") == RunKind.HILLS for item in content)
    return hills or any(item.means("run_part") in {"hilly", "climb"} for item in content)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """How far and how long the whole run is, as far as the words say it."""

    distance_km: float | None = None
    duration_min: float | None = None
    descent_m: float | None = None
    doubt: Unread | None = None


def _measured(content: Items, context: Context, kind: RunKind | None) -> Measured:
    if found := _total(content) or _with_ends(content):
        return found
    whole = tuple(_whole(content))
    distances = [item.value for item in whole if isinstance(item.value, Distance)]
    durations = [item.value.minutes for item in whole if isinstance(item.value, Duration)]
    descent = next(_descents(content), None)
    if not distances and not durations and not _has_parts(content):
        distances, doubt = _bare_distance(content, context, kind)
        if not distances:
            distances = [item.value for item in content if isinstance(item.value, Distance) and item.value.implied]
        return Measured(distance_km=_sum_km(distances) or _implied(content), descent_m=descent, doubt=doubt)
    return Measured(
        distance_km=_sum_km(distances),
        duration_min=round(sum(durations), 1) if durations else None,
        descent_m=descent,
    )


def _has_parts(content: Items) -> bool:
    return any(isinstance(item.value, Repeats) or item.means("run_part") == "ends" for item in content)


def _implied(content: Items) -> float | None:
    """Return the distance that a race's name says ("marathon"), when no pace word goes with it."""
    for index, item in enumerate(content):
        named = item.means("race_distance")
        paced = index + 1 < len(content) and content[index + 1].is_word("pace")
        if named is not None and not paced:
            return float(named)
    return None


def _sum_km(distances: Sequence[Distance]) -> float | None:
    """Return the whole distance: the sum of its pieces, or one of them when both say the same in two units."""
    kms = [distance.km for distance in distances]
    if not kms:
        return None
    if len(kms) == 2 and abs(kms[0] - kms[1]) <= _DISTANCE_AGREES * max(kms):  # noqa: PLR2004 - a pair
        return kms[0]
    return round(sum(kms), 3)


def _total(content: Items) -> Measured | None:
    """Return what stands beside "total"."""
    for index, item in enumerate(content):
        if item.means("run_part") != "total":
            continue
        for beside in (*content[max(0, index - 1) : index], *content[index + 1 : index + 2]):
            if isinstance(beside.value, Distance):
                return Measured(distance_km=beside.value.km)
            if isinstance(beside.value, Duration):
                return Measured(duration_min=beside.value.minutes)
    return None


def _with_ends(content: Items) -> Measured | None:
    """Return the sum of warm-up, run and cool-down where all are said in one measure; unknown where they are not."""
    if not any(item.means("run_part") == "ends" for item in content):
        return None
    kms = [item.value.km for item in content if isinstance(item.value, Distance)]
    minutes = [item.value.minutes for item in content if isinstance(item.value, Duration)]
    whole = not any(isinstance(item.value, Repeats) for item in content)
    kinds = sum(item.means("run_part") == "ends" or item.means("kind") is not None for item in content)
    if whole and kms and not minutes and len(kms) >= kinds:
        return Measured(distance_km=round(sum(kms), 3))
    if whole and minutes and not kms and len(minutes) >= kinds:
        return Measured(duration_min=round(sum(minutes), 1))
    return Measured()


def _whole(content: Items) -> Iterator[Item]:
    """Yield the measures that are the whole run's: none after repeats or "with", none of warm-up or recovery."""
    aside, measured = False, False
    for part in _parts(content):
        in_brackets = bool(part) and part[0].is_mark("(")
        skipped = in_brackets and measured
        if any(item.means("run_part") in {"ends", "recovery"} for item in part):
            aside = aside or any(isinstance(item.value, Repeats) for item in part)
            continue
        for index, item in enumerate(part):
            aside = aside or isinstance(item.value, Repeats) or item.means("run_part") in {"with", "strides"}
            if isinstance(item.value, Distance | Duration) and not aside and not skipped and not _of_hills(part, index):
                measured = True
                yield item


def _of_hills(part: Items, index: int) -> bool:
    following = part[index + 1 : index + 3]
    return any(item.means("run_part") in {"descent", "climb"} for item in following)


def _descents(content: Items) -> Iterator[float]:
    for index, item in enumerate(content):
        following = content[index + 1 : index + 3]
        if isinstance(item.value, Distance) and any(word.means("run_part") == "descent" for word in following):
            yield round(item.value.km * 1000, 1)


def _bare_distance(content: Items, context: Context, kind: RunKind | None) -> tuple[list[Distance], Unread | None]:
    """Read a lone number in the runner's unit, as runners write; one that may be minutes is asked about."""
    numbers = [item for item in content if item.number is not None and _is_digits(item)]
    if len(numbers) != 1 or kind is RunKind.REST:
        return [], None
    number = numbers[0].number or 0
    most = _MOST_BARE_LONG if kind is RunKind.LONG else _MOST_BARE
    if _LEAST_BARE <= number <= most:
        return [Distance(km=in_km(number, context.unit))], None
    if most < number <= _MOST_MINUTES:
        unit = "mi" if context.unit is DistanceUnit.MI else "km"
        said = context.text[numbers[0].start : numbers[0].end]
        return [], Unread(text=said, doubt=Doubt.UNIT, options=(f"{number} {unit}", f"{number} min"))
    return [], None


def _is_digits(item: Item) -> bool:
    return isinstance(item.value, Word) and not item.value.token.spelled


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
    if _may_be_pace(content, places[0], context):
        return clock.time, part, Unread(text=said, doubt=Doubt.TIME, options=(as_text(clock.time),))
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


def _may_be_pace(content: Items, place: int, context: Context) -> bool:
    """Tell whether "easy 10k @ 6:30" may as well say how fast as when."""
    item, before = content[place], content[place - 1] if place else None
    clock = item.value
    if before is None or not isinstance(clock, Clock) or context.text[item.start] != "@" or clock.padded:
        return False
    return clock.time.hour < _SLOWEST_PACE and clock.sure and isinstance(before.value, Distance | Repeats | Duration)
