"""What a question is about where it is not whether to lift: form, an amount, which of two things."""

import datetime as dt
from collections.abc import Iterator

from bot.language.clauses import is_moment, lifts, names_sets
from bot.language.frames import Items, is_lift
from bot.language.held import any_item, any_means, any_text, any_value
from bot.language.items import Item, WeekOf
from bot.language.relations import relation_in
from bot.language.waiting import asks_how_long

# Said beside "can I" they only measure the lift that is asked about.
_WHERES = ("where", "what", "which", "wich")
_SPACES = frozenset({"day", "days", "date", "slot", "place", "spot", "fit", "fits", "window", "go", "goes", "belong"})
_WINDOWS = ("window", "slot", "slots")
_UNITS = frozenset({"sets", "reps", "kg", "lbs", "rpe", "percent"})
_CHOOSING = frozenset({"enough", "or", "too much", "too many", "too heavy"})
# "How does friday look for deads" asks about a moment, "how do i" about form.
_HOWS = frozenset({"how's", "hows", "how does", "how do", "does", "where", "am i", "have i", "what's", "whats"}) | {
    *("tell me", "how would", "how will"),
}
_BEHIND_HOW = frozenset({"is", "are", "would", "will", "about", "fresh", "recovered", "ready", "rested"}) | {
    *("bad", "dumb", "stupid", "risky", "daft", "silly", "crazy", "mad", "unwise", "foolish", "terrible", "dangerous"),
    *("sensible", "smart", "wise", "ok", "okay", "safe"),
}
# "What's your view on lifting tonight" asks as "can I" does.
_OPINIONS = ("your ", "the ", "my ")
_YOUR_VIEW = (["do", "you"], ["do", "u"], ["would", "you"])
_REACH = 2
_WHICH = "which"
_BODY = frozenset({"knees", "knee", "hips", "feet", "foot", "toes", "shoulders", "neck", "head", "lower back"})
_STATES = frozenset(
    {"fine", "good", "ok", "okay", "alright", "tired", "happy", "fresh", "grand", "sound", "strong", "great", "better"}
)
_FORM = frozenset({"technique", "form"})
_PRACTICE = frozenset({"only", "work", "session", "day", "practice", "focus", "focused", "stuff", "pulls", "sets"})
_WORKS_ON = (["work", "on"], ["just", "for"], ["just", "on"], ["focus", "on"], ["practise", "my"], ["practice", "my"])
_DEADLIFTS = frozenset({"deadlift", "sumo", "trap_bar", "romanian", "single_leg", "rack_pull", "block_pull"})
_OWN = frozenset({"i", "we", "you", "u", "to", "should", "i'd"})


def asks_how(clause: Items) -> bool:
    """Tell whether a clause asks how, what or how much."""
    if asks_how_long(clause) or asks_for_place(clause):
        return False
    if asks_how_to(clause):
        return True
    first = next((place for place, item in enumerate(clause) if item.means("ask") or not item.means("filler")), None)
    if any(is_moment(item) for item in clause[2:3]) and clause[0].text == _WHICH and clause[1].text.endswith("s"):
        # "Which leaves sunday for the deadlifts".
        return False
    return first is not None and clause[first].means("ask") == "what" and not _asks_after_day(clause, first)


def asks_for_place(clause: Items) -> bool:
    """Tell whether it is asked which day or where in the week a lift fits: "where does lifting fit"."""
    asked = next((index for index, item in enumerate(clause) if item.text.startswith(_WHERES)), None)
    if asked is None or not lifts(clause) or asks_how_to(clause):
        return False
    spaces = frozenset() if clause[asked].text.startswith("what") else _SPACES
    return any(item.text in spaces or item.text.endswith(_WINDOWS) for item in clause[asked + 1 :])


def asks_how_to(clause: Items) -> bool:
    """Tell whether a clause names form, or asks for an amount."""
    if any(_is_form(clause, index) for index in range(len(clause))):
        return True
    amounts = {item.text for item in clause if item.means("ask") == "amount"}
    return bool(amounts) and not (amounts <= _UNITS and _is_measured(clause))


def _is_form(clause: Items, index: int) -> bool:
    asks = clause[index].means("ask") == "form"
    return asks and not (_is_told_of(clause, index) or _only_describes_lift(clause, index))


def _only_describes_lift(clause: Items, index: int) -> bool:
    """Tell whether "technique" says what a lift is for: "light technique deadlifts", "deads today, technique only"."""
    if clause[index].text not in _FORM:
        return False
    behind = clause[index + 1 : index + 2]
    only = any_text(behind, _PRACTICE) or any_item(behind, is_lift)
    return only or [item.text for item in clause[max(0, index - 2) : index]] in _WORKS_ON


def _is_told_of(clause: Items, part: int) -> bool:
    """Tell whether a part of the body is only told of: "knees fine now", "head tired", beside a lift that is asked."""
    behind = next((item for item in clause[part + 1 :] if item.text in _STATES or not _is_small(item)), None)
    if behind is None or clause[part].text.removesuffix("'s") not in _BODY or lifts(clause):
        return False
    said = behind.text in _STATES or behind.means("body") or behind.means("talk")
    return bool(said) and not any_means(clause, "ask", "what", "open", "amount")


def _is_small(item: Item) -> bool:
    return item.means("filler") is not None or item.means("lift_word") == "felt" or item.text == "feel"


def _is_measured(clause: Items) -> bool:
    """Tell whether an amount is only told of a lift that is asked about: "ok to pull 100 kg tonight"."""
    asks = not any_means(clause, "ask", "what", "open")
    weighed = any_text(clause, _CHOOSING)
    if names_sets(clause):
        return not weighed
    return asks and not weighed and lifts(clause) and any_item(clause, is_moment)


def _asks_after_day(clause: Items, how: int) -> bool:
    """Tell whether "how" asks whether a day suits: "how's friday for deads", "does pulling tonight hurt my run"."""
    behind = clause[how + 1].text if how + 1 < len(clause) else ""
    if clause[how].text == "tell me" and any_means(clause[how + 1 :], "ask", "what"):
        return False
    soft = clause[how].text in _HOWS or (clause[how].text == "how" and behind in _BEHIND_HOW)
    soft = soft or [item.text for item in clause[how + 1 : how + 3]] in _YOUR_VIEW
    soft = soft or any(
        item.means("ask") == "may" and item.text.startswith(_OPINIONS) for item in clause[how + 1 :][:_REACH]
    )
    dated = (any_item(clause, is_moment) or any_value(clause, WeekOf)) or _hangs(clause)
    # "Does the lift make sense there" is about a moment that was told.
    dated = dated or any_means(clause[how + 1 :], "ask", "may")
    return soft and behind not in _OWN and lifts(clause) and dated


def _hangs(clause: Items) -> bool:
    return relation_in(clause, dt.date.min) is not None


def asks_which_lift(items: Items) -> bool:
    """Tell whether two lifts are weighed against each other: "sumo or conventional, which is better?"."""
    return any(True for _ in _lifts_weighed(items))


def asks_which_deadlift(items: Items) -> bool:
    """Tell whether two ways to deadlift are weighed: "sumo or conventional tomorrow"; "swings or deads" are no two."""
    return any({one, other} <= _DEADLIFTS for one, other in _lifts_weighed(items))


def _lifts_weighed(items: Items) -> Iterator[tuple[str, str]]:
    for one, joint, other in zip(items, items[1:], items[2:], strict=False):
        if joint.is_word("or") and (first := one.means("exercise")) and (second := other.means("exercise")):
            yield first, second
