"""What the clauses of a message report about the runner, apart from what it asks or plans."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from bot.language.checkins import states_in
from bot.language.clauses import clauses_of
from bot.language.frames import LONGEST_STATEMENT, Items
from bot.language.health import Health, facts_said
from bot.language.heat import is_bare_heat, is_hot_outside
from bot.language.held import any_item, any_means, any_value
from bot.language.how_much import is_how_hot, is_how_long, is_how_sore, is_only_hot, with_length
from bot.language.items import Ahead, Dated, Days, Distance, Duration, Item, PartOfDay, Repeats, WeekOf, Word
from bot.language.meaning import (
    GymReading,
    HeatClearedReading,
    HeatIllnessReading,
    IllnessReading,
    Part,
    SleepReading,
    SorenessReading,
    TravelReading,
    WellReading,
)
from bot.language.message import is_softened, names_run
from bot.language.named_states import Clause, is_bare_state
from bot.language.nights import is_broken_night, may_be_night
from bot.language.past_illness import illness_that_was
from bot.language.people import is_only_named
from bot.language.recovery import is_bug
from bot.language.reports_of_others import LEADS, is_somebody_elses
from bot.language.soreness import is_sore, tells_sore_now
from bot.language.states import State, merged
from bot.language.text import is_in_quotes

_ASKERS = frozenset({"how", "why", "what", "when", "should", "can", "could", "is", "are", "do", "does", "would"}) | {
    *("will", "which", "who", "where", "how's", "hows", "what's", "whats"),
}
_SELF = frozenset({"i", "i'm", "im", "i've", "ive", "slept", "flew"})
_LASTING = frozenset({"from", "since", "until", "till", "til"})
_HOURS_IN_DAY, _WEEK = 24, 7
# Nobody reports in so many clauses.
_MOST_CLAUSES = 250
# How many days back each report may lie and still tell of how the body is now.
_REACH: dict[type, int] = {
    SleepReading: 1,
    IllnessReading: 1,
    WellReading: 1,
    TravelReading: 1,
    GymReading: 0,
    HeatIllnessReading: 14,
    SorenessReading: 1,
}
_REPORTING = frozenset({"state", "state_word", "health_word", "body"})
# Beside these "3x15 min" is no run.
_WITHOUT_SETS = frozenset({"sleep", "bad_night", "hot_room"})
_LONG_AGO = -1000
_CLOCKS = frozenset({"clock", "clocks", "time difference"})
_OLD_DAYS = ("when i was ", "back when", "back then", "in those days", "in my ")
_BEGAN = ("came down", "come down", "caught", "picked up", "been in bed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reports:
    """What a message reports, and the clauses that are still to be read.

    `sore` says that a clause tells of sore legs without saying how sore: it is asked for.
    """

    found: tuple[State | Health, ...] = ()
    left: tuple[Items, ...] = ()
    sore: bool = False


def reports_in(items: Items, text: str, today: dt.date) -> Reports:
    """Return what the clauses of a message report; one that asks, doubts or tells of others reports nothing."""
    if not any_item(items, _may_report):
        return Reports()
    clauses = tuple(part for clause in with_length(tuple(_clauses(items))) for part in _parts(clause))
    travels, alone = _is_journey(items), is_bare_state(items)
    supposed = _supposed(clauses, text)
    past = illness_that_was(clauses, text, today)
    over: list[State] = []
    states: list[State] = []
    facts: list[Health] = []
    left: list[Items] = []
    sore = False
    for place, items_of in enumerate(clauses):
        told = (
            place < _MOST_CLAUSES
            and len(items_of) <= LONGEST_STATEMENT
            and any_item(items_of, _may_report)
            and not supposed[place]
            and _tells(clauses, place, text)
        )
        if place in past and not supposed[place] and _tells(clauses, place, text):
            over += (one for one in past[place] if not is_somebody_elses(one, clauses, place))
            continue
        sore = sore or (told and tells_sore_now(items_of, day_of(items_of, today)))
        said = (
            tuple(_of_now(Clause(items=items_of, text=text, commanded=alone, travels=travels), today)) if told else ()
        )
        known = facts_said(items_of, text, today) if told else ()
        said = tuple(one for one in said if not is_somebody_elses(one, clauses, place))
        states += () if any(isinstance(one, HeatClearedReading) for one in known) else said
        facts += known
        if not (said or known) or _measures(items_of):
            left.append(items_of)
    found = (*over, *merged(_of_one_journey(states, clauses, today)), *dict.fromkeys(facts))
    return Reports(found=found, left=tuple(left), sore=sore)


def _may_report(item: Item) -> bool:
    """Tell at a glance whether an item can be what is reported; most clauses hold none."""
    return not _REPORTING.isdisjoint(item.senses) or is_bug(item) or may_be_night(item)


def _clauses(items: Items) -> Iterator[Items]:
    """Yield the clauses; "slept badly, 4 hours" and "gym is an oven, 36 degrees" are one each."""
    held: Items = ()
    for clause in clauses_of(items):
        named = {item.means("state") for item in held}
        if _goes_on(held, clause, named):
            held = (*held, *clause)
            continue
        if held:
            yield held
        held = clause
    if held:
        yield held


def _goes_on(held: Items, clause: Items, named: set[str | None]) -> bool:
    """Tell whether a clause says how long, how hot or how sore what was named before it is."""
    if named & {"sleep", "bad_night", "awake", "travel"} and (is_how_long(clause) or _is_reason_and_length(clause)):
        return True
    if named & {"hot_gym", "heat", "hot"} and (is_how_hot(clause) or is_only_hot(clause)):
        return True
    if any_means(clause, "state", "heat") and is_bare_heat(held):
        return True
    return any_item(held, is_sore) and is_how_sore(clause)


def _is_reason_and_length(clause: Items) -> bool:
    """Tell whether a clause says why a night was bad, and how long it was: "bc of the heat, 5 hours total"."""
    runs = any_means(clause, "kind") or any_value(clause, Distance, Repeats)
    reason = clause[0].is_word("clause") and not clause[0].means("unsure")
    return reason and not runs and any_value(clause, Duration)


def _parts(clause: Items) -> Iterator[Items]:
    """Yield a clause in two at an "and" between a state and a run, a lift or sore legs: "did 10k and slept 5 hours"."""
    states = [index for index, item in enumerate(clause) if item.means("state")]
    places = states or [index for index, item in enumerate(clause) if is_sore(item)]
    joints = [index for index, item in enumerate(clause) if places and item.is_word("and")]
    before = next((index for index in reversed(joints) if index < places[0]), None)
    after = next((index for index in joints if index > places[-1]), None)
    for joint, side in ((before, clause[:before]), (after, clause[(after or 0) + 1 :])):
        ran = any_means(side, "action", "done") and names_run(side)
        if joint and (ran or _measures(side) or (any_item(side, is_sore) or any_means(side, "lift", "now"))):
            yield from (clause[:joint], clause[joint + 1 :])
            return
    yield clause


def _of_now(clause: Clause, today: dt.date) -> Iterator[State]:
    """Yield the states of a clause that hold now: neither planned nor of last month."""
    days = day_of(clause.items, today)
    lasts = any(item.text.startswith(_BEGAN) for item in clause.items) or any(
        item.text.rpartition(" ")[2] in {"for", "since"} for item in clause.items
    )
    tonight = days == 0 and any(item.value == PartOfDay(part=Part.TONIGHT) for item in clause.items)
    # One sat in it last night, or it is as hot where one is.
    sat_in = any_means(clause.items, "state", "hot_room")
    for state in states_in(clause):
        if tonight and isinstance(state, SleepReading):
            continue
        felt = sat_in or (isinstance(state, GymReading) and state.celsius is None)
        reach = 1 if felt and isinstance(state, GymReading) else _REACH.get(type(state), 1)
        lasting = lasts and isinstance(state, IllnessReading | WellReading) and days <= 0
        if lasting or -reach <= days <= 0:
            yield state


def day_of(items: Items, today: dt.date) -> int:
    """Return how many days from today a clause tells of; 0 when it names no day, or only one that it follows on."""
    for index, item in enumerate(items):
        if index and (items[index - 1].is_word("after", "until") or items[index - 1].text in _LASTING):
            continue
        days = _days(item, items[index + 1 : index + 2], today)
        if days is not None:
            return days
    return 0


def _days(item: Item, after: Items, today: dt.date) -> int | None:
    match item.value:
        case Dated(date=date):
            return (date - today).days
        case Days(days=days) if len(days) == _WEEK:
            return 0
        case Days(days=(day, *_), week=week):
            return 1 if week and week > 0 else -((today.weekday() - day) % 7)
        case Ahead(hours=hours):
            return int(hours > 0) or round(hours / _HOURS_IN_DAY)
        case WeekOf(week=week) if week:
            return 7 * week
    return _LONG_AGO if _is_long_ago(item, after) else None


def _is_long_ago(item: Item, after: Items) -> bool:
    """Tell whether "ago", a month or "last summer" puts a clause into the past; "the last 3 days" does not."""
    if item.is_word("last"):
        return any(isinstance(one.value, Word) and one.number is None and one.value.token.is_name for one in after)
    return item.text == "ago" or (item.means("month") is not None and not _is_may(item))


def _is_may(item: Item) -> bool:
    return item.text == "may"


def _of_one_journey(states: list[State], clauses: tuple[Items, ...], today: dt.date) -> tuple[State, ...]:
    """Drop the zones of a journey that is only planned: "tomorrow I fly 8 hours, 6 time zones"."""
    told = any(isinstance(one, TravelReading) for one in states)
    planned = told and any(_travels(clause) and day_of(clause, today) > 0 for clause in clauses)
    return tuple(one for one in states if not (planned and isinstance(one, TravelReading)))


def _is_journey(items: Items) -> bool:
    """Tell whether a message tells of a journey, where "6 zones" are time zones."""
    words = {item.means("state_word") for item in items}
    if "zones" in words and any(item.text.endswith("back from") or item.text in _CLOCKS for item in items):
        return True
    return any_means(items, "state", "travel") or {"travel", "zones"} <= words


def _travels(clause: Items) -> bool:
    return any_means(clause, "state", "travel") or any_means(clause, "state_word", "travel")


def _tells(clauses: tuple[Items, ...], place: int, text: str) -> bool:
    """Tell whether a clause states something, and plainly."""
    clause = clauses[place]
    doubted = (item for index, item in enumerate(clause) if item.means("unsure") and not is_softened(clause, index))
    if any(not (_is_thought_ill(item, clause) or is_only_named(clause, item)) for item in doubted) or _opens_a_question(
        clause
    ):
        return False
    if any(_may_report(item) and is_in_quotes(text, item.start) for item in clause):
        return False
    return not _is_asked(clauses, place, text)


def _is_thought_ill(item: Item, clause: Items) -> bool:
    """Tell whether "I think" only softens an illness: "I think I have a fever" is one until it turns out otherwise."""
    return item.text == "i think" and any_means(clause, "state", "ill", "cold", "fever")


def _opens_a_question(clause: Items) -> bool:
    if clause[0].text == "when" and any_means(clause, "health", "pelvic"):
        # "When I lift I leak" tells; nobody asks when they do.
        return False
    opened = next((item for item in clause if item.means("filler") is None or item.means("ask")), None)
    asks = opened is not None and opened.means("ask") is not None and " " in opened.text
    first = next((item for item in clause if item.text not in LEADS), clause[0])
    return asks or first.text.partition(" ")[0] in _ASKERS


def _is_asked(clauses: tuple[Items, ...], place: int, text: str) -> bool:
    """Tell whether a clause is the question; one that only gives the reason ("because I slept 4 hours?") is not."""
    if "?" not in _mark_behind(clauses, place, text):
        return False
    earlier = (place > 0 and not _ends(clauses, place - 1, text)) and any(
        _opens_a_question(clause) for clause in clauses[:place]
    )
    reason = clauses[place][0].is_word("clause") or clauses[place][0].text in _SELF
    return not (earlier and reason)


def _supposed(clauses: tuple[Items, ...], text: str) -> tuple[bool, ...]:
    """Tell of each clause whether its sentence began with "if", or tells of old days: what follows in it does too."""
    found: list[bool] = []
    for place, clause in enumerate(clauses):
        if place == 0 or _ends(clauses, place - 1, text):
            supposed = any(item.means("unsure") and item.is_word("clause") for item in clause[:2])
            found.append(supposed or any(item.text.startswith(_OLD_DAYS) for item in clause[:2]))
        else:
            found.append(found[-1])
    return tuple(found)


def _ends(clauses: tuple[Items, ...], place: int, text: str) -> bool:
    return any(mark in _mark_behind(clauses, place, text) for mark in ".!?;\n")


def _mark_behind(clauses: tuple[Items, ...], place: int, text: str) -> str:
    after = clauses[place + 1][0].start if place + 1 < len(clauses) else len(text)
    return text[clauses[place][-1].end : after]


def _measures(clause: Items) -> bool:
    """Tell whether a clause also tells of a run or a lift, which must not be lost."""
    counts = Distance if any_means(clause, "state", *_WITHOUT_SETS) else Distance | Repeats
    if any(is_broken_night(clause, place) for place in range(len(clause))):
        counts = Distance
    measured = any(isinstance(item.value, counts) or item.is_word("x") for item in clause)
    changed = any_means(clause, "action", "skip", "missed", "move")
    done = any_means(clause, "action", "done")
    hot = any(item.means("state") in {"heat", "hot"} or is_hot_outside(clause, at) for at, item in enumerate(clause))
    if hot and (any_means(clause, "kind") or any_value(clause, Distance)):
        return True
    timed = done and any_value(clause, Duration)
    return measured or ((changed or timed) and any_means(clause, "kind"))
