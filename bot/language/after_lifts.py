"""Is it asked whether one may run after a lift?"""

import datetime as dt

from bot.language.clauses import clauses_of, is_may
from bot.language.frames import Items
from bot.language.held import any_item, any_mark, any_means, any_text, any_value
from bot.language.items import Dated, Distance, Item
from bot.language.unnamed_lifts import main_of
from bot.training.runs import RunKind

_REACH = 6
_CAUSE_REACH = 3
_THIS = frozenset({"this", "that", "it"})
_CAUSES = frozenset({"from", "since", "post"})
_MARKS = ".,!?:;-\n"
# "Can i run a marathon tomorrow with no training because ..." asks something else.
_SHORT = 9
# "How long b4 i can run", "so when can i run again": no word more.
_WAITS = frozenset({"can", "could", "may", "wait", "again", "allowed", "until", "till", "til", "before", "b4"})
_HOW_SOON = frozenset(
    {"how", "long", "soon", "when", "many", "hours", "so", "ok", "and", "then", "i", "should", "do"}
) | {
    *("to", "must", "need", "have", "am", "be", "is", "it", "for", "a", "go", "now", "today", "after", "this", "that"),
}
_FINE = frozenset({"ok", "okay", "fine", "alright", "allowed", "good", "possible", "safe", "smart", "wise"})
_COPULAS = frozenset({"is", "would", "is it", "would it be"})
_RUNNING = frozenset({"run", "running", "runs", "jog", "jogging", "race", "racing", "sprint", "sprints", "strides"})


def asks_to_run_after(items: Items, today: dt.date) -> bool:
    """Tell whether a question is about running after a lift: every lift it names stands behind "after", or is done.

    "I deadlifted today, can I run tomorrow?" asks it too: the lift is told, and the question is about a run.
    """
    after = [index for index, item in enumerate(items) if item.is_word("after")]
    lifts = [index for index, item in enumerate(items) if _is_lift(item)]
    behind = [place for place in lifts if any(_is_behind(items, index, place) for index in after)]
    if lifts and behind == lifts:
        return _names_a_run(items)
    if not lifts:
        return asks_whether_to_run(items, today) and any_item(items, _is_still)
    return any(_is_done(items, place, today) for place in lifts) and _asks_to_run(items)


def _is_lift(item: Item) -> bool:
    """Tell whether a lift is named; "my legs are heavy" names none."""
    return item.means("exercise") is not None or (item.means("lift") is not None and item.means("body") is None)


def _is_done(items: Items, lift: int, today: dt.date) -> bool:
    """Tell whether a lift is over: told as past, named as a cause, or with a day behind it that was."""
    if items[lift].means("lift") == "past":
        return True
    before = items[max(0, lift - _CAUSE_REACH) : lift]
    behind = items[lift + 1 : lift + 2]
    was = any(isinstance(item.value, Dated) and item.value.date < today for item in (*before[-1:], *behind))
    return was or any_text(before, _CAUSES)


def asks_whether_to_run(items: Items, today: dt.date) -> bool:
    """Tell whether it is asked if one may still run on one of these days: "can i still run tomorrow"."""
    words = [item for item in items if not item.is_mark(_MARKS)]
    if _asks_how_soon(words) or _asks_if_fine(words, today, asked=any_mark(items, "?")):
        return True
    start = next((place for place, item in enumerate(words) if is_may(item)), None)
    if start is None or len(words) > _SHORT or not any(_is_near(item, today) for item in words):
        return False
    run = next((item for item in words[start + 1 :] if _runs(item) or not item.means("filler")), None)
    return run is not None and _runs(run)


def _asks_how_soon(words: list[Item]) -> bool:
    """Tell whether it is asked when one may run at all: "how long b4 i can run", "when can i run again"."""
    said = [word for item in words for word in item.text.split()]
    known = all(word in _HOW_SOON | _WAITS | _RUNNING for word in said)
    return (
        known
        and bool({"long", "soon", "when", "hours"} & {*said})
        and not _WAITS.isdisjoint(said)
        and any_text(words, _RUNNING)
    )


def _asks_if_fine(words: list[Item], today: dt.date, *, asked: bool) -> bool:
    """Tell whether a run of one of these days is asked about by its last word: "running tomorrow ok?"."""
    if not words or len(words) > _SHORT or any_item(words, _names_more):
        return False
    last = words[-1].text in _FINE and (asked or words[0].text in _COPULAS)
    return last and any_item(words, _runs) and any(_is_near(item, today) for item in words)


def _names_more(item: Item) -> bool:
    """Tell whether a lift, the body, or what was done or left out is named, or another thing to wait for."""
    other = item.means("lift") or item.means("exercise") or item.means("body") or item.means("health")
    return bool(
        other or item.means("action") in {"skip", "missed", "move", "done"} or item.text in {"race", "marathon"}
    )


def _is_near(item: Item, today: dt.date) -> bool:
    near = isinstance(item.value, Dated) and 0 <= (item.value.date - today).days <= 1
    return near or _is_still(item)


def _is_still(item: Item) -> bool:
    return item.text == "still" or item.text.endswith(" still")


def _is_behind(items: Items, after: int, lift: int) -> bool:
    """Tell whether a lift is what "after" speaks of: "after 10k can I lift" speaks of a run."""
    between = items[after + 1 : lift] if 0 < lift - after <= _REACH else None
    if between is None:
        return False
    if any_mark(between, ".;!?\n") or any_means(between[:1], "word", "and"):
        # "Tired after yesterday's hills. Deads tonight?", "parkrun, coffee after and then deads".
        return False
    if between[1:] and between[0].text in _THIS and between[1].is_mark(","):
        # "Run at 9. After this, at 11, deadlift?".
        return False
    if between[-1:] and (between[-1].text in {"to", ",", "for"}) and any_means(between[:-1], "kind"):
        # "Sat after parkrun, deadlift at 10?", "too soon after yesterday's intervals to deadlift?".
        return False
    return not (
        any_means(between, "ask") or any_means(between, "word", "before", "until") or any_value(between, Distance)
    )


def _asks_to_run(items: Items) -> bool:
    """Tell whether the clause that asks names a run and no lift."""
    main = main_of(tuple(clauses_of(items)))
    if main is None or any(item.means("lift") or item.means("exercise") or item.is_word("before") for item in main):
        return False
    return _names_a_run(main)


def _names_a_run(items: Items) -> bool:
    return any_item(items, _runs) or any_value(items, Distance)


def _runs(item: Item) -> bool:
    return item.text in _RUNNING or item.means("kind") not in (None, RunKind.REST)
