"""Days and hours counted from now: "tomorrow", "in two days", "48h from now", "a week on saturday", "next week"."""

import datetime as dt

from bot.language.frames import SOFT
from bot.language.items import Ahead, Context, Dated, Duration, Match, Tokens, WeekOf
from bot.language.measures import duration_at
from bot.language.tokens import Token, at
from bot.training.time import Weekday

_WEEK = 7
_MOST_WEEKS = 2
_NEAR = frozenset({"0", "1"})
_FORTNIGHT = "fortnight"
_OFTEN = frozenset({"times", "once", "twice", "x", "days", "sessions", "session", "runs", "per", "k", "km", "hours"})
_NUMBER_AND_UNIT = 2
_MOST_DAYS_AHEAD = 366
_SPAN_HOURS = {"hour": 1, "day": 24, "week": 168, "month": 720}
_WEEKDAYS = tuple(day.key for day in Weekday)


def near_day_at(tokens: Tokens, index: int, context: Context) -> Match | None:
    """Read "tomorrow", "in two days", "48h from now", "3 days ago", "next week"."""
    near = at(tokens, index).means("near_day")
    if near is not None:
        if (
            context.dotted
            and near in _NEAR
            and at(tokens, index + 1).text == "week"
            and at(tokens, index + 2).number is None
        ):
            # "Tomorrow week".
            return Dated(date=context.today + dt.timedelta(days=int(near) + _WEEK), named=False), index + 2
        return Dated(date=context.today + dt.timedelta(days=int(near)), named=False), index + 1
    asked = (_weeks_on(tokens, index, context) or _hours_and_minutes(tokens, index)) if context.dotted else None
    asked = asked or (None if _counts(at(tokens, index - 1)) else _weeks_on(tokens, index, context))
    return _week_of(tokens, index) or asked or _ahead(tokens, index)


def _counts(token: Token) -> bool:
    """Tell whether what stands before "a week on sunday" may be what is done in a week: "3 times", "one long run"."""
    counted = any(token.means(group) for group in ("kind", "distance", "span", "action", "lift", "number"))
    return counted or token.number is not None or token.text in _OFTEN


def _weeks_on(tokens: Tokens, index: int, context: Context) -> Match | None:
    """Read "a week on saturday", "a fortnight tomorrow"; in a plan "3 times a week on monday" is another thing."""
    number, span = at(tokens, index).number, at(tokens, index + 1)
    after = index + 2 + at(tokens, index + 2).is_word("on", "from")
    ahead = _days_to(at(tokens, after), context.today)
    if span.text == _FORTNIGHT and number == 1:
        number = _MOST_WEEKS
    elif span.means("span") != "week":
        return None
    if number is None or number > _MOST_WEEKS or ahead is None:
        return None
    return Dated(date=context.today + dt.timedelta(days=ahead + number * _WEEK), named=False), after + 1


def _days_to(token: Token, today: dt.date) -> int | None:
    """Return how many days away the coming day of that name is."""
    near, weekday = token.means("near_day"), token.means("weekday")
    if near is not None:
        return int(near)
    return None if weekday is None else (_WEEKDAYS.index(weekday) - today.weekday()) % _WEEK


def _week_of(tokens: Tokens, index: int) -> Match | None:
    which, span = at(tokens, index), at(tokens, index + 1)
    weeks = {"this": 0, "next": 1, "last": -1}.get(which.means("word") or "")
    if weeks is None or span.means("span") != "week":
        return None
    return WeekOf(week=weeks), index + 2


def week_after_next_at(tokens: Tokens, index: int, _: Context) -> Match | None:
    """Read "week after next" and "weekend after next"."""
    week = at(tokens, index).means("span") == "week" or at(tokens, index).means("days") == "sat sun"
    behind = at(tokens, index + 1).is_word("after") and at(tokens, index + 2).is_word("next")
    return (WeekOf(week=_MOST_WEEKS), index + 3) if week and behind else None


def _ahead(tokens: Tokens, index: int) -> Match | None:
    """Read "in two days", "two days from now", "48h from now", "3 days ago"."""
    # "Twice in one week" counts.
    said_in = at(tokens, index).is_word("in") and at(tokens, index - 1).number is None
    start = index + said_in
    # "In like two hours", "in about an hour".
    start += said_in and (at(tokens, start).is_word("around") or at(tokens, start).text in SOFT)
    if said_in and at(tokens, start).is_word("half"):
        return _half_hour_ahead(tokens, start + 1)
    number = at(tokens, start).number
    unit = at(tokens, start + 1)
    if number is None:
        return None
    hours = _hours_of(number, unit.means("span"), unit.means("duration"))
    if hours is None or hours > _MOST_DAYS_AHEAD * 24:
        return None
    after = start + 2
    exact = unit.means("duration") is not None
    if at(tokens, after).is_word("ago"):
        return Ahead(hours=-hours, exact=exact), after + 1
    if at(tokens, after).is_word("from_now"):
        return Ahead(hours=hours, exact=exact, later=at(tokens, after).text == "later"), after + 1
    follows_run = at(tokens, after).is_word("after", "before")
    return (Ahead(hours=hours, exact=exact), after) if said_in and not follows_run else None


def _hours_and_minutes(tokens: Tokens, index: int) -> Match | None:
    """Read "in an hour and a half", "in 1h30" and "in 1.5 hours", of which whole hours are only a part."""
    found = duration_at(tokens, index + 1) if at(tokens, index).is_word("in") else None
    if found is None or not isinstance(found[0], Duration) or found[1] <= index + 1 + _NUMBER_AND_UNIT:
        return None
    follows_run = at(tokens, found[1]).is_word("after", "before")
    return None if follows_run else (Ahead(hours=found[0].minutes / 60, exact=True), found[1])


def _half_hour_ahead(tokens: Tokens, index: int) -> Match | None:
    """Read the "an hour" of "in half an hour"."""
    after = index + (at(tokens, index).number == 1)
    return (Ahead(hours=0.5, exact=True), after + 1) if at(tokens, after).means("span") == "hour" else None


def _hours_of(number: int, span: str | None, duration: str | None) -> float | None:
    if duration is not None:
        return {"h": float(number), "min": number / 60}.get(duration)
    return None if span is None or span not in _SPAN_HOURS else float(number * _SPAN_HOURS[span])
