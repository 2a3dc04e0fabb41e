"""What comes back every week: runs by weekday, lift times, and both told together."""

from bot.language.asking import asks_openly, is_question
from bot.language.changes_for_good import REACH
from bot.language.cuts_of_message import at_joints, is_reason
from bot.language.dated import read_dated_run
from bot.language.day_denials import denied_at
from bot.language.frames import COPULAS, Items, is_day, is_filler
from bot.language.held import any_item, any_means, any_text, any_value
from bot.language.items import (
    Clock,
    Dated,
    Days,
    Distance,
    Doubtful,
    Duration,
    Item,
    OtherDays,
    PartOfDay,
    Repeats,
)
from bot.language.lift_times import new_times_in
from bot.language.meaning import DatedRunReading, Doubt, FixedLiftsReading, Meaning, WeekReading
from bot.language.message import (
    Message,
    acts_in,
    is_long_list,
    is_several,
    is_statement,
    joined,
    names_run,
    needs,
    once,
    part_of,
    says_run,
    strangers,
    surely,
)
from bot.language.moves import tells_new_length, tells_old_length, tells_other_day, weekly_time, without_now
from bot.language.openings import own_week
from bot.language.own_days import is_bare
from bot.language.questions import fixes_lifts
from bot.language.run_words import counts_runs, is_day_of_run, tells_run
from bot.language.so_far import days_so_far
from bot.language.some_days import UNIVERSAL
from bot.language.told import read_runs_on_days, read_settings
from bot.language.told_races import read_races
from bot.language.turns import is_exchange, is_given_up, only_rests
from bot.language.values import read_fixed_lifts
from bot.language.week import week_of
from bot.training.runs import RunKind
from bot.training.time import Weekday

_OF_A_WEEK = 2
_KNOWN_PER_STRANGER = 3
_MOST_OF_WEEK = 4
_THOUGH = frozenset({"though", "tho"})
_LIFT_DAYS = ("gym days", "lift days", "lifting days", "deadlift days", "gym times", "lift times", "gym slots")


@needs(Days, OtherDays)
def read_plan(message: Message) -> tuple[Meaning, ...]:
    """Read a list of days with runs that asks nothing: gym days in it are no question about lifting."""
    items = message.items
    may_ask = any_means(items, "ask") or any_means(items, "word", "or")
    asks = may_ask and any(_asks(items, index) for index in range(len(items)))
    if asks_openly(items) or fixes_lifts(items) or not (is_long_list(items) or (is_several(items) and not asks)):
        return ()
    if _is_choice(items):
        return ()
    mine = not any_means(items, "unsure")
    known = mine and strangers(items) * _KNOWN_PER_STRANGER <= len(items) and says_run(items)
    if known and days_so_far(items, message.context):
        return read_dated_run(
            message.text, now=message.now, vocabulary=message.vocabulary, distance_unit=message.context.unit
        )
    if begins_near(items) and (dated := once(message, read_runs_on_days)):
        return dated if all(isinstance(one, DatedRunReading) for one in dated) else once(message, read_weekly)
    found = once(message, read_weekly)
    entries = sum(len(one.entries) for one in found if isinstance(one, WeekReading))
    runs = any_means(items, "kind")
    return found if entries >= (1 if runs and not asks else _OF_A_WEEK) else ()


def _asks(items: Items, index: int) -> bool:
    """Tell whether a word may ask: "saturdays are long" says something of a day."""
    item = items[index]
    says = item.text in COPULAS and any(map(is_day, items[max(0, index - 1) : index]))
    return item.is_word("or") or (item.means("ask") is not None and not says)


def _is_choice(items: Items) -> bool:
    """Tell whether days are offered for a lift: "friday or saturday for deads, long run sunday"."""
    either = any(isinstance(item.value, Days) and item.value.either for item in items)
    return (either or any_means(items, "word", "or")) and any_means(items, "lift", "now")


def begins_near(items: Items) -> bool:
    """Tell whether a list of single days begins with tomorrow: "tomorrow 10x400, Friday rest, Sunday 26k"."""
    first = next((item for item in without_now(items) if is_day(item)), None)
    habits = any(isinstance(item.value, Days) and (item.value.habit or len(item.value.days) > 1) for item in items)
    near = first is not None and isinstance(first.value, Dated) and not first.value.named
    return near and not habits and not any_means(items, "word", "weekly", "every")


@needs(Days, OtherDays, Dated, Doubtful)
def read_weekly(message: Message) -> tuple[Meaning, ...]:
    """Read a week: several weekdays with runs, or one that comes back every week."""
    whole, items = own_week(_without_though(message.items))
    given_up = any(is_given_up(items, index) for index in range(len(items)))
    acts = any(item.means("kind") != "rest" and not _is_no_plan(items, item) for item in acts_in(items))
    acts = acts and not given_up
    if (
        acts
        or _is_given_up_week(message.items, items)
        or _is_choice(items)
        or not (is_several(items) or _is_habit(items))
    ):
        return ()
    if not is_long_list(items) and not _is_habit(items) and (_follows_on(items) or is_exchange(items)):
        return ()
    if tells_new_length(items) or tells_old_length(items) or _is_journey(items) or _is_only_since(items):
        return ()
    if not is_long_list(items) and not (is_statement(items) and _tells_runs(whole, items, message)):
        return ()
    if tells_other_day(items):
        return ()
    found = week_of(whole, message.context)
    if not is_long_list(items) and not _is_habit(items) and only_rests(found):
        return ()
    if _is_remark(items, found):
        return ()
    # A week of which nothing is sure is asked back too, when it is written as one.
    asked = {Doubt.PATTERN, Doubt.KIND, Doubt.VALUE, Doubt.TIME, Doubt.TOO_LONG}
    readable = found.entries or any(one.doubt in asked for one in found.unread)
    told = says_run(whole) or counts_runs(whole, message.text)
    return (found,) if readable and told else ()


def _without_though(items: Items) -> Items:
    """Leave out a "though" in what is told: "wednesdays always tho, 6pm"; at the end it takes something back."""
    return tuple(item for index, item in enumerate(items) if item.text not in _THOUGH or index + 1 == len(items))


def _is_given_up_week(whole: Items, items: Items) -> bool:
    """Tell whether the introduction of a list says that its runs were left out: "missed both this week: mon easy …"."""
    lead = whole[: len(whole) - len(items)]
    missed = any(item.means("action") == "missed" and item.text not in {"dropped", "scrapped"} for item in lead)
    return missed and not any(is_given_up(whole, index) for index in range(len(lead)))


def _is_remark(items: Items, found: WeekReading) -> bool:
    """Tell whether "all week" is the only day that is named, and no run is described: "over 35 all week"."""
    if any(item.means("state_word") == "habit" and item.text.endswith("night") for item in items):
        return True
    daily = all(isinstance(one.value, Days) and len(one.value.days) == len(Weekday) for one in items if is_day(one))
    return daily and all(is_bare(entry.run) for entry in found.entries)


def _is_no_plan(items: Items, act: Item) -> bool:
    """Tell whether an act gives up no run: a daily one has another "instead", or "can't do" rules out the mornings."""
    place = items.index(act)
    parted = any_value(items[place + 1 : place + 2], PartOfDay)
    ruled_out = act.means("action") == "skip" and (parted or denied_at(items, place) is not None)
    return _is_own_run(items, act) or ruled_out


def _is_own_run(items: Items, act: Item) -> bool:
    """Tell whether "instead" says what a day of every week has in place of the daily run."""
    daily = any(isinstance(item.value, Days) and len(item.value.days) > _MOST_OF_WEEK for item in items)
    daily = daily or any_value(items, OtherDays)
    return act.means("action") == "instead" and daily


def _tells_runs(whole: Items, items: Items, message: Message) -> bool:
    """Tell whether a week is one of runs; days alone are what introduces them: "two runs a week. Say tue and sat"."""
    bare = all(is_day(item) or is_filler(item) for item in items)
    return tells_run(whole if bare else items, message.text)


def read_runs_and_lifts(message: Message) -> tuple[Meaning, ...]:
    """Read a week of runs and lift times told together: "I run mon wed sat and I lift tue 18:00 and fri 18:00"."""
    if message.is_essay or is_question(message.items) or not any_item(message.items, _is_lift_head):
        return ()
    sides: dict[bool, list[Items]] = {True: [], False: []}
    others: list[Meaning] = []
    lifts = False
    for items in at_joints(message.items):
        if found := surely(part_of(message, items[0].start, items[-1].end), (read_races, read_settings)):
            others += found
            continue
        heads = any_item(items, _is_lift_head)
        if heads and _is_run_part(items):
            return ()
        of_all = items[0].text in UNIVERSAL and not any_item(items, is_day)
        rests = any_item(items, is_day) and any_means(items, "kind", RunKind.REST)
        lifts = heads or (lifts and not _is_run_part(items) and not rests)
        for side in (True, False) if of_all else (lifts,):
            sides[side].append(items)
    runs = tuple(
        one for one in read_weekly(joined(message, sides[False])) if isinstance(one, WeekReading) and one.entries
    )
    fixed = read_fixed_lifts(joined(message, sides[True]).text, vocabulary=message.vocabulary) if runs else None
    return (*runs, fixed, *others) if isinstance(fixed, FixedLiftsReading) and fixed.lifts else ()


def read_lift_times(message: Message) -> tuple[Meaning, ...]:
    """Read when the runner lifts every week; of "didn't get my friday slot so it's mon and thu 12:30" what follows."""
    if not fixes_lifts(message.items) or (names_run(message.items) and _denies_lift(message.items)):
        return ()
    if sum(map(is_day_of_run, at_joints(message.items))) >= _OF_A_WEEK:
        return ()
    message = _behind_old_times(message) if is_statement(message.items) else _behind_so(message)
    message = _up_to_old(message)
    if not message.items or names_run(message.items) or not is_statement(message.items):
        return ()
    return (read_fixed_lifts(message.text, vocabulary=message.vocabulary),)


def _denies_lift(items: Items) -> bool:
    """Tell whether days are those without a lift: "easy runs on the days I don't lift, so tue thu sat at 7am"."""
    lifts = [index for index, item in enumerate(items) if item.means("action") == "fix" or item.means("lift")]
    return any(index and items[index - 1].is_word("no") for index in lifts)


def _behind_old_times(message: Message) -> Message:
    """Leave out the day that is given up before others: "can't do tuesdays at the gym. wed 19:00 and sat 10:00"."""
    behind = _behind_so(message) if new_times_in(message.items) >= 0 else message
    return behind if behind.items else message


def tells_weekly_lifts(part: Items) -> bool:
    """Tell whether a sentence beside a week says when one lifts: "gym is tuesday evenings around 7"."""
    lifts = any_means(part[:REACH], "lift", "now")
    timed = any_value(part, Days) and any_value(part, Clock)
    return (
        lifts and timed and not names_run(part) and not acts_in(part) and is_statement(part) and not is_question(part)
    )


def _up_to_old(message: Message) -> Message:
    """Leave out "instead of thursday evenings"."""
    old = next((item for item in message.items if item.means("action") == "instead_of"), None)
    return message if old is None else part_of(message, 0, old.start)


def _behind_so(message: Message) -> Message:
    """Return what stands behind "so it's", with several days: the new state of things."""
    items = message.items
    joint = next((index for index, item in enumerate(items) if item.text == "so"), new_times_in(items))
    joint = len(items) if joint < 0 else joint
    days = sum(len(item.value.days) for item in items[joint:] if isinstance(item.value, Days))
    begin = items[joint + 1].start if days >= _OF_A_WEEK else len(message.text)
    return part_of(message, begin, len(message.text))


@needs(Clock)
def read_weekly_time(message: Message) -> tuple[Meaning, ...]:
    found = weekly_time(message.items, message.context) if is_statement(message.items) else None
    return () if found is None else (found,)


def _follows_on(items: Items) -> bool:
    """Tell whether two days are told as they come: "parkrun this saturday, then nothing sunday"; or one is a reason."""
    if any(is_reason(items, index) for index in range(len(items))):
        return True
    return any(item.text == "then" or (isinstance(item.value, Days) and item.value.coming) for item in items)


def _is_only_since(items: Items) -> bool:
    """Tell whether the one day that is named is only when something began: "grumbling since sundays long one"."""
    places = [index for index, item in enumerate(items) if isinstance(item.value, Days)]
    before = items[max(0, places[0] - 1) : places[0]] if len(places) == 1 else ()
    return any_means(before, "word", "after") or any_text(before, ("since",))


def _is_journey(items: Items) -> bool:
    """Tell whether the days named are those of a journey, and no run is said: "9 hr flight on friday, back on weds"."""
    travels = any_means(items, "state", "travel")
    return travels and not (any_means(items, "kind") or any_value(items, Distance, Repeats))


def _is_run_part(items: Items) -> bool:
    measured = any_value(items, Repeats, Distance, Duration)
    return measured or any(item.means("kind") not in {None, "rest"} for item in items)


def _is_lift_head(item: Item) -> bool:
    """Tell whether an item says that one lifts; "gym" and "strength" in a plan name a day's work and no lift time."""
    return item.means("action") == "fix" or item.text in {"lift", "deadlift"} or item.text.endswith(_LIFT_DAYS)


def _is_habit(items: Items) -> bool:
    habit = any(isinstance(item.value, Days) and item.value.habit for item in items)
    habit = habit or any(
        isinstance(item.value, Doubtful) and item.value.unread.doubt is Doubt.PATTERN for item in items
    )
    return habit or (any_item(items, is_day) and any_means(items, "word", "weekly"))
