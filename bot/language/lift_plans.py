"""What is said of lifts that are to come: plan them, book one, leave a week's out, or somebody else's."""

import datetime as dt
import re
from dataclasses import dataclass

from bot.language.in_passing import is_moment_alone
from bot.language.items import Dated, Days
from bot.language.message import Message, message_of
from bot.language.time_off import Span, days_to_come
from bot.language.understand import as_message
from bot.language.vocabulary import Vocabulary
from bot.language.whole_sentences import is_said, kept_of, typed
from bot.training.profile import DistanceUnit, MassUnit

_LONGEST = 120
_OF_LIFTS = re.compile("lift|dead|pull|gym|bar|weight|strength", re.IGNORECASE)
"""Letters of which each text holds some that tells of days without lifts: reading all others would take longest."""

_REFERRING = frozenset({"it", "that", "this"})


@dataclass(frozen=True, slots=True, kw_only=True)
class LiftPlan:
    """What is wanted; `book` are the words for when one lift is, "" the moment spoken of.

    The days `off` are without lifts, from the first to the last, for the reason `why`, "" for none. `names_lift` says
    that a lift is booked by its name, not as "it".
    """

    plans: bool = False
    book: str | None = None
    names_lift: bool = False
    off: Span | None = None
    why: str = ""
    of_other: bool = False


def read_lift_plan(text: str, *, now: dt.datetime, vocabulary: Vocabulary) -> LiftPlan | None:
    """Read what is to become of lifts; `now` is the runner's local time. None for any other text. No text raises."""
    said, today = typed(text), now.date()
    if len(said) > _LONGEST:
        return None
    if is_said("asks_for_other", said, vocabulary):
        return LiftPlan(of_other=True)
    if (off := _days_off(said, now, vocabulary)) is not None:
        return off
    if (kept := kept_of("books_lift", said, vocabulary)) is not None:
        day = kept.get("day", "")
        if day and not is_moment_alone(day, today=today, vocabulary=vocabulary):
            return None
        return LiftPlan(book=day, names_lift=kept.get("what", "it").lower() not in _REFERRING)
    return LiftPlan(plans=True) if is_said("plans_lifts", said, vocabulary) else None


def _names_day(text: str, message: Message) -> bool:
    return any(isinstance(item.value, Dated | Days) for item in message_of(message, text).items)


def _days_off(said: str, now: dt.datetime, vocabulary: Vocabulary) -> LiftPlan | None:
    """Return the days to come that are to be without lifts; a question tells of none."""
    if "?" in said or _OF_LIFTS.search(said) is None:
        return None
    message = as_message(said, now=now, vocabulary=vocabulary, mass_unit=MassUnit.KG, distance_unit=DistanceUnit.KM)
    kept = kept_of("skips_lifts", message.text, vocabulary, message.items)
    # A day in the reason may be the first or the last of them: "for 10 days, starting friday".
    why = "" if kept is None else kept.get("why", "")
    span = None if kept is None or _names_day(why, message) else days_to_come(kept, message)
    return None if span is None else LiftPlan(off=span, why=why)
