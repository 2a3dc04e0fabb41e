"""How times of day are written in a text: "8h30" as a time, "0630" as a time, "1830 hrs"."""

from bot.language.clock_places import is_begun_at
from bot.language.held import any_means
from bot.language.items import Tokens
from bot.language.tokens import END, Token, at

_HOURS = 24
_FIRST_HOUR_IN_H = 7
_FIRST_EARLY_HOUR = 4
_DIGITS_OF_TIME = 4
_TWO_DIGITS = 2
_NOON = 12
_POINTS = frozenset({".", ":"})
_LEADS_TO_MORNING = frozenset({"of", "in", "the"})


def is_padded_military(token: Token) -> bool:
    """Tell whether "0630" is said: then "1800" is a time in the same text too."""
    return len(token.text) == _DIGITS_OF_TIME and token.text.startswith("0") and token.text.isdecimal()


def hours_are_times(tokens: Tokens) -> bool:
    """Tell whether "8h30" is a time in this text: days are named in it, and nobody slept, travelled or ran so long."""
    days = any_means(tokens, "weekday") or any_means(tokens, "weekday_habit")
    return days and not (any_means(tokens, "state") or any_means(tokens, "action", "done"))


def is_early_hour(tokens: Tokens, index: int) -> bool:
    """Tell whether "5h" or "5h30" is written, which may be when a run begins, or how long it is."""
    hour, unit, minute = at(tokens, index), at(tokens, index + 1), at(tokens, index + 2)
    if hour.number is None or unit.text != "h":
        return False
    early = _FIRST_EARLY_HOUR <= hour.number < _FIRST_HOUR_IN_H and not hour.spelled
    ends = (
        not minute.glued or (minute.text.isdecimal() and len(minute.text) == _TWO_DIGITS) or not minute.text.isalnum()
    )
    return early and unit.glued and ends


def tells_early_hours(tokens: Tokens) -> bool:
    """Tell whether one "5h30" is a time, so that all are: of the morning, or of a run that nobody runs for hours."""
    places = (index for index in range(len(tokens)) if is_early_hour(tokens, index))
    return any(_is_of_short_run(tokens, index) for index in places)


def _is_of_short_run(tokens: Tokens, index: int) -> bool:
    behind = index + 2 + (at(tokens, index + 2).glued and at(tokens, index + 2).text.isdecimal())
    morning = behind
    while at(tokens, morning).text in _LEADS_TO_MORNING:
        morning += 1
    if at(tokens, morning).means("part") == "morning":
        return True
    beside = (at(tokens, index - 1), at(tokens, index - 2) if at(tokens, index - 1).text in {",", ":"} else END)
    kinds = {token.means("kind") for token in (*beside, at(tokens, behind))} - {None, "other", "rest"}
    return bool(kinds) and kinds.isdisjoint({"long", "race"})


def is_hour_and_minutes(tokens: Tokens, index: int) -> bool:
    """Tell whether "8h30" or "18h15" is written, too long for a run; "2h30" is none."""
    hour, joint, minute, behind = (at(tokens, index + step) for step in range(4))
    if hour.number is None or hour.spelled or hour.number >= _HOURS:
        return False
    if hour.number < _FIRST_HOUR_IN_H and not (hour.text.startswith("0") or is_begun_at(tokens, index)):
        return False
    clocked = joint.text == "h" and joint.glued and minute.glued and len(minute.text) == _TWO_DIGITS
    return clocked and minute.number is not None and not behind.is_word("after", "before", "ago", "from_now")


def is_military_hours(tokens: Tokens, index: int) -> bool:
    """Tell whether "1830 hrs" or "16.00 hrs" is written."""
    hour, point, minute, unit = (at(tokens, index + step) for step in range(4))
    if not hour.text.isdecimal() or hour.number is None:
        return False
    if len(hour.text) == _DIGITS_OF_TIME:
        return point.means("duration") == "h"
    late = hour.text.startswith("0") or hour.number > _NOON or at(tokens, index - 1).is_word("at", "around")
    pointed = point.text in _POINTS and point.glued and minute.glued and len(minute.text) == _TWO_DIGITS
    return late and pointed and unit.means("duration") == "h"


def spaced_in_h(tokens: Tokens, index: int) -> tuple[int, int, int, None, bool] | None:
    """Read "8 h 30" in a week; "1 h 30" is how long a run is."""
    hour, joint, minute = (at(tokens, index + step) for step in range(3))
    timed = joint.text == "h" and _FIRST_HOUR_IN_H <= (hour.number or 0) < _HOURS
    quarter = minute.text in {"00", "15", "30", "45"}
    return (hour.number or 0, minute.number or 0, index + 3, None, True) if timed and quarter else None
