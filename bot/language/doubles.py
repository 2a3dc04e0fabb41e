"""Where a day with two runs is cut, by its times; and when "@ 6:30" is rather how fast than when."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.language.frames import OF_TRAINING, Items, names_kind, says_something
from bot.language.held import any_item, any_means, any_text, any_value
from bot.language.items import Clock, Context, Distance, Doubtful, Duration, Item, PartOfDay, Repeats
from bot.language.meaning import Doubt, Part
from bot.training.profile import DistanceUnit

_DOUBLE = 2
_SLOWEST_PACE = 8
_SLOWEST_MILE = 12
_NOON = 12
_LUNCH = range(11, 16)

_TIMES = (Clock, PartOfDay)

Place = tuple[int, int]
Places = Sequence[Place]


def doubles(content: Items, context: Context) -> Iterator[Items]:
    """Split a day at its times when it has several: "am easy 5k, pm track", "easy 5k 6am and track 7pm"."""
    times = _sessions(content, context)
    if len(times) < _DOUBLE or _say_one_time(content, times):
        yield content
        return
    cuts = tuple(_cuts(content, times))
    yield from _shared([content[start:end] for start, end in zip((0, *cuts), (*cuts, len(content)), strict=True)])


def _shared(parts: Sequence[Items]) -> Iterator[Items]:
    """Yield the runs of a day, each with what is said of one for both: "7:15 in and 17:40 home, easy"."""
    told = [part for part in parts if any_item(part, _is_told)]
    for part in parts:
        plain = len(told) == 1 and part is not told[0] and not _is_apart(part)
        yield (*part, *(item for item in told[0] if _is_told(item))) if plain else part


def _is_apart(part: Items) -> bool:
    """Tell whether a day's other run, or what is no run, has words of its own; "(am and pm)" has none."""
    joined = part[0].is_word("and") or part[0].is_mark("+")
    alone = joined and not says_something(tuple(item for item in part if not is_time(item)))
    named = any_means(part, "not_run") or any_text(part, OF_TRAINING)
    return (any_value(part, PartOfDay) and not alone) or named


def _is_told(item: Item) -> bool:
    return item.means("kind") not in (None, "other") or isinstance(item.value, Distance | Duration | Repeats)


def _cuts(content: Items, times: Places) -> Iterator[int]:
    """Yield where each further run of a day begins: at its time, behind the one before, or at the joint between."""
    before, behind = content[: times[0][0]], content[times[-1][1] :]
    for (_, end), (start, _) in pairwise(times):
        joint = next((at for at in range(end, start) if _is_joint(content[at]) and _part(content, end, at, start)), 0)
        if joint and not says_something(behind):
            # "6am easy 4 and then track 7:15pm".
            yield joint
        elif not _tells(before):
            yield start
        elif not says_something(behind):
            yield end
        else:
            yield next((place for place in range(end, start) if _is_joint(content[place])), end)


def _part(content: Items, end: int, joint: int, start: int) -> bool:
    """Tell whether a joint between two times parts two runs."""
    return _tells(content[end:joint]) and names_kind(content[joint:start])


def _tells(items: Items) -> bool:
    """Tell whether a run is described, and not only announced ("double: 6am 8k easy and 6pm 5k easy")."""
    return names_kind(items) or any_value(items, Distance, Duration)


def _is_joint(item: Item) -> bool:
    return item.is_mark(",;/+|.\n\t") or item.is_word("and")


def _sessions(content: Items, context: Context) -> Places:
    """Return where each run's time is said: "AM 6km (06:30)" says one run's in two places."""
    found: list[tuple[int, int]] = []
    part: Part | None = None
    for start, end in _time_places(content, context):
        values = [item.value for item in content[start:end]]
        clock = next((value for value in values if isinstance(value, Clock)), None)
        if found and part is not None and clock is not None and _goes_on(content, found[-1], (start, end), part, clock):
            part = None
            continue
        found.append((start, end))
        parts = (value.part for value in values if isinstance(value, PartOfDay))
        part = next(parts, None) if clock is None else None
    return found


def _goes_on(content: Items, opened: Place, closed: Place, part: Part, clock: Clock) -> bool:
    """Tell whether a time in brackets or behind all words gives the hour of the part of the day before it."""
    following = content[closed[1] :]
    ends = next((index for index, item in enumerate(following) if _is_joint(item) or is_time(item)), len(following))
    alone = not says_something(following[:ends]) and not _is_in_another(content[slice(*closed)], part)
    return alone and _tells(content[opened[1] : closed[0]]) and _agree(part, clock)


def _is_in_another(time: Items, part: Part) -> bool:
    """Tell whether a time is said to be in another part of the day."""
    return any(isinstance(item.value, PartOfDay) and item.value.part is not part for item in time)


def is_time(item: Item) -> bool:
    return isinstance(item.value, _TIMES)


def _agree(part: Part, clock: Clock) -> bool:
    if part is Part.NOON:
        return clock.time.hour in _LUNCH or not clock.padded
    late = clock.time.hour >= _NOON
    return not clock.padded or late == (part not in {Part.MORNING, Part.NOW})


def _say_one_time(content: Items, times: Places) -> bool:
    """Tell whether a part of the day and a time, said apart, are one: "evenings I do track at 7"."""
    values = [content[end - 1].value for _, end in times]
    part = next((value.part for value in values if isinstance(value, PartOfDay)), None)
    clock = next((value for value in values if isinstance(value, Clock)), None)
    if len(values) != _DOUBLE or part is None or clock is None:
        return False
    if _is_in_another(content[slice(*times[1])], part):
        return False
    before, behind = (set(map(_kind, said)) - {None} for said in (content[: times[1][0]], content[times[1][0] :]))
    return _agree(part, clock) and not (before and behind - before)


def _kind(item: Item) -> str | None:
    return (
        "repeats" if isinstance(item.value, Repeats) else None if item.means("kind") == "other" else item.means("kind")
    )


def _time_places(content: Items, context: Context) -> Iterator[tuple[int, int]]:
    """Yield where each time is said, with the index after it; "evening 7pm" is one time, "8 or 9am" too."""
    start: int | None = None
    end = 0
    for index, item in enumerate(content):
        if is_time(item) and not is_pace(content, index, context):
            apart = start is not None and (
                _opens_next(content, start, end, index)
                or _are_two(content, end, index)
                or _is_of_next(content[end - 1], item)
            )
            if start is not None and (apart or says_something(content[end:index])):
                yield start, end
                start = None
            start, end = index if start is None else start, index + 1
    if start is not None:
        yield start, end


def is_pace(content: Items, index: int, context: Context) -> bool:
    """Tell whether "@ 5:00-5:20" is how fast: it says so behind a measure, and nobody starts that early."""
    measured = measure_before(content, index, context)
    clock = content[index].value
    if measured is None or not isinstance(clock, Clock):
        return False
    # "12 @ 8:50, start 6:15 am": the time is said besides.
    timed = any(isinstance(item.value, Clock) and item.value.padded for item in content)
    return timed or clock.time.hour < slowest_pace(measured, context)


def _are_two(content: Items, end: int, index: int) -> bool:
    """Tell whether "6am and 6pm", or "am and pm", are two runs: "and" stands between different halves of the day."""
    first, second = content[end - 1].value, content[index].value
    joined = any(item.is_word("and") or item.is_mark("/+") for item in content[end:index])
    if isinstance(first, PartOfDay) and isinstance(second, PartOfDay):
        return joined and first.part is Part.MORNING and second.part in {Part.AFTERNOON, Part.EVENING}
    if not joined or not isinstance(first, Clock) or not isinstance(second, Clock):
        return False
    return first.sure and second.padded and (first.time.hour < _NOON) != (second.time.hour < _NOON)


def _is_of_next(time: Item, part: Item) -> bool:
    """Tell whether a part of the day right behind a time is another run's: "am easy 7am pm tempo 6pm"."""
    if not isinstance(time.value, Clock) or not isinstance(part.value, PartOfDay):
        return False
    return time.value.padded and not _agree(part.value.part, time.value)


def _opens_next(content: Items, start: int, end: int, index: int) -> bool:
    """Tell whether a part of the day begins the next run behind a joint: "(06:30) / PM 8x600"."""
    clocked = any_value(content[start:end], Clock)
    joint = any(_is_joint(item) for item in content[end:index])
    return clocked and joint and isinstance(content[index].value, PartOfDay) and _tells(content[index + 1 :])


def measure_before(content: Items, place: int, context: Context) -> Item | None:
    """Return what "@ 6:30" may be the pace of: repeats, a distance or a duration before it, with a kind at most."""
    clock = content[place].value
    marked = context.text[content[place].start] == "@"
    if not marked or not isinstance(clock, Clock) or clock.padded or not clock.sure:
        return None
    for item in reversed(content[:place]):
        unclear = isinstance(item.value, Doubtful) and item.value.unread.doubt is Doubt.UNIT
        if unclear or isinstance(item.value, Repeats | Distance | Duration) or item.number is not None:
            return item
        if not item.means("kind"):
            return None
    return None


def slowest_pace(measured: Item, context: Context) -> int:
    """Return from how many minutes on nobody says a pace: per mile it is slower than per kilometre."""
    return _SLOWEST_MILE if _in_miles(measured, context) else _SLOWEST_PACE


def _in_miles(item: Item, context: Context) -> bool:
    said = context.text[item.start : item.end].lower()
    return context.unit is DistanceUnit.MI or (said.endswith(("m", "mi", "mile", "miles")) and not said.endswith("km"))
