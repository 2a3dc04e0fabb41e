"""Questions that name no lift: a moment alone, a session, or what is asked beside what was trained."""

import datetime as dt

from bot.language.asking import is_modal, is_opening, is_question
from bot.language.clauses import is_bare, is_moment, is_sore, is_told, lifts, refers_back, runs_in
from bot.language.frames import Items, is_lift
from bot.language.held import any_item, any_mark, any_means, any_text, any_value, asked_once
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
    WeekOf,
    Word,
)
from bot.language.meaning import Part
from bot.language.relations import relation_in
from bot.language.topics import asks_how
from bot.language.waiting import is_run, says_then
from bot.training.runs import RunKind

# Any day serves: only whether a moment is named matters here, not which.
SOME_DAY = dt.date(2024, 1, 1)
# Only small talk when they are all that is said.
_WHOLE_TALK = frozenset({"undo", "help"})
_COPULAS = frozenset({"is", "are", "would"})
_FEELS = frozenset({"feel", "feels", "felt", "feeling"})
_TRAINING = frozenset({"train", "session", "workout", "work out"})
# "A yoga session", "a session on the bike", "train for a marathon".
_BESIDE = frozenset({"for", "bike", "yoga", "pilates", "spin", "physio", "club", "group", "team", "with"})
_ABOUT = ("about", "bout", "wbt")
_PLACES = frozenset({"rack", "plates"})
_ORDERS = frozenset(
    {
        "what's on",
        "whats on",
        "what is on",
        "what have i got",
        "what do i have",
        "show me",
        "explain",
        "describe",
        "show",
    }
)
_ASKING_HOW_ONE_IS = ("how", "what", "wassup")
_OPENING = 5
_BEING = frozenset({"i'm", "im", "am", "at", "in", "standing", "stood", "sat", "sitting", "here"})
# Behind "in the", "at the", "by the", "in front of the".
_BARS = tuple(f"the {place}" for place in ("gym", "car park", "rack", "squat rack", "bar", "platform", "changing room"))
_BARS += tuple(f"the {place}" for place in ("locker room", "weights room", "weight room", "weights area"))


def is_at_the_bar(clause: Items) -> bool:
    """Tell whether a clause says that one stands where one lifts, on no other day: "im in the changing room"."""
    if not any_text(clause[:_OPENING], _BEING) or any_value(clause, Days, Dated, Clock, Ahead) or asks(clause):
        return False
    words = " ".join(item.text for item in clause)
    return any(f" {place}" in words for place in _BARS)


def main_of(clauses: tuple[Items, ...]) -> Items | None:
    """Return the clause that asks: the last with "can I" or "when", else the last with "ok" or the like."""
    asking = [clause for clause in reversed(clauses) if asks(clause) and not clause[0].is_word("clause")]
    surely = (clause for clause in asking if any_item(clause, _asks_surely))
    return next(surely, next(iter(asking), None))


@asked_once
def asks(clause: Items) -> bool:
    """Tell whether a clause asks; an "is" does so only where it begins: "long run is on the sunday" asks nothing."""
    return any_means(clause, "ask") and any(
        item.means("ask") in {"may", "open", "when"}
        and not ((item.text in _COPULAS and _says_before(clause, index)) or _is_felt(clause, index))
        for index, item in enumerate(clause)
    )


def _is_felt(clause: Items, index: int) -> bool:
    """Tell whether a word only says how something feels: "and legs feel fine"."""
    return index > 0 and clause[index - 1].text in _FEELS and " " not in clause[index].text


def _says_before(clause: Items, index: int) -> bool:
    return any(not is_opening(item) for item in clause[:index])


def _asks_surely(item: Item) -> bool:
    return is_modal(item) or item.means("ask") in {"open", "when"}


def names_moment(item: Item) -> bool:
    return is_moment(item) or isinstance(item.value, Doubtful | WeekOf)


def is_frame(item: Item) -> bool:
    if not isinstance(item.value, Word):
        return True
    if item.means("talk") in _WHOLE_TALK:
        return False
    named = item.means("ask") or is_lift(item) or item.means("filler") or item.means("talk")
    return bool(named) or not item.value.token.is_name


def asks_beside_what_is_told(items: Items, clauses: tuple[Items, ...]) -> bool:
    """Tell whether a moment is asked about behind what was trained, or where: "pulled monday. friday 5pm?"."""
    if not any_item(items, names_moment):
        return False
    main = main_of(clauses) or (clauses[-1] if items[-1].is_mark("?") else None)
    if main is not None and _asks_when_again(main, clauses):
        return True
    told = [clause for clause in clauses if clause is not main]
    asked = (
        *(() if main is None or refers_back(main) else main),
        *(item for clause in told if is_bare(clause) and not any_item(clause, _is_place) for item in clause),
    )
    runs = main is not None and runs_in(main) and not refers_back(main)
    if (
        main is None
        or runs
        or asks_how(main)
        or any(asks_how(clause) or (asks(clause) and not is_sore(clause)) for clause in told)
    ):
        return False
    trained = any(map(_tells_of_training, told))
    if any_item(asked, names_moment):
        return trained and not main[0].is_word("or") and all(_is_moment_frame(item) for item in asked)
    place = any(_is_place(item) for clause in told for item in clause)
    moment = any(names_moment(item) for clause in told for item in clause)
    return place and moment and (refers_back(main) or all(is_frame(item) for item in main))


def _asks_when_again(main: Items, clauses: tuple[Items, ...]) -> bool:
    """Tell whether "when" is all that is asked behind a lift that was: "lifted monday. when next?"."""
    lifted = any(item.means("lift") == "past" for clause in clauses if clause is not main for item in clause)
    opens = any_means(main, "ask", "open", "when")
    return lifted and opens and all(map(is_frame, main)) and not runs_in(main)


def asks_beside_a_run(clauses: tuple[Items, ...]) -> bool:
    """Tell whether a day is asked about and then a run of it told: "what about sunday, ill run in the morning"."""
    asked, *told = clauses
    led = asked[0].text == "and" or (asked[0].means("ask") == "may" and asked[0].text.endswith(_ABOUT))
    if not led or not told or not any_item(asked, names_moment) or runs_in(asked):
        return False
    done = any(item.means("action") == "done" for clause in told for item in clause)
    plain = not (done or (any(map(asks, told)) or any(map(asks_how, told)) or any(map(is_told, told))))
    return plain and all(_is_moment_frame(item) for item in asked) and any(map(runs_in, told))


def _tells_of_training(clause: Items) -> bool:
    """Tell whether a clause tells of a lift, or of a run or the body as they were."""
    lifted = (
        any_means(clause, "lift", "past")
        or any_means(clause, "setting", "lifting")
        or any_means(clause, "exercise")
        or any_item(clause, _is_place)
    )
    return lifted or any_means(clause, "body") or (is_told(clause) and runs_in(clause))


def _is_place(item: Item) -> bool:
    """Tell whether the gym or its rack is named: "the gym opens 630 tmrw so could i go then"."""
    return item.means("equipment") in _PLACES or (item.means("plain") is not None and "gym" in item.text.split())


def only_a_moment(items: Items) -> bool:
    """Tell whether a text is nothing but a moment ("tomorrow?", "today or rest?", "what about tues instead")."""
    asked = any_mark(items, "?") or any_means(items, "word", "or") or any_means(items, "ask")
    if not asked and any_means(items, "kind", RunKind.REST):
        return False
    if any_text(items, _ORDERS) or _asks_for_plan(items):
        return False
    if _tells_of_now(items) or any_item(items, _greets):
        return False
    relation = relation_in(items, SOME_DAY)
    outside = items if relation is None else (*items[: relation.start], *items[relation.end :])
    named = any_item(outside, names_moment)
    if relation is not None and not asked:
        return False
    return (named or relation is not None) and all(_is_moment_frame(item) for item in outside)


def asks_for_exercise(items: Items, clauses: tuple[Items, ...]) -> bool:
    """Tell whether a moment for what is no deadlift is all that is asked about: "bench friday ok?"."""
    main = main_of(clauses) or clauses[-1]
    named = is_question(items) and any_means(main, "exercise") and any_item(main, names_moment)
    return named and not asks_how(main) and all(item.means("exercise") or is_frame(item) for item in main)


def asks_for_then(clauses: tuple[Items, ...]) -> bool:
    """Tell whether a lift is asked about behind a run: "if i come home from my long run, could i then lift"."""
    return any(says_then(clause) and lifts(clause) and any(map(is_modal, clause)) for clause in clauses)


def _asks_for_plan(items: Items) -> bool:
    """Tell whether it is asked what a day holds, not whether it suits: "what's the plan for thursday"."""
    asking = [item for item in items if item.means("ask")]
    return bool(asking) and asking[0].means("ask") == "what" and asking[0].text.startswith("what")


def asks_to_train(items: Items) -> bool:
    """Tell whether a day is asked about for training, and for no run: "can I train saturday", "a session thursday?"."""
    asks = any_item(items, is_modal) or is_question(items)
    asked = any_means(items, "ask", "may")
    places = [index for index, item in enumerate(items) if item.text in _TRAINING]
    runs = any(is_run(item) and item.text not in _TRAINING for item in items)
    told = any_value(items, Repeats, Distance, Duration) or any_means(items, "action")
    led = bool(places) and not (any_means(items, "not_run") or any_text(items, _BESIDE))
    return asks and asked and led and not (runs or told or _asks_what(items)) and any_item(items, names_moment)


def _asks_what(items: Items) -> bool:
    """Tell whether more than whether is asked: which session, how hard, how much."""
    return any_means(items, "ask", "what", "amount", "form")


def _greets(item: Item) -> bool:
    """Tell whether the bot is asked how it is: "how are you today"."""
    return item.means("talk") == "greeting" and item.text.startswith(_ASKING_HOW_ONE_IS)


def _tells_of_now(items: Items) -> bool:
    """Tell whether "now" only ends a statement: "all good now", but neither "now" alone nor "is now ok"."""
    parts = [item.value.part for item in items if isinstance(item.value, PartOfDay)]
    others = [item for item in items if isinstance(item.value, Word) and item.value.token.is_name]
    first = others[0].text if others and others[0].means("ask") else ""
    asks = (any_mark(items, "?") or any_means(items, "word", "or")) or first == "is" or " " in first
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
    return is_frame(item) or item.means("kind") == RunKind.REST or item.means("word") is not None
