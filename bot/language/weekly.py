"""What comes back every week: runs by weekday, lift times, and both told together."""

from bot.language.asking import asks_openly, is_question
from bot.language.frames import Items, is_day
from bot.language.items import Days, Distance, Doubtful, Duration, Item, Repeats
from bot.language.meaning import Doubt, FixedLiftsReading, Meaning, WeekReading
from bot.language.message import (
    Message,
    acts_in,
    at_joints,
    is_essay,
    is_long_list,
    is_several,
    is_statement,
    joined,
    names_run,
    part_of,
    says_run,
    surely,
)
from bot.language.moves import tells_new_length, tells_old_length, weekly_time
from bot.language.questions import fixes_lifts
from bot.language.told import read_races, read_settings
from bot.language.values import read_fixed_lifts
from bot.language.week import week_of

_OF_A_WEEK = 2


def read_plan(message: Message) -> tuple[Meaning, ...]:
    """Read a list of days with runs that asks nothing: gym days in it are no question about lifting."""
    items = message.items
    asks = any(item.means("ask") or item.is_word("or") for item in items)
    if asks_openly(items) or fixes_lifts(items) or not (is_long_list(items) or (is_several(items) and not asks)):
        return ()
    found = read_weekly(message)
    entries = sum(len(one.entries) for one in found if isinstance(one, WeekReading))
    runs = any(item.means("kind") for item in items)
    return found if entries >= (1 if runs and not asks else _OF_A_WEEK) else ()


def read_weekly(message: Message) -> tuple[Meaning, ...]:
    """Read a week: several weekdays with runs, or one that comes back every week."""
    items = message.items
    acts = any(item.means("kind") != "rest" for item in acts_in(items))
    if acts or not _is_own(_before_days(items)) or not (is_several(items) or _is_habit(items)):
        return ()
    if not is_long_list(items) and not _is_habit(items) and _follows_on(items):
        return ()
    if tells_new_length(items) or tells_old_length(items) or _is_journey(items):
        return ()
    if not is_long_list(items) and not is_statement(items):
        return ()
    found = week_of(message.items, message.context)
    # A week of which nothing is sure is asked back too, when it is written as one.
    asked = {Doubt.PATTERN, Doubt.KIND, Doubt.VALUE, Doubt.TIME}
    readable = found.entries or any(one.doubt in asked for one in found.unread)
    return (found,) if readable and says_run(message.items) else ()


def read_runs_and_lifts(message: Message) -> tuple[Meaning, ...]:
    """Read a week of runs and lift times told together: "I run mon wed sat and I lift tue 18:00 and fri 18:00"."""
    if is_essay(message) or is_question(message.items) or not any(_is_lift_head(item) for item in message.items):
        return ()
    sides: dict[bool, list[Items]] = {True: [], False: []}
    others: list[Meaning] = []
    lifts = False
    for items in at_joints(message.items):
        if found := surely(part_of(message, items[0].start, items[-1].end), (read_races, read_settings)):
            others += found
            continue
        heads = any(_is_lift_head(item) for item in items)
        if heads and _is_run_part(items):
            return ()
        lifts = heads or (lifts and not _is_run_part(items))
        sides[lifts].append(items)
    runs = tuple(
        one for one in read_weekly(joined(message, sides[False])) if isinstance(one, WeekReading) and one.entries
    )
    fixed = read_fixed_lifts(joined(message, sides[True]).text, vocabulary=message.vocabulary) if runs else None
    return (*runs, fixed, *others) if isinstance(fixed, FixedLiftsReading) and fixed.lifts else ()


def read_lift_times(message: Message) -> tuple[Meaning, ...]:
    """Read when the runner lifts every week; of "didn't get my friday slot so it's mon and thu 12:30" what follows."""
    if not fixes_lifts(message.items):
        return ()
    if not is_statement(message.items):
        message = _behind_so(message)
    if not message.items or names_run(message.items) or not is_statement(message.items):
        return ()
    return (read_fixed_lifts(message.text, vocabulary=message.vocabulary),)


def _behind_so(message: Message) -> Message:
    """Return what stands behind "so it's", with several days: the new state of things."""
    items = message.items
    joint = next((index for index, item in enumerate(items) if item.text == "so"), len(items))
    days = sum(len(item.value.days) for item in items[joint:] if isinstance(item.value, Days))
    begin = items[joint + 1].start if days >= _OF_A_WEEK else len(message.text)
    return part_of(message, begin, len(message.text))


def read_weekly_time(message: Message) -> tuple[Meaning, ...]:
    found = weekly_time(message.items, message.context) if is_statement(message.items) else None
    return () if found is None else (found,)


def _follows_on(items: Items) -> bool:
    """Tell whether two days are told as they come: "parkrun this saturday, then nothing sunday"."""
    return any(item.text == "then" or (isinstance(item.value, Days) and item.value.coming) for item in items)


def _is_journey(items: Items) -> bool:
    """Tell whether the days named are those of a journey, and no run is said: "9 hr flight on friday, back on weds"."""
    travels = any(item.means("state") == "travel" for item in items)
    return travels and not any(item.means("kind") or isinstance(item.value, Distance | Repeats) for item in items)


def _is_run_part(items: Items) -> bool:
    measured = any(isinstance(item.value, Distance | Duration | Repeats) for item in items)
    return measured or any(item.means("kind") not in {None, "rest"} for item in items)


def _is_lift_head(item: Item) -> bool:
    """Tell whether an item says that one lifts; "gym" and "strength" in a plan name a day's work and no lift time."""
    return item.means("action") == "fix" or item.text in {"lift", "deadlift"}


def _before_days(items: Items) -> Items:
    """Return what is said before any day: "my wife runs Mon, Wed and Fri" is told there to be no week of one's own."""
    first = next((index for index, item in enumerate(items) if is_day(item)), 0)
    return items[:first]


def _is_own(opening: Items) -> bool:
    return not any(item.means("unsure") or (item.is_word("no") and not item.means("kind")) for item in opening)


def _is_habit(items: Items) -> bool:
    habit = any(isinstance(item.value, Days) and item.value.habit for item in items)
    habit = habit or any(
        isinstance(item.value, Doubtful) and item.value.unread.doubt is Doubt.PATTERN for item in items
    )
    return habit or (any(is_day(item) for item in items) and any(item.is_word("weekly") for item in items))
