"""What keeps every lift light, or away, until something changes: then no phase leaves room for a heavy one."""

import datetime as dt

from bot.guidance.engine import decide
from bot.guidance.situation import Book
from bot.guidance.verdict import Finding, Verdict

_LASTING_GROUPS = frozenset({1, 2, 3, 9})
"""Health and age, illness, pain, experience (guidance.md, section 3): they do not pass with the day."""
_LASTING_CODES = frozenset({"R123"})
_REST_BETWEEN_LIFTS = ("R12", "older_rest")
"""Of group 1, and over after two days."""


def held_back(book: Book, *, now: dt.datetime) -> Finding | None:
    """Return the main reason why no lift is to be heavy for now; None where only the days around it decide."""
    return next((one for one in decide(book, now).findings if one.cap < Verdict.HEAVY and _lasts(one)), None)


def _lasts(one: Finding) -> bool:
    lasting = one.group in _LASTING_GROUPS or one.code in _LASTING_CODES
    return lasting and (one.code, one.variant) != _REST_BETWEEN_LIFTS
