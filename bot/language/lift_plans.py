"""What is said of lifts that are to come: plan them, book one, leave a week's out, or somebody else's."""

import datetime as dt
from dataclasses import dataclass

from bot.language.in_passing import is_moment_alone
from bot.language.vocabulary import Vocabulary
from bot.language.whole_sentences import is_said, kept_of, typed

_LONGEST = 90
_REFERRING = frozenset({"it", "that", "this"})


@dataclass(frozen=True, slots=True, kw_only=True)
class LiftPlan:
    """What is wanted; `book` are the words for when one lift is, "" the moment spoken of; `week` is left out.

    `names_lift` says that a lift is booked by its name, not as "it".
    """

    plans: bool = False
    book: str | None = None
    names_lift: bool = False
    week: str | None = None
    of_other: bool = False


def read_lift_plan(text: str, *, today: dt.date, vocabulary: Vocabulary) -> LiftPlan | None:
    """Read what is to become of lifts; None for any other text. No text raises."""
    said = typed(text)
    if len(said) > _LONGEST:
        return None
    if is_said("asks_for_other", said, vocabulary):
        return LiftPlan(of_other=True)
    if (kept := kept_of("skips_lifts", said, vocabulary)) is not None:
        return LiftPlan(week=kept["week"].lower()) if "?" not in said else None
    if (kept := kept_of("books_lift", said, vocabulary)) is not None:
        day = kept.get("day", "")
        if day and not is_moment_alone(day, today=today, vocabulary=vocabulary):
            return None
        return LiftPlan(book=day, names_lift=kept.get("what", "it").lower() not in _REFERRING)
    return LiftPlan(plans=True) if is_said("plans_lifts", said, vocabulary) else None
