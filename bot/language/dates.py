"""Calendar dates: "2026-09-27", "13/09", "oct 4th". An order of day and month is never guessed."""

import datetime as dt
from dataclasses import replace

from bot.language.items import Context, Dated, Doubtful, Match, Tokens
from bot.language.meaning import Doubt, Unread
from bot.language.tokens import Token, at
from bot.language.vocabulary import MONTHS
from bot.training.time import Weekday

_FIRST_YEAR = 1900
_LAST_YEAR = 2199
_CENTURY = 2000
_MONTHS_IN_YEAR = 12
_LONGEST_DAY = 31
_SHORT_YEAR = 2
_IN_DATES = frozenset({"-", "/", ".", "st", "nd", "rd", "th"})
_WEEK = 7
# "7/10 effort" is no day of October.
_SCALES = frozenset({"rpe", "rir", "sets", "reps", "felt"})
# "Felt really great 10/10": so many words may stand between what is rated and how.
_RATED = 3
# "10.30" is a time when its minutes are round ones; "13.09" cannot be read as one of those.
_ROUND_MINUTES = frozenset({0, 15, 20, 30, 40, 45, 50})


def date_at(tokens: Tokens, index: int, context: Context, *, weekday: Weekday | None = None) -> Match | None:
    """Read a calendar date; a weekday said beside it decides between 7/9 and 9/7.

    Without a year it is the next such date (the last one when the context looks back). Days that no calendar has
    and orders that could be either become a doubt, with both ISO dates as options.
    """
    start = index + at(tokens, index).is_word("on", "this")
    if not _may_be_date(at(tokens, start), at(tokens, start + 1)):
        return None
    readers = (_iso, _slashed, _month_first, _day_first, _day_of_month)
    for reader in (*readers, _dotted) if context.dotted else readers:
        if found := reader(tokens, start):
            dates, after = found
            said = context.text[tokens[start].start : tokens[after - 1].end]
            asked = weekday is not None or context.dotted
            if asked and len(dates) > 1 and context.day_first is not None:
                dates = dates[:1] if context.day_first else dates[1:]
            return _decided(said, _possible(dates, context, weekday), weekday), after
    return None


def _may_be_date(first: Token, second: Token) -> bool:
    """Tell at a glance whether a date can begin here; most numbers are something else."""
    if first.number is None or first.spelled:
        return "month" in first.senses or "ordinal" in first.senses or first.text == "the"
    return second.text in _IN_DATES or "month" in second.senses or second.senses.get("word") == "of"


def day_first(tokens: Tokens) -> bool | None:
    """Return which order the dates of a text are written in, where a day over 12 shows it: "31/8 … 4/9"."""
    orders = set()
    for index in (index for index, token in enumerate(tokens) if token.text == "/" and token.glued):
        first, second = at(tokens, index - 1).number or 0, at(tokens, index + 1).number or 0
        if _could_be_day_and_month(first, second) and max(first, second) > _MONTHS_IN_YEAR >= min(first, second):
            orders.add(first > _MONTHS_IN_YEAR)
    return orders.pop() if len(orders) == 1 else None


Written = tuple[int | None, int, int]
Found = tuple[tuple[Written, ...], int]


def _iso(tokens: Tokens, index: int) -> Found | None:
    year, month, day = (at(tokens, index + step).number for step in (0, 2, 4))
    marks = {at(tokens, index + 1).text, at(tokens, index + 3).text}
    if year is None or month is None or day is None or not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    return (((year, month, day),), index + 5) if marks in ({"-"}, {"/"}, {"."}) else None


def _slashed(tokens: Tokens, index: int) -> Found | None:
    """Read "13/09", "13/09/2026", "13.09.", "13-09-2026"; which number is the month is left open."""
    first, joint, second = (at(tokens, index + step) for step in range(3))
    if first.number is None or second.number is None or first.spelled or joint.text not in {"/", ".", "-"}:
        return None
    if not joint.glued or not second.glued or not _could_be_day_and_month(first.number, second.number):
        return None
    year, after = _third(tokens, index + 3, joint.text)
    if year is None and not _reads_as_date(tokens, index, after):
        return None
    if joint.text == ".":
        return ((year, second.number, first.number),), after + _closing_dot(tokens, after)
    return ((year, second.number, first.number), (year, first.number, second.number)), after


def _dotted(tokens: Tokens, index: int) -> Found | None:
    """Read "29.3" and "29.3." where no decimal number is expected; "2.5 hours" and "at 6.5" are none."""
    day, joint, month, follower = (at(tokens, index + step) for step in range(4))
    if day.number is None or month.number is None or joint.text != "." or not (joint.glued and month.glued):
        return None
    measured = any(follower.means(group) for group in ("distance", "duration", "span", "mass", "half"))
    led = at(tokens, index - 1).is_word("at", "around") or at(tokens, index - 1).means("lift_word") in _SCALES
    possible = 0 < day.number <= _LONGEST_DAY and 0 < month.number <= _MONTHS_IN_YEAR and len(month.text) == 1
    if measured or led or not possible or follower.is_word("x", "pace"):
        return None
    return ((None, month.number, day.number),), index + 3 + _closing_dot(tokens, index + 3)


def _could_be_day_and_month(first: int, second: int) -> bool:
    return 0 < first <= _LONGEST_DAY and 0 < second <= _LONGEST_DAY


def _third(tokens: Tokens, index: int, joint: str) -> tuple[int | None, int]:
    mark, year = at(tokens, index), at(tokens, index + 1)
    if mark.text != joint or not mark.glued or not year.glued or year.number is None:
        return None, index
    if len(year.text) == _SHORT_YEAR:
        return _CENTURY + year.number, index + 2
    return (year.number, index + 2) if _FIRST_YEAR <= year.number <= _LAST_YEAR else (None, index)


def _reads_as_date(tokens: Tokens, index: int, after: int) -> bool:
    """Tell whether "a/b" or "a.b" without a year is a date and not a fraction, a time or a decimal number."""
    first, joint, second, follower = (at(tokens, index + step) for step in range(4))
    unit = any(follower.means(group) for group in ("distance", "duration", "mass", "half"))
    unit = unit or follower.means("lift_word") in _SCALES or follower.means("body") is not None
    if joint.text == "-" or unit or follower.is_word("pace") or at(tokens, index - 1).is_word("at", "around"):
        return False
    if at(tokens, index - 1).means("body") or any(_rates(at(tokens, index - step)) for step in range(1, _RATED + 1)):
        return False
    if joint.text == "/":
        return True
    two_digits = len(second.text) == _SHORT_YEAR and (second.number or 0) <= _MONTHS_IN_YEAR
    asked = at(tokens, index - 1).is_word("on") or bool(_closing_dot(tokens, after))
    return two_digits and (asked or second.number not in _ROUND_MINUTES) and first.number is not None


def _rates(token: Token) -> bool:
    return token.means("lift_word") in _SCALES or token.means("talk") == "fine"


def _closing_dot(tokens: Tokens, index: int) -> int:
    return int(at(tokens, index).text == "." and at(tokens, index).glued)


def _month_first(tokens: Tokens, index: int) -> Found | None:
    month = _month(tokens, index)
    day = _day(tokens, index + 1 + (at(tokens, index + 1).text == "."))
    if month is None or day is None:
        return None
    year, after = _year(tokens, day[1])
    return ((year, month, day[0]),), after


def _day_first(tokens: Tokens, index: int) -> Found | None:
    """Read "20 dec" and "the 20th of dec"; "the first may be sore" has no date."""
    led = at(tokens, index).text == "the"
    if led and at(tokens, index + 1).number is None:
        return None
    index += led
    day = _day(tokens, index)
    if day is None:
        return None
    after = day[1] + (at(tokens, day[1]).text == ".") + at(tokens, day[1]).is_word("of")
    month = _month(tokens, after)
    if month is None:
        return None
    year, after = _year(tokens, after + 1)
    return ((year, month, day[0]),), after


def _day_of_month(tokens: Tokens, index: int) -> Found | None:
    """Read "the 14th": of this month or the next; the month is filled in later (0)."""
    day = at(tokens, index)
    if day.text == "the" and at(tokens, index - 1).is_word("on") and _ends_date(at(tokens, index + 2)):
        # "Pull on the fifth", but not "on the first rep".
        ordinal = at(tokens, index + 1).means("ordinal")
        return None if ordinal is None else (((None, 0, int(ordinal)),), index + 2)
    start = index if day.number is not None else index + (day.text == "the")
    number, ending = at(tokens, start), at(tokens, start + 1)
    if number.number is None or not ending.glued or ending.text not in {"st", "nd", "rd", "th"}:
        return None
    return ((None, 0, number.number),), start + 2


def _ends_date(after: Token) -> bool:
    return not after.text[:1].isalpha() or after.is_word("at", "or", "and") or after.means("part") is not None


def _month(tokens: Tokens, index: int) -> int | None:
    key = at(tokens, index).means("month")
    return None if key is None else MONTHS.index(key) + 1


def _day(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """Return a day of the month ("4", "4th") that is no distance or time ("4k", "4:30", "4pm")."""
    day, ending = at(tokens, index), at(tokens, index + 1)
    if ordinal := day.means("ordinal"):
        return int(ordinal), index + 1
    if day.number is None or day.spelled or len(day.text) > _SHORT_YEAR:
        return None
    if ending.glued and ending.text in {"st", "nd", "rd", "th"}:
        return day.number, index + 2
    unit = any(ending.means(group) for group in ("distance", "duration", "mass", "half")) or ending.is_word("x")
    joined = ending.glued and ending.text in {":", "/", "'"}
    return None if unit or joined else (day.number, index + 1)


def _year(tokens: Tokens, index: int) -> tuple[int | None, int]:
    start = index + (at(tokens, index).text == ",")
    year = at(tokens, start)
    if year.number is not None and _FIRST_YEAR <= year.number <= _LAST_YEAR and not _is_time(tokens, start):
        return year.number, start + 1
    return None, index


def _is_time(tokens: Tokens, index: int) -> bool:
    return at(tokens, index + 1).means("half") is not None or at(tokens, index + 1).means("duration") == "h"


def _possible(written: tuple[Written, ...], context: Context, weekday: Weekday | None) -> tuple[dt.date, ...]:
    found = [_resolved(year, month, day, context) for year, month, day in written]
    if weekday is not None and not any(date is not None and date.weekday() == weekday for date in found):
        # "Mon 31/8" in a week's plan that is pasted on its Wednesday: the days just gone are meant.
        looking = replace(context, past=True)
        past = [_resolved(year, month, day, looking) for year, month, day in written]
        found += [date for date in past if date is not None and (context.today - date).days < _WEEK]
    return tuple(dict.fromkeys(date for date in found if date is not None))


def _resolved(year: int | None, month: int, day: int, context: Context) -> dt.date | None:
    if month == 0:
        return _in_a_near_month(day, context)
    if year is not None:
        return _valid(year, month, day)
    # Eight years find the next 29 February across a century that has none.
    years = range(context.today.year, context.today.year + 9)
    if context.past:
        years = range(context.today.year, context.today.year - 9, -1)
    dates = (_valid(year, month, day) for year in years)
    return next((date for date in dates if date and _on_side(date, context)), None)


def _in_a_near_month(day: int, context: Context) -> dt.date | None:
    first = context.today.year * _MONTHS_IN_YEAR + context.today.month - 1
    months = range(first, first + 4) if not context.past else range(first, first - 4, -1)
    dates = (_valid(month // _MONTHS_IN_YEAR, month % _MONTHS_IN_YEAR + 1, day) for month in months)
    return next((date for date in dates if date and _on_side(date, context)), None)


def _on_side(date: dt.date, context: Context) -> bool:
    return date <= context.today if context.past else date >= context.today


def _valid(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _decided(said: str, dates: tuple[dt.date, ...], weekday: Weekday | None) -> Dated | Doubtful:
    if weekday is not None and dates:
        dates = tuple(date for date in dates if date.weekday() == weekday)
    if len(dates) == 1:
        return Dated(date=dates[0])
    doubt = Doubt.DATE_ORDER if dates else Doubt.DATE
    return Doubtful(unread=Unread(text=said, doubt=doubt, options=tuple(date.isoformat() for date in sorted(dates))))
