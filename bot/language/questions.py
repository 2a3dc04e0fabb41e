"""Questions: is this about whether or when to lift, about something else, or no question at all?"""

import datetime as dt
from collections.abc import Iterator

from bot.language.asking import is_modal, is_opening, is_question
from bot.language.frames import Items
from bot.language.items import (
    Ahead,
    Clock,
    Dated,
    Days,
    Distance,
    Doubtful,
    Duration,
    Item,
    PartOfDay,
    Repeats,
    Word,
)
from bot.language.lift_times import tells_lift_times
from bot.language.meaning import Part
from bot.language.moments import clauses_of
from bot.language.relations import relation_in
from bot.language.waiting import asks_how_long
from bot.training.runs import RunKind

# Any day serves: only whether a moment is named matters here, not which.
_SOME_DAY = dt.date(2024, 1, 1)
# Only small talk when they are all that is said.
_WHOLE_TALK = frozenset({"undo", "help"})
_COPULAS = frozenset({"is", "are", "would"})
_TOO = (["too"], ["enough"], ["too soon"], ["too early"], ["too late"], ["too much"])
_PAST = frozenset({"was", "were", "took", "wasn't", "wasnt"})
_MOMENTS = Dated | Days | Clock | PartOfDay | Ahead | Doubtful


def asks_in(items: Items) -> bool:
    """Tell whether a text asks if or when one may lift.

    "tomorrow?" alone does; questions about running, form, loads or past lifts, and logs do not.
    """
    clauses = tuple(clauses_of(items))
    if not clauses or _is_log(items) or fixes_lifts(items):
        return False
    main = _main(clauses)
    lifting = [clause for clause in clauses if _lifts(clause)]
    if not lifting:
        return _only_a_moment(items)
    if main is not None and not _lifts(main) and _asks_for_run(main):
        return False
    if any(_asks_else(clause) for clause in clauses) or _asks_which_first(items) or _asks_which_lift(items):
        return False
    return _frames_a_lift(items, clauses)


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
    return not any(
        item.means("ask") or item.is_word("before", "until") or isinstance(item.value, Distance) for item in between
    )


def _asks_to_run(items: Items) -> bool:
    """Tell whether the clause that asks names a run and no lift."""
    main = _main(tuple(clauses_of(items)))
    if main is None or any(item.means("lift") or item.means("exercise") or item.is_word("before") for item in main):
        return False
    return _names_a_run(main)


def _names_a_run(items: Items) -> bool:
    runs = any(item.text in _RUNNING or item.means("kind") not in (None, RunKind.REST) for item in items)
    return runs or any(isinstance(item.value, Distance) for item in items)


def fixes_lifts(items: Items) -> bool:
    """Tell whether a text says when the runner lifts every week ("I always lift Tuesdays 18:00"), and asks nothing."""
    fixing = [item.text for item in items if item.means("action") == "fix"]
    days = [item.value for item in items if isinstance(item.value, Days)]
    weekly = any(said.split()[0] not in {"i", "lift"} or "every" in said or "always" in said for said in fixing)
    weekly = weekly or any(day.habit or len(day.days) > 1 for day in days) or len(days) > 1
    fixed = (bool(fixing and days) and weekly) or tells_lift_times(items)
    return fixed and not is_question(items)


def asides(items: Items, end: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a text, from and to, that stand before and after the clause that asks."""
    clauses = tuple(clauses_of(items))
    main = _main(clauses) or next((clause for clause in reversed(clauses) if _lifts(clause)), None)
    if main is None:
        return
    first = last = clauses.index(main)
    # "Which day should I lift" is cut before "should I".
    while first > 0 and _asks(clauses[first - 1]):
        first -= 1
    yield items[0].start, clauses[first][0].start
    if last + 1 < len(clauses):
        yield clauses[last + 1][0].start, end


def _asks(clause: Items) -> bool:
    """Tell whether a clause asks; an "is" does so only where it begins: "long run is on the sunday" asks nothing."""
    return any(
        item.means("ask") in {"may", "open", "when"} and not (item.text in _COPULAS and _says_before(clause, index))
        for index, item in enumerate(clause)
    )


def _says_before(clause: Items, index: int) -> bool:
    return any(not is_opening(item) for item in clause[:index])


def _main(clauses: tuple[Items, ...]) -> Items | None:
    """Return the clause that asks: the last with "can I" or "when", else the last with "ok" or the like."""
    asking = [clause for clause in reversed(clauses) if _asks(clause) and not clause[0].is_word("clause")]
    surely = (clause for clause in asking if any(_asks_surely(item) for item in clause))
    return next(surely, next(iter(asking), None))


def _asks_surely(item: Item) -> bool:
    return is_modal(item) or item.means("ask") in {"open", "when"}


def _lifts(clause: Items) -> bool:
    return any(item.means("lift") == "now" for item in clause)


def _asks_for_run(clause: Items) -> bool:
    """Tell whether a clause asks about running: "can i run today", "easy 5k ok or skip"."""
    relation = relation_in(clause, _SOME_DAY)
    outside = clause if relation is None else (*clause[: relation.start], *clause[relation.end :])
    return not _refers_back(clause) and any(item.means("kind") not in (None, RunKind.REST) for item in outside)


def _refers_back(clause: Items) -> bool:
    """Tell whether a clause asks about what was said before it: "is that too close to my track session?"."""
    texts = [item.text for item in clause]
    return texts[:2] in (["is", "that"], ["is", "this"]) or (texts[:1] == ["is it"] and texts[1:2] in _TOO)


def _asks_else(clause: Items) -> bool:
    """Tell whether a clause asks how, what or how much, or whether one may run."""
    if _is_about_form(clause) and not asks_how_long(clause):
        return True
    for index, item in enumerate(clause):
        if is_modal(item) or item.means("ask") == "open":
            return _goes_on_with_run(clause[index + 1 :])
    return False


def _asks_which_first(items: Items) -> bool:
    """Tell whether "before or after" is the question itself."""
    sides = ("before", "after")
    triples = zip(items, items[1:], items[2:], strict=False)
    return any(one.is_word(*sides) and joint.is_word("or") and other.is_word(*sides) for one, joint, other in triples)


def _asks_which_lift(items: Items) -> bool:
    """Tell whether two lifts are weighed against each other, on no day: "sumo or conventional, which is better?"."""
    triples = zip(items, items[1:], items[2:], strict=False)
    either = any(
        one.means("exercise") and joint.is_word("or") and other.means("exercise") for one, joint, other in triples
    )
    return either and not any(_is_moment(item) for item in items)


def _is_about_form(clause: Items) -> bool:
    asked = {item.means("ask") for item in clause} - {None}
    started = next((item.means("ask") for item in clause if item.means("ask") or not item.means("filler")), None)
    return bool(asked & {"form", "amount"}) or started == "what"


def _goes_on_with_run(rest: Items) -> bool:
    """Tell whether the first thing named after "can I" is a run and not a lift."""
    for item in rest:
        if item.is_word("after", "before", "same_day"):
            return False
        if item.means("lift") == "now":
            return False
        if item.means("kind") not in (None, RunKind.REST) or isinstance(item.value, Distance | Repeats):
            return True
    return False


def _frames_a_lift(items: Items, clauses: tuple[Items, ...]) -> bool:
    """Tell whether a lift is named together with a moment, or with "can I" and nothing else."""
    offers = any(item.is_word("or") or (isinstance(item.value, Days) and item.value.either) for item in items)
    if not (is_question(items) or offers) and all(item.text == "legs" for item in items if item.means("lift")):
        return False
    if any(asks_how_long(clause) for clause in clauses):
        return True
    relations = [relation for clause in clauses if (relation := relation_in(clause, _SOME_DAY))]
    if any(_is_moment(item) for item in items) or relations:
        return not _tells_of_the_past(items)
    if any(item.means("ask") == "open" for item in items):
        return True
    asked = any(item.means("ask") in {"may", "when"} for item in items) or any(item.is_mark("?") for item in items)
    return asked and all(_is_frame(item) for item in items)


def _is_moment(item: Item) -> bool:
    return isinstance(item.value, _MOMENTS) or item.is_word("midnight")


def _tells_of_the_past(items: Items) -> bool:
    """Tell whether a lift is only reported: past tense, and nothing asked."""
    asks = any(item.means("ask") in {"may", "open", "when"} and item.text not in _COPULAS for item in items)
    if asks or is_question(items):
        return False
    lifts = [index for index, item in enumerate(items) if item.means("lift") == "now" and not item.means("body")]
    if lifts and all(_is_cause(items, index) for index in lifts):
        return True
    lifting = [clause for clause in clauses_of(items) if _lifts(clause)]
    return any(item.means("lift") == "past" for item in items) or all(map(_is_past, lifting))


def _is_cause(items: Items, lift: int) -> bool:
    """Tell whether a lift is what something comes from: "sore from yesterday's lift", "tired after monday's deads"."""
    before = items[max(0, lift - 2) : lift]
    led = bool(before) and (before[0].text == "from" or before[0].is_word("after"))
    return led and (len(before) == 1 or _is_moment(before[1]))


def _is_past(clause: Items) -> bool:
    """Tell whether a clause tells of what was: "gym was packed tonight", "skipped the pull last night"."""
    acts = any(item.means("action") in {"missed", "done"} and not item.means("ask") for item in clause)
    return acts or any(item.text in _PAST for item in clause)


def _is_frame(item: Item) -> bool:
    if not isinstance(item.value, Word):
        return True
    if item.means("talk") in _WHOLE_TALK:
        return False
    named = item.means("ask") or item.means("lift") == "now" or item.means("filler") or item.means("talk")
    return bool(named) or not item.value.token.is_name


def _only_a_moment(items: Items) -> bool:
    """Tell whether a text is nothing but a moment ("tomorrow?", "today or rest?", "what about tues instead")."""
    asked = any(item.is_mark("?") or item.is_word("or") or item.means("ask") for item in items)
    if not asked and any(item.means("kind") == RunKind.REST for item in items):
        return False
    if _tells_of_now(items):
        return False
    relation = relation_in(items, _SOME_DAY)
    outside = items if relation is None else (*items[: relation.start], *items[relation.end :])
    named = any(_is_moment(item) for item in outside)
    if relation is not None and not asked:
        return False
    return (named or relation is not None) and all(_is_moment_frame(item) for item in outside)


def _tells_of_now(items: Items) -> bool:
    """Tell whether "now" only ends a statement: "all good now", but neither "now" alone nor "is now ok"."""
    parts = [item.value.part for item in items if isinstance(item.value, PartOfDay)]
    others = [item for item in items if isinstance(item.value, Word) and item.value.token.is_name]
    first = others[0].text if others and others[0].means("ask") else ""
    asks = any(item.is_mark("?") or item.is_word("or") for item in items) or first == "is" or " " in first
    return parts == [Part.NOW] and bool(others) and not asks


def _is_moment_frame(item: Item) -> bool:
    if isinstance(item.value, Distance | Duration | Repeats):
        return False
    if item.means("kind") not in (None, RunKind.REST) or item.means("action") in {
        "skip",
        "missed",
        "done",
        "move",
        "remind",
    }:
        return item.means("action") == "skip" and item.means("ask") is not None
    if item.means("ask") in {"form", "amount"}:
        return False
    return _is_frame(item) or item.means("kind") == RunKind.REST or item.means("word") is not None


def _is_log(items: Items) -> bool:
    """Tell whether sets and reps are said as they are logged ("3x4 100kg")."""
    sets = any(isinstance(item.value, Repeats) or item.is_word("x") for item in items)
    return sets and not is_question(items)
