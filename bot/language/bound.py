"""Days and times that belong to a run that is only told beside a lift: "deads today, or is tomorrow's tempo …"."""

from collections.abc import Iterator

from bot.language.clauses import is_moment, is_session_of_lifts
from bot.language.frames import Items, is_lift, is_now
from bot.language.held import any_item, any_means, any_text, any_value
from bot.language.items import Ahead, Dated, Days, Distance, Duration, Item, Repeats, WeekOf, Word
from bot.language.waiting import is_run

_REACH = 8
_SHORTEST_RUN = 5
_HAVING = frozenset({"got", "have", "doing", "a", "i've", "ive"})
# "Too near of friday's intervals", "far enough away from saturday's parkrun", "fresh for sunday's half".
_LEADS = frozenset({"from", "to", "near", "of", "off", "for", "against", "hurt", "affect"})
_GOES = frozenset({"to", "for", "until", "till", "onto"})
_SMALL = frozenset(
    {"is", "my", "the", "a", "s", "i've", "ive", "got", "i", "have", "i'm", "im", "doing", "planned", "booked", "due"}
)


def own_items(clause: Items) -> Items:
    """Leave out the days and times that belong to a run, where a day is left: "deads today or is tomorrow's tempo …".

    A run takes what stands right behind it ("long run on sunday 8am"), else the day right before ("tomorrow's tempo").
    Behind "with" it takes its day in any case: "ok to lift with a race on sunday".
    """
    taken = {place for index, item in enumerate(clause) if _binds(clause, index) for place in _bound(clause, index)}
    if not taken:
        return clause
    left = tuple(item for index, item in enumerate(clause) if index not in taken)
    return left if _has_day(left) or _is_beside(clause, min(taken)) else clause


def _binds(clause: Items, index: int) -> bool:
    item = clause[index]
    named = item.means("kind") not in (None, "rest") or item.means("race_distance") or isinstance(item.value, Distance)
    # "With a half on sunday".
    named = named or item.is_word("half") or _is_length(clause, index)
    return bool(named) and not is_session_of_lifts(clause, index)


def _is_length(clause: Items, index: int) -> bool:
    """Tell whether a number is a run's length without its unit: "with 18 on saturday", "I've got 14 on sunday"."""
    before, behind = clause[max(0, index - 1) : index], clause[index + 1 : index + 2]
    led = any(item.means("run_part") == "with" or item.text in _HAVING for item in before)
    counted = (clause[index].number or 0) >= _SHORTEST_RUN and isinstance(clause[index].value, Word)
    return led and counted and any(is_moment(item) or item.is_word("on") for item in behind)


def _bound(clause: Items, index: int) -> Iterator[int]:
    """Yield where the days and times stand that belong to the run at `index`."""
    behind = list(_chain(clause, range(index + 1, len(clause))))
    before = [] if _day_among(clause, behind) else list(_chain(clause, range(index - 1, -1, -1)))
    yield from behind
    yield from (before if _day_among(clause, before) else [])


def _day_among(clause: Items, places: list[int]) -> bool:
    return any(isinstance(clause[place].value, Days | Dated) for place in places)


def _chain(clause: Items, places: range) -> Iterator[int]:
    """Yield the places of days and times up to the first word that is more than a joint or measure of a run."""
    for place in places[:_REACH]:
        item = clause[place]
        if is_moment(item):
            yield place
        elif not (
            item.is_word("on", "at", "around", "this", "of")
            or item.text in _SMALL
            or item.is_mark("()")
            or _measures(item)
        ):
            return


def _measures(item: Item) -> bool:
    return is_run(item) or isinstance(item.value, Duration | Repeats)


def _has_day(items: Items) -> bool:
    return any_value(items, WeekOf, Ahead, Days, Dated)


def _is_beside(clause: Items, first: int) -> bool:
    """Tell whether a run is only told beside a lift: "with" a run, or too near to it, or harming it."""
    before = [item for item in clause[:first] if item.text not in _SMALL]
    led = bool(before) and before[-1].text in _LEADS
    # "My saturday parkrun" is on no day that is asked about.
    led = led or any_text(clause[max(0, first - 1) : first], ("my",))
    return led or any_means(clause[:first], "run_part", "with")


def kept(items: Items) -> Items:
    """Leave out the day that another one takes the place of: "sunday instead of saturday", "friday not thursday"."""
    days = [index for index, item in enumerate(items) if isinstance(item.value, Days | Dated)]
    old = {index for index in days if _gives_way(items, index)}
    if any_means(items, "action", "move", "swap"):
        # "Swap my thursday lift to friday": where it goes.
        new = {index for index in days if index and items[index - 1].text in _GOES}
        old |= set(days) - new if new else set()
    return items if len(old) == len(days) else tuple(item for index, item in enumerate(items) if index not in old)


def _gives_way(items: Items, index: int) -> bool:
    """Tell whether a day is what is not meant; "now" behind another day only means "as it is"."""
    before, behind = items[max(0, index - 1) : index], items[index + 1 : index + 2]
    led = any_means(before, "action", "instead_of") or any_text(before, ("not", "than"))
    led = led or (any_item(before, is_lift) and items[index - 2].means("action") == "instead_of")
    return led or (any_means(behind, "action", "missed") or any_item(behind, is_now))
