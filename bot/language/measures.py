"""Distances, durations, repeats and paces: what a number means by the unit that follows it."""

from bot.language.colons import colon_parts, quickening
from bot.language.frequencies import COUNT_ENDS, counts_runs, how_often
from bot.language.items import Context, Distance, Doubtful, Duration, Match, Pace, Repeats, Tokens
from bot.language.meaning import Doubt, Unread
from bot.language.tokens import at
from bot.training.profile import DistanceUnit

MILE_KM = 1.609344
# "5m" is five miles to a Briton and five minutes to others; from 15 it can only be minutes, from 100 only metres.
_LEAST_MINUTES_IN_M = 15
_LEAST_METRES = 100
_MOST_MINUTES = 59
_TWO_DIGITS = 2
# Metres without a unit, and km.
_STRIDES = frozenset({50, 60, 80, 100})
_STRIDE = 0.1
_TRACK_REPEATS = frozenset({200, 300, 400, 500, 600, 800, 1000, 1200, 1600})
_UNITS = frozenset(DistanceUnit)
_COUNTED = frozenset(
    {"distance", "distances", "numbers", "everything", "mileage", "runs", "units", "it's", "is", "are"}
)
# "@ 4:30" is a pace: nobody runs at half past four, and few run slower than five minutes a kilometre in a session.
_SLOWEST_BARE_PACE = 4
_LONGEST_CLOCKED = 3
# "42:00" is no time of day: minutes and seconds.
_LEAST_MINUTES_CLOCKED = 26
# "7h" is rather seven o'clock than a run of seven hours.
_FIRST_HOUR_OF_DAY = 7
_QUARTERS = frozenset({"00", "15", "30", "45"})
_LAST_HOUR_OF_DAY = 24
_FIRST_HOUR_WRITTEN = 5
_FIRST_SURE_HOUR_OF_DAY = 13


def number_at(tokens: Tokens, index: int) -> tuple[float, int] | None:
    """Return a number with or without decimals ("6", "6.5", "6,5") and the index after it."""
    whole = at(tokens, index).number
    if whole is None:
        return None
    dot, part = at(tokens, index + 1), at(tokens, index + 2)
    if dot.text in {".", ","} and dot.glued and part.glued and part.text.isdecimal() and part.number is not None:
        return float(f"{whole}.{part.text}"), index + 3
    return float(whole), index + 1


def _range_at(tokens: Tokens, index: int) -> tuple[float, int] | None:
    """Return a number, or the larger end of "10-12", and the index after it."""
    first = number_at(tokens, index)
    if first is None:
        return None
    if halved := _and_a_half(tokens, first[1]):
        return first[0] + 1 / 2, halved
    joint = at(tokens, first[1])
    if joint.text == "-" or joint.is_word("to", "or"):
        second = number_at(tokens, first[1] + 1)
        if second is not None and second[0] > first[0]:
            return second
    return first


def _and_a_half(tokens: Tokens, index: int) -> int | None:
    """Return the index behind "and a half" where a unit follows: "two and a half hours"."""
    after = index + 1 + (at(tokens, index + 1).number == 1)
    if not at(tokens, index).is_word("and") or not at(tokens, after).is_word("half"):
        return None
    unit = at(tokens, after + 1)
    return after + 1 if unit.means("distance") or unit.means("duration") else None


def distance_at(tokens: Tokens, index: int, context: Context) -> Match | None:
    """Read "10k", "6.5 mi", "10-12km", "800 metres"."""
    found = _range_at(tokens, index)
    if found is None:
        return None
    number, after = found
    unit = at(tokens, after).means("distance")
    if unit == "m":
        return _short_m(number, index, after, tokens, context)
    if unit is None:
        return None
    return Distance(km=in_km(number, DistanceUnit(unit))), after + 1


def in_km(number: float, unit: DistanceUnit) -> float:
    """Return a distance in kilometres, to the metre."""
    return round(number * (MILE_KM if unit is DistanceUnit.MI else 1.0), 3)


def _short_m(number: float, index: int, after: int, tokens: Tokens, context: Context) -> Match:
    if number >= _LEAST_METRES or len(at(tokens, after).text) > 1:
        return Distance(km=number / 1000), after + 1
    if number >= _LEAST_MINUTES_IN_M:
        return Duration(minutes=number), after + 1
    if context.unit is DistanceUnit.MI:
        return Distance(km=in_km(number, DistanceUnit.MI)), after + 1
    said = context.text[tokens[index].start : tokens[after].end]
    options = (f"{number:g} mi", f"{number:g} min")
    return Doubtful(unread=Unread(text=said, doubt=Doubt.UNIT, options=options)), after + 1


def duration_at(tokens: Tokens, index: int) -> Match | None:
    """Read "40'", "90min", "1h30", "1.5 hours", "half an hour", "1:30:00", "2:15h"."""
    if clocked := _clocked_duration(tokens, index):
        return clocked
    found = _range_at(tokens, index)
    if found is None:
        return None
    number, after = found
    unit = at(tokens, after)
    if unit.text == "'" and unit.glued:
        return _primes(number, after, tokens)
    if unit.text == '"' and unit.glued:
        return Duration(minutes=number / 60), after + 1
    match unit.means("duration"):
        case "h":
            return None if _is_hour_of_day(number, after, tokens) else _hours(number, after + 1, tokens)
        case "min":
            return Duration(minutes=number), after + 1
        case "s":
            return Duration(minutes=number / 60), after + 1
    return None


def _is_hour_of_day(number: float, unit: int, tokens: Tokens) -> bool:
    """Tell whether "19h" is a time: too long for a run, and no time before or after anything."""
    following = at(tokens, unit + 1)
    minutes = following.glued and following.number is not None and number < _FIRST_SURE_HOUR_OF_DAY
    related = minutes or following.is_word("after", "before", "ago", "from_now")
    whole = number == int(number) or (number >= _FIRST_HOUR_OF_DAY and at(tokens, unit - 1).text in _QUARTERS)
    return at(tokens, unit).text == "h" and whole and _FIRST_HOUR_OF_DAY <= number <= _LAST_HOUR_OF_DAY and not related


def _primes(number: float, index: int, tokens: Tokens) -> Match:
    if at(tokens, index + 1).text == "'" and at(tokens, index + 1).glued:
        return Duration(minutes=number / 60), index + 2
    return Duration(minutes=number), index + 1


def _hours(number: float, after: int, tokens: Tokens) -> Match:
    extra = at(tokens, after)
    if extra.number is not None and extra.glued and extra.number <= _MOST_MINUTES:
        unit = at(tokens, after + 1)
        named = unit.means("duration") == "min" or unit.means("distance") == "m" or unit.text == "'"
        return Duration(minutes=number * 60 + extra.number), after + (2 if named else 1)
    if extra.number is not None and at(tokens, after + 1).means("duration") == "min":
        return Duration(minutes=number * 60 + extra.number), after + 2
    if _are_minutes(tokens, after):
        return Duration(minutes=number * 60 + (extra.number or 0)), after + 1
    if extra.is_word("and") and any(at(tokens, after + step).is_word("half") for step in (1, 2)):
        return Duration(minutes=number * 60 + 30), after + (2 if at(tokens, after + 1).is_word("half") else 3)
    return Duration(minutes=number * 60), after


def _are_minutes(tokens: Tokens, index: int) -> bool:
    """Tell whether "1 h 30" goes on here: two digits that nothing else claims."""
    minutes, behind = at(tokens, index), at(tokens, index + 1)
    if minutes.number is None or minutes.spelled or len(minutes.text) != _TWO_DIGITS or minutes.number > _MOST_MINUTES:
        return False
    claimed = any(behind.means(group) for group in ("distance", "duration", "half", "mass")) or behind.is_word("x")
    return not claimed and behind.text not in {":", ".", "'", "/", "-"}


def _clocked_duration(tokens: Tokens, index: int) -> Match | None:
    """Read "1:30:00", "1:30h", "42:00" and, up to three hours, "1:45": too early for a run, so it is how long."""
    parts = colon_parts(tokens, index)
    if parts is None:
        return None
    hours, minutes, after = parts
    seconds = colon_parts(tokens, after - 1)
    if seconds is not None:
        return Duration(minutes=hours * 60 + minutes), seconds[2]
    if at(tokens, after).means("duration") == "h":
        # "18:00 hrs" is a time.
        written = len(at(tokens, index).text) == _TWO_DIGITS and hours >= _FIRST_HOUR_WRITTEN
        return None if written else (Duration(minutes=hours * 60 + minutes), after + 1)
    if at(tokens, after).means("duration") == "min":
        return Duration(minutes=hours + minutes / 60), after + 1
    if (
        hours >= _LEAST_MINUTES_CLOCKED
        and minutes <= _MOST_MINUTES
        and not at(tokens, index - 1).is_word("at", "around")
    ):
        return Duration(minutes=hours + minutes / 60), after
    bare = at(tokens, after).means("half") is None and not at(tokens, index - 1).is_word("at", "around", "from_now")
    # "After school 3:15" and "afternoon 2:30" are when.
    bare = bare and at(tokens, index - 1).means("part") is None
    if bare and hours <= _LONGEST_CLOCKED and len(at(tokens, index).text) == 1:
        return Duration(minutes=hours * 60 + minutes), after
    return None


def unit_said(tokens: Tokens) -> DistanceUnit | None:
    """Return the unit that a text names for all its numbers: "m = miles", "(km)", "all in miles", "distances in km"."""
    for index, token in enumerate(tokens):
        unit = token.senses.get("distance")
        if unit not in _UNITS:
            continue
        before, lead = at(tokens, index - 1), at(tokens, index - 2)
        legend = before.text == "=" and lead.means("distance") == "m" and lead.number is None
        listed = before.is_word("in") and (lead.is_word("every") or lead.text in _COUNTED)
        alone = before.text == "(" and at(tokens, index + 1).text == ")" and lead.number is None
        if legend or listed or alone:
            return DistanceUnit(unit)
    return None


def repeats_at(tokens: Tokens, index: int, context: Context) -> Match | None:
    """Read "6x800", "3 x 10'", "5x1k", "8x60s", "4x strides", "10 times 400", "12 400s"."""
    count, cross = at(tokens, index), at(tokens, index + 1)
    if count.number is None:
        return None
    if count.number in _TRACK_REPEATS and cross.text == "s" and cross.glued:
        return Repeats(), index + 2
    if not (cross.is_word("x", "times") or _is_spoken_cross(tokens, index + 1)):
        return None
    if often := how_often(tokens, index + 2):
        return Pace(), often
    after = index + 2 + (at(tokens, index + 2).text == "(")
    length = duration_at(tokens, after) or distance_at(tokens, after, context)
    if length is not None:
        return Repeats(short=isinstance(length[0], Distance) and length[0].km <= _STRIDE), length[1]
    number = at(tokens, after).number
    if number is None and cross.text == "times" and counts_runs(tokens, index) and at(tokens, after).text in COUNT_ENDS:
        # "I run 3 times. Tue 20 min".
        return Pace(), after
    return Repeats(short=number in _STRIDES), after + (number is not None)


def _is_spoken_cross(tokens: Tokens, index: int) -> bool:
    """Tell whether "by" stands before the length of a repeat on the track, as in "8 by 400"."""
    return at(tokens, index).text == "by" and at(tokens, index + 1).number in _TRACK_REPEATS


def pace_at(tokens: Tokens, index: int, context: Context) -> Match | None:
    """Read "4:30/km", "@5k pace", "10k effort", "@ 4:15", "140 bpm", "7/10 effort"."""
    lead = at(tokens, index)
    start = index + (lead.is_word("at", "around"))
    distance = distance_at(tokens, start, context)
    if distance is not None:
        return _distance_pace(tokens, index, distance, marked=lead.text == "@")
    written = _written_pace(tokens, start)
    if written is None:
        return None
    minutes, after = written
    if end := quickening(tokens, start, context):
        return Pace(), end
    if end := _per_distance(tokens, after):
        return Pace(), end
    if at(tokens, after).text == "s" and at(tokens, after).glued:
        # "8:45s".
        return Pace(), after + 1
    if at(tokens, after).means("half") is None and lead.text == "@" and 1 < minutes <= _SLOWEST_BARE_PACE:
        return Pace(), after
    return None


def _distance_pace(tokens: Tokens, index: int, distance: Match, *, marked: bool) -> Match | None:
    after = distance[1]
    if at(tokens, after).text == "-" and at(tokens, after + 1).number is not None:
        return None
    if at(tokens, after).is_word("pace"):
        return Pace(race=True), after + 1
    return (Pace(race=True), after) if marked and index != after else None


def _written_pace(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """Return the minutes of "4:30", "4'30" or "4:30-4:45", and the index after it."""
    first, joint, second = at(tokens, index), at(tokens, index + 1), at(tokens, index + 2)
    if first.number is None or joint.text not in {":", "'", "."} or second.number is None or not second.glued:
        return None
    after = index + 3
    if at(tokens, after).text == "-" and colon_parts(tokens, after + 1):
        after += 4
    return first.number, after


def _per_distance(tokens: Tokens, index: int) -> int | None:
    """Return the index after "/km", "min/mile", "per k", "pace"."""
    index += at(tokens, index).text == '"'
    index += at(tokens, index).means("duration") == "min"
    if at(tokens, index).is_word("pace"):
        return index + 1
    per = at(tokens, index).text == "/" or at(tokens, index).is_word("per")
    return index + 2 if per and at(tokens, index + 1).means("distance") else None
