"""Which states of the body a clause names, and neither denies nor only wishes for."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.language.amounts import is_daily
from bot.language.frames import Items
from bot.language.heat import is_body_heat, is_hot_outside
from bot.language.held import any_item, any_means, any_text, any_value
from bot.language.items import Dated, Item, PartOfDay, WeekOf
from bot.language.nights import (
    is_broken_night,
    is_short_night,
)
from bot.language.recovery import ILLS, has_ended, is_over, is_untold

_NOT = frozenset({"not", "never", "without"})
_SUBJECTS = frozenset({"i", "i'm", "im", "i've", "ive"})
_I_SLEEP = "i sleep"
_ME = frozenset({"me", "us"})
_DENIAL_REACH = 5
_WISH_REACH = 15
_BARE = 4
_SMALL = frozenset(
    {"still", "again", "now", "and", "feeling", "really", "very", "so", "proper", "a bit", "bit", "the lot"}
)
STATES = frozenset(
    {
        *("sleep", "no_sleep", "bad_night", "awake", "up_long", "travel", "zones", "fever", "temperature"),
        *("ill", "cold", "well", "hot_gym", "gym", "heat", "hot", "hot_room", "outside", "heat_illness"),
    }
)
"""What a clause can name, by a word or by an amount alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A clause and the text that it stands in.

    `commanded` stands behind `/checkin`, where a bare word ("ill", "gym") counts; `travels` is said along with a
    journey, where "6 zones" can be nothing but time zones.
    """

    items: Items
    text: str
    commanded: bool = False
    travels: bool = False


def named(clause: Clause) -> Iterator[tuple[str, int]]:
    """Yield the states that a clause names and neither denies nor only wishes for, each with its place."""
    items = clause.items
    habit = (any_item(items, _is_habit) or _sleeps_so(items)) and not any_item(items, _is_lately)
    if not clause.commanded and (habit or is_daily(items)):
        # It is so hot every day where one is now.
        yield from (("outside", at) for at in range(len(items)) if is_hot_outside(items, at))
        return
    hedge = next((index for index, item in enumerate(items) if is_hedge(item) and not clause.commanded), len(items))
    unsure = any(is_hedge(item) and item.text != "has" for item in items)
    cleared = any_means(items, "health_word", "cleared", "ended")
    for index, item in enumerate(items):
        state = state_of(item, clause)
        if (
            state is None
            and is_hot_outside(items, index)
            and not any(map(is_wished, items[max(0, index - _WISH_REACH) : index]))
        ):
            yield "outside", index
            continue
        unsaid = hedge < (len(items) if state == "well" else index) or (state == "heat_illness" and cleared)
        # "The toddler kept me up" tells of the runner.
        tells_me = state in {"sleep", "bad_night"} and not _ME.isdisjoint(item.text.split())
        unsaid = (unsaid and not tells_me) or is_untold(state, items, index)
        if state is None:
            state = _without_word(clause, index)
        if state is not None and not unsaid and not _is_denied(items, index):
            over = state in ILLS and (is_over(items, index) or has_ended(items, index))
            yield ("well" if over else state), index
        elif state is None and not unsure and has_ended(items, index) and not _is_denied(items, index):
            yield "well", index


def _without_word(clause: Clause, place: int) -> str | None:
    """Return the state that is told by its amount alone: "only got 4 hours", "temp 38.1"."""
    if is_short_night(clause.items, clause.text, place):
        return "sleep"
    if is_broken_night(clause.items, place):
        return "up_long"
    return "temperature" if is_body_heat(clause.items, place) else None


def state_of(item: Item, clause: Clause) -> str | None:
    word = item.means("state_word")
    counts = clause.commanded or (clause.travels and word in {"travel", "zones"})
    state = "sleep" if item.text == _I_SLEEP else item.means("state") or (word if counts else None)
    return state if state in STATES else None


def _is_denied(items: Items, place: int) -> bool:
    """Tell whether "no" or "not" stands before a state, in what is said of the same subject."""
    if items[place].text.partition(" ")[0] in _SUBJECTS:
        return False
    for item in reversed(items[max(0, place - _DENIAL_REACH) : place]):
        if item.is_word("no") or item.text in _NOT:
            return True
        if item.text in _SUBJECTS:
            return False
    return False


def is_hedge(item: Item) -> bool:
    """Tell whether a word makes what follows wished for, nearly true or somebody else's."""
    return item.means("state_word") in {"not_now", "others"}


def _is_lately(item: Item) -> bool:
    """Tell whether what is so every night is so of late: "slept 5 h every night this week"."""
    this_week = isinstance(item.value, WeekOf) and item.value.week == 0
    return this_week or item.text in {"since", "lately", "recently"}


def is_wished(item: Item) -> bool:
    """Tell whether a word puts what follows into doubt, and does not only say how long it stays so."""
    return is_hedge(item) and item.text not in {"until", "til", "till", "has"}


def _sleeps_so(items: Items) -> bool:
    """Tell whether "I sleep 7 hours" is how it is every night: no night is named, and none was short."""
    named = any_value(items, Dated, PartOfDay) or any_text(items, ("only", "just"))
    return not named and any(item.text == _I_SLEEP for item in items)


def _is_habit(item: Item) -> bool:
    weekly = item.is_word("weekly", "every") and item.text != "all"
    return (item.means("state_word") == "habit" and item.text != _I_SLEEP) or weekly


def is_bare_state(items: Items) -> bool:
    """Tell whether being ill is all that is said: "sick", "still ill today"; "sick!" may be praise."""
    words = tuple(item for item in items if not item.is_mark(",.\n"))
    named = {item.text for item in words if item.means("state_word") in {"ill", "cold"}}
    ill = any_means(words, "state_word", "ill") and named != {"cough"}
    return ill and len(words) <= _BARE and all(map(_goes_with_ill, words))


def _goes_with_ill(item: Item) -> bool:
    """Tell whether a word only says what one is ill with, since when, or nothing: "cold, cough, the lot"."""
    return (
        item.means("state_word") in {"ill", "cold"} or item.text in _SMALL or isinstance(item.value, Dated | PartOfDay)
    )
