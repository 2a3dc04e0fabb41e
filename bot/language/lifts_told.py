"""Lifts that are told of and not asked about: news, what was, things that only sound like lifting."""

from itertools import pairwise

from bot.language.asking import is_question
from bot.language.clauses import is_told, lifts
from bot.language.frames import OURS, THEY, Items, is_lift
from bot.language.items import Days
from bot.language.not_lifts import is_strange
from bot.language.unnamed_lifts import asks, is_frame, names_moment

_COPULAS = frozenset({"is", "are", "would"})
_FEELS = frozenset({"feel", "feels", "felt"})
_PLANS = frozenset({"want", "want to", "wanna", "going to", "gonna", "will", "i'll", "planning", "hoping", "need to"})
_THINGS = frozenset({"legs", "bar", "the bar", "a bar", "barbell", "barbells", "weights"})
_THOSE = frozenset({"my", "the", "those", "these", "all", "doing", "heavy", "last"})
_CAUSE_REACH = 4
# "If I lift friday will my long run suffer".
_WILL = frozenset({"will", "would", "does"})
_RUNS = frozenset({"my", "the", "it", "that"})
# "I'll lift on friday then" asks nothing.
_SETTLED = frozenset({"i'll", "i'll be"})


def tells_news(clauses: tuple[Items, ...]) -> bool:
    """Tell whether nothing asks, and what is said with a lift is more than a plan: "helo lift got pushed to friday"."""
    turned = (pair for clause in clauses for pair in pairwise(clause))
    if any(map(asks, clauses)) or any(one.text in _WILL and two.text in _RUNS for one, two in turned):
        return False
    return any(_is_news(clause) for clause in clauses if lifts(clause))


def _is_news(clause: Items) -> bool:
    habit = any(isinstance(item.value, Days) and item.value.habit for item in clause)
    return clause[0].text in _SETTLED or habit or any(map(is_strange, clause)) or _is_theirs(clause)


def _is_theirs(clause: Items) -> bool:
    others = any(item.text in THEY or item.means("unsure") == "others" for item in clause)
    return others and not any(OURS & set(item.text.split()) for item in clause)


def only_names_things(items: Items) -> bool:
    """Tell whether legs or the bar are all that sounds like lifting, in a sentence about them: "the bar slips at 6"."""
    named = {item.text for item in items if item.means("lift")}
    return named == {"legs"} or (named <= _THINGS and not all(map(is_frame, items)))


def tells_of_the_past(items: Items, clauses: tuple[Items, ...]) -> bool:
    """Tell whether a lift is only reported: past tense, and nothing asked."""
    asks = any(item.means("ask") in {"may", "open"} and item.text not in _COPULAS for item in items)
    if asks or is_question(items):
        return False
    places = [index for index, item in enumerate(items) if is_lift(item) and not item.means("body")]
    if places and all(_is_cause(items, index) for index in places):
        return True
    dated = [clause for clause in clauses if any(names_moment(item) for item in clause)]
    told = [clause for clause in dated if lifts(clause)] or [clause for clause in clauses if lifts(clause)]
    return any(item.means("lift") == "past" for item in items) or all(map(_is_report, told))


def _is_report(clause: Items) -> bool:
    """Tell whether a clause says how lifting was or feels: "great deads this morning", "weights feel heavy today"."""
    feels = any(item.text in _FEELS or item.means("talk") == "fine" for item in clause)
    return feels or (is_told(clause) and not any(item.text in _PLANS for item in clause))


def _is_cause(items: Items, lift: int) -> bool:
    """Tell whether a lift is what something comes from: "sore from yesterday's lift", "tired after all those deads"."""
    before = items[max(0, lift - _CAUSE_REACH) : lift]
    led = [at for at, item in enumerate(before) if item.text in {"from", "since"} or item.is_word("after")]
    between = before[led[-1] + 1 :] if led else ()
    return bool(led) and all(names_moment(one) or one.means("filler") or one.text in _THOSE for one in between)
