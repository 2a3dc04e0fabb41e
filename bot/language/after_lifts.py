"""Is it asked whether one may run after a lift?"""

from bot.language.clauses import clauses_of
from bot.language.frames import Items
from bot.language.items import Distance
from bot.language.unnamed_lifts import main_of
from bot.training.runs import RunKind

_REACH = 6
_RUNNING = frozenset({"run", "running", "runs", "jog", "jogging", "race", "racing", "sprint", "sprints", "strides"})


def asks_to_run_after(items: Items) -> bool:
    """Tell whether a question is about running after a lift: every lift it names stands behind "after", or is done.

    "I deadlifted today, can I run tomorrow?" asks it too: the lift is told, and the question is about a run.
    """
    after = [index for index, item in enumerate(items) if item.is_word("after")]
    lifts = [index for index, item in enumerate(items) if item.means("lift") or item.means("exercise")]
    behind = [place for place in lifts if any(_is_behind(items, index, place) for index in after)]
    if lifts and behind == lifts:
        return _names_a_run(items)
    return _asks_to_run(items) and any(item.means("lift") == "past" for item in items)


def _is_behind(items: Items, after: int, lift: int) -> bool:
    """Tell whether a lift is what "after" speaks of: "after 10k can I lift" speaks of a run."""
    between = items[after + 1 : lift] if 0 < lift - after <= _REACH else None
    if between is None:
        return False
    if between[-1:] and (between[-1].text in {"to", ",", "for"}) and any(item.means("kind") for item in between[:-1]):
        # "Sat after parkrun, deadlift at 10?", "too soon after yesterday's intervals to deadlift?".
        return False
    return not any(
        item.means("ask") or item.is_word("before", "until") or isinstance(item.value, Distance) for item in between
    )


def _asks_to_run(items: Items) -> bool:
    """Tell whether the clause that asks names a run and no lift."""
    main = main_of(tuple(clauses_of(items)))
    if main is None or any(item.means("lift") or item.means("exercise") or item.is_word("before") for item in main):
        return False
    return _names_a_run(main)


def _names_a_run(items: Items) -> bool:
    runs = any(item.text in _RUNNING or item.means("kind") not in (None, RunKind.REST) for item in items)
    return runs or any(isinstance(item.value, Distance) for item in items)
