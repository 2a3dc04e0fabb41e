"""What a question about a moment hangs on: how long to wait, "that evening", a lift told beside a run."""

from collections.abc import Iterator
from itertools import pairwise

from bot.language.frames import Items, is_lift
from bot.language.held import any_item, any_means, any_text, any_value, asked_once
from bot.language.items import Clock, Dated, Days, Distance, Item, PartOfDay
from bot.language.meaning import Part

# No clause about one lift and one run is longer.
_LONGEST = 40
HOW_LONG = ("how long", "how many", "how much time", "how much rest", "how much recovery", "how soon", "how big")
_HOW_MUCH = "how much"
_THAT = frozenset({"that", "this"})
_TIME = frozenset({"time", "hour"})
_RESTS = frozenset({"time", "rest", "recovery", "gap", "space", "spacing"})
_WAS = frozenset({"did", "took", "was", "were"})
_WAIT = frozenset({"wait", "leave", "till", "til"})
_WHENS = frozenset({"when's", "whens"})
_EFFECTS = frozenset(
    {
        *(
            "start",
            "starts",
            "stop",
            "pay",
            "help",
            "kick",
            "show",
            "become",
            "get",
            "make",
            "give",
            "improve",
            "begin",
        ),
        *("actually", "finally", "feel", "translate", "carry", "turn", "work", "transfer", "stay"),
    }
)
_WILL_I = ("will i", "will my", "would my", "am i")
_OPENING = 3
_GAPS = frozenset({"how far", "how close", "close", "far", "near", "gap"})
_FROM = frozenset({"from", "to", "out", "before", "off"})
_BESIDE_IT = frozenset({"earlier", "beforehand"})
_STRAIGHT = frozenset({"straight", "right", "directly", "just", "shortly", "soon", "immediately"})
_MODALS = frozenset(
    {"should", "shall", "can", "could", "may", "might", "would", "will", "is", "are", "do", "does", "best"}
)


@asked_once
def asks_how_long(clause: Items) -> bool:
    """Tell whether a clause asks how long to wait: "how long after intervals till I can pull"."""
    asked = next((index for index in range(len(clause)) if _asks_for_gap(clause, index)), None)
    lift = next((index for index, item in enumerate(clause) if is_lift(item)), None)
    if asked is None or lift is None or lift < asked or any_text(clause, _WAS):
        return False
    runs = [index for index, item in enumerate(clause) if is_run(item)]
    waits = [index for index, item in enumerate(clause[:lift]) if item.is_word("before", "until") or item.text in _WAIT]
    after = [index for index, item in enumerate(clause[:lift]) if item.is_word("after")]
    if any_text(clause[:lift], ("between",)) and runs:
        return True
    if asked and clause[asked - 1].is_word("after"):
        # "After how many days can I deadlift again".
        return True
    if any_text(clause[asked : asked + 2], _GAPS):
        return any(run < lift for run in runs)
    until = bool(waits) and not any(waits[-1] < run < lift for run in runs)
    return until or any(place < run < lift for place in after for run in runs)


def _asks_for_gap(clause: Items, index: int) -> bool:
    """Tell whether it is asked how long, how far from a run, how close to one, or for a gap between two things."""
    text, behind = clause[index].text, clause[index + 1 : index + 3]
    if text.startswith("how") and any_text((clause[index], *behind[:1]), _GAPS):
        return any_text(behind, _FROM)
    if text == _HOW_MUCH and any(item.means("span") or item.text in _RESTS for item in behind[:1]):
        return True
    return text.startswith(HOW_LONG) or (text == "gap" and any_means(clause[:index], "ask", "what"))


def asks_when(clause: Items) -> bool:
    """Tell whether "when" asks, and does not only say on what occasion: "when should that be", "this week, when"."""
    for index, item in enumerate(clause):
        if item.means("ask") == "when" and item.text.startswith(("how long", "how soon")):
            return not asks_for_effect(clause[index + 1 : index + 3])
        if item.text in _WHENS or (item.text == "when" and all(map(_is_small, clause[index + 1 :]))):
            # "So when on earth can I lift" is cut before "can I".
            return True
        if item.text == "when" and clause[index + 1].text in _MODALS:
            return not asks_for_effect(clause[index + 2 : index + 4])
    return False


def _is_small(item: Item) -> bool:
    return item.means("filler") is not None or item.text == "earth"


def asks_for_effect(behind: Items) -> bool:
    """Tell whether it is asked what lifting does: "when do deads start paying off"; "when should deads be" is not."""
    return len(behind) > 1 and is_lift(behind[0]) and behind[1].text in _EFFECTS


def asks_what_then(clause: Items) -> bool:
    """Tell whether it is asked what becomes of the runner: "will I regret it on sunday", "am I wrecked for monday"."""
    return " ".join(item.text for item in clause[:_OPENING]).removeprefix("or ").startswith(_WILL_I)


def is_at_once(item: Item) -> bool:
    """Tell whether "straight away" or "immediately" is said, and no short word for now."""
    now = isinstance(item.value, PartOfDay) and item.value.part is Part.NOW
    return now and item.end - item.start > len("right now")


def refers_to_day(items: Items) -> bool:
    """Tell whether "that evening", "that day" or "same day" is said, of a day that another clause names."""
    pairs = pairwise(items)
    if _is_straight_after(items) or _is_beside_it(items):
        return True
    if any_means(items, "word", "same_day") or any_text(items[-1:], ("then",)):
        return True
    return any(one.text == "that" and (isinstance(two.value, PartOfDay) or two.text == "day") for one, two in pairs)


def says_then(items: Items) -> bool:
    """Tell whether a time is meant that was told before: "could i lift then", "could i then lift", "at that hour"."""
    if any_text(items[-1:], ("then",)):
        return True
    pairs = pairwise(items)
    return any(
        (one.means("ask") == "may" and two.text == "then") or (one.text in _THAT and two.text in _TIME)
        for one, two in pairs
    )


def _is_beside_it(items: Items) -> bool:
    """Tell whether "before" or "after" has no run behind it: "could I lift before", "deads afterwards at noon"."""
    for index, item in enumerate(items):
        if item.is_word("before", "after") or item.text in _BESIDE_IT:
            behind = items[index + 1 :]
            return any_means(behind[:1], "word", "and") or all(
                isinstance(one.value, Clock | PartOfDay) or one.means("filler") or one.means("ask") == "may"
                for one in behind
            )
    return False


def leads_up(items: Items) -> bool:
    """Tell whether a lift comes before what was told."""
    return any_means(items, "word", "before") or any_text(items, ("earlier",))


def _is_straight_after(items: Items) -> bool:
    """Tell whether "straight after" hangs on a run of another clause: nothing but a time may stand behind it."""
    places = (index for index, item in enumerate(items) if index and item.is_word("after"))
    return any(items[index - 1].text in _STRAIGHT and not any(map(is_run, items[index + 1 :])) for index in places)


def with_run_apart(clause: Items) -> Iterator[Items]:
    """Cut "deadlift thursday at 5 and I've got hills tonight" at its "and": a lift and a run, a day each."""
    for index, item in enumerate(clause[:_LONGEST]):
        one, two = clause[:index], clause[index + 1 :]
        if item.is_word("and") and _has_day(one) and _has_day(two) and _drops(one):
            yield from (one, two)
            return
        if item.is_word("and") and _has_day(one) and _has_day(two) and {_tells(one), _tells(two)} == {"lift", "run"}:
            yield from (one, two)
            return
        if item.is_word("and") and _has_time(one, two) and {_tells(one), _tells(two)} == {"lift", "run"}:
            days = tuple(day for day in one if isinstance(day.value, Dated | Days))
            yield from (one, (*days, *two))
            return
    yield clause


def _has_time(one: Items, two: Items) -> bool:
    """Tell whether a time is said of both, and the day of the first: "run at 6am tomorrow and then deadlift 6pm"."""
    return any_value(one, Clock) and any_value(two, Clock) and not _has_day(two)


def _has_day(items: Items) -> bool:
    return any_value(items, Dated, Days)


def _drops(items: Items) -> bool:
    """Tell whether a lift is left out: "gonna skip deads tonight and do them friday"."""
    return any_means(items, "action", "skip", "missed")


def _tells(items: Items) -> str:
    lifts, runs = any_item(items, is_lift), any_item(items, is_run)
    return "both" if lifts and runs else "lift" if lifts else "run" if runs else ""


def is_run(item: Item) -> bool:
    return bool(item.means("kind") or item.means("race_distance")) or isinstance(item.value, Distance)
