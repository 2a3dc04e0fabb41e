"""Questions: is this about whether or when to lift, about something else, or no question at all?"""

from collections.abc import Iterator
from itertools import pairwise

from bot.language.asking import asks_which_first, is_modal, is_question
from bot.language.clauses import clauses_of, is_moment, is_sore, is_told, lifts, refers_back, runs_in, without_so_now
from bot.language.frames import LEAST_WEIGHT, Items, is_lift
from bot.language.held import any_item, any_mark, any_means, any_text, any_value, asked_once
from bot.language.items import Days, Distance, Item, Repeats
from bot.language.lift_questions import UPPER, Stand
from bot.language.lift_times import tells_lift_times
from bot.language.lifts_told import only_names_things, tells_news, tells_of_the_past
from bot.language.not_lifts import is_strange, without_other_senses
from bot.language.relations import relation_in
from bot.language.stakes import at_stake
from bot.language.telling import asks_for_another, only_tells
from bot.language.topics import asks_for_place, asks_how, asks_how_to, asks_which_deadlift, asks_which_lift
from bot.language.unnamed_lifts import (
    SOME_DAY,
    asks,
    asks_beside_a_run,
    asks_beside_what_is_told,
    asks_for_exercise,
    asks_for_then,
    asks_to_train,
    is_at_the_bar,
    is_frame,
    main_of,
    names_moment,
    only_a_moment,
)
from bot.language.waiting import asks_how_long, asks_when
from bot.training.runs import RunKind

_GOOD_FOR = frozenset({"good for", "ok for", "safe for", "bad for", "better for", "best for"})
_WHOM = frozenset({"me", "us", "you", "u", "runners", "women", "men", "beginners", "marathoners", "my"})
_CUT_BEHIND = frozenset({"what", "how", "why", "which", "where"})
_OCCASIONS = frozenset({"when", "while", "during"})
_TURNED = frozenset({"will", "would", "is", "does", "am"})
_OPENING = 2
# "Okay or too close to saturday's long one".
_TOO = "too"
_OTHER_LIFTS = frozenset({"squat", "other"})
_HARMS = frozenset({"clash", "interfere", "mess", "spoil", "ruin", "wreck"})


@asked_once
def asks_in(items: Items) -> bool:
    """Tell whether a text asks if or when one may lift.

    "tomorrow?" alone does; questions about running, form, loads or past lifts, and logs do not.
    """
    said = without_so_now(items)
    items = without_other_senses(said)
    clauses = _without_alternatives(tuple(one for one in clauses_of(items) if not _is_bare_which(one)))
    if any_means(items, "setting") and not is_question(items):
        return False
    if not clauses or _is_log(items) or fixes_lifts(items) or _is_without_lift(items):
        return False
    main = main_of(clauses)
    if at_stake(main or next(filter(refers_back, clauses), ()), clauses):
        return not only_tells(items)
    if not any(map(_is_about_lifting, clauses)):
        # "How's the gym on friday nights?" asks about the gym.
        return len(items) == len(said) and _asks_without_lift(items, clauses)
    return not _asks_anything_else(items, clauses) and not _weighs(items) and _frames_a_lift(items, clauses)


@asked_once
def may_ask(items: Items) -> Stand | None:
    """Tell how plainly a text may ask about a lift that it names; None where it logs or fixes one, or asks which."""
    items = without_other_senses(without_so_now(items))
    if asks_which_deadlift(items) or _is_log(items) or fixes_lifts(items) or _is_without_lift(items):
        return None
    clauses = _without_alternatives(tuple(clauses_of(items)))
    if not any(any_item(clause, _is_of_strength) and not is_sore(clause) for clause in clauses):
        return None
    if _is_about_a_run(main_of(clauses), items, clauses) or only_tells(items):
        return Stand.DOUBTED
    if not is_question(items):
        return Stand.TOLD
    over = any(map(lifts, clauses)) and tells_of_the_past(items, clauses)
    plain = any_item(items, names_moment) and not (over or _asks_anything_else(items, clauses))
    return Stand.PLAIN if plain else Stand.ASKED


def _is_of_strength(item: Item) -> bool:
    """Tell whether an item names a lift, an exercise, or what one lifts with or on."""
    return item.means("lift") == "now" or bool(item.means("exercise") or item.means("equipment") or item.text in UPPER)


def _asks_anything_else(items: Items, clauses: tuple[Items, ...]) -> bool:
    """Tell whether a text asks about a run, how or how much, or for another, or only tells of a lift."""
    if _is_about_a_run(main_of(clauses), items, clauses):
        return True
    dated = any(is_moment(item) or item.means("ask") == "open" for item in items) or any(map(is_at_the_bar, clauses))
    beside = dated and any(lifts(clause) and not asks_how(clause) for clause in clauses)
    # What is only told asks nothing beside a question: "… cos last time I'd only done five sets".
    told = len(clauses) - items[-1].is_mark("?") if is_question(items) else 0
    if any(_asks_else(one, beside=beside, told=at < told) for at, one in enumerate(clauses)):
        return True
    return only_tells(items) or asks_for_another(clauses)


def _asks_without_lift(items: Items, clauses: tuple[Items, ...]) -> bool:
    if asks_to_train(items):
        return True
    if asks_for_exercise(items, clauses):
        return True
    return only_a_moment(items) or asks_beside_a_run(clauses) or asks_beside_what_is_told(items, clauses)


def only_other_lifts(items: Items) -> bool:
    """Tell whether the lifts that a text names are squats, lunges and the like, and none is a deadlift."""
    named = {item.means("exercise") for item in items if item.means("lift") == "now"}
    return bool(named) and named <= _OTHER_LIFTS


def _is_about_a_run(main: Items | None, items: Items, clauses: tuple[Items, ...]) -> bool:
    """Tell whether the clause that asks, or the last one, is about a run."""
    if main is None:
        return _asks_for_run_behind(items, clauses)
    return not lifts(main) and _asks_for_run(main)


def _weighs(items: Items) -> bool:
    """Tell whether it is asked which of two deadlifts, or which of two things first on no day."""
    weighs = asks_which_lift(items) or asks_which_first(items)
    return asks_which_deadlift(items) or (weighs and not any_item(items, names_moment))


@asked_once
def fixes_lifts(items: Items) -> bool:
    """Tell whether a text says when the runner lifts every week ("I always lift Tuesdays 18:00"), and asks nothing."""
    days = [item.value for item in items if isinstance(item.value, Days)]
    if not days:
        return False
    fixing = [item.text for item in items if item.means("action") == "fix"]
    weekly = any(said.split()[0] not in {"i", "lift"} or "every" in said or "always" in said for said in fixing)
    weekly = weekly or any(day.habit or len(day.days) > 1 for day in days) or len(days) > 1
    fixed = (bool(fixing) and weekly) or tells_lift_times(items)
    weighs = any_text(items, ("if", "or", "better")) or any(day.either for day in days)
    return fixed and not (is_question(items) or weighs)


def asides(items: Items, end: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a text, from and to, that stand before and after the clause that asks."""
    clauses = tuple(clauses_of(items))
    main = main_of(clauses) or next((clause for clause in reversed(clauses) if lifts(clause)), None)
    if main is None:
        return
    first = last = clauses.index(main)
    # "Which day should I lift" is cut before "should I".
    while first > 0 and asks(clauses[first - 1]):
        first -= 1
    yield items[0].start, clauses[first][0].start
    if last + 1 < len(clauses):
        yield clauses[last + 1][0].start, end


def _without_alternatives(clauses: tuple[Items, ...]) -> tuple[Items, ...]:
    """Leave out what is offered beside a lift that is asked about: "… ok for leg day, or do I need more rest"."""
    named = lifted = False
    for index, clause in enumerate(clauses[1:], start=1):
        before = clauses[index - 1]
        named, lifted = named or any_item(before, names_moment), lifted or lifts(before)
        other = clause[0].is_word("or") or before[-1].is_word("or")
        doubted = lifted and (_asks_what_then(clause) or (lifts(before) and asks(before)))
        if other and doubted and named and not lifts(clause):
            return clauses[:index]
    return clauses


def _asks_what_then(clause: Items) -> bool:
    """Tell whether a clause asks what becomes of somebody: "or will I be wrecked for the run", "or is that daft"."""
    begun = (item.text.partition(" ")[0] for item in clause[:_OPENING] if not item.is_word("or"))
    return next(begun, "") in _TURNED


def _is_bare_which(clause: Items) -> bool:
    """Tell whether a clause only asks which of what was offered: "fri am or sat pm for pulling, which?"."""
    words = [item.text for item in clause]
    return words in (["which"], ["which", "one"], ["which", "day"], ["which one"], ["which day"])


def _is_without_lift(items: Items) -> bool:
    """Tell whether a message begins with saying that one does not lift, and asks nothing: "no gym this week"."""
    denied = len(items) > 1 and items[0].text in {"no", "not"} and is_lift(items[1])
    return denied and not is_question(items)


def _is_about_lifting(clause: Items) -> bool:
    return lifts(clause) and not is_sore(clause)


def _asks_for_run(clause: Items) -> bool:
    """Tell whether a clause asks about running: "can i run today", "easy 5k ok or skip"."""
    relation = relation_in(clause, SOME_DAY)
    outside = clause if relation is None else (*clause[: relation.start], *clause[relation.end :])
    # "Is saturday too soon with a long run on sunday", "will that spoil my long run".
    end = next((index for index in range(len(outside)) if _turns_to_run(outside, index)), len(outside))
    own = outside[:end]
    return not refers_back(clause) and any(item.means("kind") not in (None, RunKind.REST) for item in own)


def _asks_for_run_behind(items: Items, clauses: tuple[Items, ...]) -> bool:
    """Tell whether a run is asked about behind a lift that is over: "just did deads, run tomorrow?"."""
    over = all(is_told(clause) for clause in clauses if lifts(clause))
    return over and items[-1].is_mark("?") and not lifts(clauses[-1]) and _asks_for_run(clauses[-1])


def _turns_to_run(clause: Items, index: int) -> bool:
    """Tell whether a run behind an item is only what a lift may harm: "… or will tuesday's track suffer"."""
    item, behind = clause[index], clause[index + 1 : index + 2]
    turned = item.is_word("or") and any(one.text in _TURNED or one.text.startswith(_TOO) for one in behind)
    return turned or item.means("run_part") == "with" or item.text in _HARMS


def _asks_else(clause: Items, *, beside: bool, told: bool) -> bool:
    """Tell whether a clause asks how, what or how much, or whether one may do something else, before a lift or not.

    Where a moment for a lift is asked about `beside` it, "tell me straight" or "am I mad" asks about that too.
    """
    # "How should I deadlift" and "how deep should I" are cut before "should i".
    cut = clause[-1 - is_strange(clause[-1]) :][0].text in _CUT_BEHIND
    if beside and not (cut or lifts(clause) or runs_in(clause) or asks_how_to(clause)):
        return False
    if beside and told and not (asks(clause) or any(map(_really_asks, clause))):
        return False
    if asks_how_long(clause):
        return False
    if beside and not lifts(clause):
        # "Should I leave it or only make less weight" asks whether first.
        clause = _before_or(clause)
    if asks_how(clause) or _lifts_only_afterwards(clause):
        return True
    for index, item in enumerate(clause):
        if is_modal(item) or item.means("ask") == "open":
            return not refers_back(clause) and _goes_on_with_run(clause[index + 1 :])
    return False


def _before_or(clause: Items) -> Items:
    end = next((index for index, item in enumerate(clause) if index > 1 and item.is_word("or")), len(clause))
    return clause[:end] if any(map(is_modal, clause[:end])) else clause


def _really_asks(item: Item) -> bool:
    """Tell whether a word asks by itself; "sets" and "knees" are only told where nothing else does."""
    ask = item.means("ask")
    return ask == "what" or (ask in {"form", "amount"} and " " in item.text)


def _lifts_only_afterwards(clause: Items) -> bool:
    """Tell whether something else is asked about, before or after a lift: "should I eat before lifting tonight"."""
    places = [index for index, item in enumerate(clause) if is_lift(item)]
    modal = any(is_modal(item) or (item.means("not_run") and not item.means("lift")) for item in clause)
    return modal and bool(places) and all(_is_led_by_side(clause, place) for place in places)


def _is_led_by_side(clause: Items, place: int) -> bool:
    """Tell whether "before", "after" or "when" leads to a lift, which is only the occasion then: "before the gym"."""
    before = clause[max(0, place - 2) : place]
    if len(before) > 1 and before[-1].means("filler") and before[-1].text != "when":
        before = before[:1]
    return bool(before) and (before[-1].is_word("before", "after") or before[-1].text in _OCCASIONS)


def _goes_on_with_run(rest: Items) -> bool:
    """Tell whether the first thing named after "can I" is a run and not a lift."""
    for index, item in enumerate(rest):
        if item.is_word("after", "before", "same_day") or _turns_to_run(rest, index):
            return False
        if is_lift(item) or lifts(rest[index : index + 2]):
            return False
        if item.means("kind") not in (None, RunKind.REST) or isinstance(item.value, Distance | Repeats):
            return True
    return False


def _frames_a_lift(items: Items, clauses: tuple[Items, ...]) -> bool:
    """Tell whether a lift is named together with a moment, or with "can I" and nothing else."""
    offers = any(one.is_word("or") and two.text.isalnum() for one, two in pairwise(items))
    offers = offers or any(isinstance(item.value, Days) and item.value.either for item in items)
    asked = any(asks(clause) and any_item(clause, names_moment) for clause in clauses if lifts(clause))
    if not (is_question(items) or offers or asked) and (only_names_things(items) or tells_news(clauses)):
        return False
    if all(any_means(clause, "unsure", "onlooker") for clause in clauses if lifts(clause)):
        return False
    if any(asks_how_long(clause) or asks_when(clause) or asks_for_place(clause) for clause in clauses):
        return True
    if any(_suits(*pair) for clause in clauses for pair in pairwise(clause) if not any_item(clause, is_moment)):
        return False
    relations = [relation for clause in clauses if (relation := relation_in(clause, SOME_DAY))]
    hangs = relations or any_means(items, "word", "same_day") or asks_for_then(clauses)
    if any_item(items, names_moment) or hangs or any(map(is_at_the_bar, clauses)):
        return not tells_of_the_past(items, clauses)
    return any_means(items, "ask", "open") or _asks_of_no_moment(items, clauses)


def _asks_of_no_moment(items: Items, clauses: tuple[Items, ...]) -> bool:
    """Tell whether it is asked whether to lift, and nothing else is said; a load or an age is no occasion."""
    if any_item(items, _is_no_occasion):
        return False
    asked = any(map(asks, clauses)) or any_mark(items, "?")
    main = main_of(clauses)
    if main is None or not asked:
        return asked and all(map(is_frame, items))
    framed = all(map(is_frame, items)) or (lifts(main) and all(map(is_frame, main)))
    return framed or (_asks_alone(main) and not any_item(items, _is_unsettled))


def _is_unsettled(item: Item) -> bool:
    """Tell whether a word says that a lift is over, or only thought of: "might switch to a trap bar, any good?"."""
    return item.means("lift") == "past" or item.means("unsure") is not None


def _is_no_occasion(item: Item) -> bool:
    """Tell whether a number is an age or a load, and the question no occasion: "can i start deadlifting at 60"."""
    return item.number is not None and item.number >= LEAST_WEIGHT


def _suits(asked: Item, whom: Item) -> bool:
    """Tell whether it is asked what is good for somebody or something, and not when: "lifting is good for bones"."""
    return asked.text in _GOOD_FOR and (whom.text in _WHOM or whom.means("unsure") == "others" or is_strange(whom))


def _asks_alone(main: Items) -> bool:
    """Tell whether a clause only asks, about what was said before it: "got a barbell in the garage. can I?"."""
    return any_item(main, is_modal) and all(item.means("ask") == "may" or item.means("filler") for item in main)


def _is_log(items: Items) -> bool:
    """Tell whether sets and reps are said as they are logged ("3x4 100kg")."""
    sets = any_value(items, Repeats) or any_means(items, "word", "x")
    return sets and not (is_question(items) or any(map(asks, clauses_of(items))))
