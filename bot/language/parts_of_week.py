"""Parts of a message that tell of a race, of lift times or of a lift, each beside a week of runs."""

import datetime as dt
from dataclasses import dataclass, replace
from functools import partial

from bot.language.asking import is_question
from bot.language.day_marks import with_days
from bot.language.frames import Items, is_lift
from bot.language.held import any_item, any_means, any_text, any_value
from bot.language.items import Context, Dated, Days, Distance, Repeats
from bot.language.meaning import (
    Doubt,
    FixedLiftsReading,
    LiftReading,
    Meaning,
    RaceAheadReading,
    RaceReading,
    Unread,
)
from bot.language.message import ME, is_supposed
from bot.language.scan import scan
from bot.language.values import read_fixed_lifts
from bot.language.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True, kw_only=True)
class PartReader:
    """How a text is read: as the runner's own, at their local time."""

    now: dt.datetime
    vocabulary: Vocabulary
    read: partial[tuple[Meaning, ...]]

    def items(self, text: str) -> Items:
        return items_of(text, self.now, self.vocabulary)


def items_of(text: str, now: dt.datetime, vocabulary: Vocabulary) -> Items:
    return with_days(scan(Context(text=text, today=now.date(), short=True), vocabulary))


def words_of(part: Items, text: str) -> str:
    return text[min(item.start for item in part) : max(item.end for item in part)]


def race_in(part: Items, text: str, reader: PartReader) -> tuple[Meaning, ...]:
    """Return the race of a part that names its date; a weekday with its date is a line of a dated plan."""
    plan = any_value(part[:1], Days)
    if plan or is_supposed(part) or is_question(part) or not _is_dated(part):
        return ()
    found = reader.read(words_of(part, text))
    return found if all(map(_is_race, found)) else ()


def _is_race(one: Meaning) -> bool:
    """Tell whether a race is told, if only by its month."""
    asked = isinstance(one, Unread) and one.doubt is Doubt.RACE_DAY
    return asked or isinstance(one, RaceReading | RaceAheadReading)


def _is_dated(part: Items) -> bool:
    return any_value(part, Dated) or any_means(part, "month")


def lifts_in(part: Items, text: str, reader: PartReader) -> tuple[Meaning, ...]:
    """Return when somebody says that they lift; a part that names no time is asked about."""
    own = any_means(part[:2], "action", "fix") or any_text(part[:2], ME)
    lifts = own and any_item(part, is_lift) and any_value(part, Days)
    if not lifts or _tells_run(part) or is_supposed(part) or is_question(part):
        return ()
    said = words_of(part, text)
    found = read_fixed_lifts(said, vocabulary=reader.vocabulary)
    if isinstance(found, FixedLiftsReading):
        return (found,) if found.lifts else ()
    return (replace(found, text=said, doubt=found.doubt if found.options else Doubt.TIME),)


def lifted_in(part: Items, text: str, reader: PartReader) -> tuple[Meaning, ...]:
    """Return the lift that was done; a weekday with sets is a line of a plan."""
    if any_value(part, Days) or not any_means(part, "lift", "past") or is_supposed(part) or is_question(part):
        return ()
    found = reader.read(words_of(part, text))
    return found if all(isinstance(one, LiftReading) for one in found) else ()


def logged_in(part: Items, text: str, reader: PartReader) -> tuple[Meaning, ...]:
    """Return the lift that a part logs by its exercise, its sets and what was on the bar."""
    named = any_means(part[:2], "exercise") and any_value(part, Repeats) and not any_value(part, Days)
    if not named or is_supposed(part) or is_question(part):
        return ()
    found = reader.read(words_of(part, text))
    logged = all(isinstance(one, LiftReading) and any(work.weight_kg for work in one.sets) for one in found)
    return found if logged else ()


def _tells_run(part: Items) -> bool:
    return any_means(part, "kind") or any_value(part, Distance, Repeats)
