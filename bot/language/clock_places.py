"""Where a number of four digits is a time: right behind a day, or behind the run that it is of."""

from bot.language.items import Tokens
from bot.language.tokens import Token, at

# Right behind a weekday these are times even where no other time is written so: nobody repeats 1,900 metres.
NO_TRACK = frozenset({"1100", "1300", "1700", "1800", "1900", "2100"})
_RUN_REACH = 4
_FIRST_HOUR = 5
_BEGINS = frozenset({"start", "starts", "departure", "leaving", "begin", "depart"})
_AFTER_DAY = frozenset(":-,")
LINE_ENDS = frozenset({"", "\n", ",", ";", "."})
FIRST_SURE_HOUR = 8


def is_behind_run(tokens: Tokens, index: int) -> bool:
    """Tell whether a kind of run stands right before a number, which no repeat is: "hill repeats 1800", "long 1400"."""
    before = at(tokens, index - 1)
    if at(tokens, index).text in NO_TRACK:
        # "Track w/ the harriers 1900".
        return any(_is_run_of(tokens, index - step, index) for step in range(1, _RUN_REACH + 1))
    return before.means("kind") not in (None, "intervals") and before.means("race_distance") is None


def is_begun_at(tokens: Tokens, index: int) -> bool:
    """Tell whether "6h" and "5h30" are when a run begins: behind "start", or behind the length that it has besides."""
    before, earlier = at(tokens, index - 1), at(tokens, index - 2)
    early = (at(tokens, index).number or 0) >= _FIRST_HOUR
    if early and at(tokens, index + 3).means("days"):
        # "5h45 every day".
        return True
    measured = before.means("distance") is not None and earlier.number is not None
    return early and (before.text in _BEGINS or measured or (before.number is not None and earlier.is_word("x")))


def is_led_by_h(tokens: Tokens, index: int) -> bool:
    """Tell whether "h" stands before a time, as Italians write it: "h 8", "h 18:45"."""
    lead = at(tokens, index)
    return lead.text == "h" and not lead.glued and at(tokens, index + 1).number is not None


def _is_run_of(tokens: Tokens, index: int, number: int) -> bool:
    """Tell whether a kind of run stands here, with no mark and no repeat between it and a number."""
    between = (at(tokens, place) for place in range(index + 1, number))
    named = at(tokens, index).means("kind") is not None
    return named and not any(token.text in LINE_ENDS or token.is_word("x", "of") for token in between)


def opens_a_day(tokens: Tokens, index: int) -> bool:
    """Tell whether a number stands right behind a weekday: "Mon 1800", "Tue: 0600"."""
    before = index - 1 - (at(tokens, index - 1).text in _AFTER_DAY)
    return any(at(tokens, before).means(group) for group in ("weekday", "weekday_habit", "weekday_short", "near_day"))


def ends_there(tokens: Tokens, index: int) -> bool:
    """Tell whether what is said of a day ends before a token: a mark, the end of the text or the next day."""
    token = at(tokens, index)
    return token.text in LINE_ENDS or bool(token.means("weekday") or token.means("weekday_habit"))


def is_no_time(tokens: Tokens, index: int, start: int) -> bool:
    """Tell whether a number is how far or of a name: "a longer one of about seven", "the U3A runners"."""
    amount = start > index and at(tokens, index).is_word("around") and at(tokens, index - 1).text == "of"
    before = at(tokens, index - 1)
    letter = at(tokens, index).glued and len(before.text) == 1 and before.text.isalpha()
    return amount or (letter and at(tokens, index + 1).text in {"a", "p"})


def is_of_length(unit: Token) -> bool:
    """Tell whether a unit of a length, a mass or a duration stands here."""
    return unit.means("distance") is not None or unit.means("mass") is not None or unit.means("duration") is not None


def is_sure(hour: Token) -> bool:
    """Tell whether a bare hour is read as written; one before eight may as well be of the evening."""
    return hour.number is not None and hour.number >= FIRST_SURE_HOUR
