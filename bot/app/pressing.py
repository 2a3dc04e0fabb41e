"""What buttons carry, read with care: it comes from outside and may be old, forged or broken."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from bot.app.reply import Replies
from bot.app.settings import PlaceWanted
from bot.app.turn import Turn
from bot.training.runs import RunKind

LARGEST = 2**63 - 1
FARTHEST = dt.timedelta(days=400)
Outcome = Replies | PlaceWanted


class StaleButton(Exception):
    """A button whose data means nothing any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """What a button does, and how many arguments it carries."""

    do: Callable[..., Outcome]
    args: int = 0


def read_number(text: str) -> int:
    """Read a whole number that SQLite can hold."""
    if not text.isascii() or not text.isdecimal() or len(text) > len(str(LARGEST)):
        raise StaleButton
    if (number := int(text)) > LARGEST:
        raise StaleButton
    return number


def read_when(text: str, form: str) -> dt.datetime:
    """Read a date and time, without a zone."""
    try:
        return dt.datetime.strptime(text, form)  # noqa: DTZ007  # whose clock it is on is the caller's to know
    except ValueError:
        raise StaleButton from None


def read_day(turn: Turn, text: str) -> dt.date:
    """Read a day, not too far from today to have been offered."""
    try:
        day = dt.date.fromisoformat(text)
    except ValueError:
        raise StaleButton from None
    if abs(day - turn.today) > FARTHEST:
        raise StaleButton
    return day


def read_time(text: str) -> dt.time:
    """Read a time of day, as HHMM."""
    number = read_number(text)
    if number % 100 > dt.time.max.minute or number // 100 > dt.time.max.hour:
        raise StaleButton
    return dt.time(number // 100, number % 100)


def read_kind(text: str) -> RunKind:
    """Read a kind of run."""
    if text not in set(RunKind):
        raise StaleButton
    return RunKind(text)
