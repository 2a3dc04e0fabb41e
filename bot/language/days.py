"""Weekdays: "tue", "Mon-Fri", "MWF", "Tue/Thu", "every day except Sunday", "next Tuesday"."""

import datetime as dt
from dataclasses import replace

from bot.language.dates import date_at
from bot.language.frames import COPULAS
from bot.language.items import Context, Dated, Days, Doubtful, Match, OtherDays, Tokens, WeekOf, Word
from bot.language.meaning import Doubt, Unread
from bot.language.tokens import Token, at
from bot.training.time import Weekday

_BY_KEY = {day.key: day for day in Weekday}
_WEEK = 7
_JOINTS = frozenset({"/", "&", "+", "-"})
_RANGES = frozenset({"-", "to", "until"})
_LETTER_JOINTS = frozenset({"/", "&", ",", "+", "-"})
_PAIR = 2
# "M/F" is a list already, "M W F" only from three letters on.
_LEAST_SPACED = 3
WEEK_BEGINS = frozenset(
    {"w/c", "w/b", "w / c", "w / b", "wc", "week commencing", "week beginning", "week starting", "week of"}
)
_COUNTS = {"one": 1, "two": 2, "2": 2, "three": 3, "3": 3, "four": 4, "4": 4, "five": 5, "5": 5}
_LONGEST_AGO = 28
_LONGEST_AHEAD = 200
_OTHERWISE_REACH = 4
_LEADS = ("on", "every", "this", "next", "last")


def days_at(tokens: Tokens, index: int, context: Context) -> Match | None:
    """Read one weekday or a list of them, with "every", "this", "next" or "last" before it."""
    if at(tokens, index).is_word("pattern"):
        return _pattern(tokens, index, context)
    if at(tokens, index).is_word("pattern_of") and _list_at(tokens, index + 1, context):
        return _pattern(tokens, index, context)
    if at(tokens, index).is_word("other_days"):
        return None if _leads_to_day(tokens, index) else (OtherDays(count=_counted(at(tokens, index).text)), index + 1)
    start, lead = _leads(tokens, index)
    listed = _list_at(tokens, start, context)
    if listed is None:
        return None
    days, after, habit, either = listed
    whole = days
    days, after = _without_exceptions(days, after, tokens, context)
    if len(days) == 1 and (dated := _one_day(days[0], lead, tokens, after, context)):
        return dated
    week = {"last": -1}.get(lead)
    if lead == "next" and len(days) == 1:
        week = 1
    habit = habit or lead == "every"
    but = tuple(day for day in whole if day not in days)
    return Days(days=days, habit=habit, week=week, coming=lead == "this", either=either, but=but), after


def _counted(said: str) -> int | None:
    """Return how many days "the other two" are."""
    return next((count for word in said.split() if (count := _COUNTS.get(word))), None)


def _leads_to_day(tokens: Tokens, index: int) -> bool:
    """Tell whether "otherwise" only goes on to a day: "otherwise sunday long run"."""
    behind = [at(tokens, index + step) for step in range(1, 2 + _OTHERWISE_REACH)]
    place = next(
        (at for at, token in enumerate(behind) if token.means("weekday") or token.means("weekday_habit")), None
    )
    plain = not any(token.means("kind") or token.number is not None for token in behind[:place])
    return at(tokens, index).text == "otherwise" and place is not None and plain


def _one_day(day: Weekday, lead: str, tokens: Tokens, after: int, context: Context) -> Match | None:
    """Read the day that a weekday names with what stands behind it: "Mon 7/9", "friday week", "friday after next"."""
    if dated := _with_date(day, tokens, after, context):
        return dated
    if at(tokens, after).is_word("after") and at(tokens, after + 1).is_word("next"):
        return _after_next(day, context), after + 2
    behind = after + (at(tokens, after).text == ",")
    if at(tokens, behind).is_word("week_on"):
        return _in_a_week(day, context), behind + 1
    weeks_on = lead in {"", "on"} and at(tokens, after).text == "week" and at(tokens, after + 1).number is None
    return (_in_a_week(day, context), after + 1) if weeks_on else None


def week_beginning(tokens: Tokens, index: int, context: Context) -> Match | None:
    """Read "w/c 31 Aug": the week of that date, which is no day of the plan; the last days are looked at too."""
    lead = index + 1 + at(tokens, index + 1).is_word("on")
    weekday = at(tokens, lead).means("weekday")
    start = lead + (weekday is not None)
    for looking in (replace(context, past=True), replace(context, past=False)):
        found = date_at(tokens, start, looking, weekday=None if weekday is None else _BY_KEY[weekday])
        if found is not None and isinstance(found[0], Dated) and _is_near(found[0].date, context.today):
            monday = context.today - dt.timedelta(days=context.today.weekday())
            return WeekOf(week=(found[0].date - monday).days // _WEEK), found[1]
    return None if weekday is None else (Word(token=tokens[index]), start)


def _is_near(date: dt.date, today: dt.date) -> bool:
    return -_LONGEST_AGO <= (date - today).days <= _LONGEST_AHEAD


def _in_a_week(day: Weekday, context: Context) -> Dated:
    """Return the day that "friday week" names: a week after the coming one."""
    ahead = (day - context.today.weekday()) % _WEEK
    return Dated(date=context.today + dt.timedelta(days=ahead + _WEEK), named=False)


def _after_next(day: Weekday, context: Context) -> Doubtful:
    """Leave "the saturday after next" in doubt: to some it is in the next week, to others in the one after it."""
    ahead = (day - context.today.weekday()) % _WEEK
    dates = (context.today + dt.timedelta(days=ahead + weeks * _WEEK) for weeks in (1, 2))
    return Doubtful(
        unread=Unread(text="after next", doubt=Doubt.DATE, options=tuple(date.isoformat() for date in dates))
    )


def _leads(tokens: Tokens, index: int) -> tuple[int, str]:
    lead = ""
    for _ in range(2):
        if not at(tokens, index).is_word(*_LEADS):
            break
        lead = at(tokens, index).means("word") or lead
        index += 1
    return index, lead


def _pattern(tokens: Tokens, index: int, context: Context) -> Match:
    """Take "every other Sunday" whole: it is understood, and cannot be kept as a weekly run."""
    listed = _list_at(tokens, index + 1, context)
    after = index + 1 if listed is None else listed[1]
    said = context.text[tokens[index].start : tokens[after - 1].end]
    return Doubtful(unread=Unread(text=said, doubt=Doubt.PATTERN)), after


def _with_date(day: Weekday, tokens: Tokens, after: int, context: Context) -> Match | None:
    """Read "Mon 7/9" as one day; a weekday that does not match the date leaves the date in doubt."""
    start = after + (at(tokens, after).text in {",", "("})
    found = date_at(tokens, start, context, weekday=day)
    if found is None or (isinstance(found[0], Doubtful) and at(tokens, start + 1).text == "."):
        return None
    closed = found[1] + (at(tokens, found[1]).text == ")")
    return (found[0], closed) if isinstance(found[0], Dated | Doubtful) else None


Listed = tuple[tuple[Weekday, ...], int, bool, bool]


def _list_at(tokens: Tokens, index: int, context: Context) -> Listed | None:
    if letters := _letters_at(tokens, index):
        return letters
    first = _group_at(tokens, index, context)
    if first is None:
        return None
    days, after, habit = list(first[0]), first[1], first[2]
    joints: list[str] = []
    while following := _joined(tokens, after, context, days):
        joint, more, after = following
        joints.append(joint)
        days.extend(more)
    if len(joints) == 1 and joints[0] in _RANGES and not context.moving:
        days = list(_range(days[0], days[-1]))
    return tuple(dict.fromkeys(days)), after, habit, "or" in joints


def _group_at(tokens: Tokens, index: int, context: Context) -> tuple[tuple[Weekday, ...], int, bool] | None:
    token = at(tokens, index)
    if days := token.means("days"):
        return tuple(_BY_KEY[key] for key in days.split()), index + 1, True
    habit = token.means("weekday_habit")
    key = habit or token.means("weekday") or (token.means("weekday_short") if context.short else None)
    if key is None or (token.glued and at(tokens, index - 1).number is not None):
        return None
    return (_BY_KEY[key],), index + 1, habit is not None


def _joined(tokens: Tokens, index: int, context: Context, days: list[Weekday]) -> tuple[str, list[Weekday], int] | None:
    """Return the joint, the days and the index after one more weekday of a list; a day said twice ends the list."""
    joint = at(tokens, index)
    named = joint.means("word") if joint.is_word("and", "to", "until", "or") else None
    is_joint = joint.text in _JOINTS or named is not None
    start = index + is_joint
    if context.moving and named in {"to", "until"}:
        return None
    start += is_joint and at(tokens, start).is_word("on", "every")
    more = _group_at(tokens, start, context)
    if more is None or set(more[0]) & set(days):
        return None
    name = (named or joint.text) if is_joint else ""
    return name, list(more[0]), more[1]


def _letters_at(tokens: Tokens, index: int) -> Listed | None:
    """Read "M/W/F", "T, Th", "M-Th" or "M W F": single letters count as days only in a list of them."""
    days: list[Weekday] = []
    joints: set[str] = set()
    after = index
    if at(tokens, index - 1).means("distance") and at(tokens, index - 2).number is not None:
        # "3x2k T, W 8k E": at threshold.
        return None
    if not _letter(tokens, index) or _is_day_word(at(tokens, index - 1 - (at(tokens, index - 1).text == ":"))):
        return None
    while (key := _letter(tokens, after)) and _BY_KEY[key] not in days:
        days.append(_BY_KEY[key])
        joint = _letter_joint(tokens, after + 1)
        after += 1
        if joint is None:
            break
        joints.add(joint)
        after += joint != ""
    only_letters = any(at(tokens, position).means("weekday_letter") for position in range(index, after))
    if len(days) < (_LEAST_SPACED if "" in joints else _PAIR) or not only_letters:
        return None
    if joints & _RANGES:
        return (_range(*days), after, True, False) if len(days) == _PAIR and days[0] < days[1] else None
    return tuple(days), after, True, False


def _is_day_word(token: Token) -> bool:
    return any(token.means(group) for group in ("weekday", "weekday_short", "weekday_habit"))


def _letter_joint(tokens: Tokens, index: int) -> str | None:
    """Return what joins two letters: a mark, "and", or nothing but a space; None ends the list."""
    joint = at(tokens, index)
    if joint.text in _LETTER_JOINTS or joint.is_word("and"):
        return joint.text if _letter(tokens, index + 1) else None
    return "" if not joint.glued and _letter(tokens, index) else None


def _letter(tokens: Tokens, index: int) -> str | None:
    token = at(tokens, index)
    if token.glued and at(tokens, index - 1).number is not None:
        return None
    return token.means("weekday_letter") or token.means("weekday_short")


def _range(first: Weekday, last: Weekday) -> tuple[Weekday, ...]:
    length = (last - first) % _WEEK + 1
    return tuple(Weekday((first + step) % _WEEK) for step in range(length))


def _without_exceptions(
    days: tuple[Weekday, ...], after: int, tokens: Tokens, context: Context
) -> tuple[tuple[Weekday, ...], int]:
    start = after + (at(tokens, after).text in {",", "("})
    if not at(tokens, start).is_word("all_days_but"):
        return days, after
    excepted = _list_at(tokens, start + 1 + at(tokens, start + 1).is_word("on"), context)
    if excepted is None:
        return days, after
    taken, last = excepted[0], excepted[1]
    if len(taken) > 1 and at(tokens, last).text in COPULAS and _is_day_word(at(tokens, last - _PAIR)):
        # "Every day except friday mondays are easy" goes on with Monday.
        taken, last = taken[:-1], last - 1
    left = tuple(day for day in days if day not in taken)
    end = last + (at(tokens, start - 1).text == "(" and at(tokens, last).text == ")")
    return (left, end) if left else (days, after)
