"""How far and how long a run is: its whole measures, not those of repeats, warm-up or recovery."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.language.frames import Items, is_digits
from bot.language.held import any_means, any_text, any_value
from bot.language.items import Context, Distance, Duration, Item, Repeats
from bot.language.meaning import Doubt, Unread
from bot.language.measures import in_km
from bot.language.text import own_words
from bot.training.profile import DistanceUnit
from bot.training.runs import RunKind

_JOINTS = frozenset(",;+&/()|.\n\t")
# A number without a unit is a distance when it can hardly be anything else: "sun 12".
_LEAST_BARE = 3
_MOST_BARE = 25
_MOST_BARE_LONG = 45
_MOST_MINUTES = 240
_COUNTED = ("runs", "sessions", "workouts", "days", "times")
_EARLIEST_START = 7
_LATEST_START = 11
_DISTANCE_AGREES = 0.03
_TWO = 2
_AROUND = 3
_HALF_MARATHON_KM = 21
# What is run inside a longer run.
_PARTS = frozenset({RunKind.RACE_PACE, RunKind.TEMPO, RunKind.STEADY})
_HARD = frozenset({RunKind.TEMPO, RunKind.RACE_PACE, RunKind.INTERVALS, RunKind.FARTLEK})
_GENTLE = frozenset({RunKind.EASY, RunKind.RECOVERY})
_INSIDE = frozenset({"inside", "inside of", "of", "out of"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """How far and how long the whole run is, as far as the words say it."""

    distance_km: float | None = None
    duration_min: float | None = None
    descent_m: float | None = None
    doubt: Unread | None = None


def measure(content: Items, context: Context, kind: RunKind | None) -> Measured:
    """Return the whole run's distance (km), duration (minutes) and descent (metres) out of what is said of it.

    Two distances that do not agree are a doubt (VALUE).
    """
    if found := _total(content) or _with_ends(content):
        return found
    whole = tuple(_whole(content))
    distances = [item.value for item in whole if isinstance(item.value, Distance)]
    durations = [item.value.minutes for item in whole if isinstance(item.value, Duration)]
    descent = next(_descents(content), None)
    if not distances and not durations and not _hasparts_of(content):
        distances, doubt = _bare_distance(content, context, kind)
        if not distances:
            distances = [item.value for item in content if isinstance(item.value, Distance) and item.value.implied]
        km = distances[0].km if distances else _implied(content)
        return Measured(distance_km=km, descent_m=descent, doubt=doubt)
    if (outer := _around_quality(content)) is not None:
        distances = [outer]
    if (km := _of_parts(content)) is not None:
        return Measured(distance_km=km, descent_m=descent)
    if not _agree(distances) and not _holds_quality(content):
        said = context.text[content[0].start : content[-1].end]
        return Measured(doubt=Unread(text=own_words(said), doubt=Doubt.VALUE))
    return Measured(
        distance_km=distances[0].km if distances else _raced(content, kind),
        duration_min=round(sum(durations), 1) if durations else None,
        descent_m=descent,
    )


def _hasparts_of(content: Items) -> bool:
    return any_value(content, Repeats) or any_means(content, "run_part", "ends")


def _implied(content: Items) -> float | None:
    """Return the distance that a race's name says ("marathon"), when no pace word goes with it."""
    for index, item in enumerate(content):
        named = item.means("race_distance")
        paced = index + 1 < len(content) and content[index + 1].is_word("pace")
        if named is not None and not paced:
            return float(named)
    return None


def _raced(content: Items, kind: RunKind | None) -> float | None:
    """Return the length of a half marathon or marathon of which it is told how long it took."""
    named = _implied(content) if kind is RunKind.RACE else None
    return named if named is not None and named >= _HALF_MARATHON_KM else None


def _agree(distances: Sequence[Distance]) -> bool:
    """Tell whether all distances say the same, perhaps in two units; several are never added up."""
    kms = [distance.km for distance in distances]
    return not kms or max(kms) - min(kms) <= _DISTANCE_AGREES * max(kms)


def _holds_quality(content: Items) -> bool:
    """Tell whether a length is followed by the harder part of it: "10k race pace 6k"."""
    places = [index for index, item in enumerate(content) if isinstance(item.value, Distance)]
    if len(places) != _TWO:
        return False
    first, second = places
    between = content[first + 1 : second]
    kinds = {item.means("kind") for item in between} - {None}
    whole, part = content[first].value, content[second].value
    shorter = isinstance(whole, Distance) and isinstance(part, Distance) and part.km < whole.km
    return shorter and second - first <= _TWO and bool(kinds & _PARTS)


def _around_quality(content: Items) -> Distance | None:
    """Return the whole length behind the harder part that is run in it: "3k at MP in a 7k run"."""
    places = [index for index, item in enumerate(content) if isinstance(item.value, Distance)]
    if len(places) != _TWO:
        return None
    between = content[places[0] + 1 : places[1]]
    part, whole = content[places[0]].value, content[places[1]].value
    inside = any_means(between, "word", "in") or any_text(between, _INSIDE)
    hard = any_means(between, "kind", *_PARTS)
    longer = isinstance(part, Distance) and isinstance(whole, Distance) and part.km < whole.km
    return whole if inside and hard and longer and isinstance(whole, Distance) else None


def _of_parts(content: Items) -> float | None:
    """Return how far a run goes whose parts have kinds of their own, one of them hard: "3k easy, 5k tempo, 2k easy"."""
    told = [item for item in content if isinstance(item.value, Distance) or item.means("kind") not in (None, "other")]
    lengths, kinds = told[::_TWO], [item.means("kind") for item in told[1::_TWO]]
    distances = [item.value for item in lengths if isinstance(item.value, Distance)]
    hard = set(kinds) - _GENTLE
    paired = len(distances) == len(kinds) == len(lengths) >= _TWO
    if not paired or len(hard) != 1 or None in hard or not (hard <= _HARD and set(kinds) & _GENTLE):
        return None
    return round(sum(one.km for one in distances), 3)


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
    if not any_means(content, "run_part", "ends"):
        return None
    kms = [item.value.km for item in content if isinstance(item.value, Distance)]
    minutes = [item.value.minutes for item in content if isinstance(item.value, Duration)]
    whole = not any_value(content, Repeats)
    kinds = sum(item.means("run_part") == "ends" or item.means("kind") is not None for item in content)
    if whole and kms and not minutes and len(kms) >= kinds:
        return Measured(distance_km=round(sum(kms), 3))
    if whole and minutes and not kms and len(minutes) >= kinds:
        return Measured(duration_min=round(sum(minutes), 1))
    return Measured()


def _whole(content: Items) -> Iterator[Item]:
    """Yield the measures that are the whole run's: none after repeats or "with", none of warm-up or recovery."""
    aside, measured = False, False
    for part in parts_of(content):
        in_brackets = bool(part) and part[0].is_mark("(")
        skipped = in_brackets and measured
        if any_means(part, "run_part", "ends", "recovery"):
            aside = aside or any_value(part, Repeats)
            continue
        for index, item in enumerate(part):
            aside = aside or isinstance(item.value, Repeats) or item.means("run_part") in {"with", "strides"}
            if isinstance(item.value, Distance | Duration) and not aside and not skipped and not _of_hills(part, index):
                measured = True
                yield item


def _of_hills(part: Items, index: int) -> bool:
    following = part[index + 1 : index + 3]
    return any_means(following, "run_part", "descent", "climb")


def _descents(content: Items) -> Iterator[float]:
    for index, item in enumerate(content):
        following = content[index + 1 : index + 3]
        if isinstance(item.value, Distance) and any_means(following, "run_part", "descent"):
            yield round(item.value.km * 1000, 1)


def is_in_miles(items: Items, context: Context) -> bool:
    """Tell whether who writes "Thu 10mi, Sun 8" thinks in miles: miles are named, and kilometres are not."""
    said = [context.text[item.start : item.end].lower() for item in items if isinstance(item.value, Distance)]
    return any("mi" in one for one in said) and not any("km" in one or "kilo" in one for one in said)


def _bare_distance(content: Items, context: Context, kind: RunKind | None) -> tuple[list[Distance], Unread | None]:
    """Read a lone number in the runner's unit, as runners write; one that may be minutes is asked about."""
    numbers = [
        item
        for index, item in enumerate(content)
        if is_digits(item) and not (_is_count(content, index) or _is_of_name(content, index))
    ]
    if len(numbers) != 1 or kind is RunKind.REST:
        return [], None
    number = numbers[0].number or 0
    if kind is RunKind.RACE and _EARLIEST_START <= number <= _LATEST_START and _implied(content):
        # "Sat parkrun 9": a race has its own length.
        said = context.text[numbers[0].start : numbers[0].end]
        return [], Unread(text=said, doubt=Doubt.TIME, options=(f"{number:02}:00",))
    most = _MOST_BARE_LONG if kind is RunKind.LONG else _MOST_BARE
    if _LEAST_BARE <= number <= most:
        return [Distance(km=in_km(number, context.unit))], None
    if most < number <= _MOST_MINUTES:
        unit = "mi" if context.unit is DistanceUnit.MI else "km"
        said = context.text[numbers[0].start : numbers[0].end]
        return [], Unread(text=said, doubt=Doubt.UNIT, options=(f"{number} {unit}", f"{number} min"))
    return [], None


def _is_of_name(content: Items, index: int) -> bool:
    """Tell whether letters stand right at a number on both sides: "the U3A runners"."""
    around = content[max(0, index - 1) : index + 2]
    letters = len(around) == _AROUND and around[0].text.isalpha() and around[2].text.isalpha()
    return letters and around[0].end == around[1].start and around[1].end == around[2].start


def _is_count(content: Items, index: int) -> bool:
    """Tell whether a number counts runs: "3 easy runs mon wed fri"."""
    return any(item.text.endswith(_COUNTED) for item in content[index + 1 : index + 2])


def parts_of(content: Items) -> Iterator[Items]:
    """Split what is said of a day at commas, brackets, plus signs and "and"."""
    part: list[Item] = []
    for item in content:
        if item.text in _JOINTS or item.senses.get("word") == "and":
            yield tuple(part)
            part = []
        part.append(item)
    yield tuple(part)
