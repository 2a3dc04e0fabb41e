"""A run and a lift logged in one message: "yesterday am 8k easy, pm deadlift 4x5 100kg"."""

import datetime as dt
from collections.abc import Iterator

from bot.language.asking import is_question
from bot.language.cuts_of_message import at_commas, at_joints, sentences
from bot.language.frames import LEAST_WEIGHT
from bot.language.held import any_means, any_text, any_value
from bot.language.items import Dated, Distance, Duration, Repeats
from bot.language.lift_logs import tells_load
from bot.language.logged import read_log
from bot.language.meaning import DatedRunReading, LiftReading, Meaning
from bot.language.message import Message, is_softened, message_of, names_run, needs, own_parts
from bot.language.told import read_run_told

_PLANS = frozenset({"plan", "plan is", "planning", "going to", "gonna", "will", "i'll", "want to", "later"})
_TICKS = frozenset("\u2705\u2714\u2713\u2611")


@needs("lift", "exercise")
def read_runs_and_log(message: Message) -> tuple[Meaning, ...]:
    """Read a log of both: "yesterday am 8k easy, pm deadlift 4x5 100kg"; nothing where any of it is in doubt.

    Sets of a plan are not done yet: a day that was, today or a tick has to be named. A part without a day is of the
    day before it.
    """
    if message.is_essay or is_question(message.items) or is_planned(message) or not _is_of_now(message):
        return ()
    day, found = "", list[Meaning]()
    for part in _cut_at_marks(message):
        own = next((part.text[item.start : item.end] for item in part.items if item.names_day), "")
        told = message_of(message, part.text if own else f"{day} {part.text}".strip())
        day = own or day
        if _weighs(part) and not names_run(part.items):
            found += read_log(told)
        elif _is_run_part(part):
            found += read_run_told(told)
    return tuple(found) if _is_sure(found, message.now.date()) else ()


def _is_sure(found: list[Meaning], today: dt.date) -> bool:
    """Tell whether runs that were and lifts are told, and nothing that has to be asked back."""
    lifts = [one for one in found if isinstance(one, LiftReading)]
    runs = [one for one in found if isinstance(one, DatedRunReading) and one.date <= today]
    return bool(lifts and runs) and len(lifts) + len(runs) == len(found)


def _weighs(part: Message) -> bool:
    lifts = any_means(part.items, "exercise") or any_means(part.items, "lift")
    counts = any_value(part.items, Repeats) or any_means(part.items, "word", "x")
    weighs = any(item.means("mass") or (counts and (item.number or 0) >= LEAST_WEIGHT) for item in part.items)
    return tells_load(part.text, part.vocabulary) or (lifts and weighs)


def _is_run_part(part: Message) -> bool:
    """Tell whether a run or a day off is told, and not only how the lift was: "it was easy for me"."""
    measured = any_value(part.items, Repeats, Distance, Duration)
    return measured or names_run(part.items)


def is_planned(message: Message) -> bool:
    """Tell whether what is said is still to be done, or in doubt, or another's."""
    items = message.items
    ahead = any(isinstance(item.value, Dated) and item.value.date > message.now.date() for item in items)
    doubted = any(item.means("unsure") and not is_softened(items, index) for index, item in enumerate(items))
    return ahead or doubted or any_text(items, _PLANS)


def _is_of_now(message: Message) -> bool:
    """Tell whether a day just gone, or today, is named, or a run ticked off; no day to come."""
    dates = [item.value.date for item in message.items if isinstance(item.value, Dated)]
    ticked = any_text(message.items, _TICKS) or any_means(message.items, "action", "done")
    return (bool(dates) or ticked) and all(date <= message.now.date() for date in dates)


def _cut_at_marks(message: Message) -> Iterator[Message]:
    for part in own_parts(message, (part for one in sentences(message.items) for part in at_commas(one))):
        yield from own_parts(part, at_joints(part.items))
