"""Times of day: "18:30", "6.30pm", "18h", "@ 6", "quarter past six"."""

import datetime as dt

from bot.language.clock_halves import half_at, half_by_part, half_of_old
from bot.language.clock_marks import is_early_hour, spaced_in_h
from bot.language.clock_places import (
    FIRST_SURE_HOUR,
    NO_TRACK,
    ends_there,
    is_begun_at,
    is_behind_run,
    is_led_by_h,
    is_no_time,
    is_of_length,
    is_sure,
    opens_a_day,
)
from bot.language.frames import SOFT
from bot.language.items import Clock, Context, Doubtful, Match, Tokens
from bot.language.meaning import Doubt, Unread
from bot.language.tokens import END, Token, at

_NOON, _HOURS, _MINUTES = 12, 24, 60
_FIRST_HOUR_IN_H = 7
_DIGITS_OF_TIME, _TWO_DIGITS = 4, 2
_LEAST_SPOKEN_MINUTES = 10
_HEAVIER_THAN_ANY_LIFT = 500  # kg
_MOST_LEADS = 2
_BETWEEN = frozenset({"between", "btwn", "betw"})
# "20 to 7": no stretch of hours.
_MINUTES_TO = frozenset({20, 25})
_ARTICLES = frozenset({"a", "an"})
_BEHIND_NO_HOUR = frozenset({":", "'", '"', "/", "%", "st", "nd", "rd", "th"})
_OF_24_HOURS = frozenset({"kl", "ore", "alle ore", "h"})
_MEASURES = frozenset({"distance", "duration", "span", "mass"})
_MAKES = frozenset({"make that", "make it", "no make that", "no make it"})
# "1830" is a time, "1600" a distance on the track.
_QUARTERS = frozenset({15, 30, 45})


def clock_at(tokens: Tokens, index: int, context: Context) -> Match | None:
    """Read a time of day with the words before it ("at", "around"); nonsense such as 25:00 becomes a doubt."""
    start = index
    while start - index < _MOST_LEADS and (
        at(tokens, start).is_word("at", "around")
        or (start > index and at(tokens, start).text in SOFT)
        or (start == index and is_led_by_h(tokens, index))
    ):
        start += 1
    if is_no_time(tokens, index, start):
        return None
    spoken = _spoken(tokens, start)
    found = (
        spoken
        or _written(tokens, start, context)
        or _hour(tokens, start, marked=start > index or (context.early and is_early_hour(tokens, start)))
    )
    if found is None:
        return None
    hour, minute, after, half, said_fully = found
    joints = ("to", "until", "and") if at(tokens, index).text in _BETWEEN else ("to", "until")
    until, after, later = _second_time(tokens, after, context, joints)
    if half is None and later is not None and until is not None and hour <= _NOON:
        half = _half_before(hour, until, later)
    joined = at(tokens, after).is_word("and") and at(tokens, index).text in _BETWEEN
    if (joined or at(tokens, after).is_word("to")) and is_of_length(at(tokens, after + 2)):
        # "From 12 to 16 miles".
        return None
    time = _time(hour, minute, half)
    if time is None:
        said = context.text[tokens[index].start : tokens[after - 1].end]
        return Doubtful(unread=Unread(text=said, doubt=Doubt.TIME)), after
    padded = half is not None or hour > _NOON or at(tokens, start).text.startswith("0") or hour == 0
    padded = padded or at(tokens, index).text in _OF_24_HOURS
    return Clock(
        time=time, until=until, sure=said_fully or padded or half is not None, padded=padded, spoken=spoken is not None
    ), after


Found = tuple[int, int, int, str | None, bool]


def _written(tokens: Tokens, index: int, context: Context) -> Found | None:
    """Read "18:30", "6.30pm", "18h30", "0630"."""
    hour, joint, minute = at(tokens, index), at(tokens, index + 1), at(tokens, index + 2)
    if hour.number is None:
        return None
    if hour.spelled:
        return _spaced(tokens, index)
    if len(hour.text) == _DIGITS_OF_TIME and hour.text.startswith(("0", "1", "2")):
        return _military(tokens, index, context)
    if len(hour.text) == _DIGITS_OF_TIME - 1:
        return _three_digits(tokens, index)
    if spaced := _spaced(tokens, index) or (spaced_in_h(tokens, index) if context.oclock else None):
        return spaced
    digits = minute.text.isdecimal() and len(minute.text) == _TWO_DIGITS and minute.number is not None
    if not digits or not joint.glued or not minute.glued or joint.text not in {":", ".", "h"}:
        return None
    after, half = half_at(tokens, index + 3 + (at(tokens, index + 3).means("duration") == "h"))
    sure_mark = joint.text == ":" or half is not None or at(tokens, index - 1).is_word("at", "around", "on")
    early = hour.number < _FIRST_HOUR_IN_H and not (hour.text.startswith("0") or is_begun_at(tokens, index))
    if not sure_mark and joint.text == "h" and early and not (context.early and is_early_hour(tokens, index)):
        return None
    return (hour.number, minute.number or 0, after, half, True)


def _military(tokens: Tokens, index: int, context: Context) -> Found | None:
    said = at(tokens, index).text
    after = index + 1
    named = at(tokens, after).means("duration") == "h"
    plain = said.startswith("0") or int(said[2:]) in _QUARTERS or at(tokens, index - 1).is_word("at", "around")
    plain = plain or (opens_a_day(tokens, index) and (context.military or said in NO_TRACK))
    ends = ends_there(tokens, after)
    plain = plain or (ends and said in NO_TRACK and (context.military or is_behind_run(tokens, index)))
    plain = plain or (ends and context.military and said.endswith("00") and is_behind_run(tokens, index))
    measured = at(tokens, after).means("distance") or at(tokens, after).is_word("x", "times")
    if not named and (not plain or measured or at(tokens, index - 1).is_word("x")):
        return None
    return int(said[:2]), int(said[2:]), after + named, None, True


def _spaced(tokens: Tokens, index: int) -> Found | None:
    """Read "6 30 in the evening" and "6 30 pm", as voice typing writes it."""
    hour, minute = at(tokens, index), at(tokens, index + 1)
    if hour.spelled and minute.text == "-" and minute.glued:
        # "Six-thirty".
        index, minute = index + 1, at(tokens, index + 2)
    if (
        minute.number is None
        or (minute.glued and not hour.spelled)
        or minute.number < _LEAST_SPOKEN_MINUTES * minute.spelled
    ):
        return None
    if minute.spelled != hour.spelled or (not minute.spelled and len(minute.text) != _TWO_DIGITS):
        return None
    after, half = half_at(tokens, index + 2)
    if half is None:
        after, half = half_by_part(tokens, index + 2)
    open_ended = minute.number % 5 == 0 and not _continues(at(tokens, index + 2))
    led = open_ended and (
        at(tokens, index - 1).is_word("at", "around")
        or (hour.spelled and at(tokens, index - 1).text == "like")
        or (hour.spelled and (opens_a_day(tokens, index) or at(tokens, index - 1).text in _MAKES))
    )
    late = not hour.spelled and _NOON < (hour.number or 0) < _HOURS and (led or _is_late(tokens, index))
    if (not late and (not (half or led) or not 1 <= (hour.number or 0) <= _NOON)) or minute.number >= _MINUTES:
        return None
    return hour.number or 0, minute.number, after, half, half is not None or not hour.spelled or is_sure(hour)


def _is_late(tokens: Tokens, index: int) -> bool:
    """Tell whether "17 00" stands right behind a day and is not the first of more numbers: "saturday 17 00"."""
    whole = at(tokens, index + 1).text in {"00", "15", "30", "45"}
    return whole and opens_a_day(tokens, index) and not _continues(at(tokens, index + 2))


def _three_digits(tokens: Tokens, index: int) -> Found | None:
    """Read "at 730" and "730 pm": three digits alone may be metres, and small ones behind "at" a weight."""
    said = at(tokens, index).text
    after, half = half_at(tokens, index + 1)
    weighs = half is None and at(tokens, index - 3).is_word("x")
    if half is None and not weighs:
        after, half = half_by_part(tokens, index + 1)
    heavier = int(said) >= _HEAVIER_THAN_ANY_LIFT and int(said[1:]) % 5 == 0
    # "630 tmrw", "fri 745" and "sat deads 930": right beside a day.
    lift = at(tokens, index - 1).means("lift") == "now" or at(tokens, index - 1).text == ","
    beside = (at(tokens, index - 2 if lift else index - 1), at(tokens, after))
    days = any(token.means(group) for token in beside for group in ("weekday", "near_day", "part"))
    days = days or beside[0].text in SOFT
    led = at(tokens, index - 1).is_word("at", "around") or (int(said[1:]) in _QUARTERS and days)
    # "5x5 at 130 tonight" is a weight.
    led = led and heavier and not weighs and not _continues(at(tokens, index + 1))
    if not (led or half) or int(said[1:]) >= _MINUTES:
        return None
    return int(said[0]), int(said[1:]), after, half, half is not None or int(said[0]) >= FIRST_SURE_HOUR


def _hour(tokens: Tokens, index: int, *, marked: bool) -> Found | None:
    """Read "6pm", "18h", "6 o'clock", "8ish", "at 6"."""
    hour = at(tokens, index)
    counts = hour.spelled and at(tokens, index - 1).text in {"first", "last"}
    if hour.number is None or hour.text in {"a", "an"} or counts:
        return None
    after, half = half_at(tokens, index + 1)
    if half is None and hour.number <= _NOON:
        after, half = half_by_part(tokens, index + 1)
    half = half or half_of_old(tokens, index + 1)
    if half is not None:
        return hour.number, 0, after, half, True
    unit = at(tokens, index + 1)
    if (unit.text in {"h", "hrs", "uhr", "uur"} or (unit.text == "u" and unit.glued)) and (
        marked or hour.number >= _FIRST_HOUR_IN_H or is_begun_at(tokens, index)
    ):
        return (hour.number, 0, index + 2, None, True) if hour.number <= _HOURS else None
    hyphen = unit.text == "-" and unit.glued and at(tokens, index + 2).is_word("ish")
    if unit.is_word("oclock", "ish") or hyphen:
        after, half = half_at(tokens, index + 2 + hyphen)
        return hour.number, 0, after, half, is_sure(hour)
    if ranged := _range_end(tokens, index) or _range_in_h(tokens, index):
        return ranged
    if not marked or hour.number > _HOURS or _goes_on(tokens, index + 1):
        return None
    return hour.number, 0, index + 1, None, is_sure(hour)


def _goes_on(tokens: Tokens, index: int) -> bool:
    # "Sun @9: long": nothing stands right behind the colon.
    return _continues(at(tokens, index)) and (at(tokens, index).text != ":" or at(tokens, index + 1).glued)


def _range_end(tokens: Tokens, index: int) -> Found | None:
    """Read "at 6-7pm": the first hour, in the half of the day that the second names."""
    joint = at(tokens, index + 1)
    if not (joint.text == "-" or joint.is_word("to", "until")) or at(tokens, index + 2).number is None:
        return None
    first, last = at(tokens, index).number or 0, at(tokens, index + 2).number or 0
    mark, minute = at(tokens, index + 3), at(tokens, index + 4)
    written = mark.text in {":", "."} and mark.glued and minute.glued and len(minute.text) == _TWO_DIGITS
    after, half = half_at(tokens, index + 3 + 2 * written)
    end = None if half is None else _time(last, (minute.number or 0) * written, half)
    return None if half is None or end is None else (first, 0, after, _half_before(first, end, half), True)


def _range_in_h(tokens: Tokens, index: int) -> Found | None:
    """Read "19-20h" and "19 to 20 uhr": the first hour."""
    first, joint, last, unit = (at(tokens, index + step) for step in range(4))
    ranged = (joint.text == "-" or joint.is_word("to", "until")) and last.number is not None
    rises = _FIRST_HOUR_IN_H <= (first.number or 0) < (last.number or 0)
    if not (ranged and rises) or unit.text not in {"h", "uhr", "uur"}:
        return None
    return first.number or 0, 0, index + 4, None, True


def _half_before(hour: int, end: dt.time, half: str) -> str:
    """Return the half of the day that a stretch begins in: "6-7pm" in the same, "11-12pm" in the other."""
    if hour % _NOON <= end.hour % _NOON:
        return half
    return "am" if half == "pm" else "pm"


def _continues(unit: Token) -> bool:
    """Tell whether a number goes on ("at 6:", "at 10km", "at 5 min", "at 100 kg") and so is no bare hour."""
    glued = unit.glued and unit.text in _BEHIND_NO_HOUR
    return glued or not _MEASURES.isdisjoint(unit.senses) or unit.is_word("x", "times")


def _spoken(tokens: Tokens, index: int) -> Found | None:
    """Read "quarter past six", "half past 6", "ten to seven", "half six"."""
    first, second, third = (at(tokens, index + step) for step in range(3))
    # "Half A" is a race of the first priority.
    if first.is_word("half") and second.number is not None and second.text not in _ARTICLES and not _continues(third):
        return _past(second, 30, index + 2, tokens)
    minutes = {"half": 30, "quarter": 15}.get(first.means("word") or "", first.number)
    if minutes is None or not second.is_word("past", "to") or third.number is None or minutes >= _MINUTES:
        return None
    said = first.is_word("quarter") or third.spelled or minutes in _MINUTES_TO
    if _continues(at(tokens, index + 3)) or (second.is_word("to") and not said):
        return None
    return _past(third, minutes if second.is_word("past") else -minutes, index + 3, tokens)


def _past(hour: Token, minutes: int, after: int, tokens: Tokens) -> Found | None:
    number = hour.number or 0
    if not 1 <= number <= _NOON:
        return None
    total = number * _MINUTES + minutes
    after, half = half_at(tokens, after)
    return total // _MINUTES, total % _MINUTES, after, half, half is not None


def _second_time(
    tokens: Tokens, after: int, context: Context, joints: tuple[str, ...]
) -> tuple[dt.time | None, int, str | None]:
    """Read the end of a stretch ("18:00-19:00", "6:15-7:15pm") and its half: a run begins at its start."""
    joint = at(tokens, after)
    if joint is END or not (joint.text == "-" or joint.is_word(*joints)):
        return None, after, None
    end = _written(tokens, after + 1, context) or _hour(tokens, after + 1, marked=False)
    if end is None:
        return None, after, None
    hour, minute, behind, half, _ = end
    return _time(hour, minute, half), behind, half


def _time(hour: int, minute: int, half: str | None) -> dt.time | None:
    if half is not None:
        if not 1 <= hour <= _NOON:
            return dt.time(hour, minute) if half == "pm" and _NOON < hour < _HOURS and minute < _MINUTES else None
        hour = hour % _NOON + (_NOON if half == "pm" else 0)
    return dt.time(hour, minute) if hour < _HOURS and minute < _MINUTES else None


def other_half(time: dt.time) -> dt.time:
    """Return the time twelve hours away: 06:15 for 18:15."""
    return time.replace(hour=(time.hour + _NOON) % _HOURS)


def as_text(time: dt.time) -> str:
    """Return a time as the bot writes it, HH:MM."""
    return time.strftime("%H:%M")
